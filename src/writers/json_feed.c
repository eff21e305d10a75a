/*
 * json_feed - JSON Feed 1.1.
 *
 * jansson writes all but the body of a post: for text of that size it is many
 * times slower than chunk_escape().
 */
#include <stdbool.h>
#include <string.h>

#include <jansson.h>

#include "post2feed.h"
#include "writers/chunk.h"

/*
 * Where jansson's text goes.  Its lines are moved right by a margin.  A line
 * break is held back until something follows it, so that the last member of
 * an object can be followed by one more.  JSON has no line break inside a
 * string, so none is touched.
 */
struct margin {
	struct chunk	*out;
	const char	*line_break;	/* "\n" and the margin */
	bool		 held;
};

static int
margin_put(const char *bytes, size_t length, void *data)
{
	struct margin	*margin = data;
	const char	*end = bytes + length, *line_end;

	while (bytes < end) {
		if (margin->held)
			chunk_puts(margin->out, margin->line_break);
		margin->held = false;
		line_end = memchr(bytes, '\n', (size_t)(end - bytes));
		if (line_end == NULL) {
			chunk_put(margin->out, bytes, (size_t)(end - bytes));
			return 0;
		}
		chunk_put(margin->out, bytes, (size_t)(line_end - bytes));
		margin->held = true;
		bytes = line_end + 1;
	}
	return 0;
}

/* Write the members of an object, without its braces, and drop it. */
static void
put_members(struct chunk *out, json_t *object, const char *line_break)
{
	struct margin margin = { out, line_break, false };

	json_dump_callback(object, margin_put, &margin,
	    JSON_INDENT(2) | JSON_EMBED);
	json_decref(object);
}

/* A member of an object; what is absent is left out. */
static void
add(json_t *object, const char *name, const char *text)
{
	if (text != NULL)
		json_object_set_new(object, name, json_string(text));
}

static void
add_number(json_t *object, const char *name, long long number)
{
	if (number >= 0)
		json_object_set_new(object, name, json_integer(number));
}

static void
add_list(json_t *object, const char *name, json_t *list)
{
	if (json_array_size(list) > 0)
		json_object_set(object, name, list);
	json_decref(list);
}

static json_t *
json_authors(const struct p2f_person *const *author)
{
	json_t *list = json_array(), *object;

	for (; *author != NULL; author++) {
		object = json_object();
		add(object, "name", (*author)->name);
		add(object, "url", (*author)->url);
		add(object, "avatar", (*author)->avatar);
		json_array_append_new(list, object);
	}
	return list;
}

static json_t *
json_hubs(const struct p2f_feed *feed)
{
	const char *const	*hub;
	json_t			*list = json_array(), *object;

	for (hub = feed->hubs; *hub != NULL; hub++) {
		object = json_object();
		add(object, "type", "WebSub");
		add(object, "url", *hub);
		json_array_append_new(list, object);
	}
	return list;
}

/* A tag has no scheme here, so a term of two schemes is one tag. */
static json_t *
json_tags(const struct p2f_post *post)
{
	const struct p2f_category *const	*category;
	json_t	*list = json_array(), *seen = json_object();

	for (category = post->categories; *category != NULL; category++) {
		if (json_object_get(seen, (*category)->term) != NULL)
			continue;
		json_object_set_new(seen, (*category)->term, json_true());
		json_array_append_new(list, json_string((*category)->term));
	}
	json_decref(seen);
	return list;
}

static json_t *
json_attachments(const struct p2f_post *post)
{
	const struct p2f_media *const	*media;
	json_t				*list = json_array(), *object;

	for (media = post->media; *media != NULL; media++) {
		object = json_object();
		add(object, "url", (*media)->url);
		/* Required, as is the URL. */
		add(object, "mime_type", (*media)->type != NULL ?
		    (*media)->type : "application/octet-stream");
		add(object, "title", (*media)->title);
		add_number(object, "size_in_bytes", (*media)->length);
		add_number(object, "duration_in_seconds", (*media)->duration);
		json_array_append_new(list, object);
	}
	return list;
}

static void
json_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	json_t		*head = json_object();
	struct chunk	 out;

	add(head, "version", "https://jsonfeed.org/version/1.1");
	add(head, "title", feed->title);
	add(head, "home_page_url", feed->home);
	add(head, "feed_url", feed->self);
	add(head, "description", feed->description);
	add(head, "icon", feed->icon);
	add_list(head, "authors", json_authors(feed->authors));
	add(head, "language", feed->language);
	add_list(head, "hubs", json_hubs(feed));
	chunk_init(&out, sink);
	chunk_puts(&out, "{");
	put_members(&out, head, "\n");
	chunk_puts(&out, ",\n  \"items\": [");
	chunk_flush(&out);
}

static void
add_dates(json_t *item, const struct p2f_post *post)
{
	long long published = 0;

	if (post->published != NULL) {
		add(item, "date_published", post->published->rfc3339);
		published = post->published->seconds;
	}
	if (post->updated->seconds != published)
		add(item, "date_modified", post->updated->rfc3339);
}

/* All of an item but its body. */
static json_t *
json_item(const struct p2f_feed *feed, const struct p2f_post *post)
{
	json_t *item = json_object();

	add(item, "id", post->id);
	add(item, "url", post->url);
	add(item, "external_url", post->external_url);
	add(item, "title", post->title);
	add(item, "summary", post->summary);
	if (post->image != NULL)
		add(item, "image", post->image->url);
	add_dates(item, post);
	/* In every item: not every reader inherits the feed's. */
	add_list(item, "authors", json_authors(*post->authors != NULL ?
	    post->authors : feed->authors));
	add_list(item, "tags", json_tags(post));
	add(item, "language", post->language);
	add_list(item, "attachments", json_attachments(post));
	return item;
}

/*
 * What cannot stand in a string as it is (RFC 8259, 7).  Other control
 * characters XML forbids, so there are none.
 */
static chunk_escapes string_escapes = {
	[CHUNK_QUOTE] = CHUNK_ESCAPE("\\\""),
	[CHUNK_BACKSLASH] = CHUNK_ESCAPE("\\\\"),
	[CHUNK_TAB] = CHUNK_ESCAPE("\\t"),
	[CHUNK_LINE_FEED] = CHUNK_ESCAPE("\\n"),
	[CHUNK_RETURN] = CHUNK_ESCAPE("\\r")
};

/*
 * An item has to have its content (JSON Feed 1.1), if an empty one.  A summary
 * alone is the content, too, or readers would show nothing.
 */
static void
json_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	struct chunk out;

	chunk_init(&out, sink);
	chunk_puts(&out, "\n    {");
	put_members(&out, json_item(feed, post), "\n    ");
	if (post->content == NULL && post->summary != NULL) {
		chunk_puts(&out, ",\n      \"content_text\": \"");
		chunk_escape(&out, string_escapes, post->summary,
		    strlen(post->summary));
	} else {
		chunk_puts(&out, ",\n      \"content_html\": \"");
		if (post->content != NULL)
			chunk_escape(&out, string_escapes, post->content,
			    post->content_length);
	}
	chunk_puts(&out, "\"\n    }");
	chunk_flush(&out);
}

static void
json_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	static const char end[] = "\n  ]\n}\n";

	(void)feed;
	sink->put(sink, end, sizeof end - 1);
}

const struct p2f_writer writer_json = {
	.abi = P2F_ABI,
	.name = "json",
	.extension = ".json",
	.media_type = "application/feed+json",
	.about = "JSON Feed 1.1",
	.separator = ",",
	.begin = json_begin,
	.entry = json_entry,
	.end = json_end
};

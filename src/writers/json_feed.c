/*
 * json_feed - JSON Feed 1.1.
 *
 * A feed is a few flat objects around text that somebody else wrote, so that
 * the writer is smaller than what would hand it to a library, and several
 * times faster.  That what comes out is JSON is for jansson to say (--verify,
 * and every test).
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "post2feed.h"
#include "writers/chunk.h"

/* The object or the list that is being written, and all around it. */
struct json {
	struct chunk	 out;
	unsigned	 depth;
	bool		 is_empty;	/* nothing stands in it yet */
};

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

static void
put_line_break(struct json *j)
{
	/* Deep enough for the members of an attachment. */
	static const char margin[] = "\n          ";

	chunk_put(&j->out, margin, 1 + 2 * j->depth);
}

/* Go to where the next item of a list stands. */
static void
next(struct json *j)
{
	if (!j->is_empty)
		chunk_puts(&j->out, ",");
	put_line_break(j);
	j->is_empty = false;
}

/* Go to where the value of the next member stands. */
static void
next_member(struct json *j, const char *name)
{
	next(j);
	chunk_puts(&j->out, "\"");
	chunk_puts(&j->out, name);
	chunk_puts(&j->out, "\": ");
}

static void
put_string(struct json *j, const char *text, size_t length)
{
	chunk_puts(&j->out, "\"");
	chunk_escape(&j->out, string_escapes, text, length);
	chunk_puts(&j->out, "\"");
}

static void
begin(struct json *j, const char *bracket)
{
	chunk_puts(&j->out, bracket);
	j->depth++;
	j->is_empty = true;
}

static void
end(struct json *j, const char *bracket)
{
	j->depth--;
	if (!j->is_empty)
		put_line_break(j);
	chunk_puts(&j->out, bracket);
	j->is_empty = false;
}

/* A member of an object; what is absent is left out. */
static void
add(struct json *j, const char *name, const char *text)
{
	if (text == NULL)
		return;
	next_member(j, name);
	put_string(j, text, strlen(text));
}

static void
add_number(struct json *j, const char *name, long long number)
{
	char digits[24];

	if (number < 0)
		return;
	snprintf(digits, sizeof digits, "%lld", number);
	next_member(j, name);
	chunk_puts(&j->out, digits);
}

static void
add_authors(struct json *j, const struct p2f_person *const *author)
{
	if (*author == NULL)
		return;
	next_member(j, "authors");
	begin(j, "[");
	for (; *author != NULL; author++) {
		next(j);
		begin(j, "{");
		add(j, "name", (*author)->name);
		add(j, "url", (*author)->url);
		add(j, "avatar", (*author)->avatar);
		end(j, "}");
	}
	end(j, "]");
}

static void
add_hubs(struct json *j, const char *const *hub)
{
	if (*hub == NULL)
		return;
	next_member(j, "hubs");
	begin(j, "[");
	for (; *hub != NULL; hub++) {
		next(j);
		begin(j, "{");
		add(j, "type", "WebSub");
		add(j, "url", *hub);
		end(j, "}");
	}
	end(j, "]");
}

static void
add_tags(struct json *j, const struct p2f_category *const *category)
{
	if (*category == NULL)
		return;
	next_member(j, "tags");
	begin(j, "[");
	for (; *category != NULL; category++) {
		next(j);
		put_string(j, (*category)->term, strlen((*category)->term));
	}
	end(j, "]");
}

static void
add_attachments(struct json *j, const struct p2f_media *const *media)
{
	if (*media == NULL)
		return;
	next_member(j, "attachments");
	begin(j, "[");
	for (; *media != NULL; media++) {
		next(j);
		begin(j, "{");
		add(j, "url", (*media)->url);
		/* Required, as is the URL. */
		add(j, "mime_type", (*media)->type != NULL ?
		    (*media)->type : "application/octet-stream");
		add(j, "title", (*media)->title);
		add_number(j, "size_in_bytes", (*media)->length);
		add_number(j, "duration_in_seconds", (*media)->duration);
		end(j, "}");
	}
	end(j, "]");
}

static void
json_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct json j;

	chunk_init(&j.out, sink);
	j.depth = 0;
	begin(&j, "{");
	add(&j, "version", "https://jsonfeed.org/version/1.1");
	add(&j, "title", feed->title);
	add(&j, "home_page_url", feed->home);
	add(&j, "feed_url", feed->self);
	add(&j, "description", feed->description);
	add(&j, "icon", feed->icon);
	add_authors(&j, feed->authors);
	add(&j, "language", feed->language);
	add_hubs(&j, feed->hubs);
	next_member(&j, "items");
	chunk_puts(&j.out, "[");
	chunk_flush(&j.out);
}

static void
add_dates(struct json *j, const struct p2f_post *post)
{
	long long published = 0;

	if (post->published != NULL) {
		add(j, "date_published", post->published->rfc3339);
		published = post->published->seconds;
	}
	if (post->updated->seconds != published)
		add(j, "date_modified", post->updated->rfc3339);
}

/*
 * An item has to have its content (JSON Feed 1.1), if an empty one.  A summary
 * alone is the content, too, or readers would show nothing.
 */
static void
add_content(struct json *j, const struct p2f_post *post)
{
	if (post->content == NULL && post->summary != NULL) {
		add(j, "content_text", post->summary);
	} else if (post->content == NULL) {
		add(j, "content_html", "");
	} else {
		next_member(j, "content_html");
		put_string(j, post->content, post->content_length);
	}
}

static void
json_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	struct json j;

	chunk_init(&j.out, sink);
	/* In the list of items, and the separator stands before it. */
	j.depth = 2;
	put_line_break(&j);
	begin(&j, "{");
	add(&j, "id", post->id);
	add(&j, "url", post->url);
	add(&j, "external_url", post->external_url);
	add(&j, "title", post->title);
	add(&j, "summary", post->summary);
	if (post->image != NULL)
		add(&j, "image", post->image->url);
	add_dates(&j, post);
	/* In every item: not every reader inherits the feed's. */
	add_authors(&j, *post->authors != NULL ? post->authors :
	    feed->authors);
	add_tags(&j, post->categories);
	add(&j, "language", post->language);
	add_attachments(&j, post->media);
	add_content(&j, post);
	end(&j, "}");
	chunk_flush(&j.out);
}

static void
json_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	static const char end_of_items[] = "\n  ]\n}\n";

	(void)feed;
	sink->put(sink, end_of_items, sizeof end_of_items - 1);
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

/*
 * json_feed - JSON Feed 1.1.
 */

#include "post2feed.h"
#include "writers/json_emit.h"

static void
json_authors(struct json *j, const struct p2f_person *const *author)
{
	if (*author == NULL)
		return;
	json_open(j, "authors", '[');
	for (; *author != NULL; author++) {
		json_open(j, NULL, '{');
		json_text(j, "name", (*author)->name);
		json_text(j, "url", (*author)->url);
		json_text(j, "avatar", (*author)->avatar);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
json_hubs(struct json *j, const struct p2f_feed *feed)
{
	const char *const *hub = feed->hubs;

	if (*hub == NULL)
		return;
	json_open(j, "hubs", '[');
	for (; *hub != NULL; hub++) {
		json_open(j, NULL, '{');
		json_text(j, "type", "WebSub");
		json_text(j, "url", *hub);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
json_tags(struct json *j, const struct p2f_post *post)
{
	const struct p2f_category *const *category = post->categories;

	if (*category == NULL)
		return;
	json_open(j, "tags", '[');
	for (; *category != NULL; category++)
		json_text(j, NULL, (*category)->term);
	json_close(j, ']');
}

static void
json_attachments(struct json *j, const struct p2f_post *post)
{
	const struct p2f_media *const *media = post->media;

	if (*media == NULL)
		return;
	json_open(j, "attachments", '[');
	for (; *media != NULL; media++) {
		json_open(j, NULL, '{');
		json_text(j, "url", (*media)->url);
		/* Required, like the URL. */
		json_text(j, "mime_type", (*media)->type != NULL ?
		    (*media)->type : "application/octet-stream");
		json_text(j, "title", (*media)->title);
		json_number(j, "size_in_bytes", (*media)->length);
		json_number(j, "duration_in_seconds", (*media)->duration);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
json_feed_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct json j;

	json_begin(&j, sink, 0);
	json_open(&j, NULL, '{');
	json_text(&j, "version", "https://jsonfeed.org/version/1.1");
	json_text(&j, "title", feed->title);
	json_text(&j, "home_page_url", feed->home);
	json_text(&j, "feed_url", feed->self);
	json_text(&j, "next_url", feed->prev_archive);
	json_text(&j, "description", feed->description);
	json_text(&j, "icon", feed->icon);
	json_authors(&j, feed->authors);
	json_text(&j, "language", feed->language);
	json_hubs(&j, feed);
	json_open(&j, "items", '[');
	json_end(&j);
}

static void
json_dates(struct json *j, const struct p2f_post *post)
{
	long long published = 0;

	if (post->published != NULL) {
		json_text(j, "date_published", post->published->rfc3339);
		published = post->published->seconds;
	}
	if (post->updated->seconds != published)
		json_text(j, "date_modified", post->updated->rfc3339);
}

/*
 * An item must have content (JSON Feed 1.1), even if empty.  A lone summary is
 * used as content, too, or readers would show nothing.
 */
static void
json_content(struct json *j, const struct p2f_post *post)
{
	if (post->content != NULL)
		json_text_length(j, "content_html", post->content,
		    post->content_length);
	else if (post->summary != NULL)
		json_text(j, "content_text", post->summary);
	else
		json_text(j, "content_html", "");
}

static void
json_feed_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	struct json j;

	json_begin(&j, sink, 2);
	json_open(&j, NULL, '{');
	json_text(&j, "id", post->id);
	json_text(&j, "url", post->url);
	json_text(&j, "external_url", post->external_url);
	json_text(&j, "title", post->title);
	json_text(&j, "summary", post->summary);
	if (post->image != NULL)
		json_text(&j, "image", post->image->url);
	json_dates(&j, post);
	/* In every item: not all readers inherit the feed's authors. */
	json_authors(&j, *post->authors != NULL ? post->authors :
	    feed->authors);
	json_tags(&j, post);
	json_text(&j, "language", post->language);
	json_attachments(&j, post);
	json_content(&j, post);
	json_close(&j, '}');
	json_end(&j);
}

static void
json_feed_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct json j;

	(void)feed;
	json_begin(&j, sink, 2);
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

const struct p2f_writer writer_json = {
	.abi = P2F_ABI,
	.name = "json",
	.extension = ".json",
	.media_type = "application/feed+json",
	.about = "JSON Feed 1.1",
	.separator = ",",
	.begin = json_feed_begin,
	.entry = json_feed_entry,
	.end = json_feed_end
};

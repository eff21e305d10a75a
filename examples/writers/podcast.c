/*
 * podcast - a loadable writer: RSS 2.0 with what podcast directories require.
 * Posts without a recording are left out.
 *
 *	cc -std=c11 -fPIC -shared -o podcast.so podcast.c
 *	post2feed -t ./podcast.so -o podcast.xml posts
 *
 * The settings of post2feed do not cover these two: set yours here.  The image
 * of the podcast is `logo`, its owner the first author with a mail address.
 */
#define CATEGORY "Leisure"
#define EXPLICIT "false"

#include <stdio.h>
#include <string.h>

#include "post2feed.h"

static void
put(struct p2f_sink *sink, const char *text)
{
	sink->put(sink, text, strlen(text));
}

/* Write text as the content of an element or the value of an attribute. */
static void
put_text(struct p2f_sink *sink, const char *text)
{
	size_t n;

	for (;; text++) {
		n = strcspn(text, "&<>\"");
		sink->put(sink, text, n);
		text += n;
		if (*text == '\0')
			return;
		put(sink, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" :
		    *text == '>' ? "&gt;" : "&quot;");
	}
}

/* NULL: write nothing. */
static void
element(struct p2f_sink *sink, const char *name, const char *text)
{
	if (text == NULL)
		return;
	put(sink, "<");
	put(sink, name);
	put(sink, ">");
	put_text(sink, text);
	put(sink, "</");
	put(sink, name);
	put(sink, ">\n");
}

static void
attribute(struct p2f_sink *sink, const char *name, const char *value)
{
	put(sink, " ");
	put(sink, name);
	put(sink, "=\"");
	put_text(sink, value);
	put(sink, "\"");
}

static void
image(struct p2f_sink *sink, const char *url)
{
	if (url == NULL)
		return;
	put(sink, "<itunes:image");
	attribute(sink, "href", url);
	put(sink, "/>\n");
}

static void
authors(struct p2f_sink *sink, const struct p2f_person *const *author)
{
	size_t i;

	if (*author == NULL)
		return;
	put(sink, "<itunes:author>");
	for (i = 0; author[i] != NULL; i++) {
		put(sink, i > 0 ? ", " : "");
		put_text(sink, author[i]->name);
	}
	put(sink, "</itunes:author>\n");
}

static void
owner(struct p2f_sink *sink, const struct p2f_person *const *author)
{
	while (*author != NULL && (*author)->email == NULL)
		author++;
	if (*author == NULL)
		return;
	put(sink, "<itunes:owner>\n");
	element(sink, "itunes:name", (*author)->name);
	element(sink, "itunes:email", (*author)->email);
	put(sink, "</itunes:owner>\n");
}

static void
podcast_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	put(sink, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<rss version=\"2.0\""
	    " xmlns:atom=\"http://www.w3.org/2005/Atom\""
	    " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">\n"
	    "<channel>\n");
	element(sink, "title", feed->title);
	element(sink, "link", feed->home);
	element(sink, "description", feed->description != NULL ?
	    feed->description : feed->title);
	element(sink, "language", feed->language);
	element(sink, "copyright", feed->rights);
	if (feed->self != NULL) {
		put(sink, "<atom:link rel=\"self\"");
		attribute(sink, "href", feed->self);
		put(sink, "/>\n");
	}
	authors(sink, feed->authors);
	owner(sink, feed->authors);
	image(sink, feed->logo);
	put(sink, "<itunes:category text=\"" CATEGORY "\"/>\n");
	element(sink, "itunes:explicit", EXPLICIT);
}

/* The text of a key in the front matter; NULL: none. */
static const char *
meta(const struct p2f_post *post, const char *key)
{
	const struct p2f_value *const *item = post->meta->items;

	while (*item != NULL && strcmp((*item)->key, key) != 0)
		item++;
	return *item == NULL || (*item)->kind != P2F_TEXT ? NULL :
	    (*item)->text;
}

/* Write a number that is at least 1. */
static void
number(struct p2f_sink *sink, const char *name, const char *text)
{
	if (text != NULL && text[strspn(text, "0123456789")] == '\0' &&
	    text[strspn(text, "0")] != '\0')
		element(sink, name, text);
}

static void
recording(struct p2f_sink *sink, const struct p2f_media *media)
{
	char digits[24];

	put(sink, "<enclosure");
	attribute(sink, "url", media->url);
	snprintf(digits, sizeof digits, "%lld", media->length < 0 ? 0 :
	    media->length);
	attribute(sink, "length", digits);
	attribute(sink, "type", media->type != NULL ? media->type :
	    "application/octet-stream");
	put(sink, "/>\n");
	if (media->duration < 0)
		return;
	snprintf(digits, sizeof digits, "%ld", media->duration);
	element(sink, "itunes:duration", digits);
}

static void
guid(struct p2f_sink *sink, const struct p2f_post *post)
{
	put(sink, "<guid isPermaLink=\"");
	put(sink, post->url != NULL && strcmp(post->url, post->id) == 0 ?
	    "true" : "false");
	put(sink, "\">");
	put_text(sink, post->id);
	put(sink, "</guid>\n");
}

static void
podcast_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	if (*post->media == NULL)
		return;
	put(sink, "<item>\n");
	element(sink, "title", post->title);
	element(sink, "link", post->url);
	guid(sink, post);
	if (post->published != NULL)
		element(sink, "pubDate", post->published->rfc822);
	if (post->content != NULL) {
		put(sink, "<description>");
		put_text(sink, post->content);
		put(sink, "</description>\n");
	}
	recording(sink, *post->media);
	authors(sink, post->authors);
	image(sink, post->image != NULL ? post->image->url : NULL);
	number(sink, "itunes:episode", meta(post, "episode"));
	number(sink, "itunes:season", meta(post, "season"));
	put(sink, "</item>\n");
}

static void
podcast_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	(void)feed;
	put(sink, "</channel>\n</rss>\n");
}

const struct p2f_writer p2f_writer = {
	.abi = P2F_ABI,
	.name = "podcast",
	.extension = ".xml",
	.media_type = "application/rss+xml",
	.about = "RSS 2.0 for directories of podcasts",
	.begin = podcast_begin,
	.entry = podcast_entry,
	.end = podcast_end
};

/*
 * titles - a loadable writer: for each post a line with date and title and one
 * with the URL, for a mail or a terminal.
 *
 *	cc -std=c11 -fPIC -shared -o titles.so titles.c
 *	post2feed -t ./titles.so posts
 *
 * It needs only post2feed.h: see post2feed-writer(3).
 */
#include <string.h>

#include "post2feed.h"

static void
put(struct p2f_sink *sink, const char *text)
{
	sink->put(sink, text, strlen(text));
}

static void
titles_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	put(sink, feed->title);
	put(sink, "\n");
}

static void
titles_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	/* The first ten bytes of an RFC 3339 date are the day. */
	if (post->published != NULL)
		sink->put(sink, post->published->rfc3339, 10);
	else
		put(sink, "undated   ");
	put(sink, "  ");
	put(sink, post->title != NULL ? post->title : "(untitled)");
	put(sink, "\n            ");
	put(sink, post->url != NULL ? post->url : post->id);
	put(sink, "\n");
}

static void
titles_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	(void)feed;
	(void)sink;
}

const struct p2f_writer p2f_writer = {
	.abi = P2F_ABI,
	.name = "titles",
	.extension = ".txt",
	.media_type = "text/plain",
	.about = "date, title and URL of each post, as plain text",
	.begin = titles_begin,
	.entry = titles_entry,
	.end = titles_end
};

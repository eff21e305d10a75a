/*
 * A writer, for tests/header, that writes a line for each broken promise of
 * post2feed.h: if all are kept, the feed is empty.
 */
#include <string.h>

#include "post2feed.h"

static void
report(struct p2f_sink *sink, const char *what, const char *text)
{
	sink->put(sink, what, strlen(what));
	sink->put(sink, ": ", 2);
	if (text != NULL)
		sink->put(sink, text, strlen(text));
	sink->put(sink, "\n", 1);
}

static void
check(struct p2f_sink *sink, int is_so, const char *what)
{
	if (!is_so)
		report(sink, what, NULL);
}

/* The length of the character at p; 0: invalid, or forbidden by XML. */
static size_t
character(const unsigned char *p)
{
	static const unsigned least[] = { 0, 0x80, 0x800, 0x10000 };
	size_t n = *p < 0x80 ? 1 : *p < 0xc2 ? 0 : *p < 0xe0 ? 2 :
	    *p < 0xf0 ? 3 : *p < 0xf5 ? 4 : 0, i;
	unsigned c = n == 1 ? *p : *p & (0x7fu >> n);

	for (i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3fu);
	}
	if (n == 0 || c < least[n - 1] || c > 0x10ffff ||
	    (c >= 0xd800 && c < 0xe000) || c == 0xfffe || c == 0xffff ||
	    (c < ' ' && c != '\t' && c != '\n' && c != '\r'))
		return 0;
	return n;
}

static void
check_clean(struct p2f_sink *sink, const char *s, const char *what)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t n = 1;

	for (; *p != '\0' && n > 0; p += n)
		n = character(p);
	if (n == 0)
		report(sink, what, s);
}

static void
check_text(struct p2f_sink *sink, const char *s, const char *what)
{
	if (s == NULL)
		return;
	check(sink, *s != '\0', what);
	check_clean(sink, s, what);
}

static void
check_there(struct p2f_sink *sink, const char *s, const char *what)
{
	check(sink, s != NULL, what);
	check_text(sink, s, what);
}

/* It must have a scheme, and nothing that RFC 3986 requires to be encoded. */
static void
check_url(struct p2f_sink *sink, const char *s, const char *what)
{
	const char *colon = s == NULL ? NULL : strchr(s, ':'), *p;

	if (s == NULL)
		return;
	if (colon == NULL || strcspn(s, "/?#") < (size_t)(colon - s))
		report(sink, what, s);
	for (p = s; *p != '\0'; p++)
		if (*p <= ' ' || *p > '~' || strchr("<>\"{}|\\^`", *p) !=
		    NULL || (*p == '%' && strspn(p + 1,
		    "0123456789ABCDEFabcdef") < 2)) {
			report(sink, what, s);
			return;
		}
}

static void
check_date(struct p2f_sink *sink, const struct p2f_date *date)
{
	if (date == NULL)
		return;
	check_there(sink, date->rfc3339, "rfc3339");
	check_there(sink, date->rfc822, "rfc822");
}

static void
check_people(struct p2f_sink *sink, const struct p2f_person *const *people)
{
	for (; *people != NULL; people++) {
		check_there(sink, (*people)->name, "name");
		check_text(sink, (*people)->email, "email");
		check_url(sink, (*people)->url, "url of a person");
		check_url(sink, (*people)->avatar, "avatar");
	}
}

static void
check_categories(struct p2f_sink *sink,
    const struct p2f_category *const *list)
{
	size_t i, k;

	for (i = 0; list[i] != NULL; i++) {
		check_there(sink, list[i]->term, "term");
		for (k = 0; k < i; k++)
			if (strcmp(list[i]->term, list[k]->term) == 0)
				report(sink, "term", list[i]->term);
	}
}

static void
check_media(struct p2f_sink *sink, const struct p2f_media *media)
{
	if (media == NULL)
		return;
	check_there(sink, media->url, "url of media");
	check_url(sink, media->url, "url of media");
	check_text(sink, media->type, "type");
	check_text(sink, media->title, "title of media");
	check(sink, media->length >= -1 && media->duration >= -1, "length");
	check(sink, (media->width > 0) == (media->height > 0), "width");
}

static void
check_value(struct p2f_sink *sink, const struct p2f_value *value)
{
	const struct p2f_value *const *item;

	check_text(sink, value->comment, "comment");
	check_text(sink, value->file, "file");
	if (value->kind == P2F_TEXT)
		check_there(sink, value->text, "text");
	if (value->kind != P2F_LIST && value->kind != P2F_MAP)
		return;
	for (item = value->items; *item != NULL; item++) {
		if (value->kind == P2F_MAP)
			check_clean(sink, (*item)->key, "key");
		check_value(sink, *item);
	}
}

static void
check_feed(struct p2f_sink *sink, const struct p2f_feed *feed)
{
	check_there(sink, feed->id, "id");
	check_there(sink, feed->title, "title");
	check_text(sink, feed->description, "description");
	check_there(sink, feed->home, "home");
	check_url(sink, feed->home, "home");
	check_url(sink, feed->self, "self");
	check_text(sink, feed->language, "language");
	check_text(sink, feed->rights, "rights");
	check_url(sink, feed->icon, "icon");
	check_url(sink, feed->logo, "logo");
	check_text(sink, feed->generator, "generator");
	check_text(sink, feed->generator_version, "generator_version");
	check(sink, feed->hubs != NULL && feed->stylesheets != NULL, "hubs");
	check(sink, feed->updated != NULL, "updated");
	check_date(sink, feed->updated);
	check_people(sink, feed->authors);
}

/* A shared part: it knows only the post. */
static void
check_body(const struct p2f_post *post, struct p2f_sink *sink)
{
	check_text(sink, post->content, "content");
	check(sink, post->content_length ==
	    (post->content == NULL ? 0 : strlen(post->content)),
	    "content_length");
}

static void
check_post(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	const struct p2f_media *const *media;

	check_feed(sink, feed);
	check_there(sink, post->path, "path");
	check_there(sink, post->id, "id");
	check_url(sink, post->url, "url");
	check_url(sink, post->external_url, "external_url");
	check_text(sink, post->title, "title");
	check_text(sink, post->summary, "summary");
	check_text(sink, post->language, "language");
	check_text(sink, post->rights, "rights");
	check_date(sink, post->published);
	check_date(sink, post->updated);
	check(sink, post->updated != NULL && (post->published == NULL ||
	    post->updated->seconds >= post->published->seconds), "updated");
	check_people(sink, post->authors);
	check_categories(sink, post->categories);
	check_media(sink, post->image);
	check_media(sink, post->thumbnail);
	for (media = post->media; *media != NULL; media++)
		check_media(sink, *media);
	check(sink, post->meta->kind == P2F_MAP, "meta");
	check_value(sink, post->meta);
	/* A part that is requested twice is written twice, even if empty. */
	sink->share(sink, check_body, post);
	sink->share(sink, check_body, post);
	sink->put(sink, NULL, 0);
}

static void
check_edge(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	check(sink, sink->share == NULL, "share");
	check(sink, sink->room(sink, 1) != NULL, "room");
	check_feed(sink, feed);
}

const struct p2f_writer p2f_writer = {
	.abi = P2F_ABI,
	.name = "contract",
	.extension = ".contract",
	.media_type = "text/plain",
	.about = "what is not as post2feed.h says",
	.begin = check_edge,
	.entry = check_post,
	.end = check_edge
};

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "writers/xml.h"

/*
 * ">" is escaped because of "]]>" (XML 1.0, 2.4).  A parser turns a bare CR
 * into LF (2.11), and any whitespace in an attribute into spaces (3.3.3).
 */
static const struct chunk_escapes numbered_escapes = {
	CHUNK_ESCAPE('&', "&#x26;"),
	CHUNK_ESCAPE('<', "&#x3C;"),
	CHUNK_ESCAPE('>', "&#x3E;"),
	CHUNK_ESCAPE('\r', "&#xD;")
};

static const struct chunk_escapes named_escapes = {
	CHUNK_ESCAPE('&', "&amp;"),
	CHUNK_ESCAPE('<', "&lt;"),
	CHUNK_ESCAPE('>', "&gt;"),
	CHUNK_ESCAPE('\r', "&#xD;")
};

static const struct chunk_escapes text_as_html_escapes = {
	CHUNK_ESCAPE('&', "&amp;amp;"),
	CHUNK_ESCAPE('<', "&amp;lt;"),
	CHUNK_ESCAPE('>', "&amp;gt;"),
	CHUNK_ESCAPE('\r', "&#xD;")
};

static const struct chunk_escapes attribute_escapes = {
	CHUNK_ESCAPE('&', "&amp;"),
	CHUNK_ESCAPE('<', "&lt;"),
	CHUNK_ESCAPE('>', "&gt;"),
	CHUNK_ESCAPE('"', "&quot;"),
	CHUNK_ESCAPE('\t', "&#x9;"),
	CHUNK_ESCAPE('\n', "&#xA;"),
	CHUNK_ESCAPE('\r', "&#xD;")
};

void
xml_begin(struct xml *x, struct p2f_sink *sink, unsigned depth)
{
	chunk_init(&x->out, sink);
	x->outer = x->depth = depth;
	x->nested = depth > 0;
	x->in_tag = false;
}

void
xml_end(struct xml *x)
{
	chunk_flush(&x->out);
}

void
xml_declaration(struct xml *x)
{
	chunk_puts(&x->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
}

void
xml_stylesheets(struct xml *x, const struct p2f_feed *feed)
{
	const char *const *url;

	for (url = feed->stylesheets; *url != NULL; url++) {
		chunk_puts(&x->out, "\n<?xml-stylesheet type=\"text/css\" "
		    "href=\"");
		chunk_escape(&x->out, &attribute_escapes, *url, strlen(*url));
		chunk_puts(&x->out, "\"?>");
	}
}

/* Complete the start tag of an element that has content. */
static void
end_tag(struct xml *x)
{
	if (x->in_tag)
		chunk_put(&x->out, ">", 1);
	x->in_tag = false;
}

void
xml_open(struct xml *x, const char *name)
{
	end_tag(x);
	chunk_break_line(&x->out, x->depth);
	chunk_put(&x->out, "<", 1);
	chunk_puts(&x->out, name);
	assert(x->depth < CHUNK_DEPTH_MAX);
	x->names[x->depth++] = name;
	x->in_tag = true;
	x->nested = false;
}

static void
put_end(struct xml *x, const char *name)
{
	chunk_put(&x->out, "</", 2);
	chunk_puts(&x->out, name);
	chunk_put(&x->out, ">", 1);
}

void
xml_close(struct xml *x)
{
	assert(x->depth > x->outer);
	x->depth--;
	if (x->nested)
		chunk_break_line(&x->out, x->depth);
	if (x->in_tag)
		chunk_put(&x->out, "/>", 2);
	else
		put_end(x, x->names[x->depth]);
	x->in_tag = false;
	x->nested = true;
}

void
xml_close_outer(struct xml *x, const char *name)
{
	x->depth--;
	chunk_break_line(&x->out, x->depth);
	put_end(x, name);
	if (x->depth == 0)
		chunk_put(&x->out, "\n", 1);
}

void
xml_attr(struct xml *x, const char *name, const char *value)
{
	if (value == NULL)
		return;
	chunk_put(&x->out, " ", 1);
	chunk_puts(&x->out, name);
	chunk_put(&x->out, "=\"", 2);
	chunk_escape(&x->out, &attribute_escapes, value, strlen(value));
	chunk_put(&x->out, "\"", 1);
}

/* Write content, even if it is empty. */
static void
put_escaped(struct xml *x, const struct chunk_escapes *escapes,
    const char *text, size_t length)
{
	end_tag(x);
	chunk_escape(&x->out, escapes, text, length);
}

void
xml_attr_number(struct xml *x, const char *name, long long number)
{
	char digits[24];

	if (number < 0)
		return;
	snprintf(digits, sizeof digits, "%lld", number);
	xml_attr(x, name, digits);
}

void
xml_text(struct xml *x, const char *text)
{
	xml_text_length(x, text, strlen(text));
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A reference has at least two letters, so AT&T and Q&A have none. */
static bool
begins_markup(const char *p)
{
	char next = p[1];

	if (*p == '<')
		return is_letter(next) || next == '/' || next == '!' ||
		    next == '?';
	return next == '#' || is_digit(next) ||
	    (is_letter(next) && (is_letter(p[2]) || is_digit(p[2])));
}

/* Whether text is markup to a reader that expects HTML or decodes it twice. */
static bool
holds_markup(const char *text)
{
	const char *p;

	for (p = text; *(p += strcspn(p, "<&")) != '\0'; p++)
		if (begins_markup(p))
			return true;
	return false;
}

/* Not mixed: Ruby's REXML decodes a named one that numeric ones produce. */
void
xml_text_length(struct xml *x, const char *text, size_t length)
{
	put_escaped(x, holds_markup(text) ? &numbered_escapes :
	    &named_escapes, text, length);
}

void
xml_url(struct xml *x, const char *url)
{
	put_escaped(x, &named_escapes, url, strlen(url));
}

/* One function for all formats, so that they share its output. */
static void
write_content(const struct p2f_post *post, struct p2f_sink *sink)
{
	struct chunk out;

	chunk_init(&out, sink);
	chunk_escape(&out, &named_escapes, post->content, post->content_length);
	chunk_flush(&out);
}

void
xml_content(struct xml *x, const struct p2f_post *post)
{
	end_tag(x);
	chunk_share(&x->out, write_content, post);
}

void
xml_text_as_html(struct xml *x, const char *text)
{
	put_escaped(x, &text_as_html_escapes, text, strlen(text));
}

void
xml_leaf(struct xml *x, const char *name, const char *text)
{
	if (text == NULL)
		return;
	xml_open(x, name);
	xml_text(x, text);
	xml_close(x);
}

void
xml_leaf_url(struct xml *x, const char *name, const char *url)
{
	if (url == NULL)
		return;
	xml_open(x, name);
	xml_url(x, url);
	xml_close(x);
}

void
xml_page_link(struct xml *x, const struct p2f_feed *feed, const char *url,
    const char *text)
{
	if (*feed->stylesheets == NULL || url == NULL)
		return;
	xml_open(x, "a");
	xml_attr(x, "xmlns", "http://www.w3.org/1999/xhtml");
	xml_attr(x, "href", url);
	xml_text(x, text != NULL ? text : url);
	xml_close(x);
}

void
xml_archives(struct xml *x, const struct p2f_feed *feed, xml_linker *link,
    const char *type)
{
	link(x, "current", feed->current, type);
	link(x, "prev-archive", feed->prev_archive, type);
	link(x, "next-archive", feed->next_archive, type);
	if (feed->current == NULL)
		return;
	xml_open(x, "fh:archive");
	xml_attr(x, "xmlns:fh", "http://purl.org/syndication/history/1.0");
	xml_close(x);
}

static void
put_size(struct xml *x, const struct p2f_media *media)
{
	xml_attr_number(x, "width", media->width > 0 ? media->width : -1);
	xml_attr_number(x, "height", media->height > 0 ? media->height : -1);
}

void
xml_media(struct xml *x, const struct p2f_media *media, const char *medium)
{
	xml_open(x, "media:content");
	xml_attr(x, "url", media->url);
	/* Not 0, which in RSS means unknown. */
	xml_attr_number(x, "fileSize", media->length > 0 ? media->length : -1);
	xml_attr(x, "type", media->type);
	xml_attr(x, "medium", medium);
	xml_attr_number(x, "duration", media->duration);
	put_size(x, media);
	xml_leaf(x, "media:title", media->title);
	xml_close(x);
}

/* Always with a thumbnail, which more readers know than the image. */
void
xml_image(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_media *small = post->thumbnail;

	if (small == NULL)
		small = post->image;
	if (small == NULL)
		return;
	xml_open(x, "media:thumbnail");
	xml_attr(x, "url", small->url);
	put_size(x, small);
	xml_close(x);
	if (post->image != NULL)
		xml_media(x, post->image, "image");
}

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include <libxml/xmlwriter.h>

#include "writers/xml.h"

#define INDENT_WIDTH 2

/* The characters that have to be written as something else, somewhere. */
enum class {
	PLAIN, AMPERSAND, LESS, GREATER, QUOTE, TAB, LINE_FEED, RETURN,
	CLASS_COUNT
};

static const unsigned char classes[UCHAR_MAX + 1] = {
	['&'] = AMPERSAND,
	['<'] = LESS,
	['>'] = GREATER,
	['"'] = QUOTE,
	['\t'] = TAB,
	['\n'] = LINE_FEED,
	['\r'] = RETURN
};

/*
 * What they become; those without an entry stay.  ">" is among them for the
 * sake of "]]>" (XML 1.0, 2.4).  A parser turns a bare CR into LF (2.11), and
 * any white space of an attribute into blanks (3.3.3).
 */
typedef const char *escape_table[CLASS_COUNT];

static const escape_table text_escapes = {
	[AMPERSAND] = "&#x26;",
	[LESS] = "&#x3C;",
	[GREATER] = "&#x3E;",
	[RETURN] = "&#xD;"
};

static const escape_table html_escapes = {
	[AMPERSAND] = "&amp;",
	[LESS] = "&lt;",
	[GREATER] = "&gt;",
	[RETURN] = "&#xD;"
};

static const escape_table text_as_html_escapes = {
	[AMPERSAND] = "&amp;amp;",
	[LESS] = "&amp;lt;",
	[GREATER] = "&amp;gt;",
	[RETURN] = "&#xD;"
};

static const escape_table attribute_escapes = {
	[AMPERSAND] = "&amp;",
	[LESS] = "&lt;",
	[GREATER] = "&gt;",
	[QUOTE] = "&quot;",
	[TAB] = "&#x9;",
	[LINE_FEED] = "&#xA;",
	[RETURN] = "&#xD;"
};

/* The one place where bytes are handed over: libxml2 counts them in int. */
static void
put(struct xml *x, const char *bytes, size_t length)
{
	int part;

	do {
		part = length > INT_MAX ? INT_MAX : (int)length;
		xmlTextWriterWriteRawLen(x->writer, BAD_CAST bytes, part);
		bytes += part;
		length -= (size_t)part;
	} while (length > 0);
}

static void
put_string(struct xml *x, const char *s)
{
	put(x, s, strlen(s));
}

/*
 * Escaped text collects here, since a call of libxml2 for each of the short
 * runs between two tags costs more than the rest of the work.
 */
struct chunk {
	size_t	length;
	char	bytes[4096];
};

static void
chunk_flush(struct xml *x, struct chunk *chunk)
{
	put(x, chunk->bytes, chunk->length);
	chunk->length = 0;
}

static void
chunk_add(struct xml *x, struct chunk *chunk, const char *run, size_t length)
{
	if (length > sizeof chunk->bytes - chunk->length)
		chunk_flush(x, chunk);
	if (length > sizeof chunk->bytes) {
		put(x, run, length);
		return;
	}
	memcpy(chunk->bytes + chunk->length, run, length);
	chunk->length += length;
}

static void
put_escaped(struct xml *x, const escape_table escapes, const char *text,
    size_t length)
{
	struct chunk	 chunk;
	const char	*run = text, *end = text + length, *escape;

	chunk.length = 0;
	for (; text < end; text++) {
		escape = escapes[classes[(unsigned char)*text]];
		if (escape == NULL)
			continue;
		chunk_add(x, &chunk, run, (size_t)(text - run));
		chunk_add(x, &chunk, escape, strlen(escape));
		run = text + 1;
	}
	chunk_add(x, &chunk, run, (size_t)(end - run));
	chunk_flush(x, &chunk);
}

static int
sink_write(void *sink, const char *bytes, int length)
{
	struct p2f_sink *s = sink;

	s->put(s, bytes, (size_t)length);
	return length;
}

void
xml_begin(struct xml *x, struct p2f_sink *sink, unsigned depth)
{
	x->writer = xmlNewTextWriter(xmlOutputBufferCreateIO(sink_write, NULL,
	    sink, NULL));
	x->depth = depth;
	x->nested = depth > 0;
}

void
xml_end(struct xml *x)
{
	xmlFreeTextWriter(x->writer);
}

/*
 * Not by xmlTextWriterStartDocument(), which would make libxml2 convert all
 * that follows from UTF-8 to UTF-8.
 */
void
xml_declaration(struct xml *x)
{
	put_string(x, "<?xml version=\"1.0\" encoding=\"utf-8\"?>");
}

static void
break_line(struct xml *x)
{
	unsigned i;

	put_string(x, "\n");
	for (i = 0; i < x->depth * INDENT_WIDTH; i++)
		put_string(x, " ");
}

void
xml_open(struct xml *x, const char *name)
{
	break_line(x);
	xmlTextWriterStartElement(x->writer, BAD_CAST name);
	x->depth++;
	x->nested = false;
}

void
xml_close(struct xml *x)
{
	x->depth--;
	if (x->nested)
		break_line(x);
	xmlTextWriterEndElement(x->writer);
	x->nested = true;
}

/* This xmlTextWriter never saw the start tag, so it cannot write the end. */
void
xml_close_outer(struct xml *x, const char *name)
{
	x->depth--;
	break_line(x);
	put_string(x, "</");
	put_string(x, name);
	put_string(x, ">");
	if (x->depth == 0)
		put_string(x, "\n");
}

void
xml_attr(struct xml *x, const char *name, const char *value)
{
	if (value == NULL)
		return;
	xmlTextWriterStartAttribute(x->writer, BAD_CAST name);
	put_escaped(x, attribute_escapes, value, strlen(value));
	xmlTextWriterEndAttribute(x->writer);
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

void
xml_text_length(struct xml *x, const char *text, size_t length)
{
	put_escaped(x, text_escapes, text, length);
}

void
xml_html(struct xml *x, const char *html, size_t length)
{
	put_escaped(x, html_escapes, html, length);
}

void
xml_text_as_html(struct xml *x, const char *text)
{
	put_escaped(x, text_as_html_escapes, text, strlen(text));
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
	xml_attr_number(x, "fileSize", media->length);
	xml_attr(x, "type", media->type);
	xml_attr(x, "medium", medium);
	xml_attr_number(x, "duration", media->duration);
	put_size(x, media);
	xml_close(x);
}

/* More readers know the thumbnail than the picture: it is always there. */
void
xml_picture(struct xml *x, const struct p2f_post *post)
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

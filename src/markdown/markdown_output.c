/*
 * What md4c makes, piece by piece.  Each tag is one, but for those of links
 * and pictures.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "html/plain.h"
#include "markdown/markdown_parts.h"

#define TAB 4		/* columns, CommonMark 2.2 */
#define TASK "<li class=\"task-list-item\">"	/* its box follows */

static bool
is_piece(const char *s, size_t n, const char *piece)
{
	return n == strlen(piece) && memcmp(s, piece, n) == 0;
}

static bool
is_in_source(const struct markdown_output *out, const char *s)
{
	return (uintptr_t)s - (uintptr_t)out->source < out->length;
}

/* The tag of a picture is cut before its address. */
static void
take_picture(struct markdown_output *out, const char *s, size_t n)
{
	if (!is_piece(s, n, "<img src=\"") || is_in_source(out, s))
		return;
	out->state = OUTPUT_ADDRESS;
	buf_clear(&out->address);
}

static void
end_address(struct markdown_output *out)
{
	const struct markdown_options *o = out->options;
	const char *url = NULL;

	buf_puts(&out->address, "");
	if (o->picture != NULL)
		url = o->picture(o->context, out->address.bytes);
	buf_puts(out->code.out, url != NULL ? url : out->address.bytes);
	out->state = OUTPUT_ALT;
}

static void
take_address(struct markdown_output *out, const char *s, size_t n)
{
	if (is_piece(s, n, "\" alt=\""))
		end_address(out);
	buf_add(out->state == OUTPUT_ADDRESS ? &out->address : out->code.out,
	    s, n);
}

/* Raw HTML is text there; all else was escaped by md4c. */
static void
take_alt(struct markdown_output *out, const char *s, size_t n)
{
	if (is_in_source(out, s)) {
		plain_escape(out->code.out, s, n);
		return;
	}
	if (is_piece(s, n, "\" title=\"") || is_piece(s, n, "\">"))
		out->state = OUTPUT_TEXT;
	buf_add(out->code.out, s, n);
}

/* The box of a task stands in front of its paragraph, not in it. */
static bool
take_box(struct markdown_output *out, const char *s, size_t n)
{
	struct buf *html = out->code.out;
	size_t box = out->box;

	if (*s != '<' || is_in_source(out, s))
		return false;
	out->box = text_begins(s, s + n, TASK) ?
	    html->length + strlen(TASK) : 0;
	if (box == 0 || !is_piece(s, n, "<p>"))
		return false;
	buf_add(html, s, n);
	memmove(html->bytes + box + n, html->bytes + box,
	    html->length - box - n);
	memcpy(html->bytes + box, s, n);
	return true;
}

/* Nearly all that comes is neither code nor its beginning. */
static void
put(struct markdown_output *out, const char *s, size_t n)
{
	if (out->code.state == CODE_OUTSIDE && n != CODE_TAG_LENGTH)
		buf_add(out->code.out, s, n);
	else
		code_add(&out->code, s, n);
}

/*
 * The indentation of a line of code, from there on: as it was typed, if a tab
 * does not reach over what Markdown takes from it.
 */
static void
put_indentation(struct markdown_output *out, const char *code)
{
	const char *p = code, *line;
	size_t column = 0, end;

	while (p > out->source && p[-1] != '\n')
		p--;
	for (line = p; p < code; p++)
		column += *p == '\t' ? TAB - column % TAB : 1;
	end = column - (column < out->columns ? column : out->columns);
	for (p = line, column = 0; p < code && column < end; p++)
		column += *p == '\t' ? TAB - column % TAB : 1;
	for (line = p; line < code && ascii_is_blank(*line); line++)
		continue;
	if (column == end && line == code && p < code)
		put(out, p, (size_t)(code - p));
	else
		for (; out->columns > 0; out->columns--)
			put(out, " ", 1);
}

/* What stands for one character of the source. */
static bool
is_escape(const char *s, size_t n)
{
	return n > 3 && *s == '&' && s[n - 1] == ';';
}

/*
 * The indentation comes as blanks, and what is behind it as it stands in the
 * source, but for escapes: these wait until it is known where.
 */
static void
take_indented(struct markdown_output *out, const char *s, size_t n)
{
	if (!is_in_source(out, s) && is_escape(s, n)) {
		out->escapes++;
		buf_add(&out->held, s, n);
		return;
	}
	if (is_in_source(out, s))
		put_indentation(out, s - out->escapes);
	else
		for (; out->columns > 0; out->columns--)
			put(out, " ", 1);
	if (out->held.length > 0)
		put(out, out->held.bytes, out->held.length);
	put(out, s, n);
	buf_clear(&out->held);
	out->columns = out->escapes = 0;
	out->state = OUTPUT_TEXT;
}

/* False: it is no indentation, or no tab can be in it. */
static bool
take_indentation(struct markdown_output *out, const char *s, size_t n)
{
	if (!out->has_tabs || out->escapes > 0 || is_in_source(out, s) ||
	    text_skip_blanks(s, s + n) < s + n)
		return false;
	out->columns += n;
	out->state = OUTPUT_INDENTED;
	return true;
}

void
markdown_output_init(struct markdown_output *out, struct buf *html,
    const char *source, size_t n, const struct markdown_options *o)
{
	*out = (struct markdown_output){ .options = o, .source = source,
	    .length = n, .code = { .out = html, .is_hilite = o->is_hilite },
	    .from = html->length };
	out->has_tabs = n > 0 && memchr(source, '\t', n) != NULL;
}

static void
take_special(struct markdown_output *out, const char *s, size_t n)
{
	switch (out->state) {
	case OUTPUT_TEXT:
		if (n == 0 || take_indentation(out, s, n) ||
		    take_box(out, s, n))
			break;
		take_picture(out, s, n);
		put(out, s, n);
		break;
	case OUTPUT_ADDRESS:
		take_address(out, s, n);
		break;
	case OUTPUT_ALT:
		take_alt(out, s, n);
		break;
	case OUTPUT_INDENTED:
		if (!take_indentation(out, s, n))
			take_indented(out, s, n);
		break;
	}
}

void
markdown_output_add(const char *s, unsigned n, void *context)
{
	struct markdown_output *out = context;

	/* Older versions encode what needs it no more (RFC 3986, 2.3). */
	if (n == 3 && *s == '%' && is_piece(s, n, "%7E") &&
	    !is_in_source(out, s)) {
		s = "~";
		n = 1;
	}
	/* Nearly all pieces are text. */
	if (out->code.state != CODE_OUTSIDE)
		code_add(&out->code, s, n);
	else if (n > 0 && *s != '<' && *s != ' ' && out->state == OUTPUT_TEXT)
		buf_add(out->code.out, s, n);
	else
		take_special(out, s, n);
}

/* Take out the marks of paragraphs that are none, and their <p> with them. */
static void
drop_marks(struct buf *out, size_t from)
{
	const char *p = out->bytes + from, *end = out->bytes + out->length;
	char *to = out->bytes + from;
	bool is_open = false;

	for (; p < end; p++)
		if (*p == MARKDOWN_BARE) {
			if ((size_t)(to - out->bytes) >= from + 3 &&
			    memcmp(to - 3, "<p>", 3) == 0) {
				to -= 3;
				is_open = true;
			}
		} else if (*p == MARKDOWN_BARE_END) {
			if (is_open && end - p > 4 &&
			    memcmp(p + 1, "</p>", 4) == 0) {
				p += 4;
				is_open = false;
			}
		} else {
			*to++ = *p;
		}
	out->length = (size_t)(to - out->bytes);
	buf_puts(out, "");
}

void
markdown_output_end(struct markdown_output *out)
{
	struct buf *html = out->code.out;

	if (out->has_bare && html->length > out->from)
		drop_marks(html, out->from);
	buf_release(&out->code.word);
	buf_release(&out->address);
	buf_release(&out->held);
}

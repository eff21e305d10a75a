/*
 * Writes what md4c parses as HTML.  md4c's own renderer would need changes for
 * images, code and tasks, and takes longer.
 */
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include <md4c-html.h>
#include <md4c.h>

#include "base/entity.h"
#include "base/mem.h"
#include "base/text.h"
#include "html/plain.h"
#include "markdown/code.h"
#include "markdown/markdown_parts.h"

#define TAB 4		/* columns, CommonMark 2.2 */
#define REPLACEMENT 0xfffd
#define REFERENCE_MAX 64	/* bytes; md4c allows 50 at most */

struct output {
	const struct markdown_options *options;
	const char	*source;
	size_t		 length;	/* of the source */
	bool		 has_tabs;	/* the source has tabs */
	struct buf	*html;
	struct code	 code;

	bool		 is_verbatim;	/* in a block of code or raw HTML */
	size_t		 columns;	/* of indentation still to be put */
	const char	*box;		/* of the item that has just begun,
					   or NULL */
	unsigned	 images;	/* open ones, nested */
	struct buf	 scratch;	/* part of a tag */
};

struct tag {
	char		 text[15];
	unsigned char	 length;
};

#define TAG(text) { text, sizeof text - 1 }

static const struct tag block_starts[] = {
	[MD_BLOCK_QUOTE] = TAG("<blockquote>\n"),
	[MD_BLOCK_UL] = TAG("<ul>\n"),
	[MD_BLOCK_HR] = TAG("<hr>\n"),
	[MD_BLOCK_P] = TAG("<p>"),
	[MD_BLOCK_TABLE] = TAG("<table>\n"),
	[MD_BLOCK_THEAD] = TAG("<thead>\n"),
	[MD_BLOCK_TBODY] = TAG("<tbody>\n"),
	[MD_BLOCK_TR] = TAG("<tr>\n"),
	[MD_BLOCK_TD] = TAG("")
};

static const struct tag block_ends[] = {
	[MD_BLOCK_QUOTE] = TAG("</blockquote>\n"),
	[MD_BLOCK_UL] = TAG("</ul>\n"),
	[MD_BLOCK_OL] = TAG("</ol>\n"),
	[MD_BLOCK_LI] = TAG("</li>\n"),
	[MD_BLOCK_P] = TAG("</p>\n"),
	[MD_BLOCK_TABLE] = TAG("</table>\n"),
	[MD_BLOCK_THEAD] = TAG("</thead>\n"),
	[MD_BLOCK_TBODY] = TAG("</tbody>\n"),
	[MD_BLOCK_TR] = TAG("</tr>\n"),
	[MD_BLOCK_TH] = TAG("</th>\n"),
	[MD_BLOCK_TD] = TAG("</td>\n")
};

static const struct tag span_starts[] = {
	[MD_SPAN_EM] = TAG("<em>"),
	[MD_SPAN_STRONG] = TAG("<strong>"),
	[MD_SPAN_CODE] = TAG("<code>"),
	[MD_SPAN_DEL] = TAG("<del>")
};

static const struct tag span_ends[] = {
	[MD_SPAN_EM] = TAG("</em>"),
	[MD_SPAN_STRONG] = TAG("</strong>"),
	[MD_SPAN_A] = TAG("</a>"),
	[MD_SPAN_CODE] = TAG("</code>"),
	[MD_SPAN_DEL] = TAG("</del>")
};

static void
put_tag(struct output *out, const struct tag *tag)
{
	buf_add_sized(out->html, tag->text, tag->length, sizeof tag->text);
}

/* The first content of an item comes after its checkbox. */
static void
put_box(struct output *out)
{
	if (out->box != NULL)
		buf_puts(out->html, out->box);
	out->box = NULL;
}

/* ---- text ---- */

static void
add_piece(const MD_CHAR *s, MD_SIZE n, void *text)
{
	buf_add(text, s, n);
}

/*
 * A name that HTML 4 does not have: md4c knows the two thousand of HTML 5, and
 * renders it as a paragraph.  An unknown name is kept.
 */
static void
add_named(struct buf *text, const char *s, size_t n)
{
	static const char start[] = "<p>", end[] = "</p>\n";
	const size_t around = sizeof start - 1 + sizeof end - 1;
	struct buf html = { 0 };

	if (md_html(s, (MD_SIZE)n, add_piece, &html, 0, 0) != 0)
		mem_exhausted();
	if (html.length > around)
		plain_decode(text, html.bytes + sizeof start - 1,
		    html.length - around, false);
	buf_release(&html);
}

/* Add the text of a character reference. */
static void
add_referenced(struct buf *text, const char *s, size_t n)
{
	char name[REFERENCE_MAX];
	unsigned code = 0;

	if (n < sizeof name) {
		memcpy(name, s + 1, n - 2);
		name[n - 2] = '\0';
		code = entity_of_reference(name);
	}
	if (code == 0 && s[1] != '#')
		add_named(text, s, n);
	else
		buf_put_utf8(text, code == 0 ? REPLACEMENT : code);
}

typedef void putter(struct buf *, const char *, size_t);

static void
put_referenced(struct buf *html, const char *s, size_t n, putter *put)
{
	struct buf text = { 0 };

	add_referenced(&text, s, n);
	put(html, text.bytes, text.length);
	buf_release(&text);
}

/* Characters that need no encoding in a URL in an attribute. */
#define Y true
static const bool is_of_url[UCHAR_MAX + 1] = {
	TEXT_DIGITS(Y), TEXT_UPPER(Y), TEXT_LOWER(Y),
	['-'] = Y, ['_'] = Y, ['.'] = Y, ['~'] = Y, ['+'] = Y, ['!'] = Y,
	['*'] = Y, ['('] = Y, [')'] = Y, [','] = Y, ['%'] = Y, ['#'] = Y,
	['@'] = Y, ['?'] = Y, ['='] = Y, [';'] = Y, [':'] = Y, ['/'] = Y,
	['$'] = Y
};
#undef Y

/* Percent-encode where needed (RFC 3986 2.1), and escape '&'. */
static void
put_url(struct buf *html, const char *s, size_t n)
{
	const char *end = s + n, *p;

	for (p = s; p < end; s = ++p) {
		while (p < end && is_of_url[(unsigned char)*p])
			p++;
		buf_add_span(html, s, p);
		if (p == end)
			break;
		if (*p == '&')
			buf_puts(html, "&amp;");
		else
			buf_printf(html, "%%%02X", (unsigned char)*p);
	}
}

static void
put_parts(struct buf *html, const MD_ATTRIBUTE *a, putter *put)
{
	MD_SIZE start, end;
	unsigned i;

	for (i = 0; a->substr_offsets[i] < a->size; i++) {
		start = a->substr_offsets[i];
		end = a->substr_offsets[i + 1];
		if (a->substr_types[i] == MD_TEXT_ENTITY)
			put_referenced(html, a->text + start, end - start,
			    put);
		else
			put(html, a->text + start, end - start);
	}
}

/* ---- spans ---- */

static void
put_title(struct output *out, const MD_ATTRIBUTE *title)
{
	if (title->text == NULL)
		return;
	buf_puts(out->html, "\" title=\"");
	put_parts(out->html, title, plain_escape);
}

static void
begin_link(struct output *out, const MD_SPAN_A_DETAIL *link)
{
	static const struct tag start = TAG("<a href=\""), end = TAG("\">");

	put_tag(out, &start);
	put_parts(out->html, &link->href, put_url);
	put_title(out, &link->title);
	put_tag(out, &end);
}

/* Its description comes next. */
static void
begin_image(struct output *out, const MD_SPAN_IMG_DETAIL *image)
{
	const struct markdown_options *o = out->options;
	const char *url = NULL;

	buf_clear(&out->scratch);
	put_parts(&out->scratch, &image->src, put_url);
	buf_puts(&out->scratch, "");
	if (o->image != NULL)
		url = o->image(o->context, out->scratch.bytes);
	buf_puts(out->html, "<img src=\"");
	buf_puts(out->html, url != NULL ? url : out->scratch.bytes);
	buf_puts(out->html, "\" alt=\"");
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct output *out = context;
	const bool in_alt = out->images > 0;

	put_box(out);
	out->images += type == MD_SPAN_IMG;
	if (in_alt)
		return 0;
	if (type == MD_SPAN_A)
		begin_link(out, detail);
	else if (type == MD_SPAN_IMG)
		begin_image(out, detail);
	else
		put_tag(out, &span_starts[type]);
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct output *out = context;

	out->images -= type == MD_SPAN_IMG;
	if (out->images > 0)
		return 0;
	if (type != MD_SPAN_IMG) {
		put_tag(out, &span_ends[type]);
		return 0;
	}
	put_title(out, &((const MD_SPAN_IMG_DETAIL *)detail)->title);
	buf_puts(out->html, "\">");
	return 0;
}

/* ---- blocks ---- */

/* The checkbox of a task goes into its paragraph, if it has one. */
static void
begin_item(struct output *out, const MD_BLOCK_LI_DETAIL *item)
{
	if (!item->is_task) {
		buf_puts(out->html, "<li>");
		return;
	}
	buf_puts(out->html, "<li class=\"task-list-item\">");
	out->box = item->task_mark == ' ' ?
	    "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
	    "disabled> " :
	    "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
	    "disabled checked> ";
}

static void
begin_list(struct output *out, const MD_BLOCK_OL_DETAIL *list)
{
	if (list->start == 1)
		buf_puts(out->html, "<ol>\n");
	else
		buf_printf(out->html, "<ol start=\"%u\">\n", list->start);
}

static void
begin_code(struct output *out, const MD_BLOCK_CODE_DETAIL *code)
{
	if (code->lang.text == NULL) {
		code_begin(&out->code, NULL);
		return;
	}
	buf_clear(&out->scratch);
	put_parts(&out->scratch, &code->lang, plain_escape);
	buf_puts(&out->scratch, "");
	code_begin(&out->code, out->scratch.bytes);
}

static void
begin_cell(struct output *out, char kind, const MD_BLOCK_TD_DETAIL *cell)
{
	static const char *const aligned[] = {
		[MD_ALIGN_DEFAULT] = ">",
		[MD_ALIGN_LEFT] = " align=\"left\">",
		[MD_ALIGN_CENTER] = " align=\"center\">",
		[MD_ALIGN_RIGHT] = " align=\"right\">"
	};

	buf_puts(out->html, "<t");
	buf_putc(out->html, kind);
	buf_puts(out->html, aligned[cell->align]);
}

static void
put_heading(struct output *out, const char *start, unsigned level,
    const char *end)
{
	buf_puts(out->html, start);
	buf_putc(out->html, (char)('0' + level));
	buf_puts(out->html, end);
}

static void
begin_block(struct output *out, MD_BLOCKTYPE type, void *detail)
{
	switch (type) {
	case MD_BLOCK_OL:
		begin_list(out, detail);
		break;
	case MD_BLOCK_LI:
		begin_item(out, detail);
		break;
	case MD_BLOCK_H:
		put_heading(out, "<h", ((MD_BLOCK_H_DETAIL *)detail)->level,
		    ">");
		break;
	case MD_BLOCK_CODE:
		begin_code(out, detail);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		begin_cell(out, type == MD_BLOCK_TH ? 'h' : 'd', detail);
		break;
	default:
		put_tag(out, &block_starts[type]);
	}
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct output *out = context;

	if (type != MD_BLOCK_P)
		put_box(out);
	out->is_verbatim = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
	begin_block(out, type, detail);
	if (type == MD_BLOCK_P)
		put_box(out);
	return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct output *out = context;

	put_box(out);
	out->is_verbatim = false;
	if (type == MD_BLOCK_H)
		put_heading(out, "</h", ((MD_BLOCK_H_DETAIL *)detail)->level,
		    ">\n");
	else if (type == MD_BLOCK_CODE)
		code_end(&out->code);
	else
		put_tag(out, &block_ends[type]);
	return 0;
}

/* ---- their content ---- */

static bool
is_in_source(const struct output *out, const char *s)
{
	return (uintptr_t)s - (uintptr_t)out->source < out->length;
}

static void
put_verbatim(struct output *out, MD_TEXTTYPE type, const char *s, size_t n)
{
	if (type == MD_TEXT_CODE)
		code_add(&out->code, s, n);
	else
		buf_add(out->html, s, n);
}

/*
 * Put the indentation of a line of code that is still due: as typed, unless a
 * tab spans the columns that Markdown strips.
 */
static void
put_indentation(struct output *out, MD_TEXTTYPE type, const char *code)
{
	const char *line = text_line_start(out->source, code), *p;
	size_t column = 0, end;

	for (p = line; p < code; p++)
		column += *p == '\t' ? TAB - column % TAB : 1;
	end = column - (column < out->columns ? column : out->columns);
	for (p = line, column = 0; p < code && column < end; p++)
		column += *p == '\t' ? TAB - column % TAB : 1;
	if (column == end && p < code && text_skip_blanks(p, code) == code)
		put_verbatim(out, type, p, (size_t)(code - p));
	else
		for (; out->columns > 0; out->columns--)
			put_verbatim(out, type, " ", 1);
	out->columns = 0;
}

/*
 * Part of a line: spaces for its indentation, and the rest as in the source.
 * md4c has expanded tabs to spaces; restore them.
 */
static void
take_verbatim(struct output *out, MD_TEXTTYPE type, const char *s, size_t n)
{
	if (out->has_tabs && !is_in_source(out, s) && *s == ' ') {
		out->columns += n;
		return;
	}
	if (out->columns > 0)
		put_indentation(out, type, is_in_source(out, s) ? s :
		    out->source);
	put_verbatim(out, type, s, n);
}

/* An image description contains no tags. */
static void
take_special(struct output *out, MD_TEXTTYPE type, const char *s, size_t n)
{
	const bool in_alt = out->images > 0;

	switch (type) {
	case MD_TEXT_BR:
		buf_puts(out->html, in_alt ? " " : "<br>\n");
		break;
	case MD_TEXT_SOFTBR:
		buf_puts(out->html, in_alt ? " " : "\n");
		break;
	case MD_TEXT_ENTITY:
		put_referenced(out->html, s, n, plain_escape);
		break;
	case MD_TEXT_HTML:
		if (!in_alt) {
			buf_add(out->html, s, n);
			break;
		}
		/* FALLTHROUGH */
	default:
		plain_escape(out->html, s, n);
	}
}

static int
take_text(MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE n, void *context)
{
	struct output *out = context;

	put_box(out);
	if (out->is_verbatim)
		take_verbatim(out, type, s, n);
	else if (type == MD_TEXT_NORMAL)
		plain_escape(out->html, s, n);
	else
		take_special(out, type, s, n);
	return 0;
}

void
markdown_output(struct buf *html, const char *source, size_t n,
    unsigned flags, const struct markdown_options *o)
{
	const MD_PARSER parser = { .flags = flags,
	    .enter_block = enter_block, .leave_block = leave_block,
	    .enter_span = enter_span, .leave_span = leave_span,
	    .text = take_text };
	struct output out = { .options = o, .source = source, .length = n,
	    .has_tabs = n > 0 && memchr(source, '\t', n) != NULL,
	    .html = html,
	    .code = { .out = html, .is_hilite = o->is_hilite } };

	if (md_parse(source, (MD_SIZE)n, &parser, &out) != 0)
		mem_exhausted();
	buf_release(&out.code.indentation);
	buf_release(&out.scratch);
}

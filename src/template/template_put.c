/*
 * What stands in the place of a tag has to be right in Markdown and in HTML,
 * in a line of text and on a line of its own.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/plain.h"
#include "template/template_markup.h"
#include "template/template_tags.h"

#define PREFIX_MAX 64

bool
template_in_html(const struct template *t)
{
	return t->walk.is_html || t->walk.in_html;
}

void
template_put_text(struct template *t, const char *s)
{
	plain_escape(t->out, s, strlen(s));
}

/* Text for a place of its own: nothing in it is Markdown. */
void
template_put_literal(struct template *t, const char *s)
{
	static const char active[] = "\\`*_[]<>&!~$|{}\"";
	const char *start = s;

	if (template_in_html(t)) {
		template_put_text(t, s);
		return;
	}
	for (; *s != '\0'; s++) {
		if (strchr(active, *s) != NULL || (*s == '#' && s == start))
			buf_putc(t->out, '\\');
		buf_putc(t->out, *s == '\n' ? ' ' : *s);
	}
}

void
template_put_code_text(struct template *t, const char *s)
{
	for (; *s != '\0'; s++)
		if (strchr("\\`*_[]~$|{}\n", *s) != NULL)
			buf_printf(t->out, "&#%d;", *s);
		else
			plain_escape(t->out, s, 1);
}

/* What ends a link of Markdown or an attribute of HTML is encoded. */
static void
put_url(struct template *t, const char *s, bool is_html)
{
	if (url_is_absolute(s))
		t->out->length = template_without_site(t, t->out->bytes,
		    t->out->length);
	for (; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' ||
		    strchr("\"'<>()[]`\\{}|*", *s) != NULL)
			buf_printf(t->out, "%%%02X", (unsigned char)*s);
		else if (*s == '&' && is_html)
			buf_puts(t->out, "&amp;");
		else
			buf_putc(t->out, *s);
}

void
template_put_url(struct template *t, const char *s)
{
	put_url(t, s, template_in_html(t));
}

void
template_put_anchor(struct template *t, const char *url)
{
	buf_puts(t->out, "<a href=\"");
	put_url(t, url, true);
	buf_puts(t->out, "\">");
}

void
template_begin_link(struct template *t, const char *url)
{
	if (template_in_html(t))
		template_put_anchor(t, url);
	else
		buf_putc(t->out, '[');
}

void
template_end_link(struct template *t, const char *url)
{
	if (template_in_html(t)) {
		buf_puts(t->out, "</a>");
		return;
	}
	buf_puts(t->out, "](");
	template_put_url(t, url);
	buf_putc(t->out, ')');
}

/* It may be HTML after all that it stands in, behind a blank line. */
void
template_put_link(struct template *t, const char *url, const char *text)
{
	if (!template_in_html(t) && t->host->has_inner) {
		template_put_anchor(t, url);
		template_put_code_text(t, text);
		buf_puts(t->out, "</a>");
		return;
	}
	template_begin_link(t, url);
	template_put_literal(t, text);
	template_end_link(t, url);
}

const char *
template_blank_rest(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return p == end ? p : *p == '\n' ? p + 1 : NULL;
}

void
template_put_prefix(struct template *t, const char *p, const char *end)
{
	/* Nobody indents further, and it may be written often. */
	if (end - p <= PREFIX_MAX)
		walk_put_prefix(t->out, p, end);
}

void
template_put_indent(struct template *t)
{
	template_put_prefix(t, t->walk.line, t->walk.text);
}

void
template_go_on(struct template *t, const char *line)
{
	walk_skip(&t->walk, line);
	t->walk.in_paragraph = false;
}

void
template_put_line_break(struct template *t)
{
	buf_putc(t->out, '\n');
	template_put_indent(t);
}

void
template_end_paragraph(struct template *t)
{
	template_put_line_break(t);
	template_put_line_break(t);
	t->walk.in_paragraph = false;
}

/* One line of Markdown, where that can be. */
void
template_put_markdown(struct template *t, const char *s)
{
	if (template_in_html(t)) {
		template_put_text(t, s);
		return;
	}
	for (; *s != '\0'; s++)
		buf_putc(t->out, *s == '\n' ? ' ' : *s);
}

/* Without blanks and marks of quotations at the end of what is written. */
static size_t
without_blanks(const struct buf *out, size_t n)
{
	while (n > 0 && (ascii_is_blank(out->bytes[n - 1]) ||
	    out->bytes[n - 1] == '>'))
		n--;
	return n;
}

bool
template_is_at_line(const struct template *t)
{
	size_t n = without_blanks(t->out, t->out->length);

	return n == 0 || t->out->bytes[n - 1] == '\n';
}

bool
template_is_behind_blank(const struct template *t)
{
	size_t n = without_blanks(t->out, t->out->length);

	n = n == 0 ? 0 : without_blanks(t->out, n - 1);
	return n == 0 || t->out->bytes[n - 1] == '\n';
}

/*
 * Such a tag begins an HTML block, if only a line begins with it; a blank
 * line ends that block, so that Markdown goes on behind it.
 */
static void
put_block_tag(struct template *t, const char *before, const char *html)
{
	bool is_html = template_in_html(t);
	size_t n = strcspn(html, ">");

	if (!is_html && !template_is_at_line(t))
		template_put_line_break(t);
	buf_puts(t->out, before);
	buf_add(t->out, html, n);
	if (!is_html && t->host->has_inner && html[1] != '/')
		buf_puts(t->out, " markdown=\"1\"");
	buf_puts(t->out, html + n);
	if (!is_html)
		template_end_paragraph(t);
}

/* Of Markdown, titles have these, and little else. */
static const struct mark {
	const char	*mark, *open, *close;
} marks[] = {
	{ "`", "<code>", "</code>" },
	{ "***", "<em><strong>", "</strong></em>" },
	{ "**", "<strong>", "</strong>" }
};

/* The mark at p, if there is another one behind it, which is *close. */
static const struct mark *
mark_at(const char *p, const char *end, const char **close)
{
	size_t i, n;

	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		n = strlen(marks[i].mark);
		if (!text_has_prefix(p, marks[i].mark))
			continue;
		*close = text_search(p + n, end, marks[i].mark);
		if (*close != NULL)
			return &marks[i];
	}
	return NULL;
}

/* As HTML. */
static void
add_summary(struct buf *html, const char *s)
{
	const struct mark *mark;
	const char *p = s, *end = s + strlen(s), *close;
	size_t n;

	while (*(p += strcspn(p, "`*")) != '\0') {
		if ((mark = mark_at(p, end, &close)) == NULL) {
			p++;
			continue;
		}
		n = strlen(mark->mark);
		plain_escape(html, s, (size_t)(p - s));
		buf_puts(html, mark->open);
		plain_escape(html, p + n, (size_t)(close - p) - n);
		buf_puts(html, mark->close);
		s = p = close + n;
	}
	plain_escape(html, s, (size_t)(end - s));
}

static void
put_details(struct template *t, const char *summary)
{
	struct buf html = { 0 };

	buf_puts(&html, "<details><summary>");
	add_summary(&html, summary);
	buf_puts(&html, "</summary>");
	put_block_tag(t, "", html.bytes);
	buf_release(&html);
}

static void
put_heading(struct template *t, const char *heading, bool is_rich)
{
	bool is_html = template_in_html(t);

	if (!is_html && !template_is_at_line(t))
		template_put_line_break(t);
	if (!is_html && !template_is_behind_blank(t))
		template_put_line_break(t);
	buf_puts(t->out, is_html ? "<p><strong>" : "**");
	if (is_rich)
		buf_puts(t->out, heading);
	else
		template_put_literal(t, heading);
	buf_puts(t->out, is_html ? "</strong></p>" : "**");
	if (!is_html)
		template_end_paragraph(t);
}

void
template_put_heading(struct template *t, const char *heading)
{
	/* Themes of Hexo have links in it. */
	put_heading(t, heading, strstr(heading, "](") != NULL);
}

void
template_put_heading_above(struct template *t, const char *heading,
    const char *line, const char *text)
{
	if (!template_is_behind_blank(t)) {
		template_put_prefix(t, line, text);
		buf_putc(t->out, '\n');
	}
	template_put_prefix(t, line, text);
	buf_puts(t->out, "**");
	template_put_literal(t, heading);
	buf_puts(t->out, "**\n");
	template_put_prefix(t, line, text);
	buf_putc(t->out, '\n');
}

/* A line below what a block has shown. */
static void
put_footer(struct template *t, const char *text)
{
	bool is_html = template_in_html(t);

	if (!is_html)
		template_end_paragraph(t);
	buf_puts(t->out, is_html ? "<p>" : "");
	template_put_markdown(t, text);
	buf_puts(t->out, is_html ? "</p>" : "");
	if (!is_html)
		template_end_paragraph(t);
}

struct template_block *
template_innermost(struct template *t)
{
	return t->depth == 0 ? NULL : &t->blocks[t->depth - 1];
}

const char *
template_next_title(struct template *t, struct template_block *block)
{
	const char *start = block->titles, *end;

	if (start == NULL)
		return NULL;
	end = start + strcspn(start, ",]");
	block->titles = *end == ',' ? end + 1 : NULL;
	return text_trim_copy(&t->arena, start, end);
}

bool
template_open(struct template *t, const struct template_block *block,
    const char *heading)
{
	if (t->depth == TEMPLATE_DEPTH)
		return false;
	t->blocks[t->depth++] = *block;
	if (block->is_quote)
		put_block_tag(t, "", "<blockquote>");
	if (block->summary != NULL)
		put_details(t, block->summary);
	if (heading != NULL)
		put_heading(t, heading, block->is_rich);
	return true;
}

void
template_close_block(struct template *t)
{
	const struct template_block *block = &t->blocks[--t->depth];
	const char *footer = "";

	if (block->indent > 0) {
		template_close_indented(t, block);
		return;
	}
	if (block->summary != NULL)
		put_block_tag(t, "", "</details>");
	if (block->is_link) {
		while (t->out->length > 0 &&
		    ascii_is_space(t->out->bytes[t->out->length - 1]))
			t->out->length--;
		buf_puts(t->out, "</a>");
	}
	if (block->is_note && block->footer != NULL)
		template_put_note(t, block->footer);
	else if (block->is_note && t->text_out != NULL)
		template_close_note(t);
	else if (!block->is_quote && block->footer != NULL)
		put_footer(t, block->footer);
	if (!block->is_quote)
		return;
	if (block->footer != NULL)
		footer = arena_printf(&t->arena, "<footer>%s</footer>",
		    block->footer);
	put_block_tag(t, footer, "</blockquote>");
}

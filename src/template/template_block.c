/*
 * Blocks: what is written where one begins and ends, its heading and its name.
 */
#include <string.h>

#include "base/text.h"
#include "html/plain.h"
#include "template/template_parts.h"

bool
template_is_kind(const char *name)
{
	static const char *const kinds[] = {
		"note", "tip", "info", "caution", "warning", "danger",
		"important", "success", "error", "example", "question",
		"abstract", "hint", "details", "quote", "secondary",
		"attention", "seealso", "bug", NULL
	};

	return ascii_is_any(name, kinds);
}

const char *
template_capitalized(struct template *t, const char *name)
{
	char *copy = arena_strdup(&t->arena, name);

	*copy = ascii_upper(*copy);
	return copy;
}

/*
 * Such a tag begins an HTML block only at the start of a line; a blank line
 * ends that block, so that Markdown continues after it.
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

/* Titles use this much of Markdown, and little else. */
static const struct mark {
	const char	*mark, *open, *close;
} marks[] = {
	{ "`", "<code>", "</code>" },
	{ "***", "<em><strong>", "</strong></em>" },
	{ "**", "<strong>", "</strong>" }
};

/* The mark at p if it occurs again, at *close; or NULL. */
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

/* Add a summary as HTML. */
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
	if (!is_html && !template_is_after_blank(t) &&
	    !template_is_after_marker(t))
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
	/* Hexo themes put links into it. */
	put_heading(t, heading, strstr(heading, "](") != NULL);
}

void
template_begin_above(struct template *t, const char *line, const char *text)
{
	if (!template_is_after_blank(t)) {
		template_put_prefix(t, line, text);
		buf_putc(t->out, '\n');
	}
	template_put_prefix(t, line, text);
}

void
template_put_heading_above(struct template *t, const char *heading,
    const char *line, const char *text)
{
	template_begin_above(t, line, text);
	buf_puts(t->out, "**");
	template_put_literal(t, heading);
	buf_puts(t->out, "**\n");
	template_put_prefix(t, line, text);
	buf_putc(t->out, '\n');
}

/* Put a line below the content of a block. */
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
	t->blocks[t->depth] = *block;
	t->blocks[t->depth++].prefix = (size_t)(t->walk.text - t->walk.line);
	if (block->is_quote)
		put_block_tag(t, "", "<blockquote>");
	if (block->summary != NULL)
		put_details(t, block->summary);
	if (heading != NULL)
		put_heading(t, heading, block->is_rich);
	return true;
}

/* Remove the indentation of a block from each of its lines. */
static void
dedent(struct buf *out, size_t start, size_t indent)
{
	char *to = out->bytes + start;
	const char *p = to, *end = out->bytes + out->length;
	size_t n;

	while (p < end) {
		for (n = 0; n < indent && p < end && ascii_is_blank(*p); p++)
			n += *p == '\t' ? TEMPLATE_INDENT : 1;
		for (; p < end && *p != '\n'; p++)
			*to++ = *p;
		if (p < end)
			*to++ = *p++;
	}
	out->length = (size_t)(to - out->bytes);
	out->bytes[out->length] = '\0';
}

/* Write the end of an indented block. */
static void
close_indented(struct template *t, const struct template_block *block)
{
	size_t i;

	t->indented--;
	dedent(t->out, block->start, block->indent);
	t->line_start = t->out->length;
	if (block->bare_of != NULL)
		return;
	while (t->out->length > 0 &&
	    ascii_is_space(t->out->bytes[t->out->length - 1]))
		t->out->length--;
	buf_puts(t->out, "\n\n");
	if (block->is_quote || block->summary != NULL) {
		for (i = 0; i < block->column; i++)
			buf_putc(t->out, ' ');
		buf_puts(t->out, block->is_quote ? "</blockquote>\n\n" :
		    "</details>\n\n");
	}
	t->line_start = t->out->length;
}

/* Markdown formatters indent the end of a block like the last item of a list
   before it. */
static void
leave_lists(struct template *t, const struct template_block *block)
{
	const char *bytes = t->out->bytes, *end = bytes + t->out->length;
	const char *line;

	if (!template_is_at_line(t))
		return;
	line = text_line_start(bytes, end);
	if ((size_t)(end - line) > block->prefix &&
	    walk_is_blank(line + block->prefix, end))
		t->out->length = (size_t)(line + block->prefix - bytes);
}

void
template_close_block(struct template *t)
{
	const struct template_block *block = &t->blocks[--t->depth];
	const char *footer = "";

	if (block->indent > 0) {
		close_indented(t, block);
		return;
	}
	if (block->is_quote || block->summary != NULL)
		leave_lists(t, block);
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

/* ---- blocks in a fence ---- */

const char *
template_fence_name(const struct template *t)
{
	return t->walk.fence.c == '~' ? "~~~" : "```";
}

void
template_leave_fence(struct template *t, const char *next)
{
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, next);
	t->walk.fence.length = 0;
	t->walk.in_paragraph = false;
}

void
template_open_fenced(struct template *t, const char *title, const char *next)
{
	template_open(t, &(struct template_block){
	    .name = template_fence_name(t), .colons = t->walk.fence.length,
	    .is_quote = true, .is_rich = true }, title);
	template_leave_fence(t, next);
}

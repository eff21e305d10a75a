/*
 * What replaces a tag must be right in Markdown and in HTML, inline and on a
 * line of its own.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/plain.h"
#include "template/template_parts.h"

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

/* Text in a place of its own: nothing in it becomes Markdown. */
void
template_put_literal(struct template *t, const char *s)
{
	static const char active[] = "\\`*_<>&!~$|{}\"";
	const char *start = s;

	if (template_in_html(t)) {
		template_put_text(t, s);
		return;
	}
	for (; *s != '\0'; s++) {
		/* `\[` could begin a formula. */
		if (*s == '[' || *s == ']') {
			buf_printf(t->out, "&#%d;", *s);
			continue;
		}
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

/* Encode what would end a Markdown link or an HTML attribute. */
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

/* After a blank line, it may still be inside HTML. */
void
template_put_link(struct template *t, const char *url, const char *text)
{
	if (text == NULL)
		text = url;
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

void
template_put_prefix(struct template *t, const char *p, const char *end)
{
	/* Nobody indents more, and it may be repeated often. */
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
	t->is_bare = false;
	template_put_line_break(t);
	template_put_line_break(t);
	t->walk.in_paragraph = false;
}

/* A line of Markdown, where possible. */
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

void
template_put_paragraphs(struct template *t, const char *s)
{
	const char *line = s + strcspn(s, "\n"), *end;
	size_t indent, n = strlen(s);

	line += strspn(line, "\n");
	indent = strspn(line, " \t");
	n = text_trim_span(&s, n);
	if (template_in_html(t) || memchr(s, '\n', n) == NULL) {
		template_put_markdown(t, arena_strndup(&t->arena, s, n));
		return;
	}
	for (end = s + n; s < end; s += n < indent ? n : indent) {
		line = walk_line_end(s, end);
		buf_add_span(t->out, s, line - (line[-1] == '\n'));
		if (line < end)
			template_put_line_break(t);
		s = line;
		n = strspn(s, " \t");
	}
}

/* Length of a text without the whitespace and blockquote markers at its end. */
static size_t
without_prefix(const char *s, size_t n)
{
	return n == 0 ? 0 : (size_t)(walk_cut_prefix(s, s + n) - s);
}

bool
template_is_after_marker(const struct template *t)
{
	const char *line = t->walk.line, *text = t->walk.text;
	size_t n = (size_t)(text - line), length = t->out->length;
	const char *p = length < n ? NULL : t->out->bytes + length - n;

	return p != NULL && walk_skip_prefix(line, text) < text &&
	    (length == n || p[-1] == '\n') && memcmp(p, line, n) == 0;
}

bool
template_is_at_line(const struct template *t)
{
	const char *bytes = t->out->bytes;
	size_t n = without_prefix(bytes, t->out->length);

	return n == 0 || bytes[n - 1] == '\n' || template_is_after_marker(t);
}

bool
template_is_after_blank(const struct template *t)
{
	const char *bytes = t->out->bytes;
	size_t n = without_prefix(bytes, t->out->length);

	n = n == 0 ? 0 : without_prefix(bytes, n - 1);
	return n == 0 || bytes[n - 1] == '\n';
}

static bool
begins_line(const struct template *t, const struct template_tag *tag)
{
	return !t->walk.is_html && walk_is_blank(t->walk.line, tag->start);
}

bool
template_is_block(const struct template *t, const struct template_tag *tag)
{
	const char *rest = begins_line(t, tag) ? walk_blank_rest(tag->end,
	    t->walk.end) : NULL;

	return rest != NULL && walk_blank_rest(rest, t->walk.end) != NULL;
}

/* {{< alert text="It *rains*." >}} */
bool
template_put_key_text(struct template *t, const struct template_tag *tag,
    const char *keys)
{
	const char *text = template_key(tag, keys);
	size_t i;

	for (i = 0; i < tag->count && tag->arguments[i].value != text; i++)
		continue;
	if (text == NULL || *text == '\0' || !tag->arguments[i].is_quoted)
		return false;
	if (!template_is_block(t, tag)) {
		template_put_markdown(t, text);
		return true;
	}
	template_put_paragraphs(t, text);
	template_end_paragraph(t);
	return true;
}

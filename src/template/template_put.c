/*
 * What stands in the place of a tag has to be right in Markdown and in HTML,
 * in a line of text and on a line of its own.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/plain.h"
#include "template/template_parts.h"

/* More names than these are not told. */
#define NAMES_MAX 5
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
void
template_put_url(struct template *t, const char *s)
{
	if (url_is_absolute(s))
		t->out->length = template_without_site(t, t->out->bytes,
		    t->out->length);
	for (; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' ||
		    strchr("\"'<>()[]`\\{}|*", *s) != NULL)
			buf_printf(t->out, "%%%02X", (unsigned char)*s);
		else if (*s == '&' && template_in_html(t))
			buf_puts(t->out, "&amp;");
		else
			buf_putc(t->out, *s);
}

static void
put_attribute(struct template *t, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(t->out, " %s=\"", name);
	template_put_text(t, value);
	buf_putc(t->out, '"');
}

void
template_put_anchor(struct template *t, const char *url)
{
	buf_puts(t->out, "<a href=\"");
	template_put_url(t, url);
	buf_puts(t->out, "\">");
}

/* In Markdown the URL of a link stands behind its text. */
static void
begin_link(struct template *t, const char *url)
{
	if (template_in_html(t))
		template_put_anchor(t, url);
	else
		buf_putc(t->out, '[');
}

static void
end_link(struct template *t, const char *url)
{
	if (template_in_html(t)) {
		buf_puts(t->out, "</a>");
		return;
	}
	buf_puts(t->out, "](");
	template_put_url(t, url);
	buf_putc(t->out, ')');
}

void
template_put_link(struct template *t, const char *url, const char *text)
{
	begin_link(t, url);
	template_put_literal(t, text);
	end_link(t, url);
}

static bool
begins_line(const struct template *t, const struct template_tag *tag)
{
	return !t->walk.is_html && walk_is_blank(t->walk.line, tag->start);
}

/* Where a line ends behind p, if only blanks follow; else NULL. */
static const char *
blank_rest(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return p == end ? p : *p == '\n' ? p + 1 : NULL;
}

/* Alone on its line, and the last one of a paragraph. */
static bool
is_block(const struct template *t, const struct template_tag *tag)
{
	const char *rest = begins_line(t, tag) ? blank_rest(tag->end,
	    t->walk.end) : NULL;

	return rest != NULL && blank_rest(rest, t->walk.end) != NULL;
}

static void
put_img(struct template *t, const struct template_image *image)
{
	buf_puts(t->out, "<img src=\"");
	template_put_url(t, image->url);
	buf_puts(t->out, "\"");
	put_attribute(t, "alt", image->alt == NULL ? "" : image->alt);
	put_attribute(t, "title", image->title);
	put_attribute(t, "width", image->width);
	put_attribute(t, "height", image->height);
	buf_puts(t->out, ">");
}

void
template_put_prefix(struct template *t, const char *p, const char *end)
{
	/* Nobody indents further, and it may be written often. */
	if (end - p <= PREFIX_MAX)
		walk_put_prefix(t->out, p, end);
}

/* That of the line. */
static void
put_prefix(struct template *t)
{
	template_put_prefix(t, t->walk.line, t->walk.text);
}

void
template_put_line_break(struct template *t)
{
	buf_putc(t->out, '\n');
	put_prefix(t);
}

/* A blank line. */
static void
end_paragraph(struct template *t)
{
	template_put_line_break(t);
	template_put_line_break(t);
	t->walk.in_paragraph = false;
}

/* Text that shows otherwise than as it is typed. */
static bool
is_markdown(const char *s)
{
	return strpbrk(s, "*_`[<\\~") != NULL || strstr(s, "://") != NULL ||
	    (strchr(s, '&') != NULL && strchr(s, ';') != NULL);
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

static void
put_credit(struct template *t, const struct template_image *image)
{
	if (image->credit == NULL)
		return;
	if (image->caption != NULL)
		buf_putc(t->out, ' ');
	if (image->credit_url != NULL)
		begin_link(t, image->credit_url);
	template_put_markdown(t, image->credit);
	if (image->credit_url != NULL)
		end_link(t, image->credit_url);
}

static bool
has_block(const struct template *t, const struct template_image *image)
{
	return !template_in_html(t) && (image->credit != NULL ||
	    (image->is_rich && image->caption != NULL &&
	    is_markdown(image->caption)));
}

/*
 * Caption and credit.  Markdown is rendered between blank lines, which end
 * the HTML block around it, or else where an attribute asks for it.
 */
static void
put_caption(struct template *t, const struct template_image *image)
{
	bool is_block = has_block(t, image);

	if (is_block)
		end_paragraph(t);
	if (image->caption != NULL && is_block)
		template_put_markdown(t, image->caption);
	else if (image->caption != NULL)
		template_put_text(t, image->caption);
	put_credit(t, image);
	if (is_block)
		end_paragraph(t);
}

static bool
has_caption(const struct template_image *image)
{
	return image->caption != NULL || image->heading != NULL ||
	    image->credit != NULL;
}

static void
put_figure(struct template *t, const struct template_image *image)
{
	buf_puts(t->out, "<figure>");
	if (image->link != NULL)
		template_put_anchor(t, image->link);
	put_img(t, image);
	buf_puts(t->out, image->link != NULL ? "</a>" : "");
	if (has_caption(image)) {
		buf_puts(t->out, t->host->has_inner && has_block(t, image) ?
		    "<figcaption markdown=\"block\">" : "<figcaption>");
		if (image->heading != NULL) {
			buf_puts(t->out, "<h4>");
			template_put_text(t, image->heading);
			buf_puts(t->out, "</h4>");
		}
		put_caption(t, image);
		buf_puts(t->out, "</figcaption>");
	}
	buf_puts(t->out, "</figure>");
}

/* Markdown has no sizes; and it may be HTML after all that it stands in. */
static void
put_picture(struct template *t, const struct template_image *image)
{
	if (image->width != NULL || image->height != NULL ||
	    (t->host->has_inner && image->link == NULL)) {
		put_img(t, image);
		return;
	}
	buf_puts(t->out, "![");
	template_put_literal(t, image->alt == NULL ? "" : image->alt);
	buf_puts(t->out, "](");
	template_put_url(t, image->url);
	if (image->title != NULL) {
		buf_puts(t->out, " \"");
		template_put_literal(t, image->title);
		buf_puts(t->out, "\"");
	}
	buf_puts(t->out, ")");
}

/* In a line of text. */
static void
put_caption_of_line(struct template *t, const struct template_image *image)
{
	if (!has_caption(image))
		return;
	buf_puts(t->out, "<br>");
	if (image->heading != NULL) {
		buf_puts(t->out, "**");
		template_put_literal(t, image->heading);
		buf_puts(t->out, "**");
		if (image->caption != NULL || image->credit != NULL)
			buf_puts(t->out, "<br>");
	}
	if (image->caption != NULL && image->is_rich)
		template_put_markdown(t, image->caption);
	else if (image->caption != NULL)
		template_put_literal(t, image->caption);
	put_credit(t, image);
}

static void
put_markdown_image(struct template *t, const struct template_image *image)
{
	if (image->link != NULL)
		begin_link(t, image->link);
	put_picture(t, image);
	if (image->link != NULL)
		end_link(t, image->link);
	put_caption_of_line(t, image);
}

void
template_put_image(struct template *t, const struct template_tag *tag,
    const struct template_image *image)
{
	if (has_caption(image) &&
	    (template_in_html(t) || is_block(t, tag)))
		put_figure(t, image);
	else if (template_in_html(t))
		put_img(t, image);
	else
		put_markdown_image(t, image);
}

/* Behind what a line of an item or a quotation begins with. */
static const char *
skip_prefix(const struct template *t, const char *p, const char *end)
{
	const char *stop = p + (t->walk.text - t->walk.line);

	if (t->walk.lists + t->walk.quotes == 0)
		return p;
	while (p < stop && p < end && (ascii_is_blank(*p) || *p == '>'))
		p++;
	return p;
}

/*
 * A blank line would end the HTML block around it, and so would one that is
 * not in its item or quotation.
 */
static void
put_pre(struct template *t, const char *language, const char *code, size_t n)
{
	const char *p, *end = code + n;
	bool is_inner = t->walk.lists + t->walk.quotes > 0;

	buf_puts(t->out, "<pre><code");
	if (language != NULL) {
		buf_puts(t->out, " class=\"language-");
		template_put_text(t, language);
		buf_putc(t->out, '"');
	}
	buf_putc(t->out, '>');
	for (p = skip_prefix(t, code, end); p < end; p++)
		if (*p == '\n' && !t->walk.is_html) {
			buf_puts(t->out, "&#10;");
			p = skip_prefix(t, p + 1, end) - 1;
		} else {
			plain_escape(t->out, p, 1);
		}
	buf_puts(t->out, is_inner ? "&#10;" : "\n");
	buf_puts(t->out, "</code></pre>");
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

/* Whether what is written next begins a line. */
static bool
is_at_line(const struct template *t)
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

static size_t
longest_run(const char *p, size_t n, char c)
{
	size_t longest = 0, run = 0, i;

	for (i = 0; i < n; i++) {
		run = p[i] == c ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

static void
put_fence(struct template *t, size_t length, const char *language)
{
	while (length-- > 0)
		buf_putc(t->out, '`');
	/* No word of a fence holds back-quotes. */
	if (language != NULL)
		buf_add(t->out, language, strcspn(language, "`\n"));
}

/* Without lines at the end that hold nothing but the marks of quotations. */
static size_t
trim_code(const struct template *t, const char *code, size_t n)
{
	size_t k = n;

	do {
		n = k;
		while (n > 0 && ascii_is_space(code[n - 1]))
			n--;
		for (k = n; t->walk.quotes > 0 && k > 0 &&
		    (code[k - 1] == '>' || ascii_is_blank(code[k - 1])); k--)
			continue;
	} while (k < n && (k == 0 || code[k - 1] == '\n'));
	return n;
}

/* Whether a line stands in the item or quotation that the tag is in. */
static bool
is_inside(const struct template *t, const char *p, const char *end)
{
	const struct walk *w = &t->walk;
	const char *q = w->line;
	size_t column = 0;

	if (w->quotes == 0) {
		for (; p < end && ascii_is_blank(*p); p++)
			column += *p == '\t' ? 4 - column % 4 : 1;
		return column >= w->columns[w->lists - 1];
	}
	while (p < end && q < w->text && (*p == '>') == (*q == '>')) {
		p++;
		q++;
	}
	return q == w->text;
}

/* Code that stands nearer to the margin than that is moved into it. */
static void
put_code_lines(struct template *t, const char *p, const char *end)
{
	bool is_inner = t->walk.lists + t->walk.quotes > 0;
	bool is_moved = false;
	const char *line, *next, *text;

	for (line = p; is_inner && line < end; line = next) {
		next = walk_line_end(line, end);
		text = walk_skip_prefix(line, next);
		is_moved = is_moved || (text < next && *text != '\n' &&
		    !is_inside(t, line, next));
	}
	for (line = p; line < end; line = next) {
		next = walk_line_end(line, end);
		if (is_moved || (t->walk.quotes > 0 && *line == '\n'))
			put_prefix(t);
		buf_add(t->out, line, (size_t)(next - line));
	}
}

void
template_put_code(struct template *t, const char *language,
    const char *code, size_t n)
{
	const char *line_end;
	size_t length = longest_run(code, n, '`') + 1;

	while ((line_end = memchr(code, '\n', n)) != NULL &&
	    walk_is_blank(code, line_end)) {
		n -= (size_t)(line_end + 1 - code);
		code = line_end + 1;
	}
	n = trim_code(t, code, n);
	if (template_in_html(t)) {
		put_pre(t, language, code, n);
		return;
	}
	if (!is_at_line(t)) {
		buf_putc(t->out, '\n');
		put_prefix(t);
	}
	length = length < 3 ? 3 : length;
	put_fence(t, length, language);
	buf_putc(t->out, '\n');
	put_code_lines(t, code, code + n);
	if (n > 0)
		buf_putc(t->out, '\n');
	put_prefix(t);
	put_fence(t, length, NULL);
	if (blank_rest(t->walk.next, t->walk.end) == NULL)
		buf_putc(t->out, '\n');
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

	if (!is_html && !is_at_line(t))
		template_put_line_break(t);
	buf_puts(t->out, before);
	buf_add(t->out, html, n);
	if (!is_html && t->host->has_inner && html[1] != '/')
		buf_puts(t->out, " markdown=\"1\"");
	buf_puts(t->out, html + n);
	if (!is_html)
		end_paragraph(t);
}

static void
put_details(struct template *t, const char *summary)
{
	struct buf html = { 0 };

	buf_puts(&html, "<details><summary>");
	plain_escape(&html, summary, strlen(summary));
	buf_puts(&html, "</summary>");
	put_block_tag(t, "", html.bytes);
	buf_release(&html);
}

static void
put_heading(struct template *t, const char *heading, bool is_rich)
{
	bool is_html = template_in_html(t);

	if (!is_html && !is_at_line(t))
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
		end_paragraph(t);
}

void
template_put_heading(struct template *t, const char *heading)
{
	/* Themes of Hexo have links in it. */
	put_heading(t, heading, strstr(heading, "](") != NULL);
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
	if (!block->is_quote)
		return;
	if (block->footer != NULL)
		footer = arena_printf(&t->arena, "<footer>%s</footer>",
		    block->footer);
	put_block_tag(t, footer, "</blockquote>");
}

/* Once, and not too many.  A name may hold commas: some are addresses. */
static void
note_name(struct template_report *r, const char *name)
{
	static const char separator[] = ", ";
	const size_t n = strlen(name), gap = sizeof separator - 1;
	const char *p = r->names.bytes;
	size_t names = 0;

	while (p != NULL && *p != '\0') {
		if (++names == NAMES_MAX || (strncmp(p, name, n) == 0 &&
		    (p[n] == '\0' || strncmp(p + n, separator, gap) == 0)))
			return;
		p = strstr(p, separator);
		if (p != NULL)
			p += gap;
	}
	if (r->names.length > 0)
		buf_puts(&r->names, separator);
	buf_puts(&r->names, name);
}

void
template_note_secret(struct template *t, const char *p)
{
	if (t->report->secrets++ == 0)
		t->report->secret_offset = (size_t)(p - t->walk.start);
}

void
template_count(struct template *t, const char *p, const char *name)
{
	if (t->report->count++ == 0)
		t->report->offset = (size_t)(p - t->walk.start);
	note_name(t->report, name);
}

/* Whether a tag is the whole address of `[label]: address`. */
static bool
is_defined(const struct template *t, const char *start, const char *end)
{
	const char *p = t->walk.text;

	if (template_in_html(t) || start <= p || *p != '[' ||
	    (end < t->walk.end && !ascii_is_space(*end)))
		return false;
	start = text_cut_blanks(p, start);
	return start - p > 3 && start[-1] == ':' && start[-2] == ']' &&
	    memchr(p, ']', (size_t)(start - p - 2)) == NULL;
}

void
template_leave(struct template *t, const char *start, const char *end,
    const char *name)
{
	const char *p;

	template_count(t, start, name);
	switch (t->host->policy) {
	case TEMPLATE_DROP:
		/* Else what is below it would be the address. */
		if (is_defined(t, start, end))
			buf_puts(t->out, "<>");
		break;
	case TEMPLATE_KEEP:
		/* `{{<b>}}` would become an element. */
		for (p = start; p < end; p++)
			if (*p == '<')
				buf_puts(t->out, "&lt;");
			else
				buf_putc(t->out, *p);
		break;
	case TEMPLATE_TEXT:
		while (start < end && strchr("{%<:- \n", *start) != NULL)
			start++;
		while (end > start && strchr("}%>- \n", end[-1]) != NULL)
			end--;
		buf_puts(t->out, template_in_html(t) ? "[" : "\\[");
		template_put_literal(t, arena_strndup(&t->arena, start,
		    (size_t)(end - start)));
		buf_puts(t->out, template_in_html(t) ? "]" : "\\]");
		break;
	}
}

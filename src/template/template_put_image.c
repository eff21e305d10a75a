/*
 * An image in place of a tag, with what is below it.
 */
#include <string.h>

#include "base/text.h"
#include "html/plain.h"
#include "template/template_parts.h"

/* No display option of an image is longer. */
#define LOOKS_MAX 12

static void
put_attribute(struct template *t, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(t->out, " %s=\"", name);
	template_put_text(t, value);
	buf_putc(t->out, '"');
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

static bool
has_reference(const char *s)
{
	return strchr(s, '&') != NULL && strchr(s, ';') != NULL;
}

/* Whether text is displayed differently from how it is typed. */
static bool
is_markdown(const char *s)
{
	return strpbrk(s, "*_`[<\\~") != NULL || strstr(s, "://") != NULL ||
	    has_reference(s);
}

static bool
is_html(const char *s)
{
	const char *tag = strchr(s, '<');

	return has_reference(s) || (tag != NULL && ascii_is_alpha(tag[1]));
}

static void
put_credit(struct template *t, const struct template_image *image)
{
	if (image->credit == NULL)
		return;
	if (image->caption != NULL)
		buf_putc(t->out, ' ');
	if (image->credit_url != NULL)
		template_begin_link(t, image->credit_url);
	template_put_markdown(t, image->credit);
	if (image->credit_url != NULL)
		template_end_link(t, image->credit_url);
}

static bool
has_block(const struct template *t, const struct template_image *image)
{
	return !template_in_html(t) && (image->credit != NULL ||
	    (image->is_rich && image->caption != NULL &&
	    is_markdown(image->caption)));
}

/*
 * Caption and credit.  Markdown is rendered between blank lines, which end the
 * HTML block around it, or else where an attribute asks for it.
 */
static void
put_caption(struct template *t, const struct template_image *image)
{
	bool is_block = has_block(t, image);

	if (is_block)
		template_end_paragraph(t);
	if (image->caption != NULL && is_block)
		template_put_markdown(t, image->caption);
	else if (image->caption != NULL && image->is_rich &&
	    template_in_html(t) && is_html(image->caption))
		buf_puts(t->out, image->caption);
	else if (image->caption != NULL)
		template_put_text(t, image->caption);
	put_credit(t, image);
	if (is_block)
		template_end_paragraph(t);
}

static bool
has_caption(const struct template_image *image)
{
	return image->caption != NULL || image->heading != NULL ||
	    image->credit != NULL;
}

static void
put_linked_img(struct template *t, const struct template_image *image)
{
	if (image->link != NULL)
		template_put_anchor(t, image->link);
	put_img(t, image);
	buf_puts(t->out, image->link != NULL ? "</a>" : "");
}

static void
put_figure(struct template *t, const struct template_image *image)
{
	buf_puts(t->out, "<figure>");
	put_linked_img(t, image);
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

/* How an image is displayed, in Obsidian's terms. */
static bool
is_look(const char *p, const char *end)
{
	static const char *const words[] = {
		"center", "left", "right", NULL
	};

	return p < end && (p + strspn(p, "0123456789x") >= end ||
	    text_span_is_any(p, (size_t)(end - p), words));
}

const char *
template_before_looks(const char *start, const char *end)
{
	const char *p, *limit;

	for (;; end -= end > start && end[-1] == '\\') {
		limit = end - start > LOOKS_MAX ? end - LOOKS_MAX : start;
		for (p = end; p > limit && p[-1] != '|'; p--)
			continue;
		if (p == limit || !is_look(p, end))
			return end;
		/* In a table cell, the bar has a backslash. */
		end = p - 1;
	}
}

const char *
template_alt(struct template *t, const char *text)
{
	const char *end = text + strlen(text);

	end = template_before_looks(text, end);
	return is_look(text, end) ? "" : arena_span(&t->arena, text, end);
}

/* Markdown cannot express it. */
static bool
has_size(const struct template_image *image)
{
	return image->width != NULL || image->height != NULL;
}

static void
put_image(struct template *t, const struct template_image *image)
{
	if (has_size(image)) {
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

/* Inline. */
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
put_markdown_picture(struct template *t, const struct template_image *image)
{
	if (image->link != NULL)
		template_begin_link(t, image->link);
	put_image(t, image);
	if (image->link != NULL)
		template_end_link(t, image->link);
}

/* Whether an HTML tag in place of it would make the lines below HTML, unless
   they begin an item of their own. */
static bool
begins_paragraph(const struct template *t, const struct template_tag *tag)
{
	const struct walk *w = &t->walk;
	const char *line = walk_blank_rest(tag->end, w->end), *text;

	if (line == NULL || w->is_html || walk_continues(w) ||
	    !walk_is_blank(w->text, tag->start))
		return false;
	text = walk_skip_prefix(line, w->end);
	return !walk_is_blank(text, walk_line_end(text, w->end)) &&
	    (text - line >= tag->start - w->line ||
	    walk_marker(text, w->end) == 0);
}

/* After a blank line, it may still be inside HTML. */
static void
put_markdown_image(struct template *t, const struct template_tag *tag,
    const struct template_image *image)
{
	if (t->host->has_inner)
		put_linked_img(t, image);
	else
		put_markdown_picture(t, image);
	put_caption_of_line(t, image);
	if (!t->host->has_inner && has_size(image) && !has_caption(image) &&
	    begins_paragraph(t, tag))
		template_end_paragraph(t);
}

/* Strings in tags are inserted into HTML: `&amp;` means what it means there. */
static const char *
decoded(struct template *t, const char *text)
{
	struct buf out = { 0 };

	if (text == NULL || !has_reference(text))
		return text;
	plain_decode(&out, text, strlen(text), true);
	return arena_take(&t->arena, &out);
}

void
template_put_image(struct template *t, const struct template_tag *tag,
    const struct template_image *image)
{
	struct template_image plain = *image;

	plain.alt = decoded(t, image->alt);
	plain.title = decoded(t, image->title);
	if (!image->is_rich)
		plain.caption = decoded(t, image->caption);
	if (has_caption(&plain) && (template_in_html(t) ||
	    template_is_block(t, tag)))
		put_figure(t, &plain);
	else if (template_in_html(t))
		put_img(t, &plain);
	else
		put_markdown_image(t, tag, &plain);
}

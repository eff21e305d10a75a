/*
 * The text of HTML, with whitespace squeezed as it is collected.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "html/markup.h"
#include "html/plain.h"

/* The classes of a tag's element. */
static unsigned
classes_of(const struct markup_token *tag)
{
	return tag->kind == MARKUP_START ? tag->classes :
	    markup_element_class(tag->name, tag->name_length);
}

static bool
breaks_text(const struct markup_token *tag, unsigned classes)
{
	return classes & MARKUP_BLOCK || markup_name_is(tag, "br");
}

/* Text collected from HTML tokens until there is enough of it. */
struct collector {
	struct markup	 markup;
	struct buf	 text;		/* squeezed */
	size_t		 count, enough;	/* in characters */
	size_t		 hidden;	/* open elements whose content is
					   hidden */
	struct buf	 scratch;
};

/*
 * Count the open elements that hide their content.  Only <template> can nest;
 * only in SVG can a slash close them.
 */
static void
count_hidden(struct collector *c, const struct markup_token *token)
{
	if (token->self_closing && markup_is_foreign(&c->markup))
		return;
	if (token->kind == MARKUP_START)
		c->hidden++;
	else if (c->hidden > 0)
		c->hidden--;
}

static void
collect_tag(struct collector *c, const struct markup_token *token)
{
	unsigned classes = classes_of(token);
	struct buf *text = &c->text;

	if (classes & MARKUP_HIDDEN)
		count_hidden(c, token);
	if (breaks_text(token, classes) && text->length > 0 &&
	    text->bytes[text->length - 1] != ' ') {
		buf_putc(text, ' ');
		c->count++;
	}
}

/*
 * The end of the first n bytes, moved to the end of a character it would split.
 */
static const char *
cut_after(const char *s, const char *end, size_t n)
{
	if (n >= (size_t)(end - s))
		return end;
	for (s += n; s < end && utf8_is_continuation(*s); s++)
		continue;
	return s;
}

/*
 * Returns true if there is enough.  Trailing whitespace may still be trimmed.
 */
static bool
collect_text(struct collector *c, const char *s, size_t n)
{
	const size_t more = 64;
	const char *end = s + n, *cut;
	size_t before;

	for (; s < end; s = cut) {
		cut = cut_after(s, end, c->count < c->enough ?
		    c->enough - c->count : more);
		before = c->text.length;
		text_squeeze_add(&c->text, s, (size_t)(cut - s));
		c->count += text_count(c->text.bytes + before,
		    c->text.length - before);
		if (c->count >= c->enough &&
		    !text_ends_in_space(c->text.bytes, c->text.length))
			return true;
	}
	return false;
}

static bool
collect_token(struct collector *c, const struct markup_token *token)
{
	if (c->hidden > 0)
		return false;
	if (token->raw || memchr(token->start, '&', token->length) == NULL)
		return collect_text(c, token->start, token->length);
	buf_clear(&c->scratch);
	plain_decode(&c->scratch, token->start, token->length, false);
	return collect_text(c, c->scratch.bytes, c->scratch.length);
}

/*
 * Collect the beginning of HTML as text: at least this many characters, or all
 * there are.
 */
static const char *
collect(struct arena *a, const char *html, size_t n, size_t enough)
{
	struct collector c = { .enough = enough };
	struct markup_token token;
	const char *text;

	markup_init(&c.markup, html, n);
	buf_reserve(&c.text, n < enough ? n : enough);
	while (markup_next(&c.markup, &token))
		if (token.name != NULL)
			collect_tag(&c, &token);
		else if (token.kind == MARKUP_TEXT &&
		    collect_token(&c, &token))
			break;
	text = c.text.length == 0 ? NULL : text_trim(a, c.text.bytes);
	buf_release(&c.text);
	buf_release(&c.scratch);
	return text;
}

const char *
plain_text(struct arena *a, const char *html, size_t n)
{
	return collect(a, html, n, SIZE_MAX);
}

const char *
plain_opening(struct arena *a, const char *html, size_t n, size_t limit)
{
	return collect(a, html, n, limit + 1);
}

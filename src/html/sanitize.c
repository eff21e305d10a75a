/*
 * Works token by token: what is removed is not copied.  As this may change the
 * context of what is kept, text is escaped if only a tag that is now removed
 * kept it from being markup.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "html/harmless.h"
#include "html/markup.h"
#include "html/plain.h"
#include "html/player.h"
#include "html/sanitize.h"

#define NAME_SHOWN 40

struct cleaner {
	struct markup	 markup;
	struct sanitize	*found;
	struct buf	*out;
	const char	*copied;	/* all before is in out, or dropped */
	bool		 changed;
	/* Inside an element that is removed: its name, and how many are
	   open, or for <svg> the depth of the scanner in it. */
	const char	*removed;
	size_t		 removed_length, removed_depth;
	bool		 removed_is_foreign;
	struct buf	 text, value;	/* scratch */
};

/* Count what readers refuse; the first one is reported, as "<a>" or "a". */
static void
count(struct cleaner *c, bool is_tag, const char *name, size_t n)
{
	if (c->found->count++ == 0)
		snprintf(c->found->first, sizeof c->found->first, "%s%.*s%s",
		    is_tag ? "<" : "", (int)text_fit(name, n, NAME_SHOWN),
		    name, is_tag ? ">" : "");
}

static void
copy_to(struct cleaner *c, const char *p)
{
	buf_add_span(c->out, c->copied, p);
	c->copied = p;
	c->changed = true;
}

static void
remove_token(struct cleaner *c, const struct markup_token *token)
{
	copy_to(c, token->start);
	c->copied = token->start + token->length;
}

/* Remove an attribute and the gap before it, but keep what follows apart. */
static void
remove_attribute(struct cleaner *c, const char *gap,
    const struct markup_attribute *attribute)
{
	copy_to(c, gap);
	c->copied = attribute->end;
	if (!ascii_is_space(*attribute->end) && *attribute->end != '>')
		buf_putc(c->out, ' ');
}

static void
clean_style(struct cleaner *c, const char *gap,
    const struct markup_attribute *attribute)
{
	plain_value(&c->text, attribute);
	buf_clear(&c->value);
	if (harmless_style(c->text.bytes, &c->value))
		return;
	count(c, false, attribute->name, attribute->name_length);
	if (c->value.length == 0) {
		remove_attribute(c, gap, attribute);
		return;
	}
	copy_to(c, attribute->value - (attribute->quote != '\0'));
	plain_quote(c->out, &c->value, attribute->quote);
	c->copied = attribute->end;
}

static bool
is_url_harmless(struct cleaner *c, enum harmless_kind kind,
    const struct markup_attribute *attribute)
{
	if (kind == HARMLESS_TEXT)
		return true;
	plain_value(&c->text, attribute);
	return kind == HARMLESS_SRCSET ? harmless_srcset(c->text.bytes) :
	    harmless_url(c->text.bytes);
}

static void
clean_attribute(struct cleaner *c, const char *gap,
    const struct markup_attribute *a, unsigned long long *seen)
{
	enum harmless_kind kind = HARMLESS_TEXT;
	int number = harmless_attribute(a->name, a->name_length, &kind);

	if (number == -1 || *seen >> number & 1) {
		if (a->name_length > 2 && ascii_has_prefix(a->name, "on"))
			count(c, false, a->name, a->name_length);
		remove_attribute(c, gap, a);
		return;
	}
	*seen |= 1ULL << number;
	if (kind == HARMLESS_STYLE) {
		clean_style(c, gap, a);
	} else if (!is_url_harmless(c, kind, a)) {
		count(c, false, c->text.bytes,
		    strcspn(c->text.bytes, ":") + 1);
		remove_attribute(c, gap, a);
	}
}

static void
clean_attributes(struct cleaner *c, const struct markup_token *token)
{
	struct markup_attribute a = { 0 };
	const char *gap = token->attributes;
	unsigned long long seen = 0;

	while (markup_attribute_next(token, &a)) {
		clean_attribute(c, gap, &a, &seen);
		gap = a.end;
	}
}

static void
put_text(struct buf *out, const char *s, size_t n)
{
	for (; n > 0; s++, n--)
		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else
			buf_putc(out, *s);
}

/* Replace a player by a link with its title as the text. */
static void
put_player(struct cleaner *c, const struct markup_token *token)
{
	struct markup_attribute a;

	if (!markup_attribute_find(token, "src", &a))
		return;
	plain_value(&c->text, &a);
	buf_clear(&c->value);
	if (!player_page(c->text.bytes, &c->value))
		return;
	buf_puts(c->out, "<a href=");
	plain_quote(c->out, &c->value, '"');
	buf_puts(c->out, ">");
	if (markup_attribute_find(token, "title", &a) && a.value_length > 0) {
		plain_value(&c->text, &a);
		put_text(c->out, c->text.bytes, c->text.length);
	} else {
		put_text(c->out, c->value.bytes, c->value.length);
	}
	buf_puts(c->out, "</a>");
}

static void
begin_removal(struct cleaner *c, const struct markup_token *token)
{
	bool is_foreign = (token->classes & MARKUP_FOREIGN) != 0;

	count(c, true, token->name, token->name_length);
	remove_token(c, token);
	put_player(c, token);
	if (is_foreign && token->self_closing)
		return;
	c->removed = token->name;
	c->removed_length = token->name_length;
	c->removed_depth = is_foreign ? c->markup.depth : 1;
	c->removed_is_foreign = is_foreign;
}

/* Whether a token is inside an element that is removed, or its end tag. */
static bool
is_removed(struct cleaner *c, const struct markup_token *token)
{
	if (c->removed == NULL)
		return false;
	if (c->removed_is_foreign) {
		if (c->markup.depth >= c->removed_depth)
			return true;
		c->removed = NULL;
		/* An HTML tag ends <svg>, too, and is outside of it. */
		return token->kind == MARKUP_END;
	}
	if (!markup_has_name(token, c->removed, c->removed_length))
		return true;
	if (token->kind == MARKUP_START)
		c->removed_depth++;
	else if (--c->removed_depth == 0)
		c->removed = NULL;
	return true;
}

/* As in a task list. */
static void
put_checkbox(struct cleaner *c, const struct markup_token *token)
{
	const char *after = c->markup.next;
	struct markup_attribute a;

	if (!markup_name_is(token, "input") ||
	    !markup_attribute_find(token, "type", &a) ||
	    !markup_value_is(&a, "checkbox"))
		return;
	buf_puts(c->out, markup_attribute_find(token, "checked", &a) ?
	    "\xe2\x98\x91" : "\xe2\x98\x90");
	if (after == c->markup.end || !ascii_is_space(*after))
		buf_putc(c->out, ' ');
}

static bool
is_verbatim(const struct markup_token *token)
{
	return markup_name_is(token, "xmp") ||
	    markup_name_is(token, "plaintext");
}

/* The wrapper of a document is removed without being reported. */
static bool
is_wrapper(const struct markup_token *token)
{
	return markup_name_is(token, "html") ||
	    markup_name_is(token, "head") || markup_name_is(token, "body");
}

static void
clean_tag(struct cleaner *c, const struct markup_token *token)
{
	bool is_start = token->kind == MARKUP_START;

	switch (harmless_element(token->name, token->name_length)) {
	case HARMLESS_ELEMENT:
		if (is_start)
			clean_attributes(c, token);
		return;
	case HARMLESS_NOT:
		if (is_start)
			begin_removal(c, token);
		else
			remove_token(c, token);
		return;
	case HARMLESS_UNKNOWN:
		if (is_start && !is_wrapper(token))
			count(c, true, token->name, token->name_length);
		remove_token(c, token);
		put_player(c, token);
		put_checkbox(c, token);
		if (is_verbatim(token))
			buf_puts(c->out, is_start ? "<pre>" : "</pre>");
	}
}

/* A '<' at the end could form a tag with what follows a removed token. */
static void
clean_text(struct cleaner *c, const struct markup_token *token)
{
	const char *end = token->start + token->length;

	if (token->raw) {
		copy_to(c, token->start);
		put_text(c->out, token->start, token->length);
		c->copied = end;
	} else if (end[-1] == '<') {
		copy_to(c, end - 1);
		buf_puts(c->out, "&lt;");
		c->copied = end;
	}
}

bool
sanitize_html(struct sanitize *found, const char *html, size_t n,
    struct buf *out)
{
	struct cleaner c = { .found = found, .out = out, .copied = html };
	struct markup_token token;

	markup_init(&c.markup, html, n);
	while (markup_next(&c.markup, &token))
		if (is_removed(&c, &token) || token.kind == MARKUP_COMMENT ||
		    token.kind == MARKUP_OTHER)
			remove_token(&c, &token);
		else if (token.kind == MARKUP_TEXT)
			clean_text(&c, &token);
		else
			clean_tag(&c, &token);
	if (c.changed)
		copy_to(&c, html + n);
	buf_release(&c.text);
	buf_release(&c.value);
	return c.changed;
}

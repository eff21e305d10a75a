/*
 * The scanner finds the tags, html/attribute tells which of their attributes
 * hold URLs, and html/reference resolves those.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/attribute.h"
#include "html/lazy.h"
#include "html/markup.h"
#include "html/plain.h"
#include "html/player.h"
#include "html/reference.h"
#include "html/rewrite.h"
#include "html/skim.h"

struct scan {
	struct markup		 markup;
	struct resolver		 resolver;
	const char		*(*image)(void *, const char *);
	bool			(*is_lost)(void *, const char *);
	const char		*page;		/* base of <base> itself */
	struct buf		*out;
	size_t			 start;		/* of our part of out */
	const char		*copied;	/* source in out, up to here */
	struct buf		 text, value;	/* scratch */
	bool			 changed, may_be_marked;
	const char		*start_tag;	/* the latest one */
	const char		*open;		/* as in struct rewrite */
	bool			 has_base;	/* only the first one counts */
	size_t			 templates;	/* number of open ones */
	/* In a <noscript>; it has an image. */
	bool			 in_noscript, noscript_shows;
	bool			 is_after;	/* after such a <noscript> */
	bool			 in_picture;	/* in a <picture> before one */
};

static void
copy_to(struct scan *s, const char *p)
{
	buf_add_span(s->out, s->copied, p);
	s->copied = p;
	s->changed = true;
}

static void
replace_value(struct scan *s, const struct markup_attribute *attribute,
    const struct buf *value)
{
	if (attribute->value == NULL) {
		copy_to(s, attribute->end);
		buf_putc(s->out, '=');
	} else {
		copy_to(s, attribute->value - (attribute->quote != '\0'));
	}
	plain_quote(s->out, value, attribute->quote);
	s->copied = attribute->end;
}

/* Drop it together with the whitespace before it. */
static void
drop_attribute(struct scan *s, const struct markup_attribute *attribute)
{
	const char *p = attribute->name;

	p = text_cut_space(s->copied, p);
	copy_to(s, p);
	s->copied = attribute->end;
}

static bool
is_refresh(const struct markup_token *token)
{
	struct markup_attribute a;

	return markup_attribute_find(token, "http-equiv", &a) &&
	    markup_value_is(&a, "refresh");
}

/*
 * Replace the URL of an image, which is in s->text, if the caller has one for
 * it; false: treat it like any other URL.
 */
static bool
find_image(struct scan *s, const struct markup_token *token,
    const struct markup_attribute *attribute)
{
	const char *url;

	if (s->image == NULL || !markup_name_is(token, "img") ||
	    !ascii_span_is(attribute->name, attribute->name_length, "src"))
		return false;
	url = s->image(s->resolver.context, s->text.bytes);
	if (url == NULL)
		return false;
	buf_clear(&s->value);
	buf_puts(&s->value, url);
	replace_value(s, attribute, &s->value);
	return true;
}

static void
rewrite_value(struct scan *s, const struct markup_token *token,
    const struct markup_attribute *attribute)
{
	const struct url_attribute *row = url_attribute_find(token, attribute);
	unsigned flags;

	if (markup_value_is(attribute, "more"))
		s->may_be_marked = true;
	if (row == NULL || url_attribute_is_done(row, attribute) ||
	    (row->kind == REFERENCE_REFRESH && !is_refresh(token)))
		return;
	flags = row->flags;
	if (flags & REFERENCE_GUESS || token->classes & MARKUP_FOREIGN ||
	    (markup_is_foreign(&s->markup) && !markup_name_is(token, "a")))
		flags |= REFERENCE_LOCAL;
	plain_value(&s->text, attribute);
	if (find_image(s, token, attribute))
		return;
	if (row->kind == REFERENCE_URL && s->is_lost != NULL &&
	    s->text.length > 0 && s->is_lost(s->resolver.context,
	    s->text.bytes)) {
		drop_attribute(s, attribute);
		return;
	}
	buf_clear(&s->value);
	if (reference_resolve(&s->resolver, row->kind, flags, s->text.bytes,
	    &s->value))
		replace_value(s, attribute, &s->value);
}

/* Replace the value of an attribute by a decoded one, made absolute. */
static void
put_repaired(struct scan *s, enum reference_kind kind,
    const struct markup_attribute *attribute, const struct buf *text)
{
	const struct buf *value = text;

	buf_clear(&s->value);
	if (reference_resolve(&s->resolver, kind, 0, text->bytes, &s->value))
		value = &s->value;
	if (attribute->name != NULL)
		replace_value(s, attribute, value);
	else
		plain_quote(s->out, value, '"');
}

static void
add_repaired(struct scan *s, const struct markup_token *token,
    const struct lazy *lazy)
{
	static const struct markup_attribute missing = { 0 };

	if (lazy->src.name == NULL && lazy->new_src.length > 0) {
		copy_to(s, token->attributes);
		buf_puts(s->out, " src=");
		put_repaired(s, REFERENCE_URL, &missing, &lazy->new_src);
	}
	if (lazy->srcset.name == NULL && lazy->new_srcset.length > 0) {
		copy_to(s, token->attributes);
		buf_puts(s->out, " srcset=");
		put_repaired(s, REFERENCE_SRCSET, &missing,
		    &lazy->new_srcset);
	}
}

static void
rewrite_lazy(struct scan *s, const struct markup_token *token,
    const struct lazy *lazy)
{
	struct markup_attribute a = { 0 };

	add_repaired(s, token, lazy);
	while (markup_attribute_next(token, &a))
		if (a.name == lazy->src.name && lazy->new_src.length > 0)
			put_repaired(s, REFERENCE_URL, &a, &lazy->new_src);
		else if (a.name == lazy->srcset.name &&
		    lazy->new_srcset.length > 0)
			put_repaired(s, REFERENCE_SRCSET, &a,
			    &lazy->new_srcset);
		else
			rewrite_value(s, token, &a);
}

static void
rewrite_image(struct scan *s, const struct markup_token *token)
{
	struct markup_attribute a = { 0 };
	struct lazy lazy;

	if (s->in_noscript)
		s->noscript_shows = true;
	if (s->in_picture || s->is_after ||
	    !lazy_find(token, &lazy)) {
		while (markup_attribute_next(token, &a))
			rewrite_value(s, token, &a);
		return;
	}
	if (lazy_is_doubled(&s->markup))
		lazy.new_src.length = lazy.new_srcset.length = 0;
	rewrite_lazy(s, token, &lazy);
	lazy_release(&lazy);
}

/*
 * <lite-youtube videoid="a"></lite-youtube> shows nothing without its script,
 * which no feed reader runs.  Put a link to the video into it.
 */
static void
fill_video(struct scan *s, const struct markup_token *token)
{
	const char *p = token->start + token->length, *end = s->markup.end;
	struct markup_attribute id;

	buf_clear(&s->value);
	if (!text_begins(text_skip_space(p, end), end, "</lite-youtube>") ||
	    !markup_attribute_find(token, "videoid", &id) ||
	    !player_link(id.value, id.value_length, &s->value))
		return;
	copy_to(s, p);
	buf_add(s->out, s->value.bytes, s->value.length);
}

static void
rewrite_tag(struct scan *s, const struct markup_token *token)
{
	struct markup_attribute a = { 0 };

	/* The shortest with a URL is " ping=a". */
	if (token->attributes_length < 5)
		return;
	while (markup_attribute_next(token, &a))
		rewrite_value(s, token, &a);
}

static void
set_base(struct scan *s, const char *base)
{
	s->resolver.base = base;
	s->resolver.base_length = strlen(base);
}

/* The URL of <base>, or NULL if it is of no use. */
static const char *
read_base(struct scan *s, const struct markup_attribute *href,
    struct arena *a)
{
	const char *url = NULL;
	struct buf text = { 0 };

	plain_value(&text, href);
	if (!reference_is_template(text.bytes, text.length) &&
	    strlen(s->page) <= REFERENCE_BASE_MAX)
		url = url_resolve(a, s->page, text.bytes);
	buf_release(&text);
	if (url == NULL || strlen(url) > REFERENCE_BASE_MAX ||
	    ascii_has_prefix(url, "data:") ||
	    ascii_has_prefix(url, "javascript:"))
		return NULL;
	return url;
}

/* HTML 4.2.3.  Returns false if what was rewritten before it must be redone. */
static bool
take_base(struct scan *s, const struct markup_token *token, struct arena *a)
{
	bool early = s->changed || s->resolver.failures > 0;
	struct markup_attribute href;
	const char *base;

	if (s->has_base || s->templates > 0 || markup_is_foreign(&s->markup) ||
	    !markup_attribute_find(token, "href", &href) ||
	    href.value == NULL)
		return true;
	s->has_base = true;
	base = read_base(s, &href, a);
	if (base == NULL)
		return true;
	set_base(s, base);
	return !early;
}

static void
rewrite_base(struct scan *s, const struct markup_token *token)
{
	const char *base = s->resolver.base;

	set_base(s, s->page);
	rewrite_tag(s, token);
	set_base(s, base);
}

static void
take_start(struct scan *s, const struct markup_token *token)
{
	switch (token->name_length) {
	case 3: case 6:
		if (markup_name_is(token, "img") ||
		    markup_name_is(token, "source") ||
		    markup_name_is(token, "iframe")) {
			rewrite_image(s, token);
			return;
		}
		break;
	case 4:
		if (markup_name_is(token, "base")) {
			rewrite_base(s, token);
			return;
		}
		break;
	case 7:
		if (markup_name_is(token, "picture"))
			s->in_picture = lazy_picture_is_doubled(&s->markup);
		break;
	case 8:
		if (markup_name_is(token, "noscript"))
			s->in_noscript = true, s->noscript_shows = false;
		else if (markup_name_is(token, "template") &&
		    !markup_is_foreign(&s->markup))
			s->templates++;
		break;
	case 12:
		if (markup_name_is(token, "lite-youtube"))
			fill_video(s, token);
		break;
	}
	rewrite_tag(s, token);
}

/* Returns true after a <noscript> that has an image. */
static bool
take_end(struct scan *s, const struct markup_token *token)
{
	bool shows = false;

	if (token->name_length == 7 && markup_name_is(token, "picture"))
		s->in_picture = false;
	if (token->name_length != 8)
		return false;
	if (s->templates > 0 && markup_name_is(token, "template"))
		s->templates--;
	if (s->in_noscript && markup_name_is(token, "noscript")) {
		shows = s->noscript_shows;
		s->in_noscript = false;
	}
	return shows;
}

/* An unterminated text was opened by the latest start tag. */
static void
note_open(struct scan *s, const struct markup_token *token)
{
	if (token->open && !markup_is_blank(token))
		s->open = token->kind == MARKUP_TEXT ? s->start_tag :
		    token->start;
}

/* Returns false if the body must be scanned again with the base just found. */
static bool
scan(struct scan *s, struct arena *a)
{
	struct markup_token token;

	for (;;) {
		if (!s->is_after)
			skim(&s->markup, s->in_noscript);
		if (!markup_next(&s->markup, &token))
			return true;
		note_open(s, &token);
		if (token.kind == MARKUP_START) {
			s->start_tag = token.start;
			if (token.name_length == 4 &&
			    markup_name_is(&token, "base") &&
			    !take_base(s, &token, a))
				return false;
			take_start(s, &token);
			s->is_after = false;
		} else if (token.kind == MARKUP_END) {
			s->is_after = take_end(s, &token);
		} else if (token.kind == MARKUP_COMMENT) {
			s->may_be_marked = true;
			s->is_after = false;
		} else if (s->is_after && !markup_is_blank(&token)) {
			s->is_after = false;
		}
	}
}

static void
begin(struct scan *s, const char *html, size_t n)
{
	const struct scan begun = { .resolver = s->resolver,
	    .image = s->image, .is_lost = s->is_lost, .page = s->page,
	    .out = s->out, .start = s->start,
	    .copied = html, .text = s->text, .value = s->value,
	    .has_base = s->has_base, .may_be_marked = s->may_be_marked };

	*s = begun;
	s->resolver.failures = 0;
	s->out->length = s->start;
	markup_init(&s->markup, html, n);
}

bool
rewrite_html(struct rewrite *r, const char *html, size_t n, struct buf *out)
{
	struct scan s = { .image = r->image, .is_lost = r->is_lost,
	    .page = r->base, .out = out, .start = out->length };
	struct arena arena = { 0 };

	set_base(&s, r->base);
	s.resolver.find = r->find;
	s.resolver.context = r->context;
	do
		begin(&s, html, n);
	while (!scan(&s, &arena));
	if (s.changed)
		copy_to(&s, html + n);
	r->may_be_marked = s.may_be_marked;
	r->open = s.open;
	r->failures = s.resolver.failures;
	if (r->failures > 0)
		memcpy(r->first, s.resolver.first, sizeof r->first);
	buf_release(&s.text);
	buf_release(&s.value);
	arena_release(&s.resolver.scratch);
	arena_release(&arena);
	return s.changed;
}

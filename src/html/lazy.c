/*
 * The conventions of the scripts in use: lazysizes, lozad, jQuery lazyload,
 * unveil, WordPress plugins, and themes of Hexo and Jekyll.
 */
#include <string.h>

#include "base/text.h"
#include "html/attribute.h"
#include "html/lazy.h"
#include "html/plain.h"
#include "html/reference.h"

/* File names, without their extensions, that mean "nothing yet". */
static const char *const spacers[] = {
	"1px", "1x1", "blank", "clear", "dot", "empty", "gray", "grey",
	"lazy", "lazy-load", "lazyload", "load", "loader", "loading", "null",
	"pixel", "placeholder", "px", "shim", "space", "spacer", "spinner",
	"trans", "transparent", "white", NULL
};

static bool
has_value(const struct markup_attribute *attribute)
{
	return attribute->name != NULL && attribute->value_length > 0;
}

/* Whether it cannot be the URL of a file. */
static bool
is_nothing(const char *src)
{
	return *src == '\0' || *src == '#' || strcmp(src, "//:0") == 0 ||
	    ascii_has_prefix(src, "data:") ||
	    ascii_has_prefix(src, "about:") ||
	    ascii_has_prefix(src, "javascript:");
}

static bool
is_placeholder(const char *src)
{
	const char *end, *p, *dot = NULL;

	if (is_nothing(src))
		return true;
	end = src + strcspn(src, "?#");
	for (p = src; p < end; p++)
		if (*p == '/')
			src = p + 1, dot = NULL;
		else if (*p == '.')
			dot = p;
	return dot != NULL && ascii_span_is_any(src, (size_t)(dot - src),
	    spacers);
}

/* Apply a test to a URL as a browser reads it. */
static bool
apply(bool (*test)(const char *), const char *src)
{
	struct arena scratch = { 0 };
	bool result = test(reference_tidy(&scratch, src, strlen(src)));

	arena_release(&scratch);
	return result;
}

bool
lazy_is_placeholder(const char *src)
{
	return apply(is_placeholder, src);
}

static bool
is_blank(const struct markup_attribute *attribute)
{
	struct buf value = { 0 };
	bool blank;

	if (!has_value(attribute))
		return true;
	plain_value(&value, attribute);
	blank = lazy_is_placeholder(value.bytes);
	buf_release(&value);
	return blank;
}

/* The name of a srcset says enough; "data-lazy" may just as well be "true". */
static bool
is_real(const struct markup_attribute *attribute, bool is_set)
{
	struct buf value = { 0 };
	bool ok;

	plain_value(&value, attribute);
	ok = (is_set || reference_looks_like_url(value.bytes)) &&
	    !reference_is_template(value.bytes, value.length) &&
	    !apply(is_nothing, value.bytes);
	buf_release(&value);
	return ok;
}

/* The relevant attributes of a tag; row NULL: none was found. */
struct found {
	struct markup_attribute	 src, srcset;
	const struct url_attribute *src_row, *srcset_row;
};

static bool
is_named(const struct markup_attribute *attribute, const char *name)
{
	return ascii_span_is(attribute->name, attribute->name_length, name);
}

/* Keep an attribute if it is better than the one before: its row comes
   first. */
static void
try_data(const struct markup_token *token, const struct markup_attribute *a,
    struct found *found)
{
	const struct url_attribute *row = url_attribute_find(token, a);
	bool is_set = row != NULL && row->kind == REFERENCE_SRCSET;
	const struct url_attribute **best = is_set ? &found->srcset_row :
	    &found->src_row;

	if (row == NULL || !(row->flags & REFERENCE_LAZY) ||
	    (*best != NULL && *best <= row) || !is_real(a, is_set))
		return;
	*best = row;
	if (is_set)
		found->srcset = *a;
	else
		found->src = *a;
}

static void
collect(const struct markup_token *token, struct lazy *lazy,
    struct found *found)
{
	struct markup_attribute a = { 0 };

	while (markup_attribute_next(token, &a))
		if (lazy->src.name == NULL && is_named(&a, "src")) {
			lazy->src = a;
		} else if (lazy->srcset.name == NULL &&
		    is_named(&a, "srcset")) {
			lazy->srcset = a;
		} else {
			try_data(token, &a, found);
		}
}

/* Add the first image of a srcset, for readers that do not know srcset. */
static void
put_first(const struct markup_attribute *srcset, struct buf *out)
{
	struct buf value = { 0 };
	const char *p, *end;

	plain_value(&value, srcset);
	p = value.bytes + strspn(value.bytes, " \t\n\f\r,");
	end = p + strcspn(p, " \t\n\f\r");
	while (end > p && end[-1] == ',')
		end--;
	buf_add_span(out, p, end);
	buf_release(&value);
}

static void
repair_img(struct lazy *lazy, const struct found *found)
{
	bool is_free = is_blank(&lazy->srcset);

	if (found->src.name != NULL)
		plain_value(&lazy->new_src, &found->src);
	else if (is_free)
		put_first(&found->srcset, &lazy->new_src);
	if (is_free && found->srcset.name != NULL)
		plain_value(&lazy->new_srcset, &found->srcset);
	else if (is_free && has_value(&lazy->srcset))
		/* A placeholder here would override a good src. */
		plain_value(&lazy->new_srcset, &found->src);
}

static void
repair_source(struct lazy *lazy, const struct found *found)
{
	if (!is_blank(&lazy->srcset))
		return;
	if (found->srcset.name != NULL)
		plain_value(&lazy->new_srcset, &found->srcset);
	else
		plain_value(&lazy->new_src, &found->src);
}

/* Do not replace an attribute by its own value. */
static void
drop_same(const struct markup_attribute *attribute, struct buf *wanted)
{
	struct buf value = { 0 };

	plain_value(&value, attribute);
	if (wanted->length > 0 && strcmp(value.bytes, wanted->bytes) == 0)
		buf_clear(wanted);
	buf_release(&value);
}

bool
lazy_find(const struct markup_token *token, struct lazy *lazy)
{
	struct found found = { .src_row = NULL };

	*lazy = (struct lazy){ .new_src = { 0 } };
	collect(token, lazy, &found);
	if ((found.src.name == NULL && found.srcset.name == NULL) ||
	    !is_blank(&lazy->src))
		return false;
	if (markup_name_is(token, "img"))
		repair_img(lazy, &found);
	else if (markup_name_is(token, "source"))
		repair_source(lazy, &found);
	else if (found.src.name != NULL)
		plain_value(&lazy->new_src, &found.src);
	drop_same(&lazy->src, &lazy->new_src);
	drop_same(&lazy->srcset, &lazy->new_srcset);
	if (lazy->new_src.length > 0 || lazy->new_srcset.length > 0)
		return true;
	lazy_release(lazy);
	return false;
}

void
lazy_release(struct lazy *lazy)
{
	buf_release(&lazy->new_src);
	buf_release(&lazy->new_srcset);
}

/*
 * A <noscript> next to a lazy image has what the page shows without scripts.
 * If the image were repaired, it would be shown twice.
 */
bool
lazy_is_doubled(const struct markup *markup)
{
	struct markup ahead = *markup;
	struct markup_token token;
	bool inside = false;

	while (markup_next(&ahead, &token)) {
		if (!inside && (token.kind == MARKUP_END ||
		    markup_is_blank(&token)))
			continue;
		if (!inside && (token.kind != MARKUP_START ||
		    !markup_name_is(&token, "noscript")))
			return false;
		if (token.kind == MARKUP_END ||
		    (inside && markup_name_is(&token, "noscript")))
			return false;
		if (markup_name_is(&token, "img"))
			return true;
		inside = true;
	}
	return false;
}

bool
lazy_picture_is_doubled(const struct markup *markup)
{
	struct markup ahead = *markup;
	struct markup_token token;

	while (markup_next(&ahead, &token))
		if (markup_name_is(&token, "picture"))
			return token.kind == MARKUP_END &&
			    lazy_is_doubled(&ahead);
	return false;
}

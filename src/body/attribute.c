/*
 * By the standards HTML and SVG, and for "data-..." by the scripts in use.
 */
#include <string.h>

#include "base/text.h"
#include "body/attribute.h"

#define MEDIA	"audio embed iframe image img input object source track video"
#define TABLES	"body table tbody td tfoot th thead tr"

/*
 * By their first letter.  Elements are separated by blanks, NULL: all of
 * them.  Of rows with the same name the first that has the element counts.
 */
static const struct url_attribute on_a[] = {
	{ "action", REFERENCE_URL, REFERENCE_EMPTY, "form" },
	{ .name = "" }
};
static const struct url_attribute on_b[] = {
	{ "background", REFERENCE_URL, 0, TABLES },
	{ .name = "" }
};
static const struct url_attribute on_c[] = {
	{ "cite", REFERENCE_URL, 0, "blockquote del ins q" },
	{ "content", REFERENCE_REFRESH, 0, "meta" },
	{ .name = "" }
};
static const struct url_attribute on_d[] = {
	{ "data", REFERENCE_URL, 0, "object" },
	{ "data-actualsrc", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-echo", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-lazy", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-lazy-src", REFERENCE_URL, REFERENCE_GUESS, NULL },
	{ "data-lazy-srcset", REFERENCE_SRCSET, REFERENCE_LOCAL, NULL },
	{ "data-lazyload", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-original", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-original-set", REFERENCE_SRCSET, REFERENCE_LOCAL, MEDIA },
	{ "data-original-src", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-original-srcset", REFERENCE_SRCSET, REFERENCE_LOCAL, MEDIA },
	{ "data-poster", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-real-src", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "data-src", REFERENCE_URL, REFERENCE_GUESS, NULL },
	{ "data-srcset", REFERENCE_SRCSET, REFERENCE_LOCAL, NULL },
	{ "dynsrc", REFERENCE_URL, 0, "img" },
	{ .name = "" }
};
static const struct url_attribute on_f[] = {
	{ "formaction", REFERENCE_URL, 0, NULL },
	{ .name = "" }
};
static const struct url_attribute on_h[] = {
	{ "href", REFERENCE_URL, REFERENCE_EMPTY, "a area" },
	{ "href", REFERENCE_URL, 0, NULL },
	{ .name = "" }
};
static const struct url_attribute on_i[] = {
	{ "imagesrcset", REFERENCE_SRCSET, 0, NULL },
	{ .name = "" }
};
static const struct url_attribute on_l[] = {
	{ "longdesc", REFERENCE_URL, 0, NULL },
	{ "lowsrc", REFERENCE_URL, 0, "img" },
	{ .name = "" }
};
static const struct url_attribute on_p[] = {
	{ "ping", REFERENCE_LIST, 0, "a area" },
	{ "poster", REFERENCE_URL, 0, NULL },
	{ .name = "" }
};
static const struct url_attribute on_s[] = {
	{ "src", REFERENCE_URL, 0, NULL },
	{ "srcset", REFERENCE_SRCSET, 0, NULL },
	{ "style", REFERENCE_CSS, 0, NULL },
	{ .name = "" }
};
static const struct url_attribute on_x[] = {
	{ "xlink:href", REFERENCE_URL, 0, NULL },
	{ .name = "" }
};

static const struct url_attribute *const attributes['z' - 'a' + 1] = {
	['a' - 'a'] = on_a, ['b' - 'a'] = on_b, ['c' - 'a'] = on_c,
	['d' - 'a'] = on_d, ['f' - 'a'] = on_f, ['h' - 'a'] = on_h,
	['i' - 'a'] = on_i, ['l' - 'a'] = on_l, ['p' - 'a'] = on_p,
	['s' - 'a'] = on_s, ['x' - 'a'] = on_x
};

static bool
same(const char *a, const char *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

/* Whether the element of a tag is one of those in a list. */
static bool
is_listed(const struct markup_token *token, const char *words)
{
	size_t n;

	for (; *words != '\0'; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		if (n == token->name_length && same(token->name, words, n))
			return true;
	}
	return false;
}

static bool
has_name(const struct url_attribute *row,
    const struct markup_attribute *attribute)
{
	size_t n = attribute->name_length;

	return n <= URL_ATTRIBUTE_NAME_MAX && row->name[n] == '\0' &&
	    same(attribute->name, row->name, n);
}

const struct url_attribute *
url_attribute_find(const struct markup_token *token,
    const struct markup_attribute *attribute)
{
	const struct url_attribute *row;

	if (!ascii_is_alpha(*attribute->name))
		return NULL;
	row = attributes[ascii_lower(*attribute->name) - 'a'];
	for (; row != NULL && row->name[0] != '\0'; row++)
		if (has_name(row, attribute) && (row->elements == NULL ||
		    is_listed(token, row->elements)))
			return row;
	return NULL;
}

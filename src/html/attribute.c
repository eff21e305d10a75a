/*
 * From the HTML and SVG standards; "data-..." from the scripts in use.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/attribute.h"

#define MEDIA	"audio embed iframe image img input object source track video"
#define TABLES	"body table tbody td tfoot th thead tr"

#define LAZY_URL REFERENCE_LAZY | REFERENCE_GUESS
#define LAZY_SET REFERENCE_LAZY | REFERENCE_LOCAL

/*
 * Elements are separated by spaces; NULL means all of them.  Of rows with the
 * same name, the first one that has the element counts; the most common ones
 * come first, and LAZY ones are in order of preference.
 */
static const struct url_attribute attributes[] = {
	{ "href", REFERENCE_URL, REFERENCE_EMPTY, "a area" },
	{ "href", REFERENCE_URL, 0, NULL },
	{ "src", REFERENCE_URL, 0, NULL },
	{ "style", REFERENCE_CSS, 0, NULL },
	{ "srcset", REFERENCE_SRCSET, 0, NULL },
	{ "data-src", REFERENCE_URL, LAZY_URL, NULL },
	{ "data-original", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-lazy-src", REFERENCE_URL, LAZY_URL, NULL },
	{ "data-lazyload", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-lazy", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-original-src", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-actualsrc", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-real-src", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-echo", REFERENCE_URL, LAZY_URL, MEDIA },
	{ "data-srcset", REFERENCE_SRCSET, LAZY_SET, NULL },
	{ "data-lazy-srcset", REFERENCE_SRCSET, LAZY_SET, NULL },
	{ "data-original-set", REFERENCE_SRCSET, LAZY_SET, MEDIA },
	{ "data-original-srcset", REFERENCE_SRCSET, LAZY_SET, MEDIA },
	{ "data-poster", REFERENCE_URL, REFERENCE_GUESS, MEDIA },
	{ "poster", REFERENCE_URL, 0, NULL },
	{ "cite", REFERENCE_URL, 0, "blockquote del ins q" },
	{ "data", REFERENCE_URL, 0, "object" },
	{ "action", REFERENCE_URL, REFERENCE_EMPTY, "form" },
	{ "formaction", REFERENCE_URL, 0, NULL },
	{ "background", REFERENCE_URL, 0, TABLES },
	{ "content", REFERENCE_REFRESH, 0, "meta" },
	{ "dynsrc", REFERENCE_URL, 0, "img" },
	{ "lowsrc", REFERENCE_URL, 0, "img" },
	{ "longdesc", REFERENCE_URL, 0, NULL },
	{ "imagesrcset", REFERENCE_SRCSET, 0, NULL },
	{ "ping", REFERENCE_LIST, 0, "a area" },
	{ "xlink:href", REFERENCE_URL, 0, NULL }
};

/* One bit for each length of their names. */
#define L(n) (1u << (n))

const uint32_t url_attribute_lengths[32] = {
	['a' & 31] = L(6), ['b' & 31] = L(10), ['c' & 31] = L(4) | L(7),
	['d' & 31] = L(4) | L(6) | L(8) | L(9) | L(11) | L(13) | L(14) |
	    L(16) | L(17) | L(20),
	['f' & 31] = L(10), ['h' & 31] = L(4), ['i' & 31] = L(11),
	['l' & 31] = L(6) | L(8), ['p' & 31] = L(4) | L(6),
	['s' & 31] = L(3) | L(5) | L(6), ['x' & 31] = L(10)
};

#undef L

/* Whether the element of a tag is in a list. */
static bool
is_listed(const struct markup_token *token, const char *words)
{
	size_t n = token->name_length;

	for (; words != NULL; words = strchr(words, ' ')) {
		words += *words == ' ';
		if (ascii_equal_n(token->name, words, n) &&
		    (words[n] == ' ' || words[n] == '\0'))
			return true;
	}
	return false;
}

const struct url_attribute *
url_attribute_look_up(const struct markup_token *token,
    const struct markup_attribute *attribute)
{
	size_t n = attribute->name_length, i;
	const struct url_attribute *row;

	if (n > URL_ATTRIBUTE_NAME_MAX)
		return NULL;
	for (i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		row = &attributes[i];
		if (row->name[n] == '\0' &&
		    ascii_span_is(attribute->name, n, row->name) &&
		    (row->elements == NULL ||
		    is_listed(token, row->elements)))
			return row;
	}
	return NULL;
}

bool
url_attribute_is_done(const struct url_attribute *row,
    const struct markup_attribute *attribute)
{
	const char *s = attribute->value;
	size_t n = attribute->value_length;

	if (row->kind == REFERENCE_URL)
		return s == NULL ? !(row->flags & REFERENCE_EMPTY) :
		    reference_is_absolute(s, n) && (text_begins(s, s + n,
		    "http") || !url_is_on_disk(s));
	/* The shortest is "url(a", without a closing parenthesis. */
	return s == NULL || (row->kind == REFERENCE_CSS &&
	    (n < 5 || memchr(s, '(', n) == NULL));
}

/*
 * By the standards HTML and SVG, and for "data-..." by the scripts in use.
 */
#include <string.h>

#include "base/text.h"
#include "body/attribute.h"

#define MEDIA	"audio embed iframe image img input object source track video"
#define TABLES	"body table tbody td tfoot th thead tr"

/*
 * Sorted by name.  Elements are separated by blanks, NULL: all of them.  Of
 * rows with the same name the first that has the element counts.
 */
static const struct url_attribute rows[] = {
	{ "action", REFERENCE_URL, REFERENCE_EMPTY, "form" },
	{ "background", REFERENCE_URL, 0, TABLES },
	{ "cite", REFERENCE_URL, 0, "blockquote del ins q" },
	{ "content", REFERENCE_REFRESH, 0, "meta" },
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
	{ "formaction", REFERENCE_URL, 0, NULL },
	{ "href", REFERENCE_URL, REFERENCE_EMPTY, "a area" },
	{ "href", REFERENCE_URL, 0, NULL },
	{ "imagesrcset", REFERENCE_SRCSET, 0, NULL },
	{ "longdesc", REFERENCE_URL, 0, NULL },
	{ "lowsrc", REFERENCE_URL, 0, "img" },
	{ "ping", REFERENCE_LIST, 0, "a area" },
	{ "poster", REFERENCE_URL, 0, NULL },
	{ "src", REFERENCE_URL, 0, NULL },
	{ "srcset", REFERENCE_SRCSET, 0, NULL },
	{ "style", REFERENCE_CSS, 0, NULL },
	{ "xlink:href", REFERENCE_URL, 0, NULL }
};

#define ROWS (sizeof rows / sizeof *rows)

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

/* Find the first row with that name; ROWS: there is none. */
static size_t
find_row(const struct markup_attribute *attribute)
{
	char key[URL_ATTRIBUTE_NAME_MAX + 1] = "";
	size_t low = 0, high = ROWS, middle, i;

	if (attribute->name_length > URL_ATTRIBUTE_NAME_MAX)
		return ROWS;
	for (i = 0; i < attribute->name_length; i++)
		key[i] = ascii_lower(attribute->name[i]);
	while (low < high) {
		middle = (low + high) / 2;
		if (rows[middle].name[0] < key[0] ||
		    (rows[middle].name[0] == key[0] &&
		    strcmp(rows[middle].name, key) < 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low < ROWS && strcmp(rows[low].name, key) == 0 ? low : ROWS;
}

const struct url_attribute *
url_attribute_find(const struct markup_token *token,
    const struct markup_attribute *attribute)
{
	size_t first = find_row(attribute), i;

	for (i = first; i < ROWS; i++) {
		if (strcmp(rows[i].name, rows[first].name) != 0)
			break;
		if (rows[i].elements == NULL ||
		    is_listed(token, rows[i].elements))
			return &rows[i];
	}
	return NULL;
}

/*
 * Elements of text, lists, tables and media; attributes for their appearance
 * and meaning; schemes of pages, files and messages.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "html/harmless.h"

/* Size of a name.  Pointers to names would be relocated at each start. */
#define NAME 20

/* All lists are sorted and in lower case. */
static const char elements[][NAME] = {
	"a", "abbr", "acronym", "address", "area", "article", "aside",
	"audio", "b", "bdi", "bdo", "big", "blockquote", "br", "caption",
	"center", "cite", "code", "col", "colgroup", "data", "dd", "del",
	"details", "dfn", "dir", "div", "dl", "dt", "em", "figcaption",
	"figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
	"header", "hr", "i", "img", "ins", "kbd", "li", "main", "map",
	"mark", "menu", "nav", "ol", "p", "picture", "pre", "q", "rp", "rt",
	"ruby", "s", "samp", "section", "small", "source", "span", "strike",
	"strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
	"th", "thead", "time", "tr", "track", "tt", "u", "ul", "var",
	"video", "wbr"
};
static const char bad_elements[][NAME] = {
	"applet", "button", "datalist", "frameset", "iframe", "math",
	"noembed", "noframes", "script", "select", "style", "svg",
	"template", "textarea", "title"
};

static const char attributes[][NAME] = {
	"abbr", "align", "alt", "bgcolor", "border", "cellpadding",
	"cellspacing", "cite", "class", "color", "cols", "colspan",
	"controls", "coords", "datetime", "decoding", "default", "dir",
	"face", "headers", "height", "href", "hreflang", "id", "kind",
	"label", "lang", "loading", "longdesc", "loop", "media", "muted",
	"name", "nowrap", "open", "poster", "preload", "rel", "reversed",
	"rowspan", "scope", "shape", "size", "sizes", "span", "src",
	"srclang", "srcset", "start", "style", "summary", "target", "title",
	"type", "usemap", "valign", "value", "width"
};

/* The attributes seen in a tag are kept as a set of bits. */
_Static_assert(sizeof attributes / sizeof *attributes <= 64,
    "more attributes than bits");

/* The kinds of their values; all others are plain text. */
static const struct kind {
	char			name[NAME];
	enum harmless_kind	kind;
} kinds[] = {
	{ "cite", HARMLESS_URL }, { "href", HARMLESS_URL },
	{ "longdesc", HARMLESS_URL }, { "poster", HARMLESS_URL },
	{ "src", HARMLESS_URL }, { "srcset", HARMLESS_SRCSET },
	{ "style", HARMLESS_STYLE }
};

static const char schemes[][NAME] = {
	"ftp", "ftps", "geo", "gopher", "http", "https", "irc", "ircs",
	"magnet", "mailto", "matrix", "news", "nntp", "sip", "sips", "sms",
	"tel", "urn", "webcal", "xmpp"
};
static const char data_types[][NAME] = {
	"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"
};

/* What the W3C validator accepts. */
static const char properties[][NAME] = {
	"background-color", "clear", "color", "direction", "display",
	"float", "font", "font-family", "font-size", "font-style",
	"font-variant", "font-weight", "height", "letter-spacing",
	"line-height", "overflow", "text-align", "text-decoration",
	"text-indent", "unicode-bidi", "vertical-align", "white-space",
	"width"
};

struct span {
	const char	*start;
	size_t		 length;
};

/* Compare a span with a row of a list, which begins with its name. */
static int
compare(const void *key, const void *row)
{
	const struct span *span = key;
	const char *name = row, *end = span->start + span->length, *p;

	for (p = span->start; p < end && *name == ascii_lower(*p); p++)
		name++;
	return p < end ? (unsigned char)ascii_lower(*p) -
	    (unsigned char)*name : -(*name != '\0');
}

/* The row of a list with this name, or NULL if there is none. */
#define FIND(list, s, n) bsearch(&(struct span){ s, n }, list, \
	sizeof (list) / sizeof *(list), sizeof *(list), compare)

enum harmless_element
harmless_element(const char *name, size_t length)
{
	if (FIND(elements, name, length) != NULL)
		return HARMLESS_ELEMENT;
	return FIND(bad_elements, name, length) != NULL ? HARMLESS_NOT :
	    HARMLESS_UNKNOWN;
}

int
harmless_attribute(const char *name, size_t length,
    enum harmless_kind *kind)
{
	const char (*found)[NAME] = FIND(attributes, name, length);
	const struct kind *row = FIND(kinds, name, length);

	*kind = row == NULL ? HARMLESS_TEXT : row->kind;
	return found == NULL ? -1 : (int)(found - attributes);
}

/* Browsers skip these before and inside a scheme. */
static bool
is_skipped(char c)
{
	return (unsigned char)c <= ' ';
}

static bool
is_data_harmless(const char *p)
{
	size_t n = strcspn(p, ",;");

	while (n > 0 && is_skipped(*p))
		p++, n--;
	return FIND(data_types, p, n) != NULL;
}

bool
harmless_url(const char *url)
{
	char scheme[16] = "";
	size_t n = 0;
	const char *p;

	for (p = url; *p != '\0' && *p != ':'; p++) {
		if (is_skipped(*p))
			continue;
		if (*p == '/' || *p == '?' || *p == '#')
			return true;	/* relative */
		if (n + 1 == sizeof scheme)
			return strchr(p, ':') == NULL;
		scheme[n++] = ascii_lower(*p);
	}
	if (*p == '\0')
		return true;
	if (strcmp(scheme, "data") == 0)
		return is_data_harmless(p + 1);
	return FIND(schemes, scheme, n) != NULL;
}

bool
harmless_srcset(const char *srcset)
{
	struct buf word = { 0 };
	bool ok = true;
	size_t n;

	for (; *srcset != '\0' && ok; srcset += n) {
		srcset += strspn(srcset, ", \t\n\f\r");
		n = strcspn(srcset, " \t\n\f\r");
		buf_clear(&word);
		buf_add(&word, srcset, n);
		buf_puts(&word, "");
		ok = harmless_url(word.bytes);
	}
	buf_release(&word);
	return ok;
}

static bool
is_value_harmless(const char *p, size_t n)
{
	for (; n > 0; p++, n--)
		if (!ascii_is_alnum(*p) && strchr(" \t\n\f\r#.%,-!", *p) ==
		    NULL)
			return false;
	return true;
}

/* Returns false if it is dropped. */
static bool
put_declaration(const char *p, size_t n, struct buf *out)
{
	const char *end = p + n, *colon;
	size_t length;

	p = text_skip_space(p, end);
	end = text_cut_space(p, end);
	if (p == end)
		return true;
	colon = text_find(p, end, ':');
	if (colon == NULL)
		return false;
	for (length = (size_t)(colon - p); length > 0; length--)
		if (!ascii_is_space(p[length - 1]))
			break;
	if (FIND(properties, p, length) == NULL ||
	    !is_value_harmless(colon + 1, (size_t)(end - colon - 1)))
		return false;
	if (out->length > 0)
		buf_puts(out, "; ");
	buf_add_span(out, p, end);
	return true;
}

/* A ';' in a string only splits a declaration into two bad ones. */
bool
harmless_style(const char *style, struct buf *out)
{
	bool all = true;
	size_t n;

	buf_puts(out, "");
	for (; *style != '\0'; style += n + (style[n] == ';')) {
		n = strcspn(style, ";");
		all = put_declaration(style, n, out) && all;
	}
	return all;
}

/*
 * The elements of HTML and their classes.
 */
#include "base/text.h"
#include "html/markup.h"

#define NAME_MAX_LENGTH 10

/* Abbreviations for the table. */
enum {
	V = MARKUP_VOID, B = MARKUP_BLOCK, P = MARKUP_PHRASING,
	RAW = MARKUP_RAW, RC = MARKUP_RCDATA, H = MARKUP_HIDDEN,
	O = MARKUP_OPTIONAL_END, F = MARKUP_FOREIGN, X = MARKUP_BREAKOUT
};

struct element {
	char		 name[NAME_MAX_LENGTH + 1];
	unsigned	 classes;
};

/*
 * By first letter, each list ending in an empty name: looking up the element is
 * most of the work for a short tag.  Obsolete elements are still parsed in the
 * same way.
 */
static const struct element on_a[] = {
	{ "a", P }, { "abbr", P }, { "acronym", P }, { "address", B },
	{ "applet", P }, { "area", V | P }, { "article", B }, { "aside", B },
	{ "audio", P }, { "", 0 }
};
static const struct element on_b[] = {
	{ "b", P | X }, { "base", V }, { "basefont", V | P }, { "bdi", P },
	{ "bdo", P }, { "bgsound", V | P }, { "big", P | X }, { "blink", P },
	{ "blockquote", B | X }, { "body", B | X }, { "br", V | P | X },
	{ "button", P }, { "", 0 }
};
static const struct element on_c[] = {
	{ "canvas", P }, { "caption", B }, { "center", B | X }, { "cite", P },
	{ "code", P | X }, { "col", V | B }, { "colgroup", B | O }, { "", 0 }
};
static const struct element on_d[] = {
	{ "data", P }, { "datalist", P }, { "dd", B | O | X }, { "del", P },
	{ "details", B }, { "dfn", P }, { "dialog", B }, { "dir", B },
	{ "div", B | X }, { "dl", B | X }, { "dt", B | O | X }, { "", 0 }
};
static const struct element on_e[] = {
	{ "em", P | X }, { "embed", V | P | X }, { "", 0 }
};
static const struct element on_f[] = {
	{ "fieldset", B }, { "figcaption", B }, { "figure", B },
	{ "font", P }, { "footer", B }, { "form", B }, { "frame", V },
	{ "frameset", B }, { "", 0 }
};
static const struct element on_h[] = {
	{ "h1", B | X }, { "h2", B | X }, { "h3", B | X }, { "h4", B | X },
	{ "h5", B | X }, { "h6", B | X }, { "head", B | X }, { "header", B },
	{ "hgroup", B }, { "hr", V | B | X }, { "html", B }, { "", 0 }
};
static const struct element on_i[] = {
	{ "i", P | X }, { "iframe", P | RAW | H }, { "image", V | P },
	{ "img", V | P | X }, { "input", V | P }, { "ins", P }, { "", 0 }
};
static const struct element on_k[] = {
	{ "kbd", P }, { "keygen", V | P }, { "", 0 }
};
static const struct element on_l[] = {
	{ "label", P }, { "legend", B }, { "li", B | O | X },
	{ "link", V | P }, { "listing", B | X }, { "", 0 }
};
static const struct element on_m[] = {
	{ "main", B }, { "map", P }, { "mark", P }, { "marquee", P },
	{ "math", P | F }, { "menu", B | X }, { "meta", V | X },
	{ "meter", P }, { "", 0 }
};
static const struct element on_n[] = {
	{ "nav", B }, { "nobr", P | X }, { "noembed", P | RAW | H },
	{ "noframes", P | RAW | H }, { "noscript", P }, { "", 0 }
};
static const struct element on_o[] = {
	{ "object", P }, { "ol", B | X }, { "optgroup", B | O },
	{ "option", B | O }, { "output", P }, { "", 0 }
};
static const struct element on_p[] = {
	{ "p", B | O | X }, { "param", V }, { "picture", P },
	{ "plaintext", B | RAW }, { "pre", B | X }, { "progress", P },
	{ "", 0 }
};
static const struct element on_q[] = {
	{ "q", P }, { "", 0 }
};
static const struct element on_r[] = {
	{ "rb", P | O }, { "rp", P | O }, { "rt", P | O }, { "rtc", P | O },
	{ "ruby", P | X }, { "", 0 }
};
static const struct element on_s[] = {
	{ "s", P | X }, { "samp", P }, { "script", P | RAW | H },
	{ "search", B }, { "section", B }, { "select", P }, { "slot", P },
	{ "small", P | X }, { "source", V }, { "span", P | X },
	{ "strike", P | X }, { "strong", P | X }, { "style", RAW | H },
	{ "sub", P | X }, { "summary", B }, { "sup", P | X },
	{ "svg", P | F }, { "", 0 }
};
static const struct element on_t[] = {
	{ "table", B | X }, { "tbody", B | O }, { "td", B | O },
	{ "template", P | H }, { "textarea", P | RC }, { "tfoot", B | O },
	{ "th", B | O }, { "thead", B | O }, { "time", P },
	{ "title", RC | H }, { "tr", B | O }, { "track", V }, { "tt", P | X },
	{ "", 0 }
};
static const struct element on_u[] = {
	{ "u", P | X }, { "ul", B | X }, { "", 0 }
};
static const struct element on_v[] = {
	{ "var", P | X }, { "video", P }, { "", 0 }
};
static const struct element on_w[] = {
	{ "wbr", V | P }, { "", 0 }
};
static const struct element on_x[] = {
	{ "xmp", B | RAW }, { "", 0 }
};

static const struct element *const elements['z' - 'a' + 1] = {
	['a' - 'a'] = on_a, ['b' - 'a'] = on_b, ['c' - 'a'] = on_c,
	['d' - 'a'] = on_d, ['e' - 'a'] = on_e, ['f' - 'a'] = on_f,
	['h' - 'a'] = on_h, ['i' - 'a'] = on_i, ['k' - 'a'] = on_k,
	['l' - 'a'] = on_l, ['m' - 'a'] = on_m, ['n' - 'a'] = on_n,
	['o' - 'a'] = on_o, ['p' - 'a'] = on_p, ['q' - 'a'] = on_q,
	['r' - 'a'] = on_r, ['s' - 'a'] = on_s, ['t' - 'a'] = on_t,
	['u' - 'a'] = on_u, ['v' - 'a'] = on_v, ['w' - 'a'] = on_w,
	['x' - 'a'] = on_x
};

/* Whether a name, whose first letter matches, is that of an element. */
static bool
has_rest(const char *name, size_t length, const char *element)
{
	return element[length] == '\0' &&
	    ascii_span_is(name + 1, length - 1, element + 1);
}

unsigned
markup_element_class(const char *name, size_t length)
{
	const struct element *e;

	if (length == 0 || length > NAME_MAX_LENGTH ||
	    !ascii_is_alpha(*name))
		return 0;
	e = elements[ascii_lower(*name) - 'a'];
	for (; e != NULL && e->name[0] != '\0'; e++)
		if (has_rest(name, length, e->name))
			return e->classes;
	return 0;
}

/* The scanner of HTML: tokens, attributes, and no byte is lost. */
#include "base/buf.h"
#include "html/markup.h"
#include "pick.h"
#include "repeat.h"
#include "tap.h"

/*
 * Tokens are written as K[bytes]: T text, R raw text, S start, V start with a
 * slash, E end, C comment, O other.
 */
static const struct {
	const char *html, *want;
} scanned[] = {
	{ "", "" },
	{ "a & b", "T[a & b]" },
	{ "a<b>c</b>d", "T[a]S[<b>]T[c]E[</b>]T[d]" },
	{ "a < b <3 <", "T[a < b <3 <]" },
	{ "a</", "T[a</]" },
	{ "</>a", "O[</>]T[a]" },
	{ "</ b>a", "O[</ b>]T[a]" },
	{ "<?php a ?>b", "O[<?php a ?>]T[b]" },
	{ "<!doctype html>a", "O[<!doctype html>]T[a]" },
	{ "<![CDATA[a]]>b", "O[<![CDATA[a]]>]T[b]" },
	{ "<![CDATA[a>b]]>", "O[<![CDATA[a>]T[b]]>]" },
	{ "<!>a", "O[<!>]T[a]" },
	{ "<!", "O[<!]" },

	{ "<a b='>' c=\">\" d=e/>f", "S[<a b='>' c=\">\" d=e/>]T[f]" },
	{ "<br/>", "V[<br/>]" },
	{ "<br / >", "S[<br / >]" },
	{ "<br a=\"b\"/>", "V[<br a=\"b\"/>]" },
	{ "<A\nB\n>c</A\t>", "S[<A\nB\n>]T[c]E[</A\t>]" },
	{ "<a b=>c", "S[<a b=>]T[c]" },
	{ "<a =b>c", "S[<a =b>]T[c]" },
	{ "<a =\">c", "S[<a =\">]T[c]" },
	{ "<a b'c'>d", "S[<a b'c'>]T[d]" },
	{ "<a <b>c", "S[<a <b>]T[c]" },
	{ "a<b", "T[a]O[<b]" },
	{ "a<b c='d>e", "T[a]O[<b c='d>e]" },
	{ "a</b ", "T[a]O[</b ]" },

	{ "<!-- a -->b", "C[<!-- a -->]T[b]" },
	{ "<!-->b", "C[<!-->]T[b]" },
	{ "<!--->b", "C[<!--->]T[b]" },
	{ "<!---->b", "C[<!---->]T[b]" },
	{ "<!--a--!>b", "C[<!--a--!>]T[b]" },
	{ "<!--a--->b", "C[<!--a--->]T[b]" },
	{ "<!--!>b-->c", "C[<!--!>b-->]T[c]" },
	{ "<!--a->b-->c", "C[<!--a->b-->]T[c]" },
	{ "<!--a<!--b-->c-->", "C[<!--a<!--b-->]T[c-->]" },
	{ "<!--a<b>", "C[<!--a<b>]" },
	{ "<!-a-->b", "O[<!-a-->]T[b]" },

	{ "<script>a<b></script >c",
	    "S[<script>]R[a<b>]E[</script >]T[c]" },
	{ "<script></script>", "S[<script>]E[</script>]" },
	{ "<SCRIPT>a</Script>", "S[<SCRIPT>]R[a]E[</Script>]" },
	{ "<script>a</scripts>b", "S[<script>]R[a</scripts>b]" },
	{ "<script>a</script", "S[<script>]R[a</script]" },
	{ "<script/>a", "V[<script/>]R[a]" },
	{ "<script><!--<script>a</script>--></script>b",
	    "S[<script>]R[<!--<script>a</script>-->]E[</script>]T[b]" },
	{ "<script><!--a</script>b",
	    "S[<script>]R[<!--a]E[</script>]T[b]" },
	{ "<script><!--><script></script>b",
	    "S[<script>]R[<!--><script>]E[</script>]T[b]" },
	{ "<script><!--<script></script></script>b",
	    "S[<script>]R[<!--<script></script>]E[</script>]T[b]" },
	{ "<style>a>b<!--</style>c", "S[<style>]R[a>b<!--]E[</style>]T[c]" },
	{ "<textarea>a<b></textarea>c",
	    "S[<textarea>]T[a<b>]E[</textarea>]T[c]" },
	{ "<title>a<b></title>", "S[<title>]T[a<b>]E[</title>]" },
	{ "<xmp><b></xmp>", "S[<xmp>]R[<b>]E[</xmp>]" },
	{ "<iframe><b></iframe>", "S[<iframe>]R[<b>]E[</iframe>]" },
	{ "<plaintext><b></plaintext>", "S[<plaintext>]R[<b></plaintext>]" },

	{ "<svg><style>a<b/></style></svg>",
	    "S[<svg>]S[<style>]T[a]V[<b/>]E[</style>]E[</svg>]" },
	{ "<svg><title/><g></svg>", "S[<svg>]V[<title/>]S[<g>]E[</svg>]" },
	{ "<svg><![CDATA[a>b]]></svg>",
	    "S[<svg>]O[<![CDATA[a>b]]>]E[</svg>]" },
	{ "<svg><p><style>a<b</style>",
	    "S[<svg>]S[<p>]S[<style>]R[a<b]E[</style>]" },
	{ "<svg></svg><style><b></style>",
	    "S[<svg>]E[</svg>]S[<style>]R[<b>]E[</style>]" },
	{ "<svg><foreignObject><style><b></style><p></foreignObject>"
	    "<style><b/>",
	    "S[<svg>]S[<foreignObject>]S[<style>]R[<b>]E[</style>]S[<p>]"
	    "E[</foreignObject>]S[<style>]V[<b/>]" },
	{ "<svg><title><xmp><b></xmp></title><xmp><c>",
	    "S[<svg>]S[<title>]S[<xmp>]R[<b>]E[</xmp>]E[</title>]S[<xmp>]"
	    "S[<c>]" },
	{ "<math><mi><xmp><c></xmp></mi><xmp><c>",
	    "S[<math>]S[<mi>]S[<xmp>]R[<c>]E[</xmp>]E[</mi>]S[<xmp>]S[<c>]" },
	{ "<math><desc><xmp><c>", "S[<math>]S[<desc>]S[<xmp>]S[<c>]" },
	{ "<math><annotation-xml encoding=Text/HTML><xmp><c>",
	    "S[<math>]S[<annotation-xml encoding=Text/HTML>]S[<xmp>]R[<c>]" },
	{ "<math><annotation-xml><svg><desc><xmp><c>",
	    "S[<math>]S[<annotation-xml>]S[<svg>]S[<desc>]S[<xmp>]R[<c>]" },
	{ "<math></svg><xmp><c>", "S[<math>]E[</svg>]S[<xmp>]S[<c>]" },
	{ "<svg><svg></svg><xmp><c></svg><xmp><c>",
	    "S[<svg>]S[<svg>]E[</svg>]S[<xmp>]S[<c>]E[</svg>]S[<xmp>]"
	    "R[<c>]" },
	{ "<svg/><style><b></style>",
	    "V[<svg/>]S[<style>]R[<b>]E[</style>]" }
};

/* Attributes are written as name=value, "name" without one. */
static const struct {
	const char *tag, *want;
} attributes[] = {
	{ "<a>", "" },
	{ "<a/>", "" },
	{ "<a b>", "b;" },
	{ "<a b=c d = 'e f' g=\"h\"i=j>", "b=c;d=e f;g=h;i=j;" },
	{ "<a b='' c=>", "b=;c=;" },
	{ "<a b=c/d/>", "b=c/d/;" },
	{ "<a/b/c=d>", "b;c=d;" },
	{ "<a =b=c>", "=b=c;" },
	{ "<a b\n=\nc>", "b=c;" },
	{ "<a b=\"c'd\" e='f\"g'>", "b=c'd;e=f\"g;" },
	{ "<a b=c\"d'e<f>", "b=c\"d'e<f;" },
	{ "<a b b=c>", "b;b=c;" },
	{ "</a b=c>", "b=c;" }
};

static const struct {
	const char	*name;
	unsigned	 classes;
} elements[] = {
	{ "a", MARKUP_PHRASING },
	{ "DIV", MARKUP_BLOCK | MARKUP_BREAKOUT },
	{ "xmp", MARKUP_BLOCK | MARKUP_RAW },
	{ "wbr", MARKUP_VOID | MARKUP_PHRASING },
	{ "blockquote", MARKUP_BLOCK | MARKUP_BREAKOUT },
	{ "figcaption", MARKUP_BLOCK },
	{ "blockquotes", 0 },
	{ "vector", 0 },
	{ "t", 0 },
	{ "", 0 }
};

static char
letter(const struct markup_token *token)
{
	if (token->kind == MARKUP_TEXT && token->raw)
		return 'R';
	if (token->kind == MARKUP_START && token->self_closing)
		return 'V';
	return "TSECO"[token->kind];
}

static void
test_tokens(void)
{
	struct markup_token token;
	struct markup markup;
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < COUNT(scanned); i++) {
		buf_clear(&got);
		buf_puts(&got, "");
		markup_init(&markup, scanned[i].html,
		    strlen(scanned[i].html));
		while (markup_next(&markup, &token)) {
			buf_putc(&got, letter(&token));
			buf_putc(&got, '[');
			buf_add(&got, token.start, token.length);
			buf_putc(&got, ']');
		}
		tap_string(got.bytes, scanned[i].want, scanned[i].want);
	}
	buf_release(&got);
}

static void
test_attributes(void)
{
	struct markup_attribute attribute;
	struct markup_token token;
	struct markup markup;
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < COUNT(attributes); i++) {
		buf_clear(&got);
		buf_puts(&got, "");
		markup_init(&markup, attributes[i].tag,
		    strlen(attributes[i].tag));
		markup_next(&markup, &token);
		attribute = (struct markup_attribute){ 0 };
		while (markup_attribute_next(&token, &attribute)) {
			buf_add(&got, attribute.name, attribute.name_length);
			if (attribute.value != NULL)
				buf_putc(&got, '=');
			if (attribute.value != NULL)
				buf_add(&got, attribute.value,
				    attribute.value_length);
			buf_putc(&got, ';');
		}
		tap_string(got.bytes, attributes[i].want, attributes[i].tag);
	}
	buf_release(&got);
}

static void
test_find(void)
{
	static const char html[] = "<IMG Src=a src=b alt>";
	struct markup_attribute attribute;
	struct markup_token token;
	struct markup markup;

	markup_init(&markup, html, strlen(html));
	markup_next(&markup, &token);
	tap_ok(markup_name_is(&token, "img"), "a name in upper case");
	tap_ok(!markup_name_is(&token, "im"), "a shorter name");
	tap_ok(!markup_name_is(&token, "imgs"), "a longer name");
	tap_ok(markup_attribute_find(&token, "src", &attribute) &&
	    attribute.value == html + 9 && attribute.value_length == 1 &&
	    attribute.quote == '\0' && attribute.end == html + 10,
	    "the first of two attributes");
	tap_ok(markup_attribute_find(&token, "alt", &attribute) &&
	    attribute.value == NULL, "an attribute without a value");
	tap_ok(!markup_attribute_find(&token, "title", &attribute),
	    "an attribute that is not there");
}

/* All elements that HTML has or had. */
static void
test_all_elements(void)
{
	static const char names[] =
	    "a abbr acronym address applet area article aside audio b base "
	    "basefont bdi bdo bgsound big blink blockquote body br button "
	    "canvas caption center cite code col colgroup data datalist dd "
	    "del details dfn dialog dir div dl dt em embed fieldset "
	    "figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 "
	    "h6 head header hgroup hr html i iframe image img input ins kbd "
	    "keygen label legend li link listing main map mark marquee math "
	    "menu meta meter nav nobr noembed noframes noscript object ol "
	    "optgroup option output p param picture plaintext pre progress q "
	    "rb rp rt rtc ruby s samp script search section select slot small "
	    "source span strike strong style sub summary sup svg table tbody "
	    "td template textarea tfoot th thead time title tr track tt u ul "
	    "var video wbr xmp";
	const char *p;
	size_t n;

	for (p = names; *p != '\0'; p += n + (p[n] == ' ')) {
		n = strcspn(p, " ");
		tap_ok(markup_element_class(p, n) != 0, "<%.*s>", (int)n, p);
	}
}

static void
test_elements(void)
{
	size_t i;

	for (i = 0; i < COUNT(elements); i++)
		tap_ok(markup_element_class(elements[i].name,
		    strlen(elements[i].name)) == elements[i].classes,
		    "classes of \"%s\"", elements[i].name);
}

/* Whether the concatenated tokens are the source. */
static bool
is_whole(const char *html, size_t n)
{
	const char *next = html;
	struct markup_token token;
	struct markup markup;

	markup_init(&markup, html, n);
	while (markup_next(&markup, &token)) {
		if (token.start != next || token.length == 0)
			return false;
		next += token.length;
	}
	return next == html + n;
}

static void
test_soup(void)
{
	static const char *const pieces[] = {
		"<", ">", "/", "!", "-", "--", "=", "\"", "'", " ", "a",
		"<!--", "-->", "<script", "</script", "<svg>", "</svg>",
		"<p>", "<title>", "</title", "<![CDATA[", "]]>", "<?", "\n"
	};
	struct buf html = { 0 };
	uint64_t state = 1;
	int i, bad = 0;
	unsigned j;

	for (i = 0; i < 20000; i++) {
		buf_clear(&html);
		for (j = pick(&state, 24) + 1; j > 0; j--)
			buf_puts(&html, pieces[pick(&state, COUNT(pieces))]);
		bad += !is_whole(html.bytes, html.length);
	}
	tap_ok(bad == 0, "tokens of 20000 tag soups are the source");
	buf_release(&html);
}

/* These take minutes if the scanner is not linear. */
static void
test_hostile(void)
{
	static const char *const pieces[] = {
		"<", "<a ", "<a", "</", "<!", "<!--", "<!-", "--!", "<a b=\"",
		"<a b='\"", "<script>", "<script><!--", "</script", "<title>",
		"<svg>", "<svg><![CDATA[", "<plaintext>", "<a =", "& "
	};
	struct buf html = { 0 };
	size_t i;

	for (i = 0; i < COUNT(pieces); i++) {
		buf_clear(&html);
		repeat(&html, 100000, pieces[i]);
		tap_ok(is_whole(html.bytes, html.length),
		    "100000 times \"%s\"", pieces[i]);
	}
	buf_release(&html);
}

int
main(void)
{
	test_tokens();
	test_attributes();
	test_find();
	test_all_elements();
	test_elements();
	test_soup();
	test_hostile();
	return tap_end();
}

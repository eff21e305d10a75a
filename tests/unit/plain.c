/* HTML, and titles, as plain text. */

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "html/plain.h"
#include "repeat.h"
#include "tap.h"

static const struct {
	const char *html, *want;
} texts[] = {
	{ "", NULL },
	{ "<p> <br> &#32; </p>", NULL },
	{ "<!-- a --><script>b</script><style>c</style>", NULL },
	{ "a", "a" },
	{ "<p>a</p><p>b</p>", "a b" },
	{ "a<br>b<br/>c<hr>d", "a b c d" },
	{ "a<b>b</b><i>c</i>", "abc" },
	{ "<ul><li>a<li>b</ul>", "a b" },
	{ "<table><tr><td>a<td>b</table>", "a b" },
	{ " a\n\n  b\t", "a b" },
	{ "a<!-- b -->c", "ac" },
	{ "a<template>b<template>c</template>d</template>e", "ae" },
	{ "a<script>\"<b>\"</script>b", "ab" },
	{ "<title>a</title>b", "b" },
	{ "<iframe>a</iframe>b", "b" },
	{ "<svg><title/><style/><text>a</text></svg>b", "ab" },
	{ "<textarea>&lt;b></textarea>", "<b>" },
	{ "<xmp>&lt;<b></xmp>", "&lt;<b>" },
	{ "<img alt=a>b", "b" },
	{ "a < b && c > d", "a < b && c > d" },
	{ "a<b c", "a" },
	{ "&lt;p&gt;", "<p>" },
	{ "\xe4\xb8\xad<br>\xe6\x96\x87", "\xe4\xb8\xad \xe6\x96\x87" }
};

/* want_attribute is NULL if it is the same. */
static const struct {
	const char *html, *want, *want_attribute;
} references[] = {
	{ "&amp;&lt;&gt;&quot;&apos;", "&<>\"'", NULL },
	{ "&eacute;&hellip;&thetasym;", "\xc3\xa9\xe2\x80\xa6\xcf\x91", NULL },
	{ "&colon;&sol;&NewLine;&DiacriticalGrave;&lpar", ":/\n`&lpar",
	    NULL },
	{ "&AMP;&COPY;", "&\xc2\xa9", NULL },
	{ "&nbsp;", "\xc2\xa0", NULL },
	{ "&nosuch;&", "&nosuch;&", NULL },
	{ "& &; &#; &#x; &#xg;", "& &; &#; &#x; &#xg;", NULL },
	{ "&#65;&#x42;&#X43;&#68", "ABCD", NULL },
	{ "&#65a&#x42g", "AaBg", NULL },
	{ "&#0;&#xD800;&#xDFFF;&#x110000;",
	    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", NULL },
	{ "&#99999999999999999999;", "\xef\xbf\xbd", NULL },
	{ "&#4294967361;", "\xef\xbf\xbd", NULL },
	{ "&#x1F600;", "\xf0\x9f\x98\x80", NULL },
	{ "&#128;&#150;&#x9f;", "\xe2\x82\xac\xe2\x80\x93\xc5\xb8", NULL },
	{ "&#129;", "\xc2\x81", NULL },
	{ "a&#1;&#31;&#xFFFE;&#xFFFF;b", "ab", NULL },
	{ "&#9;&#10;&#13;", "\t\n\n", NULL },
	{ "&ampa &amp=b", "&a &=b", "&ampa &amp=b" },
	{ "&amp &copy.", "& \xc2\xa9.", NULL },
	{ "&notit;", "\xc2\xacit;", "&notit;" },
	{ "&notin;", "\xe2\x88\x89", NULL },
	{ "&frac12", "\xc2\xbd", NULL },
	{ "&hellip", "&hellip", NULL },
	{ "&amp;amp;", "&amp;", NULL },
	{ "?a=b&lt=c&copy=d", "?a=b<=c\xc2\xa9=d", "?a=b&lt=c&copy=d" }
};

static const struct {
	const char *title, *want;
} titles[] = {
	{ "", NULL },
	{ " \xc2\xa0 ", NULL },
	{ "<span></span>", NULL },
	{ " a  b ", "a b" },
	{ "<span class=\"h\">Bright</span> Title", "Bright Title" },
	{ "a <em>and</em> b", "a and b" },
	{ "a<br>b", "a b" },
	{ "The <details> element", "The <details> element" },
	{ "<select> or <input type=\"text\">",
	    "<select> or <input type=\"text\">" },
	{ "Why <b> is no <STRONG>", "Why <b> is no <STRONG>" },
	{ "<Link /> of Next.js", "<Link /> of Next.js" },
	{ "Where </p> is left out", "Where </p> is left out" },
	{ "<Em>The</eM> <img> tag<img src=a>", "The <img> tag" },
	{ "<div>a <b>b</div><div>c</DIV>", "a <b>b c" },
	{ "<p>a</p> <hr> <pre>b <em>c", "a b c" },
	{ "<div><i>a</div></i>b<wbr>", "a b" },
	{ "<script> &amp; <b>a</b>", "<script> & <b>a</b>" },
	{ "<a> <a> <i>b</i></a>", "<a> b" },
	{ "<u><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b><i>a</i></u>",
	    "<u><b><b><b><b><b><b><b><b><b><b><b><b><b><b><b>a</u>" },
	{ "a<!-- b -->c", "ac" },
	{ "Using &ldquo;x&rdquo;?", "Using \xe2\x80\x9cx\xe2\x80\x9d?" },
	{ "&#123;&#125;", "{}" },
	{ "AT&T, R&D & a", "AT&T, R&D & a" },
	{ "&lt;b&gt;", "<b>" },
	{ "x?a&region=b&copy=c &copy 2024",
	    "x?a&region=b&copy=c \xc2\xa9 2024" },
	{ "a < b > c", "a < b > c" },
	{ "I <3 feeds", "I <3 feeds" },
	{ "HashMap<K, V> and <vector>", "HashMap<K, V> and <vector>" },
	{ "Option<T>", "Option<T>" },
	{ "a <b", "a <b" },
	{ "`<em>` &amp; <em>b</em>", "`<em>` & b" },
	{ "`&lt;` `a", "`&lt;` `a" },
	{ "``a ` <b>`` <b>c</b>", "``a ` <b>`` c" },
	{ "`a <b>b</b>", "`a b" },
	{ "``a` <b>b</b>", "``a` b" },
	{ "```<b>``` <i>c</i>", "```<b>``` c" },
	{ "<b>`<i>`</b>", "`<i>`" },
	{ " a > \n b ", "a > b" },
	{ " \xc2\xa0", NULL }
};

static void
test_text(struct arena *arena)
{
	size_t i;

	for (i = 0; i < COUNT(texts); i++)
		tap_string(plain_text(arena, texts[i].html,
		    strlen(texts[i].html)), texts[i].want, texts[i].html);
	for (i = 0; i < COUNT(titles); i++)
		tap_string(plain_title(arena, titles[i].title),
		    titles[i].want, titles[i].title);
}

static size_t
characters(const char *s)
{
	size_t n;

	for (n = 0; *s != '\0'; n++)
		utf8_next(&s);
	return n;
}

/* plain_text() begins like this, and is longer than the limit. */
static bool
is_opening(struct arena *arena, const char *html, size_t limit)
{
	const char *text = plain_text(arena, html, strlen(html));
	const char *opening = plain_opening(arena, html, strlen(html), limit);

	if (text == NULL || opening == NULL)
		return text == opening;
	return strcmp(text, opening) == 0 || (characters(opening) > limit &&
	    strncmp(text, opening, strlen(opening)) == 0);
}

static void
test_opening(struct arena *arena)
{
	static const char *const more[] = {
		"<p>  a </p> <p>\n\n\n\n\n\n\n\n\n</p><i>b</i>&nbsp;"
		"<b>c</b>\xe4\xb8\xad<i>\xe6\x96\x87</i> d",
		"<template>a<p>b</template>c<p>d<p>e<p>f<p>g<p>h<p>i<p>j"
	};
	const char *opening;
	bool ok = true;
	size_t i, limit;

	for (i = 0; i < COUNT(texts) + COUNT(more); i++)
		for (limit = 0; limit < 20; limit++)
			ok = is_opening(arena, i < COUNT(texts) ?
			    texts[i].html : more[i - COUNT(texts)], limit) &&
			    ok;
	tap_ok(ok, "openings are beginnings of texts");
	opening = plain_opening(arena, more[1], strlen(more[1]), 2);
	tap_string(opening, "c d", "an opening is no longer than needed");
}

static void
test_references(void)
{
	struct buf got = { 0 };
	const char *html, *want;
	size_t i;

	for (i = 0; i < COUNT(references); i++) {
		html = references[i].html;
		want = references[i].want;
		buf_clear(&got);
		plain_decode(&got, html, strlen(html), false);
		tap_string(got.bytes, want, html);
		if (references[i].want_attribute != NULL)
			want = references[i].want_attribute;
		buf_clear(&got);
		plain_decode(&got, html, strlen(html), true);
		tap_string(got.bytes, want, html);
	}
	buf_release(&got);
}

/*
 * Each named character of HTML 4, the last two as in HTML 5: a number is the
 * code of the name after it, and names that follow have the next ones.
 */
static const char names[] =
    "34 quot 38 amp 60 lt 62 gt 160 nbsp iexcl cent pound curren yen "
    "brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 "
    "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 "
    "frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde "
    "Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc "
    "Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring "
    "aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth "
    "ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute "
    "ucirc uuml yacute thorn yuml 338 OElig oelig 352 Scaron scaron 376 "
    "Yuml 402 fnof 710 circ 732 tilde 913 Alpha Beta Gamma Delta "
    "Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho "
    "931 Sigma Tau Upsilon Phi Chi Psi Omega 945 alpha beta gamma delta "
    "epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigmaf sigma tau upsilon phi chi psi omega 977 thetasym upsih 982 "
    "piv 8194 ensp emsp 8201 thinsp 8204 zwnj zwj lrm rlm 8211 ndash "
    "mdash 8216 lsquo rsquo sbquo 8220 ldquo rdquo bdquo 8224 dagger "
    "Dagger bull 8230 hellip 8240 permil 8242 prime Prime 8249 lsaquo "
    "rsaquo 8254 oline 8260 frasl 8364 euro 8465 image 8472 weierp 8476 "
    "real 8482 trade 8501 alefsym 8592 larr uarr rarr darr harr 8629 "
    "crarr 8656 lArr uArr rArr dArr hArr 8704 forall 8706 part exist "
    "8709 empty 8711 nabla isin notin 8715 ni 8719 prod 8721 sum minus "
    "8727 lowast 8730 radic 8733 prop infin 8736 ang 8743 and or cap "
    "cup int 8756 there4 8764 sim 8773 cong 8776 asymp 8800 ne equiv "
    "8804 le ge 8834 sub sup nsub 8838 sube supe 8853 oplus 8855 otimes "
    "8869 perp 8901 sdot 8968 lceil rceil lfloor rfloor "
    "9674 loz 9824 spades 9827 clubs 9829 hearts diams 10216 lang rang";

static void
test_names(void)
{
	struct buf html = { 0 }, got = { 0 }, want = { 0 };
	unsigned code = 0, count = 0;
	const char *p = names;
	bool ok = true;
	size_t n;

	for (; *p != '\0'; p += n + (p[n] == ' ')) {
		n = strcspn(p, " ");
		if (*p >= '0' && *p <= '9') {
			code = (unsigned)strtoul(p, NULL, 10);
			continue;
		}
		count++;
		buf_clear(&html);
		buf_clear(&got);
		buf_clear(&want);
		buf_printf(&html, "&%.*s;", (int)n, p);
		buf_put_utf8(&want, code++);
		plain_decode(&got, html.bytes, html.length, false);
		ok = ok && strcmp(got.bytes, want.bytes) == 0;
	}
	tap_ok(ok && count == 252, "%u named characters", count);
	buf_release(&html);
	buf_release(&got);
	buf_release(&want);
}

/* Two characters in a text of 'x', each with the same result as alone. */
static bool
is_escaped(char *text, size_t n, size_t first, size_t second)
{
	struct buf got = { 0 }, want = { 0 };
	size_t i;
	bool ok;

	memset(text, 'x', n);
	text[first] = "&<>"[first % 3];
	text[second] = '"';
	plain_escape(&got, text, n);
	for (i = 0; i < n; i++)
		buf_puts(&want, text[i] == '&' ? "&amp;" :
		    text[i] == '<' ? "&lt;" : text[i] == '>' ? "&gt;" :
		    text[i] == '"' ? "&quot;" : "x");
	ok = got.length == want.length && strcmp(got.bytes, want.bytes) == 0;
	buf_release(&got);
	buf_release(&want);
	return ok;
}

/* A text is copied in steps, the last of which overlaps the one before. */
static void
test_escapes(void)
{
	size_t n, first, second;
	bool ok = true;
	char text[70];

	for (n = 1; n < sizeof text; n++)
		for (first = 0; first < n; first++)
			for (second = first; second < n; second++)
				ok = ok && is_escaped(text, n, first, second);
	tap_ok(ok, "escaped at each offset in texts of all lengths");
}

static void
test_hostile(struct arena *arena)
{
	static const char *const pieces[] = {
		"&", "&a", "&#", "&#1", "<template>", "`", "`a", "``a", "``a`",
		"a```", "<p", "<b>"
	};
	struct buf html = { 0 };
	size_t i;

	for (i = 0; i < COUNT(pieces); i++) {
		buf_clear(&html);
		repeat(&html, 100000, pieces[i]);
		plain_text(arena, html.bytes, html.length);
		plain_title(arena, html.bytes);
		tap_ok(true, "100000 times \"%s\"", pieces[i]);
	}
	buf_release(&html);
}

int
main(void)
{
	struct arena arena = { 0 };

	test_text(&arena);
	test_opening(&arena);
	test_references();
	test_names();
	test_escapes();
	test_hostile(&arena);
	arena_release(&arena);
	return tap_end();
}

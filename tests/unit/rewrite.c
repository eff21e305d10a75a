/* Bodies with absolute URLs: every kind of attribute, and no other byte. */
#include "base/buf.h"
#include "html/rewrite.h"
#include "repeat.h"
#include "rfc3986.h"
#include "tap.h"

/* The URL of the pages below. */
static const char base[] = "https://h/p/a?q";

/* want is NULL if no byte changes. */
struct row {
	const char *html, *want;
};

static const struct row elements[] = {
	{ "<a href=\"x\">", "<a href=\"https://h/p/x\">" },
	{ "<A HREF=\"x\">", "<A HREF=\"https://h/p/x\">" },
	{ "<area href='x'>", "<area href='https://h/p/x'>" },
	{ "<link href=\"/x\">", "<link href=\"https://h/x\">" },
	{ "<x-y href=\"x\">", "<x-y href=\"https://h/p/x\">" },
	{ "<img src=\"x\">", "<img src=\"https://h/p/x\">" },
	{ "<video src=\"x\" poster=\"y\">",
	    "<video src=\"https://h/p/x\" poster=\"https://h/p/y\">" },
	{ "<q cite=\"x\">", "<q cite=\"https://h/p/x\">" },
	{ "<cite cite=\"x\">", NULL },
	{ "<form action=\"x\">", "<form action=\"https://h/p/x\">" },
	{ "<div action=\"x\">", NULL },
	{ "<object data=\"x\">", "<object data=\"https://h/p/x\">" },
	{ "<div data=\"x\">", NULL },
	{ "<td background=\"x\">", "<td background=\"https://h/p/x\">" },
	{ "<div background=\"x\">", NULL },
	{ "<img longdesc=\"x\">", "<img longdesc=\"https://h/p/x\">" },
	{ "<button formaction=\"x\">",
	    "<button formaction=\"https://h/p/x\">" },
	{ "<a ping=\" x  /y\">",
	    "<a ping=\" https://h/p/x  https://h/y\">" },
	{ "<img usemap=\"#m\">", NULL },
	{ "<a hrefs=\"x\" hre=\"x\" id=\"x\">", NULL },
	{ "</a href=\"x\">", NULL },
	{ "<svg><image href=\"x\"/><a xlink:href=\"#y\"></svg>",
	    "<svg><image href=\"https://h/p/x\"/>"
	    "<a xlink:href=\"https://h/p/a?q#y\"></svg>" },
	{ "<svg><use href=\"#x\"/><use xlink:href=\"#x\"/></svg>", NULL },
	{ "<svg><foreignObject><p>a</p></foreignObject><use href=#x></svg>",
	    NULL },
	{ "<svg></svg><img src=\"#x\">",
	    "<svg></svg><img src=\"https://h/p/a?q#x\">" },
	{ "<meta http-equiv=\"Refresh\" content=\"5; URL = 'x'\">",
	    "<meta http-equiv=\"Refresh\" content=\"5; URL = "
	    "'https://h/p/x'\">" },
	{ "<meta content=0;url=x http-equiv=refresh>",
	    "<meta content=\"0;url=https://h/p/x\" http-equiv=refresh>" },
	{ "<meta http-equiv=refresh content=\"5\">", NULL },
	{ "<meta name=refresh content=\"5;url=x\">", NULL }
};

static const struct row values[] = {
	{ "<a href=\"\">", "<a href=\"https://h/p/a?q\">" },
	{ "<a href>b", "<a href=\"https://h/p/a?q\">b" },
	{ "<a href=>b", "<a href=\"https://h/p/a?q\">b" },
	{ "<img src=\"\">", NULL },
	{ "<link href=\"\">", NULL },
	{ "<a href=\"#b\">", "<a href=\"https://h/p/a?q#b\">" },
	{ "<a href=\"//i/b\">", "<a href=\"https://i/b\">" },
	{ "<a href=x/>b", "<a href=\"https://h/p/x/\">b" },
	{ "<a href=x/ b=c>", "<a href=\"https://h/p/x/\" b=c>" },
	{ "<a href=x?b=c'd>", "<a href=\"https://h/p/x?b=c'd\">" },
	{ "<a\thref = 'x'\nb>", "<a\thref = 'https://h/p/x'\nb>" },
	{ "<a href='b\"c'>", "<a href='https://h/p/b%22c'>" },
	{ "<a href='b&#39;c'>", "<a href='https://h/p/b&#39;c'>" },
	{ "<a href=\"b'c\">", "<a href=\"https://h/p/b'c\">" },
	{ "<a href=\"?a=1&amp;b=2\">",
	    "<a href=\"https://h/p/a?a=1&amp;b=2\">" },
	{ "<a href=\"?a=1&b=2&copy=3\">",
	    "<a href=\"https://h/p/a?a=1&amp;b=2&amp;copy=3\">" },
	{ "<a href=\"b&sol;&#99;&apos;\">",
	    "<a href=\"https://h/p/b/c'\">" },
	{ "<a href=\"&amp;lt;\">", "<a href=\"https://h/p/&amp;lt;\">" },
	{ "<a href=\" b c \">", "<a href=\"https://h/p/b%20c\">" },
	{ "<a href=\"b\n\tc\">", "<a href=\"https://h/p/bc\">" },
	{ "<img src=\"\xe4\xb8\xad.png\">",
	    "<img src=\"https://h/p/%E4%B8%AD.png\">" },
	{ "<img src=\"100%.png\">", "<img src=\"https://h/p/100%25.png\">" },
	{ "<img src=\"..\\b\\c.png?d\\e\">",
	    "<img src=\"https://h/b/c.png?d%5Ce\">" },
	{ "<a href=\"b:c\">", NULL },
	{ "<a href=\"./b:c\">", "<a href=\"https://h/p/b:c\">" },
	{ "<a href=\"x\" href=\"y\">",
	    "<a href=\"https://h/p/x\" href=\"https://h/p/y\">" },

	{ "<a href=\"https://\xe4\xb8\xad/b c&d[]%\">", NULL },
	{ "<a href=\"HTTP://H\">", NULL },
	{ "<a href=\" \nmailto:a\">", NULL },
	{ "<a href=\"java\nscript:b\">", NULL },
	{ "<a href=\"&#106;avascript&colon;b\">", NULL },
	{ "<a href=\"tel:1\">", NULL },
	{ "<a href=\"&nbsp;https://i/b\">", "<a href=\"https://i/b\">" },
	{ "<img src=\"\xe2\x80\x8bhttp://i/b&amp;c \">",
	    "<img src=\"http://i/b&amp;c\">" },
	{ "<a href=\"&nbsp;javascript:b\">", NULL },
	{ "<img src=\"data:image/gif;base64,R0lGODdhAQABAAAAACw=\">", NULL },

	{ "<a href=\"{{ b }}/c\">", NULL },
	{ "<a href=\"/{% b %}\">", NULL },
	{ "<a href=\"%7B%7Bb%7d%7d/c\">", NULL },
	{ "<a href=\"{b}\">", "<a href=\"https://h/p/%7Bb%7D\">" }
};

static const struct row sets[] = {
	{ "<img srcset=\"a 1x, /b 2x\">",
	    "<img srcset=\"https://h/p/a 1x, https://h/b 2x\">" },
	{ "<img srcset=\"a, b\">",
	    "<img srcset=\"https://h/p/a, https://h/p/b\">" },
	{ "<img srcset=\"a,b\">", "<img srcset=\"https://h/p/a,b\">" },
	{ "<img srcset=\" ,\na 100w,,b(c, d) 2x \">",
	    "<img srcset=\" ,\nhttps://h/p/a 100w,,https://h/p/b(c, "
	    "https://h/p/d) 2x \">" },
	{ "<img srcset=\"a 1w (,b), c\">",
	    "<img srcset=\"https://h/p/a 1w (,b), https://h/p/c\">" },
	{ "<img srcset=\"data:a,b 1x, https://i/c&d 2x\">", NULL },
	{ "<img srcset=\"https://i/b, c\">",
	    "<img srcset=\"https://i/b, https://h/p/c\">" },
	{ "<img srcset=\"a&#32;2x\">", "<img srcset=\"https://h/p/a 2x\">" },
	{ "<img srcset=\"\">", NULL },
	{ "<link imagesrcset=\"a 1x\">",
	    "<link imagesrcset=\"https://h/p/a 1x\">" }
};

static const struct row styles[] = {
	{ "<p style=\"background:url(a.png) top\">",
	    "<p style=\"background:url(https://h/p/a.png) top\">" },
	{ "<p style=\"a:URL( 'b' );c:url(&quot;d&quot;)\">",
	    "<p style=\"a:URL( 'https://h/p/b' );"
	    "c:url(&quot;https://h/p/d&quot;)\">" },
	{ "<p style='a:url(\"b c\")'>",
	    "<p style='a:url(\"https://h/p/b%20c\")'>" },
	{ "<p style=\"a:url('b(1)')\">",
	    "<p style=\"a:url('https://h/p/b(1)')\">" },
	{ "<p style=\"a:url(b\\(1\\))\">",
	    "<p style=\"a:url(https://h/p/b\\(1\\))\">" },
	{ "<p style=\"a:url(\\62 c)\">",
	    "<p style=\"a:url(https://h/p/bc)\">" },
	{ "<p style='a:url(\"b\\22 c\")'>",
	    "<p style='a:url(\"https://h/p/b%22c\")'>" },
	{ "<p style=\"a:url('b'\">", "<p style=\"a:url('https://h/p/b'\">" },
	{ "<p style=\"a:url(b\">", "<p style=\"a:url(https://h/p/b\">" },
	{ "<p style=a:url(b)>", "<p style=\"a:url(https://h/p/b)\">" },
	{ "<p style=\"a:url(b);c:d('&amp;')\">",
	    "<p style=\"a:url(https://h/p/b);c:d('&amp;')\">" },
	{ "<p style=\"a:url(#b)\">", NULL },
	{ "<p style=\"a:url()\">", NULL },
	{ "<p style=\"a:url(data:b)\">", NULL },
	{ "<p style=\"a:curl(b) url\">", NULL },
	{ "<p style=\"content:'url(b)'\">", NULL },
	{ "<p style=\"content:'\\'url(b)'\">", NULL },
	{ "<p style=\"/* url(b) */\">", NULL },
	{ "<p style=\"/* url(b)\">", NULL },
	{ "<p style=\"a:url(\">", NULL },
	{ "<p style=\"\\\">", NULL }
};

/* What looks like a tag but is not one. */
static const struct row texts[] = {
	{ "<a href=x", NULL },
	{ "a <!-- <a href=x> --> b", NULL },
	{ "<!-- a -- <a href=x> -->", NULL },
	{ "<!--><a href=x>", "<!--><a href=\"https://h/p/x\">" },
	{ "<script>'<a href=x>'</script>", NULL },
	{ "<script><!--<script></script><a href=x></script>", NULL },
	{ "<style>a{b:url(x)}</style>", NULL },
	{ "<textarea><a href=x></textarea>", NULL },
	{ "<title><a href=x></title>", NULL },
	{ "<xmp><a href=x></xmp>", NULL },
	{ "<iframe><a href=x></iframe>", NULL },
	{ "<code>&lt;a href=\"x\"></code>", NULL },
	{ "<pre>&lt;img src=x> <a href=x></a></pre>",
	    "<pre>&lt;img src=x> <a href=\"https://h/p/x\"></a></pre>" },
	{ "<p title=\"<a href=x>\">", NULL },
	{ "<svg><![CDATA[<a href=x>]]></svg>", NULL },
	{ "<noscript><img src=x></noscript>",
	    "<noscript><img src=\"https://h/p/x\"></noscript>" },
	{ "<template><a href=x></a></template>",
	    "<template><a href=\"https://h/p/x\"></a></template>" },
	{ "", NULL }
};

static const struct row bases[] = {
	{ "<base href=\"/c/\"><a href=x><a href=#y>",
	    "<base href=\"https://h/c/\"><a href=\"https://h/c/x\">"
	    "<a href=\"https://h/c/#y\">" },
	{ "<a href=x><base href=\"//i\">",
	    "<a href=\"https://i/x\"><base href=\"https://i\">" },
	{ "<base href=\"https://i/b&amp;c/\"><a href=x>",
	    "<base href=\"https://i/b&amp;c/\">"
	    "<a href=\"https://i/b&amp;c/x\">" },
	{ "<base target=_top><base href=c/><base href=d/><a href=x>",
	    "<base target=_top><base href=\"https://h/p/c/\">"
	    "<base href=\"https://h/p/d/\"><a href=\"https://h/p/c/x\">" },
	{ "<base href=\"data:,\"><a href=x>",
	    "<base href=\"data:,\"><a href=\"https://h/p/x\">" },
	{ "<base href=\"{{ b }}\"><a href=x>",
	    "<base href=\"{{ b }}\"><a href=\"https://h/p/x\">" },
	{ "<template><base href=/c/></template><a href=x>",
	    "<template><base href=\"https://h/c/\"></template>"
	    "<a href=\"https://h/p/x\">" },
	{ "<svg><base href=/c/></svg><a href=x>",
	    "<svg><base href=\"https://h/c/\"></svg>"
	    "<a href=\"https://h/p/x\">" }
};

static const struct row lazy[] = {
	{ "<img data-src=\"a.png\">", "<img src=\"https://h/p/a.png\" "
	    "data-src=\"https://h/p/a.png\">" },
	{ "<img/data-src=a.png>", "<img src=\"https://h/p/a.png\"/"
	    "data-src=\"https://h/p/a.png\">" },
	{ "<img src='' data-src=\"https://i/a.png\">",
	    "<img src='https://i/a.png' data-src=\"https://i/a.png\">" },
	{ "<img src data-src=\"https://i/a\">",
	    "<img src=\"https://i/a\" data-src=\"https://i/a\">" },
	{ "<img data-original=https://i/a.png src=data:image/gif,b>",
	    "<img data-original=https://i/a.png src=\"https://i/a.png\">" },
	{ "<img src=\"/img/Loading.gif?b\" data-lazy-src=\"https://i/a\">",
	    "<img src=\"https://i/a\" data-lazy-src=\"https://i/a\">" },
	{ "<img src=\"https://cdn/spacer.gif\" data-lazyload=\"//i/a&b\">",
	    "<img src=\"https://i/a&amp;b\" "
	    "data-lazyload=\"https://i/a&amp;b\">" },
	{ "<img data-original=\"https://i/b\" data-src=\"https://i/a\">",
	    "<img src=\"https://i/a\" data-original=\"https://i/b\" "
	    "data-src=\"https://i/a\">" },
	/* Recognized by how a browser reads it. */
	{ "<img src=\"\\img\\lo\nad&#9;.gif\" data-src=https://i/a>",
	    "<img src=\"https://i/a\" data-src=https://i/a>" },
	{ "<img src=\"\xc2\xa0load.gif\" data-src=https://i/a>",
	    "<img src=\"https://i/a\" data-src=https://i/a>" },
	{ "<img src=\"da&Tab;ta:,\" data-src=https://i/a>",
	    "<img src=\"https://i/a\" data-src=https://i/a>" },
	{ "<img data-src=\"da&Tab;ta:a/b\">", NULL },
	{ "<img src=\"https://i/small.png\" data-src=\"https://i/a\">",
	    NULL },
	{ "<img src=\"https://i/a.png\" data-lazy=\"true\">", NULL },
	{ "<img data-lazy=\"true\" data-src=\"{{ a.png }}\">", NULL },
	{ "<img src=/img/white.png data-src=https://i/white.png>",
	    "<img src=\"https://i/white.png\" "
	    "data-src=https://i/white.png>" },
	{ "<img data-lazy='{\"a\":\"./b\"}' data-src=\"data:a.b\">", NULL },
	{ "<img data-srcset=\"https://i/a 1x, https://i/b 2x\">",
	    "<img src=\"https://i/a\" srcset=\"https://i/a 1x, "
	    "https://i/b 2x\" data-srcset=\"https://i/a 1x, "
	    "https://i/b 2x\">" },
	{ "<img src=data:, srcset=data:, data-src=https://i/a>",
	    "<img src=\"https://i/a\" srcset=\"https://i/a\" "
	    "data-src=https://i/a>" },
	{ "<img src=data:, srcset=\"https://i/a\" "
	    "data-srcset=\"https://i/b\">", NULL },
	{ "<picture><source data-srcset=\"https://i/a\">"
	    "<img data-src=https://i/b></picture>",
	    "<picture><source srcset=\"https://i/a\" "
	    "data-srcset=\"https://i/a\"><img src=\"https://i/b\" "
	    "data-src=https://i/b></picture>" },
	{ "<iframe src=about:blank data-src=https://i/a></iframe>",
	    "<iframe src=\"https://i/a\" data-src=https://i/a></iframe>" },
	{ "<div data-src=\"https://i/a\">", NULL },
	{ "<a data-src=\"#a.b\">", NULL },
	{ "<img data-srcset=\"#a\">", NULL },

	/* The same image is in the <noscript>. */
	{ "<img data-src=https://i/a> <noscript><img src=https://i/a>"
	    "</noscript>", NULL },
	{ "<a><img data-src=https://i/a></a>\n<noscript><a>"
	    "<img src=https://i/a></a></noscript>", NULL },
	{ "<noscript><img src=https://i/a></noscript>\n"
	    "<img data-src=https://i/a>", NULL },
	{ "<picture><source data-srcset=https://i/a><img data-src=https://i/a>"
	    "</picture><noscript><img src=https://i/a></noscript>", NULL },
	{ "<picture><img data-src=https://i/a></picture><noscript>"
	    "<img src=https://i/a></noscript>b<img data-src=https://i/b>",
	    "<picture><img data-src=https://i/a></picture><noscript>"
	    "<img src=https://i/a></noscript>b"
	    "<img src=\"https://i/b\" data-src=https://i/b>" },
	{ "<img data-src=a.b><noscript><img src=a.b></noscript>",
	    "<img data-src=\"https://h/p/a.b\"><noscript>"
	    "<img src=\"https://h/p/a.b\"></noscript>" },
	{ "<img data-src=https://i/a><noscript id='<img'></noscript>",
	    "<img src=\"https://i/a\" data-src=https://i/a>"
	    "<noscript id='<img'></noscript>" },
	{ "<img data-src=https://i/a><noscript>b</noscript><img>",
	    "<img src=\"https://i/a\" data-src=https://i/a>"
	    "<noscript>b</noscript><img>" },
	/* what looks like a tag, and hides one */
	{ "<!-- <a title=\"> --><img src=x title=\"\">",
	    "<!-- <a title=\"> --><img src=\"https://h/p/x\" title=\"\">" },
	{ "<style><a b='></style><b style='c:url(d)'></b>",
	    "<style><a b='></style>"
	    "<b style='c:url(https://h/p/d)'></b>" },
	{ "<a<b href=c>", "<a<b href=\"https://h/p/c\">" },
	{ "<a-b href=c>", "<a-b href=\"https://h/p/c\">" },
	{ "<img/src=c>", "<img/src=\"https://h/p/c\">" },
	{ "<noscript><img></noscript><img data-src=https://i/a>",
	    "<noscript><img></noscript>"
	    "<img src=\"https://i/a\" data-src=https://i/a>" },
	/* attributes that are skipped, before some that are not */
	{ "<section class=\"b\" hidden id='c'><h2 id=\"d\">e</h2>"
	    "<a href=\"https://i/\" rel=\"f\">g</a><br /><a href=\"x\">",
	    "<section class=\"b\" hidden id='c'><h2 id=\"d\">e</h2>"
	    "<a href=\"https://i/\" rel=\"f\">g</a><br />"
	    "<a href=\"https://h/p/x\">" },
	{ "<p class=\"b\"href=\"c\"title><a =href=\"x\" href=\"y\">",
	    "<p class=\"b\"href=\"https://h/p/c\"title>"
	    "<a =href=\"x\" href=\"https://h/p/y\">" },
	{ "<p class = \"><a href='x'>\">b", NULL },
	{ "<textarea class=\"b\"><a href=x></textarea><a href=x>",
	    "<textarea class=\"b\"><a href=x></textarea>"
	    "<a href=\"https://h/p/x\">" },
	{ "<noframes id=\"b\"><a href=x></noframes>", NULL },
	{ "<noembed id=\"b\"><a href=x></noembed>", NULL },
	{ "<PLAINTEXT class=\"b\"><a href=x>", NULL },
	{ "<math class=\"b\"><![CDATA[c><a href=x>]]></math>", NULL },
	{ "<noscript><img src=\"https://i/a\"></noscript>"
	    "<img data-src=\"https://i/a\">", NULL },
	{ "<noscript><img src=https://i/a></noscript>b"
	    "<img data-src=https://i/a>",
	    "<noscript><img src=https://i/a></noscript>b"
	    "<img src=\"https://i/a\" data-src=https://i/a>" }
};

static const struct row videos[] = {
	{ "<p><lite-youtube videoid=\"Ab_-1\" style='a'>\n</lite-youtube>b",
	    "<p><lite-youtube videoid=\"Ab_-1\" style='a'><a "
	    "href=\"https://www.youtube.com/watch?v=Ab_-1\">"
	    "https://www.youtube.com/watch?v=Ab_-1</a>\n</lite-youtube>b" },
	{ "<Lite-YouTube videoid=a></lite-youtube><img src=b>",
	    "<Lite-YouTube videoid=a><a "
	    "href=\"https://www.youtube.com/watch?v=a\">"
	    "https://www.youtube.com/watch?v=a</a></lite-youtube>"
	    "<img src=\"https://h/p/b\">" },
	{ "<lite-youtube videoid=\"a\"><a href=\"https://h/\">b</a>"
	    "</lite-youtube>", NULL },
	{ "<lite-youtube videoid=\"a/\"></lite-youtube>", NULL },
	{ "<lite-youtube></lite-youtube><lite-youtube videoid='a'>", NULL }
};

/* Every element and attribute that is known to hold a URL. */
static const char *const names[] = {
	"form action", "body background", "table background",
	"tbody background", "td background", "tfoot background",
	"th background", "thead background", "tr background",
	"blockquote cite", "del cite", "ins cite", "q cite", "object data",
	"img data-actualsrc", "img data-echo", "img data-lazy",
	"div data-lazy-src", "div data-lazy-srcset", "img data-lazyload",
	"img data-original", "img data-original-set", "img data-original-src",
	"img data-original-srcset", "video data-poster", "img data-real-src",
	"div data-src", "div data-srcset", "img dynsrc", "button formaction",
	"a href", "area href", "link href", "link imagesrcset",
	"img longdesc", "img lowsrc", "a ping", "area ping", "video poster",
	"audio src", "embed src", "iframe src", "img src", "input src",
	"source src", "track src", "video src", "img srcset", "use xlink:href"
};

static const struct {
	const char	*html;
	bool		 may_be_marked;
} marks[] = {
	{ "", false }, { "a more <b>more</b> = more", false },
	{ "<!-- a -->", true }, { "<p><!--more--></p>", true },
	{ "<script><!-- a --></script>", false }, { "<!doctype html>", false },
	{ "<a name=\"more\"></a>", true }, { "<a id='MORE'/>", true },
	{ "<a href=\"https://i/\" name=more>b</a>", true },
	{ "<a title=\"more b\" id=\"mor\" href=\"https://i/more\">", false },
	{ "<svg><a id=\"more\"></a></svg>", true }
};

/* The rewritten body; NULL: nothing was added. */
static const char *
rewrite(struct buf *out, const char *from, const char *html)
{
	struct rewrite r = { .base = from };

	buf_clear(out);
	if (!rewrite_html(&r, html, strlen(html), out))
		return out->length == 0 ? NULL : "something was added";
	return out->bytes;
}

static void
test_rows(const struct row *rows, size_t count)
{
	struct buf out = { 0 }, again = { 0 };
	const char *got;
	size_t i;

	for (i = 0; i < count; i++) {
		got = rewrite(&out, base, rows[i].html);
		tap_string(got, rows[i].want, rows[i].html);
		if (got != NULL)
			tap_ok(rewrite(&again, base, got) == NULL,
			    "the same a second time");
	}
	buf_release(&out);
	buf_release(&again);
}

static void
test_names(void)
{
	struct buf html = { 0 }, out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(names); i++) {
		buf_clear(&html);
		buf_printf(&html, "<%s=\"b.c\">", names[i]);
		tap_ok(rewrite(&out, base, html.bytes) != NULL && strstr(
		    out.bytes, "https://h/p/b.c") != NULL, "%s", html.bytes);
	}
	buf_release(&html);
	buf_release(&out);
}

static void
test_marks(void)
{
	struct rewrite r = { .base = base };
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(marks); i++) {
		rewrite_html(&r, marks[i].html, strlen(marks[i].html), &out);
		tap_ok(r.may_be_marked == marks[i].may_be_marked,
		    "%s marked: %s", r.may_be_marked ? "may be" : "is not",
		    marks[i].html);
	}
	buf_release(&out);
}

static void
test_rfc(void)
{
	struct buf html = { 0 }, want = { 0 }, out = { 0 };
	const char *got;
	size_t i;

	for (i = 0; i < COUNT(rfc_cases); i++) {
		buf_clear(&html);
		buf_printf(&html, "a<a href='%s'>", rfc_cases[i].reference);
		buf_clear(&want);
		buf_printf(&want, "a<a href='%s'>", rfc_cases[i].want);
		got = rewrite(&out, rfc_base, html.bytes);
		tap_string(got == NULL ? html.bytes : got, want.bytes,
		    html.bytes);
	}
	buf_release(&html);
	buf_release(&want);
	buf_release(&out);
}

static void
test_failures(void)
{
	static const char html[] =
	    "<a href='//b c/'><img src=x><img src='//d:e/'>";
	struct rewrite r = { .base = base };
	struct buf out = { 0 };

	buf_puts(&out, "before ");
	tap_ok(rewrite_html(&r, html, strlen(html), &out),
	    "one of three URLs is rewritten");
	tap_string(out.bytes, "before <a href='//b c/'>"
	    "<img src=\"https://h/p/x\"><img src='//d:e/'>",
	    "what cannot be a URL is kept, and so is the buffer's content");
	tap_ok(r.failures == 2, "two of three cannot be URLs");
	tap_string(r.first, "//b c/", "the first of them");
	buf_release(&out);
}

/* As much of it is shown as fits, in whole characters. */
static void
test_long_failure(void)
{
	struct rewrite r = { .base = base };
	struct buf html = { 0 }, out = { 0 };

	buf_puts(&html, "<a href='//b ");
	repeat(&html, 200, "\xc3\xa9");
	buf_puts(&html, "'><img src=x>");
	rewrite_html(&r, html.bytes, html.length, &out);
	tap_ok(r.failures == 1 && strlen(r.first) == 4 + 2 * 61,
	    "a long invalid URL is cut where it is shown");
	buf_release(&html);
	buf_release(&out);
}

static void
test_long_base(void)
{
	struct buf html = { 0 }, out = { 0 };

	buf_puts(&html, "<base href='https://i/");
	repeat(&html, 4000, "b");
	buf_puts(&html, "/'><a href=x>");
	rewrite(&out, base, html.bytes);
	tap_ok(strstr(out.bytes, "<a href=\"https://h/p/x\">") != NULL,
	    "a base that is too long is ignored");
	buf_release(&html);
	buf_release(&out);
}

/* Tags and quotes are searched for many bytes at a time. */
static void
test_places(void)
{
	struct buf html = { 0 }, out = { 0 };
	size_t i, n, wrong = 0;

	for (i = 0; i < 150 * 150; i++) {
		buf_clear(&html);
		for (n = i / 150; n > 0; n--)
			buf_putc(&html, 'a');
		buf_puts(&html, "<p class=\"");
		for (n = i % 150; n > 0; n--)
			buf_putc(&html, 'b');
		buf_puts(&html, "\"><a href=c>");
		wrong += rewrite(&out, base, html.bytes) == NULL ||
		    strcmp(out.bytes + html.length - strlen("c>"),
		    "\"https://h/p/c\">") != 0;
	}
	tap_ok(wrong == 0, "a tag is found wherever it is");
	buf_release(&html);
	buf_release(&out);
}

/* So are the ends of names, wherever the text ends after them. */
static void
test_name_lengths(void)
{
	struct buf html = { 0 }, out = { 0 };
	size_t i, n, wrong = 0;

	for (i = 0; i < 80 * 80; i++) {
		buf_clear(&html);
		buf_puts(&html, "<b");
		for (n = i / 80; n > 0; n--)
			buf_putc(&html, 'b');
		buf_puts(&html, " c");
		for (n = i % 80; n > 0; n--)
			buf_putc(&html, 'c');
		buf_puts(&html, "='<'><b href=d>");
		for (n = i % 80; n > 0; n--)
			buf_putc(&html, 'e');
		wrong += rewrite(&out, base, html.bytes) == NULL ||
		    strstr(out.bytes, "><b href=\"https://h/p/d\">") == NULL;
	}
	tap_ok(wrong == 0, "a tag is found after names of all lengths");
	buf_release(&html);
	buf_release(&out);
}

/*
 * Whether the output grows with the input: for each of these, the work is
 * counted by the bytes that are written, and by URLs resolved.  One that is not
 * linear in time takes minutes here.
 */
static void
test_hostile(void)
{
	static const char *const pieces[] = {
		"<", "<a href=", "<a href=x>", "<a href", "<!--", "<!-- -",
		"<img srcset='a,", "<img srcset=\"a b,", ",a (", "<p style='",
		"<p style=\"url(", "url(", "<p style='/*", "<p style='\\",
		"<base href=/>", "<base href=x><a href=y>",
		"<img data-src=a.b><noscript>", "<img data-src=a.b></a>",
		"<picture>", "<picture></picture><noscript>", "<noscript>",
		"<source data-srcset=a>", "<svg><title>", "<math><mi>",
		"</title>", "</svg>", "<template>", "&", "<a href='&#",
		"<a ping='a ", "<meta http-equiv=refresh content='0;url=",
		"<img data-src=a.b data-original=c.d>",
		"<source data-src=a.b><noscript>"
	};
	struct buf html = { 0 }, out = { 0 };
	struct rewrite r = { .base = base };
	size_t i, half = 0;
	int j;

	for (i = 0; i < COUNT(pieces); i++) {
		buf_clear(&html);
		for (j = 0; j < 100000; j++) {
			buf_puts(&html, pieces[i]);
			if (j != 49999)
				continue;
			buf_clear(&out);
			rewrite_html(&r, html.bytes, html.length, &out);
			half = out.length;
		}
		buf_clear(&out);
		rewrite_html(&r, html.bytes, html.length, &out);
		tap_ok(out.length <= 2 * half + 100, "100000 times \"%s\"",
		    pieces[i]);
	}
	buf_release(&html);
	buf_release(&out);
}

int
main(void)
{
	test_rows(elements, COUNT(elements));
	test_rows(values, COUNT(values));
	test_rows(sets, COUNT(sets));
	test_rows(styles, COUNT(styles));
	test_rows(texts, COUNT(texts));
	test_rows(bases, COUNT(bases));
	test_rows(lazy, COUNT(lazy));
	test_rows(videos, COUNT(videos));
	test_names();
	test_marks();
	test_rfc();
	test_failures();
	test_long_failure();
	test_long_base();
	test_places();
	test_name_lengths();
	test_hostile();
	return tap_end();
}

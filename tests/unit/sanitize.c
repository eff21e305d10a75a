/* What is removed from a sanitized body, and what is kept. */
#include "base/buf.h"
#include "html/player.h"
#include "html/sanitize.h"
#include "repeat.h"
#include "tap.h"

/* want is NULL if no byte changes; first is what was refused first. */
static const struct {
	const char *html, *want;
	size_t count;
	const char *first;
} cases[] = {
	{ "", NULL, 0, "" },
	{ "<P CLASS = x id='y' >a &nbsp; < b<br/></P >", NULL, 0, "" },
	{ "<p>a<p>b</i>", NULL, 0, "" },
	{ "<a href=\"https://h/?a&b\" title='a > b' rel=x>c</a>", NULL, 0,
	    "" },
	{ "<img src=\"data:image/png;base64,AA==\" alt>", NULL, 0, "" },
	{ "<img srcset=\"https://h/a 1x, https://h/b 2x\">", NULL, 0, "" },

	{ "a<!-- b -->c<!doctype html><?d?>e", "ace", 0, "" },
	{ "<html><head></head><body>a</body></html>", "a", 0, "" },
	{ "a<script>b</script>c", "ac", 1, "<script>" },
	{ "a<STYLE>b</style>c", "ac", 1, "<STYLE>" },
	{ "a<svg><a>b</a><svg/></svg>c<svg/>d", "acd", 2, "<svg>" },
	{ "a<svg><g><p>b</p>", "a<p>b</p>", 1, "<svg>" },
	{ "<svg><style><img src=a onerror=b></style></svg>",
	    "<img src=a>", 2, "<svg>" },
	{ "a<template>b<template>c</template>d</template>e", "ae", 1,
	    "<template>" },
	{ "a<math><mi>b</mi></math>c", "ac", 1, "<math>" },
	{ "<form action=a>b<input><label>c</label><select><option>d"
	    "</select><textarea><p></textarea><button>e</button></form>",
	    "bc", 6, "<form>" },
	{ "<input type=checkbox disabled checked>a"
	    "<INPUT TYPE=\"CheckBox\">b<input type=radio>c",
	    "\xe2\x98\x91 a\xe2\x98\x90 bc", 3, "<input>" },
	{ "<input type=checkbox> a", "\xe2\x98\x90 a", 1, "<input>" },
	{ "<x-y a=b>c</x-y>", "c", 1, "<x-y>" },
	{ "<noscript><img src=a></noscript>", "<img src=a>", 1,
	    "<noscript>" },
	{ "a</script>b</svg>c", "abc", 0, "" },
	{ "a<script>b", "a", 1, "<script>" },
	{ "a<script src=b />c</script>d", "ad", 1, "<script>" },
	{ "a<b", "a", 0, "" },

	{ "<xmp><b>&amp;</xmp>", "<pre>&lt;b>&amp;amp;</pre>", 1, "<xmp>" },
	{ "<plaintext><b>", "<pre>&lt;b>", 1, "<plaintext>" },
	{ "<<script></script>b onload=c>", "&lt;b onload=c>", 1,
	    "<script>" },
	{ "<<!-- -->!-- a", "&lt;!-- a", 0, "" },

	{ "<p onclick=\"a\" class=b>", "<p class=b>", 1, "onclick" },
	{ "<p class=b onClick>", "<p class=b>", 1, "onClick" },
	{ "<p/onclick='a'class=b>", "<p class=b>", 1, "onclick" },
	{ "<img src=a onerror=\"b\"/>", "<img src=a />", 1, "onerror" },
	{ "<p data-a=b aria-c=d>", "<p>", 0, "" },
	{ "<p class=a class=b>", "<p class=a>", 0, "" },
	{ "<a href=\"javascript:b\">c</a>", "<a>c</a>", 1, "javascript:" },
	{ "<a href=\" &#1;JaVa\nscript&colon;b\">c</a>", "<a>c</a>", 1,
	    " JaVa\nscript:" },
	{ "<a href=\"vbscript:a\"><a href=\"x-y:a\">", "<a><a>", 2,
	    "vbscript:" },
	{ "<a href=\"data:text/html,a\">", "<a>", 1, "data:" },
	{ "<img src=\"data:image/svg+xml,a\">", "<img>", 1, "data:" },
	{ "<a href=\"a/b:c\"><a href=\"?b:c\">", NULL, 0, "" },
	{ "<img srcset=\"a 1x, javascript:b 2x\">", "<img>", 1,
	    "a 1x, javascript:" },

	{ "<p style=\"Color: red; text-align:center;\">", NULL, 0, "" },
	{ "<p style=\"color:red;position:fixed;width:9px\">",
	    "<p style=\"color:red; width:9px\">", 1, "style" },
	{ "<p style='background-color:#fff;color:url(a)'>",
	    "<p style='background-color:#fff'>", 1, "style" },
	{ "<p style=\"behavior:url(a)\" id=b>", "<p id=b>", 1, "style" },
	{ "<p style=\"width:expression(a)\">", "<p>", 1, "style" },
	{ "<p style=\"col\\6fr:red\">", "<p>", 1, "style" },

	{ "<iframe src=\"https://www.youtube.com/embed/Ab_-1?a=b\">c</iframe>",
	    "<a href=\"https://www.youtube.com/watch?v=Ab_-1\">"
	    "https://www.youtube.com/watch?v=Ab_-1</a>", 1, "<iframe>" },
	{ "<iframe title='a &amp; <b>' src=https://player.vimeo.com/video/1>",
	    "<a href=\"https://vimeo.com/1\">a &amp; &lt;b></a>", 1,
	    "<iframe>" },
	{ "a<iframe src=https://h/></iframe>b", "ab", 1, "<iframe>" },
	{ "<object><param name=movie value=b><embed src='http://www.youtube."
	    "com/v/Ab&amp;hl=en' width=9></embed></object>",
	    "<a href=\"https://www.youtube.com/watch?v=Ab\">"
	    "https://www.youtube.com/watch?v=Ab</a>", 3, "<object>" },
	{ "<script src=https://gist.github.com/ada/0f.js></script>",
	    "<a href=\"https://gist.github.com/ada/0f\">"
	    "https://gist.github.com/ada/0f</a>", 1, "<script>" },
	{ "<script src=/a.js></script>", "", 1, "<script>" }
};

static const struct {
	const char *frame, *page;
} players[] = {
	{ "https://www.youtube-nocookie.com/embed/a1",
	    "https://www.youtube.com/watch?v=a1" },
	{ "http://youtube.com/embed/videoseries?a=b&list=PL1",
	    "https://www.youtube.com/playlist?list=PL1" },
	{ "https://www.dailymotion.com/embed/video/x1",
	    "https://www.dailymotion.com/video/x1" },
	{ "https://player.bilibili.com/player.html?aid=1&bvid=BV2&p=3",
	    "https://www.bilibili.com/video/BV2" },
	{ "https://player.bilibili.com/player.html?aid=1",
	    "https://www.bilibili.com/video/av1" },
	{ "https://player.twitch.tv/?channel=a&parent=b",
	    "https://www.twitch.tv/a" },
	{ "https://open.spotify.com/embed/track/a1?b",
	    "https://open.spotify.com/track/a1" },
	{ "https://music.163.com/outchain/player?type=2&id=33",
	    "https://music.163.com/song?id=33" },
	{ "http://www.youtube.com/v/Ab_-1&hl=en",
	    "https://www.youtube.com/watch?v=Ab_-1" },
	{ "http://vimeo.com/moogaloop.swf?clip_id=1&server=vimeo.com",
	    "https://vimeo.com/1" },
	{ "https://gist.github.com/ada-b/0f1.js?file=rain.c",
	    "https://gist.github.com/ada-b/0f1" },
	{ "http://gist.github.com/54.js", "https://gist.github.com/54" },
	{ "https://asciinema.org/a/14.js", "https://asciinema.org/a/14" },
	{ "https://www.youtube.com/embed/", NULL },
	{ "https://www.youtube.com/embed/\"><script>", NULL },
	{ "https://h.example/?https://www.youtube.com/embed/a1", NULL },
	{ "//www.youtube.com/embed/a1", NULL },
	{ "javascript:youtube.com/embed/a1", NULL },
	{ "", NULL }
};

static void
test_cases(void)
{
	struct buf out = { 0 };
	struct sanitize found;
	const char *html;
	size_t i;

	for (i = 0; i < COUNT(cases); i++) {
		html = cases[i].html;
		found = (struct sanitize){ 0 };
		buf_clear(&out);
		tap_string(sanitize_html(&found, html, strlen(html), &out) ?
		    out.bytes : NULL, cases[i].want, html);
		tap_ok(found.count == cases[i].count, "what is refused of it");
		tap_string(found.first, cases[i].first, "the first of that");
	}
	buf_release(&out);
}

static void
test_players(void)
{
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(players); i++) {
		buf_clear(&out);
		tap_string(player_page(players[i].frame, &out) ? out.bytes :
		    NULL, players[i].page, players[i].frame);
	}
	buf_release(&out);
}

/* These take minutes if sanitizing is not linear. */
static void
test_hostile(void)
{
	static const char *const pieces[] = {
		"<", "<svg>", "<template>", "<p onclick=a ", "<p onclick=a>",
		"<p style='a;", "<p style='color:red'>", "<xmp>", "</svg>",
		"<iframe src=https://youtube.com/embed/a>", "<a href='a",
		"<img srcset='a, ", "<x>", "<!--", "<select><svg>"
	};
	struct sanitize found = { 0 };
	struct buf html = { 0 }, out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(pieces); i++) {
		buf_clear(&html);
		buf_clear(&out);
		repeat(&html, 100000, pieces[i]);
		sanitize_html(&found, html.bytes, html.length, &out);
		tap_ok(out.length <= 6 * html.length, "100000 times \"%s\"",
		    pieces[i]);
	}
	buf_release(&html);
	buf_release(&out);
}

int
main(void)
{
	test_cases();
	test_players();
	test_hostile();
	return tap_end();
}

/* Excerpt markers, and plain text that is cut where a reader would. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/unicode.h"
#include "body/cluster.h"
#include "body/excerpt.h"
#include "repeat.h"
#include "tap.h"

/* Each is between "<p>a</p>" and "<p>b</p>"; want NULL: all of it. */
static const struct {
	const char *html, *want;
} markers[] = {
	{ "<!-- more -->", NULL },
	{ "<!--more-->", NULL },
	{ "<!-- more-->", NULL },
	{ "<!--\tMORE\n-->", NULL },
	{ "<!-- more --->", NULL },
	{ "<!--- more --->", NULL },
	{ "<!--more--!>", NULL },
	{ "<!-- truncate -->", NULL },
	{ "<!-- excerpt -->", NULL },
	{ "<!-- TEASER_END -->", NULL },
	{ "<!-- TEASER_END: go on -->", NULL },
	{ "<!-- PELICAN_END_SUMMARY -->", NULL },
	{ "<a name='more'></a>", NULL },
	{ "<a name=more>\n</a>", NULL },
	{ "<A ID=\"more\"></A>", NULL },
	{ "<a name=\"more\"/>", NULL },
	{ "<p><a name='more'></a></p>", NULL },
	{ "<p>\n<!-- more -->\n</p>", NULL },
	{ "{/* truncate */}", NULL },
	{ "<p>{/*truncate*/}</p>", NULL },
	{ "<p>{/<em>truncate</em>/}</p>", NULL },
	{ "<p>c {/* truncate */}</p>", "{/* truncate */}" },
	{ "<p>{{/* truncate */}}</p>", "{/* truncate */}" },
	{ "<p><!-- more --> c</p>", "<!-- more -->" },
	{ "<p><b></b><!-- more --></p>", "<!-- more -->" },
	{ "<!-- a --><!-- more -->", "<!-- more -->" },
	{ "<!-- more --><!--more-->", "<!-- more -->" },
	{ "<pre></pre><!--more-->", "<!--more-->" }
};

static const char *const ordinary[] = {
	"<!-- more form elements -->",
	"<!-- more: a -->",
	"<!-- read more -->",
	"<!-- moreover -->",
	"<!-- teaser_endings -->",
	"<!-- PELICAN_BEGIN_SUMMARY -->",
	"<!---->",
	"<!-->",
	"<! more >",
	"&lt;!-- more --&gt;",
	"<code>&lt;!-- more --></code>",
	"<pre><!-- more --></pre>",
	"<script>/* <!-- more --> */</script>",
	"<style>{/* truncate */}</style>",
	"<code>{/* truncate */}</code>",
	"{/* truncate this */}",
	"{/* truncate",
	"{ /* truncate */ }",
	"<a name=more>c</a>",
	"<a name=mores></a>",
	"<a name></a>",
	"<a name=more><b></b></a>",
	"<b name=more></b>", "<b name=more></a>", "<b name=more />"
};

/* Want NULL: it is not found. */
static const struct {
	const char *separator, *source, *want;
} separators[] = {
	{ "<!--break-->", "a\n\n<!--break-->\n\nb",
	    "a\n\n<!--more-->\n\nb" },
	{ "<!--break-->", "a <!--break--> b", "a <!--more--> b" },
	{ "<!--break-->", "<!--a--><!--break-->", "<!--a--><!--more-->" },
	{ "<!--break", "a <!--break: go on--> b", "a <!--more--> b" },
	{ "<!--break-->", "a <!-- break -->", NULL },
	{ "<!--break-->", "`<!--break-->` a", NULL },
	{ "<!--break-->", "```\n<!--break-->\n```\n<!--break-->\nb",
	    "```\n<!--break-->\n```\n<!--more-->\nb" },
	{ "<!--break-->", "    <!--break-->\n", NULL },
	{ "<!--break-->", "<pre>\n<!--break-->\n</pre>", NULL },
	{ "break", "<!--break-->", NULL },
	{ "READ MORE", "a\n\nREAD MORE\n\nb",
	    "a\n\n<!--more-->\nREAD MORE\n\nb" },
	{ "READ MORE", "a READ MORE b", "a <!--more-->READ MORE b" },
	{ "READ MORE", "READ MORE", "<!--more-->\nREAD MORE" },
	{ "READ MORE", "> a\n>\n> READ MORE",
	    "> a\n>\n> <!--more-->\n> READ MORE" },
	{ "READ MORE", "- a\n\n  READ MORE",
	    "- a\n\n  <!--more-->\n  READ MORE" },
	{ "READ MORE", "- a\n- READ MORE",
	    "- a\n<!--more-->\n- READ MORE" },
	{ "##", "a\n\n## b\n\n## c", "a\n\n<!--more-->\n## b\n\n## c" },
	{ "---", "a\n\n---\nb", "a\n\n<!--more-->\n---\nb" },
	{ "\n\n\n", "a\n\nb\n\n\nc", "a\n\nb\n<!--more-->\n\n\nc" },
	{ "\n\n\n", "```\na\n\n\nb\n```\n\n\nc",
	    "```\na\n\n\nb\n```\n<!--more-->\n\n\nc" },
	{ "\n", "```\na\n```", NULL },
	{ "a", "", NULL }
};

#define HAN "\xe6\xbc\xa2"
#define FAMILY "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"
#define FLAG "\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa"
#define THUMB "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd"
#define ACUTE "\xcc\x81"
#define DOTS "\xe2\x80\xa6"

static const struct {
	const char	*text;
	size_t		 limit;
	const char	*want;
} cuts[] = {
	/* Letters joined by a virama, and punctuation between words. */
	{ "\u0915\u092e\u0932\u0915\u094d\u0937", 5,
	    "\u0915\u092e\u0932" DOTS },
	{ "\u1781\u17d2\u1798\u1782\u17d2\u1798", 5,
	    "\u1781\u17d2\u1798" DOTS },
	{ "\u0995\u09cd\u0995\u0995\u09cd\u0995", 5,
	    "\u0995\u09cd\u0995" DOTS },
	{ "\u0a95\u0acd\u0a95\u0a95\u0acd\u0a95", 5,
	    "\u0a95\u0acd\u0a95" DOTS },
	{ "\u0b15\u0b4d\u0b15\u0b15\u0b4d\u0b15", 5,
	    "\u0b15\u0b4d\u0b15" DOTS },
	{ "\u0c15\u0c4d\u0c15\u0c15\u0c4d\u0c15", 5,
	    "\u0c15\u0c4d\u0c15" DOTS },
	{ "\u0d15\u0d4d\u0d15\u0d15\u0d4d\u0d15", 5,
	    "\u0d15\u0d4d\u0d15" DOTS },
	{ "\u1000\u1039\u1000\u1000\u1039\u1000", 5,
	    "\u1000\u1039\u1000" DOTS },
	/* In Tamil they are not joined. */
	{ "\u0b95\u0bcd\u0b95\u0b95", 3, "\u0b95\u0bcd" DOTS },
	{ "\u0f40\u0f0b\u0f40\u0f40\u0f40", 4, "\u0f40\u0f0b" DOTS },
	{ "a b", 3, "a b" },
	{ "a b", 99, "a b" },
	{ "one two three", 13, "one two three" },
	{ "one two three", 12, "one two" DOTS },
	{ "one two three", 8, "one two" DOTS },
	{ "one two three", 7, "one" DOTS },
	{ "one two three", 4, "one" DOTS },
	{ "one two three", 3, "on" DOTS },
	{ "one two three", 1, DOTS },
	{ "one two three", 0, NULL },
	{ "abcdefgh", 5, "abcd" DOTS },
	{ HAN HAN HAN HAN, 3, HAN HAN DOTS },
	{ "ab" HAN "c", 3, "ab" DOTS },
	{ "a bcd" HAN, 5, "a" DOTS },
	{ HAN " ab", 3, HAN DOTS },
	{ "caf\x65" ACUTE "s", 5, "caf" DOTS },
	{ "caf\x65" ACUTE "s-", 6, "cafe" ACUTE DOTS },
	{ HAN "\xef\xb8\x80" HAN HAN, 2, DOTS },
	{ HAN "\xef\xb8\x80" HAN HAN, 3, HAN "\xef\xb8\x80" DOTS },
	{ FAMILY FAMILY, 4, FAMILY DOTS },
	{ FAMILY FAMILY, 5, FAMILY DOTS },
	{ FLAG FLAG FLAG, 3, FLAG DOTS },
	{ FLAG FLAG FLAG, 4, FLAG DOTS },
	{ FLAG FLAG FLAG, 5, FLAG FLAG DOTS },
	{ "\U0001f1ff\U0001f1e6-", 2, DOTS },	/* Z and A */
	{ THUMB THUMB, 2, DOTS },
	{ THUMB THUMB, 3, THUMB DOTS },
	{ "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab" "ab", 3, DOTS }
};

static void
test_marker(const char *html, const char *want)
{
	struct buf body = { 0 };
	size_t start = 0, length = 0;
	bool found;

	buf_printf(&body, "<p>a</p>%s<p>b</p>", html);
	found = excerpt_find_marker(body.bytes, body.length, &start, &length);
	if (!tap_ok(found && length == strlen(want) &&
	    memcmp(body.bytes + start, want, length) == 0, "%s", html))
		printf("# got: %.*s\n", (int)length, body.bytes + start);
	buf_release(&body);
}

static void
test_markers(void)
{
	size_t i, start, length;

	for (i = 0; i < COUNT(markers); i++)
		test_marker(markers[i].html, markers[i].want == NULL ?
		    markers[i].html : markers[i].want);
	for (i = 0; i < COUNT(ordinary); i++)
		tap_ok(!excerpt_find_marker(ordinary[i], strlen(ordinary[i]),
		    &start, &length), "no marker: %s", ordinary[i]);
}

static void
test_separators(void)
{
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(separators); i++) {
		buf_clear(&out);
		buf_puts(&out, "");
		tap_string(excerpt_mark(&out, separators[i].source,
		    strlen(separators[i].source), separators[i].separator,
		    false) ? buf_puts(&out, ""), out.bytes : NULL,
		    separators[i].want, separators[i].source);
	}
	buf_clear(&out);
	tap_ok(excerpt_mark(&out, "<p>a</p>\n    <!--x-->", 21, "<!--x-->",
	    true), "no indented code in HTML");
	buf_release(&out);
}

static void
test_cuts(struct arena *arena)
{
	struct buf marks = { 0 };
	size_t i;

	for (i = 0; i < COUNT(cuts); i++)
		tap_string(excerpt_cut(arena, cuts[i].text, cuts[i].limit),
		    cuts[i].want, cuts[i].text);
	repeat(&marks, 100000, ACUTE);
	tap_string(excerpt_cut(arena, marks.bytes, 1000), DOTS,
	    "an endless character");
	buf_release(&marks);
}

static bool
ends_word(unsigned c, const char *next)
{
	unsigned after = utf8_next(&next);

	return !text_is_space(c) && (text_is_space(after) ||
	    text_is_cjk(c) || text_is_cjk(after));
}

/* The same, character by character, for a text that is longer. */
static size_t
plain_cut(const char *s, size_t limit)
{
	const char *p = s, *word_end = NULL;
	struct cluster cluster;
	size_t room;

	for (room = limit - 1; room > 0; room -= cluster.count) {
		cluster = cluster_next(p, room);
		if (cluster.count > room)
			break;
		p = cluster.end;
		if (ends_word(cluster.base, p))
			word_end = p;
	}
	return (size_t)((word_end != NULL ? word_end : p) - s);
}

/* Text made from these is cut at each length. */
static void
test_lengths(struct arena *arena)
{
	static const char *const texts[] = {
		"plain words, and some more of them, ",
		"onewordthatislongerthanwhatismostlyenoughtofindtheendofone",
		HAN HAN "\xef\xbc\x8c" HAN, FAMILY, FLAG, THUMB " ",
		"e" ACUTE "te" ACUTE " ", "a" ACUTE, "\xe2\x80\x8d" "b ",
		" \xe2\x80\x8d" "c", "\xc3\xa9t\xc3\xa9 ",
		"\xc2\xa0", "x " ACUTE ACUTE, FLAG "a " HAN
	};
	struct buf text = { 0 };
	size_t i, k, limit, n, total;
	const char *got;
	bool ok = true;

	for (i = 0; i < COUNT(texts) * COUNT(texts); i++) {
		buf_clear(&text);
		for (k = 0; k < 80; k++)
			buf_puts(&text, texts[k % 7 < 5 ? i % COUNT(texts) :
			    i / COUNT(texts)]);
		total = text_count(text.bytes, text.length);
		for (limit = 1; limit < 120 && limit < total; limit++) {
			got = excerpt_cut(arena, text.bytes, limit);
			n = plain_cut(text.bytes, limit);
			ok = ok && strlen(got) == n + strlen(DOTS) &&
			    memcmp(got, text.bytes, n) == 0;
		}
		got = excerpt_cut(arena, text.bytes, total);
		ok = ok && strcmp(got, text.bytes) == 0;
		arena_release(arena);
	}
	tap_ok(ok, "cut as by walking through the text");
	buf_release(&text);
}

/* Vowels and finals of Hangul, and halfwidth marks of Kana: letters, too. */
static bool
is_second(unsigned c)
{
	return (c >= 0x1160 && c <= 0x11ff) || (c >= 0xd7b0 && c <= 0xd7fb) ||
	    c == 0xff9e || c == 0xff9f;
}

/* Compare two tables from different sources. */
static void
test_marks(void)
{
	unsigned c, wrong = 0;

	for (c = 0x80; c <= 0x10ffff; c++)
		if (unicode_is_mark(c) || is_second(c))
			wrong += cluster_begins('a', c);
		else if (unicode_is_letter(c) || unicode_is_number(c))
			wrong += !cluster_begins('a', c);
	tap_ok(wrong == 0, "marks continue a character, letters begin one");
}

static void
test_hostile(void)
{
	static const char *const pieces[] = {
		"<!-- more", "<a name=more>", "<a name=more> ", "{", "{/*",
		"{/* ", "{/* truncate", "<p>", "<p>{/*", "<code>"
	};
	struct buf html = { 0 };
	size_t i, start, length;

	for (i = 0; i < COUNT(pieces); i++) {
		buf_clear(&html);
		repeat(&html, 100000, pieces[i]);
		tap_ok(!excerpt_find_marker(html.bytes, html.length, &start,
		    &length), "100000 times \"%s\"", pieces[i]);
	}
	buf_release(&html);
}

int
main(void)
{
	struct arena arena = { 0 };

	test_markers();
	test_separators();
	test_cuts(&arena);
	test_marks();
	test_lengths(&arena);
	test_hostile();
	arena_release(&arena);
	return tap_end();
}

/* The beginning of a body, cut within its text; and hostile bodies. */
#include "base/buf.h"
#include "body/opening.h"
#include "repeat.h"
#include "tap.h"

static void
test_text(void)
{
	static const struct {
		const char *html, *want;
	} rows[] = {
		{ "<p>one two</p>", "<p>one\xe2\x80\xa6</p>" },
		{ "<p><b>a<hr>one two</b>", "<p><b>a<hr>one\xe2\x80\xa6" },
		{ "<b><div>one</b> <i>two",
		    "<b><div>one\xe2\x80\xa6</div></b>" },
		{ "<b><div></b>one <i>two",
		    "<b><div></b>one\xe2\x80\xa6</div>" },
		/* A reference is a character; what looks like one is not. */
		{ "ab&amp;cdef", "ab&amp;cd\xe2\x80\xa6" },
		{ "ab&eacute;cdef", "ab&eacute;cd\xe2\x80\xa6" },
		{ "ab&#233;cdef", "ab&#233;cd\xe2\x80\xa6" },
		{ "&#0;abcdef", "&#0;abcd\xe2\x80\xa6" },
		{ "abc&lt;&gt;", "abc&lt;&gt;" },
		{ "ab&xy;cdef", "ab&xy\xe2\x80\xa6" },
		{ "ab&;cdef", "ab&;c\xe2\x80\xa6" },
		{ "ab&cdef", "ab&cd\xe2\x80\xa6" },
		{ "a b&nbsp;cd", "a b\xe2\x80\xa6" },
		{ "a &#x6f22;bcde", "a &#x6f22;\xe2\x80\xa6" },
		{ "a b&#00000000000000000000000000000000000065;c",
		    "a b&#00000000000000000000000000000000000065;c" },
		{ "abc&#000000000000000000000000000000000000065;",
		    "abc&#\xe2\x80\xa6" },
		{ "ab & cdef", "ab\xe2\x80\xa6" },
		{ "ab &amp; cdef", "ab &amp;\xe2\x80\xa6" },
		{ "a b<b>c</b>de", "a\xe2\x80\xa6" },
		{ "a b<p>c</p>de", "a b\xe2\x80\xa6" },
		{ "ab<br>cdef", "ab\xe2\x80\xa6" }
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		buf_clear(&out);
		opening_text(&out, rows[i].html, strlen(rows[i].html), 5);
		tap_string(out.bytes, rows[i].want, rows[i].html);
	}
	buf_release(&out);
}

static void
test_paragraph(void)
{
	static const struct {
		const char *html, *want;
	} rows[] = {
		{ "<p>a</p><p>b</p>", "<p>a</p>" },
		{ "<h1>a</h1>b<p>c</p>d", "<h1>a</h1>b<p>c</p>" },
		{ "<p> </p><p>a</p>b", "<p> </p><p>a</p>" },
		{ "<p>&nbsp;</p><p>a</p>b", "<p>&nbsp;</p><p>a</p>" },
		{ "<p>\xc2\xa0</p><p>a</p>b", "<p>\xc2\xa0</p><p>a</p>" },
		{ "<p><img></p><p>a</p>b", "<p><img></p><p>a</p>" },
		{ "<p><template>a</template></p><p>b</p>c",
		    "<p><template>a</template></p><p>b</p>" },
		{ "<p><script>a</script></p><p>b</p>c",
		    "<p><script>a</script></p><p>b</p>" },
		{ "<div><p>a</p>b</div>", "<div><p>a</p></div>" },
		{ "<div>a</div>", "<div>a</div>" },
		{ "a</p>b", "a</p>b" }
	};
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		buf_clear(&out);
		opening_paragraph(&out, rows[i].html, strlen(rows[i].html));
		buf_puts(&out, "");
		tap_string(out.bytes, rows[i].want, rows[i].html);
	}
	buf_release(&out);
}

/* These take minutes if cutting is not linear. */
static void
test_hostile(void)
{
	static const struct {
		const char *first, *then;
	} rows[] = {
		{ "<b>", "<hr>" }, { "<b>", "<p>" }, { "<p>", "</b>" },
		{ "<b>", "</i>" }, { "<b><div>", "</b>" },
		{ "<b><div>", "</div>" }
	};
	struct buf html = { 0 }, out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		buf_clear(&html);
		buf_clear(&out);
		buf_puts(&html, "<div>");
		repeat(&html, 200000, rows[i].first);
		repeat(&html, 200000, rows[i].then);
		opening_text(&out, html.bytes, html.length, 5);
		tap_ok(out.length == html.length, "200000 times %s, %s",
		    rows[i].first, rows[i].then);
	}
	buf_release(&html);
	buf_release(&out);
}

/* A hundred thousand end tags that cross 250 others must not take gigabytes. */
static void
test_crossed(void)
{
	struct buf html = { 0 }, out = { 0 };

	repeat(&html, 100000, "<b>");
	repeat(&html, 250, "<div>");
	repeat(&html, 100000, "</b>");
	buf_puts(&html, "one two");
	opening_text(&out, html.bytes, html.length, 5);
	tap_ok(strcmp(out.bytes + out.length - 8, "</b></b>") == 0,
	    "past a number of copies elements stay open");
	buf_release(&html);
	buf_release(&out);
}

int
main(void)
{
	test_text();
	test_paragraph();
	test_hostile();
	test_crossed();
	return tap_end();
}

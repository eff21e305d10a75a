/* Hugo's changes to paths, its globs, and Go's date layouts. */
#include <string.h>

#include "generators/hugo.h"
#include "tap.h"

static const struct {
	const char	*text, *want;
} paths[] = {
	{ "Social Media", "social-media" },
	{ "a - b", "a-b" },
	{ "a -- b", "a--b" },
	{ "  a  b  ", "a-b" },
	{ "/ a /", "/-a-/" },
	{ "C++ & C#", "c++-c#" },
	{ "50% of 50%41", "50-of-50%41" },
	{ "x.y_z~q\\r@s", "x.y_z~q\\r@s" },
	{ "a(b)[c]{d}!?*'\"<>|:;,=", "abcd" },
	{ "\u00c4\u00d6 \u0130", "\u00e4\u00f6-i" },
	{ "\u65e5\u672c\u8a9e\u3001\u3000\u2026x", "\u65e5\u672c\u8a9e-x" },
	{ "e\u0301\u0661\u00bd\u2160", "e\u0301\u0661" },
	{ "a\u00a0b\u200bc\ufeffd", "a-bcd" },
	{ "\U0001f600", "" },
	{ "", "" },
};

static const struct {
	const char	*path, *want;
} clean_paths[] = {
	{ "", "/" }, { "/", "/" }, { "a", "/a" }, { "/a//b/", "/a/b" },
	{ "a/./b/../c", "/a/c" }, { "../../a", "/a" }, { "a/..", "/" },
	{ "a/../..//b/...", "/b/..." }, { "ab/cd/../..", "/" },
};

/* On Wednesday, 3 February 2021, at 16:05:06. */
static const struct {
	const char	*layout;
	int		 offset;
	const char	*want;		/* NULL: it is not a layout */
} layouts[] = {
	{ "2006", 0, "2021" }, { "06", 0, "21" }, { "January", 0, "February" },
	{ "Jan", 0, "Feb" }, { "01", 0, "02" }, { "1", 0, "2" },
	{ "02", 0, "03" }, { "_2", 0, " 3" }, { "2", 0, "3" },
	{ "002", 0, "034" }, { "__2", 0, " 34" }, { "_2006", 0, "_2021" },
	{ "Monday", 0, "Wednesday" }, { "Mon", 0, "Wed" },
	{ "15", 0, "16" }, { "3", 0, "4" }, { "03", 0, "04" },
	{ "04", 0, "05" }, { "4", 0, "5" }, { "05", 0, "06" },
	{ "5", 0, "6" }, { "PM", 0, "PM" }, { "pm", 0, "pm" },
	{ "20060102_150405", 0, "20210203_160506" },
	{ "Z0700", 0, "Z" }, { "Z0700", -90, "-0130" }, { "MST", 0, "UTC" },
	{ "MST", 120, "+0200" },
	{ "author", 0, NULL }, { "Janet", 0, NULL }, { "", 0, NULL },
	{ "slug_", 0, NULL },
};

static const char *
text_of(const struct buf *out)
{
	return out->length == 0 ? "" : out->bytes;
}

static void
test_paths(void)
{
	const struct hugo plain = { .config = NULL };
	const struct hugo bare = { .keeps_case = true, .drops_accents = true };
	struct arena a = { 0 };
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(paths); i++) {
		buf_clear(&out);
		hugo_put_path(&out, paths[i].text, &plain);
		buf_putc(&out, '\0');
		tap_string(text_of(&out), paths[i].want, paths[i].text);
	}
	buf_clear(&out);
	hugo_put_path(&out, "\u00c9te\u0301 \u00d1", &bare);
	buf_putc(&out, '\0');
	tap_string(text_of(&out), "Ete-N", "case kept, and accents dropped");
	buf_release(&out);
	for (i = 0; i < COUNT(clean_paths); i++)
		tap_string(hugo_clean_path(&a, clean_paths[i].path),
		    clean_paths[i].want, clean_paths[i].path);
	tap_string(hugo_unescape(&a, "a+b%2Fc%c3%a9"), "a b/c\u00e9",
	    "percent-encoding is decoded");
	tap_string(hugo_unescape(&a, "%ff"), "\ufffd",
	    "invalid UTF-8 is replaced");
	tap_string(hugo_unescape(&a, "100%"), NULL, "a lone % is an error");
	arena_release(&a);
}

static void
test_layouts(void)
{
	const struct civil civil = { .year = 2021, .month = 2, .day = 3,
	    .hour = 16, .minute = 5, .second = 6 };
	struct buf out = { 0 };
	size_t i;
	bool is_layout;

	for (i = 0; i < COUNT(layouts); i++) {
		buf_clear(&out);
		is_layout = hugo_put_layout(&out, layouts[i].layout,
		    strlen(layouts[i].layout), &civil, layouts[i].offset);
		buf_putc(&out, '\0');
		tap_string(is_layout ? text_of(&out) : NULL, layouts[i].want,
		    layouts[i].layout);
		tap_ok(is_layout || out.length == 1, "%s leaves nothing",
		    layouts[i].layout);
	}
	buf_release(&out);
}

int
main(void)
{
	test_paths();
	test_layouts();
	return tap_end();
}

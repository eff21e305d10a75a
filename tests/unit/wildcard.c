/* Patterns of file names, and what they stand for. */

#include "base/buf.h"
#include "site/wildcard.h"
#include "repeat.h"
#include "tap.h"

static const struct {
	const char	*pattern, *text;
	bool		 want;
} rows[] = {
	{ "a", "a", true }, { "a", "ab", false }, { "", "", true },
	{ "*", "", true }, { "*", "a/b", true }, { "*.md", "a/b.md", true },
	{ "*.md", "b.md~", false }, { "a*b*c", "axxbyyc", true },
	{ "a*b*c", "axxbyy", false }, { "?", "\u00e9", true },
	{ "?", "", false }, { "a?c", "a/c", true },
	{ "*/x.md", "/content/x.md", true }, { "*/x.md", "x.md", false },
	{ "**/x", "x", true }, { "**/x", "a/b/x", true },
	{ "**/x", "ax", false }, { "a/**/b", "a/b", true },
	{ "a/**/b", "a/c/d/b", true }, { "a/**", "a/b/c", true },
	{ "[a-c]x", "bx", true }, { "[a-c]x", "dx", false },
	{ "[!a-c]x", "dx", true }, { "[^a]", "a", false },
	{ "[]]", "]", true }, { "[", "[", true }, { "[a", "[a", true },
	{ "[\u00e0-\u00ff]", "\u00e9", true },
	{ "*.{png,jpg}", "a.jpg", true }, { "*.{png,jpg}", "a.gif", false },
	{ "{a,{b,c}d}e", "cde", true }, { "{a,{b,c}d}e", "ce", false },
	{ "{a", "{a", true }, { "{}x", "x", true }, { "a}", "a}", true },
	{ "\\*", "*", true }, { "\\*", "a", false }, { "\\{a\\}", "{a}", true },
	{ "a\\", "a\\", true },
};

static bool
matches(const char *pattern, const char *text)
{
	struct arena a = { 0 };
	struct arena_list patterns = { 0 };
	bool found;

	wildcard_add(&a, &patterns, pattern);
	found = wildcard_matches(&patterns, text);
	arena_release(&a);
	return found;
}

/* Many stars and braces take neither time nor memory without end. */
static void
test_size(void)
{
	struct buf stars = { 0 }, braces = { 0 }, text = { 0 }, open = { 0 };
	size_t i;

	for (i = 0; i < 200; i++) {
		buf_puts(&stars, "*a");
		buf_puts(&braces, "{a,b}");
		buf_puts(&text, "aaaa");
	}
	repeat(&open, 300000, "{");
	tap_ok(matches(open.bytes, open.bytes), "open braces");
	buf_puts(&stars, "b");
	buf_puts(&braces, "");
	buf_puts(&text, "");
	tap_ok(!matches(stars.bytes, text.bytes), "many stars");
	tap_ok(!matches(braces.bytes, text.bytes), "many braces");
	buf_release(&stars);
	buf_release(&braces);
	buf_release(&text);
	buf_release(&open);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		tap_ok(matches(rows[i].pattern, rows[i].text) == rows[i].want,
		    "%s %s %s", rows[i].pattern, rows[i].want ? "is" :
		    "is not", rows[i].text);
	test_size();
	return tap_end();
}

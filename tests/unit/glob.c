/* Path patterns, with results of the original programs. */
#include "base/glob.h"
#include "repeat.h"
#include "tap.h"

struct row {
	const char	*pattern, *path;
	bool		 want;
};

static const struct row micromatch[] = {
	{ "README.md", "README.md", true },
	{ "README.md", "a/README.md", false },
	{ "[a-c].md", "b.md", true },
	{ "[a-c].md", "-.md", false },
	{ "[a-c].md", "d.md", false },
	{ "[!a-c].md", "b.md", false },
	{ "[^a-c].md", "d.md", true },
	{ "[a-].md", "-.md", true },
	{ "[a-].md", "b.md", false },
	{ "[]a].md", "].md", true },
	{ "[\u0430-\u044f].md", "\u0436.md", true },
	{ "*.md", "a.md", true },
	{ "*.md", "a/b.md", false },
	{ "*.md", ".a.md", false },
	{ "assets/*", "assets/a.css", true },
	{ "assets/*", "assets/b/a.css", false },
	{ "assets/**", "assets/b/a.css", true },
	{ "assets/**", "assets", true },
	{ "assets/**", "assetsx", false },
	{ "**/*.html", "a.html", true },
	{ "**/*.html", "a/b/c.html", true },
	{ "**/*.html", "a/b/c.htm", false },
	{ "**/a/*", "x/y/a/z", true },
	{ "**/a/*", "x/ya/z", false },
	{ "**", "a/b", true },
	{ "**", "a/.b", false },
	{ "a/**/b", "a/b", true },
	{ "a/**/b", "a/x/y/b", true },
	{ "a/**/b", "a/x/yb", false },
	{ "_posts/test/**", "_posts/test/a.md", true },
	{ "?.md", "\xc3\xa9.md", true },
	{ "?.md", "ab.md", false },
	{ "[ab].md", "b.md", true },
	{ "[!ab].md", "b.md", false },
	{ "[^a-c].md", "d.md", true },
	{ "[a", "[a", true },
	{ "*.{md,html}", "a.html", true },
	{ "*.{md,html}", "a.txt", false },
	{ "{a,b}/{c,d}", "b/c", true },
	{ "{a,b}/{c,d}", "b/e", false },
	{ "{a}", "{a}", true },
	{ "**/[^_]*.(md|mdx)", "a/b.mdx", true },
	{ "*.(md|mdx)", "b.md", true },
	{ "*.(md|mdx)", "b.m", false },
	{ "*.@(md|mdx)", "b.mdx", true },
	{ "{a,b} (c|d)", "b c", true },
	{ "a (1).md", "a (1).md", true },
	{ "(a|b", "(a|b", true },
	{ "!*.md", "a.html", true },
	{ "!*.md", "a.md", false },
	{ "", "a", false },
	{ "\xe7\xbc\x96*", "\xe7\xbc\x96\xe7\xa8\x8b", true },
	{ "{a,b{c,d}}", "bd", true },
	{ "{{a,b}", "{b", true }
};

static const struct row python[] = {
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
	{ "a\\", "a\\", true }
};

static const struct row ruby[] = {
	{ "", "", true }, { "", "a", false }, { "a", "a", true },
	{ "a", "ab", false }, { "*", "", true }, { "*", "a/b", true },
	{ "a*b*c", "axxbyyc", true }, { "a*b*c", "axxbyyd", false },
	{ "a?c", "abc", true }, { "a?c", "a\303\251c", true },
	{ "a?c", "ac", false }, { "[a-c]x", "bx", true },
	{ "[Rr]ake", "Rake", true }, { "[Rr]ake", "rake", true },
	{ "[a-cx]", "b", true }, { "[!Rr]ake", "Rake", false },
	{ "[^a-c]x", "bx", false }, { "[!a-c]x", "dx", true },
	{ "[abx", "a", false }, { "[a-]x", "-x", true },
	{ "[ab", "a", false }, { "a?", "a", false },
	{ "[\303\251x]a", "\303\251a", true },
	{ "[\303\240-\303\257]a", "\303\251a", true },
	{ "[\303\251]a", "\303\250a", false }, { "[^a]b", "\303\251b", true },
	{ "[c-a]", "c", true }, { "[c-a]", "a", true },
	{ "[a-c]", "c", true }, { "[c-a]", "b", false },
	{ "[\\]a]", "]", true }, { "[a\\]", "a", false },
	{ "a\\*", "a*", true }, { "a\\*", "ab", false },
	{ "*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false }
};

static const struct row ruby_path[] = {
	{ "*", "a/b", false }, { "*/b", "a/b", true },
	{ "*.md", "a.md", true }, { "a*b", "a/b", false },
	{ "a?c", "a/c", false }, { "a\\/b", "a/b", true },
	{ "[^a]", "/", false }, { "b**/", "b", false }, { "***/", "", false },
	{ "**/a", "a", true }, { "**/a", "x/y/a", true },
	{ "**/a", "x/ya", false }, { "x/**/a/*", "x/a/b/a/c", true },
	{ "x/**/a", "x/y/b", false }, { "**/a*c/d", "x/abc/abc/d", true }
};

static const struct row go[] = {
	{ "/posts/**", "/posts/a/b.md", true },
	{ "/posts/*", "/posts/a", true },
	{ "/posts/*", "/posts/a/b", false },
	{ "/posts/*", "/posts/", true },
	{ "**/b", "/a/b", true },
	{ "/**/b", "/b", false },
	{ "/{a,b*}/c", "/a/c", true },
	{ "/{a,b*}/c", "/bx/c", true },
	{ "/{a,b*}/c", "/x/c", false },
	{ "{/a,/{b,c}}", "/c", true },
	{ "/{a", "/{a", false },
	{ "/a?", "/ab", true },
	{ "/a?b", "/a/b", false },
	{ "/[a-c]x", "/bx", true },
	{ "/[!a-c]x", "/bx", false },
	{ "/[!a-c]x", "/dx", true },
	{ "/[a", "/a", false },
	{ "/a\\*", "/a*", true },
	{ "/a\\*", "/ab", false },
	{ "", "", true },
	{ "", "a", false },
	{ "/a", "/a/", false },
	/* More alternatives than there are seconds. */
	{ "**a**a**a**a**a**a**a**a**a**a**a**b",
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false },
	{ "/?", "/\u00e9", true },
	{ "/[\u00e0-\u00ff]", "/\u00e9", true }
};

static void
test(enum glob_kind kind, const struct row *rows, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		tap_ok(glob_match(kind, rows[i].pattern, rows[i].path) ==
		    rows[i].want, "%s %s %s", rows[i].pattern,
		    rows[i].want ? "is" : "is not", rows[i].path);
}

/* Patterns that take others exponential time. */
static void
test_time(void)
{
	char path[2001], pattern[1001];
	size_t i;

	memset(path, 'a', sizeof path - 1);
	path[sizeof path - 1] = '\0';
	for (i = 0; i + 1 < sizeof pattern; i += 2)
		memcpy(pattern + i, "*a", 2);
	pattern[999] = 'b';
	pattern[1000] = '\0';
	tap_ok(!glob_match(GLOB_MICROMATCH, pattern, path), "many wildcards");
	tap_ok(!glob_match(GLOB_PYTHON, pattern, path), "many stars");
	tap_ok(!glob_match(GLOB_GO, pattern, path), "many stars of Go");
}

/* Many braces take neither unlimited time nor memory. */
static void
test_braces(void)
{
	struct buf braces = { 0 }, open = { 0 }, nested = { 0 };

	repeat(&braces, 200, "{a,b}");
	repeat(&open, 300000, "{");
	repeat(&nested, 50000, "{");
	repeat(&nested, 50000, "}");
	buf_puts(&braces, "");
	buf_puts(&open, "");
	buf_puts(&nested, "");
	tap_ok(!glob_match(GLOB_PYTHON, braces.bytes, "aaaa"), "many braces");
	tap_ok(glob_match(GLOB_PYTHON, open.bytes, open.bytes), "open braces");
	tap_ok(!glob_match(GLOB_GO, nested.bytes, "/a"), "nested braces");
	buf_release(&braces);
	buf_release(&open);
	buf_release(&nested);
}

int
main(void)
{
	test(GLOB_MICROMATCH, micromatch, COUNT(micromatch));
	test(GLOB_PYTHON, python, COUNT(python));
	test(GLOB_RUBY, ruby, COUNT(ruby));
	test(GLOB_RUBY_PATH, ruby_path, COUNT(ruby_path));
	test(GLOB_GO, go, COUNT(go));
	test_time();
	test_braces();
	return tap_end();
}

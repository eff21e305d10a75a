/* Patterns of paths; what micromatch makes of the same. */
#include "base/glob.h"
#include "tap.h"

static const struct {
	const char	*pattern, *path;
	bool		 want;
} cases[] = {
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
	{ "\xe7\xbc\x96*", "\xe7\xbc\x96\xe7\xa8\x8b", true }
};

/* What takes others exponential time. */
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
	tap_ok(!glob_match(pattern, path), "many wildcards");
}

int
main(void)
{
	size_t i;

	for (i = 0; i < COUNT(cases); i++)
		tap_ok(glob_match(cases[i].pattern, cases[i].path) ==
		    cases[i].want, "%s and %s", cases[i].pattern,
		    cases[i].path);
	test_time();
	return tap_end();
}

/* Pelican's slugs and patterns for file names. */
#include <string.h>

#include "base/buf.h"
#include "front/value.h"
#include "generators/pattern.h"
#include "generators/pelican.h"
#include "repeat.h"
#include "tap.h"

static const struct {
	const char	*text, *ascii, *unicode;
} slugs[] = {
	{ "A plain Title", "a-plain-title", "a-plain-title" },
	{ "  -a - b-  ", "-a-b-", "-a-b-" },
	{ "a & b, c/d", "a-b-cd", "a-b-cd" },
	{ "snake_case", "snake_case", "snake_case" },
	{ "A <em>t</em> &lt;x&gt; &#38; &#x41;", "a-t-x-a", "a-t-x-a" },
	{ "A &#X42; &#aa; &#38", "a-b-aa-38", "a-b-aa-38" },
	{ "1 < 2 & 3", "1-2-3", "1-2-3" },
	{ "Gr\u00f6\u00dfe", "grosse", "gr\u00f6\u00dfe" },
	{ "\u4e2d\u6587", NULL, "\u4e2d\u6587" },
	{ "it\u2019s\u3000wide \uff11", "its-wide-1", "its-wide-1" },
	{ "\u00bd \u2122", "12-tm", "12-tm" },
	{ "!?", "", "" },
	{ "\u00b5m \ufb01n \u01c6", "mm-fin-dz", "\u03bcm-fin-d\u017e" },
	{ "\u0e19\u0e49\u0e33", "nmaa", "\u0e19\u0e32" },
	{ "\uff8c\uff9e\uff9b\uff78\uff9e \u2460", "burogu-1",
	    "\u30d6\u30ed\u30b0-1" },
	{ "\u304b\u3099 \u30a6\u3099 \u3042\u3099", "ga-vu-a",
	    "\u304c-\u30f4-\u3042" },
	{ "\u039f\u0394\u039f\u03a3 \u03a3\u0391\u03a3.", "odos-sas",
	    "\u03bf\u03b4\u03bf\u03c2-\u03c3\u03b1\u03c2" },
	{ "e\u0301", "e", NULL },
	{ "\u0435\u0308", NULL, NULL },
	{ "\u3392", NULL, NULL },
};

/* The groups, each as "key=text "; NULL: the pattern cannot be read. */
static const struct {
	const char	*pattern, *text, *want;
} patterns[] = {
	{ "(?P<date>\\d{4}-\\d{2}-\\d{2}).*", "2024-05-01-x",
	    "date=2024-05-01 " },
	{ "(?P<date>\\d{4}-\\d{2}-\\d{2}).*", "x-2024-05-01", "" },
	{ "(?P<date>\\d{4}-\\d\\d-\\d\\d)[-_](?P<slug>.*)", "2024-05-01_a b",
	    "date=2024-05-01 slug=a b " },
	{ "(?P<slug>[^.]*)\\.?(?P<lang>..)?", "a.fr", "slug=a lang=fr " },
	{ "(?P<slug>[^.]*)(?:\\.(?P<lang>..))?$", "a", "slug=a " },
	{ "(?P<slug>[\\w-]+)", "\u00e9t\u00e9-1 x", "slug=\u00e9t\u00e9-1 " },
	{ "(?P<date>\\d+_\\d+)", "1_2", "date=1 2 " },
	{ "(?P<a>x|y)(?P<b>z*)", "yzz", "a=y b=zz " },
	{ "(?P<a>[\\s.]+)", " . x", "a= .  " },
	{ "(?P<a>.*?)-", "a-b", NULL },
	{ "(?=x)", "x", NULL },
	{ "(?P<a", "x", NULL },
	{ "(x{9}){9}", "x", NULL },
	{ "x{9}{9}", "x", NULL },
	{ "x{10000}", "x", NULL },
	{ "\\bx", "x", NULL },
	{ "(x", "x", NULL },
	{ "[x", "x", NULL },
	{ "x\\", "x", NULL },
};

static const struct {
	const char	*pattern, *replacement, *text, *want;
} replacements[] = {
	{ "[^\\w\\s-]", "", "a! b-c?", "a b-c" },
	{ "(?u)\\A\\s*", "", "  a b ", "a b " },
	{ "(?u)\\s*\\Z", "", " a b  ", " a b" },
	{ "[-\\s]+", "-", "a - b  c", "a-b-c" },
	{ "C\\+\\+", "cpp", "c++ C++", "cpp cpp" },
	{ "[^\\w/]+", "-", "a b/c.d", "a-b/c-d" },
	{ "[^\\w\\s\\-+]", "", "a+b-c!", "a+b-c" },
	{ "x*", "-", "ab", "-a-b-" },
	{ "^a", "", "aaa", "aa" },
	{ "(a)", "\\1", "a", NULL },
	{ "a.*?b", "", "a", NULL },
	/* patterns that make a library copy again and again */
	{ "a++++", "", "a", NULL },
	{ "a*{2}", "", "a", NULL },
	{ "(((((((a+)+)+)+)+)+)+)+", "", "a", NULL },
	{ "((a+)+)?[+*]+\\++", "", "aa*+b", "b" },
};

static void
check_replacement(const char *pattern, const char *replacement,
    const char *text, const char *want)
{
	struct arena a = { 0 };
	struct buf out = { 0 };
	bool is_read = pattern_replace(&a, pattern, replacement, text, &out);

	buf_puts(&out, "");
	tap_ok(is_read == (want != NULL) &&
	    (want == NULL || strcmp(out.bytes, want) == 0),
	    "%s in %s gives %s", pattern, text, out.bytes);
	buf_release(&out);
	arena_release(&a);
}

static void
check_slug(const char *text, bool uses_unicode, const char *want)
{
	const struct pelican pelican = { .uses_unicode = uses_unicode };
	struct arena a = { 0 };
	unsigned unknown;
	const char *slug = pelican_slug(&a, &pelican, NULL, text,
	    &unknown);

	tap_ok(slug == NULL || want == NULL ? slug == want :
	    strcmp(slug, want) == 0, "%s is %s", text, slug == NULL ?
	    "not known" : slug);
	arena_release(&a);
}

static void
check_pattern(const char *pattern, const char *text, const char *want)
{
	struct arena a = { 0 };
	struct arena_list groups = { 0 };
	struct buf out = { 0 };
	const struct p2f_value *v;
	bool is_read = pattern_match(&a, pattern, text, &groups);
	size_t i;

	for (i = 0; i < groups.count; i++) {
		v = groups.items[i];
		buf_printf(&out, "%s=%s ", v->key, v->text);
	}
	buf_puts(&out, "");
	tap_ok(is_read == (want != NULL) && (want == NULL ||
	    strcmp(out.bytes, want) == 0), "%s takes %s of %s", pattern,
	    out.bytes, text);
	buf_release(&out);
	arena_release(&a);
}

static void
test_size(const char *part)
{
	const struct pelican pelican = { .uses_unicode = false };
	struct buf text = { 0 };
	struct arena a = { 0 };
	unsigned unknown;

	repeat(&text, 300000, part);
	tap_ok(pelican_slug(&a, &pelican, NULL, text.bytes, &unknown) !=
	    NULL, "300000 times %s", part);
	buf_release(&text);
	arena_release(&a);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < COUNT(slugs); i++) {
		check_slug(slugs[i].text, false, slugs[i].ascii);
		check_slug(slugs[i].text, true, slugs[i].unicode);
	}
	for (i = 0; i < COUNT(patterns); i++)
		check_pattern(patterns[i].pattern, patterns[i].text,
		    patterns[i].want);
	for (i = 0; i < COUNT(replacements); i++)
		check_replacement(replacements[i].pattern,
		    replacements[i].replacement, replacements[i].text,
		    replacements[i].want);
	test_size("<");
	test_size("&");
	test_size("&a");
	test_size("- ");
	return tap_end();
}

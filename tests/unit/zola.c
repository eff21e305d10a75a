/* Zola's slugs and dates. */
#include <string.h>

#include "generators/zola.h"
#include "tap.h"

static const struct {
	const char	*name, *on, *safe;
} slugs[] = {
	{ "Hello World", "hello-world", "Hello World" },
	{ "  --a_-_b..", "a-b", "  --a_-_b" },
	{ "dot. ", "dot", "dot" },
	{ "a (b)!", "a-b", "a (b)!" },
	{ "h\u00e9h\u00e9", "hehe", "h\u00e9h\u00e9" },
	{ "\u65e5\u672c", NULL, "\u65e5\u672c" },
	{ "a:b/c?d*e|f\"g<h>i\\j", "a-b-c-d-e-f-g-h-i-j", "abcdefghij" },
	{ "\u3057\u3064", "situ", "\u3057\u3064" },
	{ "\u043f\u044c\u0435\u0441\u0430", "p-esa",
	    "\u043f\u044c\u0435\u0441\u0430" },
	{ "it\u2019s 5\u20ac\u2026", "it-s-5eur", "it\u2019s 5\u20ac\u2026" },
	{ "a\u200db", "ab", "a\u200db" },
	{ "!", "", "!" },
	{ "", "", "" },
};

static const struct {
	const char	*name;
	size_t		 length;
	const char	*slug;
} dates[] = {
	{ "2018-10-02-x", 10, "x" },
	{ "2018-10-02_x-y", 10, "x-y" },
	{ "2018-10-02 -x", 10, "x" },
	{ "2018-10-02", 10, NULL },
	{ "2018-10-02-", 10, NULL },
	{ "2018-10-02x", 10, NULL },
	{ "2018-13-02-x", 0, NULL },
	{ "2018-10-32-x", 0, NULL },
	{ "2018-1-2-x", 0, NULL },
	{ "x-2018-10-02", 0, NULL },
	{ "2018-10-02T15:00:00Z-x", 20, "x" },
	{ "2018-10-02T15:00:00.25-03:00_x", 28, "x" },
	{ "2018-10-02T15:00:00-x", 10, NULL },
	{ "2018-10-02T25:00:00Z-x", 10, NULL },
};

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

int
main(void)
{
	struct arena a = { 0 };
	const char *slug;
	unsigned unknown;
	size_t i;

	for (i = 0; i < COUNT(slugs); i++) {
		slug = zola_slug(&a, slugs[i].name, ZOLA_ON, &unknown);
		tap_ok(is_same(slug, slugs[i].on), "%s is %s", slugs[i].name,
		    slug == NULL ? "not known" : slug);
		slug = zola_slug(&a, slugs[i].name, ZOLA_SAFE, &unknown);
		tap_ok(is_same(slug, slugs[i].safe), "%s is safe as %s",
		    slugs[i].name, slug);
		tap_ok(zola_slug(&a, slugs[i].name, ZOLA_OFF, &unknown) ==
		    slugs[i].name, "%s stays", slugs[i].name);
	}
	for (i = 0; i < COUNT(dates); i++) {
		tap_ok(zola_date(dates[i].name, &slug) == dates[i].length &&
		    is_same(slug, dates[i].slug), "the date of %s",
		    dates[i].name);
	}
	arena_release(&a);
	return tap_end();
}

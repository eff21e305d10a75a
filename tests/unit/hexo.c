/* Slugs, file names and values, as from Hexo's JavaScript. */
#include "generators/hexo.h"
#include "tap.h"

static const struct {
	const char	*text;
	int		 filename_case;
	const char	*want;
} slugs[] = {
	{ "", 0, "" },
	{ "Hello World", 0, "Hello-World" },
	{ "Hello World", 1, "hello-world" },
	{ "Hello World", 2, "HELLO-WORLD" },
	{ "--a -- b__c--", 0, "a-b-c" },
	{ "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/", 0, "" },
	{ "v1.2/3", 0, "v1-2-3" },
	{ "a\tb\nc", 0, "abc" },
	{ "\xe7\xbc\x96\xe7\xa8\x8b C#", 0, "\xe7\xbc\x96\xe7\xa8\x8b-C" },
	{ "\xe3\x80\x90x\xe3\x80\x91", 0, "\xe3\x80\x90x\xe3\x80\x91" },
	{ "a\xe3\x80\x80\x62\xc2\xa0\x63", 0, "a-b-c" },
	{ "\xc3\x89t\xc3\xa9 \xc3\x9f \xc3\xb8 \xc3\x86", 0, "Ete-s-o-AE" },
	{ "\xe2\x92\xb6\xe2\x93\xa9\xef\xbc\xa1\xef\xbd\x9a", 0, "AzAz" },
	{ "e\xcc\x81", 0, "e\xcc\x81" },
	{ "\xd0\x99\xd0\xb9", 1, "\xd0\xb9\xd0\xb9" },
	{ "\xd0\x99\xd0\xb9", 2, "\xd0\x99\xd0\x99" },
	{ "\xc5\xbf\xc3\x9e\xc7\x84\xc8\xb7", 0, "l\xc3\x9e" "DZ\xc8\xb7" },
	{ "\xe2\x84\xaa\xe2\x84\xab", 0, "\xe2\x84\xaa\xe2\x84\xab" }
};

static const struct {
	const char	*rule, *path, *title;
	const char	*other, *value;		/* another word, or NULL */
} names[] = {
	{ ":title.md", "a b.md", "a b", NULL, NULL },
	{ ":title.md", "x/y/z.md", "x/y/z", NULL, NULL },
	{ ":title.md", "x.y/z", "x.y/z", NULL, NULL },
	{ ":title", "a.b.md", "a.b", NULL, NULL },
	{ ":year-:month-:day-:title.md", "2020-01-02-a-b.md", "a-b",
	    "day", "02" },
	{ ":year-:month-:day-:title.md", "2020-1-2-a b.md", "2020-1-2-a-b",
	    "year", NULL },
	{ ":year-:month-:day-:title.md", "x/2020-01-02-a.md",
	    "x-2020-01-02-a", "year", NULL },
	{ ":year-:i_month-:i_day-:title.md", "2020-1-22-a.md", "a",
	    "i_day", "22" },
	{ ":year/:title.md", "2020/a.md", "a", "year", "2020" },
	{ ":lang/:title.md", "zh/a/b.md", "a/b", "lang", "zh" },
	{ ":lang/:title.md", "a.md", "a", "lang", NULL },
	{ ":category/:name.md", "x/y.md", "x-y", "name", "y" },
	{ ":a:title.md", "\xc3\xa9x.md", "x", "a", "\xc3\xa9" },
	{ ":a-:title.md", "1-2-3.md", "2-3", "a", "1" },
	{ ":title_:year.md", "a_b_2020.md", "a_b", "year", "2020" },
	{ ":hash-:title.md", "0123456789ab-x.md", "x", "hash",
	    "0123456789ab" },
	{ ":", "a.md", "a", NULL, NULL },
	{ "a.md", "b.md", "b", NULL, NULL }
};

static const struct {
	bool		 plain;
	const char	*text, *want;
	bool		 is_truthy;
} values[] = {
	{ true, "a", "a", true },
	{ true, "0123", "123", true },
	{ false, "0123", "0123", true },
	{ true, "+12", "12", true },
	{ true, "-12", "-12", true },
	{ true, "1_000", "1_000", true },
	{ true, "0x1F", "31", true },
	{ true, "0o17", "15", true },
	{ true, "0b11", "3", true },
	{ true, "0x", "0x", true },
	{ true, "1.50", "1.5", true },
	{ true, "1.", "1", true },
	{ true, ".5", "0.5", true },
	{ true, "5e10", "50000000000", true },
	{ true, "1e21", "1e+21", true },
	{ true, "12e20", "1.2e+21", true },
	{ true, "1e-6", "0.000001", true },
	{ true, "12e-8", "1.2e-7", true },
	{ true, "0.1", "0.1", true },
	{ true, "123.456", "123.456", true },
	{ true, "12345678901234567890", "12345678901234567000", true },
	{ true, "9e999", "9e999", true },
	{ true, "4a17b156", "4a17b156", true },
	{ true, "1.2.3", "1.2.3", true },
	{ true, "e5", "e5", true },
	{ true, "0", "0", false },
	{ true, "0.0", "0", false },
	{ false, "0", "0", true },
	{ true, "True", "true", true },
	{ true, "tRUE", "tRUE", true },
	{ true, "FALSE", "false", false },
	{ false, "false", "false", true },
	{ false, "", "", false },
	{ true, "null", NULL, false },
	{ true, "~", NULL, false },
	{ false, "null", "null", true },
	{ true, "2020-01-02", NULL, true },
	{ true, "2020-1-2", "2020-1-2", true },
	{ true, "2020-1-2 3:04:05", NULL, true },
	{ false, "2020-01-02", "2020-01-02", true }
};

static void
test_slugs(struct arena *a)
{
	size_t i;

	for (i = 0; i < COUNT(slugs); i++)
		tap_string(hexo_slug(a, slugs[i].text,
		    slugs[i].filename_case), slugs[i].want, "slug");
}

static void
test_names(struct arena *a)
{
	const struct p2f_value *map, *other;
	size_t i;

	for (i = 0; i < COUNT(names); i++) {
		map = hexo_name_read(a, names[i].rule, names[i].path);
		tap_string(value_get_exact(map, "title")->text, names[i].title,
		    names[i].path);
		if (names[i].other == NULL)
			continue;
		other = value_get_exact(map, names[i].other);
		tap_string(other == NULL ? NULL : other->text,
		    names[i].value, names[i].other);
	}
}

/* Each word could have any length: a regular expression takes forever. */
static void
test_time(struct arena *a)
{
	char path[4001];

	memset(path, 'a', sizeof path - 1);
	path[sizeof path - 1] = '\0';
	tap_string(value_get_exact(hexo_name_read(a,
	    ":a:b:c:d:e:f:g:h:i:j:k:l:m:n:o:title-", path), "title")->text,
	    path, "many words");
}

static void
test_values(struct arena *a)
{
	struct p2f_value v = { .kind = P2F_TEXT };
	size_t i;

	for (i = 0; i < COUNT(values); i++) {
		v.plain = values[i].plain;
		v.text = values[i].text;
		tap_string(hexo_text(a, &v), values[i].want, v.text);
		tap_ok(hexo_is_truthy(&v) == values[i].is_truthy,
		    "%s is true or not", v.text);
	}
}

int
main(void)
{
	struct arena a = { 0 };

	test_slugs(&a);
	test_names(&a);
	test_time(&a);
	test_values(&a);
	arena_release(&a);
	return tap_end();
}

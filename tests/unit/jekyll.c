/* Names, slugs and patterns, as in Jekyll. */
#include "generators/jekyll.h"
#include "tap.h"

/* By `jekyll` 4.3: Utils.slugify(text, :mode => ...). */
static const struct {
	const char *text, *plain, *pretty;
} slugs[] = {
	{ "", "", "" },
	{ "a", "a", "a" },
	{ "The _config.yml file", "the-config-yml-file",
	    "The-_config.yml-file" },
	{ "a  b--c - d", "a-b-c-d", "a-b-c-d" },
	{ "--a--", "a", "a" },
	{ "-", "", "" },
	{ "._~!$&'()+,;=@", "", "._~!$&'()+,;=@" },
	{ "a*b/c:d#e?f%g", "a-b-c-d-e-f-g", "a-b-c-d-e-f-g" },
	{ "\303\211t\303\251", "\303\251t\303\251", "\303\211t\303\251" },
	{ "\346\227\245\346\234\254\343\200\201x",
	    "\346\227\245\346\234\254-x", "\346\227\245\346\234\254-x" },
	/* A mark is kept, a joiner and a fraction are removed. */
	{ "e\314\201a\342\200\215b\302\275", "e\314\201a-b",
	    "e\314\201a-b" },
	{ "\331\241\331\242", "\331\241\331\242", "\331\241\331\242" }
};

static const struct {
	const char *path, *want;
} paths[] = {
	{ "", "/" }, { "a", "/a" }, { "/a/", "/a/" }, { "//a///b", "/a/b" },
	{ "/../a", "/a" }, { "/a/../../b", "/a/b" }, { "/a./b", "/ab" },
	{ "/./a/.", "/a/." }, { "/...", "/." }, { "/..../a", "/a" },
	{ "/.../a", "/a" }
};

static const struct {
	const char *text, *want;
} escapes[] = {
	{ "a-b.c/d", "a-b.c/d" }, { "a b", "a%20b" }, { "50%", "50%25" },
	{ "c#d#", "c%23d%23" }, { "what?", "what?" }, { "[x]", "%5Bx%5D" },
	{ "\303\251", "%C3%A9" }, { "a:b@c!$&'()*+,;=~", "a:b@c!$&'()*+,;=~" }
};

/* day "": no date; "-": one that does not exist. */
static const struct {
	const char *name, *day, *slug;
} names[] = {
	{ "2014-03-02-a.md", "2014-3-2", "a" },
	{ "2014-3-2-a-b.c.md", "2014-3-2", "a-b.c" },
	{ "14-3-2-a.md", "2014-3-2", "a" },
	{ "68-1-1-a.md", "2068-1-1", "a" },
	{ "69-1-1-a.md", "1969-1-1", "a" },
	{ "999-1-1-a.md", "999-1-1", "a" },
	{ "014-1-1-a.md", "14-1-1", "a" },
	{ "2014-02-30-a.md", "2014-3-2", "a" },
	{ "2012-02-30-a.md", "2012-3-1", "a" },
	{ "2014-04-31-a.md", "2014-5-1", "a" },
	{ "2014-13-01-a.md", "-", "a" },
	{ "2014-00-01-a.md", "-", "a" },
	{ "2014-01-00-a.md", "-", "a" },
	{ "2014-01-32-a.md", "-", "a" },
	{ "00-01-01-a.md", "2000-1-1", "a" },
	{ "2014-03-02-.md", "2014-3-2", "" },
	{ "2014-03-02-a...md", "2014-3-2", "a" },
	{ "2014-03-02.md", "", "2014-03-02" },
	{ "2014-03-a.md", "", "2014-03-a" },
	{ "12014-03-02-a.md", "", "12014-03-02-a" },
	{ "4-03-02-a.md", "", "4-03-02-a" },
	{ "2014-003-02-a.md", "", "2014-003-02-a" },
	{ "a-2014-03-02-b.md", "", "a-2014-03-02-b" },
	{ "a..md", "", "a" }
};

static const struct {
	const char *pattern, *unknown;
} patterns[] = {
	{ "/:categories/:year/:title:output_ext", NULL },
	{ "/:year_:month_:day", NULL }, { "/:year__x", "year__x" },
	{ "/:years/", "years" }, { "/:titles_", "titles_" }, { "/a:/b", NULL },
	{ "/:i_month:short_year", NULL }, { "/:Year", NULL }, { "/:_", "_" }
};

/* The day; "-": one that does not exist; "": none. */
static void
put_day(char *out, size_t size, const struct jekyll_name *name)
{
	if (name->is_day)
		snprintf(out, size, "%d-%u-%u", name->day.year,
		    name->day.month, name->day.day);
	else
		snprintf(out, size, "%s", name->has_date ? "-" : "");
}

static void
test_names(struct arena *a)
{
	struct jekyll_name name;
	char day[32];
	size_t i;

	for (i = 0; i < COUNT(names); i++) {
		jekyll_split_name(a, names[i].name, &name);
		put_day(day, sizeof day, &name);
		tap_string(day, names[i].day, names[i].name);
		tap_string(name.slug, names[i].slug, names[i].name);
	}
}

static void
test_slugs(struct arena *a)
{
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(slugs); i++) {
		tap_string(jekyll_slug_of(a, slugs[i].text, JEKYLL_DEFAULT),
		    slugs[i].plain, slugs[i].text);
		tap_string(jekyll_slug_of(a, slugs[i].text, JEKYLL_PRETTY),
		    slugs[i].pretty, slugs[i].text);
	}
	for (i = 0; i < COUNT(paths); i++)
		tap_string(jekyll_sanitize(a, paths[i].path), paths[i].want,
		    paths[i].path);
	for (i = 0; i < COUNT(escapes); i++) {
		buf_clear(&out);
		jekyll_escape(&out, escapes[i].text);
		tap_string(out.bytes, escapes[i].want, escapes[i].text);
	}
	buf_release(&out);
}

int
main(void)
{
	struct arena arena = { 0 };
	size_t i;

	test_names(&arena);
	test_slugs(&arena);
	for (i = 0; i < COUNT(patterns); i++)
		tap_string(jekyll_unknown_placeholder(&arena,
		    patterns[i].pattern), patterns[i].unknown,
		    patterns[i].pattern);
	arena_release(&arena);
	return tap_end();
}

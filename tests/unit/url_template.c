/*
 * Permalinks that are templates.
 */
#include <string.h>

#include "generators/url_template.h"
#include "tap.h"

static const struct {
	const char	*text, *want;	/* NULL: cannot be computed */
} rows[] = {
	{ "/plain/", "/plain/" },
	{ "/{{ slug }}/", "/a-b/" },
	{ "/{{slug}}/{{- slug -}}/", "/a-b/a-b/" },
	{ "{{ 'x' }}{{ \"y\" | upcase }}", "xY" },
	{ "/{{ page.date | date: \"%Y/%m/%d\" }}/", "/2024/05/03/" },
	{ "{{ page.date | date: '%y %-m %-d %e %j' }}", "24 5 3 3 124" },
	{ "{{ page.date | date: '%B %b %A %a %%' }}",
	    "May May Friday Fri %" },
	{ "{{ page.date | date: '%H:%M:%S' }}", "09:08:07" },
	{ "{{ page.date | date: '%Q' }}", NULL },
	{ "{{ page.date | date: '%' }}", NULL },
	{ "{{ page.date | date('YYYY') }}", NULL },
	{ "{{ page.date }}", NULL },
	{ "{{ slug | date: '%Y' }}", NULL },
	{ "{{ page.date | slugify }}", NULL },
	{ "{{ title | slugify }}", "its-a-strasse-and-c" },
	{ "{{ title | slug }}", "it's-a-strasse-and-c!" },
	{ "{{ 'C $5 100% a\xe2\x80\x94" "b&c' | slug }}",
	    "c-dollar5-100percent-abandc" },
	{ "{{ 'Größe ändern: ÅÄÖ' | slugify }}", "groesse-aendern-aaeoe" },
	{ "{{ 'Größe ändern: ÅÄÖ' | slug }}", "grosse-andern:-aao" },
	{ "{{ '5€, £3 & I ♥ it’s … ©' | slugify }}",
	    "5e-3-and-i-love-it-s" },
	{ "{{ '5€, £3 & I ♥ it’s a – b' | slug }}",
	    "5euro-pound3-and-i-love-it's-a-b" },
	{ "{{ 'Привет, объём щи' | slugify }}", "privet-obyom-schi" },
	{ "{{ 'Привет, объём щи' | slug }}", "privet-obuyom-shi" },
	{ "{{ 'ξένη Œuvre `a`' | slugify }}", "kseni-uvre-a" },
	{ "{{ 'Новый подъезд' | slugify }}", "noviy-podyezd" },
	{ "{{ 'Қазақ өдөр' | slugify }}", "aza-d-r" },
	{ "{{ 'Қазақ өдөр' | slug }}", "khazakh-oedoer" },
	{ "{{ 'مرحبا بالعالم ١٢' | slugify }}", "mrhba-balealm-12" },
	{ "{{ 'مرحبا بالعالم ١٢' | slug }}", "mrhba-balaalm-12" },
	{ "{{ 'السَّلامُ' | slugify }}", "alslamu" },
	{ "{{ 'می\u200cخواهم' | slugify }}", "my-khwahm" },
	{ "{{ 'می\u200cخواهم' | slug }}", "mykhwahm" },
	{ "{{ 'საქართველო' | slugify }}", "saqartvelo" },
	{ "{{ 'साल 5 한국 ガ' | slugify }}", "5" },
	{ "{{ 'साल 5 한국　ガ' | slug }}", "5" },
	{ "{{ 'Oʻahu ① 𝟚𝔵' | slugify }}", "oahu-1-2x" },
	{ "{{ title | slugify | upper }}", "ITS-A-STRASSE-AND-C" },
	{ "{{ slug | replace: '-', 'x' }}", "axb" },
	{ "{{ slug | replace('-', slug) }}", "aa-bb" },
	{ "{{ 'a-b-c' | remove: '-' }}", "abc" },
	{ "{{ 'a-b-c' | remove_first: '-' }}", "ab-c" },
	{ "{{ 'a-b-c' | replace_first: '-', '' }}", "ab-c" },
	{ "{{ slug | replace: '', 'x' }}", "a-b" },
	{ "{{ slug | append: '.html' | prepend: slug }}", "a-ba-b.html" },
	{ "{{ missing | default: slug | upcase }}", "A-B" },
	{ "{{ missing | default('x') }}", "x" },
	{ "{{ slug | default: 'x' }}", "a-b" },
	{ "{{ missing | default: missing }}", NULL },
	{ "{{ missing | append: 'x' }}", NULL },
	{ "{{ slug | append: missing }}", NULL },
	{ "{{ slug | append }}", NULL },
	{ "{{ slug | replace: 'x' }}", NULL },
	{ "{{ slug | replace: 'x', 'y', 'z' }}", NULL },
	{ "{{ 'aB' | capitalize }}", "Ab" },
	{ "{{ title | lower | trim }}", "it's a stra\xc3\x9f" "e & c!" },
	{ "{{ title | truncate: 3 }}", NULL },
	{ "{{ (missing or slug) | upcase }}", "A-B" },
	{ "{{ ( missing or missing or 'x' or slug ) }}", "x" },
	{ "{{ (slug or missing) }}", "a-b" },
	{ "{{ (page.date or slug) | date: '%Y' }}", "2024" },
	{ "{{ ('' or slug) }}", "a-b" },
	{ "{{ (missing or missing) | upcase }}", NULL },
	{ "{{ (slug and title) }}", NULL },
	{ "{{ (slug }}", NULL },
	{ "{{ missing }}", NULL },
	{ "{{ slug", NULL },
	{ "{{ page.old-slug }}", "old" },
	{ "{{ slug + 1 }}", NULL },
	{ "{{ }}", NULL },
	{ "{{ slug | }}", NULL },
	{ "{% if a %}x{% endif %}", NULL },
	{ "}} {", "}} {" },
	{ "", "" }
};

static const char *
text_of(void *data, const char *name)
{
	(void)data;
	if (strcmp(name, "slug") == 0)
		return "a-b";
	if (strcmp(name, "page.old-slug") == 0)
		return "old";
	return strcmp(name, "title") == 0 ?
	    "It's a Stra\xc3\x9f" "e & C! " : NULL;
}

static bool
date_of(void *data, const char *name, struct civil *civil)
{
	(void)data;
	*civil = (struct civil){ 2024, 5, 3, 9, 8, 7 };
	return strcmp(name, "page.date") == 0;
}

static void
test_row(const char *text, const char *want)
{
	const struct url_template_names names = { text_of, date_of, NULL };
	struct arena a = { 0 };
	const char *problem, *got = url_template_expand(&a, text, &names,
	    &problem);

	tap_ok(want == NULL ? got == NULL && problem != NULL :
	    got != NULL && strcmp(got, want) == 0, "%s is %s: %s", text,
	    want == NULL ? "code" : want, got == NULL ? "NULL" : got);
	arena_release(&a);
}

static void
test_problems(void)
{
	struct arena a = { 0 };

	tap_ok(url_template_problem(&a, "/{{ missing | slugify }}/") == NULL,
	    "a name that a post lacks is not an error of the template");
	tap_ok(url_template_problem(&a, "/{{ x | own }}/") != NULL,
	    "a filter of the site's own is");
	tap_ok(url_template_problem(&a, "/{% x %}/") != NULL, "so is code");
	arena_release(&a);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		test_row(rows[i].text, rows[i].want);
	test_problems();
	return tap_end();
}

/*
 * Generators whose sites can be recognized by a file, but whose settings are
 * not supported: most of them are programs, which also make the URLs.
 */
#include <string.h>

#include "generators/unread.h"
#include "site/config.h"
#include "template/template.h"

static const struct {
	const char	*file, *title;
	const char	*word;		/* the file must contain it; or NULL */
} marks[] = {
	{ "bridgetown.config.yml", "Bridgetown", NULL },
	{ "gridsome.config.js", "Gridsome", NULL },
	{ "nanoc.yaml", "nanoc", NULL },
	{ "next.config.js", "Next.js", NULL },
	{ "next.config.mjs", "Next.js", NULL },
	{ "next.config.ts", "Next.js", NULL },
	{ "nuxt.config.js", "Nuxt", NULL },
	{ "nuxt.config.ts", "Nuxt", NULL },
	{ "_cobalt.yml", "Cobalt", NULL },
	{ "_config.js", "Lume", NULL },
	{ "_config.ts", "Lume", NULL },
	{ "fresh.config.ts", "Fresh", NULL },
	{ "metalsmith.js", "Metalsmith", NULL },
	{ "metalsmith.json", "Metalsmith", NULL },
	{ "svelte.config.js", "SvelteKit", NULL },
	{ "zine.ziggy", "Zine", NULL },
	{ "app/config/sculpin_kernel.yml", "Sculpin", NULL },
	{ "site.hs", "Hakyll", NULL },
	{ "please", "Statamic", NULL },
	{ "config.rb", "Middleman", ":blog" },	/* or Compass */
	{ "package.json", "DocPad", "\"docpad\"" },
	{ "package.json", "Eleventy", "\"@11ty/eleventy\"" },
	{ "package.json", "Metalsmith", "\"metalsmith\"" },
	{ "package.json", "Wintersmith", "\"wintersmith\"" }
};

#define MARKS (sizeof marks / sizeof *marks)

const char *
unread_title(const char *folder)
{
	const char *files[MARKS + 1] = { NULL }, *found;
	size_t i;

	for (i = 0; i < MARKS; i++)
		files[i] = marks[i].file;
	found = config_first(folder, files);
	for (i = 0; found != NULL && i < MARKS; i++)
		if (strcmp(marks[i].file, found) == 0 &&
		    (marks[i].word == NULL ||
		    config_mentions(folder, found, marks[i].word)))
			return marks[i].title;
	return NULL;
}

unsigned
unread_dialects(const char *title)
{
	static const struct {
		const char	*title;
		unsigned	 dialects;
	} all[] = {
		{ "Bridgetown", TEMPLATE_ERB }, { "nanoc", TEMPLATE_ERB },
		{ "Middleman", TEMPLATE_READMORE },
		{ "Hakyll", TEMPLATE_PANDOC }
	};
	size_t i;

	for (i = 0; title != NULL && i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i].title, title) == 0)
			return all[i].dialects;
	return 0;
}

bool
unread_has_mdsvex(const char *folder)
{
	static const char settings[] = "svelte.config.js";
	static const char *const endings[] = { ".md'", ".md\"", ".md`", NULL };

	return config_mentions(folder, settings, "mdsvex") &&
	    (config_mentions_any(folder, settings, endings) ||
	    config_mentions_any(folder, "mdsvex.config.js", endings));
}

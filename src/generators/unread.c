/*
 * Generators whose sites can be told by a file, and whose settings are not
 * read: most of them are programs, which make the URLs, too.
 */
#include "generators/unread.h"
#include "site/config.h"

static const struct {
	const char	*file, *title;
} marks[] = {
	{ "bridgetown.config.yml", "Bridgetown" },
	{ "gridsome.config.js", "Gridsome" },
	{ "nanoc.yaml", "nanoc" },
	{ "next.config.js", "Next.js" },
	{ "next.config.mjs", "Next.js" },
	{ "next.config.ts", "Next.js" },
	{ "nuxt.config.js", "Nuxt" },
	{ "nuxt.config.ts", "Nuxt" },
	{ "_cobalt.yml", "Cobalt" },
	{ "_config.js", "Lume" },
	{ "_config.ts", "Lume" },
	{ "fresh.config.ts", "Fresh" },
	{ "metalsmith.js", "Metalsmith" },
	{ "metalsmith.json", "Metalsmith" },
	{ "svelte.config.js", "SvelteKit" },
	{ "valaxy.config.ts", "Valaxy" },
	{ "zine.ziggy", "Zine" }
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
	for (i = 0; found != NULL && marks[i].file != found; i++)
		continue;
	return found == NULL ? NULL : marks[i].title;
}

bool
unread_has_mdsvex(const char *folder)
{
	static const char settings[] = "svelte.config.js";
	static const char *const endings[] = { ".md'", ".md\"", ".md`" };
	size_t i;

	if (!config_mentions(folder, settings, "mdsvex"))
		return false;
	for (i = 0; i < sizeof endings / sizeof *endings; i++)
		if (config_mentions(folder, settings, endings[i]) ||
		    config_mentions(folder, "mdsvex.config.js", endings[i]))
			return true;
	return false;
}

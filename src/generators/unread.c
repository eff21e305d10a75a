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

const char *
unread_title(const char *folder)
{
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (config_exists(folder, marks[i].file))
			return marks[i].title;
	return NULL;
}

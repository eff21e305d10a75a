/*
 * Astro
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "astro.config.mjs",
	    "astro.config.ts", "astro.config.js", NULL };

	return config_first(folder, marks) != NULL;
}

const struct generator generator_astro = {
	.name = "astro",
	.title = "Astro",
	.is_top = is_top
};

/*
 * Eleventy
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = {
		".eleventy.js", "eleventy.config.js",
		"eleventy.config.mjs", "eleventy.config.cjs", NULL
	};

	return config_first(folder, marks) != NULL;
}

const struct generator generator_eleventy = {
	.name = "eleventy",
	.title = "Eleventy",
	.is_top = is_top
};

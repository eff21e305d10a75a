/*
 * Gatsby
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = {
		"gatsby-config.js", "gatsby-config.ts",
		"gatsby-config.mjs", NULL
	};

	return config_first(folder, marks) != NULL;
}

const struct generator generator_gatsby = {
	.name = "gatsby",
	.title = "Gatsby",
	.is_top = is_top
};

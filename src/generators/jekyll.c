/*
 * Jekyll
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "_config.yml", "_config.yaml",
	    "_config.toml", NULL };

	return config_first(folder, marks) != NULL;
}

const struct generator generator_jekyll = {
	.name = "jekyll",
	.title = "Jekyll",
	.is_top = is_top
};

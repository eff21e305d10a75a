/*
 * Pelican
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "pelicanconf.py", NULL };

	return config_first(folder, marks) != NULL;
}

const struct generator generator_pelican = {
	.name = "pelican",
	.title = "Pelican",
	.is_top = is_top
};

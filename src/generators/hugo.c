/*
 * Hugo
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "hugo.toml", "hugo.yaml",
	    "hugo.yml", "hugo.json", "config/_default", NULL };

	return config_first(folder, marks) != NULL;
}

const struct generator generator_hugo = {
	.name = "hugo",
	.title = "Hugo",
	.is_top = is_top
};

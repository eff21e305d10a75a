/*
 * Hexo
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = {
		"_config.yml", "_config.yaml",
		"_config.json", NULL
	};

	return config_first(folder, marks) != NULL &&
	    (config_exists(folder, "scaffolds") ||
	    config_exists(folder, "source/_posts") ||
	    config_mentions(folder, "package.json", "\"hexo\""));
}

const struct generator generator_hexo = {
	.name = "hexo",
	.title = "Hexo",
	.is_top = is_top
};

/*
 * Zola
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "zola.toml", "config.toml", NULL };

	return config_first(folder, marks) != NULL &&
	    (config_mentions(folder, "zola.toml", "base_url") ||
	    config_mentions(folder, "config.toml", "base_url"));
}

const struct generator generator_zola = {
	.name = "zola",
	.title = "Zola",
	.is_top = is_top
};

/*
 * Franklin
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "config.md", NULL };

	return config_first(folder, marks) != NULL &&
	    config_exists(folder, "_layout");
}

const struct generator generator_franklin = {
	.name = "franklin",
	.title = "Franklin",
	.is_top = is_top
};

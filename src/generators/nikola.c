/*
 * Nikola
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "conf.py", NULL };

	return config_first(folder, marks) != NULL &&
	    config_mentions(folder, "conf.py", "BLOG_TITLE");
}

static const char *const published[] = { "files", NULL };

const struct generator generator_nikola = {
	.name = "nikola",
	.title = "Nikola",
	.published = published,
	.is_top = is_top
};

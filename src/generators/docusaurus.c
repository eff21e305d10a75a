/*
 * Docusaurus
 */
#include "generators/generators.h"
#include "site/config.h"

static bool
is_top(const char *folder)
{
	static const char *const marks[] = { "docusaurus.config.js",
	    "docusaurus.config.ts", "docusaurus.config.mjs",
	    "docusaurus.config.cjs", NULL };

	return config_first(folder, marks) != NULL;
}

const struct generator generator_docusaurus = {
	.name = "docusaurus",
	.title = "Docusaurus",
	.is_top = is_top
};

#include "base/text.h"
#include "generators/generators.h"

/* If two generators could claim a folder, the stricter one is tried first. */
const struct generator *const generators[] = {
	&generator_docusaurus,
	&generator_astro,
	&generator_gatsby,
	&generator_next,
	&generator_nuxt,
	&generator_vitepress,
	&generator_vuepress,
	&generator_quartz,
	&generator_valaxy,
	&generator_quarto,
	&generator_eleventy,
	&generator_hexo,
	&generator_jekyll,
	&generator_zola,
	&generator_hugo,
	&generator_grav,
	&generator_mkdocs,
	&generator_pelican,
	&generator_nikola,
	&generator_franklin,
	NULL
};

const struct generator *
generator_named(const char *name)
{
	const struct generator *const *g;

	for (g = generators; *g != NULL; g++)
		if (ascii_equal((*g)->name, name))
			return *g;
	return NULL;
}

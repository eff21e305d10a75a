#include <string.h>

#include "base/text.h"
#include "generators/python_markdown.h"
#include "site/config.h"

/* `nl2br` or `markdown.extensions.nl2br`. */
static bool
breaks_lines(const char *name)
{
	return name != NULL && (strcmp(name, "nl2br") == 0 ||
	    text_has_suffix(name, ".nl2br"));
}

static void
apply_name(struct site *site, const char *name, const struct p2f_value *v,
    struct diag *d)
{
	if (breaks_lines(name))
		config_set_text(site, "hard-wraps", "true", v, d);
}

static void
apply_map(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *const *item = value_items(map, P2F_MAP);

	for (; *item != NULL; item++)
		apply_name(site, (*item)->key, *item, d);
}

void
python_markdown_apply(struct site *site, const struct p2f_value *extensions,
    struct diag *d)
{
	const struct p2f_value *const *item = value_items(extensions,
	    P2F_LIST);

	apply_map(site, extensions, d);
	for (; *item != NULL; item++) {
		apply_name(site, value_text(*item), *item, d);
		apply_map(site, *item, d);
	}
}

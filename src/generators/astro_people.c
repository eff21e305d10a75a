/*
 * The collection `authors` of Astro, by whose ids posts name their authors.
 */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"
#include "front/value.h"
#include "generators/astro.h"
#include "site/config.h"

static const char *
folder_of(const struct astro_collection *c)
{
	while (c != NULL && strcmp(c->name, "authors") != 0)
		c = c->next;
	return c == NULL ? NULL : c->base;
}

/* The bundler publishes images next to a file under names of its own. */
static bool
is_bundled_image(const struct p2f_value *v)
{
	static const char *const keys[] = { "avatar", "image", "picture" };
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		if (value_key_equal(v->key, keys[i]))
			return value_text(v) == NULL ||
			    (!url_is_absolute(v->text) && (*v->text != '/' ||
			    text_has_prefix(v->text, "/src/")));
	return false;
}

static const struct p2f_value *
without_images(struct arena *a, const struct p2f_value *person)
{
	struct arena_list items = { 0 };
	size_t i;

	for (i = 0; person->items[i] != NULL; i++)
		if (!is_bundled_image(person->items[i]))
			arena_list_add(a, &items, person->items[i]);
	return value_of_items(a, P2F_MAP, &items, person);
}

static const struct p2f_value *
read_person(struct site *site, const char *name, struct diag *d)
{
	static const char *const extensions[] = {
		".json", ".yaml", ".yml", NULL
	};
	const struct p2f_value *v;

	if (*file_base_name(name) == '_')
		return NULL;
	v = config_read_page(site, name, d);
	if (v == NULL && ascii_is_any(file_extension(name), extensions))
		v = config_read(site, name, d);
	return v == NULL || v->kind != P2F_MAP ? NULL :
	    without_images(&site->arena, v);
}

const struct p2f_value *
astro_people(struct site *site, const struct astro_collection *collections,
    struct diag *d)
{
	const char *folder = folder_of(collections);

	return folder == NULL ? NULL :
	    config_read_each(site, folder, read_person, d);
}

/*
 * The category in the URL of a post.
 *
 * A list is a path, outermost category first; a list of lists is several
 * paths.  The slug of each category contains those around it, and the last new
 * category is used.
 */
#include <string.h>

#include "generators/hexo.h"

/* Real posts have fewer, and they are compared pairwise. */
#define MAX_NAMES 64

struct categories {
	struct arena		*arena;
	const struct hexo	*hexo;
	const char		*seen[MAX_NAMES];	/* whole paths */
	size_t			 count;
	const char		*last;		/* slug; NULL: none yet */
};

/* category_map may rename it. */
static const char *
slug_of(const struct categories *c, const char *name)
{
	const struct p2f_value *mapped = value_get_exact(value_get_exact(
	    c->hexo->settings, "category_map"), name);

	if (hexo_is_truthy(mapped))
		name = hexo_text(c->arena, mapped);
	return name == NULL ? "" : hexo_slug(c->arena, name,
	    c->hexo->filename_case);
}

static bool
is_known(const struct categories *c, const char *path)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		if (strcmp(c->seen[i], path) == 0)
			return true;
	return false;
}

/* Descend to a category: *path and *slug are those of the outer ones. */
static void
add_name(struct categories *c, const struct p2f_value *v, const char **path,
    const char **slug)
{
	const char *name = v->kind == P2F_TEXT ? hexo_text(c->arena, v) : NULL;

	if (name == NULL || name[0] == '\0' || c->count == MAX_NAMES)
		return;
	*slug = arena_printf(c->arena, "%s%s%s", *slug == NULL ? "" : *slug,
	    *slug == NULL ? "" : "/", slug_of(c, name));
	*path = arena_printf(c->arena, "%s%s\n", *path, name);
	if (is_known(c, *path))
		return;
	c->seen[c->count++] = *path;
	c->last = *slug;
}

static void
add_path(struct categories *c, const struct p2f_value *v)
{
	const char *path = "", *slug = NULL;
	size_t i;

	if (v->kind != P2F_LIST)
		add_name(c, v, &path, &slug);
	else
		for (i = 0; v->items[i] != NULL; i++)
			add_name(c, v->items[i], &path, &slug);
}

static bool
has_lists(const struct p2f_value *v)
{
	const struct p2f_value *const *item = value_items(v, P2F_LIST);

	while (*item != NULL && (*item)->kind != P2F_LIST)
		item++;
	return *item != NULL;
}

const char *
hexo_category(struct post *post, const struct hexo *hexo,
    const struct p2f_value *words)
{
	struct categories c = { .arena = &post->arena, .hexo = hexo };
	const struct p2f_value *v = value_get_exact(words, "categories");
	size_t i;

	if (v == NULL)
		v = value_get_exact(post->meta, "categories");
	if (!hexo_is_truthy(v))
		v = value_get_exact(words, "category");
	if (!hexo_is_truthy(v))
		v = value_get_exact(post->meta, "category");
	if (!hexo_is_truthy(v))
		return hexo->default_category;
	if (has_lists(v))
		for (i = 0; v->items[i] != NULL; i++)
			add_path(&c, v->items[i]);
	else
		add_path(&c, v);
	return c.last != NULL ? c.last : hexo->default_category;
}

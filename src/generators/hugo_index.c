/*
 * The index.md and _index.md files of a Hugo site.
 *
 * Whether a Markdown file is a post depends on the folders above it: in one
 * with an index.md, it is a resource of that page.  What a post inherits
 * depends on the _index.md files above it.  So all such files are found once,
 * before any post is read, as are resources that are the image of a page.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "generators/hugo.h"
#include "generators/paths.h"
#include "site/config.h"

static void
add_index(struct site *site, struct hugo *hugo,
    const struct config_item *item, struct diag *d)
{
	struct arena *a = &site->arena;
	struct hugo_index *index = arena_alloc(a, sizeof *index);
	struct hugo_page page = { .language = hugo->main };

	index->folder = item->folder;
	index->name = item->name;
	index->is_leaf = hugo_is_index(item->name);
	hugo_page_of(a, hugo, item->path, &page);
	index->language = page.language;
	if (!index->is_leaf)
		index->meta = config_read_front(a, config_path(a, site,
		    item->path), d);
	arena_list_add(a, &hugo->indexes, index);
}

static bool
has_word(const char *name, const char *word)
{
	while (*name != '\0' && !ascii_has_prefix(name, word))
		name++;
	return *name != '\0';
}

unsigned
hugo_shows(const char *file, const char *name)
{
	if (!media_is_image(file))
		return 0;
	if (has_word(name, "feature"))
		return 2;
	return has_word(name, "cover") || has_word(name, "thumbnail");
}

static void
add_image(struct arena *a, struct hugo *hugo,
    const struct config_item *item)
{
	struct hugo_index *image = arena_alloc(a, sizeof *image);

	image->folder = item->folder;
	image->name = item->name;
	image->language = hugo->main;
	arena_list_add(a, &hugo->images, image);
}

static bool
visit(struct site *site, void *own, const struct config_item *item,
    struct diag *d)
{
	if (hugo_shows(item->name, item->name) > 0)
		add_image(&site->arena, own, item);
	if (!hugo_is_index(item->name) && !hugo_is_section_index(item->name))
		return true;
	add_index(site, own, item, d);
	return false;
}

/* Of two for the same page, Hugo uses the first by name. */
static int
compare_indexes(const void *left, const void *right)
{
	const struct hugo_index *const *a = left, *const *b = right;
	int order = strcmp((*a)->folder, (*b)->folder);

	if (order == 0)
		order = (*b)->is_leaf - (*a)->is_leaf;
	if (order == 0)
		order = strcmp((*a)->language->key, (*b)->language->key);
	return order != 0 ? order : strcmp((*a)->name, (*b)->name);
}

/* Walk content folders that are not inside another one. */
void
hugo_read_indexes(struct site *site, struct hugo *hugo, struct diag *d)
{
	const struct hugo_language *this, *other;
	bool is_inside;
	size_t i, k;

	for (i = 0; (this = hugo->languages.items[i]) != NULL; i++) {
		is_inside = false;
		for (k = 0; (other = hugo->languages.items[k]) != NULL; k++)
			if (strcmp(this->folder, other->folder) == 0 ?
			    k < i : paths_is_around(other->folder,
			    this->folder))
				is_inside = true;
		if (!is_inside)
			config_walk(site, this->folder, visit, hugo, d);
	}
	arena_list_sort(&hugo->indexes, compare_indexes);
	arena_list_sort(&hugo->images, compare_indexes);
}

/* A folder, by the first n bytes of a path. */
struct folder {
	const char	*path;
	size_t		 n;
};

static int
compare_folder(const void *item, const void *key)
{
	const struct hugo_index *index = item;
	const struct folder *folder = key;
	int order = strncmp(index->folder, folder->path, folder->n);

	return order != 0 ? order : index->folder[folder->n] != '\0';
}

const struct hugo_index *
hugo_section(const struct hugo *hugo, const char *folder, size_t n,
    const struct hugo_language *language)
{
	const struct arena_list *list = &hugo->indexes;
	const struct folder key = { folder, n };
	const struct hugo_index *index;
	size_t i = arena_list_search(list, &key, compare_folder);

	for (; i < list->count; i++) {
		index = list->items[i];
		if (compare_folder(index, &key) != 0)
			break;
		if (!index->is_leaf && index->language == language)
			return index;
	}
	return NULL;
}

struct arena_list
hugo_sections_above(struct arena *a, const struct hugo *hugo,
    const struct hugo_page *page)
{
	const char *folder = *page->folder == '\0' ? page->root :
	    arena_printf(a, "%s/%s", page->root, page->folder);
	size_t n = strlen(folder), root = strlen(page->root);
	struct arena_list sections = { 0 };
	const struct hugo_index *index;

	for (;;) {
		index = hugo_section(hugo, folder, n, page->language);
		if (index != NULL)
			arena_list_add(a, &sections, index);
		if (n <= root)
			break;
		while (folder[--n] != '/')
			continue;
	}
	return sections;
}

bool
hugo_is_leaf(const struct hugo *hugo, const char *path, size_t n, size_t root)
{
	const struct hugo_index *index = n <= root ? NULL : arena_list_find(
	    &hugo->indexes, &(struct folder){ path, n }, compare_folder);

	return index != NULL && index->is_leaf;
}

const char *
hugo_image(const struct hugo *hugo, const char *folder, size_t n)
{
	const struct arena_list *list = &hugo->images;
	const struct folder key = { folder, n };
	const struct hugo_index *this, *found = NULL;
	size_t i = arena_list_search(list, &key, compare_folder);

	for (; i < list->count; i++) {
		this = list->items[i];
		if (compare_folder(this, &key) != 0)
			break;
		if (found == NULL || hugo_shows(this->name, this->name) >
		    hugo_shows(found->name, found->name))
			found = this;
	}
	return found == NULL ? NULL : found->name;
}

/* The name in "authors/ann", or NULL. */
static const char *
name_of_author(const char *folder)
{
	static const char *const taxonomies[] = { "author/", "authors/" };
	size_t i, n;

	for (i = 0; i < sizeof taxonomies / sizeof *taxonomies; i++) {
		n = strlen(taxonomies[i]);
		if (strncmp(folder, taxonomies[i], n) == 0 &&
		    folder[n] != '\0' && strchr(folder + n, '/') == NULL)
			return folder + n;
	}
	return NULL;
}

const struct p2f_value *
hugo_people(struct arena *a, const struct hugo *hugo)
{
	struct arena_list people = { 0 };
	const struct hugo_index *this;
	const char *name;
	size_t i, n = strlen(hugo->main->folder);

	for (i = 0; i < hugo->indexes.count; i++) {
		this = hugo->indexes.items[i];
		name = !this->is_leaf && this->language == hugo->main &&
		    strlen(this->folder) > n ?
		    name_of_author(this->folder + n + 1) : NULL;
		if (name != NULL)
			arena_list_add(a, &people, value_with_key(a, name,
			    this->meta));
	}
	return people.count == 0 ? NULL :
	    value_of_items(a, P2F_MAP, &people, NULL);
}

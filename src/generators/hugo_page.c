/*
 * Parse the path of a file as a page of Hugo.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "generators/hugo.h"
#include "generators/paths.h"

bool
hugo_is_content(const char *name)
{
	static const char *const extensions[] = {
		".md", ".markdown", ".mdown", ".html", ".htm", ".org",
		".adoc", ".asciidoc", ".ad", ".rst", ".rest", ".pandoc",
		".pdc", NULL
	};

	return ascii_is_any(file_extension(name), extensions);
}

bool
hugo_is_index(const char *name)
{
	return ascii_has_prefix(name, "index.") && hugo_is_content(name);
}

bool
hugo_is_section_index(const char *name)
{
	return ascii_has_prefix(name, "_index.") && hugo_is_content(name);
}

const struct hugo_language *
hugo_owner_of(const struct hugo *hugo, const char *path)
{
	const struct hugo_language *this, *owner = NULL;
	size_t i, longest = 0;

	for (i = 0; (this = hugo->languages.items[i]) != NULL; i++) {
		if (!paths_is_around(this->folder, path) ||
		    strlen(this->folder) < longest ||
		    (strlen(this->folder) == longest && this != hugo->main))
			continue;
		owner = this;
		longest = strlen(owner->folder);
	}
	return owner;
}

const struct hugo_language *
hugo_language_of(const struct hugo *hugo, const char *name,
    const struct hugo_language *owner, size_t *length)
{
	const struct hugo_language *language;
	size_t n = strlen(name) - strlen(file_extension(name)), i, k;

	*length = n;
	for (i = 0; (language = hugo->languages.items[i]) != NULL; i++) {
		k = strlen(language->key);
		if (n > k + 1 && name[n - k - 1] == '.' &&
		    ascii_has_prefix(name + n - k, language->key)) {
			*length = n - k - 1;
			return language;
		}
	}
	return owner;
}

bool
hugo_page_of(struct arena *a, const struct hugo *hugo, const char *path,
    struct hugo_page *page)
{
	const struct hugo_language *owner = hugo_owner_of(hugo, path);
	const char *name = file_base_name(path);
	size_t n;

	if (owner == NULL || path[strlen(owner->folder)] == '\0')
		return false;
	page->root = owner->folder;
	page->inside = path + strlen(owner->folder) + 1;
	page->language = hugo_language_of(hugo, name, owner, &n);
	page->name = arena_strndup(a, name, n);
	page->folder = path_folder(a, page->inside);
	page->is_leaf = hugo_is_index(name) && *page->folder != '\0';
	if (!page->is_leaf)
		return true;
	page->name = file_base_name(page->folder);
	page->folder = path_folder(a, page->folder);
	return true;
}

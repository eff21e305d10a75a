/*
 * Which files of a Hugo site are posts, and what their paths say of them.
 *
 * Whether a Markdown file is a post depends on the folders above it: in one
 * with an index.md it is a resource of that page.  What a post inherits
 * depends on the _index.md files above it.  So all such files are looked for
 * once, before any post is read.
 */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/text.h"
#include "front/front.h"
#include "generators/hugo.h"
#include "site/config.h"
#include "site/source.h"

/* Whether a path is a folder, or lies in it. */
static bool
is_below(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(path, folder, n) == 0 &&
	    (path[n] == '/' || path[n] == '\0');
}

/* Formats of content; in others it is a resource. */
static bool
is_content(const char *name)
{
	static const char *const extensions[] = {
		".md", ".markdown", ".mdown", ".html", ".htm", ".org",
		".adoc", ".asciidoc", ".ad", ".rst", ".rest", ".pandoc",
		".pdc", NULL
	};
	const char *const *extension;

	for (extension = extensions; *extension != NULL; extension++)
		if (ascii_equal(file_extension(name), *extension))
			return true;
	return false;
}

static bool
is_index(const char *name)
{
	return is_content(name) && ascii_has_prefix(name, "index.");
}

static bool
is_section_index(const char *name)
{
	return is_content(name) && ascii_has_prefix(name, "_index.");
}

/* The language of the folder of content that holds a path; NULL: none does. */
static const struct hugo_language *
owner_of(const struct hugo *hugo, const char *path)
{
	const struct hugo_language *this, *owner = NULL;
	size_t i, longest = 0;

	for (i = 0; i < hugo->languages.count; i++) {
		this = hugo->languages.items[i];
		if (!is_below(path, this->folder) ||
		    strlen(this->folder) < longest ||
		    (strlen(this->folder) == longest && this != hugo->main))
			continue;
		owner = this;
		longest = strlen(owner->folder);
	}
	return owner;
}

/*
 * The language that a name ends in before its extension, "x.fr.md"; where
 * there is none, it is that of the folder.  The length is that of the name
 * without both.
 */
static const struct hugo_language *
language_of(const struct hugo *hugo, const char *name,
    const struct hugo_language *owner, size_t *length)
{
	const struct hugo_language *language;
	size_t n = strlen(name) - strlen(file_extension(name)), i, k;

	*length = n;
	for (i = 0; i < hugo->languages.count; i++) {
		language = hugo->languages.items[i];
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
	const struct hugo_language *owner = owner_of(hugo, path);
	const char *name = file_base_name(path), *slash;
	size_t n;

	if (owner == NULL || path[strlen(owner->folder)] == '\0')
		return false;
	page->root = owner->folder;
	page->inside = path + strlen(owner->folder) + 1;
	page->language = language_of(hugo, name, owner, &n);
	page->name = arena_strndup(a, name, n);
	page->folder = name == page->inside ? "" : arena_strndup(a,
	    page->inside, (size_t)(name - page->inside) - 1);
	page->is_leaf = is_index(name) && *page->folder != '\0';
	if (!page->is_leaf)
		return true;
	slash = strrchr(page->folder, '/');
	page->name = slash == NULL ? page->folder : slash + 1;
	page->folder = slash == NULL ? "" : arena_strndup(a, page->folder,
	    (size_t)(slash - page->folder));
	return true;
}

/* The front matter of an _index; what is wrong with it is reported. */
static const struct p2f_value *
read_meta(struct site *site, const char *path, struct diag *d)
{
	struct block block = { .path = path, .line = 1 };
	const struct p2f_value *meta = NULL;
	struct buf text = { 0 };
	struct front front;

	if (file_read_text(path, &text, d)) {
		block.text = text.bytes;
		block.length = text.length;
		front_split(&block, &front, d);
		meta = front_read(&site->arena, &block, &front, d);
	}
	buf_release(&text);
	return meta == NULL ? value_empty_map(&site->arena) :
	    config_with_file(&site->arena, meta, path);
}

/* What a walk through the content collects into. */
struct walk {
	struct site	*site;
	struct hugo	*hugo;
	struct diag	*diag;
};

static void
add_index(const struct walk *w, const char *folder, const char *name)
{
	struct arena *a = &w->site->arena;
	struct hugo_index *index = arena_alloc(a, sizeof *index);
	const char *path = arena_printf(a, "%s/%s", folder, name);
	size_t n;

	index->folder = folder;
	index->is_leaf = is_index(name);
	index->language = language_of(w->hugo, name, owner_of(w->hugo,
	    path), &n);
	if (!index->is_leaf)
		index->meta = read_meta(w->site, config_path(a, w->site,
		    path), w->diag);
	arena_list_add(a, &w->hugo->indexes, index);
}

/* Links are not followed: one to a folder above would have no end. */
static bool
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void
walk(const struct walk *w, const char *folder, unsigned depth)
{
	struct arena *a = &w->site->arena;
	DIR *dir = opendir(config_path(a, w->site, folder));
	struct dirent *entry;
	const char *path;

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		if (is_index(entry->d_name) ||
		    is_section_index(entry->d_name)) {
			add_index(w, folder, arena_strdup(a, entry->d_name));
			continue;
		}
		path = arena_printf(a, "%s/%s", folder, entry->d_name);
		if (depth < SOURCE_MAX_DEPTH &&
		    is_folder(config_path(a, w->site, path)))
			walk(w, path, depth + 1);
	}
	closedir(dir);
}

static int
compare_indexes(const void *left, const void *right)
{
	const struct hugo_index *const *a = left, *const *b = right;
	int order = strcmp((*a)->folder, (*b)->folder);

	if (order == 0)
		order = (*b)->is_leaf - (*a)->is_leaf;
	return order != 0 ? order :
	    strcmp((*a)->language->key, (*b)->language->key);
}

/* Folders of content that lie in none before them. */
void
hugo_read_indexes(struct site *site, struct hugo *hugo, struct diag *d)
{
	const struct walk w = { site, hugo, d };
	const struct hugo_language *this, *other;
	bool is_inside;
	size_t i, k;

	for (i = 0; i < hugo->languages.count; i++) {
		this = hugo->languages.items[i];
		is_inside = false;
		for (k = 0; k < hugo->languages.count; k++) {
			other = hugo->languages.items[k];
			if (strcmp(this->folder, other->folder) == 0 ?
			    k < i : is_below(this->folder, other->folder))
				is_inside = true;
		}
		if (!is_inside)
			walk(&w, this->folder, 0);
	}
	if (hugo->indexes.count > 1)
		qsort(hugo->indexes.items, hugo->indexes.count,
		    sizeof *hugo->indexes.items, compare_indexes);
}

/* How a folder compares with a text of n bytes. */
static int
compare_folder(const char *folder, const char *text, size_t n)
{
	int order = strncmp(folder, text, n);

	return order != 0 ? order : folder[n] != '\0';
}

/* The first index of a folder, or the end of the list. */
static size_t
find_folder(const struct hugo *hugo, const char *folder, size_t n)
{
	const struct hugo_index *index;
	size_t low = 0, high = hugo->indexes.count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		index = hugo->indexes.items[middle];
		if (compare_folder(index->folder, folder, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct hugo_index *
hugo_section(const struct hugo *hugo, const char *folder, size_t n,
    const struct hugo_language *language)
{
	const struct hugo_index *index;
	size_t i;

	for (i = find_folder(hugo, folder, n); i < hugo->indexes.count; i++) {
		index = hugo->indexes.items[i];
		if (compare_folder(index->folder, folder, n) != 0)
			break;
		if (!index->is_leaf && index->language == language)
			return index;
	}
	return NULL;
}

/* A folder that is a page; at the top of the content it is none. */
static bool
is_leaf(const struct hugo *hugo, const char *path, size_t n, size_t root)
{
	const struct hugo_index *index;
	size_t i = find_folder(hugo, path, n);

	if (n <= root || i == hugo->indexes.count)
		return false;
	index = hugo->indexes.items[i];
	return index->is_leaf && compare_folder(index->folder, path, n) == 0;
}

/*
 * Whether it belongs to a bundle that lies above it.  The index of the
 * bundle does not.
 */
static bool
is_resource(const struct hugo *hugo, const char *path, size_t root)
{
	const char *slash = strrchr(path, '/'), *p;

	for (p = path; (p = strchr(p, '/')) != NULL; p++)
		if (is_leaf(hugo, path, (size_t)(p - path), root))
			return p != slash || !is_index(slash + 1);
	return false;
}

/* The dialect of Go less what POSIX does not have: \d is [0-9]. */
static const char *
to_posix(struct arena *a, const char *pattern)
{
	struct buf out = { 0 };
	const char *copy;

	for (; *pattern != '\0'; pattern++) {
		if (pattern[0] == '\\' && pattern[1] == 'd') {
			buf_puts(&out, "[0-9]");
			pattern++;
		} else {
			buf_putc(&out, *pattern);
			if (pattern[0] == '\\' && pattern[1] != '\0')
				buf_putc(&out, *++pattern);
		}
	}
	copy = arena_strndup(a, out.bytes == NULL ? "" : out.bytes,
	    out.length);
	buf_release(&out);
	return copy;
}

static void
add_ignored(struct site *site, struct hugo *hugo,
    const struct p2f_value *v, struct diag *d)
{
	const char *text = value_text(v), *pattern;
	regex_t regex;

	if (text == NULL)
		return;
	pattern = to_posix(&site->arena, text);
	if (regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB) != 0) {
		diag_report(d, DIAG_CONFIG, value_place(NULL, v),
		    "ignoreFiles: %s is a regular expression that is not "
		    "understood here; ignored", quote(text).text);
		return;
	}
	regfree(&regex);
	arena_list_add(&site->arena, &hugo->ignored, pattern);
}

void
hugo_read_ignored(struct site *site, struct hugo *hugo, struct diag *d)
{
	const struct p2f_value *v = hugo_get(hugo->config, "ignorefiles");
	size_t i;

	if (v != NULL && v->kind == P2F_TEXT)
		add_ignored(site, hugo, v, d);
	for (i = 0; v != NULL && v->kind == P2F_LIST && v->items[i] != NULL;
	    i++)
		add_ignored(site, hugo, v->items[i], d);
}

/* Hugo matches the whole path of a file, from the root of the system on. */
static bool
is_ignored(const struct hugo *hugo, const char *path)
{
	struct arena scratch = { 0 };
	bool found = false;
	regex_t regex;
	size_t i;

	if (hugo->ignored.count > 0)
		path = arena_printf(&scratch, "/%s", path);
	for (i = 0; i < hugo->ignored.count && !found; i++) {
		if (regcomp(&regex, hugo->ignored.items[i], REG_EXTENDED |
		    REG_NOSUB) != 0)
			continue;
		found = regexec(&regex, path, 0, NULL, 0) == 0;
		regfree(&regex);
	}
	arena_release(&scratch);
	return found;
}

static const char *
why_no_page(const struct site *site, const char *path,
    const struct hugo_language *owner)
{
	const struct hugo *hugo = site->own;
	const char *name = file_base_name(path);
	size_t n;

	if (!is_content(name))
		return "Hugo takes no pages from files of its kind";
	if (is_index(name) && name == path + strlen(owner->folder) + 1)
		return "the page of the site itself";
	if (language_of(hugo, name, owner, &n)->is_disabled)
		return "its language is disabled";
	if (is_ignored(hugo, path))
		return "ignoreFiles of the site leaves it out";
	return NULL;
}

/* Editors leave such, and Hugo does not look at them. */
static bool
is_leftover(const char *name)
{
	return name[0] == '#' || name[strlen(name) - 1] == '~';
}

/* Folders around the content are looked into. */
static bool
leads_to_content(const struct hugo *hugo, const char *path)
{
	const struct hugo_language *language;
	size_t i;

	for (i = 0; i < hugo->languages.count; i++) {
		language = hugo->languages.items[i];
		if (is_below(language->folder, path))
			return true;
	}
	return false;
}

const char *
hugo_passes_over(const struct site *site, const char *path, bool is_folder)
{
	const struct hugo *hugo = site->own;
	const struct hugo_language *owner = owner_of(hugo, path);

	if (is_folder && leads_to_content(hugo, path))
		return NULL;
	if (owner == NULL)
		return "no content of the site";
	if (is_leftover(file_base_name(path)))
		return "an editor's leftover";
	if (is_resource(hugo, path, strlen(owner->folder)))
		return "a resource of the page whose folder it is in";
	return is_folder ? NULL : why_no_page(site, path, owner);
}

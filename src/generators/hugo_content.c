/*
 * Which files of a Hugo site are posts.
 */
#define _POSIX_C_SOURCE 200809L

#include <regex.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "generators/hugo.h"
#include "generators/paths.h"
#include "generators/pattern.h"

/*
 * Whether a file belongs to a bundle above it.  The index of the bundle does
 * not.
 */
static bool
is_resource(const struct hugo *hugo, const char *path, size_t root)
{
	const char *slash = strrchr(path, '/'), *p;

	for (p = path; (p = strchr(p, '/')) != NULL; p++)
		if (hugo_is_leaf(hugo, path, (size_t)(p - path), root))
			return p != slash || !hugo_is_index(slash + 1);
	return false;
}

/* Translate Go's regular expressions to POSIX: \d is [0-9]. */
static const char *
to_posix(struct arena *a, const char *pattern)
{
	struct buf out = { 0 };

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
	return arena_take(a, &out);
}

static void
add_ignored(struct site *site, struct hugo *hugo,
    const struct p2f_value *v, struct diag *d)
{
	const char *text = value_text(v), *pattern;
	struct hugo_ignored *ignored;

	if (text == NULL)
		return;
	ignored = arena_alloc(&site->arena, sizeof *ignored);
	pattern = to_posix(&site->arena, text);
	if (!pattern_is_modest(pattern) || regcomp(&ignored->regex, pattern,
	    REG_EXTENDED | REG_NOSUB) != 0) {
		diag_report(d, DIAG_CONFIG, value_place(NULL, v),
		    "ignoreFiles: the regular expression %s is not supported; "
		    "ignored", quote(text).text);
		return;
	}
	ignored->next = hugo->ignored;
	hugo->ignored = ignored;
}

void
hugo_read_ignored(struct site *site, struct hugo *hugo, struct diag *d)
{
	const struct p2f_value *v = hugo_get(hugo->config, "ignorefiles");
	const struct p2f_value *const *item = value_items(v, P2F_LIST);

	add_ignored(site, hugo, v, d);
	for (; *item != NULL; item++)
		add_ignored(site, hugo, *item, d);
}

void
hugo_release_ignored(const struct hugo *hugo)
{
	struct hugo_ignored *ignored;

	for (ignored = hugo->ignored; ignored != NULL; ignored = ignored->next)
		regfree(&ignored->regex);
}

/* Hugo matches the whole path of a file, from the root of the file system. */
static bool
is_ignored(const struct hugo *hugo, const char *path)
{
	const struct hugo_ignored *ignored = hugo->ignored;
	struct arena scratch = { 0 };
	bool found = false;

	if (ignored != NULL)
		path = arena_printf(&scratch, "/%s", path);
	for (; ignored != NULL && !found; ignored = ignored->next)
		found = regexec(&ignored->regex, path, 0, NULL, 0) == 0;
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

	if (!hugo_is_content(name))
		return "Hugo makes no pages from files of this kind";
	if (hugo_is_index(name) && name == path + strlen(owner->folder) + 1)
		return "the home page of the site";
	if (hugo_language_of(hugo, name, owner, &n)->is_disabled)
		return "its language is disabled";
	if (is_ignored(hugo, path))
		return "left out by ignoreFiles";
	return NULL;
}

/* Files of editors, which Hugo ignores. */
static bool
is_leftover(const char *name)
{
	return name[0] == '#' || name[strlen(name) - 1] == '~';
}

/* Folders that contain the content are searched. */
static bool
leads_to_content(const struct hugo *hugo, const char *path)
{
	const struct hugo_language *language;
	size_t i;

	for (i = 0; (language = hugo->languages.items[i]) != NULL; i++)
		if (paths_is_around(path, language->folder))
			return true;
	return false;
}

const char *
hugo_skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct hugo *hugo = site->own;
	const struct hugo_language *owner = hugo_owner_of(hugo, path);

	if (is_folder && leads_to_content(hugo, path))
		return NULL;
	if (owner == NULL)
		return "not content of the site";
	if (is_leftover(file_base_name(path)))
		return "an editor's leftover";
	if (is_resource(hugo, path, strlen(owner->folder)))
		return "a resource of the page whose folder it is in";
	return is_folder ? NULL : why_no_page(site, path, owner);
}

/*
 * Jekyll: which files are posts, and what their names say.
 *
 * A folder _posts at any depth contains posts, and _drafts drafts; other names
 * that begin with an underscore are Jekyll's own.  The filters are those of
 * EntryFilter, which compare paths as strings: "vendor" excludes every path
 * that begins so.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "date/step.h"
#include "generators/jekyll.h"
#include "generators/paths.h"

static bool
matches(const char *pattern, const char *path, bool is_folder)
{
	size_t n = strlen(path);

	pattern += pattern[0] == '/';
	return glob_match(GLOB_RUBY, pattern, path) ||
	    (*pattern != '\0' && text_has_prefix(path, pattern)) ||
	    (is_folder && strncmp(path, pattern, n) == 0 &&
	    strcmp(pattern + n, "/") == 0);
}

static bool
matches_setting(const struct jekyll *own, const char *key, const char *path,
    bool is_folder)
{
	const struct p2f_value *list = jekyll_setting(own, key);
	const char *pattern = value_text(list);
	size_t i = 0;

	if (pattern != NULL)
		return matches(pattern, path, is_folder);
	while ((pattern = value_next_text(list, &i)) != NULL)
		if (matches(pattern, path, is_folder))
			return true;
	return false;
}

/* Configuration::DEFAULT_EXCLUDES */
static bool
is_excluded(const struct jekyll *own, const char *path, bool is_folder)
{
	static const char *const always[] = {
		".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile",
		"Gemfile.lock", "node_modules", "vendor/bundle/",
		"vendor/cache/", "vendor/gems/", "vendor/ruby/"
	};
	size_t i;

	for (i = 0; i < sizeof always / sizeof *always; i++)
		if (matches(always[i], path, is_folder))
			return true;
	return matches_setting(own, "exclude", path, is_folder);
}

static const char not_for_posts[] = "Jekyll skips names that begin with . _ # "
    "or ~, or end in ~";

static bool
is_special(const char *name)
{
	return name[0] != '\0' && strchr("._#~", name[0]) != NULL;
}

/*
 * Why Jekyll ignores an entry of a folder.  The path is relative to the
 * source, and the entry to the folder, which is that of the posts for
 * everything inside.
 */
static const char *
why_filtered(const struct jekyll *own, const char *path, const char *entry,
    bool is_folder)
{
	const char *name = file_base_name(entry);

	if (matches_setting(own, "include", entry, is_folder) ||
	    matches_setting(own, "include", name, is_folder))
		return NULL;
	if (is_excluded(own, path, is_folder))
		return "left out by exclude: in _config.yml";
	if (is_special(entry) || is_special(name) ||
	    entry[strlen(entry) - 1] == '~')
		return not_for_posts;
	return NULL;
}

/* Whether the first segment of a path is that name. */
static bool
part_is(const char *part, const char *name)
{
	return paths_is_around(name, part);
}

/* The rest of a path after the next slash; NULL if there is none. */
static const char *
next_part(const char *part)
{
	part = strchr(part, '/');
	return part == NULL ? NULL : part + 1;
}

/*
 * The path below _i18n/it/, where a plugin has the site in Italian; NULL if
 * the path is not in such a folder.
 */
static const char *
after_language(const struct jekyll *own, const char *path,
    const char **language)
{
	const char *rest = text_after(path, "_i18n/"), *below = NULL;
	size_t i = 0;

	while (rest != NULL && below == NULL && (*language =
	    value_next_text(own->languages, &i)) != NULL)
		below = paths_below(rest, *language);
	return below;
}

/* Whether a folder is _i18n or one of those of languages in it. */
static bool
holds_translations(const struct jekyll *own, const char *folder)
{
	const char *rest = text_after(folder, "_i18n/"), *language;
	size_t i = 0;

	if (own->languages != NULL && strcmp(folder, "_i18n") == 0)
		return true;
	while (rest != NULL && (language = value_next_text(own->languages,
	    &i)) != NULL)
		if (strcmp(language, rest) == 0)
			return true;
	return false;
}

/* The first part of a path, between slashes and dots, that is a language. */
static const char *
language_in_path(const struct jekyll *own, const char *path)
{
	const char *language;
	size_t i, n;

	for (; *path != '\0'; path += n + (path[n] != '\0')) {
		n = strcspn(path, "/.");
		for (i = 0; (language = value_next_text(own->languages,
		    &i)) != NULL;)
			if (strlen(language) == n &&
			    memcmp(language, path, n) == 0)
				return language;
	}
	return NULL;
}

const char *
jekyll_language(const struct jekyll *own, const struct post *post)
{
	const char *path = text_after(post->inside, own->source), *language;

	if (own->usual == NULL)
		return path == NULL || after_language(own, path,
		    &language) == NULL ? NULL : language;
	language = value_text(jekyll_get(post->meta, "lang"));
	if (language == NULL && own->is_by_path)
		language = language_in_path(own, post->inside);
	return language == NULL ? own->usual : language;
}

static const char *
below_source(const struct jekyll *own, const char *inside)
{
	const char *path = text_after(inside, own->source), *language;
	const char *rest = path == NULL ? NULL : after_language(own, path,
	    &language);

	return rest == NULL ? path : rest;
}

/* The first _posts or _drafts in a path; or NULL. */
static const char *
find_posts(const struct jekyll *own, const char *path)
{
	const char *part = path;

	if (!text_has_prefix(path, own->collections))
		return NULL;
	for (; part != NULL; part = next_part(part))
		if (part_is(part, "_posts") || part_is(part, "_drafts"))
			return part;
	return NULL;
}

/* The folder of a collection, "_docs", that contains a path or is it. */
static const char *
find_collection(const struct jekyll *own, const char *path)
{
	const char *rest = text_after(path, own->collections);

	return rest != NULL && *rest == '_' ? rest : NULL;
}

static const char *
label_of(struct arena *a, const char *part)
{
	return arena_strndup(a, part + 1, strcspn(part, "/") - 1);
}

static bool
is_known_collection(const struct jekyll *own, const char *label)
{
	const struct p2f_value *all = jekyll_get(own->config, "collections");
	const char *text;
	size_t i;

	if (value_get_exact(all, label) != NULL)
		return true;
	for (i = 0; (text = value_next_text(all, &i)) != NULL;)
		if (strcmp(text, label) == 0)
			return true;
	return false;
}

bool
jekyll_locate(struct arena *a, const struct jekyll *own, const char *inside,
    struct jekyll_place *place)
{
	const char *path = below_source(own, file_clean_name(a, inside)), *part;

	*place = (struct jekyll_place){ .path = path, .entry = path };
	if (path == NULL)
		return false;
	place->name = file_base_name(path);
	part = find_posts(own, path);
	if (part != NULL && next_part(part) != NULL) {
		place->label = "posts";
	} else {
		part = find_collection(own, path);
		if (part == NULL || next_part(part) == NULL ||
		    !is_known_collection(own, label_of(a, part)))
			return true;
		place->label = label_of(a, part);
	}
	place->path = path + strlen(own->collections);
	place->entry = next_part(part);
	/* Document#draft? looks for the string, not for the folder. */
	place->is_draft = strcmp(place->label, "posts") == 0 &&
	    strstr(place->path, "_posts") == NULL;
	return true;
}

/* The length of a date, "14-3-2-" or "2014-03-02-"; 0 if there is none. */
static size_t
scan_date(const char *name, struct civil *day)
{
	const char *p = name;
	unsigned year;

	*day = (struct civil){ 0 };
	if (!step_number(&p, 2, 4, &year) || !step_char(&p, '-') ||
	    !step_number(&p, 1, 2, &day->month) || !step_char(&p, '-') ||
	    !step_number(&p, 1, 2, &day->day) || !step_char(&p, '-'))
		return 0;
	/* Two-digit years as in Ruby's Time.parse. */
	if (name[2] == '-')
		year += year < 69 ? 2000 : 1900;
	day->year = (int)year;
	return (size_t)(p - name);
}

/* Like Ruby's Time.local: every month has 31 days; February 30 is in March. */
static bool
settle_day(struct civil *day)
{
	unsigned length;

	if (day->year < CIVIL_YEAR_MIN || day->month < 1 || day->month > 12 ||
	    day->day < 1 || day->day > 31)
		return false;
	length = civil_month_length(day->year, day->month);
	if (day->day > length) {
		day->day -= length;
		day->month++;
	}
	return true;
}

/* Document::DATE_FILENAME_MATCHER, as used by #populate_title. */
void
jekyll_split_name(struct arena *a, const char *file, struct jekyll_name *name)
{
	const char *stem = file_stem(a, file);
	size_t date = scan_date(stem, &name->day), n;

	name->has_date = date > 0;
	name->is_day = name->has_date && settle_day(&name->day);
	stem += date;
	n = strlen(stem);
	while (n > 0 && stem[n - 1] == '.')
		n--;
	name->slug = arena_strndup(a, stem, n);
}

/* Why a file is neither a post nor a draft, by its name. */
static const char *
why_not_post(const char *part, const char *entry)
{
	struct arena scratch = { 0 };
	struct jekyll_name name;

	if (part_is(part, "_drafts"))
		return NULL;
	jekyll_split_name(&scratch, file_base_name(entry), &name);
	arena_release(&scratch);
	return name.has_date ? NULL : "its name does not begin with a date "
	    "such as 2024-05-31-, so to Jekyll it is not a post";
}

/* Whether the documents of a collection should be in feeds, too. */
static bool
is_in_feed(const struct jekyll *own, const char *part)
{
	const struct p2f_value *feeds = jekyll_setting(own,
	    "feed.collections"), *metadata;
	struct arena scratch = { 0 };
	const char *label = label_of(&scratch, part);
	bool is_named = false;
	size_t i;

	for (i = 0; feeds != NULL && feeds->kind != P2F_TEXT &&
	    feeds->items[i] != NULL && !is_named; i++)
		is_named = strcmp(label, feeds->kind == P2F_MAP ?
		    feeds->items[i]->key : feeds->items[i]->kind == P2F_TEXT ?
		    feeds->items[i]->text : "") == 0;
	metadata = jekyll_collection(own, label);
	is_named = is_named && value_is_true(jekyll_get(metadata, "output"));
	arena_release(&scratch);
	return is_named;
}

static const char *
why_folder_filtered(struct arena *a, const struct jekyll *own,
    const char *folder)
{
	if (strcmp(arena_printf(a, "%s/", folder), own->destination) == 0)
		return "the site is built there (destination: in "
		    "_config.yml)";
	return why_filtered(own, folder, file_base_name(folder), true);
}

/* Apply Jekyll's filter to each folder on the way to a segment of a path. */
static const char *
why_folders_filtered(struct arena *a, const struct jekyll *own,
    const char *path, const char *end)
{
	const char *part = path, *why = NULL;

	while (part < end && why == NULL) {
		part += strcspn(part, "/");
		why = why_folder_filtered(a, own, arena_span(a, path, part));
		part += *part == '/';
	}
	return why;
}

static const char *
ask(struct arena *a, const struct jekyll *own, const char *inside,
    bool is_folder)
{
	const char *path = below_source(own, inside), *part, *entry, *why;

	if (path == NULL)
		return is_folder && strncmp(own->source, inside,
		    strlen(inside)) == 0 ? NULL :
		    "outside the source of the site";
	if (is_folder && holds_translations(own, path))
		return NULL;
	part = find_posts(own, path);
	if (part == NULL) {
		part = find_collection(own, path);
		if (part != NULL && !is_in_feed(own, part)) {
			if (is_known_collection(own, label_of(a, part)))
				return "a collection that is not in the feed "
				    "(name it, or add it to feed: "
				    "collections: in _config.yml)";
			part = NULL;
		}
		if (part == NULL && !is_folder)
			return "not in a _posts folder";
		if (part == NULL)
			return why_folders_filtered(a, own, path,
			    path + strlen(path));
	}
	why = why_folders_filtered(a, own, path, part);
	entry = next_part(part);
	if (why != NULL || entry == NULL)
		return why;
	/* A folder itself is not filtered, but the paths of its files contain
	   it. */
	if (is_folder)
		return is_special(entry) ? not_for_posts : NULL;
	why = why_filtered(own, path, entry, false);
	if (why == NULL && (part_is(part, "_posts") ||
	    part_is(part, "_drafts")))
		why = why_not_post(part, entry);
	return why;
}

const char *
jekyll_skip_reason(const struct site *site, const char *path, bool is_folder)
{
	struct arena scratch = { 0 };
	const char *why = ask(&scratch, site->own, path, is_folder);

	arena_release(&scratch);
	return why;
}

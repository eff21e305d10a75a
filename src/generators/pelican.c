/*
 * Pelican
 *
 * Its settings are a program, of which the plain assignments are read; those
 * of publishconf.py, for the site as it is published, win.
 */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "body/template.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "generators/pattern.h"
#include "generators/pelican.h"
#include "generators/terms.h"
#include "post/people.h"
#include "site/config.h"
#include "site/wildcard.h"

static const char *const names[] = { "publishconf.py", "pelicanconf.py" };

static bool
is_top(const char *folder)
{
	return config_exists(folder, names[1]);
}

static bool
owns(const char *name)
{
	return strcmp(name, names[0]) == 0 || strcmp(name, names[1]) == 0;
}

/* A setting: the one of publishconf.py wins.  NULL: there is none. */
static const struct p2f_value *
get(const struct pelican *pelican, const char *name)
{
	const struct p2f_value *v = NULL;
	size_t i, k;

	/* Names of Python have one spelling: AUTHOR_URL is not AUTHORURL. */
	for (i = 0; i < 2 && v == NULL; i++)
		for (k = 0; pelican->maps[i] != NULL && v == NULL &&
		    pelican->maps[i]->items[k] != NULL; k++)
			if (strcmp(pelican->maps[i]->items[k]->key, name) == 0)
				v = pelican->maps[i]->items[k];
	return v == NULL || v->kind == P2F_NULL ? NULL : v;
}

static bool
is_true(const struct pelican *pelican, const char *name)
{
	return value_is_true(get(pelican, name));
}

static const char *
text_of(const struct pelican *pelican, const char *name,
    const char *standard)
{
	const struct p2f_value *v = get(pelican, name);

	return value_text(v) == NULL ? standard : v->text;
}

/* A path below the top of the site, without "./", and "/" at its end. */
static const char *
join(struct arena *a, const char *folder, const char *path)
{
	size_t n;

	while (strncmp(path, "./", 2) == 0)
		path += 2;
	if (strcmp(path, ".") == 0)
		path = "";
	n = strlen(path);
	while (n > 0 && path[n - 1] == '/')
		n--;
	if (n == 0)
		return folder;
	return arena_printf(a, "%s%s%.*s", folder, *folder == '\0' ? "" : "/",
	    (int)n, path);
}

/* Folders in a list of the settings; the default when there is none. */
static void
add_folders(struct arena *a, struct pelican *pelican, const char *name,
    const char *standard, struct arena_list *folders)
{
	const struct p2f_value *v = get(pelican, name);
	size_t i;

	if (v == NULL || v->kind != P2F_LIST) {
		if (standard != NULL)
			arena_list_add(a, folders, join(a, pelican->path,
			    standard));
		return;
	}
	for (i = 0; v->items[i] != NULL; i++)
		arena_list_add(a, folders, join(a, pelican->path,
		    v->items[i]->kind == P2F_TEXT ? v->items[i]->text : ""));
}

static void
read_folders(struct arena *a, struct pelican *pelican)
{
	const struct p2f_value *v = get(pelican, "IGNORE_FILES");
	size_t i;

	pelican->path = join(a, "", text_of(pelican, "PATH", ""));
	add_folders(a, pelican, "ARTICLE_PATHS", "", &pelican->articles);
	add_folders(a, pelican, "ARTICLE_EXCLUDES", NULL, &pelican->excluded);
	add_folders(a, pelican, "PAGE_PATHS", "pages", &pelican->excluded);
	arena_list_add(a, &pelican->excluded, join(a, "", text_of(pelican,
	    "OUTPUT_PATH", "output")));
	for (i = 0; v != NULL && v->kind == P2F_LIST && v->items[i] != NULL;
	    i++)
		if (v->items[i]->kind == P2F_TEXT)
			wildcard_add(a, &pelican->ignored, v->items[i]->text);
}

/* Whether rules are those that Pelican has by default. */
static bool
are_default(const struct p2f_value *rules)
{
	static const char *const standard[][2] = {
		{ "[^\\w\\s-]", NULL }, { "(?u)\\A\\s*", NULL },
		{ "(?u)\\s*\\Z", NULL }, { "[-\\s]+", "-" }
	};
	const struct p2f_value *const *pair;
	size_t i, n = sizeof standard / sizeof *standard;

	for (i = 0; i < n && rules->items[i] != NULL; i++) {
		if (rules->items[i]->kind != P2F_LIST)
			return false;
		pair = rules->items[i]->items;
		if (value_text(pair[0]) == NULL || pair[1] == NULL ||
		    strcmp(pair[0]->text, standard[i][0]) != 0 ||
		    (pair[1]->kind == P2F_NULL) != (standard[i][1] == NULL))
			return false;
	}
	return i == n && rules->items[i] == NULL;
}

static const struct p2f_value *
read_substitutions(const struct pelican *pelican, const char *name,
    const struct p2f_value *standard)
{
	const struct p2f_value *v = get(pelican, name);

	if (v == NULL)
		return standard;
	return v->kind == P2F_LIST && are_default(v) ? NULL : v;
}

static void
read_formats(struct pelican *pelican)
{
	static const struct {
		const char *name, *standard;
	} formats[2][2] = {
		{ { "ARTICLE_URL", "{slug}.html" },
		  { "ARTICLE_LANG_URL", "{slug}-{lang}.html" } },
		{ { "DRAFT_URL", "drafts/{slug}.html" },
		  { "DRAFT_LANG_URL", "drafts/{slug}-{lang}.html" } }
	};
	size_t i, k;

	for (i = 0; i < 2; i++)
		for (k = 0; k < 2; k++)
			pelican->formats[i][k] = text_of(pelican,
			    formats[i][k].name, formats[i][k].standard);
}

static void
read_rules(struct arena *a, struct pelican *pelican)
{
	pelican->language = text_of(pelican, "DEFAULT_LANG", "en");
	pelican->file_pattern = text_of(pelican, "FILENAME_METADATA",
	    "(?P<date>\\d{4}-\\d{2}-\\d{2}).*");
	pelican->path_pattern = text_of(pelican, "PATH_METADATA", NULL);
	pelican->no_folder_category = value_is_false(get(pelican,
	    "USE_FOLDER_AS_CATEGORY"));
	pelican->from_basename = strcmp(text_of(pelican, "SLUGIFY_SOURCE",
	    "title"), "basename") == 0;
	pelican->uses_unicode = is_true(pelican, "SLUGIFY_USE_UNICODE");
	pelican->keeps_case = is_true(pelican, "SLUGIFY_PRESERVE_CASE");
	/* Older than expressions, and not read: a text is no list. */
	if (get(pelican, "SLUG_SUBSTITUTIONS") != NULL)
		pelican->rules = value_new_text(a, "", NULL);
	pelican->rules = read_substitutions(pelican,
	    "SLUG_REGEX_SUBSTITUTIONS", pelican->rules);
	pelican->category_rules = read_substitutions(pelican,
	    "CATEGORY_REGEX_SUBSTITUTIONS", pelican->rules);
	pelican->author_rules = read_substitutions(pelican,
	    "AUTHOR_REGEX_SUBSTITUTIONS", pelican->rules);
	pelican->readers = get(pelican, "READERS");
	pelican->metadata = get(pelican, "DEFAULT_METADATA");
	pelican->category = get(pelican, "DEFAULT_CATEGORY");
	pelican->author = get(pelican, "AUTHOR");
}

/* After the rules. */
static void
read_terms(struct pelican *pelican)
{
	const struct pelican_terms terms[PELICAN_TERMS] = {
		{ "category", text_of(pelican, "CATEGORY_URL",
		    "category/{slug}.html"), pelican->category_rules },
		{ "tag", text_of(pelican, "TAG_URL", "tag/{slug}.html"),
		    read_substitutions(pelican, "TAG_REGEX_SUBSTITUTIONS",
		    pelican->rules) },
		{ "author", text_of(pelican, "AUTHOR_URL",
		    "author/{slug}.html"), pelican->author_rules }
	};

	memcpy(pelican->terms, terms, sizeof terms);
}

/* DEFAULT_DATE: a text, or the parts of a date.  'fs' is no date. */
static void
read_date(struct site *site, struct pelican *pelican)
{
	static const char before[] = "--- ::";
	const struct p2f_value *v = get(pelican, "DEFAULT_DATE");
	struct buf text = { 0 };
	size_t i;

	if (v == NULL)
		return;
	site->undated = true;
	if (v->kind == P2F_TEXT && strcmp(v->text, "fs") != 0)
		pelican->date = v;
	if (v->kind != P2F_LIST)
		return;
	for (i = 0; i < 6 && value_text(v->items[i]) != NULL; i++)
		buf_printf(&text, "%.*s%s", i > 0, before + i,
		    v->items[i]->text);
	/* An hour without minutes is the only thing that is no date. */
	buf_puts(&text, i == 4 ? ":00" : "");
	if (i >= 3)
		pelican->date = value_new_text(&site->arena,
		    arena_strdup(&site->arena, text.bytes), v);
	buf_release(&text);
}

/* A pattern that cannot be read says so once, and is not used. */
static void
check_pattern(struct site *site, const char **pattern_of, const char *name,
    struct diag *d)
{
	const struct pelican *pelican = site->own;
	const struct p2f_value *v = get(pelican, name);
	struct arena_list none = { 0 };

	if (*pattern_of == NULL || pattern_match(&site->arena, *pattern_of,
	    "", &none))
		return;
	diag_report(d, DIAG_CONFIG, value_place(NULL, v), "%s: the regular "
	    "expression %s is more than can be read here; nothing is taken "
	    "from the names of files", name, quote(*pattern_of).text);
	*pattern_of = NULL;
}

static void
configure(struct site *site, struct diag *d)
{
	static const struct {
		const char *name, *setting;
	} settings[] = {
		{ "SITENAME", "title" }, { "SITESUBTITLE", "description" },
		{ "SITEURL", "url" }, { "AUTHOR", "author" },
		{ "DEFAULT_LANG", "language" }, { "TIMEZONE", "timezone" },
		{ "FEED_MAX_ITEMS", "limit" }
	};
	struct pelican *pelican = arena_alloc(&site->arena, sizeof *pelican);
	size_t i;

	site->own = pelican;
	for (i = 0; i < 2; i++)
		pelican->maps[i] = config_read(site, names[i], d);
	for (i = 0; i < sizeof settings / sizeof *settings; i++)
		config_set(site, settings[i].setting, get(pelican,
		    settings[i].name), d);
	site->future = !value_is_false(get(pelican,
	    "WITH_FUTURE_DATES"));
	read_date(site, pelican);
	read_folders(&site->arena, pelican);
	read_rules(&site->arena, pelican);
	read_formats(pelican);
	read_terms(pelican);
	check_pattern(site, &pelican->file_pattern, "FILENAME_METADATA", d);
	check_pattern(site, &pelican->path_pattern, "PATH_METADATA", d);
}

static const char *
passes_over_folder(const struct pelican *pelican, const char *path)
{
	size_t i;

	for (i = 0; i < pelican->excluded.count; i++)
		if (strcmp(path, pelican->excluded.items[i]) == 0)
			return "its files are no articles";
	for (i = 0; i < pelican->articles.count; i++)
		if (paths_is_around(pelican->articles.items[i], path) ||
		    paths_is_around(path, pelican->articles.items[i]))
			return NULL;
	return "articles lie in PATH, in folders of ARTICLE_PATHS";
}

/* READERS = {'html': None} is how a format is left out. */
static bool
is_read(struct arena *a, const struct pelican *pelican, const char *extension)
{
	const struct p2f_value *readers = pelican->readers, *v;

	if (ascii_equal(extension, ".mkdn"))
		return false;
	if (readers == NULL || readers->kind != P2F_MAP)
		return true;
	v = value_get(readers, arena_strdup(a, extension + 1));
	return v == NULL || v->kind != P2F_NULL;
}

static const char *
passes_over(const struct site *site, const char *path, bool is_folder)
{
	const struct pelican *pelican = site->own;
	struct arena scratch = { 0 };
	const char *why = NULL;
	size_t i;

	if (wildcard_matches(&pelican->ignored, text_clean_name(&scratch,
	    file_base_name(path))))
		why = "IGNORE_FILES leaves it out";
	else if (is_folder)
		why = passes_over_folder(pelican, path);
	else if (!is_read(&scratch, pelican, file_extension(path)))
		why = "a format that the site does not read";
	arena_release(&scratch);
	if (why != NULL || is_folder)
		return why;
	for (i = 0; i < pelican->articles.count; i++)
		if (paths_is_around(pelican->articles.items[i], path))
			return NULL;
	return "articles lie in PATH, in folders of ARTICLE_PATHS";
}

const char *
pelican_source(const struct pelican *pelican, const char *inside)
{
	const char *below = paths_below(inside, pelican->path);

	return below == NULL ? inside : below;
}

/* The folder that a file lies in, without those around it; "": none. */
static const char *
folder_name(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? "" : file_base_name(arena_strndup(a, path,
	    (size_t)(slash - path)));
}

static bool
has_key(const struct arena_list *items, size_t count, const char *key)
{
	const struct p2f_value *v;
	size_t i;

	for (i = 0; i < count; i++) {
		v = items->items[i];
		if (value_key_equal(v->key, key))
			return true;
	}
	return false;
}

static void
add_default(struct arena *a, struct arena_list *items, const char *key,
    const struct p2f_value *v)
{
	if (!has_key(items, items->count, key))
		arena_list_add(a, items, value_with_key(a, key, v));
}

/* What the path of a file says, by patterns and by its folder. */
static void
add_from_path(struct arena *a, const struct pelican *pelican,
    const char *source, struct arena_list *items)
{
	if (pelican->file_pattern != NULL)
		pattern_match(a, pelican->file_pattern, file_stem(a, source),
		    items);
	if (pelican->path_pattern != NULL)
		pattern_match(a, pelican->path_pattern, source, items);
	if (!pelican->no_folder_category && *folder_name(a, source) != '\0')
		add_default(a, items, "category", value_new_text(a,
		    folder_name(a, source), NULL));
}

/* What the path says comes before what the settings say. */
static const struct p2f_value *
defaults(const struct site *site, struct post *post)
{
	const struct pelican *pelican = site->own;
	const struct p2f_value *all = pelican->metadata;
	struct arena *a = &post->arena;
	struct p2f_value *map = arena_alloc(a, sizeof *map);
	struct arena_list items = { 0 };
	size_t of_path, i;

	add_from_path(a, pelican, text_clean_name(a, pelican_source(pelican,
	    post->inside)), &items);
	of_path = items.count;
	for (i = 0; all != NULL && all->kind == P2F_MAP &&
	    all->items[i] != NULL; i++)
		if (!has_key(&items, of_path, all->items[i]->key))
			arena_list_add(a, &items, all->items[i]);
	if (pelican->category != NULL)
		add_default(a, &items, "category", pelican->category);
	if (pelican->date != NULL)
		add_default(a, &items, "date", pelican->date);
	map->kind = P2F_MAP;
	map->items = arena_list_items(&items);
	return map;
}

/* A list in a text is split at semicolons, or at commas if it has none. */
static void
split_list(struct arena *a, const char *text, struct arena_list *parts)
{
	const char *separators = strchr(text, ';') != NULL ? ";" : ",";
	const char *part;
	size_t n;

	for (;; text += n + 1) {
		n = strcspn(text, separators);
		part = text_squeeze(a, arena_strndup(a, text, n));
		if (part != NULL)
			arena_list_add(a, parts, part);
		if (text[n] == '\0')
			break;
	}
}

/* Those at commas are there already. */
static void
set_tags(struct post *post)
{
	const char *text = value_text(value_get(post->meta, "tags"));
	struct arena_list parts = { 0 };
	struct p2f_category *tag;
	size_t i;

	if (text == NULL || strchr(text, ';') == NULL)
		return;
	split_list(&post->arena, text, &parts);
	post->facts.tags = (struct arena_list){ 0 };
	for (i = 0; i < parts.count; i++) {
		tag = arena_alloc(&post->arena, sizeof *tag);
		tag->term = parts.items[i];
		tag->kind = P2F_TAG;
		arena_list_add(&post->arena, &post->facts.tags, tag);
	}
}

static void
set_authors(struct post *post, struct diag *d)
{
	const struct fields_context context = { .arena = &post->arena,
	    .path = post->path, .diag = d };
	const struct p2f_value *v = value_get(post->meta, "authors");
	struct arena_list parts = { 0 };
	size_t i;

	if (value_text(v) == NULL)
		return;
	split_list(&post->arena, v->text, &parts);
	post->facts.authors = (struct arena_list){ 0 };
	for (i = 0; i < parts.count; i++)
		people_read(&context, value_new_text(&post->arena,
		    parts.items[i], v), &post->facts.authors);
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	(void)site;
	terms_set_category(post);
	set_tags(post);
	set_authors(post, d);
}

static const char *const published[] = { "content", ".", NULL };

const struct generator generator_pelican = {
	.name = "pelican",
	.title = "Pelican",
	.dialects = TEMPLATE_KRAMDOWN | TEMPLATE_PELICAN,
	.published = published,
	.split = SPLIT_COMMAS,
	.wants_date = true,
	.is_top = is_top,
	.owns = owns,
	.configure = configure,
	.passes_over = passes_over,
	.defaults = defaults,
	.complete = complete,
	.url = pelican_url,
	.link = pelican_link
};

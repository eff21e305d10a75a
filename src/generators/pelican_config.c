/*
 * The settings of Pelican are a program, of which plain assignments are read;
 * publishconf.py, for the published site, has priority.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "generators/pattern.h"
#include "generators/pelican.h"
#include "generators/python_markdown.h"
#include "html/plain.h"
#include "site/config.h"
#include "template/template.h"

const char *const pelican_files[] = {
	"publishconf.py", "pelicanconf.py", NULL
};

/* Look up a setting; publishconf.py has priority.  NULL if there is none. */
static const struct p2f_value *
find(const struct pelican *pelican, const char *name)
{
	const struct p2f_value *v = NULL;
	size_t i;

	/* Names in Python are exact: AUTHOR_URL is not AUTHORURL. */
	for (i = 0; i < 2 && v == NULL; i++)
		v = value_get_exact(pelican->maps[i], name);
	return v;
}

/* Also NULL if it is None or code. */
static const struct p2f_value *
get(const struct pelican *pelican, const char *name)
{
	const struct p2f_value *v = find(pelican, name);

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

/* A path below the top of the site, without a leading "./" or trailing
   slash. */
static const char *
join(struct arena *a, const char *folder, const char *path)
{
	size_t n;

	while (text_has_prefix(path, "./"))
		path += 2;
	if (strcmp(path, ".") == 0)
		path = "";
	n = path_cut_slashes(path, strlen(path));
	return n == 0 ? folder :
	    path_join(a, folder, arena_strndup(a, path, n));
}

/* Add the folders in a list of the settings, or else a default. */
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

/* Sites without PATH give it on the command line, as in the makefile that
   Pelican writes for them: "pelican content". */
static const char *
standard_path(const struct site *site)
{
	return config_exists(site->root, "content") ? "content" : "";
}

static void
read_folders(struct site *site, struct pelican *pelican)
{
	struct arena *a = &site->arena;
	size_t i;

	pelican->path = join(a, "", text_of(pelican, "PATH",
	    standard_path(site)));
	add_folders(a, pelican, "ARTICLE_PATHS", "", &pelican->articles);
	add_folders(a, pelican, "ARTICLE_EXCLUDES", NULL, &pelican->excluded);
	add_folders(a, pelican, "PAGE_PATHS", "pages", &pelican->pages);
	arena_list_add(a, &pelican->excluded, join(a, "", text_of(pelican,
	    "OUTPUT_PATH", "output")));
	for (i = 0; i < pelican->pages.count; i++)
		arena_list_add(a, &pelican->excluded,
		    pelican->pages.items[i]);
	pelican->ignored = value_texts(a, get(pelican, "IGNORE_FILES"));
}

/* Whether rules are Pelican's defaults. */
static bool
are_default(const struct p2f_value *rules)
{
	static const char *const standard[][2] = {
		{ "[^\\w\\s-]", NULL }, { "(?u)\\A\\s*", NULL },
		{ "(?u)\\s*\\Z", NULL }, { "[-\\s]+", "-" }
	};
	const struct p2f_value *const *pair;
	const char *text;
	size_t i, n = sizeof standard / sizeof *standard;

	for (i = 0; i < n && rules->items[i] != NULL; i++) {
		pair = value_items(rules->items[i], P2F_LIST);
		if (value_text(pair[0]) == NULL || pair[1] == NULL ||
		    strcmp(pair[0]->text, standard[i][0]) != 0)
			return false;
		text = value_text(pair[1]);
		if (text == NULL || standard[i][1] == NULL ?
		    text != standard[i][1] : strcmp(text, standard[i][1]) != 0)
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

/* NULL if it is code, which was reported. */
static const char *
read_format(const struct pelican *pelican, const char *name,
    const char *standard, struct diag *d)
{
	const struct p2f_value *v = find(pelican, name);

	if (v == NULL || value_text(v) != NULL)
		return v == NULL ? standard : v->text;
	diag_report(d, DIAG_CONFIG, value_place(NULL, v), "%s is code, which "
	    "is not run; the URLs that it makes are unknown", name);
	return NULL;
}

static void
read_formats(struct pelican *pelican, struct diag *d)
{
	static const struct {
		const char *name, *standard;
	} formats[PELICAN_KINDS][2] = {
		[PELICAN_ARTICLE] = { { "ARTICLE_URL", "{slug}.html" },
		  { "ARTICLE_LANG_URL", "{slug}-{lang}.html" } },
		[PELICAN_DRAFT] = { { "DRAFT_URL", "drafts/{slug}.html" },
		  { "DRAFT_LANG_URL", "drafts/{slug}-{lang}.html" } },
		[PELICAN_PAGE] = { { "PAGE_URL", "pages/{slug}.html" },
		  { "PAGE_LANG_URL", "pages/{slug}-{lang}.html" } }
	};
	size_t i, k;

	for (i = 0; i < PELICAN_KINDS; i++)
		for (k = 0; k < 2; k++)
			pelican->formats[i][k] = read_format(pelican,
			    formats[i][k].name, formats[i][k].standard, d);
	pelican->files = read_format(pelican, "STATIC_URL", "{path}", d);
}

static void
read_rules(struct arena *a, struct pelican *pelican)
{
	pelican->language = text_of(pelican, "DEFAULT_LANG", "en");
	pelican->subsites = get(pelican, "I18N_SUBSITES");
	pelican->file_pattern = text_of(pelican, "FILENAME_METADATA",
	    "(?P<date>\\d{4}-\\d{2}-\\d{2}).*");
	pelican->path_pattern = text_of(pelican, "PATH_METADATA", NULL);
	pelican->no_folder_category = value_is_false(get(pelican,
	    "USE_FOLDER_AS_CATEGORY"));
	pelican->from_basename = strcmp(text_of(pelican, "SLUGIFY_SOURCE",
	    "title"), "basename") == 0;
	pelican->uses_unicode = is_true(pelican, "SLUGIFY_USE_UNICODE");
	pelican->keeps_case = is_true(pelican, "SLUGIFY_PRESERVE_CASE");
	/* Predates regular expressions, and is not supported: text is not a
	   list. */
	if (get(pelican, "SLUG_SUBSTITUTIONS") != NULL)
		pelican->rules = value_new_text(a, "SLUG_SUBSTITUTIONS", "",
		    NULL);
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

/* Depends on the rules. */
static void
read_terms(struct pelican *pelican, struct diag *d)
{
	const struct pelican_terms terms[PELICAN_TERMS] = {
		{ "category", read_format(pelican, "CATEGORY_URL",
		    "category/{slug}.html", d), pelican->category_rules },
		{ "tag", read_format(pelican, "TAG_URL", "tag/{slug}.html",
		    d), read_substitutions(pelican, "TAG_REGEX_SUBSTITUTIONS",
		    pelican->rules) },
		{ "author", read_format(pelican, "AUTHOR_URL",
		    "author/{slug}.html", d), pelican->author_rules }
	};

	memcpy(pelican->terms, terms, sizeof terms);
}

/* DEFAULT_DATE: text, or the parts of a date.  'fs' is not a date. */
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
	/* Only an hour without minutes would not be a date. */
	buf_puts(&text, i == 4 ? ":00" : "");
	if (i >= 3)
		pelican->date = value_new_text(&site->arena, v->key,
		    arena_strdup(&site->arena, text.bytes), v);
	buf_release(&text);
}

/* MD_EXTENSIONS is the older name. */
static void
read_extensions(struct site *site, const struct pelican *pelican,
    struct diag *d)
{
	const struct p2f_value *map = get(pelican, "MARKDOWN");

	python_markdown_apply(site, get(pelican, "MD_EXTENSIONS"), d);
	python_markdown_apply(site, config_get(map, "extensions"), d);
	python_markdown_apply(site, config_get(map, "extension_configs"), d);
}

void
pelican_configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "SITENAME" }, { "description", "SITESUBTITLE" },
		{ "url", "SITEURL" }, { "author", "AUTHOR" },
		{ "language", "DEFAULT_LANG" }, { "timezone", "TIMEZONE" },
		{ "limit", "FEED_MAX_ITEMS" }
	};
	struct pelican *pelican = arena_alloc(&site->arena, sizeof *pelican);
	size_t i;

	site->own = pelican;
	for (i = 0; i < 2; i++)
		pelican->maps[i] = config_read(site, pelican_files[i], d);
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		config_set(site, keys[i].setting, get(pelican, keys[i].path),
		    d);
	/* For feeds, Pelican strips its markup, as for titles of posts. */
	if (site->title != NULL)
		site->title = plain_title(&site->arena, site->title);
	/* In a list of names that may be code. */
	for (i = 0; i < 2; i++)
		if (config_mentions(site->root, pelican_files[i],
		    "liquid_tags"))
			site->dialects |= TEMPLATE_LIQUID_TAGS;
	site->future = !value_is_false(get(pelican,
	    "WITH_FUTURE_DATES"));
	read_date(site, pelican);
	read_folders(site, pelican);
	read_rules(&site->arena, pelican);
	read_formats(pelican, d);
	read_terms(pelican, d);
	read_extensions(site, pelican, d);
	pattern_check(&site->arena, &pelican->file_pattern,
	    "FILENAME_METADATA", get(pelican, "FILENAME_METADATA"), d);
	pattern_check(&site->arena, &pelican->path_pattern, "PATH_METADATA",
	    get(pelican, "PATH_METADATA"), d);
}

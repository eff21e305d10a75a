/*
 * Hexo: which folder is the top of a site, which files are posts, and what
 * their paths say.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/text.h"
#include "front/value.h"
#include "generators/generators.h"
#include "generators/hexo.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

static const char *const settings_files[] = { "_config.yml", "_config.yaml",
    "_config.json", NULL };

/*
 * Settings that Jekyll, whose file has the same name, does not have.  They
 * must begin a line, or be quoted as in JSON, since themes mention them in
 * comments.
 */
static bool
has_own_settings(const char *folder, const char *file)
{
	static const char *const keys[] = {
		"\nnew_post_name:", "\nskip_render:", "\npublic_dir:",
		"\nupdated_option:", "\npost_asset_folder:",
		"\nfilename_case:", "\nrender_drafts:", "\"new_post_name\"",
		"\"skip_render\"", "\"public_dir\"", NULL
	};

	return config_mentions_any(folder, file, keys);
}

static bool
is_top(const char *folder)
{
	/* Octopress is Jekyll with posts in source/_posts, as set by
	   `source`. */
	static const char *const rubies[] = { "Gemfile", "Rakefile", NULL };
	const char *file = config_first(folder, settings_files);

	if (file == NULL)
		return false;
	return config_mentions(folder, "package.json", "\"hexo\"") ||
	    config_exists(folder, "scaffolds") ||
	    has_own_settings(folder, file) ||
	    (config_exists(folder, "source/_posts") &&
	    config_first(folder, rubies) == NULL &&
	    !config_mentions(folder, file, "\nsource:"));
}

static void
configure(struct site *site, struct diag *d)
{
	hexo_configure(site, config_first(site->root, settings_files), d);
}

static bool
is_any_of(const struct p2f_value *patterns, const char *path)
{
	const char *pattern = value_text(patterns);
	size_t i = 0;

	if (pattern != NULL)
		return glob_match(GLOB_MICROMATCH, pattern, path);
	while ((pattern = value_next_text(patterns, &i)) != NULL)
		if (glob_match(GLOB_MICROMATCH, pattern, path))
			return true;
	return false;
}

/* Whether a name in the path begins with '_' or '.'. */
static bool
is_hidden(const char *path)
{
	for (; path != NULL; path = strchr(path, '/')) {
		path += *path == '/';
		if (*path == '_' || *path == '.')
			return true;
	}
	return false;
}

static const char *
why_no_post(const struct hexo *hexo, const char *in_source, const char *path)
{
	if (path[strlen(path) - 1] == '%')
		return "an editor's file to Hexo";
	if (is_any_of(config_get(hexo->settings, "skip_render"), in_source))
		return "left out by skip_render";
	if (hexo->has_asset_folders && strcmp(file_extension(path),
	    file_extension(hexo->name_rule)) != 0)
		return "with post_asset_folder, posts have the extension of "
		    "new_post_name";
	return NULL;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct hexo *hexo = site->own;
	const char *in_source = hexo_below(path, hexo->source_dir);
	const char *in_posts = in_source == NULL ? NULL :
	    hexo_below_posts(in_source);

	/* Folders that lead to the posts. */
	if (is_folder && (hexo_below(hexo->source_dir, path) != NULL ||
	    (in_posts != NULL && *in_posts == '\0')))
		return NULL;
	if (in_posts == NULL)
		return hexo->elsewhere;
	if (is_hidden(in_posts))
		return "Hexo skips names that begin with _ or a period";
	if (is_any_of(config_get(hexo->settings, "ignore"), path))
		return "left out by ignore";
	return is_folder ? NULL : why_no_post(hexo, in_source, in_posts);
}

/* Placeholders for a date, and those that Hexo does not pass on. */
static bool
is_reserved(const char *word)
{
	static const char *const names[] = { "title", "year", "month", "day",
	    "i_month", "i_day", "hash", NULL };

	return text_is_any(word, names);
}

/* Add the date in a file name, from the placeholders of the rule. */
static void
add_day(struct arena *a, const struct p2f_value *words,
    struct arena_list *list)
{
	const struct p2f_value *year = value_get_exact(words, "year");
	const struct p2f_value *month = value_get_exact(words, "month");
	const struct p2f_value *day = value_get_exact(words, "day");
	struct p2f_value *date = arena_alloc(a, sizeof *date);

	if (month == NULL)
		month = value_get_exact(words, "i_month");
	if (day == NULL)
		day = value_get_exact(words, "i_day");
	if (year == NULL || month == NULL || day == NULL)
		return;
	*date = *value_new_text(a, "date", arena_printf(a, "%s-%s-%s",
	    year->text, month->text, day->text), year);
	/* If it were quoted, it would be a day in UTC. */
	date->plain = true;
	arena_list_add(a, list, date);
}

/* The path of a post counts as front matter: `:lang/:title.md` sets lang. */
static const struct p2f_value *
defaults(const struct site *site, struct post *post)
{
	const struct hexo *hexo = site->own;
	struct hexo_place place = hexo_place_of(post, hexo);
	struct arena_list list = { 0 };
	size_t i;

	if (place.words == NULL)
		return NULL;
	for (i = 0; place.words->items[i] != NULL; i++)
		if (!is_reserved(place.words->items[i]->key))
			arena_list_add(&post->arena, &list,
			    place.words->items[i]);
	add_day(&post->arena, place.words, &list);
	return value_of_items(&post->arena, P2F_MAP, &list, place.words);
}

static bool
has_terms(const struct post *post, const char *key, const char *other)
{
	const struct p2f_value *v = value_get(post->meta, key);

	if (v == NULL || v->kind == P2F_NULL)
		v = value_get(post->meta, other);
	return v != NULL && v->kind != P2F_NULL &&
	    (v->kind != P2F_LIST || v->items[0] != NULL);
}

static int
compare_name(const void *name, const void *term)
{
	return strcmp(((const struct p2f_value *)name)->text, term);
}

/* Hide a post if hexo-blog-encrypt has a password for its tag.  A password of
   its own has priority: "" means none. */
static void
hide_encrypted(struct post *post, const struct hexo *hexo)
{
	const struct p2f_value *name;
	const struct p2f_category *tag;
	size_t i;

	if (hexo->encrypted.count == 0 || post->facts.hidden != NULL ||
	    hexo_has_password(post->meta))
		return;
	for (i = 0; i < post->facts.tags.count; i++) {
		tag = post->facts.tags.items[i];
		name = arena_list_find(&hexo->encrypted, tag->term,
		    compare_name);
		if (name != NULL)
			post->facts.hidden = value_with_key(&post->arena,
			    "tags", name);
	}
}

/* Hexo does not use other generators' keys for tags and categories; and a post
   that `expires` is only marked as old. */
static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	(void)d;
	if (!has_terms(post, "tags", "tag"))
		post->facts.tags = (struct arena_list){ 0 };
	if (!has_terms(post, "categories", "category"))
		post->facts.categories = (struct arena_list){ 0 };
	post->facts.expires = NULL;
	hide_encrypted(post, site->own);
}

const struct generator generator_hexo = {
	.name = "hexo",
	.title = "Hexo",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_HEXO | TEMPLATE_CAPTIONS,
	.markdown = MARKDOWN_WIDE_MARKS | MARKDOWN_DEFINITIONS,
	.split = SPLIT_NOTHING,
	/* Only in the default source_dir. */
	.published = (const char *const []){ "source", NULL },
	.takes_tabs = true,
	.files = settings_files,
	.is_top = is_top,
	.configure = configure,
	.skip_reason = skip_reason,
	.defaults = defaults,
	.complete = complete,
	.url = hexo_url,
	.files_url = hexo_files_url,
	.image = hexo_image
};

/*
 * Nikola
 *
 * conf.py is a program, of which plain assignments are read.  Of its two kinds
 * of pages, those in POSTS are in its feeds.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/nikola.h"
#include "generators/numeric_date.h"
#include "generators/paths.h"
#include "generators/pattern.h"
#include "generators/python_markdown.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

static const char *const names[] = { "conf.py", NULL };

static bool
is_top(const char *folder)
{
	return config_mentions(folder, names[0], "BLOG_TITLE");
}

static const char *
text_of(const struct p2f_value *v, const char *standard)
{
	return value_text(v) == NULL ? standard : v->text;
}

/* Add a rule: a folder, and a pattern for names of files at any depth in it. */
static struct nikola_rule *
add_rule(struct arena *a, struct nikola *nikola, const char *wildcard)
{
	struct nikola_rule *rule = arena_alloc(a, sizeof *rule);

	while (text_has_prefix(wildcard, "./"))
		wildcard += 2;
	rule->folder = path_folder(a, wildcard);
	rule->name = file_base_name(wildcard);
	arena_list_add(a, &nikola->rules, rule);
	return rule;
}

static void
read_posts(struct arena *a, struct nikola *nikola,
    const struct p2f_value *map)
{
	const struct p2f_value *posts = config_get(map, "POSTS");
	const struct p2f_value *const *rule, *const *parts;

	for (rule = value_items(posts, P2F_LIST); *rule != NULL; rule++) {
		parts = value_items(*rule, P2F_LIST);
		if (value_text(parts[0]) != NULL)
			add_rule(a, nikola, parts[0]->text)->destination =
			    parts[1];
	}
	if (nikola->rules.count == 0)
		add_rule(a, nikola, "posts/*.*")->destination =
		    value_new_text(a, "POSTS", "posts", NULL);
}

static void
read_languages(struct site *site, struct nikola *nikola,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *all = config_get(map, "TRANSLATIONS"), *v;
	const struct p2f_value *const *items = value_items(all, P2F_MAP);
	struct arena *a = &site->arena;
	struct nikola_language *other;

	nikola->prefix = "";
	for (; (v = *items) != NULL; items++) {
		if (strcmp(v->key, nikola->language) == 0 ||
		    strcmp(v->key, "DEFAULT_LANG") == 0) {
			nikola->prefix = text_of(v, "");
			continue;
		}
		other = arena_alloc(a, sizeof *other);
		other->code = v->key;
		other->prefix = text_of(v, "");
		arena_list_add(a, &nikola->others, other);
		arena_list_add(a, &site->languages, other->code);
	}
	if (nikola->others.count == 0)
		return;
	arena_list_add(a, &site->languages, nikola->language);
	if (!site_is_set(site, "language"))
		config_set_text(site, "language", nikola->language, all, d);
}

static void
read_rules(struct nikola *nikola, const struct p2f_value *map)
{
	nikola->has_plain_urls = config_is_false(map, "PRETTY_URLS");
	nikola->has_plain_slugs = config_is_false(map, "USE_SLUGIFY");
	nikola->keeps_marks = config_is_false(map, "USE_TAG_METADATA");
	if (!config_is_false(map, "STRIP_INDEXES"))
		nikola->index_file = text_of(config_get(map, "INDEX_FILE"),
		    "index.html");
	nikola->pattern = text_of(config_get(map, "FILE_METADATA_REGEXP"),
	    NULL);
}

/* The author in a language, with the mail address, which is common to all. */
static const struct p2f_value *
author_of(struct site *site, const char *language)
{
	const struct nikola *nikola = site->own;
	const struct p2f_value *name = nikola_localized(nikola,
	    config_get(nikola->map, "BLOG_AUTHOR"), language);
	const char *mail = text_of(config_get(nikola->map, "BLOG_EMAIL"),
	    NULL);

	return mail == NULL || value_text(name) == NULL ? name :
	    value_new_text(&site->arena, name->key, arena_printf(&site->arena,
	    "%s <%s>", name->text, mail), name);
}

/* Apply settings in the language of the feed, which may differ. */
static void
settle(struct site *site, struct diag *d)
{
	const struct nikola *nikola = site->own;

	if (site->language == NULL)
		return;
	config_replace(site, "title", nikola_localized(nikola,
	    config_get(nikola->map, "BLOG_TITLE"), site->language), d);
	config_replace(site, "description", nikola_localized(nikola,
	    config_get(nikola->map, "BLOG_DESCRIPTION"), site->language), d);
	config_replace(site, "author", author_of(site, site->language), d);
}

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "BLOG_TITLE" },
		{ "description", "BLOG_DESCRIPTION" },
		{ "url", "SITE_URL" }, { "url", "BASE_URL" },
		{ "language", "DEFAULT_LANG" }, { "timezone", "TIMEZONE" },
		{ "limit", "FEED_LENGTH" }
	};
	struct nikola *nikola = arena_alloc(&site->arena, sizeof *nikola);
	const struct p2f_value *map = config_read(site, "conf.py", d);
	size_t i;

	site->own = nikola;
	nikola->map = map;
	nikola->language = text_of(config_get(map, "DEFAULT_LANG"), "en");
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		config_set(site, keys[i].setting, nikola_localized(nikola,
		    config_get(map, keys[i].path), nikola->language), d);
	config_set(site, "author", author_of(site, nikola->language), d);
	if (config_is_true(map, "FUTURE_IS_NOW"))
		site->future = true;
	read_posts(&site->arena, nikola, map);
	read_languages(site, nikola, map, d);
	read_rules(nikola, map);
	python_markdown_apply(site, config_get(map, "MARKDOWN_EXTENSIONS"), d);
	pattern_check(&site->arena, &nikola->pattern, "FILE_METADATA_REGEXP",
	    config_get(map, "FILE_METADATA_REGEXP"), d);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct nikola *nikola = site->own;
	const struct nikola_rule *rule;
	struct arena scratch = { 0 };
	bool found = false;
	size_t i;

	for (i = 0; (rule = nikola->rules.items[i]) != NULL; i++)
		found = found || paths_leads_to(path, true, rule->folder);
	if (!is_folder)
		found = nikola_rule(&scratch, nikola, path) != NULL;
	arena_release(&scratch);
	return found ? NULL : "not in POSTS of conf.py";
}

/* Metadata in a file name, by FILE_METADATA_REGEXP. */
static const struct p2f_value *
from_name(struct arena *a, const struct nikola *nikola, const char *inside)
{
	struct arena_list items = { 0 };

	if (nikola->pattern != NULL)
		pattern_match(a, nikola->pattern, text_clean_name(a, inside),
		    &items);
	return value_of_items(a, P2F_MAP, &items, NULL);
}

/* Append the front matter of a file of the site to a map, if it exists. */
static const struct p2f_value *
add_front(struct arena *a, const struct site *site,
    const struct p2f_value *map, const char *path)
{
	struct diag d = { .options = &diag_quiet };

	if (config_exists(site->root, path))
		map = value_overlay(a, map, config_read_front(a,
		    config_path(a, site, path), &d));
	diag_release(&d);
	return map;
}

/*
 * A post may have its front matter in a file next to it, a.meta for a.md; and
 * a translation, a.es.md, inherits from the original.
 */
static const struct p2f_value *
defaults(const struct site *site, struct post *post)
{
	static const char *const dates[] = { "date", "updated", NULL };
	struct arena *a = &post->arena;
	const char *inside = post->inside, *extension = file_extension(inside);
	const struct nikola_language *language = nikola_language(a, site->own,
	    inside);
	size_t n = strlen(inside) - strlen(extension);
	const struct p2f_value *map = add_front(a, site, value_empty_map(a),
	    arena_printf(a, "%.*s.meta", (int)n, inside));

	numeric_dates(post, dates, "/-.");
	map = value_overlay(a, map, from_name(a, site->own, inside));
	if (language == NULL)
		return map;
	n -= strlen(language->code) + 1;
	map = add_front(a, site, map, arena_printf(a, "%.*s.meta", (int)n,
	    inside));
	return add_front(a, site, map, arena_printf(a, "%.*s%s", (int)n,
	    inside, extension));
}

/* The tags `draft` and `private` hide a post, and are not real tags. */
static void
take_marks(struct post *post)
{
	const struct p2f_value *v = post->facts.from[FIELD_TAGS];
	struct arena_list tags = { 0 };
	const struct p2f_category *tag;
	size_t i;

	for (i = 0; i < post->facts.tags.count; i++) {
		tag = post->facts.tags.items[i];
		if (ascii_equal(tag->term, "draft"))
			post->facts.draft = value_new_text(&post->arena,
			    v->key, "draft", v);
		else if (strcmp(tag->term, "private") == 0)
			post->facts.hidden = v;
		else
			arena_list_add(&post->arena, &tags, tag);
	}
	post->facts.tags = tags;
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct nikola *nikola = site->own;
	const struct nikola_language *language = nikola_language(&post->arena,
	    nikola, post->inside);

	(void)d;
	facts_set_category(post);
	if (!nikola->keeps_marks)
		take_marks(post);
	if (nikola->others.count > 0)
		facts_set_language(post, language == NULL ? nikola->language :
		    language->code);
}

/* link://filename/posts/rain.md, link://slug/rain, link://root */
static const char *
find_link(struct arena *a, const struct post *post, const struct site *site,
    const char *text)
{
	const struct nikola *nikola = site->own;
	const struct nikola_rule *rule;
	const char *slug, *lines = "";
	size_t i;

	(void)post;
	if (ascii_has_prefix(text, "link://filename/"))
		return text + strlen("link://filename/");
	if (strcmp(text, "link://root") == 0)
		return permalink_join(a, site, "/");
	if (!ascii_has_prefix(text, "link://slug/"))
		return NULL;
	slug = text + strlen("link://slug/");
	for (i = 0; (rule = nikola->rules.items[i]) != NULL; i++)
		lines = arena_printf(a, "%s%s\n", lines, path_join(a,
		    rule->folder, arena_printf(a, GENERATOR_DEEP "%s",
		    slug)));
	return lines;
}

const struct generator generator_nikola = {
	.name = "nikola",
	.title = "Nikola",
	.dialects = TEMPLATE_ANY | TEMPLATE_NIKOLA |
	    TEMPLATE_ADMONITIONS,
	.markdown = MARKDOWN_EXTRA,
	.published = (const char *const []){ "files", NULL },
	.split = SPLIT_COMMAS,
	.needs_date = true,
	.has_hilite = true,
	.takes_underline = true,
	.files = names,
	.is_top = is_top,
	.configure = configure,
	.settle = settle,
	.skip_reason = skip_reason,
	.defaults = defaults,
	.complete = complete,
	.url = nikola_url,
	.link = find_link
};

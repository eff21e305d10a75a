/*
 * Hugo: its settings, and facts of a post.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/hugo.h"
#include "markdown/markdown.h"
#include "post/language.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

/* The first ones are set once the language is known. */
#define SETTINGS_OF_LANGUAGE 3

static const struct config_key settings[] = {
	{ "title", "title" },
	{ "description", "params.description" },
	{ "rights", "copyright" },
	{ "timezone", "timezone" },
	{ "drafts", "builddrafts" },
	{ "future", "buildfuture" },
	{ "expired", "buildexpired" },
	{ "hard-wraps", "markup.goldmark.renderer.hardwraps" }
};

static const struct p2f_value *
get(const struct hugo *hugo, const char *key)
{
	return hugo_get_in(hugo, hugo->main, key);
}

/* A map without a name is a setting of a theme. */
static const struct p2f_value *
find_author(const struct hugo *hugo, const struct hugo_language *language)
{
	static const char *const keys[] = { "params.author", "author" };
	const struct p2f_value *v;
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++) {
		v = hugo_get_in(hugo, language, keys[i]);
		if (v != NULL && (v->kind != P2F_MAP ||
		    hugo_get(v, "name") != NULL))
			return v;
	}
	return NULL;
}

/* "/" and "" are for sites that can be at any URL. */
static void
set_url(struct site *site, const struct hugo *hugo, struct diag *d)
{
	const struct p2f_value *v = get(hugo, "baseurl");
	const char *text = value_text(v);

	if (text != NULL && strcmp(text, "/") != 0)
		config_set(site, "url", v, d);
}

/* -1, the default, means no limit. */
static void
set_limit(struct site *site, const struct hugo *hugo, struct diag *d)
{
	const struct p2f_value *v = get(hugo, "services.rss.limit");
	const char *text;

	if (v == NULL)
		v = get(hugo, "rsslimit");
	text = value_text(v);
	if (text != NULL && strtol(text, NULL, 10) > 0)
		config_set(site, "limit", v, d);
}

/* English, the default, says nothing about the posts, so it is not set. */
static void
set_language(struct site *site, const struct hugo *hugo, struct diag *d)
{
	static const char *const keys[] = {
		"locale", "languagecode", "defaultcontentlanguage"
	};
	const struct p2f_value *v = NULL;
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys && v == NULL; i++)
		v = get(hugo, keys[i]);
	if (v != NULL)
		config_set(site, "language", v, d);
	else if (hugo->main->own != NULL)
		config_set_text(site, "language", hugo->main->tag,
		    hugo->main->own, d);
}

static void
check_patterns(struct arena *a, const struct p2f_value *v, struct diag *d)
{
	const char *problem;
	size_t i;

	if (v->kind == P2F_TEXT) {
		problem = hugo_pattern_problem(a, v->text);
		if (problem != NULL)
			diag_report(d, DIAG_CONFIG, value_place(NULL, v),
			    "permalinks: %s %s; the URLs of its posts are "
			    "unknown", quote(v->text).text, problem);
		return;
	}
	for (i = 0; v->kind != P2F_NULL && v->items[i] != NULL; i++)
		if (v->items[i]->key == NULL ||
		    !ascii_equal(v->items[i]->key, "target"))
			check_patterns(a, v->items[i], d);
}

/* Report content mounted from folders other than those of content. */
static void
report_mounts(const struct hugo *hugo, struct diag *d)
{
	const struct p2f_value *const *mount = value_items(hugo_get(
	    hugo->config, "module.mounts"), P2F_LIST), *target, *source;

	for (; *mount != NULL; mount++) {
		target = hugo_get(*mount, "target");
		source = hugo_get(*mount, "source");
		if (value_text(target) == NULL || value_text(source) == NULL ||
		    !text_has_prefix(target->text, "content") ||
		    strcmp(source->text, hugo->main->folder) == 0)
			continue;
		diag_report(d, DIAG_CONFIG, value_place(NULL, source),
		    "module.mounts: %s is not searched for posts (only "
		    "contentDir is; name the folder to add it)",
		    quote(source->text).text);
	}
}

static void
configure(struct site *site, struct diag *d)
{
	struct hugo *hugo = arena_alloc(&site->arena, sizeof *hugo);
	const struct hugo_language *language;
	size_t i;

	site->own = hugo;
	hugo->config = hugo_read_config(site, d);
	hugo->keeps_case = value_is_true(hugo_get(hugo->config,
	    "disablepathtolower"));
	hugo->drops_accents = value_is_true(hugo_get(hugo->config,
	    "removepathaccents"));
	hugo_read_languages(site, hugo);
	for (i = SETTINGS_OF_LANGUAGE; i < sizeof settings / sizeof *settings;
	    i++)
		config_set(site, settings[i].setting, get(hugo,
		    settings[i].path), d);
	set_url(site, hugo, d);
	set_limit(site, hugo, d);
	set_language(site, hugo, d);
	site->is_root = value_is_true(hugo_get(hugo->config,
	    "canonifyurls")) || value_is_true(hugo_get(hugo->config,
	    "relativeurls"));
	if (value_is_true(hugo_get(hugo->config, "enableemoji")))
		site->markdown |= MARKDOWN_EMOJI;
	hugo_read_dates(site, hugo);
	hugo_read_ignored(site, hugo, d);
	hugo_read_indexes(site, hugo, d);
	site->people = hugo_people(&site->arena, hugo);
	if (site->people == NULL)
		site->people = config_read_table(site, "data/authors", d);
	for (i = 0; (language = hugo->languages.items[i]) != NULL; i++)
		if (language->permalinks != NULL)
			check_patterns(&site->arena, language->permalinks, d);
	report_mounts(hugo, d);
}

/* The language of the feed, or else the default one. */
static const struct hugo_language *
find_language(const struct hugo *hugo, const char *tag)
{
	const struct hugo_language *this;
	size_t i;

	if (tag == NULL || !hugo->is_multilingual)
		return hugo->main;
	for (i = 0; (this = hugo->languages.items[i]) != NULL; i++)
		if (!this->is_disabled && language_covers(tag, this->tag))
			return this;
	return hugo->main;
}

/* Unless post2feed.yaml or the command line sets it. */
static void
set_default(struct site *site, const char *setting, const struct p2f_value *v,
    struct diag *d)
{
	if (!site_is_set(site, setting))
		config_set(site, setting, v, d);
}

static void
settle(struct site *site, struct diag *d)
{
	const struct hugo *hugo = site->own;
	const struct hugo_language *language = find_language(hugo,
	    site->language);
	size_t i;

	for (i = 0; i < SETTINGS_OF_LANGUAGE; i++)
		set_default(site, settings[i].setting, hugo_get_in(hugo,
		    language, settings[i].path), d);
	set_default(site, "author", find_author(hugo, language), d);
}

/*
 * Layouts of pages by which themes search and list posts.  Their own feeds
 * omit these.
 */
static const struct p2f_value *
find_layout(const struct post *post)
{
	static const char *const layouts[] = { "search", "archives", NULL };
	const struct p2f_value *layout = hugo_get(post->meta, "layout");

	return value_text(layout) != NULL &&
	    text_is_any(layout->text, layouts) ? layout : NULL;
}

/* A page that is not listed, or not published on its own. */
static const struct p2f_value *
find_hiding(const struct post *post, const struct hugo_page *page)
{
	static const char *const maps[] = { "build", "_build" };
	const struct p2f_value *map, *list, *render, *headless;
	size_t i;

	for (i = 0; i < sizeof maps / sizeof *maps; i++) {
		map = hugo_get(post->meta, maps[i]);
		list = hugo_get(map, "list");
		render = hugo_get(map, "render");
		if (value_text(list) != NULL && (value_is_false(list) ||
		    ascii_equal(list->text, "never") ||
		    ascii_equal(list->text, "local")))
			return list;
		if (value_text(render) != NULL && (value_is_false(render) ||
		    ascii_equal(render->text, "never")))
			return render;
	}
	headless = hugo_get(post->meta, "headless");
	return page->is_leaf && value_is_true(headless) ? headless :
	    find_layout(post);
}

/* `draft: false` overrides `published: false`. */
static void
correct_draft(struct post *post)
{
	const struct p2f_value *draft = hugo_get(post->meta, "draft");

	if (value_is_false(draft) && post->facts.draft != NULL)
		post->facts.draft = post->facts.from[FIELD_DRAFT] = NULL;
}

/* Pages in a section are published only when the section is. */
static void
inherit_state(struct post *post, const struct site *site,
    const struct hugo_index *section)
{
	struct arena *a = &post->arena;
	const struct p2f_value *draft = hugo_get(section->meta, "draft");
	const struct p2f_date *date;

	if (value_is_true(draft))
		post->facts.draft = post->facts.from[FIELD_DRAFT] = draft;
	date = hugo_date_of_keys(a, site, section->meta, HUGO_PUBLISH).date;
	if (date != NULL && (post->appears == NULL ||
	    post->appears->seconds < date->seconds))
		post->appears = date;
	date = hugo_date_of_keys(a, site, section->meta, HUGO_EXPIRY).date;
	if (date != NULL && (post->facts.expires == NULL ||
	    post->facts.expires->seconds > date->seconds))
		post->facts.expires = date;
}

/* Albums mark the image that represents them with `cover: true`. */
static const char *
name_of_resource(const struct p2f_value *item)
{
	if (value_is_true(hugo_get(item, "params.cover")))
		return "feature";
	return value_text(hugo_get(item, "name"));
}

/* The file of a resource that represents the page, or NULL. */
static const struct p2f_value *
image_of_resources(const struct p2f_value *list)
{
	const struct p2f_value *const *item = value_items(list, P2F_LIST);
	const struct p2f_value *file, *found = NULL;
	const char *name;
	unsigned how, best = 0;

	for (; *item != NULL; item++) {
		file = hugo_get(*item, "src");
		name = name_of_resource(*item);
		if (value_text(file) == NULL || name == NULL ||
		    strchr(file->text, '*') != NULL)
			continue;
		how = hugo_shows(file->text, name);
		if (how > best) {
			found = file;
			best = how;
		}
	}
	return found;
}

/* Like Hugo's own templates, if the front matter sets no image. */
static void
set_image(struct post *post, const struct hugo *hugo)
{
	const struct p2f_value *v = image_of_resources(hugo_get(post->meta,
	    "resources"));
	size_t n = (size_t)(file_base_name(post->inside) - post->inside);
	const char *name = hugo_image(hugo, post->inside, n - 1);
	struct buf url = { 0 };

	if (v == NULL && name != NULL) {
		url_encode_segment(&url, name);
		v = value_new_text(&post->arena, "resources",
		    arena_take(&post->arena, &url), NULL);
	}
	post->facts.image = v;
}

/*
 * Images for social networks are below the URL of the site, except those of a
 * bundle.
 */
static void
place_image(struct post *post, const struct site *site,
    const struct hugo_page *page)
{
	const struct p2f_value *v = post->facts.image;
	const char *name = file_base_name(post->path), *text, *url;

	if (v == NULL || post->facts.from[FIELD_IMAGE] == NULL ||
	    post->facts.from[FIELD_IMAGE] != hugo_get(post->meta, "images"))
		return;
	text = v->text;
	if (*text == '/' || url_is_absolute(text) || (page->is_leaf &&
	    config_exists(arena_span(&post->arena, post->path, name), text)))
		return;
	url = permalink_join(&post->arena, site, text);
	if (url != NULL)
		post->facts.image = value_new_text(&post->arena, "images",
		    url, v);
}

/* The language of a file is not part of its name. */
static void
set_name(struct post *post, const struct hugo_page *page)
{
	struct civil day;

	post->name = text_clean_name(&post->arena, page->name);
	if (post->facts.slug != NULL)
		return;
	post->slug = post->name + date_of_name(post->name, &day);
	if (*post->slug == '\0')
		post->slug = post->name;
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct hugo *hugo = site->own;
	const struct p2f_value *hiding;
	struct arena_list sections;
	struct hugo_page page;
	size_t i;

	(void)d;
	if (!hugo_page_of(&post->arena, hugo, post->inside, &page))
		return;
	hugo_set_dates(post, site);
	correct_draft(post);
	sections = hugo_sections_above(&post->arena, hugo, &page);
	for (i = 0; i < sections.count; i++)
		inherit_state(post, site, sections.items[i]);
	set_name(post, &page);
	place_image(post, site, &page);
	if (page.is_leaf && post->facts.image == NULL)
		set_image(post, hugo);
	facts_render_summary(post, MARKDOWN_GOLDMARK);
	hiding = find_hiding(post, &page);
	if (hiding != NULL)
		post->facts.hidden = post->facts.from[FIELD_HIDDEN] = hiding;
	if (hugo->is_multilingual)
		facts_set_language(post, page.language->tag);
}

static void
release(const struct site *site)
{
	if (site->own != NULL)
		hugo_release_ignored(site->own);
}

const struct generator generator_hugo = {
	.name = "hugo",
	.title = "Hugo",
	.dialects = TEMPLATE_HUGO | TEMPLATE_KRAMDOWN,
	.markdown = MARKDOWN_GOLDMARK,
	.published = (const char *const []){ "static", NULL },
	.split = SPLIT_NOTHING,
	.takes_underline = true,
	.files = hugo_files,
	.is_top = hugo_has_config,
	.configure = configure,
	.settle = settle,
	.skip_reason = hugo_skip_reason,
	.defaults = hugo_defaults,
	.complete = complete,
	.url = hugo_url,
	.link = hugo_link,
	.files_url = hugo_files_url,
	.image = hugo_image_url,
	.release = release
};

/*
 * Jekyll: its settings.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "front/value.h"
#include "generators/generators.h"
#include "generators/jekyll.h"
#include "html/plain.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

/* A longer list of languages is not that of a multilingual plugin. */
#define MAX_LANGUAGES 100

/* In the order in which Jekyll tries them. */
static const char *const names[] = {
	"_config.yml", "_config.yaml", "_config.toml", NULL
};

/* The text of a setting, trimmed; or NULL. */
static const char *
setting_text(struct arena *a, const struct jekyll *own, const char *key)
{
	return value_trimmed(a, jekyll_setting(own, key));
}

/* A folder, "a/b" or "./a/b/", as "a/b/"; "" for the top. */
static const char *
folder_setting(struct arena *a, const struct jekyll *own, const char *key)
{
	const char *text = setting_text(a, own, key);
	size_t n;

	while (text != NULL && (text[0] == '/' ||
	    (text[0] == '.' && text[1] == '/')))
		text++;
	n = text == NULL ? 0 : path_cut_slashes(text, strlen(text));
	if (n == 0 || (n == 1 && text[0] == '.'))
		return "";
	return arena_printf(a, "%.*s/", (int)n, text);
}

/* Configuration::STYLE_TO_PERMALINK.  They are only valid for `permalink`. */
static const char *
pattern_of_style(const char *style)
{
	static const struct {
		const char *style, *pattern;
	} styles[] = {
		{ "none", "/:categories/:title:output_ext" },
		{ "date", "/:categories/:year/:month/:day/:title:output_ext" },
		{ "ordinal", "/:categories/:year/:y_day/:title:output_ext" },
		{ "pretty", "/:categories/:year/:month/:day/:title/" },
		{ "weekdate", "/:categories/:year/W:week/:short_day/"
		    ":title:output_ext" }
	};
	size_t i;

	for (i = 0; i < sizeof styles / sizeof *styles; i++)
		if (strcmp(styles[i].style, style) == 0)
			return styles[i].pattern;
	return style;
}

/* All posts would have the same problem, so it is reported once. */
static const char *
checked_pattern(struct site *site, const char *pattern,
    const struct p2f_value *v, struct diag *d)
{
	const char *name = jekyll_unknown_placeholder(&site->arena, pattern);

	if (name == NULL)
		return pattern;
	diag_report(d, DIAG_CONFIG, value_place(NULL, v), "permalink: Jekyll "
	    "has no placeholder :%s; posts get no URL from it", name);
	return NULL;
}

static void
set_permalink(struct site *site, struct jekyll *own, struct diag *d)
{
	const struct p2f_value *v = jekyll_setting(own, "permalink");
	const struct p2f_value *posts = jekyll_get(jekyll_collection(own,
	    "posts"), "permalink");
	const char *style = setting_text(&site->arena, own, "permalink");

	own->style = style == NULL ? "date" : style;
	if (value_text(posts) != NULL)
		own->permalink = checked_pattern(site, posts->text, posts, d);
	else
		own->permalink = checked_pattern(site,
		    pattern_of_style(own->style), v, d);
}

/* Set the URL from a `baseurl` that has all of it, with a trailing slash;
   false if it is not one, or doubtful, such as that of a local server. */
static bool
set_whole_url(struct site *site, const struct jekyll *own, const char *base,
    struct diag *d)
{
	config_set_text(site, "url", arena_printf(&site->arena, "%s%s", base,
	    text_has_suffix(base, "/") ? "" : "/"),
	    jekyll_setting(own, "baseurl"), d);
	return site->url != NULL && !site->is_url_doubtful;
}

/* Whether a URL, without trailing slashes, already ends in a path. */
static bool
has_path(const char *url, const char *path, size_t n)
{
	size_t length = path_cut_slashes(url, strlen(url));

	return length > n + 1 && url[length - n - 1] == '/' &&
	    url[length - n - 2] != '/' &&
	    strncmp(url + length - n, path, n) == 0;
}

/*
 * Join `url` and `baseurl` by one slash, unless the latter is in both, as some
 * sites' own feed templates need it.  Sites that never set the former for
 * Jekyll often have their own name for it, or all of it in the latter.
 */
static void
set_url(struct site *site, const struct jekyll *own, struct diag *d)
{
	static const char *const keys[] = {
		"url", "production_url", "base-url", "base_url"
	};
	const char *url = NULL;
	const char *base = setting_text(&site->arena, own, "baseurl");
	const struct p2f_value *v = NULL;
	size_t i, n;

	if (base != NULL && url_is_absolute(base)) {
		if (set_whole_url(site, own, base, d))
			return;
		base = NULL;
	}
	for (i = 0; i < sizeof keys / sizeof *keys && url == NULL; i++) {
		url = setting_text(&site->arena, own, keys[i]);
		v = jekyll_setting(own, keys[i]);
	}
	if (url == NULL) {
		v = config_url_of_cname(site, "CNAME", d);
		url = value_text(v);
	}
	if (url == NULL)
		return;
	base = base == NULL ? "" : base + strspn(base, "/");
	n = path_cut_slashes(base, strlen(base));
	if (has_path(url, base, n))
		n = 0;
	/* The home page is a folder: relative links start there. */
	config_set_text(site, "url", arena_printf(&site->arena,
	    "%.*s/%.*s%s", (int)path_cut_slashes(url, strlen(url)), url,
	    (int)n, base, n > 0 ? "/" : ""), v, d);
}

/* Set an image of the feed: absolute, or a file of the site. */
static void
set_image(struct site *site, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	const char *text = value_trimmed(&site->arena, v), *url;

	if (text == NULL || (strstr(text, "://") == NULL && site->url == NULL))
		return;
	url = permalink_of_file(&site->arena, site, text);
	config_set_text(site, setting, url == NULL ? text : url, v, d);
}

/* Read the author table: one file, or one for each author. */
static void
read_people(struct site *site, const struct jekyll *own, struct diag *d)
{
	static const char *const tables[] = { "authors", "members" };
	const char *folder = folder_setting(&site->arena, own, "data_dir");
	size_t i;

	if (*folder == '\0')
		folder = "_data/";
	for (i = 0; site->people == NULL &&
	    i < sizeof tables / sizeof *tables; i++)
		site->people = config_read_table(site, arena_printf(
		    &site->arena, "%s%s%s", own->source, folder, tables[i]),
		    d);
	/* The collection in Jekyll's own tutorial. */
	if (site->people == NULL)
		site->people = config_read_each(site, arena_printf(
		    &site->arena, "%s%s_authors", own->source,
		    own->collections), config_read_page, d);
}

static bool
names_somebody(struct arena *a, const struct p2f_value *v)
{
	static const char *const keys[] = {
		"name", "display_name", "title", "email"
	};
	size_t i;

	if (v == NULL || v->kind != P2F_MAP)
		return v != NULL;
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		if (config_text(a, v, keys[i]) != NULL)
			return true;
	return false;
}

/* A map of an author, named by a string or a map, with a mail address. */
static const struct p2f_value *
with_email(struct arena *a, const struct p2f_value *author,
    const struct p2f_value *email)
{
	struct arena_list items = { 0 };
	const struct p2f_value *map;

	if (author->kind == P2F_TEXT)
		arena_list_add(a, &items, value_with_key(a, "name", author));
	arena_list_add(a, &items, email);
	map = value_of_items(a, P2F_MAP, &items, author);
	return author->kind == P2F_MAP ? value_overlay(a, author, map) : map;
}

static void
set_author(struct site *site, const struct jekyll *own, struct diag *d)
{
	/* The last is for Chirpy, and for jekyll-seo-tag. */
	static const char *const keys[] = { "author", "owner", "social" };
	const struct p2f_value *v = NULL, *email;
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys && v == NULL; i++) {
		v = jekyll_setting(own, keys[i]);
		if (!names_somebody(&site->arena, v))
			v = NULL;
	}
	if (v == NULL)
		return;
	email = jekyll_setting(own, "email");
	if (v->kind == P2F_TEXT && jekyll_get(site->people, v->text) != NULL)
		email = NULL;
	if (value_text(email) != NULL && v->kind != P2F_LIST &&
	    strchr(value_text(v) == NULL ? "" : v->text, '@') == NULL)
		v = with_email(&site->arena, v, email);
	config_set(site, "author", v, d);
}

/* The smaller limit wins; 0 is none. */
static void
set_limit(struct site *site, const struct jekyll *own, struct diag *d)
{
	static const char *const keys[] = {
		"limit_posts", "feed.posts_limit"
	};
	const struct p2f_value *v;
	size_t i, before;

	for (i = 0; i < sizeof keys / sizeof *keys; i++) {
		v = jekyll_setting(own, keys[i]);
		if (value_text(v) == NULL || strcmp(v->text, "0") == 0)
			continue;
		before = site->limit;
		config_set(site, "limit", v, d);
		if (before > 0 && before < site->limit)
			site->limit = before;
	}
}

/* Set from the first of some keys that has text; NULL and "" do not count. */
static void
set_either(struct site *site, const char *setting,
    const char *const *keys, struct diag *d)
{
	const struct jekyll *own = site->own;
	const struct p2f_value *v;
	bool is_text = false;

	for (; *keys != NULL && !is_text; keys++) {
		v = jekyll_setting(own, *keys);
		is_text = setting_text(&site->arena, own, *keys) != NULL;
		config_set(site, setting, v, d);
	}
}

/* The default is the end of the first paragraph, which is not a marker. */
static void
set_separator(struct site *site, const struct jekyll *own, struct diag *d)
{
	static const char setting[] = "excerpt-separator";
	const struct p2f_value *v = value_get(own->config,
	    "excerpt_separator");

	if (v == NULL || (v->kind == P2F_TEXT &&
	    strcmp(v->text, SITE_PARAGRAPH) == 0))
		return;
	/* "" is significant here, as are spaces. */
	if (v->kind == P2F_NULL)
		config_set_text(site, setting, "none", v, d);
	else
		site_default(site, site_find_setting(setting), v, d);
}

static bool
is_or_unset(const struct p2f_value *v, const char *word)
{
	return value_text(v) == NULL || ascii_equal(v->text, word);
}

/* Renderers of Jekyll before 4: they are close to the original Markdown. */
static bool
is_old_renderer(const struct p2f_value *v)
{
	static const char *const old[] = { "rdiscount", "redcarpet",
	    "redcarpet2", "maruku", NULL };

	return value_text(v) != NULL && ascii_is_any(v->text, old);
}

/* A renderer's list of options has a word for newlines as line breaks. */
static void
set_breaks(struct site *site, const struct p2f_value *words, const char *word,
    struct diag *d)
{
	if (value_lists(words, word))
		config_set_text(site, "hard-wraps", "true", words, d);
}

/* Additions to Markdown by plugins and Octopress; CommonMark has none. */
static void
set_additions(struct site *site, const struct jekyll *own)
{
	/* Before Jekyll 3.5, `plugins` was called `gems`. */
	if (value_lists(jekyll_setting(own, "plugins"), "jemoji") ||
	    value_lists(jekyll_setting(own, "gems"), "jemoji"))
		site->markdown |= MARKDOWN_EMOJI;
	if (own->is_octopress)
		site->markdown ^= MARKDOWN_KRAMDOWN_BLOCKS |
		    MARKDOWN_FENCED_BLOCKS;
}

/*
 * Of Kramdown's parsers, only the default, for GitHub's Markdown, supports
 * hard_wrap.
 */
static void
set_markdown(struct site *site, struct jekyll *own, struct diag *d)
{
	const struct p2f_value *kramdown = jekyll_setting(own, "kramdown");
	const struct p2f_value *renderer = jekyll_setting(own, "markdown");

	own->is_octopress = jekyll_setting(own, "code_dir") != NULL;
	if (own->is_octopress)
		site->dialects |= TEMPLATE_CAPTIONS;
	site->is_html_markdown = value_is_true(jekyll_get(kramdown,
	    "parse_block_html"));
	if (is_old_renderer(renderer)) {
		site->markdown = MARKDOWN_OLD;
		set_breaks(site, jekyll_get(jekyll_setting(own, "redcarpet"),
		    "extensions"), "hard_wrap", d);
	} else if (!is_or_unset(renderer, "kramdown")) {
		site->markdown = 0;
		set_breaks(site, jekyll_get(jekyll_setting(own, "commonmark"),
		    "options"), "hardbreaks", d);
		return;
	} else if (is_or_unset(jekyll_get(kramdown, "input"), "GFM")) {
		config_set(site, "hard-wraps", jekyll_get(kramdown,
		    "hard_wrap"), d);
	}
	set_additions(site, own);
}

static void
set_flags(struct site *site, struct jekyll *own, struct diag *d)
{
	const struct p2f_value *short_feed = jekyll_setting(own,
	    "feed.excerpt_only");

	if (value_is_true(short_feed))
		config_set_text(site, "content", "summary", short_feed, d);
	own->drafts = value_is_true(jekyll_setting(own, "show_drafts"));
	own->unpublished = value_is_true(jekyll_setting(own, "unpublished"));
	config_set(site, "drafts", jekyll_setting(own, "show_drafts"), d);
	config_set(site, "future", jekyll_setting(own, "future"), d);
}

/* By the name of its gem, or of its repository. */
static void
set_theme(struct jekyll *own)
{
	static const char name[] = "jekyll-theme-chirpy";
	const char *gem = value_text(jekyll_setting(own, "theme"));
	const char *remote = value_text(jekyll_setting(own, "remote_theme"));
	const char *cdn = value_text(jekyll_get(own->config, "cdn"));

	if (cdn == NULL)
		cdn = value_text(jekyll_setting(own, "img_cdn"));
	own->is_chirpy = (gem != NULL && strcmp(gem, name) == 0) ||
	    (remote != NULL && strstr(remote, name) != NULL);
	if (own->is_chirpy && cdn != NULL && url_is_web(cdn))
		own->cdn = cdn;
}

/* In the theme al-folio, `title: blank` stands for the name of the owner. */
static void
set_blank_title(struct site *site, const struct jekyll *own, struct diag *d)
{
	static const char *const parts[] = { "first_name", "middle_name",
	    "last_name" };
	const struct p2f_value *title = jekyll_setting(own, "title");
	const char *name = "", *part;
	size_t i;

	if (value_text(title) == NULL || strcmp(title->text, "blank") != 0)
		return;
	for (i = 0; i < sizeof parts / sizeof *parts; i++) {
		part = setting_text(&site->arena, own, parts[i]);
		if (part != NULL)
			name = arena_printf(&site->arena, "%s%s%s", name,
			    *name == '\0' ? "" : " ", part);
	}
	if (*name != '\0')
		config_set_text(site, "title", name, title, d);
}

/*
 * Read the languages of jekyll-multiple-languages-plugin, which has a folder
 * _i18n, and where the first is that of the site; or of Polyglot, which has a
 * setting for that.
 */
static void
set_languages(struct site *site, struct jekyll *own, struct diag *d)
{
	const struct p2f_value *all = jekyll_setting(own, "languages");
	const char *folder = arena_printf(&site->arena, "%s_i18n",
	    own->source), *name;
	size_t i = 0;

	if (all == NULL || all->kind != P2F_LIST ||
	    value_count(all) > MAX_LANGUAGES)
		return;
	if (config_list(site, folder).count == 0) {
		own->usual = value_text(jekyll_setting(own, "default_lang"));
		if (own->usual == NULL)
			return;
		config_set_text(site, "language", own->usual, all, d);
	}
	own->languages = all;
	own->is_by_path = value_is_true(jekyll_setting(own,
	    "lang_from_path"));
	while ((name = value_next_text(all, &i)) != NULL) {
		if (own->usual == NULL && site->languages.count == 0)
			config_set_text(site, "language", name, all, d);
		arena_list_add(&site->arena, &site->languages, name);
	}
}

static void
configure(struct site *site, struct diag *d)
{
	static const char *const titles[] = { "title", "name", NULL };
	/* The first is for the feed of Beautiful Jekyll. */
	static const char *const abouts[] = {
		"rss-description", "description", "tagline", NULL
	};
	static const char *const languages[] = {
		"lang", "locale", "default_lang", NULL
	};
	struct jekyll *own = arena_alloc(&site->arena, sizeof *own);

	own->config = config_read_first(site, names, d);
	if (own->config == NULL)
		own->config = value_empty_map(&site->arena);
	site->own = own;
	/* YAML timestamps are in UTC (jekyll/jekyll#6135). */
	site->timestamp_zone = zone_utc();
	own->source = folder_setting(&site->arena, own, "source");
	own->collections = folder_setting(&site->arena, own, "collections_dir");
	own->destination = folder_setting(&site->arena, own, "destination");
	set_permalink(site, own, d);
	set_either(site, "title", titles, d);
	set_blank_title(site, own, d);
	/* jekyll-feed writes the title, and only that, as HTML. */
	if (site->title != NULL)
		site->title = plain_title(&site->arena, site->title);
	set_either(site, "description", abouts, d);
	set_languages(site, own, d);
	set_either(site, "language", languages, d);
	config_set(site, "timezone", jekyll_setting(own, "timezone"), d);
	set_url(site, own, d);
	set_image(site, "icon", jekyll_setting(own, "feed.icon"), d);
	set_image(site, "logo", jekyll_setting(own, "feed.logo"), d);
	read_people(site, own, d);
	set_author(site, own, d);
	set_limit(site, own, d);
	set_separator(site, own, d);
	set_markdown(site, own, d);
	set_flags(site, own, d);
	set_theme(own);
}

/* Those with a default, made from files, or added by common plugins. */
static const char made_settings[] =
    " active_lang cache_dir categories collections collections_dir config "
    "data data_dir defaults description destination detach documents "
    "encoding excerpt_separator exclude future github highlighter host "
    "html_files html_pages include includes_dir incremental keep_files "
    "kramdown lang languages layouts_dir limit_posts liquid lsi markdown "
    "markdown_ext pages paginate_path permalink plugins plugins_dir port "
    "posts quiet related_posts safe serving show_dir_listing show_drafts "
    "source static_files strict_front_matter tags time timezone title "
    "unpublished url verbose whitelist ";

const struct generator generator_jekyll = {
	.name = "jekyll",
	.title = "Jekyll",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN |
	    TEMPLATE_RAW_CODE,
	.made_settings = made_settings,
	.markdown = MARKDOWN_KRAMDOWN,
	.split = SPLIT_BLANKS,
	.files_at_top = true,
	.files = names,
	.configure = configure,
	.skip_reason = jekyll_skip_reason,
	.defaults = jekyll_defaults,
	.complete = jekyll_complete,
	.url = jekyll_url,
	.image = jekyll_image,
	.finds_html_images = true
};

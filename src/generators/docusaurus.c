/*
 * Docusaurus
 *
 * Posts are in a folder `blog`, or where the options of the blog plugin say.
 * The date is in the path, and the URL is derived from it.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/text.h"
#include "front/assignments.h"
#include "generators/docusaurus_assets.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "markdown/markdown.h"
#include "post/language.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

/* Maximum number of tags of a post that are looked up. */
#define MAX_LABELS 100
/* Maximum number of translations. */
#define MAX_LOCALES 100

/* A blog, or a translation of one; a site may have several. */
struct blog {
	const char	*path;		/* its folder */
	const char	*route;		/* below the URL of the site */
	const struct p2f_value *tags;	/* their labels; or NULL */
	const struct p2f_value *excluded; /* patterns; or NULL */
	const char	*language;	/* NULL: the site has only one */
};

/* What happens to a trailing slash in URLs. */
enum slash { SLASH_AS_WRITTEN, SLASH_ALWAYS, SLASH_NEVER };

struct docusaurus {
	struct arena_list	 blogs;
	const char		*language;	/* NULL: the site has only
						   one */
	struct arena_list	 others;	/* const char * */
	enum slash		 slash;
	const char		*format;	/* "md", "detect"; NULL: MDX */
};

/* The path of a post, parsed. */
struct parsed {
	const char	*date;		/* "2019-05-22"; or NULL */
	struct civil	 day;
	const char	*folder;	/* before the date */
	const char	*text;		/* after it */
};

static const char *const names[] = {
	"docusaurus.config.js", "docusaurus.config.ts",
	"docusaurus.config.mjs", "docusaurus.config.cjs", NULL
};

/* Read a table in the folder of a blog, named by an option or default. */
static const struct p2f_value *
read_table(struct site *site, const struct blog *blog,
    const struct p2f_value *options, const char *option,
    const char *otherwise, struct diag *d)
{
	return config_read(site, arena_printf(&site->arena, "%s/%s",
	    blog->path, paths_setting(&site->arena, options, option,
	    otherwise)), d);
}

/* Merge the authors of all blogs; the first blog that has a name wins. */
static void
add_people(struct site *site, const struct p2f_value *people)
{
	site->people = site->people == NULL ? people :
	    value_overlay(&site->arena, site->people, people);
}

static void
set_feed(struct site *site, const struct p2f_value *options, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "feedOptions.title" },
		{ "description", "blogDescription" },
		{ "description", "feedOptions.description" },
		{ "rights", "feedOptions.copyright" },
		{ "language", "feedOptions.language" }, { NULL, NULL }
	};

	config_set_keys(site, options, keys, d);
	/* `false` and `null` mean all posts. */
	if (!config_is_false(options, "feedOptions.limit"))
		config_set(site, "limit", config_get(options,
		    "feedOptions.limit"), d);
}

/* The language that the feed names is also that of the posts. */
static void
rename_language(struct site *site, struct docusaurus *own,
    const struct p2f_value *options)
{
	const char *name = config_text(&site->arena, options,
	    "feedOptions.language");
	const char *tag = name == NULL ? NULL : language_tag(&site->arena,
	    name);

	if (own->language != NULL && tag != NULL)
		own->language = tag;
}

/* i18n/fr/docusaurus-plugin-content-blog, or with -news appended for that
   id. */
static void
add_translations(struct site *site, struct docusaurus *own,
    const struct blog *blog, const char *id)
{
	struct arena *a = &site->arena;
	bool has_id = strcmp(id, "default") != 0;
	struct blog *other;
	size_t i;

	for (i = 0; i < own->others.count; i++) {
		other = arena_alloc(a, sizeof *other);
		*other = *blog;
		other->language = own->others.items[i];
		other->path = arena_printf(a,
		    "i18n/%s/docusaurus-plugin-content-blog%s%s",
		    other->language, has_id ? "-" : "", has_id ? id : "");
		other->route = paths_trim(a, arena_printf(a, "%s/%s",
		    other->language, blog->route));
		arena_list_add(a, &own->blogs, other);
	}
}

static void
add_blog(struct site *site, struct docusaurus *own,
    const struct p2f_value *options, struct diag *d)
{
	struct blog *blog = arena_alloc(&site->arena, sizeof *blog);

	blog->excluded = config_get(options, "exclude");
	blog->path = paths_setting(&site->arena, options, "path", "blog");
	blog->route = paths_setting(&site->arena, options, "routeBasePath",
	    "blog");
	if (options != NULL && own->blogs.count == 0) {
		set_feed(site, options, d);
		rename_language(site, own, options);
	}
	blog->language = own->language;
	arena_list_add(&site->arena, &own->blogs, blog);
	add_people(site, read_table(site, blog, options, "authorsMapPath",
	    "authors.yml", d));
	blog->tags = read_table(site, blog, options, "tags", "tags.yml", d);
	add_translations(site, own, blog, config_text_or(&site->arena,
	    options, "id", "default"));
}

/* Whether options include one that only the blog plugin has. */
static bool
are_of_blog(const struct p2f_value *options)
{
	static const char *const keys[] = { "authorsMapPath",
	    "blogDescription", "blogSidebarCount", "blogSidebarTitle",
	    "blogTitle", "postsPerPage", "readingTime", "showReadingTime",
	    NULL };
	size_t i;

	for (i = 0; keys[i] != NULL; i++)
		if (config_get(options, keys[i]) != NULL)
			return true;
	return false;
}

/*
 * ['@docusaurus/plugin-content-blog', { id: 'news', path: 'news' }], or a
 * plugin of the site's own that is based on it and has its options.
 */
static bool
is_plugin(const struct p2f_value *v)
{
	const struct p2f_value *name, *options;

	if (v->kind != P2F_LIST || v->items[0] == NULL)
		return false;
	name = v->items[0];
	options = v->items[1];
	if (options == NULL || options->kind != P2F_MAP)
		return false;
	return are_of_blog(options) || (value_text(name) != NULL &&
	    text_has_suffix(value_text(name), "plugin-content-blog"));
}

static void
find_plugins(struct site *site, struct docusaurus *own,
    const struct p2f_value *v, struct diag *d)
{
	size_t i;

	if (is_plugin(v))
		add_blog(site, own, v->items[1], d);
	else if (v->kind == P2F_LIST || v->kind == P2F_MAP)
		for (i = 0; v->items[i] != NULL; i++)
			find_plugins(site, own, v->items[i], d);
}

/* The blog of a plugin without an id replaces that of a preset. */
static bool
holds_main_blog(const struct p2f_value *v)
{
	const char *id;
	size_t i;

	if (is_plugin(v)) {
		id = value_text(config_get(v->items[1], "id"));
		return id == NULL || strcmp(id, "default") == 0;
	}
	if (v->kind != P2F_LIST && v->kind != P2F_MAP)
		return false;
	for (i = 0; v->items[i] != NULL; i++)
		if (holds_main_blog(v->items[i]))
			return true;
	return false;
}

static void
find_blogs(struct site *site, struct docusaurus *own,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *blog = assignments_find(map, "blog");

	if (blog != NULL && blog->kind == P2F_MAP)
		add_blog(site, own, blog, d);
	else if (blog == NULL ? map == NULL || !holds_main_blog(map) :
	    !value_is_false(blog))
		add_blog(site, own, NULL, d);
	if (map != NULL)
		find_plugins(site, own, map, d);
}

/* The settings are in one map, unless they are constants at the top level. */
static const struct p2f_value *
find_setting(const struct p2f_value *map, const struct p2f_value *top,
    const char *key)
{
	const struct p2f_value *v = config_get(top, key);

	return v == NULL && top == map ? assignments_find(map, key) : v;
}

static void
set_url(struct site *site, const struct p2f_value *url,
    const struct p2f_value *top, struct diag *d)
{
	const char *text = value_trimmed(&site->arena, url);
	const char *base = config_text(&site->arena, top, "baseUrl");

	if (text == NULL)
		return;
	/* No site can omit it, so it must be code. */
	if (base == NULL)
		paths_lack_base(site, "baseUrl", url);
	config_set_text(site, "url", paths_join_base(&site->arena, text,
	    base == NULL ? "" : base), url, d);
}

/* Read the languages of a multilingual site. */
static void
read_locales(struct site *site, struct docusaurus *own,
    const struct p2f_value *top)
{
	const struct p2f_value *const *item = value_items(config_get(top,
	    "i18n.locales"), P2F_LIST);
	const char *first = config_text(&site->arena, top,
	    "i18n.defaultLocale"), *name;

	for (; first != NULL && *item != NULL &&
	    own->others.count < MAX_LOCALES; item++) {
		name = value_text(*item);
		if (name == NULL || strcmp(name, first) == 0)
			continue;
		own->language = first;
		arena_list_add(&site->arena, &own->others, name);
		arena_list_add(&site->arena, &site->languages, name);
	}
	if (own->language != NULL)
		arena_list_add(&site->arena, &site->languages, first);
}

static void
set_facts(struct site *site, struct docusaurus *own,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *top = assignments_holder(map, "baseUrl");

	if (top == NULL)
		top = map;
	config_set(site, "title", find_setting(map, top, "title"), d);
	config_set(site, "description", find_setting(map, top, "tagline"), d);
	config_set(site, "language", config_get(top, "i18n.defaultLocale"),
	    d);
	read_locales(site, own, top);
	set_url(site, find_setting(map, top, "url"), top, d);
	if (config_is_true(top, "trailingSlash"))
		own->slash = SLASH_ALWAYS;
	else if (config_is_false(top, "trailingSlash"))
		own->slash = SLASH_NEVER;
	own->format = value_text(config_get(top, "markdown.format"));
}

static void
configure(struct site *site, struct diag *d)
{
	struct docusaurus *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d);

	site->own = own;
	if (map != NULL)
		set_facts(site, own, map, d);
	find_blogs(site, own, map, d);
}

static const struct blog *
blog_of(const struct docusaurus *own, const char *path)
{
	const struct blog *blog, *found = NULL;
	size_t i;

	for (i = 0; i < own->blogs.count; i++) {
		blog = own->blogs.items[i];
		if (paths_below(path, blog->path) != NULL &&
		    (found == NULL ||
		    strlen(blog->path) > strlen(found->path)))
			found = blog;
	}
	return found;
}

/* Why a file in the folder of a blog is not a post; NULL if it is. */
static const char *
why_excluded(const struct blog *blog, const char *path)
{
	const struct p2f_value *v = blog->excluded;
	bool has_code = v == NULL || v->kind != P2F_LIST;
	const char *pattern;
	size_t i;

	for (i = 0; !has_code && v->items[i] != NULL; i++) {
		pattern = value_text(v->items[i]);
		if (pattern == NULL)
			has_code = true;
		else if (glob_match(GLOB_MICROMATCH, pattern, path))
			return "left out by exclude";
	}
	/* The default, which the settings may replace, or code may extend. */
	return has_code && paths_has_hidden_part(path) ?
	    "Docusaurus skips names that begin with _" : NULL;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct docusaurus *own = site->own;
	const struct blog *blog;
	size_t i;

	for (i = 0; is_folder && i < own->blogs.count; i++) {
		blog = own->blogs.items[i];
		if (paths_is_around(path, blog->path))
			return NULL;
	}
	blog = blog_of(own, path);
	if (blog == NULL)
		return "not in a blog folder";
	return why_excluded(blog, paths_below(path, blog->path));
}

/* YYYY-MM-DD with hyphens or slashes, and month and day of one or two
   digits. */
static size_t
day_length(const char *p, struct civil *day)
{
	const char *start = p;
	unsigned parts[3] = { 0 };
	size_t i, n;

	for (i = 0; i < 3; i++) {
		for (n = 0; n < (i == 0 ? 4 : 2) && ascii_is_digit(*p); n++)
			parts[i] = parts[i] * 10 + (unsigned)(*p++ - '0');
		if (n == 0 || (i == 0 && n < 4))
			return 0;
		if (i < 2 && *p != '-' && *p != '/')
			return 0;
		p += i < 2;
	}
	*day = (struct civil){ .year = (int)parts[0], .month = parts[1],
	    .day = parts[2] };
	return (size_t)(p - start);
}

/* The last date in a path wins; it needs no separators around it. */
static void
parse(struct arena *a, const char *path, struct parsed *parsed)
{
	const char *stem = paths_without_index(a, paths_stem(a, path)), *p;
	struct civil day;
	size_t n;

	*parsed = (struct parsed){ .folder = "", .text = stem };
	for (p = stem; *p != '\0'; p++) {
		n = day_length(p, &day);
		if (n == 0)
			continue;
		parsed->date = arena_strndup(a, p, n);
		parsed->day = day;
		parsed->folder = arena_span(a, stem, p);
		parsed->text = p + n + (p[n] == '-' || p[n] == '/');
	}
	/* As in Docusaurus, if a folder is named only by a date. */
	if (parsed->date != NULL && *parsed->text == '\0' &&
	    strcmp(file_stem(a, path), "index") == 0)
		parsed->text = "index";
}

/* The label of a tag in a table, or NULL. */
static const char *
label_of(const struct p2f_value *table, const char *tag)
{
	return value_text(config_get(value_get_exact(table, tag), "label"));
}

static void
set_labels(struct post *post, const struct p2f_value *table)
{
	struct arena_list *tags = &post->facts.tags;
	struct p2f_category *named;
	const struct p2f_category *tag;
	const char *label;
	size_t i;

	for (i = 0; i < tags->count && i < MAX_LABELS; i++) {
		tag = tags->items[i];
		label = label_of(table, tag->term);
		if (label == NULL)
			continue;
		named = arena_alloc(&post->arena, sizeof *named);
		*named = *tag;
		named->term = label;
		tags->items[i] = named;
	}
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct blog *blog = blog_of(site->own, post->inside);
	struct parsed parsed;

	(void)d;
	if (blog != NULL && blog->tags != NULL)
		set_labels(post, blog->tags);
	if (blog != NULL && blog->language != NULL &&
	    post->facts.language == NULL)
		facts_set_language(post, blog->language);
	if (blog == NULL || post->published != NULL)
		return;
	parse(&post->arena, paths_below(post->inside, blog->path), &parsed);
	if (civil_is_day(&parsed.day))
		post->published = date_from_civil(&post->arena, &parsed.day,
		    zone_utc());
	post_settle_updated(post);
}

static const char *
slug_of_path(struct arena *a, const char *path)
{
	struct parsed parsed;

	parse(a, path, &parsed);
	return parsed.date == NULL ? parsed.text : arena_printf(a, "%s/%s%s",
	    text_replace(a, parsed.date, "-", '/'), parsed.folder,
	    parsed.text);
}

static const char *
with_slash(struct arena *a, const char *url, enum slash slash)
{
	size_t n = strlen(url);

	if (slash == SLASH_ALWAYS && url[n - 1] != '/')
		return arena_printf(a, "%s/", url);
	if (slash == SLASH_NEVER && url[n - 1] == '/')
		return arena_strndup(a, url, n - 1);
	return url;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct docusaurus *own = site->own;
	const struct blog *blog = blog_of(own, post->inside);
	const struct p2f_value *slug = value_get(post->meta, "slug");
	const struct blog none = { .path = "", .route = "" };
	struct arena *a = &post->arena;
	const char *url;

	(void)d;
	if (blog == NULL)
		blog = &none;
	if (value_text(slug) != NULL)
		url = permalink_join(a, site, arena_printf(a, "%s/%s",
		    blog->route, slug->text));
	else
		url = paths_url(a, site, arena_printf(a, "%s/%s",
		    blog->route, slug_of_path(a, paths_below(post->inside,
		    blog->path))));
	return url == NULL ? NULL : with_slash(a, url, own->slash);
}

/* Only files in folders of a blog are known to be linked from posts. */
static const char *
page_url(struct arena *a, const struct site *site, const char *path)
{
	return blog_of(site->own, path) == NULL ? NULL :
	    docusaurus_linked(a, site, path);
}

/* Set by the post or else the site; "detect" goes by the extension. */
static bool
is_plain(const struct post *post, const struct site *site)
{
	const struct docusaurus *own = site->own;
	const char *format = value_text(config_get(post->meta, "mdx.format"));

	if (format == NULL)
		format = own->format;
	if (format == NULL)
		return false;
	return strcmp(format, "md") == 0 || (strcmp(format, "detect") == 0 &&
	    !text_has_suffix(post->inside, ".mdx"));
}

const struct generator generator_docusaurus = {
	.name = "docusaurus",
	.title = "Docusaurus",
	.dialects = TEMPLATE_DIRECTIVES | TEMPLATE_JSX |
	    TEMPLATE_MDX | TEMPLATE_KRAMDOWN | TEMPLATE_DOCUSAURUS |
	    TEMPLATE_CODE_TITLES,
	.markdown = MARKDOWN_EMOJI,
	.is_plain = is_plain,
	.published = (const char *const []){ "static", NULL },
	.files_at_top = true,
	.bundles = true,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.settle = paths_settle_base,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url,
	.link = docusaurus_required,
	.page_url = page_url,
	.image = docusaurus_image
};

/*
 * Hexo: which folder is the top of one of its sites, what its settings say,
 * and which files are posts.
 */
#include <string.h>

#include "base/glob.h"
#include "base/text.h"
#include "front/value.h"
#include "body/template.h"
#include "generators/generators.h"
#include "generators/hexo.h"
#include "site/config.h"
#include "site/permalink.h"

static const char *const settings_files[] = { "_config.yml", "_config.yaml",
    "_config.json", NULL };

/*
 * Settings that Jekyll, whose file has the same name, does not know.  They
 * begin a line, or are in quotes in JSON: themes mention them in comments.
 */
static bool
has_own_settings(const char *folder, const char *file)
{
	static const char *const keys[] = {
		"\nnew_post_name:", "\nskip_render:", "\npublic_dir:",
		"\nupdated_option:", "\npost_asset_folder:",
		"\nfilename_case:", "\nrender_drafts:", "\"new_post_name\"",
		"\"skip_render\"", "\"public_dir\""
	};
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		if (config_mentions(folder, file, keys[i]))
			return true;
	return false;
}

static bool
is_top(const char *folder)
{
	/* Octopress is Jekyll with its posts in source/_posts. */
	static const char *const rubies[] = { "Gemfile", "Rakefile", NULL };
	const char *file = config_first(folder, settings_files);

	if (file == NULL)
		return false;
	return config_mentions(folder, "package.json", "\"hexo\"") ||
	    config_exists(folder, "scaffolds") ||
	    has_own_settings(folder, file) ||
	    (config_exists(folder, "source/_posts") &&
	    config_first(folder, rubies) == NULL);
}

static bool
owns(const char *name)
{
	size_t i;

	for (i = 0; settings_files[i] != NULL; i++)
		if (strcmp(name, settings_files[i]) == 0)
			return true;
	return false;
}

/* A text of the settings, or what Hexo takes when there is none. */
static const char *
text_or(struct site *site, const struct p2f_value *map, const char *key,
    const char *otherwise)
{
	const char *text = config_text(&site->arena, map, key);

	return text == NULL ? otherwise : text;
}

static const char *
without_slashes(struct arena *a, const char *path)
{
	size_t n;

	if (strncmp(path, "./", 2) == 0)
		path += 2;
	path += strspn(path, "/");
	for (n = strlen(path); n > 0 && path[n - 1] == '/'; n--)
		continue;
	return arena_strndup(a, path, n);
}

/* `default_category:` without a value is none; without the key it has one. */
static const char *
default_category(struct site *site, const struct p2f_value *map)
{
	const struct p2f_value *v = hexo_get(map, "default_category");

	return v == NULL ? "uncategorized" : hexo_text(&site->arena, v);
}

static struct hexo *
read_rules(struct site *site, const struct p2f_value *map)
{
	struct hexo *hexo = arena_alloc(&site->arena, sizeof *hexo);
	const char *letters = text_or(site, map, "filename_case", "0");

	hexo->settings = map;
	hexo->source_dir = without_slashes(&site->arena, text_or(site, map,
	    "source_dir", "source"));
	hexo->rule = text_or(site, map, "permalink",
	    ":year/:month/:day/:title/");
	hexo->name_rule = text_or(site, map, "new_post_name", ":title.md");
	hexo->default_category = default_category(site, map);
	hexo->filename_case = letters[0] == '1' ? 1 : letters[0] == '2' ? 2 :
	    0;
	hexo->has_asset_folders = config_is_true(map, "post_asset_folder");
	hexo->cuts_index = config_is_false(map, "pretty_urls.trailing_index");
	hexo->cuts_html = config_is_false(map, "pretty_urls.trailing_html");
	hexo->elsewhere = arena_printf(&site->arena, "Hexo has its posts in "
	    "%s/_posts", hexo->source_dir);
	return hexo;
}

/* Whether a URL has nothing behind its host. */
static bool
has_no_path(const char *url)
{
	const char *host = strstr(url, "://");

	return host == NULL || host[3 + strcspn(host + 3, "/")] == '\0' ||
	    host[3 + strcspn(host + 3, "/") + 1] == '\0';
}

/*
 * The path of a site belongs into `url` and into `root`.  Where url lacks
 * it, the pages lie below root all the same.
 */
static void
read_url(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *url = config_get(map, "url");
	const char *text = config_text(&site->arena, map, "url");
	const char *root = without_slashes(&site->arena, text_or(site, map,
	    "root", ""));
	size_t n;

	if (text == NULL || strstr(text, "://") == NULL) {
		config_set(site, "url", url, d);
		return;
	}
	for (n = strlen(text); n > 0 && text[n - 1] == '/'; n--)
		continue;
	if (!has_no_path(text))
		root = "";
	config_set_text(site, "url", arena_printf(&site->arena, "%.*s/%s%s",
	    (int)n, text, root, root[0] == '\0' ? "" : "/"), url, d);
}

/* A list is of the languages of the theme; the first one is that of posts. */
static void
read_language(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *v = config_get(map, "language");
	size_t i;

	if (v == NULL || v->kind != P2F_LIST) {
		config_set(site, "language", v, d);
		return;
	}
	for (i = 0; v->items[i] != NULL; i++) {
		if (v->items[i]->kind != P2F_TEXT ||
		    ascii_equal(v->items[i]->text, "default"))
			continue;
		config_set(site, "language", v->items[i], d);
		return;
	}
}

static const struct p2f_value *
with_key(struct arena *a, const char *key, const struct p2f_value *v)
{
	struct p2f_value *copy = arena_alloc(a, sizeof *copy);

	*copy = *v;
	copy->key = key;
	return copy;
}

/* Data files of the theme Volantis and its kin. */
static void
read_people(struct site *site, const char *source_dir, struct diag *d)
{
	static const char *const names[] = { "author.yml", "authors.yml",
	    "author.yaml", "authors.yaml", "author.json", "authors.json" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		site->people = config_read(site, arena_printf(&site->arena,
		    "%s/_data/%s", source_dir, names[i]), d);
		if (site->people != NULL)
			return;
	}
}

static void
read_author(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *author = config_get(map, "author");
	const struct p2f_value *email = config_get(map, "email");
	struct p2f_value *person;
	struct arena_list parts = { 0 };

	if (author == NULL || author->kind != P2F_TEXT || email == NULL ||
	    email->kind != P2F_TEXT || (site->people != NULL &&
	    value_get(site->people, author->text) != NULL)) {
		config_set(site, "author", author, d);
		return;
	}
	arena_list_add(&site->arena, &parts, with_key(&site->arena, "name",
	    author));
	arena_list_add(&site->arena, &parts, with_key(&site->arena, "email",
	    email));
	person = arena_alloc(&site->arena, sizeof *person);
	*person = *author;
	person->kind = P2F_MAP;
	person->items = arena_list_items(&parts);
	config_set(site, "author", person, d);
}

/* A setting whose value is an address, or a path below the site. */
static void
read_address(struct site *site, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	const char *text = v == NULL ? NULL : value_text(v);

	if (text == NULL || text_trim(&site->arena, text) == NULL)
		return;
	text = text_trim(&site->arena, text);
	if (ascii_has_prefix(text, "http://") ||
	    ascii_has_prefix(text, "https://"))
		config_set(site, setting, v, d);
	else if (site->url != NULL)
		config_set_text(site, setting, permalink_join(&site->arena,
		    site, text), v, d);
}

/* Of two feeds, the first. */
static const struct p2f_value *
first_of(const struct p2f_value *v)
{
	return v != NULL && v->kind == P2F_LIST ? v->items[0] : v;
}

static void
read_limit(struct site *site, const struct p2f_value *feed, struct diag *d)
{
	const struct p2f_value *limit = hexo_get(feed, "limit");

	if (hexo_is_truthy(limit))
		config_set(site, "limit", limit, d);
	/* `limit: 0` is no limit; that of no key is hexo-generator-feed's. */
	if (limit == NULL && (feed != NULL || config_mentions(site->root,
	    "package.json", "\"hexo-generator-feed\"")))
		config_set_text(site, "limit", "20", feed, d);
}

static void
read_feed(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *feed = config_get(map, "feed"), *order;

	if (feed != NULL && feed->kind != P2F_MAP)
		feed = NULL;
	read_limit(site, feed, d);
	read_address(site, "self", first_of(config_get(feed, "path")), d);
	read_address(site, "icon", config_get(feed, "icon"), d);
	if (hexo_is_truthy(config_get(feed, "hub")))
		config_set(site, "hub", config_get(feed, "hub"), d);
	order = config_get(feed, "order_by");
	if (order != NULL && order->kind == P2F_TEXT &&
	    strcmp(order->text, "-date") != 0)
		diag_report(d, DIAG_CONFIG, value_place(NULL, order),
		    "feed.order_by: %s is not followed; the newest posts by "
		    "date are taken", quote(order->text).text);
}

/* Posts of the future are in, unless the settings say otherwise. */
static void
read_selection(struct site *site, const struct p2f_value *map,
    struct diag *d)
{
	if (hexo_get(map, "future") == NULL)
		config_set_text(site, "future", "true", NULL, d);
	config_set(site, "future", config_get(map, "future"), d);
	config_set(site, "drafts", config_get(map, "render_drafts"), d);
}

static void
configure(struct site *site, struct diag *d)
{
	const char *file = config_first(site->root, settings_files);
	const struct p2f_value *map = file == NULL ? NULL :
	    config_read(site, file, d);
	struct hexo *hexo = read_rules(site, map);

	site->own = hexo;
	config_set(site, "title", config_get(map, "title"), d);
	config_set(site, "description", config_get(map, "subtitle"), d);
	config_set(site, "description", config_get(map, "description"), d);
	config_set(site, "timezone", config_get(map, "timezone"), d);
	read_url(site, map, d);
	read_language(site, map, d);
	read_people(site, hexo->source_dir, d);
	read_author(site, map, d);
	read_feed(site, map, d);
	read_selection(site, map, d);
}

const char *
hexo_below(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	if (n == 0)
		return path;
	if (strncmp(path, folder, n) != 0)
		return NULL;
	return path[n] == '\0' ? path + n : path[n] == '/' ? path + n + 1 :
	    NULL;
}

/* What is below _posts or _drafts; NULL: the path is not. */
static const char *
below_posts(const char *in_source)
{
	const char *path = hexo_below(in_source, "_posts");

	return path != NULL ? path : hexo_below(in_source, "_drafts");
}

static bool
is_any_of(const struct p2f_value *patterns, const char *path)
{
	size_t i;

	if (patterns == NULL)
		return false;
	if (patterns->kind == P2F_TEXT)
		return glob_match(patterns->text, path);
	for (i = 0; patterns->kind == P2F_LIST && patterns->items[i] != NULL;
	    i++)
		if (patterns->items[i]->kind == P2F_TEXT &&
		    glob_match(patterns->items[i]->text, path))
			return true;
	return false;
}

/* A name that begins with '_' or '.', in any folder. */
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
extension_of(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot == NULL || strchr(dot, '/') != NULL ? "" : dot;
}

static const char *
why_no_post(const struct hexo *hexo, const char *in_source, const char *path)
{
	if (path[strlen(path) - 1] == '%')
		return "Hexo takes it for the file of an editor";
	if (is_any_of(config_get(hexo->settings, "skip_render"), in_source))
		return "skip_render in the settings of Hexo leaves it out";
	if (hexo->has_asset_folders && strcmp(extension_of(path),
	    extension_of(hexo->name_rule)) != 0)
		return "with post_asset_folder, posts have the extension of "
		    "new_post_name";
	return NULL;
}

static const char *
passes_over(const struct site *site, const char *path, bool is_folder)
{
	const struct hexo *hexo = site->own;
	const char *in_source = hexo_below(path, hexo->source_dir);
	const char *in_posts = in_source == NULL ? NULL :
	    below_posts(in_source);

	/* On the way to the posts. */
	if (is_folder && (hexo_below(hexo->source_dir, path) != NULL ||
	    (in_posts != NULL && *in_posts == '\0')))
		return NULL;
	if (in_posts == NULL)
		return hexo->elsewhere;
	if (is_hidden(in_posts))
		return "Hexo hides what begins with _ or with a full stop";
	if (is_any_of(config_get(hexo->settings, "ignore"), path))
		return "ignore in the settings of Hexo leaves it out";
	return is_folder ? NULL : why_no_post(hexo, in_source, in_posts);
}

/* Names of files are not always UTF-8. */
static const char *
clean(struct arena *a, const char *path)
{
	struct text_faults faults = { 0 };
	struct buf out = { 0 };
	const char *copy;

	text_clean(&out, path, strlen(path), &faults);
	copy = arena_strndup(a, out.bytes == NULL ? "" : out.bytes,
	    out.length);
	buf_release(&out);
	return copy;
}

struct hexo_place
hexo_place_of(struct post *post, const struct hexo *hexo)
{
	struct hexo_place place = { 0 };
	const char *in_source = hexo_below(post->inside, hexo->source_dir);

	if (in_source == NULL)
		return place;
	place.path = below_posts(in_source);
	if (place.path == NULL) {
		place.page = clean(&post->arena, in_source);
		return place;
	}
	place.path = clean(&post->arena, place.path);
	place.words = hexo_name_read(&post->arena, hexo->name_rule,
	    place.path);
	return place;
}

/* The words of a date, and those that Hexo keeps for itself. */
static bool
is_reserved(const char *word)
{
	static const char *const names[] = { "title", "year", "month", "day",
	    "i_month", "i_day", "hash" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(word, names[i]) == 0)
			return true;
	return false;
}

/* The day that the name of a file says, in the words of the rule. */
static void
add_day(struct arena *a, const struct p2f_value *words,
    struct arena_list *list)
{
	const struct p2f_value *year = hexo_get(words, "year");
	const struct p2f_value *month = hexo_get(words, "month");
	const struct p2f_value *day = hexo_get(words, "day");

	if (month == NULL)
		month = hexo_get(words, "i_month");
	if (day == NULL)
		day = hexo_get(words, "i_day");
	if (year != NULL && month != NULL && day != NULL)
		arena_list_add(a, list, with_key(a, "date", value_new_text(a,
		    arena_printf(a, "%s-%s-%s", year->text, month->text,
		    day->text), year)));
}

/*
 * What the path of a post says is as good as front matter: `:lang/:title.md`
 * sets lang.
 */
static const struct p2f_value *
defaults(const struct site *site, struct post *post)
{
	const struct hexo *hexo = site->own;
	struct hexo_place place = hexo_place_of(post, hexo);
	struct p2f_value *map = arena_alloc(&post->arena, sizeof *map);
	struct arena_list list = { 0 };
	size_t i;

	if (place.words == NULL)
		return NULL;
	for (i = 0; place.words->items[i] != NULL; i++)
		if (!is_reserved(place.words->items[i]->key))
			arena_list_add(&post->arena, &list,
			    place.words->items[i]);
	add_day(&post->arena, place.words, &list);
	*map = *place.words;
	map->items = arena_list_items(&list);
	return map;
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

/* What others take for tags and categories, Hexo's themes put elsewhere. */
static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	(void)site;
	(void)d;
	if (!has_terms(post, "tags", "tag"))
		post->facts.tags = (struct arena_list){ 0 };
	if (!has_terms(post, "categories", "category"))
		post->facts.categories = (struct arena_list){ 0 };
}

/* Of another source_dir, files are not looked for. */
static const char *const published[] = { "source", NULL };

const struct generator generator_hexo = {
	.name = "hexo",
	.title = "Hexo",
	.dialects = TEMPLATE_LIQUID,
	.split = SPLIT_NOTHING,
	.published = published,
	.takes_tabs = true,
	.is_top = is_top,
	.owns = owns,
	.configure = configure,
	.passes_over = passes_over,
	.defaults = defaults,
	.complete = complete,
	.url = hexo_url
};

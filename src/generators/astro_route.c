/*
 * The pages of Astro that display posts, each at a URL of its own: their paths
 * have a parameter that stands for the post.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "generators/astro.h"
#include "generators/paths.h"
#include "site/config.h"

/* Maximum depth of the search for pages, size of a page, and number of names
   looked up in the parameters of a page. */
#define PAGES_DEPTH 6
#define PAGE_MAX (256u * 1024)
#define NAMES_MAX 64

/* Whether [slug] or [...slug] stands for a post; [page] does not. */
static bool
is_post_parameter(const char *name, size_t n)
{
	static const char *const names[] = { "slug", "id", "path", "post",
	    "entry", "article", "name", "title", "blog", "note", NULL };
	size_t start = text_has_prefix(name, "[...") ? 4 : 1;

	return n > start && name[n - 1] == ']' &&
	    text_span_is_any(name + start, n - start - 1, names);
}

/* The theme AstroPaper has its own function for the paths of posts. */
static bool
calls_theme(const char *text)
{
	return strstr(text, "getPath(") != NULL ||
	    strstr(text, "getPostSlug(") != NULL;
}

/* Whether a page has `const NAME =` followed by a call. */
static bool
is_called(const char *text, const char *name, size_t n)
{
	const char *p = text;

	while ((p = strstr(p, "const ")) != NULL) {
		p += strlen("const ");
		if (strncmp(p, name, n) == 0 && text_has_prefix(p + n, " ="))
			return memchr(p, '(', strcspn(p, "\n;")) != NULL;
	}
	return false;
}

/* Whether a name is not one that Astro derives from the path of a post. */
static bool
is_other(const char *text, const char *name, size_t n, bool is_member)
{
	if (name[n] == '.' || name[n] == '?' || name[n] == ':')
		return false;
	return is_member ? !text_span_is(name, n, "id") &&
	    !text_span_is(name, n, "slug") : is_called(text, name, n);
}

/* Whether parameters are more than `{ slug: post.data.slug || post.id }`. */
static bool
are_made(const char *text, const char *p, unsigned *names)
{
	bool is_member = false;
	size_t n;

	p += strspn(p, " \t\n");
	if (++*names > NAMES_MAX)
		return true;
	if (*p != '{')
		return memchr(p, '(', strcspn(p, ",;}\n")) != NULL;
	for (; *p != '}'; p += n == 0 ? 1 : n) {
		n = text_word_length(p, "_$");
		if (n == 0 ? *p == '\0' || strchr(" \t\n{.?!:,;|", *p) == NULL :
		    ++*names > NAMES_MAX || is_other(text, p, n, is_member))
			return true;
		is_member = n == 0 && *p == '.';
	}
	return false;
}

/* Whether code of a page makes the paths of posts. */
static bool
makes_paths(const char *text)
{
	const char *p = text;
	unsigned names = 0;

	while ((p = strstr(p, "params:")) != NULL) {
		p += strlen("params:");
		if (are_made(text, p, &names))
			return true;
	}
	return false;
}

/*
 * Whether a page in [lang]/ strips the language from the id of a post, as in
 * the guide of Astro: `const [lang, ...slug] = post.id.split('/')`
 */
static bool
splits_language(struct arena *a, const char *text, const char *folder)
{
	const char *start, *call;

	if (*folder != '[')
		return false;
	start = strstr(text, arena_printf(a, "%.*s, ...",
	    (int)strcspn(folder, "]/"), folder));
	call = start == NULL ? NULL : strstr(start, ".split(");
	return call != NULL && call < start + strcspn(start, ";\n");
}

/* Add a page below ASTRO_PAGES, by its path. */
static void
add_route(struct site *site, struct arena_list *routes, const char *path,
    struct diag *d)
{
	struct arena *a = &site->arena;
	const char *stem = paths_without_index(a, paths_stem(a, path));
	const char *part = file_base_name(stem);
	struct astro_route *route;

	if (*part != '[' || !is_post_parameter(part, strlen(part)))
		return;
	route = arena_alloc(a, sizeof *route);
	route->folder = path_folder(a, stem);
	route->text = config_read_text(site, arena_printf(a,
	    ASTRO_PAGES "/%s", path), d);
	if (route->text == NULL || strlen(route->text) >= PAGE_MAX)
		return;
	route->skips_hidden = calls_theme(route->text);
	route->has_language = splits_language(a, route->text, route->folder);
	if (route->has_language)
		route->folder = paths_trim(a, route->folder +
		    strcspn(route->folder, "/"));
	route->is_vague = strchr(route->folder, '[') != NULL ||
	    (!route->skips_hidden && !route->has_language &&
	    makes_paths(route->text));
	arena_list_add(a, routes, route);
}

/* A name without a dot may be that of a folder. */
static void
find_routes(struct site *site, struct arena_list *routes, const char *folder,
    unsigned depth, struct diag *d)
{
	struct arena *a = &site->arena;
	struct arena_list names = config_list(site, *folder == '\0' ?
	    ASTRO_PAGES : path_join(a, ASTRO_PAGES, folder));
	const char *name, *path;
	size_t i;

	for (i = 0; i < names.count; i++) {
		name = names.items[i];
		path = path_join(a, folder, name);
		if (*name == '_')
			continue;
		if (text_has_suffix(name, ".astro"))
			add_route(site, routes, path, d);
		else if (depth > 0 && (*name == '[' ? text_has_suffix(name,
		    "]") : strchr(name, '.') == NULL))
			find_routes(site, routes, path, depth - 1, d);
	}
}

struct arena_list
astro_routes(struct site *site, struct diag *d)
{
	struct arena_list routes = { 0 };

	find_routes(site, &routes, "", PAGES_DEPTH, d);
	return routes;
}

/* Whether a page displays the entries of a collection of that name. */
static bool
shows(const struct astro_route *route, const char *name)
{
	static const char *const calls[] = { "getCollection(", "getEntry(",
	    "CollectionEntry<", "getEntryBySlug(", NULL };
	const char *const *call, *p;
	size_t n = strlen(name);

	for (call = calls; *call != NULL; call++)
		for (p = route->text; (p = strstr(p, *call)) != NULL;) {
			p += strlen(*call);
			p += strspn(p, " \t\n");
			if (ascii_is_quote(*p) &&
			    strncmp(p + 1, name, n) == 0 && p[n + 1] == *p)
				return true;
		}
	return false;
}

/* Whether a page names the collection that it displays, whichever that is. */
static bool
is_named(const struct astro_route *route)
{
	return strstr(route->text, "getCollection(\"") != NULL ||
	    strstr(route->text, "getCollection('") != NULL;
}

static const struct astro_route *
route_of(const struct arena_list *routes, const char *name)
{
	const struct astro_route *route, *found = NULL, *same = NULL;
	size_t i, count = 0, unnamed = 0;

	for (i = 0; i < routes->count; i++) {
		route = routes->items[i];
		if (!shows(route, name))
			continue;
		found = route;
		count++;
		if (strcmp(route->folder, name) == 0)
			same = route;
	}
	for (i = 0; i < routes->count && count == 0; i++) {
		route = routes->items[i];
		if (is_named(route))
			continue;
		found = route;
		unnamed++;
		if (strcmp(route->folder, name) == 0)
			same = route;
	}
	if (same != NULL)
		found = same;
	else if (count + unnamed != 1)
		return NULL;
	return found->is_vague ? NULL : found;
}

void
astro_find_route(const struct arena_list *routes, struct astro_collection *c)
{
	const struct astro_route *route = route_of(routes, c->name);

	c->route = c->has_ids ? NULL : routes->count == 0 ? c->name :
	    route == NULL ? NULL : route->folder;
	c->skips_hidden = route != NULL && route->skips_hidden;
	c->has_language = route != NULL && route->has_language;
}

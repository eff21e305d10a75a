#include <limits.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "site/permalink.h"
#include "site/slug.h"

/* DIGITS are those of the date; NUMBER is without a leading zero. */
enum part { SLUG, NAME, CATEGORY, CATEGORIES, DIGITS, NUMBER, YEAR_DAY };

#define NAMED(name) name, sizeof name - 1

/* No name is a prefix of a later one. */
static const struct placeholder {
	const char	*name;
	size_t		 length;
	enum part	 part;
	size_t		 at, digits;	/* position in RFC 3339 */
} placeholders[] = {
	{ NAMED("year"), DIGITS, 0, 4 },
	{ NAMED("month"), DIGITS, 5, 2 },
	{ NAMED("day"), DIGITS, 8, 2 },
	{ NAMED("slug"), SLUG, 0, 0 },
	{ NAMED("title"), SLUG, 0, 0 },
	{ NAMED("short_year"), DIGITS, 2, 2 },
	{ NAMED("i_month"), NUMBER, 5, 2 },
	{ NAMED("i_day"), NUMBER, 8, 2 },
	{ NAMED("y_day"), YEAR_DAY, 0, 0 },
	{ NAMED("hour"), DIGITS, 11, 2 },
	{ NAMED("minute"), DIGITS, 14, 2 },
	{ NAMED("second"), DIGITS, 17, 2 },
	{ NAMED("name"), NAME, 0, 0 },
	{ NAMED("filename"), NAME, 0, 0 },
	{ NAMED("category"), CATEGORY, 0, 0 },
	{ NAMED("categories"), CATEGORIES, 0, 0 }
};

/* Longer paths are rare. */
#define PATH_GUESS 200

#define PLACEHOLDERS (sizeof placeholders / sizeof *placeholders)

/* Words of lower-case letters and digits are a slug already. */
static bool
is_slug(const char *text)
{
	static const bool characters[UCHAR_MAX + 1] = {
		TEXT_DIGITS(true), TEXT_LOWER(true)
	};

	return text_is_words(text, characters, '-');
}

/* A segment "." or ".." would escape the pattern. */
static void
put_slug(struct buf *out, struct arena *a, const char *text)
{
	const char *slug;

	if (is_slug(text)) {
		buf_puts(out, text);
		return;
	}
	slug = slug_of(a, text);
	if (slug[strspn(slug, ".")] != '\0')
		url_encode_segment(out, slug);
}

/* A slug of the front matter may have several segments, and may be encoded. */
static void
put_slugs(struct buf *out, struct arena *a, const char *text)
{
	size_t n;

	if (is_slug(text)) {
		buf_puts(out, text);
		return;
	}
	for (text = url_decode(a, text); *text != '\0'; text += n) {
		n = strcspn(text, "/");
		if (n > 0)
			put_slug(out, a, arena_strndup(a, text, n));
		if (text[n] == '/') {
			buf_putc(out, '/');
			n++;
		}
	}
}

static void
put_categories(struct buf *out, struct post *post, bool all)
{
	const struct arena_list *list = &post->facts.categories;
	const struct p2f_category *category;
	size_t i;

	for (i = 0; i < list->count && (all || i == 0); i++) {
		category = list->items[i];
		if (i > 0)
			buf_putc(out, '/');
		put_slug(out, &post->arena, category->term);
	}
}

/* Append a few characters, mostly a slash or the digits of a date. */
static void
put_text(struct buf *out, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_putc(out, text[i]);
}

static void
put_date(struct buf *out, const struct p2f_date *date,
    const struct placeholder *p)
{
	const char *digits = date->rfc3339 + p->at;
	bool has_zero = p->part == NUMBER && *digits == '0';
	struct civil day;

	if (p->part == YEAR_DAY) {
		date_civil(date, &day);
		buf_put_number(out, civil_yday(&day), 3);
		return;
	}
	put_text(out, digits + has_zero, p->digits - has_zero);
}

static void
put_part(struct buf *out, struct post *post, const struct placeholder *p)
{
	switch (p->part) {
	case SLUG:
		if (post->slug != NULL)
			put_slugs(out, &post->arena, post->slug);
		break;
	case NAME:
		if (path_has_name(post->path))
			put_slug(out, &post->arena, post->name);
		break;
	case CATEGORY:
	case CATEGORIES:
		put_categories(out, post, p->part == CATEGORIES);
		break;
	default:
		if (post->published != NULL)
			put_date(out, post->published, p);
	}
}

/* The placeholder whose name begins a string, after its colon; or NULL. */
static const struct placeholder *
placeholder_at(const char *text)
{
	const struct placeholder *p;
	size_t i;

	for (i = 0; i < PLACEHOLDERS; i++) {
		p = &placeholders[i];
		if (*text == *p->name &&
		    strncmp(text, p->name, p->length) == 0 &&
		    !ascii_is_alnum(text[p->length]))
			return p;
	}
	return NULL;
}

const char *
permalink_problem(struct arena *a, const char *pattern)
{
	const char *colon = pattern;

	if (ascii_has_prefix(pattern, "http:") ||
	    ascii_has_prefix(pattern, "https:"))
		return "is a URL; a pattern is a path such as "
		    SITE_DEFAULT_PERMALINK;
	if (strlen(pattern) > PERMALINK_MAX)
		return "is too long for a URL";
	while ((colon = strchr(colon, ':')) != NULL)
		if (placeholder_at(++colon) == NULL)
			return arena_printf(a, "has an unknown placeholder, "
			    ":%.*s", (int)text_word_length(colon, "_"), colon);
	return NULL;
}

/* Part of a pattern: a placeholder, or text between two of them. */
struct pattern_part {
	const struct placeholder *placeholder;	/* NULL: text */
	const char	*text;
	size_t		 length;
};

static struct arena_list
parts_of(struct arena *a, const char *pattern)
{
	struct arena_list parts = { 0 };
	struct pattern_part *part;

	for (; *pattern != '\0'; pattern += part->length) {
		part = arena_alloc(a, sizeof *part);
		if (*pattern == ':')
			part->placeholder = placeholder_at(pattern + 1);
		part->text = pattern;
		part->length = 1 + (part->placeholder != NULL ?
		    part->placeholder->length : strcspn(pattern + 1, ":"));
		arena_list_add(a, &parts, part);
	}
	return parts;
}

void
permalink_prepare(struct site *site)
{
	site->pattern = parts_of(&site->arena, site->permalink != NULL ?
	    site->permalink : SITE_DEFAULT_PERMALINK);
}

/* The path that a pattern makes, valid until the next call; empty parts leave
   no trace.  NULL if it is too long. */
static const char *
expand(struct post *post, const struct arena_list *pattern)
{
	const struct pattern_part *part;
	struct buf *out = &post->scratch;
	size_t i;

	buf_clear(out);
	*buf_reserve(out, PATH_GUESS) = '\0';
	for (i = 0; i < pattern->count && out->length <= PERMALINK_MAX; i++) {
		part = pattern->items[i];
		if (part->placeholder != NULL)
			put_part(out, post, part->placeholder);
		else
			put_text(out, part->text, part->length);
	}
	return out->length > PERMALINK_MAX ? NULL : out->bytes;
}

static const char *
squeeze_slashes(struct arena *a, const char *path)
{
	size_t end = strcspn(path, "?#"), i;
	char *copy = arena_alloc(a, strlen(path) + 2), *out = copy;

	*out++ = '/';
	for (i = 0; i < end; i++)
		if (path[i] != '/' || out[-1] != '/')
			*out++ = path[i];
	memcpy(out, path + end, strlen(path + end));
	return copy;
}

/*
 * Whether a path after a slash would stay the same if its slashes were
 * squeezed and it were resolved: it has only unreserved characters (RFC 3986
 * 2.3), and no segment is empty or begins with a dot.
 */
static bool
is_plain_path(const char *path)
{
	static const bool plain[UCHAR_MAX + 1] = {
		TEXT_DIGITS(true), TEXT_LOWER(true), TEXT_UPPER(true),
		['-'] = true, ['_'] = true
	};

	while (plain[(unsigned char)*path]) {
		do
			path++;
		while (plain[(unsigned char)*path] || *path == '.');
		if (*path == '/')
			path++;
	}
	return *path == '\0';
}

/* The path after the root's slash, resolved; NULL if it cannot be a URL. */
static const char *
resolve_below_root(struct arena *a, const char *path)
{
	static const char root[] = "http://root/";
	const char *url;

	if (is_plain_path(path + (*path == '/')))
		return path + (*path == '/');
	url = url_resolve(a, root, squeeze_slashes(a, path));
	return url == NULL ? NULL : url + strlen(root);
}

/* The path is resolved on its own first, so that ".." stays below the base. */
const char *
permalink_join(struct arena *a, const struct site *site, const char *path)
{
	const char *base = site_base(site);
	const char *inside = resolve_below_root(a, path);
	size_t n = strlen(base), length;
	char *url;

	if (inside == NULL)
		return NULL;
	if (base[n - 1] == '/')
		n--;
	length = strlen(inside);
	url = arena_text(a, n + 1 + length);
	memcpy(url, base, n);
	url[n] = '/';
	memcpy(url + n + 1, inside, length);
	return url;
}

/* Whether a path begins with the path of the site's URL. */
static bool
has_base_path(const struct site *site, const char *path)
{
	const char *base = strstr(site_base(site), "//") + 2;
	size_t n;

	base += strcspn(base, "/");
	n = strlen(base);
	n -= n > 0 && base[n - 1] == '/';
	return strncmp(path, base, n) == 0 && path[n] == '/';
}

const char *
permalink_of_files(struct arena *a, const struct post *post,
    const struct site *site)
{
	const char *url = site->generator->files_url == NULL ||
	    post->inside == NULL || post->url == NULL ? NULL :
	    site->generator->files_url(a, post, site);

	return url != NULL ? url : post->url;
}

const char *
permalink_of_file(struct arena *a, const struct site *site,
    const char *address)
{
	const char *url = url_encode(a, address);

	if (url == NULL)
		return NULL;
	return url_is_absolute(url) || text_has_prefix(url, "//") ||
	    has_base_path(site, url) ?
	    url_resolve(a, site_base(site), url) :
	    permalink_join(a, site, url);
}

const char *
permalink_of_reference(struct arena *a, const struct site *site,
    const char *reference)
{
	if (*reference == '/' || url_is_absolute(reference))
		return url_resolve(a, site_base(site), reference);
	return permalink_join(a, site, reference);
}

const char *
permalink_of_export(struct arena *a, const struct site *site,
    const char *address)
{
	static const char mark[] = "__GHOST_URL__/";
	const size_t n = sizeof mark - 1;
	const char *url = strncmp(address, mark, n) != 0 ? NULL :
	    url_encode(a, address + n - 1);

	return url == NULL ? NULL : permalink_join(a, site, url);
}

/* RFC 3986 6.2.2.1; ids are compared as strings, so that "%e4" must be
   "%E4". */
static const char *
with_capital_escapes(struct arena *a, const char *url)
{
	char *copy = arena_strdup(a, url), *p = copy;
	int i;

	while ((p = strchr(p, '%')) != NULL)
		for (i = 0, p++; i < 2; i++, p++)
			*p = ascii_upper(*p);
	return copy;
}

/* A segment may contain a colon, except at its beginning. */
static void
check_placeholders(const struct post *post, const char *text, struct diag *d)
{
	const struct p2f_value *v = post->facts.permalink;
	const char *p = text;

	while ((p = strstr(p, "/:")) != NULL) {
		p += 2;
		if (!ascii_is_alpha(*p) || placeholder_at(p) != NULL)
			continue;
		diag_report(d, DIAG_PERMALINK, value_place(post->path, v),
		    "%s: %s has an unknown placeholder, :%.*s, which stays in "
		    "the URL", v->key, quote(text).text,
		    (int)text_word_length(p, "_"), p);
		break;
	}
}

/* Zola's `path` is that of a folder; doubled slashes are squeezed later. */
static const char *
of_own_pattern(struct post *post, const struct site *site, const char *text,
    struct diag *d)
{
	struct arena_list pattern;
	const char *path;

	if (strlen(text) > PERMALINK_MAX)
		return NULL;
	check_placeholders(post, text, d);
	pattern = parts_of(&post->arena, text);
	path = expand(post, &pattern);
	return path == NULL ? NULL : permalink_join(&post->arena, site,
	    arena_printf(&post->arena, "%s%s", path, value_key_equal(
	    post->facts.permalink->key, "path") ? "/" : ""));
}

static const char *
whole_url(struct arena *a, const char *text)
{
	const char *url = url_encode(a, text);

	return url == NULL ? NULL : url_normalize(a, url);
}

/* The URL set by the front matter; NULL if it sets none that is usable. */
static const char *
own_permalink(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *v = post->facts.permalink;
	const char *text, *url;

	/* If only the generator could expand it, the site's pattern is used. */
	if (v == NULL || value_has_template(v->text))
		return NULL;
	text = text_trim(&post->arena, v->text);
	if (text != NULL && url_is_web(text))
		url = whole_url(&post->arena, text);
	else if (text == NULL || url_is_absolute(text))
		url = NULL;
	else
		url = of_own_pattern(post, site, text, d);
	if (url == NULL)
		diag_report(d, DIAG_PERMALINK, value_place(post->path, v),
		    "%s: %s is not a valid URL for this site; the site's rule "
		    "is used", v->key, quote(v->text).text);
	return url;
}

static bool
has_part(const struct site *site, enum part wanted)
{
	const struct pattern_part *part;
	size_t i;

	for (i = 0; i < site->pattern.count; i++) {
		part = site->pattern.items[i];
		if (part->placeholder != NULL &&
		    part->placeholder->part == wanted)
			return true;
	}
	return false;
}

/* Standard input has no slug unless its front matter sets one. */
static void
check_name(const struct post *post, const struct site *site, struct diag *d)
{
	bool needs_name = has_part(site, NAME);

	if (needs_name || (post->slug == NULL && has_part(site, SLUG)))
		diag_report(d, DIAG_NO_SLUG, (struct place){ .path =
		    post->path }, "%s has no file name, so the URL is made "
		    "without one (add %spermalink: to the front matter)",
		    strcmp(post->path, "-") == 0 ? "standard input" :
		    "a descriptor", needs_name ? "" : "slug: or ");
}

/* The URL by the pattern of the site, or by the default one. */
static const char *
of_pattern(struct post *post, const struct site *site, struct diag *d)
{
	const char *path;

	if (!path_has_name(post->path))
		check_name(post, site, d);
	path = expand(post, &site->pattern);
	if (path == NULL)
		diag_report(d, DIAG_PERMALINK, (struct place){ .path =
		    post->path }, "the URL from the pattern %s would be too "
		    "long; the post gets none", quote(site->permalink != NULL ?
		    site->permalink : SITE_DEFAULT_PERMALINK).text);
	return path == NULL ? NULL : permalink_join(&post->arena, site, path);
}

/*
 * The path after a folder: the last one in `src`, or else the first that is
 * not at the root: in a container, /app is the site, and /app/app has its
 * routes.
 */
static const char *
after_folder(const char *path, const char *folder, const char *in_src)
{
	const size_t n = strlen(folder);
	const char *found = NULL, *p;

	for (p = path; (p = strstr(p, in_src)) != NULL; p++)
		if (p == path || p[-1] == '/')
			found = p + strlen(in_src);
	for (p = *path == '/' ? strchr(path + 1, '/') : path; found == NULL &&
	    p != NULL; p = strchr(p, '/')) {
		p += *p == '/';
		if (strncmp(p, folder, n) == 0)
			found = p + n;
	}
	return found;
}

const char *
permalink_route(struct arena *a, const char *path)
{
	const char *name = strrchr(path, '/'), *end = name, *p = NULL, *stop;
	struct buf route = { 0 };

	if (name != NULL && text_has_prefix(name, "/+page."))
		p = after_folder(path, "routes/", "src/routes/");
	else if (name != NULL && strcmp(name, "/page.mdx") == 0)
		p = after_folder(path, "app/", "src/app/");
	if (p == NULL && name != NULL && text_has_suffix(name, ".mdx")) {
		p = after_folder(path, "pages/", "src/pages/");
		if (p != NULL && strcmp(name, "/index.mdx") != 0)
			end = file_extension(path);
	}
	if (p == NULL || (p < end && text_find(p, end, '[') != NULL))
		return NULL;
	/* A route group is not part of the path. */
	for (; p < end; p = stop + 1) {
		stop = text_until(p, end, '/');
		if (*p == '(' && stop[-1] == ')')
			continue;
		buf_puts(&route, route.length > 0 ? "/" : "");
		buf_add_span(&route, p, stop);
	}
	return arena_take(a, &route);
}

const char *
permalink_of(struct post *post, const struct site *site, struct diag *d)
{
	const char *url;

	if (site->permalink == NULL && site->generator->url != NULL &&
	    post->inside != NULL) {
		url = site->generator->url(post, site, d);
		return url == NULL ? NULL :
		    with_capital_escapes(&post->arena, url);
	}
	url = own_permalink(post, site, d);
	if (url == NULL && site->permalink == NULL && post->inside == NULL) {
		url = permalink_route(&post->arena, post->path);
		url = url == NULL ? NULL : permalink_join(&post->arena, site,
		    url);
	}
	if (url != NULL)
		return with_capital_escapes(&post->arena, url);
	return of_pattern(post, site, d);
}

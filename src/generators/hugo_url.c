/*
 * The URL of a page of Hugo.
 *
 * `url` in the front matter is used as is.  Otherwise the path is made by a
 * pattern of the settings or, if there is none, from folder and name of the
 * file; the result is cleaned as a whole.
 */
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/hugo.h"
#include "generators/paths.h"
#include "site/permalink.h"

/* Find the sections of a page, from the top: folders with an _index. */
static void
find_sections(struct hugo_filling *f)
{
	struct arena *a = &f->post->arena;
	const char *folder = f->page.folder, *path;
	size_t n = strlen(folder), root = strlen(f->page.root) + 1, k, top;

	path = arena_printf(a, "%s/%s", f->page.root, folder);
	top = strcspn(folder, "/");
	while (n > top && hugo_section(f->hugo, path, root + n,
	    f->page.language) == NULL)
		while (folder[--n] != '/')
			continue;
	for (k = 0; n > 0; folder += k + 1, n -= k + (n > k)) {
		k = strcspn(folder, "/");
		if (k > n)
			k = n;
		arena_list_add(a, &f->sections, text_clean_name(a,
		    arena_strndup(a, folder, k)));
	}
}

/* Strip hyphens at the ends.  An empty slug overrides one of the file name. */
static const char *
find_slug(struct post *post, const struct site *site)
{
	const char *slug = hugo_text_of(post->meta, "slug");
	size_t n;

	if (slug == NULL)
		return hugo_find(post->meta, "slug") != NULL ? NULL :
		    hugo_slug_of_name(post, site);
	slug += strspn(slug, "-");
	for (n = strlen(slug); n > 0 && slug[n - 1] == '-'; )
		n--;
	return n == 0 ? NULL : arena_strndup(&post->arena, slug, n);
}

/* For Hugo, a page without a date has that of January 1 of the year 1. */
static void
find_date(struct hugo_filling *f)
{
	const struct p2f_date *date = hugo_date_of(f->post, f->site,
	    HUGO_DATE).date;

	f->civil = (struct civil){ .year = 1, .month = 1, .day = 1 };
	if (date == NULL && f->post->facts.bad_date.value != NULL)
		date = f->post->published;
	if (date == NULL)
		return;
	date_civil(date, &f->civil);
	f->offset = date->offset;
}

/* Whether the pattern of a section, "posts" or "/", applies to a page. */
static bool
is_for(struct arena *a, const char *section, const char *folder)
{
	size_t n;

	section += strspn(section, " /");
	for (n = strlen(section); n > 0 && strchr(" /", section[n - 1]) !=
	    NULL; )
		n--;
	section = unicode_lower_text(a, arena_strndup(a, section, n));
	folder = unicode_lower_text(a, text_clean_name(a, folder));
	return *section == '\0' ? *folder == '\0' :
	    paths_is_around(section, folder);
}

/* The pattern whose section is nearest to the page. */
static const struct p2f_value *
pattern_of_map(struct arena *a, const struct p2f_value *map,
    const struct hugo_page *page, const struct p2f_value *best)
{
	const struct p2f_value *v;
	size_t i;

	for (i = 0; (v = map->items[i]) != NULL; i++) {
		if (v->kind == P2F_MAP && ascii_equal(v->key, "page") &&
		    best == NULL)
			best = pattern_of_map(a, v, page, best);
		if (v->kind == P2F_TEXT && is_for(a, v->key, page->folder) &&
		    (best == NULL || strlen(best->key) < strlen(v->key)))
			best = v;
	}
	return best;
}

static const struct p2f_value *
pattern_of(struct arena *a, const struct hugo_page *page)
{
	const struct p2f_value *rules = page->language->permalinks, *v;
	size_t i;

	if (rules == NULL || rules->kind == P2F_TEXT)
		return NULL;
	if (rules->kind == P2F_MAP)
		return pattern_of_map(a, rules, page, NULL);
	for (i = 0; (v = rules->items[i]) != NULL; i++)
		if (v->kind == P2F_MAP && hugo_is_target(a, hugo_get(v,
		    "target"), page))
			return hugo_get(v, "pattern");
	return NULL;
}

static bool
is_ugly(const struct hugo_filling *f)
{
	const struct p2f_value *v = hugo_get(f->hugo->config, "uglyurls");
	const struct p2f_value *const *item = value_items(v, P2F_MAP);

	for (; *item != NULL && f->sections.count > 0; item++)
		if (ascii_equal((*item)->key, f->sections.items[0]))
			return value_is_true(*item);
	return value_is_true(v);
}

/* The path by folder and name of the file. */
static const char *
path_of_file(struct hugo_filling *f)
{
	struct arena *a = &f->post->arena;
	const char *folder = text_clean_name(a, f->page.folder);
	const char *name = f->slug != NULL ? f->slug :
	    text_clean_name(a, f->page.name);

	/* The URL of a folder's index.html is the folder. */
	if (strcmp(name, "index") == 0)
		return arena_printf(a, "%s/", hugo_clean_path(a, folder));
	return arena_printf(a, is_ugly(f) ? "%s.html" : "%s/",
	    hugo_clean_path(a, arena_printf(a, "%s/%s", folder, name)));
}

/* The path by a pattern; NULL if it makes none. */
static const char *
path_of_pattern(struct hugo_filling *f, const char *pattern)
{
	struct arena *a = &f->post->arena;
	const char *path = hugo_expand(f, pattern);

	path = path == NULL ? NULL : hugo_unescape(a, path);
	if (path == NULL || *path == '\0')
		return NULL;
	return arena_printf(a, is_ugly(f) ? "%s.html" : "%s/",
	    hugo_clean_path(a, path));
}

/* Whether it contains what a URL cannot, before its fragment. */
static bool
needs_encoding(const char *path)
{
	size_t end = strcspn(path, "#"), i;

	for (i = 0; i < end; i++)
		if ((unsigned char)path[i] >= 0x80 ||
		    strchr(" \\\"<>^`{|}", path[i]) != NULL)
			return true;
	return false;
}

/*
 * Go keeps a path unchanged if it needs no more encoding; otherwise it decodes
 * and encodes it as a whole: "%41" becomes "A", and "%c3" "%C3".
 */
static const char *
encode_as_go(struct arena *a, const char *path)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf out = { 0 };
	const char *p, *high, *low;
	char c;

	if (strchr(path, '%') == NULL || !needs_encoding(path))
		return path;
	for (p = path; *p != '\0'; p++) {
		if (p[0] != '%' || !ascii_is_hex(p[1]) || !ascii_is_hex(p[2])) {
			buf_putc(&out, *p);
			continue;
		}
		high = strchr(digits, ascii_upper(p[1]));
		low = strchr(digits, ascii_upper(p[2]));
		c = (char)((high - digits) << 4 | (low - digits));
		if (c != '\0' && (ascii_is_alnum(c) ||
		    strchr("-_.~$&+,/:;=@", c) != NULL))
			buf_putc(&out, c);
		else
			buf_printf(&out, "%%%c%c", *high, *low);
		p += 2;
	}
	return arena_take(a, &out);
}

/* Join a path to the URL of the site, or of the language. */
static const char *
join(const struct hugo_filling *f, const char *path, bool is_in_language)
{
	const struct hugo_language *language = f->page.language;
	struct arena *a = &f->post->arena;
	struct site other = *f->site;

	if (is_in_language && language->prefix != NULL)
		path = arena_printf(a, "/%s%s%s", language->prefix,
		    *path == '/' ? "" : "/", path);
	if (language->base != NULL && url_encode(a, language->base) != NULL)
		other.url = url_encode(a, language->base);
	return permalink_join(a, &other, encode_as_go(a, path));
}

/* Hugo keeps a '#', or cuts the link there; the link works if it is encoded. */
static const char *
of_path(const struct hugo_filling *f, const char *path)
{
	struct buf clean = { 0 }, encoded = { 0 };
	const char *p;

	hugo_put_path(&clean, path, f->hugo);
	buf_puts(&clean, "");
	for (p = clean.bytes; *p != '\0'; p++)
		if (*p == '#')
			buf_puts(&encoded, "%23");
		else
			buf_putc(&encoded, *p);
	buf_release(&clean);
	return join(f, arena_take(&f->post->arena, &encoded), true);
}

/* The URL that `url` of the front matter sets; NULL if it cannot be one. */
static const char *
of_front_matter(struct hugo_filling *f, const char *text)
{
	static const char index[] = "/index.html";
	struct arena *a = &f->post->arena;
	const char *path;
	size_t n;

	if (url_is_web(text))
		return url_encode(a, text);
	text = hugo_expand(f, text);
	if (text == NULL)
		return NULL;
	path = hugo_clean_path(a, text);
	n = strlen(path);
	if (text_has_suffix(text, index))
		path = arena_strndup(a, path, n - strlen(index) + 1);
	else if (n > 1 && (text_has_suffix(text, "/") ||
	    strchr(text, '.') == NULL))
		path = arena_printf(a, "%s/", path);
	return join(f, path, *text != '/');
}

static const char *
of_url(struct hugo_filling *f, struct diag *d)
{
	const struct p2f_value *v = hugo_get(f->post->meta, "url");
	const char *text = hugo_text_of(f->post->meta, "url"), *url;

	if (text != NULL)
		text = text_trim(&f->post->arena, text);
	if (text == NULL)
		return NULL;
	url = of_front_matter(f, text);
	if (url == NULL)
		diag_report(d, DIAG_PERMALINK, value_place(f->post->path, v),
		    "url: %s is not a valid URL for this site; the site's rule "
		    "is used", quote(text).text);
	return url;
}

/* Report why the pattern of the settings makes no URL. */
static void
report_pattern(const struct hugo_filling *f, const char *pattern,
    struct diag *d)
{
	const struct place place = { .path = f->post->path };

	if (f->missing != NULL)
		diag_report(d, DIAG_PERMALINK, place, "permalinks: %s needs "
		    "%s, which its _index.md lacks; the URL is unknown",
		    quote(pattern).text, f->missing);
	else
		diag_report(d, DIAG_PERMALINK, place, "permalinks: the URL "
		    "from %s would be too long; the post gets none",
		    quote(pattern).text);
}

const char *
hugo_url(struct post *post, const struct site *site, struct diag *d)
{
	struct hugo_filling f = { .post = post, .site = site,
	    .hugo = site->own };
	const struct p2f_value *v;
	const char *path = NULL, *url;

	if (!hugo_page_of(&post->arena, f.hugo, post->inside, &f.page))
		f.page = (struct hugo_page){ .language = f.hugo->main,
		    .root = "", .inside = post->inside, .folder = "",
		    .name = post->name };
	f.slug = find_slug(post, site);
	find_sections(&f);
	find_date(&f);
	url = of_url(&f, d);
	if (url != NULL)
		return url;
	v = pattern_of(&post->arena, &f.page);
	if (v != NULL && v->kind == P2F_TEXT) {
		if (hugo_pattern_problem(&post->arena, v->text) != NULL)
			return NULL;
		path = path_of_pattern(&f, v->text);
		if (f.missing != NULL || f.is_long) {
			report_pattern(&f, v->text, d);
			return NULL;
		}
	}
	return of_path(&f, path == NULL ? path_of_file(&f) : path);
}

const char *
hugo_section_url(struct arena *a, const struct site *site,
    const struct hugo_language *language, const char *folder)
{
	const char *path = arena_printf(a, "%s%s%s", language->folder,
	    *folder == '\0' ? "" : "/", folder), *url;
	const struct hugo_index *index = hugo_section(site->own, path,
	    strlen(path), language);
	struct diag ignored = { .options = &diag_quiet };
	struct post page = { .path = path, .meta = index == NULL ? NULL :
	    index->meta };
	struct hugo_filling f = { .post = &page, .site = site,
	    .hugo = site->own, .page = { .language = language,
	    .root = language->folder, .inside = folder, .folder = folder,
	    .name = "_index" },
	    .civil = { .year = 1, .month = 1, .day = 1 } };

	url = of_url(&f, &ignored);
	if (url == NULL)
		url = of_path(&f, *folder == '\0' ? "/" :
		    arena_printf(a, "/%s/", folder));
	if (url != NULL)
		url = arena_strdup(a, url);
	post_release(&page);
	diag_discard(&ignored);
	return url;
}

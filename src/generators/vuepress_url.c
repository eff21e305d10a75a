/*
 * The URLs of VuePress: in permalinks, version 1 makes slugs of file names, and
 * version 2 uses them as is.
 */
#include <string.h>

#include "base/file.h"
#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/paths.h"
#include "generators/vuepress.h"
#include "site/config.h"
#include "site/permalink.h"

#define BLOG_PATTERN "/:year/:month/:day/:slug"

/* `/rain.html`, and `/` for index.md and README.md, in versions 1 and 2. */
static const char *
regular_path(struct arena *a, const char *path)
{
	const char *stem = paths_stem(a, path), *name = file_base_name(stem);

	return ascii_equal(name, "index") || ascii_equal(name, "readme") ?
	    arena_strndup(a, path, (size_t)(name - stem)) :
	    arena_printf(a, "%s.html", stem);
}

/* ---- names ---- */

/* Skip `2024-05-31-` or `2024-05-`, wherever it is; NULL if there is none. */
static const char *
after_day(const char *name)
{
	const char *p;
	size_t n;

	for (; *name != '\0'; name++) {
		p = name;
		n = strspn(p, "0123456789");
		if (n < 4 || p[n] != '-')
			continue;
		p += n + 1;
		n = strspn(p, "0123456789");
		if (n < 1 || n > 2 || p[n] != '-')
			continue;
		p += n + 1;
		n = strspn(p, "0123456789");
		return n > 0 && n < 3 && p[n] == '-' ? p + n + 1 : p;
	}
	return NULL;
}

static const char *
without_day(const char *name)
{
	const char *rest = after_day(name);

	return rest == NULL ? name : rest;
}

/* The name of a page, or of the folder that it is the index of. */
static const char *
name_of_page(struct arena *a, const char *path)
{
	const char *stem = paths_stem(a, path);
	const char *name = without_day(file_base_name(stem)), *folder;

	if (!ascii_equal(name, "index") && !ascii_equal(name, "readme"))
		return name;
	folder = file_folder_name(a, stem);
	folder = folder == NULL ? "" : without_day(file_base_name(folder));
	return *folder == '\0' ? name : folder;
}

/*
 * Characters that NFKD maps to one or more others, and that a slug keeps:
 * symbols of Latin-1, Hangul, punctuation except quotes and dashes, circled
 * numbers, squared words, half-width forms.
 */
static bool
is_unknown(unsigned c)
{
	static const struct unicode_range ranges[] = {
		{ 0x80, 0xbf }, { 0x132, 0x133 }, { 0x13f, 0x140 },
		{ 0x149, 0x149 }, { 0x17f, 0x17f }, { 0x1c4, 0x1cc },
		{ 0x1f1, 0x1f3 }, { 0x2b0, 0x2ff }, { 0x37a, 0x385 },
		{ 0x3d0, 0x3d6 }, { 0x3f0, 0x3f9 }, { 0x587, 0x587 },
		{ 0x675, 0x678 }, { 0xe33, 0xe33 }, { 0xeb3, 0xeb3 },
		{ 0x1100, 0x11ff }, { 0x1d2c, 0x1dbf }, { 0x1fbd, 0x1fc1 },
		{ 0x2000, 0x2012 }, { 0x2015, 0x2017 }, { 0x201e, 0x2fdf },
		{ 0x309b, 0x309f }, { 0x30ff, 0x30ff }, { 0x3131, 0x33ff },
		{ 0xa000, 0xd7ff }, { 0xf900, 0xff00 }, { 0xff5f, 0xffff },
		{ 0x1d400, 0x1d7ff }, { 0x1f100, 0x1f2ff }
	};

	return unicode_is_in(ranges, sizeof ranges / sizeof *ranges, c);
}

/* The character after NFKD without accents, 0 if nothing remains.  False if it
   is not known. */
static bool
decompose(unsigned c, unsigned *base)
{
	*base = latin_base(c);
	if (is_unknown(c))
		return false;
	if (c >= 0xff01 && c <= 0xff5e)
		*base = c - 0xfee0;
	else if (c == 0x3000)
		*base = ' ';
	else if (c >= 0x600 && *base != c)
		return c >= 0x1e00 && c <= 0x1fff;
	return true;
}

static bool
is_special(unsigned c)
{
	return (c < 0x80 && !ascii_is_alnum((char)c)) ||
	    (c >= 0x2018 && c <= 0x201d && c != 0x201a && c != 0x201b) ||
	    c == 0x2013 || c == 0x2014;
}

/* The slug in version 1, encoded; NULL if it is not known. */
static const char *
make_slug(struct arena *a, const char *name)
{
	struct buf slug = { 0 }, out = { 0 };
	const char *result = NULL;
	bool is_known = true;
	unsigned c;

	while (*name != '\0' && is_known) {
		is_known = decompose(utf8_next(&name), &c);
		if (c != 0 && !is_special(c))
			buf_put_utf8(&slug, c);
		else if (c != 0 && slug.length > 0 &&
		    slug.bytes[slug.length - 1] != '-')
			buf_putc(&slug, '-');
	}
	while (slug.length > 0 && slug.bytes[slug.length - 1] == '-')
		slug.length--;
	buf_puts(&slug, "");
	if (ascii_is_digit(*slug.bytes))
		buf_putc(&out, '_');
	url_encode_path(&out, unicode_lower_text(a, slug.bytes));
	if (is_known)
		result = arena_strndup(a, out.bytes, out.length);
	buf_release(&slug);
	buf_release(&out);
	return result;
}

/* ---- permalinks ---- */

static const char *
put_number(struct arena *a, const char *text, const char *word,
    const char *format, unsigned number)
{
	return paths_replace(a, text, word, arena_printf(a, format, number));
}

/* Like VuePress, replaces each word only once; dates are in UTC. */
static const char *
expand_first(struct post *post, const char *pattern, const char *locale)
{
	struct arena *a = &post->arena;
	struct civil t = { 0 };
	const char *slug = NULL, *path;

	if (post->published != NULL)
		civil_of_seconds(&t, post->published->seconds);
	if (strstr(pattern, ":slug") != NULL) {
		slug = make_slug(a, name_of_page(a, post->inside));
		if (slug == NULL)
			return NULL;
	}
	path = put_number(a, pattern, ":year", "%u", (unsigned)t.year);
	path = put_number(a, path, ":month", "%02u", t.month);
	path = put_number(a, path, ":i_month", "%u", t.month);
	path = put_number(a, path, ":i_day", "%u", t.day);
	path = put_number(a, path, ":day", "%02u", t.day);
	path = put_number(a, path, ":minutes", "%u", t.minute);
	path = put_number(a, path, ":seconds", "%u", t.second);
	path = slug == NULL ? path : paths_replace(a, path, ":slug", slug);
	path = paths_replace(a, path, ":regular", regular_path(a,
	    post->inside));
	return arena_printf(a, "%s/%s%s", locale, path,
	    text_has_suffix(path, "/") || text_has_suffix(path, ".html") ?
	    "" : "/");
}

static const char *
expand_second(struct post *post, const char *pattern, const char *locale)
{
	struct arena *a = &post->arena;
	struct civil t = { 0 };
	const char *path;

	if (post->published != NULL)
		civil_of_seconds(&t, post->published->seconds);
	path = put_number(a, pattern, ":year", "%04u", (unsigned)t.year);
	path = put_number(a, path, ":month", "%02u", t.month);
	path = put_number(a, path, ":day", "%02u", t.day);
	path = paths_replace(a, path, ":slug", without_day(file_base_name(
	    paths_stem(a, post->inside))));
	path = paths_replace(a, path, ":raw", regular_path(a, post->inside));
	return arena_printf(a, "%s/%s", locale, path);
}

/* The pattern that the blog plugin gives a page, or NULL. */
static const char *
pattern_of_blog(struct arena *a, const struct vuepress *own,
    const char *path)
{
	const struct p2f_value *const *items = value_items(own->directories,
	    P2F_LIST), *v;
	const char *folder, *pattern;

	if (own->theme != NULL && paths_below(path, own->theme->folder) !=
	    NULL)
		return own->theme->pattern == NULL ? BLOG_PATTERN :
		    own->theme->pattern;
	for (; (v = *items) != NULL; items++) {
		folder = v->kind == P2F_MAP ? config_text(a, v, "dirname") :
		    NULL;
		if (folder == NULL || paths_below(path, paths_trim(a,
		    folder)) == NULL)
			continue;
		pattern = config_text(a, v, "itemPermalink");
		return pattern == NULL ? BLOG_PATTERN : pattern;
	}
	return NULL;
}

/* Replace characters that version 2 does not have in paths by '_', with which
   no segment begins. */
static const char *
sanitize(struct arena *a, const char *path)
{
	static const char invalid[] = "\"#$%&*+,:;<=>?[]^`{|}";
	char *out = arena_strdup(a, path), *p = out, *q = out;

	for (; *p != '\0'; p++) {
		if (strchr(invalid, *p) != NULL || (unsigned char)*p < ' ' ||
		    *p == 0x7f)
			*p = '_';
		if (*p != '_' || (q > out && q[-1] != '/'))
			*q++ = *p;
	}
	*q = '\0';
	return out;
}

static const char *
url_of_second(struct post *post, const struct site *site,
    const char *locale)
{
	const struct vuepress *own = site->own;
	struct arena *a = &post->arena;
	const char *path = value_text(value_get(post->meta, "permalink"));
	const char *pattern = value_text(value_get(post->meta,
	    "permalinkPattern"));

	if (pattern == NULL)
		pattern = own->pattern;
	if (path == NULL && pattern != NULL)
		path = expand_second(post, pattern, locale);
	if (path == NULL)
		path = regular_path(a, post->inside);
	return paths_url(a, site, sanitize(a, path));
}

static bool
names_day(const char *pattern)
{
	static const char *const words[] = { ":year", ":month", ":i_", ":day",
	    NULL };

	return text_holds_any(pattern, words);
}

static const char *
url_of_first(struct post *post, const struct site *site, const char *locale,
    struct diag *d)
{
	const struct vuepress *own = site->own;
	struct arena *a = &post->arena;
	const char *pattern = value_text(value_get(post->meta, "permalink"));
	const char *path;

	if (pattern == NULL && own->is_code)
		return paths_unknown(post, "code in VuePress's settings "
		    "decides which folders are blogs (set --permalink)", d);
	if (pattern == NULL)
		pattern = pattern_of_blog(a, own, post->inside);
	if (pattern == NULL)
		pattern = own->pattern;
	if (pattern == NULL)
		return paths_url(a, site, regular_path(a, post->inside));
	if (post->published == NULL && names_day(pattern))
		return paths_unknown(post, "its permalink contains a date, and "
		    "the post has none (set --permalink)", d);
	path = expand_first(post, pattern, locale);
	return path != NULL ? permalink_join(a, site, path) :
	    paths_unknown(post, "only VuePress knows how it spells this file "
	    "name in a URL (set --permalink)", d);
}

const char *
vuepress_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct vuepress *own = site->own;
	const struct p2f_value *v = vue_locale_of(&post->arena,
	    &own->languages, post->inside);
	const char *locale = v == NULL ? "" : paths_trim(&post->arena,
	    v->key);

	return own->is_second ? url_of_second(post, site, locale) :
	    url_of_first(post, site, locale, d);
}

/* A page with a permalink of its own is not at its path. */
const char *
vuepress_page_url(struct arena *a, const struct site *site, const char *path)
{
	const struct vuepress *own = site->own;

	path = vue_page(a, path);
	if (!ascii_equal(file_extension(path), ".md") ||
	    strncmp(path, "../", 3) == 0 || own->pattern != NULL ||
	    own->is_code || pattern_of_blog(a, own, path) != NULL ||
	    !config_exists(site->root, path) ||
	    config_begins_line(site->root, path, "permalink"))
		return NULL;
	path = regular_path(a, path);
	return paths_url(a, site, own->is_second ? sanitize(a, path) : path);
}

/*
 * URLs of Zola: the folders and the name of the file.
 */
#include <string.h>

#include "base/file.h"
#include "base/latin.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "generators/paths.h"
#include "generators/slugify.h"
#include "generators/zola.h"
#include "site/config.h"
#include "site/permalink.h"

/* Whether two digits at p are at most a number. */
static bool
is_pair(const char *p, int last)
{
	return ascii_is_digit(p[0]) && ascii_is_digit(p[1]) &&
	    (p[0] - '0') * 10 + p[1] - '0' <= last;
}

/* The length of T10:00:00.5+01:00; 0 if it is not a time. */
static size_t
time_length(const char *p)
{
	const char *start = p;

	if (*p != 'T' || !is_pair(p + 1, 23) || p[3] != ':' ||
	    !is_pair(p + 4, 59) || p[6] != ':' ||
	    !is_pair(p + 7, 60))
		return 0;
	p += 9;
	if (*p == '.' && ascii_is_digit(p[1]))
		for (p++; ascii_is_digit(*p);)
			p++;
	if (*p == 'Z')
		return (size_t)(p + 1 - start);
	if ((*p != '+' && *p != '-') || !is_pair(p + 1, 23) ||
	    p[3] != ':' || !is_pair(p + 4, 59))
		return 0;
	return (size_t)(p + 6 - start);
}

size_t
zola_date(const char *name, const char **slug)
{
	struct civil day;
	const char *p;
	size_t n;

	*slug = NULL;
	if (!civil_read_day(&day, name) || day.month < 1 || day.month > 12 ||
	    day.day < 1 || day.day > 31)
		return 0;
	n = 10 + time_length(name + 10);
	p = name + n;
	if (ascii_is_space(*p))
		p++;
	if ((*p == '_' || *p == '-') && p[1] != '\0')
		*slug = p + 1;
	return n;
}

/* Where Zola's table, from deunicode, differs from the others. */
static const char *
own_spelling(unsigned code)
{
	switch (code) {
	case 0x0404:
		return "e";
	case 0x3057: case 0x30b7:
		return "si";
	case 0x3061: case 0x30c1:
		return "ti";
	case 0x3063: case 0x3064: case 0x30c3: case 0x30c4:
		return "tu";
	default:
		return NULL;
	}
}

static const char *
slug_on(struct arena *a, const char *name, unsigned *unknown)
{
	struct buf ascii = { 0 };
	const char *p = name, *own, *slug = NULL;

	for (*unknown = 0; *p != '\0' && *unknown == 0;) {
		unsigned code = utf8_next(&p);

		own = own_spelling(code);
		if (own != NULL)
			buf_puts(&ascii, own);
		else if (!latin_put(&ascii, code))
			*unknown = code;
	}
	buf_puts(&ascii, "");
	if (*unknown == 0)
		slug = slugify_ascii(a, ascii.bytes);
	buf_release(&ascii);
	return slug;
}

static const char *
slug_safe(struct arena *a, const char *name)
{
	size_t n = strlen(name), i;
	char *slug = arena_alloc(a, n + 1), *out = slug;

	while (n > 0 && (name[n - 1] == ' ' || name[n - 1] == '.'))
		n--;
	for (i = 0; i < n; i++)
		if (strchr("<>:\"/\\|?*", name[i]) == NULL)
			*out++ = name[i];
	return slug;
}

const char *
zola_slug(struct arena *a, const char *name, enum zola_slugify how,
    unsigned *unknown)
{
	if (how == ZOLA_ON)
		return slug_on(a, name, unknown);
	return how == ZOLA_SAFE ? slug_safe(a, name) : name;
}

bool
zola_page(struct arena *a, const struct zola *zola, const char *inside,
    struct zola_page *page)
{
	const char *folder, *dot;
	bool is_index;

	inside = text_after(inside, "content/");
	if (inside == NULL || strcmp(file_extension(inside), ".md") != 0)
		return false;
	inside = text_clean_name(a, inside);
	folder = path_folder(a, inside);
	*page = (struct zola_page){ .folder = folder,
	    .name = file_stem(a, inside) };
	/* The folder of index.fr.md is not in the URL, either. */
	is_index = text_has_prefix(page->name, "index") &&
	    (page->name[5] == '\0' || page->name[5] == '.');
	if (is_index)
		page->folder = path_folder(a, folder);
	dot = strchr(page->name, '.');
	if (dot != NULL && arena_list_has(&zola->others, dot + 1)) {
		page->language = dot + 1;
		page->name = arena_span(a, page->name, dot);
	}
	if (strcmp(page->name, "index") == 0) {
		page->is_top = *folder == '\0';
		if (!page->is_top)
			page->name = file_base_name(folder);
	}
	return true;
}

/* The name without its date, unless that is part of the URL. */
static const char *
name_of_page(const struct zola *zola, const struct zola_page *page)
{
	const char *rest;

	return !zola->keep_dates && zola_date(page->name, &rest) > 0 &&
	    rest != NULL ? rest : page->name;
}

/* The slug from the front matter, or the file name. */
static const char *
slug_of_page(struct post *post, const struct site *site,
    const struct zola_page *page, struct diag *d)
{
	const struct p2f_value *own = value_get(post->meta, "slug");
	struct place place = { .path = post->path };
	const struct zola *zola = site->own;
	const char *name = value_text(own), *slug;
	unsigned unknown = 0;

	if (name != NULL)
		place = value_place(post->path, own);
	else
		name = name_of_page(zola, page);
	slug = zola_slug(&post->arena, name, zola->slugify, &unknown);
	return slug != NULL ? slug : paths_unspelled(site, place, unknown,
	    "path: or an ASCII slug:", d);
}

/* Append names of folders and files, percent-encoded. */
static void
put_names(struct buf *out, const char *path)
{
	if (*path == '\0')
		return;
	buf_putc(out, '/');
	url_encode_path(out, path);
	if (text_has_suffix(path, "/"))
		out->length--;
}

static const char *
join(struct arena *a, const struct site *site, const struct zola_page *page,
    const char *slug)
{
	struct buf path = { 0 };

	if (page->language != NULL)
		put_names(&path, page->language);
	put_names(&path, page->folder);
	put_names(&path, slug);
	buf_putc(&path, '/');
	return permalink_join(a, site, arena_take(a, &path));
}

static const char *
url_of_page(struct post *post, const struct site *site,
    const struct zola_page *page, struct diag *d)
{
	const char *slug = page->is_top ? "" : slug_of_page(post, site, page,
	    d);

	return slug == NULL ? NULL : join(&post->arena, site, page, slug);
}

const char *
zola_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *path = value_get(post->meta, "path");
	const char *text = value_trimmed(&post->arena, path), *url = NULL;
	struct zola_page page;

	if (text != NULL)
		url = permalink_join(&post->arena, site,
		    arena_printf(&post->arena, "%s/", text));
	if (text != NULL && url == NULL)
		diag_report(d, DIAG_PERMALINK, value_place(post->path, path),
		    "path: %s is not a valid URL for this site; that of the "
		    "file is used", quote(text).text);
	if (url != NULL)
		return url;
	if (zola_page(&post->arena, site->own, post->inside, &page))
		return url_of_page(post, site, &page, d);
	return paths_unknown(post, "Zola pages are in content and end in .md",
	    d);
}

/*
 * Link to the list of a section, or a page that is not a post: by its path
 * only, without reading its front matter.
 */
const char *
zola_link(struct arena *a, const struct post *post, const struct site *site,
    const char *text)
{
	const struct zola *zola = site->own;
	size_t n = strcspn(text, "#");
	const char *inside, *slug, *url;
	struct zola_page page;
	unsigned unknown;

	(void)post;
	if (!text_has_prefix(text, "@/"))
		return NULL;
	inside = arena_printf(a, "content/%.*s", (int)n - 2, text + 2);
	if (!config_exists(site->root, inside) ||
	    !zola_page(a, zola, inside, &page))
		return NULL;
	slug = page.is_top || strcmp(page.name, "_index") == 0 ? "" :
	    zola_slug(a, name_of_page(zola, &page), zola->slugify, &unknown);
	url = slug == NULL ? NULL : join(a, site, &page, slug);
	return url == NULL ? NULL : arena_printf(a, "%s%s", url, text + n);
}

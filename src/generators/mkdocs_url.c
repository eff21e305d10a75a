/*
 * URLs of MkDocs: of pages by their paths, of posts by the settings of the
 * theme Material.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/mkdocs.h"
#include "generators/paths.h"
#include "site/config.h"
#include "site/permalink.h"

/* ---- slugs ---- */

/* Only Python's \w, hyphens and spaces are kept. */
static bool
is_kept(unsigned c)
{
	return c < 0x80 ? ascii_is_alnum((char)c) || c == '_' || c == '-' ||
	    c == ' ' : unicode_is_letter(c) || unicode_is_number(c);
}

/* Strip everything in <>. */
static const char *
without_tags(struct arena *a, const char *text)
{
	const char *last = strrchr(text, '>');
	struct buf out = { 0 };

	while (*text != '\0') {
		if (*text == '<' && last != NULL && text < last)
			text = strchr(text, '>') + 1;
		else
			buf_putc(&out, *text++);
	}
	text = text_trim(a, arena_take(a, &out));
	return text == NULL ? "" : text;
}

static const char *
slugify(struct arena *a, const char *text, const char *separator)
{
	struct buf out = { 0 };
	unsigned c;

	text = unicode_lower_words(a, without_tags(a, text));
	while (*text != '\0') {
		c = utf8_next(&text);
		if (c == ' ')
			buf_puts(&out, separator);
		else if (is_kept(c))
			buf_put_utf8(&out, c);
	}
	return arena_take(a, &out);
}

/* The source of the heading that a body begins with; NULL if there is none. */
static const char *
heading_of(struct post *post)
{
	const char *p = post->body, *end = p + post->body_length;

	p = text_skip_space(p, end);
	if (!text_begins(p, end, "# "))
		return NULL;
	while (p < end && (*p == '#' || *p == ' '))
		p++;
	return arena_span(&post->arena, p, text_until(p, end, '\n'));
}

/* Without a title, the slug is that of the heading or of the file name. */
static const char *
slug_of(struct post *post, const struct mkdocs_blog *blog, struct diag *d)
{
	const char *slug = value_text(value_get(post->meta, "slug"));
	const char *title = value_text(value_get(post->meta, "title"));
	struct arena *a = &post->arena;

	if (slug != NULL)
		return slug;
	if (blog->has_code)
		return paths_unknown(post, "post_slugify is code (add slug: to "
		    "the front matter)", d);
	if (title == NULL)
		title = heading_of(post);
	if (title != NULL)
		return slugify(a, title, blog->separator);
	return slugify(a, text_replace(a, file_stem(a, post->path), "-_", ' '),
	    blog->separator);
}

static const char *
categories_of(struct post *post, const struct mkdocs_blog *blog,
    struct diag *d)
{
	const struct p2f_value *list = value_get(post->meta, "categories");
	struct arena *a = &post->arena;
	const char *path = "", *name;
	size_t i;

	if (list == NULL || list->kind != P2F_LIST)
		return path;
	if (blog->has_category_code)
		return paths_unknown(post, "categories_slugify is code", d);
	for (i = 0; i < blog->categories && list->items[i] != NULL; i++) {
		name = value_text(list->items[i]);
		if (name != NULL)
			path = arena_printf(a, "%s/%s", path, slugify(a, name,
			    blog->category_separator));
	}
	return *path == '/' ? path + 1 : path;
}

/* ---- dates ---- */

/* Append a field of a pattern of UTS #35, of n letters; false if unknown. */
static bool
put_field(struct buf *out, const struct civil *c, char letter, size_t n,
    bool is_english)
{
	const char *month = civil_months[c->month - 1];
	unsigned value = letter == 'd' ? c->day : c->month;

	if (letter == 'y' && n == 2)
		buf_printf(out, "%02d", c->year % 100);
	else if (letter == 'y')
		buf_printf(out, "%0*d", (int)n, c->year);
	else if (strchr("dMHms", letter) == NULL || (n > 2 && (letter != 'M' ||
	    !is_english || n > 4)))
		return false;
	else if (n > 2)
		buf_add(out, month, n == 3 ? 3 : strlen(month));
	else
		buf_printf(out, "%0*u", (int)n, letter == 'H' ? c->hour :
		    letter == 'm' ? c->minute : letter == 's' ? c->second :
		    value);
	return true;
}

static const char *
date_of(struct post *post, const struct site *site,
    const struct mkdocs_blog *blog, struct diag *d)
{
	const char *p = blog->date_format, *stop;
	const struct p2f_date *date = post->published;
	bool is_english = site->language == NULL ||
	    ascii_has_prefix(site->language, "en");
	struct buf out = { 0 };
	struct civil c;

	if (date == NULL || !civil_of_seconds(&c, date->seconds +
	    date->offset * 60LL))
		return paths_unknown(post,
		    "it contains a date, and the post has none", d);
	for (; *p != '\0'; p = stop) {
		for (stop = p + 1; ascii_is_alpha(*p) && *stop == *p; stop++)
			continue;
		if (!ascii_is_alpha(*p))
			buf_putc(&out, *p);
		else if (!put_field(&out, &c, *p, (size_t)(stop - p),
		    is_english)) {
			buf_release(&out);
			return paths_unknown(post, "post_url_date_format has "
			    "unsupported names or letters", d);
		}
	}
	return arena_take(&post->arena, &out);
}

/* ---- URLs ---- */

/* The URL of a page by the path of its file without extension. */
static const char *
url_of(struct arena *a, const struct site *site, const char *page)
{
	const struct mkdocs *own = site->own;

	return own->has_files ? paths_page_url(a, site, page, ".html") :
	    paths_page_url(a, site, paths_without_index(a, page), "/");
}

/* README is the index of its folder. */
static const char *
page_of(struct arena *a, const char *path)
{
	static const char readme[] = "README";
	const char *stem = paths_stem(a, path), *name = file_base_name(stem);

	return strcmp(name, readme) == 0 ? arena_printf(a, "%.*sindex",
	    (int)(name - stem), stem) : stem;
}

/* The value of a placeholder in braces; NULL if unknown, which was reported. */
static const char *
value_of(struct post *post, const struct site *site,
    const struct mkdocs_blog *blog, const char *word, struct diag *d)
{
	if (strcmp(word, "slug") == 0)
		return slug_of(post, blog, d);
	if (strcmp(word, "date") == 0)
		return date_of(post, site, blog, d);
	if (strcmp(word, "categories") == 0)
		return categories_of(post, blog, d);
	if (strcmp(word, "file") == 0)
		return file_base_name(page_of(&post->arena, post->inside));
	return paths_unknown(post, "post_url_format has an unsupported word",
	    d);
}

/* The path by the settings of a blog; NULL if unknown, which was reported. */
static const char *
fill_in(struct post *post, const struct site *site,
    const struct mkdocs_blog *blog, struct diag *d)
{
	const char *p = blog->format, *value = "", *stop;
	struct arena *a = &post->arena;
	struct buf out = { 0 };

	while (*p != '\0' && value != NULL && out.length <= PERMALINK_MAX) {
		stop = *p == '{' ? strchr(p, '}') : NULL;
		if (stop == NULL) {
			buf_putc(&out, *p++);
			continue;
		}
		value = value_of(post, site, blog, arena_span(a, p + 1, stop),
		    d);
		buf_puts(&out, value == NULL ? "" : value);
		p = stop + 1;
	}
	if (out.length > PERMALINK_MAX)
		value = paths_unknown(post, "it would be too long", d);
	p = arena_take(a, &out);
	/* Normalize empty segments and dots, as in a path. */
	return value == NULL ? NULL : path_beside(a, "", paths_trim(a, p));
}

const struct mkdocs_blog *
mkdocs_blog_of(const struct mkdocs *own, const char *path)
{
	const struct mkdocs_blog *blog;
	size_t i;

	for (i = 0; i < own->blogs.count; i++) {
		blog = own->blogs.items[i];
		if (paths_below(path, blog->posts) != NULL)
			return blog;
	}
	return NULL;
}

const char *
mkdocs_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct mkdocs *own = site->own;
	const struct mkdocs_blog *blog = mkdocs_blog_of(own, post->inside);
	const char *path = paths_below(post->inside, own->docs);
	struct arena *a = &post->arena;

	if (blog == NULL)
		return url_of(a, site, page_of(a, path == NULL ?
		    post->inside : path));
	path = fill_in(post, site, blog, d);
	return path == NULL ? NULL : url_of(a, site, paths_trim(a,
	    arena_printf(a, "%s/%s", blog->route, path)));
}

/*
 * Links and images refer to paths of files.  The URL of a post that is not in
 * the feed is not known; other files in its folder are moved up to the blog's.
 */
const char *
mkdocs_page_url(struct arena *a, const struct site *site, const char *path)
{
	const struct mkdocs *own = site->own;
	const struct mkdocs_blog *blog = mkdocs_blog_of(own, path);
	const char *page = paths_below(path, own->docs);
	bool is_page = ascii_equal(file_extension(path), ".md");

	if (page == NULL || (blog != NULL && is_page) ||
	    !config_exists(site->root, path))
		return NULL;
	if (is_page)
		return url_of(a, site, page_of(a, page));
	if (blog != NULL)
		page = paths_trim(a, arena_printf(a, "%s/%s", blog->route,
		    paths_below(path, blog->posts)));
	return paths_url(a, site, page);
}

/*
 * URLs of Pelican: Python format strings, filled in from a post.
 */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "generators/paths.h"
#include "generators/pelican.h"
#include "site/config.h"
#include "site/permalink.h"

/* The post whose URL is being made. */
struct maker {
	struct post		*post;
	const struct pelican	*pelican;
	const struct site	*site;
	struct diag		*diag;
};

static void
report(const struct maker *m, const char *why, const char *what)
{
	diag_report(m->diag, DIAG_PERMALINK, (struct place){ .path =
	    m->post->path }, "the URL is unknown: %s%s%s", why, what == NULL ?
	    "" : " ", what == NULL ? "" : quote(what).text);
}

static const char *
meta_text(const struct maker *m, const char *key)
{
	return value_trimmed(&m->post->arena, value_get(m->post->meta, key));
}

/* The slug of a string; NULL if unknown, which was reported. */
static const char *
slug_of_text(const struct maker *m, const struct p2f_value *rules,
    const char *text)
{
	unsigned unknown;
	const char *slug = pelican_slug(&m->post->arena, m->pelican, rules,
	    text, &unknown);

	if (slug == NULL && unknown != 0)
		paths_unspelled(m->site, (struct place){ .path =
		    m->post->path }, unknown, "slug:", m->diag);
	else if (slug == NULL)
		report(m, "SUBSTITUTIONS in the settings are not supported; "
		    "add slug: to the front matter for", text);
	return slug;
}

static const char *
slug_of_post(const struct maker *m)
{
	const char *text = meta_text(m, "slug");

	if (text != NULL)
		return text;
	text = m->pelican->from_basename ? text_clean_name(&m->post->arena,
	    file_stem(&m->post->arena, m->post->inside)) :
	    meta_text(m, "title");
	if (text == NULL) {
		report(m, "the slug is made from the title, and the post has "
		    "none", NULL);
		return NULL;
	}
	return slug_of_text(m, m->pelican->rules, text);
}

static const char *
category_of(const struct maker *m)
{
	const char *name = meta_text(m, "category");

	/* DEFAULT_CATEGORY has already been merged into the front matter. */
	return slug_of_text(m, m->pelican->category_rules, name == NULL ?
	    "misc" : name);
}

static const char *
author_of(const struct maker *m)
{
	const struct arena_list *authors = &m->post->facts.authors;
	const char *name = value_text(m->pelican->author);

	if (authors->count > 0)
		name = ((const struct p2f_person *)authors->items[0])->name;
	return name == NULL ? "" : slug_of_text(m,
	    m->pelican->author_rules, name);
}

static const char *
language_of(const struct maker *m)
{
	const char *text = meta_text(m, "lang");

	return text != NULL ? text : m->pelican->language;
}

/* `{date:%Y/%m}`; the format of n bytes ends at the closing brace. */
static bool
put_date(const struct maker *m, struct buf *out, const char *format, size_t n)
{
	const char *p = arena_strndup(&m->post->arena, format, n);
	struct civil t;

	if (m->post->published == NULL) {
		report(m, "the post has no date", NULL);
		return false;
	}
	date_civil(m->post->published, &t);
	while (*p != '\0') {
		if (*p++ != '%' || *p == '\0') {
			buf_putc(out, p[-1]);
		} else if (!date_put_directive(out, &t, &p)) {
			report(m, "its format has an unsupported date "
			    "directive:", arena_printf(&m->post->arena, "%%%c",
			    p[-1]));
			return false;
		}
	}
	return true;
}

/* The value of a name in a format; NULL if unknown, which was reported. */
static const char *
field(const struct maker *m, const char *name)
{
	const char *text;

	if (strcmp(name, "slug") == 0)
		return slug_of_post(m);
	if (strcmp(name, "category") == 0)
		return category_of(m);
	if (strcmp(name, "author") == 0)
		return author_of(m);
	if (strcmp(name, "lang") == 0)
		return language_of(m);
	if (strcmp(name, "path") == 0)
		return text_clean_name(&m->post->arena, pelican_source(
		    m->pelican, m->post->inside));
	text = meta_text(m, name);
	if (text == NULL)
		report(m, "its format needs a key that the front matter lacks:",
		    name);
	return text;
}

/* Append a field in braces; *p is moved past it. */
static bool
put_field(const struct maker *m, struct buf *out, const char **p)
{
	const char *start = *p + 1, *text;
	size_t n = strcspn(start, "}"), name = strcspn(start, "}:");

	*p = start + n + (start[n] == '}');
	if (text_span_is(start, name, "date")) {
		if (name == n) {
			report(m, "its format has a date without a format",
			    NULL);
			return false;
		}
		return put_date(m, out, start + 5, n - 5);
	}
	text = field(m, arena_strndup(&m->post->arena, start, name));
	if (text != NULL)
		buf_add(out, text, strlen(text));
	return text != NULL;
}

/* Expand a format to a path; NULL if that failed, which was reported. */
static const char *
expand(const struct maker *m, const char *format)
{
	struct buf out = { 0 };
	const char *path = NULL;
	bool ok = true;

	while (ok && *format != '\0' && out.length <= PERMALINK_MAX) {
		if ((*format == '{' || *format == '}') &&
		    format[1] == *format) {
			buf_putc(&out, *format);
			format += 2;
		} else if (*format == '{') {
			ok = put_field(m, &out, &format);
		} else {
			buf_putc(&out, *format++);
		}
	}
	if (ok && out.length > PERMALINK_MAX)
		report(m, "it would be too long", NULL);
	else if (ok)
		path = arena_take(&m->post->arena, &out);
	buf_release(&out);
	return path;
}

/*
 * NULL if unknown, which was reported: a format that is code, once for all
 * posts, with the settings.  With i18n_subsites, a language is the main one of
 * its own site.
 */
static const char *
make(const struct maker *m, enum pelican_kind kind)
{
	const char *path = meta_text(m, "url"), *language = language_of(m);
	bool is_other = !ascii_equal(language, m->pelican->language);
	bool has_site = is_other && value_get_exact(m->pelican->subsites,
	    language) != NULL;
	const char *format = m->pelican->formats[kind][is_other && !has_site];
	const char *url;

	if (path == NULL)
		path = format == NULL ? NULL : expand(m, format);
	if (path == NULL)
		return NULL;
	if (has_site && *path != '/')
		path = arena_printf(&m->post->arena, "%s/%s", language, path);
	/* "/a" is relative to the host, as in Pelican's feeds. */
	url = permalink_of_reference(&m->post->arena, m->site, path);
	if (url == NULL)
		report(m, "not a valid URL:", path);
	return url;
}

const char *
pelican_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct maker m = { .post = post, .pelican = site->own,
	    .site = site, .diag = d };

	return make(&m, post->facts.draft != NULL ? PELICAN_DRAFT :
	    PELICAN_ARTICLE);
}

/* From its front matter; problems in that do not concern the feed. */
const char *
pelican_page_url(struct arena *a, const struct site *site, const char *inside)
{
	const char *path = config_path(a, site, inside), *url = NULL;
	struct diag ignored = { .options = &diag_quiet };
	struct post page = { .path = path, .inside = inside };
	const struct maker m = { .post = &page, .pelican = site->own,
	    .site = site, .diag = &ignored };
	const char *status;

	page.meta = config_read_front(&page.arena, path, &ignored);
	status = meta_text(&m, "status");
	if (status == NULL || !ascii_equal(status, "draft"))
		url = make(&m, PELICAN_PAGE);
	if (url != NULL)
		url = arena_strdup(a, url);
	post_release(&page);
	diag_discard(&ignored);
	return url;
}

const char *
pelican_source(const struct pelican *pelican, const char *inside)
{
	return paths_inside(inside, pelican->path);
}

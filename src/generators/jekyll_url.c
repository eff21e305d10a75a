/*
 * Jekyll: the URL of a post.
 *
 * It is made from a pattern of the site or the front matter, with the
 * placeholders of Drops::UrlDrop.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/seen.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "front/value.h"
#include "generators/jekyll.h"
#include "generators/paths.h"
#include "site/permalink.h"

/* What is known of a post when its URL is made. */
struct subject {
	struct post			*post;
	const struct site		*site;
	const struct jekyll		*own;
	struct jekyll_place		 place;
	const char			*permalink;	/* its own */
	struct civil			 date;		/* in the site's zone */
	bool				 is_dated;
	bool				 needs_date;	/* but has none */
};

/* Placeholders that are not fields of the date. */
enum part {
	TITLE = CIVIL_PARTS, SLUG, NAME, PATH, COLLECTION, CATEGORIES,
	SLUGIFIED_CATEGORIES, OUTPUT_EXT
};

static const struct civil_word placeholders[] = {
	{ "year", CIVIL_YEAR, 4 },
	{ "short_year", CIVIL_SHORT_YEAR, 2 },
	{ "month", CIVIL_MONTH, 2 },
	{ "i_month", CIVIL_MONTH, 1 },
	{ "short_month", CIVIL_SHORT_MONTH, 0 },
	{ "long_month", CIVIL_MONTH_NAME, 0 },
	{ "day", CIVIL_DAY, 2 },
	{ "i_day", CIVIL_DAY, 1 },
	{ "y_day", CIVIL_YEAR_DAY, 3 },
	{ "short_day", CIVIL_SHORT_WEEKDAY, 0 },
	{ "long_day", CIVIL_WEEKDAY_NAME, 0 },
	{ "week", CIVIL_WEEK, 2 },
	{ "w_year", CIVIL_WEEK_YEAR, 4 },
	{ "w_day", CIVIL_WEEK_DAY, 1 },
	{ "hour", CIVIL_HOUR, 2 },
	{ "minute", CIVIL_MINUTE, 2 },
	{ "second", CIVIL_SECOND, 2 },
	{ "title", TITLE, 0 },
	{ "slug", SLUG, 0 },
	{ "name", NAME, 0 },
	{ "path", PATH, 0 },
	{ "collection", COLLECTION, 0 },
	{ "categories", CATEGORIES, 0 },
	{ "slugified_categories", SLUGIFIED_CATEGORIES, 0 },
	{ "output_ext", OUTPUT_EXT, 0 }, { NULL, 0, 0 }
};

static void
put_categories(struct buf *out, const struct subject *s, bool is_slug)
{
	struct arena *a = &s->post->arena;
	struct arena_list terms = { 0 };
	const char *term;
	size_t i, k;

	jekyll_categories(s->post, s->site, &terms);
	for (i = 0; i < terms.count; i++) {
		term = is_slug ? jekyll_slug_of(a, terms.items[i],
		    JEKYLL_DEFAULT) : unicode_lower_text(a, terms.items[i]);
		for (k = 0; k < i && strcmp(terms.items[k], term) != 0; k++)
			continue;
		terms.items[i] = term;
		if (k < i)
			continue;
		if (i > 0)
			buf_putc(out, '/');
		jekyll_escape(out, term);
	}
}

/* Markdown becomes HTML; files without a converter keep their extension. */
static const char *
extension_of_output(const struct subject *s)
{
	const char *list = value_text(jekyll_setting(s->own,
	    "markdown_ext"));
	const char *extension = file_extension(s->place.name), *p;
	size_t n;

	if (s->permalink != NULL && *s->permalink != '\0' &&
	    s->permalink[strlen(s->permalink) - 1] != '/' &&
	    *file_extension(s->permalink) != '\0')
		return file_extension(s->permalink);
	if (list == NULL)
		list = "markdown,mkdown,mkdn,mkd,md";
	for (p = list; *p != '\0'; p += n + (p[n] == ',')) {
		n = strcspn(p, ",");
		if (*extension == '.' && strlen(extension + 1) == n &&
		    ascii_has_prefix(p, extension + 1))
			return ".html";
	}
	return extension;
}

/* Document#cleaned_relative_path: without the folder of the collection. */
static const char *
cleaned_path(const struct subject *s)
{
	struct arena *a = &s->post->arena;
	const char *path = s->place.path;
	size_t n = strlen(path) - strlen(file_extension(s->place.name));

	while (n > 0 && path[n - 1] == '.')
		n--;
	return paths_replace(a, arena_strndup(a, path, n), arena_printf(a,
	    "_%s", s->place.label), "");
}

static void
put_part(struct buf *out, struct subject *s, const struct civil_word *p)
{
	struct arena *a = &s->post->arena;

	switch (p->part) {
	case TITLE:
		jekyll_escape(out, jekyll_slug_of(a, s->post->slug,
		    JEKYLL_PRETTY));
		break;
	case SLUG:
		jekyll_escape(out, jekyll_slug_of(a, s->post->slug,
		    JEKYLL_DEFAULT));
		break;
	case NAME:
		jekyll_escape(out, jekyll_slug_of(a, file_stem(a,
		    s->place.name), JEKYLL_DEFAULT));
		break;
	case PATH:
		jekyll_escape(out, cleaned_path(s));
		break;
	case COLLECTION:
		jekyll_escape(out, s->place.label);
		break;
	case CATEGORIES:
	case SLUGIFIED_CATEGORIES:
		put_categories(out, s, p->part == SLUGIFIED_CATEGORIES);
		break;
	case OUTPUT_EXT:
		jekyll_escape(out, extension_of_output(s));
		break;
	default:
		if (s->is_dated)
			civil_put(out, &s->date, p->part, p->digits);
		else
			s->needs_date = true;
	}
}

static size_t
name_length(const char *p)
{
	size_t n = 0;

	while ((p[n] >= 'a' && p[n] <= 'z') || p[n] == '_')
		n++;
	return n;
}

/*
 * The placeholder of a name, or of the name without a trailing underscore:
 * ":year_:month".  NULL if there is none.
 */
static const struct civil_word *
find_placeholder(const char *name, size_t n)
{
	return civil_word(placeholders, name, n > 0 && name[n - 1] == '_' ?
	    n - 1 : n);
}

const char *
jekyll_unknown_placeholder(struct arena *a, const char *pattern)
{
	size_t n;

	while ((pattern = strchr(pattern, ':')) != NULL) {
		n = name_length(++pattern);
		if (n > 0 && find_placeholder(pattern, n) == NULL)
			return arena_strndup(a, pattern, n);
	}
	return NULL;
}

/* Expand a pattern to a path; NULL if it is too long. */
static const char *
expand(struct subject *s, const char *pattern)
{
	const struct civil_word *p;
	struct buf out = { 0 };
	const char *path = NULL;

	if (strlen(pattern) > PERMALINK_MAX)
		return NULL;
	while (*pattern != '\0' && out.length <= PERMALINK_MAX) {
		p = *pattern != ':' ? NULL : find_placeholder(pattern + 1,
		    name_length(pattern + 1));
		if (p != NULL) {
			put_part(&out, s, p);
			pattern += 1 + strlen(p->name);
		} else {
			buf_putc(&out, *pattern++);
		}
	}
	if (out.length <= PERMALINK_MAX)
		path = arena_take(&s->post->arena, &out);
	buf_release(&out);
	return path;
}

/* Utils.add_permalink_suffix */
static const char *
pattern_with_suffix(struct arena *a, const char *pattern, const char *style)
{
	static const char extension[] = ":output_ext";
	const char *suffix = "";

	if (strcmp(style, "pretty") == 0 || text_has_suffix(style, "/"))
		suffix = "/";
	else if (strcmp(style, "date") == 0 || strcmp(style, "ordinal") ==
	    0 || strcmp(style, "none") == 0 ||
	    text_has_suffix(style, extension))
		suffix = extension;
	return arena_printf(a, "%s%s", pattern, suffix);
}

/* Page#template; its placeholders are expanded here. */
static const char *
path_of_page(struct subject *s)
{
	struct arena *a = &s->post->arena;
	const char *stem = file_stem(a, s->place.name), *extension;
	size_t n = (size_t)(s->place.name - s->place.path);
	struct buf out = { 0 };

	extension = extension_of_output(s);
	jekyll_escape(&out, arena_strndup(a, s->place.path, n));
	if (strcmp(extension, ".html") != 0 || strcmp(stem, "index") != 0) {
		jekyll_escape(&out, stem);
		if (strcmp(extension, ".html") != 0)
			buf_puts(&out, extension);
		else
			buf_puts(&out, expand(s, pattern_with_suffix(a, "",
			    s->own->style)));
	}
	return arena_take(a, &out);
}

/* The pattern of the collection; NULL if it is not usable. */
static const char *
pattern_of(const struct subject *s)
{
	const struct p2f_value *v;

	if (strcmp(s->place.label, "posts") == 0)
		return s->own->permalink;
	v = jekyll_get(jekyll_collection(s->own, s->place.label),
	    "permalink");
	return value_text(v) != NULL ? v->text : pattern_with_suffix(
	    &s->post->arena, "/:collection/:path", s->own->style);
}

/*
 * A draft without a date has that of its file; other documents have that of
 * the build, which is not permanent.
 */
static bool
has_date(const struct subject *s)
{
	struct jekyll_name name;
	struct stat st;

	jekyll_split_name(&s->post->arena, s->place.name, &name);
	if (jekyll_get(s->post->meta, "date") != NULL || name.is_day)
		return s->post->published != NULL;
	return s->place.is_draft && s->post->published != NULL &&
	    seen_stat(s->post->path, &st) &&
	    s->post->published->seconds == (long long)st.st_mtime;
}

/*
 * Ruby accepts offsets of up to a day, which feeds cannot represent: in the
 * URL, "14:15:14+15:00" is on the day before.
 */
static long long
instant_of(const struct post *post)
{
	const struct p2f_date *date = post->published;
	const char *text = value_text(jekyll_get(post->meta, "date"));
	const char *p = text == NULL ? NULL : strchr(text, ':');
	int minutes;
	size_t n;

	p = p == NULL ? NULL : strpbrk(p, "+-");
	n = p == NULL ? 0 : zone_scan_offset(p, &minutes);
	if (n == 0 || p[n] != '\0' || date != post->facts.date ||
	    minutes >= 24 * 60 || minutes <= -24 * 60 ||
	    (minutes >= ZONE_OFFSET_MIN && minutes <= ZONE_OFFSET_MAX))
		return date->seconds;
	return date->seconds + (date->offset - minutes) * 60;
}

/*
 * A site of Octopress is built by its author, whose time zone is that of the
 * dates; others are mostly built by GitHub, in UTC.
 */
static int
offset_at(const struct subject *s, long long seconds)
{
	const struct site *site = s->site;

	return s->own->is_octopress && site->zone == zone_utc() ?
	    s->post->published->offset : zone_offset_at(site->zone, seconds);
}

static void
set_date(struct subject *s)
{
	long long seconds;

	if (s->place.label == NULL || !has_date(s))
		return;
	seconds = instant_of(s->post);
	s->is_dated = civil_of_seconds(&s->date, seconds +
	    offset_at(s, seconds) * 60);
}

/* The folder of a translation in _i18n; NULL for the first, which is at the
   top. */
static const char *
folder_of_translation(const struct jekyll *own, const char *language)
{
	size_t i = 0;
	const char *first = value_next_text(own->languages, &i);

	return strcmp(language, first) == 0 && !value_is_true(jekyll_setting(
	    own, "default_locale_in_subfolder")) ? NULL : language;
}

/*
 * The language of a post if a plugin, such as Polyglot, has a folder for it;
 * NULL if it is that of the site, or there is no such plugin.
 */
static const char *
folder_of_language(const struct subject *s)
{
	const char *own = jekyll_language(s->own, s->post);

	if (own == NULL)
		return NULL;
	if (s->own->usual == NULL)
		return folder_of_translation(s->own, own);
	return strcmp(own, s->own->usual) == 0 ||
	    !value_lists(s->own->languages, own) ? NULL : own;
}

/* The URL of a path below that of the site. */
static const char *
join(const struct subject *s, const char *path)
{
	struct arena *a = &s->post->arena;
	const char *language = folder_of_language(s);

	path = jekyll_sanitize(a, path);
	return permalink_join(a, s->site, language == NULL ? path :
	    arena_printf(a, "/%s%s", language, path));
}

static const char *
report(const struct subject *s, const struct p2f_value *v, const char *name,
    struct diag *d)
{
	struct place place = v != NULL ? value_place(s->post->path, v) :
	    (struct place){ .path = s->post->path };

	if (name != NULL)
		diag_report(d, DIAG_PERMALINK, place, "permalink: Jekyll has "
		    "no placeholder :%s; the post gets no URL", name);
	else if (s->needs_date)
		diag_report(d, DIAG_PERMALINK, place, "the URL is unknown: it "
		    "contains a date, and the post has none (add date: to the "
		    "front matter%s)", s->place.is_draft ? ", or use --mtime" :
		    "");
	else
		diag_report(d, DIAG_PERMALINK, place, "permalink: %s is not a "
		    "valid URL for this site; the post gets no URL", v == NULL ?
		    "the pattern" : quote(v->text).text);
	return NULL;
}

/* The URL by a pattern; `own` is that of the post itself, or NULL. */
static const char *
by_pattern(struct subject *s, const char *pattern,
    const struct p2f_value *own, struct diag *d)
{
	struct arena *a = &s->post->arena;
	const char *name = jekyll_unknown_placeholder(a, pattern);
	const char *path, *url;

	if (name != NULL)
		return report(s, own, name, d);
	path = expand(s, pattern);
	if (s->needs_date)
		return report(s, own, NULL, d);
	url = path == NULL ? NULL : join(s, path);
	return url != NULL ? url : report(s, own, NULL, d);
}

const char *
jekyll_url(struct post *post, const struct site *site, struct diag *d)
{
	struct subject s = { .post = post, .site = site, .own = site->own };
	const struct p2f_value *permalink;
	struct arena *a = &post->arena;
	const char *pattern;

	jekyll_locate(a, s.own, post->inside, &s.place);
	if (s.place.path == NULL)
		s.place.path = s.place.name = post->name;
	permalink = jekyll_permalink(a, post);
	set_date(&s);
	if (permalink != NULL) {
		s.permalink = text_trim(a, permalink->text);
		if (url_is_web(s.permalink))
			return url_encode(a, s.permalink);
		if (s.place.label != NULL)
			return by_pattern(&s, s.permalink, permalink, d);
		return join(&s, s.permalink);
	}
	if (s.place.label == NULL)
		return join(&s, path_of_page(&s));
	pattern = pattern_of(&s);
	return pattern == NULL ? NULL : by_pattern(&s, pattern, NULL, d);
}

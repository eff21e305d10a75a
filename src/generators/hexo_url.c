/*
 * The URL of a post: by Hexo's permalink, or `permalink` in the front matter.
 */
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/url.h"
#include "front/value.h"
#include "generators/hexo.h"
#include "site/permalink.h"

/* The post whose URL is being made. */
struct maker {
	struct post		*post;
	const struct hexo	*hexo;
	const struct p2f_value	*words;		/* from its file name */
	struct civil		 civil;
	long long		 seconds;
	bool			 has_date;
};

/* Placeholders that are not numbers of the date. */
enum part {
	TIMESTAMP = CIVIL_PARTS, HASH,
	/* those that need no date */
	TITLE, NAME, POST_TITLE, CATEGORY, SLUG, LAYOUT, UNUSABLE
};

/* Placeholders that are not keys of the front matter, or differ from them. */
static const struct civil_word words[] = {
	{ "year", CIVIL_YEAR, 4 },
	{ "month", CIVIL_MONTH, 2 },
	{ "i_month", CIVIL_MONTH, 1 },
	{ "day", CIVIL_DAY, 2 },
	{ "i_day", CIVIL_DAY, 1 },
	{ "hour", CIVIL_HOUR, 2 },
	{ "minute", CIVIL_MINUTE, 2 },
	{ "second", CIVIL_SECOND, 2 },
	{ "timestamp", TIMESTAMP, 0 },
	{ "hash", HASH, 0 },
	{ "title", TITLE, 0 },
	{ "name", NAME, 0 },
	{ "post_title", POST_TITLE, 0 },
	{ "category", CATEGORY, 0 },
	{ "slug", SLUG, 0 },
	{ "layout", LAYOUT, 0 },
	/* Set by Hexo itself. */
	{ "date", UNUSABLE, 0 },
	{ "updated", UNUSABLE, 0 },
	{ "tags", UNUSABLE, 0 },
	{ "categories", UNUSABLE, 0 },
	{ "path", UNUSABLE, 0 },
	{ "permalink", UNUSABLE, 0 },
	{ "source", UNUSABLE, 0 },
	{ "full_source", UNUSABLE, 0 },
	{ "asset_dir", UNUSABLE, 0 },
	{ "content", UNUSABLE, 0 },
	{ "excerpt", UNUSABLE, 0 },
	{ "more", UNUSABLE, 0 },
	{ "raw", UNUSABLE, 0 }, { NULL, 0, 0 }
};

/* The slug in Hexo's sense: the path below _posts, by new_post_name. */
static const char *
slug_of(const struct maker *m)
{
	return value_get_exact(m->words, "title")->text;
}

static const char *
hash_of(const struct maker *m)
{
	struct arena *a = &m->post->arena;
	const char *text = arena_printf(a, "%s%lld", slug_of(m), m->seconds);
	char hex[DIGEST_SHA1_SIZE];

	digest_sha1(text, strlen(text), hex);
	return arena_strndup(a, hex, 12);
}

/* A key of the front matter, which the file name overrides. */
static const char *
key_text(const struct maker *m, const char *key)
{
	const struct p2f_value *v = value_get_exact(m->words, key);

	if (v == NULL)
		v = value_get_exact(m->post->meta, key);
	if (v == NULL)
		v = value_get_exact(value_get_exact(m->hexo->settings,
		    "permalink_defaults"), key);
	return v == NULL ? NULL : hexo_text(&m->post->arena, v);
}

static const char *
title_slug(const struct maker *m)
{
	const struct p2f_value *v = value_get_exact(m->post->meta, "title");
	const char *title = v == NULL ? NULL : hexo_text(&m->post->arena, v);

	return hexo_slug(&m->post->arena, title == NULL ? "" : title, 1);
}

static const char *
date_text(const struct maker *m, const struct civil_word *word)
{
	if (!m->has_date)
		return NULL;
	if (word->part == HASH)
		return hash_of(m);
	if (word->part == TIMESTAMP)
		return arena_printf(&m->post->arena, "%lld", m->seconds);
	return arena_printf(&m->post->arena, "%0*u", word->digits,
	    civil_part(&m->civil, word->part));
}

/* The value of a placeholder; NULL if it is not known. */
static const char *
word_text(const struct maker *m, const char *name)
{
	const struct civil_word *word = civil_word(words, name, strlen(name));
	const char *text;

	if (word == NULL)
		return key_text(m, name);
	switch (word->part) {
	case TITLE:
		return slug_of(m);
	case NAME:
		return file_base_name(slug_of(m));
	case POST_TITLE:
		return title_slug(m);
	case CATEGORY:
		return hexo_category(m->post, m->hexo, m->words);
	case SLUG:
		return value_get_exact(m->words, "slug") != NULL ?
		    value_get_exact(m->words, "slug")->text : slug_of(m);
	case LAYOUT:
		text = key_text(m, name);
		return text == NULL ? "post" : text;
	case UNUSABLE:
		return NULL;
	default:
		return date_text(m, word);
	}
}

static void
report_missing(const struct maker *m, const char *name, struct diag *d)
{
	const struct civil_word *word = civil_word(words, name, strlen(name));
	const struct place place = { .path = m->post->path };

	if (word != NULL && word->part < TITLE)
		diag_report(d, DIAG_PERMALINK, place, "the URL is unknown: for "
		    ":%s in the permalink Hexo uses the time of the file, as "
		    "the post has no date that it reads (add date: to the "
		    "front matter)", name);
	else if (word != NULL || strcmp(name, "id") == 0)
		diag_report(d, DIAG_PERMALINK, place, "the URL is unknown: the "
		    "value of :%s in the permalink is only in Hexo's database",
		    name);
	else
		diag_report(d, DIAG_PERMALINK, place, "the URL is unknown: :%s "
		    "in the permalink has no value (add %s: to the front "
		    "matter, or below permalink_defaults: in the settings)",
		    name, name);
}

static void
report_long(const struct maker *m, struct diag *d)
{
	diag_report(d, DIAG_PERMALINK, (struct place){ .path = m->post->path },
	    "the URL from Hexo's permalink would be too long; the post gets "
	    "none");
}

/* Expand the rule to a path; NULL if that failed, which was reported. */
static const char *
expand(const struct maker *m, struct diag *d)
{
	struct arena *a = &m->post->arena;
	const char *rule = m->hexo->rule, *name, *text = "";
	const char *path = NULL;
	struct buf out = { 0 };
	size_t n;

	for (; *rule != '\0' && text != NULL && out.length <= PERMALINK_MAX;
	    rule += n) {
		n = *rule == ':' ? hexo_word_length(rule + 1) : 0;
		if (n == 0) {
			buf_putc(&out, *rule);
			n = 1;
			continue;
		}
		name = arena_strndup(a, rule + 1, n++);
		text = word_text(m, name);
		if (text == NULL)
			report_missing(m, name, d);
		else
			buf_puts(&out, text);
	}
	if (out.length > PERMALINK_MAX)
		report_long(m, d);
	else if (text != NULL)
		path = arena_take(a, &out);
	buf_release(&out);
	return path;
}

/*
 * Like encodeURI(decodeURI()), but '?' and '#' are encoded, being part of a
 * file name here: otherwise the page would not be found.
 */
static const char *
encode(struct arena *a, const char *path)
{
	static const char plain[] = "-_.!~*'()", reserved[] = ";,/:@&=+$";
	const char *end = path + strlen(path);
	struct buf out = { 0 };
	char c;

	for (; path < end; path++) {
		c = *path;
		if (url_is_escape(path, end)) {
			c = url_escape_value(path);
			path += 2;
		} else if (c != '\0' && strchr(reserved, c) != NULL) {
			buf_putc(&out, c);
			continue;
		}
		if (ascii_is_alnum(c) || (c != '\0' &&
		    strchr(plain, c) != NULL))
			buf_putc(&out, c);
		else
			buf_printf(&out, "%%%02X", (unsigned char)c);
	}
	return arena_take(a, &out);
}

static const char *
less(struct arena *a, const char *text, const char *end)
{
	return arena_strndup(a, text, strlen(text) - strlen(end));
}

/* The URL of a path below the site, by pretty_urls. */
static const char *
url_of_path(struct arena *a, const struct site *site, const char *path)
{
	const struct hexo *hexo = site->own;

	path = encode(a, path);
	if (hexo->cuts_index && text_has_suffix(path, "index.html"))
		path = less(a, path, "index.html");
	if (hexo->cuts_html && text_has_suffix(path, ".html") &&
	    !text_has_suffix(path, "index.html"))
		path = less(a, path, ".html");
	return permalink_join(a, site, path);
}

/* With a folder for its files, a post is a folder itself. */
static const char *
with_slash(struct arena *a, const struct hexo *hexo, const char *path)
{
	if (!hexo->has_asset_folders || text_has_suffix(path, "/") ||
	    text_has_suffix(path, ".html"))
		return path;
	return arena_printf(a, "%s/", path);
}

/* `permalink` in the front matter, which is not a rule. */
static const char *
own_path(struct post *post)
{
	const struct p2f_value *v = value_get_exact(post->meta, "permalink");

	if (!hexo_is_truthy(v) || v->kind != P2F_TEXT ||
	    value_has_template(v->text))
		return NULL;
	return text_trim(&post->arena, v->text);
}

/* A page is at the path of its file, as HTML. */
static const char *
page_path(struct arena *a, const char *file, const char *own)
{
	const char *path = own != NULL ? own : file;
	const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');

	if (text_has_suffix(path, "/"))
		return arena_printf(a, "%sindex.html", path);
	if (dot != NULL && (slash == NULL || dot > slash))
		return own != NULL ? path : arena_printf(a, "%.*s.html",
		    (int)(dot - path), path);
	return arena_printf(a, "%s.html", path);
}

static const char *
post_path(struct post *post, const struct site *site,
    const struct p2f_value *name, struct diag *d)
{
	struct maker m = { .post = post, .hexo = site->own,
	    .words = name };

	m.has_date = hexo_date(post, site, &m.civil, &m.seconds);
	return expand(&m, d);
}

const char *
hexo_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct hexo *hexo = site->own;
	struct hexo_place place = hexo_place_of(post, hexo);
	struct arena *a = &post->arena;
	const char *path = own_path(post);

	if (path != NULL && url_is_web(path))
		return url_encode(a, path);
	if (place.path == NULL && place.page == NULL && path == NULL) {
		diag_report(d, DIAG_PERMALINK, (struct place){ .path =
		    post->path }, "the URL is unknown: Hexo makes none for "
		    "posts outside %s (add permalink: to the front matter)",
		    hexo->source_dir);
		return NULL;
	}
	if (place.page != NULL)
		return url_of_path(a, site, page_path(a, place.page, path));
	if (path == NULL)
		path = post_path(post, site, place.words, d);
	return path == NULL ? NULL :
	    url_of_path(a, site, with_slash(a, hexo, path));
}

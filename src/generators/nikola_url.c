/*
 * URLs of Nikola: language, destination, folders and slug.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/latin.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/nikola.h"
#include "generators/paths.h"
#include "generators/slugify.h"
#include "site/permalink.h"

const struct p2f_value *
nikola_localized(const struct nikola *nikola, const struct p2f_value *v,
    const char *language)
{
	const struct p2f_value *found;

	if (v == NULL || v->kind != P2F_MAP)
		return v;
	found = value_get(v, language);
	if (found == NULL)
		found = value_get(v, nikola->language);
	/* `{DEFAULT_LANG: "..."}`: variables are not resolved. */
	return found == NULL ? value_get(v, "DEFAULT_LANG") : found;
}

const struct nikola_rule *
nikola_rule(struct arena *a, const struct nikola *nikola, const char *inside)
{
	const char *name = text_clean_name(a, file_base_name(inside));
	const struct nikola_rule *rule;
	size_t i;

	for (i = 0; (rule = nikola->rules.items[i]) != NULL; i++)
		if (paths_is_around(rule->folder, inside) &&
		    glob_match(GLOB_PYTHON, rule->name, name))
			break;
	return rule;
}

const struct nikola_language *
nikola_language(struct arena *a, const struct nikola *nikola,
    const char *inside)
{
	const char *stem = file_stem(a, inside), *dot = strrchr(stem, '.');
	const struct nikola_language *other;
	size_t i;

	for (i = 0; dot != NULL && i < nikola->others.count; i++) {
		other = nikola->others.items[i];
		if (strcmp(other->code, dot + 1) == 0)
			return other;
	}
	return NULL;
}

/*
 * Make a slug from a name; `plain` is for USE_SLUGIFY = False.  NULL if it has
 * a character, *unknown, whose ASCII spelling is not known.
 */
static const char *
slug_of_name(struct arena *a, const char *name, bool plain,
    unsigned *unknown)
{
	const char *slug = NULL;
	struct buf ascii = { 0 };
	unsigned code;

	*unknown = 0;
	/* Replace what cannot be in a URL, or in a file name on Windows. */
	if (plain)
		return text_replace(a, name, "/\\?#\"'\r\n\t*:<>|", '-');
	while (*name != '\0' && *unknown == 0) {
		code = utf8_next(&name);
		if (!latin_put_any(&ascii, code))
			*unknown = code;
	}
	buf_puts(&ascii, "");
	if (*unknown == 0)
		slug = unicode_lower_words(a, slugify_python(a, ascii.bytes,
		    "+"));
	buf_release(&ascii);
	return slug;
}

/* The name of a file without its language and extension. */
static const char *
name_of(struct arena *a, const char *inside,
    const struct nikola_language *language)
{
	const char *stem = text_clean_name(a, file_stem(a, inside));

	return language == NULL ? stem : arena_strndup(a, stem,
	    strlen(stem) - strlen(language->code) - 1);
}

static const char *
slug_of(struct post *post, const struct site *site,
    const struct nikola_language *language, struct diag *d)
{
	const char *slug = value_trimmed(&post->arena, value_get(post->meta,
	    "slug"));
	const struct nikola *nikola = site->own;
	unsigned unknown;

	if (slug != NULL)
		return slug;
	slug = slug_of_name(&post->arena, name_of(&post->arena, post->inside,
	    language), nikola->has_plain_slugs, &unknown);
	return slug != NULL ? slug : paths_unspelled(site,
	    (struct place){ .path = post->path }, unknown, "slug:", d);
}

/* Append segments of a path; "." is skipped, and encoding is kept. */
static void
put_parts(struct buf *out, struct arena *a, const char *path)
{
	size_t n;

	for (; *path != '\0'; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		if (n == 0 || (n == 1 && *path == '.'))
			continue;
		buf_putc(out, '/');
		url_encode_segment(out, url_decode(a, arena_strndup(a, path,
		    n)));
	}
}

static bool
is_pretty(const struct post *post, const struct nikola *nikola,
    const char *slug)
{
	const struct p2f_value *v = value_get(post->meta, "pretty_url");

	if (v != NULL && (value_is_true(v) || value_is_false(v)))
		return value_is_true(v);
	return !nikola->has_plain_urls && strcmp(slug, "index") != 0;
}

/* Append the file name, unless it is one that servers find by its folder. */
static void
put_file(struct buf *out, const struct post *post,
    const struct nikola *nikola, const char *slug)
{
	size_t n;

	buf_puts(out, is_pretty(post, nikola, slug) ? "/index.html" :
	    ".html");
	n = nikola->index_file == NULL ? 0 : strlen(nikola->index_file);
	if (n > 0 && out->length > n &&
	    strcmp(out->bytes + out->length - n, nikola->index_file) == 0 &&
	    out->bytes[out->length - n - 1] == '/')
		out->length -= n;
	buf_putc(out, '\0');
}

/* The folders between that of the rule and the file. */
static const char *
folders_below(struct arena *a, const struct nikola_rule *rule,
    const char *inside)
{
	const char *path = text_clean_name(a, inside);

	if (*rule->folder != '\0')
		path += strlen(rule->folder) + 1;
	return path_folder(a, path);
}

const char *
nikola_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct nikola *nikola = site->own;
	struct arena *a = &post->arena;
	const struct nikola_rule *rule = nikola_rule(a, nikola, post->inside);
	const struct nikola_language *language = nikola_language(a, nikola,
	    post->inside);
	const char *slug, *destination;
	struct buf path = { 0 };

	if (rule == NULL)
		return paths_unknown(post,
		    "the file is not in POSTS of conf.py", d);
	slug = slug_of(post, site, language, d);
	if (slug == NULL)
		return NULL;
	destination = value_text(nikola_localized(nikola, rule->destination,
	    language == NULL ? nikola->language : language->code));
	put_parts(&path, a, language == NULL ? nikola->prefix :
	    language->prefix);
	put_parts(&path, a, destination == NULL ? "" : destination);
	put_parts(&path, a, folders_below(a, rule, post->inside));
	put_parts(&path, a, slug);
	put_file(&path, post, nikola, slug);
	return permalink_join(a, site, arena_take(a, &path));
}

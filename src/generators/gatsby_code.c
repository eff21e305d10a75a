/*
 * The code of a Gatsby site.
 *
 * It is not run.  The URLs that it makes from the paths of posts are known if
 * it uses the result of createFilePath() unchanged, or with a folder before
 * it; otherwise they are not.
 */
#include <string.h>

#include "base/text.h"
#include "generators/gatsby.h"

/* Maximum number of characters of an expression that are examined. */
#define EXPRESSION_MAX 200

/* Names for the tags of a post, not for its path. */
static bool
is_of_list(const char *p)
{
	return text_has_prefix(p, "frontmatter.tag") ||
	    text_has_prefix(p, "frontmatter.categor");
}

/* Whether something is derived from a title: frontmatter.title.replace() */
static bool
is_of_title(const char *p)
{
	static const char name[] = "frontmatter.title";

	if (!text_has_prefix(p, name))
		return false;
	p += strlen(name);
	return p[strspn(p, " \t\r\n")] == '.';
}

static bool
is_of_name(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '.' || c == '?';
}

struct reader {
	const char	*text, *end;
	const char	*made;		/* variable set by createFilePath() */
	size_t		 made_length;	/* 0: none */
	bool		 is_slug_path;	/* `slug` is from `fields` */
};

/* Skip the name of that variable, at p; NULL if it is another name. */
static const char *
after_made(const struct reader *r, const char *p)
{
	const size_t n = r->made_length;

	return n != 0 && (p == r->text || !is_of_name(p[-1])) &&
	    strncmp(p, r->made, n) == 0 && !ascii_is_alnum(p[n]) &&
	    p[n] != '_' ? p + n : NULL;
}

/* Whether an expression, up to one of `ends`, involves the path of a post. */
static bool
is_of_path(const struct reader *r, const char *p, const char *ends)
{
	static const char *const words[] = { "slug", "createFilePath",
	    "frontmatter", "fields", NULL };
	const char *const *word;
	size_t i;

	for (i = 0; i < EXPRESSION_MAX && p[i] != '\0' &&
	    strchr(ends, p[i]) == NULL; i++) {
		for (word = words; *word != NULL; word++)
			if (text_has_prefix(p + i, *word) &&
			    !is_of_list(p + i))
				return true;
		if (after_made(r, p + i) != NULL)
			return true;
	}
	return false;
}

/* Whether another path is derived from one: slug.slice(11) */
static bool
is_of_slug(const struct reader *r, const char *p)
{
	static const char *const others[] = { "startsWith", "endsWith",
	    "includes", "length", NULL };
	const char *made = after_made(r, p);

	p = made != NULL ? made : text_after(p, "slug");
	return p != NULL && *p == '.' && ascii_is_alpha(p[1]) &&
	    text_after_any(p + 1, text_word_end(p + 1, r->end, ""), others)
	    == NULL;
}

/* Find the name before " = createFilePath(". */
static void
find_made(struct reader *r)
{
	const char *end = strstr(r->text, " = createFilePath("), *p;

	if (end == NULL)
		return;
	for (p = end; p > r->text && is_of_name(p[-1]); p--)
		continue;
	r->made = p;
	r->made_length = (size_t)(end - p);
}

/* Whether a map is destructured: { slug } = node.fields */
static bool
takes_apart(const char *text, const char *map)
{
	const char *p;

	for (p = text; (p = strstr(p, map)) != NULL; p++)
		if (!is_of_name(p[strlen(map)]))
			return true;
	return false;
}

static struct reader
begin_reading(const char *text)
{
	struct reader r = { .text = text, .end = text + strlen(text) };

	find_made(&r);
	r.is_slug_path = !takes_apart(text, ".frontmatter") &&
	    (takes_apart(text, ".fields") || (r.made_length != 0 &&
	    text_span_is(r.made, r.made_length, "slug")));
	return r;
}

/* A slug after the folder of the post, as in the starter Lumen. */
static const char in_folder[] = "`/${dirname}/${node.frontmatter.slug}`";

/* The text before a path in a template literal, `/blog${slug}`. */
struct prefix {
	const char	*begin;		/* after the quote */
	size_t		 length;
	char		 kind;		/* 'p': path:, 'v': value: */
	bool		 of_slug;	/* before a slug of front matter */
	bool		 has_end;	/* a slash follows */
};

/* The end of an expression if it is the path of a post; else NULL. */
static const char *
path_end(const struct reader *r, const char *p, char kind)
{
	static const char call[] = "createFilePath(", field[] = "fields.slug";
	const char *end = p;
	size_t n;

	if (kind == 'v' && text_has_prefix(p, call)) {
		end = p + strcspn(p, ")`\n");
		return *end == ')' ? end + 1 : NULL;
	}
	while (is_of_name(*end))
		end++;
	n = (size_t)(end - p);
	if (kind == 'v')
		return after_made(r, p) == end ? end : NULL;
	if (text_span_is(p, n, "slug"))
		return r->is_slug_path ? end : NULL;
	return n >= strlen(field) &&
	    text_has_prefix(end - strlen(field), field) &&
	    (n == strlen(field) || end[-(ptrdiff_t)sizeof field] == '.') ?
	    end : NULL;
}

/* The end of a slug of front matter, `/blog/${node.frontmatter.slug}`; or
   NULL. */
static const char *
slug_end(const char *p, const struct prefix *prefix)
{
	const char *end = p;

	while (is_of_name(*end))
		end++;
	return prefix->begin[prefix->length - 1] == '/' &&
	    text_ends(p, end, "frontmatter.slug") ? end : NULL;
}

/* p is at the "${" of a template literal. */
static bool
find_prefix(const struct reader *r, const char *p, struct prefix *prefix)
{
	const char *begin = p, *end;

	while (begin > r->text && (is_of_name(begin[-1]) ||
	    begin[-1] == '-' || begin[-1] == '/'))
		begin--;
	if (begin == r->text || begin[-1] != '`' || begin == p)
		return false;
	end = text_cut_space(r->text, begin - 1);
	if (text_ends(r->text, end, "path:"))
		prefix->kind = 'p';
	else if (text_ends(r->text, end, "value:"))
		prefix->kind = 'v';
	else
		return false;
	prefix->begin = begin;
	prefix->length = (size_t)(p - begin);
	end = slug_end(p + strlen("${"), prefix);
	prefix->of_slug = end != NULL;
	if (end == NULL)
		end = path_end(r, p + strlen("${"), prefix->kind);
	if (end == NULL || *end != '}')
		return false;
	prefix->has_end = end[1] == '/';
	return end[1 + prefix->has_end] == '`';
}

/* Whether a page also has a path without a prefix. */
static bool
has_plain(const struct reader *r, char kind)
{
	const char *word = kind == 'p' ? "path:" : "value", *p, *end;

	for (p = r->text; (p = strstr(p, word)) != NULL; p = end) {
		end = p + strlen(word);
		if (kind == 'p' && end[strspn(end, " \n")] != '`' &&
		    is_of_path(r, end, ",}\n"))
			return true;
		if (kind == 'v' && p > r->text && ascii_is_space(p[-1]) &&
		    (end[strspn(end, " \n")] == ',' ||
		    end[strspn(end, " \n")] == '}'))
			return true;
	}
	return false;
}

/*
 * Whether code derives a path other than that of the file: `/blog${slug}`,
 * '/blog' + slug or slug.slice(11), under any name.
 */
static bool
is_change(const struct reader *r, const char *p)
{
	return (text_has_prefix(p, "${") && p > r->text && p[-1] != '`' &&
	    p[-1] != ' ' && is_of_path(r, p, "}\n")) ||
	    (*p == '+' && is_of_path(r, p, ",;)\n")) || is_of_slug(r, p) ||
	    is_of_title(p);
}

static bool
is_same(const struct prefix *a, const struct prefix *b)
{
	return a->length == b->length &&
	    strncmp(a->begin, b->begin, a->length) == 0 &&
	    (a->of_slug ? a->has_end == b->has_end : a->kind == b->kind);
}

/* Set the prefixes, if any; whether they apply to all pages. */
static bool
keep_prefixes(struct arena *a, struct gatsby_code *code,
    const struct reader *r, const struct prefix *path,
    const struct prefix *slug)
{
	if (slug->begin != NULL) {
		code->slug_prefix = arena_strndup(a, slug->begin,
		    slug->length);
		code->slug_end = slug->has_end ? "/" : "";
		if (slug->kind == 'p' && has_plain(r, 'p'))
			return false;
	}
	if (path->begin == NULL)
		return true;
	code->prefix = arena_strndup(a, path->begin, path->length);
	return !has_plain(r, path->kind);
}

/* Whether all changes of paths add the same prefix, or there are none. */
static bool
read_changes(struct arena *a, struct gatsby_code *code, const char *text)
{
	const struct reader r = begin_reading(text);
	struct prefix firsts[2] = { { .begin = NULL } }, prefix, *first;
	const char *p;

	for (p = text; *p != '\0'; p++) {
		if (text_has_prefix(p, in_folder))
			p += strlen(in_folder) - 1;
		if (!text_has_prefix(p, "${") ||
		    !find_prefix(&r, p, &prefix)) {
			if (is_change(&r, p))
				return false;
			continue;
		}
		first = &firsts[prefix.of_slug];
		if (first->begin == NULL)
			*first = prefix;
		if (!is_same(first, &prefix))
			return false;
	}
	return keep_prefixes(a, code, &r, &firsts[0], &firsts[1]);
}

void
gatsby_read_code(struct arena *a, struct gatsby_code *code, const char *text)
{
	bool is_known = read_changes(a, code, text);

	code->by_path = is_known && strstr(text, "createFilePath") != NULL;
	code->has_slugs = is_known && strstr(text, "frontmatter.slug") != NULL;
	code->in_folder = code->has_slugs && code->prefix == NULL &&
	    strstr(text, in_folder) != NULL;
	code->has_base = strstr(text, "basePath") != NULL;
}

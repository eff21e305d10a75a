/*
 * The settings of Eleventy are a program: literal arguments of calls are known
 * without running it.
 */
#include <string.h>

#include "base/text.h"
#include "front/assignments.h"
#include "front/literal.h"
#include "generators/eleventy.h"

#define SPACE " \t\n\v\f\r"

/* Whether a line is a comment, by how it begins. */
static bool
is_comment(const char *line)
{
	line += strspn(line, " \t");
	return text_has_prefix(line, "//") || *line == '*' ||
	    text_has_prefix(line, "/*");
}

const char *
eleventy_argument(struct arena *a, const char **place, const char *call)
{
	const char *p = *place, *at = p, *end;
	bool in_comment = is_comment(p);
	size_t n = strlen(call);

	while ((p = strstr(p, call)) != NULL) {
		for (; at < p; at++)
			if (*at == '\n')
				in_comment = is_comment(at + 1);
		p += n;
		end = p + strspn(p, SPACE);
		if (*end != '(' || in_comment)
			continue;
		p = end + 1 + strspn(end + 1, SPACE);
		end = *p == '\0' || strchr("\"'`", *p) == NULL ? NULL :
		    strchr(p + 1, *p);
		if (end == NULL)
			continue;
		*place = end + 1;
		return arena_span(a, p + 1, end);
	}
	return NULL;
}

/* ---- the permalink of all pages ---- */

/* The manual's recipe for URLs that end in .html. */
#define STEM \
	"`${data.page.filePathStem}.${data.page.outputFileExtension}`"

/* Whether a return statement returns just a word. */
static bool
is_returned(const char *p, const char *word)
{
	const char *rest = text_after(p, word);

	return rest != NULL && strchr(";}\n", rest[strspn(rest, " ")]) != NULL;
}

/*
 * Whether a function makes no permalink of its own: it returns that of the
 * page or, for a draft, `false`.
 */
static bool
leaves_permalinks(const char *code)
{
	bool does = false;
	const char *p = code;

	while ((p = strstr(p, "return")) != NULL) {
		p += strlen("return");
		p += strspn(p, SPACE);
		if (text_has_prefix(p, "data =>") ||
		    text_has_prefix(p, "(data) =>"))
			continue;
		does = is_returned(p, "data.permalink") ||
		    is_returned(p, "false") || is_returned(p, "");
		if (!does)
			return false;
	}
	return does;
}

/* A permalink, or ELEVENTY_CODE if it is code; NULL if there is none. */
static const char *
permalink_of(struct literal_reader *r)
{
	const char *start = r->p, *text = literal_at_string(r) ?
	    literal_string(r) : NULL, *code;

	if (text != NULL)
		return text;
	r->p = start;
	literal_skip_item(r);
	code = arena_span(r->arena, start, r->p);
	if (strstr(code, STEM) != NULL && strstr(code, "if") == NULL &&
	    strchr(code, '?') == NULL)
		return "{{ page.filePathStem }}.html";
	return leaves_permalinks(code) ? NULL : ELEVENTY_CODE;
}

/* Move to the permalink in an object; false if it has none. */
static bool
find_permalink(struct literal_reader *r)
{
	const char *start = r->p, *code, *p, *rest;

	literal_skip_item(r);
	code = arena_span(r->arena, start, r->p);
	for (p = code; (p = strstr(p, "permalink")) != NULL;) {
		p += strlen("permalink");
		rest = p + strspn(p, "'\" ");
		if (*rest != ':' && *rest != '(')
			continue;
		r->p = start + (rest - code) + (*rest == ':');
		literal_skip_space(r);
		return true;
	}
	return false;
}

/* Move to the value that a call assigns to a name, if it sets permalinks. */
static bool
at_permalink(struct literal_reader *r, const char *name)
{
	literal_skip_space(r);
	if (*r->p != ',')
		return false;
	r->p++;
	literal_skip_space(r);
	return strcmp(name, "permalink") == 0 ||
	    strcmp(name, "eleventyComputed.permalink") == 0 ||
	    (strcmp(name, "eleventyComputed") == 0 && *r->p == '{' &&
	    find_permalink(r));
}

/* Add a permalink with the lowest priority. */
static void
add_permalink(struct site *site, struct eleventy *own, struct p2f_value *v,
    const char *file)
{
	struct eleventy_data *data = arena_alloc(&site->arena, sizeof *data);

	v->key = "permalink";
	v->file = file;
	*data = (struct eleventy_data){ "", value_map_of(&site->arena, v),
	    arena_alloc(&site->arena, sizeof *data->is_unknown) };
	arena_list_add(&site->arena, &own->data, data);
}

/* addGlobalData("site", { title: "A" }), like a data file of that name. */
static const struct p2f_value *
data_of_call(struct literal_reader *r)
{
	const struct p2f_value *v;

	literal_skip_space(r);
	if (*r->p != ',')
		return NULL;
	r->p++;
	literal_skip_space(r);
	v = *r->p == '{' ? assignments_value(r) : literal_named_map(r);
	return v != NULL && v->kind == P2F_MAP ? v : NULL;
}

void
eleventy_read_site_calls(struct site *site, struct eleventy *own,
    const struct p2f_value *map)
{
	const struct block block = { .text = own->program, .line = 1 };
	struct literal_reader r = literal_reader(&site->arena, &block, true);
	const struct p2f_value *v = NULL;
	const char *p = own->program, *name;

	r.names = map;
	while (v == NULL && (name = eleventy_argument(&site->arena, &p,
	    "addGlobalData")) != NULL) {
		if (!text_is_any(name, eleventy_site_names))
			continue;
		r.p = p;
		v = data_of_call(&r);
		own->site_name = name;
	}
	if (v != NULL)
		own->site_data = value_in_file(&site->arena, v, map->file);
}

void
eleventy_read_calls(struct site *site, struct eleventy *own,
    const struct p2f_value *map)
{
	const struct block block = { .text = own->program, .line = 1 };
	struct literal_reader r = literal_reader(&site->arena, &block, true);
	struct p2f_value *v = NULL;
	const char *p = own->program, *name;

	while ((name = eleventy_argument(&site->arena, &p,
	    "addGlobalData")) != NULL) {
		r.p = p;
		if (at_permalink(&r, name)) {
			v = literal_value(&r, P2F_TEXT);
			v->text = permalink_of(&r);
		}
		p = r.p;
	}
	if (v != NULL && v->text != NULL)
		add_permalink(site, own, v, map->file);
}

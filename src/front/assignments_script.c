/*
 * Keys and names with literals in JavaScript and TypeScript.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "front/assignments.h"
#include "front/literal.h"

#define SPREAD "..."
/* No more entries of other maps are added to one. */
#define SPREAD_MAX 64

/*
 * Whether the next line begins with an operator.  After a blank line it would
 * be the text of a post in MDX: a component, a list, emphasis.
 */
static bool
continues_below(struct literal_reader ahead)
{
	ahead.p++;
	literal_skip_blanks(&ahead);
	if (ahead.depth == 0 && *ahead.p == '\n')
		return false;
	literal_skip_space(&ahead);
	return *ahead.p != '\0' && strchr("+?.|&%*<", *ahead.p) != NULL;
}

/* After the name of a type, which may be an array type: `string[]`. */
static const char *
skip_type(const char *p)
{
	while (*p != '\0' && strchr(",;)}\n", *p) == NULL &&
	    (*p != ']' || p[-1] == '['))
		p++;
	return p;
}

/* Skip `as const`, `satisfies Config`; false: something else follows. */
static bool
is_complete(struct literal_reader *r)
{
	static const char *const casts[] = { "as", "satisfies", NULL };
	const char *const *c;
	size_t n;

	literal_skip_blanks(r);
	for (c = casts; *c != NULL; c++) {
		n = strlen(*c);
		if (strncmp(r->p, *c, n) == 0 && ascii_is_blank(r->p[n]))
			r->p = skip_type(r->p);
	}
	return *r->p == '\n' ? !continues_below(*r) :
	    strchr(",;)]}", *r->p) != NULL;
}

static void
note_code(struct literal_reader *r, const struct p2f_value *place)
{
	if (r->code++ == 0)
		r->first_code = place;
}

/* The argument of an item that is a call, `feed({ limit: 20 })`; else NULL. */
static const struct p2f_value *
read_call(struct literal_reader *r)
{
	const struct literal_reader start = *r;
	const struct p2f_value *v = NULL;

	if (literal_word(r) != NULL && *r->p == '(')
		v = assignments_value(r);
	if (v != NULL && v->kind == P2F_MAP)
		return v;
	*r = start;
	return NULL;
}

/* Names from other files are not looked up here: most of them are plugins. */
static const struct p2f_value *
read_list(struct literal_reader *r)
{
	const struct literal_imports *imports = r->imports;
	struct p2f_value *v = literal_value(r, P2F_LIST);
	struct arena_list items = { 0 };
	const struct p2f_value *item, *place;

	r->p++;
	r->imports = NULL;
	for (literal_skip_space(r); *r->p != '\0' &&
	    strchr(")]}", *r->p) == NULL; literal_skip_space(r)) {
		place = literal_value(r, P2F_NULL);
		item = assignments_value(r);
		if (item == NULL) {
			note_code(r, place);
			item = read_call(r);
		}
		if (item == NULL)
			item = place;
		arena_list_add(r->arena, &items, item);
		literal_skip_item(r);
		if (*r->p == ',')
			r->p++;
	}
	if (*r->p != '\0')
		r->p++;
	r->imports = imports;
	v->items = arena_list_items(&items);
	return v;
}

/* `({ ... })`: the parentheses have no meaning. */
static const struct p2f_value *
read_group(struct literal_reader *r)
{
	const struct p2f_value *v;

	r->p++;
	literal_skip_space(r);
	v = assignments_value(r);
	literal_skip_space(r);
	if (*r->p != ')')
		return NULL;
	r->p++;
	return v;
}

/* Skip the rest of a line of code, up to any braces, which are read. */
static void
skip_code(struct literal_reader *r)
{
	for (literal_skip_blanks(r); *r->p != '\0' &&
	    strchr("\n,;{}", *r->p) == NULL; literal_skip_blanks(r))
		literal_skip_token(r);
}

/* The length of `: Type`, if a value is assigned after it; else 0. */
static size_t
type_length(const char *p)
{
	size_t n = 0;

	while (n < 200 && p[n] != '\0' &&
	    strchr("=,;{}()'\"`\n", p[n]) == NULL)
		n++;
	return p[n] == '=' && p[n + 1] != '>' ? n : 0;
}

/* Step over the sign in `key:`, `NAME =` or `NAME: Type =`. */
static bool
take_sign(struct literal_reader *r, bool is_name)
{
	literal_skip_blanks(r);
	if (*r->p == ':' && r->p[1] != ':') {
		r->p += 1 + (is_name ? type_length(r->p) : 0);
		literal_skip_space(r);
		return true;
	}
	if (!is_name || *r->p != '=' || r->p[1] == '=' || r->p[1] == '>')
		return false;
	r->p++;
	literal_skip_space(r);
	return true;
}

/* In an object, `{ title }` is `{ title: title }`. */
static void
add_named(struct literal_reader *r, const char *name,
    struct arena_list *entries)
{
	struct literal_reader ahead = *r;
	const struct p2f_value *v;

	literal_skip_space(r);
	if (r->depth == 0 || (*r->p != ',' && *r->p != '}'))
		return;
	ahead.p = name;
	v = literal_named(&ahead);
	r->maps = ahead.maps;
	if (v != NULL)
		arena_list_add(r->arena, entries, value_with_key(r->arena,
		    name, v));
}

static void
read_entry(struct literal_reader *r, struct arena_list *entries)
{
	bool is_name = !literal_at_string(r);
	const char *key = is_name ? literal_word(r) : literal_string(r);
	const struct p2f_value *v, *place;

	if (key == NULL) {
		if (is_name)
			literal_skip_token(r);
		return;
	}
	if (!take_sign(r, is_name)) {
		if (is_name)
			add_named(r, key, entries);
		return;
	}
	place = literal_value(r, P2F_NULL);
	v = assignments_value(r);
	if (v != NULL) {
		arena_list_add(r->arena, entries, value_with_key(r->arena,
		    key, v));
	} else {
		note_code(r, place);
		skip_code(r);
	}
}

/* `...NAME`: the entries of a map; the object's own come first. */
static void
read_spread(struct literal_reader *r, struct arena_list *others)
{
	const struct p2f_value *const *item;

	r->p += strlen(SPREAD);
	item = value_items(literal_named_map(r), P2F_MAP);
	for (; *item != NULL && others->count < SPREAD_MAX; item++)
		arena_list_add(r->arena, others, *item);
}

/* Entries up to the closing brace, or to the end. */
static const struct p2f_value *
read_entries(struct literal_reader *r)
{
	struct p2f_value *v = literal_value(r, P2F_MAP);
	struct arena_list entries = { 0 }, others = { 0 };
	size_t depth = 0, i;

	v->items = arena_list_items(&entries);
	if (r->depth == 0)
		r->names = v;
	for (literal_skip_space(r); *r->p != '\0'; literal_skip_space(r)) {
		if (*r->p == '{') {
			depth++;
			r->p++;
		} else if (*r->p == '}') {
			r->p++;
			if (depth == 0 && r->depth > 0)
				break;
			depth -= depth > 0;
		} else if (text_has_prefix(r->p, SPREAD)) {
			read_spread(r, &others);
		} else {
			read_entry(r, &entries);
			v->items = arena_list_items(&entries);
		}
	}
	for (i = 0; i < others.count; i++)
		arena_list_add(r->arena, &entries, others.items[i]);
	v->items = arena_list_items(&entries);
	return v;
}

/* One operand, a string or a name; NULL: it is something else. */
static const struct p2f_value *
read_operand(struct literal_reader *r)
{
	const struct p2f_value *v;

	literal_skip_space(r);
	v = literal_scalar(r, true);
	if (v == NULL)
		v = literal_named(r);
	literal_skip_space(r);
	return v;
}

/* All but false and 0 is true, since no text is "". */
static bool
is_true(const struct p2f_value *v)
{
	return v->kind != P2F_TEXT || !v->plain ||
	    (strcmp(v->text, "false") != 0 && strcmp(v->text, "0") != 0);
}

/* The result of `? a : b` or `|| b` for a value; the value, if neither follows;
   NULL: it is too complex. */
static const struct p2f_value *
read_choice(struct literal_reader *r, const struct p2f_value *v)
{
	struct literal_reader ahead = *r;
	const struct p2f_value *yes = v, *no;
	bool is_first;

	literal_skip_space(&ahead);
	is_first = text_has_prefix(ahead.p, "??") || is_true(v);
	if (text_has_prefix(ahead.p, "??") || text_has_prefix(ahead.p, "||")) {
		ahead.p += 2;
	} else if (*ahead.p == '?' && ahead.p[1] != '.') {
		ahead.p++;
		yes = read_operand(&ahead);
		if (yes == NULL || *ahead.p++ != ':')
			return NULL;
	} else {
		return v;
	}
	no = read_operand(&ahead);
	*r = ahead;
	return no == NULL ? NULL : is_first ? yes : no;
}

/* The URL that `process.env.A || b` is if the environment does not set A. */
static const struct p2f_value *
read_environment(struct literal_reader *r)
{
	static const char name[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
	struct literal_reader ahead = *r;
	const struct p2f_value *v = NULL;
	const char *rest, *text;

	while (v == NULL && ((rest = text_after(ahead.p, "process.env.")) !=
	    NULL || (rest = text_after(ahead.p, "import.meta.env.")) !=
	    NULL)) {
		ahead.p = rest + strspn(rest, name);
		literal_skip_space(&ahead);
		if (!text_has_prefix(ahead.p, "||") &&
		    !text_has_prefix(ahead.p, "??"))
			return NULL;
		ahead.p += 2;
		v = read_operand(&ahead);
	}
	text = value_text(v);
	if (text == NULL || !url_is_web(text))
		return NULL;
	*r = ahead;
	return v;
}

const struct p2f_value *
assignments_value(struct literal_reader *r)
{
	const struct p2f_value *v = NULL;
	bool is_open = *r->p != '\0' && strchr("([{", *r->p) != NULL;

	if (is_open && r->depth >= VALUE_MAX_DEPTH)
		return NULL;
	r->depth++;
	if (*r->p == '{') {
		r->p++;
		v = read_entries(r);
	} else if (*r->p == '[') {
		v = read_list(r);
	} else if (*r->p == '(') {
		v = read_group(r);
	} else {
		v = literal_scalar(r, true);
		if (v == NULL) {
			v = literal_named(r);
			v = v != NULL ? read_choice(r, v) :
			    read_environment(r);
		}
	}
	r->depth--;
	return v != NULL && is_complete(r) ? v : NULL;
}

const struct p2f_value *
assignments_importing(struct arena *a, const struct block *block,
    const struct literal_imports *imports)
{
	struct literal_reader r = literal_reader(a, block, true);

	r.imports = imports;
	return read_entries(&r);
}

const struct p2f_value *
assignments_script(struct arena *a, const struct block *block,
    struct diag *d)
{
	(void)d;
	return assignments_importing(a, block, NULL);
}

static void
report_code(const struct literal_reader *r, const char *path, struct diag *d)
{
	char count[32] = "this value is";

	if (r->code == 0)
		return;
	if (r->code > 1)
		snprintf(count, sizeof count, "%u values are", r->code);
	diag_report(d, DIAG_CODE, value_place(path, r->first_code),
	    "%s code, which is not run; left out%s (only \"text\", numbers, "
	    "true and lists of them are read)", count, r->code > 1 ?
	    "; this is the first" : "");
}

const struct p2f_value *
assignments_entry(struct arena *a, const struct block *block, size_t *length,
    struct diag *d)
{
	struct literal_reader r = literal_reader(a, block, true);
	struct arena_list entries = { 0 };
	size_t words = 0;

	/* `export const` precedes the name. */
	while (entries.count == 0 && words++ < 3)
		read_entry(&r, &entries);
	report_code(&r, block->path, d);
	*length = (size_t)(r.p - block->text);
	return entries.count == 0 ? NULL : entries.items[0];
}

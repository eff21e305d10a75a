#include <string.h>

#include "base/text.h"
#include "front/imports.h"
#include "front/literal.h"
#include "front/value.h"

/* Read a word, if it is this one. */
static bool
take_word(struct literal_reader *r, const char *word)
{
	struct literal_reader ahead = *r;

	if (!text_has_prefix(r->p, word))
		return false;
	literal_skip_token(&ahead);
	if ((size_t)(ahead.p - r->p) > strlen(word))
		return false;
	*r = ahead;
	literal_skip_space(r);
	return true;
}

static bool
take_sign(struct literal_reader *r, char sign)
{
	if (*r->p != sign)
		return false;
	r->p++;
	literal_skip_space(r);
	return true;
}

static void
add_name(struct literal_reader *r, struct arena_list *list, const char *name,
    const char *member)
{
	struct imports_name *i = arena_alloc(r->arena, sizeof *i);

	*i = (struct imports_name){ .name = name, .member = member };
	arena_list_add(r->arena, list, i);
}

/* `{ a, b as c }`, and with colons, `{ a, b: c }`. */
static void
read_names(struct literal_reader *r, struct arena_list *list)
{
	const char *name, *member;

	while (*r->p != '\0' && *r->p != '}') {
		name = member = literal_word(r);
		literal_skip_space(r);
		if (name == NULL) {
			literal_skip_token(r);
			literal_skip_space(r);
			continue;
		}
		if (take_word(r, "as") || take_sign(r, ':'))
			name = literal_word(r);
		if (name != NULL)
			add_name(r, list, name, member);
		literal_skip_space(r);
		take_sign(r, ',');
	}
	take_sign(r, '}');
}

/* Everything between `import` and `from`. */
static void
read_clause(struct literal_reader *r, struct arena_list *list)
{
	const char *name;

	do {
		if (take_sign(r, '{')) {
			read_names(r, list);
			continue;
		}
		if (take_sign(r, '*')) {
			name = take_word(r, "as") ? literal_word(r) : "*";
			if (name != NULL)
				add_name(r, list, name, NULL);
		} else if ((name = literal_word(r)) != NULL) {
			add_name(r, list, name, IMPORTS_DEFAULT);
		}
		literal_skip_space(r);
	} while (take_sign(r, ','));
}

/* The path that follows; NULL: it is not a relative path. */
static const char *
take_path(struct literal_reader *r)
{
	const char *path = literal_at_string(r) ? literal_string(r) : NULL;

	literal_skip_space(r);
	return path == NULL || *path != '.' ? NULL : path;
}

/* Add the names in a list as imports from that path; a member, if given, is the
   name that they have there. */
static void
add_all(struct arena *a, struct imports *found, const struct arena_list *list,
    const char *path, const char *member)
{
	struct imports_name *i;
	size_t n;

	for (n = 0; path != NULL && n < list->count &&
	    found->names.count < IMPORTS_MAX; n++) {
		i = arena_alloc(a, sizeof *i);
		*i = *(const struct imports_name *)list->items[n];
		i->path = path;
		if (member != NULL)
			i->member = member;
		arena_list_add(a, &found->names, i);
	}
}

static void
read_import(struct literal_reader *r, struct imports *found)
{
	struct arena_list list = { 0 };

	literal_skip_space(r);
	read_clause(r, &list);
	if (take_word(r, "from"))
		add_all(r->arena, found, &list, take_path(r), NULL);
}

static bool
at_call(struct literal_reader ahead)
{
	return literal_word(&ahead) != NULL && *ahead.p == '(';
}

/* `a = defineConfig({ ... })`: the keys of the file are those of `a`. */
static void
note_call(struct literal_reader *r, struct imports *found, const char *name)
{
	if (name != NULL && at_call(*r) && found->calls.count < IMPORTS_MAX)
		arena_list_add(r->arena, &found->calls, name);
}

/* `a = require("./b")`, also in braces, or with a member: `.default` */
static void
read_require(struct literal_reader *r, struct imports *found)
{
	struct arena_list list = { 0 };
	const char *name = NULL, *path, *member = NULL;

	literal_skip_space(r);
	if (take_sign(r, '{'))
		read_names(r, &list);
	else if ((name = literal_word(r)) != NULL)
		add_name(r, &list, name, IMPORTS_DEFAULT);
	literal_skip_space(r);
	if (*r->p == ':')	/* a type */
		r->p += strcspn(r->p, "=;{}\n");
	if (!take_sign(r, '='))
		return;
	if (!take_word(r, "require") || !take_sign(r, '(')) {
		note_call(r, found, name);
		return;
	}
	path = take_path(r);
	if (take_sign(r, ')') && take_sign(r, '.') && name != NULL)
		member = literal_word(r);
	add_all(r->arena, found, &list, path, member);
}

/* After `export`: the file as a whole, or names from other files. */
static void
read_export(struct literal_reader *r, struct imports *found)
{
	literal_skip_space(r);
	if (take_word(r, "default"))
		found->whole = at_call(*r) ? NULL : literal_word(r);
	else if (*r->p == '{' || *r->p == '*')
		read_import(r, found);
}

static void
read_statement(struct literal_reader *r, struct imports *found)
{
	static const char *const words[] = { "const", "let", "var", NULL };
	const char *start = r->p;
	size_t n;

	literal_skip_token(r);
	n = (size_t)(r->p - start);
	if (text_span_is(start, n, "import")) {
		read_import(r, found);
	} else if (text_span_is(start, n, "export")) {
		read_export(r, found);
	} else if (text_span_is_any(start, n, words)) {
		read_require(r, found);
	} else if (text_span_is(start, n, "exports")) {
		literal_skip_space(r);
		if (take_sign(r, '=') && !at_call(*r))
			found->whole = literal_word(r);
	}
}

struct imports
imports_read(struct arena *a, const char *text)
{
	struct block block = { .text = text, .line = 1 };
	struct literal_reader r = literal_reader(a, &block, true);
	struct imports found = { .whole = NULL };

	for (literal_skip_space(&r); *r.p != '\0'; literal_skip_space(&r))
		read_statement(&r, &found);
	return found;
}

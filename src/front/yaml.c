#include <string.h>

#include <yaml.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/text.h"
#include "front/base64.h"
#include "front/ruby.h"
#include "front/yaml.h"

/*
 * A value that carries an anchor, so that an alias can repeat its text.  They
 * stand in a list, and those that still count in a tree, too, which branches
 * by the bits of the hashes of their names.
 */
struct anchor {
	const char		*name;
	const struct p2f_value	*value;
	struct anchor		*older;
	struct anchor		*inner[4];
	bool			 used;
};

/* A place in the source that was looked up. */
struct cursor {
	const char	*text;
	size_t		 line, column;
};

struct loader {
	yaml_parser_t		 parser;
	yaml_event_t		 event;		/* the current one */
	struct arena		*arena;
	const struct block	*block;
	struct diag		*diag;
	struct anchor		*anchors;	/* the last one */
	struct anchor		*tree;
	const char *const	*lines;		/* where each line begins */
	struct cursor		 cursor;
	struct yaml_problem	*problem;
	bool			 failed;
	bool			 has_told;	/* of an alias */
};

static const struct p2f_value *load_node(struct loader *, unsigned depth);

static struct place
place_of(const struct loader *l, const yaml_mark_t *mark)
{
	return (struct place){ l->block->path,
	    l->block->line + (unsigned)mark->line,
	    (unsigned)mark->column + 1 };
}

static const char too_deep[] = "values are nested too deeply";

static void
fail(struct loader *l, const yaml_mark_t *mark, const char *text)
{
	struct place place = place_of(l, mark);

	if (l->failed)
		return;
	l->failed = true;
	*l->problem = (struct yaml_problem){ place.line, place.column,
	    arena_strdup(l->arena, text) };
}

/*
 * Where the fault is.  What is not closed, or no key, is noticed behind it
 * only, perhaps many lines below.
 */
static const yaml_mark_t *
fault_mark(const yaml_parser_t *p)
{
	static const char *const late[] = {
		"expected ':'", "unexpected end of stream",
		"unexpected document indicator", NULL
	};

	if (p->context == NULL || p->problem == NULL)
		return &p->problem_mark;
	return text_holds_any(p->problem, late) ||
	    (strstr(p->problem, "expected ',' or") != NULL &&
	    p->problem_mark.line > p->context_mark.line) ?
	    &p->context_mark : &p->problem_mark;
}

/* Step to the next event; false at an error, which is recorded. */
static bool
advance(struct loader *l)
{
	const yaml_parser_t *p = &l->parser;

	if (l->failed)
		return false;
	yaml_event_delete(&l->event);
	if (yaml_parser_parse(&l->parser, &l->event))
		return true;
	if (p->error == YAML_MEMORY_ERROR)
		mem_exhausted();
	fail(l, fault_mark(p), p->problem == NULL ?
	    "the text cannot be read" : p->problem);
	return false;
}

static struct p2f_value *
new_value(struct loader *l, enum p2f_kind kind)
{
	return value_at(l->arena, kind, place_of(l, &l->event.start_mark));
}

/*
 * The source text at a mark.  libyaml counts characters, not bytes; counting
 * goes on from the last mark of the same line, since lines can be long.
 */
static const char *
text_at(struct loader *l, const yaml_mark_t *mark)
{
	struct cursor *c = &l->cursor;

	if (c->text == NULL || c->line != mark->line ||
	    c->column > mark->column)
		*c = (struct cursor){ l->lines[mark->line], mark->line, 0 };
	for (; c->column < mark->column && *c->text != '\0'; c->column++)
		utf8_next(&c->text);
	return c->text;
}

static const char *
rest_of_line(struct loader *l, const char *from)
{
	return text_trim_copy(l->arena, from, from + strcspn(from, "\n"));
}

/*
 * `title: C #1` is the title "C" to YAML.  The field that wants text can
 * warn when the comment is kept.
 */
static const char *
comment_behind(struct loader *l)
{
	const char *p = text_at(l, &l->event.end_mark);
	const char *blank = p;

	while (ascii_is_blank(*p))
		p++;
	return *p == '#' && p > blank ? rest_of_line(l, p) : NULL;
}

static bool
is_null_word(const char *text)
{
	static const char *const words[] = { "~", "null", "Null", "NULL",
	    NULL };

	return text_is_any(text, words);
}

static bool
is_binary(const char *tag)
{
	return tag != NULL && (strcmp(tag, "!binary") == 0 ||
	    strcmp(tag, "tag:yaml.org,2002:binary") == 0);
}

/* Whether the current scalar is. */
static bool
is_base64(const struct loader *l, const char *tag)
{
	return is_binary(tag) || (ruby_is_string(tag) &&
	    l->event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE &&
	    ruby_is_base64((const char *)l->event.data.scalar.value,
	    l->event.data.scalar.length));
}

/*
 * Escapes such as "\b", and base64, make characters that XML forbids, and
 * programs write "\x93" where they have read windows-1252 as Latin-1.
 */
static const char *
clean_scalar(struct loader *l, const struct p2f_value *v, const char *bytes,
    size_t n)
{
	struct text_faults faults = { 0 };
	const char *text;

	if (text_clean_length(bytes, n) == n)
		text = arena_strndup(l->arena, bytes, n);
	else
		text = text_clean_copy(l->arena, bytes, n, &faults);
	if (faults.count > 0)
		value_report_escapes(value_place(l->block->path, v), l->diag);
	return value_name_controls(l->arena, text, strlen(text));
}

/* Where in the tree an anchor of that name stands, or would. */
static struct anchor **
place_in_tree(struct loader *l, const char *name)
{
	uint64_t hash = hash_string(HASH_START, name);
	struct anchor **at = &l->tree;

	for (; *at != NULL && strcmp((*at)->name, name) != 0; hash <<= 2)
		at = &(*at)->inner[hash >> 62];
	return at;
}

static void
remember_anchor(struct loader *l, const char *name,
    const struct p2f_value *v)
{
	struct anchor *anchor, **at;

	if (name == NULL)
		return;
	at = place_in_tree(l, name);
	anchor = arena_alloc(l->arena, sizeof *anchor);
	if (*at != NULL)
		*anchor = **at;		/* whose place it takes */
	anchor->name = arena_strdup(l->arena, name);
	anchor->value = v;
	anchor->older = l->anchors;
	anchor->used = false;
	*at = l->anchors = anchor;
}

/* `title: &x y` is "y" to YAML, which who writes settings knows. */
static void
report_lost_signs(const struct loader *l)
{
	const struct anchor *anchor = l->block->is_file ? NULL : l->anchors;

	for (; anchor != NULL; anchor = anchor->older)
		if (!anchor->used && anchor->value->kind == P2F_TEXT)
			diag_report(l->diag, DIAG_ALIAS,
			    value_place(l->block->path, anchor->value),
			    "\"&%s\" is a YAML anchor that nothing uses; left "
			    "out (if it belongs to the text, put the value in "
			    "quotes)", anchor->name);
}

/* The name of a variable, in the settings of MkDocs: what it holds is not
   known. */
static bool
is_variable(const struct loader *l, const char *tag)
{
	return l->block->is_file && tag != NULL && strcmp(tag, "!ENV") == 0;
}

static void
check_tag(const struct loader *l, const struct p2f_value *v, const char *tag)
{
	if (tag == NULL || tag[0] != '!' || is_binary(tag) ||
	    ruby_is_string(tag))
		return;
	/* `! 'Rain: at last'`: so Ruby 1.9 wrote what it put in quotes. */
	if (tag[1] == '\0' && v->kind == P2F_TEXT && !v->plain)
		return;
	diag_report(l->diag, DIAG_ALIAS, value_place(l->block->path, v),
	    "%s is a YAML tag; left out (if it belongs to the text, put the "
	    "value in quotes)", quote(tag).text);
}

/*
 * Whether a part of the current scalar is typed as "\x" and a number, and its
 * characters may be bytes: of UTF-8 U+00C2 to U+00F4 begin one.
 */
static bool
has_byte_escapes(struct loader *l, const char *bytes, size_t n)
{
	const char *from;

	if (l->event.data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE ||
	    memchr(bytes, 0xc3, n) == NULL)
		return false;
	from = text_at(l, &l->event.start_mark);
	return text_search(from, text_at(l, &l->event.end_mark), "\\x") != NULL;
}

static const struct p2f_value *
load_scalar(struct loader *l, bool is_key)
{
	const char *bytes = (const char *)l->event.data.scalar.value;
	const char *tag = (const char *)l->event.data.scalar.tag;
	size_t n = l->event.data.scalar.length;
	struct p2f_value *v = new_value(l, P2F_TEXT);
	const char *text;

	if (l->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		v->plain = 1 + (int)(l->event.end_mark.line -
		    l->event.start_mark.line);
	if (v->plain)
		v->comment = comment_behind(l);
	if (!is_variable(l, tag))
		check_tag(l, v, tag);
	if (is_base64(l, tag))
		bytes = base64_decode(l->arena, bytes, &n);
	else if (has_byte_escapes(l, bytes, n))
		bytes = ruby_join_bytes(l->arena, bytes, &n);
	text = clean_scalar(l, v, bytes, n);
	value_set_text(v, is_variable(l, tag) || (v->plain && !is_key &&
	    is_null_word(text)) ? NULL : text);
	remember_anchor(l, (const char *)l->event.data.scalar.anchor, v);
	return v;
}

/* Of those in settings, most of which are of no use here, once. */
static void
report_alias(struct loader *l, const struct p2f_value *v,
    const struct anchor *anchor)
{
	if (!l->has_told || !l->block->is_file)
		diag_report(l->diag, DIAG_ALIAS, value_place(l->block->path, v),
		    "\"*%s\" is an alias of a %s, which post2feed does not "
		    "expand; ignored%s", anchor->name,
		    anchor->value->kind == P2F_LIST ? "list" : "mapping",
		    l->block->is_file ? ", like any other in this file" :
		    anchor->value->kind == P2F_LIST ? " (repeat the list)" :
		    " (repeat the keys)");
	l->has_told = true;
}

static void
repeat(struct loader *l, struct p2f_value *v, const struct anchor *anchor)
{
	enum p2f_kind kind = anchor->value->kind;

	value_set_text(v, value_text(anchor->value));
	if (kind == P2F_TEXT) {
		v->plain = anchor->value->plain;
	} else if (kind != P2F_NULL) {
		report_alias(l, v, anchor);
	}
}

/*
 * Aliases of text are repeated; an alias of a list or map would let a small
 * file become an endless one, and no post needs it.
 */
static const struct p2f_value *
load_alias(struct loader *l)
{
	const char *name = (const char *)l->event.data.alias.anchor;
	struct anchor *anchor = *place_in_tree(l, name);
	struct p2f_value *v = new_value(l, P2F_TEXT);

	if (anchor != NULL) {
		anchor->used = true;
		repeat(l, v, anchor);
		return v;
	}
	v->text = arena_printf(l->arena, "*%s", name);
	diag_report(l->diag, DIAG_ALIAS, value_place(l->block->path, v),
	    "%s is a YAML alias, but no text has that anchor; used as is (put "
	    "it in quotes)", quote(v->text).text);
	return v;
}

static const struct p2f_value *
load_list(struct loader *l, unsigned depth)
{
	struct p2f_value *v = new_value(l, P2F_LIST);
	const struct p2f_value *item;
	struct arena_list items = { 0 };

	remember_anchor(l,
	    (const char *)l->event.data.sequence_start.anchor, v);
	while (advance(l) && l->event.type != YAML_SEQUENCE_END_EVENT) {
		item = load_node(l, depth + 1);
		if (item != NULL)
			arena_list_add(l->arena, &items, item);
	}
	v->items = arena_list_items(&items);
	return v;
}

/*
 * Pass over a node that cannot be used, the current event being its first.
 * With each level that is open libyaml takes longer for the next one.
 */
static void
skip_node(struct loader *l)
{
	unsigned depth = 0;

	do {
		if (depth > VALUE_MAX_DEPTH)
			fail(l, &l->event.start_mark, too_deep);
		if (l->event.type == YAML_MAPPING_START_EVENT ||
		    l->event.type == YAML_SEQUENCE_START_EVENT)
			depth++;
		if (l->event.type == YAML_MAPPING_END_EVENT ||
		    l->event.type == YAML_SEQUENCE_END_EVENT)
			depth--;
	} while (depth > 0 && advance(l));
}

/* A no-break space before a key is not seen, and not meant. */
static const char *
bare_key(struct loader *l, const struct p2f_value *v)
{
	const char *key = v->kind == P2F_TEXT ? v->text : "";
	size_t length = strlen(key);
	size_t n = text_trim_span(&key, length);

	return n == length ? key : arena_strndup(l->arena, key, n);
}

static const struct p2f_value *
load_entry(struct loader *l, unsigned depth)
{
	const char *key = bare_key(l, load_scalar(l, true));
	const struct p2f_value *value;

	if (!advance(l))
		return NULL;
	value = load_node(l, depth + 1);
	return value == NULL ? NULL : value_with_key(l->arena, key, value);
}

/* `title: {{ title }}` is a map in a map to YAML, and a template to us. */
static const struct p2f_value *
load_template(struct loader *l, struct p2f_value *v)
{
	const char *start = text_at(l, &l->event.start_mark), *text;
	size_t line = l->event.start_mark.line;

	skip_node(l);
	while (advance(l) && l->event.type != YAML_MAPPING_END_EVENT)
		skip_node(l);
	/* In a list, more may follow, and much of it. */
	if (l->event.type == YAML_MAPPING_END_EVENT &&
	    l->event.end_mark.line == line)
		text = arena_span(l->arena, start, text_at(l,
		    &l->event.end_mark));
	else
		text = rest_of_line(l, start);
	v->kind = P2F_TEXT;
	v->text = arena_printf(l->arena, "{%s", text);
	return v;
}

static const struct p2f_value *
load_map(struct loader *l, unsigned depth)
{
	bool is_flow = l->event.data.mapping_start.style ==
	    YAML_FLOW_MAPPING_STYLE;
	struct p2f_value *v = new_value(l, P2F_MAP);
	const struct p2f_value *entry;
	struct arena_list items = { 0 };

	remember_anchor(l,
	    (const char *)l->event.data.mapping_start.anchor, v);
	while (advance(l) && l->event.type != YAML_MAPPING_END_EVENT) {
		if (l->event.type == YAML_SCALAR_EVENT) {
			entry = load_entry(l, depth);
			if (entry != NULL)
				arena_list_add(l->arena, &items, entry);
			continue;
		}
		if (is_flow && items.count == 0 &&
		    l->event.type == YAML_MAPPING_START_EVENT)
			return load_template(l, v);
		diag_report(l->diag, DIAG_KEY, place_of(l,
		    &l->event.start_mark), "a key that is not text; skipped");
		skip_node(l);
		if (advance(l))
			skip_node(l);
	}
	v->items = value_unique(l->arena, &items, l->block->path, l->diag);
	return v;
}

/* `![](a.png)`: a tag to libyaml before 0.2.5, an error to later ones. */
static bool
is_picture(const struct loader *l)
{
	return l->event.type == YAML_SCALAR_EVENT &&
	    l->event.data.scalar.tag != NULL &&
	    strchr((const char *)l->event.data.scalar.tag, '[') != NULL;
}

/* The value that begins at the current event; NULL after a failure. */
static const struct p2f_value *
load_node(struct loader *l, unsigned depth)
{
	if (depth > VALUE_MAX_DEPTH) {
		fail(l, &l->event.start_mark, too_deep);
		return NULL;
	}
	if (is_picture(l)) {
		l->event.start_mark.column++;
		fail(l, &l->event.start_mark, "did not find expected "
		    "whitespace or line break");
		return NULL;
	}
	switch (l->event.type) {
	case YAML_SCALAR_EVENT:
		return load_scalar(l, false);
	case YAML_ALIAS_EVENT:
		return load_alias(l);
	case YAML_SEQUENCE_START_EVENT:
		return load_list(l, depth);
	case YAML_MAPPING_START_EVENT:
		return load_map(l, depth);
	default:
		return NULL;
	}
}

static const char *const *
find_lines(struct arena *a, const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	struct arena_list lines = { 0 };

	while (p != NULL) {
		arena_list_add(a, &lines, p);
		p = text_find(p, end, '\n');
		if (p != NULL)
			p++;
	}
	/* libyaml may point behind the last line. */
	arena_list_add(a, &lines, end);
	return arena_list_items(&lines);
}

/*
 * What stands behind a document is another one.  Else it began with a key
 * that is indented more than those below, or with a tag or a map in braces.
 */
static void
check_what_follows(struct loader *l)
{
	if (!advance(l) && l->parser.problem != NULL &&
	    strstr(l->parser.problem, "<document start>") != NULL)
		l->problem->text = "this belongs to nothing above it";
}

/* The first document, without the events around it. */
static const struct p2f_value *
load_document(struct loader *l)
{
	const struct p2f_value *root = NULL;

	while (root == NULL && advance(l)) {
		if (l->event.type == YAML_STREAM_END_EVENT)
			return value_empty_map(l->arena);
		root = load_node(l, 0);
	}
	/* An error may wait behind the last value. */
	while (l->event.type != YAML_DOCUMENT_END_EVENT && advance(l))
		continue;
	if (!l->failed)
		check_what_follows(l);
	report_lost_signs(l);
	return l->failed ? NULL : root;
}

const struct p2f_value *
yaml_parse(struct arena *a, const struct block *block, struct diag *d,
    struct yaml_problem *problem)
{
	struct loader l = {
		.arena = a, .block = block, .diag = d, .problem = problem,
		.lines = find_lines(a, block)
	};
	const struct p2f_value *root;

	if (!yaml_parser_initialize(&l.parser))
		mem_exhausted();
	yaml_parser_set_encoding(&l.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&l.parser,
	    (const unsigned char *)block->text, block->length);
	root = load_document(&l);
	yaml_event_delete(&l.event);
	yaml_parser_delete(&l.parser);
	return root;
}

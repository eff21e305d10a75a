#include <string.h>

#include <yaml.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/text.h"
#include "front/base64.h"
#include "front/ruby.h"
#include "front/yaml.h"

/*
 * A value with an anchor, so that an alias can repeat its text.  All of them
 * are in a list, and the latest of each name also in a tree, which branches by
 * the bits of the hashes of names.
 */
struct anchor {
	const char		*name;
	const struct p2f_value	*value;
	struct anchor		*older;
	struct anchor		*inner[4];
	bool			 used;
};

/* The last position looked up in the source. */
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
	struct anchor		*anchors;	/* the latest */
	struct anchor		*tree;
	const char *const	*lines;		/* where each line begins */
	struct cursor		 cursor;
	struct yaml_problem	*problem;
	bool			 failed;
	bool			 has_told;	/* an alias was reported */
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
 * Where the error is.  An unclosed construct or a missing key is noticed only
 * after it, perhaps many lines below.
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

/* Step to the next event; false on an error, which is recorded. */
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
 * continues from the last mark on the same line, since lines can be long.
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
 * `title: C #1` is the title "C" in YAML.  A field that needs text can warn
 * if the comment is kept.
 */
static const char *
comment_after(struct loader *l)
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

/* Whether the current scalar is in base64. */
static bool
is_base64(const struct loader *l, const char *tag)
{
	return is_binary(tag) || (ruby_is_string(tag) &&
	    l->event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE &&
	    ruby_is_base64((const char *)l->event.data.scalar.value,
	    l->event.data.scalar.length));
}

/*
 * Escape sequences such as "\b", and base64, make characters that XML forbids,
 * and programs write "\x93" after reading windows-1252 as Latin-1.
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
	return value_replace_controls(l->arena, text, strlen(text));
}

/* The place in the tree of an anchor with that name. */
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
		*anchor = **at;		/* which it replaces */
	anchor->name = arena_strdup(l->arena, name);
	anchor->value = v;
	anchor->older = l->anchors;
	anchor->used = false;
	*at = l->anchors = anchor;
}

/* `title: &x y` is "y" in YAML, which authors of settings know. */
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

/* The name of an environment variable, in the settings of MkDocs: its value is
   unknown. */
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
	/* `! 'Rain: at last'`: Ruby 1.9 wrote quoted strings like this. */
	if (tag[1] == '\0' && v->kind == P2F_TEXT && !v->plain)
		return;
	diag_report(l->diag, DIAG_ALIAS, value_place(l->block->path, v),
	    "%s is a YAML tag; left out (if it belongs to the text, put the "
	    "value in quotes)", quote(tag).text);
}

/*
 * Whether part of the current scalar is written as "\x" and a number, and its
 * characters may be bytes of UTF-8, where U+00C2 to U+00F4 begin a sequence.
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
		v->comment = comment_after(l);
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

/* In settings, where most are of no use to us, only once. */
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
 * Aliases of text are expanded; an alias of a list or map would let a small
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
 * Skip a node that cannot be used, from the current event on.  With each open
 * level libyaml takes longer for the next one.
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

/* A no-break space before a key is invisible, and not intended. */
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

/* `title: {{ title }}` is a map in a map in YAML, but a template here. */
static const struct p2f_value *
load_template(struct loader *l, struct p2f_value *v)
{
	const char *start = text_at(l, &l->event.start_mark), *text;
	size_t line = l->event.start_mark.line;

	skip_node(l);
	while (advance(l) && l->event.type != YAML_MAPPING_END_EVENT)
		skip_node(l);
	/* In a list, more may follow, possibly much more. */
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

/* `![](a.png)`: a tag in libyaml before 0.2.5, an error in later ones. */
static bool
is_image(const struct loader *l)
{
	return l->event.type == YAML_SCALAR_EVENT &&
	    l->event.data.scalar.tag != NULL &&
	    strchr((const char *)l->event.data.scalar.tag, '[') != NULL;
}

/* The value that begins at the current event; NULL on failure. */
static const struct p2f_value *
load_node(struct loader *l, unsigned depth)
{
	if (depth > VALUE_MAX_DEPTH) {
		fail(l, &l->event.start_mark, too_deep);
		return NULL;
	}
	if (is_image(l)) {
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
	/* libyaml may report a line after the last. */
	arena_list_add(a, &lines, end);
	return arena_list_items(&lines);
}

/*
 * Anything after a document is another one, or else it began with a key
 * indented more than those below, or with a tag or a map in braces.
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
	/* An error may follow the last value. */
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

#include <assert.h>
#include <string.h>

#include <jansson.h>

#include "base/text.h"
#include "front/json.h"

/*
 * jansson validates JSON and decodes its strings, but it keeps neither
 * positions nor the spelling of numbers.  So text that it has accepted is
 * walked once more for these; the walk can rely on the text being valid.
 */
struct walker {
	const char		*p;
	const char		*counted;	/* where line and column are */
	unsigned		 line, column;
	struct arena		*arena;
	const struct block	*block;
	struct diag		*diag;
};

static const struct p2f_value *walk_value(struct walker *);

static void
skip_space(struct walker *w)
{
	for (; ascii_is_space(*w->p) || *w->p == ',' || *w->p == ':'; w->p++)
		if (*w->p == '\n') {
			w->line++;
			w->column = 1;
			w->counted = w->p + 1;
		}
}

static struct p2f_value *
new_value(struct walker *w, enum p2f_kind kind)
{
	/* Counting continues from the last value: lines can be long. */
	for (; w->counted < w->p; w->column++)
		utf8_next(&w->counted);
	return value_at(w->arena, kind, (struct place){ NULL, w->line,
	    w->column });
}

static size_t
string_length(const char *p)
{
	const char *start = p++;

	while (*p != '"')
		p += *p == '\\' ? 2 : 1;
	return (size_t)(p + 1 - start);
}

/* Cleaned: escape sequences can make characters that XML forbids. */
static const char *
decode(struct arena *a, const char *p, size_t n, struct text_faults *faults)
{
	json_t *string = json_loadb(p, n, JSON_DECODE_ANY | JSON_ALLOW_NUL,
	    NULL);
	const char *text = NULL;

	if (json_is_string(string))
		text = text_clean_copy(a, json_string_value(string),
		    json_string_length(string), faults);
	json_decref(string);
	return text;
}

const char *
json_decode(struct arena *a, const char *text, size_t n)
{
	return decode(a, text, n, NULL);
}

static const char *
walk_string(struct walker *w)
{
	size_t n = string_length(w->p);
	struct text_faults faults = { 0 };
	const char *text = decode(w->arena, w->p, n, &faults);

	assert(text != NULL);
	if (faults.count > 0)
		value_report_escapes(value_place(w->block->path,
		    new_value(w, P2F_TEXT)), w->diag);
	w->p += n;
	return value_replace_controls(w->arena, text, strlen(text));
}

static const struct p2f_value *
walk_scalar(struct walker *w)
{
	struct p2f_value *v = new_value(w, P2F_TEXT);
	size_t n;

	if (*w->p == '"') {
		v->text = walk_string(w);
	} else {
		v->plain = 1;
		n = strcspn(w->p, ",]} \t\r\n");
		v->text = arena_strndup(w->arena, w->p, n);
		w->p += n;
	}
	value_set_text(v, v->plain && strcmp(v->text, "null") == 0 ? NULL :
	    v->text);
	return v;
}

static const struct p2f_value *
walk_array(struct walker *w)
{
	struct p2f_value *v = new_value(w, P2F_LIST);
	struct arena_list items = { 0 };

	w->p++;
	for (skip_space(w); *w->p != ']'; skip_space(w))
		arena_list_add(w->arena, &items, walk_value(w));
	w->p++;
	v->items = arena_list_items(&items);
	return v;
}

static const struct p2f_value *
walk_object(struct walker *w)
{
	struct p2f_value *v = new_value(w, P2F_MAP);
	struct arena_list items = { 0 };
	const char *key;

	w->p++;
	for (skip_space(w); *w->p != '}'; skip_space(w)) {
		key = walk_string(w);
		skip_space(w);
		arena_list_add(w->arena, &items, value_with_key(w->arena,
		    key, walk_value(w)));
	}
	w->p++;
	v->items = value_unique(w->arena, &items, w->block->path, w->diag);
	return v;
}

/* The recursion is bounded: the depth was checked before. */
static const struct p2f_value *
walk_value(struct walker *w)
{
	if (*w->p == '{')
		return walk_object(w);
	if (*w->p == '[')
		return walk_array(w);
	return walk_scalar(w);
}

static bool
is_too_deep(const char *p, const char *end)
{
	unsigned depth = 0;

	for (; p < end; p++) {
		if (*p == '"')
			p += string_length(p) - 1;
		else if (*p == '{' || *p == '[')
			depth++;
		else if (*p == '}' || *p == ']')
			depth--;
		if (depth > VALUE_MAX_DEPTH)
			return true;
	}
	return false;
}

/*
 * How many characters before the position of an error the unexpected token
 * begins: jansson has read it by then, and reports its end.
 */
static unsigned
token_length(const struct block *block, const json_error_t *error)
{
	const char *end, *p;

	if (strstr(error->text, "expected") == NULL || error->position <= 0 ||
	    (size_t)error->position > block->length)
		return 0;
	p = end = block->text + error->position;
	if (*--p == '"')
		while (p > block->text && *--p != '\n' &&
		    (*p != '"' || p[-1] == '\\'))
			continue;
	else
		while (p > block->text && (ascii_is_alnum(p[-1]) ||
		    strchr("+-.", p[-1]) != NULL))
			p--;
	return (unsigned)text_count(p, (size_t)(end - p));
}

/* For jansson's words, our advice on what the author can do; "": none. */
static const char *
advice_on(const char *problem)
{
	static const struct {
		const char *problem, *advice;
	} all[] = {
		{ "or '}' expected near '['", "" },	/* not a mapping */
		{ "expected near end of file",
		    " (a brace or a bracket is not closed)" },
		{ "expected near '/'", " (JSON has no comments)" },
		{ "']' expected near '}'", " (a bracket is not closed)" },
		{ "'}' expected near ']'", " (a brace is not closed)" },
		{ "or '}' expected near '}'", " (remove the comma before it)" },
		{ "token near ']'", " (remove the comma before it)" },
		{ "string or '}' expected",
		    " (put each key in double quotes)" },
		{ "'}' expected near",
		    " (a comma or a quote is missing before it)" },
		{ "']' expected near",
		    " (a comma or a quote is missing before it)" }
	};
	size_t i;

	for (i = 0; i < sizeof all / sizeof *all; i++)
		if (strstr(problem, all[i].problem) != NULL)
			return all[i].advice;
	return "";
}

static void
report(const struct block *block, const json_error_t *error, struct diag *d)
{
	struct place place = { block->path, block->line, 1 };
	unsigned length = token_length(block, error);

	if (error->line > 0)
		place.line += (unsigned)error->line - 1;
	if (error->column > 0)
		place.column = (unsigned)error->column;
	if (length > 0 && length <= place.column)
		place.column -= length - 1;
	diag_report(d, DIAG_JSON, place, "invalid JSON: %s; %s%s%s",
	    error->text, block->is_file ? "" : "the front matter was ",
	    block_fate(block), advice_on(error->text));
}

size_t
json_object_length(const struct block *block, struct diag *d)
{
	const char *p = block->text, *end = p + block->length;
	json_error_t error;
	json_t *root = json_loadb(p, block->length, JSON_DISABLE_EOF_CHECK |
	    JSON_ALLOW_NUL, &error);
	bool is_object = json_is_object(root);

	json_decref(root);
	if (is_object)
		return (size_t)error.position;
	while (p < end && (*p == '{' || ascii_is_space(*p)))
		p++;
	if (p < end && *p == '"')
		report(block, &error, d);
	return 0;
}

/*
 * Hexo omits the braces.  The one that is added is on a line of its own, so
 * that no position changes.
 */
static struct block
with_braces(struct arena *a, const struct block *block)
{
	const char *start = block->text;
	struct block braced = *block;

	if (text_trim_span(&start, block->length) > 0 && *start == '{')
		return braced;
	braced.text = arena_printf(a, "{\n%.*s}", (int)block->length,
	    block->text);
	braced.length = block->length + 3;
	braced.line = block->line - 1;
	return braced;
}

const struct p2f_value *
json_read(struct arena *a, const struct block *block, struct diag *d)
{
	struct block braced = with_braces(a, block);
	json_error_t error;
	json_t *root = json_loadb(braced.text, braced.length,
	    JSON_ALLOW_NUL, &error);
	struct walker w = {
		.p = braced.text, .counted = braced.text, .column = 1,
		.line = braced.line, .arena = a, .block = &braced, .diag = d
	};

	if (root == NULL) {
		report(&braced, &error, d);
		return NULL;
	}
	json_decref(root);
	if (is_too_deep(braced.text, braced.text + braced.length)) {
		diag_report(d, DIAG_JSON, (struct place){ block->path,
		    block->line, 1 }, "values are nested too deeply; %s%s",
		    block->is_file ? "" : "the front matter was ",
		    block_fate(block));
		return NULL;
	}
	skip_space(&w);
	return walk_object(&w);
}

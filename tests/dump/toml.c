/*
 * Prints the trees of TOML files, for tests/toml: a line of JSON for each
 * operand, {"reports": number of messages, "tree": value}.  A value is
 * [kind, line, column, content], with a string, a list or an object as content.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/buf.h"
#include "front/toml.h"

static const char *const kinds[] = { "null", "text", "list", "map" };

static json_t *value_to_json(const struct p2f_value *);

static json_t *
items_to_json(const struct p2f_value *v)
{
	json_t *items = v->kind == P2F_MAP ? json_object() : json_array();
	size_t i;

	for (i = 0; v->items[i] != NULL; i++) {
		if (v->kind == P2F_MAP)
			json_object_set_new(items, v->items[i]->key,
			    value_to_json(v->items[i]));
		else
			json_array_append_new(items,
			    value_to_json(v->items[i]));
	}
	return items;
}

/* Recursion is bounded: toml_read() limits the depth. */
static json_t *
value_to_json(const struct p2f_value *v)
{
	json_t *content = v->kind == P2F_NULL ? json_null() :
	    v->kind == P2F_TEXT ? json_string(v->text) : items_to_json(v);

	return json_pack("[siio]", v->plain ? "plain" : kinds[v->kind],
	    v->line, v->column, content);
}

static void
read_file(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "rb");
	size_t n;

	if (file == NULL) {
		perror(path);
		exit(1);
	}
	do {
		n = fread(buf_reserve(out, 65536), 1, 65536, file);
		out->length += n;
	} while (n > 0);
	buf_puts(out, "");
	fclose(file);
}

static void
dump(const char *path)
{
	const struct diag_options options = { 0 };
	struct diag d = { .options = &options };
	struct arena a = { 0 };
	struct buf text = { 0 };
	const struct p2f_value *v;
	json_t *result;

	read_file(path, &text);
	v = toml_read(&a, &(struct block){ .path = path,
	    .text = text.bytes, .length = text.length, .line = 1,
	    .is_file = false },
	    &d);
	result = json_pack("{siso*}", "reports", (int)d.counts[DIAG_WARNING],
	    "tree", v == NULL ? NULL : value_to_json(v));
	assert(result != NULL);
	json_dumpf(result, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(result);
	diag_release(&d);
	arena_release(&a);
	buf_release(&text);
}

int
main(int argc, char *argv[])
{
	int i;

	for (i = 1; i < argc; i++)
		dump(argv[i]);
	return 0;
}

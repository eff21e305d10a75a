/*
 * same - whether plain_yaml_read() and libyaml read a block alike: the same
 * tree, with the same positions and comments, and without a message.
 */
#ifndef UNIT_SAME_H
#define UNIT_SAME_H

#include <stdbool.h>
#include <string.h>

#include "base/diag.h"
#include "front/plain_yaml.h"
#include "front/yaml.h"

enum same { SAME_REFUSED, SAME_ACCEPTED, SAME_DIFFERENT };

static inline bool
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static inline bool
same_value(const struct p2f_value *a, const struct p2f_value *b)
{
	size_t i;

	if (a->kind != b->kind || a->plain != b->plain ||
	    a->line != b->line || a->column != b->column ||
	    !same_text(a->key, b->key) || !same_text(a->text, b->text) ||
	    !same_text(a->comment, b->comment))
		return false;
	if (a->items == NULL || b->items == NULL)
		return a->items == b->items;
	for (i = 0; a->items[i] != NULL && b->items[i] != NULL; i++)
		if (!same_value(a->items[i], b->items[i]))
			return false;
	return a->items[i] == b->items[i];
}

static inline bool
same_as_libyaml(struct arena *arena, const struct block *block,
    const struct p2f_value *map)
{
	static const struct diag_options verbose = { .verbose = true };
	struct diag said = { .options = &verbose };
	const struct p2f_value *other;
	struct yaml_problem problem;
	bool ok;

	other = yaml_parse(arena, block, &said, &problem);
	ok = other != NULL && same_value(map, other) &&
	    said.lines.length == 0;
	diag_discard(&said);
	return ok;
}

/* The block is clean text, see base/text.h. */
static inline enum same
same_check(const char *text, size_t length)
{
	const struct block block = { .path = "a.md", .text = text,
	    .length = length, .line = 3 };
	struct arena arena = { 0 };
	const struct p2f_value *map = plain_yaml_read(&arena, &block);
	enum same same = SAME_REFUSED;

	if (map != NULL)
		same = same_as_libyaml(&arena, &block, map) ?
		    SAME_ACCEPTED : SAME_DIFFERENT;
	arena_release(&arena);
	return same;
}

#endif

/*
 * YAML by the shortest way: plain_yaml.c for what is plain, libyaml for the
 * rest, and recovery for what that refuses.
 */
#include "base/text.h"
#include "front/plain_yaml.h"
#include "front/recover.h"
#include "front/yaml.h"

/*
 * What libyaml's reader refuses (DEL, and C1 controls: mostly windows-1252
 * quotes that were read as Latin-1), and the line breaks of Unicode, which
 * it takes as the end of a plain scalar and authors do not see.
 */
static unsigned
replacement(unsigned c)
{
	unsigned meant = c >= 0x80 && c < 0xa0 ? text_of_control(c) : c;

	if (c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 ||
	    (meant >= 0x80 && meant < 0xa0))
		return ' ';
	return meant;
}

static void
report_replacement(const struct block *block, size_t offset, unsigned c,
    struct diag *d)
{
	struct place place = { .path = block->path };

	text_place(block->text, offset, &place.line, &place.column);
	place.line += block->line - 1;
	diag_report(d, DIAG_CHARACTER, place,
	    "U+%04X cannot stand in YAML; read as %s", c,
	    replacement(c) == ' ' ? "a blank" :
	    "the character of windows-1252");
}

/* The block in a form that libyaml takes; mostly the block itself. */
static struct block
prepare(struct arena *a, const struct block *block, struct diag *d)
{
	const char *p = block->text, *end = p + block->length, *start;
	struct block prepared = *block;
	struct buf out = { 0 };
	unsigned c;

	while (p < end) {
		start = p;
		c = utf8_next(&p);
		if (out.bytes == NULL && replacement(c) == c)
			continue;
		if (out.bytes == NULL) {
			report_replacement(block,
			    (size_t)(start - block->text), c, d);
			buf_add(&out, block->text,
			    (size_t)(start - block->text));
		}
		buf_put_utf8(&out, replacement(c));
	}
	if (out.bytes != NULL) {
		prepared.text = arena_strndup(a, out.bytes, out.length);
		prepared.length = out.length;
		buf_release(&out);
	}
	return prepared;
}

static const struct p2f_value *
read_by_libyaml(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag said = { .options = d->options };
	struct block prepared = prepare(a, block, d);
	const struct p2f_value *root;
	struct yaml_problem problem;

	root = yaml_parse(a, &prepared, &said, &problem);
	if (root != NULL)
		diag_merge(d, &said);
	diag_discard(&said);
	if (root == NULL)
		return recover(a, &prepared, d, &problem);
	if (root->kind == P2F_MAP)
		return root;
	diag_report(d, DIAG_FRONT_MATTER,
	    (struct place){ block->path, block->line, 1 },
	    "this is no list of `key: value` lines; %s", block_fate(block));
	return NULL;
}

const struct p2f_value *
yaml_read(struct arena *a, const struct block *block, struct diag *d)
{
#ifndef P2F_LIBYAML_ONLY
	const struct p2f_value *map = plain_yaml_read(a, block);

	if (map != NULL)
		return map;
#endif
	return read_by_libyaml(a, block, d);
}

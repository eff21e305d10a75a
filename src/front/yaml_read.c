/*
 * YAML by the cheapest way: plain_yaml.c for plain blocks, libyaml for the
 * rest, and recovery for what that rejects.
 */
#include "base/text.h"
#include "front/plain_yaml.h"
#include "front/recover.h"
#include "front/yaml.h"

/*
 * Replaces what libyaml's reader rejects (DEL, and C1 controls: mostly
 * windows-1252 quotes read as Latin-1), and Unicode line breaks, which to it
 * end a plain scalar and are invisible to authors.
 */
static unsigned
replacement(unsigned c)
{
	if (c == 0x7f || c == 0x2028 || c == 0x2029)
		return ' ';
	return c >= 0x80 && c < 0xa0 ? value_of_control(c) : c;
}

/* U+00A0 and U+3000, which the space bar of many keyboards can produce. */
static bool
is_wide_blank(unsigned c)
{
	return c == 0xa0 || c == 0x3000;
}

/* The position of a character in a line, as far as wide spaces matter. */
enum layout { INDENTATION, NAME, COLON, TEXT };

static enum layout
layout_after(enum layout layout, unsigned c, bool is_first)
{
	if (c == '\n')
		return INDENTATION;
	if (c == ' ' || is_wide_blank(c))
		return layout;
	if (layout == INDENTATION)
		return is_first ? NAME : TEXT;
	return layout == NAME ? c == ':' ? COLON : NAME : TEXT;
}

/*
 * Whether a line continues, after all spaces, with an item; or with a key that
 * can be nested in a mapping, rather than a key at the margin.
 */
static bool
is_structure(const char *p, const char *end, bool is_inside)
{
	const char *next = p;
	unsigned c;

	while (p < end && ((c = utf8_next(&next)) == ' ' || is_wide_blank(c)))
		p = next;
	if (p < end && *p == '-')
		return next < end && ((c = utf8_next(&next)) == ' ' ||
		    is_wide_blank(c));
	p = text_word_end(p, end, "-_");
	return p < end && *p == ':' && is_inside;
}

static void
report_replacement(const struct block *block, size_t offset, unsigned c,
    struct diag *d)
{
	struct place place = { .path = block->path };

	text_place(block->text, offset, &place.line, &place.column);
	place.line += block->line - 1;
	diag_report(d, DIAG_CHARACTER, place,
	    "the character U+%04X is not allowed %s; read as %s", c,
	    is_wide_blank(c) ? "here in YAML" : "in YAML", is_wide_blank(c) ||
	    replacement(c) == ' ' ? "a space" : "windows-1252");
}

/* A block that is copied from its first doubtful character on. */
struct preparation {
	const struct block *block;
	struct buf	 out;
	enum layout	 layout;
	bool		 is_known;	/* what wide spaces indent: */
	bool		 is_line;	/* a key or an item */
	bool		 was_line;	/* likewise on the line above */
	unsigned	 last;		/* last non-space so far */
};

/* The replacement of the character from start to p. */
static unsigned
prepared(struct preparation *r, const char *start, const char *p, unsigned c)
{
	const char *text = r->block->text;
	bool is_first = start == text || start[-1] == '\n';

	if (is_first) {
		r->was_line = r->is_line;
		r->is_known = r->is_line = false;
	}
	if (is_wide_blank(c) && r->layout == INDENTATION && !r->is_known) {
		r->is_known = true;
		r->is_line = is_structure(p, text + r->block->length,
		    r->was_line || r->last == ':');
	}
	r->layout = layout_after(r->layout, c, is_first);
	if (c != ' ' && c != '\n' && !is_wide_blank(c))
		r->last = c;
	/* After the space that a colon needs, it is trimmed with the value. */
	if (is_wide_blank(c))
		return (r->layout == INDENTATION && r->is_line) ||
		    (r->layout == COLON && start[-1] == ':') ? ' ' : c;
	return replacement(c);
}

/* The block in a form that libyaml accepts; mostly the block itself. */
static struct block
prepare(struct arena *a, const struct block *block, struct diag *d)
{
	const char *p = block->text, *end = p + block->length, *start;
	struct preparation r = { .block = block };
	struct block result = *block;
	unsigned c, meant;

	while (p < end) {
		start = p;
		c = utf8_next(&p);
		meant = prepared(&r, start, p, c);
		if (r.out.bytes == NULL && meant == c)
			continue;
		if (r.out.bytes == NULL) {
			report_replacement(block,
			    (size_t)(start - block->text), c, d);
			buf_add_span(&r.out, block->text, start);
		}
		buf_put_utf8(&r.out, meant);
	}
	if (r.out.bytes != NULL) {
		result.length = r.out.length;
		result.text = arena_take(a, &r.out);
	}
	return result;
}

/*
 * If no colon has a space, as in `title:x`, all the keys are one string in
 * YAML.  A single line of that kind may be anything.
 */
static const struct p2f_value *
read_text(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag tentative = { .options = d->options };
	const struct yaml_problem problem = { block->line, 1,
		"a space is missing after the colon" };
	const struct p2f_value *map = recover(a, block, &tentative, &problem);

	if (map != NULL && (map->items[1] == NULL ||
	    (value_get(map, "title") == NULL &&
	    value_get(map, "date") == NULL)))
		map = NULL;
	if (map != NULL)
		diag_merge(d, &tentative);
	diag_discard(&tentative);
	return map;
}

static const struct p2f_value *
read_by_libyaml(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag tentative = { .options = d->options };
	struct block ready = prepare(a, block, d);
	const struct p2f_value *root;
	struct yaml_problem problem;

	root = yaml_parse(a, &ready, &tentative, &problem);
	if (root != NULL)
		diag_merge(d, &tentative);
	diag_discard(&tentative);
	if (root == NULL)
		return recover(a, &ready, d, &problem);
	if (root->kind == P2F_TEXT)
		root = read_text(a, &ready, d);
	if (root != NULL && root->kind == P2F_MAP)
		return root;
	diag_report(d, DIAG_FRONT_MATTER, (struct place){ block->path,
	    block->line, 1 }, "not a list of `key: value` lines; %s",
	    block_fate(block));
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

#include <string.h>

#include "base/text.h"
#include "front/toml.h"
#include "front/toml_scan.h"

/* [a.b] or [[a.b]]. */
struct header {
	struct arena_list	parts;
	bool			is_array;
};

static bool
read_header(struct toml *t, struct header *header)
{
	const char *closing;

	*header = (struct header){ .is_array = t->p[1] == '[' };
	closing = header->is_array ? "]]" : "]";
	t->p += strlen(closing);
	if (!toml_key(t, &header->parts))
		return false;
	if (strncmp(t->p, closing, strlen(closing)) != 0)
		return toml_fail(t, t->p, "write [table] or [[table]]",
		    "a %s is missing", closing);
	t->p += strlen(closing);
	return toml_end_line(t);
}

/* Whether this line begins a key or a table, errors aside. */
static bool
begins_line(struct toml *t)
{
	struct diag d = { .options = &diag_quiet };
	struct arena_list parts = { 0 };
	struct header header;
	struct toml probe;

	/* Each line is counted once here, not by each probe. */
	toml_place(t, t->p);
	probe = *t;
	probe.diag = &d;
	if (*probe.p == '[')
		return read_header(&probe, &header);
	return toml_key(&probe, &parts) && *probe.p == '=';
}

static const char *
next_line(const char *p)
{
	p += strcspn(p, "\n");
	return *p == '\n' ? p + 1 : p;
}

/*
 * Where to resume after an error: at the line of the error, if it is not the
 * first one of its key and nothing precedes the error on it.  So
 *	tags = ["a", "b"
 *	title = "c"
 * has its error at `title`, which is a key all the same.
 */
static const char *
resume_line(const struct toml *t, const char *start)
{
	const char *p = t->problem.resume, *line = text_cut_blanks(start, p);

	return line > start && line[-1] == '\n' ? line : next_line(p);
}

/* Skip to the next line that begins something; returns the lines skipped. */
static unsigned
resume(struct toml *t, const char *start)
{
	unsigned count = 0;

	t->p = resume_line(t, start);
	for (;; count++) {
		toml_skip_lines(t);
		if (*t->p == '\0' || begins_line(t))
			return count;
		t->p = next_line(t->p);
	}
}

/* Report the problem of a line, and that `lost` is left out for it. */
static void
recover(struct toml *t, const char *start, const char *lost)
{
	const struct toml_problem problem = t->problem;
	unsigned count = resume(t, start);
	const char *more = count == 0 ? "" : count == 1 ?
	    " with the line after it" : arena_printf(t->arena,
	    " with the %u lines after it", count);

	diag_report(t->diag, DIAG_TOML, problem.place,
	    "%s; %s was left out%s (%s)", problem.text, lost, more,
	    problem.advice);
}

static const char *
join_parts(struct toml *t, const struct arena_list *parts)
{
	const struct toml_part *part;
	struct buf name = { 0 };
	size_t i;

	for (i = 0; i < parts->count; i++) {
		part = parts->items[i];
		buf_puts(&name, i > 0 ? "." : "");
		buf_puts(&name, part->name);
	}
	return arena_take(t->arena, &name);
}

/*
 * Read a value up to the end of its line and put it into a table.  Tables in
 * an invalid value are dropped.
 */
static void
read_value(struct toml *t, struct toml_table *table,
    const struct arena_list *key, const char *start)
{
	size_t count = t->tables.count;
	struct p2f_value *v = toml_value(t, table->depth + key->count);

	if (v == NULL || !toml_end_line(t))
		t->tables.count = count;
	else if (toml_table_put(t, table, key, v))
		return;
	recover(t, start, arena_printf(t->arena, "the key %s",
	    quote(join_parts(t, key)).text));
}

static void
read_pair(struct toml *t, struct toml_table *table)
{
	const char *start = t->p;
	struct arena_list key = { 0 };

	if (toml_key(t, &key) && toml_equals(t))
		read_value(t, table, &key, start);
	else
		recover(t, start, "the line");
}

/* The table to be filled from here on; after an error, a dummy. */
static struct toml_table *
open_header(struct toml *t, struct toml_table *root)
{
	const char *start = t->p;
	struct toml_table *table = NULL;
	struct header header;

	if (read_header(t, &header))
		table = toml_table_open(t, root, &header.parts,
		    header.is_array);
	if (table != NULL)
		return table;
	recover(t, start, "the table");
	return toml_table_new(t, P2F_MAP, t->problem.place);
}

static const struct p2f_value *
read_lines(struct toml *t)
{
	struct place start = { t->block->path, t->block->line, 1 };
	struct toml_table *root = toml_table_new(t, P2F_MAP, start);
	struct toml_table *table = root;

	for (toml_skip_lines(t); *t->p != '\0'; toml_skip_lines(t)) {
		if (*t->p == '[')
			table = open_header(t, root);
		else
			read_pair(t, table);
	}
	toml_table_finish(t);
	return root->value;
}

/*
 * Whether any line is TOML, or the text is empty.  Errors in values do not
 * matter: a key was meant to be there.
 */
static bool
is_toml(struct toml probe)
{
	toml_skip_lines(&probe);
	if (*probe.p == '\0')
		return true;
	for (; *probe.p != '\0'; toml_skip_lines(&probe)) {
		if (begins_line(&probe))
			return true;
		probe.p = next_line(probe.p);
	}
	return false;
}

const struct p2f_value *
toml_read(struct arena *a, const struct block *block, struct diag *d)
{
	const char *text = arena_strndup(a, block->text, block->length);
	struct toml t = {
		.text = text, .p = text, .mark = { text, block->line, 1 },
		.arena = a, .block = block, .diag = d
	};

	if (is_toml(t))
		return read_lines(&t);
	diag_report(d, DIAG_FRONT_MATTER, (struct place){ block->path,
	    block->line, 1 }, "not a list of `key = value` lines; %s",
	    block_fate(block));
	return NULL;
}

#include <stdlib.h>
#include <string.h>

#include "feed/summary.h"

struct line {
	enum diag_level	 level;
	unsigned	 count;
	enum diag_id	 id;
};

/* Worst first. */
static int
compare_lines(const void *left, const void *right)
{
	const struct line *a = left, *b = right;

	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(diag_message(a->id)->name, diag_message(b->id)->name);
}

static void
put_line(struct buf *out, const struct line *line, const struct diag *d)
{
	const struct diag_message *message = diag_message(line->id);
	struct place first = d->ids[line->id].first;

	buf_printf(out, "%6u  %-8s %-14s %s", line->count,
	    diag_level_name(line->level), message->name, message->about);
	if (first.path == NULL) {
		buf_putc(out, '\n');
		return;
	}
	buf_printf(out, "\n%17s%s ", "", line->count == 1 ? "in" : "first in");
	diag_put_place(out, first);
	buf_putc(out, '\n');
}

void
summary_print(struct buf *out, size_t read, size_t kept,
    const struct diag *d)
{
	struct line lines[DIAG_ID_COUNT];
	size_t count = 0, i;
	unsigned id;

	buf_printf(out, "in the feed: %zu of %zu posts; errors: %u; "
	    "warnings: %u; notes: %u\n", kept, read, d->counts[DIAG_ERROR],
	    d->counts[DIAG_WARNING], d->counts[DIAG_NOTE]);
	for (id = 0; id < DIAG_ID_COUNT; id++)
		if (d->ids[id].count > 0)
			lines[count++] = (struct line){
			    diag_level(d, id), d->ids[id].count, id };
	if (count > 1)
		qsort(lines, count, sizeof *lines, compare_lines);
	for (i = 0; i < count; i++)
		put_line(out, &lines[i], d);
}

#include <limits.h>
#include <string.h>

#include "base/mem.h"
#include "feed/entries.h"

/* What a writer writes into. */
struct entry_sink {
	struct p2f_sink	 sink;
	struct entries	*entries;
};

static struct entries *
entries_of(struct p2f_sink *sink)
{
	return ((struct entry_sink *)(void *)sink)->entries;
}

static void
put(struct p2f_sink *sink, const char *bytes, size_t n)
{
	buf_add(&entries_of(sink)->text, bytes, n);
}

static void
add_piece(struct entries *e, struct piece piece)
{
	if (e->piece_count == e->piece_room) {
		e->piece_room = e->piece_room == 0 ? 8 : e->piece_room * 2;
		e->pieces = mem_realloc(e->pieces, e->piece_room *
		    sizeof *e->pieces);
	}
	e->pieces[e->piece_count++] = piece;
}

static void
note_piece(struct entries *e, size_t start, size_t length)
{
	for (; length > UINT_MAX; start += UINT_MAX, length -= UINT_MAX)
		add_piece(e, (struct piece){ (off_t)start, UINT_MAX, false });
	add_piece(e, (struct piece){ (off_t)start, (unsigned)length, false });
}

/* Note what was written since the last piece. */
static void
note_written(struct entries *e)
{
	note_piece(e, e->noted, e->text.length - e->noted);
	e->noted = e->text.length;
}

/* What another output has of this post already is not written again. */
static void
share(struct p2f_sink *sink, p2f_part *part, const struct p2f_post *post)
{
	struct entries *e = entries_of(sink);
	struct shared *s = e->shared, *end = s + e->shared_count;
	size_t start = e->text.length;

	while (s < end && s->part != part)
		s++;
	if (s < end) {
		note_written(e);
		note_piece(e, s->start, s->length);
		return;
	}
	part(post, sink);
	if (e->shared_count < SHARED_MAX) {
		*s = (struct shared){ part, start, e->text.length - start };
		e->shared_count++;
	}
}

void
entries_init(struct entries *e, struct outputs *outputs,
    const struct site *site, const struct diag_options *options)
{
	*e = (struct entries){ .outputs = outputs, .site = site,
	    .diag = { .options = options } };
}

void
entries_release(struct entries *e)
{
	buf_release(&e->text);
	mem_free(e->pieces);
	entry_release(&e->entry);
	diag_discard(&e->diag);
	*e = (struct entries){ .outputs = NULL };
}

/* A separator comes first: the first entry of all can do without it. */
static void
write_entry(struct entries *e, const struct output *output)
{
	struct entry_sink sink = { { put, share }, e };

	e->noted = e->text.length;
	if (output->writer->separator != NULL)
		buf_puts(&e->text, output->writer->separator);
	output->writer->entry(&output->feed, &e->entry.post, &sink.sink);
	note_written(e);
	e->pieces[e->piece_count - 1].is_last = true;
}

void
entries_add(struct entries *e, struct card *card, struct post *post,
    struct arena *a)
{
	size_t i;

	entry_fill(&e->entry, post, e->site, &e->diag);
	e->shared_count = e->piece_count = 0;
	e->last = e->text.length;
	for (i = 0; i < e->outputs->count; i++)
		write_entry(e, &e->outputs->items[i]);
	card->entry = arena_alloc(a, e->piece_count * sizeof *card->entry);
	memcpy(card->entry, e->pieces, e->piece_count * sizeof *card->entry);
	e->cards[e->count++] = card;
}

void
entries_drop(struct entries *e)
{
	e->cards[--e->count]->entry = NULL;
	e->text.length = e->last;
	diag_discard(&e->diag);
	e->diag = (struct diag){ .options = e->diag.options };
}

static void
move_pieces(struct piece *p, size_t outputs, off_t start)
{
	for (; outputs > 0; p++) {
		p->start += start;
		outputs -= p->is_last;
	}
}

void
entries_spool(struct entries *e)
{
	off_t start = spool_add(&e->outputs->spool, e->text.bytes,
	    e->text.length);
	size_t i;

	for (i = 0; i < e->count; i++)
		move_pieces(e->cards[i]->entry, e->outputs->count, start);
	buf_clear(&e->text);
	e->count = 0;
}

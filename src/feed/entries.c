#include <limits.h>
#include <string.h>

#include "base/mem.h"
#include "feed/entries.h"
#include "feed/sink.h"

/* The sink that a writer writes to. */
struct entry_sink {
	struct buf_sink	 text;
	struct entries	*entries;
};

static struct entries *
entries_of(struct p2f_sink *sink)
{
	return ((struct entry_sink *)(void *)sink)->entries;
}

static struct buf *
text_of(struct entries *e)
{
	return &e->texts[e->output];
}

static void
add_piece(struct entries *e, size_t output, size_t start, size_t length)
{
	if (e->piece_count == e->piece_room) {
		e->piece_room = e->piece_room == 0 ? 8 : e->piece_room * 2;
		e->pieces = mem_realloc(e->pieces, e->piece_room *
		    sizeof *e->pieces);
	}
	e->pieces[e->piece_count++] = (struct piece){ (off_t)start,
	    (unsigned)length, (unsigned short)output, false };
}

static void
note_piece(struct entries *e, size_t output, size_t start, size_t length)
{
	for (; length > UINT_MAX; start += UINT_MAX, length -= UINT_MAX)
		add_piece(e, output, start, UINT_MAX);
	add_piece(e, output, start, length);
}

/* Note what was written since the last piece. */
static void
note_written(struct entries *e)
{
	size_t end = text_of(e)->length;

	note_piece(e, e->output, e->noted, end - e->noted);
	e->noted = end;
}

/*
 * A part that another output already has of this post is not written again.
 * Parts within a part are written with it, since a part is shared as one piece;
 * and parts of a post that a writer made itself are not shared.
 */
static void
share(struct p2f_sink *sink, p2f_part *part, const struct p2f_post *post)
{
	struct entries *e = entries_of(sink);
	struct shared *s = e->shared, *end = s + e->shared_count;
	size_t start = text_of(e)->length;

	if (e->is_sharing || post != &e->entry.post) {
		part(post, sink);
		return;
	}
	while (s < end && s->part != part)
		s++;
	if (s < end) {
		note_written(e);
		note_piece(e, s->output, s->start, s->length);
		return;
	}
	e->is_sharing = true;
	part(post, sink);
	e->is_sharing = false;
	if (e->shared_count < SHARED_MAX) {
		*s = (struct shared){ part, e->output, start,
		    text_of(e)->length - start };
		e->shared_count++;
	}
}

void
entries_init(struct entries *e, struct outputs *outputs,
    const struct site *site, const struct diag_options *options)
{
	*e = (struct entries){ .outputs = outputs, .site = site,
	    .diag = { .options = options } };
	e->texts = mem_alloc_zeroed(outputs->count * sizeof *e->texts);
}

void
entries_release(struct entries *e)
{
	size_t i;

	for (i = 0; e->texts != NULL && i < e->outputs->count; i++)
		buf_release(&e->texts[i]);
	mem_free(e->texts);
	mem_free(e->pieces);
	entry_release(&e->entry);
	diag_discard(&e->diag);
	*e = (struct entries){ .outputs = NULL };
}

/* Most entries, with their markup and facts, fit in this, and so does the room
   that a writer asks for at their end. */
static void
make_room(struct entries *e)
{
	const size_t body = e->entry.post.content_length;

	buf_reserve(text_of(e), body + body / 4 + 8192);
}

/* The separator comes first: it is skipped for the first entry of a feed. */
static void
write_entry(struct entries *e, const struct output *output)
{
	struct entry_sink sink = { sink_into(text_of(e)), e };

	sink.text.sink.share = share;
	make_room(e);
	e->noted = text_of(e)->length;
	if (output->writer->separator != NULL)
		buf_puts(text_of(e), output->writer->separator);
	output->writer->entry(&output->feed, &e->entry.post,
	    &sink.text.sink);
	note_written(e);
	e->pieces[e->piece_count - 1].is_last = true;
}

void
entries_add(struct entries *e, struct card *card, struct post *post,
    struct arena *a)
{
	entry_fill(&e->entry, post, e->site, &e->diag);
	e->shared_count = e->piece_count = 0;
	for (e->output = 0; e->output < e->outputs->count; e->output++)
		write_entry(e, &e->outputs->items[e->output]);
	card->entry = arena_alloc(a, e->piece_count * sizeof *card->entry);
	memcpy(card->entry, e->pieces, e->piece_count * sizeof *card->entry);
	e->cards[e->count++] = card;
}

/* Cut each text off where the first piece of its output begins. */
void
entries_drop(struct entries *e)
{
	const struct piece *p = e->pieces;
	size_t i;

	for (i = 0; i < e->outputs->count; i++) {
		e->texts[i].length = (size_t)p->start;
		while (!p++->is_last)
			continue;
	}
	e->cards[--e->count]->entry = NULL;
	diag_discard(&e->diag);
	e->diag = (struct diag){ .options = e->diag.options };
}

static void
move_pieces(struct piece *p, size_t outputs, const off_t *starts)
{
	for (; outputs > 0; p++) {
		p->start += starts[p->text];
		outputs -= p->is_last;
	}
}

/* Some outputs at a time, the text of each in one piece, since it will be read
   in one; *starts: where they begin. */
static void
spool_texts(struct spool *spool, const struct buf *texts, size_t count,
    off_t *starts)
{
	struct iovec parts[SPOOL_PARTS];
	off_t start;
	size_t i;

	for (i = 0; i < count; i++)
		parts[i] = (struct iovec){ texts[i].bytes, texts[i].length };
	start = spool_add_parts(spool, parts, (int)count);
	for (i = 0; i < count; i++) {
		starts[i] = start;
		start += (off_t)texts[i].length;
	}
}

void
entries_spool(struct entries *e)
{
	size_t count = e->outputs->count, i, n;
	off_t *starts = mem_alloc(count * sizeof *starts);

	for (i = 0; i < count; i += n) {
		n = count - i < SPOOL_PARTS ? count - i : SPOOL_PARTS;
		spool_texts(&e->outputs->spool, e->texts + i, n, starts + i);
	}
	for (i = 0; i < count; i++)
		buf_clear(&e->texts[i]);
	for (i = 0; i < e->count; i++)
		move_pieces(e->cards[i]->entry, count, starts);
	e->count = 0;
	mem_free(starts);
}

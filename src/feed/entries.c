#include "base/mem.h"
#include "feed/entries.h"

/* What a writer writes into. */
struct buf_sink {
	struct p2f_sink	 sink;
	struct buf	*out;
};

static void
put(struct p2f_sink *sink, const char *bytes, size_t n)
{
	buf_add(((struct buf_sink *)(void *)sink)->out, bytes, n);
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
	entry_release(&e->entry);
	diag_discard(&e->diag);
	*e = (struct entries){ .outputs = NULL };
}

void
entries_add(struct entries *e, struct card *card, struct post *post,
    struct arena *a)
{
	const struct output *output;
	struct buf_sink sink;
	size_t i;

	entry_fill(&e->entry, post, e->site, &e->diag);
	card->entry = arena_alloc(a, e->outputs->count * sizeof *card->entry);
	for (i = 0; i < e->outputs->count; i++) {
		output = &e->outputs->items[i];
		sink = (struct buf_sink){ { put }, &e->texts[i] };
		card->entry[i].start = (off_t)e->texts[i].length;
		output->writer->entry(&output->feed, &e->entry.post,
		    &sink.sink);
		card->entry[i].length = e->texts[i].length -
		    (size_t)card->entry[i].start;
	}
	e->cards[e->count++] = card;
}

void
entries_drop(struct entries *e)
{
	struct card *card = e->cards[--e->count];
	size_t i;

	for (i = 0; i < e->outputs->count; i++)
		e->texts[i].length = (size_t)card->entry[i].start;
	card->entry = NULL;
	diag_discard(&e->diag);
	e->diag = (struct diag){ .options = e->diag.options };
}

void
entries_spool(struct entries *e)
{
	struct buf *text;
	size_t i, k;
	off_t start;

	for (i = 0; i < e->outputs->count; i++) {
		text = &e->texts[i];
		if (text->length == 0)
			continue;
		start = spool_add(&e->outputs->spool, text->bytes,
		    text->length);
		for (k = 0; k < e->count; k++)
			e->cards[k]->entry[i].start += start;
		buf_clear(text);
	}
	e->count = 0;
}

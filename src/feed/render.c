#include <string.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/url.h"
#include "feed/entry.h"
#include "feed/render.h"
#include "feed/sink.h"

/* Posts that one thread renders at a time. */
#define POSTS_OF_UNIT POOL_MANY(ENTRIES_MAX)

/* What belongs to a slot. */
struct renderer {
	struct post	 spare;
	struct arena	 arena;		/* for the pieces of cards */
	struct entries	 entries;
	bool		 ok;
};

struct render {
	const struct p2f_feed	*feed;
	struct posts		*posts;
	struct outputs		*outputs;
	struct diag		*diag;
	struct renderer		*renderers;	/* one for each slot */
	size_t			 count;		/* entries so far */
	bool			 ok;
};

/*
 * The feeds of one run share one setting for their own URL, but each has its
 * own: it ends in the name of its file.
 */
static const char *
self_of(const struct p2f_feed *feed, struct output *output)
{
	const char *path = output->path;

	return feed->self == NULL || path == NULL || !path_has_name(path) ?
	    feed->self : url_of_file(&output->out.arena, feed->self, path);
}

/* Write what comes before or after all entries. */
static void
write_edge(struct output *output,
    void (*edge)(const struct p2f_feed *, struct p2f_sink *))
{
	struct buf text = { 0 };
	struct buf_sink sink = sink_into(&text);

	sink.sink.share = NULL;
	edge(&output->feed, &sink.sink);
	out_add(&output->out, text.bytes, text.length);
	buf_release(&text);
}

static void
write_beginnings(const struct p2f_feed *feed, struct outputs *outputs)
{
	struct output *output;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		output->feed = *feed;
		if (outputs->are_many)
			output->feed.self = self_of(feed, output);
		if (output->archive.count > 0)
			archive_link(&output->feed, &output->out.arena,
			    output->path, output->archive);
		write_edge(output, output->writer->begin);
	}
}

static void
write_ends(struct outputs *outputs)
{
	size_t i;

	for (i = 0; i < outputs->count; i++)
		write_edge(&outputs->items[i],
		    outputs->items[i].writer->end);
}

static void
add_entry(struct renderer *own, struct card *card, struct post *post)
{
	struct diag heard = own->entries.diag;

	if (card->entry == NULL) {
		entries_add(&own->entries, card, post, &own->arena);
		return;
	}
	/* Written again for another feed of the run: messages were reported. */
	own->entries.diag = (struct diag){ .options = &diag_quiet };
	entries_add(&own->entries, card, post, &own->arena);
	diag_discard(&own->entries.diag);
	own->entries.diag = heard;
}

static void
render_card(const struct render *r, struct renderer *own, struct card *card)
{
	struct post *post = card_open(card, &own->spare, r->posts->rules,
	    &own->entries.diag);

	if (post == NULL) {
		own->ok = false;
		return;
	}
	add_entry(own, card, post);
	if (r->outputs->verifier != NULL)
		verify_expect_post(r->outputs->verifier, r->feed,
		    &own->entries.entry.post);
	if (r->outputs->share_entries)
		card_release(card);
}

static void
render_unit(void *context, size_t unit, size_t slot, unsigned thread)
{
	struct render *r = context;
	struct renderer *own = &r->renderers[slot];
	size_t i = unit * POSTS_OF_UNIT, end = i + POSTS_OF_UNIT;

	if (end > r->posts->count)
		end = r->posts->count;
	(void)thread;
	own->ok = true;
	for (; i < end; i++)
		if (r->posts->items[i]->entry == NULL ||
		    !r->outputs->share_entries)
			render_card(r, own, r->posts->items[i]);
}

/* The first entry of a feed goes without its separator. */
static void
take_entry(struct render *r, const struct card *card)
{
	const struct piece *p = card->entry;
	const struct output *output;
	size_t i, skip;

	for (i = 0; i < r->outputs->count; i++) {
		output = &r->outputs->items[i];
		skip = r->count > 0 || output->writer->separator == NULL ? 0 :
		    strlen(output->writer->separator);
		do {
			out_take(&r->outputs->items[i].out,
			    p->start + (off_t)skip, p->length - skip);
			skip = 0;
		} while (!p++->is_last);
	}
	r->count++;
}

static bool
take_unit(void *context, size_t unit, size_t slot)
{
	struct render *r = context;
	struct renderer *own = &r->renderers[slot];
	size_t i = unit * POSTS_OF_UNIT, end = i + POSTS_OF_UNIT;

	entries_spool(&own->entries);
	for (; i < end && i < r->posts->count; i++)
		if (r->posts->items[i]->entry != NULL)
			take_entry(r, r->posts->items[i]);
	r->ok = r->ok && own->ok;
	diag_move(r->diag, &own->entries.diag);
	diag_flush(r->diag);
	return true;
}

static void
begin(struct render *r, const struct site *site, size_t slots)
{
	size_t i;

	r->renderers = mem_alloc_zeroed(slots * sizeof *r->renderers);
	for (i = 0; i < slots; i++) {
		entries_init(&r->renderers[i].entries, r->outputs, site,
		    r->diag->options);
		r->renderers[i].entries.entry.links = &r->posts->links;
	}
}

static void
end(struct render *r, size_t slots)
{
	size_t i;

	for (i = 0; i < slots; i++) {
		post_release(&r->renderers[i].spare);
		/* The cards' pieces may be needed again. */
		if (r->posts->arena_count > 0)
			arena_join(r->posts->arenas, &r->renderers[i].arena);
		entries_release(&r->renderers[i].entries);
	}
	mem_free(r->renderers);
}

bool
render_feed(const struct p2f_feed *feed, struct posts *posts,
    const struct site *site, struct outputs *outputs, struct diag *d)
{
	struct render r = { .feed = feed, .posts = posts,
	    .outputs = outputs, .diag = d, .ok = true };
	const struct pool pool = {
		/* The verifier records entries in order. */
		.threads = outputs->verifier != NULL ? 1 : outputs->threads,
		.units = (posts->count + POSTS_OF_UNIT - 1) / POSTS_OF_UNIT,
		.context = &r,
		.work = render_unit,
		.hand_on = take_unit
	};

	if (outputs->verifier != NULL)
		verify_expect_feed(outputs->verifier, feed);
	write_beginnings(feed, outputs);
	begin(&r, site, pool_slots(&pool));
	pool_run(&pool);
	end(&r, pool_slots(&pool));
	write_ends(outputs);
	return r.ok;
}

#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "base/url.h"
#include "feed/entry.h"
#include "feed/render.h"

/* Posts that one thread renders at a time. */
#define POSTS_OF_UNIT POOL_MANY(8)

/* What a writer writes into. */
struct buf_sink {
	struct p2f_sink	 sink;
	struct buf	*out;
};

/* What one thread has of its own. */
struct renderer {
	struct post	 spare;
	struct entry	 entry;
	struct diag	 diag;
	struct buf	*entries;	/* of each output, with separators */
	size_t		 count;		/* entries that were written */
	bool		 ok;
};

struct render {
	const struct p2f_feed	*feed;
	const struct posts	*posts;
	const struct site	*site;
	struct links		*links;
	struct outputs		*outputs;
	struct diag		*diag;
	struct renderer		*renderers;	/* one for each slot */
	size_t			 count;		/* entries so far */
	bool			 ok;
};

static void
put(struct p2f_sink *sink, const char *bytes, size_t n)
{
	buf_add(((struct buf_sink *)(void *)sink)->out, bytes, n);
}

static struct buf_sink
sink_of(struct buf *out)
{
	return (struct buf_sink){ { put }, out };
}

/*
 * Several feeds of one run have one setting for their own URL, and each has
 * another one: it ends in the name of its file.
 */
static const char *
self_of(const struct p2f_feed *feed, struct output *output)
{
	const char *path = output->out.path, *slash;
	struct buf name = { 0 };
	const char *self;

	if (feed->self == NULL || path == NULL)
		return feed->self;
	slash = strrchr(path, '/');
	url_encode_segment(&name, slash == NULL ? path : slash + 1);
	self = url_resolve(&output->out.arena, feed->self, name.bytes);
	buf_release(&name);
	return self;
}

/* What stands before all entries, or behind them. */
static void
write_edge(struct output *output,
    void (*edge)(const struct p2f_feed *, struct p2f_sink *))
{
	struct buf text = { 0 };
	struct buf_sink sink = sink_of(&text);

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
		if (outputs->count > 1)
			output->feed.self = self_of(feed, output);
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
write_entry(const struct render *r, struct renderer *own,
    const struct p2f_post *post)
{
	const struct outputs *outputs = r->outputs;
	const struct output *output;
	struct buf_sink sink;
	size_t i;

	if (outputs->verifier != NULL)
		verify_expect_post(outputs->verifier, r->feed, post);
	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		sink = sink_of(&own->entries[i]);
		if (own->count > 0 && output->writer->separator != NULL)
			buf_puts(sink.out, output->writer->separator);
		output->writer->entry(&output->feed, post, &sink.sink);
	}
	own->count++;
}

static void
render_unit(void *context, size_t unit, size_t slot)
{
	struct render *r = context;
	struct renderer *own = &r->renderers[slot];
	size_t i = unit * POSTS_OF_UNIT, end = i + POSTS_OF_UNIT;
	struct post *post;

	if (end > r->posts->count)
		end = r->posts->count;
	own->ok = true;
	own->count = 0;
	for (; i < end; i++) {
		post = card_open(r->posts->items[i], &own->spare,
		    r->posts->rules, &own->diag);
		if (post == NULL) {
			own->ok = false;
			continue;
		}
		entry_fill(&own->entry, post, r->site, &own->diag);
		write_entry(r, own, &own->entry.post);
		card_release(r->posts->items[i]);
	}
}

static bool
take_unit(void *context, size_t unit, size_t slot)
{
	struct render *r = context;
	struct renderer *own = &r->renderers[slot];
	struct output *output;
	size_t i;

	(void)unit;
	for (i = 0; i < r->outputs->count; i++) {
		output = &r->outputs->items[i];
		if (r->count > 0 && own->count > 0 &&
		    output->writer->separator != NULL)
			out_add(&output->out, output->writer->separator,
			    strlen(output->writer->separator));
		out_add(&output->out, own->entries[i].bytes,
		    own->entries[i].length);
		buf_clear(&own->entries[i]);
	}
	r->count += own->count;
	r->ok = r->ok && own->ok;
	diag_move(r->diag, &own->diag);
	diag_flush(r->diag);
	return true;
}

static void
begin(struct render *r, size_t slots)
{
	struct renderer *own;
	size_t i;

	r->renderers = mem_alloc_zeroed(slots * sizeof *r->renderers);
	for (i = 0; i < slots; i++) {
		own = &r->renderers[i];
		own->diag.options = r->diag->options;
		own->entry.links = r->links;
		own->entries = mem_alloc_zeroed(r->outputs->count *
		    sizeof *own->entries);
	}
}

static void
end(struct render *r, size_t slots)
{
	struct renderer *own;
	size_t i, k;

	for (i = 0; i < slots; i++) {
		own = &r->renderers[i];
		for (k = 0; k < r->outputs->count; k++)
			buf_release(&own->entries[k]);
		mem_free(own->entries);
		post_release(&own->spare);
		entry_release(&own->entry);
		diag_discard(&own->diag);
	}
	mem_free(r->renderers);
}

bool
render_feed(const struct p2f_feed *feed, struct posts *posts,
    const struct site *site, struct outputs *outputs, struct diag *d)
{
	struct render r = { .feed = feed, .posts = posts, .site = site,
	    .links = &posts->links, .outputs = outputs, .diag = d,
	    .ok = true };
	const struct pool pool = {
		/* What is to be verified is noted in order. */
		.threads = outputs->verifier != NULL ? 1 : outputs->threads,
		.units = (posts->count + POSTS_OF_UNIT - 1) / POSTS_OF_UNIT,
		.context = &r,
		.work = render_unit,
		.hand_on = take_unit
	};

	if (outputs->verifier != NULL)
		verify_expect_feed(outputs->verifier, feed);
	write_beginnings(feed, outputs);
	begin(&r, pool_slots(&pool));
	pool_run(&pool);
	end(&r, pool_slots(&pool));
	write_ends(outputs);
	return r.ok;
}

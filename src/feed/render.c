#include <string.h>

#include "base/url.h"
#include "feed/entry.h"
#include "feed/render.h"

/* What a writer writes into. */
struct out_sink {
	struct p2f_sink	 sink;
	struct out	*out;
};

static void
put(struct p2f_sink *sink, const char *bytes, size_t n)
{
	struct out_sink *self = (struct out_sink *)(void *)sink;

	out_add(self->out, bytes, n);
}

static struct out_sink
sink_of(struct output *output)
{
	return (struct out_sink){ { put }, &output->out };
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

static void
begin(const struct p2f_feed *feed, struct outputs *outputs)
{
	struct output *output;
	struct out_sink sink;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		output->feed = *feed;
		if (outputs->count > 1)
			output->feed.self = self_of(feed, output);
		sink = sink_of(output);
		output->writer->begin(&output->feed, &sink.sink);
	}
}

static void
write_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    bool is_first, struct outputs *outputs)
{
	const struct p2f_writer *writer;
	struct out_sink sink;
	size_t i;

	if (outputs->verifier != NULL)
		verify_expect_post(outputs->verifier, feed, post);
	for (i = 0; i < outputs->count; i++) {
		writer = outputs->items[i].writer;
		sink = sink_of(&outputs->items[i]);
		if (!is_first && writer->separator != NULL)
			put(&sink.sink, writer->separator,
			    strlen(writer->separator));
		writer->entry(&outputs->items[i].feed, post, &sink.sink);
	}
}

static void
end(struct outputs *outputs)
{
	struct out_sink sink;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		sink = sink_of(&outputs->items[i]);
		outputs->items[i].writer->end(&outputs->items[i].feed,
		    &sink.sink);
	}
}

bool
render_feed(const struct p2f_feed *feed, const struct posts *posts,
    const struct site *site, struct outputs *outputs, struct diag *d)
{
	struct entry entry = { .links = posts->links };
	bool ok = true, is_first = true;
	size_t i;

	if (outputs->verifier != NULL)
		verify_expect_feed(outputs->verifier, feed);
	begin(feed, outputs);
	for (i = 0; i < posts->count; i++) {
		if (!post_need_body(posts->items[i], d)) {
			ok = false;
			continue;
		}
		entry_fill(&entry, posts->items[i], site, d);
		write_entry(feed, &entry.post, is_first, outputs);
		is_first = false;
		post_drop_body(posts->items[i]);
		diag_flush(d);
	}
	end(outputs);
	entry_release(&entry);
	return ok;
}

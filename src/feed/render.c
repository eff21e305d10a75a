#include <string.h>

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

static void
begin(const struct p2f_feed *feed, struct outputs *outputs)
{
	struct out_sink sink;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		sink = sink_of(&outputs->items[i]);
		outputs->items[i].writer->begin(feed, &sink.sink);
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
		writer->entry(feed, post, &sink.sink);
	}
}

static void
end(const struct p2f_feed *feed, struct outputs *outputs)
{
	struct out_sink sink;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		sink = sink_of(&outputs->items[i]);
		outputs->items[i].writer->end(feed, &sink.sink);
	}
}

bool
render_feed(const struct p2f_feed *feed, const struct posts *posts,
    const struct site *site, struct outputs *outputs, struct diag *d)
{
	struct entry entry = { .arena = { NULL } };
	bool ok = true;
	size_t i;

	if (outputs->verifier != NULL)
		verify_expect_feed(outputs->verifier, feed);
	begin(feed, outputs);
	for (i = 0; i < posts->count && ok; i++) {
		ok = post_need_body(posts->items[i], d);
		if (!ok)
			break;
		entry_fill(&entry, posts->items[i], site, d);
		write_entry(feed, &entry.post, i == 0, outputs);
		post_drop_body(posts->items[i]);
		diag_flush(d);
	}
	end(feed, outputs);
	entry_release(&entry);
	return ok;
}

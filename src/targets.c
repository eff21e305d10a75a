#include "base/mem.h"
#include "targets.h"
#include "writers/writer.h"

void
targets_open(struct outputs *outputs, const struct options *o)
{
	const struct target *target;
	struct output *output;
	size_t i;

	outputs->count = o->targets.count;
	outputs->items = mem_alloc(outputs->count * sizeof *outputs->items);
	outputs->are_many = outputs->count > 1;
	outputs->share_entries = !o->verify;
	for (i = 0; i < outputs->count; i++) {
		target = o->targets.items[i];
		output = &outputs->items[i];
		output->writer = target->writer;
		out_init(&output->out, target->path, &outputs->spool);
		if (!writer_is_built_in(target->writer))
			outputs->share_entries = false;
	}
}

void
targets_open_parts(struct outputs *outputs, struct arena *a,
    const struct parts *parts)
{
	struct output *named = outputs->items, *output;
	const size_t count = outputs->count;
	size_t i;

	outputs->count *= parts->count;
	outputs->items = mem_alloc(outputs->count * sizeof *outputs->items);
	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		output->writer = named[i % count].writer;
		out_init(&output->out, split_path(a,
		    named[i % count].out.path, &parts->items[i / count]),
		    &outputs->spool);
	}
	for (i = 0; i < count; i++)
		out_release(&named[i].out);
	mem_free(named);
}

/* A slip of the hand, `-o post.md`, must not cost the post. */
static bool
is_no_post(const char *path, const char *what, struct sources *posts,
    struct diag *d)
{
	if (path == NULL || !sources_have(posts, path))
		return true;
	diag_report(d, DIAG_USAGE, (struct place){ .path = path },
	    "is one of the posts; no %s is written over it", what);
	return false;
}

/* Nor a file that is no post of this run, or under another name. */
static bool
has_feed(const struct output *output, struct diag *d)
{
	const char *path = output->out.path;
	char start[4096];

	if (path == NULL || writer_may_have_made(output->writer, start,
	    out_peek(path, start, sizeof start)))
		return true;
	diag_report(d, DIAG_USAGE, (struct place){ .path = path },
	    "is there, and is no %s feed; none is written over it (delete it "
	    "first, if it is to go)", output->writer->name);
	return false;
}

bool
targets_check(const struct outputs *outputs, const struct options *o,
    struct sources *posts, struct diag *d)
{
	const struct output *output;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		if (!is_no_post(output->out.path, "feed", posts, d) ||
		    (o->action == ACTION_FEED && !has_feed(output, d)))
			return false;
	}
	return is_no_post(o->cache, "cache", posts, d);
}

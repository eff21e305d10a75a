#define _POSIX_C_SOURCE 200809L

#include <signal.h>

#include "base/guard.h"
#include "feed/publish.h"

/* Block signals that could end the run and leave temporary files. */
static void
hold_signals(sigset_t *before)
{
	sigset_t all;

	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, before);
}

static void
drop_temporaries(void *context)
{
	const struct outputs *outputs = context;
	size_t i;

	for (i = 0; i < outputs->count; i++)
		out_drop_temporary(&outputs->items[i].out);
}

static bool
has_temporaries(const struct outputs *outputs)
{
	size_t i;

	for (i = 0; i < outputs->count; i++)
		if (outputs->items[i].out.temporary != NULL)
			return true;
	return false;
}

/* A reader may block us indefinitely, so let signals end the run. */
static bool
write_in_place(struct outputs *outputs, struct out *out,
    const sigset_t *signals, struct diag *d)
{
	struct guard guard = { .context = outputs,
	    .clean = has_temporaries(outputs) ? drop_temporaries : NULL };
	bool ok;

	guard_begin(&guard, signals);
	ok = out_commit(out, d);
	guard_end(&guard);
	return ok;
}

/*
 * First everything that can fail without a trace; then outputs that are written
 * in place, which can still fail; renames come last.
 */
bool
publish_outputs(struct outputs *outputs, struct diag *d)
{
	struct output *items = outputs->items;
	size_t count = outputs->count, i;
	sigset_t signals;
	bool ok = true;

	hold_signals(&signals);
	for (i = 0; i < count && ok; i++)
		ok = out_prepare(&items[i].out, d);
	for (i = 0; i < count && ok; i++)
		if (!out_is_replaced(&items[i].out))
			ok = write_in_place(outputs, &items[i].out, &signals,
			    d);
	for (i = 0; i < count && ok; i++)
		if (out_is_replaced(&items[i].out))
			ok = out_commit(&items[i].out, d);
	return ok;
}

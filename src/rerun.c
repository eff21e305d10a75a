#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/out.h"
#include "base/program.h"
#include "base/seen.h"
#include "rerun.h"
#include "writers/writer.h"

static void
report(const struct rerun *r, const char *what, const char *why, struct diag *d)
{
	diag_report(d, DIAG_CACHE, (struct place){ .path = r->cache.path },
	    "%s: %s", what, why);
}

/* "-" is not the name of a file; "./-" is. */
static bool
is_name(const char *path)
{
	return *path != '\0' && strcmp(path, "-") != 0;
}

static bool
refuse(const struct rerun *r, const char *why, struct diag *d)
{
	const char *path = r->cache.path;

	diag_report(d, DIAG_USAGE, (struct place){ .path = is_name(path) ?
	    path : NULL }, "%s", why);
	return false;
}

/* What a module reads is not known. */
static bool
has_module(const struct options *o)
{
	const struct target *target;
	size_t i;

	for (i = 0; i < o->targets.count; i++) {
		target = o->targets.items[i];
		if (!writer_is_built_in(target->writer))
			return true;
	}
	return false;
}

/* Why this run cannot use a cache; NULL: it can. */
static const char *
why_not(const struct options *o)
{
	if (o->action != ACTION_FEED)
		return "this run writes no feed";
	if (arena_list_has(&o->operands, "-") ||
	    arena_list_has(&o->lists, "-"))
		return "standard input may differ each time";
	if (has_module(o))
		return "a module may read other files";
	return NULL;
}

/* Hash all that the feed and the messages depend on, other than files. */
static bool
find_key(struct rerun *r)
{
	const struct options *o = r->options;
	uint64_t key = hash_string(HASH_START, options_version);
	char here[4096];
	size_t i;

	if (getcwd(here, sizeof here) == NULL)
		return false;
	key = hash_string(key, here);
	key = hash_bytes(key, &(uint64_t){ geteuid() }, sizeof key);
	key = hash_string(key, o->diag.color ? "color" : "");
	for (i = 0; o->words[i] != NULL; i++)
		key = hash_string(key, o->words[i]);
	/* The default operand is not among the words. */
	for (i = 0; i < o->operands.count; i++)
		key = hash_string(key, o->operands.items[i]);
	r->cache.key = key;
	return true;
}

static bool
check_outputs(const struct rerun *r, struct diag *d)
{
	const struct arena_list *targets = &r->options->targets;
	const struct target *target;
	size_t i;

	for (i = 0; i < targets->count; i++) {
		target = targets->items[i];
		if (target->path == NULL)
			return refuse(r, "a cache needs feeds in files (name "
			    "them with -o)", d);
		if (out_is_same_file(target->path, r->cache.path))
			return refuse(r,
			    "is an output; not overwritten with a cache", d);
	}
	return true;
}

static bool
read_cache(struct rerun *r, struct diag *d)
{
	switch (cache_read(&r->cache)) {
	case CACHE_FOREIGN:
		return refuse(r, "is not a cache; left untouched (name another "
		    "file, or remove it)", d);
	case CACHE_CLOSED:
		report(r, "cannot read", strerror(errno), d);
		r->is_used = false;
		break;
	case CACHE_OURS:
		r->is_readable = true;
		break;
	case CACHE_NONE:
		break;
	}
	return true;
}

bool
rerun_begin(struct rerun *r, const struct options *o, struct diag *d)
{
	const char *why;

	*r = (struct rerun){ .options = o, .cache = { .path = o->cache,
	    .now = o->now } };
	if (o->cache == NULL)
		return true;
	if (!is_name(o->cache))
		return refuse(r, "--cache requires a file name", d);
	why = why_not(o);
	if (why != NULL) {
		report(r, "not used", why, d);
		return true;
	}
	if (!check_outputs(r, d))
		return false;
	r->is_used = find_key(r);
	if (r->is_used)
		return read_cache(r, d);
	report(r, "not used", "the working directory has no name", d);
	return true;
}

bool
rerun_is_needless(struct rerun *r, enum exit_status *status, struct diag *d)
{
	const struct arena_list *targets = &r->options->targets;
	const struct target *target;
	size_t i;

	if (!r->is_used)
		return false;
	/* The clock tells how new a file is; it does not affect the feed. */
	r->cache.start = (long long)time(NULL);
	if (!r->is_readable || !cache_holds(&r->cache)) {
		report(r, "not used", r->is_readable ? "something has changed, "
		    "or it is from a different run" : "there is none yet", d);
		/* Do not record messages printed so far. */
		diag_flush(d);
		d->record = &r->cache.messages;
		seen_start();
		return false;
	}
	buf_add(&d->lines, r->cache.messages.bytes,
	    r->cache.messages.length);
	for (i = 0; i < targets->count; i++) {
		target = targets->items[i];
		out_report_same(target->path, d);
	}
	report(r, "used", "nothing has changed since it was written", d);
	*status = (enum exit_status)r->cache.status;
	return true;
}

void
rerun_end_record(struct rerun *r, struct diag *d)
{
	if (!r->is_used)
		return;
	diag_flush(d);
	d->record = NULL;
}

/* Why no cache can be left; NULL: one can. */
static const char *
why_not_left(const struct seen_notes *notes, const struct outputs *outputs)
{
	size_t i;

	for (i = 0; i < outputs->count; i++)
		if (!out_is_replaced(&outputs->items[i].out))
			return "an output is not a regular file";
	if (notes->doubt == NULL)
		return NULL;
	if (*notes->doubt == '\0')
		return "something was read that may differ next time";
	return "a file is so new that another change might go unnoticed";
}

void
rerun_save(struct rerun *r, const struct outputs *outputs,
    enum exit_status status, struct diag *d)
{
	struct seen_notes notes;
	const char *why;

	if (!r->is_used)
		return;
	program_note();
	if (!seen_stop(&notes, r->cache.start))
		return;
	why = why_not_left(&notes, outputs);
	if (why != NULL) {
		report(r, "not written", why, d);
		return;
	}
	r->cache.status = (int)status;
	if (!cache_save(&r->cache, &notes, outputs))
		report(r, "cannot write", strerror(errno), d);
}

void
rerun_release(struct rerun *r)
{
	cache_release(&r->cache);
	seen_release();
}

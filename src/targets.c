#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "targets.h"
#include "writers/writer.h"

static void
open_one(struct output *output, const struct p2f_writer *writer,
    const char *path, const char *file, struct spool *spool)
{
	*output = (struct output){ .writer = writer, .path = path };
	out_init(&output->out, file, spool);
}

void
targets_open(struct outputs *outputs, const struct options *o)
{
	const struct target *target;
	size_t i;

	outputs->count = o->targets.count;
	outputs->items = mem_alloc(outputs->count * sizeof *outputs->items);
	outputs->are_many = outputs->count > 1;
	outputs->share_entries = !o->verify;
	for (i = 0; i < outputs->count; i++) {
		target = o->targets.items[i];
		open_one(&outputs->items[i], target->writer, target->path,
		    target->path, &outputs->spool);
		if (!writer_is_built_in(target->writer))
			outputs->share_entries = false;
	}
}

/* Replace the named outputs by those of each edition. */
static void
open_editions(struct outputs *outputs, struct arena *a,
    const struct editions *editions)
{
	struct output *named = outputs->items, *output;
	const size_t count = outputs->count;
	const struct edition *edition;
	const char *pattern, *path;
	size_t i;

	outputs->count *= editions->count;
	outputs->items = mem_alloc(outputs->count * sizeof *outputs->items);
	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		edition = &editions->items[i / count];
		pattern = named[i % count].path;
		path = editions_path(a, pattern, edition);
		open_one(output, named[i % count].writer, path, archive_path(a,
		    path, edition->archive.number), &outputs->spool);
		output->archive = edition->archive;
		/* Folders named by a value may have to be created. */
		if (edition->value != NULL)
			output->out.made = output->out.path +
			    (strstr(pattern, EDITIONS_MARK) - pattern);
	}
	for (i = 0; i < count; i++)
		out_release(&named[i].out);
	mem_free(named);
}

static bool
refuse(struct diag *d, const char *path, const char *format, const char *what)
{
	diag_report(d, DIAG_USAGE, (struct place){ .path = path }, format,
	    what);
	return false;
}

/* A URL without the mark ends in the name of the file, which must have it. */
static bool
have_own_urls(const struct outputs *outputs, const char *self, struct diag *d)
{
	const char *path;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		path = outputs->items[i].path;
		if (self != NULL && !editions_has_mark(self) &&
		    !editions_has_mark(file_base_name(path)))
			return refuse(d, path, "all feeds with this name would "
			    "have the same URL, as self: %s lacks "
			    EDITIONS_MARK " (set another with --self)",
			    quote(self).text);
	}
	return true;
}

/* A file's canonical path, and the path it was given as. */
struct named_place {
	const char	*place, *path;
};

static int
compare(const void *left, const void *right)
{
	const struct named_place *a = left, *b = right;
	int order = strcmp(a->place, b->place);

	return order != 0 ? order : strcmp(a->path, b->path);
}

/* Clashes: an archive of rain with the feed of rain-1, or links to one file. */
static bool
have_own_places(const struct outputs *outputs, struct diag *d)
{
	struct named_place *list = mem_alloc(outputs->count * sizeof *list);
	struct arena a = { 0 };
	const char *twice = NULL, *path;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		path = outputs->items[i].out.path;
		list[i] = (struct named_place){ out_place(&a, path), path };
		if (list[i].place == NULL)
			list[i].place = path;
	}
	qsort(list, outputs->count, sizeof *list, compare);
	for (i = 1; i < outputs->count && twice == NULL; i++)
		if (strcmp(list[i - 1].place, list[i].place) == 0)
			twice = list[i].path;
	mem_free(list);
	arena_release(&a);
	return twice == NULL || refuse(d, twice, "%s", "another feed would be "
	    "written here, too (choose other names with -o)");
}

bool
targets_divide(struct outputs *outputs, struct editions *editions,
    const struct posts *posts, const struct site *site,
    const struct options *o, struct diag *d)
{
	const struct editions_rules rules = { .key = o->split,
	    .limit = site->limit, .archives = o->archives };

	if (o->archives && site->limit == 0)
		return refuse(d, NULL, "%s", "--archives requires a limit (-n "
		    "20, for example)");
	if (o->archives && site->self == NULL)
		return refuse(d, NULL, "%s", "--archives makes feeds that link "
		    "to each other, but the URL of the feed is unknown (set "
		    "--self, or self: in " SITE_FILE ")");
	if (o->split != NULL && !have_own_urls(outputs, site->self, d))
		return false;
	editions_make(editions, posts, &rules, d);
	if (editions->count == 0)
		return refuse(d, NULL, "--split %s: no post has one, so there "
		    "is no feed to write (-v shows what was left out)",
		    o->split);
	if (o->split != NULL && site->self != NULL &&
	    !editions_has_mark(site->self))
		outputs->are_many = true;
	open_editions(outputs, &editions->arena, editions);
	return have_own_places(outputs, d);
}

/* A mistake such as `-o post.md` must not destroy the post. */
static bool
is_not_post(const char *path, const char *what, struct sources *posts,
    struct diag *d)
{
	return path == NULL || !sources_have(posts, path) || refuse(d, path,
	    "is one of the posts; not overwritten with a %s", what);
}

/* Nor any other file that is not a feed. */
static bool
has_feed(const struct output *output, struct diag *d)
{
	const char *path = output->out.path;
	char start[4096];

	return path == NULL || writer_may_have_made(output->writer, start,
	    out_peek(path, start, sizeof start)) || refuse(d, path,
	    "exists, but not as a feed in the format %s; not replaced (remove "
	    "it first, or name another file)", output->writer->name);
}

bool
targets_check(const struct outputs *outputs, const struct options *o,
    struct sources *posts, struct diag *d)
{
	const struct output *output;
	size_t i;

	for (i = 0; i < outputs->count; i++) {
		output = &outputs->items[i];
		if (!is_not_post(output->out.path, "feed", posts, d) ||
		    (o->action == ACTION_FEED && !has_feed(output, d)))
			return false;
	}
	return is_not_post(o->cache, "cache", posts, d);
}

/*
 * Checks and completes the command line as a whole: which inputs to read, where
 * the outputs go, what time it is.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/out.h"
#include "base/path.h"
#include "base/seen.h"
#include "feed/editions.h"
#include "options_parts.h"
#include "writers/writer.h"

bool
options_fail(struct options *o, const char *format, ...)
{
	struct diag d = { .options = &o->diag };
	struct buf text = { 0 };
	va_list ap;

	va_start(ap, format);
	buf_vprintf(&text, format, ap);
	va_end(ap);
	diag_report(&d, DIAG_USAGE, (struct place){ .path = NULL },
	    "%s; try post2feed --help", text.bytes);
	buf_release(&text);
	diag_release(&d);
	o->action = ACTION_USAGE_ERROR;
	return false;
}

/* A hint for -t with the name of a file in this folder: it needs a "./". */
static const char *
hint_at_file(struct options *o, const char *name)
{
	return strchr(name, '/') != NULL || !seen_exists(name) ? "" :
	    arena_printf(&o->arena, " (./%s is a file)", name);
}

/*
 * A module loaded by -t is known by its writer's name from then on.  NULL: the
 * format is unknown, which is reported, followed by a hint (NULL: hint at a
 * file of that name).
 */
static const struct p2f_writer *
get_writer(struct options *o, const char *name, const char *hint)
{
	const struct p2f_writer *writer = o->writer;
	const char *problem = NULL;

	if (writer == NULL || strcmp(writer->name, name) != 0)
		writer = writer_find(name);
	if (writer == NULL)
		writer = writer_load(&o->arena, name, &problem);
	if (writer == NULL)
		options_fail(o, "unknown format %s: %s%s", quote(name).text,
		    problem, hint != NULL ? hint : hint_at_file(o, name));
	return writer;
}

/* NULL: the extension is not that of a known format. */
static const struct p2f_writer *
writer_of_file(const struct options *o, const char *path)
{
	const char *dot = strrchr(path, '.');

	if (dot == NULL)
		return NULL;
	if (ascii_equal(o->writer->extension, dot))
		return o->writer;
	return strcmp(file_base_name(path), "atom.xml") == 0 ? &writer_atom :
	    writer_for_extension(dot);
}

static bool
is_taken(const struct options *o, const char *path)
{
	const struct target *target;
	size_t i;

	for (i = 0; i < o->targets.count; i++) {
		target = o->targets.items[i];
		if (out_is_same_file(path, target->path))
			return true;
	}
	return false;
}

/* The colon after the name of a format; NULL: none. */
static const char *
find_colon(const struct options *o, const char *text)
{
	const char *colon = strchr(text, ':'), *slash = strchr(text, '/');

	if (colon == NULL || (slash != NULL && slash < colon))
		return NULL;
	return o->split != NULL && strncmp(colon, EDITIONS_MARK,
	    strlen(EDITIONS_MARK)) == 0 ? NULL :
	    colon;
}

/* "json:path", or a path, with the format of its extension or of -t. */
static bool
add_target(struct options *o, const char *text)
{
	const char *colon = find_colon(o, text);
	struct target *target = arena_alloc(&o->arena, sizeof *target);

	target->path = text;
	if (colon != NULL) {
		target->writer = get_writer(o, arena_span(&o->arena, text,
		    colon), arena_printf(&o->arena, " (./%s is a file with a "
		    "colon in its name)", text));
		if (target->writer == NULL)
			return false;
		target->path = colon + 1;
	}
	if (target->writer == NULL)
		target->writer = writer_of_file(o, target->path);
	if (target->writer == NULL)
		target->writer = o->writer;
	if (*target->path == '\0')
		return options_fail(o, "-o requires a file name");
	if (strcmp(target->path, "-") == 0)
		target->path = NULL;
	if (is_taken(o, target->path))
		return options_fail(o, "two outputs go to %s",
		    target->path == NULL ? "standard output" :
		    quote(target->path).text);
	arena_list_add(&o->arena, &o->targets, target);
	return true;
}

/* Each feed of a run that makes several needs its own name. */
static bool
check_names(struct options *o)
{
	const struct target *target;
	const char *path;
	size_t i;

	for (i = 0; i < o->targets.count; i++) {
		target = o->targets.items[i];
		path = target->path;
		if (o->split != NULL && (path == NULL ||
		    !editions_has_mark(path)))
			return options_fail(o, "--split makes many feeds, "
			    "which need names such as -o tags/" EDITIONS_MARK
			    ".xml%s%s", path == NULL ? "" : ", not ",
			    path == NULL ? "" : quote(path).text);
		if (path == NULL || !path_has_name(path))
			return options_fail(o, "--archives makes many feeds, "
			    "which need a file name (-o)");
	}
	return true;
}

static bool
find_targets(struct options *o)
{
	struct target *target;
	size_t i;

	o->writer = get_writer(o, o->format, NULL);
	if (o->writer == NULL)
		return false;
	for (i = 0; i < o->outputs.count; i++)
		if (!add_target(o, o->outputs.items[i]))
			return false;
	if (o->outputs.count > 0)
		return true;
	target = arena_alloc(&o->arena, sizeof *target);
	target->writer = o->writer;
	arena_list_add(&o->arena, &o->targets, target);
	return true;
}

/* The present: from SOURCE_DATE_EPOCH, as in reproducible builds, or from the
   clock. */
static bool
find_now(struct options *o)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH"), *p;

	if (o->has_now)
		return true;
	o->now = (long long)time(NULL);
	if (epoch == NULL || *epoch == '\0')
		return true;
	for (o->now = 0, p = epoch; ascii_is_digit(*p) &&
	    o->now < 1000000000000; p++)
		o->now = o->now * 10 + (*p - '0');
	return *p == '\0' || options_fail(o,
	    "SOURCE_DATE_EPOCH is not a number: %s", quote(epoch).text);
}

/* No operand: standard input, or the working directory if that is a device. */
static const char *
default_operand(void)
{
	struct stat st;

	return fstat(STDIN_FILENO, &st) == -1 || S_ISCHR(st.st_mode) ? "." :
	    "-";
}

static bool
is_input(const char *path)
{
	return path != NULL && (strcmp(path, "-") == 0 ||
	    path_descriptor(path) == STDIN_FILENO);
}

static size_t
count_inputs(const struct arena_list *paths)
{
	size_t count = 0, i;

	for (i = 0; i < paths->count; i++)
		count += is_input(paths->items[i]);
	return count;
}

/*
 * post2feed -0 alone does not read a list from find(1), unlike xargs(1).  As a
 * post, a path that is given twice is read once.
 */
static bool
check_input(struct options *o)
{
	size_t count = count_inputs(&o->lists);

	if (o->separator == '\0' && o->lists.count == 0)
		return options_fail(o, "-0 requires a list (--files-from=- "
		    "reads one from standard input)");
	count += is_input(o->site_file);
	count += count_inputs(&o->operands) > 0;
	return count < 2 || options_fail(o, "standard input can be read only "
	    "once: as settings, as a list of posts, or as a post (the default "
	    "where no path is named)");
}

void
options_settle(struct options *o)
{
	/* An explanation includes what was left out. */
	if (o->action == ACTION_EXPLAIN)
		o->diag.verbose = true;
	if (o->operands.count == 0 && o->lists.count == 0)
		arena_list_add(&o->arena, &o->operands, default_operand());
	if (find_now(o) && check_input(o) && find_targets(o) &&
	    (o->split != NULL || o->archives) && o->action == ACTION_FEED)
		check_names(o);
}

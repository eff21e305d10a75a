#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/contents.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "site/source_parts.h"

/* Maximum number of folders checked for belonging to another site. */
#define OTHERS_MAX 16

/* Normalize "./a//b/" to "a/b", so that a file has only one name.  A lone "-"
   becomes "./-", a file. */
static const char *
normal_path(struct arena *a, const char *path)
{
	char *copy = arena_alloc(a, strlen(path) + 2), *out = copy;

	if (*path == '/')
		*out++ = *path;
	while (*path != '\0') {
		size_t n = strcspn(path, "/");

		if (n > 0 && !(n == 1 && *path == '.')) {
			if (out > copy && out[-1] != '/')
				*out++ = '/';
			memcpy(out, path, n);
			out += n;
		}
		path += n + (path[n] == '/');
	}
	if (out == copy)
		*out = '.';
	return strcmp(copy, "-") == 0 ? "./-" : copy;
}

bool
sources_add(struct sources *s, const char *path, struct diag *d)
{
	struct operand *operand = arena_alloc(&s->arena, sizeof *operand);
	struct stat st;

	if (*path == '\0')
		return file_report(path, ENOENT, d);
	operand->path = path;
	if (strcmp(path, "-") != 0) {
		operand->path = normal_path(&s->arena, path);
		if (!seen_stat(operand->path, &st))
			return file_report(operand->path, errno, d);
		operand->is_folder = S_ISDIR(st.st_mode);
		operand->is_regular = S_ISREG(st.st_mode);
	}
	arena_list_add(&s->arena, &s->operands, operand);
	return true;
}

/* NULL if there is none. */
static const char *
folder_of(struct arena *a, const struct operand *operand)
{
	if (operand->is_folder)
		return operand->path;
	return path_has_name(operand->path) ?
	    file_folder_name(a, operand->path) : NULL;
}

const char *
sources_folder(struct sources *s)
{
	const char *folder = NULL;
	size_t i;

	for (i = 0; i < s->operands.count && folder == NULL; i++)
		folder = folder_of(&s->arena, s->operands.items[i]);
	return folder != NULL || s->operands.count == 0 ? folder : ".";
}

struct arena_list
sources_other_folders(struct sources *s)
{
	const char *last = sources_folder(s), *folder;
	struct arena_list others = { 0 };
	struct arena scratch = { 0 };
	size_t i;

	for (i = 0; i < s->operands.count && others.count < OTHERS_MAX; i++) {
		folder = folder_of(&scratch, s->operands.items[i]);
		if (folder != NULL && strcmp(folder, last) != 0) {
			last = arena_strdup(&s->arena, folder);
			arena_list_add(&s->arena, &others, last);
		}
		arena_reset(&scratch);
	}
	arena_release(&scratch);
	return others;
}

/* For a single file, the folders next to it are not searched. */
static bool
is_searched(const struct sources *s)
{
	const struct operand *first;

	if (s->operands.count != 1)
		return s->operands.count > 0;
	first = s->operands.items[0];
	return first->is_folder;
}

/* An error is ignored here: it is reported when posts are collected. */
static void
list_first(struct sources *s)
{
	const char *folder = is_searched(s) ? sources_folder(s) : NULL;
	struct contents all;

	if (folder == NULL || !contents_read(&all, &s->arena, folder))
		return;
	s->listed = arena_alloc(&s->arena, sizeof *s->listed);
	*s->listed = all;
}

struct arena_list
sources_inner_folders(struct sources *s)
{
	struct arena_list folders = { 0 };
	const struct contents_entry *inner;
	size_t i;

	list_first(s);
	for (i = 0; s->listed != NULL && i < s->listed->count; i++) {
		inner = &s->listed->items[i];
		if (inner->kind == CONTENTS_FOLDER ||
		    inner->kind == CONTENTS_UNKNOWN)
			arena_list_add(&s->arena, &folders, inner->path);
	}
	return folders;
}

/*
 * Detect the wrong separator: read by lines, names that end in NUL would be
 * cut at the first; read by NULs, lines would be a single name.
 */
static bool
is_list(const struct buf *list, char separator, const char *file,
    struct diag *d)
{
	const char *problem = NULL;

	if (list->length == 0)
		return true;
	if (separator == '\0' && list->bytes[list->length - 1] == '\n')
		problem = "ends in a newline, not in NUL (without -0, a list "
		    "is read by lines)";
	if (separator == '\n' && memchr(list->bytes, '\0', list->length) !=
	    NULL)
		problem = "contains NUL characters, so it is not a list of "
		    "lines (with -0, they end the names)";
	if (problem != NULL)
		diag_report(d, DIAG_READ, (struct place){ .path = file }, "%s",
		    problem);
	return problem == NULL;
}

bool
sources_add_list(struct sources *s, const char *file, char separator,
    struct diag *d)
{
	struct buf list = { 0 };
	const char *p, *end;
	bool ok = true;

	if (!file_read(file, &list, d) ||
	    !is_list(&list, separator, file, d)) {
		buf_release(&list);
		return false;
	}
	buf_puts(&list, "");
	for (p = list.bytes; p < list.bytes + list.length; p = end + 1) {
		end = text_until(p, list.bytes + list.length, separator);
		if (end > p)
			ok = sources_add(s, arena_span(&s->arena, p, end), d)
			    && ok;
	}
	buf_release(&list);
	return ok;
}

static int
compare_sources(const void *left, const void *right)
{
	const struct source *a = left, *b = right;

	return strcmp(a->path, b->path);
}

/* As is the case for a single folder. */
static bool
is_sorted(const struct sources *s)
{
	size_t i = 1;

	while (i < s->count &&
	    compare_sources(&s->items[i - 1], &s->items[i]) < 0)
		i++;
	return i >= s->count;
}

void
sources_sort(struct sources *s)
{
	size_t i, kept = 0;

	if (is_sorted(s))
		return;
	qsort(s->items, s->count, sizeof *s->items, compare_sources);
	for (i = 0; i < s->count; i++)
		if (kept > 0 && compare_sources(&s->items[kept - 1],
		    &s->items[i]) == 0)
			s->items[kept - 1].is_named |= s->items[i].is_named;
		else
			s->items[kept++] = s->items[i];
	s->count = kept;
}

bool
sources_have(struct sources *s, const char *path)
{
	const struct source wanted = { .path = normal_path(&s->arena, path) };

	return s->count > 0 && bsearch(&wanted, s->items, s->count,
	    sizeof *s->items, compare_sources) != NULL;
}

void
sources_release(struct sources *s)
{
	if (s->listed != NULL)
		contents_release(s->listed);
	arena_release(&s->arena);
	mem_free(s->items);
	*s = (struct sources){ 0 };
}

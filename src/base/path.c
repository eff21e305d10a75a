#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"
#include "base/text.h"

/* Drop the last part; false: there is none to drop. */
static bool
drop_part(struct buf *out)
{
	size_t n = out->length;

	while (n > 0 && out->bytes[n - 1] != '/')
		n--;
	if (out->length == 0 || (out->length - n == 2 &&
	    memcmp(out->bytes + n, "..", 2) == 0))
		return false;
	out->length = n > 1 ? n - 1 : n;
	return true;
}

/* The length reaches up to a slash, or to the end of the string. */
static void
add_parts(struct buf *out, const char *path, size_t length)
{
	const char *end = path + length;
	size_t n;

	for (; path < end; path += n + 1) {
		n = strcspn(path, "/");
		if (n == 0 || (n == 1 && *path == '.'))
			continue;
		if (n == 2 && memcmp(path, "..", 2) == 0 && drop_part(out))
			continue;
		if (out->length > 0 && out->bytes[out->length - 1] != '/')
			buf_putc(out, '/');
		buf_add(out, path, n);
	}
}

const char *
path_join(struct arena *a, const char *folder, const char *name)
{
	return *folder == '\0' ? name : arena_printf(a, "%s/%s", folder,
	    name);
}

const char *
path_folder(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? "" : arena_span(a, path, slash);
}

size_t
path_cut_slashes(const char *path, size_t n)
{
	while (n > 0 && path[n - 1] == '/')
		n--;
	return n;
}

const char *
path_beside(struct arena *a, const char *file, const char *path)
{
	const char *name = strrchr(file, '/');
	struct buf out = { 0 };

	if (*path != '/' && name != NULL) {
		if (*file == '/')
			buf_putc(&out, '/');
		add_parts(&out, file, (size_t)(name - file));
	}
	add_parts(&out, path, strlen(path));
	return arena_take(a, &out);
}

/* A number, with nothing after it; -1 if it is not one. */
static int
number_of(const char *text)
{
	int number = 0;

	if (*text == '\0')
		return -1;
	for (; ascii_is_digit(*text) && number < 100000; text++)
		number = 10 * number + *text - '0';
	return *text == '\0' ? number : -1;
}

int
path_descriptor(const char *path)
{
	static const char *const names[] = {
		"/dev/stdin", "/dev/stdout", "/dev/stderr"
	};
	static const char *const folders[] = {
		"/dev/fd/", "/proc/self/fd/", "/proc/thread-self/fd/"
	};
	int i;

	/* Nearly all paths are none of these, as one letter shows. */
	if (*path != '/' || (path[1] != 'd' && path[1] != 'p'))
		return -1;
	for (i = 0; i < 3; i++)
		if (strcmp(path, names[i]) == 0)
			return i;
	for (i = 0; i < 3; i++)
		if (strncmp(path, folders[i], strlen(folders[i])) == 0)
			return number_of(path + strlen(folders[i]));
	return -1;
}

bool
path_has_name(const char *path)
{
	return strcmp(path, "-") != 0 && path_descriptor(path) == -1;
}

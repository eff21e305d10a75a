#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "post/source.h"

/* A folder that is being read, and the ones around it. */
struct folder {
	const char		*path;
	dev_t			 device;
	ino_t			 inode;
	const struct folder	*outer;
	unsigned		 depth;
};

static bool add_folder(struct sources *, const char *,
    const struct folder *, struct diag *);

const char *
source_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static const char *
extension(const char *path)
{
	const char *name = source_base_name(path);
	const char *dot = strrchr(name, '.');

	return dot == NULL || dot == name ? "" : dot;
}

const char *
source_stem(struct arena *a, const char *path)
{
	const char *name = source_base_name(path);

	return arena_strndup(a, name, strlen(name) -
	    strlen(extension(path)));
}

static bool
is_one_of(const char *s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (ascii_equal(s, *words))
			return true;
	return false;
}

bool
source_is_html(const char *path)
{
	static const char *const html[] = { ".html", ".htm", NULL };

	return is_one_of(extension(path), html);
}

bool
source_is_mdx(const char *path)
{
	return ascii_equal(extension(path), ".mdx");
}

static bool
has_post_extension(const char *path)
{
	static const char *const markdown[] = {
		".md", ".markdown", ".mdx", ".mkd", ".mkdn", ".mdown", NULL
	};

	return is_one_of(extension(path), markdown) || source_is_html(path);
}

/* Posts of generators, too, in languages that are not read here. */
static bool
has_unread_extension(const char *path)
{
	static const char *const others[] = {
		".rst", ".org", ".adoc", ".asciidoc", ".textile",
		".rmd", ".ipynb", NULL
	};

	return is_one_of(extension(path), others);
}

/* Documents of a repository, which lie beside the posts. */
static bool
is_document(struct arena *a, const char *path)
{
	static const char *const names[] = {
		"README", "CONTRIBUTING", "LICENSE", "CHANGELOG",
		"CODE_OF_CONDUCT", "SECURITY", NULL
	};

	return is_one_of(source_stem(a, path), names);
}

/*
 * Parts of a generator's site in which no posts lie.  Some of their names are
 * common words, and mean this at the top of a site only.
 */
static bool
is_site_part(const char *name, const struct folder *outer)
{
	static const char *const anywhere[] = {
		"_layouts", "_includes", "_sass", "_data", "_site",
		"_plugins", "_templates", "node_modules", NULL
	};
	static const char *const at_the_top[] = {
		"archetypes", "layouts", "scaffolds", "templates", "themes",
		NULL
	};

	return is_one_of(name, anywhere) ||
	    (outer->outer == NULL && is_one_of(name, at_the_top));
}

/* Why a file found in a folder is no post; NULL when it is one. */
static const char *
why_not_post(struct arena *a, const char *path)
{
	const char *name = source_base_name(path);
	size_t n = strlen(name);

	if (name[0] == '.' || name[0] == '#' || name[n - 1] == '~')
		return "hidden or an editor's leftover";
	if (name[0] == '_')
		return "a name that begins with _ is a list's, not a post's";
	if (is_document(a, path))
		return "a document of the repository";
	return NULL;
}

static void
add_source(struct sources *s, const char *path, bool is_named)
{
	struct source *source = arena_alloc(&s->arena, sizeof *source);

	source->path = path;
	source->is_named = is_named;
	arena_list_add(&s->arena, &s->list, source);
}

static bool
report(const char *path, int error, struct diag *d)
{
	diag_report(d, DIAG_READ, (struct place){ .path = path },
	    "cannot read: %s", strerror(error));
	return false;
}

/* As normal_path() has it: what lies in "." has no folder. */
static const char *
path_in(struct arena *a, const char *folder, const char *name)
{
	if (strcmp(folder, ".") == 0)
		return name;
	return arena_printf(a, "%s%s%s", folder,
	    strcmp(folder, "/") == 0 ? "" : "/", name);
}

static bool
add_entry(struct sources *s, const char *name, const struct folder *outer,
    struct diag *d)
{
	const char *path = path_in(&s->arena, outer->path, name);
	const char *why;
	struct stat st;

	if (stat(path, &st) == -1) {
		/* A dangling link, such as an editor's lock, is no post. */
		if (!has_post_extension(path) || name[0] == '.')
			return true;
		return report(path, errno, d);
	}
	if (S_ISDIR(st.st_mode)) {
		if (name[0] != '.' && !is_site_part(name, outer))
			return add_folder(s, path, outer, d);
		diag_report(d, DIAG_FILE, (struct place){ .path = path },
		    "passed over: a folder that holds no posts");
		return true;
	}
	if (S_ISREG(st.st_mode) && has_unread_extension(path))
		diag_report(d, DIAG_FILE, (struct place){ .path = path },
		    "passed over: a format that is not read");
	if (!S_ISREG(st.st_mode) || !has_post_extension(path))
		return true;
	why = why_not_post(&s->arena, path);
	if (why != NULL)
		diag_report(d, DIAG_FILE, (struct place){ .path = path },
		    "passed over: %s", why);
	else
		add_source(s, path, false);
	return true;
}

static bool
is_inside(const struct folder *folder, const struct folder *outer)
{
	for (; outer != NULL; outer = outer->outer)
		if (outer->device == folder->device &&
		    outer->inode == folder->inode)
			return true;
	return false;
}

static int
compare_names(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;

	return strcmp(*a, *b);
}

/* In the order of their names, so that messages have one order, too. */
static bool
add_entries(struct sources *s, DIR *dir, const struct folder *folder,
    struct diag *d)
{
	struct arena_list names = { 0 };
	struct dirent *entry;
	bool ok = true;
	size_t i;

	while (errno = 0, (entry = readdir(dir)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			arena_list_add(&s->arena, &names,
			    arena_strdup(&s->arena, entry->d_name));
	if (errno != 0)
		return report(folder->path, errno, d);
	if (names.count > 1)
		qsort(names.items, names.count, sizeof *names.items,
		    compare_names);
	for (i = 0; i < names.count; i++)
		ok = add_entry(s, names.items[i], folder, d) && ok;
	return ok;
}

static bool
add_folder(struct sources *s, const char *path, const struct folder *outer,
    struct diag *d)
{
	struct folder folder = { .path = path, .outer = outer,
	    .depth = outer == NULL ? 0 : outer->depth + 1 };
	struct stat st;
	DIR *dir;
	bool ok;

	dir = opendir(path);
	if (dir == NULL || fstat(dirfd(dir), &st) == -1) {
		report(path, errno, d);
		if (dir != NULL)
			closedir(dir);
		return false;
	}
	folder.device = st.st_dev;
	folder.inode = st.st_ino;
	if (is_inside(&folder, outer) || folder.depth > SOURCE_MAX_DEPTH) {
		diag_report(d, DIAG_FILE, (struct place){ .path = path },
		    "passed over: a folder inside itself, or too deep");
		ok = true;
	} else {
		ok = add_entries(s, dir, &folder, d);
	}
	closedir(dir);
	return ok;
}

/* "./a//b/" is "a/b": one file has one name. */
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
	return copy;
}

static const char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/" :
	    arena_strndup(a, path, (size_t)(slash - path));
}

bool
sources_add(struct sources *s, const char *operand, struct diag *d)
{
	const char *path = operand;
	struct stat st;

	if (strcmp(path, "-") == 0) {
		add_source(s, path, true);
		return true;
	}
	if (*path == '\0')
		return report("\"\"", ENOENT, d);
	path = normal_path(&s->arena, path);
	if (stat(path, &st) == -1)
		return report(path, errno, d);
	if (s->folder == NULL)
		s->folder = S_ISDIR(st.st_mode) ? path :
		    folder_of(&s->arena, path);
	if (S_ISDIR(st.st_mode))
		return add_folder(s, path, NULL, d);
	add_source(s, path, true);
	return true;
}

bool
sources_add_list(struct sources *s, const char *file, char separator,
    struct diag *d)
{
	struct buf list = { 0 };
	const char *p, *end;
	bool ok = source_read_file(file, &list, d);

	buf_puts(&list, "");
	for (p = list.bytes; ok && p < list.bytes + list.length; p = end + 1) {
		end = memchr(p, separator, (size_t)(list.bytes + list.length -
		    p));
		if (end == NULL)
			end = list.bytes + list.length;
		if (end > p)
			ok = sources_add(s, arena_strndup(&s->arena, p,
			    (size_t)(end - p)), d) && ok;
	}
	buf_release(&list);
	return ok;
}

static int
compare_sources(const void *left, const void *right)
{
	const struct source *const *a = left, *const *b = right;

	return strcmp((*a)->path, (*b)->path);
}

void
sources_sort(struct sources *s)
{
	const struct source *last = NULL, *this;
	size_t i, kept = 0;

	if (s->list.count == 0)
		return;
	qsort(s->list.items, s->list.count, sizeof *s->list.items,
	    compare_sources);
	for (i = 0; i < s->list.count; i++) {
		this = s->list.items[i];
		if (last == NULL || strcmp(last->path, this->path) != 0)
			s->list.items[kept++] = last = this;
	}
	s->list.items[kept] = NULL;
	s->list.count = kept;
}

bool
sources_have(struct sources *s, const char *path)
{
	const struct source wanted = { normal_path(&s->arena, path), false };
	const struct source *key = &wanted;

	return s->list.count > 0 && bsearch(&key, s->list.items,
	    s->list.count, sizeof *s->list.items, compare_sources) != NULL;
}

void
sources_release(struct sources *s)
{
	arena_release(&s->arena);
	*s = (struct sources){ 0 };
}

static bool
read_all(int fd, const char *path, struct buf *out, struct diag *d)
{
	size_t room = 16384;
	ssize_t n;

	for (;;) {
		n = read(fd, buf_reserve(out, room), room);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return report(path, errno, d);
		if (n == 0)
			return true;
		out->length += (size_t)n;
		if (out->length > SOURCE_MAX_SIZE) {
			diag_report(d, DIAG_SIZE, (struct place){ .path =
			    path }, "larger than %u MiB; not read",
			    SOURCE_MAX_SIZE >> 20);
			return false;
		}
		room = out->length;
	}
}

bool
source_read_file(const char *path, struct buf *out, struct diag *d)
{
	bool ok;
	int fd;

	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, path, out, d);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return report(path, errno, d);
	ok = read_all(fd, path, out, d);
	close(fd);
	return ok;
}

/* A byte order mark of UTF-16, or every other byte NUL. */
static bool
is_utf16(const struct buf *b)
{
	const unsigned char *p = (const unsigned char *)b->bytes;

	if (b->length < 2)
		return false;
	return (p[0] == 0xff && p[1] == 0xfe) ||
	    (p[0] == 0xfe && p[1] == 0xff) ||
	    (b->length >= 4 && ((p[0] == 0 && p[2] == 0 && p[1] != 0) ||
	    (p[1] == 0 && p[3] == 0 && p[0] != 0)));
}

static void
report_faults(const char *path, const struct buf *raw,
    const struct text_faults *faults, struct diag *d)
{
	struct place place = { .path = path };
	char more[64] = "";

	text_place(raw->bytes, faults->offset, &place.line, &place.column);
	if (faults->count > 1)
		snprintf(more, sizeof more, " (and %zu more in this file)",
		    faults->count - 1);
	if (faults->is_byte)
		diag_report(d, DIAG_CHARACTER, place, "the byte 0x%02X is no "
		    "UTF-8 here; replaced by U+FFFD%s", faults->code, more);
	else
		diag_report(d, DIAG_CHARACTER, place, "the character U+%04X "
		    "cannot stand in a feed; removed%s", faults->code, more);
}

bool
source_read_text(const char *path, struct buf *out, struct diag *d)
{
	static const char mark[] = "\xef\xbb\xbf";
	struct text_faults faults = { 0 };
	struct buf raw = { 0 };
	size_t skip;
	bool ok = source_read_file(path, &raw, d);

	buf_puts(&raw, "");
	if (ok && is_utf16(&raw)) {
		diag_report(d, DIAG_ENCODING, (struct place){ .path = path },
		    "this is UTF-16; save it as UTF-8");
		ok = false;
	}
	if (ok) {
		skip = strncmp(raw.bytes, mark, 3) == 0 ? 3 : 0;
		text_clean(out, raw.bytes + skip, raw.length - skip, &faults);
		buf_puts(out, "");
		faults.offset += skip;
		if (faults.count > 0)
			report_faults(path, &raw, &faults, d);
	}
	buf_release(&raw);
	return ok;
}

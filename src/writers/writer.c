#define _POSIX_C_SOURCE 200809L

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "writers/writer.h"

#ifndef P2F_MODULE_DIR
#define P2F_MODULE_DIR "/usr/local/lib/post2feed"
#endif

const struct p2f_writer *const writers[] = {
	&writer_rss, &writer_atom, &writer_json, NULL
};

const struct p2f_writer *
writer_find(const char *name)
{
	const struct p2f_writer *const *writer;

	for (writer = writers; *writer != NULL; writer++)
		if (strcmp((*writer)->name, name) == 0)
			return *writer;
	return NULL;
}

const struct p2f_writer *
writer_for_extension(const char *extension)
{
	const struct p2f_writer *const *writer;

	for (writer = writers; *writer != NULL; writer++)
		if (ascii_equal((*writer)->extension, extension))
			return *writer;
	return NULL;
}

bool
writer_is_built_in(const struct p2f_writer *writer)
{
	return writer_find(writer->name) == writer;
}

/* Begins with an XML declaration, a comment, or the root of a feed. */
static bool
begins_xml(const char *p, const char *end)
{
	static const char *const starts[] = {
		"<?xml", "<rss", "<feed", "<rdf:RDF", "<!--", NULL
	};

	return text_after_any(p, end, starts) != NULL;
}

bool
writer_may_have_made(const struct p2f_writer *writer, const char *start,
    size_t n)
{
	static const char *const roots[] = { "<rss", "<feed", "<rdf:RDF" };
	const char *p = start, *end = start + n;
	size_t i;

	if (!writer_is_built_in(writer))
		return true;
	if (text_begins(p, end, "\xef\xbb\xbf"))
		p += 3;
	p = text_skip_space(p, end);
	if (p == end)
		return true;
	if (writer == &writer_json)
		return *p == '{' &&
		    (text_search(p, end, "jsonfeed.org") != NULL ||
		    text_search(p, end, "\"items\"") != NULL);
	if (!begins_xml(p, end))
		return false;
	for (i = 0; i < sizeof roots / sizeof *roots; i++)
		if (text_search(p, end, roots[i]) != NULL)
			return true;
	return false;
}

/* What -t accepts: [a-z0-9]+.  So it cannot be "..", or hidden. */
static bool
is_name(const char *name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789";

	return *name != '\0' && name[strspn(name, allowed)] == '\0';
}

/* NULL: there is no such module. */
static const char *
module_path(struct arena *arena, const char *name)
{
	const char *path;

	if (strchr(name, '/') != NULL)
		return name;
	if (!is_name(name))
		return NULL;
	path = arena_printf(arena, "%s/%s.so", P2F_MODULE_DIR, name);
	return access(path, F_OK) == 0 ? path : NULL;
}

/* What is wrong with a writer of the right ABI; NULL: nothing. */
static const char *
writer_fault(const struct p2f_writer *writer)
{
	if (writer->name == NULL || !is_name(writer->name))
		return "its name is not of the form [a-z0-9]+";
	if (writer->extension == NULL || writer->extension[0] != '.')
		return "its extension does not start with a dot";
	if (writer->media_type == NULL)
		return "it has no media_type";
	if (writer->about == NULL)
		return "it has no about";
	if (writer->begin == NULL)
		return "it has no begin";
	if (writer->entry == NULL)
		return "it has no entry";
	if (writer->end == NULL)
		return "it has no end";
	return NULL;
}

static const struct p2f_writer *
module_writer(struct arena *arena, void *module, const char **problem)
{
	const struct p2f_writer *writer = dlsym(module, P2F_WRITER_SYMBOL);

	if (writer == NULL)
		*problem = "it does not define " P2F_WRITER_SYMBOL;
	else if (writer->abi != P2F_ABI)
		*problem = arena_printf(arena, "it was built for version %u of "
		    "the interface, this is version %u", writer->abi, P2F_ABI);
	else
		*problem = writer_fault(writer);
	return *problem == NULL ? writer : NULL;
}

/* Says why there is no such module, and which formats there are. */
static const char *
no_module(struct arena *arena)
{
	const struct p2f_writer *const *writer;
	struct buf text = { 0 };

	buf_puts(&text, "it is not one of");
	for (writer = writers; *writer != NULL; writer++)
		buf_printf(&text, " %s,", (*writer)->name);
	buf_puts(&text, " and there is no module of that name in "
	    P2F_MODULE_DIR);
	return arena_take(arena, &text);
}

const struct p2f_writer *
writer_load(struct arena *arena, const char *name, const char **problem)
{
	const struct p2f_writer	*writer;
	const char		*path = module_path(arena, name);
	void			*module;

	if (path == NULL) {
		*problem = no_module(arena);
		return NULL;
	}
	module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (module == NULL) {
		*problem = arena_printf(arena, "cannot load module: %s",
		    dlerror());
		return NULL;
	}
	writer = module_writer(arena, module, problem);
	if (writer == NULL) {
		*problem = arena_printf(arena, "cannot use module %s: %s", path,
		    *problem);
		dlclose(module);
	}
	return writer;
}

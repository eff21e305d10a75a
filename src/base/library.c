#define _POSIX_C_SOURCE 200809L

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/library.h"

void *
library_open(const char *name, const char *other, struct arena *a,
    const char **problem)
{
	void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);

	if (library != NULL)
		return library;
	*problem = arena_strdup(a, dlerror());
	return dlopen(other, RTLD_LAZY | RTLD_LOCAL);
}

/* POSIX stores function pointers in void pointers; C has no cast for that. */
bool
library_find(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, sizeof found);
	return found != NULL;
}

/* As when memory is exhausted: nothing has been published yet. */
static _Noreturn void
fail(const char *problem)
{
	fprintf(stderr, "post2feed: error: cannot load a library: %s "
	    "[output]\n", problem);
	_exit(EXIT_SYSTEM);
}

void *
library_need(const char *name, const char *other)
{
	struct arena arena = { 0 };
	const char *problem;
	void *library = library_open(name, other, &arena, &problem);

	if (library == NULL)
		fail(problem);
	arena_release(&arena);
	return library;
}

void
library_need_function(void *library, const char *name, void *function)
{
	if (!library_find(library, name, function))
		fail(dlerror());
}

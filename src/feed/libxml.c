#include <dlfcn.h>
#include <string.h>

#include "base/mem.h"
#include "feed/libxml.h"

/* The name that stands for the interface of the headers. */
#ifdef __APPLE__
#define SUFFIX(number) "." number ".dylib"
#else
#define SUFFIX(number) ".so." number
#endif
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2" SUFFIX("16")
#else
#define LIBRARY "libxml2" SUFFIX("2")
#endif

/* Some systems count otherwise, and find by this name what they have. */
#define ANY_LIBRARY "libxml2.so"

static void *
load(struct arena *a, const char **problem)
{
	void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

	if (handle != NULL)
		return handle;
	*problem = arena_strdup(a, dlerror());
	return dlopen(ANY_LIBRARY, RTLD_NOW | RTLD_LOCAL);
}

/* POSIX has a function pointer in a void pointer; C has no cast for it. */
static bool
find(void *handle, const char *name, void *function)
{
	void *found = dlsym(handle, name);

	memcpy(function, &found, sizeof found);
	return found != NULL;
}

#define FIND(name) && find(handle, #name, &x->name)

bool
libxml_open(struct libxml *x, struct arena *a, const char **problem)
{
	void *handle = load(a, problem);

	if (handle == NULL)
		return false;
	if (!(true LIBXML_FUNCTIONS(FIND))) {
		*problem = arena_strdup(a, dlerror());
		return false;
	}
	x->xmlMemSetup(mem_free, mem_alloc, mem_realloc, mem_strdup);
	x->xmlInitParser();
	return true;
}

void
libxml_close(struct libxml *x)
{
	/* It stays loaded: libstdc++ does so in any case. */
	x->xmlCleanupParser();
}

#include <dlfcn.h>

#include "base/mem.h"
#include "feed/libxml.h"

#if LIBXML_VERSION >= 21400
#define LIBRARY LIBRARY_NAME("libxml2", "16")
#else
#define LIBRARY LIBRARY_NAME("libxml2", "2")
#endif

#define FIND(name) && library_find(library, #name, &x->name)

bool
libxml_open(struct libxml *x, struct arena *a, const char **problem)
{
	void *library = library_open(LIBRARY, "libxml2.so", a, problem);

	if (library == NULL)
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
	/* The library stays loaded: libstdc++ does so in any case. */
	x->xmlCleanupParser();
}

#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "base/diag.h"
#include "base/mem.h"

void
mem_init(void)
{
#ifndef P2F_LATE
	json_set_alloc_funcs(mem_alloc, mem_free);
#endif
}

void
mem_exhausted(void)
{
	static const char text[] = "post2feed: error: out of memory "
	    "[output]\n";

	/* The message is best effort; the status is what counts. */
	if (write(STDERR_FILENO, text, sizeof text - 1) == -1)
		_exit(EXIT_SYSTEM);
	_exit(EXIT_SYSTEM);
}

void *
mem_alloc(size_t size)
{
	void *p = malloc(size == 0 ? 1 : size);

	if (p == NULL)
		mem_exhausted();
	return p;
}

void *
mem_alloc_zeroed(size_t size)
{
	void *p = calloc(size == 0 ? 1 : size, 1);

	if (p == NULL)
		mem_exhausted();
	return p;
}

void *
mem_realloc(void *old, size_t size)
{
	void *p = realloc(old, size == 0 ? 1 : size);

	if (p == NULL)
		mem_exhausted();
	return p;
}

char *
mem_strdup(const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(mem_alloc(size), s, size);
}

void
mem_free(void *p)
{
	free(p);
}

/*
 * mem - the one place where memory runs out.
 *
 * Nothing is published before a feed is complete, so the right answer to a
 * failed allocation is to say so and stop.  All allocations of the program,
 * and of libxml2 and jansson through their hooks, come here: callers need not
 * check them.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>

/*
 * With CPPFLAGS=-DP2F_EXACT, each object in an arena gets a block of its own,
 * and a small buffer has no spare room: sanitizers, which watch blocks, then
 * see any access beyond an object.
 */
#ifdef P2F_EXACT
#define MEM_IS_EXACT true
#else
#define MEM_IS_EXACT false
#endif

/* Route jansson here, unless that is done when it is loaded.  To be called
   before any use of it. */
void	 mem_init(void);

void	*mem_alloc(size_t);
void	*mem_alloc_zeroed(size_t);
void	*mem_realloc(void *, size_t);
char	*mem_strdup(const char *);
void	 mem_free(void *);

/* Print "out of memory" and exit with status 3. */
_Noreturn void mem_exhausted(void);

#endif

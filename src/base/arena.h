/*
 * arena - memory that is allocated piece by piece and freed all at once.
 *
 * A post and all it points to are in one arena; dropping the post is one
 * call.  No single object of an arena is ever freed.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"

struct arena_block;
struct buf;

struct arena {
	unsigned char	*next, *end;	/* free part of the newest block */
	struct arena_block *block;	/* the newest; it links to older ones */
};

/* Same as arena_alloc(), but from a new block. */
void	*arena_alloc_more(struct arena *, size_t);

/*
 * Zeroed memory, aligned for any type.  Inline, because a post consists of
 * hundreds of small objects whose sizes the compiler knows.
 */
static inline void *
arena_alloc(struct arena *a, size_t size)
{
	/* The size of an object is a multiple of its alignment. */
	const size_t align = size % alignof(max_align_t) == 0 ?
	    alignof(max_align_t) : alignof(long long);
	size_t skip = (size_t)(0 - (uintptr_t)a->next) & (align - 1);
	unsigned char *p;

	/* A block ends aligned, so that there is room for what is skipped.
	   Not "<": an arena without a block has room for nothing. */
	if (MEM_IS_EXACT || (size_t)(a->end - a->next) - skip <= size)
		return arena_alloc_more(a, size);
	p = a->next + skip;
	a->next = p + size;
	return memset(p, 0, size);
}

/* Room for a string of that many bytes, of which only the NUL is written. */
char	*arena_text(struct arena *, size_t);
char	*arena_strdup(struct arena *, const char *);
char	*arena_strndup(struct arena *, const char *, size_t);
char	*arena_printf(struct arena *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
/* A copy of the text from p up to end. */
static inline char *
arena_span(struct arena *a, const char *p, const char *end)
{
	return arena_strndup(a, p, (size_t)(end - p));
}

void	 arena_release(struct arena *);

/* Forget all objects, but keep memory to reuse it. */
void	 arena_reset(struct arena *);

/* Take over the objects of another arena, which is { 0 } afterwards. */
void	 arena_join(struct arena *, struct arena *other);

/* Move the contents of a buffer, which is released, to the arena. */
const char *arena_take(struct arena *, struct buf *);

/*
 * A NULL-terminated array of pointers that grows.  An empty one ({ 0 }) is a
 * valid list; arena_list_items() of it is an empty array, never NULL.
 */
struct arena_list {
	const void	**items;
	size_t		  count, room;
};

void	 arena_list_add(struct arena *, struct arena_list *, const void *);
const void *arena_list_items(const struct arena_list *);
/* Sort a list by a function for qsort(3), which receives pointers to items. */
void	 arena_list_sort(struct arena_list *,
	    int (*)(const void *, const void *));
/* Index of the first item not below the key, in a list that is sorted by a
   function that compares an item with a key. */
size_t	 arena_list_search(const struct arena_list *, const void *key,
	    int (*)(const void *item, const void *key));
/* The first such item, if it equals the key; NULL: none does. */
const void *arena_list_find(const struct arena_list *, const void *key,
	    int (*)(const void *item, const void *key));
/* Whether a string is in a list of strings. */
bool	 arena_list_has(const struct arena_list *, const char *);

#endif

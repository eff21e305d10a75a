/*
 * arena - memory that lives and dies together.
 *
 * A post and all it points to stand in one arena; dropping the post is one
 * call.  What an arena hands out is never freed by itself.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *block;	/* the newest; older ones behind it */
};

/* Zeroed memory, aligned for any type. */
void	*arena_alloc(struct arena *, size_t);
char	*arena_strdup(struct arena *, const char *);
char	*arena_strndup(struct arena *, const char *, size_t);
char	*arena_printf(struct arena *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
void	 arena_release(struct arena *);

/* Forget all that was handed out, and keep memory to hand it out again. */
void	 arena_reset(struct arena *);

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

#endif

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

/* Small for a post, which mostly fits into the first one; what goes on
   growing is a list of all posts. */
#define FIRST_BLOCK 2048
#define LARGEST_BLOCK 65536

struct arena_block {
	struct arena_block	*older;
	size_t			 used, size;
	alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *
block_new(struct arena_block *older, size_t size)
{
	struct arena_block *block;

	if (size > SIZE_MAX / 2)
		mem_exhausted();
	block = mem_alloc(sizeof *block + size);
	block->older = older;
	block->used = 0;
	block->size = size;
	return block;
}

/* Begin a block with room for that much. */
static struct arena_block *
grow(struct arena *a, size_t size)
{
	size_t next = FIRST_BLOCK;

	if (size > SIZE_MAX / 4)
		mem_exhausted();
	if (a->block != NULL)
		next = a->block->size < LARGEST_BLOCK / 2 ?
		    a->block->size * 2 : LARGEST_BLOCK;
	a->block = block_new(a->block, size > next ? size : next);
	return a->block;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	/* The size of an object is a multiple of its alignment. */
	const size_t align = size % alignof(max_align_t) == 0 ?
	    alignof(max_align_t) : alignof(long long);
	struct arena_block *block = a->block;
	size_t start = 0;

	if (block != NULL)
		start = (block->used + align - 1) / align * align;
	if (block == NULL || start > block->size ||
	    block->size - start < size) {
		block = grow(a, size);
		start = 0;
	}
	block->used = start + size;
	return memset(block->bytes + start, 0, size);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	struct arena_block *block = a->block;
	char *p;

	if (n > SIZE_MAX / 4)
		mem_exhausted();
	/* Characters stand anywhere. */
	if (block == NULL || block->size - block->used < n + 1)
		block = grow(a, n + 1);
	p = (char *)block->bytes + block->used;
	block->used += n + 1;
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	char short_text[256], *p;
	va_list ap, again;
	size_t size;
	int n;

	va_start(ap, format);
	va_copy(again, ap);
	n = vsnprintf(short_text, sizeof short_text, format, ap);
	assert(n >= 0);
	size = (size_t)n + 1;
	/* Formatting is the dear part: what was short is not done twice. */
	if (size <= sizeof short_text) {
		p = arena_strndup(a, short_text, size - 1);
	} else {
		p = arena_alloc(a, size);
		vsnprintf(p, size, format, again);
	}
	va_end(again);
	va_end(ap);
	return p;
}

void
arena_release(struct arena *a)
{
	struct arena_block *block = a->block, *older;

	for (; block != NULL; block = older) {
		older = block->older;
		mem_free(block);
	}
	a->block = NULL;
}

void
arena_reset(struct arena *a)
{
	struct arena_block *newest = a->block;

	if (newest == NULL)
		return;
	a->block = newest->older;
	arena_release(a);
	newest->older = NULL;
	newest->used = 0;
	a->block = newest;
}

void
arena_list_add(struct arena *a, struct arena_list *list, const void *item)
{
	const void **items;
	size_t room;

	if (list->count + 1 >= list->room) {
		room = list->room == 0 ? 4 : list->room * 2;
		items = arena_alloc(a, room * sizeof *items);
		if (list->count > 0)
			memcpy(items, list->items,
			    list->count * sizeof *items);
		list->items = items;
		list->room = room;
	}
	list->items[list->count++] = item;
	list->items[list->count] = NULL;
}

const void *
arena_list_items(const struct arena_list *list)
{
	static const void *const empty[] = { NULL };

	return list->items == NULL ? (const void *)empty : list->items;
}

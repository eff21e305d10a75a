#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

#define BLOCK_SIZE 2048

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

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *block = a->block;
	void *p;

	if (size > SIZE_MAX / 4)
		mem_exhausted();
	size = (size + align - 1) / align * align;
	if (block == NULL || block->size - block->used < size) {
		block = block_new(a->block,
		    size > BLOCK_SIZE ? size : BLOCK_SIZE);
		a->block = block;
	}
	p = block->bytes + block->used;
	block->used += size;
	return memset(p, 0, size);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p = arena_alloc(a, n + 1);

	memcpy(p, s, n);
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
	p = arena_alloc(a, size);
	/* Formatting is the dear part: what was short is not done twice. */
	if (size <= sizeof short_text)
		memcpy(p, short_text, size);
	else
		vsnprintf(p, size, format, again);
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

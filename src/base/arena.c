#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"

/* Small for a post, which mostly fits into the first one; what keeps growing
   is a list of all posts. */
#define FIRST_BLOCK 2048
#define LARGEST_BLOCK 65536

struct arena_block {
	struct arena_block	*older;
	size_t			 size;
	alignas(max_align_t) unsigned char bytes[];
};

static void
begin_block(struct arena *a, struct arena_block *block)
{
	a->block = block;
	a->next = block->bytes;
	a->end = block->bytes + block->size;
}

/* Begin a block with room for more than `size` bytes. */
static void
grow(struct arena *a, size_t size)
{
	struct arena_block *block;
	size_t next = FIRST_BLOCK;

	if (size > SIZE_MAX / 4)
		mem_exhausted();
	if (a->block != NULL)
		next = a->block->size < LARGEST_BLOCK / 2 ?
		    a->block->size * 2 : LARGEST_BLOCK;
	if (next <= size || MEM_IS_EXACT)
		next = size + 1;
	/* The end of a block is aligned for any type. */
	if (!MEM_IS_EXACT)
		next += (0 - next) & (alignof(max_align_t) - 1);
	block = mem_alloc(sizeof *block + next);
	block->older = a->block;
	block->size = next;
	begin_block(a, block);
}

void *
arena_alloc_more(struct arena *a, size_t size)
{
	unsigned char *p;

	grow(a, size);
	p = a->next;
	a->next += size;
	return memset(p, 0, size);
}

char *
arena_text(struct arena *a, size_t n)
{
	char *p;

	/* Characters need no alignment. */
	if (MEM_IS_EXACT || (size_t)(a->end - a->next) <= n)
		grow(a, n);
	p = (char *)a->next;
	a->next += n + 1;
	p[n] = '\0';
	return p;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	return memcpy(arena_text(a, n), s, n);
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

/* Whether a format only joins strings: %s is its only directive. */
static bool
is_join(const char *format)
{
	while ((format = strchr(format, '%')) != NULL)
		if (*++format != 's')
			return false;
	return true;
}

/* The length of the joined strings, which go to out, unless that is NULL. */
static size_t
join(char *out, const char *format, va_list ap)
{
	size_t length = 0, n;
	const char *part;

	while (*format != '\0') {
		if (*format == '%') {
			part = va_arg(ap, const char *);
			n = strlen(part);
			format += 2;
		} else {
			part = format;
			n = strcspn(format, "%");
			format += n;
		}
		if (out != NULL)
			memcpy(out + length, part, n);
		length += n;
	}
	return length;
}

static char *
print(struct arena *a, const char *format, va_list ap)
{
	char short_text[256], *p;
	va_list again;
	size_t size;
	int n;

	va_copy(again, ap);
	n = vsnprintf(short_text, sizeof short_text, format, ap);
	assert(n >= 0);
	size = (size_t)n + 1;
	/* Formatting is the costly part: short text is not formatted twice. */
	if (size <= sizeof short_text) {
		p = arena_strndup(a, short_text, size - 1);
	} else {
		p = arena_alloc(a, size);
		vsnprintf(p, size, format, again);
	}
	va_end(again);
	return p;
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap, again;
	char *p;

	va_start(ap, format);
	if (is_join(format)) {
		va_copy(again, ap);
		p = arena_text(a, join(NULL, format, again));
		va_end(again);
		join(p, format, ap);
	} else {
		p = print(a, format, ap);
	}
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
	*a = (struct arena){ 0 };
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
	begin_block(a, newest);
}

void
arena_join(struct arena *a, struct arena *other)
{
	struct arena_block *oldest = other->block;

	if (oldest == NULL)
		return;
	if (a->block == NULL) {
		*a = *other;
	} else {
		while (oldest->older != NULL)
			oldest = oldest->older;
		oldest->older = a->block->older;
		a->block->older = other->block;
	}
	*other = (struct arena){ 0 };
}

const char *
arena_take(struct arena *a, struct buf *buf)
{
	const char *text = arena_strndup(a, buf->length == 0 ? "" :
	    buf->bytes, buf->length);

	buf_release(buf);
	return text;
}

/* Most lists stay that small. */
#define FIRST_ROOM 4

static const void **
grown(struct arena *a, struct arena_list *list)
{
	const void **items;

	if (list->room == 0) {
		list->room = FIRST_ROOM;
		return arena_alloc(a, FIRST_ROOM * sizeof *items);
	}
	list->room *= 2;
	items = arena_alloc(a, list->room * sizeof *items);
	return memcpy(items, list->items, list->count * sizeof *items);
}

void
arena_list_add(struct arena *a, struct arena_list *list, const void *item)
{
	if (list->count + 1 >= list->room)
		list->items = grown(a, list);
	list->items[list->count++] = item;
	list->items[list->count] = NULL;
}

const void *
arena_list_items(const struct arena_list *list)
{
	static const void *const empty[] = { NULL };

	return list->items == NULL ? (const void *)empty : list->items;
}

void
arena_list_sort(struct arena_list *list,
    int (*compare)(const void *, const void *))
{
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, compare);
}

size_t
arena_list_search(const struct arena_list *list, const void *key,
    int (*compare)(const void *, const void *))
{
	size_t low = 0, high = list->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (compare(list->items[middle], key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const void *
arena_list_find(const struct arena_list *list, const void *key,
    int (*compare)(const void *, const void *))
{
	size_t i = arena_list_search(list, key, compare);

	return i < list->count && compare(list->items[i], key) == 0 ?
	    list->items[i] : NULL;
}

bool
arena_list_has(const struct arena_list *list, const char *text)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strcmp(list->items[i], text) == 0)
			return true;
	return false;
}

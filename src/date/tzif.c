#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "date/tzif.h"
#include "date/tzrule.h"

/* RFC 9636 3.1: the header, and the offsets of its six counts. */
enum {
	HEADER_SIZE = 44, VERSION = 4, UT_COUNT = 20, STANDARD_COUNT = 24,
	LEAP_COUNT = 28, TIME_COUNT = 32, TYPE_COUNT = 36, NAME_COUNT = 40,
	TYPE_SIZE = 6
};

/* One data block of a file. */
struct data_block {
	const unsigned char	*times, *indices, *types;
	size_t			 time_size, time_count, type_count;
	size_t			 length;	/* including its header */
};

static uint64_t
big_endian(const unsigned char *p, size_t n)
{
	uint64_t value = 0;

	while (n-- > 0)
		value = value << 8 | *p++;
	return value;
}

/* Two's complement; clamped so that sums with an offset cannot overflow. */
static long long
signed_big_endian(const unsigned char *p, size_t n)
{
	const long long limit = 1LL << 60;
	uint64_t sign = (uint64_t)1 << (8 * n - 1), value = big_endian(p, n);
	uint64_t magnitude = value & sign ? (sign - 1 - (value & (sign - 1))) :
	    value;
	long long cut = magnitude > (uint64_t)limit ? limit :
	    (long long)magnitude;

	return value & sign ? -cut - 1 : cut;
}

static bool
block_open(struct data_block *b, const unsigned char *p, size_t n,
    size_t time_size)
{
	uint64_t times, types, length;

	if (n < HEADER_SIZE || memcmp(p, "TZif", 4) != 0)
		return false;
	times = big_endian(p + TIME_COUNT, 4);
	types = big_endian(p + TYPE_COUNT, 4);
	length = HEADER_SIZE + times * (time_size + 1) + types * TYPE_SIZE +
	    big_endian(p + NAME_COUNT, 4) +
	    big_endian(p + LEAP_COUNT, 4) * (time_size + 4) +
	    big_endian(p + STANDARD_COUNT, 4) + big_endian(p + UT_COUNT, 4);
	if (length > n)
		return false;
	b->time_size = time_size;
	b->time_count = (size_t)times;
	b->type_count = (size_t)types;
	b->length = (size_t)length;
	b->times = p + HEADER_SIZE;
	b->indices = b->times + b->time_count * time_size;
	b->types = b->indices + b->time_count;
	return true;
}

static bool
block_offset(const struct data_block *b, size_t type, int *offset)
{
	long long value;

	if (type >= b->type_count)
		return false;
	value = signed_big_endian(b->types + type * TYPE_SIZE, 4);
	if (value <= -86400 || value >= 86400)
		return false;
	*offset = (int)value;
	return true;
}

static bool
read_transitions(struct arena *a, struct zone *z, const struct data_block *b)
{
	struct transition *t;
	size_t i;

	t = arena_alloc(a, (b->time_count + 1) * sizeof *t);
	for (i = 0; i < b->time_count; i++) {
		t[i].instant = signed_big_endian(b->times + i * b->time_size,
		    b->time_size);
		if (!block_offset(b, b->indices[i], &t[i].offset))
			return false;
		if (i > 0 && t[i].instant <= t[i - 1].instant)
			return false;
	}
	z->transitions = t;
	z->count = b->time_count;
	return true;
}

/* RFC 9636 3.3: a rule, or nothing, between two line feeds. */
static bool
read_footer(struct arena *a, struct zone *z, const char *p, size_t n)
{
	const char *end;
	struct tzrule *rule;

	if (n < 2 || p[0] != '\n')
		return false;
	end = memchr(p + 1, '\n', n - 1);
	if (end == NULL)
		return false;
	if (end == p + 1)
		return true;
	rule = arena_alloc(a, sizeof *rule);
	z->rule = rule;
	return tzrule_parse(rule, arena_strndup(a, p + 1,
	    (size_t)(end - p - 1)));
}

const struct zone *
tzif_parse(struct arena *a, const char *bytes, size_t n)
{
	const unsigned char *p = (const unsigned char *)bytes;
	struct zone *z = arena_alloc(a, sizeof *z);
	struct data_block b;
	size_t first;

	if (!block_open(&b, p, n, 4))
		return NULL;
	/* From version 2 on, everything is repeated with 64 bits. */
	if (p[VERSION] >= '2') {
		first = b.length;
		if (!block_open(&b, p + first, n - first, 8) ||
		    !read_footer(a, z, bytes + first + b.length,
		    n - first - b.length))
			return NULL;
	}
	if (!block_offset(&b, 0, &z->first) || !read_transitions(a, z, &b))
		return NULL;
	return z;
}

/*
 * Memory of an arena: zeroed, aligned, distinct from earlier pieces, also after
 * a reset; and the strings that are made in it and in buffers.
 */
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pick.h"
#include "tap.h"

enum { PIECES = 600 };

static uint64_t state = 1;

static bool
is_filled(const unsigned char *p, size_t n, unsigned char with)
{
	size_t i;

	for (i = 0; i < n && p[i] == with; i++)
		continue;
	return i == n;
}

/* Each piece is filled with its own byte, which must not change. */
static bool
check_pieces(struct arena *a)
{
	unsigned char *pieces[PIECES];
	size_t sizes[PIECES], i;
	bool ok = true;

	for (i = 0; i < PIECES && ok; i++) {
		sizes[i] = pick(&state, 50) == 0 ? pick(&state, 200000) :
		    pick(&state, 200);
		if (pick(&state, 4) == 0) {
			pieces[i] = (unsigned char *)arena_text(a, sizes[i]);
			ok = pieces[i][sizes[i]] == '\0';
			sizes[i]++;
		} else {
			pieces[i] = arena_alloc(a, sizes[i]);
			ok = is_filled(pieces[i], sizes[i], 0) &&
			    (uintptr_t)pieces[i] % alignof(long long) == 0 &&
			    (sizes[i] % alignof(max_align_t) != 0 ||
			    (uintptr_t)pieces[i] % alignof(max_align_t) == 0);
		}
		memset(pieces[i], (int)(i % 255) + 1, sizes[i]);
	}
	for (i = 0; i < PIECES && ok; i++)
		ok = is_filled(pieces[i], sizes[i],
		    (unsigned char)(i % 255 + 1));
	return ok;
}

static void
check_texts(struct arena *a)
{
	char *long_text = arena_text(a, 1000);

	memset(long_text, 'x', 1000);
	tap_string(arena_printf(a, "none"), "none", "no directive");
	tap_string(arena_printf(a, "%s", ""), "", "an empty text");
	tap_string(arena_printf(a, "%s/%s.%s", "a", "", "md"), "a/.md",
	    "texts that are joined");
	tap_string(arena_printf(a, "%s%%%02u-%.*s", "a", 7u, 2, "bcd"),
	    "a%07-bc", "other directives");
	tap_ok(strlen(arena_printf(a, "/%s", long_text)) == 1001 &&
	    strlen(arena_printf(a, "%d%s", 1, long_text)) == 1001,
	    "long texts");
}

static const struct {
	unsigned	 number;
	int		 digits;
	const char	*want;
} numbers[] = {
	{ 0, 0, "0" }, { 0, 1, "0" }, { 0, 2, "00" }, { 7, 2, "07" },
	{ 31, 2, "31" }, { 366, 2, "366" }, { 1, 4, "0001" },
	{ 2024, 1, "2024" }, { 4294967295u, 3, "4294967295" }
};

static void
check_numbers(void)
{
	struct buf out = { 0 };
	size_t i;

	for (i = 0; i < COUNT(numbers); i++) {
		buf_clear(&out);
		buf_put_number(&out, numbers[i].number, numbers[i].digits);
		tap_string(out.bytes, numbers[i].want, numbers[i].want);
	}
	buf_release(&out);
}

int
main(void)
{
	struct arena a = { 0 };

	tap_ok(check_pieces(&a), "pieces of all sizes");
	arena_reset(&a);
	tap_ok(check_pieces(&a), "pieces of reused memory");
	check_texts(&a);
	arena_release(&a);
	tap_ok(check_pieces(&a), "pieces of an arena that was released");
	arena_release(&a);
	check_numbers();
	return tap_end();
}

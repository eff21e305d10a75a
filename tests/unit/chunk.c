/*
 * Escaped text is the same as from a loop over its characters, wherever they
 * are in a vector and in the buffer.
 */
#include <stdint.h>

#include "base/buf.h"
#include "writers/chunk.h"
#include "pick.h"
#include "feed/sink.h"
#include "tap.h"

enum { ROUNDS = 3000, ROOM = 20000 };

static const struct chunk_escapes some = {
	CHUNK_ESCAPE('&', "&amp;"),
	CHUNK_ESCAPE('<', "&amp;lt;"),
	CHUNK_ESCAPE('\r', "r"),
	CHUNK_ESCAPE('"', "12345678901234")
};
static const struct chunk_escapes all = {
	CHUNK_ESCAPE('&', "1"),
	/* not '<', which has the index of the backslash */
	CHUNK_ESCAPE('>', "3"),
	CHUNK_ESCAPE('"', "4"),
	CHUNK_ESCAPE('\t', "5"),
	CHUNK_ESCAPE('\n', "6"),
	CHUNK_ESCAPE('\r', "7"),
	CHUNK_ESCAPE('\\', "8")
};
static const struct chunk_escapes none = { .characters = "" };

/* NULL: it is not escaped. */
static const char *
escape_of(const struct chunk_escapes *escapes, char c)
{
	size_t i;

	for (i = 0; i < 16; i++)
		if (escapes->characters[i] != '\0' &&
		    escapes->characters[i] == c)
			return escapes->texts[i].text;
	return NULL;
}

/* Whether the output is as expected; both are released. */
static bool
ends_as(struct chunk *chunk, struct buf *out, struct buf *want)
{
	bool ok;

	chunk_flush(chunk);
	ok = out->length == want->length && memcmp(out->bytes,
	    want->bytes, want->length) == 0;
	buf_release(out);
	buf_release(want);
	return ok;
}

static bool
is_right(const struct chunk_escapes *escapes, const char *text, size_t n)
{
	struct buf want = { 0 }, out = { 0 };
	struct buf_sink sink = sink_into(&out);
	struct chunk chunk;
	size_t i;

	buf_puts(&want, "begin ");
	for (i = 0; i < n; i++)
		if (escape_of(escapes, text[i]) != NULL)
			buf_puts(&want, escape_of(escapes, text[i]));
		else
			buf_putc(&want, text[i]);
	buf_puts(&want, " end");
	chunk_init(&chunk, &sink.sink);
	chunk_puts(&chunk, "begin ");
	chunk_escape(&chunk, escapes, text, n);
	chunk_put(&chunk, " end", 4);
	return ends_as(&chunk, &out, &want);
}

/* Random text, in which one byte in so many may need an escape. */
static bool
random_text_is_right(const struct chunk_escapes *escapes, unsigned plain)
{
	static const char bytes[] = "&<>\"\t\n\r\\ax\x7f\xe4\xb8\xad";
	static char text[ROOM];
	uint64_t state = plain;
	unsigned i, k, n;

	for (i = 0; i < ROUNDS; i++) {
		n = pick(&state, i % 16 == 0 ? ROOM : 200);
		for (k = 0; k < n; k++)
			text[k] = pick(&state, plain) > 0 ? 'p' :
			    bytes[pick(&state, sizeof bytes - 1)];
		if (!is_right(escapes, text, n))
			return false;
	}
	return true;
}

/* Pieces of one length that need no escape, more than fit into a chunk. */
static bool
pieces_are_right(const char *text, size_t n)
{
	struct buf want = { 0 }, out = { 0 };
	struct buf_sink sink = sink_into(&out);
	struct chunk chunk;

	chunk_init(&chunk, &sink.sink);
	while (want.length < ROOM) {
		buf_add(&want, text, n);
		chunk_put(&chunk, text, n);
	}
	return ends_as(&chunk, &out, &want);
}

int
main(void)
{
	static const unsigned plain[] = { 1, 5, 40 };
	static const size_t lengths[] = { 1, 100, 5000, 9000 };
	static char long_text[3 * ROOM];
	size_t i;

	for (i = 0; i < COUNT(plain); i++) {
		tap_ok(random_text_is_right(&some, plain[i]),
		    "some characters, one in %u", plain[i]);
		tap_ok(random_text_is_right(&all, plain[i]),
		    "all characters, one in %u", plain[i]);
		tap_ok(random_text_is_right(&none, plain[i]),
		    "no characters, one in %u", plain[i]);
	}
	for (i = 0; i < sizeof long_text; i++)
		long_text[i] = (char)('a' + i % 26);
	for (i = 0; i < COUNT(lengths); i++)
		tap_ok(pieces_are_right(long_text, lengths[i]),
		    "pieces of %zu bytes", lengths[i]);
	memset(long_text, '"', sizeof long_text);
	tap_ok(is_right(&some, long_text, sizeof long_text),
	    "the longest escapes, more than a buffer of them");
	return tap_end();
}

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* The slow path of buf_reserve(). */
char *
buf_grow(struct buf *b, size_t more)
{
	const size_t exact_max = 4096;
	size_t room = b->room == 0 ? 64 : b->room * 2, need;

	if (more >= SIZE_MAX / 4 - b->length)
		mem_exhausted();
	need = b->length + more + 1;
	if (MEM_IS_EXACT && need < exact_max)
		room = need;
	b->room = room < need ? need : room;
	b->bytes = mem_realloc(b->bytes, b->room);
	return b->bytes + b->length;
}

void
buf_add(struct buf *b, const char *bytes, size_t n)
{
	char *end = buf_reserve(b, n);

	if (n > 0)
		memcpy(end, bytes, n);
	end[n] = '\0';
	b->length += n;
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_put_number(struct buf *b, unsigned number, int digits)
{
	char text[32], *end = text + sizeof text, *p = end;

	assert(digits < (int)sizeof text);
	do {
		*--p = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0 || p > end - digits);
	while (p < end)
		buf_putc(b, *p++);
}

void
buf_put_utf8(struct buf *b, unsigned c)
{
	if (c < 0x80) {
		buf_putc(b, (char)c);
	} else if (c < 0x800) {
		buf_putc(b, (char)(0xc0 | c >> 6));
		buf_putc(b, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_putc(b, (char)(0xe0 | c >> 12));
		buf_putc(b, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_putc(b, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_putc(b, (char)(0xf0 | c >> 18));
		buf_putc(b, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_putc(b, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_putc(b, (char)(0x80 | (c & 0x3f)));
	}
}

void
buf_vprintf(struct buf *b, const char *format, va_list ap)
{
	const size_t guess = 64;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(buf_reserve(b, guess), guess + 1, format, ap);
	assert(n >= 0);
	if ((size_t)n > guess)
		vsnprintf(buf_reserve(b, (size_t)n), (size_t)n + 1, format,
		    again);
	b->length += (size_t)n;
	va_end(again);
}

void
buf_printf(struct buf *b, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	buf_vprintf(b, format, ap);
	va_end(ap);
}

void
buf_clear(struct buf *b)
{
	b->length = 0;
	if (b->bytes != NULL)
		b->bytes[0] = '\0';
}

void
buf_release(struct buf *b)
{
	mem_free(b->bytes);
	*b = (struct buf){ 0 };
}

/*
 * buf - a buffer of bytes that grows.
 *
 * A struct buf is initialized with { 0 }.  Once anything has been added, its
 * bytes are followed by a NUL that does not count.  The owner releases it.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

struct buf {
	char	*bytes;
	size_t	 length, room;
};

char	*buf_grow(struct buf *, size_t);

/* Make room for that many more bytes and return where they go. */
static inline char *
buf_reserve(struct buf *b, size_t more)
{
	return more < b->room - b->length ? b->bytes + b->length :
	    buf_grow(b, more);
}

void	 buf_add(struct buf *, const char *, size_t);
void	 buf_puts(struct buf *, const char *);

/* Add the text from p up to end. */
static inline void
buf_add_span(struct buf *b, const char *p, const char *end)
{
	buf_add(b, p, (size_t)(end - p));
}

static inline void
buf_putc(struct buf *b, char c)
{
	char *end = buf_reserve(b, 1);

	end[0] = c;
	end[1] = '\0';
	b->length++;
}

/*
 * Add n bytes by copying `size` bytes, which is a constant: that is faster
 * than copying n.
 */
static inline void
buf_add_sized(struct buf *b, const char *bytes, size_t n, size_t size)
{
	memcpy(buf_reserve(b, size), bytes, size);
	b->length += n;
	b->bytes[b->length] = '\0';
}

/* Add a number, padded with zeros to that many digits. */
void	 buf_put_number(struct buf *, unsigned, int digits);
/* Add a code point (up to U+10FFFF, not a surrogate) as UTF-8. */
void	 buf_put_utf8(struct buf *, unsigned);
void	 buf_printf(struct buf *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
void	 buf_vprintf(struct buf *, const char *, va_list)
	    __attribute__((format(printf, 2, 0)));
/* Forget the bytes, keep the room. */
void	 buf_clear(struct buf *);
void	 buf_release(struct buf *);

#endif

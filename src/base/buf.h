/*
 * buf - bytes that grow.
 *
 * A struct buf is initialised with { 0 }.  Its bytes are always followed by a
 * NUL that does not count, once anything was added.  The owner releases it.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
	char	*bytes;
	size_t	 length, room;
};

/* Make room for that many more bytes and return where they go. */
char	*buf_reserve(struct buf *, size_t);
void	 buf_add(struct buf *, const char *, size_t);
void	 buf_puts(struct buf *, const char *);

/* What stands from a place in a text up to another. */
static inline void
buf_add_span(struct buf *b, const char *p, const char *end)
{
	buf_add(b, p, (size_t)(end - p));
}

static inline void
buf_putc(struct buf *b, char c)
{
	char *end = b->length + 1 < b->room ? b->bytes + b->length :
	    buf_reserve(b, 1);

	end[0] = c;
	end[1] = '\0';
	b->length++;
}

/* Add a number, with zeros before it up to that many digits. */
void	 buf_put_number(struct buf *, unsigned, int digits);
/* Add a code point (up to U+10FFFF, no surrogate) as UTF-8. */
void	 buf_put_utf8(struct buf *, unsigned);
void	 buf_printf(struct buf *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
void	 buf_vprintf(struct buf *, const char *, va_list)
	    __attribute__((format(printf, 2, 0)));
/* Forget the bytes, keep the room. */
void	 buf_clear(struct buf *);
void	 buf_release(struct buf *);

#endif

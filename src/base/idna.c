#include <string.h>

#include "base/idna.h"
#include "base/text.h"
#include "base/unicode.h"

#define LABEL_MAX 63		/* octets (RFC 1035 2.3.4) */

/* RFC 3492 6.1, with the parameters of section 5. */
static unsigned
punycode_bias(unsigned delta, unsigned count, bool is_first)
{
	unsigned k = 0;

	delta /= is_first ? 700 : 2;
	for (delta += delta / count; delta > 35 * 26 / 2; k += 36)
		delta /= 35;
	return k + 36 * delta / (delta + 38);
}

/* RFC 3492 3.3: a number with digits of varying base. */
static void
punycode_put(struct buf *out, unsigned delta, unsigned bias)
{
	static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	unsigned k, t;

	for (k = 36; ; k += 36) {
		t = k <= bias + 1 ? 1 : k >= bias + 26 ? 26 : k - bias;
		if (delta < t)
			break;
		buf_putc(out, digits[t + (delta - t) % (36 - t)]);
		delta = (delta - t) / (36 - t);
	}
	buf_putc(out, digits[delta]);
}

static unsigned
smallest_from(const unsigned *codes, size_t count, unsigned least)
{
	unsigned found = 0x110000;
	size_t i;

	for (i = 0; i < count; i++)
		if (codes[i] >= least && codes[i] < found)
			found = codes[i];
	return found;
}

/*
 * RFC 3492 6.3.  The time is quadratic in the length of a label, which is
 * why there are at most LABEL_MAX codes; with these delta cannot overflow.
 */
static void
put_punycode(struct buf *out, const unsigned *codes, size_t count)
{
	unsigned code = 128, bias = 72, delta = 0, basic = 0, done, next;
	size_t i;

	for (i = 0; i < count; i++)
		if (codes[i] < 128) {
			buf_putc(out, (char)codes[i]);
			basic++;
		}
	if (basic > 0)
		buf_putc(out, '-');
	for (done = basic; done < count; code++, delta++) {
		next = smallest_from(codes, count, code);
		delta += (next - code) * (done + 1);
		code = next;
		for (i = 0; i < count; i++) {
			if (codes[i] < code)
				delta++;
			if (codes[i] != code)
				continue;
			punycode_put(out, delta, bias);
			bias = punycode_bias(delta, done + 1, done == basic);
			delta = 0;
			done++;
		}
	}
}

/* Except Cherokee, which stays upper case, and what becomes two letters. */
static unsigned
lower(unsigned c)
{
	return (c >= 0x13a0 && c <= 0x13f5) || c == 0x130 ? c :
	    unicode_lower(c);
}

/* The mapping of UTS 46, as far as idna.h promises; 0: drop the character. */
static unsigned
map_character(unsigned c)
{
	if (c == 0x3002 || c == 0xff0e || c == 0xff61)
		return '.';
	if (c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff ||
	    (c >= 0xfe00 && c <= 0xfe0f))
		return 0;
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xff01 - '!';
	return lower(c);
}

static bool
is_host_character(unsigned c)
{
	if (c < 0x80)	/* RFC 3986 3.2.2, reg-name */
		return ascii_is_alnum((char)c) ||
		    (c != 0 && strchr("-._~!$&'()*+,;=", (int)c) != NULL);
	/* No spaces, controls, general punctuation, private use, U+FFFD. */
	return !text_is_space(c) && c >= 0xa0 &&
	    !(c >= 0x200e && c <= 0x206f) && !(c >= 0x3001 && c <= 0x3004) &&
	    !(c >= 0xe000 && c <= 0xf8ff) && c < 0xf0000 && c != 0xfffd;
}

static bool
map_name(struct buf *out, const char *name, size_t n)
{
	const char *p = name, *end = name + n;
	unsigned c;

	if (text_printable_length(name, n) < n)
		return false;
	while (p < end) {
		c = map_character(utf8_next(&p));
		if (c == 0)
			continue;
		if (!is_host_character(c))
			return false;
		buf_put_utf8(out, c);
	}
	return out->length > 0;
}

static bool
put_label(struct buf *out, const char *label, size_t n)
{
	const char *p = label, *end = label + n;
	unsigned codes[LABEL_MAX];
	size_t count = 0, start = out->length;

	while (p < end && (unsigned char)*p < 0x80)
		p++;
	if (p == end) {
		buf_add(out, label, n);
		return true;
	}
	for (p = label; p < end; ) {
		if (count == LABEL_MAX)
			return false;
		codes[count++] = utf8_next(&p);
	}
	buf_puts(out, "xn--");
	put_punycode(out, codes, count);
	return out->length - start <= LABEL_MAX;
}

/* "www.example.org", as nearly all names are. */
static bool
is_plain(const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!(name[i] >= 'a' && name[i] <= 'z') &&
		    !ascii_is_digit(name[i]) && name[i] != '.' &&
		    name[i] != '-')
			return false;
	return n > 0;
}

bool
idna_to_ascii(struct buf *out, const char *name, size_t n)
{
	struct buf mapped = { 0 };
	const char *p;
	size_t length;
	bool ok;

	if (is_plain(name, n)) {
		buf_add(out, name, n);
		return true;
	}
	ok = map_name(&mapped, name, n);
	p = mapped.bytes;
	while (ok) {
		length = strcspn(p, ".");
		ok = put_label(out, p, length);
		p += length;
		if (*p == '\0')
			break;
		buf_putc(out, *p++);
	}
	buf_release(&mapped);
	return ok;
}

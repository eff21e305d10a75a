#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "feed/magic.h"

/* The first bytes of a file. */
struct head {
	const unsigned char	*bytes;
	size_t			 length;
};

static bool
has(const struct head *h, size_t offset, const char *bytes, size_t n)
{
	return offset <= h->length && n <= h->length - offset &&
	    memcmp(h->bytes + offset, bytes, n) == 0;
}

static unsigned long
big_endian(const unsigned char *p, unsigned n)
{
	unsigned long number = 0;

	while (n-- > 0)
		number = number << 8 | *p++;
	return number;
}

static unsigned long
little_endian(const unsigned char *p, unsigned n)
{
	unsigned long number = 0;

	while (n-- > 0)
		number = number << 8 | p[n];
	return number;
}

static void
set_size(struct magic *p, unsigned long width, unsigned long height)
{
	if (width == 0 || height == 0 || width > INT_MAX || height > INT_MAX)
		return;
	p->width = (int)width;
	p->height = (int)height;
}

/* PNG 11.2.2: IHDR is the first chunk. */
static void
size_png(struct magic *p, const struct head *h)
{
	if (h->length >= 24)
		set_size(p, big_endian(h->bytes + 16, 4),
		    big_endian(h->bytes + 20, 4));
}

/* GIF89a 18: the logical screen. */
static void
size_gif(struct magic *p, const struct head *h)
{
	if (h->length >= 10)
		set_size(p, little_endian(h->bytes + 6, 2),
		    little_endian(h->bytes + 8, 2));
}

/* ITU T.81 B.2.2: the frame header follows segments of any kind. */
static void
size_jpeg(struct magic *p, const struct head *h)
{
	const unsigned char *b = h->bytes;
	size_t i = 2;

	while (i + 9 <= h->length && b[i] == 0xff) {
		/* 0xff may be repeated as fill bytes. */
		if (b[i + 1] == 0xff) {
			i++;
			continue;
		}
		if (b[i + 1] >= 0xc0 && b[i + 1] <= 0xcf &&
		    b[i + 1] != 0xc4 && b[i + 1] != 0xc8 &&
		    b[i + 1] != 0xcc) {
			set_size(p, big_endian(b + i + 7, 2),
			    big_endian(b + i + 5, 2));
			return;
		}
		i += 2 + big_endian(b + i + 2, 2);
	}
}

/* RFC 9649 2.5 to 2.7 */
static void
size_webp(struct magic *p, const struct head *h)
{
	const unsigned char *b = h->bytes;
	unsigned long bits;

	if (h->length < 30)
		return;
	if (has(h, 12, "VP8X", 4)) {
		set_size(p, little_endian(b + 24, 3) + 1,
		    little_endian(b + 27, 3) + 1);
	} else if (has(h, 12, "VP8L", 4)) {
		bits = little_endian(b + 21, 4);
		set_size(p, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
	} else if (has(h, 12, "VP8 ", 4)) {
		set_size(p, little_endian(b + 26, 2) & 0x3fff,
		    little_endian(b + 28, 2) & 0x3fff);
	}
}

/* ISO/IEC 23008-12 6.5.3: the property "ispe" has the size of an image; of
   several (a preview, tiles) the largest is that of the whole. */
static void
size_avif(struct magic *p, const struct head *h)
{
	const unsigned char *b = h->bytes;
	unsigned long width, height;
	size_t i;

	for (i = 0; i + 16 <= h->length; i++) {
		if (!has(h, i, "ispe", 4))
			continue;
		width = big_endian(b + i + 8, 4);
		height = big_endian(b + i + 12, 4);
		if (width > (unsigned long)p->width)
			set_size(p, width, height);
	}
}

/* Whether what follows a whole number makes it a number of pixels. */
static bool
is_in_pixels(const char *p, const char *end)
{
	if (p < end && *p == '.')
		do
			p++;
		while (p < end && ascii_is_digit(*p));
	return p < end && (ascii_is_quote(*p) || text_begins(p, end, "px"));
}

/* The number of an attribute in the tag between p and end; 0: none, or not in
   pixels. */
static unsigned long
svg_number(const char *p, const char *end, const char *name)
{
	size_t n = strlen(name);
	unsigned long number = 0;

	for (; p + n + 3 < end; p++) {
		if (!ascii_is_space(p[0]) || strncmp(p + 1, name, n) != 0 ||
		    p[n + 1] != '=' || !ascii_is_quote(p[n + 2]))
			continue;
		for (p += n + 3; p < end && ascii_is_digit(*p) &&
		    number < 1000000; p++)
			number = number * 10 + (unsigned long)(*p - '0');
		return is_in_pixels(p, end) ? number : 0;
	}
	return 0;
}

static bool
read_svg(struct magic *p, const struct head *h)
{
	const char *text = (const char *)h->bytes, *end, *tag = NULL;
	size_t i;

	for (i = 0; i + 4 < h->length && tag == NULL; i++)
		if (has(h, i, "<svg", 4))
			tag = text + i;
	if (tag == NULL || (text[0] != '<' && !ascii_is_space(text[0])))
		return false;
	end = memchr(tag, '>', h->length - (size_t)(tag - text));
	p->type = "image/svg+xml";
	if (end != NULL)
		set_size(p, svg_number(tag, end, "width"),
		    svg_number(tag, end, "height"));
	return true;
}

static const struct signature {
	size_t		 offset;
	const char	*bytes;
	size_t		 length;
	const char	*type;
	void		(*size)(struct magic *, const struct head *);
} signatures[] = {
	{ 0, "\x89PNG\r\n\x1a\n", 8, "image/png", size_png },
	{ 0, "GIF8", 4, "image/gif", size_gif },
	{ 0, "\xff\xd8\xff", 3, "image/jpeg", size_jpeg },
	{ 8, "WEBP", 4, "image/webp", size_webp },
	{ 4, "ftypavif", 8, "image/avif", size_avif },
	{ 4, "ftypM4A", 7, "audio/mp4", NULL },
	{ 4, "ftyp", 4, "video/mp4", NULL },
	{ 0, "ID3", 3, "audio/mpeg", NULL },
	{ 0, "\xff\xfb", 2, "audio/mpeg", NULL },
	{ 0, "OggS", 4, "audio/ogg", NULL },
	{ 0, "fLaC", 4, "audio/flac", NULL },
	{ 8, "WAVE", 4, "audio/wav", NULL },
	{ 0, "%PDF-", 5, "application/pdf", NULL }
};

bool
magic_read(struct magic *p, const unsigned char *bytes, size_t length)
{
	const struct head h = { bytes, length };
	const struct signature *s;
	size_t i;

	*p = (struct magic){ 0 };
	for (i = 0; i < sizeof signatures / sizeof *signatures; i++) {
		s = &signatures[i];
		if (!has(&h, s->offset, s->bytes, s->length))
			continue;
		p->type = s->type;
		if (s->size != NULL)
			s->size(p, &h);
		return true;
	}
	return read_svg(p, &h);
}

#include <string.h>

#include "base/text.h"
#include "site/slug.h"

/* Blocks of punctuation and symbols outside ASCII. */
static const struct {
	unsigned first, last;
} separators[] = {
	{ 0x0080, 0x00a9 }, { 0x00ab, 0x00b1 }, { 0x00b4, 0x00b4 },
	{ 0x00b6, 0x00b8 }, { 0x00bb, 0x00bb }, { 0x00bf, 0x00bf },
	{ 0x00d7, 0x00d7 }, { 0x00f7, 0x00f7 }, { 0x2000, 0x200b },
	{ 0x200e, 0x206f }, { 0x2190, 0x23ff }, { 0x2500, 0x25ff },
	{ 0x27e6, 0x27ef }, { 0x2983, 0x2998 }, { 0x3000, 0x3004 },
	{ 0x3008, 0x3020 }, { 0x3030, 0x3030 }, { 0x303d, 0x303f },
	{ 0x30a0, 0x30a0 }, { 0xfe10, 0xfe1f }, { 0xfe30, 0xfe6f },
	{ 0xfeff, 0xfeff }, { 0xff00, 0xff0f }, { 0xff1a, 0xff20 },
	{ 0xff3b, 0xff40 }, { 0xff5b, 0xff65 }, { 0xfff0, 0xffff }
};

static bool
is_separator(unsigned c)
{
	size_t i;

	if (c < 0x80)
		return !ascii_is_alnum((char)c) && strchr("._~",
		    (char)c) == NULL;
	for (i = 0; i < sizeof separators / sizeof *separators; i++)
		if (c >= separators[i].first && c <= separators[i].last)
			return true;
	return false;
}

const char *
slug_of(struct arena *a, const char *text)
{
	char *slug = arena_alloc(a, strlen(text) + 1), *out = slug;
	const char *p, *next;

	for (p = text; *p != '\0'; p = next) {
		next = p;
		if (is_separator(utf8_next(&next))) {
			if (out > slug && out[-1] != '-')
				*out++ = '-';
			continue;
		}
		for (; p < next; p++)
			*out++ = ascii_lower(*p);
	}
	if (out > slug && out[-1] == '-')
		*--out = '\0';
	return out == slug ? text : slug;
}

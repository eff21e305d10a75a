#include "front/base64.h"

static int
digit(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

const char *
base64_decode(struct arena *a, const char *text, size_t *length)
{
	char *bytes = arena_alloc(a, *length / 4 * 3 + 4);
	unsigned bits = 0, held = 0;
	size_t i, n = 0;

	for (i = 0; i < *length && text[i] != '='; i++) {
		if (digit(text[i]) < 0)
			continue;
		bits = bits << 6 | (unsigned)digit(text[i]);
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes[n++] = (char)(bits >> held & 0xff);
		}
	}
	*length = n;
	return bytes;
}

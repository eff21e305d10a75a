#include <string.h>

#include "body/standin.h"

void
standin_replace(struct buf *html, size_t from)
{
	const size_t n = strlen(STANDIN_LEVEL);
	char *p = html->bytes + from, *out = p;
	const char *end = html->bytes + html->length;

	for (; p < end; p++) {
		if (*p == STANDIN_BAR)
			*out++ = '|';
		else if (*p == STANDIN_NONE)
			continue;
		else if (*p != STANDIN_LEVEL[n - 1])
			*out++ = *p;
		else if ((size_t)(out - html->bytes) >= from + n - 1)
			out -= n - 1;
	}
	html->length = (size_t)(out - html->bytes);
	html->bytes[html->length] = '\0';
}

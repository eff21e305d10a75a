#include <string.h>

#include "markdown/standin.h"

void
standin_replace(struct buf *html, size_t from)
{
	const size_t n = strlen(STANDIN_LEVEL);
	char *p = html->bytes + from, *out = p;
	const char *end = html->bytes + html->length;

	for (; p < end; p++)
		switch (*p) {
		case STANDIN_BAR:
			*out++ = '|';
			break;
		case STANDIN_OPEN:
			*out++ = '[';
			break;
		case STANDIN_CLOSE:
			*out++ = ']';
			break;
		case STANDIN_LEVEL_END:
			if ((size_t)(out - html->bytes) >= from + n - 1)
				out -= n - 1;
			break;
		case STANDIN_NONE:
			break;
		default:
			*out++ = *p;
		}
	html->length = (size_t)(out - html->bytes);
	html->bytes[html->length] = '\0';
}

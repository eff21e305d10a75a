#include <string.h>

#include "markdown/standin.h"

/*
 * Take back the head of a table that has begun, and go to the end of it, or,
 * where none has, behind the character.
 */
static const char *
skip_head(const char *p, const char *from, char **out)
{
	static const char begin[] = "<thead>\n<tr>\n<th>";
	static const char end[] = "</thead>\n";
	const size_t n = sizeof begin - 1;
	const char *found;

	if (*out - from < (ptrdiff_t)n || memcmp(*out - n, begin, n) != 0)
		return p + 1;
	found = strstr(p, end);
	if (found == NULL)
		return p + 1;
	*out -= n;
	return found + sizeof end - 1;
}

void
standin_replace(struct buf *html, size_t from)
{
	const size_t n = strlen(STANDIN_LEVEL);
	char *out = html->bytes + from;
	const char *p = out, *end = html->bytes + html->length;

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
		case STANDIN_NO_HEAD:
			p = skip_head(p, html->bytes + from, &out) - 1;
			break;
		case STANDIN_NONE:
			break;
		default:
			*out++ = *p;
		}
	html->length = (size_t)(out - html->bytes);
	html->bytes[html->length] = '\0';
}

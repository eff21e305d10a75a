#include <string.h>

#include "base/text.h"
#include "markdown/markdown.h"
#include "markdown/standin.h"

/*
 * Remove the beginning of a table head, and skip to the end of the head, or, if
 * none has begun, the character.
 */
static const char *
skip_head(const char *p, const char *from, char **out)
{
	static const char begin[] = "<thead>\n<tr>\n<th>";
	static const char end[] = "</thead>\n";
	const char *found;

	if (!text_ends(from, *out, begin))
		return p + 1;
	found = strstr(p, end);
	if (found == NULL)
		return p + 1;
	*out -= sizeof begin - 1;
	return found + sizeof end - 1;
}

/* Remove the <p> before MARKDOWN_BARE.  Returns whether there is one. */
static bool
open_bare(const char *start, char **out)
{
	bool has_paragraph = text_ends(start, *out, "<p>");

	if (has_paragraph)
		*out -= strlen("<p>");
	return has_paragraph;
}

/* The last character of the matching </p>, if it is to be removed, or p. */
static const char *
close_bare(const char *p, const char *end, bool *is_open)
{
	static const char tag[] = "</p>";

	if (!*is_open || !text_begins(p + 1, end, tag))
		return p;
	*is_open = false;
	return p + strlen(tag);
}

void
standin_replace(struct buf *html, size_t from)
{
	static const char others[] = { [STANDIN_BAR] = '|',
	    [STANDIN_OPEN] = '[', [STANDIN_CLOSE] = ']' };
	const size_t n = strlen(STANDIN_LEVEL);
	char *const start = html->bytes + from, *out = start;
	const char *p = out, *const end = html->bytes + html->length;
	bool is_open = false;	/* in a paragraph without its <p> */

	for (; p < end; p++)
		switch (*p) {
		case STANDIN_BAR:
		case STANDIN_OPEN:
		case STANDIN_CLOSE:
			*out++ = others[(unsigned char)*p];
			break;
		case STANDIN_LEVEL_END:
			if ((size_t)(out - start) >= n - 1)
				out -= n - 1;
			break;
		case STANDIN_NO_HEAD:
			p = skip_head(p, start, &out) - 1;
			break;
		case MARKDOWN_BARE:
			is_open = open_bare(start, &out) || is_open;
			break;
		case MARKDOWN_BARE_END:
			p = close_bare(p, end, &is_open);
			break;
		case STANDIN_NONE:
			break;
		case '&':
			if (text_begins(p, end, STANDIN_NONE_MARK)) {
				p += strlen(STANDIN_NONE_MARK) - 1;
				break;
			}
			/* FALLTHROUGH */
		default:
			*out++ = *p;
		}
	html->length = (size_t)(out - html->bytes);
	html->bytes[html->length] = '\0';
}

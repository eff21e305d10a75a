#include <string.h>

#include "base/directive.h"
#include "base/text.h"

#define CLOSE "]]"

/* A longer one is plain text. */
#define DIRECTIVE_MAX 4000

static const char *
name_end(const char *p, const char *end)
{
	return text_word_end(p, end, "_-:");
}

/* The quotes that begin and end a value; NULL: there are none. */
static const char *
quote_at(const char *p, const char *end)
{
	static const char *const quotes[] = { "\"\"\"", "'''", "\"", NULL };
	size_t i;

	for (i = 0; quotes[i] != NULL && !text_begins(p, end, quotes[i]); i++)
		continue;
	return quotes[i];
}

/* The end of a quoted value, which is stored; NULL: it is not closed. */
static const char *
read_quoted(const char *p, const char *end, const char *quote,
    struct directive_parameter *found)
{
	size_t n = strlen(quote);

	found->value = p += n;
	while (p < end && !text_begins(p, end, quote))
		p++;
	found->length = (size_t)(p - found->value);
	return p < end ? p + n : NULL;
}

bool
directive_read(const char **start, const char *end,
    struct directive_parameter *found)
{
	const char *p = text_skip_space(*start, end), *stop = name_end(p, end);
	const char *quote;

	*found = (struct directive_parameter){ .value = p };
	if (stop > p && stop < end && *stop == '=') {
		found->key = p;
		found->key_length = (size_t)(stop - p);
		found->value = p = stop + 1;
	}
	quote = quote_at(p, end);
	if (quote != NULL) {
		p = read_quoted(p, end, quote, found);
		*start = p == NULL ? *start : p;
		return p != NULL;
	}
	while (p < end && !ascii_is_space(*p) && *p != '[' &&
	    !text_begins(p, end, CLOSE))
		p++;
	found->length = (size_t)(p - found->value);
	*start = p;
	return found->key != NULL || found->length > 0;
}

const char *
directive_end(const char *p, const char *end)
{
	struct directive_parameter found;

	if (end - p > DIRECTIVE_MAX)
		end = p + DIRECTIVE_MAX;
	if (!text_begins(p, end, DIRECTIVE_OPEN) || p + 3 == end ||
	    !ascii_is_alpha(p[3]))
		return NULL;
	p = name_end(p + 3, end);
	while (directive_read(&p, end, &found))
		continue;
	p = text_skip_space(p, end);
	return text_begins(p, end, CLOSE) ? p + 2 : NULL;
}

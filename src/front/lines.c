#include <string.h>

#include "base/text.h"
#include "front/lines.h"

size_t
line_length(const char *p, const char *end)
{
	const char *eol = memchr(p, '\n', (size_t)(end - p));

	return eol == NULL ? (size_t)(end - p) : (size_t)(eol - p + 1);
}

size_t
line_indentation(const char *p, size_t n)
{
	size_t i = 0;

	while (i < n && ascii_is_blank(p[i]))
		i++;
	return i;
}

bool
line_is_blank(const char *p, size_t n)
{
	size_t i = line_indentation(p, n);

	return i == n || p[i] == '\n';
}

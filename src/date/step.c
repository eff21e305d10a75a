#include <string.h>

#include "base/text.h"
#include "date/step.h"

/*
 * U+00A0 and U+3000 come with text copied from web pages.  They are compared
 * as bytes: the command line may contain invalid UTF-8.
 */
static size_t
space_length(const char *p)
{
	if (ascii_is_space(*p))
		return 1;
	if (text_has_prefix(p, "\xc2\xa0"))
		return 2;
	return text_has_prefix(p, "\xe3\x80\x80") ? 3 : 0;
}

bool
step_space_here(const char **p)
{
	const char *start = *p;
	size_t n;

	while ((n = space_length(*p)) > 0)
		*p += n;
	return *p > start;
}

bool
step_unit(const char **p, const char *units)
{
	const char *start = *p;

	step_space(p);
	for (; *units != '\0'; units += 3)
		if (strncmp(*p, units, 3) == 0) {
			*p += 3;
			step_space(p);
			return true;
		}
	*p = start;
	return false;
}

size_t
step_count_letters(const char *p)
{
	size_t n = 0;

	while (ascii_is_alpha(p[n]))
		n++;
	return n;
}

bool
step_name(const char **p, const char *const *names, unsigned count,
    unsigned *index)
{
	size_t n = step_count_letters(*p);
	unsigned i;

	if (n < 3)
		return false;
	for (i = 0; i < count; i++)
		if (ascii_equal_n(names[i], *p, n)) {
			*p += n;
			*index = i;
			return true;
		}
	return false;
}

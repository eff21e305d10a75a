/*
 * words - text that is tidy as it stands, which names and terms mostly are.
 *
 * Tidying makes a copy, and is most of the work of reading a tag; a glance
 * tells that it is needless.
 */
#ifndef POST_WORDS_H
#define POST_WORDS_H

#include <stdbool.h>

/*
 * Whether a text is words of ASCII with one blank between them, of which
 * text_trim() and text_squeeze() would make an equal copy.
 */
static inline bool
words_are_tidy(const char *s)
{
	const char *start = s;

	if (*s == ' ')
		return false;
	for (; *s != '\0'; s++)
		if ((signed char)*s <= ' ' &&
		    (*s != ' ' || s[1] == ' ' || s[1] == '\0'))
			return false;
	return s > start;
}

#endif

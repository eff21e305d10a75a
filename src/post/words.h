/*
 * words - text that is tidy as is, as most names and terms are.
 *
 * Tidying copies text, and is most of the work of reading a tag; a quick
 * check shows that it is not needed.
 */
#ifndef POST_WORDS_H
#define POST_WORDS_H

#include <stdbool.h>

/*
 * Whether a string is ASCII words separated by single spaces, so that
 * text_trim() and text_squeeze() would make an identical copy.
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

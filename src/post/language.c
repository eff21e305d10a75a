#include <string.h>

#include "base/text.h"
#include "post/language.h"

/* Region in capitals, script with an initial, the rest in small letters. */
static void
set_case(char *subtag, size_t n, bool is_first)
{
	size_t i;

	for (i = 0; i < n; i++)
		subtag[i] = ascii_lower(subtag[i]);
	if (is_first || (n != 2 && n != 4))
		return;
	for (i = 0; i < (n == 2 ? n : 1); i++)
		if (subtag[i] >= 'a' && subtag[i] <= 'z')
			subtag[i] = (char)(subtag[i] - 'a' + 'A');
}

static size_t
subtag_length(const char *s, bool is_first)
{
	size_t n = 0;

	while (is_first ? ascii_is_alpha(s[n]) : ascii_is_alnum(s[n]))
		n++;
	return n >= (is_first ? 2 : 1) && n <= 8 ? n : 0;
}

const char *
language_tag(struct arena *a, const char *text)
{
	const char *trimmed = text_trim(a, text);
	char *tag, *p;
	size_t n;

	if (trimmed == NULL)
		return NULL;
	tag = p = arena_strdup(a, trimmed);
	/* The encoding of a POSIX locale is no part of its language. */
	p[strcspn(p, ".@")] = '\0';
	for (;;) {
		n = subtag_length(p, p == tag);
		if (n == 0 || strchr("-_", p[n]) == NULL)
			return NULL;
		set_case(p, n, p == tag);
		p += n;
		if (*p == '\0')
			return tag;
		*p++ = '-';
	}
}

bool
language_covers(const char *tag, const char *text)
{
	for (; *tag != '\0'; tag++, text++)
		if (ascii_lower(*tag) != ascii_lower(*text) &&
		    !(*tag == '-' && *text == '_'))
			return false;
	return *text == '\0' || *text == '-' || *text == '_';
}

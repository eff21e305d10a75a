#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "post/id.h"

/* A scheme, ":" and more, without whitespace (RFC 3987 2.2). */
static bool
is_iri(const char *text)
{
	size_t n = 0;

	if (!ascii_is_alpha(text[0]))
		return false;
	while (ascii_is_alnum(text[n]) || (text[n] != '\0' &&
	    strchr("+-.", text[n]) != NULL))
		n++;
	return text[n] == ':' && text[n + 1] != '\0' &&
	    strpbrk(text, " \t\n<>\"{}|\\^`") == NULL;
}

/* A day, month or year: 2024-05-31, 2024-05, 2024. */
static bool
is_day(const char *s, size_t n)
{
	size_t i;

	if (n != 4 && n != 7 && n != 10)
		return false;
	for (i = 0; i < n; i++)
		if (i == 4 || i == 7 ? s[i] != '-' : !ascii_is_digit(s[i]))
			return false;
	return true;
}

/* After its scheme: a host or mail address, and a date (RFC 4151 2.1). */
static bool
is_tag(const char *s)
{
	size_t n = text_word_length(s, ".-_@"), day;

	if (n == 0 || s[n] != ',')
		return false;
	day = strcspn(s + n + 1, ":");
	return is_day(s + n + 1, day) && s[n + 1 + day] == ':';
}

/* After its scheme: a namespace, and a name in it (RFC 8141 2). */
static bool
is_urn(const char *s)
{
	size_t n = text_word_length(s, "-");

	return n >= 2 && s[n] == ':' && s[n + 1] != '\0' &&
	    (!ascii_has_prefix(s, "uuid:") || text_is_uuid(s + n + 1));
}

const char *
id_uri(struct arena *a, const char *text)
{
	const char *uri = is_iri(text) ? url_encode(a, text) : NULL;
	bool good = uri != NULL;

	if (!good)
		return NULL;
	if (text_has_prefix(uri, "tag:"))
		good = is_tag(uri + strlen("tag:"));
	else if (text_has_prefix(uri, "urn:"))
		good = is_urn(uri + strlen("urn:"));
	else if (text_has_prefix(uri, "http:") ||
	    text_has_prefix(uri, "https:"))
		good = url_is_web(uri);
	return good ? uri : NULL;
}

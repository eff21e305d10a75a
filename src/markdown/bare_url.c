#include <string.h>

#include "base/text.h"
#include "markdown/bare_url.h"

/* Whether this word ends at p and is not the end of a longer one. */
static bool
ends_word(const char *text, const char *p, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(p - text) >= n && ascii_equal_n(p - n, word, n) &&
	    (p - n == text || !ascii_is_alnum(p[-1 - (ptrdiff_t)n]));
}

/* Length of the scheme before "://" at p, or 0 if GitHub does not know it. */
static size_t
scheme_length(const char *text, const char *p)
{
	static const char *const schemes[] = { "https", "http", "ftp" };
	size_t i;

	for (i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (ends_word(text, p, schemes[i]))
			return strlen(schemes[i]);
	return 0;
}

/* Chinese and Japanese punctuation, which follows a URL without a space. */
static bool
is_wide_punctuation(const char *p, const char *end)
{
	const unsigned char *c = (const unsigned char *)p;

	if (end - p < 3)
		return false;
	switch (c[0]) {
	case 0xe2:	/* quotation marks */
		return c[1] == 0x80 && c[2] >= 0x98 && c[2] <= 0x9d;
	case 0xe3:	/* U+3000 to U+303F */
		return c[1] == 0x80;
	case 0xef:	/* U+FF00 to U+FF65 except letters and digits */
		return (c[1] == 0xbc && (c[2] < 0x90 || (c[2] > 0x99 &&
		    c[2] < 0xa1) || c[2] > 0xba)) || (c[1] == 0xbd &&
		    (c[2] < 0x81 || (c[2] > 0x9a && c[2] < 0xa6)));
	default:
		return false;
	}
}

static bool
begins_host(const char *p, const char *end)
{
	return p < end && (ascii_is_alnum(*p) || ((unsigned char)*p >= 0x80 &&
	    !is_wide_punctuation(p, end)));
}

/* Where a character reference begins that ends at `end`; `end` if none does. */
static const char *
before_reference(const char *p, const char *end)
{
	const char *q = end - 1;

	if (*q != ';')
		return end;
	while (q > p && ascii_is_alnum(q[-1]))
		q--;
	return q > p && q[-1] == '&' && q < end - 1 ? q - 1 : end;
}

static const char opening[] = "([{", closing[] = ")]}";

#define BRACKETS (sizeof opening - 1)

/* Count the unmatched closing brackets of each kind. */
static void
count_unopened(const char *p, const char *end, size_t counts[BRACKETS])
{
	size_t opened, closed, i;
	const char *q;

	for (i = 0; i < BRACKETS; i++) {
		opened = closed = 0;
		for (q = p; q < end; q++) {
			opened += *q == opening[i];
			closed += *q == closing[i];
		}
		counts[i] = closed > opened ? closed - opened : 0;
	}
}

/* Trailing punctuation is part of the sentence, and so are such brackets. */
static const char *
trim(const char *p, const char *end)
{
	size_t unopened[BRACKETS];
	const char *bracket;

	count_unopened(p, end, unopened);
	for (; end > p; end--) {
		end = before_reference(p, end);
		if (end == p)
			break;
		bracket = strchr(closing, end[-1]);
		if (bracket != NULL && unopened[bracket - closing] > 0)
			unopened[bracket - closing]--;
		else if (strchr("?!.,:*_~'\"\\", end[-1]) == NULL)
			break;
	}
	return end;
}

/* References to characters that URLs cannot contain. */
static bool
is_forbidden(const char *p, const char *end)
{
	static const char *const names[] = {
		"&lt;", "&gt;", "&quot;", NULL
	};

	return *p == '&' && text_after_any(p, end, names) != NULL;
}

/* Double emphasis marks end a URL; a single star does not. */
static bool
ends_url(const char *p, const char *end)
{
	return ascii_is_space(*p) || *p == '<' || *p == '`' ||
	    ((*p == '*' || *p == '~') && end - p > 1 && p[1] == *p) ||
	    is_forbidden(p, end) || is_wide_punctuation(p, end);
}

/* Whether there is a '|' before or after p on its line. */
static bool
follows_bar(const char *text, const char *p)
{
	while (p > text && p[-1] != '\n')
		if (*--p == '|')
			return true;
	return false;
}

static bool
precedes_bar(const char *p, const char *end)
{
	while (p < end && *p != '\n')
		if (*p++ == '|')
			return true;
	return false;
}

/*
 * The end of the URL that begins at `start` and has its host at p; NULL: none.
 * A '|' ends it if its line has another one, as a table row has.
 */
static const char *
url_end(const char *text, const char *start, const char *p, const char *end,
    const char **next)
{
	const char *bar = NULL, *q;

	if (!begins_host(p, end))
		return NULL;
	for (q = p; q < end && !ends_url(q, end); q++) {
		if (*q != '|' || bar != NULL)
			continue;
		bar = q;
		/* This scans a row only once, not for each of its URLs. */
		if (follows_bar(text, start))
			break;
	}
	if (bar != NULL && precedes_bar(q, end))
		q = bar;
	*next = q;
	q = trim(p, q);
	return q > p ? q : NULL;
}

/* Whether what begins at p is not part of a longer word. */
static bool
may_begin(const char *text, const char *p)
{
	return p == text || (unsigned char)p[-1] >= 0x80 ||
	    ascii_is_space(p[-1]) || strchr("*_~(", p[-1]) != NULL;
}

static bool
host_at(const char *text, const char *p, const char *end,
    struct bare_url *url, const char **next)
{
	const char *dot;

	if (end - p < 5 || memcmp(p, "www.", 4) != 0 || !may_begin(text, p))
		return false;
	url->kind = BARE_HOST;
	url->start = p;
	url->end = url_end(text, p, p + 4, end, next);
	if (url->end == NULL)
		return false;
	dot = text_find(p + 4, url->end, '.');
	return dot != NULL && begins_host(dot + 1, url->end);
}

/* A backslash is accepted before an underscore that would mean emphasis. */
static bool
is_local(const char *p, const char *at)
{
	return ascii_is_alnum(*p) || strchr("._+-", *p) != NULL ||
	    (*p == '\\' && p + 1 < at && p[1] == '_');
}

static bool
mail_at(const char *text, const char *at, const char *end,
    struct bare_url *url, const char **next)
{
	const char *p = at, *q = at + 1;
	bool has_dot = false;

	while (p > text && is_local(p - 1, at))
		p--;
	while (p < at && !ascii_is_alnum(*p))
		p++;
	if (p == at || (p > text && p[-1] == '/'))
		return false;
	while (q < end && (ascii_is_alnum(*q) || strchr("-_.", *q) != NULL))
		q++;
	*next = q;
	if (q < end && *q == '@')
		return false;
	while (q > at + 1 && !ascii_is_alnum(q[-1]))
		q--;
	*url = (struct bare_url){ BARE_MAIL, p, q };
	if (ends_word(text, p, "mailto:"))
		url->start -= strlen("mailto:");
	for (p = at + 1; p < q; p++) {
		/* Host names have neither. */
		if (*p == '_' || (*p == '.' && p[1] == '.'))
			return false;
		has_dot = has_dot || *p == '.';
	}
	return has_dot && ascii_is_alnum(at[1]) && ascii_is_alpha(q[-1]);
}

bool
bare_url_at(const char *text, const char *p, const char *end,
    struct bare_url *url, const char **next)
{
	size_t scheme;

	switch (*p) {
	case ':':
		if (end - p < 4 || p[1] != '/' || p[2] != '/')
			return false;
		scheme = scheme_length(text, p);
		if (scheme == 0)
			return false;
		url->kind = BARE_URL;
		url->start = p - scheme;
		url->end = url_end(text, url->start, p + 3, end, next);
		return url->end != NULL;
	case 'w':
		return host_at(text, p, end, url, next);
	case '@':
		return mail_at(text, p, end, url, next);
	default:
		return false;
	}
}

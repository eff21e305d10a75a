#include <string.h>

#include "base/text.h"
#include "site/wildcard.h"

/* How many simple patterns one with braces may become. */
#define ALTERNATIVES 256
/* In a longer one braces and `**` have no meaning. */
#define SPLIT_MAX 1024

/* Where an alternative inside braces ends. */
static const char *
alternative_end(const char *p)
{
	unsigned depth = 0;

	for (; *p != '\0'; p++) {
		if (*p == '\\' && p[1] != '\0')
			p++;
		else if (*p == '{')
			depth++;
		else if (depth == 0 && (*p == ',' || *p == '}'))
			break;
		else if (*p == '}')
			depth--;
	}
	return p;
}

/* The brace that closes the one at p; NULL: none does. */
static const char *
closing_brace(const char *p)
{
	do
		p = alternative_end(p + 1);
	while (*p == ',');
	return *p == '}' ? p : NULL;
}

/* Add what one pattern with braces at p stands for. */
static void
split_braces(struct arena *a, struct arena_list *list, const char *pattern,
    const char *p)
{
	const char *end = closing_brace(p), *start, *next;

	for (next = p; next < end;) {
		start = next + 1;
		next = alternative_end(start);
		arena_list_add(a, list, arena_printf(a, "%.*s%.*s%s",
		    (int)(p - pattern), pattern, (int)(next - start), start,
		    end + 1));
	}
}

/* The same for folders that may be none: with a star, or nothing. */
static void
split_folders(struct arena *a, struct arena_list *list, const char *pattern,
    const char *p)
{
	arena_list_add(a, list, arena_printf(a, "%.*s%s", (int)(p - pattern),
	    pattern, p + 3));
	arena_list_add(a, list, arena_printf(a, "%.*s%s", (int)(p - pattern),
	    pattern, p + 1));
}

/* Add what a pattern stands for by its first such place; false: none. */
static bool
split(struct arena *a, struct arena_list *list, const char *pattern)
{
	const char *p;

	for (p = pattern; *p != '\0'; p++) {
		if (*p == '\\' && p[1] != '\0') {
			p++;
		} else if (text_has_prefix(p, "**/") &&
		    (p == pattern || p[-1] == '/')) {
			split_folders(a, list, pattern, p);
			return true;
		} else if (*p == '{' && closing_brace(p) != NULL) {
			split_braces(a, list, pattern, p);
			return true;
		}
	}
	return false;
}

void
wildcard_add(struct arena *a, struct arena_list *patterns, const char *pattern)
{
	struct arena_list todo = { 0 };
	size_t i;

	arena_list_add(a, &todo, pattern);
	for (i = 0; i < todo.count; i++)
		if (todo.count > ALTERNATIVES ||
		    strlen(todo.items[i]) > SPLIT_MAX ||
		    !split(a, &todo, todo.items[i]))
			arena_list_add(a, patterns, todo.items[i]);
}

/* Whether `[...]` at *p has a character; *p is moved behind it. */
static bool
is_in_class(const char **p, unsigned c)
{
	const char *start = ++*p;
	bool is_negative = *start == '!' || *start == '^', found = false;
	unsigned first, last;

	if (is_negative)
		++*p;
	do {
		first = last = utf8_next(p);
		if (**p == '-' && (*p)[1] != ']' && (*p)[1] != '\0') {
			++*p;
			last = utf8_next(p);
		}
		found = found || (c >= first && c <= last);
	} while (**p != ']');
	++*p;
	return found != is_negative;
}

static bool
has_class(const char *p)
{
	size_t n;

	if (*p != '[')
		return false;
	n = p[1] == '!' || p[1] == '^' ? 2 : 1;
	return p[n] != '\0' && strchr(p + n + 1, ']') != NULL;
}

/* One character of a text against one of a simple pattern. */
static bool
step(const char **p, const char **text)
{
	unsigned c = utf8_next(text);

	if (**p == '?') {
		++*p;
		return true;
	}
	if (has_class(*p))
		return is_in_class(p, c);
	if (**p == '\\' && (*p)[1] != '\0')
		++*p;
	return **p != '\0' && utf8_next(p) == c;
}

/* Only the last star has to be tried again: what is before it can wait. */
static bool
matches(const char *p, const char *text)
{
	const char *star = NULL, *retry = NULL;

	while (*text != '\0') {
		if (*p == '*') {
			while (*p == '*')
				p++;
			star = p;
			retry = text;
		} else if (!step(&p, &text)) {
			if (star == NULL)
				return false;
			p = star;
			utf8_next(&retry);
			text = retry;
		}
	}
	while (*p == '*')
		p++;
	return *p == '\0';
}

bool
wildcard_matches(const struct arena_list *patterns, const char *text)
{
	size_t i;

	for (i = 0; i < patterns->count; i++)
		if (matches(patterns->items[i], text))
			return true;
	return false;
}

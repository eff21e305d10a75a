/*
 * Patterns of paths are matched by following all places in the pattern at
 * which a match can stand, so that no pattern takes long.
 */
#include <stddef.h>
#include <string.h>

#include "base/glob.h"
#include "base/text.h"

/* Alternatives that groups may make in all. */
#define MAX_CHOICES 256

/* Places in a pattern; one byte each. */
struct places {
	unsigned char	in[GLOB_MAX + 1];
};

/* "**", with its slash: how much of the pattern is it; 0: it is none. */
static size_t
folders_at(const char *pattern, size_t i)
{
	if (pattern[i] != '*' || pattern[i + 1] != '*')
		return 0;
	return pattern[i + 2] == '/' && (i == 0 || pattern[i - 1] == '/') ?
	    3 : 2;
}

/* Add a place, and those that are reached from it without a character. */
static void
add(struct places *to, const char *pattern, size_t i, bool at_start)
{
	size_t n;

	for (;;) {
		to->in[i] = 1;
		n = folders_at(pattern, i);
		if (n == 3 && !at_start)
			return;
		/* What ends in a slash and "**" is the folder, too. */
		if (pattern[i] == '/' && folders_at(pattern, i + 1) == 2 &&
		    pattern[i + 3] == '\0')
			to->in[i + 3] = 1;
		if (n == 0 && pattern[i] != '*')
			return;
		i += n == 0 ? 1 : n;
	}
}

/* The length of a set "[...]" in a pattern, 0: it has no end. */
static size_t
set_length(const char *set)
{
	size_t n = set[1] == '!' || set[1] == '^' ? 2 : 1;

	for (n += set[n] == ']'; set[n] != '\0'; n++)
		if (set[n] == ']')
			return n + 1;
	return 0;
}

static bool
is_in_set(const char *set, size_t length, unsigned c)
{
	const char *p = set + 1, *end = set + length - 1;
	bool negated = *p == '!' || *p == '^', found = false;
	unsigned low, high;

	for (p += negated; p < end; ) {
		low = high = utf8_next(&p);
		if (p + 1 < end && *p == '-') {
			p++;
			high = utf8_next(&p);
		}
		found = found || (c >= low && c <= high);
	}
	return c != '/' && found != negated;
}

/* Follow one character from a place. */
static void
step(struct places *to, const char *pattern, size_t i, unsigned c,
    bool at_start)
{
	const char *next = pattern + i;
	bool wild = c != '/' && !(c == '.' && at_start);
	size_t n;

	switch (pattern[i]) {
	case '\0':
		return;
	case '*':
		if (folders_at(pattern, i) > 0 ?
		    !(c == '.' && at_start) : wild)
			add(to, pattern, i, c == '/');
		return;
	case '?':
		if (wild)
			add(to, pattern, i + 1, false);
		return;
	case '[':
		n = set_length(next);
		if (n > 0) {
			if (wild && is_in_set(next, n, c))
				add(to, pattern, i + n, false);
			return;
		}
		break;
	}
	if (utf8_next(&next) == c)
		add(to, pattern, (size_t)(next - pattern), c == '/');
}

/* A pattern without groups. */
static bool
match_plain(const char *pattern, const char *path)
{
	struct places now = { { 0 } }, next;
	size_t length = strlen(pattern), i;
	bool at_start = true;
	unsigned c;

	add(&now, pattern, 0, true);
	while (*path != '\0') {
		c = utf8_next(&path);
		memset(next.in, 0, length + 1);
		for (i = 0; i < length; i++)
			if (now.in[i])
				step(&next, pattern, i, c, at_start);
		at_start = c == '/';
		memcpy(now.in, next.in, length + 1);
	}
	return now.in[length] != 0;
}

/* Where "{a,b}" or "(a|b)" ends; NULL: there is nothing to choose. */
static const char *
choice_end(const char *p, char separator)
{
	const char *close;

	if (*p != '{' && *p != '(')
		return NULL;
	close = strchr(p, *p == '{' ? '}' : ')');
	return close != NULL &&
	    memchr(p, separator, (size_t)(close - p)) != NULL ? close : NULL;
}

/*
 * Write the pattern with the given choice of each of its groups, counted in
 * a number whose digits are the choices.  False: there is no such choice.
 */
static bool
choose(char *out, const char *pattern, unsigned choice)
{
	const char *close, *p;
	unsigned count, wanted;
	char separator;

	for (; *pattern != '\0'; pattern++) {
		pattern += *pattern == '@' && pattern[1] == '(';
		separator = *pattern == '{' ? ',' : '|';
		close = choice_end(pattern, separator);
		if (close == NULL) {
			*out++ = *pattern;
			continue;
		}
		for (count = 1, p = pattern; p < close; p++)
			count += *p == separator;
		wanted = choice % count;
		choice /= count;
		for (p = pattern + 1; wanted > 0; p++)
			wanted -= *p == separator;
		while (*p != separator && p < close)
			*out++ = *p++;
		pattern = close;
	}
	*out = '\0';
	return choice == 0;
}

bool
glob_match(const char *pattern, const char *path)
{
	char plain[GLOB_MAX + 1];
	bool negated = *pattern == '!', found = false;
	unsigned choice;

	pattern += negated;
	if (strlen(pattern) > GLOB_MAX)
		return false;
	for (choice = 0; choice < MAX_CHOICES && !found; choice++) {
		if (!choose(plain, pattern, choice))
			break;
		found = match_plain(plain, path);
	}
	return found != negated;
}

bool
glob_list_takes(const struct arena_list *patterns, const char *path)
{
	bool taken = patterns->count == 0;
	const char *pattern;
	size_t i;

	for (i = 0; i < patterns->count; i++) {
		pattern = patterns->items[i];
		if (*pattern != '!')
			taken = taken || glob_match(pattern, path);
		else if (glob_match(pattern + 1, path))
			return false;
	}
	return taken;
}

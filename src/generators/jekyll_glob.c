/*
 * Patterns of file names, as Ruby has them.
 */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "generators/jekyll.h"

/* Where a match can be taken up again: the pattern behind a star. */
struct retry {
	const char	*pattern, *text;
};

/* Behind the character, which may be of several bytes. */
static const char *
next_character(const char *text)
{
	do
		text++;
	while (utf8_is_continuation(*text));
	return text;
}

/* What is meant at a place of a pattern, behind a backslash. */
static const char *
unescape(const char *pattern)
{
	return *pattern == '\\' && pattern[1] != '\0' ? pattern + 1 : pattern;
}

/* "[a-z]" and "[^a-z]": behind it when the character is in it, else NULL. */
static const char *
match_set(const char *pattern, const char *text)
{
	bool is_negated = pattern[1] == '^' || pattern[1] == '!', found = false;
	const char *p = pattern + 1 + is_negated;
	unsigned c = utf8_next(&text), from, to;

	while (*p != ']' && *p != '\0') {
		p = unescape(p);
		from = to = utf8_next(&p);
		if (p[0] == '-' && p[1] != ']' && p[1] != '\0') {
			p = unescape(p + 1);
			to = utf8_next(&p);
		}
		/* A range that runs backwards has its ends. */
		if (c == from || c == to || (from < c && c < to))
			found = true;
	}
	return *p == ']' && found != is_negated ? p + 1 : NULL;
}

/* One step without a star: behind the pattern's part, NULL: no match. */
static const char *
match_one(const char *pattern, const char *text, bool is_path)
{
	if (*text == '\0')
		return NULL;
	if (*pattern == '?' || *pattern == '[') {
		if (is_path && *text == '/')
			return NULL;
		return *pattern == '?' ? pattern + 1 :
		    match_set(pattern, text);
	}
	pattern = unescape(pattern);
	return *pattern == *text ? pattern + 1 : NULL;
}

/* Behind a star, or another folder behind two of them. */
static bool
take_up(struct retry *star, struct retry *folders, const char **pattern,
    const char **text, bool is_path)
{
	if (star->pattern != NULL && *star->text != '\0' &&
	    !(is_path && *star->text == '/')) {
		*pattern = star->pattern;
		*text = star->text = next_character(star->text);
		return true;
	}
	star->pattern = NULL;
	if (folders->pattern == NULL || strchr(folders->text, '/') == NULL)
		return false;
	*pattern = folders->pattern;
	*text = folders->text = strchr(folders->text, '/') + 1;
	return true;
}

bool
jekyll_glob(const char *pattern, const char *text, bool is_path)
{
	struct retry star = { NULL, NULL }, folders = { NULL, NULL };
	const char *start = pattern, *next;

	for (;;) {
		if (is_path && text_has_prefix(pattern, "**/") &&
		    (pattern == start || pattern[-1] == '/')) {
			pattern += 3;
			folders = (struct retry){ pattern, text };
			star.pattern = NULL;
		} else if (*pattern == '*') {
			star = (struct retry){ ++pattern, text };
		} else if (*pattern == '\0' && *text == '\0') {
			return true;
		} else if (*pattern != '\0' && (next = match_one(pattern,
		    text, is_path)) != NULL) {
			text = *pattern == '?' || *pattern == '[' ?
			    next_character(text) : text + 1;
			pattern = next;
		} else if (!take_up(&star, &folders, &pattern, &text,
		    is_path)) {
			return false;
		}
	}
}

/*
 * Path patterns are matched by following all positions in the pattern that a
 * match can have reached, so that no pattern takes long.
 */
#include <string.h>

#include "base/glob.h"
#include "base/text.h"

/* How many plain patterns one with groups may expand to. */
#define MAX_CHOICES 256

/* Except in POSIX, an unclosed '[' matches nothing, and "[]" is a whole set. */
enum sets {
	SETS_POSIX,
	SETS_RUBY,		/* '\', and both ends of "[z-a]" */
	SETS_GO			/* '^' is literal, a set may match a slash */
};

static const struct rules {
	bool		crosses;	/* a wildcard matches slashes */
	bool		hides;		/* but no dot at the start of a name */
	bool		has_folders;	/* "**" and a slash */
	bool		has_deep;	/* "**" elsewhere */
	bool		escapes;	/* by '\' */
	unsigned	groups;		/* how many kinds of them */
	bool		has_single;	/* "{a}" is a group */
	enum sets	sets;
} all_rules[] = {
	[GLOB_MICROMATCH] = { .hides = true, .has_folders = true,
	    .has_deep = true, .groups = 2, .sets = SETS_POSIX },
	[GLOB_PYTHON] = { .crosses = true, .has_folders = true,
	    .escapes = true, .groups = 1, .has_single = true,
	    .sets = SETS_POSIX },
	[GLOB_RUBY] = { .crosses = true, .escapes = true, .sets = SETS_RUBY },
	[GLOB_RUBY_PATH] = { .has_folders = true, .escapes = true,
	    .sets = SETS_RUBY },
	[GLOB_GO] = { .has_deep = true, .escapes = true, .groups = 1,
	    .has_single = true, .sets = SETS_GO }
};

static const struct group {
	char	open, separator, close;
} groups[] = {
	{ '{', ',', '}' }, { '(', '|', ')' }
};

/* Whether the next character is escaped. */
static bool
is_escape(const struct rules *r, const char *p)
{
	return r->escapes && *p == '\\' && p[1] != '\0';
}

/* ---- patterns without groups ---- */

/* A set of positions in a pattern; one byte each. */
struct places {
	unsigned char	in[GLOB_MAX + 1];
};

/* The length of a "**" at i, including its slash; 0: there is none. */
static size_t
folders_at(const struct rules *r, const char *pattern, size_t i)
{
	if (pattern[i] != '*' || pattern[i + 1] != '*')
		return 0;
	if (r->has_folders && pattern[i + 2] == '/' &&
	    (i == 0 || pattern[i - 1] == '/'))
		return 3;
	return r->has_deep ? 2 : 0;
}

/* Add a position, and those reached from it without a character. */
static void
add(struct places *to, const struct rules *r, const char *pattern, size_t i,
    bool at_start)
{
	size_t n;

	for (;;) {
		to->in[i] = 1;
		n = folders_at(r, pattern, i);
		if (n == 3 && !at_start)
			return;
		/* A slash and "**" at the end match the folder, too. */
		if (r->hides && strcmp(pattern + i, "/**") == 0)
			to->in[i + 3] = 1;
		if (n == 0 && pattern[i] != '*')
			return;
		i += n == 0 ? 1 : n;
	}
}

/* The end of a set "[...]" in a pattern; NULL: it is not closed. */
static const char *
match_set(const struct rules *r, const char *set, unsigned c, bool *found)
{
	bool negated = set[1] == '!' || (set[1] == '^' && r->sets != SETS_GO);
	const char *first = set + 1 + negated, *p = first;
	unsigned low, high;

	for (*found = false; *p != ']' || (p == first &&
	    r->sets == SETS_POSIX);) {
		if (*p == '\0')
			return NULL;
		p += r->sets == SETS_RUBY && is_escape(r, p);
		low = high = utf8_next(&p);
		if (*p == '-' && p[1] != ']' && p[1] != '\0') {
			p++;
			p += r->sets == SETS_RUBY && is_escape(r, p);
			high = utf8_next(&p);
		}
		*found = *found || (c >= low && c <= high) ||
		    (r->sets == SETS_RUBY && (c == low || c == high));
	}
	*found = *found != negated;
	return p + 1;
}

/* Follow one character from a position. */
static void
step(struct places *to, const struct rules *r, const char *pattern, size_t i,
    unsigned c, bool at_start)
{
	const bool hidden = r->hides && c == '.' && at_start;
	const bool wild = !hidden && (c != '/' || r->crosses);
	const char *next = pattern + i, *end;
	bool found;

	switch (*next) {
	case '\0':
		return;
	case '*':
		if (folders_at(r, pattern, i) > 0 ? !hidden : wild)
			add(to, r, pattern, i, c == '/');
		return;
	case '?':
		if (wild)
			add(to, r, pattern, i + 1, c == '/');
		return;
	case '[':
		end = match_set(r, next, c, &found);
		if (end != NULL && found && (wild || r->sets == SETS_GO))
			add(to, r, pattern, (size_t)(end - pattern), c == '/');
		if (end != NULL || r->sets != SETS_POSIX)
			return;
		break;
	case '{':
		/* A group that is not closed. */
		if (r->sets == SETS_GO)
			return;
		break;
	default:
		next += is_escape(r, next);
	}
	if (utf8_next(&next) == c)
		add(to, r, pattern, (size_t)(next - pattern), c == '/');
}

/* Whether a character of a pattern is always literal. */
static bool
is_plain(char c)
{
	return strchr("*?[{\\", c) == NULL;
}

static bool
match_plain(const struct rules *r, const char *pattern, const char *path)
{
	size_t length = strlen(pattern), i = 0;
	struct places now, next;
	bool at_start;
	unsigned c;

	while (pattern[i] == path[i] && is_plain(path[i]))
		i++;
	if (is_plain(pattern[i]) && path[i] != '\0')
		return false;
	at_start = i == 0 || path[i - 1] == '/';
	memset(now.in, 0, length + 1);
	add(&now, r, pattern, i, at_start);
	for (path += i; *path != '\0'; at_start = c == '/') {
		c = utf8_next(&path);
		memset(next.in, 0, length + 1);
		for (i = 0; i < length; i++)
			if (now.in[i])
				step(&next, r, pattern, i, c, at_start);
		if (memchr(next.in, 1, length + 1) == NULL)
			return false;
		memcpy(now.in, next.in, length + 1);
	}
	return now.in[length] != 0;
}

/* ---- groups ---- */

/* The end of an alternative in a group, or of the pattern if it has none. */
static const char *
text_end(const struct rules *r, const struct group *g, const char *p)
{
	unsigned depth = 0;

	for (; *p != '\0'; p++) {
		if (is_escape(r, p))
			p++;
		else if (*p == g->open)
			depth++;
		else if (depth == 0 && (*p == g->separator || *p == g->close))
			break;
		else if (*p == g->close)
			depth--;
	}
	return p;
}

/* The end of the group that begins at p; NULL: it is not a group. */
static const char *
group_end(const struct rules *r, const struct group *g, const char *p)
{
	const char *end = text_end(r, g, p + 1);

	if (*end == g->close && !r->has_single)
		return NULL;
	while (*end == g->separator)
		end = text_end(r, g, end + 1);
	return *end == g->close ? end : NULL;
}

/* Add the expansions of a pattern with a group at p. */
static void
add_choices(struct arena *a, struct arena_list *list, const struct rules *r,
    const struct group *g, const char *pattern, const char *p)
{
	const char *end = group_end(r, g, p), *start, *next;
	int before = (int)(p - pattern);

	/* @(a|b) */
	before -= *p == '(' && before > 0 && p[-1] == '@';
	for (next = p; next < end;) {
		start = next + 1;
		next = text_end(r, g, start);
		arena_list_add(a, list, arena_printf(a, "%.*s%.*s%s", before,
		    pattern, (int)(next - start), start, end + 1));
	}
}

static const struct group *
group_at(const struct rules *r, const char *p)
{
	unsigned i;

	for (i = 0; i < r->groups; i++)
		if (*p == groups[i].open && group_end(r, &groups[i], p) != NULL)
			return &groups[i];
	return NULL;
}

/* Add the expansions of a pattern's first group; false: it has none. */
static bool
split(struct arena *a, struct arena_list *list, const struct rules *r,
    const char *pattern)
{
	const struct group *g;
	const char *p;

	for (p = pattern; *p != '\0'; p++) {
		g = group_at(r, p);
		if (g != NULL) {
			add_choices(a, list, r, g, pattern, p);
			return true;
		}
		p += is_escape(r, p);
	}
	return false;
}

bool
glob_match(enum glob_kind kind, const char *pattern, const char *path)
{
	const struct rules *r = &all_rules[kind];
	bool negated = kind == GLOB_MICROMATCH && *pattern == '!', found;
	struct arena_list todo = { 0 };
	struct arena a = { 0 };
	const char *plain;
	size_t i;

	pattern += negated;
	if (strlen(pattern) > GLOB_MAX)
		return strcmp(pattern, path) == 0;
	if (r->groups == 0 || !split(&a, &todo, r, pattern))
		return match_plain(r, pattern, path) != negated;
	for (i = 0, found = false; i < todo.count && !found; i++) {
		plain = todo.items[i];
		if (todo.count > MAX_CHOICES || !split(&a, &todo, r, plain))
			found = match_plain(r, plain, path);
	}
	arena_release(&a);
	return found != negated;
}

bool
glob_any(enum glob_kind kind, const struct arena_list *patterns,
    const char *path)
{
	size_t i;

	for (i = 0; i < patterns->count; i++)
		if (glob_match(kind, patterns->items[i], path))
			return true;
	return false;
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
			taken = taken || glob_match(GLOB_MICROMATCH, pattern,
			    path);
		else if (glob_match(GLOB_MICROMATCH, pattern + 1, path))
			return false;
	}
	return taken;
}

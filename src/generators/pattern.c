/*
 * Python regular expressions are translated to POSIX extended ones (XBD 9.4),
 * whose groups are numbered.
 */
#define _POSIX_C_SOURCE 200809L

#include <regex.h>
#include <string.h>

#include "base/text.h"
#include "front/value.h"
#include "generators/pattern.h"

/* Limits of expressions that are supported. */
#define MAX_LENGTH 400
#define MAX_GROUPS 20

/* Nothing is replaced in longer strings: titles are not that long. */
#define MAX_TEXT 2000

/* Maximum number of repeated groups, which may be nested. */
#define MAX_REPEATED 6

struct translation {
	struct arena	*arena;
	struct buf	 out;
	const char	*names[MAX_GROUPS];	/* by number; NULL: unnamed */
	size_t		 groups;
};

/* Skip a bracket expression; NULL if it is not closed. */
static const char *
skip_set(const char *p)
{
	p++;
	p += *p == '^';
	p += *p == ']';
	p = strchr(p, ']');
	return p == NULL ? NULL : p + 1;
}

bool
pattern_is_modest(const char *p)
{
	size_t repeated = 0;
	char before = '\0';	/* '*': a repetition, 'a': anything else */

	while (p != NULL && *p != '\0') {
		if (*p == '[') {
			p = skip_set(p);
			before = 'a';
		} else if (strchr("*+?{", *p) != NULL) {
			if (before == '*')
				return false;
			/* A large count amounts to a repetition. */
			repeated += before == ')' && *p != '?';
			repeated += *p == '{' && strspn(p + 1,
			    "0123456789,") > 3 ? MAX_REPEATED : 0;
			p = *p == '{' ? strchr(p, '}') : p;
			p += p != NULL;
			before = '*';
		} else {
			before = *p == ')' ? ')' : 'a';
			p += *p == '\\' && p[1] != '\0' ? 2 : 1;
		}
	}
	return p != NULL && repeated <= MAX_REPEATED;
}

/* `(?P<name>` or `(?:`; false for anything else, such as lookahead. */
static bool
take_group(struct translation *t, const char **p)
{
	const char *name = NULL, *end;

	if ((*p)[1] == '?' && (*p)[2] == ':') {
		*p += 3;
	} else if (text_has_prefix(*p, "(?P<")) {
		end = strchr(*p, '>');
		if (end == NULL)
			return false;
		name = arena_span(t->arena, *p + 4, end);
		*p = end + 1;
	} else if ((*p)[1] == '?') {
		return false;
	} else {
		++*p;
	}
	if (++t->groups >= MAX_GROUPS)
		return false;
	t->names[t->groups] = name;
	buf_putc(&t->out, '(');
	return true;
}

/* A class such as `\d`, inside or outside brackets. */
static bool
put_class(struct translation *t, char c, bool in_brackets)
{
	static const struct {
		char		 letter;
		const char	*posix;
	} classes[] = {
		{ 'd', "0-9" },
		/* Bytes of UTF-8 outside ASCII are in words. */
		{ 'w', "a-zA-Z0-9_\x80-\xff" },
		{ 's', " \t\n\f\r\v" }
	};
	size_t i;

	for (i = 0; i < sizeof classes / sizeof *classes; i++)
		if (classes[i].letter == c) {
			buf_printf(&t->out, in_brackets ? "%s" : "[%s]",
			    classes[i].posix);
			return true;
		}
	return false;
}

/* A bracket expression; in POSIX, a backslash has no meaning there. */
static bool
take_brackets(struct translation *t, const char **p)
{
	const char *start = ++*p;
	bool has_hyphen = false;

	buf_putc(&t->out, '[');
	if (**p == '^')
		buf_putc(&t->out, *(*p)++);
	for (; **p != ']' || *p == start; ++*p) {
		if (**p == '\0' || **p == '[')
			return false;
		if (**p == '-' && ((*p)[1] == ']' || (*p - start >= 2 &&
		    (*p)[-2] == '\\' && strchr("dws", (*p)[-1]) != NULL)))
			has_hyphen = true;
		else if (**p != '\\')
			buf_putc(&t->out, **p);
		else if (*++*p == '-')
			has_hyphen = true;
		else if (!put_class(t, **p, true)) {
			if (ascii_is_alnum(**p) || **p == '\0' ||
			    **p == ']' || **p == '\\')
				return false;
			buf_putc(&t->out, **p);
		}
	}
	++*p;
	buf_puts(&t->out, has_hyphen ? "-]" : "]");
	return true;
}

/* `{2}`, `{2,}`, `{2,4}`: small counts of one item; not `(x{99}){99}`. */
static bool
take_count(struct translation *t, const char **p)
{
	const char *start = *p, *end = start + 1;
	size_t n = strspn(end, "0123456789");

	end += n;
	if (n == 0 || n > 2 || start[-1] == ')' || start[-1] == '}')
		return false;
	if (*end == ',') {
		n = strspn(end + 1, "0123456789");
		end += 1 + n;
	}
	if (n > 2 || *end != '}')
		return false;
	buf_add_span(&t->out, start, end + 1);
	*p = end + 1;
	return true;
}

static bool
take_escape(struct translation *t, const char **p)
{
	char c = (*p)[1];

	*p += 2;
	if (c == '\0')
		return false;
	if (put_class(t, c, false))
		return true;
	if (c == 'A' || c == 'Z') {
		buf_putc(&t->out, c == 'A' ? '^' : '$');
		return true;
	}
	if (ascii_is_alnum(c))
		return false;
	if (strchr(".[]()*+?{}|^$\\", c) != NULL)
		buf_putc(&t->out, '\\');
	buf_putc(&t->out, c);
	return true;
}

/* `(?u)` is the default in Python 3; case is up to the caller. */
static const char *
skip_flags(const char *p)
{
	size_t n;

	if (!text_has_prefix(p, "(?"))
		return p;
	n = strspn(p + 2, "aiu");
	return n > 0 && p[2 + n] == ')' ? p + 3 + n : p;
}

static bool
translate(struct translation *t, const char *pattern)
{
	const char *start = skip_flags(pattern), *p = start;
	bool ok = strlen(p) <= MAX_LENGTH;

	while (ok && *p != '\0') {
		if (*p == '(')
			ok = take_group(t, &p);
		else if (*p == '[')
			ok = take_brackets(t, &p);
		else if (*p == '{' && p > start)
			ok = take_count(t, &p);
		else if (*p == '\\')
			ok = take_escape(t, &p);
		else if (strchr("*+?", *p) != NULL && p[1] == '?')
			/* POSIX has no non-greedy repetition. */
			ok = false;
		else
			buf_putc(&t->out, *p++);
	}
	return ok;
}

/* The text of a group; 2024-05-31_10:00 is a date, too. */
static const char *
group_text(struct arena *a, const char *name, const char *text,
    const regmatch_t *found)
{
	const char *group = arena_span(a, text + found->rm_so,
	    text + found->rm_eo);

	return strcmp(name, "date") != 0 ? group :
	    text_replace(a, group, "_", ' ');
}

static void
add_groups(struct translation *t, const char *text, const regmatch_t *found,
    struct arena_list *groups)
{
	size_t i;

	for (i = 0; i <= t->groups; i++) {
		if (t->names[i] == NULL || found[i].rm_so < 0)
			continue;
		arena_list_add(t->arena, groups, value_new_text(t->arena,
		    t->names[i], group_text(t->arena, t->names[i], text,
		    &found[i]), NULL));
	}
}

bool
pattern_match(struct arena *a, const char *pattern, const char *text,
    struct arena_list *groups)
{
	struct translation t = { .arena = a, .groups = 1 };
	regmatch_t found[MAX_GROUPS];
	regex_t compiled;
	bool ok;

	buf_puts(&t.out, "^(");
	ok = translate(&t, pattern);
	buf_puts(&t.out, ")");
	ok = ok && pattern_is_modest(t.out.bytes) &&
	    regcomp(&compiled, t.out.bytes, REG_EXTENDED) == 0;
	buf_release(&t.out);
	if (!ok)
		return false;
	if (regexec(&compiled, text, MAX_GROUPS, found, 0) == 0)
		add_groups(&t, text, found, groups);
	regfree(&compiled);
	return true;
}

void
pattern_check(struct arena *a, const char **pattern, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	struct arena_list none = { 0 };

	if (*pattern == NULL || pattern_match(a, *pattern, "", &none))
		return;
	diag_report(d, DIAG_CONFIG, value_place(NULL, v), "%s: the regular "
	    "expression %s is not supported; nothing is taken from file names",
	    setting, quote(*pattern).text);
	*pattern = NULL;
}

static void
replace_all(const regex_t *compiled, const char *replacement,
    const char *text, struct buf *out)
{
	const char *p = text;
	regmatch_t found;
	int flags = 0;

	while (regexec(compiled, p, 1, &found, flags) == 0) {
		buf_add(out, p, (size_t)found.rm_so);
		buf_puts(out, replacement);
		p += found.rm_eo;
		/* Copy the character after an empty match. */
		if (found.rm_eo == found.rm_so) {
			if (*p == '\0')
				return;
			buf_putc(out, *p++);
		}
		flags = REG_NOTBOL;
	}
	buf_puts(out, p);
}

bool
pattern_replace(struct arena *a, const char *pattern,
    const char *replacement, const char *text, struct buf *out)
{
	struct translation t = { .arena = a };
	regex_t compiled;
	bool ok = strlen(text) <= MAX_TEXT &&
	    strlen(replacement) <= MAX_LENGTH &&
	    strchr(replacement, '\\') == NULL && translate(&t, pattern);

	buf_puts(&t.out, "");
	ok = ok && pattern_is_modest(t.out.bytes) &&
	    regcomp(&compiled, t.out.bytes, REG_EXTENDED |
	    REG_ICASE) == 0;
	buf_release(&t.out);
	if (!ok)
		return false;
	replace_all(&compiled, replacement, text, out);
	buf_puts(out, "");
	regfree(&compiled);
	return true;
}

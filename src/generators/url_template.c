#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/unicode.h"
#include "date/date.h"
#include "generators/slugify.h"
#include "generators/url_template.h"
#include "site/permalink.h"

/* A value passing through the filters. */
struct subject {
	struct arena	*arena;
	const char	*text;		/* NULL: there is only a date */
	struct civil	 date;
	bool		 has_date;
	const char	*missing;	/* name without a value */
};

static const char too_long[] = "its result is too long for a URL";

#define ARGUMENTS 2

struct arguments {
	const char	*values[ARGUMENTS];	/* NULL: none, or unknown */
	size_t		 count;
};

struct parser {
	struct arena	*arena;
	const char	*p, *end;	/* inside {{ }} */
	const char	*problem;
};

static bool
fail(struct parser *t, const char *problem)
{
	if (t->problem == NULL)
		t->problem = problem;
	return false;
}

static bool
filter_date(struct subject *s, const struct arguments *arguments)
{
	const char *format = arguments->values[0];
	struct buf out = { 0 };
	bool ok = s->has_date && format != NULL &&
	    date_format(&out, &s->date, format);

	s->text = arena_take(s->arena, &out);
	s->has_date = false;
	return ok;
}

static const char *
trim(struct arena *a, const char *text)
{
	text = text_trim(a, text);
	return text == NULL ? "" : text;
}

static const char *
capitalize(struct arena *a, const char *text)
{
	struct buf out = { 0 };

	text = unicode_lower_words(a, text);
	if (*text != '\0')
		buf_put_utf8(&out, unicode_upper(utf8_next(&text)));
	buf_puts(&out, text);
	return arena_take(a, &out);
}

/* Replace a string by another, at most `count` times. */
static void
replace(struct subject *s, const char *old, const char *new, size_t count)
{
	const char *p = s->text, *end = p + strlen(p), *found;
	struct buf out = { 0 };
	size_t n = strlen(old);

	for (; n > 0 && count > 0 && out.length <= PERMALINK_MAX &&
	    (found = text_search(p, end, old)) != NULL; count--) {
		buf_add_span(&out, p, found);
		buf_puts(&out, new);
		p = found + n;
	}
	buf_puts(&out, p);
	s->text = arena_take(s->arena, &out);
}

static bool
filter_replace(struct subject *s, const struct arguments *arguments)
{
	replace(s, arguments->values[0], arguments->values[1], SIZE_MAX);
	return true;
}

static bool
filter_replace_first(struct subject *s, const struct arguments *arguments)
{
	replace(s, arguments->values[0], arguments->values[1], 1);
	return true;
}

static bool
filter_remove(struct subject *s, const struct arguments *arguments)
{
	replace(s, arguments->values[0], "", SIZE_MAX);
	return true;
}

static bool
filter_remove_first(struct subject *s, const struct arguments *arguments)
{
	replace(s, arguments->values[0], "", 1);
	return true;
}

static bool
filter_append(struct subject *s, const struct arguments *arguments)
{
	s->text = arena_printf(s->arena, "%s%s", s->text,
	    arguments->values[0]);
	return true;
}

static bool
filter_prepend(struct subject *s, const struct arguments *arguments)
{
	s->text = arena_printf(s->arena, "%s%s", arguments->values[0],
	    s->text);
	return true;
}

static bool
filter_default(struct subject *s, const struct arguments *arguments)
{
	if (!s->has_date && (s->text == NULL || *s->text == '\0'))
		s->text = arguments->values[0];
	return true;
}

/* What a filter applies to. */
enum takes { TEXT, DATE, ANYTHING };

static const struct filter {
	const char	*name;
	const char	*(*of_text)(struct arena *, const char *);
	/* For filters that are not functions of the text alone. */
	bool		(*apply)(struct subject *, const struct arguments *);
	enum takes	 takes;
	size_t		 count;		/* required arguments */
	char		 call;		/* ':' if only Liquid has it, or 0 */
} filters[] = {
	{ "date", NULL, filter_date, DATE, 1, ':' },
	{ "slugify", slugify, NULL, TEXT, 0, 0 },
	{ "slug", slugify_old, NULL, TEXT, 0, 0 },
	{ "downcase", unicode_lower_words, NULL, TEXT, 0, 0 },
	{ "lower", unicode_lower_words, NULL, TEXT, 0, 0 },
	{ "upcase", unicode_upper_text, NULL, TEXT, 0, 0 },
	{ "upper", unicode_upper_text, NULL, TEXT, 0, 0 },
	{ "capitalize", capitalize, NULL, TEXT, 0, 0 },
	{ "strip", trim, NULL, TEXT, 0, 0 },
	{ "trim", trim, NULL, TEXT, 0, 0 },
	{ "replace", NULL, filter_replace, TEXT, 2, 0 },
	{ "replace_first", NULL, filter_replace_first, TEXT, 2, ':' },
	{ "remove", NULL, filter_remove, TEXT, 1, ':' },
	{ "remove_first", NULL, filter_remove_first, TEXT, 1, ':' },
	{ "append", NULL, filter_append, TEXT, 1, ':' },
	{ "prepend", NULL, filter_prepend, TEXT, 1, ':' },
	{ "default", NULL, filter_default, ANYTHING, 1, 0 }
};

static const struct filter *
find_filter(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof filters / sizeof *filters; i++)
		if (strcmp(filters[i].name, name) == 0)
			return &filters[i];
	return NULL;
}

static void
skip_blanks(struct parser *t)
{
	t->p = text_skip_space(t->p, t->end);
}

static const char *
take_name(struct parser *t)
{
	const char *start = t->p;

	while (t->p < t->end && (ascii_is_alnum(*t->p) || *t->p == '_' ||
	    *t->p == '.' || *t->p == '-'))
		t->p++;
	return t->p == start ? NULL : arena_span(t->arena, start, t->p);
}

static const char *
take_string(struct parser *t)
{
	const char *close, *start = t->p + 1;

	if (t->p == t->end || !ascii_is_quote(*t->p))
		return NULL;
	close = text_find(start, t->end, *t->p);
	if (close == NULL)
		return NULL;
	t->p = close + 1;
	return arena_span(t->arena, start, close);
}

static bool
take(struct parser *t, char c)
{
	skip_blanks(t);
	if (t->p == t->end || *t->p != c)
		return false;
	t->p++;
	return true;
}

/* Parse a string or a name; false if it is neither. */
static bool
take_value(struct parser *t, const struct url_template_names *names,
    const char **value)
{
	const char *name;

	skip_blanks(t);
	*value = take_string(t);
	if (*value != NULL)
		return true;
	name = take_name(t);
	if (name != NULL && names != NULL)
		*value = names->text(names->data, name);
	return name != NULL;
}

/* Parse `: "x", y`, `("x", y)`, or nothing; *call is its first character. */
static bool
take_arguments(struct parser *t, const struct url_template_names *names,
    struct arguments *arguments, char *call)
{
	*arguments = (struct arguments){ .count = 0 };
	*call = take(t, ':') ? ':' : take(t, '(') ? '(' : '\0';
	if (*call == '\0' || (*call == '(' && take(t, ')')))
		return true;
	do {
		if (arguments->count == ARGUMENTS || !take_value(t, names,
		    &arguments->values[arguments->count++]))
			return false;
	} while (take(t, ','));
	return *call == ':' || take(t, ')');
}

/* Whether a filter can be applied; otherwise sets the problem. */
static bool
is_applicable(struct parser *t, const struct subject *s,
    const struct filter *filter, const struct arguments *arguments)
{
	size_t i;

	if (filter->takes != ANYTHING && s->missing != NULL)
		return fail(t, arena_printf(t->arena, "the post has no %s",
		    s->missing));
	if (filter->takes == DATE ? !s->has_date : filter->takes == TEXT &&
	    s->text == NULL)
		return fail(t, arena_printf(t->arena,
		    "its filter \"%s\" has no input", filter->name));
	for (i = 0; i < filter->count; i++)
		if (arguments->values[i] == NULL)
			return fail(t, arena_printf(t->arena,
			    "an argument of its filter \"%s\" is unknown",
			    filter->name));
	return true;
}

/* `| name: "x"` */
static bool
apply_filter(struct parser *t, const struct url_template_names *names,
    struct subject *s)
{
	const struct filter *filter;
	struct arguments arguments;
	const char *name;
	char call;

	t->p++;
	skip_blanks(t);
	name = take_name(t);
	filter = name == NULL ? NULL : find_filter(name);
	if (filter == NULL ||
	    !take_arguments(t, names, &arguments, &call) ||
	    arguments.count < filter->count ||
	    (filter->call != 0 && call != filter->call))
		return fail(t, arena_printf(t->arena, "its filter \"%s\" is "
		    "code of the site", name == NULL ? "" : name));
	/* Without names, only the filters are checked. */
	if (names == NULL)
		return true;
	if (!is_applicable(t, s, filter, &arguments))
		return false;
	if (filter->of_text != NULL)
		s->text = filter->of_text(s->arena, s->text);
	else if (!filter->apply(s, &arguments))
		return fail(t, "its date format is unknown");
	if (s->text != NULL && strlen(s->text) > PERMALINK_MAX)
		return fail(t, too_long);
	s->missing = s->text == NULL && !s->has_date ? s->missing : NULL;
	return true;
}

static bool
read_value(struct parser *t, const struct url_template_names *names,
    struct subject *s)
{
	const char *name = take_string(t);

	if (name != NULL && names != NULL) {
		s->text = name;
		return true;
	}
	if (name == NULL)
		name = take_name(t);
	if (name == NULL)
		return fail(t, "it contains code");
	if (names == NULL)
		return true;
	s->has_date = names->date(names->data, name, &s->date);
	s->text = s->has_date ? NULL : names->text(names->data, name);
	if (!s->has_date && s->text == NULL)
		s->missing = name;
	return true;
}

static bool
take_or(struct parser *t)
{
	skip_blanks(t);
	if (!text_begins(t->p, t->end, "or "))
		return false;
	t->p += strlen("or ");
	return true;
}

/* Parse a value, or `(slug or page.fileSlug)`: the first that exists. */
static bool
read_subject(struct parser *t, const struct url_template_names *names,
    struct subject *s)
{
	struct subject next;

	if (!take(t, '('))
		return read_value(t, names, s);
	do {
		skip_blanks(t);
		next = (struct subject){ .arena = s->arena };
		if (!read_value(t, names, &next))
			return false;
		if (!s->has_date && (s->text == NULL || *s->text == '\0'))
			*s = next;
	} while (take_or(t));
	return take(t, ')') || fail(t, "it contains code");
}

/* Expand the expression between {{ and }}; names may be NULL, see above. */
static bool
expand_expression(struct parser *t, const struct url_template_names *names,
    struct buf *out)
{
	struct subject s = { .arena = t->arena };

	skip_blanks(t);
	if (!read_subject(t, names, &s))
		return false;
	for (skip_blanks(t); t->p < t->end && *t->p == '|'; skip_blanks(t))
		if (!apply_filter(t, names, &s))
			return false;
	if (t->p < t->end)
		return fail(t, "it contains code");
	if (names == NULL)
		return true;
	if (s.missing != NULL)
		return fail(t, arena_printf(t->arena, "the post has no %s",
		    s.missing));
	if (s.text == NULL)
		return fail(t, "a date in it has no format");
	buf_puts(out, s.text);
	return true;
}

/* {{- x -}} strips whitespace around it, but paths have none. */
static void
trim_dashes(struct parser *t)
{
	if (t->p < t->end && *t->p == '-')
		t->p++;
	if (t->p < t->end && t->end[-1] == '-')
		t->end--;
}

static bool
expand(struct parser *t, const char *text,
    const struct url_template_names *names, struct buf *out)
{
	const char *open, *close;

	for (; (open = strstr(text, "{{")) != NULL; text = close + 2) {
		buf_add_span(out, text, open);
		close = strstr(open, "}}");
		if (close == NULL)
			return fail(t, "it is not closed");
		t->p = open + 2;
		t->end = close;
		trim_dashes(t);
		if (!expand_expression(t, names, out))
			return false;
		if (out->length > PERMALINK_MAX)
			return fail(t, too_long);
	}
	buf_puts(out, text);
	return strstr(text, "{%") == NULL || fail(t, "it contains code");
}

const char *
url_template_expand(struct arena *a, const char *text,
    const struct url_template_names *names, const char **problem)
{
	struct parser t = { .arena = a };
	struct buf out = { 0 };
	bool ok = strlen(text) > PERMALINK_MAX ? fail(&t, too_long) :
	    strstr(text, "{%") == NULL ? expand(&t, text, names, &out) :
	    fail(&t, "it contains code");
	const char *expanded = arena_take(a, &out);

	*problem = t.problem;
	return ok ? expanded : NULL;
}

const char *
url_template_problem(struct arena *a, const char *text)
{
	const char *problem;

	return url_template_expand(a, text, NULL, &problem) == NULL ? problem :
	    NULL;
}

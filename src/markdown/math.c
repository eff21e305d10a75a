#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"
#include "markdown/math.h"

/* In the order of their bits in `missing`. */
static const struct pair {
	const char	*open, *close;
	bool		 is_backslashed;	/* with one backslash */
} pairs[MATH_PAIRS] = {
	{ "$$", "$$", false },
	{ "$", "$", false },
	{ "\\\\(", "\\\\)", false },
	{ "\\\\[", "\\\\]", false },
	{ "\\(", "\\)", true },
	{ "\\[", "\\]", true }
};

struct math {
	struct walk	*walk;
	struct buf	*out;
	struct math_ends ends;
	bool		 is_known;	/* the program knows `$$` */
};

/* What is between a pair of delimiters. */
struct formula {
	const struct pair *pair;
	const char	*start, *end;
};

/* Those on lines of their own, in which `+` does not begin a list. */
#define DISPLAYED (1u << 0 | 1u << 3 | 1u << 5)

static bool
may_have_brackets(const struct adaption_source *source)
{
	return text_find_pair(source->start, source->end, '\\', "([") !=
	    NULL;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *end = source->end;
	const char *p = text_find(source->start, end, '$');

	return (p != NULL && text_find(p + 1, end, '$') != NULL) ||
	    may_have_brackets(source);
}

/* `\(` and `\[` are brackets, and do not begin a formula. */
static bool
free_bracket(struct buf *out, struct walk *w, const struct walk_token *token)
{
	const char *p = token->start;

	(void)w;
	if (token->kind != WALK_TEXT || token->length != 2 || *p != '\\' ||
	    strchr("()[]", p[1]) == NULL)
		return false;
	buf_printf(out, "&#%d;", p[1]);
	return true;
}

static const char *
find_close(struct math_ends *m, const char *p, const char *end, size_t i)
{
	const char *limit;
	size_t k;

	for (k = 0; k < 2; k++) {
		limit = m->limits[k];
		if (limit != NULL && p < limit)
			continue;
		m->limits[k] = k == 0 ? walk_paragraph_end(p, end) :
		    walk_block_end(p, end);
		m->missing &= k == 0 ? DISPLAYED : ~DISPLAYED;
	}
	limit = m->limits[DISPLAYED >> i & 1];
	if (m->missing & 1u << i)
		return NULL;
	if (m->closes[i] != NULL && p <= m->closes[i])
		return m->closes[i];
	p = text_search(p, limit, pairs[i].close);
	if (p == NULL)
		m->missing |= 1u << i;
	m->closes[i] = p;
	return p;
}

/* `x\_1`, `\mu\_t` or `max\_{i}`, and not `learning\_rate`. */
static bool
is_escaped_index(const char *start, const char *p)
{
	const char *word = p - 1;

	while (word > start && ascii_is_alpha(word[-1]))
		word--;
	return p[1] == '{' || p - word < 3 ||
	    (word > start && word[-1] == '\\');
}

/*
 * A subscript follows a single letter, or something in brackets; what precedes
 * the formula is its opening delimiter.
 */
static bool
is_index(const char *start, const char *p)
{
	if (p > start && p[-1] == '\\')
		return is_escaped_index(start, p);
	return p > start && (!ascii_is_alnum(p[-1]) ||
	    !ascii_is_alnum(p[-2]));
}

/* Whether it has what formulas have, and prices, asides and links do not. */
static bool
is_formula(const char *p, const char *end)
{
	const char *start = p;
	bool found = false;

	for (; p < end; p++) {
		if (*p == '`' || text_begins(p, end, "](") ||
		    text_begins(p, end, "://"))
			return false;
		if (strchr("^{=", *p) != NULL ||
		    (*p == '_' && is_index(start, p)))
			found = true;
		if (*p != '\\')
			continue;
		/* Another formula begins. */
		if (p[1] == '(' || p[1] == '[')
			return false;
		if (ascii_is_alpha(p[1]))
			found = true;
	}
	return found;
}

/* Not `$5 and $6`. */
static bool
is_inline(const char *p, const char *close, const char *end)
{
	return !ascii_is_space(*p) && !ascii_is_space(close[-1]) &&
	    close[-1] != '\\' && (close + 1 == end ||
	    !ascii_is_digit(close[1])) && is_formula(p, close);
}

/*
 * How many backslashes of a run are TeX's.  In most renderers Markdown first
 * removes its own, and posts are written for these: `x\_1` and `x^\*`,
 * `\\{0\\}`, and `\\\\` at the end of a line.
 */
static size_t
count_backslashes(const struct formula *f, const char *p, size_t n)
{
	bool is_doubled = f->pair->open[1] == '\\';
	char c = p[n];

	if (n == 1 && c == '_' && !is_doubled &&
	    !is_escaped_index(f->start, p + 1))
		return 1;
	if (n == 2 && !is_doubled && strchr("{}_,;!%#|", c) == NULL)
		return 2;
	if (n == 3 && !is_doubled && c != '_')
		return 3;
	return n / 2 + (n % 2 == 1 && c != '_' && c != '*');
}

static const char *
put_backslashes(struct math *m, const struct formula *f, const char *p)
{
	size_t n = text_run(p, f->end, '\\'), kept;

	kept = m->is_known && f->pair == &pairs[0] ? n :
	    count_backslashes(f, p, n);
	for (; kept > 0; kept--)
		buf_puts(m->out, "\\\\");
	return p + n;
}

/* Escape what has a meaning within a line, or at its start. */
static void
put_escaped(struct math *m, const struct formula *f)
{
	const char *p = f->start;
	bool at_start = false;

	for (; p < f->end; p++) {
		if (at_start && (ascii_is_blank(*p) ||
		    (*p == '>' && m->walk->quotes > 0))) {
			buf_putc(m->out, *p);
			continue;
		}
		if (*p == '\\') {
			p = put_backslashes(m, f, p) - 1;
			at_start = false;
			continue;
		}
		if (strchr("*_[]<>`~", *p) != NULL ||
		    (at_start && strchr("-+=#:", *p) != NULL) ||
		    (*p == '|' && p[-1] == '\\'))
			buf_putc(m->out, '\\');
		buf_putc(m->out, *p);
		at_start = *p == '\n';
	}
}

/* Like a bracket in a URL. */
static bool
follows_word(const struct walk *w, const char *p)
{
	return p > w->start && (ascii_is_alnum(p[-1]) ||
	    p[-1] == '_' || p[-1] == '/');
}

/* `onclick="$(a)"` */
static bool
begins_value(const struct walk *w, const char *p)
{
	return p - w->start > 1 && ascii_is_quote(p[-1]) && p[-2] == '=';
}

static bool
find_formula(struct math_ends *m, const struct walk *w, const char *p,
    struct formula *f)
{
	const char *end = w->end;
	size_t i;

	for (i = 0; i < MATH_PAIRS && !text_begins(p, end, pairs[i].open); i++)
		continue;
	if (i == MATH_PAIRS || (pairs[i].is_backslashed && follows_word(w, p)))
		return false;
	f->pair = &pairs[i];
	f->start = p + strlen(pairs[i].open);
	f->end = find_close(m, f->start, end, i);
	if (f->end == NULL || f->end == f->start)
		return false;
	if (*p == '$')
		return p[1] == '$' || (!begins_value(w, p) &&
		    !begins_value(w, f->end) &&
		    is_inline(f->start, f->end, end));
	return is_formula(f->start, f->end);
}

const char *
math_end(struct math_ends *m, const struct walk *w, const char *p)
{
	struct formula f;

	return find_formula(m, w, p, &f) ? f.end + strlen(f.pair->close) :
	    NULL;
}

static bool
take_formula(struct math *m, const char *p)
{
	struct formula f;

	if (!find_formula(&m->ends, m->walk, p, &f))
		return false;
	buf_puts(m->out, f.pair->is_backslashed ? "\\\\\\" : "");
	buf_puts(m->out, f.pair->open + f.pair->is_backslashed);
	put_escaped(m, &f);
	buf_puts(m->out, f.pair->is_backslashed ? "\\\\\\" : "");
	buf_puts(m->out, f.pair->close + f.pair->is_backslashed);
	walk_skip(m->walk, f.end + strlen(f.pair->close));
	return true;
}

/* Put a mark that begins no formula; a backslash hides what follows it. */
static void
put_mark(struct math *m, const char *p)
{
	buf_add(m->out, p, 1);
	if (*p == '\\' && p + 1 < m->walk->end && !m->walk->in_html &&
	    strchr("\\`$[]<*_{", p[1]) != NULL) {
		buf_add(m->out, p + 1, 1);
		walk_skip(m->walk, p + 2);
	}
}

/*
 * Formulas are `$$ $$`, `$ $`, `\( \)` and `\[ \]`, the last two also with two
 * backslashes.  Except for `$$`, a formula must contain something that only
 * formulas have (a command or `^`, `{`, `=`, or `_` after a single letter) and
 * no URL, since prices and escaped brackets are more common; a `$` has no space
 * inside and no digit after it, and a `\(` no word before it.
 */
static void
protect(struct buf *out, struct walk *w)
{
	struct math m = { .walk = w, .out = out,
	    .is_known = w->dialect & MARKDOWN_KRAMDOWN_SPANS };
	struct walk_token token;

	while (walk_next(w, &token))
		if (token.kind != WALK_MARK)
			buf_add(out, token.start, token.length);
		else if (w->in_html || !take_formula(&m, token.start))
			put_mark(&m, token.start);
}

const struct adaption adaption_math_bracket = {
	.dialect = MARKDOWN_KRAMDOWN_SPANS,
	.may_be_in = may_have_brackets,
	.take = free_bracket
};

const struct adaption adaption_math = {
	.marks = "$\\",
	.may_be_in = may_be_in,
	.adapt = protect
};

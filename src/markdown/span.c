/*
 * Inline markup, by rules other than GitHub's.
 *
 * A `*` between punctuation and a letter can either begin or end emphasis; in
 * Kramdown, Python-Markdown and Pandoc it can do both, as in **Rain:**today.
 * Chinese and Japanese have no spaces there.  In these programs, URLs may
 * contain spaces, and a single `~` means nothing: 3~5.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* Longer URLs are left alone. */
#define ADDRESS_MAX 1000

#define HEADING_MAX 6	/* CommonMark 4.2 */

/* Rules of some programs only. */
enum rule {
	BREAKS = 1 << 0,	/* two backslashes break a line */
	HEADINGS = 1 << 1,	/* need no space after their `#` */
	BACKSLASHES = 1 << 2,	/* are text before PLAIN */
	ADDRESSES = 1 << 3,	/* URLs of definitions may have spaces */
	WIDE = 1 << 4,		/* CJK punctuation is like letters */
	STRIKES = 1 << 5,	/* tildes strike as they do on GitHub */
	OWN = 1 << 6		/* and the rules of its own program */
};

#define PLAIN "%,/;?@^"

struct spans {
	struct walk	*walk;
	struct buf	*out;
	unsigned	 rules;
	struct address	 address;	/* scan for the URL around p */
	bool		 defines;	/* the line above defines a URL */
	const char	*closing;	/* the `#`s that end a heading */
};

static bool
is_in_address(struct spans *s, const char *p)
{
	return address_holds(&s->address, s->walk->start, p);
}

static bool
is_punctuation(char c)
{
	return c > ' ' && c < '\177' && !ascii_is_alnum(c);
}

/* Whether marks are between two characters, one of which may be punctuation. */
static bool
is_between(const struct spans *s, const char *p, const char *after)
{
	return p > s->walk->text && after < s->walk->end &&
	    !ascii_is_space(p[-1]) && !ascii_is_space(*after) &&
	    !(ascii_is_alnum(p[-1]) && ascii_is_alnum(*after)) &&
	    !(is_punctuation(p[-1]) && is_punctuation(*after));
}

/* Put a stand-in between stars and c; `other` is on their other side. */
static void
put_none(struct spans *s, char c, char other)
{
	if (other == '_')
		buf_puts(s->out, STANDIN_NONE_MARK);
	else if (c != '_')
		buf_putc(s->out, STANDIN_NONE);
}

/*
 * With letters on both sides, stars can begin and end emphasis; but a `_` next
 * to a letter cannot, and between punctuation both can: **_Rain_**: today.
 */
static void
put_stars(struct spans *s, const char *p, size_t n)
{
	bool is_free = is_between(s, p, p + n) && !is_in_address(s, p);

	if (is_free)
		put_none(s, p[-1], p[n]);
	buf_add(s->out, p, n);
	if (is_free)
		put_none(s, p[n], p[-1]);
	walk_skip(s->walk, p + n);
}

/*
 * Whether Chinese or Japanese punctuation, a dash or a quotation mark is at p:
 * U+2010 to U+203F, from U+3001 on, and from U+FF00 on.
 */
static bool
is_wide(const char *p)
{
	switch ((unsigned char)p[0]) {
	case 0xe2:
		return (unsigned char)p[1] == 0x80 &&
		    (unsigned char)p[2] >= 0x90;
	case 0xe3:
		return (unsigned char)p[1] == 0x80 &&
		    (unsigned char)p[2] > 0x80;
	case 0xef:
		return (unsigned char)p[1] == 0xbc ||
		    (unsigned char)p[1] == 0xbd;
	default:
		return false;
	}
}

static bool
is_wide_before(const char *start, const char *p)
{
	return p - start >= 3 && is_wide(p - 3);
}

/*
 * Such a character is like a letter if there is a letter on the other side,
 * too; next to ASCII punctuation, as in code, stars already begin and end
 * emphasis.
 */
static void
put_wide_stars(struct spans *s, const char *p, size_t n)
{
	const char *end = s->walk->end, *after = p + n;

	if (is_wide_before(s->walk->text, p) &&
	    !(after < end && is_punctuation(*after)))
		buf_putc(s->out, STANDIN_NONE);
	buf_add(s->out, p, n);
	if (after < end && is_wide(after) &&
	    !(p > s->walk->text && is_punctuation(p[-1])))
		buf_putc(s->out, STANDIN_NONE);
	walk_skip(s->walk, after);
}

static void
put_tildes(struct spans *s, const char *p, size_t n)
{
	if (n == 1 && !is_in_address(s, p))
		buf_putc(s->out, '\\');
	buf_add(s->out, p, n);
	walk_skip(s->walk, p + n);
}

/* How many tildes make strikethrough. */
static bool
can_strike(size_t n)
{
	return n == 1 || n == 2;
}

static bool
is_space_before(const char *start, const char *p)
{
	return text_ends_in_space(start, (size_t)(p - start));
}

static bool
is_space_at(const char *p, const char *end)
{
	return p == end || text_is_space(utf8_next(&p));
}

/* Whether tildes have whitespace on exactly one side. */
static bool
is_at_edge(const char *start, const char *p, size_t n, const char *end)
{
	return (p == start || is_space_before(start, p)) !=
	    is_space_at(p + n, end);
}

/*
 * On GitHub, tildes before a letter can begin strikethrough, and tildes after a
 * letter can end it: H~2~O.  Since 0.5.3, md4c requires whitespace or
 * punctuation on their other side, and nothing else.
 */
static void
put_strike(struct spans *s, const char *p, size_t n)
{
	const char *after = p + n, *end = s->walk->end;
	bool is_changed = can_strike(n) && !is_in_address(s, p) &&
	    !is_at_edge(s->walk->start, p, n, end);
	bool is_lone = is_changed && is_space_at(after, end);

	if (is_changed && !is_lone && !is_punctuation(p[-1]))
		buf_puts(s->out, STANDIN_NONE_MARK);
	for (; p < after; p++) {
		if (is_lone)
			buf_putc(s->out, '\\');
		buf_putc(s->out, *p);
	}
	if (is_changed && !is_lone && !is_punctuation(*after))
		buf_puts(s->out, STANDIN_NONE_MARK);
	walk_skip(s->walk, after);
}

/*
 * The end of a URL with spaces in it, before a ')' or the end of the line; NULL
 * if there is none.
 */
static const char *
blank_address_end(const char *p, const char *end, char close)
{
	const char *start = p, *blank = NULL;
	size_t open = 0;

	if (end - p > ADDRESS_MAX)
		end = p + ADDRESS_MAX;
	for (; p < end && strchr("\n<>\\", *p) == NULL; p++) {
		if (*p == close && open-- == 0)
			break;
		open += *p == '(';
		if (!ascii_is_blank(*p))
			continue;
		/* A title follows. */
		if (p + 1 < end && ascii_is_quote(p[1]))
			break;
		blank = blank == NULL ? p : blank;
	}
	if (p == end || (*p != close && !ascii_is_blank(*p)) || blank == NULL)
		return NULL;
	while (ascii_is_blank(p[-1]))
		p--;
	return p > start && blank < p ? p : NULL;
}

/* Put a URL between `<` and `>`, so that it may contain spaces. */
static void
put_in_marks(struct spans *s, const char *start, const char *stop)
{
	buf_putc(s->out, '<');
	buf_add_span(s->out, start, stop);
	buf_putc(s->out, '>');
	walk_skip(s->walk, stop);
}

/* `](` */
static void
put_address(struct spans *s, const char *p)
{
	const char *end = s->walk->end, *start, *stop;

	buf_add(s->out, p, 1);
	if (p + 1 == end || p[1] != '(')
		return;
	start = text_skip_blanks(p + 2, end);
	stop = blank_address_end(start, end, ')');
	if (stop == NULL)
		return;
	buf_putc(s->out, '(');
	put_in_marks(s, start, stop);
}

/* The URL of the definition `[a]: ` at p, or NULL if there is none. */
static const char *
defined_address(const char *p, const char *end)
{
	const char *close = reference_link_label_end(p, end);

	if (close == NULL || end - close < 2 || close[1] != ':')
		return NULL;
	p = text_skip_blanks(close + 2, end);
	for (close = p; close < end && !ascii_is_space(*close); close++)
		if (*close == '/')
			return p;
	return NULL;
}

/* `[a]: /b c.png` */
static void
put_definition(struct spans *s)
{
	const struct walk *w = s->walk;
	const char *start = NULL, *stop;

	if (!w->in_html && (s->defines || !walk_continues(w)))
		start = defined_address(w->text, w->end);
	s->defines = start != NULL;
	if (start == NULL)
		return;
	stop = blank_address_end(start, w->end, '\n');
	if (stop == NULL)
		return;
	buf_add_span(s->out, w->line, start);
	put_in_marks(s, start, stop);
}

/* A tag, or a URL between `<` and `>`. */
static void
put_tag(struct spans *s, const char *p)
{
	const char *stop = NULL;

	if (p + 1 < s->walk->end && (ascii_is_alpha(p[1]) || p[1] == '/'))
		stop = walk_tag_end(s->walk, p);
	if (stop == NULL)
		stop = p + 1;
	buf_add_span(s->out, p, stop);
	walk_skip(s->walk, stop);
}

static void
put_mark(struct spans *s, const char *p)
{
	const char *end = s->walk->end;

	if (s->walk->in_html)
		buf_add(s->out, p, 1);
	else if (*p == '*' && s->rules & WIDE)
		put_wide_stars(s, p, text_run(p, end, *p));
	else if (*p == '*')
		put_stars(s, p, text_run(p, end, *p));
	else if (*p == '~' && s->rules & STRIKES)
		put_strike(s, p, text_run(p, end, *p));
	else if (*p == '~')
		put_tildes(s, p, text_run(p, end, *p));
	else if (*p == ']')
		put_address(s, p);
	else
		put_tag(s, p);
}

/*
 * Whether two backslashes break the line: not at the end of a paragraph, nor as
 * half of the four that a formula has by now.
 */
static bool
is_break(const struct spans *s, const struct walk_token *token)
{
	const char *p = token->start + 2, *end = s->walk->end;

	return s->rules & BREAKS && token->kind == WALK_TEXT &&
	    text_span_is(token->start, token->length, "\\\\") &&
	    (token->start == s->walk->start || token->start[-1] != '\\') &&
	    p < end && *p == '\n' &&
	    walk_blank_rest(p + 1, end) == NULL;
}

/* Whether it is a backslash that is text, and not one in a URL. */
static bool
is_plain_escape(struct spans *s, const struct walk_token *token)
{
	return s->rules & BACKSLASHES && token->kind == WALK_TEXT &&
	    token->length == 2 && *token->start == '\\' &&
	    strchr(PLAIN, token->start[1]) != NULL &&
	    !is_in_address(s, token->start);
}

static void
put_text(struct spans *s, const struct walk_token *token)
{
	const char *p = token->start, *end = p + token->length;

	if (is_plain_escape(s, token))
		buf_putc(s->out, '\\');
	if (token->kind == WALK_TEXT && s->closing != NULL &&
	    s->closing >= p && s->closing < end) {
		buf_add_span(s->out, p, s->closing);
		buf_putc(s->out, ' ');
		p = s->closing;
	}
	buf_add(s->out, p, (size_t)(end - p) - is_break(s, token));
}

/*
 * The `##` at the end of `##Rain##`, or NULL if there is none.  In `##About C#`
 * it is just as likely text, whatever these programs make of it.
 */
static const char *
closing_of(const char *p, const char *end, size_t n)
{
	const char *q;

	end = text_cut_space(p, walk_line_end(p, end));
	for (q = end; q > p && q[-1] == '#'; q--)
		continue;
	return (size_t)(end - q) == n && q > p && q[-1] != '\\' ? q : NULL;
}

/* `#Rain` */
static void
put_heading(struct spans *s)
{
	const struct walk *w = s->walk;
	const char *p = w->text;
	size_t n;

	if (p == w->end || *p != '#' || w->in_html)
		return;
	n = text_run(p, w->end, '#');
	if (n > HEADING_MAX || p + n == w->end || ascii_is_space(p[n]))
		return;
	buf_add(s->out, w->line, (size_t)(p - w->line) + n);
	buf_putc(s->out, ' ');
	s->closing = closing_of(p + n, w->end, n);
	walk_skip(s->walk, p + n);
}

static void
begin_line(struct spans *s)
{
	if (s->rules & HEADINGS)
		put_heading(s);
	if (s->rules & ADDRESSES)
		put_definition(s);
}

/* Whether a character may be one that is changed. */
static bool
is_suspect(const char *s, const char *p, const char *end)
{
	const char *next = p + 1;

	switch (*p) {
	case '~':
		return true;
	case '*':
		return next < end && !ascii_is_space(*next);
	case '(':
		return p > s && p[-1] == ']' && blank_address_end(
		    text_skip_blanks(next, end), end, ')') != NULL;
	case ':':
		return p > s && p[-1] == ']' && blank_address_end(
		    text_skip_blanks(next, end), end, '\n') != NULL;
	case '\\':
		return end - p > 2 && *next == '\\' && p[2] == '\n';
	case '#':
		return next < end && !ascii_is_space(*next);
	default:
		return false;
	}
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end, *p;

	for (p = s; p < end; p++)
		if (is_suspect(s, p, end))
			return true;
	return false;
}

static bool
may_have_heading(const struct adaption_source *source)
{
	return text_find(source->start, source->end, '#') != NULL;
}

static bool
may_have_tilde(const struct adaption_source *source)
{
	return text_find(source->start, source->end, '~') != NULL;
}

static bool
may_be_struck(const struct adaption_source *source)
{
	const char *start = source->start, *end = source->end, *p;
	size_t n;

	for (p = start; (p = text_find(p, end, '~')) != NULL; p += n) {
		n = text_run(p, end, '~');
		if (can_strike(n) && !is_at_edge(start, p, n, end))
			return true;
	}
	return false;
}

static bool
may_have_backslash(const struct adaption_source *source)
{
	return text_find_pair(source->start, source->end, '\\', PLAIN) !=
	    NULL;
}

static bool
may_be_wide(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end, *p;

	for (p = s; (p = text_find(p, end, '*')) != NULL; p++)
		if (is_wide_before(s, p) || (end - p > 3 && is_wide(p + 1)))
			return true;
	return false;
}

static unsigned
rules_of(unsigned dialect)
{
	if (dialect & MARKDOWN_EXTRA_SPANS)
		return HEADINGS;
	return dialect & MARKDOWN_KRAMDOWN_SPANS ? BREAKS | ADDRESSES :
	    ADDRESSES;
}

static void
adapt(struct buf *out, struct walk *w)
{
	struct spans s = { .walk = w, .out = out, .rules = w->rules };
	struct walk_token token;

	if (w->rules & OWN)
		s.rules |= rules_of(w->dialect);
	while (walk_next(w, &token))
		if (token.kind == WALK_MARK)
			put_mark(&s, token.start);
		else if (token.kind == WALK_LINE)
			begin_line(&s);
		else
			put_text(&s, &token);
}

/* What Kramdown, Python-Markdown and Pandoc have in common. */
const struct adaption adaption_span = {
	.dialect = MARKDOWN_SPANS | MARKDOWN_KRAMDOWN_SPANS |
	    MARKDOWN_EXTRA_SPANS,
	.rules = OWN,
	.marks = "*~]<",
	.may_be_in = may_be_in,
	.adapt = adapt,
	.has_standins = true
};

const struct adaption adaption_heading = {
	.dialect = MARKDOWN_HEADINGS,
	.rules = HEADINGS,
	.may_be_in = may_have_heading,
	.adapt = adapt
};

/* Kramdown has fewer escapes; this precedes what adds escapes. */
const struct adaption adaption_backslash = {
	.dialect = MARKDOWN_KRAMDOWN_SPANS,
	.rules = BACKSLASHES,
	.marks = "<",
	.may_be_in = may_have_backslash,
	.adapt = adapt
};

const struct adaption adaption_tilde = {
	.dialect = MARKDOWN_TILDES,
	.marks = "~<",
	.may_be_in = may_have_tilde,
	.adapt = adapt
};

/* After what makes single tildes text. */
const struct adaption adaption_strike = {
	.rules = STRIKES,
	.marks = "~<",
	.may_be_in = may_be_struck,
	.adapt = adapt,
	.has_standins = true
};

const struct adaption adaption_wide_span = {
	.dialect = MARKDOWN_WIDE_MARKS,
	.rules = WIDE,
	.marks = "*<",
	.may_be_in = may_be_wide,
	.adapt = adapt,
	.has_standins = true
};

/*
 * Emphasis marks in the URL of a link: ![](1*Rain.png).
 *
 * In md4c 0.4.8, one that could begin emphasis is closed by one in the text
 * after the link, as in ![](1*Rain.png)*Rain*, or [a](/~ada) 3~5: the result
 * was an end tag without a start tag.
 */
#include <limits.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* The end of the URL at p: `<a b>`, or without whitespace. */
static const char *
address_end(const char *p, const char *end)
{
	bool is_marked = p < end && *p == '<';
	size_t open = 0;

	for (; p < end && *p != '\n'; p++) {
		if (is_marked ? *p == '>' : ascii_is_space(*p) ||
		    (*p == ')' && open-- == 0))
			break;
		open += *p == '(';
		if (*p == '\\' && end - p > 1 && p[1] != '\n')
			p++;
	}
	return p;
}

/* Whether what is at p, after at least one `(`, may begin emphasis. */
static bool
is_mark(const char *p)
{
	return *p == '*' || *p == '~' || (*p == '_' && !ascii_is_alnum(p[-1]));
}

/* Characters that matter in a URL and its title. */
static const bool signs[UCHAR_MAX + 1] = {
	['\n'] = true, ['('] = true, [')'] = true, ['*'] = true,
	['_'] = true, ['~'] = true
};

static const char *
next_sign(const char *p, const char *end)
{
	while (p < end && !signs[(unsigned char)*p])
		p++;
	return p;
}

/* The first such mark from p on, or the end of the link. */
static const char *
find_mark(const char *p, const char *end)
{
	size_t open = 0;

	for (; (p = next_sign(p, end)) < end && *p != '\n'; p++) {
		if (is_mark(p) || (*p == ')' && open-- == 0))
			break;
		open += *p == '(';
	}
	return p;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *p = source->start, *end = source->end;

	while ((p = text_find_pair(p, end, ']', "(")) != NULL) {
		p = find_mark(p + 2, end);
		if (p < end && is_mark(p))
			return true;
	}
	return false;
}

static void
put_address(struct buf *out, const char *p, const char *stop)
{
	for (; p < stop; p++) {
		if (*p == '\\' && stop - p > 1)
			buf_putc(out, *p++);
		else if (is_mark(p))
			buf_putc(out, '\\');
		buf_putc(out, *p);
	}
}

static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	const char *p = token->start, *stop;

	if (token->kind != WALK_MARK || w->in_html || w->end - p < 2 ||
	    p[1] != '(')
		return false;
	buf_puts(out, "](");
	p += 2;
	stop = address_end(p, w->end);
	put_address(out, p, stop);
	walk_skip(w, stop);
	return true;
}

const struct adaption adaption_target = {
	.marks = "]",
	.may_be_in = may_be_in,
	.take = take
};

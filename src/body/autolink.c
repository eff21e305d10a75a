#include <string.h>

#include "base/text.h"
#include "body/autolink.h"
#include "body/walk.h"

struct autolink {
	struct walk	 walk;
	struct buf	*out;
	bool		 in_html;	/* the line began there */
	size_t		 brackets;	/* that are open in the paragraph */
	const char	*next;		/* no URL begins before that */
	const char	*limit;		/* of the paragraph */
	unsigned	 missing;	/* '>' and ')' before it: bits */
};

/* What is before the "://" at p; 0: no scheme that GitHub knows. */
static size_t
scheme_length(const char *start, const char *p)
{
	static const char *const schemes[] = { "https", "http", "ftp" };
	size_t i, n;

	for (i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		n = strlen(schemes[i]);
		if ((size_t)(p - start) >= n &&
		    memcmp(p - n, schemes[i], n) == 0)
			return n;
	}
	return 0;
}

/* Whether what is before it is no ASCII. */
static bool
follows_wide(const char *start, const char *p)
{
	return p > start && (unsigned char)p[-1] >= 0x80;
}

/* Whether a URL may begin there, and is no target of a link. */
static bool
may_begin(const char *start, const char *p)
{
	if (p == start || follows_wide(start, p))
		return true;
	if (p[-1] == '(')
		return p - start < 2 || p[-2] != ']';
	if (strchr("*_~\n", p[-1]) != NULL)
		return true;
	if (!ascii_is_blank(p[-1]))
		return false;
	while (p > start && ascii_is_blank(p[-1]))
		p--;
	return p - start < 2 || p[-1] != ':' || p[-2] != ']';
}

/* Where a character reference begins that ends there; the end: it is none. */
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

/* Marks at its end belong to the sentence, and brackets that it opens none. */
static const char *
trim(const char *p, const char *end)
{
	size_t open = 0, closed = 0;
	const char *q;

	for (q = p; q < end; q++) {
		open += *q == '(';
		closed += *q == ')';
	}
	for (; end > p; end--) {
		end = before_reference(p, end);
		if (end > p && end[-1] == ')' && closed > open)
			closed--;
		else if (end == p || strchr("?!.,:*_~'\"", end[-1]) == NULL)
			break;
	}
	return end;
}

/* Punctuation of Chinese and Japanese, which follows without a blank. */
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
	case 0xef:	/* what is no letter of U+FF00 to U+FF65 */
		return (c[1] == 0xbc && (c[2] < 0x90 || (c[2] > 0x99 &&
		    c[2] < 0xa1) || c[2] > 0xba)) || (c[1] == 0xbd &&
		    (c[2] < 0x81 || (c[2] > 0x9a && c[2] < 0xa6)));
	default:
		return false;
	}
}

/*
 * A URL whose "://" is at p, and where to look for the next one.  False: md4c
 * links it as it is, or it cannot stand between `<` and `>`.
 */
static bool
read_url(const char *p, const char *end, bool is_hidden,
    const char **url_end, const char **next)
{
	bool is_fit = true;
	const char *q;

	for (q = p += 3; q < end && !ascii_is_space(*q) && *q != '<' &&
	    !is_wide_punctuation(q, end); q++)
		is_fit = is_fit && *q != '>' && *q != '|';
	*next = q;
	is_hidden = is_hidden || (q < end && !ascii_is_space(*q) &&
	    *q != '<');
	*url_end = q = trim(p, q);
	if (q == p || is_hidden)
		return is_fit && q > p;
	while (q > p && strchr("_*~", q[-1]) == NULL)
		q--;
	return is_fit && q > p;
}

/* The same with its scheme; 0: there is none. */
static size_t
find_url(const char *start, const char *p, const char *end,
    const char **url_end, const char **next)
{
	size_t scheme;

	if (end - p < 4 || p[1] != '/' || p[2] != '/')
		return 0;
	scheme = scheme_length(start, p);
	if (scheme == 0 || !may_begin(start, p - scheme) ||
	    !read_url(p, end, follows_wide(start, p - scheme), url_end, next))
		return 0;
	return scheme;
}

bool
autolink_may_be_in(const char *s, size_t n)
{
	const char *p = s, *end = s + n, *url_end, *next;

	while ((p = n == 0 ? NULL : memchr(p, ':', (size_t)(end - p))) !=
	    NULL) {
		next = p + 1;
		if (find_url(s, p, end, &url_end, &next) > 0)
			return true;
		p = next;
	}
	return false;
}

/* The first such character in the paragraph; NULL: there is none. */
static const char *
find_in_paragraph(struct autolink *a, const char *p, char c)
{
	unsigned bit = c == ')';

	if (a->limit == NULL || p >= a->limit) {
		a->limit = walk_paragraph_end(p, a->walk.end);
		a->missing = 0;
	}
	if (!(a->missing & 1u << bit))
		p = memchr(p, c, (size_t)(a->limit - p));
	else
		p = NULL;
	a->missing |= p == NULL ? 1u << bit : 0;
	return p;
}

/* What is behind a tag, or behind the target of a link; NULL: it is none. */
static const char *
skip_markup(struct autolink *a, const char *p)
{
	const char *close = NULL;

	if (a->walk.end - p < 2)
		return NULL;
	if (*p == '<' && (ascii_is_alpha(p[1]) || p[1] == '/'))
		close = find_in_paragraph(a, p, '>');
	else if (*p == ']' && p[1] == '(')
		close = find_in_paragraph(a, p, ')');
	return close == NULL ? NULL : close + 1;
}

/*
 * What means emphasis elsewhere may have been escaped; and in the text of such
 * a link, md4c decodes nothing.
 */
static void
put_url(struct buf *out, const char *p, const char *end)
{
	buf_putc(out, '<');
	for (; p < end; p++) {
		if (*p != '\\' || p + 1 == end ||
		    strchr("_*~", p[1]) == NULL)
			buf_putc(out, *p);
		if (end - p > 4 && memcmp(p, "&amp;", 5) == 0)
			p += 4;
	}
	buf_putc(out, '>');
}

static bool
take_url(struct autolink *a, const char *p)
{
	const char *url_end;
	size_t scheme;

	if (p < a->next || a->brackets > 0)
		return false;
	scheme = find_url(a->walk.start, p, a->walk.end, &url_end, &a->next);
	if (scheme == 0)
		return false;
	/* The scheme was put already. */
	a->out->length -= scheme;
	put_url(a->out, p - scheme, url_end);
	walk_skip(&a->walk, url_end);
	return true;
}

static void
take_mark(struct autolink *a, const char *p)
{
	const char *next;

	if (*p == ':' && !a->in_html && take_url(a, p))
		return;
	a->brackets += *p == '[';
	a->brackets -= *p == ']' && a->brackets > 0;
	next = a->in_html ? NULL : skip_markup(a, p);
	buf_add(a->out, p, next == NULL ? 1 : (size_t)(next - p));
	if (next != NULL)
		walk_skip(&a->walk, next);
}

void
autolink_mark(struct buf *out, const char *s, size_t n, bool is_mdx)
{
	struct autolink a = { .out = out, .next = s };
	struct walk_token token;

	walk_init(&a.walk, s, n, ":[]<");
	a.walk.is_mdx = is_mdx;
	while (walk_next(&a.walk, &token)) {
		if (token.kind == WALK_LINE)
			a.in_html = a.walk.in_html;
		if (token.kind == WALK_LINE && !a.walk.continues)
			a.brackets = 0;
		if (token.kind == WALK_MARK)
			take_mark(&a, token.start);
		else
			buf_add(out, token.start, token.length);
	}
}

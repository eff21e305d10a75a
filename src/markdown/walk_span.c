/*
 * Text, and the code in it: code spans, elements and comments.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/walk_parts.h"

/* Elements whose content is not text; bit 0 of `missing` is for comments. */
static const char *const elements[] = {
	NULL, "pre", "code", "script", "style", "textarea"
};

#define ELEMENTS (sizeof elements / sizeof *elements)

void
walk_skip(struct walk *w, const char *p)
{
	w->next = p;
	w->at_line = p > w->start && p[-1] == '\n';
}

/* Note the last run of each length before the end of a paragraph. */
static void
find_runs(struct walk *w)
{
	const char *p = w->next;
	size_t n;

	memset(w->runs, 0, sizeof w->runs);
	w->span_limit = walk_paragraph_end(p, w->end);
	while ((p = memchr(p, '`', (size_t)(w->span_limit - p))) != NULL) {
		n = text_run(p, w->span_limit, '`');
		if (n <= WALK_TICKS)
			w->runs[n] = p;
		p += n;
	}
}

/* Backticks: a code span if the same number of them closes it. */
static bool
give_ticks(struct walk *w, struct walk_token *t)
{
	size_t length = text_run(w->next, w->end, '`'), n;
	const char *p = w->next + length;

	if (w->is_html || w->in_html)
		return walk_give(w, t, WALK_TEXT, p);
	if (w->span_limit == NULL || w->next >= w->span_limit)
		find_runs(w);
	if (length > WALK_TICKS || w->runs[length] == NULL ||
	    w->runs[length] <= w->next)
		return walk_give(w, t, WALK_TEXT, p);
	for (;; p += n) {
		p = memchr(p, '`', (size_t)(w->end - p));
		if (p == NULL)
			return walk_give(w, t, WALK_TEXT, w->next + length);
		n = text_run(p, w->end, '`');
		if (n == length)
			return walk_give(w, t, WALK_CODE, p + n);
	}
}

static const char *
find_element_end(const char *p, const char *end, const char *name)
{
	while ((p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		p++;
		if (p == end || *p != '/' || !ascii_begins(p + 1, end, name))
			continue;
		p = memchr(p, '>', (size_t)(end - p));
		return p == NULL ? NULL : p + 1;
	}
	return NULL;
}

static const char *
find_comment_end(const char *p, const char *end)
{
	p = text_search(p, end, "-->");
	return p == NULL ? NULL : p + 3;
}

/* Index of the element that a '<' opens; 0: a comment, ELEMENTS: none. */
static size_t
element_at(const char *p, const char *end)
{
	size_t i, n;

	if (text_begins(p, end, "<!--"))
		return 0;
	for (i = 1; i < ELEMENTS; i++) {
		n = strlen(elements[i]);
		if ((size_t)(end - p) > n + 1 && !ascii_is_alnum(p[n + 1]) &&
		    p[n + 1] != '-' && ascii_begins(p + 1, end, elements[i]))
			return i;
	}
	return ELEMENTS;
}

/* Whether this '<' is, in MDX, a component or an element without content. */
static bool
has_no_code(struct walk *w)
{
	if (!w->is_mdx)
		return false;
	if (ascii_lower(w->next[1]) != w->next[1])
		return true;
	if (w->tag_end == NULL || w->tag_end < w->next)
		w->tag_end = text_find(w->next, w->end, '>');
	/* Without a '>' there is no end tag either. */
	if (w->tag_end == NULL)
		w->missing = ~0u;
	return w->tag_end != NULL && w->tag_end[-1] == '/';
}

static bool
give_markup(struct walk *w, struct walk_token *t)
{
	size_t i = element_at(w->next, w->end);
	const char *p = NULL;

	if (i < ELEMENTS && i > 0 && !(w->missing & 1u << i) &&
	    has_no_code(w))
		i = ELEMENTS;
	if (i < ELEMENTS && !(w->missing & 1u << i)) {
		p = i == 0 ? find_comment_end(w->next + 4, w->end) :
		    find_element_end(w->next, w->end, elements[i]);
		/* If there is none from here on, there is none further on. */
		if (p == NULL)
			w->missing |= 1u << i;
	}
	/* Such a block ends with its line, not with a blank line (4.6). */
	if (p != NULL && w->next == w->text && w->begins_html)
		w->ends_html = true;
	if (p != NULL)
		return walk_give(w, t, WALK_CODE, p);
	return walk_give(w, t, w->special['<'] == 2 ? WALK_MARK : WALK_TEXT,
	    w->next + 1);
}

static bool
is_escape(const struct walk *w)
{
	static const char punctuation[] =
	    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

	return !w->is_html && !w->in_html && w->end - w->next > 1 &&
	    w->next[1] != '\0' && strchr(punctuation, w->next[1]) != NULL;
}

bool
walk_span(struct walk *w, struct walk_token *t)
{
	const char *p = w->next;

	while (p < w->end && !w->special[(unsigned char)*p])
		p++;
	if (p > w->next)
		return walk_give(w, t, WALK_TEXT, p);
	switch (*p) {
	case '`':
		return give_ticks(w, t);
	case '<':
		return give_markup(w, t);
	case '\\':
		if (w->special['\\'] != 2)
			return walk_give(w, t, WALK_TEXT, p + 1 + is_escape(w));
		return walk_give(w, t, WALK_MARK, p + 1);
	case '\n':
		return walk_give(w, t, WALK_TEXT, p + 1);
	default:
		return walk_give(w, t, WALK_MARK, p + 1);
	}
}

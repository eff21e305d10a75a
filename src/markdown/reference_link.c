/*
 * `[text] [label]` and `[label]: URL`, as in the original Markdown.
 *
 * On GitHub, a label set apart is a link of its own, and a definition cannot be
 * in a paragraph.  In Kramdown and Python-Markdown, the label belongs to its
 * text if it is defined; in Python-Markdown, a definition ends a paragraph.
 * And except in md4c, a label may end in spaces.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/adaption.h"

enum {
	LABEL_MAX = 200,	/* a longer one is not a label */
	INDENT_MAX = 3		/* of a definition, CommonMark 4.7 */
};

struct links {
	struct arena	 arena;
	struct arena_list labels;	/* those defined, sorted */
	struct walk	*walk;
	struct buf	*out;
	size_t		 depth;		/* of brackets */
	const char	*open;		/* the last opening one */
	const char	*label_end;	/* does not close a link text */
};

const char *
reference_link_label_end(const char *p, const char *end)
{
	const char *start = p;

	if (p == end || *p != '[')
		return NULL;
	for (p++; p < end && p - start <= LABEL_MAX; p++)
		if (*p == ']')
			return p > start + 1 && start[1] != '^' ? p : NULL;
		else if (*p == '[' || *p == '\n' || *p == '\\')
			return NULL;
	return NULL;
}

/* The bracket that closes the label defined on a line, or NULL. */
static const char *
defined_end(const char *p, const char *end)
{
	const char *close = reference_link_label_end(p, end);

	if (close == NULL || end - close < 2 || close[1] != ':')
		return NULL;
	end = text_cut_space(close + 2, walk_line_end(close, end));
	p = text_skip_blanks(close + 2, end);
	if (p == end)
		return NULL;
	while (p < end && !ascii_is_blank(*p))
		p++;
	p = text_skip_blanks(p, end);
	return p == end || strchr("\"'(", *p) != NULL ? close : NULL;
}

/* The same for the current line of a walk, which is not in a paragraph. */
static const char *
definition_end(const struct walk *w)
{
	return w->in_html ? NULL : defined_end(w->text, w->end);
}

static const char *
label_of(struct arena *a, const char *p, const char *close)
{
	return unicode_lower_text(a, arena_span(a, p + 1, close));
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
collect_labels(struct links *l, const char *s, size_t n)
{
	struct walk_token token;
	struct walk walk;
	const char *close;
	bool continues = false;

	walk_init(&walk, s, n, "");
	while (walk_next(&walk, &token)) {
		if (token.kind != WALK_LINE)
			continue;
		close = walk.continues && !continues ? NULL :
		    definition_end(&walk);
		continues = close != NULL;
		if (continues)
			arena_list_add(&l->arena, &l->labels,
			    label_of(&l->arena, walk.text, close));
	}
	arena_list_sort(&l->labels, compare);
}

static bool
is_defined(struct links *l, const char *p, const char *close)
{
	const char *label = label_of(&l->arena, p, close);

	return l->labels.count > 0 && bsearch(&label, l->labels.items,
	    l->labels.count, sizeof *l->labels.items, compare) != NULL;
}

/* Skip what is between a text and its label: a space, or the end of a line. */
static const char *
skip_gap(const char *p, const char *end)
{
	p += p < end && *p == ' ';
	return p < end && *p == '\n' ? text_skip_blanks(p + 1, end) : p;
}

/* Whether brackets are not a link text, but those of `[a][]`, a task or a
   footnote. */
static bool
is_other(const struct links *l, const char *p)
{
	return p == l->open + 1 || l->open[1] == '^' || (p == l->open + 2 &&
	    strchr(" xX", l->open[1]) != NULL);
}

/* Put a closing bracket. */
static void
put_close(struct links *l, const char *p)
{
	const char *end = l->walk->end, *label = skip_gap(p + 1, end), *close;
	bool is_text = p != l->label_end && l->depth > 0;

	buf_putc(l->out, ']');
	l->depth -= l->depth > 0;
	close = is_text ? reference_link_label_end(label, end) : NULL;
	if (close == NULL)
		return;
	if (label == p + 1) {
		l->label_end = close;
	} else if (!is_other(l, p) && close[1] != ':' &&
	    is_defined(l, label, close)) {
		l->label_end = close;
		walk_skip(l->walk, label);
	}
}

static void
put(struct links *l, const struct walk_token *token)
{
	if (token->kind == WALK_LINE && !l->walk->continues)
		l->depth = 0;
	if (token->kind != WALK_MARK || l->walk->in_html) {
		buf_add(l->out, token->start, token->length);
	} else if (*token->start == ']') {
		put_close(l, token->start);
	} else {
		buf_putc(l->out, '[');
		l->open = token->start;
		l->depth++;
	}
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *p = source->start, *end = source->end, *next;

	for (; (p = text_find(p, end, ']')) != NULL; p++) {
		next = skip_gap(p + 1, end);
		if (next > p + 1 && next < end && *next == '[')
			return true;
	}
	return false;
}

/* Moves labels right after their texts. */
static void
join(struct buf *out, struct walk *w)
{
	struct links links = { .walk = w, .out = out };
	struct walk_token token;

	collect_labels(&links, w->start, (size_t)(w->end - w->start));
	while (walk_next(w, &token))
		put(&links, &token);
	arena_release(&links.arena);
}

static bool
may_define(const struct adaption_source *source)
{
	return source->pairs & PAIR_LABEL &&
	    text_find_pair(source->start, source->end, ']', ":") != NULL;
}

/* Moves definitions below a blank line. */
static void
part(struct buf *out, struct walk *w)
{
	struct walk_token token;
	bool defines, continues = false;

	while (walk_next(w, &token)) {
		if (token.kind == WALK_LINE) {
			defines = w->quotes == 0 && w->text - w->line <=
			    INDENT_MAX && definition_end(w) != NULL;
			if (defines && w->continues && !continues)
				buf_putc(out, '\n');
			continues = defines;
		}
		buf_add(out, token.start, token.length);
	}
}

static bool
may_be_padded(const struct adaption_source *source)
{
	return may_define(source) && text_search(source->start, source->end,
	    " ]") != NULL;
}

/* md4c does not match a label that ends in a space. */
static void
trim(struct buf *out, struct walk *w)
{
	struct links links = { .walk = w, .out = out };
	struct walk_token token;
	const char *p, *close, *end;

	collect_labels(&links, w->start, (size_t)(w->end - w->start));
	while (walk_next(w, &token)) {
		p = token.start;
		close = token.kind != WALK_MARK || w->in_html ? NULL :
		    reference_link_label_end(p, w->end);
		end = close == NULL ? NULL : text_cut_space(p + 1, close);
		if (end == close || close[1] == '(' ||
		    !is_defined(&links, text_skip_blanks(p + 1, end) - 1,
		    end)) {
			buf_add(out, p, token.length);
		} else {
			buf_add_span(out, p, end);
			walk_skip(w, close);
		}
	}
	arena_release(&links.arena);
}

const struct adaption adaption_padded_label = {
	.marks = "[",
	.may_be_in = may_be_padded,
	.adapt = trim
};

const struct adaption adaption_link_definition = {
	.dialect = MARKDOWN_EXTRA_SPANS,
	.may_be_in = may_define,
	.adapt = part
};

const struct adaption adaption_reference_link = {
	.dialect = MARKDOWN_KRAMDOWN_SPANS | MARKDOWN_EXTRA_SPANS,
	.marks = "[]",
	.may_be_in = may_be_in,
	.adapt = join
};

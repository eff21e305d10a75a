/*
 * Inline elements, as Kramdown reads them.
 *
 * In a line of text, a tag of a block element is text, `the <div> tag`; but if
 * its end tag is there, too, it may be meant as a tag.  What <code>, <kbd> and
 * the like contain is not Markdown.  And a self-closing inline element, such as
 * <i/>, has an end.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* How far to search for an end tag. */
#define CONTENT_MAX 1000

#define MARKS "*_`[]~\\"	/* with a meaning in inline text */

static size_t
name_length(const char *p, const char *end)
{
	return (size_t)(text_word_end(p, end, "") - p);
}

/* The end tag of the element whose start tag is at `tag`, or NULL if it is
   not in the same paragraph. */
static const char *
end_tag(const char *tag, const char *end)
{
	const char *p = tag + 1;
	size_t n = name_length(p, end);

	end = walk_block_end(p, end - p > CONTENT_MAX ? p + CONTENT_MAX : end);
	while ((p = text_find_pair(p, end, '<', "/")) != NULL) {
		if (name_length(p + 2, end) == n &&
		    ascii_equal_n(p + 2, tag + 1, n))
			return p;
		p++;
	}
	return NULL;
}

/*
 * Whether it is the tag of a block element, without attributes and without an
 * end tag; but <p> and <hr> need none, and Kramdown does not know the others.
 */
static bool
is_lone_block(const char *p, const char *end)
{
	static const char *const others[] = {
		"p", "hr", "center", "details", "figure", NULL
	};
	const char *stop = p + 1 + name_length(p + 1, end);

	return stop < end && *stop == '>' && walk_begins_block(p, end) &&
	    !ascii_span_is_any(p + 1, (size_t)(stop - p - 1), others) &&
	    end_tag(p, end) == NULL;
}

/* Whether there may be text before a tag on its line. */
static bool
stands_in_text(const char *line, const char *p)
{
	return p - line > 1 && p[-1] != '\n' && p[-1] != '>' &&
	    (!ascii_is_blank(p[-1]) || !ascii_is_space(p[-2]));
}

/* ---- <i/> ---- */

static bool
is_of_text(const char *name, size_t n)
{
	static const char *const names[] = {
		"a", "abbr", "acronym", "b", "bdo", "big", "cite", "code",
		"del", "dfn", "em", "i", "ins", "kbd", "label", "mark", "q",
		"samp", "small", "span", "strong", "sub", "sup", "time",
		"tt", "u", "var", NULL
	};

	return text_span_is_any(name, n, names);
}

/* Length of the name of a self-closing element, or 0 if it is not one. */
static size_t
self_ended_name(const char *tag, const char *stop)
{
	const char *after = stop - strlen("/>");
	size_t n = name_length(tag + 1, stop);

	if ((size_t)(stop - tag) < strlen("<i/>") || *after != '/')
		return 0;
	/* The slash of href=rain/ is part of the URL. */
	if (after != tag + 1 + n && strchr("\"' \t\n", after[-1]) == NULL)
		return 0;
	return is_of_text(tag + 1, n) ? n : 0;
}

/* Its last `>` must not begin a line, which would be a blockquote. */
static void
put_ended(struct buf *out, const char *tag, const char *stop, size_t name)
{
	stop = text_cut_space(tag, stop - strlen("/>"));
	buf_add_span(out, tag, stop);
	buf_puts(out, "></");
	buf_add(out, tag + 1, name);
	buf_putc(out, '>');
}

/* ---- the content of <code> ---- */

static bool
begins_code(const char *p, const char *end)
{
	static const char *const names[] = {
		"code", "kbd", "samp", "var", NULL
	};

	return ascii_span_is_any(p + 1, name_length(p + 1, end), names);
}

/* Put the text between its tags, which may contain other tags. */
static void
put_text(struct buf *out, const struct walk *w, const char *p, const char *end)
{
	const char *stop;

	for (; p < end; p = stop) {
		stop = *p == '<' ? walk_tag_end(w, p) : NULL;
		if (stop == NULL || stop > end)
			stop = p + 1;
		if (strchr(MARKS, *p) != NULL)
			buf_putc(out, '\\');
		buf_add_span(out, p, stop);
	}
}

/* Put such an element in a paragraph; false: something else, or a code line. */
static bool
put_code(struct buf *out, const struct walk *w, const struct walk_token *token)
{
	const char *p = token->start, *end = p + token->length, *stop;

	if (token->kind != WALK_CODE || w->in_html || w->fence.length > 0 ||
	    *p != '<' || !begins_code(p, end) ||
	    walk_block_end(p, end) < end ||
	    (stop = walk_tag_end(w, p)) == NULL)
		return false;
	while (*--end != '<')
		continue;
	buf_add_span(out, p, stop);
	put_text(out, w, stop, end);
	buf_add_span(out, end, token->start + token->length);
	return true;
}

/* Whether a formula, the edge of a cell, or a `<` in the text may already
   have its backslashes. */
static bool
may_be_escaped(const char *p, const char *end)
{
	return text_find(p, end, '$') != NULL ||
	    text_find(p, end, '|') != NULL ||
	    text_find_pair(p, end, '\\', "<") != NULL;
}

/* Put one that is text to the walk, in a paragraph; false: something else. */
static bool
put_keys(struct buf *out, struct walk *w, const char *p)
{
	const char *end = begins_code(p, w->end) ? end_tag(p, w->end) : NULL;
	const char *stop = end == NULL ? NULL : walk_tag_end(w, p);

	if (stop == NULL || stop > end || may_be_escaped(stop, end))
		return false;
	buf_add_span(out, p, stop);
	put_text(out, w, stop, end);
	walk_skip(w, end);
	return true;
}

/* Put a tag, or what only looks like one. */
static void
put_tag(struct buf *out, struct walk *w, const char *p)
{
	const char *stop = NULL;
	size_t name = 0;

	if (put_keys(out, w, p))
		return;
	if (stands_in_text(w->text, p) && is_lone_block(p, w->end))
		buf_putc(out, '\\');
	else if (p + 1 < w->end && ascii_is_alpha(p[1]))
		stop = walk_tag_end(w, p);
	if (stop != NULL)
		name = self_ended_name(p, stop);
	if (name > 0) {
		put_ended(out, p, stop, name);
		walk_skip(w, stop);
	} else {
		buf_putc(out, *p);
	}
}

static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	if (token->kind != WALK_MARK || w->in_html)
		return put_code(out, w, token);
	put_tag(out, w, token->start);
	return true;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end, *p;
	bool may_end = true;	/* some element may be self-closing */

	for (p = s; (p = text_find(p, end, '<')) != NULL; p++) {
		if (begins_code(p, end) ||
		    (stands_in_text(s, p) && is_lone_block(p, end)))
			return true;
		if (!may_end || !is_of_text(p + 1, name_length(p + 1, end)))
			continue;
		may_end = text_find_pair(p, end, '/', ">") != NULL;
		if (may_end)
			return true;
	}
	return false;
}

const struct adaption adaption_element = {
	.dialect = MARKDOWN_KRAMDOWN_SPANS,
	.marks = "<",
	.may_be_in = may_be_in,
	.take = take
};

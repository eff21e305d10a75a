/*
 * Captions of code: of {% codeblock %}, and those on the first line of a fence.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "markdown/raw_fence.h"
#include "template/template_markup.h"

/* Nobody indents more, and each line of code may repeat it. */
#define DEEP_MAX 100

void
template_put_caption(struct template *t, const struct template_tag *words)
{
	struct template_source source;

	template_read_source(t, words, &source);
	if (source.name != NULL)
		template_put_literal(t, source.name);
	if (source.name != NULL && source.url != NULL)
		buf_putc(t->out, ' ');
	if (source.url != NULL)
		template_put_link(t, source.url, source.title != NULL ?
		    source.title : source.name != NULL ? "link" : NULL);
	buf_puts(t->out, template_in_html(t) ? "<br>" : "");
}

/* Skip fence characters, which need not begin a fence. */
static const char *
skip_marks(const char *p, const char *end)
{
	return p + text_run(p, end, *p);
}

/* What follows a fence at p and its language, and is not in braces; or NULL. */
static const char *
caption_at(const char *p, const char *end)
{
	const char *stop = skip_marks(p, end);

	if (stop - p < 3)
		return NULL;
	p = text_skip_word(text_skip_blanks(stop, end), end);
	p = text_skip_blanks(p, end);
	return p < end && *p != '\n' && *p != '{' && *p != '`' ? p : NULL;
}

static void
read_words(struct template *t, const char *p, const char *end,
    struct template_tag *words)
{
	const char *stop;

	for (p = text_skip_space(p, end); p < end;
	    p = text_skip_space(stop, end)) {
		stop = words->count == TEMPLATE_ARGUMENTS - 1 ?
		    text_cut_space(p, end) : text_skip_word(p, end);
		words->arguments[words->count++].value = arena_span(&t->arena,
		    p, stop);
	}
}

/* Whether the line above p ends in a tag. */
static bool
is_below_tag(const char *s, const char *p)
{
	if (p == s || *--p != '\n')
		return false;
	p = text_cut_blanks(s, p);
	return p > s && p[-1] == '>';
}

/* Whether a fence at p may be in HTML, or indented like code. */
static bool
is_out_of_place(const char *s, const char *p, const char *end)
{
	return (is_below_tag(s, p) || text_ends(s, p, "\t") ||
	    text_ends(s, p, "    ")) && walk_fence_length(p, end) > 0;
}

bool
template_has_captions(const char *s, const char *end)
{
	const char *mark, *p;

	for (mark = "`~"; *mark != '\0'; mark++)
		/* No fence begins within the same word. */
		for (p = s; (p = text_find(p, end, *mark)) != NULL;
		    p = text_skip_word(p, end))
			if (caption_at(p, end) != NULL ||
			    is_out_of_place(s, p, end))
				return true;
	return false;
}

/* Put ```c [title] [url] [link text], after the prefix from p to text. */
static void
put_words(struct template *t, const char *p, const char *text,
    const char *fence, const char *end)
{
	struct template_tag words = { .count = 0 };
	const char *caption = caption_at(fence, end);

	if (caption == NULL)
		return;
	read_words(t, caption, end, &words);
	template_begin_above(t, p, text);
	template_put_caption(t, &words);
	buf_putc(t->out, '\n');
}

static const char *
text_up_to(struct template *t, const char *p, const char *end, char last)
{
	const char *stop = text_find(p, end, last);

	return stop == NULL || stop == p ? NULL : arena_span(&t->arena, p,
	    stop);
}

static const char *
value_at(struct template *t, const char *p, const char *end)
{
	const char *stop = p;

	if (p < end && ascii_is_quote(*p))
		return text_up_to(t, p + 1, end, *p);
	while (stop < end && !ascii_is_space(*stop) && *stop != '}' &&
	    *stop != ',')
		stop++;
	return stop == p ? NULL : arena_span(&t->arena, p, stop);
}

static const char *const title_keys[] = { "title=", "filename=", NULL };

/* The file in ```js:a.js, as in the Next.js starter blog, or NULL. */
static const char *
file_at(const char *fence, const char *end, const char **stop)
{
	const char *p = text_skip_blanks(skip_marks(fence, end), end);
	const char *colon;

	*stop = text_skip_word(p, end);
	*stop = text_until(p, *stop, '{');
	colon = text_find(p, *stop, ':');
	return colon == NULL || colon == p ||
	    text_find(colon, *stop, '.') == NULL ? NULL : colon + 1;
}

/* ```js title="a.js" or ```js:title=a.js; in Nuxt, ```js [a.js] */
static const char *
title_at(struct template *t, const char *fence, const char *end)
{
	const char *const *key, *found, *stop;

	for (key = title_keys; *key != NULL; key++)
		for (found = fence; (found = text_search(found, end, *key)) !=
		    NULL; found++)
			if (strchr(" \t{,:", found[-1]) != NULL)
				return value_at(t, found + strlen(*key), end);
	found = file_at(fence, end, &stop);
	if (found != NULL)
		return arena_span(&t->arena, found, stop);
	found = t->host->dialects & TEMPLATE_MDC ? caption_at(fence, end) :
	    NULL;
	return found == NULL || *found != '[' ? NULL :
	    text_up_to(t, found + 1, end, ']');
}

static void
put_title(struct template *t, const char *p, const char *fence,
    const char *end)
{
	const struct template_block *block = template_innermost(t);
	const char *title = title_at(t, fence, end);

	/* In a code group, it is the title of its tab. */
	if (title == NULL || (block != NULL &&
	    strcmp(block->name, "code-group") == 0))
		return;
	template_begin_above(t, p, fence);
	template_put_literal(t, title);
	buf_putc(t->out, '\n');
}

static bool
has_files(const char *s, const char *end)
{
	const char *p = s, *stop;

	while ((p = text_search(p, end, "```")) != NULL) {
		if (file_at(p, end, &stop) != NULL)
			return true;
		p = skip_marks(p, end);
	}
	return false;
}

bool
template_has_code_titles(const char *s, const char *end, unsigned dialects)
{
	return has_files(s, end) || (dialects & TEMPLATE_MDC &&
	    template_has_captions(s, end));
}

void
template_fence_caption(struct template *t, const char *p, const char *end)
{
	const unsigned dialects = t->host->dialects;
	const char *fence = walk_skip_prefix(p, end);

	/* A caption on the same line as an item is left out. */
	if (t->in_fence || t->walk.fence.length == 0 ||
	    walk_fence_length(fence, end) == 0)
		return;
	end = walk_line_end(fence, end);
	if (dialects & TEMPLATE_CAPTIONS)
		put_words(t, p, fence, fence, end);
	else if (dialects & TEMPLATE_CODE_TITLES)
		put_title(t, p, fence, end);
}

/* ---- in HTML ---- */

/*
 * Hexo and Octopress extract fenced code blocks before they render Markdown,
 * wherever they are: a blank line ends the HTML above.
 */
bool
template_take_html_fence(struct template *t)
{
	struct walk *w = &t->walk;

	if (!w->in_html || w->text != w->line || t->has_open_fence ||
	    !(t->host->dialects & TEMPLATE_CAPTIONS) ||
	    walk_fence_length(w->text, w->end) == 0)
		return false;
	t->has_open_fence = raw_fence_end(w->text, w->end, "") == NULL;
	if (t->has_open_fence)
		return false;
	buf_putc(t->out, '\n');
	walk_end_html(w);
	walk_skip(w, w->line);
	return true;
}

/* ---- indented fences ---- */

/* Skip at most this many columns of whitespace; returns how many. */
static size_t
skip_columns(const char **p, const char *end, size_t most)
{
	size_t n = 0;

	for (; *p < end && ascii_is_blank(**p) && n < most; ++*p)
		n += **p == '\t' ? 4 - n % 4 : 1;
	return n;
}

/* Put lines of code, or the fences around it, with less indentation. */
static void
put_lines(struct template *t, const char *p, const char *end, size_t columns,
    const char *indent)
{
	const char *next;

	for (; p < end; p = next) {
		next = walk_line_end(p, end);
		if (!walk_is_blank(p, next))
			buf_puts(t->out, indent);
		skip_columns(&p, next, columns);
		buf_add_span(t->out, p, next);
	}
}

/*
 * In Hexo, a fence begins code at any indentation; in Markdown it would be text
 * of a paragraph, or code itself.
 */
bool
template_take_deep_fence(struct template *t, const char *line)
{
	struct walk *w = &t->walk;
	const char *fence = line, *close, *end;
	size_t columns = skip_columns(&fence, w->end, SIZE_MAX);
	size_t base = walk_base(w);
	char indent[DEEP_MAX + 1];

	if (!(t->host->dialects & TEMPLATE_HEXO) || w->is_html ||
	    columns < base + 4 || base > DEEP_MAX || w->quotes > 0 ||
	    t->has_open_fence || walk_fence_length(fence, w->end) == 0)
		return false;
	close = walk_closing_line(fence, w->end, " \t");
	t->has_open_fence = close == NULL;
	if (close == NULL)
		return false;
	memset(indent, ' ', base);
	indent[base] = '\0';
	end = walk_line_end(close, w->end);
	put_words(t, indent, indent + base, fence, walk_line_end(fence, close));
	put_lines(t, line, close, columns, indent);
	put_lines(t, close, end, SIZE_MAX, indent);
	template_go_on(t, end);
	return true;
}

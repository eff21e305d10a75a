/*
 * Whether a body in a Markdown file is HTML.
 */
#include <string.h>

#include "base/text.h"
#include "html/markup.h"
#include "markdown/markdown.h"
#include "markdown/raw_block.h"
#include "markdown/raw_fence.h"
#include "markdown/walk.h"

#define CODE_INDENT 4	/* CommonMark 4.4 */

/* What Markdown makes of the lines up to the next blank one. */
enum chunk { CHUNK_HTML, CHUNK_TEXT };

struct shape {
	size_t		 depth;		/* open block-level elements */
	size_t		 code_depth;	/* open <pre> and <code> */
	bool		 in_paragraph;	/* in a <p> at depth 0 */
	bool		 has_block;
	bool		 in_leaf;	/* in <li> or the like */
	bool		 is_loose;	/* bare text after a blank line */
	bool		 has_paragraphs; /* such text in a container */
	bool		 has_indented;	/* text that would be code */
	enum chunk	 chunk;
	bool		 after_blank;	/* the line above is blank */
	bool		 is_blank;	/* this line is blank so far */
	size_t		 indent;
};

/* Whether a line after a blank one begins a Markdown block. */
static bool
begins_block(const char *p, const char *end)
{
	switch (*p) {
	case '|':
		return true;
	case '>':
		return p + 1 == end || ascii_is_blank(p[1]);
	case '[':
		p = text_find(p, end, ']');
		return p != NULL && p + 1 < end && p[1] == ':';
	default:
		return walk_is_heading(p, end) || walk_marker(p, end) > 0 ||
		    walk_fence_length(p, end) > 0;
	}
}

/* Whether part of a line contains a link, strong emphasis or code. */
static bool
holds_span(const char *p, const char *end)
{
	size_t stars = 0, quotes = 0;

	for (; p < end; p++)
		if (*p == '`') {
			quotes++;
		} else if (p + 1 < end && p[0] == ']' && p[1] == '(') {
			return true;
		} else if (p + 1 < end && p[0] == '*' && p[1] == '*') {
			stars++;
			p++;
		}
	return stars > 1 || quotes > 1;
}

/* Classify what follows a blank line, by its first character. */
static void
begin_chunk(struct shape *shape, bool is_text)
{
	bool is_indented = shape->indent >= CODE_INDENT;

	shape->chunk = is_text && !is_indented ? CHUNK_TEXT : CHUNK_HTML;
	shape->has_indented = shape->has_indented || is_indented;
	shape->has_paragraphs = shape->has_paragraphs ||
	    (shape->chunk == CHUNK_TEXT && !shape->in_leaf);
}

/* Read part of a line of text.  Returns false if it is Markdown. */
static bool
read_line(struct shape *shape, const char *p, const char *end)
{
	if (shape->is_blank) {
		for (; p < end && ascii_is_space(*p); p++)
			shape->indent += *p == '\t' ? CODE_INDENT : 1;
		if (p == end)
			return true;
		shape->is_blank = false;
		if (shape->after_blank) {
			shape->is_loose = true;
			begin_chunk(shape, true);
			if (shape->chunk == CHUNK_TEXT && begins_block(p, end))
				return false;
		}
	}
	return shape->chunk != CHUNK_TEXT || !holds_span(p, end);
}

static void
end_line(struct shape *shape)
{
	shape->after_blank = shape->is_blank;
	shape->is_blank = true;
	shape->indent = 0;
}

/* Read text outside code.  Returns false if it makes the body Markdown. */
static bool
read_text(struct shape *shape, const char *p, const char *end)
{
	bool is_inside = shape->depth > 0 || shape->in_paragraph;
	const char *line_end;

	if (!is_inside && text_skip_space(p, end) < end)
		return false;
	for (; p < end; p = line_end + 1) {
		line_end = text_find(p, end, '\n');
		if (line_end == NULL)
			return read_line(shape, p, end);
		if (!read_line(shape, p, line_end))
			return false;
		end_line(shape);
	}
	return true;
}

/* Read markup at the beginning of a line. */
static void
begin_line(struct shape *shape, bool is_phrasing)
{
	if (shape->is_blank && shape->after_blank)
		begin_chunk(shape, is_phrasing);
	shape->is_blank = false;
}

/*
 * A top-level block has ended.  If its end was only implied, bare text in it
 * may as well have been Markdown.
 */
static bool
end_block(struct shape *shape, bool is_implied)
{
	bool ok = !is_implied || !shape->is_loose;

	shape->in_paragraph = false;
	shape->is_loose = false;
	return ok;
}

static bool
enter_block(struct shape *shape, const struct markup_token *token)
{
	shape->has_block = true;
	shape->in_leaf = token->classes & MARKUP_OPTIONAL_END;
	if (shape->depth == 0) {
		if (!end_block(shape, shape->in_paragraph))
			return false;
		shape->in_paragraph = markup_name_is(token, "p");
	}
	if (!(token->classes & (MARKUP_VOID | MARKUP_OPTIONAL_END)))
		shape->depth++;
	return true;
}

static bool
is_code(const struct markup_token *token)
{
	return markup_name_is(token, "pre") || markup_name_is(token, "code");
}

/* Read a start tag.  Returns false if it makes the body Markdown. */
static bool
read_start(struct shape *shape, const struct markup_token *token)
{
	bool is_text = (token->classes & MARKUP_RAW) != 0;

	begin_line(shape, !(token->classes & MARKUP_BLOCK) && !is_text);
	shape->code_depth += is_code(token);
	if (token->classes & MARKUP_BLOCK)
		return enter_block(shape, token);
	if (is_text || shape->depth > 0 || shape->in_paragraph)
		return true;
	return shape->has_block && token->classes & MARKUP_VOID;
}

static bool
read_end(struct shape *shape, const struct markup_token *token)
{
	unsigned classes = markup_element_class(token->name,
	    token->name_length);

	begin_line(shape, !(classes & (MARKUP_BLOCK | MARKUP_RAW)));
	shape->in_leaf = shape->in_leaf && !(classes & MARKUP_BLOCK);
	if (is_code(token) && shape->code_depth > 0)
		shape->code_depth--;
	if (shape->depth == 0)
		return !markup_name_is(token, "p") || end_block(shape, false);
	if (!(classes & MARKUP_BLOCK) || classes & MARKUP_OPTIONAL_END)
		return true;
	shape->depth--;
	return shape->depth > 0 || end_block(shape, false);
}

static bool
read_token(struct shape *shape, const struct markup_token *token)
{
	switch (token->kind) {
	case MARKUP_TEXT:
		return token->raw || shape->code_depth > 0 ||
		    read_text(shape, token->start,
		    token->start + token->length);
	case MARKUP_START:
		return read_start(shape, token);
	case MARKUP_END:
		return read_end(shape, token);
	default:
		begin_line(shape, false);
		return true;
	}
}

/* Whether Markdown would make paragraphs of text and not break anything. */
static bool
is_of_paragraphs(const struct shape *shape, unsigned dialect)
{
	return shape->has_paragraphs && !shape->has_indented &&
	    !(dialect & MARKDOWN_BLOCKS);
}

bool
markdown_is_html(const char *s, size_t n, unsigned dialect)
{
	struct shape shape = { .after_blank = true, .is_blank = true };
	struct markup_token token;
	struct markup markup;
	const char *text = text_skip_space(s, s + n);

	/* Avoids a scan: the first tag may be far away. */
	if (text == s + n || *text != '<')
		return false;
	markup_init(&markup, s, n);
	while (markup_next(&markup, &token))
		if (!read_token(&shape, &token))
			return false;
	return shape.has_block && !(dialect & (MARKDOWN_ALL_BLOCKS |
	    MARKDOWN_PANDOC_BLOCKS)) &&
	    end_block(&shape, shape.depth > 0 || shape.in_paragraph) &&
	    !is_of_paragraphs(&shape, dialect) &&
	    !(dialect & (MARKDOWN_BLOCKS | MARKDOWN_IN_HTML) &&
	    raw_block_may_ask(s, s + n)) &&
	    !(dialect & (MARKDOWN_EXTRA_BLOCKS | MARKDOWN_FENCED_BLOCKS) &&
	    raw_fence_may_be_in(s, s + n));
}

#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"
#include "markdown/raw_block_parts.h"
#include "markdown/raw_fence.h"

enum {
	CONTENT_DEPTH = 16,	/* of nested elements with Markdown */
	PREFIX_MAX = 256	/* of markers before a block, which each of
				   its lines repeats */
};

/* Whether the word before p is the name of the attribute. */
static bool
is_name(const char *s, const char *p)
{
	const size_t length = sizeof RAW_BLOCK_ATTRIBUTE - 1;

	return (size_t)(p - s) > length &&
	    memcmp(p - length, RAW_BLOCK_ATTRIBUTE, length) == 0 &&
	    ascii_is_space(p[-1 - (ptrdiff_t)length]);
}

bool
raw_block_may_ask(const char *s, const char *end)
{
	const char *p;

	for (p = s; (p = text_find(p, end, '=')) != NULL; p++)
		if (is_name(s, p))
			return true;
	/* Without a value, it is always the last attribute. */
	for (p = s; (p = text_find(p, end, '>')) != NULL; p++)
		if (is_name(s, p))
			return true;
	return false;
}

/* The block that begins at p, or NULL; p only moves forward. */
static const struct block *
block_at(struct blocks *b, const char *p)
{
	const struct block *block;

	for (; b->next < b->list.count; b->next++) {
		block = b->list.items[b->next];
		if (block->tag.start >= p)
			return block->tag.start == p ? block : NULL;
	}
	return NULL;
}

/* ---- rewriting for CommonMark ---- */

static void
set_prefix(struct blocks *b, const struct walk *w)
{
	buf_clear(&b->prefix);
	buf_puts(&b->prefix, "");
	walk_put_prefix(&b->prefix, w->line, w->text);
}

static void
put_blank_line(struct blocks *b)
{
	buf_puts(b->out, b->prefix.bytes);
	buf_putc(b->out, '\n');
}

/* End a line, add a blank one, and begin another. */
static void
put_gap(struct blocks *b)
{
	buf_putc(b->out, '\n');
	put_blank_line(b);
	buf_puts(b->out, b->prefix.bytes);
}

/* The fence on a line of HTML, or NULL if there is none that counts there. */
static const char *
fence_in(const struct blocks *b, const char *line, const char *end)
{
	const char *line_end;

	if (!(b->rules & FENCES)) {
		line = text_skip_blanks(line, end);
		line_end = text_find(line, end, '\n');
		if (line_end == NULL || line_end[-1] != MARKDOWN_FENCE_END)
			return NULL;
	}
	return walk_fence_length(line, end) > 0 ? line : NULL;
}

/* Put the code block that begins on a line of HTML; its end, or `line`. */
static const char *
put_fence(struct blocks *b, const char *line, const char *end)
{
	const char *fence = line < b->no_fence ? NULL : fence_in(b, line, end);
	const char *stop;

	if (fence == NULL)
		return line;
	stop = raw_fence_end(fence, end, b->rules & FENCES ? "" : " \t");
	if (stop == NULL) {
		b->no_fence = end;
		return line;
	}
	raw_fence_put(b->out, fence, stop);
	return stop;
}

/*
 * Put HTML, starting within a line, in which blank lines mean nothing; or text,
 * in which tags begin no blocks.
 */
static void
put_lines(struct blocks *b, const char *p, const char *end, bool is_text)
{
	const char *line_end = walk_line_end(p, end), *text;

	buf_add_span(b->out, p, line_end);
	for (p = line_end; p < end; p = line_end) {
		line_end = is_text ? p : put_fence(b, p, end);
		if (line_end > p)
			continue;
		line_end = walk_line_end(p, end);
		text = walk_skip_prefix(p, end);
		if (text < end && *text == '\n') {
			buf_puts(b->out, b->prefix.bytes);
			buf_putc(b->out, STANDIN_NONE);
			p = text;
		} else if (is_text && text < end && *text == '<') {
			buf_add_span(b->out, p, text);
			buf_putc(b->out, STANDIN_NONE);
			p = text;
		}
		buf_add_span(b->out, p, line_end);
	}
}

/* Put a start tag without the attribute that asks for Markdown. */
static void
put_tag(struct blocks *b, const struct markup_token *tag)
{
	const char *p = tag->start, *end = p + tag->length, *stop;
	struct markup_attribute a;

	if (markup_attribute_find(tag, RAW_BLOCK_ATTRIBUTE, &a)) {
		for (stop = a.name; ascii_is_space(stop[-1]); stop--)
			continue;
		buf_add_span(b->out, p, stop);
		p = a.end;
	}
	buf_add_span(b->out, p, end);
}

static void	 put_markdown(struct blocks *, const char *, const char *,
		    size_t depth);

/* Put an element that contains blocks of Markdown. */
static void
put_container(struct blocks *b, const struct block *block, size_t depth)
{
	const char *p = block->tag.start + block->tag.length;
	const char *end = block->close, *line;
	struct buf prefix = { 0 };

	put_tag(b, &block->tag);
	buf_putc(b->out, '\n');
	put_blank_line(b);
	buf_puts(&prefix, b->prefix.bytes);
	p = text_skip_blanks(p, end);
	if (p < end && *p == '\n')
		p++;
	else
		buf_puts(b->out, b->prefix.bytes);
	/* Put the end tag on a line of its own. */
	line = walk_cut_prefix(p, end);
	if (line > p && line[-1] == '\n')
		end = line - 1;
	if (p < end)
		put_markdown(b, p, end, depth + 1);
	buf_clear(&b->prefix);
	buf_puts(&b->prefix, prefix.bytes);
	buf_release(&prefix);
	put_gap(b);
	buf_add_span(b->out, block->close, block->end);
}

/* Put an element that contains inline Markdown, as a paragraph without <p>. */
static void
put_text(struct blocks *b, const struct block *block)
{
	buf_putc(b->out, MARKDOWN_BARE);
	put_tag(b, &block->tag);
	put_lines(b, block->tag.start + block->tag.length, block->end, true);
	buf_putc(b->out, MARKDOWN_BARE_END);
}

/* The first element within p and end that asks for Markdown, or NULL. */
static const struct block *
next_asking(struct blocks *b, const char *p, const char *end)
{
	const struct block *block;

	for (; b->next < b->list.count; b->next++) {
		block = b->list.items[b->next];
		if (block->tag.start >= end)
			return NULL;
		if (block->tag.start >= p && block->end != NULL &&
		    block->end <= end && block->asks &&
		    block->content != CONTENT_HTML)
			return block;
	}
	return NULL;
}

/* Put a block of HTML, and what in it asks for Markdown. */
static void
put_html(struct blocks *b, const struct block *block, size_t depth)
{
	const char *p = block->tag.start, *end = block->end;
	const bool is_code = markup_name_is(&block->tag, "pre");

	while (depth < CONTENT_DEPTH && !is_code &&
	    (block = next_asking(b, p, end)) != NULL) {
		put_lines(b, p, block->tag.start, false);
		b->next++;
		if (block->content == CONTENT_BLOCKS) {
			put_container(b, block, depth);
		} else {
			put_gap(b);
			put_text(b, block);
			put_gap(b);
		}
		p = block->end;
	}
	put_lines(b, p, end, false);
}

/* The content of a block that is part of a text. */
static enum content
inline_content(const struct block *block)
{
	return walk_block_end(block->tag.start, block->end) < block->end ?
	    CONTENT_BLOCKS : CONTENT_TEXT;
}

/*
 * Whether the first line of an element that did not ask for Markdown would be
 * code: it is HTML that is indented as HTML is.
 */
static bool
is_indented(const struct block *block)
{
	const char *p = block->tag.start + block->tag.length;
	const char *line = walk_line_end(p, block->close);
	const char *text = text_skip_blanks(line, block->close);

	return !block->asks && walk_is_blank(p, line) && text < block->close &&
	    *text == '<' && (*line == '\t' || text - line > 3);
}

static enum content
content_of(const struct block *block)
{
	if (block->is_inline)
		return inline_content(block);
	return block->content == CONTENT_BLOCKS && is_indented(block) ?
	    CONTENT_HTML : block->content;
}

static void
put_block(struct blocks *b, const struct block *block, size_t depth)
{
	enum content content = content_of(block);

	b->next++;
	if (content == CONTENT_TEXT)
		put_text(b, block);
	else if (content == CONTENT_BLOCKS && depth < CONTENT_DEPTH)
		put_container(b, block, depth);
	else
		put_html(b, block, depth);
}

/* After a block, Markdown begins anew, on the same line or the next one. */
static void
end_block(struct blocks *b, struct walk *w, const char *p)
{
	const char *end = w->end, *next;

	p = text_skip_blanks(p, end);
	if (p < end && *p != '\n') {
		put_gap(b);
	} else if (p < end) {
		buf_putc(b->out, '\n');
		p++;
		next = walk_skip_prefix(p, end);
		/* A blank line between items would make them paragraphs. */
		if (next < end && *next != '\n' &&
		    !walk_begins_block(next, end) &&
		    ((size_t)(next - p) >= b->prefix.length ||
		    walk_marker(next, end) == 0))
			put_blank_line(b);
		else
			b->after = p;
	}
	walk_skip(w, p);
	w->at_line = true;
	walk_end_html(w);
}

/* The same after a comment, except on the next line, which needs nothing. */
static void
end_comment(struct blocks *b, struct walk *w)
{
	const char *p = text_skip_blanks(w->next, w->end);

	if (p == w->end || *p == '\n')
		return;
	set_prefix(b, w);
	end_block(b, w, p);
}

/* Whether a line begins with the tag of an inline element.  The paragraph it
   seems to continue may be a heading, `#Rain`, and end above it. */
static bool
begins_text(const struct walk *w)
{
	const char *name = w->text + 1;
	unsigned classes = markup_element_class(name,
	    (size_t)(text_word_end(name, w->end, "") - name));

	return classes & MARKUP_PHRASING && !(classes &
	    (MARKUP_RAW | MARKUP_RCDATA | MARKUP_HIDDEN | MARKUP_FOREIGN));
}

/* Process a line that begins with a tag.  Returns false if it stays as is. */
static bool
take_line(struct blocks *b, struct walk *w, size_t depth)
{
	const struct block *block;

	if (w->text == w->end || *w->text != '<' ||
	    (w->in_html && !w->begins_html) ||
	    w->text - w->line > PREFIX_MAX)
		return false;
	block = block_at(b, w->text);
	if (block == NULL && begins_text(w)) {
		buf_add_span(b->out, w->line, w->text);
		buf_putc(b->out, STANDIN_NONE);
		w->next = w->text;
		w->at_line = false;
		if (!walk_continues(w))
			w->in_html = w->begins_html = w->is_lazy = false;
		w->in_paragraph = true;
		return true;
	}
	if (block == NULL || block->end == NULL || block->end > w->end ||
	    (walk_continues(w) && !(block->tag.classes & MARKUP_BLOCK)))
		return false;
	set_prefix(b, w);
	if (block->content == CONTENT_TEXT &&
	    (walk_continues(w) || w->line == b->after))
		put_blank_line(b);
	buf_add_span(b->out, w->line, w->text);
	put_block(b, block, depth);
	end_block(b, w, block->end);
	return true;
}

static void
put_markdown(struct blocks *b, const char *p, const char *end, size_t depth)
{
	struct walk_token token;
	struct walk walk;

	walk_init(&walk, p, (size_t)(end - p), "");
	while (walk_next(&walk, &token)) {
		if (token.kind == WALK_LINE && take_line(b, &walk, depth))
			continue;
		buf_add(b->out, token.start, token.length);
		if (token.kind == WALK_CODE && token.start == walk.text &&
		    walk.begins_html)
			end_comment(b, &walk);
	}
}

static bool
may_be_in(const struct adaption_source *source)
{
	static const char before[] = " \t0123456789>-*+.)";
	const char *s = source->start, *end = source->end, *p = s, *line;

	if (source->dialect & MARKDOWN_IN_HTML)
		return source->pairs & PAIR_ATTRIBUTE &&
		    raw_block_may_ask(s, end);
	for (; (p = text_find(p, end, '<')) != NULL; p++) {
		for (line = p; line > s && strchr(before, line[-1]) != NULL;
		    line--)
			continue;
		if (line == s || line[-1] == '\n')
			return true;
	}
	return false;
}

/* An unknown program is treated as Python-Markdown, if something asks. */
static unsigned
rules_of(unsigned dialect)
{
	if (dialect & MARKDOWN_PANDOC_BLOCKS)
		return ALL_ASK | INNER_ASK;
	if (dialect & MARKDOWN_ALL_BLOCKS)
		return ALL_ASK;
	if (dialect & (MARKDOWN_EXTRA_BLOCKS | MARKDOWN_IN_HTML))
		return BARE_ASKS | FENCES;
	return dialect & MARKDOWN_FENCED_BLOCKS ? FENCES : 0;
}

/* In MDX, elements contain Markdown anyway. */
static void
adapt(struct buf *out, struct walk *w)
{
	struct blocks b = { .out = out, .rules = rules_of(w->dialect) };
	const char *s = w->start, *end = w->end;
	struct buf dedented = { 0 };

	if (w->is_mdx) {
		buf_add_span(out, s, end);
		return;
	}
	if (b.rules & INNER_ASK) {
		raw_block_dedent(&dedented, s, (size_t)(end - s));
		s = dedented.bytes;
		end = s + dedented.length;
	}
	b.start = s;
	raw_block_find(&b, s, (size_t)(end - s));
	put_markdown(&b, s, end, 0);
	buf_release(&b.prefix);
	buf_release(&dedented);
	arena_release(&b.arena);
}

const struct adaption adaption_raw_block = {
	.dialect = MARKDOWN_BLOCKS | MARKDOWN_ALL_BLOCKS |
	    MARKDOWN_PANDOC_BLOCKS | MARKDOWN_IN_HTML,
	.may_be_in = may_be_in,
	.adapt = adapt,
	.has_standins = true
};

/*
 * Finds the elements of a source that can be blocks.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/raw_block_parts.h"
#include "markdown/walk.h"

/* Whether an element can be a block: all but inline elements. */
static bool
can_be_block(const struct markup_token *tag)
{
	static const char *const others[] = { "audio", "canvas", "iframe",
	    "map", "noscript", "object", "svg", "video", NULL };

	return (tag->classes & MARKUP_BLOCK) ||
	    markup_name_is_any(tag, others);
}

/* Elements whose content, if it is Markdown, is inline. */
static bool
holds_text(const struct markup_token *tag)
{
	static const char *const names[] = { "p", "h1", "h2", "h3", "h4",
	    "h5", "h6", "dt", "th", "caption", "legend", "summary", NULL };

	return markup_name_is_any(tag, names);
}

/* Elements that contain only others, unless they ask for something else. */
static bool
holds_elements(const struct markup_token *tag)
{
	static const char *const names[] = { "table", "thead", "tbody",
	    "tfoot", "tr", "colgroup", "ul", "ol", "hr", "col", "iframe",
	    "svg", "video", "audio", "canvas", "center", NULL };

	return markup_name_is_any(tag, names);
}

static void
set_content(const struct blocks *b, struct block *block)
{
	const struct markup_token *tag = &block->tag;
	struct markup_attribute a;

	if (markup_name_is(tag, "pre"))
		return;
	block->asks = markup_attribute_find(tag, RAW_BLOCK_ATTRIBUTE, &a);
	/* Python-Markdown treats <center> as part of the text. */
	if (block->asks ? markup_value_is(&a, "1") ||
	    (b->rules & BARE_ASKS && a.value == NULL) : b->rules & ALL_ASK ?
	    !holds_elements(tag) :
	    b->rules & BARE_ASKS && markup_name_is(tag, "center"))
		block->content = holds_text(tag) ? CONTENT_TEXT :
		    CONTENT_BLOCKS;
	else if (block->asks && markup_value_is(&a, "span"))
		block->content = CONTENT_TEXT;
	else if (block->asks && markup_value_is(&a, "block"))
		block->content = CONTENT_BLOCKS;
}

/* Up to three spaces do not count. */
static bool
begins_line(const char *s, const char *p)
{
	const char *line = p;

	while (line > s && line[-1] == ' ')
		line--;
	return p - line < 4 && (line == s || line[-1] == '\n');
}

static void
open_block(struct blocks *b, const struct markup_token *tag)
{
	struct block *block;

	if (!can_be_block(tag))
		return;
	block = arena_alloc(&b->arena, sizeof *block);
	*block = (struct block){ .tag = *tag };
	set_content(b, block);
	block->is_inline = b->rules & BARE_ASKS && b->open.count == 0 &&
	    block->content == CONTENT_HTML && !holds_elements(tag) &&
	    !markup_name_is(tag, "pre") && !begins_line(b->start, tag->start);
	arena_list_add(&b->arena, &b->list, block);
	if (tag->classes & MARKUP_VOID)
		block->close = block->end = tag->start + tag->length;
	else
		arena_list_add(&b->arena, &b->open, block);
}

/* A table cell or list item on one line gets no paragraph. */
static void
set_inner_content(struct block *block)
{
	static const char *const names[] = { "td", "li", "dd", NULL };
	const struct markup_token *tag = &block->tag;
	const char *p = tag->start + tag->length;

	block->asks = true;
	if (markup_name_is_any(tag, names) &&
	    text_find(p, block->close, '\n') == NULL)
		block->content = CONTENT_TEXT;
}

/* Elements left open inside this one have no end. */
static void
close_block(struct blocks *b, const struct markup_token *tag)
{
	size_t i = b->open.count, limit = i > RAW_BLOCK_DEPTH ?
	    i - RAW_BLOCK_DEPTH : 0;
	struct block *block;

	for (; i > limit; i--) {
		block = (struct block *)b->open.items[i - 1];
		if (!markup_has_name(tag, block->tag.name,
		    block->tag.name_length))
			continue;
		block->close = tag->start;
		block->end = tag->start + tag->length;
		if (b->rules & INNER_ASK)
			set_inner_content(block);
		b->open.count = i - 1;
		return;
	}
}

/* Skips elements in code; but indentation, as in HTML, does not make code. */
void
raw_block_find(struct blocks *b, const char *s, size_t n)
{
	struct walk_token token;
	struct markup_token tag;
	struct markup markup;
	struct walk walk;
	const char *stop;

	walk_init(&walk, s, n, "<");
	walk.is_mdx = true;
	while (walk_next(&walk, &token)) {
		if (token.kind != WALK_MARK ||
		    (stop = walk_tag_end(&walk, token.start)) == NULL)
			continue;
		markup_init(&markup, token.start,
		    (size_t)(stop - token.start));
		if (!markup_next(&markup, &tag))
			continue;
		if (tag.kind == MARKUP_START)
			open_block(b, &tag);
		else if (tag.kind == MARKUP_END)
			close_block(b, &tag);
	}
}

/*
 * raw_block_parts - what the parts of raw_block share.
 *
 *	raw_block.c		elements as CommonMark wants them
 *	raw_block_find.c	where they begin and end, and what they hold
 *	raw_block_dedent.c	their lines without indentation
 */
#ifndef MARKDOWN_RAW_BLOCK_PARTS_H
#define MARKDOWN_RAW_BLOCK_PARTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "html/markup.h"
#include "markdown/raw_block.h"

/* Of open elements that an end tag is for. */
#define RAW_BLOCK_DEPTH 64

/* What a block holds. */
enum content { CONTENT_HTML, CONTENT_BLOCKS, CONTENT_TEXT };

/* An element that can be a block. */
struct block {
	struct markup_token tag;
	const char	*close;		/* its end tag; NULL: it has none */
	const char	*end;		/* behind that */
	enum content	 content;
	bool		 asks;		/* for it, by itself */
	bool		 is_inline;	/* to Python-Markdown, as its line does
					   not begin with it */
};

/* Of some programs alone. */
enum {
	ALL_ASK = 1 << 0,	/* for Markdown */
	BARE_ASKS = 1 << 1,	/* `markdown` without a value does */
	FENCES = 1 << 2,	/* code in them, in HTML */
	INNER_ASK = 1 << 3	/* those in HTML do, too, and indentation below
				   a tag is none */
};

struct blocks {
	struct arena	 arena;
	struct arena_list list;		/* struct block, as they stand */
	struct arena_list open;		/* those whose end has not come */
	size_t		 next;		/* in the list */
	unsigned	 rules;
	struct buf	*out;
	const char	*start;
	const char	*after;		/* a block, without a blank line */
	const char	*no_fence;	/* up to there, none has an end */
	struct buf	 prefix;	/* what the lines of a block begin
					   with, in its place in lists and
					   quotations */
};

/* `markdown`, which asks for it. */
#define RAW_BLOCK_ATTRIBUTE "markdown"

/* Collect the elements of a source, with the arena as their owner. */
void	 raw_block_find(struct blocks *, const char *, size_t);

/* Add a source in which what begins below a tag begins as far to the right as
   that. */
void	 raw_block_dedent(struct buf *, const char *, size_t);

#endif

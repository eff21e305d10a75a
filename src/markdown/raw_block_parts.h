/*
 * raw_block_parts - shared by the parts of raw_block.
 *
 *	raw_block.c		elements as CommonMark needs them
 *	raw_block_find.c	where they begin and end, and what they hold
 *	raw_block_dedent.c	their lines without indentation
 */
#ifndef MARKDOWN_RAW_BLOCK_PARTS_H
#define MARKDOWN_RAW_BLOCK_PARTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "html/markup.h"
#include "markdown/raw_block.h"

/* Open elements that an end tag is compared with. */
#define RAW_BLOCK_DEPTH 64

/* What a block holds. */
enum content { CONTENT_HTML, CONTENT_BLOCKS, CONTENT_TEXT };

/* An element that can be a block. */
struct block {
	struct markup_token tag;
	const char	*close;		/* its end tag; NULL: none */
	const char	*end;		/* after that */
	enum content	 content;
	bool		 asks;		/* for Markdown, by its own attribute */
	bool		 is_inline;	/* to Python-Markdown, as it does not
					   begin its line */
};

/* Rules of some programs only. */
enum {
	ALL_ASK = 1 << 0,	/* all blocks ask for Markdown */
	BARE_ASKS = 1 << 1,	/* `markdown` without a value does */
	FENCES = 1 << 2,	/* fenced code blocks in HTML */
	INNER_ASK = 1 << 3	/* those in HTML ask, too, and indentation
				   below a tag means nothing */
};

struct blocks {
	struct arena	 arena;
	struct arena_list list;		/* struct block, in source order */
	struct arena_list open;		/* those not closed yet */
	size_t		 next;		/* index in the list */
	unsigned	 rules;
	struct buf	*out;
	const char	*start;
	const char	*after;		/* a block and no blank line */
	const char	*no_fence;	/* no fence before it has an end */
	struct buf	 prefix;	/* how the lines of a block begin,
					   for the lists and blockquotes it
					   is in */
};

/* `markdown`, which asks for Markdown. */
#define RAW_BLOCK_ATTRIBUTE "markdown"

/* Collect the elements of a source; the arena owns them. */
void	 raw_block_find(struct blocks *, const char *, size_t);

/* Add a source in which content that begins below a tag is indented like
   that tag. */
void	 raw_block_dedent(struct buf *, const char *, size_t);

#endif

/*
 * walk - Markdown source, split into code and text.
 *
 * Changes to a source before it is rendered must not touch code.  The walk
 * splits a source into spans that put together are the source again, and tells
 * code from text by CommonMark's rules for fenced and indented code, code spans
 * and HTML blocks.  Lists are followed only as far as these need it.  Of an
 * HTML source it knows only elements and comments.  It runs in linear time.
 */
#ifndef MARKDOWN_WALK_H
#define MARKDOWN_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Deeper lists count as this deep; md4c has no code spans of more backticks. */
#define WALK_LISTS 16
#define WALK_TICKS 32

enum walk_kind {
	WALK_LINE,	/* empty: a line of text begins here */
	WALK_TEXT,
	WALK_MARK,	/* one of the characters asked for */
	WALK_CODE	/* code, a comment, <script>, <style> */
};

struct walk_token {
	enum walk_kind	 kind;
	const char	*start;
	size_t		 length;
};

struct walk_fence {
	char		 c;
	size_t		 length;	/* 0: not in fenced code */
	size_t		 quotes, column;
};

struct walk {
	const char	*start, *next, *end;
	const char	*line;		/* start of the line */
	const char	*text;		/* after indentation and markers of
					   lists and blockquotes */
	unsigned	 dialect;	/* of Markdown, for users of the walk */
	unsigned	 rules;		/* see struct adaption */
	bool		 is_html;	/* the whole source is */
	bool		 in_html;	/* in an HTML block */
	bool		 begins_html;	/* the line begins an HTML block */
	bool		 ends_html;	/* that block ends with the line */
	bool		 in_paragraph;
	bool		 continues;	/* the line continues a paragraph */
	bool		 is_lazy;	/* ... with less indentation (5.1) */
	bool		 is_mdx;	/* indentation is not code, and
					   elements are not HTML blocks */
	bool		 is_flat;	/* indentation is not code */
	bool		 no_tildes;	/* tildes do not begin code */
	bool		 at_line;	/* a line begins next */
	unsigned char	 special[256];
	struct walk_fence fence;
	size_t		 quotes, lists;
	size_t		 column;	/* of the line's text */
	size_t		 kept_lists;	/* those that the line continues */
	size_t		 outer_lists;	/* those around the blockquotes */
	size_t		 quote_base;	/* text column of the last of these */
	size_t		 open_quotes, open_lists; /* in the line above */
	size_t		 columns[WALK_LISTS];
	const char	*span_limit;	/* code spans end before it */
	const char	*runs[WALK_TICKS + 1];	/* the last before it */
	const char	*tag_end;	/* the last '>' searched for */
	unsigned	 missing;	/* bits: elements that have no end */
};

/*
 * Begin.  Each of the characters in marks is to be a token of its own; a
 * backslash before it hides it, unless that is a mark itself.
 */
void	 walk_init(struct walk *, const char *, size_t, const char *marks);
/* Add more marks; before the first walk_next(). */
void	 walk_mark(struct walk *, const char *marks);
bool	 walk_next(struct walk *, struct walk_token *);

/* Continue at a later position, such as after what a mark began. */
void	 walk_skip(struct walk *, const char *);

/* Column where the text of the current block begins, such as a list item. */
size_t	 walk_base(const struct walk *);
/* Whether text at a column, which may continue a paragraph, is indented as
   far as code. */
bool	 walk_is_deep(const struct walk *, size_t column);

/*
 * Treat what is below the line, and indented by width relative to its text, as
 * one block with it, like what is below the marker of an item.  Returns the
 * column of that.
 */
size_t	 walk_open(struct walk *, size_t width);
/* End that block before what is next. */
void	 walk_close(struct walk *);
/* A less indented line has ended it, and does not continue it lazily. */
void	 walk_leave(struct walk *);

/* What is next is outside the HTML block that the line began in. */
void	 walk_end_html(struct walk *);

/* Whether the line continues the paragraph above and does not begin an item. */
bool	 walk_continues(const struct walk *);

/*
 * At the end of a text that something else will follow: close a fence that is
 * still open.  Adds to the Markdown written so far.
 */
void	 walk_close_fence(const struct walk *, struct buf *);

/* The end of the line that p is in, after its line feed. */
const char *walk_line_end(const char *p, const char *end);
/* The beginning of the line above, or of the line itself if it is the first. */
const char *walk_line_above(const struct walk *);
/* Whether a span is nothing but whitespace. */
bool	 walk_is_blank(const char *p, const char *end);
/* The end of the line if only spaces and tabs follow p in it; else NULL. */
const char *walk_blank_rest(const char *p, const char *end);
/* Skip blank lines from p on. */
const char *walk_skip_blank_lines(const char *p, const char *end);
/* Skip spaces, tabs and blockquote markers at p, or go back over those
   before p. */
const char *walk_skip_prefix(const char *p, const char *end);
const char *walk_cut_prefix(const char *start, const char *p);
/* Write how another line in the same blockquotes and lists begins, given how
   one does: list markers become spaces. */
void	 walk_put_prefix(struct buf *, const char *p, const char *end);
/*
 * Length of the list marker at p, which a space, a tab or the end of the line
 * follows; 0 if there is none.
 */
size_t	 walk_marker(const char *p, const char *end);
/* Whether a footnote begins at p: `[^1]: Rain`. */
bool	 walk_begins_note(const char *p, const char *end);
/* Whether a heading begins at p: `# Rain`. */
bool	 walk_is_heading(const char *p, const char *end);
/* Length of the code fence that a line begins with, or 0 if there is none. */
size_t	 walk_fence_length(const char *p, const char *end);
/* The line that closes the fenced code block that begins at p, or NULL if
   there is none.  The characters in `before` may precede the closing fence. */
const char *walk_closing_line(const char *p, const char *end,
	    const char *before);
/* Whether a tag of a block-level element is at p. */
bool	 walk_begins_block(const char *p, const char *end);
/*
 * The end of the tag at p, or NULL if it does not end in its paragraph.  The
 * search stops where another tag begins, so all of them together take linear
 * time.
 */
const char *walk_tag_end(const struct walk *, const char *p);
/* The end of the paragraph that p is in: at a blank line, a list item, a
   heading or a fence. */
const char *walk_paragraph_end(const char *p, const char *end);
/* The next blank line after p. */
const char *walk_block_end(const char *p, const char *end);

#endif

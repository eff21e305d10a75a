/*
 * walk - Markdown source, with its code kept apart from its text.
 *
 * What is done to a source before it is rendered must not reach into code.
 * The walk cuts a source into spans that laid end to end are the source
 * again, and tells code from text by CommonMark's rules for fenced and
 * indented code, code spans and HTML blocks.  Lists are followed only as far
 * as these need it.  Of an HTML source it knows elements and comments alone.
 * Time is linear.
 */
#ifndef MARKDOWN_WALK_H
#define MARKDOWN_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Deeper lists count as this deep; md4c knows no longer code spans. */
#define WALK_LISTS 16
#define WALK_TICKS 32

enum walk_kind {
	WALK_LINE,	/* empty: a line of text begins here */
	WALK_TEXT,
	WALK_MARK,	/* one of the characters that were asked for */
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
	const char	*line;		/* the line: its first byte, ... */
	const char	*text;		/* ... and that behind indentation and
					   markers of lists and quotations */
	unsigned	 dialect;	/* of Markdown, for those who ask */
	unsigned	 rules;		/* see struct adaption */
	bool		 is_html;	/* the whole source */
	bool		 in_html;	/* in an HTML block */
	bool		 begins_html;	/* the line, one */
	bool		 ends_html;	/* that is at the line's end */
	bool		 in_paragraph;
	bool		 continues;	/* the line, a paragraph, ... */
	bool		 is_lazy;	/* ... less indented than that (5.1) */
	bool		 is_mdx;	/* indentation is no code, elements
					   make no HTML blocks */
	bool		 is_flat;	/* indentation is no code, either */
	bool		 no_tildes;	/* begin code */
	bool		 at_line;	/* a line is to begin */
	unsigned char	 special[256];
	struct walk_fence fence;
	size_t		 quotes, lists;
	size_t		 column;	/* of the line's text */
	size_t		 kept_lists;	/* those that the line goes on with */
	size_t		 outer_lists;	/* those that the quotations are in */
	size_t		 quote_base;	/* column of the innermost of these */
	size_t		 open_quotes, open_lists; /* above the line */
	size_t		 columns[WALK_LISTS];
	const char	*span_limit;	/* no code span crosses it */
	const char	*runs[WALK_TICKS + 1];	/* the last ones before it */
	const char	*tag_end;	/* the last '>' that was looked for */
	unsigned	 missing;	/* ends of elements and comments */
};

/*
 * Begin.  The marks are characters for which there is to be a token each;
 * a backslash before one hides it, unless it is a mark itself.
 */
void	 walk_init(struct walk *, const char *, size_t, const char *marks);
/* More of them, before the first token is taken. */
void	 walk_mark(struct walk *, const char *marks);
bool	 walk_next(struct walk *, struct walk_token *);

/* Go on from a later place, such as behind what a mark began. */
void	 walk_skip(struct walk *, const char *);

/* The column that the text of its block begins at, as that of an item does. */
size_t	 walk_base(const struct walk *);
/* Whether a text in that column, which may go on with a paragraph, is as far in
   as code. */
bool	 walk_is_deep(const struct walk *, size_t column);

/*
 * What is below the line, and that far further to the right than its text, is
 * of one block with it, as below the marker of an item.  The column of that.
 */
size_t	 walk_open(struct walk *, size_t width);
/* It ends before what is next. */
void	 walk_close(struct walk *);
/* A line of less than that has ended it, and does not go on with it. */
void	 walk_leave(struct walk *);

/* What is next stands outside of the HTML block that the line began in. */
void	 walk_end_html(struct walk *);

/* Whether the line goes on with the paragraph above, and begins no item. */
bool	 walk_goes_on(const struct walk *);

/*
 * At the end of a text that something else follows: close a fence that nothing
 * has closed.  Adds to the Markdown that was made of the text.
 */
void	 walk_close_fence(const struct walk *, struct buf *);

/* Just behind the line that p is in, line feed and all. */
const char *walk_line_end(const char *p, const char *end);
/* The beginning of the line above; the first one has itself there. */
const char *walk_line_above(const struct walk *);
/* Whether a span holds nothing but blanks. */
bool	 walk_is_blank(const char *p, const char *end);
/* Behind the line, if only blanks follow p in it; else NULL. */
const char *walk_blank_rest(const char *p, const char *end);
/* Behind the lines from p on that hold nothing but blanks. */
const char *walk_skip_blank_lines(const char *p, const char *end);
/* Behind the blanks and marks of quotations at p; in front of those before
   it. */
const char *walk_skip_prefix(const char *p, const char *end);
const char *walk_cut_prefix(const char *start, const char *p);
/* Write what another line of the same quotations and lists begins with as the
   span does: blanks stand for the markers of lists. */
void	 walk_put_prefix(struct buf *, const char *p, const char *end);
/* Length of a list marker at p, which a blank or the line's end follows. */
size_t	 walk_marker(const char *p, const char *end);
/* Whether a footnote begins at p: `[^1]: Rain`. */
bool	 walk_begins_note(const char *p, const char *end);
/* Whether a heading begins at p: `# Rain`. */
bool	 walk_is_heading(const char *p, const char *end);
/* The length of a fence that a line begins with; 0: there is none. */
size_t	 walk_fence_length(const char *p, const char *end);
/* The line that closes the code whose fence begins at p, in front of which such
   characters may stand; NULL: none does. */
const char *walk_closing_line(const char *p, const char *end,
	    const char *before);
/* Whether a tag of a block-level element begins at p. */
bool	 walk_begins_block(const char *p, const char *end);
/*
 * Behind the tag at p; NULL: it has no end in its paragraph.  None goes on
 * over the beginning of another, so that all of them take linear time.
 */
const char *walk_tag_end(const struct walk *, const char *p);
/* Where the paragraph that p is in ends: at a blank line, a list item, a
   heading or a fence. */
const char *walk_paragraph_end(const char *p, const char *end);
/* The next blank line behind p. */
const char *walk_block_end(const char *p, const char *end);

#endif

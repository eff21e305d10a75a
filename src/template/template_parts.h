/*
 * template_parts - shared by all files of template/template, and private to
 * them: the state, a tag with its arguments, values, and output.
 *
 *	template.c		the walk through a body
 *	template_tag.c		from source to a tag with its arguments
 *	template_url.c		URLs of the site
 *	template_value.c	what is between {{ and }}
 *	template_marks.c	quick search for where any of these may be
 *	template_put.c		what is written in their place
 *	template_footnote.c	... as a footnote
 *	template_block.c	... around what is up to an end
 *	template_put_image.c	... as an image
 *	template_put_code.c	... as code
 *	template_leave.c	what has no meaning here
 *
 * What else they provide to each other is in
 *
 *	template_tags.h		tags that have a meaning, by name
 *	template_markup.h	what generators add to Markdown
 *	template_elements.h	elements and expressions of MDX and Vue
 */
#ifndef TEMPLATE_TEMPLATE_PARTS_H
#define TEMPLATE_TEMPLATE_PARTS_H

#include "base/arena.h"
#include "markdown/math.h"
#include "markdown/walk.h"
#include "template/template.h"

#define TEMPLATE_ARGUMENTS 24
#define TEMPLATE_PAIRS 64
/* Elements of Distill that have content. */
#define TEMPLATE_DISTILL 3
#define TEMPLATE_DEPTH 16
/* Repeating a longer value could blow up the output. */
#define TEMPLATE_VALUE_MAX 1000
/* Columns of a tab, and of one level of indentation. */
#define TEMPLATE_INDENT 4

enum template_syntax {
	TEMPLATE_TAG = 1 << 0,		/* {% name a b %} */
	TEMPLATE_SHORTCODE = 1 << 1,	/* {{< name a b >}} */
	TEMPLATE_CALL = 1 << 2		/* {{ name(a) }}, {% name(a) %} */
};

struct template_argument {
	const char	*key;		/* NULL: none */
	const char	*value;		/* without quotes */
	bool		 is_quoted;
};

struct template_tag {
	enum template_syntax syntax;	/* 0: a component */
	const char	*start, *end;	/* in the source, with braces */
	const char	*name;		/* of an end tag, of its start */
	bool		 is_end, is_single;	/* {{< x />}} is single */
	const char	*text;		/* all arguments, as typed */
	struct template_argument arguments[TEMPLATE_ARGUMENTS];
	size_t		 count;
};

/* An end tag that occurs in the body. */
struct template_pair {
	enum template_syntax syntax;
	const char	*name;
	const char	*last;		/* start of the last one */
};

/* A block that is open, and what is needed to close it. */
struct template_block {
	const char	*name;
	size_t		 colons;	/* of `:::`; otherwise 0 */
	size_t		 prefix;	/* bytes before the text of the line
					   that begins it */
	size_t		 indent;	/* of its content; or 0 */
	size_t		 column;	/* of the line that begins it */
	size_t		 lists;		/* including it, around its text */
	size_t		 start;		/* of its content in the output */
	bool		 is_quote;
	const char	*bare_of;	/* it is just the indentation below
					   that tag; otherwise NULL */
	size_t		 inner;		/* tags of that name inside it */
	bool		 is_rich;	/* its heading is Markdown */
	const char	*footer;	/* HTML for a blockquote, Markdown
					   for a note after text or below an
					   image; or NULL */
	const char	*language;	/* of code in its tabs; NULL: text */
	const char	*titles;	/* of the tabs or code blocks still
					   to come, "A, B"; NULL: not listed */
	const char	*summary;	/* of <details>; otherwise NULL */
	bool		 is_link;
	bool		 is_note;
	bool		 has_titles;	/* in comments: `<!-- tab A -->` */
};

/* The content of {% capture name %}; a long text is written only once. */
struct template_capture {
	const char	*name, *text;	/* NULL: it was written */
	const char	*start, *end;	/* of its source */
	const char	*words;		/* see template_captured_words();
					   NULL: not yet made */
};

/* What to do with the lines of a Quarto fence. */
enum template_cell {
	CELL_NONE,		/* not in a cell */
	CELL_OPTIONS,		/* dropped, until the code begins */
	CELL_CODE,
	CELL_ESCAPED,		/* shown with its fence: `{{r}}` */
	CELL_HTML,
	CELL_HIDDEN
};

enum template_engine { ENGINE_UNKNOWN, ENGINE_NONE, ENGINE_KNITR,
    ENGINE_OTHER };

struct template {
	struct walk	 walk;
	struct buf	*out;
	/* Expand a part of the source on its own, into the arena. */
	const char	*(*expand_part)(struct template *, const char *p,
	    const char *end);
	const struct template_host *host;
	struct template_report *report;
	struct arena	 arena;
	struct template_block blocks[TEMPLATE_DEPTH];
	size_t		 depth;
	size_t		 indented;	/* number of indented blocks */
	const char	*raw_end;	/* nothing before it is a tag, ... */
	const char	*raw_next;	/* ... and the source continues here */
	bool		 in_fence;	/* the previous token was in a fence */
	bool		 has_notes;	/* there is a `[!code ...]` */
	bool		 is_mdx;
	size_t		 line_start;	/* of the line, in out */
	bool		 begins_paragraph;	/* the line does */
	bool		 is_bare;	/* its paragraph is: see markdown.h */
	struct arena_list variables;	/* struct template_variable */
	struct buf	*text_out;	/* the real out, while out is `note` */
	struct buf	 note, notes;	/* the open one; all, as footnotes */
	size_t		 note_count;

	/* State of each file, by its name. */

	/* template */
	size_t		 empty_to;	/* in out: line is empty up to it */
	struct math_ends formulas;
	/* tag */
	struct template_pair pairs[TEMPLATE_PAIRS];
	size_t		 pair_count;
	/* if */
	struct template_branch *branch;	/* the current one; NULL: none */
	bool		 has_open_branch;	/* some branch has no end */
	/* variable */
	struct template_capture captures[TEMPLATE_DEPTH];
	size_t		 capture_count;
	/* note */
	const char	*note_stop;	/* pairs before it are not notes */
	const char	*note_limit;	/* end of the latest paragraph */
	/* code */
	bool		 is_raw_code;	/* in code, after {% raw %} */
	/* caption */
	bool		 has_open_fence;	/* one in HTML is not closed */
	/* container and mkdocs: the last line of nothing but such marks */
	const char	*last_colons, *last_slashes;
	/* wiki */
	const char	*highlight_end;	/* of the last ==text==; or NULL */
	bool		 has_open_comment;	/* some %% is not closed */
	/* wordpress */
	bool		 in_caption;	/* of an image, ... */
	size_t		 caption_start;	/* ... which begins here in out */
	const char	*caption;	/* its text, NULL: unknown so far */
	unsigned long long missing_ends; /* by row of the shortcode */
	/* Whether one without arguments is a defined link. */
	bool		 are_names_known, are_names_links;
	/* distill: the next end tag of each; at the end of the text: none */
	const char	*distill[TEMPLATE_DISTILL];
	/* quarto */
	bool		 has_open_div;	/* some div is not closed */
	size_t		 brackets[TEMPLATE_DEPTH];	/* open, in out;
							   SIZE_MAX: a note */
	size_t		 bracket_count;
	/* cell */
	enum template_cell cell;
	const char	*cell_line, *cell_fence;	/* its first line */
	enum template_engine engine;	/* that runs cells */
	/* vue */
	bool		 has_open_pre;	/* some v-pre is not closed */
	/* mdx */
	const char	*braces_end;	/* of their paragraph */
	struct arena_list braces;	/* struct template_braces, by start */
	struct walk_fence mdx_fence;	/* around MDX; length 0: none */
	bool		 has_open_export;
	bool		 is_open_text;	/* some backquote is not closed */
	bool		 is_open_comment;	/* some comment is not closed */
	/* element */
	unsigned char	*passed;	/* bitmap of source positions that a
					   tag was scanned over */
	bool		 has_open_head;	/* some <head> is not closed */
	/* component */
	size_t		 links;		/* open <Link> and the like */
	const char	*code_end;	/* the last </CodeBlock> searched for */
};

/* A value in a condition.  text is that of a string or number; of a list,
   its items, one on each line, if known; otherwise NULL. */
struct template_operand {
	enum template_kind kind;
	const char	*text;
};

struct template_variable {
	const char	*name;
	struct template_operand value;
};

struct template_braces {
	const char	*start, *end;	/* after the brace; NULL: not closed */
	struct template_braces *outer;
};

/* ---- the host ---- */

/* What its functions return, or NULL if it does not have them. */

static inline const char *
template_find_post(const struct template *t, const char *name)
{
	const struct template_host *h = t->host;

	return h->find_post == NULL ? NULL : h->find_post(h->context, name);
}

static inline const char *
template_find_key(const struct template *t, const char *key)
{
	const struct template_host *h = t->host;

	return h->find_key == NULL ? NULL : h->find_key(h->context, key);
}

static inline const char *
template_find_address(const struct template *t, const char *address)
{
	const struct template_host *h = t->host;

	return h->find_address == NULL ? NULL : h->find_address(h->context,
	    address);
}

/* ---- template_tag.c ---- */

/*
 * Read a tag that begins at p.  Returns false if it is not one: it has no end
 * before a blank line or another opening, or no name.
 */
bool	 template_read_tag(struct template *, const char *p,
	    struct template_tag *);
/* The same for the inside of {{ }}, a call with arguments. */
bool	 template_read_call(struct template *, const char *p, const char *end,
	    struct template_tag *);
/* The end of a name: letters of any script, digits, and the given marks. */
const char *template_name_end(const char *p, const char *end,
	    const char *marks);
/* Where `close` closes what `open` begins at p, or NULL. */
const char *template_close(const char *p, const char *end, const char *open,
	    const char *close);
/* Whether a word is one of several, "a|b". */
bool	 template_is_among(const char *word, const char *words);
/* The value of one of several keys, "a|b", or NULL. */
const char *template_key(const struct template_tag *, const char *keys);
/* The n-th value without a key, counting from 0, or NULL. */
const char *template_word(const struct template_tag *, size_t);
/* The former or, if there is none, the latter. */
const char *template_key_or_word(const struct template_tag *,
	    const char *keys, size_t);
/* Values without keys from the n-th on, joined by spaces, or NULL. */
const char *template_words(struct template *, const struct template_tag *,
	    size_t);
/* Words joined in this way (NULL: none so far) and one more. */
const char *template_add_word(struct template *, const char *words,
	    const char *word);

/* Hexo's `Ada Example https://example.org A title`; each may be NULL. */
struct template_source {
	const char	*name, *url, *title;
};

void	 template_read_source(struct template *, const struct template_tag *,
	    struct template_source *);
/* The HTML below a blockquote, or NULL if nothing is known of its source. */
const char *template_quote_footer(struct template *,
	    const struct template_source *);

/* Note which tags have end tags anywhere. */
void	 template_find_pairs(struct template *);
bool	 template_is_paired(const struct template *,
	    const struct template_tag *);
/* Find the next end tag of a pair. */
bool	 template_find_end(struct template *, const struct template_tag *,
	    struct template_tag *end);
/* Whether a tag of the same name begins between p and end. */
bool	 template_is_between(struct template *, const struct template_tag *,
	    const char *p, const char *end);
/* Whether a word is an option, not text: `color:red`. */
bool	 template_is_option(const char *word);

/* ---- template_url.c ---- */

/* The URL of the site, without a path. */
const char *template_site_origin(struct template *);
/*
 * The length of a text without the URL of the site, its path, or both, at its
 * end.  They are written before `{{ page.url }}`, which is a path to the
 * generator, but a URL here.
 */
size_t	 template_without_site(struct template *, const char *, size_t);
/* The URL of the page to append to the output: only its path, if the output
   ends in the beginning of another URL. */
const char *template_page_url(struct template *);
/*
 * What Jekyll uses as the id of a post: its path below the site, with the slug
 * as the last part; NULL if it is unknown.
 */
const char *template_page_id(struct template *);
/* The URL of a path on the site. */
const char *template_site_path(struct template *, const char *path,
	    bool with_host);
/* The same, but a path relative to the post stays relative. */
const char *template_local_url(struct template *, const char *path);
/* The URL of an image that a tag shows: for Hugo, a path is one on the host. */
const char *template_image_url(struct template *,
	    const struct template_tag *, const char *path);
/* The URL of a file of the post, as named by Hexo's tags. */
const char *template_asset_url(struct template *, const char *name);

/* ---- template_value.c ---- */

/* The value of an expression, in the arena, or NULL if it is unknown. */
const char *template_value(struct template *, const char *p,
	    const char *end);
/* Read an operand of a condition, and skip it; false: there is none. */
bool	 template_read_operand(struct template *, const char **p,
	    const char *end, struct template_operand *);
/* A whole expression, with filters, as an operand. */
struct template_operand template_whole_operand(struct template *,
	    const char *p, const char *end);
/* Whether a span can be an expression at all. */
bool	 template_is_expression(const char *p, const char *end);
/* Read a URL piped into a filter that shows it, and the text for it. */
bool	 template_filtered_url(struct template *, const char *p,
	    const char *end, const char **url, const char **text);
/* The name of an expression for a message: its variable or filter. */
const char *template_value_name(struct template *, const char *p,
	    const char *end);

/* ---- template_marks.c ---- */

/* Begin the walk, with the marks to stop at for the dialects of the body. */
void	 template_begin_walk(struct template *, const char *, size_t);

/* ---- template_put.c ---- */

bool	 template_in_html(const struct template *);
/* Text, in which nothing becomes HTML. */
void	 template_put_text(struct template *, const char *);
/* How a line begins, up to its text at end, with spaces for list markers. */
void	 template_put_prefix(struct template *, const char *line,
	    const char *end);
/* Continue at a line that does not continue a paragraph. */
void	 template_go_on(struct template *, const char *line);
/* Begin the next line, in the same blockquotes and lists. */
void	 template_put_line_break(struct template *);
/* Whether the output ends in a blank line. */
bool	 template_is_after_blank(const struct template *);
/* Text in which nothing becomes Markdown either. */
void	 template_put_literal(struct template *, const char *);
/* A line of Markdown where possible; in HTML it is text. */
void	 template_put_markdown(struct template *, const char *);
/* The same for several lines, where possible; common indentation is removed. */
void	 template_put_paragraphs(struct template *, const char *);
/* The same for code in HTML, anywhere; it keeps its lines. */
void	 template_put_code_text(struct template *, const char *);
void	 template_put_url(struct template *, const char *);
/* The start tag of an HTML link. */
void	 template_put_anchor(struct template *, const char *url);
/* A link; text NULL: the URL is its text. */
void	 template_put_link(struct template *, const char *url,
	    const char *text);

/* In Markdown, the URL of a link comes after its text. */
void	 template_begin_link(struct template *, const char *url);
void	 template_end_link(struct template *, const char *url);
/* How the line begins. */
void	 template_put_indent(struct template *);
/* A blank line. */
void	 template_end_paragraph(struct template *);
/* Whether what is written next begins a line, or an item on it. */
bool	 template_is_at_line(const struct template *);
bool	 template_is_after_marker(const struct template *);
/* Whether a tag is alone on its line, with a blank line after it. */
bool	 template_is_block(const struct template *,
	    const struct template_tag *);
/* Put the quoted text under one of some keys; false: there is none. */
bool	 template_put_key_text(struct template *,
	    const struct template_tag *, const char *keys);

/* ---- template_footnote.c ---- */

/* What is written until a note is closed is a footnote, after the body. */
void	 template_open_note(struct template *);
void	 template_close_note(struct template *);
/* Put a note of Markdown; in HTML it is in parentheses. */
void	 template_put_note(struct template *, const char *);
/* Turn an unclosed note back into text. */
void	 template_abandon_note(struct template *);
/* Write the footnotes, after the body. */
void	 template_put_notes(struct template *);

/* ---- template_block.c ---- */

/* Whether a name is that of a note; and a name as a heading. */
bool	 template_is_kind(const char *name);
const char *template_capitalized(struct template *, const char *name);
/* The innermost open block, or NULL. */
struct template_block *template_innermost(struct template *);
/* The next title that a block lists for its content, or NULL. */
const char *template_next_title(struct template *, struct template_block *);
/* Returns false if too many blocks are open. */
bool	 template_open(struct template *, const struct template_block *,
	    const char *heading);
void	 template_close_block(struct template *);
/* Put a heading: a line of its own, with a blank line after it. */
void	 template_put_heading(struct template *, const char *);
/* The same above a line of Markdown, whose text begins at text. */
void	 template_put_heading_above(struct template *, const char *,
	    const char *line, const char *text);
/* Begin a paragraph above such a line. */
void	 template_begin_above(struct template *, const char *line,
	    const char *text);
/* The name of a block in a fence; nothing else can have it. */
const char *template_fence_name(const struct template *);
/* Continue after a fence, or in its content, as text; the second one in a
   blockquote that ends with it, with a title or NULL. */
void	 template_leave_fence(struct template *, const char *next);
void	 template_open_fenced(struct template *, const char *title,
	    const char *next);

/* ---- template_put_image.c ---- */

struct template_image {
	const char	*url, *alt, *title, *caption, *link;	/* or NULL */
	bool		 is_rich;	/* caption and credit are Markdown */
	/* Only in Hugo's figure: */
	const char	*heading, *credit, *credit_url, *width, *height;
};

void	 template_put_image(struct template *, const struct template_tag *,
	    const struct template_image *);
/* The end of an image description, before bars and display options,
   `text|center|300x200` of Obsidian; and that description, in the arena. */
const char *template_before_looks(const char *start, const char *end);
const char *template_alt(struct template *, const char *text);

/* ---- template_put_code.c ---- */

/* Put code in place of the source up to walk.next. */
void	 template_put_code(struct template *, const char *language,
	    const char *code);

/* ---- template_leave.c ---- */

/* Count a part that is left out because the site encrypts it. */
void	 template_note_secret(struct template *, const char *p);
/* Count something that has no meaning. */
void	 template_count(struct template *, const char *p, const char *name);
/* The same, and handle it as the user says. */
void	 template_leave(struct template *, const char *start,
	    const char *end, const char *name);

#endif

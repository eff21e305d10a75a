/*
 * template_parts - what all files of template/template work with: the place, a
 * tag with its arguments, values, and what is written; not for others.
 *
 *	template.c		the way through a body
 *	template_tag.c		from source to a tag with its arguments
 *	template_url.c		URLs of the site
 *	template_value.c	what stands between {{ and }}
 *	template_marks.c	where any of these may be, seen from afar
 *	template_put.c		what is written in their place
 *	template_footnote.c	... when it is a note
 *	template_block.c	... around what is up to an end
 *	template_put_image.c	... when it is a picture
 *	template_put_code.c	... when it is code
 *	template_leave.c	what has no meaning here
 *
 * What else they do for each other stands in
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
/* Elements of Distill that hold something. */
#define TEMPLATE_DISTILL 3
#define TEMPLATE_DEPTH 16
/* A longer value, written often, would make much of little. */
#define TEMPLATE_VALUE_MAX 1000
/* The columns of a tab, and of what is indented. */
#define TEMPLATE_INDENT 4

enum template_syntax {
	TEMPLATE_TAG = 1 << 0,		/* {% name a b %} */
	TEMPLATE_SHORTCODE = 1 << 1,	/* {{< name a b >}} */
	TEMPLATE_CALL = 1 << 2		/* {{ name(a) }}, {% name(a) %} */
};

struct template_argument {
	const char	*key;		/* NULL: has none */
	const char	*value;		/* without quotes */
	bool		 is_quoted;
};

struct template_tag {
	enum template_syntax syntax;	/* 0: it is a component */
	const char	*start, *end;	/* in the source, braces and all */
	const char	*name;		/* of an end tag that of its start */
	bool		 is_end, is_single;	/* {{< x />}} is the latter */
	const char	*text;		/* all arguments, as typed */
	struct template_argument arguments[TEMPLATE_ARGUMENTS];
	size_t		 count;
};

/* An end tag that is somewhere in the body. */
struct template_pair {
	enum template_syntax syntax;
	const char	*name;
	const char	*last;		/* the last one's start */
};

/* What is open around the place, and what it ends with. */
struct template_block {
	const char	*name;
	size_t		 colons;	/* of `:::`; else 0 */
	size_t		 prefix;	/* bytes in front of the text of the
					   line that it begins in */
	size_t		 indent;	/* of what it holds; or 0 */
	size_t		 column;	/* of the line that it begins with, */
	size_t		 lists;		/* with it, those around its text, */
	size_t		 start;		/* which is written from there on */
	bool		 is_quote;
	const char	*bare_of;	/* it is nothing but the indentation
					   below that tag; else NULL */
	size_t		 inner;		/* tags of that name in it */
	bool		 is_rich;	/* its heading is Markdown */
	const char	*footer;	/* HTML of a quotation, Markdown of a
					   note behind a text or below a
					   picture; NULL: none */
	const char	*language;	/* of code in its tabs; NULL: text */
	const char	*titles;	/* of the tabs or code to come in it,
					   "A, B"; NULL: none is listed */
	const char	*summary;	/* of <details>; NULL: it is none */
	bool		 is_link;
	bool		 is_note;
	bool		 has_titles;	/* in comments: `<!-- tab A -->` */
};

/* What {% capture name %} holds: a long text, to be written once. */
struct template_capture {
	const char	*name, *text;	/* NULL: it was */
	const char	*start, *end;	/* of its source */
	const char	*words;		/* see template_captured_words(); NULL:
					   nobody has asked */
};

/* What becomes of the lines of a fence of Quarto. */
enum template_cell {
	CELL_NONE,		/* the place is in none */
	CELL_OPTIONS,		/* they are left out until the code begins */
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
	/* A part of the source expanded by itself, in the arena. */
	const char	*(*expand_part)(struct template *, const char *p,
	    const char *end);
	const struct template_host *host;
	struct template_report *report;
	struct arena	 arena;
	struct template_block blocks[TEMPLATE_DEPTH];
	size_t		 depth;
	size_t		 indented;	/* how many of them are */
	const char	*raw_end;	/* up to there nothing is a tag, ... */
	const char	*raw_next;	/* ... and there the source goes on */
	bool		 in_fence;	/* what is before the place was */
	bool		 has_notes;	/* `[!code ...]` is somewhere */
	bool		 is_mdx;
	size_t		 line_start;	/* of the line, in out */
	bool		 begins_paragraph;	/* the line */
	bool		 is_bare;	/* its paragraph: see markdown.h */
	struct arena_list variables;	/* struct template_variable */
	struct buf	*text_out;	/* out, while it is `note`; or NULL */
	struct buf	 note, notes;	/* the open one, and all as footnotes */
	size_t		 note_count;

	/* What each file keeps for itself, by its name. */

	/* template */
	size_t		 empty_to;	/* in out: the line has nothing yet */
	struct math_ends formulas;
	/* tag */
	struct template_pair pairs[TEMPLATE_PAIRS];
	size_t		 pair_count;
	/* if */
	struct template_branch *branch;	/* the place is in; NULL: none */
	bool		 has_open_branch;	/* one has no end */
	/* variable */
	struct template_capture captures[TEMPLATE_DEPTH];
	size_t		 capture_count;
	/* note */
	const char	*note_stop;	/* up to there no pair of tags is one */
	const char	*note_limit;	/* the end of the latest's paragraph */
	/* code */
	bool		 is_raw_code;	/* in code, behind {% raw %} */
	/* caption */
	bool		 has_open_fence;	/* one in HTML has no end */
	/* container and mkdocs: the last line of nothing but such a mark */
	const char	*last_colons, *last_slashes;
	/* wiki */
	const char	*highlight_end;	/* of ==text==; NULL: there was none */
	bool		 has_open_comment;	/* no %% closes another */
	/* wordpress */
	bool		 in_caption;	/* of a picture, ... */
	size_t		 caption_start;	/* ... which was written there */
	const char	*caption;	/* its text, NULL: not known yet */
	unsigned long long missing_ends; /* of its shortcodes, by their rows */
	/* Whether one without values is a link that is defined. */
	bool		 are_names_known, are_names_links;
	/* distill: the next end tag of each; the text's end: there is none */
	const char	*distill[TEMPLATE_DISTILL];
	/* quarto */
	bool		 has_open_div;	/* one has no end */
	size_t		 brackets[TEMPLATE_DEPTH];	/* open ones, in out;
					   SIZE_MAX: that of a note */
	size_t		 bracket_count;
	/* cell */
	enum template_cell cell;
	const char	*cell_line, *cell_fence;	/* where it begins */
	enum template_engine engine;	/* that runs cells */
	/* vue */
	bool		 has_open_pre;	/* an element with v-pre has no end */
	/* mdx */
	const char	*braces_end;	/* of the paragraph they are of */
	struct arena_list braces;	/* struct template_braces, by start */
	struct walk_fence mdx_fence;	/* around MDX; length 0: none is */
	bool		 has_open_export;
	bool		 is_open_text;	/* no back-quote closes another */
	bool		 is_open_comment;	/* no comment has an end */
	/* element */
	unsigned char	*passed;	/* a bit for each place in the source:
					   a tag came by */
	bool		 has_open_head;	/* no <head> has an end */
	/* component */
	size_t		 links;		/* open <Link>, or <RouterLink> */
	const char	*code_end;	/* the last </CodeBlock> looked for */
};

/* A value of a condition; text is that of a string or a number, of a list its
   items by line, where that is known, and else NULL. */
struct template_operand {
	enum template_kind kind;
	const char	*text;
};

struct template_variable {
	const char	*name;
	struct template_operand value;
};

struct template_braces {
	const char	*start, *end;	/* behind the last one; NULL: open */
	struct template_braces *outer;
};

/* ---- the host ---- */

/* What its functions say, and NULL where it has none. */

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
 * Read what begins at p as a tag.  False when it is none: it has no end
 * before a blank line or another beginning, or no name.
 */
bool	 template_read_tag(struct template *, const char *p,
	    struct template_tag *);
/* The same for the inside of {{ }}, a call with arguments. */
bool	 template_read_call(struct template *, const char *p, const char *end,
	    struct template_tag *);
/* Behind a name: letters of any script, digits, and such marks. */
const char *template_name_end(const char *p, const char *end,
	    const char *marks);
/* Where a pair of characters closes what begins at p, NULL: nowhere. */
const char *template_close(const char *p, const char *end, const char *open,
	    const char *close);
/* Whether a word is one of several, "a|b". */
bool	 template_is_among(const char *word, const char *words);
/* The value under one of several keys, "a|b"; NULL: none. */
const char *template_key(const struct template_tag *, const char *keys);
/* The n-th value without a key, counted from 0; NULL: none. */
const char *template_word(const struct template_tag *, size_t);
/* The one or, without it, the other. */
const char *template_key_or_word(const struct template_tag *,
	    const char *keys, size_t);
/* Values without keys from the n-th on, joined by blanks; NULL: none. */
const char *template_words(struct template *, const struct template_tag *,
	    size_t);
/* Words joined so, NULL: none yet, with one more. */
const char *template_add_word(struct template *, const char *words,
	    const char *word);

/* `Ada Example https://example.org A title` of Hexo; each may be NULL. */
struct template_source {
	const char	*name, *url, *title;
};

void	 template_read_source(struct template *, const struct template_tag *,
	    struct template_source *);
/* What stands below the quotation, in HTML; NULL: nothing is known of it. */
const char *template_quote_footer(struct template *,
	    const struct template_source *);

/* Note which tags are ended anywhere. */
void	 template_find_pairs(struct template *);
bool	 template_is_paired(const struct template *,
	    const struct template_tag *);
/* The next end tag of a pair. */
bool	 template_find_end(struct template *, const struct template_tag *,
	    struct template_tag *end);
/* Whether a tag of its name begins between two places. */
bool	 template_is_between(struct template *, const struct template_tag *,
	    const char *p, const char *end);
/* Whether a word is none of the text: `color:red`. */
bool	 template_is_option(const char *word);

/* ---- template_url.c ---- */

/* That of the site, without a path. */
const char *template_site_origin(struct template *);
/*
 * The length of a text without the URL of the site, its path, or both, at its
 * end.  In front of `{{ page.url }}` they make a URL of what is a path to the
 * generator, and is a URL here.
 */
size_t	 template_without_site(struct template *, const char *, size_t);
/* The URL of the page behind what is written: its path, where that is the
   beginning of another address. */
const char *template_page_url(struct template *);
/*
 * What Jekyll calls a post: its path below the site, with its slug for the last
 * part; NULL: it is not known.
 */
const char *template_page_id(struct template *);
/* The URL of a path on the site. */
const char *template_site_path(struct template *, const char *path,
	    bool with_host);
/* The URL of a path on the site; one beside the post stays relative. */
const char *template_local_url(struct template *, const char *path);
/* That of a picture that a tag shows: to Hugo it is a path on the host. */
const char *template_picture_url(struct template *,
	    const struct template_tag *, const char *path);
/* The URL of a file of the post, which Hexo's tags name. */
const char *template_asset_url(struct template *, const char *name);

/* ---- template_value.c ---- */

/* The value of an expression, in the arena; NULL: not known. */
const char *template_value(struct template *, const char *p,
	    const char *end);
/* Read what a condition can have, and go on behind it; false: there is none. */
bool	 template_read_operand(struct template *, const char **p,
	    const char *end, struct template_operand *);
/* A whole expression, with filters, as one. */
struct template_operand template_whole_operand(struct template *,
	    const char *p, const char *end);
/* Whether a span can be an expression at all. */
bool	 template_is_expression(const char *p, const char *end);
/* A URL that goes through a filter which shows it, and the text for it. */
bool	 template_filtered_url(struct template *, const char *p,
	    const char *end, const char **url, const char **text);
/* What an expression is called in a message: its variable or filter. */
const char *template_value_name(struct template *, const char *p,
	    const char *end);

/* ---- template_marks.c ---- */

/* Begin the walk, with what it is to stop at by the dialects of the body. */
void	 template_begin_walk(struct template *, const char *, size_t);

/* ---- template_put.c ---- */

bool	 template_in_html(const struct template *);
/* Text, in which nothing is HTML. */
void	 template_put_text(struct template *, const char *);
/* What a line has in front of its text at end, with blanks in the place of
   list markers. */
void	 template_put_prefix(struct template *, const char *line,
	    const char *end);
/* Go on at a line, which continues no paragraph. */
void	 template_go_on(struct template *, const char *line);
/* The next line, in the same quotations and lists. */
void	 template_put_line_break(struct template *);
/* Whether what is written next follows a blank line. */
bool	 template_is_behind_blank(const struct template *);
/* Text that is not Markdown either. */
void	 template_put_literal(struct template *, const char *);
/* A line of Markdown, where that can be; in HTML it is text. */
void	 template_put_markdown(struct template *, const char *);
/* The same of more lines, where they can be; what all are indented by goes. */
void	 template_put_paragraphs(struct template *, const char *);
/* The same for code in HTML, wherever that stands: it keeps its lines. */
void	 template_put_code_text(struct template *, const char *);
void	 template_put_url(struct template *, const char *);
/* The tag of HTML that begins a link. */
void	 template_put_anchor(struct template *, const char *url);
/* A link; NULL: its URL is its text. */
void	 template_put_link(struct template *, const char *url,
	    const char *text);

/* In Markdown the URL of a link stands behind its text. */
void	 template_begin_link(struct template *, const char *url);
void	 template_end_link(struct template *, const char *url);
/* What the line begins with. */
void	 template_put_indent(struct template *);
/* A blank line. */
void	 template_end_paragraph(struct template *);
/* Whether what is written next begins a line, or an item in it. */
bool	 template_is_at_line(const struct template *);
bool	 template_is_behind_marker(const struct template *);
/* Whether a tag is alone on its line, and the last one of a paragraph. */
bool	 template_is_block(const struct template *,
	    const struct template_tag *);
/* The text that is the first of some arguments; false: there is none. */
bool	 template_put_key_text(struct template *,
	    const struct template_tag *, const char *keys);

/* ---- template_footnote.c ---- */

/* What is written up to the end of a note is one, behind the body. */
void	 template_open_note(struct template *);
void	 template_close_note(struct template *);
/* One of Markdown; in HTML it stands in parentheses. */
void	 template_put_note(struct template *, const char *);
/* What was a note, and has no end, is text again. */
void	 template_abandon_note(struct template *);
/* Write the notes, behind the body. */
void	 template_put_notes(struct template *);

/* ---- template_block.c ---- */

/* Whether a name is that of a note, and a name as a heading. */
bool	 template_is_kind(const char *name);
const char *template_capitalised(struct template *, const char *name);
/* The block that was opened last, and is still; NULL: none is. */
struct template_block *template_innermost(struct template *);
/* Of those that a block lists, for what begins in it; NULL: none is left. */
const char *template_next_title(struct template *, struct template_block *);
/* False when too much is open. */
bool	 template_open(struct template *, const struct template_block *,
	    const char *heading);
void	 template_close_block(struct template *);
/* A line of its own, with a blank one behind it. */
void	 template_put_heading(struct template *, const char *);
/* The same above a line of Markdown, whose text begins at text. */
void	 template_put_heading_above(struct template *, const char *,
	    const char *line, const char *text);
/* Begin a paragraph above such a line. */
void	 template_begin_above(struct template *, const char *line,
	    const char *text);
/* What a block in a fence is called; nothing else can be named so. */
const char *template_fence_name(const struct template *);
/* Go on behind a fence, or in what it holds, as text; and there in a quotation
   that ends with it, with a title or without one. */
void	 template_leave_fence(struct template *, const char *next);
void	 template_open_fenced(struct template *, const char *title,
	    const char *next);

/* ---- template_put_image.c ---- */

struct template_image {
	const char	*url, *alt, *title, *caption, *link;	/* or NULL */
	bool		 is_rich;	/* caption and credit are Markdown */
	/* Of Hugo's figure. */
	const char	*heading, *credit, *credit_url, *width, *height;
};

void	 template_put_image(struct template *, const struct template_tag *,
	    const struct template_image *);
/* Where the text of a picture ends before the bars of what says how it is
   shown, `text|center|300x200` of Obsidian; and that text, in the arena. */
const char *template_before_looks(const char *start, const char *end);
const char *template_alt(struct template *, const char *text);

/* ---- template_put_code.c ---- */

/* Code, in place of the source up to walk.next. */
void	 template_put_code(struct template *, const char *language,
	    const char *code);

/* ---- template_leave.c ---- */

/* Count a part that is left out, as the site encrypts it. */
void	 template_note_secret(struct template *, const char *p);
/* Count what has no meaning. */
void	 template_count(struct template *, const char *p, const char *name);
/* The same, and do with it what the user says. */
void	 template_leave(struct template *, const char *start,
	    const char *end, const char *name);

#endif

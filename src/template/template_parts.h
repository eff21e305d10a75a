/*
 * template_parts - what the files of template/template share; not for others.
 *
 *	template.c		the way through a body
 *	template_tag.c		from source to a tag with its arguments
 *	template_value.c	what stands between {{ and }}
 *	template_names.c	the tags that have a meaning, by name
 *	template_link.c		... that lead somewhere
 *	template_if.c		... that choose between branches
 *	template_code.c		... around code and what is not shown
 *	template_caption.c	what stands above code
 *	template_media.c	... that show pictures
 *	template_player.c	... and players
 *	template_include.c	... that are includes of Jekyll
 *	template_pair.c		... around quotations, and text with a title
 *	template_put.c		what is written in their place
 *	template_put_code.c	... when it is code
 *	template_put_image.c	... when it is a picture
 *	template_leave.c	what has no meaning here
 *	template_marks.c	where any of these may be, seen from afar
 *	template_attribute.c	Kramdown's attributes, abbreviations
 *	template_container.c	`:::`, and what is up to its end
 *	template_callout.c	quotations that begin with `[!note]`
 *	template_indented.c	`!!! note`, and what is indented below it
 *	template_admonition.c	notes of Obsidian in fences
 *	template_myst.c		directives of MyST
 *	template_wiki.c		[[links]] by name, ![[embeds]]
 *	template_wordpress.c	[shortcodes] of WordPress
 *	template_embed.c	what shows something else in a post
 *	template_highlight.c	comments in code that do not show
 *	template_hexo.c		tags of themes of Hexo
 *	template_mkdocs.c	blocks, icons and keys of MkDocs
 *	template_mdc.c		components of Nuxt, `::card` and `:icon{}`
 *	template_note.c		notes that become footnotes
 *	template_quarto.c	divs, notes and spans of Quarto
 *	template_cell.c		... and its cells of code
 *	template_franklin.c	HTML and divs of Franklin
 *	template_vue.c		what only VitePress and VuePress have
 *	template_mdx.c		expressions and imports
 *	template_literal.c	... those whose value is known
 *	template_element.c	elements of MDX
 *	template_component.c	components, of Vue, too
 *	template_address.c	addresses in a notation of the generator
 */
#ifndef TEMPLATE_TEMPLATE_PARTS_H
#define TEMPLATE_TEMPLATE_PARTS_H

#include <stdint.h>

#include "base/arena.h"
#include "markdown/math.h"
#include "markdown/walk.h"
#include "template/template.h"

struct markup_token;

#define TEMPLATE_ARGUMENTS 24
#define TEMPLATE_PAIRS 64
#define TEMPLATE_DEPTH 16
/* A longer value, written often, would make much of little. */
#define TEMPLATE_VALUE_MAX 1000

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
	const struct template_host *host;
	struct template_report *report;
	struct arena	 arena;
	struct template_pair pairs[TEMPLATE_PAIRS];
	size_t		 pair_count;
	struct template_block blocks[TEMPLATE_DEPTH];
	size_t		 depth;
	size_t		 indented;	/* how many of them are */
	const char	*raw_end;	/* up to there nothing is a tag, ... */
	const char	*raw_next;	/* ... and there the source goes on */
	bool		 has_open_pre;	/* an element with v-pre has no end */
	bool		 is_raw_code;	/* in code, behind {% raw %} */
	bool		 has_notes;	/* `[!code ...]` is somewhere */
	bool		 in_fence;	/* what is before the place was */
	size_t		 empty_to;	/* in out: the line has nothing yet */
	const char	*last_colons;	/* the last line of nothing else */
	const char	*last_slashes;	/* the same of MkDocs */
	const char	*highlight_end;	/* of ==text==; NULL: there was none */
	bool		 has_open_comment;	/* no %% closes another */
	bool		 in_caption;	/* of WordPress: ... */
	size_t		 caption_start;	/* where its picture was written */
	const char	*caption;	/* its text, NULL: not known yet */
	unsigned	 missing_ends;	/* of its shortcodes, by their rows */
	/* Whether one without values is a link that is defined. */
	bool		 are_names_known, are_names_links;
	struct arena_list variables;	/* struct template_variable */
	struct template_capture captures[TEMPLATE_DEPTH];
	size_t		 capture_count;
	struct template_branch *branch;	/* the place is in; NULL: none */
	bool		 has_open_branch;	/* one has no end */
	struct buf	*text_out;	/* out, while it is `note`; or NULL */
	struct buf	 note, notes;	/* the open one, and all as footnotes */
	size_t		 note_count;
	const char	*note_stop;	/* up to there no pair of tags is one */
	const char	*note_limit;	/* the end of the latest's paragraph */
	/* Quarto */
	enum template_cell cell;
	const char	*cell_line, *cell_fence;	/* where it begins */
	enum template_engine engine;	/* that runs cells */
	bool		 has_open_div;	/* one has no end */
	size_t		 brackets[TEMPLATE_DEPTH];	/* open ones, in out;
					   SIZE_MAX: that of a note */
	size_t		 bracket_count;
	/* MDX */
	bool		 is_mdx;
	struct math_ends formulas;
	const char	*braces_end;	/* of the paragraph they are of */
	struct arena_list braces;	/* struct template_braces, by start */
	unsigned char	*dead;		/* a bit for each place in the source
					   behind which no tag ends */
	size_t		 links;		/* open <Link> */
	struct walk_fence mdx_fence;	/* around MDX; length 0: none is */
	bool		 has_open_export;
	bool		 has_open_head;	/* no <svelte:head> has an end */
	bool		 is_open_text;	/* no back-quote closes another */
	size_t		 line_start;	/* of the line, in out */
	bool		 begins_paragraph;	/* the line */
	bool		 is_bare;	/* its paragraph: see markdown.h */
};

/* A value of a condition; text is that of a string, and else NULL. */
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

struct template_image;

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

/* ---- template.c ---- */

/* A part of the source expanded by itself, in the arena. */
const char *template_expand_part(struct template *, const char *p,
	    const char *end);

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

/* `Ada Example https://example.org A title` of Hexo; each may be NULL. */
struct template_source {
	const char	*name, *url, *title;
};

void	 template_read_source(struct template *, const struct template_tag *,
	    struct template_source *);

/* Note which tags are ended anywhere. */
void	 template_find_pairs(struct template *);
bool	 template_is_paired(const struct template *,
	    const struct template_tag *);
/* The next end tag of a pair. */
bool	 template_find_end(struct template *, const struct template_tag *,
	    struct template_tag *end);

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
/*
 * The length of a text without the URL of the site, its path, or both, at its
 * end.  In front of `{{ page.url }}` they make a URL of what is a path to the
 * generator, and is a URL here.
 */
size_t	 template_without_site(struct template *, const char *, size_t);
/* The URL of the page behind what is written: its path, where that is the
   beginning of another address. */
const char *template_page_url(struct template *);
/* The URL of a path on the site. */
const char *template_site_path(struct template *, const char *path,
	    bool with_host);

/*
 * A handler replaces a tag, behind which walk.next is.  It returns false for
 * arguments that make no sense to it; the tag then counts as unknown.
 */
typedef bool template_handler(struct template *, const struct template_tag *);

/* ---- template_address.c ---- */

/* Replace what begins at p, if it is an address; false: it is none. */
bool	 template_zola_address(struct template *, const char *p);
bool	 template_pelican_address(struct template *, const char *p);
/* That of `{static}a.png`, as the value of a tag; NULL: it is no such, or
   not known. */
const char *template_pelican_url(struct template *, const char *address);
/* The same for one whose scheme, which was written already, ends at p. */
bool	 template_nikola_address(struct template *, const char *p);
/* The same for the address in a link of Markdown, whose ']' is at p. */
bool	 template_docusaurus_address(struct template *, const char *p);

/* ---- template_if.c ---- */

template_handler template_run_if;
template_handler template_run_else;

/* The place leaves a branch, if that is what a tag ends. */
void	 template_end_branch(struct template *, const struct template_tag *);

/* ---- template_code.c ---- */

/* Add code, with what stands for a tag in it as that tag. */
void	 template_take_code(struct template *, const char *p,
	    const char *end);
/* The variable is what stands in the span, as {% assign %} has it. */
void	 template_assign(struct template *, const char *name,
	    const char *start, const char *end);

template_handler template_run_highlight;
template_handler template_run_html;
template_handler template_run_codeblock;
template_handler template_run_listing;
template_handler template_run_code_tabs;
template_handler template_run_diagram;
template_handler template_run_chart;
template_handler template_run_math;
template_handler template_run_raw;
template_handler template_run_comment;
template_handler template_run_secret;
template_handler template_run_loop;
template_handler template_run_capture;
template_handler template_run_assign;

/* Write what was captured as the variable between p and end, as Markdown if it
   goes through `markdownify`; false: nothing was. */
bool	 template_put_captured(struct template *, const char *p,
	    const char *end);

/* That, if it is still to be shown: a long one is once.  NULL: nothing. */
const char *template_captured(struct template *, const char *name, size_t);
/* ... as words, between which white space means nothing, be it indentation. */
const char *template_captured_words(struct template *, const char *name);

/* Add code in which {% raw %} and its end are tags, which go. */
void	 template_put_raw(struct template *, const char *, const char *end);

/* ---- template_highlight.c ---- */

/* Take a line of code that is, or ends with, a comment which tells what to
   highlight; false: it stays.  And whether there may be one. */
bool	 template_highlight(struct template *, const char *p,
	    const char *end);
bool	 template_has_highlight(const char *, const char *end);
/* Before a word, with white space or without behind it, that a span ends
   with; NULL: another does. */
const char *template_before(const char *p, const char *end,
	    const char *word);

/* ---- template_caption.c ---- */

/* `title URL link text`, in words, above code. */
void	 template_put_caption(struct template *, const struct template_tag *);
/* Whether a fence may have one, and that of a line of code, if it begins it. */
bool	 template_has_captions(const char *s, const char *end);
bool	 template_has_code_titles(const char *s, const char *end,
	    unsigned dialects);
void	 template_fence_caption(struct template *, const char *p,
	    const char *end);

/* ---- template_marks.c ---- */

/* Begin the walk, with what it is to stop at by the dialects of the body. */
void	 template_begin_walk(struct template *, const char *, size_t);

/* ---- template_player.c ---- */

template_handler template_run_player;
template_handler template_run_codepen;
template_handler template_run_music;
template_handler template_run_dplayer;
template_handler template_run_gist;
template_handler template_run_tweet;
/* A player that an include is, by its name; false: it is none. */
template_handler template_put_known_player;

/* ---- template_include.c ---- */

template_handler template_run_include;

/* ---- template_media.c ---- */

/* Show a picture whose URL is as typed; false: it is none. */
bool	 template_show_image(struct template *, const struct template_tag *,
	    struct template_image *);
/* Show the picture that a tag of any name tells of; false: it does not. */
bool	 template_put_any_picture(struct template *,
	    const struct template_tag *);

template_handler template_run_figure;
template_handler template_run_image;
template_handler template_run_img;
template_handler template_run_imgproc;
template_handler template_run_picture;
template_handler template_run_tufte_figure;

/* ---- template_pair.c ---- */

template_handler template_run_quote;
template_handler template_run_fold;
template_handler template_run_spoiler;
template_handler template_run_tab;
template_handler template_run_tabs;
template_handler template_run_tabpane;
template_handler template_run_button;

/* The title of any other pair; NULL: it has none. */
const char *template_title(const struct template_tag *);
/* Take a comment that is the title of a tab, or ends one. */
bool	 template_take_title(struct template *, const char *p,
	    const char *end);

/* ---- template_link.c ---- */

template_handler template_run_post_url;
template_handler template_run_ref;
template_handler template_run_post_link;
template_handler template_run_link;
template_handler template_run_text_and_url;
template_handler template_run_asset_path;
template_handler template_run_asset_link;
template_handler template_run_include_code;
template_handler template_run_repository;

/* The URL of a path on the site; one beside the post stays relative. */
const char *template_local_url(struct template *, const char *path);
/* That of a picture that a tag shows: to Hugo it is a path on the host. */
const char *template_picture_url(struct template *,
	    const struct template_tag *, const char *path);

/* The URL of a file of the post, which Hexo's tags name. */
const char *template_asset_url(struct template *, const char *name);

/* ---- template_names.c ---- */

/* Replace a tag; walk.next is set behind it and what belongs to it. */
void	 template_run(struct template *, const struct template_tag *);

/* A link to the address under one of some keys, or a picture of it; false:
   there is none. */
bool	 template_put_address(struct template *, const struct template_tag *,
	    const char *keys);
/* The text that is its argument; false: it has none. */
bool	 template_put_key_text(struct template *,
	    const struct template_tag *);

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
/* The same for code in HTML, wherever that stands: it keeps its lines. */
void	 template_put_code_text(struct template *, const char *);
void	 template_put_url(struct template *, const char *);
/* The tag of HTML that begins a link. */
void	 template_put_anchor(struct template *, const char *url);
void	 template_put_link(struct template *, const char *url,
	    const char *text);

/* In Markdown the URL of a link stands behind its text. */
void	 template_begin_link(struct template *, const char *url);
void	 template_end_link(struct template *, const char *url);
/* What the line begins with. */
void	 template_put_indent(struct template *);
/* A blank line. */
void	 template_end_paragraph(struct template *);
/* Whether what is written next begins a line. */
bool	 template_is_at_line(const struct template *);
/* Where a line ends behind p, if only blanks follow; else NULL. */
const char *template_blank_rest(const char *p, const char *end);

/* The block that was opened last, and is still; NULL: none is. */
struct template_block *template_innermost(struct template *);
/* False when too much is open. */
bool	 template_open(struct template *, const struct template_block *,
	    const char *heading);
void	 template_close_block(struct template *);
/* A line of its own, with a blank one behind it. */
void	 template_put_heading(struct template *, const char *);
/* The same above a line of Markdown, whose text begins at text. */
void	 template_put_heading_above(struct template *, const char *,
	    const char *line, const char *text);

/* ---- template_put_image.c ---- */

struct template_image {
	const char	*url, *alt, *title, *caption, *link;	/* or NULL */
	bool		 is_rich;	/* caption and credit are Markdown */
	/* Of Hugo's figure. */
	const char	*heading, *credit, *credit_url, *width, *height;
};

void	 template_put_image(struct template *, const struct template_tag *,
	    const struct template_image *);

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

/* ---- template_attribute.c ---- */

/* Where attributes in braces at p end, NULL: there are none. */
const char *template_attributes(struct template *, const char *p);
/* Leave out those of Kramdown that begin at p, in {% raw %}. */
bool	 template_raw_attributes(struct template *, const char *p);
/* Leave out those that are the line; so in {% raw %}. */
bool	 template_attribute_line(struct template *);
/* The same for those of Markdoc, and leave out a variable: `{% $a %}`. */
const char *template_annotation(struct template *, const char *p);
/* Whether a colon at p, behind a `]`, ends what an abbreviation begins with:
   `*[HTML]:`. */
bool	 template_defines(const char *start, const char *p);
/* Whether a mark for a table of contents, `[TOC]`, begins at p. */
bool	 template_is_contents(const char *p, const char *end);
/* Whether a heading of one is anywhere in a text. */
bool	 template_has_contents(const char *, const char *end);
/* Take a whole line that is markup; true when it did. */
bool	 template_line(struct template *);

/* ---- template_container.c ---- */

/* Take a line that begins or ends one; false: it does neither. */
bool	 template_container(struct template *);
/* Open one whose opening line is up to line_end; a note is a quotation, with
   its name as heading if there is none. */
void	 template_open_container(struct template *, struct template_block *,
	    const char *heading, const char *line_end);
/*
 * A line of nothing but marks closes what was opened by such marks, and before
 * that a block of HTML which no blank line has ended; false: nothing was.
 */
bool	 template_close_container(struct template *, const char *line_end);
/* The last line of nothing but a mark, which is there so often; or the start
   of the body. */
const char *template_last_line(const struct template *, char mark,
	    size_t fewest);

/* Whether a name is that of a note, and a name as a heading. */
bool	 template_is_kind(const char *name);
const char *template_capitalised(struct template *, const char *name);

/* ---- template_mdc.c ---- */

/* Take a line whose colons at p begin a component; false: it is none.  Those
   with more than two are known by what is behind their name. */
bool	 template_mdc_block(struct template *, const char *p, size_t colons);
bool	 template_has_braces(const char *p, const char *end);
/* Behind the YAML that may stand there, and the title in it. */
const char *template_mdc_yaml(struct template *, const char *line_end,
	    const char **title);
/* Take a line that names a part of a component, `#footer`. */
bool	 template_mdc_slot(struct template *);
/* Replace a component whose colon is at p; false: it is none. */
bool	 template_mdc_span(struct template *, const char *p);
/* Take a line that is a directive of two colons; false: it is none. */
bool	 template_leaf(struct template *);
/* Whether the colon at p may begin one, or one that hides a text. */
bool	 template_is_directive(const char *start, const char *p,
	    const char *end);
/* Whether the colon at p may begin a component. */
bool	 template_is_mdc(const char *start, const char *p, const char *end);
/* Whether there may be one in a line of text. */
bool	 template_has_mdc(const char *, const char *end);

/* ---- template_mkdocs.c ---- */

/* Take a line that begins or ends a block, `/// note`; false: it is none. */
bool	 template_slashes(struct template *);
/* Leave out an icon whose colon is at p; false: it is none. */
bool	 template_icon(struct template *, const char *p);
/* Replace keys whose first sign is at p, `++ctrl+c++`; false: there are none.
   And add code in a line of text without its language. */
bool	 template_keys(struct template *, const char *p);
bool	 template_shebang(struct template *, const char *p, const char *end);
/* Whether there may be any of these, or `==text==`. */
bool	 template_has_keys(const char *);
/* Whether there may be one of these. */
bool	 template_has_slashes(const char *, const char *end);
bool	 template_has_icons(const char *, const char *end);

/* ---- template_callout.c ---- */

/* Replace the line `[!note]` that a quotation begins with; false: it is
   none. */
bool	 template_callout(struct template *);

/* ---- template_indented.c ---- */

/* Replace a line such as `!!! note "title"`; false: it is none. */
bool	 template_admonition(struct template *);
/* A line that another file stands for, in code, too: `--8<-- "a.md"`. */
bool	 template_snippet(struct template *, const char *p, const char *end);
/* Whether there may be one of these. */
bool	 template_has_admonition(const char *, const char *end);
/* Close those that a line, which has begun, is not in. */
void	 template_leave_indented(struct template *);
/*
 * Behind a tag of Hexo that a pair begins with: take the indentation away that
 * all up to its end has.  And stop that before the end tag is written.
 */
void	 template_dedent(struct template *, const struct template_tag *);
void	 template_end_dedent(struct template *, const struct template_tag *);
/* What is written at the end of one. */
void	 template_close_indented(struct template *,
	    const struct template_block *);

/* ---- template_admonition.c ---- */

/* Begin or end a note for a line that begins a fence; false: it is code. */
bool	 template_fenced_note(struct template *, const char *p,
	    const char *end);
/* Go on behind a fence, or in what it holds, as text; and there in a quotation
   that ends with it, with a title or without one. */
void	 template_leave_fence(struct template *, const char *next);
void	 template_open_fenced(struct template *, const char *title,
	    const char *next);

/* ---- template_myst.c ---- */

/* Take a line that begins a fence, which has `{name}` at info; false: it is
   code as it stands. */
bool	 template_myst(struct template *, const char *p, const char *info,
	    const char *end);
/* Behind options, `:class: tip`, at p; that of a picture's text, if asked
   for. */
const char *template_myst_options(struct template *, const char *p,
	    const char **alt);

/* ---- template_vue.c ---- */

/* Run a component without content, whose attributes are those of a tag. */
void	 template_run_attributes(struct template *,
	    const struct markup_token *, const char *start, const char *end);
/* Take a whole line, or a comment, that stands for something else; false: it
   does not. */
bool	 template_vue_line(struct template *);
bool	 template_vue_include(struct template *, const char *p,
	    const char *end);
/* Add the title of code in a `code-group`, whose opening line is given. */
void	 template_vue_code_title(struct template *t, const char *p,
	    const char *end);
/* Add a line of code without a comment that tells how to show it, `// [!code
   focus]`; false: it has none. */
bool	 template_vue_note(struct template *, const char *p, const char *end);
/* Leave a tag of Ruby whose '<' is at p; false: it is none. */
bool	 template_erb(struct template *, const char *p);
/* Replace an attribute whose ':' is at p, `:src="$withBase('/a.png')"`; false:
   it is none.  And whether there may be any. */
bool	 template_vue_binding(struct template *, const char *p);
bool	 template_has_bindings(const char *);
/* The same for an element whose '<' is at p: a component, one that is closed
   by a slash, or one with `v-pre`.  And whether a container is. */
bool	 template_vue_element(struct template *t, const char *p);
bool	 template_has_elements(const char *);
bool	 template_vue_is_raw(const struct template *);
/* Whether what is code at p is not shown: `<script setup>`, `<style>`.  And
   whether there may be any of these. */
bool	 template_vue_block(const struct template *, const char *p);
bool	 template_is_vue(const char *);

/* ---- template_wiki.c ---- */

/* Replace what begins at p, [[ or ![[; false: it stays. */
bool	 template_wiki(struct template *, const char *p);
/* The same for what begins with '%', '=' or '^'. */
bool	 template_obsidian(struct template *, const char *p);
/* Leave out a line `id:: ...` of Logseq; false: it is none. */
bool	 template_block_property(struct template *);
/* Behind `{:height 300, :width 400}` of it at p; NULL: that is not there. */
const char *template_block_size(const struct template *, const char *p);

/* ---- template_wordpress.c ---- */

/* Replace what begins at p, '[' or a backslash; false: it stays.  And whether
   a bracket may begin one. */
bool	 template_wordpress(struct template *, const char *p);
bool	 template_is_shortcode(const char *p, const char *end);

/* ---- template_embed.c ---- */

/* The same for `%[URL]` and `![](URL align="left")`, whose '[' is at p. */
bool	 template_embed(struct template *, const char *p);
bool	 template_is_embed(const char *p, const char *end);
/* The same for code that is all of a line, `youtube: ID` of Gatsby.  And
   whether there may be any. */
bool	 template_embed_code(struct template *, const char *p,
	    const char *end);
bool	 template_has_embed_code(const char *, const char *end);

/* ---- template_hexo.c ---- */

/* One of the parts of a tag's text, between commas or else `::`, without
   blanks and quotes around it; NULL: there is none. */
const char *template_part(struct template *, const struct template_tag *,
	    size_t);
/* Whether a word is none of the text: `color:red`. */
bool	 template_is_option(const char *word);
/* The words of the text as they are typed, less the first address if that is
   asked for; NULL: there are none. */
const char *template_text_words(struct template *,
	    const struct template_tag *, const char **url);

template_handler template_run_text;
template_handler template_run_text_link;
template_handler template_run_label;
template_handler template_run_words;
template_handler template_run_first;
template_handler template_run_copy;
template_handler template_run_album;
template_handler template_run_frame;
template_handler template_run_full_image;
template_handler template_run_note;
template_handler template_run_titled;
template_handler template_run_poetry;

/* ---- template_quarto.c ---- */

/* Leave out a div from its line on; false: it has no end. */
bool	 template_skip_div(struct template *, const char *line_end);
/* Take a line that opens a div, behind its colons; false: it stays. */
bool	 template_quarto_div(struct template *, size_t colons,
	    const char *line_end);
/* The same for a bracket, or the '^' before one.  And whether there may be
   spans and notes. */
bool	 template_quarto_mark(struct template *, const char *p);
bool	 template_has_spans(const char *);
/* A line of text begins. */
void	 template_quarto_line(struct template *);

/* ---- template_note.c ---- */

/* What is written up to the end of a note is one, behind the body. */
void	 template_open_note(struct template *);
void	 template_close_note(struct template *);
/* One of Markdown; in HTML it stands in parentheses. */
void	 template_put_note(struct template *, const char *);
/* What was a note, and has no end, is text again. */
void	 template_abandon_note(struct template *);
/* Write the notes, behind the body. */
void	 template_put_notes(struct template *);

/* Take the line of a callout of Notion, whose text is Markdown; false: it is
   none. */
bool	 template_notion_aside(struct template *);

template_handler template_run_aside;
template_handler template_run_reference;
template_handler template_run_thought;

/* ---- template_cell.c ---- */

/* Take what is code, when it is not shown as it is; false: it stays. */
bool	 template_cell(struct template *, const char *p, const char *end);
/* No line of the cell that the place is in follows. */
void	 template_close_cell(struct template *);

/* ---- template_franklin.c ---- */

/* What is Franklin's at a mark, or in a line; false: it is text. */
bool	 template_franklin(struct template *, const char *p);
bool	 template_franklin_line(struct template *);

/* ---- template_mdx.c ---- */

/* A comment, an attribute or an expression at p: where it ends, or NULL. */
const char *template_jsx(struct template *, const char *p);
/* Behind the brace that closes the one at p, NULL: nothing does. */
const char *template_brace_end(struct template *, const char *p);
/* An expression, or the beginning of a long one, for a message. */
const char *template_expression_name(struct template *, const char *p,
	    const char *close);
/* A line of imports or exports; true when it was taken. */
bool	 template_import(struct template *);
/* Take a line of the fence around what is MDX after all, ```mdx-code-block, of
   Docusaurus; false: it is none. */
bool	 template_mdx_fence(struct template *, const char *p,
	    const char *end);

/* ---- template_literal.c ---- */

/* A text in quotes, or a number, in the arena; NULL: it is neither. */
const char *template_literal(struct template *, const char *p,
	    const char *end);
bool	 template_literal_is(const char *p, const char *end,
	    const char *word);
/* The URL in a call for one, such as `require("./a.png").default`. */
const char *template_file(struct template *, const char *p,
	    const char *end);

/* ---- template_element.c ---- */

/* The attributes of a tag, as far as their values are known. */
void	 template_read_attributes(struct template *, struct template_tag *);
/* A tag at '<': where it ends, or NULL. */
const char *template_component(struct template *, const char *p);
/* An element whose content is code, with the texts in its braces. */
void	 template_element_code(struct template *, const char *p,
	    const char *end);

/* ---- template_component.c ---- */

/* Replace a component that has no content. */
void	 template_run_single(struct template *, const struct template_tag *);
/* Replace the tag of one of MDX. */
void	 template_run_component(struct template *, const char *p,
	    const char *end);

#endif

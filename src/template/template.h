/*
 * template - what site generators allow in bodies: tags of Liquid and Nunjucks,
 * shortcodes of Hugo and Zola, Kramdown's attributes, MDX.
 *
 * There is no site here that could run them, and readers of a feed must not see
 * their source.  Those with an obvious meaning are replaced; of a pair around
 * text, the text is kept; and the rest is dropped or kept, as the user says.
 * All of this is done to the source of a body, before Markdown is rendered;
 * code and comments are never touched, and what replaces a tag leaves the lines
 * around it as they were.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Whose syntax a body may use. */
enum template_dialect {
	TEMPLATE_LIQUID = 1 << 0,	/* {% %} {{ }}: Jekyll, Hexo,
					   Eleventy, Nunjucks, Zola; and
					   Zola's links to @/ */
	TEMPLATE_HUGO = 1 << 1,		/* {{< >}} {{% %}} */
	TEMPLATE_KRAMDOWN = 1 << 2,	/* {: .class} {#id} {.class},
					   *[HTML]: abbreviations */
	TEMPLATE_DIRECTIVES = 1 << 3,	/* ::: of Docusaurus, VuePress */
	TEMPLATE_JSX = 1 << 4,		/* comments and attributes of MDX,
					   recognized by their form */
	TEMPLATE_ANY = (1 << 5) - 1,
	TEMPLATE_MDX = 1 << 5,		/* the whole body is MDX: components,
					   expressions, imports */
	TEMPLATE_RAW_CODE = 1 << 6,	/* {% raw %} is a tag even in code,
					   as in Jekyll; else code is kept */
	TEMPLATE_PELICAN = 1 << 7,	/* URLs {static}a, |static|a */
	TEMPLATE_ZOLA = 1 << 8,		/* a call in a C comment shows a
					   call, even in code */
	TEMPLATE_DOCUSAURUS = 1 << 9,	/* `[a](/b)` is below the site's URL,
					   as are pathname:///b and
					   @site/static/b */
	TEMPLATE_WIKI = 1 << 10,	/* [[a]] is always a link;
					   %%comments%%, ==marks== */
	TEMPLATE_NIKOLA = 1 << 11,	/* URLs link://filename/a.md */
	TEMPLATE_VUE = 1 << 12,		/* :src="$withBase('/a.png')" */
	TEMPLATE_ADMONITIONS = 1 << 13,	/* `!!! note` of Python-Markdown */
	TEMPLATE_MDC = 1 << 14,		/* `::note`, `:icon{name=a}` of Nuxt */
	TEMPLATE_HEXO = 1 << 15,	/* pairs of tags are dedented */
	TEMPLATE_QUARTO = 1 << 16,	/* ::: {.class}, ^[note] */
	TEMPLATE_IKIWIKI = 1 << 17,	/* [[!img a.png]], [[text|page]] */
	TEMPLATE_GRAV = 1 << 18,	/* `===`, `! note` */
	TEMPLATE_FRANKLIN = 1 << 19,	/* ~~~HTML~~~, @@name text @@ */
	TEMPLATE_LIQUID_TAGS = 1 << 20,	/* {% %} only: a plugin of Pelican */
	TEMPLATE_CAPTIONS = 1 << 21,	/* ```c caption: Hexo, Octopress */
	TEMPLATE_MKDOCS = 1 << 22,	/* `/// note`, icons `:material-a:` */
	TEMPLATE_GATSBY = 1 << 23,	/* `youtube: ID` as a code span; in
					   code `// highlight-line` */
	TEMPLATE_CODE_TITLES = 1 << 24,	/* ```js title="a.js" */
	TEMPLATE_NOTION = 1 << 25,	/* Markdown in <aside> */
	TEMPLATE_ERB = 1 << 26,		/* <%= image(a) %> of Ruby */
	TEMPLATE_READMORE = 1 << 27,	/* `READMORE` of Middleman ends an
					   excerpt */
	TEMPLATE_CELLS = 1 << 28,	/* ```{r}, `r x` */
	TEMPLATE_FLAT = 1 << 29,	/* indentation is not code */
	TEMPLATE_MARK = 1 << 30,	/* ==text==: markdown-it-mark */
	TEMPLATE_PANDOC = TEMPLATE_KRAMDOWN | TEMPLATE_DIRECTIVES |
	    TEMPLATE_QUARTO,
	TEMPLATE_QMD = TEMPLATE_HUGO | TEMPLATE_PANDOC | TEMPLATE_CELLS
};

/* What to do with a tag that has no meaning here. */
enum template_policy { TEMPLATE_DROP, TEMPLATE_KEEP, TEMPLATE_TEXT };

/* What a condition sees in a value. */
enum template_kind {
	TEMPLATE_UNKNOWN, TEMPLATE_NIL, TEMPLATE_FALSE, TEMPLATE_TRUE,
	TEMPLATE_EMPTY,			/* "" */
	TEMPLATE_NUMBER,		/* decimal */
	TEMPLATE_STRING, TEMPLATE_LIST	/* or map */
};

/* What the calling program tells about a body.  Strings may be NULL. */
struct template_host {
	unsigned	 dialects;
	enum template_policy policy;
	bool		 is_html;	/* the body is; else it is Markdown */
	bool		 has_inner;	/* elements contain Markdown only if
					   an attribute says so: see
					   MARKDOWN_BLOCKS */
	bool		 is_typed;	/* runs Jekyll's Liquid: strings are
					   not numbers or booleans, and keys
					   need the prefix `page.` */
	bool		 keep_ids;	/* keep `{#id}` after headings */
	const char	*site_url;	/* absolute, never NULL */
	const char	*site_title;
	const char	*page_title, *page_url;
	const char	*files_url;	/* of the folder for files named
					   without one; NULL: their names
					   stay relative */
	/*
	 * Functions, each of which may be NULL.  What they return outlives the
	 * call; NULL means that there is no such thing.
	 */
	/* The URL of the post that a file name or path means. */
	const char	*(*find_post)(void *, const char *name);
	/* The title of that post; name may also be the path of its URL, which
	   begins with '/'. */
	const char	*(*find_title)(void *, const char *name);
	/* The text of a key of the front matter, "author.name", or of any
	   other variable, "site.repository". */
	const char	*(*find_key)(void *, const char *key);
	/* The kind of the same value; for a key of the page, absence is
	   known, too. */
	enum template_kind (*find_kind)(void *, const char *key,
	    bool of_page);
	/* A list of the page with its items joined. */
	const char	*(*find_list)(void *, const char *key,
	    const char *between);
	/* A date in a format of strftime(3), or "" for RFC 3339; NULL if it
	   cannot be read or the format has unknown letters. */
	const char	*(*format_date)(void *, const char *date,
	    const char *format);
	/* The URL for a notation of Pelican, `{static}a`, Zola, `@/a`,
	   Nikola, link://filename/a, Hugo, {ref}a or {ref:fr}a, Obsidian,
	   {embed}a, or Docusaurus, {require}a. */
	const char	*(*find_address)(void *, const char *address);
	/* The relative URL of a file next to the post. */
	const char	*(*find_file)(void *, const char *name);
	/* The path, from the top of the site, of an image that a Jekyll
	   include names without its folder. */
	const char	*(*find_image)(void *, const char *name);
	/* The URLs (const char *) of the images next to the post, or in a
	   folder there, that match a glob such as "images/rain-*", by name;
	   none if this was called too often. */
	struct arena_list (*find_images)(void *, const char *glob);
	void		*context;
};

/* Tags that have no meaning here. */
struct template_report {
	size_t		 count;
	size_t		 offset;	/* of the first one, in the body */
	struct buf	 names;		/* some of them, each once: "a, b";
					   to be released */
	size_t		 cells;		/* of code that Quarto would run */
	size_t		 cell_offset;	/* of the first one */
	size_t		 secrets;	/* texts that the site encrypts */
	size_t		 secret_offset;	/* of the first one */
};

/* Whether a body that is not HTML is MDX, by its dialect or its first line. */
bool	 template_is_mdx(const char *, size_t, unsigned dialects);

/* Whether a body may contain any of this, or an MDX comment in any dialect;
   costs a few memchr(3). */
bool	 template_may_be_in(const char *, size_t,
	    const struct template_host *);

/* Add the body with its templates replaced. */
void	 template_expand(struct buf *, const char *, size_t,
	    const struct template_host *, struct template_report *);

#endif

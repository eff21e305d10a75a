/*
 * template - what site generators put into bodies: Liquid's and Nunjucks'
 * tags, shortcodes of Hugo and Zola, Kramdown's attributes, MDX.
 *
 * There is no site here that could run them, and a reader of a feed must not
 * see their source.  Those with an obvious meaning get it, of a pair around
 * text the text stays, and what is left over goes, or stays, as the user
 * says.  All of this happens to the source of a body, before Markdown is
 * rendered; code and comments are never touched, and what replaces a tag
 * leaves the lines around it as they were.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Whose syntax a body may be written in. */
enum template_dialect {
	TEMPLATE_LIQUID = 1 << 0,	/* {% %} {{ }}: Jekyll, Hexo,
					   Eleventy, Nunjucks, Zola; the
					   last one's links to @/ */
	TEMPLATE_HUGO = 1 << 1,		/* {{< >}} {{% %}} */
	TEMPLATE_KRAMDOWN = 1 << 2,	/* {: .class} {#id} {.class},
					   *[HTML]: abbreviations */
	TEMPLATE_DIRECTIVES = 1 << 3,	/* ::: of Docusaurus, VuePress */
	TEMPLATE_JSX = 1 << 4,		/* comments and attributes of MDX,
					   known by their looks */
	TEMPLATE_ANY = (1 << 5) - 1,
	TEMPLATE_MDX = 1 << 5,		/* all of it is MDX: components,
					   expressions, imports */
	TEMPLATE_RAW_CODE = 1 << 6,	/* {% raw %} is a tag in code, too, as
					   in Jekyll; else code stays */
	TEMPLATE_PELICAN = 1 << 7,	/* addresses {static}a, |static|a */
	TEMPLATE_ZOLA = 1 << 8,		/* calls in a C comment show a call,
					   in code, too */
	TEMPLATE_DOCUSAURUS = 1 << 9,	/* `[a](/b)` is below the site's URL,
					   pathname:///b and @site/static/b,
					   too */
	TEMPLATE_WIKI = 1 << 10,	/* [[a]] is a link, whatever it names;
					   %%comments%%, ==marks== */
	TEMPLATE_NIKOLA = 1 << 11,	/* addresses link://filename/a.md */
	TEMPLATE_VUE = 1 << 12,		/* :src="$withBase('/a.png')" */
	TEMPLATE_ADMONITIONS = 1 << 13,	/* `!!! note`, of Python-Markdown */
	TEMPLATE_MDC = 1 << 14,		/* `::note`, `:icon{name=a}`, of Nuxt */
	TEMPLATE_HEXO = 1 << 15,	/* pairs of tags lose indentation */
	TEMPLATE_QUARTO = 1 << 16,	/* ::: {.class}, ^[note] */
	TEMPLATE_IKIWIKI = 1 << 17,	/* [[!img a.png]], [[text|page]] */
	TEMPLATE_GRAV = 1 << 18,	/* `===`, `! note` */
	TEMPLATE_FRANKLIN = 1 << 19,	/* ~~~HTML~~~, @@name text @@ */
	TEMPLATE_LIQUID_TAGS = 1 << 20,	/* {% %} alone: a plugin of Pelican */
	TEMPLATE_CAPTIONS = 1 << 21,	/* ```c caption: Hexo, Octopress */
	TEMPLATE_MKDOCS = 1 << 22,	/* `/// note`, icons `:material-a:` */
	TEMPLATE_GATSBY = 1 << 23,	/* code `youtube: ID`, and in code
					   `// highlight-line` */
	TEMPLATE_CODE_TITLES = 1 << 24,	/* ```js title="a.js" */
	TEMPLATE_NOTION = 1 << 25,	/* Markdown in <aside> */
	TEMPLATE_ERB = 1 << 26,		/* <%= image(a) %>, of Ruby */
	TEMPLATE_READMORE = 1 << 27,	/* `READMORE`, of Middleman, ends an
					   excerpt */
	TEMPLATE_CELLS = 1 << 28,	/* ```{r}, `r x` */
	TEMPLATE_FLAT = 1 << 29,	/* indentation is no code */
	TEMPLATE_MARK = 1 << 30,	/* ==text==: markdown-it-mark */
	TEMPLATE_PANDOC = TEMPLATE_KRAMDOWN | TEMPLATE_DIRECTIVES |
	    TEMPLATE_QUARTO,
	TEMPLATE_QMD = TEMPLATE_HUGO | TEMPLATE_PANDOC | TEMPLATE_CELLS
};

/* What becomes of a tag that has no meaning here. */
enum template_policy { TEMPLATE_DROP, TEMPLATE_KEEP, TEMPLATE_TEXT };

/* What a value is to a condition. */
enum template_kind {
	TEMPLATE_UNKNOWN, TEMPLATE_NIL, TEMPLATE_FALSE, TEMPLATE_TRUE,
	TEMPLATE_EMPTY,			/* "" */
	TEMPLATE_NUMBER,		/* a decimal one */
	TEMPLATE_STRING, TEMPLATE_LIST	/* or a map */
};

/* What a body can ask for, by the program around it.  Text may be NULL. */
struct template_host {
	unsigned	 dialects;
	enum template_policy policy;
	bool		 is_html;	/* the body; else Markdown */
	bool		 has_inner;	/* in an element there is Markdown
					   only if its attribute says so: see
					   MARKDOWN_BLOCKS */
	bool		 is_typed;	/* its engine is Jekyll's Liquid: a
					   text is no number and no boolean,
					   keys stand behind `page.` alone */
	bool		 keep_ids;	/* leave `{#id}` behind headings */
	const char	*site_url;	/* absolute, never NULL */
	const char	*site_title;
	const char	*page_title, *page_url;
	const char	*files_url;	/* of the folder of the files that
					   are named without one; NULL: the
					   names stay relative */
	/*
	 * The URL of the post that a file name or a path means, and the text
	 * of a key of the post's front matter ("author.name", or of any
	 * other variable: "site.repository"); NULL: there is none.  What is
	 * returned outlives the call.  Both may be NULL.
	 */
	const char	*(*find_post)(void *, const char *name);
	/* Its title, which may be NULL, too; also of the post at the path of
	   a URL, which begins with '/'. */
	const char	*(*find_title)(void *, const char *name);
	const char	*(*find_key)(void *, const char *key);
	/* What the same is; of a key of the page, that it is not there is
	   known.  May be NULL. */
	enum template_kind (*find_kind)(void *, const char *key,
	    bool of_page);
	/* A list of the page, its items joined; NULL: there is none. */
	const char	*(*find_list)(void *, const char *key,
	    const char *between);
	/* A date in a format of strftime(3), "": that of RFC 3339; NULL: it
	   cannot be read, or the format has letters that are not known.
	   Both may be NULL. */
	const char	*(*format_date)(void *, const char *date,
	    const char *format);
	/* The URL of an address of Pelican, `{static}a`, of Zola, `@/a`, of
	   Nikola, link://filename/a, of Hugo, {ref}a or {ref:fr}a, of
	   Obsidian, {embed}a, and of Docusaurus, {require}a; may be NULL. */
	const char	*(*find_address)(void *, const char *address);
	/* The relative URL of a file beside the post; NULL: it is not there.
	   May be NULL. */
	const char	*(*find_file)(void *, const char *name);
	/* The path from the top of the site of a picture that an include of
	   Jekyll names without its folder; NULL: none is known.  May be
	   NULL. */
	const char	*(*find_picture)(void *, const char *name);
	/* Those of the pictures beside it, or in a folder there, whose names
	   match a glob, "images/rain-*", in the order of names: const char *;
	   none, where that was asked for too often.  May be NULL. */
	struct arena_list (*find_pictures)(void *, const char *glob);
	void		*context;
};

/* Tags that have no meaning here. */
struct template_report {
	size_t		 count;
	size_t		 offset;	/* of the first, in the body */
	struct buf	 names;		/* some, each once: "a, b"; to be
					   released */
	size_t		 cells;		/* of code, which Quarto would run */
	size_t		 cell_offset;	/* of the first */
	size_t		 secrets;	/* texts that the site encrypts */
	size_t		 secret_offset;	/* of the first */
};

/* Whether a body that is not HTML is MDX, by its dialect or its looks. */
bool	 template_is_mdx(const char *, size_t, unsigned dialects);

/* Whether a body may hold any of this, or a comment of MDX, whatever the
   dialect; a few memchr(3) long. */
bool	 template_may_be_in(const char *, size_t,
	    const struct template_host *);

/* Add the body with its templates replaced. */
void	 template_expand(struct buf *, const char *, size_t,
	    const struct template_host *, struct template_report *);

#endif

/*
 * generator - what post2feed has to know of a generator of sites.
 *
 * A folder of posts mostly belongs to Jekyll, Hexo, Hugo or one of their
 * kin, which say in files of their own what the site is called, which files
 * are posts, and how the URL of a post is made.  Each generator is one
 * constant struct, at the end of its file in generators/.  A member that is
 * NULL means that the generator has no rule of its own there, and the rules
 * of posts that belong to none hold.
 */
#ifndef SITE_GENERATOR_H
#define SITE_GENERATOR_H

#include <stdbool.h>

#include "base/diag.h"
#include "post/post.h"

struct site;

#define GENERATOR_DEEP "**/"

struct generator {
	const char	*name;		/* what --generator takes: [a-z]+ */
	const char	*title;		/* as its users write it */

	/* How a string of tags, or of categories, is split. */
	enum term_split	 split;
	/* Folders of files that are published as they are, at the top of
	   the site; NULL-terminated.  NULL: the site's own folder. */
	const char	*const *published;
	/* Whether the addresses of files in front matter are counted from
	   the URL of the site: see permalink_of_file(). */
	bool		 files_at_top;
	/* What templates are written in its posts (enum template_dialect,
	   or'ed); 0: any. */
	unsigned	 dialects;
	/* Names behind `site.` that are no settings, or have a value without
	   one, each between blanks: the bodies are Liquid, which has types,
	   and no other name is there that is not set.  NULL: not known. */
	const char	*made_settings;
	/* Whether a post is plain Markdown though its kind is MDX; NULL:
	   none is. */
	bool		(*is_plain)(const struct post *, const struct site *);
	/* How it reads Markdown (enum markdown_dialect, or'ed). */
	unsigned	 markdown;
	/* Whether its feeds leave out a post that has no date. */
	bool		 wants_date;
	/* Whether a tab at the beginning of a line of front matter, which
	   YAML forbids, is two blanks to it. */
	bool		 takes_tabs;
	/* Whether headers end before any line that is none, and need no
	   blank line behind them. */
	bool		 loose_headers;

	/* Whether the first line of code may name its language (codehilite
	   of Python-Markdown). */
	bool		 has_hilite;

	/* Whether it publishes files beside a post under names that only its
	   own bundler knows. */
	bool		 bundles;

	/* Whether README is a page of the site, that of its folder. */
	bool		 readme_is_index;

	/* Whether a URL may be made of what the body of a post says. */
	bool		 reads_bodies;

	/* Whether .qmd is an ending of its posts. */
	bool		 takes_qmd;

	/* Whether a post may have a name that begins with '_', but for
	   _index. */
	bool		 takes_underline;

	/* Whether a permalink may be a template, which url() expands. */
	bool		 templates;

	/* Files that may hold its settings, at the top of the site;
	   NULL-terminated.  Also those of `-s _config.yml`.  NULL: there
	   they are none. */
	const char	*const *files;

	/* A folder, which the top of a site has beside one of these files;
	   NULL: any may be. */
	const char	*folder;

	/* Whether a folder is the top of one of its sites.  NULL: it is when
	   it has both of these. */
	bool		(*is_top)(const char *folder);

	/*
	 * Read its settings below site->root with config_read(), and fill
	 * in the site with config_set().  What cannot be used is reported as
	 * a warning: the file is another program's.  May keep what its other
	 * functions need in site->own.
	 */
	void		(*configure)(struct site *, struct diag *);

	/*
	 * Called once all settings are known, those of the command line,
	 * too: for what depends on them, such as the title of the site in
	 * the language that was chosen.
	 */
	void		(*settle)(struct site *, struct diag *);

	/*
	 * Why there are no posts in a folder, or why a file is none; NULL:
	 * it is one, or there may be some.  The path is relative to the top
	 * of the site.  Files by other names than posts have, hidden ones
	 * and README are never asked for.
	 */
	const char	*(*passes_over)(const struct site *, const char *path,
			    bool is_folder);

	/*
	 * Front matter that holds for a post where its own says nothing: a
	 * P2F_MAP whose values carry the `file` that they stand in; or NULL.
	 * Asked before the keys are read: post->path and post->inside are
	 * known, and post->meta is what its file says, of which it may make
	 * what wins over that.
	 */
	const struct p2f_value *(*defaults)(const struct site *,
			    struct post *);

	/*
	 * Add what the generator knows of a post by other ways, such as the
	 * categories that its folders are.
	 */
	void		(*complete)(struct post *, const struct site *,
			    struct diag *);

	/*
	 * The URL of a post, absolute and encoded, in its arena; with
	 * permalink_join() for what is below the site's own URL.  Sees to
	 * the keys of the front matter that set it, too.  NULL: it cannot be
	 * computed, which is reported.
	 */
	const char	*(*url)(struct post *, const struct site *,
			    struct diag *);

	/*
	 * What a link in its own notation, such as `{static}/rain.png` and
	 * `{ref}rain.md` for {{< ref "rain.md" >}}, means in the body of a
	 * post.  NULL: nothing; else the lines of a text, of which the first
	 * counts that is an absolute URL, or the path in the site of another
	 * post, `#` and all, with its extension or without.  Posts of a name
	 * anywhere below a folder are `folder/` GENERATOR_DEEP `name`.
	 */
	const char	*(*link)(struct arena *, const struct post *,
			    const struct site *, const char *);

	/*
	 * The URL of a page that is no post, or of another file that posts
	 * link to, by its path in the site, such as `guide/intro.qmd`; NULL:
	 * it is none.
	 */
	const char	*(*page_url)(struct arena *, const struct site *,
			    const char *path);

	/*
	 * The URL of the folder in which the files of a post lie on the
	 * site, with a slash at its end: the addresses in its front matter
	 * and in tags for such files are relative to it.  NULL: to that of
	 * the post.
	 */
	const char	*(*files_url)(struct arena *, const struct post *,
			    const struct site *);

	/*
	 * The absolute URL that the address of a picture of Markdown means,
	 * which is a URI reference; NULL: what it means on any page.
	 */
	const char	*(*picture)(struct arena *, const struct post *,
			    const struct site *, const char *);
	/* Those of HTML that are relative are found so, too. */
	bool		 finds_html_pictures;

	/*
	 * Report what is so for many posts, once: called when all have been
	 * read.  The functions for a post run on several threads; what they
	 * leave for this one in site->own is atomic, and must not depend on
	 * the order of the posts.
	 */
	void		(*conclude)(const struct site *, struct diag *);

	/* Free what is not in the arena of the site. */
	void		(*release)(const struct site *);
};

#endif

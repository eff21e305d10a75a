/*
 * generator - the interface to a generator of static sites.
 *
 * A folder of posts usually belongs to Jekyll, Hexo, Hugo or another
 * generator, whose own files say what the site is called, which files are
 * posts, and how the URL of a post is made.  Each generator is one constant
 * struct, at the end of its file in generators/.  A NULL member means that the
 * generator has no rule of its own for that, and the rules for posts without a
 * generator apply.
 */
#ifndef SITE_GENERATOR_H
#define SITE_GENERATOR_H

#include <stdbool.h>

#include "base/diag.h"
#include "post/post.h"

struct site;

#define GENERATOR_DEEP "**/"

struct generator {
	const char	*name;		/* for --generator: [a-z]+ */
	const char	*title;		/* as its users spell it */

	/* How a string of tags or categories is split. */
	enum term_split	 split;
	/* Folders whose files are published unchanged, relative to the top of
	   the site; NULL-terminated.  NULL: the site's own folder. */
	const char	*const *published;
	/* Whether the URLs of files in front matter are relative to the URL of
	   the site: see permalink_of_file(). */
	bool		 files_at_top;
	/* The template languages of its posts (enum template_dialect, or'ed);
	   0: any. */
	unsigned	 dialects;
	/* Names after `site.` that are not settings, or have a value without
	   being set, each between spaces: bodies are Liquid, which has types,
	   and every other name that is not set is undefined.  NULL: unknown. */
	const char	*made_settings;
	/* Whether a post is plain Markdown although the generator reads MDX;
	   NULL: none is. */
	bool		(*is_plain)(const struct post *, const struct site *);
	/* Its Markdown (enum markdown_dialect, or'ed). */
	unsigned	 markdown;
	/* Whether its feeds omit posts without a date. */
	bool		 needs_date;
	/* Whether it reads a tab at the beginning of a line of front matter,
	   which YAML forbids, as two spaces. */
	bool		 takes_tabs;
	/* Whether headers end before the first line that is not one, without a
	   blank line. */
	bool		 loose_headers;

	/* Whether the first line of a code block may name its language
	   (codehilite of Python-Markdown). */
	bool		 has_hilite;

	/* Whether it publishes files next to a post under names that only its
	   own bundler knows. */
	bool		 bundles;

	/* Whether README is the index page of its folder. */
	bool		 readme_is_index;

	/* Whether a URL may depend on the body of a post. */
	bool		 reads_bodies;

	/* Whether its posts may end in .qmd. */
	bool		 takes_qmd;

	/* Whether the name of a post may begin with '_', except _index. */
	bool		 takes_underline;

	/* Whether a permalink may be a template, to be expanded by url(). */
	bool		 templates;

	/* Files that may hold its settings, at the top of the site;
	   NULL-terminated.  Also for `-s _config.yml`.  NULL: its settings are
	   elsewhere. */
	const char	*const *files;

	/* A folder that the top of a site has in addition to one of these
	   files; NULL: none is needed. */
	const char	*folder;

	/* Whether a folder is the top of one of its sites.  NULL: it is if it
	   has both of these. */
	bool		(*is_top)(const char *folder);

	/*
	 * Read its settings below site->root with config_read(), and fill in
	 * the site with config_set().  Unusable settings are reported as
	 * warnings, since the file belongs to another program.  May store what
	 * its other functions need in site->own.
	 */
	void		(*configure)(struct site *, struct diag *);

	/*
	 * Called once all settings are known, including those of the command
	 * line, for whatever depends on them, such as the title of the site in
	 * the chosen language.
	 */
	void		(*settle)(struct site *, struct diag *);

	/*
	 * Why there are no posts in a folder, or why a file is not one; NULL
	 * if it is one, or the folder may have some.  The path is relative to
	 * the top of the site.  Not called for hidden files, nor for
	 * README.md unless readme_is_index is set.
	 */
	const char	*(*skip_reason)(const struct site *, const char *path,
			    bool is_folder);

	/*
	 * Front matter that applies where a post's own does not set a key: a
	 * P2F_MAP whose values carry the `file` they were read from; or NULL.
	 * Called before the keys are read: post->path and post->inside are
	 * known, and post->meta is the front matter of the file, from which it
	 * may derive values that override it.
	 */
	const struct p2f_value *(*defaults)(const struct site *,
			    struct post *);

	/*
	 * Add what the generator knows of a post from elsewhere, such as
	 * categories from the names of its folders.
	 */
	void		(*complete)(struct post *, const struct site *,
			    struct diag *);

	/*
	 * The URL of a post, absolute and encoded, in its arena;
	 * permalink_join() makes one below the site's own URL.  Also handles
	 * the keys of the front matter that set it.  NULL: it cannot be
	 * computed, which is reported.
	 */
	const char	*(*url)(struct post *, const struct site *,
			    struct diag *);

	/*
	 * Resolve a link in the generator's own notation in the body of a
	 * post, such as `{static}/rain.png`, or `{ref}rain.md` for
	 * {{< ref "rain.md" >}}.  NULL if it is not one; else a list of lines,
	 * of which the first counts that is an absolute URL, or the path in
	 * the site of another post, fragment included, with or without its
	 * extension.  Posts of a name anywhere below a folder are
	 * `folder/` GENERATOR_DEEP `name`.
	 */
	const char	*(*link)(struct arena *, const struct post *,
			    const struct site *, const char *);

	/*
	 * The URL of a page that is not a post, or of another file that posts
	 * link to, by its path in the site, such as `guide/intro.qmd`; NULL:
	 * it is neither.
	 */
	const char	*(*page_url)(struct arena *, const struct site *,
			    const char *path);

	/*
	 * The URL of the folder in which the files of a post are published,
	 * with a trailing slash: references to files in its front matter and
	 * in template tags are relative to it.  NULL: they are relative to the
	 * URL of the post.
	 */
	const char	*(*files_url)(struct arena *, const struct post *,
			    const struct site *);

	/*
	 * The absolute URL of an image in Markdown, by its URI reference; NULL
	 * if that has the same meaning as on any page.
	 */
	const char	*(*image)(struct arena *, const struct post *,
			    const struct site *, const char *);
	/* Also applies to relative URLs of images in HTML. */
	bool		 finds_html_images;

	/*
	 * Report once what concerns many posts: called when all have been
	 * read.  The functions for a post run on several threads; what they
	 * leave for this one in site->own is atomic, and must not depend on
	 * the order of the posts.
	 */
	void		(*conclude)(const struct site *, struct diag *);

	/* Free whatever is not in the arena of the site. */
	void		(*release)(const struct site *);
};

#endif

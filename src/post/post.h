/*
 * post - one post file, read: what its front matter and its name say.
 *
 * This is the raw material.  Titles still hold markup, URLs are as they were
 * typed, the body is not rendered: feed/entry makes a struct p2f_post of it,
 * for those posts alone that are in the feed.
 */
#ifndef POST_POST_H
#define POST_POST_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "date/date.h"
#include "front/front.h"
#include "post/fields.h"
#include "post2feed.h"

/* A file that is a post.  Of all posts these are in memory. */
struct source {
	const char	*path;		/* as it is named in messages; "-" */
	unsigned	 inside;	/* where the path in its site begins,
					   plus one; 0: in none, or beside */
	bool		 is_named;	/* an operand, not found in a folder */
	bool		 is_regular;	/* a file, and no pipe */
};

struct post {
	struct arena		 arena;		/* all below lives here */
	const char		*path;		/* see struct source */
	const char		*clean_path;	/* the same as clean text */
	const char		*inside;	/* relative to the top of its
						   site; NULL: in no site, or
						   beside it */
	const struct p2f_value	*meta;		/* the whole front matter */
	struct facts		 facts;		/* what it says */
	bool			 has_front_matter;
	const char		*name;		/* of its file, or of the
						   folder of an index file */
	const char		*slug;		/* as written; NULL: standard
						   input has none */
	const char		*stand_in;	/* title for want of any; NULL:
						   made of the name */
	bool			 is_html;	/* by its file name */
	bool			 is_named;	/* on the command line */
	bool			 is_bare;	/* a post without front matter
						   to its generator, too */
	const struct p2f_date	*published;	/* NULL: undated */
	const struct p2f_date	*updated;	/* NULL: undated */
	const struct p2f_date	*appears;	/* not in the feed before;
						   NULL: at once */
	const char		*date_from;	/* where `published` is from,
						   if not from a key */
	const char		*url, *id;	/* set by feed/scan; the URL
						   may be unknown: NULL */
	struct file_folder *folder;	/* of its file, open, to be set
						   by who reads many; NULL:
						   the file is opened by its
						   path */
	struct buf		 file;		/* its text */
	struct buf		 scratch;	/* for whoever makes a text of
						   parts */
	const char		*body;		/* inside file, its blank ends
						   cut off; a NUL follows */
	size_t			 body_length;
	size_t			 front_length;	/* of its front matter */
	bool			 is_head;	/* no more was read than its
						   front matter: the body is
						   not known */
	struct front		 head;		/* that, then, ... */
	size_t			 head_start;	/* ... and where it begins */
};

struct site;

/* What reading a post depends on. */
struct post_rules {
	const struct fields	*fields;
	const struct zone	*zone;		/* of dates without one */
	/* The same for `2024-05-31 10:00:00` without quotes, a timestamp to
	   YAML; NULL: no difference is made. */
	const struct zone	*timestamp_zone;
	const struct p2f_value	*people;	/* author table: a map from
						   keys to maps; or NULL */
	enum term_split		 split;		/* of a string of tags */
	bool			 templates;	/* see site/generator.h */
	bool			 takes_tabs;	/* see site/generator.h */
	bool			 loose_headers;	/* the same */
	bool			 use_mtime;	/* for posts without a date */
	bool			 front_only;	/* do without the body, when
						   the front matter is at the
						   beginning of the file */
	/* Of the generator, see site/generator.h; may be NULL. */
	const struct site	*site;
	const struct p2f_value	*(*defaults)(const struct site *,
				    struct post *);
	void			(*complete)(struct post *,
				    const struct site *, struct diag *);
};

/*
 * Read a post, into one that is { 0 } or was read before, whose memory is
 * used again.  False when its file cannot be read, which is reported; all
 * else that is wrong with it is mended or left out, and reported.  To be
 * released in either case.
 */
bool	 post_read(struct post *, const struct source *,
	    const struct post_rules *, struct diag *);
void	 post_release(struct post *);

/*
 * The same a second time, and now with the body.  What is wrong with the post
 * was said the first time; where that was by its front matter only, what is
 * wrong with the rest is said now.
 */
bool	 post_read_again(struct post *, const struct source *,
	    const struct post_rules *, struct diag *);

/* The same for a post that has its path, and its text in `file`. */
void	 post_parse(struct post *, const struct post_rules *, struct diag *);

/* No post was changed before it was published. */
void	 post_settle_updated(struct post *);

/* The name behind the date that it may begin with; "": it is nothing else. */
const char *post_undated_name(const struct post *);

/* The place of a byte of the body in the file: what messages begin with. */
struct place post_place(const struct post *, const char *);

#endif

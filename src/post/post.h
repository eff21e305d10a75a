/*
 * post - one post file, after reading: its front matter and its name.
 *
 * This is the raw material.  Titles still contain markup, URLs are as typed,
 * and the body is not rendered: feed/entry makes a struct p2f_post from it,
 * only for posts that are in the feed.
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

/* A file that is a post.  There is one in memory for every post. */
struct source {
	const char	*path;		/* as named in messages; "-" */
	unsigned	 inside;	/* where the path in its site begins,
					   plus one; 0: not inside one */
	bool		 is_named;	/* an operand, not found in a folder */
	bool		 is_regular;	/* a regular file, not a pipe */
};

struct post {
	struct arena		 arena;		/* of all below */
	const char		*path;		/* see struct source */
	const char		*clean_path;	/* the same as clean text */
	const char		*inside;	/* relative to the top of its
						   site; NULL: outside any */
	const struct p2f_value	*meta;		/* the whole front matter */
	struct facts		 facts;		/* found in it */
	bool			 has_front_matter;
	const char		*name;		/* of its file, or of the
						   folder of an index file */
	const char		*slug;		/* as written; NULL: standard
						   input has none */
	const char		*stand_in;	/* title if there is no other;
						   NULL: built from the name */
	bool			 is_html;	/* by its file name */
	bool			 is_named;	/* on the command line */
	bool			 is_bare;	/* a post to its generator even
						   without front matter */
	const struct p2f_date	*published;	/* NULL: undated */
	const struct p2f_date	*updated;	/* NULL: undated */
	const struct p2f_date	*appears;	/* in the feed from then on;
						   NULL: at once */
	const char		*date_from;	/* where `published` is from,
						   if not from a key */
	const char		*url, *id;	/* set by feed/scan; the URL
						   may be unknown: NULL */
	struct file_folder *folder;	/* of its file, open, set by callers
						   that read many; NULL: the
						   file is opened by its
						   path */
	struct buf		 file;		/* its text */
	struct buf		 scratch;	/* for building strings from
						   parts */
	const char		*body;		/* in `file`, without blank
						   ends; a NUL follows */
	size_t			 body_length;
	size_t			 front_length;	/* of its front matter */
	bool			 is_head;	/* only its front matter was
						   read: the body is not
						   known */
	struct front		 head;		/* its front, if so, ... */
	size_t			 head_start;	/* ... and where it begins */
};

struct site;

/* What reading a post depends on. */
struct post_rules {
	const struct fields	*fields;
	const struct zone	*zone;		/* for dates without one */
	/* The same for `2024-05-31 10:00:00` without quotes, a timestamp in
	   YAML; NULL: treated like any other. */
	const struct zone	*timestamp_zone;
	const struct p2f_value	*people;	/* author table: a map from
						   keys to maps; or NULL */
	enum term_split		 split;		/* of a string of tags */
	bool			 templates;	/* see site/generator.h */
	bool			 takes_tabs;	/* see site/generator.h */
	bool			 loose_headers;	/* the same */
	bool			 use_mtime;	/* for posts without a date */
	bool			 front_only;	/* skip the body, if the front
						   matter is at the beginning
						   of the file */
	/* From the generator, see site/generator.h; may be NULL. */
	const struct site	*site;
	const struct p2f_value	*(*defaults)(const struct site *,
				    struct post *);
	void			(*complete)(struct post *,
				    const struct site *, struct diag *);
};

/*
 * Read a post into a struct that is { 0 } or was used before, whose memory is
 * reused.  False if its file cannot be read, which is reported; anything else
 * wrong with it is repaired or left out, and reported.  To be released in
 * either case.
 */
bool	 post_read(struct post *, const struct source *,
	    const struct post_rules *, struct diag *);
void	 post_release(struct post *);

/*
 * The same a second time, now with the body.  Problems of the post were
 * reported the first time; if only its front matter was read then, those of
 * the rest are reported now.
 */
bool	 post_read_again(struct post *, const struct source *,
	    const struct post_rules *, struct diag *);

/* Same as post_read() if the path is set, and the text already in `file`. */
void	 post_parse(struct post *, const struct post_rules *, struct diag *);

/* Set `updated` to `published` if it is missing or earlier. */
void	 post_settle_updated(struct post *);

/* The name after the date at its beginning, if any; "": there is no more. */
const char *post_undated_name(const struct post *);

/* Location in the file of a byte of the body, for messages. */
struct place post_place(const struct post *, const char *);

#endif

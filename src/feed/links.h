/*
 * links - the posts of a run by their names, for links between them.
 *
 * Jekyll's {% post_url %} and {% link %} and Hugo's ref name another post by
 * its file; its URL is known once all posts have been read.
 */
#ifndef FEED_LINKS_H
#define FEED_LINKS_H

#include <pthread.h>

#include "base/arena.h"
#include "feed/card.h"

struct links {
	struct card	*cards;		/* of all posts; not owned; NULL: not
					   known, so that none is found */
	size_t			 count;
	const struct post_rules	*rules;	/* for reading a post's title */
	bool			 was_asked;	/* while cards were NULL */
	pthread_mutex_t		 lock;	/* for all members below */
	bool			 is_filled;
	struct arena		 arena;
	struct arena_list	 list;	/* struct link, sorted by name */
};

/* The cards have their URLs; they and the rules outlive this. */
void	 links_init(struct links *, struct card *, size_t,
	    const struct post_rules *);
void	 links_release(struct links *);

/*
 * The URL of the post that a name means, such as `2024-05-31-rain`,
 * `_posts/2024-05-31-rain.md`, `rain.md#gauge` or `/blog/rain`: the post whose
 * path ends in it, or else the only one whose file has that name.  NULL: none.
 */
const char *links_find(struct links *, const char *name);

/*
 * The same by the whole path, with or without extension: `a/rain` means
 * a/rain.md and a/rain/index.md; `a/rain.fr` also means a/rain/index.fr.md, and
 * `content/` GENERATOR_DEEP `rain` the first of that name below content.
 */
const char *links_at(struct links *, const char *path);

/*
 * The title in the front matter of that post, which is read again for it;
 * NULL: none.
 */
const char *links_title(struct links *, const char *name);

/* The same of the post at a URL that ends in the name of its file. */
const char *links_title_at(struct links *, const char *url);

/*
 * The URL of the post in the file that a relative reference in the source of
 * another post refers to, such as `../2024/rain.md#gauge`; NULL: none.
 */
const char *links_of_file(struct links *, const char *from,
	    const char *reference);

#endif

/*
 * expand_parts - shared by the files of feed/expand, and private to them.
 */
#ifndef FEED_EXPAND_PARTS_H
#define FEED_EXPAND_PARTS_H

#include "base/arena.h"
#include "feed/links.h"
#include "post/post.h"
#include "site/site.h"
#include "template/template.h"

/* What the callbacks are given. */
struct expand_context {
	struct arena		*arena;
	const struct post	*post;
	const struct site	*site;
	struct links		*links;
	const struct p2f_value	*meta, *settings;
	const struct p2f_value	*tags, *categories;	/* NULL: not used */
	size_t			 names;	/* read from folders so far */
	bool			 is_typed;	/* values have types: see
						   made_settings */
};

/* ---- expand_value.c ---- */

/* See struct template_host for their contracts. */
const char *expand_key(void *context, const char *key);
enum template_kind expand_kind(void *context, const char *key, bool of_page);
const char *expand_list(void *context, const char *key, const char *between);

#endif

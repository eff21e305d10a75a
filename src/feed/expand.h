/*
 * expand - the source of a body, with its templates replaced.
 *
 * Connects what a template may ask for with the site and the posts.
 */
#ifndef FEED_EXPAND_H
#define FEED_EXPAND_H

#include "base/buf.h"
#include "base/diag.h"
#include "feed/links.h"
#include "post/post.h"
#include "site/site.h"

struct expand_rules {
	const struct site	*site;
	struct links		*links;		/* NULL: none are known */
	bool			 is_html;	/* the body; else Markdown */
};

/* Whether a body that is not HTML is MDX. */
bool	 expand_is_mdx(const struct post *, const struct site *);

/* The dialect of a post's Markdown: enum markdown_dialect, or'ed. */
unsigned expand_markdown(const struct post *, const struct site *);

/*
 * Append the body of a post with its templates replaced.  Returns false, and
 * appends nothing, if it has none.  Tags with no meaning here are reported once
 * per post.
 */
bool	 expand_body(struct buf *, const struct post *,
	    const struct expand_rules *, struct diag *);

#endif

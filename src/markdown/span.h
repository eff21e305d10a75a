/*
 * span - what stands in a line of text, by the rules of others than GitHub.
 *
 * A `*` between punctuation and a letter begins or ends emphasis on one of
 * these sides alone; to Kramdown, Python-Markdown and Pandoc it does on both,
 * as in **Rain:**today.  Chinese and Japanese have no blanks there.  Addresses
 * may hold blanks, to these, and a single `~` means nothing: 3~5.
 */
#ifndef MARKDOWN_SPAN_H
#define MARKDOWN_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 span_may_be_in(const char *, size_t);
bool	 span_may_have_backslash(const char *, size_t);
bool	 span_may_have_tilde(const char *, size_t);
bool	 span_may_be_wide(const char *, size_t);

/* Add Markdown that says the same to GitHub, with STANDIN_NONE in it.  The
   first is by what all three have in common. */
void	 span_adapt(struct buf *, const char *, size_t, bool is_mdx);
void	 span_adapt_kramdown(struct buf *, const char *, size_t, bool is_mdx);
void	 span_adapt_extra(struct buf *, const char *, size_t, bool is_mdx);
/* ... by the last rule alone, which others have, too. */
void	 span_adapt_tildes(struct buf *, const char *, size_t, bool is_mdx);
/* ... where only punctuation of ASCII is any. */
void	 span_adapt_wide(struct buf *, const char *, size_t, bool is_mdx);
/* Kramdown has fewer escapes; this comes before what makes escapes. */
void	 span_adapt_backslashes(struct buf *, const char *, size_t,
	    bool is_mdx);

#endif

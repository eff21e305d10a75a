/*
 * language - language tags (BCP 47, RFC 5646).
 */
#ifndef POST_LANGUAGE_H
#define POST_LANGUAGE_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * The tag that people mean by "zh_CN", "EN-us" or "jp", in the case that RFC
 * 5646 2.1.1 recommends: zh-CN, en-US, ja.  NULL: it is no tag.
 */
const char *language_tag(struct arena *, const char *);

/*
 * Whether a language of a post, as it was written, is that of a feed or one
 * of its kinds: "de" covers "de-AT" and "DE_at" (RFC 4647 3.3.1).
 */
bool	 language_covers(const char *tag, const char *text);

#endif

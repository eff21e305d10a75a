/*
 * language - language tags (BCP 47, RFC 5646).
 */
#ifndef POST_LANGUAGE_H
#define POST_LANGUAGE_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * The tag meant by "zh_CN", "EN-us" or "jp", in the case recommended by RFC
 * 5646 2.1.1: zh-CN, en-US, ja.  NULL: it is not a tag.
 */
const char *language_tag(struct arena *, const char *);

/*
 * Whether the language of a post, as written, is that of a feed or a variety
 * of it: "de" covers "de-AT" and "DE_at" (RFC 4647 3.3.1).
 */
bool	 language_covers(const char *tag, const char *text);

#endif

/*
 * attribute - which attributes hold URLs.
 */
#ifndef HTML_ATTRIBUTE_H
#define HTML_ATTRIBUTE_H

#include <stdint.h>

#include "html/markup.h"
#include "html/reference.h"

#define URL_ATTRIBUTE_NAME_MAX 20

struct url_attribute {
	char			 name[URL_ATTRIBUTE_NAME_MAX + 1];
	enum reference_kind	 kind;
	unsigned		 flags;		/* enum reference_flag */
	const char		*elements;	/* space-separated; NULL: any */
};

/*
 * One bit for each name length, indexed by the low five bits of its first
 * letter.
 */
extern const uint32_t url_attribute_lengths[32];

/* url_attribute_find() without its check of first letter and length. */
const struct url_attribute *url_attribute_look_up(const struct markup_token *,
	    const struct markup_attribute *);

/*
 * What kind of URL an attribute of a tag holds, or NULL if it holds none.  Most
 * hold none, which the first letter and the length tell.
 */
static inline const struct url_attribute *
url_attribute_find(const struct markup_token *token,
    const struct markup_attribute *attribute)
{
	uint32_t lengths = url_attribute_lengths[*attribute->name & 31];

	return lengths >> (attribute->name_length & 31) & 1 ?
	    url_attribute_look_up(token, attribute) : NULL;
}

/*
 * Whether nothing in the value needs resolving, as far as can be told without
 * parsing it: most URLs are absolute.  A URL with the path of a file on a disk
 * may be lost.
 */
bool	 url_attribute_is_done(const struct url_attribute *,
	    const struct markup_attribute *);

#endif

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
	const char		*elements;	/* that it is one of */
};

/* A bit for each, by the lower five bits of the first letter. */
extern const uint32_t url_attribute_lengths[32];

/* What an attribute holds that begins with such a letter, and is as long. */
const struct url_attribute *url_attribute_look_up(const struct markup_token *,
	    const struct markup_attribute *);

/*
 * What an attribute of a tag holds; NULL: no URL.  Most hold none, which their
 * first letter and length tell.
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
 * Whether nothing is to be resolved in its value, as can be told without a
 * look inside: most are absolute.  One on a disk may be lost.
 */
bool	 url_attribute_is_done(const struct url_attribute *,
	    const struct markup_attribute *);

#endif

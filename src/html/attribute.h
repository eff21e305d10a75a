/*
 * attribute - which attributes hold URLs.
 */
#ifndef HTML_ATTRIBUTE_H
#define HTML_ATTRIBUTE_H

#include "html/markup.h"
#include "html/reference.h"

#define URL_ATTRIBUTE_NAME_MAX 20

struct url_attribute {
	char			 name[URL_ATTRIBUTE_NAME_MAX + 1];
	enum reference_kind	 kind;
	unsigned		 flags;		/* enum reference_flag */
	const char		*elements;	/* that it is one of */
};

/* What an attribute of a tag holds; NULL: no URL. */
const struct url_attribute *url_attribute_find(const struct markup_token *,
	    const struct markup_attribute *);

/*
 * Whether nothing is to be resolved in its value, as can be told without a
 * look inside: most are absolute.  One on a disk may be lost.
 */
bool	 url_attribute_is_done(const struct url_attribute *,
	    const struct markup_attribute *);

#endif

/*
 * bare_url - URLs in text without any markup around them.
 *
 * The extended autolinks of GitHub Flavored Markdown (6.9): http, https and ftp
 * URLs, hosts that begin with "www.", and mail addresses.  Beyond that, Chinese
 * and Japanese text has no spaces around a URL, and has its own punctuation
 * that ends one.
 */
#ifndef MARKDOWN_BARE_URL_H
#define MARKDOWN_BARE_URL_H

#include <stdbool.h>

enum bare_kind {
	BARE_URL,
	BARE_HOST,		/* needs "http://" before it */
	BARE_MAIL
};

struct bare_url {
	enum bare_kind	 kind;
	const char	*start, *end;
};

/*
 * Find the bare URL around a character of a text: the ':' of a scheme, the
 * first 'w' of "www.", or the '@' of a mail address.  If there may be one,
 * *next is set to where to search on: everything before that has been read.
 */
bool	 bare_url_at(const char *text, const char *p, const char *end,
	    struct bare_url *, const char **next);

#endif

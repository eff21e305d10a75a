/*
 * bare_url - addresses that text holds without any mark around them.
 *
 * The extended autolinks of GitHub Flavored Markdown (6.9): URLs of http,
 * https and ftp, hosts that begin with "www.", and addresses of mail.  Beyond
 * it, text of Chinese or Japanese has no blanks around a URL, and has marks of
 * its own that end one.
 */
#ifndef MARKDOWN_BARE_URL_H
#define MARKDOWN_BARE_URL_H

#include <stdbool.h>

enum bare_kind {
	BARE_URL,
	BARE_HOST,		/* "http://" is to be put before it */
	BARE_MAIL
};

struct bare_url {
	enum bare_kind	 kind;
	const char	*start, *end;
};

/*
 * The one that a character of a text stands in: the ':' of a scheme, the
 * first 'w' of "www.", the '@' of an address.  Where there may be one, *next
 * is where to look for others: what lies before is read.
 */
bool	 bare_url_at(const char *text, const char *p, const char *end,
	    struct bare_url *, const char **next);

#endif

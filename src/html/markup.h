/*
 * markup - a scanner of HTML that loses nothing.
 *
 * HTML in feeds is changed in a few places and copied everywhere else, so it
 * must not go through a parser and out again (that renames, reorders and
 * repairs).  This scanner cuts HTML into tokens by the rules of the WHATWG
 * tokenizer; every token is a span of the source, and the spans laid end to
 * end are the source again, whatever it holds.  Time is linear.
 *
 * Of the tree builder it knows what changes the meaning of bytes: the
 * elements whose content is text, and that inside <svg> and <math> there are
 * none and CDATA sections are real; that some tags of HTML end those two, and
 * that <foreignObject> and its like hold HTML again.  It does not know that
 * the end tag of an element ends those that were left open inside of it.
 */
#ifndef HTML_MARKUP_H
#define HTML_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

enum markup_kind {
	MARKUP_TEXT,
	MARKUP_START,
	MARKUP_END,
	MARKUP_COMMENT,		/* "<!--" only */
	MARKUP_OTHER		/* doctype, "<?...>", CDATA, "</>", a tag that
				   the end of the source cuts off */
};

/* Spans are of the source and not decoded. */
struct markup_token {
	enum markup_kind kind;
	const char	*start;
	size_t		 length;
	/* of tags */
	const char	*name;
	size_t		 name_length;
	const char	*attributes;	/* between the name and '>' */
	size_t		 attributes_length;
	unsigned	 classes;	/* of the element; start tags only */
	bool		 self_closing;
	/* of text */
	bool		 raw;		/* '&' begins no reference there */
	/* It goes on to the end of the source for want of its own end. */
	bool		 open;
};

struct markup {
	const char	*next, *end;
	const char	*text_element;	/* its name, while inside; or NULL */
	size_t		 text_element_length;
	unsigned	 text_element_classes;
	/* Open <svg> and <math>, and the elements in them that hold HTML. */
	size_t		 depth;
	unsigned long long html;	/* bit n: the n-th holds HTML, ... */
	unsigned long long math;	/* ... is in <math>, ... */
	unsigned long long svg;		/* ... has the name "svg" */
	bool		 annotation;	/* inside <annotation-xml> */
};

void	 markup_init(struct markup *, const char *, size_t);
/* The next token, which is never empty; false at the end. */
bool	 markup_next(struct markup *, struct markup_token *);
/* The start tag that so many bytes begin with; false: it is none. */
bool	 markup_read_start(const char *, size_t, struct markup_token *);

/* Whether what follows is inside of <svg> or <math>, and not HTML. */
bool	 markup_is_foreign(const struct markup *);

/* Whether a tag has that name, given in lower case. */
bool	 markup_name_is(const struct markup_token *, const char *);
/* The same of a name that stands in HTML. */
bool	 markup_has_name(const struct markup_token *, const char *, size_t);
/* Whether it is one of some names, which NULL ends. */
bool	 markup_name_is_any(const struct markup_token *,
	    const char *const *names);
/* Whether it is that of a heading, <h1> to <h6>. */
bool	 markup_is_heading(const struct markup_token *);

/* Whether it is white space between tags. */
bool	 markup_is_blank(const struct markup_token *);

struct markup_attribute {
	const char	*name;
	size_t		 name_length;
	const char	*value;		/* without quotes; NULL: has none */
	size_t		 value_length;
	char		 quote;		/* '"', '\'', or '\0' */
	const char	*end;		/* just behind it, quote and all */
};

/*
 * Step through the attributes of a tag.  Begin with { 0 }.  Of two with the
 * same name the first one counts.
 */
bool	 markup_attribute_next(const struct markup_token *,
	    struct markup_attribute *);
/* The one of that name (given in lower case). */
bool	 markup_attribute_find(const struct markup_token *, const char *,
	    struct markup_attribute *);

/* Whether an attribute has that value, given in lower case. */
bool	 markup_value_is(const struct markup_attribute *, const char *);

enum markup_class {
	MARKUP_VOID = 1 << 0,		/* has no end tag */
	MARKUP_BLOCK = 1 << 1,		/* stands on lines of its own */
	MARKUP_PHRASING = 1 << 2,	/* stands in a line of text */
	MARKUP_RAW = 1 << 3,		/* content is text, without '&' ... */
	MARKUP_RCDATA = 1 << 4,		/* ... or with it */
	MARKUP_HIDDEN = 1 << 5,		/* content is not shown */
	MARKUP_OPTIONAL_END = 1 << 6,	/* is often left open */
	MARKUP_FOREIGN = 1 << 7,	/* content is not HTML */
	MARKUP_BREAKOUT = 1 << 8	/* ends open foreign elements */
};

/* The classes of an element, or'ed; 0: HTML has no such element. */
unsigned markup_element_class(const char *name, size_t length);

#endif

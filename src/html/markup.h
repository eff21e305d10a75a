/*
 * markup - a scanner of HTML that loses nothing.
 *
 * HTML in feeds is changed in a few places and copied everywhere else, so it
 * must not go through a parser and out again (that renames, reorders and
 * repairs).  This scanner splits HTML into tokens by the rules of the WHATWG
 * tokenizer; every token is a span of the source, and the spans put together
 * are the source again, whatever it contains.  It runs in linear time.
 *
 * Of the tree builder it implements only what changes the meaning of bytes: the
 * elements whose content is text; that inside <svg> and <math> there are no
 * such elements, and CDATA sections are real; that some HTML tags end those
 * two; and that <foreignObject> and the like hold HTML again.  It does not know
 * that the end tag of an element also closes the elements left open inside it.
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
	MARKUP_OTHER		/* doctype, "<?...>", CDATA, "</>", a tag
				   that the end of the source cuts off */
};

/* Spans point into the source and are not decoded. */
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
	bool		 raw;		/* '&' starts no character reference */
	/* Unterminated: it extends to the end of the source. */
	bool		 open;
};

struct markup {
	const char	*next, *end;
	const char	*text_element;	/* name of the open one, or NULL */
	size_t		 text_element_length;
	unsigned	 text_element_classes;
	/* Open <svg> and <math>, and the elements in them that hold HTML. */
	size_t		 depth;
	unsigned long long html;	/* bit n: the n-th holds HTML */
	unsigned long long math;	/* bit n: it is in <math> */
	unsigned long long svg;		/* bit n: it is an "svg" */
	bool		 annotation;	/* inside <annotation-xml> */
};

void	 markup_init(struct markup *, const char *, size_t);
/* Read the next token, which is never empty.  Returns false at the end. */
bool	 markup_next(struct markup *, struct markup_token *);
/*
 * Read the start tag that a string of this length begins with.  Returns false
 * if it does not begin with one.
 */
bool	 markup_read_start(const char *, size_t, struct markup_token *);

/* Whether what follows is inside <svg> or <math> and is not HTML. */
bool	 markup_is_foreign(const struct markup *);

/* Whether a tag has this name, given in lower case. */
bool	 markup_name_is(const struct markup_token *, const char *);
/* The same for a name in any case, such as one from the source. */
bool	 markup_has_name(const struct markup_token *, const char *, size_t);
/* Whether its name is in a NULL-terminated list. */
bool	 markup_name_is_any(const struct markup_token *,
	    const char *const *names);
/* Whether it is a heading, <h1> to <h6>. */
bool	 markup_is_heading(const struct markup_token *);

/* Whether it is text that is only whitespace. */
bool	 markup_is_blank(const struct markup_token *);

struct markup_attribute {
	const char	*name;
	size_t		 name_length;
	const char	*value;		/* without quotes; NULL: no value */
	size_t		 value_length;
	char		 quote;		/* '"', '\'', or '\0' */
	const char	*end;		/* after the closing quote, if any */
};

/*
 * Step through the attributes of a tag, starting from { 0 }.  If two have the
 * same name, the first one counts.
 */
bool	 markup_attribute_next(const struct markup_token *,
	    struct markup_attribute *);
/* Find the attribute of this name, given in lower case. */
bool	 markup_attribute_find(const struct markup_token *, const char *,
	    struct markup_attribute *);

/* Whether an attribute has this value, given in lower case. */
bool	 markup_value_is(const struct markup_attribute *, const char *);

enum markup_class {
	MARKUP_VOID = 1 << 0,		/* has no end tag */
	MARKUP_BLOCK = 1 << 1,		/* is on lines of its own */
	MARKUP_PHRASING = 1 << 2,	/* is part of a line of text */
	MARKUP_RAW = 1 << 3,		/* content is text without ... */
	MARKUP_RCDATA = 1 << 4,		/* ... or with references */
	MARKUP_HIDDEN = 1 << 5,		/* content is not shown */
	MARKUP_OPTIONAL_END = 1 << 6,	/* end tag is often omitted */
	MARKUP_FOREIGN = 1 << 7,	/* content is not HTML */
	MARKUP_BREAKOUT = 1 << 8	/* ends open foreign elements */
};

/* The classes of an element, ORed, or 0 if it is not an HTML element. */
unsigned markup_element_class(const char *name, size_t length);

#endif

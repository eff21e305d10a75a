/*
 * python_markdown - what generators tell Python-Markdown.
 */
#ifndef GENERATORS_PYTHON_MARKDOWN_H
#define GENERATORS_PYTHON_MARKDOWN_H

struct p2f_value;
struct site;
struct diag;

/* Heed extensions, a list of their names or of maps that these are keys of, or
   such a map; of them nl2br makes each line break one.  May be NULL. */
void	 python_markdown_heed(struct site *, const struct p2f_value *extensions,
	    struct diag *);

#endif

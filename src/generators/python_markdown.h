/*
 * python_markdown - extensions of Python-Markdown in generators' settings.
 */
#ifndef GENERATORS_PYTHON_MARKDOWN_H
#define GENERATORS_PYTHON_MARKDOWN_H

struct p2f_value;
struct site;
struct diag;

/* Apply extensions: a list of names or of maps keyed by them, or such a map;
   nl2br makes each newline a line break.  May be NULL. */
void	 python_markdown_apply(struct site *,
	    const struct p2f_value *extensions, struct diag *);

#endif

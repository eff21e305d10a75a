/*
 * md4c, for posts in Markdown, loaded for the first of them; its renderer, for
 * the first character reference with a rare name.
 */
#include "base/library.h"

#ifdef P2F_LATE

#include <pthread.h>

#include <md4c-html.h>
#include <md4c.h>

static struct {
	LIBRARY_MEMBER(md_parse)
	LIBRARY_MEMBER(md_html)
} md4c;

static void
load_parser(void)
{
	library_need_function(library_need(LIBRARY_NAME("libmd4c", "0"),
	    "libmd4c.so"), "md_parse", &md4c.md_parse);
}

static void
load_renderer(void)
{
	library_need_function(library_need(LIBRARY_NAME("libmd4c-html", "0"),
	    "libmd4c-html.so"), "md_html", &md4c.md_html);
}

int
md_parse(const MD_CHAR *text, MD_SIZE size, const MD_PARSER *parser,
    void *data)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load_parser);
	return md4c.md_parse(text, size, parser, data);
}

int
md_html(const MD_CHAR *input, MD_SIZE size,
    void (*put)(const MD_CHAR *, MD_SIZE, void *), void *data, unsigned flags,
    unsigned renderer_flags)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load_renderer);
	return md4c.md_html(input, size, put, data, flags, renderer_flags);
}

#endif

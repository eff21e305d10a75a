/*
 * md4c, which posts in Markdown need, loaded for the first of them.
 */
#include "base/library.h"

#ifdef P2F_LATE

#include <pthread.h>

#include <md4c-html.h>

static struct {
	LIBRARY_MEMBER(md_html)
} md4c;

static void
load(void)
{
	void *library = library_need(LIBRARY_NAME("libmd4c-html", "0"),
	    "libmd4c-html.so");

	library_need_function(library, "md_html", &md4c.md_html);
}

int
md_html(const MD_CHAR *input, MD_SIZE size,
    void (*put)(const MD_CHAR *, MD_SIZE, void *), void *data, unsigned flags,
    unsigned renderer_flags)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load);
	return md4c.md_html(input, size, put, data, flags, renderer_flags);
}

#endif

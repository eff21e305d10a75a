/*
 * Renders Markdown as HTML, for tests/commonmark: each document on standard
 * input, and each result on standard output, ends in a NUL.
 *
 *	ours	as for a feed, with templates replaced, if there are any
 *	github	by md4c alone, with the same extensions
 *	plain	by md4c alone, without extensions
 */
#include <assert.h>

#include <md4c-html.h>

#include "markdown/markdown.h"
#include "template/template.h"
#include "bodies.h"

static void
add(const MD_CHAR *s, MD_SIZE n, void *out)
{
	buf_add(out, s, n);
}

static void
render_ours(struct buf *out, const char *s, size_t n)
{
	const struct markdown_options o = { .footnotes = "x" };
	const struct template_host host = { .dialects = TEMPLATE_ANY,
	    .site_url = "https://example.org/" };
	struct template_report report = { .count = 0 };
	struct buf expanded = { 0 };

	if (template_may_be_in(s, n, &host)) {
		template_expand(&expanded, s, n, &host, &report);
		buf_puts(&expanded, "");
		s = expanded.bytes;
		n = expanded.length;
	}
	markdown_render(out, s, n, &o);
	buf_release(&expanded);
	buf_release(&report.names);
}

static void
render(struct buf *out, const char *s, size_t n, void *how)
{
	if (strcmp(how, "ours") == 0)
		render_ours(out, s, n);
	else
		md_html(s, (MD_SIZE)n, add, out, strcmp(how, "github") == 0 ?
		    MD_DIALECT_GITHUB : MD_DIALECT_COMMONMARK, 0);
	buf_putc(out, '\0');
}

int
main(int argc, char *argv[])
{
	assert(argc == 2);
	return bodies_convert(render, argv[1]);
}

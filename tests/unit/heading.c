/* The first heading of a body. */
#include "body/heading.h"
#include "tap.h"

/* element NULL: there is none. */
static const struct {
	const char	*html, *element, *content;
	bool		 is_first;
} cases[] = {
	{ "", NULL, NULL, false },
	{ "<p>a</p>", NULL, NULL, false },
	{ "<h1>a", NULL, NULL, false },
	{ "<h2>a</h2>", NULL, NULL, false },
	{ "<!-- <h1>a</h1> -->", NULL, NULL, false },
	{ "<script><h1>a</h1></script>", NULL, NULL, false },
	{ "<h1>a</h1>", "<h1>a</h1>", "a", true },
	{ "\n<H1 id='x'>a <b>b</b></H1 >c", "<H1 id='x'>a <b>b</b></H1 >",
	    "a <b>b</b>", true },
	{ "<h1></h1>", "<h1></h1>", "", true },
	{ "<h1>a</h2>b</h1>", "<h1>a</h2>", "a", true },
	{ "<h1>a</H6>b</h1>", "<h1>a</H6>", "a", true },
	{ "<h1>a</h0></h7></hr></h12>b</h1>",
	    "<h1>a</h0></h7></hr></h12>b</h1>", "a</h0></h7></hr></h12>b",
	    true },
	{ "<!-- a --><div>\n<h1>b</h1></div>", "<h1>b</h1>", "b", true },
	{ "<style>a</style><h1>b</h1>", "<h1>b</h1>", "b", true },
	{ "<p>a</p><h1>b</h1>", "<h1>b</h1>", "b", false },
	{ "<img><h1>b</h1>", "<h1>b</h1>", "b", false },
	{ "<hr><h1>b</h1>", "<h1>b</h1>", "b", false },
	{ "<h2>a</h2><h1>b</h1><h1>c</h1>", "<h1>b</h1>", "b", false }
};

static bool
span_is(const char *html, size_t start, size_t length, const char *want)
{
	return length == strlen(want) &&
	    memcmp(html + start, want, length) == 0;
}

int
main(void)
{
	struct heading h;
	const char *html;
	bool found;
	size_t i;

	for (i = 0; i < COUNT(cases); i++) {
		html = cases[i].html;
		found = heading_find(html, strlen(html), &h);
		if (cases[i].element == NULL)
			tap_ok(!found, "no heading: %s", html);
		else
			tap_ok(found && h.is_first == cases[i].is_first &&
			    span_is(html, h.start, h.length,
			    cases[i].element) && span_is(html,
			    h.content_start, h.content_length,
			    cases[i].content), "%s", html);
	}
	return tap_end();
}

/* The first image of a body, and images that do not count. */
#include "body/image.h"
#include "tap.h"

/* want is the URL of the image that counts. */
static const struct {
	const char *html, *want;
} cases[] = {
	{ "", NULL },
	{ "a", NULL },
	{ "<img>", NULL },
	{ "<img src=\"\">", NULL },
	{ "<p><img src=\"https://h/a.png\"><img src=\"https://h/b.png\">",
	    "https://h/a.png" },
	{ "<IMG SRC=http://h/a>", "http://h/a" },
	{ "<img src=' https://h/a?b=1&amp;c '>", "https://h/a?b=1&c" },
	{ "<img src=\"a.png\"><img src=\"data:image/png,a\">"
	    "<img src=\"https://h/b\">", "https://h/b" },
	{ "<img src=https://h/a><template><img src=https://h/b></template>",
	    "https://h/a" },
	{ "<template><img src=https://h/a></template><img src=https://h/b>",
	    "https://h/b" },
	{ "<!-- <img src=https://h/a> --><script><img src=https://h/b>"
	    "</script><textarea><img src=https://h/c></textarea>", NULL },
	{ "<img src=https://h/a width=1 height=1><img src=https://h/b>",
	    "https://h/b" },
	{ "<img src=https://h/a height=\"0\">", NULL },
	{ "<img src=https://h/a width=1px>", NULL },
	{ "<img src=https://h/a width=100%>", "https://h/a" },
	{ "<img src=https://h/a width=1%>", "https://h/a" },
	{ "<img src=https://h/a width=1em>", "https://h/a" },
	{ "<img src=https://h/a width=10 height=auto>", "https://h/a" },
	{ "<img src=https://h/a style=\"a: b; Width : 1px\">", NULL },
	{ "<img src=https://h/a style=\"display:none\">", NULL },
	{ "<img src=https://h/a style=\"visibility: hidden\">", NULL },
	{ "<img src=https://h/a style=\"max-width:1px;width:100%\">",
	    "https://h/a" },
	{ "<img src=https://h/a style=\":\">", "https://h/a" },
	{ "<img src=https://h/a hidden>", NULL },
	{ "<img src=https://h/a class=\"big wp-smiley\">", NULL },
	{ "<img src=https://h/Emoji/1f600.png>", NULL },
	{ "<img src=https://h/a/spacer.gif>", NULL },
	{ "<noscript><img src=https://h/a></noscript>", "https://h/a" },
	{ "<picture><source srcset=https://h/a><img src=https://h/b>",
	    "https://h/b" },
	{ "<img src=https://h/a", NULL }
};

int
main(void)
{
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; i < COUNT(cases); i++)
		tap_string(image_find(&arena, cases[i].html,
		    strlen(cases[i].html)), cases[i].want, cases[i].html);
	arena_release(&arena);
	return tap_end();
}

/*
 * Whatever is repeated a hundred thousand times in a post is read in time that
 * is proportional to its length: a second, not an hour.
 *
 * A separate program, since it takes time: make check-time.
 */
#include <string.h>
#include <time.h>

#include "../unit/repeat.h"
#include "../unit/tap.h"
#include "markdown/markdown.h"
#include "template/template.h"

#define TIMES 100000
#define SECONDS_MAX 4

static const char *const in_markdown[] = {
	"[^", "[^1]", "[^1]: a\n", "[^a]: [^a]\n\n", "$", "$$", "$a ",
	"$=a", "\\(", "\\[=", "\\\\(", "\\", "# a\n", "# a-1\n", "`",
	"a\n", "<h1>", "<h1>a", "[^1]:\n\n", "$$\n", "<div>\n",
	"<div>\n\n", "<a \"\n", "<a \"<b '\n", "<p markdown=1>\n",
	"<div markdown=1>\n", "<div markdown=1>", "</p>\n<b>\n",
	"<div markdown=1>\n</div>\n", "> <div>\n>\n> </div>\n",
	"a\n: ", "a\n: b\n", "a\n: b\n\n", ": ", ": a\n",
	"a: line of the whole text with colons in it ", "> a\n> : b\n",
	"a*(", "(*a ", "~a", "~", "](a ", "[a](b c", "[a](b c) ",
	"<a ", "\\\\\n", "||", "||\n|-|\n", "|a|\n|-|\n", "- ", "* - ",
	"a\n    ```\n", "a\n\t~~~\n", "> a\nb\n", "> a\n    b\n", "- a\nb\n",
	"-  \n", "a|b\n-|-\n\n: c\n", "-|-\n: a\n", "[^1]: a\n    ```\n",
	"|-|http://a.b", "<", "]", "| a\n| b\n\n", "|-\n|=\n", "| a `b |\n",
	"| a\n- ", "[a] [b] ", "[a] [b]\n[b]: c\n", "[a] [", "] [a]",
	"![a\n***\n", "```a\n```\n\n", "<o:p></o:p>", "<o:p \"", "<12:30> ",
	"</o:", "<a:b c", "<code>", "<code>*a* ", "<code><a ", "<kbd>*",
	"<kbd>*</kbd> ", "<kbd \"", "a <div> ", "<i/>", "$$\\\\", ":x:", ":x"
};

static const char *const in_templates[] = {
	"{{", "{%", "{{ ", "{% ", "{{<", "{{< a", "{:", "{#", "{/*",
	":::", ":::note\n", ":::\n", "{% raw %}", "{% endraw %}",
	"{% raw %}{% raw %}{% endraw %}",
	"{% highlight c %}", "{% highlight %}{% raw %}",
	"{% highlight %}{% raw %}{% endhighlight %}", "{% for %}",
	"{% comment %}", "{% if page.off %}", "{% if page.on %}", "{% else %}",
	"{% if page.on %}{% else %}", "{% case a %}{% when b %}",
	"{% if page.off %}{% else %}{% endif %}",
	"{% quote() %}", "{% end %}", "{{ \"a\" | url", "{", "}", "`",
	"``` ", "```\n", "`{% raw %}`", "`{% raw %}{% endraw %}`",
	"<!--", "<pre>", "<A ", "<A b=\"", "<A b={",
	"</A>", "{a", "- ", "> ", "{::comment}", "{% blockquote %}",
	"{% image \"a\" %}", "{{ a.b }}", "(@/a)", "import {\n",
	"{% enda %}",
	"{% a %}\n\n", "{%\n", "<a b='{{", "{: a=\"",
	"export const {\n\n", "]:", "*[a]: b\n", "*[", "$a^{b} ", "$$",
	"$a_{", "$$\n", "a {{< fn >}}b{{< /fn >}}\n",
	"{% tabbed_codeblock %}<!-- tab {% endtabbed_codeblock %}\n\n"
};

static const char *const in_quarto[] = {
	"`r a` ", "`{b} c` ", "`{{d}}` ", "{", "```{r}\n", "```{r}\n```\n",
	"```{{r}}\n", "```{{r}}\n```\n", "```{=html}\n", "- ```{=html}\n",
	"```{r}\n#| echo: true\n", "::: {.hidden}\n",
	"::: {.hidden}\n:::\n", "::: {.callout-note}\n",
	"::: {.callout-note title=\"", "^[", "^[a] ", "[a", "[a]{.b} ", "]",
	"> ```{r, echo=F}\n> ```\n"
};

static const char *const in_pandoc[] = {
	"<div>\n    ", "<div>\n", "</div>\n", "<td>", "<td>a</td>",
	"<table><tr><td>a</td></tr></table>\n\n", "<pre>\n", "<pre>\n</pre>\n",
	"<ul>\n<li>a\n", "<table>\n  <tr>\n    <td>a</td></tr></table>\n"
};

/* Not in MDX, where brackets are only those of links. */
static const char *const in_brackets[] = {
	"[embed]a [code lang=c]\n\n[gallery]\n", "[caption a=b]",
	"[caption a=b][caption a=b]a[/caption]\n", "[/caption]", "[code a=\"",
	"[embed]", "[youtube ", "[sourcecode]", "\\[code lang=c\\]", "![",
	"![a](b align=\"", "%[https://a", "@[youtube](", "![a](b =2x2",
	":src=\"$withBase('",
	"::: tabs\n@tab a\n", "{% capture a %}", "{{ a }}",
	"{% capture a %}b{% endcapture %}{{ a }}", "{% include gallery %}",
	"<b v-pre>", "<b v-pre>{{ a }}</b>", "<A />", "<i\n/>", "<i a=\"/>",
	"::: v-pre\n{{ a }}\n",
	"::a\n", "::a\n::\n", "::a\n---\n", "::a\n---\nb\n", ":a[", " :a{b=",
	" :a[b]", "::a{to=b}\nc\n::\n", "::a{to=b}\nc\n\n", "  ::a\n",
	"  ::a\n    b\n  ::\n", "![](a \"", "::\n",
	"!!! a\n", "!!! a\n\n", "!!! a\n    b\n",
	"!!! a\n    b\nc\n", "- !!! a\n      b\n", "{% note %}\n    a\n",
	"{% note %}\n    a\n{% endnote %}\n", "    {% note %}\n\n\n",
	"??? \"a\"\n\n\tb\n\n", "```a", "~~~a", "```a\n", "```a b\n",
	"> [!a]\nb\n", "==a ", "==a== ", "    ```\n", "    ```\n    ~~~\n",
	"- a\n\n      ```\n      ```\n"
};

static const char *const in_distill[] = {
	"<d-footnote>a", "<d-footnote>a</d-footnote>", "<d-math>", "<d-cite ",
	"<d-cite key=\"a\"></d-cite>", "<d-code block>\n",
	"<d-code block>\na\n</d-code>\n"
};

static const struct markdown_options options = { .hard_wraps = true,
    .heading_ids = true, .footnotes = "p", .dialect = MARKDOWN_KRAMDOWN |
    MARKDOWN_FIGURES | MARKDOWN_EMOJI };

static enum template_kind
find_kind(void *context, const char *key, bool of_page)
{
	(void)context;
	(void)of_page;
	if (strcmp(key, "off") == 0)
		return TEMPLATE_FALSE;
	return strcmp(key, "on") == 0 ? TEMPLATE_TRUE : TEMPLATE_NIL;
}

static const char *
find_none(void *context, const char *name)
{
	(void)context;
	(void)name;
	return NULL;
}

static const struct template_host host = {
	.dialects = TEMPLATE_ANY | TEMPLATE_MDX | TEMPLATE_RAW_CODE,
	.site_url = "https://e.example/",
	.site_title = "S",
	.page_title = "A",
	.page_url = "https://e.example/a/",
	.find_post = find_none,
	.find_title = find_none,
	.find_key = find_none,
	.find_kind = find_kind
};

static const struct template_host plain_host = {
	.dialects = TEMPLATE_ANY | TEMPLATE_VUE | TEMPLATE_ADMONITIONS |
	    TEMPLATE_MDC | TEMPLATE_HEXO | TEMPLATE_CAPTIONS | TEMPLATE_MARK,
	.site_url = "https://e.example/",
	.find_post = find_none,
	.find_title = find_none,
	.find_key = find_none,
	.find_kind = find_kind
};

static const struct template_host quarto_host = {
	.dialects = TEMPLATE_QMD,
	.site_url = "https://e.example/",
	.find_key = find_none
};

static const struct template_host distill_host = {
	.dialects = TEMPLATE_ANY,
	.site_url = "https://e.example/",
	.find_key = find_none
};

static void
render(struct buf *out, const struct buf *source)
{
	markdown_render(out, source->bytes, source->length, &options);
}

static void
render_pandoc(struct buf *out, const struct buf *source)
{
	const struct markdown_options pandoc = { .dialect = MARKDOWN_PANDOC };

	markdown_render(out, source->bytes, source->length, &pandoc);
}

static void
expand_by(struct buf *out, const struct buf *source,
    const struct template_host *by)
{
	struct template_report report = { .count = 0 };

	template_expand(out, source->bytes, source->length, by, &report);
	buf_release(&report.names);
}

static void
expand(struct buf *out, const struct buf *source)
{
	expand_by(out, source, &host);
}

static void
expand_plain(struct buf *out, const struct buf *source)
{
	expand_by(out, source, &plain_host);
}

static void
expand_quarto(struct buf *out, const struct buf *source)
{
	expand_by(out, source, &quarto_host);
}

static void
expand_distill(struct buf *out, const struct buf *source)
{
	expand_by(out, source, &distill_host);
}

static void
test_piece(void (*read)(struct buf *, const struct buf *), const char *head,
    const char *piece, const char *tail)
{
	struct buf source = { 0 }, got = { 0 };
	clock_t start;
	double seconds;

	buf_puts(&source, head);
	repeat(&source, TIMES, piece);
	buf_puts(&source, tail);
	start = clock();
	read(&got, &source);
	seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	if (!tap_ok(seconds < SECONDS_MAX, "%d times %.*s", TIMES,
	    (int)strcspn(piece, "\n#"), piece))
		printf("# %g s\n", seconds);
	buf_release(&source);
	buf_release(&got);
}

/* As many marks in one line, with lines below it. */
static void
test_marks(const char *mark, const char *text, const char *line,
    const char *tail)
{
	struct buf head = { 0 };

	repeat(&head, TIMES / 10, mark);
	buf_puts(&head, text);
	test_piece(render, head.bytes, line, tail);
	buf_release(&head);
}

/* A long captured source, used as often, and its images. */
static void
test_capture(void)
{
	struct buf head = { 0 };

	buf_puts(&head, "{% capture a %}{% raw %}{{% endraw %} /b.png "
	    "{% comment %}");
	repeat(&head, TIMES / 10, "c ");
	buf_puts(&head, "{% endcomment %}{% endcapture %}");
	test_piece(expand_plain, head.bytes, "{% include gallery images=a %}",
	    "");
	buf_release(&head);
}

int
main(void)
{
	static const char ends[] = "\n{% endquote %}{% endhighlight %}"
	    "{% endfor %}{% endblockquote %}{% endif %}{% endcase %}";
	size_t i;

	for (i = 0; i < COUNT(in_markdown); i++)
		test_piece(render, "", in_markdown[i], "\n\n[^1]: a");
	for (i = 0; i < COUNT(in_pandoc); i++)
		test_piece(render_pandoc, "", in_pandoc[i], "\n</div>\n");
	/* The prefix of a block's lines would be repeated. */
	test_marks("> ", "<div>\n", "\n", "</div>\n");
	test_marks("- ", "a\n", "                                : b\n", "");
	for (i = 0; i < COUNT(in_templates); i++)
		test_piece(expand, "", in_templates[i], ends);
	test_piece(expand, "<div>\nx ", "{% a %} ", ends);
	test_piece(expand, "<div>\n<video>\\)**", "<A }{/*", "</pre>");
	test_piece(expand, "", "{/* a\n\n", "");
	test_piece(expand, "", "{a\n\n", "}b\n");
	test_piece(expand, "", "<head>\n", "</Head>");
	test_piece(expand, "", "<CodeBlock>\n", "{</CodeBlock>");
	test_piece(expand, "", "<CodeBlock>{`a\n\n", "}</CodeBlock>");
	test_piece(expand, "", "<pre a b c d e f g h i j k l m n o p q r s t "
	    "u v w x y z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z ",
	    "/>");
	for (i = 0; i < COUNT(in_brackets); i++)
		test_piece(expand_plain, "", in_brackets[i],
		    "[/embed][/code][/caption]{% endcapture %}");
	test_capture();
	test_piece(expand_plain, "{% note ", "Word ", "%}\na\n{% endnote %}");
	for (i = 0; i < COUNT(in_quarto); i++)
		test_piece(expand_quarto, "", in_quarto[i], "\n:::\n");
	for (i = 0; i < COUNT(in_distill); i++)
		test_piece(expand_distill, "", in_distill[i], "");
	return tap_end();
}

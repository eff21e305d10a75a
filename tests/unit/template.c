/* Template tags are replaced by what they mean; code is never changed. */

#include "tap.h"
#include "template/template.h"

static const char *
find_post(void *context, const char *name)
{
	(void)context;
	return strcmp(name, "2024-01-02-rain") == 0 ||
	    strcmp(name, "@/rain.md") == 0 ||
	    strcmp(name, "rain.md") == 0 ||
	    strcmp(name, "_posts/2024-01-02-rain.md") == 0 ?
	    "https://e.example/blog/rain/" : NULL;
}

/* Files beside the post. */
static const char *
find_file(void *context, const char *name)
{
	(void)context;
	return strcmp(name, "a b.png") == 0 || strcmp(name, "a.pdf") == 0 ?
	    name : NULL;
}

static const char *
find_title(void *context, const char *name)
{
	(void)context;
	return strcmp(name, "rain.md") == 0 ||
	    strcmp(name, "/blog/rain/") == 0 ? "Rain & *hail*" : NULL;
}

static const char *
find_key(void *context, const char *key)
{
	(void)context;
	if (strcmp(key, "gallery.0.image_path") == 0)
		return "a.png";
	if (strcmp(key, "gallery.0.url") == 0)
		return "/b.png";
	if (strcmp(key, "gallery.0.alt") == 0)
		return "A";
	if (strcmp(key, "gallery.0.title") == 0)
		return "T";
	if (strcmp(key, "gallery.1.image_path") == 0)
		return "https://c.example/d.png";
	if (strcmp(key, "site.repository") == 0)
		return "https://r.example/r";
	if (strcmp(key, "four") == 0)
		return "4";
	return strcmp(key, "mood") == 0 ? "wet & cold" : NULL;
}

static enum template_kind
find_kind(void *context, const char *key, bool of_page)
{
	(void)context;
	if (strcmp(key, "off") == 0)
		return TEMPLATE_FALSE;
	if (strcmp(key, "on") == 0)
		return TEMPLATE_TRUE;
	if (strcmp(key, "list") == 0 || strcmp(key, "tags") == 0)
		return TEMPLATE_LIST;
	if (strcmp(key, "mood") == 0)
		return TEMPLATE_STRING;
	if (strcmp(key, "void") == 0)
		return TEMPLATE_EMPTY;
	if (strcmp(key, "four") == 0)
		return TEMPLATE_NUMBER;
	return of_page ? TEMPLATE_NIL : TEMPLATE_UNKNOWN;
}

static const char *
find_list(void *context, const char *key, const char *between)
{
	(void)context;
	return strcmp(key, "tags") != 0 ? NULL : strcmp(between, ", ") == 0 ?
	    "a, b" : *between == '\n' ? "ab\nc\nde" : "a b";
}

static const char *
format_date(void *context, const char *date, const char *format)
{
	static char text[30];

	(void)context;
	(void)date;
	snprintf(text, sizeof text, "(%s)", format);
	return text;
}

static const struct template_host markdown = {
	.dialects = TEMPLATE_ANY,
	.site_url = "https://e.example/blog/",
	.site_title = "S",
	.page_title = "A < B",
	.page_url = "https://e.example/blog/a/",
	.find_post = find_post,
	.find_title = find_title,
	.find_key = find_key,
	.find_kind = find_kind,
	.find_list = find_list,
	.format_date = format_date
};

struct row {
	const char	*source, *want;
	size_t		 left;		/* tags without a meaning */
};

#define WORDS "this is a caption of some more words than any name is "
#define MANY_WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS \
    WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS

static const struct row in_markdown[] = {
	{ "{% codepen ada, jOELKOr %} {% codepen jOELKOr ada %}", "[https://"
	    "codepen.io/ada/pen/jOELKOr](https://codepen.io/ada/pen/jOELKOr)"
	    " [https://codepen.io/ada/pen/jOELKOr](https://codepen.io/ada/"
	    "pen/jOELKOr)", 0 },
	{ "{{< codepen user=\"ada\" id=\"abc\" >}}", "[https://codepen.io/"
	    "ada/pen/abc](https://codepen.io/ada/pen/abc)", 0 },
	{ "{{< codepen slug_hash=\"abc\" user=\"ada\" >}}", "[https://codepen"
	    ".io/ada/pen/abc](https://codepen.io/ada/pen/abc)", 0 },
	{ "{% codepen \"https://codepen.io/a/pen/b\", \"result\" %}",
	    "[https://codepen.io/a/pen/b](https://codepen.io/a/pen/b)", 0 },
	{ "{% replit @a/b %}", "[https://replit.com/@a/b](https://replit.com/"
	    "@a/b)", 0 },
	{ "{% collapsible A b %}\nc\n{% endcollapsible %}",
	    "<details><summary>A b</summary>\n\n\nc\n</details>\n\n", 0 },
	{ "{% a %} {{< b >}}   {% c %} d\n\n- {% e %}  {% f %}    {% g %} h",
	    "d\n\n- h", 6 },

	/* no templates */
	{ "{% note %}\n    a\n{% endnote %}", "\n    a\n", 0 },
	{ "`r a`\n\n```{r}\n#| echo: false\nb\n```\n{{<", "`r a`\n\n```{r}\n"
	    "#| echo: false\nb\n```\n{{<", 0 },
	{ "", "", 0 },
	{ "a { b } c {} {{}} {%%} {", "a { b } c {} {{}} {%%} {", 0 },
	{ "{{ a\n\nb }}", "{{ a\n\nb }}", 0 },
	{ "{% a\n\nb %}", "{% a\n\nb %}", 0 },
	{ "x^{{n}} \\frac{{a}}{{b}}", "x^{{n}} \\frac{{a}}{{b}}", 0 },
	{ "100 {% 50 %} 3", "100 {% 50 %} 3", 0 },
	{ "\\{{ a }}", "\\{{ a }}", 0 },
	{ "{:ok, x} and f({:a}, 1)", "{:ok, x} and f({:a}, 1)", 0 },
	{ "::: and a :::", "::: and a :::", 0 },

	/* Hashnode */
	{ "%[https://a.example/b] \n%[https://a.example] [c](/d)",
	    "[https://a.example/b](https://a.example/b) \n"
	    "[https://a.example](https://a.example) [c](/d)", 0 },
	{ "100%[https://a.example] %[a] %[https://a b]",
	    "100%[https://a.example] %[a] %[https://a b]", 0 },
	{ "![a (b)](c.png align=\"left\")", "![a (b)](c.png)", 0 },
	{ "![a \\] b](c.png align=\"left\" width=\"50%\") "
	    "[d](e align=\"left\")",
	    "![a \\] b](c.png) [d](e align=\"left\")", 0 },
	{ "![a](b \"C d\" =9x) ![](e \"=9x\") ![](f \"g =9x)",
	    "![a](b \"C d\") ![](e \"=9x\") ![](f \"g =9x)", 0 },
	{ "![](a.png =250x) ![b](c.png =250x200)\n![](d =x20 align=\"e\")",
	    "![](a.png) ![b](c.png)\n![](d)", 0 },
	{ "![a|300](b.png) ![ab|30x20](c.png) ![|x9](d.png)\n\n"
	    "|a|\n|-|\n|![b\\|300](c.png)|", "![a](b.png) ![ab](c.png) "
	    "![](d.png)\n\n|a|\n|-|\n|![b](c.png)|", 0 },
	{ "![a|center|300](b.png) ![|left](c.png) ![a|right of b](c)",
	    "![a](b.png) ![](c.png) ![a|right of b](c)", 0 },
	{ "![a|b](c) ![300](c) ![a|](c) [a|300](c) ![a|300] ![a|3 0](c)",
	    "![a|b](c) ![300](c) ![a|](c) [a|300](c) ![a|300] ![a|3 0](c)",
	    0 },
	{ "![a](b.png border=9\")\n![a](b.png[=2x)\n\n`youtube: c`",
	    "![a](b.png border=9\")\n![a](b.png[=2x)\n\n`youtube: c`", 0 },
	{ "![](a.png =x) ![](b =20) ![](c =2y) ![](d  =2x) [e](f =2x) "
	    "![](g =2x",
	    "![](a.png =x) ![](b =20) ![](c =2y) ![](d  =2x) [e](f =2x) "
	    "![](g =2x", 0 },
	{ "@[youtube](ab-C) and\n@[card](https://a.example/b)",
	    "[https://www.youtube.com/watch?v=ab-C](https://www.youtube.com/w"
	    "atch?v=ab-C) and\n[https://a.example/b](https://a.example/b)",
	    0 },
	{ "@[youtube](b)", "[https://www.youtube.com/watch?v=b]"
	    "(https://www.youtube.com/watch?v=b)", 0 },
	{ "a@[youtube](b) @[ada](https://a.example) @[card](b) @[youtube]() "
	    "@[youtube](a `@[youtube](b)`",
	    "a@[youtube](b) @[ada](https://a.example) @[card](b) @[youtube]() "
	    "@[youtube](a `@[youtube](b)`", 0 },
	{ "![a](c.png \"align\") ![a](b c align=\"left\") `![](a align=\"b\")`",
	    "![a](c.png \"align\") ![a](b c align=\"left\") "
	    "`![](a align=\"b\")`", 0 },

	/* captured text, which is written once if it is long */
	{ "{% capture a-b %}\n* c\n{% endcapture %}\n<div>{{ a-b | markdownify"
	    " }}</div>\n\n{{ a-b }}", "\n<div>\n\n\n* c\n\n\n</div>\n\n\n* c\n",
	    0 },
	{ "{% capture a %}b *c*{% endcapture %}d {{ a }} {{- a }}",
	    "d b *c* b *c*", 0 },
	{ "{% capture a %}\n*b*\n{% endcapture %}{% include alert.html "
	    "text=a %}", "<blockquote>\n\n\n*b*\n</blockquote>\n\n", 0 },
	/* calls of Zola with the text that they show */
	{ "a\n{{ note(clickable=true, header=\"B!\", body=\"$c_{1}$ *d*\") }}"
	    "\n\n{{ tip(text='e') }}{{ note(header=\"f\") }}",
	    "a\n<blockquote>\n\n**B\\!**\n\n$c_{1}$ *d*\n</blockquote>\n\n\n\n"
	    "<blockquote>\n\ne\n</blockquote>\n\n", 1 },
	{ "{% note(header=\"a\") %}\n\nb\n\n{% end %}", "**a**\n\n\n\nb\n\n",
	    0 },
	{ "<p>{% include note.html text=a %}</p>{% include MathJax.html %}"
	    "{% include toc.md %}", "<p></p>", 1 },
	{ "{% capture a %}" MANY_WORDS "{% endcapture %}{{ a }}{{ a }}",
	    MANY_WORDS, 1 },
	{ "{% capture a %}b{{ x }} [c]({{ site.baseurl }}/d){: .e}{% if page.of"
	    "f %}f{% endif %}{% endcapture %}{{ a }}", "b [c](/blog/d)", 1 },
	{ "{% capture a %}b{% endcapture %}{% capture a %}c{% endcapture %}"
	    "{{ a }}", "c", 0 },
	{ "{% capture a %}{%capture b %}c{% endcapture %}{% endcapture %}"
	    "{{ a }}{{ b }}", "", 3 },
	{ "{% capture a %}b{% endcapture %}{{ a | upcase }}", "", 1 },
	{ "{% capture a %}b: 100% captured{% endcapture %}{{ a }}",
	    "b: 100% captured", 0 },
	{ "{%- capture a -%}b{%- capture c -%}d{%- endcapture -%}"
	    "{%- endcapture -%}{{ a }}", "", 2 },
	{ "a{% sidenote 'b' 'c d' %} {% capture e %}f{% sidenote 'g' 'h i' %}"
	    "{% endcapture %}{{ e }} j", "a[^aside-1] f[^aside-2] j\n\n"
	    "[^aside-1]: c d\n\n[^aside-2]: h i\n", 0 },

	/* themes of Hexo */
	{ "{% fold info @A b %}\nc\n{% endfold %}", "<details><summary>A b"
	    "</summary>\n\n\nc\n</details>\n\n", 0 },
	{ "{% cb a b, true %} {% radio checked, c %} {% hideInline d,e %} "
	    "{% sup 2 %}", "a b c d <sup>2</sup>", 0 },
	{ "{% aplayer \"a\" \"b\" \"https://c.example/d\" %} "
	    "{% icon https://e.example/f.png, height=9 %}",
	    "[a - b](https://c.example/d) "
	    "![](https://e.example/f.png)", 0 },

	/* DEV */
	{ "{% embed https://a.example/?b %} {% load https://a.example/b.js %}",
	    "[https://a.example/?b](https://a.example/?b) ", 1 },
	{ "{{< card link=\"/rain/\" title=\"*Rain*\" >}} {{< lib href=a >}}",
	    "[\\*Rain\\*](/blog/rain/) ", 1 },
	{ "{% cta https://a.example/ %} b {% endcta %}",
	    "<a href=\"https://a.example/\">b</a>", 0 },

	{ "{{< script >}}\na();\n{{< /script >}}{{< script \"b\" >}}", "", 1 },

	{ "{{< gallery \"a.png\" \"b.png\" >}} {{< figure link=\"/c.png\" >}}",
	    "![](a.png)\n![](b.png) ![](/blog/c.png)", 0 },
	{ "{{< compare \"a.png\" \"b.png\" \"Left\" >}} "
	    "![c]({{< d \"e.png\" >}}) <img src=\"{{< f src=\"/g.png\" >}}\">"
	    "<a href='/{{< h \"i.png\" >}}'>", "![](a.png)\n![](b.png) ![c]() "
	    "<img src=\"\"><a href='/'>", 3 },

	/* text, whatever the name */
	{ "{{< term text=\"a *b*\" />}} {{< c text=true >}} {% d text=\"e\" %}",
	    "a *b*  e", 1 },
	{ "{{< abbr \"a\" >}} {{< tooltip \"b\" \"c\" >}} "
	    "{{< ruby rb=\"d\" rt=\"e\" >}} "
	    "{{< color red \"f\" >}} {{< color \"#fff\" >}}",
	    "a b d f ", 1 },
	{ "{{< math \"x^2\" >}} {{< math >}}", "$x^2$ ", 0 },

	/* notes by other names */
	{ "a<d-footnote></d-footnote> b", "a[^aside-1] b\n\n[^aside-1]:\n", 0 },
	{ "a{{< footnote \"1\" \"b c\" >}}{{< footnote 3 >}}", "a[^aside-1]\n\n"
	    "[^aside-1]: b c\n", 1 },
	{ "a{{< fn >}}b{{< /fn >}} {% footnoteref \"c\" \"d\" %}e"
	    "{% endfootnoteref %}", "a[^aside-1] e[^aside-2]\n\n"
	    "[^aside-1]: b\n\n[^aside-2]: d\n", 0 },
	{ "<p>{% footnoteref \"c\" \"d\" %}e{% endfootnoteref %}</p>",
	    "<p>e (d)</p>", 0 },

	/* code in tabs */
	{ "{% tabbed_codeblock a.c %}\n<!-- tab c -->\n*b*\n<!-- endtab -->\n"
	    "  <!-- tab-->\nd\n<!-- end -->\n{% endtabbed_codeblock %}",
	    "**a.c**\n\n```c\n*b*\n```\n```\nd\n<!-- end -->\n```", 0 },
	{ "{{< tabbed-codeblock \"\" >}}\n<b>*a*\n{{< /tabbed-codeblock >}}"
	    "{% tabbed_codeblock %}<!-- tab{% endtabbed_codeblock %}",
	    "```\n<b>*a*\n```\n", 0 },
	{ "{{< tabpane lang=\"c\" >}}\n{{< tab header=\"A\" >}}\n*b*\n"
	    "{{< /tab >}}\n{{< tab header=\"C\" text=true >}}\n*d*\n"
	    "{{< /tab >}}\n{{< tab header=\"E\" />}}\n{{< /tabpane >}}",
	    "\n**A**\n\n```c\n*b*\n```\n\n**C**\n\n\n*d*\n\n**E**\n\n\n", 0 },
	{ "{{< tabs items=\"A b, C\" >}}\n{{< tab >}}\n*d*\n{{< /tab >}}\n"
	    "{{< tab >}}\ne\n{{< /tab >}}\n{{< tab >}}\nf\n{{< /tab >}}\n"
	    "{{< /tabs >}}",
	    "\n**A b**\n\n\n*d*\n\n**C**\n\n\ne\n\n\nf\n\n", 0 },
	{ "{{< tabs title=\"A\" >}}\nb\n{{< /tabs >}}", "**A**\n\n\nb\n", 0 },
	{ "{{< tabs items=\"A,B,C\" >}}\n{{< tab name=\"D\" >}}\nd\n"
	    "{{< /tab >}}\n{{< tabs \"g\" >}}\n{{< tab \"H\" >}}\nh\n"
	    "{{< /tab >}}\n{{< /tabs >}}\n{{< tab >}}\ne\n"
	    "{{< /tab >}}\n{{< /tabs >}}",
	    "\n**D**\n\n\nd\n\n\n**H**\n\n\nh\n\n\n**B**\n\n\ne\n\n", 0 },
	{ "{{< tabpane text=false >}}\n{{< tab >}}\n*b*\n{{< /tab >}}\n"
	    "{{< /tabpane >}}\n"
	    "{{< tabpane text=true >}}\n{{< tab lang=\"c\" >}}\n*b*\n"
	    "{{< /tab >}}\n{{< /tabpane >}}",
	    "\n```\n*b*\n```\n\n\n\n*b*\n\n", 0 },

	{ "{{% columns %}}\na\n<--->\nb\n<---> <!-- c -->\n{{% /columns %}}\n"
	    "<---> d", "\na\n\n\nb\n\n<!-- c -->\n\n<---> d", 0 },

	/* images, whatever the name */
	{ "{{< shot src=\"a.png\" alt=\"b\" >}} {{< fig \"/c.png\" \"d\" >}} "
	    "{{< card link=\"../e\" image=\"f.png\" >}} {{< doc "
	    "src=\"https://a.example/g\" >}}", "![b](a.png) ![d](/blog/c.png) "
	    "[../e](../e) [https://a.example/g](https://a.example/g)", 0 },
	{ "{{< shot \"a.png\" >}}b{{< /shot >}}", "![](a.png)\nb", 0 },
	{ "{% shot path: assets/a.png alt: \"b\" %} {% shot c.png %} "
	    "{% shot /d.png %}", "![b](/blog/assets/a.png)  "
	    "![](/blog/d.png)", 1 },
	{ "{% marginfigure 'a' 'assets/b.png' 'c *d*' %} {% fullwidth "
	    "'/e.png' '' %}{% maincolumn 'f' 'g' %}",
	    "![](/blog/assets/b.png)<br>c *d* ![](/blog/e.png)", 1 },

	{ "{% github https://github.com/a/b no-readme %}",
	    "[https://github.com/a/b](https://github.com/a/b)", 0 },
	{ "{% codesandbox a-b view=editor %} {% stackblitz c %}",
	    "[https://codesandbox.io/s/a-b](https://codesandbox.io/s/a-b) "
	    "[https://stackblitz.com/edit/c](https://stackblitz.com/edit/c)",
	    0 },
	{ "{% spotify spotify:track:4 %}", "[https://open.spotify.com/track/4]"
	    "(https://open.spotify.com/track/4)", 0 },
	{ "{{< spotify type=\"album\" id=\"4\" >}}", "[https://open.spotify."
	    "com/album/4](https://open.spotify.com/album/4)", 0 },
	{ "{% spotify 'show' '4' %} {% spotify 5 %}", "[https://open.spotify."
	    "com/show/4](https://open.spotify.com/show/4) [https://open."
	    "spotify.com/track/5](https://open.spotify.com/track/5)", 0 },
	{ "{{< spotify \"episode/6?si=a\" >}}", "[https://open.spotify.com/"
	    "episode/6?si=a](https://open.spotify.com/episode/6?si=a)", 0 },

	/* margin notes */
	{ "{% newthought 'A *b*' %}{% sidenote 'c' 'd [e](f)' %}, g{% marginn"
	    "ote h i\nj %}", "A *b*[^aside-1], g[^aside-2]\n\n[^aside-1"
	    "]: d [e](f)\n\n[^aside-2]: i j\n", 0 },
	{ "a{% sidenote 1 '\u6982\u7387' %}, b{% marginnote 'c' \"d\"%}",
	    "a[^aside-1], b[^aside-2]\n\n[^aside-1]: \u6982\u7387\n\n"
	    "[^aside-2]: d\n", 0 },
	{ "{% marginnote 'a' 'b *c*' %}\n\nd{% sidenote 'e' %}{% newthought %}",
	    "b *c*\n\nd", 2 },
	{ "a<d-footnote>b <d-cite key=c></d-cite>d\ne</d-footnote>f "
	    "<d-cite key=\"g,h\"></d-cite>.\n", "a[^aside-1]f .\n\n\n"
	    "[^aside-1]: b d e\n", 2 },
	{ "<p>a<d-footnote>b</d-footnote></p>", "<p>a (b)</p>", 0 },
	{ "a <d-footnote>b\n\n`<d-footnote>` <d-figure>c</d-figure> <d-x",
	    "a <d-footnote>b\n\n`<d-footnote>` <d-figure>c</d-figure> "
	    "<d-x", 0 },
	{ "<d-math block>\n\\alpha </d-math> <d-math>b</d-math> <d-math>"
	    "\\(c\\)</d-math><d-math></d-math>", "$$\\alpha$$ $b$ "
	    "\\(c\\)", 0 },
	{ "<d-code block language=\"python\">\n  a < {% raw %}{{ b }}"
	    "{% endraw %}\n\n  c\n</d-code >\nd", "<pre><code class=\"lang"
	    "uage-python\">  a &lt; {{ b }}&#10;&#10;  c\n</code></pre>\nd",
	    0 },
	{ "<div>\n<d-code language='c'>\n# a\n</d-code>\n</div>",
	    "<div>\n<pre><code class=\"language-c\"># a\n</code></pre>"
	    "\n</div>", 0 },
	{ "<d-code>a</d-code> <d-code block>\n<pre>b</pre></d-code>",
	    "<d-code>a</d-code> <d-code block>\n<pre>b</pre></d-code>", 0 },
	{ "a {{< sidenote \"b\" >}}\nc {{< x >}}\n{{< /sidenote >}}, "
	    "{{% sidenote \"right\" \"d-1\" \"e\" %}}f{{% /sidenote %}}"
	    "{{< sidenote \"g-1\" >}}h{{< /sidenote >}}",
	    "a b[^aside-1], e[^aside-2][^aside-3]"
	    "\n\n[^aside-1]: c \n\n[^aside-2]: f\n\n[^aside-3]: h\n", 1 },
	{ "> a {{< sidenote >}}b\n> c{{< /sidenote >}}", "> a [^aside-1]\n\n"
	    "[^aside-1]: b c\n", 0 },
	{ "{{< marginnote >}}\na\n{{< /marginnote >}}\n\n{{< sidenote >}}b\n\nc"
	    "{{< sidenote >}}d{{< /sidenote >}}{{< /sidenote >}}",
	    "\na\n\n\nb\n\nc[^aside-1]\n\n[^aside-1]: d\n", 0 },
	{ "a {{< sidenote >}}b {{< sidenote >}}c{{< /sidenote >}}"
	    "{{< /sidenote >}}{{< sidenote >}}d",
	    "a [^aside-1]d\n\n[^aside-1]: b c\n", 1 },
	{ "<div>\na{% sidenote 'b' 'c *d*' %} {{< sidenote >}}e"
	    "{{< /sidenote >}}\n</div>", "<div>\na (c *d*) e\n</div>", 0 },

	/* WordPress */
	{ "[caption id=\"attachment_1\" width=\"9\"]"
	    "[![a](/b.png)](/c.png) It *rains*[/caption] x",
	    "[![a](/b.png)](/c.png)<br>It *rains* x", 0 },
	{ "[caption width='9' caption=\"It's [rain]\"]![a](/b.png)[/caption]",
	    "![a](/b.png)<br>It's [rain]", 0 },
	{ "[caption width=9]<a href=\"b\"><img src=\"{{ site.baseurl }}/c\">"
	    "</a> rain[/caption]", "<a href=\"b\"><img src=\"/blog/c\"></a>"
	    "<br>rain", 0 },
	{ "[caption width=9]![a](/b.png)[/caption]", "![a](/b.png)", 0 },
	{ "[caption width=9]Text[/caption]", "Text", 0 },
	{ "\\[caption width=9\\]![a](/b.png) a\\[/caption\\] \\[b\\]",
	    "![a](/b.png)<br>a \\[b\\]", 0 },
	{ "[caption] [caption width=9]a [/caption]", "[caption] a ", 0 },
	{ "[caption width=9]a", "[caption width=9]a", 0 },
	{ "[/caption] `[caption width=9]` [caption](/a) [caption width=9]:",
	    "[/caption] `[caption width=9]` [caption](/a) "
	    "[caption width=9]:", 0 },
	{ "[code lang=\"c\" line=\"9\"]\n#include &lt;a&gt;\n\n  *b*\n"
	    "[/code]\nx", "```c\n#include <a>\n\n  *b*\n```\nx", 0 },
	{ "[code lang=c]\na\n[/code]\n\n[code lang='d']\nb\n[/code]",
	    "```c\na\n```\n\n```d\nb\n```", 0 },
	{ "[caption a=b][/caption]", "", 0 },
	{ "[sourcecode]a[/sourcecode\\", "[sourcecode]a[/sourcecode\\", 0 },
	{ "a [sourcecode]<a>&lt;[/sourcecode]", "a \n```\n<a>&lt;\n```", 0 },
	{ "[php]\n$a[1] = \"&lt;b&gt;\";\n[/php]\n\n[python title=\"a\"]\nb\n"
	    "[/python]", "```php\n$a[1] = \"<b>\";\n```\n\n```python\nb\n```",
	    0 },
	{ "[powershell gutter=\"true\"]\n$a = '*'\n[/powershell]\n\n[plain]b\n"
	    "[/plain]\n\n[objc]c[/objc]", "```powershell\n$a = '*'\n```\n\n"
	    "```plain\nb\n```\n\n```objc\nc\n```", 0 },
	{ "[java] [css](/a) [sql]b[/SQL] [html=a]b[/html]",
	    "[java] [css](/a) [sql]b[/SQL] [html=a]b[/html]", 0 },
	{ "\\[code language=\"c\"\\]a\\_b \\n;\\[/code\\]",
	    "```c\na_b \\n;\n```", 0 },
	{ "The [code] of [/code] [code lang=c] [code](/a)",
	    "The [code] of [/code] [code lang=c] [code](/a)", 0 },
	{ "[youtube=http://e.example/?v=1&#038;w=2] [vimeo https://a.example]",
	    "[http://e.example/?v=1\\&w=2](http://e.example/?v=1&w=2) "
	    "[https://a.example](https://a.example)", 0 },
	{ "[embed]https://a.example/[/embed] [audio mp3=\"http://a.example/\"]"
	    "[/audio] [embed]a[/embed] [youtube]",
	    "[https://a.example/](https://a.example/) "
	    "[http://a.example/](http://a.example/) [embed]a[/embed] "
	    "[youtube]", 0 },
	{ "[gist id=12345 bump=1] \\[vimeo 12345 w=5\\] [gist id=\"abcde\"]",
	    "[https://gist.github.com/12345](https://gist.github.com/12345) "
	    "[https://vimeo.com/12345](https://vimeo.com/12345) "
	    "[https://gist.github.com/abcde](https://gist.github.com/abcde)",
	    0 },
	{ "[gist 1234] [vimeo id=] [gist] [/gist 12345] [audio 12345] "
	    "[vimeo 123456k]", "[gist 1234] [vimeo id=] [gist] [/gist 12345] "
	    "[audio 12345] [vimeo 123456k]", 0 },
	{ "a [cc]\n\n[cc lang=\"c\"]\na < *b*\n[/cc]",
	    "a [cc]\n\n```c\na < *b*\n```", 0 },
	{ "A [cci lang=\"c\"]b &lt; *c*[/cci] and \\[cci\\]\\_[/cci\\] [cci]d",
	    "A <code>b &lt; &#42;c&#42;</code> and <code>&#95;</code> [cci]d",
	    0 },
	{ "[crayon]\n*a*\n[/crayon]\n\n[crayon lang=&#8221;sql&#8221;]\nb\n"
	    "[/crayon]\n\n[code lang=\u201dxml\u2033 c=\u201cd\u201d]\ne\n"
	    "[/code]",
	    "```\n*a*\n```\n\n```sql\nb\n```\n\n```xml\ne\n```", 0 },
	{ "[gallery ids=\"1,2\"]\n[gallery]\n[gallery](/a) [gallery] x",
	    "\n\n[gallery](/a) [gallery] x", 2 },
	{ "[gallery]\n\n[gallery]: /a", "[gallery]\n\n[gallery]: /a", 0 },
	{ ":::note\nno end", ":::note\nno end", 0 },

	/* code */
	{ "`{{ a.b }}` `` {% x %} ` ``", "`{{ a.b }}` `` {% x %} ` ``", 0 },
	{ "```\n{% x %}\n```\n", "```\n{% x %}\n```\n", 0 },
	{ "```{% x %}\n{{ a.b }}\n", "```{% x %}\n{{ a.b }}\n", 0 },
	{ "~~~\n```\n{% x %}\n~~~\n{% x %}", "~~~\n```\n{% x %}\n~~~\n", 1 },
	{ "> ```\n> {% x %}\n{% x %}", "> ```\n> {% x %}\n", 1 },
	{ "- ```\n  a\n\n  {% x %}\n  ```", "- ```\n  a\n\n  {% x %}\n  ```",
	    0 },
	{ "- ```\n  a\n{% x %}", "- ```\n  a\n", 1 },
	{ "- ```\n  {% x %}\n  ```\n- {% x %}", "- ```\n  {% x %}\n  ```\n- ",
	    1 },
	{ "1. a\n\n   ```\n   {% x %}\n   ```", "1. a\n\n   ```\n   {% x %}"
	    "\n   ```", 0 },
	{ "    {% x %}\n\n    {{ a.b }}\n", "    {% x %}\n\n    {{ a.b }}\n",
	    0 },
	{ "- a\n\n      {% x %}\n", "- a\n\n      {% x %}\n", 0 },
	{ "- a\n\n    {% x %}\n", "- a\n\n    \n", 1 },
	{ "a\n    {% x %}", "a\n    ", 1 },
	{ "<pre>{% x %}</pre><code>{{ a.b }}</code>",
	    "<pre>{% x %}</pre><code>{{ a.b }}</code>", 0 },
	{ "<script>\n\n{{ a.b }}\n</script><style>a{:b}</style>",
	    "<script>\n\n{{ a.b }}\n</script><style>a{:b}</style>", 0 },
	{ "<!-- {% x %}\n\n{{ a.b }} -->", "<!-- {% x %}\n\n{{ a.b }} -->", 0 },
	{ "a ` b {% x %}\n\n`", "a ` b \n\n`", 1 },
	{ "a ` b {% x %}\n- `", "a ` b \n- `", 1 },

	/* values */
	{ "{{ site.url }}{{site.baseurl}}/a", "https://e.example/blog/a", 0 },
	{ "{{ page.url }}", "https://e.example/blog/a/", 0 },
	{ "{{ site.title }} {{- page.url -}}",
	    "S https://e.example/blog/a/", 0 },
	{ "[a]({{ site.url }}{{ page.url }})",
	    "[a](https://e.example/blog/a/)", 0 },
	{ "[a]: {% post_url b %}\n[c]: {{ d }} \"e\"\n> [f]: {{ g }}",
	    "[a]: <>\n[c]: <> \"e\"\n> [f]: <>", 3 },
	{ "[a]: {{ b }}/c [d]: {{ e }}\n[f](g) [h]: {{ i }}\n[j] {{ k }}",
	    "[a]: /c [d]: \n[f](g) [h]: \n[j] ", 4 },
	{ "[a]: {{ site.url }}{{site.baseurl}}/{{ page.url }} \"b\"",
	    "[a]: https://e.example/blog/a/ \"b\"", 0 },
	{ "<a href='{{ site.baseurl }}{% post_url 2024-01-02-rain %}'>",
	    "<a href='https://e.example/blog/rain/'>", 0 },
	{ "[a](/blog{% link rain.md %}#b) [c](/{{ page.url }})",
	    "[a](https://e.example/blog/rain/#b) "
	    "[c](https://e.example/blog/a/)", 0 },
	{ "{{ page.url | prepend: site.baseurl | prepend: site.url }}",
	    "https://e.example/blog/a/", 0 },
	{ "{{ site.url | append: page.url }} {{ page.url | relative_url }} "
	    "{{ page.url | absolute_url }}", "https://e.example/blog/a/ "
	    "https://e.example/blog/a/ https://e.example/blog/a/", 0 },
	{ "[a](https://s.example/?u={{ site.url }}{{ page.url }})",
	    "[a](https://s.example/?u=https://e.example/blog/a/)", 0 },
	{ "[a](https://w.example/blog/{{ page.url }})",
	    "[a](https://w.example/blog/a/)", 0 },
	{ "![a]({{ site.repository }}{{ page.url }}b.png) <img src=\"/img"
	    "{{ page.url }}c.png\"> [d](https://w.example{{ page.url }})",
	    "![a](https://r.example/r/a/b.png) <img src=\"/img/a/c.png\"> "
	    "[d](https://w.example/a/)", 0 },
	{ "[a]({{ site.url }}{{ '/b' | relative_url }})",
	    "[a](https://e.example/blog/b)", 0 },
	{ "{{ page.title }}", "A &lt; B", 0 },
	{ "{{ page.mood }} {{ mood }}", "wet &amp; cold wet &amp; cold", 0 },
	{ "[a]({{ site.repository }}/b)", "[a](https://r.example/r/b)", 0 },
	{ "[a]({{ \"/b c/\" | relative_url }})", "[a](/blog/b%20c/)", 0 },
	{ "[a]({{ '/b' | absolute_url }})", "[a](https://e.example/blog/b)",
	    0 },
	{ "{{ \"/b\" | prepend: site.baseurl | append: '.png' }}",
	    "/blog/b.png", 0 },
	{ "<a href=\"{{ \"/b\" | url }}\">c</a>", "<a href=\"/blog/b\">c</a>",
	    0 },
	{ "{% assign a = \"b\" %}{{ a }}", "b", 0 },
	{ "{% assign a = 3 %}{{ a }}{% assign a = page.mood %}{{ a }}"
	    "{% assign a = b %}{{ a }}", "3wet &amp; cold", 1 },
	{ "{% assign u = site.url %}[a]({{ u }}{{ page.url }})"
	    "{% assign b = site.baseurl | append: \"/c\" %}[d]({{ b }}/e.png)",
	    "[a](https://e.example/blog/a/)[d](/blog/c/e.png)", 0 },
	{ "{% assign a = page.off %}{% if a %}b{% else %}c{% endif %}"
	    "{% assign a = true %}{% if a %}d{% endif %}"
	    "{% set e = \"f\" %}{% if e == \"f\" %}g{% endif %}", "cdg", 0 },
	{ "{{ page.tags | join: \", \" }} {{ page.tags | join | upcase }}",
	    "a, b A B", 0 },
	{ "{{ page.tags }} {{ page.mood | join: \"\" }}", "", 2 },
	{ "{{ page.mood | date: \"%Y\" }} {{ 'a' | date_to_string }} "
	    "{{ 'a' | date_to_long_string }} {{ 'a' | date_to_xmlschema }}x",
	    "(%Y) (%d %b %Y) (%d %B %Y) ()x", 0 },
	{ "{{ \"https://v.example/1\" | embed: \"V\" }}",
	    "[V](https://v.example/1)", 0 },
	{ "![a]({{ '/b//c.png' | prepend: site.baseurl |replace: '//', '/' }})"
	    " {{ \"a-b\" | replace(\"-\", \"+\") }}",
	    "![a](/blog/b/c.png) a+b", 0 },
	{ "{{ \"a.b.\" | remove: \".\" }} {{ \"a\" | replace: \"a\" }}", "ab ",
	    1 },
	{ "{{ a.b }} {{ \"c\" | d }} {{ e | f: 1 }}", "", 3 },
	{ "{{/* f(a=\"b\") */}} {{</* g */>}}", "{{ f(a=\"b\") }} {{< g >}}",
	    0 },
	{ "{# a note #}b", "b", 0 },

	/* code from tags */
	{ "{% highlight c linenos %}\nint a;\n{% endhighlight %}\n",
	    "```c\nint a;\n```\n", 0 },
	{ "{% highlight c %}\n```\n{{ x }}\n{% endhighlight %}",
	    "````c\n```\n{{ x }}\n````", 0 },
	{ "a {% highlight c %}b{% endhighlight %} d",
	    "a \n```c\nb\n```\n d", 0 },
	{ "{{< highlight go \"linenos=table\" >}}\na\n{{< /highlight >}}",
	    "```go\na\n```", 0 },
	{ "- a\n\n  {% highlight c %}\n  b\n  {% endhighlight %}",
	    "- a\n\n  ```c\n  b\n  ```", 0 },
	{ "{% codeblock lang:js mark:1 %}\na\n{% endcodeblock %}",
	    "```js\na\n```", 0 },
	{ "{% codeblock lang:js A b https://x.org/x.js view it %}\na\n"
	    "{% endcodeblock %}",
	    "\n\nA b [view it](https://x.org/x.js)\n```js\na\n```", 0 },
	{ "{% codeblock A lang:js >folded %}\na\n{% endcodeblock %}",
	    "\n\nA\n```js\na\n```", 0 },
	{ "{% codeblock A https://x.org/ %}\na\n{% endcodeblock %}",
	    "\n\nA [link](https://x.org/)\n```\na\n```", 0 },
	{ "{% blockquote A B https://x.org/ C D %}\na\n"
	    "{% endblockquote %}", "<blockquote>\n\n\na\n"
	    "<footer>\xe2\x80\x94 A B, <a href=\"https://x.org/\">C D</a>"
	    "</footer></blockquote>\n\n", 0 },
	{ "{% blockquote https://x.org/ C D %}\na\n{% endblockquote %}",
	    "<blockquote>\n\n\na\n<footer>\xe2\x80\x94 "
	    "<a href=\"https://x.org/\">C D</a></footer></blockquote>\n\n",
	    0 },
	{ "{% youtube PLx playlist %}",
	    "[https://www.youtube.com/playlist?list=PLx]"
	    "(https://www.youtube.com/playlist?list=PLx)", 0 },
	{ "{% codeblock A title %}\na\n{% endcodeblock %}",
	    "\n\nA title\n```\na\n```", 0 },
	{ "{% highlight c %}\n{% raw %}\na {{ b }}\n{% endraw %}\n"
	    "{% endhighlight %}", "```c\na {{ b }}\n```", 0 },
	{ "{% codeblock %}\n{% raw %}{{ a }}{% endraw %} b\n"
	    "{% endcodeblock %}", "```\n{{ a }} b\n```", 0 },
	{ "{% highlight c %}{% raw %}{% highlight %}{% endhighlight %}"
	    "{% endraw %}{% endhighlight %}",
	    "```c\n{% highlight %}{% endhighlight %}\n```", 0 },
	{ "{% highlight c %}{% raw %}{% endhighlight %}\n{% highlight c %}a"
	    "{% endraw %}{% endhighlight %}",
	    "```c\n{% endhighlight %}\n{% highlight c %}a\n```", 0 },
	{ "{% highlight c %}{% raw %}{% endhighlight %} {% x %}",
	    "```c\n{% raw %}\n```\n ", 1 },
	{ "{{< highlight c >}}\n{% raw %}a{% endraw %}\n{{< /highlight >}}",
	    "```c\n{% raw %}a{% endraw %}\n```", 0 },
	{ "{% code %}\na\n{% endcode %}", "```\na\n```", 0 },
	{ "{% code title=\"a.js\" %}\n```js\nb\n```\n{% endcode %}\nc",
	    "\n```js\nb\n```\n\nc", 0 },
	{ "{% highlight c %}\nno end", "\nno end", 1 },

	/* Markdoc */
	{ "{% note %}\na\n{% /note %}\nb", "\na\n\nb", 0 },
	{ "{% x a=1 %}b{% /x %} {% y /%}c", "b c", 1 },
	{ "{% if $a %}\nb\n{% else /%}\nc\n{% /if %}\nd", "\nb\n\nd", 1 },
	{ "# a {% #b .c %}\n\nd{% .e %}\n\nf{% width=\"25%\" %}",
	    "# a \n\nd\n\nf", 0 },
	{ "a {% $b.c %} d {% .e", "a  d {% .e", 1 },

	/* raw and comment */
	{ "{% raw %}{{ a.b }} {% x %}{% endraw %}{% y %}",
	    "{{ a.b }} {% x %}", 1 },
	{ "{% raw %}\n```\n{{ a }}\n{% endraw %}\n```",
	    "\n```\n{{ a }}\n\n```", 0 },
	{ "{% raw %}{% raw %}{% endraw %}", "{% raw %}", 0 },
	{ "{% raw %}a {% raw %}b{% endraw %} c{% endraw %} {% x %}",
	    "a {% raw %}b{% endraw %} c ", 1 },
	{ "{% raw %}{% raw %}{% endraw %} {% raw %}a{% endraw %}",
	    "{% raw %} a", 0 },
	{ "{% raw %}{% raw %}{% endraw %}{% note %}a{% endnote %}",
	    "{% raw %}a", 0 },
	{ "{% raw %}no end", "no end", 1 },
	{ "{% raw %}\n> a\n{: .b }\n\n`{{ c }}`{: .d} e\n{% endraw %}",
	    "\n> a\n\n\n`{{ c }}` e\n", 0 },
	{ "{% raw %}\n```\n{: .b }\n```\n{: file=\"c\" }\n{% endraw %}d",
	    "\n```\n{: .b }\n```\n\nd", 0 },
	{ "{% raw %}a\n{: .b{% endraw %} }\n{% raw %}\n{: .c }{% endraw %}\n",
	    "a\n{: .b }\n\n\n", 0 },
	{ "{% raw %}{{ a {.b} {:c{% endraw %}", "{{ a {.b} {:c", 0 },
	{ "a{% comment %}\nb {{ c }}\n{% endcomment %}d", "ad", 0 },
	{ "a\n\n{{% hugo-encryptor \"b\" %}}\n\nc\n\n"
	    "{{% /hugo-encryptor %}}\n\nd", "a\n\n\n\nd", 0 },
	{ "{{% hugo-encrypt 1 %}}a{{< b >}}{{% /hugo-encrypt %}}c"
	    "{{< fixit-encryptor \"d\" >}}e{{< /fixit-encryptor >}}", "c", 0 },
	{ "a\n\n:::: encrypt password=\"b\"\n::: tip\nc\n:::\nd\n::::\n\ne",
	    "a\n\n\n\ne", 0 },
	{ "a\n\n::: encrypt\nb\n\nc", "a\n\n", 0 },
	{ "a\n\n::: encrypted\nb\n:::\n",
	    "a\n\n\nb\n\n", 0 },
	{ "{% encrypt a %}b{% endencrypt %}c{{% encrypt %}}d{{% /encrypt %}}",
	    "c", 0 },

	/* links */
	{ "[a]({% post_url 2024-01-02-rain %})",
	    "[a](https://e.example/blog/rain/)", 0 },
	{ "[a]({% link _posts/2024-01-02-rain.md %})",
	    "[a](https://e.example/blog/rain/)", 0 },
	{ "[a]({{< ref \"rain.md\" >}}) {{< relref path=\"rain.md\" >}}",
	    "[a](https://e.example/blog/rain/) https://e.example/blog/rain/",
	    0 },
	{ "[a]({% post_url nowhere %})", "[a]()", 1 },
	{ "[a]({% link b/c.pdf %}) ![d]({{ site.baseurl }}{% link e f.png %})"
	    " {% link nowhere.md %}", "[a](https://e.example/blog/b/c.pdf) "
	    "![d](https://e.example/blog/e%20f.png) ", 1 },
	{ "{% post_link rain.md %}",
	  "[Rain \\& \\*hail\\*](https://e.example/blog/rain/)", 0 },
	{ "{% post_link 2024-01-02-rain %}",
	  "[2024-01-02-rain](https://e.example/blog/rain/)", 0 },
	{ "{% post_link rain.md 'all of it' true %}",
	  "[all of it](https://e.example/blog/rain/)", 0 },
	{ "{% post_link rain.md all of it %}",
	  "[all of it](https://e.example/blog/rain/)", 0 },
	{ "{% post_link rain.md true %}",
	  "[Rain \\& \\*hail\\*](https://e.example/blog/rain/)", 0 },
	{ "see {% post_link nowhere all of it %}.", "see all of it.", 1 },
	{ "see {% post_link nowhere %}.", "see .", 1 },
	{ "{% post_link %}", "", 1 },
	{ "[a](@/rain.md)\n\n[b]: @/rain.md \"c\"",
	    "[a](https://e.example/blog/rain/)\n\n"
	    "[b]: https://e.example/blog/rain/ \"c\"", 0 },
	{ "[a](@/b.md) c@/rain.md `(@/rain.md)`",
	    "[a](@/b.md) c@/rain.md `(@/rain.md)`", 0 },
	{ "{% link A text https://l.example/ true %}",
	    "[A text](https://l.example/)", 0 },
	{ "{% asset_path a.png %} {% asset_link b.pdf The *b* %}",
	    "a.png [The \\*b\\*](b.pdf)", 0 },
	{ "{% link A::https://l.example/a::https://l.example/b.png %}",
	    "[A](https://l.example/a)", 0 },
	{ "{% link A, b::https://l.example/ %}", "[A, b](https://l.example/)",
	    0 },
	{ "{% note warn %}\na\n{% endnote %}\n{% note no-icon Warn %}\nb\n"
	    "{% endnote %}", "\na\n\n**Warn**\n\n\nb\n", 0 },
	{ "{% note alien-monster cyan , a *b* %} {% p red bold, c <i>d</i> %} "
	    "{% p Rain red, e %}", "a *b* c <i>d</i> Rain red, e", 0 },
	{ "{% p red, a b %} {% note info , c %} {% span d, *e* %}",
	    "a b c *e*", 0 },
	{ "{% btn big, A, /b/, icon %} {% button https://b.example/, C %}",
	    "[A](/blog/b/) [C](https://b.example/)", 0 },
	{ "{% note A, b c %} {% note color:red D&nbsp;e *f* size:g %}",
	    "A, b c D&nbsp;e *f*", 0 },
	{ "{% note quite wet, a %} {% note fas fa-bug red, b %}",
	    "quite wet, a b", 0 },
	{ "{% checkbox true %}", "", 1 },
	{ "{% checkbox checked:true A b %} {% radio c, D %}", "A b D", 0 },
	{ "{% button color:red A b /c/ icon:d %} {% button E, http://f/ %}",
	    "[A b](/blog/c/) [E](http://f/)", 0 },
	{ "{% button \"A, b\" \"/c/\" %} {% btn d::E::https://f/::g %}",
	    "[A, b](/blog/c/) [E](https://f/)", 0 },
	{ "{% btn /a/, , b %} {% btn # %} {% btn a b %}",
	    "[/a/](/blog/a/) # a b", 0 },
	{ "{% button %}", "", 1 },
	{ "{% site A b, url=https://c.example, avatar=d.png %}",
	    "[A b](https://c.example)", 0 },
	{ "{% hashtag A /b/ %} {% cell C, https://d/ %}",
	    "[A](/blog/b/) [C](https://d/)", 0 },
	{ "{% mark A b color:red %} {% quot el:h2 'C d' e:f %}",
	    "<mark>A b</mark> C d e:f", 0 },
	{ "{% copy a | b *c* %}", "<code>a &#124; b &#42;c&#42;</code>", 0 },
	{ "{% link https://l.example/ A b icon:/c.png desc:true %}",
	    "[A b](https://l.example/)", 0 },
	{ "{% linkCard https://b.example/a,A %} "
	    "{{< card \"https://b.example/a,b\" >}}",
	    "[https://b.example/a](https://b.example/a) "
	    "[https://b.example/a,b](https://b.example/a,b)", 0 },
	{ "{% ghcard a/b, theme=c %}", "[a/b](https://github.com/a/b)", 0 },
	{ "{% ghcard a/b %} {% ghcard c %}", "[a/b](https://github.com/a/b) "
	    "[c](https://github.com/c)", 0 },
	{ "{% include_code A lang:c b.c %}",
	    "[A](/blog/downloads/code/b.c)", 0 },
	{ "{% include_code B lang:c from:1 to:2 a.c %}",
	    "[B](/blog/downloads/code/a.c)", 0 },

	/* images */
	{ "{% img left /a.png 300 200 \"T\" %}", "<img src=\"/blog/a.png\" "
	    "alt=\"T\" title=\"T\" width=\"300\" height=\"200\">", 0 },
	{ "{% img /a.png 300 %}\n*b*", "<img src=\"/blog/a.png\" alt=\"\" "
	    "width=\"300\">\n\n\n*b*", 0 },
	{ "a\n{% img /a.png 300 %}\n*b*", "a\n<img src=\"/blog/a.png\" "
	    "alt=\"\" width=\"300\">\n*b*", 0 },
	{ "> {% img /a.png 300 %}\n> *b*", "> <img src=\"/blog/a.png\" "
	    "alt=\"\" width=\"300\">\n> \n> \n> *b*", 0 },
	{ "- {% img /a.png 300 %}\n  *b*", "- <img src=\"/blog/a.png\" "
	    "alt=\"\" width=\"300\">\n  \n  \n  *b*", 0 },
	{ "- {{< figure src=\"/a.png\" width=\"3\" caption=\"c\" >}}\n"
	    "  *b*", "- <img src=\"/blog/a.png\" alt=\"\" width=\"3\"><br>c\n"
	    "  *b*", 0 },
	{ "- {% img /a.png 300 %}\n- *b*", "- <img src=\"/blog/a.png\" "
	    "alt=\"\" width=\"300\">\n- *b*", 0 },
	{ "{% img a.png \"T 'A'\" %}", "![A](a.png \"T\")", 0 },
	{ "{% img a.png \"It's\" %}", "![It's](a.png \"It's\")", 0 },
	{ "{% asset_img \"a b.png \" \"T\" %}",
	    "![T](a%20b.png \"T\")", 0 },
	{ "{% asset_img a.png 'My \"T\"' %}",
	    "![My \\\"T\\\"](a.png \"My \\\"T\\\"\")", 0 },
	{ "{% img a.png '\"T & t\" \"A\"' %}", "![A](a.png \"T \\& t\")",
	    0 },
	{ "{% img a.png '\"T\"' %}", "![T](a.png \"T\")", 0 },
	{ "{% img a.png \"T\" \"A\" %}", "![A](a.png \"T\")", 0 },
	{ "{% img a.png 10% 5em T %}", "![T](a.png \"T\")", 0 },
	{ "{% image \"assets/a.png\" \"Alt\" %}", "![Alt](/blog/assets/a.png)",
	    0 },
	{ "{% image_with_class \"assets/a.png\" \"c\" \"Alt\" %}",
	    "![Alt](/blog/assets/a.png)", 0 },
	{ "{% image \"a.png\" \"&ldquo;B&rdquo; &amp; c & d\" %}",
	    "![\u201cB\u201d \\& c \\& d](a.png)", 0 },
	{ "<p>{% image \"a.png\" \"B &lt; &quot;c&quot;\" %}",
	    "<p><img src=\"a.png\" alt=\"B &lt; &quot;c&quot;\">", 0 },
	{ "{% image src=\"/a.png\", alt=\"B\" %}", "![B](/blog/a.png)", 0 },
	{ "{% image alt:\"a\" %}", "", 1 },
	{ "{% image alt:\"a\" \"b.png\" %}", "![a](b.png)", 0 },
	{ "<p>{% image \"a.png\" \"B\" %}", "<p><img src=\"a.png\" alt=\"B\">",
	    0 },
	{ "![a](b.png){ width=10 } ![a](b.png){width=10 .x} c",
	    "![a](b.png) ![a](b.png) c", 0 },
	{ "![a](b.png){ a word } f(x){ a=1 } (x){a=1}",
	    "![a](b.png){ a word } f(x){ a=1 } (x){a=1}", 0 },
	{ "![a](b.png){: .x } `![a](b){ c=1 }`", "![a](b.png) "
	    "`![a](b){ c=1 }`", 0 },
	{ "{{< figure src=\"/blog/a.png\" alt=\"B\" >}}",
	    "![B](/blog/a.png)", 0 },
	{ "{{< details >}}a{{< /details >}}", "<details><summary>Details"
	    "</summary>\n\na\n</details>\n\n", 0 },
	{ "{{< details summary=\"`a*` **b** <c> ***d*** 2*3 `e\" >}}f"
	    "{{< /details >}}", "<details><summary><code>a*</code> "
	    "<strong>b</strong> &lt;c&gt; <em><strong>d</strong></em> 2*3 `e"
	    "</summary>\n\nf\n</details>\n\n", 0 },
	{ "<p>{{< raw >}}a\n\n*b*{{< /raw >}}", "<p>a\n*b*", 0 },
	{ "{{< highlight c \"hl_inline=true\" >}}*a*{{< /highlight >}} b",
	    "<code class=\"language-c\">\\*a\\*</code> b", 0 },
	{ "{{< x.inline >}}{{ 1 }}{{< /x.inline >}}", "", 1 },
	{ "{{< note />}}a{{< note >}}b{{< /note >}}", "ab", 1 },
	{ "{{< figure src=\"/a.png\" alt=\"B\" >}}", "![B](/blog/a.png)", 0 },
	{ "{{< figure src=\"/blogs/a.png\" alt=\"B\" >}}",
	    "![B](/blog/blogs/a.png)", 0 },
	{ "{{< figure src=\"a.png\" caption=\"C & D\" >}}",
	    "<figure><img src=\"a.png\" alt=\"\"><figcaption>C &amp; D"
	    "</figcaption></figure>", 0 },
	{ "a {{< figure src=\"a.png\" caption=\"C\" >}} b",
	    "a ![](a.png)<br>C b", 0 },
	{ "{% include f.html\n  image: \"/a.png\",\n  alt: \"B\" %}\n",
	    "![B](/blog/a.png)\n", 0 },
	{ "{% include f.html image = \"/a.png\" alt=\"page.title\" %}\n",
	    "![page.title](/blog/a.png)\n", 0 },
	{ "{% include f.html a=\"b\" %}", "", 1 },
	{ "{% include f.html url=\"http://l.example/\" title=\"A\" %}",
	    "[A](http://l.example/)", 0 },
	{ "{% capture a %}b{% endcapture %}{% capture c %}d{% endcapture %}"
	    "{{ c }}{{ a }}{{ c }}", "dbd", 0 },
	{ "{% if page.none contains \"a\" %}b{% else %}c{% endif %}", "c", 0 },
	{ "{% if mood contains \"wet\" %}a{% endif %}"
	    "{% if mood contains \"dry\" %}b{% endif %}", "a", 0 },
	{ "<p>{{< math >}}a < b{{< /math >}}</p>", "<p>$a &lt; b$</p>", 0 },
	{ "{% include JB/setup %}\na {% include toc.html %}"
	    "{% include base_path %}", "\na ", 0 },
	{ "{% include JB/setup %}![b]({{ BASE_PATH }}/c.png)"
	    "{% include base_path %}[d]({{base_path}}/e.pdf)",
	    "![b](/blog/c.png)[d](/blog/e.pdf)", 0 },
	{ "[d]({{ base_path }}/e.pdf)", "[d](/e.pdf)", 1 },
	{ "{% include f.html path=\"a/b.png\" text=\"C\" %}\n",
	    "<figure><img src=\"/blog/a/b.png\" alt=\"\"><figcaption>C"
	    "</figcaption></figure>\n", 0 },
	{ "{% include f.html a=\"b\" url=page.none %}", "", 1 },
	{ "{% chartjs 50,30 %}\n{\"a\": 1}\n{% endchartjs %}",
	    "```chartjs\n{\"a\": 1}\n```", 0 },
	{ "{% dplayer \"url=https://a.example/b.mp4\" \"loop=yes\" %}",
	    "[https://a.example/b.mp4](https://a.example/b.mp4)", 0 },
	{ "{% dplayer \"url=/b.mp4\" \"pic=/c.png\" %}",
	    "[/b.mp4](/blog/b.mp4)", 0 },
	{ "{% dplayer \"loop=yes\" %}{% exturl \"a\" %}", "", 2 },
	{ "{% aplayer \"A\" 'B c' \"/d.mp3\" \"/e.jpg\" autoplay %}",
	    "[A - B c](/blog/d.mp3)", 0 },
	{ "{% aplayer A B https://b.example/c.mp3 %}",
	    "[A - B](https://b.example/c.mp3)", 0 },
	{ "{% aplayer \"A\" \"B\" %}", "", 1 },
	{ "{% link_preview https://b.example/ rel:a %}\n#1 *C*\n"
	    "{% endlink_preview %}\n",
	    "<a href=\"https://b.example/\">#1 *C*</a>\n", 0 },
	{ "{% link_preview https://b.example/ _blank %}\n"
	    "{% endlink_preview %}\n\n"
	    "{% link_preview https://c.example/ _blank %}\n",
	    "[https://b.example/](https://b.example/)\n\n\n"
	    "[https://c.example/](https://c.example/)\n", 0 },
	{ "{% link_card \"A b\" \"https://c.example/\" %}",
	    "[A b](https://c.example/)", 0 },
	{ "{% exturl A B https://c.example \"D\" %}",
	    "[A B](https://c.example)", 0 },
	{ "{% exturl href=\"https://c.example\" %}A{% endexturl %}", "A", 0 },
	{ "{{< imgh src=\"/a.png\" title=\"B\" figcaption=\"C\" >}}",
	    "<figure><img src=\"/blog/a.png\" alt=\"\" title=\"B\">"
	    "<figcaption>C</figcaption></figure>", 0 },
	{ "{{< image src=\"/a.png\" caption=\"B `c`\" >}}",
	    "<figure><img src=\"/blog/a.png\" alt=\"\"><figcaption>\n\n"
	    "B `c`\n\n</figcaption></figure>", 0 },
	{ "{{ img(id=\"/a.png\", alt=\"B\") }}\n{{< img id=\"b\" >}}",
	    "![B](/blog/a.png)\n", 1 },
	{ "{{ figure(src=\"/a.png\", caption=\"B *c*\") }} d",
	    "![](/blog/a.png)<br>B *c* d", 0 },
	{ "{% pullquote %}\na {\"\nb\n\"} {% x %} c\n{% endpullquote %}\nd",
	    "\na b c\n\nd", 1 },
	{ "{% pullquote %}a {\" b{% endpullquote %}",
	    "<blockquote>\n\na {\" b\n</blockquote>\n\n", 0 },
	{ "{% include f.html src=\"a b.mp4\" %}", "", 1 },
	{ "{% include f.html src=\"a.mp4\" poster=\"b.png\" title=\"T\" %}",
	    "[T](/blog/a.mp4)", 0 },
	{ "{% figure caption:\"A *b*\" %}![c](/d.png){% endfigure %}\ne",
	    "![c](/d.png)\n\nA *b*\n\n\ne", 0 },
	{ "* {% figure caption: \"A\" %}\n  ![](/d.png)\n  {% endfigure %}",
	    "* \n  ![](/d.png)\n  \n  \n  A\n  \n  ", 0 },
	{ "<div>\n{% figure caption:\"<\" %}<img>{% endfigure %}\n</div>",
	    "<div>\n<img><p>&lt;</p>\n</div>", 0 },
	{ "{% figure caption:\"A\" %}{% figure %}b{% endfigure %}",
	    "b\n\nA\n\n", 0 },
	{ "{% include f.html src=\"a.mp4\" title=\"T\" %}",
	    "[T](/blog/a.mp4)", 0 },
	{ "{% include f.html link=\"https://f.example/\" %}",
	    "[https://f.example/](https://f.example/)", 0 },
	{ "{% include f.html url=site.repository text=\"R\" %}",
	    "[R](https://r.example/r)", 0 },
	{ "{% include note.html content=\"A *b*\" %}",
	    "<blockquote>\n\nA *b*\n</blockquote>\n\n", 0 },
	{ "{% include f.html content=\"A\" %}{% include f.html a=\"A\" %}",
	    "A", 1 },
	{ "{% include note.html content=a %}", "", 1 },
	{ "{% include my/pull-quote.html quote=\"A *b*\" speaker=\"C\" %}",
	    "<blockquote>\n\nA *b*\n<footer>\u2014 C</footer></blockquote>"
	    "\n\n", 0 },
	{ "{% include button.html text=\"A\" link=\"/b\" %}", "[A](/blog/b)",
	    0 },
	{ "{% include quote.html content=\"A\" author=page.none %}",
	    "<blockquote>\n\nA\n</blockquote>\n\n", 0 },
	{ "a {% include f.html message=\"*b*\" %}", "a *b*", 0 },
	{ "{% include f.html body=\"{b}\" %}{% include f.html body=\"{{b}}\" "
	    "%}{% include f.html body=page.mood %}", "{b}wet & cold", 1 },
	{ "{% capture b %}*c*{% endcapture %}{% include f.html text=b %}",
	    "\n\n*c*\n\n", 0 },
	{ "{% include note.html content=\"\n  a\n\n    b\n\n  - c\n\" %}",
	    "<blockquote>\n\na\n\n  b\n\n- c\n</blockquote>\n\n", 0 },
	{ "  {% include f.html content='a\n\nb' %}\n\nc",
	    "  a\n  \n  b\n  \n  \n\nc", 0 },
	{ "{% note a\n\nb %} {% include a\n\n{% include b %}",
	    "{% note a\n\nb %} {% include a\n\n", 1 },

	/* players */
	{ "{% youtube aB-1 %}", "[https://www.youtube.com/watch?v=aB-1]"
	    "(https://www.youtube.com/watch?v=aB-1)", 0 },
	{ "{{< youtube id=\"a\" title=\"T\" >}}",
	    "[T](https://www.youtube.com/watch?v=a)", 0 },
	{ "{{ youtube(id=\"a\", title=\"T\") }}",
	    "[T](https://www.youtube.com/watch?v=a)", 0 },
	{ "{{< vimeo 12 >}}", "[https://vimeo.com/12](https://vimeo.com/12)",
	    0 },
	{ "{% gist a/b12 %}", "[https://gist.github.com/a/b12]"
	    "(https://gist.github.com/a/b12)", 0 },
	{ "{{< gist a b12 >}}", "[https://gist.github.com/a/b12]"
	    "(https://gist.github.com/a/b12)", 0 },
	{ "{% include elements/video.html id=\"a_bcdefgh-1\" %}",
	    "[https://www.youtube.com/watch?v=a\\_bcdefgh-1]"
	    "(https://www.youtube.com/watch?v=a_bcdefgh-1)", 0 },
	{ "{% include video.html id=\"76979871\" %}", "", 1 },
	{ "{% include youtube.html id=\"a\" %}",
	    "[https://www.youtube.com/watch?v=a]"
	    "(https://www.youtube.com/watch?v=a)", 0 },
	{ "{% include youtube.html videoId=\"a\" %}",
	    "[https://www.youtube.com/watch?v=a]"
	    "(https://www.youtube.com/watch?v=a)", 0 },
	{ "{% include youtube.html id=page.mood title=\"T\" %}",
	    "[T](https://www.youtube.com/watch?v=wet%20&%20cold)", 0 },
	{ "{% youtube page.none %}{% include youtube.html id=page.none %}",
	    "", 2 },
	{ "{% youtube a?si=b %}", "[https://www.youtube.com/watch?v=a\\&si=b]"
	    "(https://www.youtube.com/watch?v=a&si=b)", 0 },

	{ "{{< gallery >}}\n<img src=\"a\">\n{{< figure src=\"b.png\" >}}\n"
	    "{{< /gallery >}}", "\n<img src=\"a\">\n"
	    "<img src=\"b.png\" alt=\"\">\n", 0 },

	/* inline tags, links and code of themes */
	{ "a {% label red@b < c %} {% label d red %} {% u e f %} "
	    "{% mark color:red g %}",
	    "a b &lt; c d <u>e f</u> <mark>g</mark>", 0 },
	{ "x{% sup 2 %}, {% del no < %} {% wavy yes %}",
	    "x<sup>2</sup>, <del>no &lt;</del> yes", 0 },
	{ "{% label %}a{% endlabel %}", "a", 0 },
	{ "{% image /a.png, alt=B c, width=9px %}", "![B c](/blog/a.png)", 0 },
	{ "{% image /a.png 9 9 B c %}", "<img src=\"/blog/a.png\" "
	    "alt=\"B c\" title=\"B c\" width=\"9\" height=\"9\">", 0 },
	{ "{% image /a.png width:9px %}", "![](/blog/a.png)", 0 },
	{ "{% image a.png %}", "", 1 },
	{ "{% galleryGroup 'A' 'b' '/c/' /d.png %}",
	    "<figure><a href=\"/blog/c/\"><img src=\"/blog/d.png\" alt=\"A\">"
	    "</a><figcaption>A b</figcaption></figure>", 0 },
	{ "{% meting \"12\" \"netease\" \"song\" \"mutex:true\" %}\n\n"
	    "{{< music netease playlist 12 >}}\n\n"
	    "{{< music server=\"netease\" type=\"album\" id=\"12\" >}}",
	    "[https://music.163.com/song?id=12]"
	    "(https://music.163.com/song?id=12)\n\n"
	    "[https://music.163.com/playlist?id=12]"
	    "(https://music.163.com/playlist?id=12)\n\n"
	    "[https://music.163.com/album?id=12]"
	    "(https://music.163.com/album?id=12)", 0 },
	{ "{% meting \"12\" \"tencent\" \"song\" %}{{< music netease >}}",
	    "", 2 },
	{ "{{ full_width_image(src=\"a.png\", alt=\"A\") }} "
	    "{{ dual_theme_image(light_src=\"b.png\", dark_src=\"c.png\") }} "
	    "{{ image_hover(default_src=\"d.png\", default_alt=\"D\") }}",
	    "![A](a.png) ![](b.png) ![D](d.png)", 0 },
	{ "{{ get_url(path=\"a.png\") }}", "", 1 },
	{ "![a]({{ url_for('/a b') }}) {{ \"C d\" | downcase | safe }} "
	    "{{ config.url }}/e {{ url_for(\"/f\" }}",
	    "![a](/blog/a%20b) c d https://e.example/blog/e ", 1 },
	{ "{% fullimage /a.png, alt, Title %} {% fi /b.png %}",
	    "![alt](/blog/a.png \"Title\") ![](/blog/b.png)", 0 },
	{ "{% frame phone img:/a.png video:/b.mp4 %} {% frame phone %}",
	    "![](/blog/a.png) ", 1 },
	{ "{% imgcap right /a.png A b %}", "![A b](/blog/a.png \"A b\")", 0 },
	{ "{% picture wide /a.png --alt A b --link /c/ %}",
	    "![A b](/blog/a.png)", 0 },
	{ "{% picture a.png %}", "", 1 },
	{ "{% btn 'https://b.example/',\"A\",c %}", "[A](https://b.example/)",
	    0 },
	{ "{% link A,B c,https://d.example/ %}", "[A](https://d.example/)", 0 },
	{ "{% video bilibili:a width:9% %} {% audio type:b netease:7 %}",
	    "[https://www.bilibili.com/video/a]"
	    "(https://www.bilibili.com/video/a) "
	    "[https://music.163.com/song?id=7]"
	    "(https://music.163.com/song?id=7)", 0 },
	{ "{% bilibili 12 %}{% bilibili aid:3 %}",
	    "[https://www.bilibili.com/video/av12]"
	    "(https://www.bilibili.com/video/av12)"
	    "[https://www.bilibili.com/video/av3]"
	    "(https://www.bilibili.com/video/av3)", 0 },
	{ "{% bvideo 'BV1' %}",
	    "[https://www.bilibili.com/video/BV1]"
	    "(https://www.bilibili.com/video/BV1)", 0 },
	{ "{% pdf /a.pdf %}", "[/a.pdf](/blog/a.pdf)", 0 },
	{ "{{< yt a >}}{{< youtube-lite id=\"b\" label=\"C\" >}}",
	    "[https://www.youtube.com/watch?v=a]"
	    "(https://www.youtube.com/watch?v=a)"
	    "[C](https://www.youtube.com/watch?v=b)", 0 },
	{ "{{< github repo=\"a/b\" >}}", "[a/b](https://github.com/a/b)", 0 },
	{ "{{< button href=\"https://a.example/\" >}}\nB *c*\n"
	    "{{< /button >}}\nd",
	    "<a href=\"https://a.example/\">B *c*</a>\nd", 0 },
	{ "{{< button >}}a{{< /button >}} {{< button href=\"b\" >}}c"
	    "{{< /button >}}", "a c", 1 },
	{ "{{< link \"https://a.example/\" \"B\" >}}",
	    "[B](https://a.example/)", 0 },
	{ "{{< staticref \"a/b.pdf\" \"newtab\" >}}C{{< /staticref >}} "
	    "{{< staticref \"https://a.example/\" >}}d{{< /staticref >}}",
	    "<a href=\"https://e.example/blog/a/b.pdf\">C</a> "
	    "<a href=\"https://a.example/\">d</a>", 0 },
	{ "{{< person \"https://a.example/\" Ada \"who rains\" >}}",
	    "[Ada](https://a.example/)", 0 },
	{ "{{< link \"B\" \"https://a.example/\" >}} {{< badge \"c *d*\" >}} "
	    "{{< badge content=\"E\" link=\"https://a.example/\" >}}",
	    "[B](https://a.example/) c *d* [E](https://a.example/)", 0 },
	{ "{{< admonition info \" \" true >}}\na\n{{< /admonition >}}"
	    "{{< admonition title=\" \" >}}\nb\n{{< /admonition >}}",
	    "\na\n\nb\n", 0 },
	{ "{{< carousel images=\"{a.png, b c.png}\" >}}\n"
	    "{{< carousel images=\"d/*\" >}}",
	    "![](a.png)\n![](b%20c.png)\n\n", 1 },
	{ "{{< gh-repo-card repo=\"a/b\" >}}",
	    "[a/b](https://github.com/a/b)", 0 },
	{ "{{< article link=\"/blog/rain/\" >}} {{< article link=\"/a/\" >}}",
	    "[Rain \\& \\*hail\\*](/blog/rain/) [/a/](/a/)", 0 },
	{ "{{< imgproc \"a.png\" Fill \"9x9\" >}}\nb\n{{< /imgproc >}}",
	    "![](a.png)\nb\n", 0 },
	{ "{{< imgproc a Fill \"9x9\" >}}\nb\n{{< /imgproc >}}", "\nb\n", 1 },
	{ "{{< quote author=A source=\"B c\" url=\"https://b.example/\" >}}"
	    "\nd\n{{< /quote >}}", "<blockquote>\n\n\nd\n<footer>\xe2\x80\x94 "
	    "A, <a href=\"https://b.example/\">B c</a></footer></blockquote>"
	    "\n\n", 0 },
	{ "{{< blockquote author=\"A\" link=\"https://b.example/\" >}}\nc\n"
	    "{{< /blockquote >}}", "<blockquote>\n\n\nc\n<footer>\xe2\x80\x94 "
	    "<a href=\"https://b.example/\">A</a></footer></blockquote>\n\n",
	    0 },
	{ "{% mermaid %}\na --> b_c_\n\nd\n{% endmermaid %}\ne",
	    "```mermaid\na --> b_c_\n\nd\n```\ne", 0 },
	{ "{{< katex >}}\n{{< katex >}}\na \\\\ b\n{{< /katex >}}",
	    "\n$$a \\\\ b$$", 0 },
	{ "a {{< math >}}b^2{{< /math >}} {% math %}$c${% endmath %}",
	    "a $b^2$ $c$", 0 },
	{ "{% katex inline %}b{% endkatex %} a\n\n{% katex %}c{% endkatex %}",
	    "$b$ a\n\n$$c$$", 0 },

	/* titles of pairs */
	{ "{{< tab \"A *b*\" >}}\nc\n{{< /tab >}}\n",
	    "**A \\*b\\***\n\n\nc\n\n", 0 },
	{ "{% tab a B c %}d{% endtab %}", "**B c**\n\nd", 0 },
	{ "a\n{{< card title=\"B\" >}}c{{< /card >}}", "a\n\n**B**\n\nc", 0 },
	{ "a {% card(title=\"B\") %}c{% end %}", "a \n\n**B**\n\nc", 0 },
	{ "- {{< notice tip \"A\" >}}\n  b\n  {{< /notice >}}",
	    "- **A**\n  \n  \n  b\n  ", 0 },
	{ "a\n- {{< highlight c >}}\n  b\n  {{< /highlight >}}",
	    "a\n- ```c\n  b\n  ```", 0 },
	{ "{{< notice \"a\" >}}b{{< /notice >}}"
	    "{{< box a \"b\" >}}c{{< /box >}}", "bc", 0 },
	{ "{{< notice a \"\" >}}b{{< /notice >}}", "b", 0 },
	{ "{{< card title=\"A \\\"b\\\" \\c\" >}}d{{< /card >}}",
	    "**A \\\"b\\\" \\\\c**\n\nd", 0 },
	{ "{% expand \"A\" \"open\" %}b{% endexpand %}",
	    "<details><summary>A</summary>\n\nb\n</details>\n\n", 0 },
	{ "{% hideToggle A %}\n- b\n  {% endhideToggle %}\n- c\n\n  {% hideTo"
	    "ggle D %}\n  - e\n    {% endhideToggle %}",
	    "<details><summary>A</summary>\n\n\n- b\n</details>\n  \n  \n- c\n"
	    "\n  <details><summary>D</summary>\n  \n  \n  - e\n  </details>\n"
	    "    \n    ", 0 },
	{ "{% hideToggle A b,red %}c{% endhideToggle %}",
	    "<details><summary>A b</summary>\n\nc\n</details>\n\n", 0 },
	{ "{% folding red open, A, b %}c{% endfolding %}",
	    "<details><summary>A, b</summary>\n\nc\n</details>\n\n", 0 },
	{ "{% folding red::A b %}c{% endfolding %}",
	    "<details><summary>A b</summary>\n\nc\n</details>\n\n", 0 },
	{ "{% folding A b open:true %}c{% endfolding %}",
	    "<details><summary>A b</summary>\n\nc\n</details>\n\n", 0 },
	{ "{{< spoiler >}}a{{< /spoiler >}} {{< spoiler text=\"B\" >}}c"
	    "{{< /spoiler >}}", "a \n<details><summary>B</summary>\n\nc\n"
	    "</details>\n\n", 0 },
	{ "{% tabs %}\n<!-- tab active id:a title:B -->\n"
	    "<!-- tab id:c 'title:D e' -->\n<!-- tab F title:g -->\n"
	    "{% endtabs %}",
	    "\n**B**\n\n\n**D e**\n\n\n**F title:g**\n\n\n", 0 },
	{ "{% tabs a %}\n<!-- tab B *c*@d -->\ne\n<!-- endtab -->\n"
	    "<!-- tab -->\n<!-- f -->\n{% endtabs %}\n<!-- tab g -->",
	    "\n**B \\*c\\***\n\n\ne\n\n\n<!-- f -->\n\n"
	    "<!-- tab g -->", 0 },

	{ "{{< code lang=\"c\" title=\"a.c\" >}}\n<b>\n{{< /code >}}",
	    "**a.c**\n\n```c\n<b>\n```", 0 },
	{ "{{< code sh >}}\na {{</* b */>}}\n{{< /code >}}\n"
	    "{{< output >}}\n*c*\n{{</ output >}}",
	    "```sh\na {{< b >}}\n```\n```\n*c*\n```", 0 },
	{ "{{< codeblock \"a.c\" \"c\" >}}\nb\n{{< /codeblock >}}",
	    "**a.c**\n\n```c\nb\n```", 0 },
	{ "a {{< cmd >}}b *c*{{< /cmd >}} d", "a <code>b \\*c\\*</code> d",
	    0 },
	{ "{{< code \"A b\" >}}\n\n```c\nd\n```\n\n{{< /code >}}",
	    "**A b**\n\n\n\n```c\nd\n```\n\n", 0 },
	{ "{{< code src=\"a.c\" >}}{{< /code >}}{{< code src=\"b.c\" >}}",
	    "", 2 },

	/* blockquotes and pairs */
	{ "{% blockquote A, B https://q.example/ %}\nc\n{% endblockquote %}",
	    "<blockquote>\n\n\nc\n<footer>\xe2\x80\x94 "
	    "<a href=\"https://q.example/\">A, B</a></footer></blockquote>"
	    "\n\n", 0 },
	{ "{% quote(author=\"A\") %}\nb\n{% end %}\nc",
	    "<blockquote>\n\n\nb\n<footer>\xe2\x80\x94 A</footer>"
	    "</blockquote>\n\n\nc", 0 },
	{ "{% note info %}a{% endnote %}", "a", 0 },
	{ "{% note 'fas fa-bug' flat %}a{% endnote %}", "a", 0 },
	{ "{% note info no-icon A b %}\nc\n{% endnote %}",
	    "**A b**\n\n\nc\n", 0 },
	{ "{% noteblock fas fa-a blue, A %}\nb\n{% endnoteblock %}",
	    "**A**\n\n\nb\n", 0 },
	{ "{% box color:red A b %}\nc\n{% endbox %}",
	    "**A b**\n\n\nc\n", 0 },
	{ "{% timenode 1 [A](/b/) %}\nc\n{% endtimenode %}",
	    "**1 [A](/b/)**\n\n\nc\n", 0 },
	{ "{% timeline A,blue %}\n<!-- node [B](/c/) -->\nd\n"
	    "{% endtimeline %}", "**A**\n\n\n**[B](/c/)**\n\n\nd\n", 0 },
	{ "a\n\n{% timeline api:https://b.example/ user:c %}"
	    "{% endtimeline %}\n", "a\n\n\n", 0 },
	{ "{% timeline user:c api:https://b.example/ %}{% endtimeline %}",
	    "", 0 },
	{ "{% folders %}\n<!-- folder A -->\nb\n{% endfolders %}",
	    "\n**A**\n\n\nb\n", 0 },
	{ "{% poetry A author:B&C date:1 %}\nd\n{% endpoetry %}",
	    "<blockquote>\n\n**A**\n\n\nd\n<footer>\xe2\x80\x94 B&amp;C, 1"
	    "</footer></blockquote>\n\n", 0 },
	{ "{% blockquote indent:false %}\na\n{% endblockquote %}",
	    "<blockquote>\n\n\na\n</blockquote>\n\n", 0 },
	{ "{% mermaid graph TD %}\nA-->B\n{% endmermaid %}",
	    "```mermaid\ngraph TD\nA-->B\n```", 0 },
	{ "{{% notice tip %}}a{{% /notice %}}{{< b >}}c{{< /b >}}", "ac", 0 },
	{ "{% aside() %}a{% end %}", "a", 0 },

	/* conditionals */
	{ "{% if a %}b{% else %}c{% endif %}d", "bd", 1 },
	{ "{% if a %}b{% endif %}", "b", 0 },
	{ "{% if a %}b{% elsif page.on %}c{% else %}d{% endif %}", "b", 1 },
	{ "{% if page.on %}a{% else %}b{% endif %}{% if page.off %}c{% else %}"
	    "d{% endif %}{% if page.none %}e{% endif %}", "ad", 0 },
	{ "{%- if page.list -%}a{%- endif -%}{% unless page.mood %}b{% else %}"
	    "c{% endunless %}", "ac", 0 },
	{ "{% if page.on and page.off %}a{% endif %}"
	    "{% if page.off and x %}b{% endif %}"
	    "{% if x and page.off %}c{% endif %}"
	    "{% if page.on and page.on %}d{% endif %}"
	    "{% if page.off or page.off %}e{% endif %}"
	    "{% if x or page.on %}f{% endif %}"
	    "{% if page.off or page.on %}g{% endif %}", "dfg", 0 },
	{ "{% if page.on and x %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.on or x %}a{% else %}b{% endif %}", "a", 0 },
	{ "{% if page.off or x %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.mood == true %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if false == page.mood %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.list == page.list %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.list == 'a' %}a{% else %}b{% endif %}", "b", 0 },
	{ "{% if page.on == page.off %}a{% else %}b{% endif %}", "b", 0 },
	{ "{% if '' %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if '0' %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.on page.on %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if x %}{% if page.off %}a{% endif %}b{% else %}c{% endif %}",
	    "b", 1 },
	{ "{% if page.off %}{% comment %}{% endif %}{% endcomment %}a"
	    "{% endif %}b", "b", 0 },
	{ "{% if page.off %}a{{ endif }}{% endfor %}b{% endif %}c", "c", 0 },
	{ "{% if page.off %}a{% elsif b %}c{% else %}d{% endif %}", "c", 1 },
	{ "{% if page.off %}a{% elif page.on %}c{% else %}d{% endif %}", "c",
	    0 },
	{ "{% if page.mood == \"wet & cold\" %}a{% endif %}"
	    "{% if page.mood != 'dry' %}b{% endif %}"
	    "{% if page.mood contains \"cold\" and page.on %}c{% endif %}"
	    "{% if page.none == nil or e.f %}d{% endif %}"
	    "{% if page.on == true %}e{% endif %}"
	    "{% if not page.on %}f{% endif %}"
	    "{% if page.none == 3 %}g{% endif %}", "abcde", 0 },
	{ "{% if page.mood | size > 3 %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if jekyll.environment == \"production\" %}a{% else %}b"
	    "{% endif %}", "a", 0 },
	{ "{% if page.off %}a{% if page.on %}b{% else %}c{% endif %}d"
	    "{% else %}e{% if page.off %}f{% endif %}g{% endif %}h", "egh", 0 },
	{ "{% if page.on %}a{% else %}b{% if c %}d{% else %}e{% endif %}f"
	    "{% endif %}g", "ag", 0 },
	{ "{% if page.off %}a{% raw %}{% else %}{% endraw %}b{% else %}c"
	    "{% endif %}", "c", 0 },
	{ "{% if page.off %}a{% comment %}{% else %}{% endcomment %}b"
	    "{% else %}c{% endif %}", "c", 0 },
	{ "{% if page.off %}`{% else %}` {% raw %}{% endif %}{% endraw %}"
	    "{% else %}a{% endif %}", "a", 0 },
	{ "{% if page.on %}\na\n{% else %}\nb\n{% endif %}\n", "\na\n\n",
	    0 },
	{ "{% if page.off %}a{% if b %}c{% endif %}d {% if page.off %}e",
	    "acd e", 1 },
	{ "{% else %}a", "a", 0 },
	{ "{% case page.mood %} {% when 'dry' %}a{% when 'x', \"wet & cold\" %}"
	    "b{% else %}c{% endcase %}", "b", 0 },
	{ "{% case a %}{% when 'b' %}c{% when 'd' %}e{% endcase %}", "c", 1 },
	{ "{% case page.none %}{% when 'b' %}c{% else %}d{% endcase %}", "d",
	    0 },
	{ "a{% for b in c %}d{% endfor %}e", "ae", 1 },
	{ "{% a %}b{% endc %}", "b", 1 },
	/* no blank line in an HTML block */
	{ "<div>\n  {% a %} {% b %}\n    <p>c</p>\n</div>",
	    "<div>\n    <p>c</p>\n</div>", 2 },
	{ "a\n{% b %}\nc", "a\n\nc", 1 },

	/* attributes */
	{ "a\n{: .b #c d=\"e f\"}\n\ng", "a\n\n\ng", 0 },
	{ "- a\n{: .b}\n- c", "- a\n- c", 0 },
	/* An image in two color schemes is one. */
	{ "a\n\n![b](c.png){: .light }\n![b](d.png){: .dark }\n_e_\n",
	    "a\n\n![b](c.png)\n_e_\n", 0 },
	{ "![b](c.png){: .e }{:.dark .f w=\"9\"}\n![b](d.png){:.f .light}",
	    "![b](d.png)", 0 },
	{ "- a\n\n  [![b](c)](d){: .light}\n  [![b](e)](f){: .dark}\n\ng",
	    "- a\n\n  [![b](c)](d)\n\ng", 0 },
	{ "{% raw %}\n![b](c){: .light}\n![b](d){: .dark}\n{% endraw %}",
	    "\n![b](c)\n", 0 },
	{ "![b](c){: .dark}\n![b](d){: .a}\n\ne\n![b](f){: .dark-2}\n"
	    "![.light](.light)",
	    "![b](c)\n![b](d)\n\ne\n![b](f)\n![.light](.light)", 0 },
	{ "![b](c){: .light}\n![b](d){: .dark} e\n", "![b](c)\n![b](d) e\n",
	    0 },
	{ "a\n{ .b #c }\n\nd { .e } { f }", "a\n\n\nd { .e } { f }", 0 },
	{ "* a\n{:toc}\n\nb", "\n\nb", 0 },
	{ "<nav markdown=\"1\">\n  1. a\n  {:toc}\n</nav>",
	    "<nav markdown=\"1\">\n\n</nav>", 0 },
	{ "<p>\n- a {:toc}\n</p>", "<p>\n- a {:toc}\n</p>", 0 },
	{ "[TOC]\n\n[[toc]]\n\n [[_TOC_]]\n\n@[toc]", "\n\n\n\n \n\n\n", 0 },
	{ "a [toc]\n[toc]\n\n[toc](b)\n\n[toc]\nc\n\n`[toc]`\n\n- [toc]",
	    "a [toc]\n[toc]\n\n[toc](b)\n\n[toc]\nc\n\n`[toc]`\n\n- [toc]", 0 },
	{ "[a](b){: target=\"_blank\"} c", "[a](b) c", 0 },
	{ "![a](b){: .c.d :}\n{: .e :}\nf {: :} {: g: :} {:ok, :}",
	    "![a](b)\n\nf {: :} {: g: :} {:ok, :}", 0 },
	{ "*a*{:.b} `c`{: .d}", "*a* `c`", 0 },
	{ "[a](b){:\n  lang=\"c\"\n .d} e\n*f*{:\n\n.g}", "[a](b) e\n*f*{:\n\n"
	    ".g}", 0 },
	{ "# a {#b}\n## c {#d .e}\n", "# a \n## c \n", 0 },
	{ "# a {: #b .c}\nd {: .e}\n\nf {: .g}\n---\n",
	    "# a \nd {: .e}\n\nf \n---\n", 0 },
	{ "![a](b){.c .d}\ne {.f}", "![a](b)\ne ", 0 },
	{ "![a](b){width=50% .c}{#d e=1.5em}", "![a](b)", 0 },
	{ "![a](b){c=\"d \\\"e\\\" f\"} ![a](b){c=\"d\\\"}",
	    "![a](b) ![a](b){c=\"d\\\"}", 0 },
	{ "ab{.c}\nd", "ab{.c}\nd", 0 },
	{ "{::nomarkdown}a{:/} b", "a b", 0 },
	{ "{::options parse=\"true\" /}a{::comment}b{:/comment}", "a", 0 },
	{ "a {::comment}b{:/} c {:/comment}", "a  c ", 0 },
	{ "a\n{::comment}\nb\n{:/comment}\nc", "a\nc", 0 },
	{ "- a\n{::options b=\"c\" /}\n{:toc}\n\nd", "\n\nd", 0 },

	{ "a HTML\n\n   *[HTML]: Text\n*[CSS]: Style\nb\n*[c]: d",
	    "a HTML\n\n   \n\nb\n*[c]: d", 0 },
	{ "# a\n*[b c]:\n- d\n\n  *[e]: f\n> *[g]: h\n> i",
	    "# a\n\n- d\n\n  \n> \n> i", 0 },
	{ "*[a] b: c\n\n    *[d]: e\n\n```\n*[f]: g\n```\n\n\\*[h]: i",
	    "*[a] b: c\n\n    *[d]: e\n\n```\n*[f]: g\n```\n\n\\*[h]: i", 0 },
	{ "- <div>\n  {% highlight c %}\n  a\n\n    b\n  {% endhighlight %}\n"
	    "  </div>", "- <div>\n  <pre><code class=\"language-c\">a&#10;"
	    "&#10;  b&#10;</code></pre>\n  </div>", 0 },
	{ "> <br>\n> {% highlight c %}> a\n> > b{% endhighlight %}", "> <br>\n"
	    "> <pre><code class=\"language-c\">a&#10;&gt; b&#10;</code></pre>",
	    0 },
	{ "1. a\n\n   {% highlight c %}\nb\n\n  c\n{% endhighlight %}\n\n"
	    "2. d", "1. a\n\n   ```c\n   b\n   \n     c\n   ```\n\n2. d", 0 },
	{ "- a\n  {% highlight c %}\n  b\n   {% endhighlight %}\n- c",
	    "- a\n  ```c\n  b\n  ```\n- c", 0 },
	{ "1.  a\n\n    {{< highlight c >}}\n\tb\n    c\n\n    {{< /highlight "
	    ">}}\n", "1.  a\n\n    ```c\n\tb\n    c\n    ```\n", 0 },
	{ "> {% highlight c %}\n> a\n>\n\n> > b\n>{% endhighlight %}",
	    "> ```c\n> a\n>\n> \n> > b\n> ```", 0 },
	{ "> {% highlight c %}\na\n{% endhighlight %}", "> ```c\n> a\n> ```",
	    0 },
	{ "{% highlight c %}\na\n{% endhighlight %}\n", "```c\na\n```\n", 0 },

	/* containers */
	{ ":::note\na\n:::\nb", "<blockquote>\n\n**Note**\n\n\na\n"
	    "</blockquote>\n\n\nb", 0 },
	{ ":::message\na\n:::\n:::message alert\nb\n:::\n:::note warn\nc\n:::",
	    "<blockquote>\n\n\na\n</blockquote>\n\n\n<blockquote>\n\n**Alert**"
	    "\n\n\nb\n</blockquote>\n\n\n<blockquote>\n\n**Warn**\n\n\nc\n"
	    "</blockquote>\n\n\n", 0 },
	{ "::: tip A *b*\nc\n:::", "<blockquote>\n\n**A \\*b\\***\n\n\nc\n"
	    "</blockquote>\n\n\n", 0 },
	{ "> [!NOTE]\n> a\n", "> **Note**\n> \n> a\n", 0 },
	{ "> [!my-tip|x]- A *b* c\n> d", "> **A *b* c**\n> \n> d", 0 },
	{ "> a\n> > [!tip] b", "> a\n> > **b**\n> > \n", 0 },
	{ "> [!tip]\nlazy\nb", "> **Tip**\n> \n> lazy\nb", 0 },
	{ "> [!tip]\n# a", "> **Tip**\n> \n# a", 0 },
	{ "> a\n> [!tip]", "> a\n> [!tip]", 0 },
	{ "> a\n>\n> [!tip]", "> a\n>\n> [!tip]", 0 },
	{ "> [!tip](a)", "> [!tip](a)", 0 },
	{ "> [!tip]: /a", "> [!tip]: /a", 0 },
	{ "> \\[!tip]", "> \\[!tip]", 0 },
	{ "> `[!tip]`", "> `[!tip]`", 0 },
	{ "a\n\n    > [!tip] {{ a }}", "a\n\n    > [!tip] {{ a }}", 0 },
	{ "> a\n\n    > {{ a }}", "> a\n\n    > {{ a }}", 0 },
	{ "- a\n\n    > {{ n }}", "- a\n\n    > ", 1 },
	{ "- a\n\n      > {{ n }}", "- a\n\n      > {{ n }}", 0 },
	{ "a\n    > {{ n }}", "a\n    > ", 1 },
	{ "[!tip]\na", "[!tip]\na", 0 },
	{ "{{ $frontmatter.mood }} {{ $a.b }}", "wet &amp; cold ", 1 },
	{ "<<< @/a.js{2}\n", "\n", 1 },
	{ "> <<< @/a.js", "> ", 1 },
	{ "<<< ./a.js", "<<< ./a.js", 0 },
	{ "<<< EOF @/", "<<< EOF @/", 0 },
	{ "a <!-- @include: ./a.md --> b", "a  b", 1 },
	{ "<!--@include: ./a.md{1,}-->\n", "\n", 1 },
	{ "<!-- @included -->", "<!-- @included -->", 0 },
	{ "{%- css %}\na {\n\n}\n{% endcss %}\nb\n{% js %}c{% endjs %}",
	    "\nb\n", 0 },
	{ "```js\na // [!code ++]\n#  [!code highlight]\n```\n// [!code --]",
	    "```js\na\n```\n// [!code --]", 0 },
	{ ":::info[A]\nc\n:::", "<blockquote>\n\n**A**\n\n\nc\n"
	    "</blockquote>\n\n\n", 0 },
	{ "::github{repo=\"a/b\"}\n::github{repo=c/d}\ne",
	    "[a/b](https://github.com/a/b)\n\n[c/d](https://github.com/c/d)"
	    "\n\ne", 0 },
	{ "> ::youtube{#a-b title=\"c\"}\n\n- d\n  ::vimeo{id='1'}",
	    "> [https://www.youtube.com/watch?v=a-b](https://www.youtube.com/"
	    "watch?v=a-b)\n\n\n- d\n  [https://vimeo.com/1](https://vimeo."
	    "com/1)\n\n", 0 },
	{ "::a[b *c*]{.d}\n::link{url=/a title=\"b\"}\n::e{f=g}\n::h{}\n",
	    "b *c*\n\n[b](/a)\n\n\n\n\n\n", 2 },
	{ "::youtube[b *c*]{#d}\n::e[f]{#g}\n::github[h]{repo=i/j}",
	    "b *c* [https://www.youtube.com/watch?v=d](https://www.youtube."
	    "com/watch?v=d)\n\nf \n\nh [i/j](https://github.com/i/j)\n\n",
	    1 },
	{ "::a\n::a{b} c\n ::1{a}\n`::a{b}`\n\n    ::a{b}\nx::a{b}\n",
	    "::a\n::a{b} c\n ::1{a}\n`::a{b}`\n\n    ::a{b}\nx::a{b}\n", 0 },
	{ "a:spoiler[b *c* [d](e)] `:spoiler[f]` :spoiler[g",
	    "ab *c* [d](e) `:spoiler[f]` :spoiler[g", 0 },
	{ ":::info[A *b*]\nc\n:::", "<blockquote>\n\n**A *b***\n\n\nc\n"
	    "</blockquote>\n\n\n", 0 },
	{ "::: {.grid}\na\n:::", "\na\n\n", 0 },
	{ "- a\n  :::tip\n  b\n  :::\n- c", "- a\n  <blockquote>\n  \n  "
	    "**Tip**\n  \n  \n  b\n  </blockquote>\n  \n  \n- c", 0 },
	/* Its end stands in a list in it. */
	{ ":::tip\n- a\n  :::\nb", "<blockquote>\n\n**Tip**\n\n\n- a\n"
	    "</blockquote>\n  \n  \nb", 0 },
	{ "> :::tip\n> - a\n>   :::\n> b", "> <blockquote>\n> \n> **Tip**\n> "
	    "\n> \n> - a\n> </blockquote>\n>   \n>   \n> b", 0 },
	{ "```\n:::note\n:::\n```", "```\n:::note\n:::\n```", 0 },

	/* recognized as MDX */
	{ "a {/* b */} c {/* truncate */}", "a  c {/* truncate */}", 0 },
	{ "a {/* b\n\nc */}", "a {/* b\n\nc */}", 0 },
	{ "<p style={{color: \"red\"}}>a</p>", "<p>a</p>", 0 },
	{ "import A from '../a';\n\n<A b={c}>\n\td\n</A>\n", "\n\n\n\td\n\n",
	    0 },
	{ "<!--more--> {% x %}", "<!--more--> ", 1 }
};

static const struct row in_html[] = {
	{ "<p>[caption width=\"9\"]<img src=\"a\"> b[/caption]</p>",
	    "<p><img src=\"a\"><br>b</p>", 0 },
	{ "<p>[code lang=\"c\"]<br />\na &lt; b;<br />\n&#42;</p>\n<p>c<br>d"
	    "[/code]</p>e", "<pre><code class=\"language-c\">a &lt; b;\n*\n\nc"
	    "\nd\n</code></pre>e", 0 },
	{ "<p>[cci]a &lt; b[/cci]</p>", "<p><code>a &lt; b</code></p>", 0 },
	{ "<p>[sourcecode]a[/sourcecode]<br />b</p>",
	    "<pre><code>a\n</code></pre><p><br />b</p>", 0 },
	{ "<p>{{ site.url }}\n\n    {% x %}`{% x %}`</p>",
	    "<p>https://e.example\n\n    ``</p>", 2 },
	{ "<pre>{% x %}</pre>", "<pre>{% x %}</pre>", 0 },
	{ "{% highlight c %}\na < b\n\nc\n{% endhighlight %}",
	    "<pre><code class=\"language-c\">a &lt; b\n\nc\n</code></pre>",
	    0 },
	{ "<p>{% img /a.png %}{% youtube b %}</p>",
	    "<p><img src=\"/blog/a.png\" alt=\"\"><a href=\""
	    "https://www.youtube.com/watch?v=b\">"
	    "https://www.youtube.com/watch?v=b</a></p>", 0 },
	{ "<p>{: .a}\n:::note\n:::</p>", "<p>{: .a}\n:::note\n:::</p>", 0 }
};

static const struct row in_mdx[] = {
	{ "a { /* b */ } {\n  /* c */\n} { /* d */ + e /* f */ }", "a   ", 1 },
	{ "a {/* b\n\n```\n{c\n\n*/}\n\n{/* d {/* e */} f {/* g\n\nh",
	    "a \n\nf {/* g\n\nh", 0 },
	/* braces of formulas */
	{ "a $b_{i-1}$ c {d} e", "a $b_{i-1}$ c  e", 1 },
	{ "a $$b_{i}$$ c", "a $$b_{i}$$ c", 0 },
	{ "$$\n\\sum_{i=1}^{n} {x}\n$$\n\na {d} b\n",
	    "$$\n\\sum_{i=1}^{n} {x}\n$$\n\na  b\n", 1 },
	{ "<B>$b_{i}$</B>", "$b_{i}$", 0 },
	{ "a ${b} and ${c} d", "a $ and $ d", 2 },
	{ "a $5 {b} c", "a $5  c", 1 },
	{ "`$` {b} `$`", "`$`  `$`", 1 },
	{ "import A from 'a'\nexport const b = {\n\n}\n\nc", "\n\nc", 0 },
	{ "a\nimport of b", "a\nimport of b", 0 },
	{ "</Link>a</Link>", "a", 0 },
	{ "<A b=\"c > d\" e={f > {g}}>h</A>", "h", 0 },
	{ "<A b={c} />d", "d", 1 },
	{ "<Image src=\"/a.png\" alt=\"B\" />",
	    "![B](/a.png)", 0 },
	{ "a <Image src=\"a.png\" alt=\"B\" />", "a ![B](a.png)", 0 },
	{ "<Link to=\"/a\">b</Link>", "<a href=\"/a\">b</a>", 0 },
	{ "a <YouTube id=\"b\" /> <Youtube id=\"https://youtu.be/c\"/>",
	    "a [https://www.youtube.com/watch?v=b](https://www.youtube.com/"
	    "watch?v=b) [https://youtu.be/c](https://youtu.be/c)", 0 },
	{ "a\n\n## Table of contents\n\n## b\n", "a\n\n\n\n## b\n", 0 },
	{ "## Table of Contents\n\n- a\n", "## Table of Contents\n\n- a\n", 0 },
	{ "## Table of contents of b\n## c",
	    "## Table of contents of b\n## c", 0 },
	{ "<LiteYouTubeEmbed id=\"a\" title=\"b\" />\n\n"
	    "<YoutubeEmbed url=\"https://youtu.be/c\" />", "[https://www."
	    "youtube.com/watch?v=a](https://www.youtube.com/watch?v=a)\n\n"
	    "[https://youtu.be/c](https://youtu.be/c)", 0 },
	{ "<YouTube videoId=\"a\" /> <YouTube b=\"c\" />", "[https://www."
	    "youtube.com/watch?v=a](https://www.youtube.com/watch?v=a) ", 1 },
	{ "a\n\n<svelte:head>\n\n\t<title>b</title>\n</svelte:head>\n\nc",
	    "a\n\n\n\nc", 0 },
	{ "<svelte:head>a", "<svelte:head>a", 0 },
	{ "<CodeBlock language=\"c\" title=\"a.c\">{`b *c*\n\n  {d}`}"
	    "</CodeBlock>\n\ne",
	    "**a.c**\n\n```c\nb *c*\n\n  {d}\n```\n\ne", 0 },
	{ "- <CodeBlock className=\"language-sh\">\n  a --b\n  </CodeBlock>\n- "
	    "<CodeBlock>{a}</CodeBlock>", "- ```sh\n  a --b\n  ```\n- ", 1 },
	{ "a <CodeBlock>*b*</CodeBlock>\n<CodeBlock>{'c'}", "a *b*\nc", 0 },
	{ "<head>\n  <title>a</title>\n\n  <meta name=\"b\" />\n</head>\n\n"
	    "c\n\n<Head><title>d</title></Head>\n", "\n\nc\n\n\n", 0 },
	/* components known by their attributes */
	{ "<StaticTweet id=\"1\" /> <Vimeo vimeoId=\"2\" />", "[https://"
	    "twitter.com/i/status/1](https://twitter.com/i/status/1) "
	    "[https://vimeo.com/2](https://vimeo.com/2)", 0 },
	{ "<LinkCard title=\"A\" href=\"/b\" c={d} />", "[A](/b)", 0 },
	{ "<Preview id=\"https://example.org/\" /> <Badge text=\"B\" />",
	    "[https://example.org/](https://example.org/) B", 0 },
	{ "<Zoom src=\"/a.png\" alt=\"B\" /> <Zoom src=\"/a\" />",
	    "![B](/a.png) [/a](/a)", 0 },
	{ "<SEO url=\"https://example.org/\" />\n<Script src=\"/a\" />", "\n",
	    2 },
	{ "<Button href=\"/a\">b</Button> <Button>c</Button>",
	    "<a href=\"/a\">b</a> c", 0 },
	{ "<OutboundLink href=\"/a\">b</OutboundLink> <TabLink>c</TabLink>",
	    "<a href=\"/a\">b</a> c", 0 },
	{ "<Tabs>\n<TabItem value=\"a\" label=\"A b\">\n\nc\n\n</TabItem>\n"
	    "<TabItem value=\"d\">e</TabItem>\n</Tabs>",
	    "\n**A b**\n\n\n\nc\n\n\n**d**\n\ne\n", 0 },
	{ "> <Card title=\"A*\" href=\"/b\">c</Card>",
	    "> **[A\\*](/b)**\n> \n> c", 0 },
	{ "<Abbr title=\"a\">b</Abbr> c <Abbr title=\"d\">e</Abbr>", "b c e",
	    0 },
	{ "<Layout title=\"A < B\">\na\n</Layout>", "\na\n", 0 },
	{ "a{\" \"}b{'c'} {d.e}", "a bc ", 1 },
	{ "<p className={a}>b</p> <>c</>", "\f<p>b</p> c\v", 0 },

	/* elements: without content, over several lines, with values */
	{ "a <ins /> <br/> <i/>b", "a <ins></ins> <br/> <i></i>b", 0 },
	{ "<iframe src=\"x\" allowFullScreen />\n\na",
	    "\f<iframe src=\"x\" allowFullScreen></iframe>\v\n\na", 0 },
	{ "<iframe src=\"a\"></iframe>\n---\n\n<iframe></iframe>\n*b*\n",
	    "\f<iframe src=\"a\"></iframe>\v\n\n---\n\n"
	    "\f<iframe></iframe>\v\n*b*\v\n", 0 },
	{ "<script src=\"/a.js\" />\n\n{a} </script>",
	    "\f<script src=\"/a.js\"></script>\v\n\n\f</script>\v", 1 },
	{ "<Code a={b} />\n\n</code>", "\n\n\f</code>\v", 1 },
	{ "<img\n  src=\"/a.png\"\n  width={10}\n  style={{a: 1}}\n"
	    "  alt=\"x\ny\"\n/>", "\f<img src=\"/a.png\" width=\"10\" "
	    "alt=\"x y\"/>\v", 0 },
	{ "<a\n  href=\"/x\"\n>\n  b\n</a>",
	    "\f<a href=\"/x\">\v\n  b\v\n\f</a>\v", 0 },
	{ "> <img\n>   src=\"a\"\n> />\n> b",
	    "> \f<img src=\"a\" />\v\n> b\v", 0 },
	{ "a <a href={'/b'} hidden={true} onClick={() => c}>d</a>",
	    "a <a href=\"/b\" hidden>d</a>", 0 },
	{ "a <img src={require('./y.png').default} />",
	    "a <img src=\"./y.png\" />", 0 },
	{ "a <img src={require('./y.png').src} />",
	    "a <img src=\"./y.png\" />", 0 },
	{ "a <img src={useBaseUrl('y.png')} alt={require(\"@site/static/z\")}"
	    " />", "a <img src=\"/blog/y.png\" alt=\"/blog/z\" />", 0 },
	{ "a <img src={b} alt={c} width={d} />", "a <img />", 2 },
	{ "a <https://e.org/{b}> <c@d.org> <e", "a <https://e.org/> "
	    "<c@d.org> <e", 1 },

	/* Markdown in elements */
	{ "<div>*b*</div>", "\f<div>*b*</div>\v", 0 },
	{ "<ul>\n  <li>*b*</li>\n</ul>\n\nc",
	    "\f<ul>\v\n  \f<li>*b*</li>\v\n\f</ul>\v\n\nc", 0 },
	{ "a\n<div>*b*</div>\nc",
	    "a\n\n\f<div>*b*</div>\v\nc\v", 0 },
	{ "<div>\n---\n</div>", "\f<div>\v\n\n---\n\f</div>\v", 0 },
	{ "- <td>*b*</td>\n- c", "- \f<td>*b*</td>\v\n- c", 0 },
	{ "<b>c</b> d", "<b>c</b> d", 0 },

	/* strings in braces */
	{ "a {'{'}b{'}'} {\"}\"} {'it\\'s'} don't {'c'} it's",
	    "a \\{b\\} \\} it's don't c it's", 0 },
	{ "a {\"\\u0001b\\ud800c\\uffff\"} {'\\t'}d", "a bc \td", 0 },
	{ "a {b ? <i>don't</i> : c} isn't {d}", "a  isn't ", 2 },
	{ "a\n\n{b.map(c => (\n\n  <i>{c}</i>\n\n))}\n\n{d}\n\n{e\n\nf",
	    "a\n\n\n\n\n\n{e\n\nf", 2 },
	{ "a {`b\n\nc`} {\"\\u2026\\x41\\u{42}\"} {42} {null}",
	    "a b  c \xe2\x80\xa6" "AB 42 ", 0 },
	{ "a {`b ${c}`} {'d' + 'e'}", "a  ", 2 },
	{ "<pre>{`\na {b}\n\n c < *d*`}</pre>",
	    "<pre>&#10;a &#123;b&#125;&#10;&#10; c &lt; &#42;d&#42;</pre>",
	    0 },
	{ "<style>{`a > b {}`}</style><code>{c}</code>",
	    "<style>a > b {}</style><code>{c}</code>", 0 },

	{ "```\n<pre a={3}>{'b'}</pre>\n```\n<pre a={3}>{'b'}</pre>",
	    "```\n<pre a={3}>{'b'}</pre>\n```\n<pre a=\"3\">b</pre>", 0 },

	/* fences, however deeply indented */
	{ "<A>\n    ```\n    {b}\n    ```\n    *{c}*\n</A>",
	    "\n    ```\n    {b}\n    ```\n    **\n", 1 },
	{ "\t{a}", "\t", 1 },
	{ "`{a}` `<A>`", "`{a}` `<A>`", 0 },
	{ "a < B {c", "a < B {c", 0 }
};

static const struct row in_docusaurus[] = {
	{ "![a](/b.png) [c](</d e> \"f\")\n\n[g]: /h",
	    "![a](/blog/b.png) [c](</blog/d e> \"f\")\n\n[g]: /blog/h", 0 },
	{ "[a](pathname:///b) [c](@site/static/d)", "[a](/blog/b) [c](/blog/d)",
	    0 },
	{ "[a](/blog/b) [c](//d.example/) [e](./f) [g]: /h <img src=\"/i\"/>",
	    "[a](/blog/b) [c](//d.example/) [e](./f) [g]: /h "
	    "<img src=\"/i\"/>", 0 },
	{ "```\n// highlight-next-line\na\n  /* highlight-start */\n"
	    "# highlight-end\n<!-- highlight-end -->\n// highlight\n```",
	    "```\na\n// highlight\n```", 0 },
	{ "````mdx-code-block\n<A>\n\n```js\nb\n```\n\n</A>\n````\n\n"
	    "```mdx-code-block\nimport C from 'c';\n```\nd\n```\n<e>\n```",
	    "\n\n\n```js\nb\n```\n\n\n\n\n\n\n\nd\n```\n<e>\n```", 0 },
	{ "````md\n```mdx-code-block\n<A>\n```\n````",
	    "````md\n```mdx-code-block\n<A>\n```\n````", 0 },
	{ "`[a](/b)` \\[c\\](/d)", "`[a](/b)` \\[c\\](/d)", 0 },
	{ ":::tip\n\n<div>a</div>\n\n:::\n\nb\n",
	    "<blockquote>\n\n**Tip**\n\n\n\n\f<div>a</div>\v\n\n"
	    "</blockquote>\n\n\n\nb\n", 0 },
	{ ":::tip A `{ b }` ${c} {#d .e}\nf\n:::",
	    "<blockquote>\n\n**A `{ b }` ${c}**\n\n\nf\n</blockquote>\n\n\n",
	    0 },
	{ ":::tip A {{ b }} `c`\nd\n:::",
	    "<blockquote>\n\n**A**\n\n\nd\n</blockquote>\n\n\n", 0 },
	{ ":::tip A `b`\nc\n:::",
	    "<blockquote>\n\n**A `b`**\n\n\nc\n</blockquote>\n\n\n", 0 }
};

static const struct row in_jekyll[] = {
	{ "{% figure src=\"/a.png\" caption=\"<a href=\\\"/b\\\">c</a> d\" %}",
	    "<figure><img src=\"/blog/a.png\" alt=\"\"><figcaption>\n\n"
	    "<a href=\"/b\">c</a> d\n\n</figcaption></figure>", 0 },
	{ "{% include aligner.html images=\"a/b c.png, /d.jpg\" column=2 %}",
	    "![](/blog/a/b%20c.png)\n![](/blog/d.jpg)", 0 },
	{ "{% include a/gallery.html\n\tcolumns = 2\n"
	    "\timages = \"/a.png,\n/b.png,\"\n%}",
	    "![](/blog/a.png)\n![](/blog/b.png)", 0 },
	{ "{% include aligner.html images=\"a/b.png\" caption=\"C\" %}",
	    "![](/blog/a/b.png)<br>C", 0 },
	{ "{% capture a %}{% raw %}b {{ c }}{% endraw %}\n  d{% endcapture %}"
	    "{% include code.html code=a lang=\"sh\" %}",
	    "```sh\nb {{ c }}\n  d\n```", 0 },
	{ "{% include codeblock.html code=\"a \\\"b\\\" <c>\" title=\"d\" %}",
	    "**d**\n\n```\na \"b\" <c>\n```", 0 },
	{ "{% include code-header.html %}\n```c\n```", "\n```c\n```", 0 },
	{ "{% include codeHeader.html file: \"a.c\" %}\n```c\n```",
	    "**a.c**\n\n\n```c\n```", 0 },
	{ "{% include code.html code=b %} {% include flag.html code=\"de\" %}",
	    "", 2 },
	{ "{% include figure image_path=\"/a.png\" alt='b\\'s' %}",
	    "![b's](/blog/a.png)", 0 },
	{ "<pre>\n{% highlight c %}\na<b;\n{% endhighlight %}\n</pre>\nd",
	    "<pre><code class=\"language-c\">a&lt;b;\n</code></pre>\nd", 0 },
	{ "a <pre>{% highlight %}b{% endhighlight %}</pre> d",
	    "a \n```\nb\n```\n d", 0 },
	{ "<pre>{% highlight c %}b{% endhighlight %} d</pre>",
	    "<pre>{% highlight c %}b{% endhighlight %} d</pre>", 0 },
	/* includes write their arguments as HTML or Markdown */
	{ "{% include figure.html src=\"/a.png\" caption=\"By <a href='b'>c"
	    "</a> &amp; d\" %}", "<figure><img src=\"/blog/a.png\" alt=\"\">"
	    "<figcaption>\n\nBy <a href='b'>c</a> &amp; d\n\n</figcaption>"
	    "</figure>", 0 },
	{ "<div>\n{% include img.html url=\"/a.png\" caption=\"<i>b</i> c\" %}"
	    "\n</div>", "<div>\n<figure><img src=\"/blog/a.png\" alt=\"\">"
	    "<figcaption><i>b</i> c</figcaption></figure>\n</div>", 0 },
	/* the gallery of HPSTR */
	{ "{% capture a %}\n\t/b.png\n\t{{ site.url }}/c.png\n"
	    "{% endcapture %}\n{% include gallery images=a "
	    "caption=\"*d*\" cols=2 %}", "\n"
	    "![](/blog/b.png)\n![](https://e.example/c.png)<br>*d*", 0 },
	{ "{% capture a %}{% raw %}{{% endraw %} /b.png {% endcapture %}"
	    "{% include gallery images=a %} {% include gallery images=a %}",
	    "![](/blog/b.png) ![](/blog/b.png)", 0 },
	{ "{% capture a %} /b.png {% endcapture %}{% include gallery images=a "
	    "caption=\" \" %} {% include gallery images=d %}",
	    "![](/blog/b.png) ", 1 },
	{ "{% if '' %}a{% else %}b{% endif %}{% if '0' %}c{% endif %}", "ac",
	    0 },
	{ "`{% raw %}{{ a.b }}{% endraw %}` {{ c.d }}", "`{{ a.b }}` ", 1 },
	{ "`{{ \"{% if a \" }}%}` `{{'{{ b'}}}}` `{{ \"c }}` "
	    "`{{ \"d\" | e }}`", "`{% if a %}` `{{ b}}` `{{ \"c }}` "
	    "`{{ \"d\" | e }}`", 0 },
	{ "{% highlight a %}\n{{ \"{% raw \" }}%}\n{% raw %}{{ \"b\" }}"
	    "{% endraw %}\n{% endhighlight %}",
	    "```a\n{% raw %}\n{{ \"b\" }}\n```", 0 },
	{ "```\n{% raw %}\n{{ a }}\n{% endraw %}\n{{ b }}\n```",
	    "```\n\n{{ a }}\n\n{{ b }}\n```", 0 },
	{ "`{% raw %}{% raw %}{% endraw %}`", "`{% raw %}`", 0 },
	{ "```\n{% raw\n%}\n{{ a }}\n{% endraw\n%} b\n{{ c }}\n```\n{% x %}",
	    "```\n\n{{ a }}\n b\n{{ c }}\n```\n", 1 },
	{ "```\n{% raw\n%}a{% endraw %}b\n```", "```\nab\n```", 0 },
	{ "`{% raw %}` a", "`{% raw %}` a", 0 },
	{ "`{% endraw %}` `{% include %}`", "`{% endraw %}` `{% include %}`",
	    0 }
};

/* HTML continues across blank lines, and contains Markdown if marked so. */
static const struct row in_kramdown[] = {
	{ "{% capture a %}\n* c\n{% endcapture %}\n<div>{{ a | markdownify }}"
	    "</div>", "\n<div><div markdown=\"1\">\n\n\n* c\n\n\n</div></div>",
	    0 },
	{ "{% include figure image_path=\"/a.png\" alt=\"b\" "
	    "caption=\"[c](d)\" %}", "<figure><img src=\"/blog/a.png\" "
	    "alt=\"b\"><figcaption markdown=\"block\">\n\n[c](d)\n\n"
	    "</figcaption></figure>", 0 },
	{ "{% include gallery caption=\"*c*\" %}\n{% include gallery id=x %}",
	    "<a href=\"/blog/b.png\"><img src=\"/blog/a.png\" alt=\"A\" "
	    "title=\"T\"></a>\n"
	    "<img src=\"https://c.example/d.png\" alt=\"\"><br>*c*\n", 1 },
	{ "<div>\n\n{% youtube a_b %}\n</div>",
	    "<div>\n\n<a href=\"https://www.youtube.com/watch?v=a_b\">"
	    "https://www.youtube.com/watch?v=a&#95;b</a>\n</div>", 0 },
	{ "{% link A https://b.example/?c&d %}",
	    "<a href=\"https://b.example/?c&amp;d\">A</a>", 0 },
	{ "{% quote A %}\n*b*\n{% endquote %}",
	    "<blockquote markdown=\"1\">\n\n\n*b*\n"
	    "<footer>\xe2\x80\x94 A</footer></blockquote>\n\n", 0 },
	{ "<div>\n{% quote %}\nb\n{% endquote %}\n</div>",
	    "<div>\n<blockquote>\nb\n</blockquote>\n</div>", 0 },
	{ "{% details A %}b{% enddetails %}",
	    "<details markdown=\"1\"><summary>A</summary>\n\nb\n"
	    "</details>\n\n", 0 },
	{ "<div>\n\n{% img /a.png B %}\n\n</div>", "<div>\n\n"
	    "<img src=\"/blog/a.png\" alt=\"B\" title=\"B\">\n\n</div>", 0 }
};

static const struct {
	enum template_policy policy;
	const char	*source, *want;
} policies[] = {
	{ TEMPLATE_DROP, "a {% b c %} {{ d.e }} {{<f>}}", "a   " },
	{ TEMPLATE_KEEP, "a {% b c %} {{ d.e }} {{<f>}}",
	    "a {% b c %} {{ d.e }} {{&lt;f>}}" },
	{ TEMPLATE_TEXT, "a {% b c %} {{ d.e }} {{<f>}}",
	    "a &#91;b c&#93; &#91;d.e&#93; &#91;f&#93;" },
	{ TEMPLATE_KEEP, "{% note %}a{% endnote %}{{ site.title }}", "aS" }
};

static void
test_table(const struct row *rows, size_t count,
    const struct template_host *host, const char *name)
{
	struct template_report report;
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < count; i++) {
		report = (struct template_report){ .count = 0 };
		buf_clear(&got);
		template_expand(&got, rows[i].source, strlen(rows[i].source),
		    host, &report);
		buf_puts(&got, "");
		/* A body that changes must have been recognized as such. */
		if (!tap_ok(strcmp(got.bytes, rows[i].want) == 0 &&
		    report.count == rows[i].left &&
		    (strcmp(rows[i].source, rows[i].want) == 0 ||
		    template_may_be_in(rows[i].source,
		    strlen(rows[i].source), host)), "%s %zu", name, i))
			printf("# %s\n# got (%zu):\n%s\n# want (%zu):\n%s\n",
			    rows[i].source, report.count, got.bytes,
			    rows[i].left, rows[i].want);
		buf_release(&report.names);
	}
	buf_release(&got);
}

static void
test_policies(void)
{
	struct template_report report;
	struct template_host host = markdown;
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < COUNT(policies); i++) {
		report = (struct template_report){ .count = 0 };
		host.policy = policies[i].policy;
		buf_clear(&got);
		template_expand(&got, policies[i].source,
		    strlen(policies[i].source), &host, &report);
		buf_puts(&got, "");
		tap_string(got.bytes, policies[i].want, "policy");
		buf_release(&report.names);
	}
	buf_release(&got);
}

static void
test_report(void)
{
	static const struct {
		const char	*source, *names;
		size_t		 count, offset;
	} rows[] = {
		{ "ab {% c %} {{ d.e }} {% c %}", "c, d.e", 3, 3 },
		{ "{% capture a %}b {% c %}{% endcapture %}", "c", 1, 17 },
		{ "{% a %} {% capture b %}{% c %}{% endcapture %}", "a, c", 2,
		    0 }
	};
	struct template_report report;
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		report = (struct template_report){ .count = 0 };
		template_expand(&got, rows[i].source, strlen(rows[i].source),
		    &markdown, &report);
		tap_ok(report.count == rows[i].count &&
		    report.offset == rows[i].offset, "count and place %zu", i);
		tap_string(report.names.bytes, rows[i].names,
		    "names, each once");
		buf_release(&report.names);
	}
	buf_release(&got);
}

/* [[ ]] with the name of a post or a file, for any site. */
static const struct row wiki[] = {
	{ "[[rain.md]]", "[rain.md](https://e.example/blog/rain/)", 0 },
	{ "[[rain.md#Gauge|a *b*]]", "[a \\*b\\*]"
	    "(https://e.example/blog/rain/)", 0 },
	{ "|[[rain.md\\|a]]|", "|[a](https://e.example/blog/rain/)|", 0 },
	{ "![[a b.png]] ![[a b.png|300x20]] ![[a b.png|alt]]",
	    "![](a%20b.png) ![](a%20b.png) ![alt](a%20b.png)", 0 },
	{ "![[a b.png|c|30]] ![[a b.png|center|30x20]] ![[a b.png|left]]",
	    "![c](a%20b.png) ![](a%20b.png) ![](a%20b.png)", 0 },
	{ "![[a.pdf]]", "[a.pdf](a.pdf)", 0 },
	{ "![[rain.md]]", "[rain.md](https://e.example/blog/rain/)", 0 },
	{ "a ![[gone.png]] b", "a  b", 1 },
	{ "[[gone]] [[#a]] [[ -f x ]] [[nodiscard]]",
	    "[[gone]] [[#a]] [[ -f x ]] [[nodiscard]]", 0 },
	{ "[[rain.md]](a) [[rain.md]][b] [[rain.md]]]",
	    "[[rain.md]](a) [[rain.md]][b] [[rain.md]]]", 0 },
	{ "`[[rain.md]]` \\[[rain.md]] [[rain\n.md]]",
	    "`[[rain.md]]` \\[[rain.md]] [[rain\n.md]]", 0 },
	{ "%%a%% ==b== c ^d", "%%a%% ==b== c ^d", 0 }
};

static const struct row in_obsidian[] = {
	{ "[[gone]] [[gone#a]] [[#b]] [[gone|*c*]]",
	    "gone gone \\> a b \\*c\\*", 0 },
	{ "a %%b%% c\n%%\nd\n\ne\n%%\nf", "a  c\n\nf", 0 },
	{ "a %% b", "a %% b", 0 },
	{ "`%%a%%` 100% %", "`%%a%%` 100% %", 0 },
	{ "a===>b===>c", "a===>b===>c", 0 },
	{ "==a *b*== == c == ===\n==d\n==", "<mark>a *b*</mark> == c == "
	    "===\n==d\n==", 0 },
	{ "==a `b== c`", "==a `b== c`", 0 },
	{ "==a == b", "==a == b", 0 },
	{ "Title\n====\n", "Title\n====\n", 0 },
	{ "a ^b-1\n^c\nx^2 ^d e", "a \n\nx^2 ^d e", 0 },
	{ "a x^2\nb", "a x^2\nb", 0 },
	{ "- a\n  id:: b\n\t- c\n\t  collapsed:: true\n- id:: d\n  # e\n"
	    "  heading:: true\n", "- a\n\t- c\n- \n  # e\n", 0 },
	{ "a:: b\nid::c\n\n```\nid:: d\n```", "a:: b\nid::c\n\n```\n"
	    "id:: d\n```", 0 },
	{ "![a](b){:height 30, :width 40} ![c](d){:width 9} {:width 9}",
	    "![a](b) ![c](d) {:width 9}", 0 }
};

static void
test_obsidian(void)
{
	struct template_host host = markdown;

	host.find_file = find_file;
	test_table(wiki, COUNT(wiki), &host, "brackets");
	host.dialects |= TEMPLATE_WIKI;
	test_table(in_obsidian, COUNT(in_obsidian), &host, "Obsidian");
}

static const struct row in_quarto[] = {
	{ "H~2~O, 10^*n*^ and ~~a~~ ~b c~ $d^2^$ `e~f~` https://g/~h~",
	    "H<sub>2</sub>O, 10<sup>*n*</sup> and ~~a~~ ~b c~ $d^2^$ `e~f~` "
	    "https://g/~h~", 0 },
	{ "a^b ^^c^^ ~", "a^b ^^c^^ ~", 0 },
	{ "~[10](https://a/~b/) [c^d](e^f) [g](https://h/i~j~k) ~<https://l"
	    "/~m>",
	    "~[10](https://a/~b/) [c^d](e^f) [g](https://h/i~j~k) ~<https://l"
	    "/~m>", 0 },
	{ "<https://a/b~c~d> <a href=\"/e~f~g\">h~i~</a> https://j/k^l^m\n\n"
	    "[n]: https://o/p~q~r",
	    "<https://a/b~c~d> <a href=\"/e~f~g\">h<sub>i</sub></a> "
	    "https://j/k^l^m\n\n[n]: https://o/p~q~r", 0 },
	{ "[a](b)^2^ [c~d~](e) [^f^](g) ^h]^ [i^j][k^l]",
	    "[a](b)<sup>2</sup> [c<sub>d</sub>](e) [<sup>f</sup>](g) "
	    "<sup>h]</sup> [i^j][k^l]", 0 },
	{ "a^*b^* ^*^ c~d**e~f** ^*,g^ `h` i^`j^k` l^ ^_^",
	    "a^*b^* ^*^ c~d**e~f** ^*,g^ `h` i^`j^k` l^ ^_^", 0 },
	{ "a^$b^2$ c~d\\~ e~f\\~g~ h^\\^ i^$j$^ k^l\\",
	    "a^$b^2$ c~d\\~ e<sub>f\\~g</sub> h^\\^ i<sup>$j$</sup> k^l\\", 0 },
	{ "^*a*^ ^**b**,*c*^ ^d_e^ ^\\*^ ^_f_^ ^`g`^ ^h/i^",
	    "<sup>*a*</sup> <sup>**b**,*c*</sup> <sup>d_e</sup> "
	    "<sup>\\*</sup> <sup>_f_</sup> <sup>`g`</sup> <sup>h/i</sup>", 0 },
	{ "## A {-}\n\nb {-}", "## A \n\nb {-}", 0 },
	{ "::: {.hidden}\n    :::\na\n:::\nb", "\nb", 0 },
	{ "```{r}\n#| label: a\n#| echo: true\nb\n#| c\n```",
	    "```{r}\nb\n#| c\n```", 0 },
	{ "::: {.hidden}\na\n:::\n\n::: {.hidden-print}\nb\n:::",
	    "\n\n\nb\n\n", 0 },
	{ "```{r a, include=FALSE}\nb\n```\nc",
	    "c", 0 },
	{ "a\n```{r, echo = F}\nb\n```\nc",
	    "a\n\nc", 0 },
	{ "```{python}\n#| echo: false\na\n\nb\n```\n",
	    "", 0 },
	{ "```{ojs}\n//| echo: fenced\na\n```",
	    "```{ojs}\na\n```", 0 },
	{ "```{r}\n#| include: false\na",
	    "", 0 },
	{ "1.  a\n\n    ```{r}\n    #| echo: false\n    b\n    ```\n\n"
	    "    c",
	    "1.  a\n\n    c", 0 },
	{ "- 1. ```{r}\n     #| label: a\n     b\n     ```\n- ```r\n  c\n  ```",
	    "- 1. ```{r}\n     b\n     ```\n- ```r\n  c\n  ```", 0 },
	{ "a\n```{r, echo=F}\n```\n\n\nb",
	    "a\n\nb", 0 },
	{ "> a\n> ```{r echo=FALSE}\n> b\n> ```\n> c",
	    "> a\n> \n> c", 0 },
	{ "````\n```{r}\n#| echo: false\n```\n````",
	    "````\n```{r}\n#| echo: false\n```\n````", 0 },
	{ "```{.r filename=\"a\"}\n#| b\n```\n\n```r\n#| c\n```",
	    "```{.r filename=\"a\"}\n#| b\n```\n\n```r\n#| c\n```", 0 },
	{ "```{r, no.echo=FALSE, my-echo=FALSE, fig.echo=FALSE}\na\n```",
	    "```{r, no.echo=FALSE, my-echo=FALSE, fig.echo=FALSE}\na\n``"
	    "`", 0 },
	{ "```{=html}\n<b>a</b>\n\n{{< c >}}\n```\nd",
	    "<div>\n<b>a</b>\n{{< c >}}\n</div>\n\nd", 0 },
	{ "- ```{=html}\n  <b>a</b>\n  ```\n- b",
	    "- <div>\n  <b>a</b>\n  </div>\n  \n- b", 0 },
	{ "> ```{=html}\n> a\n> ```\n> b",
	    "> <div>\n> a\n> </div>\n> \n> b", 0 },
	{ "`{r} a` `r b` `{{r}} c` `` `{{{r}}} d` `` `{{<< e >}}` `{{}}` "
	    "`{{f}`",
	    "`{r} a` `r b` `{r} c` `` `{{r}} d` `` `{{<< e >}}` `{{}}` "
	    "`{{f}`", 0 },
	{ "`r a` ``{r} b`` `{r} c`\n\n```{r}\n```",
	    "`a` ``{r} b`` `c`\n\n```{r}\n```", 0 },
	{ "1. ```{{r}}\n   a\n   ```\n\n````\n```{{{python}}}\n```\n````",
	    "1. ````markdown\n   ```{r}\n   a\n   ```\n   ````\n\n````\n"
	    "```{{python}}\n```\n````", 0 },
	{ "```{=html}\n<i>a",
	    "<div>\n<i>a\n</div>\n\n", 0 },
	{ "a\n\n```{=latex}\n\\b\n```\nc",
	    "a\n\nc", 0 },
	{ "::: {.callout-note}\na\n:::",
	    "<blockquote>\n\n**Note**\n\n\na\n</blockquote>\n\n\n", 0 },
	{ "::: {.callout-tip title=\"A *b*\" collapse=true}\nc\n:::",
	    "<blockquote>\n\n**A *b***\n\n\nc\n</blockquote>\n\n\n", 0 },
	{ ":::{#d .callout-important icon=false}\n\n## A *b* {#c .e}\n\nf\n::"
	    ":",
	    "<blockquote>\n\n**A *b***\n\n\n\nf\n</blockquote>\n\n\n", 0 },
	{ "::: callout-caution\n#hash\n:::\nb",
	    "<blockquote>\n\n**Caution**\n\n\n#hash\n</blockquote>\n\n\n"
	    "b", 0 },
	{ "> ::: {.callout-warning title=A}\n> b\n> :::",
	    "> <blockquote>\n> \n> **A**\n> \n> \n> b\n> </blockquote>\n> \n>"
	    " \n", 0 },
	{ ":::: {.columns}\n::: {.column width=\"50%\"}\na\n:::\n::: {.column"
	    "}\nb\n:::\n::::",
	    "\n\na\n\n\nb\n\n\n", 0 },
	{ "::: {#a .b}\nc\n:::",
	    "\nc\n\n", 0 },
	{ "::: {.content-visible when-format=\"pdf\"}\na\n\n```\n:::\n```\n\n"
	    "::: {.b}\nc\n:::\n:::\n\nd",
	    "\n\nd", 0 },
	{ "::: {.content-visible when-format=\"html\"}\na\n:::",
	    "\na\n\n", 0 },
	{ "::: {.content-hidden unless-format=\"html\"}\na\n:::\n::: {.conten"
	    "t-hidden}\nb\n:::\n::: {.content-visible unless-format=\"html\"}"
	    "\nc\n:::\n::: {.hidden}\nd\n:::\n",
	    "\na\n\n\n\n\n", 0 },
	{ "- a\n\n    ::: {.hidden}\n    ~~~\n    :::\n    ~~~\n    b\n    "
	    ":::\n    c",
	    "- a\n\n    \n    c", 0 },
	{ "::: {#a fig-cap=\"" WORDS WORDS WORDS WORDS "\"}\nb\n:::",
	    "\nb\n\n", 0 },
	{ "::: {.hidden}\na\n::: {.hidden}\nb\n:::",
	    "\na\n\nb\n\n", 0 },
	{ "::: 5\na\n:::",
	    "::: 5\na\n:::", 0 },
	{ "a^[b *c* [d](e)] f",
	    "a[^aside-1] f\n\n[^aside-1]: b *c* [d](e)\n", 0 },
	{ "a^[b\nc] d^[e] and [^1]\n\n[^1]: f",
	    "a[^aside-1] d[^aside-2] and [^1]\n\n[^1]: f\n\n[^aside-1]: b "
	    "c\n\n[^aside-2]: e\n", 0 },
	{ "a^[b\n\nc] d",
	    "a^[b\n\nc] d", 0 },
	{ "a^[b ^[c] d] e",
	    "a[^aside-1] e\n\n[^aside-1]: b ^[c] d\n", 0 },
	{ "> a^[b\n> c] d",
	    "> a[^aside-1] d\n\n[^aside-1]: b c\n", 0 },
	{ "a^[b",
	    "a^[b", 0 },
	{ "$a^[b]$ and `c^[d]` and e^[f]",
	    "$a^[b]$ and `c^[d]` and e[^aside-1]\n\n[^aside-1]: f\n", 0 },
	{ "[a *b*]{.c} [d]{.e #f g=\"h\"} [i](j){.k l=50%} [m]{n o} [p] {.q}",
	    "a *b* d [i](j) [m]{n o} [p] ", 0 },
	{ "[a]{style=\"b: c\"} `d`{e=\"f\"}", "a `d`", 0 },
	{ "[a [b]{.c} d]{.e}",
	    "a b d", 0 },
	{ "^[[a]{.b} c]",
	    "[^aside-1]\n\n[^aside-1]: a c\n", 0 },
	{ "[a\nb]{.c}",
	    "a\nb", 0 },
	{ "[a\n\nb]{.c}",
	    "[a\n\nb]", 0 },
	{ "![a](b.png){width=50% fig-align=\"center\" #c}",
	    "![a](b.png)", 0 },
	{ "a {{< pagebreak >}}{{< kbd Ctrl-C >}} {{< meta mood >}} {{< includ"
	    "e _a.qmd >}}",
	    "a <kbd>Ctrl-C</kbd> wet &amp; cold ", 1 },
	{ "`{} a` `{r} b` ``r c`` `r` `{r}d`",
	    "`{} a` `{r} b` ``r c`` `r` `{r}d`", 0 },
	{ "<div>\nc^[d]\n</div>", "<div>\nc^[d]\n</div>", 0 },
	{ "::: {.callout-note}\n####### a\n:::",
	    "<blockquote>\n\n**Note**\n\n\n####### a\n</blockquote>\n\n"
	    "\n", 0 },
	{ "::: {.callout-note}\n\n\n###### a\nb\n:::",
	    "<blockquote>\n\n**a**\n\n\nb\n</blockquote>\n\n\n", 0 },
	{ "::: {.callout-note}\n#\n:::",
	    "<blockquote>\n\n**Note**\n\n\n#\n</blockquote>\n\n\n", 0 },
	{ "::: {.callout-note titles=a subtitle=b}\nc\n:::",
	    "<blockquote>\n\n**Note**\n\n\nc\n</blockquote>\n\n\n", 0 },
	{ "::: {.callout-note title='a b' c=\"d\"}\ne\n:::",
	    "<blockquote>\n\n**a b**\n\n\ne\n</blockquote>\n\n\n", 0 },
	{ "::: {.callout-note title=\"a}\nb\n:::",
	    "<blockquote>\n\n**Note**\n\n\nb\n</blockquote>\n\n\n", 0 },
	{ "::: {.hidden-a .content-visibles}\nb\n:::", "\nb\n\n", 0 },
	{ "::: {.content-hidden when-format=\"html\"}\na\n:::\nb", "\nb", 0 },
	{ "::: {.content-hidden when-format=\"pdf\"}\na\n:::\nb",
	    "\na\n\nb", 0 },
	{ "> ::: {.hidden}\n> a\n> :::\n> b", "> \n> b", 0 },
	{ "```{sql}\n--| echo: false\na\n```\n```{mermaid}\n%%| label: b\nc\n"
	    "```\n```{r}\n#|label: d\n# | e\n#| f\n```",
	    "```{mermaid}\nc\n```\n```{r}\n# | e\n#| f\n```", 0 },
	{ "```{r, echo=F, a=TRUE}\nb\n```\n```{r, echo=Fun}\nc\n```\n```{r ec"
	    "ho = TRUE}\nd\n```\n```{r}\n#| echo: F\ne\n```",
	    "```{r, echo=Fun}\nc\n```\n```{r echo = TRUE}\nd\n```\n\n", 0 },
	{ "```{r}\n#| include: false\n#| include: true\na\n```",
	    "```{r}\na\n```", 0 },
	{ "```{r}\n#| includes: false\na\n```", "```{r}\na\n```", 0 },
	{ "~~~{r}\n#| label: a\nb\n~~~", "~~~{r}\nb\n~~~", 0 },
	{ "> ```{=html}\n> <b>a</b>\n>\n> c\n> ```\n> d",
	    "> <div>\n> <b>a</b>\n> c\n> </div>\n> \n> d", 0 },
	{ "a\n> ```{=html}\n> b\n\nc",
	    "a\n> <div>\n> b\n> </div>\n> \nc", 0 },
	{ "1. a\n\n\t```{=html}\n\tb\n\t```\n2. c",
	    "1. a\n\n\t<div>\n\tb\n\t</div>\n\t\n2. c", 0 },
	{ "- ```{=html5}\n  a\n  ```\n  b",
	    "- <div>\n  a\n  </div>\n  \n  b", 0 },
	{ "```{r}\n#| a\n\n#| b\n```", "```{r}\n\n#| b\n```", 0 },
	{ "# a^[b]\n\n```\nc",
	    "# a[^aside-1]\n\n```\nc\n```\n\n[^aside-1]: b\n", 0 },
	{ "[c]{.d", "[c]{.d", 0 },
	{ "[a]{.b}[c]{.d}", "ac", 0 },
	{ "[a] ^[b]c]^[d]",
	    "[a] [^aside-1]c][^aside-2]\n\n[^aside-1]: b\n\n[^aside-"
	    "2]: d\n", 0 },
	{ "{{ a }} {% b %}",
	    "{{ a }} {% b %}", 0 }
};

/* Cells that Quarto would run to show their output. */
static void
test_cells(void)
{
	static const struct {
		const char *source;
		size_t	 count, offset;
	} rows[] = {
		{ "```{r}\na\n```\n```{python}\n#| eval: true\nb\n```",
		    2, 3 },
		{ "a\n```{r, eval=FALSE}\nb\n```\n", 0, 0 },
		{ "```{r}\n#| eval: false\nb\n```\n", 0, 0 },
		{ "```{r}\n#| include: false\nb\n```\n", 0, 0 },
		{ "```{r}\n#| echo: false\nb\n```\n", 1, 3 },
		{ "```{r, eval=FALSE}\n#| eval: true\nb\n```\n", 1, 3 },
		{ "``` {.r}\nb\n```\n```{{r}}\nc\n```\n", 0, 0 },
		{ "```{=html}\nb\n```\n    ```{r}\n", 0, 0 },
		{ "a `r b` and `{r} c` but `r` `{d}` `{e}f` ` r g` ``{r} "
		    "h``\n\n```{r}\n#| include: false\n```", 2, 2 },
		{ "a `r b` and `{python} c`\n\n``` {python}\nd\n```", 2,
		    12 },
		{ "a `r b` and `{python} c`\n\n```r\nd\n```\n{r}", 0, 0 }
	};
	struct template_host host = markdown;
	struct template_report report;
	struct buf got = { 0 };
	size_t i;

	host.dialects = TEMPLATE_QMD;
	for (i = 0; i < COUNT(rows); i++) {
		report = (struct template_report){ .count = 0 };
		template_expand(&got, rows[i].source, strlen(rows[i].source),
		    &host, &report);
		tap_ok(report.cells == rows[i].count &&
		    report.cell_offset == rows[i].offset, "cells %zu", i);
		buf_release(&report.names);
	}
	buf_release(&got);
}

/* Tags of dialects that a site does not use are text. */
static const struct row in_hugo[] = {
	{ "{{< tweet ada 123 >}}", "[https://twitter.com/ada/status/123]"
	    "(https://twitter.com/ada/status/123)", 0 },
	{ "## a\n{style=\"color: red\" id=\"b\"}\nc", "## a\n\nc", 0 },
	{ "a\n{class=\"b\"} c", "a\n{class=\"b\"} c", 0 },
	{ "{a=\"b\",c=1}\n{d=2}", "{a=\"b\",c=1}\n{d=2}", 0 },
	{ "[a]({{< ref \"x\" >}} \"b c\") [d]({{< ref \"x\" >}})",
	    "[a](<> \"b c\") [d]()", 2 },
	/* names with folders */
	{ "<img src=\"{{< blogdown/postref >}}a/b.png\">",
	    "<img src=\"a/b.png\">", 0 },
	{ "{{< bs/c >}}a{{< /bs/c >}} {{< bs/img src=\"/b.png\" />}}"
	    " {{% d/e/f %}}{{< toc/>}}", "a ![](/blog/b.png) ", 1 },
	{ "{{</* a */>}} {{%/* b */%}} {{/* c */}}",
	    "{{< a >}} {{% b %}} {{/* c */}}", 0 },
	{ "`{{</* a */>}}` `{{< b >}}`", "`{{< a >}}` `{{< b >}}`", 0 },
	{ "```\n{{%/* a \"b\" */%}}\n{{</* c {{</* d */>}}\n```",
	    "```\n{{% a \"b\" %}}\n{{</* c {{< d >}}\n```", 0 },
	{ "`{{</* a` */>}}", "`{{</* a` */>}}", 0 },
	{ "a {{< zzz >}} {{ b.c }}", "a  {{ b.c }}", 1 },
	{ "{{< a >}}\n  {{< b >}}\n    {{< c >}}\n    {{< youtube d >}}\n"
	    "  {{< /b >}}\n{{< /a >}}\n", "\n\n\n"
	    "[https://www.youtube.com/watch?v=d]"
	    "(https://www.youtube.com/watch?v=d)\n\n\n", 1 },
	{ "a\n\n    b {{< c >}}\n    {{</* d */>}}\n    {{ e }}\n",
	    "a\n\n    b {{< c >}}\n    {{< d >}}\n    {{ e }}\n", 0 },
	{ "{{< tab header=\"A\" lang=\"c\" >}}\n*b*\n{{< /tab >}}\n"
	    "{{< tab header=\"C\" text=true lang=\"d\" >}}\n*e*\n"
	    "{{< /tab >}}", "**A**\n\n```c\n*b*\n```\n\n**C**\n\n\n*e*\n", 0 }
};

static void
test_dialects(void)
{
	static const char source[] = "{% a %} {{ b.c }} {{< d >}} *e*{: .f}";
	struct template_report report = { .count = 0 };
	struct template_host host = markdown;
	struct buf got = { 0 };

	host.dialects = TEMPLATE_HUGO;
	template_expand(&got, source, sizeof source - 1, &host, &report);
	buf_puts(&got, "");
	tap_string(got.bytes, "{% a %} {{ b.c }}  *e*{: .f}",
	    "Hugo's shortcodes only");
	buf_release(&report.names);
	buf_release(&got);
}

static const char *
find_nothing(void *context, const char *address)
{
	(void)context;
	(void)address;
	return NULL;
}

/* Reported names; URLs may contain the separator of names. */
static void
test_names(void)
{
	static const struct {
		const char *source, *want;
	} rows[] = {
		{ "{% a %} {% b %} {% a %} {% ab %}", "a, b, ab" },
		{ "(@/a,)", "@/a," },
		{ "(@/a,) (@/b) (@/a,) <@/c, d> <@/c, d>",
		    "@/a,, @/b, @/c, d" },
		{ "{% a %} {% b %} {% c %} {% d %} {% e %} {% f %}",
		    "a, b, c, d, e" }
	};
	struct template_report report;
	struct template_host host = markdown;
	struct buf got = { 0 };
	size_t i;

	host.find_address = find_nothing;
	for (i = 0; i < COUNT(rows); i++) {
		report = (struct template_report){ .count = 0 };
		template_expand(&got, rows[i].source, strlen(rows[i].source),
		    &host, &report);
		tap_string(report.names.bytes, rows[i].want, rows[i].source);
		buf_release(&report.names);
	}
	buf_release(&got);
}

static bool
may_be_in(const char *source, unsigned dialects, bool is_html)
{
	const struct template_host host = { .dialects = dialects,
	    .is_html = is_html };

	return template_may_be_in(source, strlen(source), &host);
}

/* Only in Markdown. */
static const char lines[] = "::: note\na\n:::\n*[b]: c";

/* Only for one generator. */
static const struct {
	const char	*text;
	unsigned	 dialect;
} of_one[] = {
	{ "[a](link://slug/b)", TEMPLATE_NIKOLA },
	{ "a\n===\nb", TEMPLATE_GRAV },
	{ "! a", TEMPLATE_GRAV },
	{ "a\n! b", TEMPLATE_GRAV },
	{ "--8<-- \"a\"", TEMPLATE_ADMONITIONS },
	{ "!!! note", TEMPLATE_ADMONITIONS },
	{ "|filename|a.md", TEMPLATE_PELICAN },
	{ "@@a\nb\n@@", TEMPLATE_FRANKLIN },
	{ "==a==", TEMPLATE_WIKI },
	{ "<<< a", TEMPLATE_VUE },
	{ "@[code{1}](a)", TEMPLATE_VUE },
	{ "<style>\n", TEMPLATE_VUE },
	{ "<script>\n", TEMPLATE_VUE }
};

static void
test_presence(void)
{
	static const char *const with[] = {
		"{% a", "{{ a", "a\n{: .b}", "# a {#b}", "a ::: b", "{.b}",
		"[a](@/b)", "a\n *[b]: c",
		"{/*", "import a from 'b'"
	};
	static const char *const without[] = {
		"", "a", "{", "{ a }", "a: b :: c", "[a](b)", "a@b.example",
		"import a", "[a]: b", "*a [b]: c"
	};
	size_t i;

	for (i = 0; i < COUNT(with); i++)
		tap_ok(may_be_in(with[i], TEMPLATE_ANY, false),
		    "there may be some %zu", i);
	for (i = 0; i < COUNT(of_one); i++)
		tap_ok(may_be_in(of_one[i].text, of_one[i].dialect, false) &&
		    !may_be_in(of_one[i].text, TEMPLATE_LIQUID, false),
		    "there is some of one dialect %zu", i);
	for (i = 0; i < COUNT(without); i++)
		tap_ok(!may_be_in(without[i], TEMPLATE_ANY, false),
		    "there are none %zu", i);
	tap_ok(may_be_in(lines, TEMPLATE_ANY, false) &&
	    !may_be_in(lines, TEMPLATE_ANY, true),
	    "line tags of Markdown are not in HTML");
}

static const struct row in_vue[] = {
	{ "::: details `a` *b*\nc\n:::",
	    "<blockquote>\n\n**`a` *b***\n\n\nc\n</blockquote>\n\n\n", 0 },
	{ "> <<< ./a.js{2}\n<<< ~/b\n<<< ", "> \n\n<<< ", 2 },
	{ "<button class=\"a\"\n @click=\"b > c\">d</button> <me @e> @f=g",
	    "<button class=\"a\">d</button> <me @e> @f=g", 0 },
	{ "<A>\n<template #title>b</template>\n</A>\n\n`<a @b=\"c\">`",
	    "<A>\n<template>b</template>\n</A>\n\n`<a @b=\"c\">`", 0 },
	{ "<input @change=\"a\" value='b' /> <x-y @c=\"d\" text=\"e\"/>",
	    "<input value='b' /> e", 0 },
	{ "a\n\n@[code](../a.js)\n\n@[code{1-3} ts{4}](b) \n@[codes](c)\n"
	    "@[code](d) e\n@[code](f", "a\n\n\n\n \n@[codes](c)\n"
	    "@[code](d) e\n@[code](f", 2 },
	{ "<img :src=\"$withBase('/a.png')\">",
	    "<img src=\"https://e.example/blog/a.png\">", 0 },
	{ "a <a v-bind:href='withBase(\"/b\")'>", "a <a "
	    "href='https://e.example/blog/b'>", 0 },
	{ "<img :src=\"$withBase(a)\"> and `:src=\"$withBase('/a')\"`",
	    "<img :src=\"$withBase(a)\"> and `:src=\"$withBase('/a')\"`",
	    0 },
	{ "<img :src=\"$withBase('/a') + b\"> <b :src='$withBase('/a')'>",
	    "<img :src=\"$withBase('/a') + b\"> <b :src='$withBase('/a')'>",
	    0 },
	{ "`a // [!code x]` <A/>b<a/>", "`a // [!code x]` b<a></a>", 1 },
	{ "a:src=\"$withBase('/a')\"", "a:src=\"$withBase('/a')\"", 0 },
	{ "a\n\n<script setup>\nimport b from 'c'\n</script>\n\n<style>\n"
	    "p {}\n</style>", "a\n\n\n\n", 0 },
	{ "```\n<script>\n</script>\n```", "```\n<script>\n</script>\n```",
	    0 },
	{ "::: code-tabs#kind\n\n@tab C\n\na\n\n@tab:active C++#cpp\n\nb\n"
	    "\n:::\n@tab c", "\n\n**C**\n\n\n\na\n\n**C++**\n\n\n\nb\n\n"
	    "\n@tab c", 0 },
	{ "::: tabs#kind\n@tab\na\n:::", "\n\na\n\n", 0 },
	/* in list items and blockquotes */
	{ "- ::: tabs\n  @tab A\n  a\n  @tab\n  b\n  :::\n  c",
	    "- \n  \n  **A**\n  \n  \n  a\n  \n  b\n  \n  c", 0 },
	{ "> ::: code-group\n> ```js [A]\n> a\n> ```\n> ```sh [B]\n> b\n"
	    "> ```\n> :::", "> \n> **A**\n> \n> ```js [A]\n> a\n> ```\n"
	    "> \n> **B**\n> \n> ```sh [B]\n> b\n> ```\n> \n", 0 },

	/* elements */
	{ "<iframe src=\"/a\"\n width=\"9\" />\n\n<br/> <i class='b'/>c",
	    "<iframe src=\"/a\"\n width=\"9\"></iframe>\n\n<br/> "
	    "<i class='b'></i>c", 0 },
	{ "<svg><path d=\"M0\"/></svg> `<i/>`",
	    "<svg><path d=\"M0\"/></svg> `<i/>`", 0 },
	{ "<BiliBili bvid=\"BV1\" />\n<YouTube :id=\"a\" v-if=\"b\" />",
	    "<a href=\"https://www.bilibili.com/video/BV1\">https://www."
	    "bilibili.com/video/BV1</a>\n", 1 },
	{ "a <Badge type=\"tip\" text=\"b &lt;\" /> <Foo :a=\"b > c\" /> "
	    "<my-foo/>d <A b=\"/>\">", "a b &lt;  d <A b=\"/>\">", 2 },
	{ "<span v-pre>{{ a }}</span> {{ b }}",
	    "<span v-pre>{{ a }}</span> ", 1 },
	{ "<b v-pre>{{ a }}", "<b v-pre>", 1 },
	{ "<RouterLink class=\"x\" to=\"/a\">*b*</RouterLink> `</RouterLink>`",
	    "<a href=\"/a\">*b*</a> `</RouterLink>`", 0 },
	{ "<router-link to='./a.md#b'>c</router-link> </router-link>",
	    "<a href=\"./a.md#b\">c</a> </router-link>", 0 },
	{ "<RouterLink :to=\"a\">b</RouterLink> <RouterLinks to=\"a\">",
	    "<RouterLink :to=\"a\">b</RouterLink> <RouterLinks to=\"a\">", 0 },
	{ "<RouterLink to='a\"b'>c</RouterLink>",
	    "<RouterLink to='a\"b'>c</RouterLink>", 0 },
	{ "<p v-pre><pre></pre><p></p>{{ a }}</p> {{ b }}",
	    "<p v-pre><pre></pre><p></p>{{ a }}</p> ", 1 },
	{ "::: v-pre\n{{ a }}\n:::\n{{ b }}", "\n{{ a }}\n\n", 1 },
	{ "::: raw\n{{ a }}\n:::\n{{ b }}", "\n\n\n", 2 },

	{ "::: code-group\n```c [A <b>]\na [b]\n```\n~~~c [d]{1}\n```x [y]\n"
	    "~~~\n:::\n```c [e]\n```", "\n**A \\<b\\>**\n\n```c [A <b>]\n"
	    "a [b]\n```\n\n**d**\n\n~~~c [d]{1}\n```x [y]\n~~~\n\n"
	    "```c [e]\n```", 0 },
	{ "::: code-group\n````md [a]\n```c [b]\n````\n- ```js [c]\n  `[d]`\n"
	    "  ```\n:::",
	    "\n**a**\n\n````md [a]\n```c [b]\n````\n\n**c**\n\n- ```js [c]"
	    "\n  `[d]`\n  ```\n\n", 0 },
	{ "::: code-group labels=[A, B <b>]\n```c\na\n```\n```d [e]\n```\n"
	    "```f\n```\n:::",
	    "\n**A**\n\n```c\na\n```\n\n**e**\n\n```d [e]\n```\n"
	    "```f\n```\n\n", 0 },
	{ "::: code-group labels=[]\n```c\n```\n:::", "\n```c\n```\n\n", 0 },

	/* comments in code that control highlighting */
	{ "```js\na // [!code focus]\n  // [!code word:b]\n"
	    "c /* [!code --] */\n<!-- [!code ++] -->\n[!code x]\n"
	    "d // [!code x] e\n```", "```js\na\nc\n[!code x]\n"
	    "d // [!code x] e\n```", 0 },

	/* a container also ends within an HTML block */
	{ "::: raw\n<p>a</p>\n:::\nb\n", "\n<p>a</p>\n\n\nb\n", 0 },
	{ "::: tip\na\n\n````js\nb\n:::\n", "<blockquote>\n\n**Tip**\n\n\na\n\n"
	    "````js\nb\n:::\n````\n</blockquote>\n\n", 0 },
	{ "::: tip\n<p>a</p>\n:::\n:::\nb\n", "<blockquote>\n\n**Tip**\n"
	    "\n\n<p>a</p>\n\n</blockquote>\n\n\n:::\nb\n", 0 },
	{ "<p>a</p>\n:::\n::: tip\nb", "<p>a</p>\n:::\n::: tip\nb", 0 }
};

/* Jekyll's Liquid: values have types, and keys follow `page.`. */
static const struct row in_liquid[] = {
	{ "{% if page.mood == true %}a{% else %}b{% endif %}"
	    "{% if false == page.mood %}c{% else %}d{% endif %}", "bd", 0 },
	{ "{% if page.void %}a{% endif %}{% if page.void == '' %}b{% endif %}"
	    "{% if page.void == nil %}c{% endif %}"
	    "{% if page.void == empty %}d{% endif %}"
	    "{% if page.none == empty %}e{% endif %}"
	    "{% if empty != page.mood %}f{% endif %}", "abdf", 0 },
	{ "{% if page.list == empty %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.four > 3 %}a{% endif %}{% if page.four >= 4.5 %}b"
	    "{% endif %}{% if page.four < 10 %}c{% endif %}"
	    "{% if page.four <= 4.0 %}d{% endif %}"
	    "{% if page.none < 1 %}e{% endif %}"
	    "{% if page.four == 4.0 %}f{% endif %}"
	    "{% if page.four == '4' %}g{% endif %}"
	    "{% if page.four contains '4' %}h{% endif %}"
	    "{% if page.mood contains 4 %}i{% endif %}", "acdf", 0 },
	{ "{% if page.four > page.mood %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% if page.tags contains 'ab' and page.tags contains 'c' %}a"
	    "{% endif %}{% if page.tags contains 'b' %}b{% endif %}"
	    "{% if page.tags contains 'f' or page.on contains 't' %}c"
	    "{% endif %}{% if page.tags == empty %}d{% else %}e{% endif %}"
	    "{% assign f = page.tags %}{% if f contains 'de' %}f{% endif %}",
	    "aef", 0 },
	{ "{% if page.tags contains '4' %}a{% else %}b{% endif %}", "a", 1 },
	{ "{% assign a = page.tags %}{{ a }}", "", 1 },
	{ "[a](/b?c={{ page.mood | url_encode }}&d=e) [a](/{{ \"b [c]/\xc3\xa9"
	    "\" | uri_escape }})", "[a](/b?c=wet+%26+cold&d=e) "
	    "[a](/b%20[c]/%C3%A9)", 0 },
	{ "{{ site.url }}{{ page.url | url_encode }}",
	    "https://e.example/blog/a/", 0 },
	{ "{{ \"\xc3\x85 \" | downcase | strip }}{{ \"\xc3\xa5\" | upcase }}"
	    "{{ \" \" | strip }}", "\xc3\xa5\xc3\x85", 0 },
	{ "{% assign a = 'b' %}{% if x %}{% assign a = 'c' %}{% endif %}{{ a }}"
	    "d{% if a == 'c' %}e{% endif %}", "de", 3 },
	{ "{% assign a = 'b' %}{% if x %}{% if page.on %}{% assign a = 'c' %}"
	    "{% endif %}{% endif %}{{ a }}{% assign a = 'd' %}{{ a }}", "d",
	    2 },
	{ "{% assign a = 'b' %}{% if page.off %}{% elsif page.on %}"
	    "{% assign a = 'c' %}{% endif %}{{ a }}", "c", 0 },
	{ "{% capture a %}b{% endcapture %}{% assign a = 'c' %}{{ a }}"
	    "{% capture a %}d{% endcapture %}{{ a }}"
	    "{% if a == 'c' %}e{% else %}f{% endif %}", "cde", 1 },
	{ "{% if x %}a{% endif %}{% unless page.on %}b{% elsif x %}c"
	    "{% endunless %}{% if page.on %}d{% endif %}", "acd", 2 },
	{ "a {{- page.four -}} b {%- if page.on -%} c {%- else -%} d {%- "
	    "endif -%} e {%- comment %} f {% endcomment -%} g", "a4bceg", 0 },
	{ "a\n  {{- page.four -}}  \nb {{-\n\n- {%- if page.on %} c{% endif -%}"
	    " \t", "a\n  4  \nb {{-\n\n- c \t", 0 },
	{ "{% folding T %} a {%- endfolding -%} b",
	    "<details><summary>T</summary>\n\n a \n</details>\n\nb", 0 },
	{ "{% if mood %}a{% else %}b{% endif %}{{ mood }}", "a", 2 },
	{ "{% assign mood = 4 %}{{ mood }}{% if mood > 3 %}a{% endif %}", "4a",
	    0 }
};

/* The content between a tag and its end loses its indentation. */
static const struct row in_hexo[] = {
	{ "- {% raw %}\n  <b>\n  {% endraw %}\n- c", "- <div>\n  <b>\n"
	    "  </div>\n\n\n- c", 0 },
	{ "- {% raw %}\n<b>\n{% endraw %}\n- c", "- \n<b>\n\n- c", 0 },
	{ "{% raw %}\n<b>\n\n    *a*\n\n</b>\n{% endraw %}\n*c*", "<div>\n"
	    "<b>\n    *a*\n</b>\n</div>\n\n\n*c*", 0 },
	{ "{% raw %}<b>{{ a }}</b>{% endraw %}", "<b>{{ a }}</b>", 0 },
	{ "{% raw %}\n*{{ a }}*\n{% endraw %}", "\n*{{ a }}*\n", 0 },
	/* code that Hexo does not treat as code */
	{ "`{% raw %}{{% endraw %}{ a }}`\n\n    {% raw %}b{% endraw %}\n```\n"
	    "{% raw %}c{% endraw %}\n```\n`{% raw %}`", "`{{ a }}`\n\n    b\n"
	    "```\n{% raw %}c{% endraw %}\n```\n`{% raw %}`", 0 },
	{ "{% note %}\n  a\n\n    b\n{% endnote %}\nc", "\na\n\n  b\n\nc", 0 },
	{ "> {% note %}\n>     a\n> {% endnote %}", "> \n>     a\n> ", 0 },
	{ "a {% note %}\n    b\n{% endnote %}", "a \n    b\n", 0 },
	{ "{% note %}\n    {% note %}\n        a\n    {% endnote %}\n    b\n{"
	    "% endnote %}\n    c",
	    "\n\na\n\nb\n\n    c", 0 },
	{ "{% note %}\n    {% note %}a{% endnote %}\n    b\n{% endnote %}\n  "
	    "  c",
	    "\na\nb\n\n    c", 0 },
	{ "- {% note %}\n      a\n  {% endnote %}\n- b",
	    "- \n  a\n  \n- b", 0 },
	{ "{% note %}\n    a", "\n    a", 1 },
	{ "{% if a %}\n    b\n{% endif %}\n\n    c", "\nb\n\n\n    c", 0 },
	{ "{% note %}\n    a\n    {% endnote %}\nb", "\na\n\nb", 0 },
	{ "{% note %}\n    a\n    {% endnote %}\n\n    b",
	    "\na\n\n\n    b", 0 },
	{ "<div>\n{% note %}\n    a\n{% endnote %}\n</div>",
	    "<div>\na\n\n</div>", 0 },
	{ "{{ note }}\n    a", "\n    a", 1 }
};

static const struct row in_franklin[] = {
	{ "\\toc\n\na ~~~<b>c</b>~~~ `~~~`\n", "\na <b>c</b> `~~~`\n", 0 },
	{ "a\n~~~\n<i>\n\n*b*</i>\n~~~\nc", "a\n\n<div>\n<i>\n*b*</i>\n"
	    "</div>\n\nc", 0 },
	{ "- ~~~\n  <i>\n  ~~~\n- b", "- <div>\n    <i>\n  </div>\n"
	    "  \n- b", 0 },
	{ "@@note,wide *a*@@\n@@c-d\n\nb\n@@", "*a*\n\n\nb\n", 0 },
	{ "```\n~~~\n@@a\n\\toc\n```", "```\n~~~\n@@a\n\\toc\n```", 0 },
	{ "a {{fill b}}c {{ d_e f.png \"g\" }}`{{h i}}`", "a c `{{h i}}`", 2 },
	{ "\\frac{{a b}}{c} {{1 2}}", "\\frac{{a b}}{c} {{1 2}}", 0 },
	{ "a ~~~ b\n\\toc of", "a ~~~ b\n\\toc of", 0 }
};

/* Admonitions of Python-Markdown and its extensions. */
static const struct row in_python[] = {
	{ "!!! note\n    a",
	    "<blockquote>\n\n**Note**\n\n\na\n\n</blockquote>\n\n", 0 },
	{ "!!!a-b_c d\n    e\n",
	    "<blockquote>\n\n**A-b_c**\n\n\ne\n\n</blockquote>\n\n", 0 },
	{ "!!! note \"\"\n    b",
	    "<blockquote>\n\n\nb\n\n</blockquote>\n\n", 0 },
	{ "??? note\n    a",
	    "<details><summary>Note</summary>\n\n\na\n\n</details>\n\n", 0 },
	{ "??? note \"`a<b>` & c\"\n    d",
	    "<details><summary><code>a&lt;b&gt;</code> &amp; c</summary>\n\n"
	    "\nd\n\n</details>\n\n", 0 },
	{ "???+ \"A\"\n\n    b",
	    "<details><summary>A</summary>\n\n\n\nb\n\n</details>\n\n", 0 },
	{ "=== \"A\"\n    b", "**A**\n\n\nb\n\n", 0 },
	{ "===! \"A\"\n    b", "**A**\n\n\nb\n\n", 0 },
	{ "===+ \"A\"\n    b", "**A**\n\n\nb\n\n", 0 },
	{ "=== \"\"\n    b", "\nb\n\n", 0 },
	{ "??? note \"\"\n    b",
	    "<details><summary></summary>\n\n\nb\n\n</details>\n\n", 0 },
	{ "!!! note \"a\"\n    > b\n\n    > - c\n    d\n\n    e",
	    "<blockquote>\n\n**a**\n\n\n> b\n\n> - c\nd\n\ne\n\n</blockquote>"
	    "\n\n", 0 },
	{ "!!! note \"a\" \n\tb\n  c",
	    "<blockquote>\n\n**a**\n\n\nb\n\n</blockquote>\n\n  c", 0 },
	{ "x\n!!! note\n    a\n\n    !!! tip\n        b\n\n    c\nd",
	    "x\n<blockquote>\n\n**Note**\n\n\na\n\n<blockquote>\n\n**Tip"
	    "**\n\n\nb\n\n</blockquote>\n\nc\n\n</blockquote>\n\nd", 0 },
	{ "!!! note\n    a\n\n- b\n\n    c",
	    "<blockquote>\n\n**Note**\n\n\na\n\n</blockquote>\n\n"
	    "- b\n\n    c", 0 },
	{ "!!! note\n    - a\n1.  b",
	    "<blockquote>\n\n**Note**\n\n\n- a\n\n</blockquote>\n\n"
	    "1.  b", 0 },
	{ "- a\n\n    !!! note\n        b\n\n    - c\n\n- d",
	    "- a\n\n    <blockquote>\n    \n    **Note**\n    \n    \n"
	    "    b\n\n    </blockquote>\n\n    - c\n\n- d", 0 },
	{ "- a\n\n    !!! note\n        b\n\n    c",
	    "- a\n\n    <blockquote>\n    \n    **Note**\n    \n    \n  "
	    "  b\n\n    </blockquote>\n\n    c", 0 },
	/* not admonitions */
	{ "!!! note \"A\" b\n    c", "!!! note \"A\" b\n    c", 0 },
	{ "!!! note 'A'\n    b", "!!! note 'A'\n    b", 0 },
	{ "!!! note \"A\n    b", "!!! note \"A\n    b", 0 },
	{ "!!! note \"\n    b", "!!! note \"\n    b", 0 },
	{ "!!! \"A\"\n    b", "!!! \"A\"\n    b", 0 },
	{ "=== note \"A\"\n    b", "=== note \"A\"\n    b", 0 },
	{ "=== A\n    b", "=== A\n    b", 0 },
	{ "===\n    b", "===\n    b", 0 },
	{ "===+! \"A\"\n    b", "===+! \"A\"\n    b", 0 },
	{ "!!!+ note\n    a", "!!!+ note\n    a", 0 },
	{ "!!!! note\n    a", "!!!! note\n    a", 0 },
	{ "!!! note\n   a", "!!! note\n   a", 0 },
	{ "!!", "!!", 0 },
	{ "> !!! note\n>     a", "> !!! note\n>     a", 0 },
	{ "a!!! note\n    b", "a!!! note\n    b", 0 },
	{ "```\n!!! note\n    a\n```", "```\n!!! note\n    a\n```", 0 }
};

/* Blocks and icons of Material for MkDocs. */
static const struct row in_mkdocs[] = {
	{ "++ctrl+alt+del++, ++f9++ ++arrow-up++. `++a++` ==b c== d++ ++ e++f",
	    "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd>, <kbd>F9</kbd> "
	    "<kbd>Arrow Up</kbd>. `++a++` <mark>b c</mark> d++ ++ e++f", 0 },
	{ "`#!python a(b)` `#!/bin/sh` `#!sh` `` #!c d ``\n\n    `#!c d`",
	    "`a(b)` `#!/bin/sh` `#!sh` `` #!c d ``\n\n    `#!c d`", 0 },
	{ "![a](b.png)\n/// caption\nc *d*\n///\ne",
	    "![a](b.png)\n\nc *d*\n\ne", 0 },
	{ "/// warning | A `b`\nc\n\nd\n///\n\ne", "<blockquote>\n\n**A `b`"
	    "**\n\n\nc\n\nd\n</blockquote>\n\n\n\ne", 0 },
	{ "/// admonition | A\n    type: tip\n    attrs: {id: b}\n\nc\n///",
	    "<blockquote>\n\n**A**\n\n\n\nc\n</blockquote>\n\n\n", 0 },
	{ "//// note\n/// details | B\nc\n///\n////", "<blockquote>\n\n**Note**"
	    "\n\n\n<details><summary>B</summary>\n\n\nc\n</details>\n\n\n"
	    "</blockquote>\n\n\n", 0 },
	{ "/// tip\n    type:\n\na\n///",
	    "<blockquote>\n\n**Tip**\n\n\n\na\n</blockquote>\n\n\n", 0 },
	{ "- - /// note\n    a\n    ///", "- - <blockquote>\n    \n    **Note"
	    "**\n    \n    \n    a\n    </blockquote>\n    \n    \n", 0 },
	{ "/// tab | A\nb\n///", "**A**\n\n\nb\n\n", 0 },
	{ "/// a, b\n///\n\n/// note\nc", "/// a, b\n///\n\n/// note\nc", 0 },
	{ "    /// note\n\n`/// a`\n\n///",
	    "    /// note\n\n`/// a`\n\n///", 0 },
	{ "a :material-cloud: b :octicons-x-16:", "a b ", 0 },
	{ "-   :fontawesome-brands-git:{ .lg .middle } __a__\n\n    b",
	    "-   __a__\n\n    b", 0 },
	{ "[:simple-git: a](b) `:simple-git:` :smile: :material-cloud",
	    "[a](b) `:simple-git:` :smile: :material-cloud", 0 }
};

/* Components of remark-mdc. */
static const struct row in_nuxt[] = {
	{ "[a](/b){target=\"_blank\"} `c`{lang=\"ts\"} `{d=e}` f{g=h}",
	    "[a](/b) `c` `{d=e}` f{g=h}", 0 },
	{ "a [b *c*]{.d} [e](/f) [g]{style=\"h: i\"}.\n\n[j] [k] {l}",
	    "a b *c* [e](/f) g.\n\n[j] [k] {l}", 0 },
	{ "::tabs\n  :::tabs-item{label=\"A\" icon=\"b\"}\n  c\n  :::\n::\n\nd",
	    "\n  **A**\n  \n  \nc\n\n\n\nd", 0 },
	{ ":::link{to=\"/a\"}\n:::\n\nb", "[/a](/a)\n\n\nb", 0 },
	{ "a :b[c *d*]{e=f} g", "a c *d* g", 0 },
	{ ":b[c [d](e) f]{g='}'}h", "c [d](e) fh", 0 },
	{ ":a{title=\"b } c\"} d", " d", 1 },
	{ "x:a[b] c", "x:a[b] c", 0 },
	{ "(:a[b]) *:a[b]* _:a[b]_\n|:a[b]|", "(b) *b* _b_\n|b|", 0 },
	{ "a :b-c_d[e]", "a e", 0 },
	{ "a :b[c *d*]{to=\"/e f\"} :g[[h](/i)]{href=/j} :k[]{to=/l}",
	    "a [c *d*](/e%20f) [h](/i) [/l](/l)", 0 },
	{ "::a{to=\"/b\"}\nc [d](/e)\n::\nf",
	    "\nc [d](/e)\n\n\n[/b](/b)\n\n\nf", 0 },
	{ "::a\n---\ntitle: B *c*\nto: /d\n---\ne\n::",
	    "**[B \\*c\\*](/d)**\n\n\ne\n\n", 0 },
	{ "::tip{to=\"/a\"}\nb\n::", "<blockquote>\n\n**[Tip](/a)**\n\n\nb\n"
	    "</blockquote>\n\n\n", 0 },
	{ "- ::callout{to=\"/a?b&c\"}\n  d\n  ::\n- e", "- <blockquote>\n  \n"
	    "  \n  d\n  <footer><a href=\"/a?b&amp;c\">/a?b&amp;c</a></footer>"
	    "</blockquote>\n  \n  \n- e", 0 },
	{ "- a\n\n  ::b{to=/c}\n  d *e*\n  ::\n- f\n",
	    "- a\n\n  [d *e*](/c)\n\n- f\n", 0 },
	{ "::a{to=/b}\n  :img{src=/c}\n::\n::a{to=/d}\n:e[f]\n::\n",
	    "[![](/c)](/b)\n\n\nf\n\n\n[/d](/d)\n\n\n", 0 },
	{ "::a{to=/b}\nhttps://c.example/\n::\n::a{to=/d}\n::e\n::\n::\n",
	    "\nhttps://c.example/\n\n\n[/b](/b)\n\n\n\n\n\n\n\n"
	    "[/d](/d)\n\n\n", 1 },
	{ "a :1b[c] :b", "a :1b[c] :b", 0 },
	{ "a :b[c", "a :b[c", 0 },
	{ "a :b{c", "a :b{c", 0 },
	{ "a :b{c='d}", "a :b{c='d}", 0 },
	{ ":a[b=\"c] d\"]", "b=\"c d\"]", 0 },
	{ "a :b[]{c=d} e", "a  e", 1 },
	{ "a :img{src=\"b c\" alt='d [e]'} f", "a ![d &#91;e&#93;](b%20c) f",
	    0 },
	{ "a ::b[c] d", "a ::b[c] d", 0 },
	{ "`:a[b]`", "`:a[b]`", 0 },
	{ "::a{title=\"B\"}\nc\n::", "**B**\n\n\nc\n\n", 0 },
	{ "::a{.d title='B c'}\ne\n::", "**B c**\n\n\ne\n\n", 0 },
	{ "::a{subtitle=\"B\" title=}\nc\n::", "\nc\n\n", 0 },
	{ "::a{title=B label=c}\nd\n::", "**B**\n\n\nd\n\n", 0 },
	{ "::a{title=\"B}\nc\n::", "::a{title=\"B}\nc\n::", 0 },
	{ "::a[b]{label=\"C\"}\nd\n::", "**C**\n\nb\n\nd\n\n", 0 },
	{ "::a{title=\"\"}\nb\n::", "\nb\n\n", 0 },
	{ "::callout{type=tip}\na\n::",
	    "<blockquote>\n\n**Tip**\n\n\na\n</blockquote>\n\n\n", 0 },
	{ "::alert{type=tip title=A}\nb\n::",
	    "<blockquote>\n\n**A**\n\n\nb\n</blockquote>\n\n\n", 0 },
	{ "::a\n---\ntitle: B c\n---\nd\n::", "**B c**\n\n\nd\n\n", 0 },
	{ "::a\n---\ne: f\n  title:  \"B c\" \n---\nd\n::",
	    "**B c**\n\n\nd\n\n", 0 },
	{ "::a\n\n---\n\nb\n::", "\n\n---\n\nb\n\n", 0 },
	{ "::a\n---\nb\n::", "\n---\nb\n\n", 0 },
	{ "::tip\n#b\nc\n#d-e\nf\n::",
	    "<blockquote>\n\n**Tip**\n\n\n\nc\n\nf\n</blockquote>\n\n\n", 0 },
	{ "::tip\n#b c\n\n# d\n#1\n::\n#e",
	    "<blockquote>\n\n**Tip**\n\n\n#b c\n\n# d\n#1\n</blockquote>"
	    "\n\n\n#e", 0 },
	{ "::u-img{src=/a.png alt=\"b\"}\n::", "![b](/a.png)\n\n", 0 },
	{ "::image{src=\"a.png\"}\n\n::\nc", "![](a.png)\n\nc", 0 },
	{ "::a{to=\"/b\"}\n::", "[/b](/b)\n\n", 0 },
	{ "::a{href=\"/b\" label=\"C\"}\n::", "[C](/b)\n\n", 0 },
	{ "::a{link=\"b:c\" to=\"/d\"}\n::", "[/d](/d)\n\n", 0 },
	{ "::a\n::\nb", "\n\nb", 1 },
	{ "::a\n---\nurl: /b\n---\n::\n", "[/b](/b)\n\n", 0 },
	{ "::a\n---\nkey: c\nurl: /b\n---\n::\n", "[/b](/b)\n\n", 0 },
	{ "::a b\nc\n::", "::a b\nc\n::", 0 },
	{ ":::tip\n::b\nc\n::\n:::",
	    "<blockquote>\n\n**Tip**\n\n\n\nc\n\n</blockquote>\n\n\n", 0 },
	{ "- ::tip\n  b\n  ::\n- c",
	    "- <blockquote>\n  \n  **Tip**\n  \n  \n  b\n  </blockquote>\n"
	    "  \n  \n- c", 0 },
	{ "> ::tip\n> b\n> ::",
	    "> <blockquote>\n> \n> **Tip**\n> \n> \n> b\n> </blockquote>"
	    "\n> \n> \n", 0 },
	{ "::1\nb\n::", "::1\nb\n::", 0 },
	{ "a\n::b\nc\n::\nd", "a\n\nc\n\nd", 0 },
	{ "::a", "::a", 0 },

	/* content may be indented as deeply as its component is */
	{ "::a\n  ::b\n    c\n\n    ```\n      d\n    ```\n  ::\n::\n\n    e\n",
	    "\n  \n  c\n\n  ```\n    d\n  ```\n\n\n\n    e\n", 0 },
	{ "::a\n  :::tip\n    - b\n      - c\n\n    ::::d\n      e\n    ::::\n"
	    "  :::\n::\n", "\n  <blockquote>\n  \n  **Tip**\n  \n  \n  - b\n"
	    "    - c\n\n  \n  e\n\n</blockquote>\n  \n  \n\n", 0 },
	{ "::a\n  ::b\n    c\n\nd\n  ::\n::\ne\n",
	    "\n  \n  c\n\nd\n  \n\ne\n", 0 },
	{ "- a\n    ::b\n      c\n    - d\n    ::\n- e\n",
	    "- a\n    \n    c\n  - d\n  \n- e\n", 0 }
};

/* A line of `===` ends a summary, but after a line of text it is a heading. */
static const struct row in_grav[] = {
	{ "a\n\n===\n\nb", "a\n\n\n<!-- more -->\n\n\nb", 0 },
	{ "a\n===\nb", "a\n===\nb", 0 },
	{ "a\n! *b*\n! c\n\n!!!! d", "a\n> *b*\n> c\n\n> d", 0 },
	{ "- a\n  ! b {{ c }}", "- a\n  > b ", 1 },
	{ "!a\n![b](c)\na ! b\n!!!!! c\n```\n! d\n```\n    ! e",
	    "!a\n![b](c)\na ! b\n!!!!! c\n```\n! d\n```\n    ! e", 0 }
};

/* Plugins of Gatsby. */
static const struct row in_gatsby[] = {
	{ "```toc \n```\na", "\na", 0 },
	{ "```table-of-contents\ntitle: T\n```\na", "\na", 0 },
	{ "```toc\na b\n```\n", "```toc\na b\n```\n", 0 },
	{ "```js\na // highlight-line\n// highlight-start\nb\n"
	    "<c/> {/* highlight-line */}\n```\nd // highlight-line",
	    "```js\na\nb\n<c/>\n```\nd // highlight-line", 0 },
	{ "```js\n// highlight-line\na\n\n  # highlight-line\n```",
	    "```js\na\n\n```", 0 },
	{ "```py\na # highlight-line b\n  c #highlight-line\n```",
	    "```py\na # highlight-line b\n  c\n```", 0 },
	{ "`youtube: https://youtu.be/a`\n**b**\n\n`vimeo:12`",
	    "[https://youtu.be/a](https://youtu.be/a)\n**b**\n\n"
	    "[https://vimeo.com/12](https://vimeo.com/12)", 0 },
	{ "> `gist:ada/12#a.c`\n\n`twitter: 1`", "> [https://gist.github.com/"
	    "ada/12#a.c](https://gist.github.com/ada/12#a.c)\n\n[https://"
	    "twitter.com/i/status/1](https://twitter.com/i/status/1)", 0 },
	{ "a `youtube: b`\n\n`youtube: b` c\n\n`embed:a.js` `youtube: b c`",
	    "a `youtube: b`\n\n`youtube: b` c\n\n`embed:a.js` "
	    "`youtube: b c`", 0 },
	{ "`youtube: a b`\n\n`youtube:`", "`youtube: a b`\n\n`youtube:`", 0 }
};

/* Tags of one generator. */
static void
test_few(void)
{
	struct template_host host = markdown, grav = markdown;
	struct template_host mkdocs = markdown, gatsby = markdown;
	struct template_host docusaurus = markdown;

	host.dialects |= TEMPLATE_FRANKLIN;
	test_table(in_franklin, COUNT(in_franklin), &host, "Franklin");
	grav.dialects |= TEMPLATE_GRAV;
	test_table(in_grav, COUNT(in_grav), &grav, "Grav");
	gatsby.dialects = TEMPLATE_JSX | TEMPLATE_GATSBY;
	test_table(in_gatsby, COUNT(in_gatsby), &gatsby, "Gatsby");
	mkdocs.dialects = TEMPLATE_KRAMDOWN | TEMPLATE_MKDOCS;
	test_table(in_mkdocs, COUNT(in_mkdocs), &mkdocs, "MkDocs");
	docusaurus.dialects = TEMPLATE_MDX | TEMPLATE_DIRECTIVES |
	    TEMPLATE_DOCUSAURUS;
	test_table(in_docusaurus, COUNT(in_docusaurus), &docusaurus,
	    "Docusaurus");
}

int
main(void)
{
	struct template_host html = markdown, mdx = markdown;
	struct template_host jekyll = markdown, hugo = markdown;
	struct template_host kramdown = markdown;
	struct template_host vue = markdown, quarto = markdown;
	struct template_host python = markdown, nuxt = markdown;
	struct template_host hexo = markdown, liquid = markdown;

	html.is_html = true;
	mdx.dialects |= TEMPLATE_MDX;
	jekyll.dialects |= TEMPLATE_RAW_CODE;
	liquid.dialects |= TEMPLATE_RAW_CODE;
	liquid.is_typed = true;
	vue.dialects |= TEMPLATE_VUE;
	quarto.dialects = TEMPLATE_QMD;
	python.dialects |= TEMPLATE_ADMONITIONS;
	hexo.dialects |= TEMPLATE_HEXO;
	nuxt.dialects = TEMPLATE_DIRECTIVES | TEMPLATE_KRAMDOWN | TEMPLATE_MDC;
	kramdown.has_inner = true;
	hugo.dialects = TEMPLATE_HUGO | TEMPLATE_KRAMDOWN;
	test_table(in_markdown, COUNT(in_markdown), &markdown, "Markdown");
	test_table(in_html, COUNT(in_html), &html, "HTML");
	test_table(in_mdx, COUNT(in_mdx), &mdx, "MDX");
	test_table(in_jekyll, COUNT(in_jekyll), &jekyll, "Jekyll");
	test_table(in_liquid, COUNT(in_liquid), &liquid, "Liquid");
	test_table(in_kramdown, COUNT(in_kramdown), &kramdown, "Kramdown");
	test_table(in_hugo, COUNT(in_hugo), &hugo, "Hugo");
	test_table(in_vue, COUNT(in_vue), &vue, "Vue");
	test_table(in_quarto, COUNT(in_quarto), &quarto, "Quarto");
	test_table(in_hexo, COUNT(in_hexo), &hexo, "Hexo");
	test_table(in_python, COUNT(in_python), &python, "Python-Markdown");
	test_table(in_nuxt, COUNT(in_nuxt), &nuxt, "Nuxt");
	test_few();
	test_cells();
	test_policies();
	test_report();
	test_dialects();
	test_obsidian();
	test_names();
	test_presence();
	return tap_end();
}

/* Markdown is rendered, and HTML in Markdown files is recognized. */
#include <md4c.h>

#include "base/buf.h"
#include "markdown/markdown.h"
#include "markdown/padding.h"
#include "repeat.h"
#include "tap.h"

static const struct {
	bool		 is_html;
	const char	*body;
} bodies[] = {
	{ true, "<div>   \n<p>t</p>\n          \n</div>\n            " },
	{ true, "<div>   \n   \n</div>\n" },
	{ true, "\n\n<p>a</p>\n\n<p>b</p>" },
	{ true, "<p>a\n<p>b\n" },
	{ true, "<p>a\n\n<p>b\n" },
	{ true, "<p>a\n\nb</p>\n" },
	{ true, "<!-- a -->\n<p>b</p>" },
	{ true, "<!-- a\n\n# b\n-->\n<p>c</p>" },
	{ true, "<style>\n\n# a { }\n</style>\n<p>b</p>" },
	{ true, "<script>\n\n* a\n</script>\n<p>b</p>" },
	{ true, "<ul>\n<li>a\n<li>b\n</ul>" },
	{ true, "<h1>a</h1>\n<hr>\n<p>b</p><br><img src=c>" },
	{ true, "<pre>\n\n# a\n\n[b](c)\n</pre>" },
	{ true, "<p><code>\n\n* a [b](c)</code></p>" },
	{ true, "<div>\n\n        * a\n\n        # b\n</div>" },
	{ true, "<div>\n\na\n\n    <p>b</p>\n\n</div>" },
	{ true, "<ul>\n<li>\n\na\n</ul>" },
	{ true, "<p>see [a](b), **c** and `d`</p>" },
	{ true, "<div>\n# a\n- b\n</div>" },
	{ true, "<div>\n<p>\n\n-a #b 1.5 *c* >d\n\n</p>\n</div>" },
	{ true, "<div><div><p>a</p></div>" },
	{ true, "<table><tr><td>a<td>b</table>\n" },

	{ false, "" },
	{ false, " \n" },
	{ false, "<!-- a -->" },
	{ false, "a" },
	{ false, "# a\n\n<p>b</p>" },
	{ false, "<p>a</p>\n\nb" },
	{ false, "a\n<p>b</p>" },
	{ false, "<img src=a>\n\nb" },
	{ false, "<img src=a>\n\n<p>b</p>" },
	{ false, "<b>a</b>\n\n<p>b</p>" },
	{ false, "<a href=b>c</a>" },
	{ false, "<p>b</p><a href=b>c</a>" },
	{ false, "<div>a</div>\n\n*b*" },
	{ false, "<p align=center>a</p>\n\nb" },
	{ false, "<p align=center><img src=a>\n\nb\n" },
	{ false, "<p align=center><img src=a>\n\nb\n\n<p>c</p>" },
	{ false, "<p align=center>\n\n# a\n\n</p>" },
	{ false, "<div>\n\n# a\n\n</div>" },
	{ false, "<div>\n\n###### a\n\n</div>" },
	{ false, "<div>\n\n#\n\n</div>" },
	{ false, "<div>\n\n   - a\n\n</div>" },
	{ false, "<div>\n\n* a\n\n</div>" },
	{ false, "<div>\n\n+ a\n\n</div>" },
	{ false, "<div>\n\n> a\n\n</div>" },
	{ false, "<div>\n\n1. a\n\n</div>" },
	{ false, "<div>\n\n12) a\n\n</div>" },
	{ false, "<div>\n\n```\na\n```\n\n</div>" },
	{ false, "<div>\n\n~~~ a\n~~~\n\n</div>" },
	{ false, "<div>\n\n| a |\n|---|\n\n</div>" },
	{ false, "<div>\n\n[a]: b\n\n</div>" },
	{ false, "<div>\n \t\nsee [a](b)\n\n</div>" },
	{ false, "<div>\n\nsee\nthe [a](b)\n\n</div>" },
	{ false, "<div>\n\n<b>a</b> [b](c)\n\n</div>" },
	{ false, "<div>\n\na **b**\n\n</div>" },
	{ false, "<div>\n\na `b`\n\n</div>" },
	{ false, "<div>\n\na\n" },
	{ false, "<div>\n\na\n\nb\n\n</div>" },
	{ false, "<div>\n<p>a</p>\n\n<b>b</b> c\n</div>" },
	{ false, "<Note>a</Note>" },
	{ false, "{% raw %}<p>a</p>" }
};

#define TABLE "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n" \
    "</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n" \
    "</table>\n"

static const struct {
	const char *markdown, *want;
} rendered[] = {
	{ "", "" },
	{ "# a\n\nb *c*\n", "<h1>a</h1>\n<p>b <em>c</em></p>\n" },
	{ "a  \nb\n\n---\n", "<p>a<br>\nb</p>\n<hr>\n" },
	{ "|a|b|\n|---|---|\n|c|d|\n", TABLE },
	{ "|a|b|\n|-|--|\n|c|d|\n", TABLE },
	{ "a|b\n-|-\nc|d\n", TABLE },
	{ "| a | b |\n- | -\nc | d\n", TABLE },
	{ "> a|b\n> --|--\n> c|d\n", "<blockquote>\n" TABLE
	    "</blockquote>\n" },
	{ "- x\n\n  a|b\n  --|--\n  c|d\n",
	    "<ul>\n<li><p>x</p>\n" TABLE "</li>\n</ul>\n" },
	{ "a|b\n:-|-:\nc|d\n", "<table>\n<thead>\n<tr>\n"
	    "<th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n"
	    "</thead>\n<tbody>\n<tr>\n<td align=\"left\">c</td>\n"
	    "<td align=\"right\">d</td>\n</tr>\n</tbody>\n</table>\n" },
	{ "|a|\n|-|\n\na\n|-|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "</tr>\n</thead>\n</table>\n<table>\n<thead>\n<tr>\n"
	    "<th>a</th>\n</tr>\n</thead>\n</table>\n" },
	{ "```\na|b\n-|-\n```\n", "<pre><code>a|b\n-|-\n</code></pre>\n" },
	{ "    a|b\n    -|-\n",
	    "<pre><code>a|b\n-|-\n</code></pre>\n" },
	/* Blocks that end a table without a blank line. */
	{ "|a|b|\n|-|-|\n|c|d|\n# e\n", TABLE "<h1>e</h1>\n" },
	{ "> |a|b|\n> |-|-|\n> |c|d|\n> ```\n> e\n> ```\n",
	    "<blockquote>\n" TABLE "<pre><code>e\n</code></pre>\n"
	    "</blockquote>\n" },
	{ "<details>\n\n|a|b|\n|-|-|\n|c|d|\n</details>\n",
	    "<details>\n" TABLE "</details>\n" },
	{ "a|b\n-|-\nc|d\n`e`\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n"
	    "<td>d</td>\n</tr>\n<tr>\n<td><code>e</code></td>\n<td></td>\n"
	    "</tr>\n</tbody>\n</table>\n" },
	{ "- |a|b|\n  |-|-|\n  |c|d|\n",
	    "<ul>\n<li>" TABLE "</li>\n</ul>\n" },
	{ "===\n|-|-|\n", "<p>===\n|-|-|</p>\n" },
	{ "a\n-|-\n", "<p>a\n-|-</p>\n" },
	{ "a\n|-|-|\n\n> a|b\n> :-|-|-\n> c|d\n", "<p>a\n|-|-|</p>\n"
	    "<blockquote>\n<p>a|b\n:-|-|-\nc|d</p>\n</blockquote>\n" },
	{ "x\n|a|b|\n|---|---|\n|c|d|\n", "<p>x</p>\n" TABLE },
	{ "- x\n|a|\n|--|\n", "<ul>\n<li>x\n|a|\n|--|</li>\n</ul>\n" },
	{ "- x\n  y\nz\n|a|\n|--|\n",
	    "<ul>\n<li>x\ny\nz\n|a|\n|--|</li>\n</ul>\n" },
	{ "> x\ny\n|a|\n|--|\n",
	    "<blockquote>\n<p>x\ny\n|a|\n|--|</p>\n</blockquote>\n" },
	{ "> x\n> a|b\n> ---|---\n> c|d\n", "<blockquote>\n<p>x</p>\n"
	    TABLE "</blockquote>\n" },
	{ "a|b\n-|-\n-|-\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>-</td>\n"
	    "<td>-</td>\n</tr>\n</tbody>\n</table>\n" },
	{ "|`a\\|b`|\n|-|\n\n`c\\|d`\n", "<table>\n<thead>\n<tr>\n"
	    "<th><code>a|b</code></th>\n</tr>\n</thead>\n</table>\n"
	    "<p><code>c\\|d</code></p>\n" },
	{ "|a|\n|-|\n|`b\\|c`|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>b|c</code></td>\n"
	    "</tr>\n</tbody>\n</table>\n" },
	{ "|a|\n|-|\n|`b\\\\|c\\d`|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>b\\|c\\d</code></td>\n"
	    "</tr>\n</tbody>\n</table>\n" },
	{ "```\n\ta\n\n \tb\tc\n\t```\n```\n",
	    "<pre><code>\ta\n\n \tb\tc\n\t```\n</code></pre>\n" },
	{ "\ta\n\t\tb\n", "<pre><code>a\n\tb\n</code></pre>\n" },
	{ "- > ```\n  > https://a.example\n  > ```\n- > - ```\n  >   "
	    "|\n", "<ul>\n<li><blockquote>\n<pre><code>https://a.example\n"
	    "</code></pre>\n</blockquote>\n</li>\n<li><blockquote>\n<ul>\n"
	    "<li><pre><code>|\n</code></pre>\n</li>\n</ul>\n</blockquote>"
	    "\n</li>\n</ul>\n" },
	/* A placeholder after a space is not indentation. */
	{ "\ta\n\n|b|\n|:-|\n\n- [x] c\n", "<pre><code>a\n</code></pre>\n"
	    "<table>\n<thead>\n<tr>\n<th align=\"left\">b</th>\n</tr>\n"
	    "</thead>\n</table>\n<ul>\n<li class=\"task-list-item\">"
	    "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
	    "disabled checked> c</li>\n</ul>\n" },
	/* The checkbox of a task is in its paragraph. */
	{ "- [x] a\n\n  b\n- [ ] *c*\n", "<ul>\n<li class=\"task-list-item\">"
	    "<p><input type=\"checkbox\" class=\"task-list-item-checkbox\" "
	    "disabled checked> a</p>\n<p>b</p>\n</li>\n"
	    "<li class=\"task-list-item\"><p><input type=\"checkbox\" "
	    "class=\"task-list-item-checkbox\" disabled> <em>c</em></p>\n"
	    "</li>\n</ul>\n" },
	{ "* [ ] **d** e\n", "<ul>\n<li class=\"task-list-item\">"
	    "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
	    "disabled> <strong>d</strong> e</li>\n</ul>\n" },
	{ "1. a\n\n\t```\n\tb\n\t\tc\n\t```\n",
	    "<ol>\n<li><p>a</p>\n<pre><code>b\n\tc\n</code></pre>\n</li>\n"
	    "</ol>\n" },
	{ "~b http://h.example/~c/ ~d\n", "<p>~b "
	    "<a href=\"http://h.example/~c/\">http://h.example/~c/</a> "
	    "~d</p>\n" },
	{ "http://h.example/_a_ and *b*\n",
	    "<p><a href=\"http://h.example/_a\">http://h.example/_a</a>_ and "
	    "<em>b</em></p>\n" },
	{ "*http://h.example/__a__b*\n",
	    "<p><em><a href=\"http://h.example/__a__b\">"
	    "http://h.example/__a__b</a></em></p>\n" },
	{ "http://h.example/?a=\\_\\_b\\_\\_&c\n",
	    "<p><a href=\"http://h.example/?a=__b__&amp;c\">"
	    "http://h.example/?a=__b__&amp;c</a></p>\n" },
	{ "<div>\n<a href=\"b\">c</a>\n<a href=\"d\">\ne\n</a>\n</div>\n",
	    "<div>\n<a href=\"b\">c</a>\n<a href=\"d\">\ne\n</a>\n</div>\n" },
	{ "http://h.example/?a_b=c&amp;d_e=f&amp;.\n",
	    "<p><a href=\"http://h.example/?a_b=c&amp;d_e=f\">"
	    "http://h.example/?a_b=c&amp;d_e=f</a>&amp;.</p>\n" },
	{ "<div>\n<!-- a -->\nb http://h.example/_c_\n</div>\n",
	    "<div>\n<!-- a -->\nb http://h.example/_c_\n</div>\n" },
	{ "<!-- a --> http://h.example/_b_\n",
	    "<!-- a --> http://h.example/_b_\n" },
	{ "<!-- a --> $b_c = d$ *e*\n$f_g = h$\n",
	    "<!-- a --> $b_c = d$ *e*\n<p>$f_g = h$</p>\n" },
	{ "a\n\n<!-- b -->c\n|-|\nd\n",
	    "<p>a</p>\n<!-- b -->c\n<p>|-|\nd</p>\n" },
	{ "[a_](http://h.example/_b_) _c\n",
	    "<p><a href=\"http://h.example/_b_\">a_</a> _c</p>\n" },
	{ "[a]\n\n[a]: http://h.example/_b_\n",
	    "<p><a href=\"http://h.example/_b_\">a</a></p>\n" },
	{ "<b title=\"http://h.example/_a_ b\">c</b>\n",
	    "<p><b title=\"http://h.example/_a_ b\">c</b></p>\n" },
	{ "`http://h.example/_a_` b\n",
	    "<p><code>http://h.example/_a_</code> b</p>\n" },
	{ "(http://h.example/a_(b_c)) d\n",
	    "<p>(<a href=\"http://h.example/a_(b_c)\">"
	    "http://h.example/a_(b_c)</a>) d</p>\n" },
	{ "\xe7\x9c\x8bhttp://h.example/a\xef\xbc\x8c\xe8\xb0\xa2\n",
	    "<p>\xe7\x9c\x8b<a href=\"http://h.example/a\">"
	    "http://h.example/a</a>\xef\xbc\x8c\xe8\xb0\xa2</p>\n" },
	{ "a\n\n<h2>B *c*</h2>\n*d*\n\n> <h6 id=\"e\">f</h6>\n",
	    "<p>a</p>\n<h2>B *c*</h2>\n*d*\n<blockquote>\n"
	    "<h6 id=\"e\">f</h6>\n</blockquote>\n" },
	{ "a <h2>b</h2>\n\n    <h4>d\n",
	    "<p>a <h2>b</h2></p>\n"
	    "<pre><code>&lt;h4&gt;d\n</code></pre>\n" },
	{ "~~a~~\n", "<p><del>a</del></p>\n" },
	/* md4c 0.5.3 requires spaces or punctuation around them. */
	{ "H~2~O a~~b~~ ~~c~~d\n", "<p>H<del>2</del>O a<del>b</del> "
	    "<del>c</del>d</p>\n" },
	{ "a ~~ b ~~ c ~ d ~ e\n", "<p>a ~~ b ~~ c ~ d ~ e</p>\n" },
	{ "\u96e8~~\u96ea~~\u96e8\u3000~a~\n", "<p>\u96e8<del>\u96ea</del>"
	    "\u96e8\u3000<del>a</del></p>\n" },
	{ "[a](/~~b~~c) ~/d <i f=~~g~~h> `i~~j~~k` ~\n", "<p><a href="
	    "\"/~~b~~c\">a</a> ~/d <i f=~~g~~h> <code>i~~j~~k</code> ~</p>\n" },
	{ "https://h.example/?a&b\n",
	    "<p><a href=\"https://h.example/?a&amp;b\">"
	    "https://h.example/?a&amp;b</a></p>\n" },
	{ "\"http://h.example/a\", {http://h.example/b}: http://c/~d\n",
	    "<p>&quot;<a href=\"http://h.example/a\">http://h.example/a</a>"
	    "&quot;, {<a href=\"http://h.example/b\">http://h.example/b</a>}: "
	    "<a href=\"http://c/~d\">http://c/~d</a></p>\n" },
	{ "<b>http://</b>h.example <kbd>Http://h.example/a</kbd>\n",
	    "<p><b>http://</b>h.example <kbd><a href=\"Http://h.example/a\">"
	    "Http://h.example/a</a></kbd></p>\n" },
	{ "<br>\n> a\nhttp://h.example/b\n> - c\n\n> <p>\n> > d\n"
	    "> http://h.example/e\n\nhttp://f/\n",
	    "<br>\n> a\nhttp://h.example/b\n> - c\n<blockquote>\n<p>\n"
	    "> d\nhttp://h.example/e\n</blockquote>\n"
	    "<p><a href=\"http://f/\">http://f/</a></p>\n" },
	{ "\\http://h/a \\\\http://h/b !http://h/c \\!http://h/d\n",
	    "<p>\\<a href=\"http://h/a\">http://h/a</a> \\"
	    "<a href=\"http://h/b\">http://h/b</a> !"
	    "<a href=\"http://h/c\">http://h/c</a> !"
	    "<a href=\"http://h/d\">http://h/d</a></p>\n" },
	{ "!http://h/a>b\n", "<p>!<a href=\"http://h/a%3Eb\">"
	    "http://h/a&gt;b</a></p>\n" },
	{ "http://h.example/a> b http://h.example/c&lt;d\n",
	    "<p><a href=\"http://h.example/a%3E\">http://h.example/a&gt;</a> "
	    "b <a href=\"http://h.example/c\">http://h.example/c</a>&lt;d"
	    "</p>\n" },
	{ "**http://h.example/1.0...2.0**: [http://h.example/a] "
	    "[see http://h.example][b] http://h.example/c\\\nd\n\n"
	    "[b]: http://h.example/e.\n",
	    "<p><strong><a href=\"http://h.example/1.0...2.0\">"
	    "http://h.example/1.0...2.0</a></strong>: "
	    "[<a href=\"http://h.example/a\">http://h.example/a</a>] "
	    "<a href=\"http://h.example/e.\">see http://h.example</a> "
	    "<a href=\"http://h.example/c\">http://h.example/c</a><br>\nd"
	    "</p>\n" },
	/* labels that end in a space; text, URLs and code with one are kept */
	{ "[a ] [b][ a\t] [`c` ][] ![a ] `[a ]` [d ] [a ](e)\n\n[a]: f\n"
	    "[`c`]: g\n",
	    "<p><a href=\"f\">a</a> <a href=\"f\">b</a> <a href=\"g\"><code>c"
	    "</code></a> <img src=\"f\" alt=\"a\"> <code>[a ]</code> [d ] "
	    "<a href=\"e\">a </a></p>\n" },
	{ "[http://h.example]\n\n[http://h.example]: b\n",
	    "<p><a href=\"b\">http://h.example</a></p>\n" },
	{ "http://h.example/a|b\n\n|a|\n|---|\n|http://h.example/a|\n",
	    "<p><a href=\"http://h.example/a%7Cb\">http://h.example/a|b</a>"
	    "</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
	    "<tbody>\n<tr>\n<td><a href=\"http://h.example/a\">"
	    "http://h.example/a</a></td>\n</tr>\n</tbody>\n</table>\n" },
	{ "||a|b|\n|-|-|-|\n|c||\\||\n",
	    "<table>\n<thead>\n<tr>\n<th></th>\n<th>a</th>\n<th>b</th>\n"
	    "</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td></td>\n"
	    "<td>|</td>\n</tr>\n</tbody>\n</table>\n" },
	{ "* * *\n\n      http://h.example\n\n-      www.h.example\n",
	    "<hr>\n<pre><code>  http://h.example\n</code></pre>\n"
	    "<ul>\n<li><pre><code> www.h.example\n</code></pre>\n</li>\n"
	    "</ul>\n" },
	{ "- <div>\nhttp://h.example\n",
	    "<ul>\n<li><div>\n</li>\n</ul>\n"
	    "<p><a href=\"http://h.example\">http://h.example</a></p>\n" },
	{ "-\na|b\n-|-\n",
	    "<ul>\n<li></li>\n</ul>\n<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "<th>b</th>\n</tr>\n</thead>\n</table>\n" },
	{ "- a\n=\nb|c\n-|-\n\n--\n---|---\n",
	    "<ul>\n<li>a\n=\nb|c\n-|-</li>\n</ul>\n<p>--\n---|---</p>\n" },
	{ "- |a|\n  |-|\n-|\n",
	    "<ul>\n<li><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
	    "</table>\n</li>\n</ul>\n<p>-|</p>\n" },
	/* spaces of continued code differ between versions of md4c */
	{ "a\n    ```b``` c\n\n> c\n\t~~~ d\n\ne\n```f`\n",
	    "<p>a\n<code>b</code> c</p>\n<blockquote>\n<p>c\n~~~ d</p>\n"
	    "</blockquote>\n<p>e\n```f`</p>\n" },
	{ "a\n    ~~~\n    b\n\nc\n", "<p>a\n~~~\nb</p>\n<p>c</p>\n" },
	{ "1.\ta\n    ```\n    b\n    ```\n\n- c\nd\n    ```\n    e\n    ```\n",
	    "<ol>\n<li>a<pre><code>b\n</code></pre>\n</li>\n</ol>\n"
	    "<ul>\n<li>c\nd<pre><code>e\n</code></pre>\n</li>\n</ul>\n" },
	{ "- |a|\n  |-|\n- ```\n  b\n  ```\n- c\n",
	    "<ul>\n<li><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
	    "</table>\n</li>\n<li><pre><code>b\n</code></pre>\n</li>\n"
	    "<li>c</li>\n</ul>\n" },
	{ "> x\ny\n> a|b\n> -|-\n> c|d\n",
	    "<blockquote>\n<p>x\ny</p>\n" TABLE "</blockquote>\n" },
	{ "> ---\na|b\n-|-\nc|d\n",
	    "<blockquote>\n<hr>\n</blockquote>\n" TABLE },
	{ ">\ta|b\n>\t-|-\n>\tc|d\n",
	    "<blockquote>\n" TABLE "</blockquote>\n" },
	{ "a|b\n-|-\nc|d\n    www.h.example\n",
	    TABLE "<pre><code>www.h.example\n</code></pre>\n" },
	{ "a|b\n-|-\nc|d\n<br>\n", TABLE "<br>\n" },
	{ "x\n2.\na|b\n-|-\nc|d\n", "<p>x\n2.</p>\n" TABLE },
	{ "![<b c=\"d&amp;e\"> f&amp;g &h;](i)\n",
	    "<p><img src=\"i\" alt=\"&lt;b c=&quot;d&amp;amp;e&quot;&gt; "
	    "f&amp;g &amp;h;\"></p>\n" },
	/* An image in the text of an image is part of the text. */
	{ "![a *b* ![c](d \"e\") <i>](f \"g &quot;\")\n",
	    "<p><img src=\"f\" alt=\"a b c &lt;i&gt;\" "
	    "title=\"g &quot;\"></p>\n" },
	{ "&amp;&#65;&#x42;&#0;&#xD800;&#x110000;&eacute;&lang;\n",
	    "<p>&amp;AB\ufffd\ufffd\ufffd\u00e9\u27e8</p>\n" },
	{ "&NotEqualTilde;&LT;&nosuch; [a](b&rarr;c&amp;d~%7E \"&GT;\")\n",
	    "<p>\u2242\u0338&lt;&amp;nosuch; "
	    "<a href=\"b%E2%86%92c&amp;d~%7E\" title=\"&gt;\">a</a></p>\n" },
	{ "![a <b c=\"d\">e</b> & \"f\"](g \"h\") ![i](j)\n",
	    "<p><img src=\"g\" alt=\"a &lt;b c=&quot;d&quot;&gt;e&lt;/b&gt; "
	    "&amp; &quot;f&quot;\" title=\"h\"> <img src=\"j\" alt=\"i\">"
	    "</p>\n" },
	{ "a|b\n-|-\nc|d\n    > www.h.example\n",
	    TABLE "<pre><code>&gt; www.h.example\n</code></pre>\n" },
	{ "x\n    > y\na|b\n-|-\nc|d\n", "<p>x\n&gt; y</p>\n" TABLE },
	{ "> - x\n\n>     www.h.example\n",
	    "<blockquote>\n<ul>\n<li>x</li>\n</ul>\n</blockquote>\n"
	    "<blockquote>\n<pre><code>www.h.example\n</code></pre>\n"
	    "</blockquote>\n" },
	{ "x\n|-|-|\n|-|-|\n", "<p>x</p>\n<table>\n<thead>\n<tr>\n"
	    "<th>-</th>\n<th>-</th>\n</tr>\n</thead>\n</table>\n" },
	{ "`%7E` ~ %7E\n", "<p><code>%7E</code> ~ %7E</p>\n" },
	{ "<i title=\"a > b\" lang=\"http://h.example\">c</i>\n",
	    "<p><i title=\"a > b\" lang=\"http://h.example\">c</i></p>\n" },
	{ "mailto:a@h.example (b\\_c@h.example) _d@h.example_ /e@h.example "
	    "f@1.2 g@h_i.example\n",
	    "<p><a href=\"mailto:a@h.example\">mailto:a@h.example</a> "
	    "(<a href=\"mailto:b_c@h.example\">b_c@h.example</a>) "
	    "<em><a href=\"mailto:d@h.example\">d@h.example</a></em> "
	    "/e@h.example f@1.2 g@h_i.example</p>\n" },
	{ "a@h.example\n",
	    "<p><a href=\"mailto:a@h.example\">a@h.example</a></p>\n" },
	{ "www.h.example/a_b*c? *awww.h.example www.a*\n",
	    "<p><a href=\"http://www.h.example/a_b*c\">www.h.example/a_b*c</a>"
	    "? <em>awww.h.example www.a</em></p>\n" },
	{ "www.h.example\n",
	    "<p><a href=\"http://www.h.example\">www.h.example</a></p>\n" },
	{ "[see http://a.example now](http://b.example)\n",
	    "<p><a href=\"http://b.example\">see http://a.example now</a>"
	    "</p>\n" },
	{ "[*a@h.example*](b \"c\") d@h.example\n",
	    "<p><a href=\"b\" title=\"c\"><em>a@h.example</em></a> "
	    "<a href=\"mailto:d@h.example\">d@h.example</a></p>\n" },
	{ "[http://h.example/-_b_3.html](http://h.example/-_b_3.html)\n",
	    "<p><a href=\"http://h.example/-_b_3.html\">"
	    "http://h.example/-_b_3.html</a></p>\n" },
	{ "[http://h.example/a\\_b](http://h.example/a_b)\n",
	    "<p><a href=\"http://h.example/a_b\">http://h.example/a_b</a>"
	    "</p>\n" },
	{ "[![http://h.example](a.png)](http://h.example)\n",
	    "<p><a href=\"http://h.example\">"
	    "<img src=\"a.png\" alt=\"http://h.example\"></a></p>\n" },
	{ "> <a b\n> href=\"http://h.example/a\">b</a>\n> http://h.example\n",
	    "<blockquote>\n<p><a b\nhref=\"http://h.example/a\">b</a>\n"
	    "<a href=\"http://h.example\">http://h.example</a></p>\n"
	    "</blockquote>\n" },
	{ "<a href=\"b\">c http://h.example</a> http://h.example\n",
	    "<p><a href=\"b\">c http://h.example</a> "
	    "<a href=\"http://h.example\">http://h.example</a></p>\n" },
	{ "<a name=\"b\"> http://h.example\n\n<a href=\"b\">c\n\n"
	    "http://h.example\n",
	    "<p><a name=\"b\"> <a href=\"http://h.example\">"
	    "http://h.example</a></p>\n<p><a href=\"b\">c</p>\n"
	    "<p><a href=\"http://h.example\">http://h.example</a></p>\n" },
	{ "a <b>c</b> &copy;\n\n<div>\n*d*\n</div>\n",
	    "<p>a <b>c</b> \xc2\xa9</p>\n<div>\n*d*\n</div>\n" },
	{ "$a_1 + b_1$\n", "<p>$a_1 + b_1$</p>\n" },
	{ "<a onclick=\"$(b).c='d'\">e</a> <a onclick='$(f)'>g</a>\n",
	    "<p><a onclick=\"$(b).c='d'\">e</a> <a onclick='$(f)'>g</a>"
	    "</p>\n" },
	{ "for $5, not $6: <a onclick=\"$(b)\">c</a>\n",
	    "<p>for $5, not $6: <a onclick=\"$(b)\">c</a></p>\n" },
	{ "\\[a_{ij} = b\\] \\(x^*y^*\\)\n",
	    "<p>\\[a_{ij} = b\\] \\(x^*y^*\\)</p>\n" },
	{ "\\[[a](http://h.example/b_c)\\] \\[[d](/e?f=g)\\]\n",
	    "<p>[<a href=\"http://h.example/b_c\">a</a>] "
	    "[<a href=\"/e?f=g\">d</a>]</p>\n" },
	{ "\\[http://h.example/?a=b\\]\n",
	    "<p>[<a href=\"http://h.example/?a=b\">http://h.example/?a=b</a>]"
	    "</p>\n" },
	{ "\\[see: my_file\\]\n", "<p>[see: my_file]</p>\n" },
	{ "[a](http://h.example/b_\\(c_d\\))\n",
	    "<p><a href=\"http://h.example/b_(c_d)\">a</a></p>\n" },
	{ "$my_a and your_b$ *c*\n",
	    "<p>$my_a and your_b$ <em>c</em></p>\n" },
	{ "    <!-- more -->\n",
	    "<pre><code>&lt;!-- more --&gt;\n</code></pre>\n" },
	{ "```\n[a](b)\n```\n", "<pre><code>[a](b)\n</code></pre>\n" },
	{ "``` c++ x\na\n```\n",
	    "<pre><code class=\"language-c++\">a\n</code></pre>\n" },
	{ "```language-go\na\n```\n",
	    "<pre><code class=\"language-go\">a\n</code></pre>\n" },
	{ "```go{1,3}\na\n```\n",
	    "<pre><code class=\"language-go\">a\n</code></pre>\n" },
	{ "```js:src/a.js\na\n```\n```:b\nc\n```\n",
	    "<pre><code class=\"language-js\">a\n</code></pre>\n"
	    "<pre><code>c\n</code></pre>\n" },
	{ "```rust,linenos,hl_lines=1-2\na\n```\n",
	    "<pre><code class=\"language-rust\">a\n</code></pre>\n" },
	{ "```{.python .x}\na\n```\n",
	    "<pre><code class=\"language-python\">a\n</code></pre>\n" },
	{ "```{r, echo=FALSE}\na\n```\n",
	    "<pre><code class=\"language-r\">a\n</code></pre>\n" },
	{ "```{#id}\na\n```\n", "<pre><code>a\n</code></pre>\n" },
	{ "```{linenos=false}\na\n```\n", "<pre><code>a\n</code></pre>\n" },
	{ "```{hl_lines=[1,2] .x}\na\n```\n", "<pre><code>a\n</code></pre>\n" },
	{ "```c{hl=[1]}\na\n```\n", "<pre><code class=\"language-c\">a\n"
	    "</code></pre>\n" },
	{ "```\n```\n\n    :::c\n", "<pre><code></code></pre>\n"
	    "<pre><code>:::c\n</code></pre>\n" },

	{ "[a](1*b)c*d*e", "<p><a href=\"1*b\">a</a>c<em>d</em>e</p>\n" },
	{ "![](1*b \"c\")c**d**e",
	    "<p><img src=\"1*b\" alt=\"\" title=\"c\">c<strong>d</strong>e"
	    "</p>\n" },
	{ "[a](/~b) 3~5", "<p><a href=\"/~b\">a</a> 3~5</p>\n" },
	{ "[a](/_b) c_ d", "<p><a href=\"/_b\">a</a> c_ d</p>\n" },
	{ "[![](1*b)](<2*b c>)d*e*",
	    "<p><a href=\"2*b%20c\"><img src=\"1*b\" alt=\"\"></a>d"
	    "<em>e</em></p>\n" },
	{ "[a](\\*b(*c)*)d*e*",
	    "<p><a href=\"*b(*c)*\">a</a>d<em>e</em></p>\n" },
	{ "`[a](1*b)` [c](1*d", "<p><code>[a](1*b)</code> [c](1*d</p>\n" }
};

static const struct markdown_options plain = { .footnotes = NULL };

static void
test_bodies(void)
{
	size_t i;

	for (i = 0; i < COUNT(bodies); i++)
		if (!tap_ok(markdown_is_html(bodies[i].body,
		    strlen(bodies[i].body), 0) == bodies[i].is_html,
		    "body %zu is %s", i,
		    bodies[i].is_html ? "HTML" : "Markdown"))
			printf("# %s\n", bodies[i].body);
}

static void
test_render(void)
{
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rendered); i++) {
		buf_clear(&got);
		buf_puts(&got, "");
		markdown_render(&got, rendered[i].markdown,
		    strlen(rendered[i].markdown), &plain);
		if (!tap_ok(strcmp(got.bytes, rendered[i].want) == 0,
		    "rendering %zu", i))
			printf("# %s\n", got.bytes);
	}
	buf_clear(&got);
	markdown_render(&got, "- [x] a\n", 8, &plain);
	tap_ok(strstr(got.bytes, "type=\"checkbox\"") != NULL,
	    "a list of tasks");
	/* Versions of md4c differ in how they read such a line. */
	buf_clear(&got);
	markdown_render(&got, "a\n    <h3>b</h3>\n", 17, &plain);
	tap_ok(strcmp(got.bytes, "<p>a\n<h3>b</h3></p>\n") == 0 ||
	    strcmp(got.bytes, "<p>a</p>\n    <h3>b</h3>\n") == 0,
	    "an HTML heading indented like code");
	buf_release(&got);
}

/* The marks around a paragraph of elements: see MARKDOWN_BARE. */
static void
test_marks(void)
{
	static const char source[] = "\f<ul>\v\n\f<li>**a**</li>\v\n\f</ul>"
	    "\v\n\nb\n\n\f<div>\v\n# c\v\n\f</div>\v\n\n"
	    "- \f<p>*d*</p>\v\n";
	static const struct markdown_options mdx = { .is_mdx = true };
	struct buf got = { 0 };

	markdown_render(&got, source, sizeof source - 1, &mdx);
	tap_string(got.bytes, "<ul>\n<li><strong>a</strong></li>\n</ul>\n"
	    "<p>b</p>\n<div>\n<h1>c</h1>\n</div>\n"
	    "<ul>\n<li><p><em>d</em></p></li>\n</ul>\n",
	    "elements without a paragraph around them");
	buf_release(&got);
}

/* A wide table header that every row would have to be padded to. */
static void
test_wide_table(void)
{
	struct buf markdown = { 0 }, html = { 0 };

	repeat(&markdown, 5000, "|a");
	buf_putc(&markdown, '\n');
	repeat(&markdown, 5000, "|-");
	repeat(&markdown, 5000, "\n|");
	markdown_render(&html, markdown.bytes, markdown.length, &plain);
	tap_ok(html.length < 2 * markdown.length,
	    "a table that is too wide is text");
	buf_release(&markdown);
	buf_release(&html);
}

/*
 * The number of occurrences of a string that begins with '<'.  Not by strstr(),
 * which takes time for all the rest of the text on each call under ASan.
 */
static size_t
count(const struct buf *html, const char *what)
{
	const char *p = html->bytes, *end = p + html->length;
	size_t n, length = strlen(what);

	for (n = 0; (p = memchr(p, '<', (size_t)(end - p))) != NULL; p++)
		n += strncmp(p, what, length) == 0;
	return n;
}

/* This many bare URLs in one paragraph took md4c minutes. */
static void
test_crowd_of_urls(void)
{
	static const char *const urls[] = {
		"http://a.example/ ", "www.a.example ", "a@b.example ",
		"[http://a.example/ "
	};
	struct buf markdown = { 0 }, html = { 0 };
	size_t i;

	for (i = 0; i < COUNT(urls); i++) {
		buf_clear(&markdown);
		buf_clear(&html);
		repeat(&markdown, 50000, urls[i]);
		markdown_render(&html, markdown.bytes, markdown.length,
		    &plain);
		tap_ok(count(&html, "<a href=") == 50000,
		    "very many in a paragraph: %s", urls[i]);
	}
	buf_release(&markdown);
	buf_release(&html);
}

/* This many brackets in one paragraph took it minutes, too. */
static void
test_crowd_of_brackets(void)
{
	static const struct {
		const char	*first, *then;
		bool		 is_linked;
		const char	*name;
	} cases[] = {
		{ "[a](b)\n", "", false, "too many lines" },
		{ "[a](b)\n\n", "", true, "many paragraphs" },
		{ "- [a](b)\n", "", true, "many items" },
		{ "[a](b) `]` <b> ", "", true, "many in a line" },
		{ "[[a](b)", "]", false, "too deep" },
		{ "[`]`", "[a](b)]", false, "too deep, with code" },
		{ "[<b a=']'>", "[a](b)]", false, "too deep, with tags" }
	};
	struct buf markdown = { 0 }, html = { 0 };
	size_t i;

	for (i = 0; i < COUNT(cases); i++) {
		buf_puts(&markdown, "[a]: /c\n\n");
		repeat(&markdown, 40000, cases[i].first);
		repeat(&markdown, 40000, cases[i].then);
		markdown_render(&html, markdown.bytes, markdown.length,
		    &plain);
		tap_ok((strstr(html.bytes, "<a ") != NULL) ==
		    cases[i].is_linked && (cases[i].is_linked ||
		    strstr(html.bytes, "[a](b)") != NULL),
		    "brackets: %s", cases[i].name);
		buf_clear(&markdown);
		buf_clear(&html);
	}
	buf_release(&markdown);
	buf_release(&html);
}

/* A target that is written out for every link to it. */
static void
test_flood(void)
{
	static const struct {
		const char	*definition, *end;
	} cases[] = {
		{ "[a]: d", "" }, { "[a]: d \"", "\"" }, { "[a]: d\n'", "'" },
		{ "[a]: d\n(\nx", ")" }, { "- [a]: d", "" },
		{ "> 1. * [a]: d", "" }, { "- > [a]: d \"", "\"" },
		{ "- [x] [a]: d", "" }, { "[^1]\n\n[^1]: [a]: d", "" },
		{ "[a]:\nd", "" },
		{ "> [a]:\n>  d", "" }, { "[\na\n]: d", "" },
		{ "[a]: d\n\"x\n", "\"" }
	};
	const struct markdown_options notes = { .footnotes = "p" };
	struct buf markdown = { 0 }, html = { 0 };
	size_t i;

	for (i = 0; i < COUNT(cases); i++) {
		buf_clear(&markdown);
		buf_clear(&html);
		repeat(&markdown, 4000, "[a]");
		buf_printf(&markdown, "\n\n[b]: c\n%s", cases[i].definition);
		repeat(&markdown, 4000, "e\\/f");
		buf_printf(&markdown, "%s\n\n`[a]: ", cases[i].end);
		repeat(&markdown, 4000, "[g]");
		buf_puts(&markdown, "` [b]\n");
		markdown_render(&html, markdown.bytes, markdown.length,
		    &notes);
		tap_ok(html.length < 32 * markdown.length &&
		    strstr(html.bytes, "\\]") == NULL &&
		    strstr(html.bytes, "<a href=\"c\">") != NULL,
		    "a long target of very many links: %zu", i);
	}
	buf_release(&markdown);
	buf_release(&html);
}

/* Text after a label that is a link is not a target. */
static void
test_no_flood(void)
{
	struct buf markdown = { 0 }, html = { 0 };

	buf_puts(&markdown, "[a]: b\n\n- [a]: c");
	repeat(&markdown, 4000, " d");
	buf_puts(&markdown, "\n\n");
	repeat(&markdown, 4000, "[a]");
	markdown_render(&html, markdown.bytes, markdown.length, &plain);
	tap_ok(strstr(html.bytes, "<li><a href=\"b\">a</a>: c d") != NULL,
	    "a long text after one of very many links");
	buf_release(&markdown);
	buf_release(&html);
}

/* A list is rendered the same wherever it is in a post. */
static void
test_places(void)
{
	static const char *const lists[] = {
		"- a\n\n  ```\n  b\n  ```\n\n  c\n",
		"1. a\n\n   ~~~ b\n   ~~~\n\n   - c\n",
		"- a\n\n\n  b\n",
		"- # a\n\n  b\n",
		"- #\n\n  a\n",
		"- a\n  -\n\n  b\n",
		"- a\n\n  * * *\n\n  b\n",
		"- a\n\n  <div>\n  </div>\n\n\n  b\n",
		"> * a\n>   - b\n>\n>     ## c\n>\n>   - d\n",
		"- a\n\n\t```\n\tb\n\t```\n\n\tc\n",
		"- | a |\n  |---|\n  | b |\n\n\n  c\n"
	};
	struct buf markdown = { 0 }, html = { 0 }, first = { 0 };
	size_t i, k, same;

	for (i = 0; i < COUNT(lists); i++) {
		buf_clear(&markdown);
		buf_clear(&first);
		markdown_render(&first, lists[i], strlen(lists[i]), &plain);
		for (k = 0, same = 0; k < 256; k++) {
			buf_clear(&html);
			buf_putc(&markdown, '\n');
			buf_puts(&markdown, lists[i]);
			markdown_render(&html, markdown.bytes,
			    markdown.length, &plain);
			same += strcmp(html.bytes, first.bytes) == 0;
			markdown.length -= strlen(lists[i]);
		}
		tap_ok(same == 256, "a list at all offsets: %zu", i);
	}
	buf_release(&markdown);
	buf_release(&html);
	buf_release(&first);
}

/* Where md4c would see a new item: at the @, which is not in the source. */
static void
test_padding(void)
{
	static const struct {
		bool		 is_seen;
		const char	*source;
	} rows[] = {
		{ true, "@a\n\n\n  b" }, { true, "- @a\n\n\n\tb" },
		{ true, "> 1) @a\n>\n>\n> b" }, { true, "@a\n \n\t\n\nb" },
		{ true, "## @a\n\n  b" }, { true, "@a\n---\n\n  b" },
		{ true, "@* * *\n\n  b" }, { true, "a@\n~~~~ \n\n  b" },
		{ true, "+ @a\n\n\n  b" }, { true, "1.\t@a\n\n\n   b" },
		{ true, "*  @a\n\n\n   b" },
		{ false, "a@a\n\n\n  b" }, { false, "@a\n\n  b" },
		{ false, "@a\n\n\nb" }, { false, "@a\n\nb\n  c" },
		{ false, "@a\nb\n\n  c" }, { false, "# @a\nb\n  c" },
		{ false, "@a\n---\nb" }, { false, "@**b\n\n  c" },
		{ false, "a@a\n~~~\n\n  b" }, { false, "a@\n~~~ a\n\n  b" },
		{ false, "@a" }, { false, "@***" }, { false, "a@\n~~~" },
		{ false, "@a\n" }, { false, "@a\n\n" },
		{ false, "@\n\n  b" }, { false, "@a\n~~~\n\n  b" },
		{ false, "@***\n\nb" }
	};
	/* Bytes after the end. */
	static const char after[] = "*\n\n\n  a";
	struct buf text = { 0 };
	size_t i, k, at, n;

	for (i = 0; i < COUNT(rows); i++) {
		buf_clear(&text);
		at = strcspn(rows[i].source, "@");
		for (k = 0; k < 256 + MD_BLOCK_LI - at - 1; k++)
			buf_putc(&text, 'a');
		buf_putc(&text, '\n');
		buf_add(&text, rows[i].source, at);
		buf_puts(&text, rows[i].source + at + 1);
		n = text.length;
		buf_puts(&text, after);
		tap_ok((padding_needed(text.bytes, n) > 0) ==
		    rows[i].is_seen, "padding %zu", i);
	}
	buf_release(&text);
}

int
main(void)
{
	test_bodies();
	test_render();
	test_marks();
	test_wide_table();
	test_crowd_of_urls();
	test_crowd_of_brackets();
	test_flood();
	test_no_flood();
	test_places();
	test_padding();
	return tap_end();
}

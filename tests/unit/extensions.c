/* Extensions of md4c: footnotes, formulas, hard wraps, ids of headings, and
   what Kramdown, Python-Markdown and Pandoc read differently. */
#include "markdown/markdown.h"
#include "tap.h"

#define REF(n, k) "<sup id=\"fnref-p-" n k "\"><a href=\"#fn-p-" n "\">[" n \
    "]</a></sup>"
#define BACK(n) "<a href=\"#fnref-p-" n "\">\xe2\x86\xa9\xef\xb8\x8e</a>"
#define NOTES "<hr>\n<ol>\n"
#define NOTE(n) "<li id=\"fn-p-" n "\">\n"

struct row {
	const char *source, *want;
};

static const struct row footnotes[] = {
	{ "a[^b]\n\n[1]: /c\n[^b]: d", "<p>a" REF("1", "") "</p>\n" NOTES
	    NOTE("1") "<p>d " BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]\n\n[^1]: b", "<p>a" REF("1", "") "</p>\n" NOTES NOTE("1")
	    "<p>b " BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]\n\n[^1]: b\n\n    http://c", "<p>a" REF("1", "") "</p>\n"
	    NOTES NOTE("1") "<p>b</p>\n<p><a href=\"http://c\">http://c</a> "
	    BACK("1") "</p>\n</li>\n</ol>\n" },
	/* in the order of the references, some of them repeated */
	{ "a[^y] b[^x] c[^Y]\n\n[^x]: 1\n[^y]: 2", "<p>a" REF("1", "") " b"
	    REF("2", "") " c" REF("1", "-2") "</p>\n" NOTES NOTE("1") "<p>2 "
	    BACK("1") "</p>\n</li>\n" NOTE("2") "<p>1 " BACK("2") "</p>\n"
	    "</li>\n</ol>\n" },
	/* a footnote with Markdown, several blocks, and another footnote */
	{ "a[^1]\n\n[^1]: *b*[^2]\n\n    c\n\n        d\n\n[^2]: e",
	    "<p>a" REF("1", "") "</p>\n" NOTES NOTE("1") "<p><em>b</em>"
	    REF("2", "") "</p>\n<p>c</p>\n<pre><code>d\n</code></pre>\n<p>"
	    BACK("1") "</p>\n</li>\n" NOTE("2") "<p>e " BACK("2") "</p>\n"
	    "</li>\n</ol>\n" },
	{ "a[^1]\n\n[^1]: b\nc\n\nd", "<p>a" REF("1", "") "</p>\n<p>d</p>\n"
	    NOTES NOTE("1") "<p>b\nc " BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]\n\n[^1]:\n    ```\n    b\n    ```\n", "<p>a" REF("1", "")
	    "</p>\n" NOTES NOTE("1") "<pre><code>b\n</code></pre>\n<p>"
	    BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a![^1] ![b [c][^1]](d)[^1]\n\n[^1]: e", "<p>a!" REF("1", "")
	    " <img src=\"d\" alt=\"b [c]\">" REF("1", "-2") "</p>\n" NOTES
	    NOTE("1") "<p>e " BACK("1") "</p>\n</li>\n</ol>\n" },
	/* in a blockquote */
	{ "> a[^1] [^2]\n>\n> [^1]: \xe4\xb8\xad\xe6\x96\x87\n>\n>     b\n>\n"
	    "> c\n\n> > [^2]: d\n> > e\n> f", "<blockquote>\n<p>a"
	    REF("1", "") " " REF("2", "") "</p>\n<p>c</p>\n</blockquote>\n"
	    "<blockquote>\n<p>f</p>\n</blockquote>\n" NOTES NOTE("1")
	    "<p>\xe4\xb8\xad\xe6\x96\x87</p>\n<p>b " BACK("1") "</p>\n"
	    "</li>\n" NOTE("2") "<p>d\ne " BACK("2") "</p>\n</li>\n</ol>\n" },
	/* in a list item */
	{ "1.  a[^1]\n\n    [^1]: \xe4\xb8\xad\xe6\x96\x87\n\n        b\n\n"
	    "    c",
	    "<ol>\n<li><p>a" REF("1", "") "</p>\n<p>c</p>\n</li>\n</ol>\n"
	    NOTES NOTE("1") "<p>\xe4\xb8\xad\xe6\x96\x87</p>\n<p>b " BACK("1")
	    "</p>\n</li>\n</ol>\n" },
	/* links that are defined after the footnote, and in it */
	{ "[a][^1] [b]\n\n[^1]: c\n[a]: e\n [b]: f\n\n[^2]: g\n[d]: h",
	    "<p><a href=\"e\">a</a>" REF("1", "") " <a href=\"f\">b</a></p>\n"
	    NOTES NOTE("1") "<p>c " BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "[a][^1]\n\n[^1]: [a]\n\n    [a]: b", "<p><a href=\"b\">a</a>"
	    REF("1", "") "</p>\n" NOTES NOTE("1") "<p><a href=\"b\">a</a></p>\n"
	    "<p>" BACK("1") "</p>\n</li>\n</ol>\n" },
	/* fences that are not closed, in the body and in a footnote */
	{ "a[^1]\n\n[^1]: b\n\n````\nc", "<p>a" REF("1", "") "</p>\n"
	    "<pre><code>c\n</code></pre>\n" NOTES NOTE("1") "<p>b "
	    BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]\n\n[^1]:\n    ~~~\n    b\n\n- c\n\n  ```\n  d\n", "<p>a"
	    REF("1", "") "</p>\n<ul>\n<li><p>c</p>\n<pre><code>d\n</code>"
	    "</pre>\n</li>\n</ul>\n" NOTES NOTE("1") "<pre><code>b\n"
	    "</code></pre>\n<p>" BACK("1") "</p>\n</li>\n</ol>\n" },
	/* not a footnote */
	{ "a[^1]\n\n[^1]: <http://h.example/>", "<p>a" REF("1", "") "</p>\n"
	    NOTES "<li id=\"fn-p-1\">\n<p><a href=\"http://h.example/\">"
	    "http://h.example/</a> " BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]\n\n[^1]: b\n\n[^1]: c", "<p>a" REF("1", "") "</p>\n" NOTES
	    NOTE("1") "<p>b " BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]", "<p>a[^1]</p>\n" },
	{ "a\n\n[^1]: not referred to", "<p>a</p>\n" },
	{ "`[^1]`\n\n[^1]: b", "<p><code>[^1]</code></p>\n" },
	{ "```\n[^1]: b\n```\n[^1]", "<pre><code>[^1]: b\n</code></pre>\n"
	    "<p>[^1]</p>\n" },
	{ "\\[^1]\n\n[^1]: b", "<p>[^1]</p>\n" },
	{ "[^a b] [^]\n\n[^a b]: c", "<p><a href=\"c\">^a b</a> [^]</p>\n" }
};

static const struct row extra_notes[] = {
	{ "a[^b c] [^d\te]\n\n[^b c]: f\n\n[^d\te]: g", "<p>a" REF("1", "")
	    " <a href=\"g\">^d\te</a></p>\n" NOTES NOTE("1") "<p>f "
	    BACK("1") "</p>\n</li>\n</ol>\n" },
	{ "a[^1]\n\n[^2]: b[^3]\n\n[^3]: c\n\n[^1]: d", "<p>a"
	    REF("1", "") "</p>\n" NOTES NOTE("1") "<p>d " BACK("1") "</p>\n"
	    "</li>\n" NOTE("2") "<p>b" REF("3", "") "</p>\n</li>\n"
	    NOTE("3") "<p>c " BACK("3") "</p>\n</li>\n</ol>\n" },
	{ "a\n\n[^1]: b\n[^1]: c", "<p>a</p>\n" NOTES NOTE("1")
	    "<p>b</p>\n</li>\n</ol>\n" },
	{ "[^a b]\n[^a\nb]", "<p>[^a b]\n[^a\nb]</p>\n" }
};

static const struct row formulas[] = {
	{ "$a_1 * b_2 * c$", "<p>$a_1 * b_2 * c$</p>\n" },
	{ "$\\{x\\} \\\\ y_*a*$", "<p>$\\{x\\} \\\\ y_*a*$</p>\n" },
	{ "$$\na\n> b\n$$", "<p>$$\na\n&gt; b\n$$</p>\n" },
	{ "$$\na_1 *b* c\n= d\n$$", "<p>$$\na_1 *b* c\n= d\n$$</p>\n" },
	{ "> $$\n> a\n> + b\n> $$", "<blockquote>\n<p>$$\na\n+ b\n$$</p>\n"
	    "</blockquote>\n" },
	{ "\\(x_1 *y* z\\) \\[a = *b*\\]",
	    "<p>\\(x_1 *y* z\\) \\[a = *b*\\]</p>\n" },
	{ "\\\\(x_1 *y* z\\\\)", "<p>\\(x_1 *y* z\\)</p>\n" },
	{ "$a<b$ and $c^<b>$", "<p>$a&lt;b$ and $c^&lt;b&gt;$</p>\n" },
	{ "$\\alpha *b* c$", "<p>$\\alpha *b* c$</p>\n" },
	{ "|a|b|\n|-|-|\n|$x_|y$|", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>$x_</td>\n"
	    "<td>y$</td>\n</tr>\n</tbody>\n</table>\n" },
	/* escaped for a Markdown without formulas */
	{ "$x\\_1 + \\mu\\_t + max\\_{i} = Q^\\*$",
	    "<p>$x_1 + \\mu_t + max_{i} = Q^*$</p>\n" },
	{ "$\\text{learning\\_rate} = \\\\{a\\\\_b\\\\}$",
	    "<p>$\\text{learning\\_rate} = \\{a\\_b\\}$</p>\n" },
	{ "$$\na \\\\ b \\\\\\\\\n\\\\[2pt] c \\\\- d\n$$",
	    "<p>$$\na \\\\ b \\\\\n\\\\[2pt] c \\\\- d\n$$</p>\n" },
	{ "\\\\(X\\_1 \\in \\\\{0\\\\}, a\\_{bc\\_d}\\\\)",
	    "<p>\\(X_1 \\in \\{0\\}, a_{bc_d}\\)</p>\n" },
	/* not formulas */
	{ "$HOME\\_DIR/$USER", "<p>$HOME_DIR/$USER</p>\n" },
	{ "$5 *and* $6", "<p>$5 <em>and</em> $6</p>\n" },
	{ "$5 *a_b* is 10$", "<p>$5 *a_b* is 10$</p>\n" },
	{ "$ *a_b* $", "<p>$ <em>a_b</em> $</p>\n" },
	{ "\\(an *aside*\\) \\[x\\]", "<p>(an <em>aside</em>) [x]</p>\n" },
	{ "`$a$` $b", "<p><code>$a$</code> $b</p>\n" },
	{ "    $a_1 * b_2$\n", "<pre><code>$a_1 * b_2$\n</code></pre>\n" },
	{ "\\$a_1 *b* c$", "<p>$a_1 <em>b</em> c$</p>\n" },
	{ "$a\n\n*b=c*$", "<p>$a</p>\n<p><em>b=c</em>$</p>\n" }
};

static const struct row wraps[] = {
	{ "a\nb\n\nc\n", "<p>a<br>\nb</p>\n<p>c</p>\n" },
	{ "a  \nb\\\nc\n", "<p>a<br>\nb<br>\nc</p>\n" },
	{ "a\\\\\nb\\\\\\\nc\n", "<p>a\\<br>\nb\\<br>\nc</p>\n" },
	{ "- a\n  b\n- c\n", "<ul>\n<li>a<br>\nb</li>\n<li>c</li>\n</ul>\n" },
	{ "```\na\nb\n```\n# c\nd\n", "<pre><code>a\nb\n</code></pre>\n"
	    "<h1>c</h1>\n<p>d</p>\n" },
	{ "<div>\na\nb\n</div>\n", "<div>\na\nb\n</div>\n" },
	{ "a\n---\n|b|c|\n|---|---|\n|d|e|\n", "<h2>a</h2>\n<table>\n<thead>\n"
	    "<tr>\n<th>b</th>\n<th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
	    "<td>d</td>\n<td>e</td>\n</tr>\n</tbody>\n</table>\n" },
	{ "[a](b\n)\nc", "<p><a href=\"b\">a</a><br>\nc</p>\n" },
	{ "[a](b) ![c](\nd) (e\n)", "<p><a href=\"b\">a</a> <img src=\"d\" "
	    "alt=\"c\"> (e<br>\n)</p>\n" }
};

static const struct row ids[] = {
	{ "# A b", "<h1 id=\"a-b\">A b</h1>\n" },
	{ "# A *b* `c`, d_e & f!", "<h1 id=\"a-b-c-d_e--f\">A <em>b</em> "
	    "<code>c</code>, d_e &amp; f!</h1>\n" },
	{ "# A\n# a\n# a-1\n# A", "<h1 id=\"a\">A</h1>\n<h1 id=\"a-1\">a</h1>"
	    "\n<h1 id=\"a-1-1\">a-1</h1>\n<h1 id=\"a-2\">A</h1>\n" },
	{ "# \xe4\xb8\xad\xe6\x96\x87\xef\xbc\x8c a",
	    "<h1 id=\"\xe4\xb8\xad\xe6\x96\x87-a\">"
	    "\xe4\xb8\xad\xe6\x96\x87\xef\xbc\x8c a</h1>\n" },
	{ "# A {#b}", "<h1 id=\"b\">A</h1>\n" },
	{ "# A {#b .c d=\"e\"}", "<h1 id=\"b\">A</h1>\n" },
	{ "# A {#b c=\"d e\" .f}", "<h1 id=\"b\">A</h1>\n" },
	{ "# A {#each b}", "<h1 id=\"a-each-b\">A {#each b}</h1>\n" },
	{ "A\n===", "<h1 id=\"a\">A</h1>\n" },
	{ "<h1 id=\"x\">A</h1>", "<h1 id=\"x\">A</h1>\n" },
	{ "# ?\n#", "<h1>?</h1>\n<h1></h1>\n" },
	{ "`<h1>`\n\n<!-- <h1>a</h1> -->\n", "<p><code>&lt;h1&gt;</code></p>\n"
	    "<!-- <h1>a</h1> -->\n" }
};

/* HTML blocks as in Kramdown, except for whitespace. */
static const struct row blocks[] = {
	{ "> a\n<b>b</b> c", "<blockquote>\n<p>a\n<b>b</b> c</p>\n"
	    "</blockquote>\n" },
	/* up to the closing tag, across blank lines */
	{ "<div>\n**a**\n\n    <p>b</p>\n\n*c*\n</div>\n*d*",
	    "<div>\n**a**\n\n    <p>b</p>\n\n*c*\n</div>\n"
	    "<p><em>d</em></p>\n" },
	{ "<p>a</p> *b*", "<p>a</p>\n<p><em>b</em></p>\n" },
	{ "<hr>\n*a*", "<hr>\n<p><em>a</em></p>\n" },
	{ "a\n<div>b</div>\n# c", "<p>a</p>\n<div>b</div>\n<h1>c</h1>\n" },
	{ "<iframe src=\"a\"></iframe>\n*b*", "<iframe src=\"a\"></iframe>\n"
	    "<p><em>b</em></p>\n" },
	{ "<h3>a</h3>\n- b", "<h3>a</h3>\n<ul>\n<li>b</li>\n</ul>\n" },
	{ "1. a\n   <div>\n\n   b\n\n   </div>\n2. c", "<ol>\n<li>a<div>\n"
	    "\nb\n\n</div>\n</li>\n<li>c</li>\n</ol>\n" },
	{ "- <div>a</div>\n- b", "<ul>\n<li><div>a</div>\n</li>\n<li>b</li>\n"
	    "</ul>\n" },
	{ "> <div>\n>\n>     a\n> </div>\n> *b*", "<blockquote>\n<div>\n\n"
	    "    a\n</div>\n<p><em>b</em></p>\n</blockquote>\n" },
	{ "<div>\n<div>\n\n*a*\n</div>\n\n*b*\n</div>\n", "<div>\n<div>\n\n"
	    "*a*\n</div>\n\n*b*\n</div>\n" },
	/* one that is not closed is as in CommonMark */
	{ "<div>\n\n*a*", "<div>\n<p><em>a</em></p>\n" },
	/* an inline element begins a paragraph */
	{ "<img src=\"a\">\n*b*\n", "<p><img src=\"a\">\n<em>b</em></p>\n" },
	{ "<span>\n*a*\n</span>\n", "<p><span>\n<em>a</em>\n</span></p>\n" },
	{ "* a\n* <img src=\"b\">\n  *c*", "<ul>\n<li>a</li>\n<li>"
	    "<img src=\"b\">\n<em>c</em></li>\n</ul>\n" },
	/* not in code */
	{ "`<div>`\n\n*a*\n\n`</div>`", "<p><code>&lt;div&gt;</code></p>\n<p>"
	    "<em>a</em></p>\n<p><code>&lt;/div&gt;</code></p>\n" },
	{ "    <div>\n\n*a*", "<pre><code>&lt;div&gt;\n</code></pre>\n<p>"
	    "<em>a</em></p>\n" }
};

static const struct row asking[] = {
	{ "<div markdown=\"1\" id=\"a\">\n*b*\n\n- c\n</div>\nd",
	    "<div id=\"a\">\n<p><em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n"
	    "</div>\n<p>d</p>\n" },
	{ "<aside markdown=block>*a*</aside>", "<aside>\n<p><em>a</em></p>\n"
	    "</aside>\n" },
	{ "a\n<p markdown=\"1\">\n*b*\n\n<b>c</b>\n</p>\nd", "<p>a</p>\n<p>\n"
	    "<em>b</em>\n\n<b>c</b>\n</p>\n<p>d</p>\n" },
	{ "<div markdown=\"span\">*a*</div>\n<div markdown=\"0\">*a*</div>",
	    "<div><em>a</em></div>\n<div markdown=\"0\">*a*</div>\n" },
	{ "<div markdown=\"1\">\n<div markdown=\"1\">\n*a*\n</div>\n<div>\n\n"
	    "*b*\n</div>\n*c*\n</div>", "<div>\n<div>\n<p><em>a</em></p>\n"
	    "</div>\n<div>\n\n*b*\n</div>\n<p><em>c</em></p>\n</div>\n" },
	{ "<table>\n<tr><td markdown=\"1\">*a*</td><td>*b*</td></tr>\n</table>",
	    "<table>\n<tr><td>\n<p><em>a</em></p>\n</td><td>*b*</td></tr>\n"
	    "</table>\n" },
	{ "<div markdown=\"1\">\n```\n</div>\n```\n</div>\n*a*", "<div>\n<pre>"
	    "<code>&lt;/div&gt;\n</code></pre>\n</div>\n<p><em>a</em></p>\n" },
	{ "> <div markdown=\"1\">\n> *a*\n> </div>", "<blockquote>\n<div>\n<p>"
	    "<em>a</em></p>\n</div>\n</blockquote>\n" },
	{ "- a\n- <p markdown=\"1\">*b*</p>\n- c", "<ul>\n<li>a</li>\n<li><p>"
	    "<em>b</em></p></li>\n<li>c</li>\n</ul>\n" },
	{ "<div markdown=\"1\">a <div markdown=\"1\"></div>b</div>", "<div>\n"
	    "<p>a <div markdown=\"1\"></div>b</p>\n</div>\n" },
	{ "`<div markdown=\"1\">`\n\n</div>", "<p><code>&lt;div "
	    "markdown=&quot;1&quot;&gt;</code></p>\n</div>\n" }
};

/* In Python-Markdown, the attribute needs no value. */
static const struct row asking_alone[] = {
	{ "<div class=\"a\" markdown>\n\n-   *b*\n\n    ---\n\n    c\n\n</div>",
	    "<div class=\"a\">\n<ul>\n<li><p><em>b</em></p>\n<hr>\n<p>c</p>"
	    "\n</li>\n</ul>\n</div>\n" },
	{ "<figure markdown>\n  ![a](b)\n  <figcaption>*c*</figcaption>\n"
	    "</figure>", "<figure>\n<p><img src=\"b\" alt=\"a\"></p>\n"
	    "  <figcaption>*c*</figcaption>\n</figure>\n" },
	{ "<i>markdown</i>\n\n<b>*a*</b>\n", "<p><i>markdown</i></p>\n<p><b>"
	    "<em>a</em></b></p>\n" }
};

/* Fenced code is code anywhere in an HTML block. */
static const struct row fences[] = {
	{ "<details><summary>a</summary>\n\n```python\nb < c\n\n*d*\n```\n\n"
	    "*e*\n</details>", "<details><summary>a</summary>\n\n<pre><code "
	    "class=\"language-python\">b &lt; c\n\n*d*\n</code></pre>\n\n*e*\n"
	    "</details>\n" },
	{ "<div>\n~~~\n```\n~~~~ \n</div>\n*a*", "<div>\n<pre><code>```\n"
	    "</code></pre>\n</div>\n<p><em>a</em></p>\n" },
	{ "<div>\n```\"<b>\n<a>\n```\n</div>", "<div>\n<pre><code class=\""
	    "language-&quot;&lt;b&gt;\">&lt;a&gt;\n</code></pre>\n</div>\n" },
	{ "<div markdown>\n<div>\n```\n*a*\n```\n</div>\n</div>", "<div>\n"
	    "<div>\n<pre><code>*a*\n</code></pre>\n</div>\n</div>\n" },
	{ "<div>\n``` a ```\n ```\n</div>", "<div>\n``` a ```\n ```\n</div>\n" }
};

/* After a list marker or four spaces, an element is inline. */
static const struct row inlines[] = {
	{ "* <details>\n    <summary>*a*</summary>\n\n    ![b](c)\n"
	    "  </details>\n", "<ul>\n<li><details>\n"
	    "  <summary>*a*</summary>\n<p><img src=\"c\" alt=\"b\"></p>\n"
	    "</details>\n</li>\n</ul>\n" },
	{ "- a\n\n    <div>\n    *b*\n    </div>\n\n    <pre>*c*</pre>",
	    "<ul>\n<li><p>a</p>\n<div>\n<em>b</em>\n</div>\n  <pre>*c*</pre>\n"
	    "</li>\n</ul>\n" },
	{ "> <div>*a*</div>", "<blockquote>\n<div><em>a</em></div>\n"
	    "</blockquote>\n" },
	{ "   <div>\n    <div>*a*</div></div>", "   <div>\n    <div>*a*</div>"
	    "</div>\n" }
};

/* The same for all HTML blocks. */
static const struct row all_asking[] = {
	{ "<div>\n*a*\n</div>\n<p>*b*</p>\n<div markdown=\"0\">*c*</div>",
	    "<div>\n<p><em>a</em></p>\n</div>\n<p><em>b</em></p>\n"
	    "<div markdown=\"0\">*c*</div>\n" },
	{ "<ul>\n<li>*a*</li>\n<li markdown=\"span\">*b*</li>\n</ul>", "<ul>\n"
	    "<li>*a*</li>\n<li><em>b</em></li>\n</ul>\n" },
	{ "<pre>\n*a*\n</pre>", "<pre>\n*a*\n</pre>\n" },
	/* indented like HTML */
	{ "<aside>\n\t<img src=\"a\">\n\n\t<p>b</p>\n</aside>\n\n*c*",
	    "<aside>\n\t<img src=\"a\">\n\n\t<p>b</p>\n</aside>\n"
	    "<p><em>c</em></p>\n" },
	{ "<div>\n    a\n</div>", "<div>\n<pre><code>a\n</code></pre>\n"
	    "</div>\n" }
};

/* Text between `<` and `>`. */
static const struct row angles[] = {
	{ "a <10:30> <-b:c> v< std::d>", "<p>a &lt;10:30&gt; &lt;-b:c&gt; "
	    "v&lt; std::d&gt;</p>\n" },
	{ "<a+b:c> <a b:c> `<1:2>`", "<p><a href=\"a+b:c\">a+b:c</a> <a b:c> "
	    "<code>&lt;1:2&gt;</code></p>\n" },
	{ "<o:p></o:p>", "<p>&lt;o:p&gt;&lt;/o:p&gt;</p>\n" },
	{ "d <!--a:b--> <?a:b?> <10:30", "<p>d <!--a:b--> <?a:b?> &lt;10:30"
	    "</p>\n" },
	{ "<div>\n<o:p></o:p>\n</div>", "<div>\n<o:p></o:p>\n</div>\n" }
};

static const struct row old_angles[] = {
	{ "v<std::a> <10:30> <irc://b/c>", "<p>v&lt;std::a&gt; &lt;10:30&gt; "
	    "&lt;irc://b/c&gt;</p>\n" },
	{ "<http://a/> <mailto:a@b.c>", "<p><a href=\"http://a/\">http://a/"
	    "</a> <a href=\"mailto:a@b.c\">mailto:a@b.c</a></p>\n" },
	{ "a<o:p></o:p>\n\n- *b* <st1:c w:d=\"e>f\">g</st1:c>\n", "<p>a</p>\n"
	    "<ul>\n<li><em>b</em> g</li>\n</ul>\n" },
	{ "a\n<g:b/>\nc `<o:p>` \\<o:p>", "<p>a\n\nc <code>&lt;o:p&gt;</code>"
	    " &lt;o:p&gt;</p>\n" },
	{ "<div>\n<o:p></o:p>\n</div>", "<div>\n<o:p></o:p>\n</div>\n" }
};

static const struct row definitions[] = {
	{ "a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n" },
	{ "*a*\n`b`\n:   c **d**\n    e\nf\n: g\n\nh", "<dl>\n<dt><em>a</em>"
	    "</dt>\n<dt><code>b</code></dt>\n<dd>c <strong>d</strong>\ne\nf"
	    "</dd>\n<dd>g</dd>\n</dl>\n<p>h</p>\n" },
	{ "|a|b|\n|-|-|\n\n: c\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "<th>b</th>\n</tr>\n</thead>\n</table>\n<p>: c</p>\n" },
	{ "> a\nb\n: c\n", "<blockquote>\n<p>a\nb\n: c</p>\n"
	    "</blockquote>\n" },
	{ "a\n: b\n[^1]: c", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n" },
	{ "a\n: b\n***\nc", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<hr>\n"
	    "<p>c</p>\n" },
	{ "a\n: b\n<!-- c -->\nd", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"
	    "<!-- c -->\n<p>d</p>\n" },
	/* A list item's blockquote ends where another begins to its left. */
	{ "- > a\n> : b", "<ul>\n<li><blockquote>\n<p>a</p>\n</blockquote>\n"
	    "</li>\n</ul>\n<blockquote>\n<p>: b</p>\n</blockquote>\n" },
	{ "- a\n\n  > b\n> c\n> : d", "<ul>\n<li><p>a</p>\n<blockquote>\n"
	    "<p>b</p>\n</blockquote>\n</li>\n</ul>\n<blockquote>\n<dl>\n"
	    "<dt>c</dt>\n<dd>d</dd>\n</dl>\n</blockquote>\n" },
	{ "a\n: b\n\n  ```\n  c\n\nd", "<dl>\n<dt>a</dt>\n<dd>\nb\n<pre><code>c"
	    "\n</code></pre>\n</dd>\n</dl>\n<p>d</p>\n" },
	/* next to tables */
	{ "|a|\n|-|\n|b|\n===\nc\n: d", "<table>\n<thead>\n<tr>\n<th>a</th>"
	    "\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n<tr>\n"
	    "<td>===</td>\n</tr>\n</tbody>\n</table>\n<dl>\n<dt>c</dt>\n"
	    "<dd>d</dd>\n</dl>\n" },
	{ "a\n: b\n  c|d\n  -|-", "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n<table>"
	    "\n<thead>\n<tr>\n<th>c</th>\n<th>d</th>\n</tr>\n</thead>\n"
	    "</table>\n</dd>\n</dl>\n" },
	{ "a\n: b\n[^1] c", "<dl>\n<dt>a</dt>\n<dd>b\n[^1] c</dd>\n</dl>\n" },
	{ "a\\\n: b\\", "<dl>\n<dt>a\\</dt>\n<dd>b\\</dd>\n</dl>\n" },
	/* after a blank line: paragraphs */
	{ "a\n\n: b\n\n: c\n", "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n"
	    "<dd>\n<p>c</p>\n</dd>\n</dl>\n" },
	/* blocks in a definition */
	{ "a\n: b\n\n  c\n\n      d\n\ne", "<dl>\n<dt>a</dt>\n<dd>\nb\n<p>c"
	    "</p>\n<pre><code>d\n</code></pre>\n</dd>\n</dl>\n<p>e</p>\n" },
	{ "a\n:   - b\n    - c", "<dl>\n<dt>a</dt>\n<dd>\n<ul>\n<li>b</li>\n"
	    "<li>c</li>\n</ul>\n</dd>\n</dl>\n" },
	{ "a\n: ```\n  b\n\n  c\n  ```", "<dl>\n<dt>a</dt>\n<dd>\n<pre><code>b"
	    "\n\nc\n</code></pre>\n</dd>\n</dl>\n" },
	/* a list continues after blank lines, and ends at a paragraph */
	{ "a\n: b\n\nc\n: d", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n"
	    "<dd>d</dd>\n</dl>\n" },
	{ "a\n: b\n\nc\n\nd\n: e", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"
	    "<p>c</p>\n<dl>\n<dt>d</dt>\n<dd>e</dd>\n</dl>\n" },
	/* emphasis does not cross terms and definitions */
	{ "*a\n: b *c\n: d*", "<dl>\n<dt>*a</dt>\n<dd>b *c</dd>\n<dd>d*</dd>\n"
	    "</dl>\n" },
	{ "> a\n> : b\n>\n>   c\n\nd", "<blockquote>\n<dl>\n<dt>a</dt>\n<dd>\n"
	    "b\n<p>c</p>\n</dd>\n</dl>\n</blockquote>\n<p>d</p>\n" },
	{ "- a\n  : b", "<ul>\n<li><dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n</li>"
	    "\n</ul>\n" },
	/* a list ends with its container */
	{ "- a\n  : b\n\nc\n: d", "<ul>\n<li><dl>\n<dt>a</dt>\n<dd>b</dd>\n"
	    "</dl>\n</li>\n</ul>\n<dl>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n" },
	{ "a\n: b\n\n> c\n> : d", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"
	    "<blockquote>\n<dl>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n"
	    "</blockquote>\n" },
	{ "a\n:\tb\n\n\tc", "<dl>\n<dt>a</dt>\n<dd>\nb\n<p>c</p>\n</dd>\n</dl>"
	    "\n" },
	/* not definition lists */
	{ "a\n:b", "<p>a\n:b</p>\n" },
	/* not in <p>, despite the letters */
	{ "a\n: up\nxp", "<dl>\n<dt>a</dt>\n<dd>up\nxp</dd>\n</dl>\n" },
	{ "# a\n: b", "<h1>a</h1>\n<p>: b</p>\n" },
	{ ": a", "<p>: a</p>\n" },
	{ "a\n\n\n: b", "<p>a</p>\n<p>: b</p>\n" },
	{ "```\na\n: b\n```\n", "<pre><code>a\n: b\n</code></pre>\n" },
	{ "a `b\nc`\n: d", "<p>a <code>b c</code>\n: d</p>\n" },
	{ "a `b\n: c`", "<p>a <code>b : c</code></p>\n" }
};

/* Common to Kramdown, Python-Markdown and Pandoc. */
static const struct row spans[] = {
	{ "**Rain:**now and (**b**)c", "<p><strong>Rain:</strong>now and "
	    "(<strong>b</strong>)c</p>\n" },
	{ "\xe3\x81\x82**\xe3\x80\x8c\xe9\x9b\xa8\xe3\x80\x8d**\xe3\x81\xa7*"
	    "\xef\xbc\x88\xe9\x9b\xa8\xef\xbc\x89*\xe3\x81\x82", "<p>\xe3\x81"
	    "\x82<strong>\xe3\x80\x8c\xe9\x9b\xa8\xe3\x80\x8d</strong>"
	    "\xe3\x81\xa7<em>\xef\xbc\x88\xe9\x9b\xa8\xef\xbc\x89</em>"
	    "\xe3\x81\x82</p>\n" },
	/* ... and so does a `_` between it and punctuation */
	{ "**a _b_**, (**_c_**)", "<p><strong>a <em>b</em></strong>, "
	    "(<strong><em>c</em></strong>)</p>\n" },
	/* a `_` next to them */
	{ "**_a_**: b, *__c__*.", "<p><strong><em>a</em></strong>: b, <em>"
	    "<strong>c</strong></em>.</p>\n" },
	{ "a**_b_**c _**d**_. _**e:** f_", "<p>a<strong><em>b</em></strong>c "
	    "<em><strong>d</strong></em>. <em><strong>e:</strong> f</em>"
	    "</p>\n" },
	/* in HTML no placeholder is left */
	{ "<aside *_a\n\n<script*_b", "<aside *_a\n<script*_b\n" },
	{ "a * b *c* `*\"*d` \\*(e)\\*", "<p>a * b <em>c</em> <code>*&quot;*d"
	    "</code> *(e)*</p>\n" },
	{ "[a](/b*(c)*d) <b title=\"*(c)*d\">e</b>", "<p><a href=\"/b*(c)*d\">"
	    "a</a> <b title=\"*(c)*d\">e</b></p>\n" },
	/* a single tilde is text */
	{ "3~5, 6~7, ~a~, ~~b~~", "<p>3~5, 6~7, ~a~, <del>b</del></p>\n" },
	{ "[a](/~b) http://a.b/~c ~ `~d` <i title=\"~e\">f</i>", "<p><a href="
	    "\"/~b\">a</a> <a href=\"http://a.b/~c\">http://a.b/~c</a> ~ "
	    "<code>~d</code> <i title=\"~e\">f</i></p>\n" },
	/* spaces in URLs */
	{ "![a](b c.png) [d](e f (g) \"h\") [i](j)", "<p><img src="
	    "\"b%20c.png\" alt=\"a\"> <a href=\"e%20f%20(g)\" title=\"h\">d</a>"
	    " <a href=\"j\">i</a></p>\n" },
	{ "[a] (b c) [d](e \"f\") [g](h\ni)", "<p>[a] (b c) <a href=\"e\" "
	    "title=\"f\">d</a> [g](h\ni)</p>\n" }
};

/* Common to Kramdown and Pandoc. */
static const struct row addresses[] = {
	{ "[a][] ![b][] [c][]\n\n[a]: /d e \"f\"\n [b]: g/h i.png\n[c]: /j",
	    "<p><a href=\"/d%20e\" title=\"f\">a</a> <img src=\"g/h%20i.png\" "
	    "alt=\"b\"> <a href=\"/j\">c</a></p>\n" },
	{ "[a]: b c\n\nd\n[e]: /f g\n\n    [h]: /i j", "<p>[a]: b c</p>\n<p>d\n"
	    "[e]: /f g</p>\n<pre><code>[h]: /i j\n</code></pre>\n" }
};

#define FIGURE(alt, caption) "<figure><img src=\"a\" alt=\"" alt "\">" \
	"<figcaption>" caption "</figcaption></figure>\n"

/* Pandoc: captions of images that are paragraphs. */
static const struct row figures[] = {
	{ "![b *c* [d](e)](a)\n\n![b](a) c\n\n![](a)\n\n    ![b](a)",
	    FIGURE("b c d", "b <em>c</em> <a href=\"e\">d</a>")
	    "<p><img src=\"a\" alt=\"b\"> c</p>\n"
	    "<p><img src=\"a\" alt=\"\"></p>\n<pre><code>![b](a)\n"
	    "</code></pre>\n" },
	{ "- b\n\n  ![c\n  d](a)\n\n> ![e](a)", "<ul>\n<li><p>b</p>\n"
	    FIGURE("c d", "c\nd") "</li>\n</ul>\n<blockquote>\n"
	    FIGURE("e", "e") "</blockquote>\n" },
	{ "> b\n![c](a)\n\nd\n\n- e\n![f](a)\n\n![g](a)", "<blockquote>\n<p>b\n"
	    "<img src=\"a\" alt=\"c\"></p>\n</blockquote>\n<p>d</p>\n<ul>\n<li>"
	    "e\n<img src=\"a\" alt=\"f\"></li>\n</ul>\n" FIGURE("g", "g") },
	{ "![b](a)\n![c](a)\n\n![b]\n\n![b](a",
	    "<p><img src=\"a\" alt=\"b\">\n<img src=\"a\" alt=\"c\"></p>\n"
	    "<p>![b]</p>\n<p>![b](a</p>\n" },
	/* ... and of tables */
	{ "|a|\n|-|\n\n: *b*\n\n:c\n\n> : d\n\na\n\n:b", "<table>\n<thead>\n"
	    "<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n<p><em>b</em></p>\n"
	    "<p>:c</p>\n<blockquote>\n<p>d</p>\n</blockquote>\n<p>a</p>\n"
	    "<p>:b</p>\n" },
	{ "<div>\n![b \\] c](a)\n</div>", "<div>\n" FIGURE("b ] c", "b ] c")
	    "</div>\n" }
};

/* Python-Markdown: code in list items. */
static const struct row item_code[] = {
	{ "- a\n\n        b\n          c\n\n\t\td\n",
	    "<ul>\n<li><p>a</p>\n<pre><code>b\n  c\n\nd\n</code></pre>\n</li>\n"
	    "</ul>\n" },
	{ "1. a\n    - b\n\n            c\n",
	    "<ol>\n<li>a<ul>\n<li><p>b</p>\n<pre><code>c\n</code></pre>\n"
	    "</li>\n</ul>\n</li>\n</ol>\n" },
	/* less indented, in a fence, and outside lists */
	{ "- a\n\n       b\n\n    ```\n            c\n    ```\n\nd\n\n"
	    "        e\n", "<ul>\n<li><p>a</p>\n<pre><code> b\n</code></pre>\n"
	    "<pre><code>        c\n</code></pre>\n</li>\n</ul>\n<p>d</p>\n"
	    "<pre><code>    e\n</code></pre>\n" }
};

/* Kramdown and Python-Markdown: labels after a space. */
static const struct row apart[] = {
	{ "[a] [b] [a]\n[B], ![a] [b]\n\n[b]: c", "<p><a href=\"c\">a</a> "
	    "<a href=\"c\">a</a>, <img src=\"c\" alt=\"a\"></p>\n" },
	{ "[a][b] [b] [c](d) [b]\n\n[b]: <c> \"t\"", "<p><a href=\"c\" "
	    "title=\"t\">a</a> <a href=\"c\" title=\"t\">b</a> <a href=\"d\">"
	    "c</a> <a href=\"c\" title=\"t\">b</a></p>\n" },
	/* not defined, or not a link text */
	{ "[a] [b] a] [c] \\[a\\] [c] [a]  [c]\n\n[c]: d", "<p>[a] [b] a] <a "
	    "href=\"d\">c</a> [a] <a href=\"d\">c</a> [a]  <a href=\"d\">c"
	    "</a></p>\n" },
	{ "[a][]\n[b][] [a][]\n\n[a]: c\n\n[b]: d", "<p><a href=\"c\">a</a>\n"
	    "<a href=\"d\">b</a> <a href=\"c\">a</a></p>\n" },
	{ "- [x] [b]\n\n[b]: c", "<ul>\n<li class=\"task-list-item\">"
	    "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
	    "disabled checked> <a href=\"c\">b</a></li>\n</ul>\n" }
};

/* Python-Markdown: link definitions that end a paragraph. */
static const struct row parted[] = {
	{ "a [b][1]\n[1]: c\n [2]: <d> 't'\n[e][2]", "<p>a <a href=\"c\">b</a>"
	    "</p>\n<p><a href=\"d\" title=\"t\">e</a></p>\n" },
	{ "- a [b]\n- c\n[b]: d\n", "<ul>\n<li>a <a href=\"d\">b</a></li>\n"
	    "<li>c</li>\n</ul>\n" },
	{ "[a]\n[a]: b c\n\n> [a]\n> [a]: b\n\n`[a]\n[a]: b`", "<p>[a]\n[a]: b "
	    "c</p>\n<blockquote>\n<p>[a]\n[a]: b</p>\n</blockquote>\n<p>"
	    "<code>[a] [a]: b</code></p>\n" }
};

static const struct row kramdown_spans[] = {
	{ "a\\\\\nb\\\\\n\nc\\\\d", "<p>a<br>\nb\\</p>\n<p>c\\d</p>\n" },
	/* ... but not in a formula */
	{ "$$\na_1 \\\\\nb_1\n$$", "<p>$$\na_1 \\\\\nb_1\n$$</p>\n" },
	/* a backslash before an ordinary character is text */
	{ "\\^a\\, `\\^` [b](c\\,d) \\\\^ \\* $x\\,^y$ <b c=\"\\^\"> "
	    "www.a.b/?c",
	    "<p>\\^a\\, <code>\\^</code> <a href=\"c,d\">b</a> \\^ * $x\\,^y$ "
	    "<b c=\"\\^\"> <a href=\"http://www.a.b/?c\">www.a.b/?c</a>"
	    "</p>\n" },
	/* one backslash escapes a bracket and does not begin a formula */
	{ "/\\[^a=b\\]/ \\(c^d\\) [\\[e^f\\]](g) \\\\(h^i_j\\\\) `\\[k=l\\]`",
	    "<p>/[^a=b]/ (c^d) <a href=\"g\">[e^f]</a> \\(h^i_j\\) "
	    "<code>\\[k=l\\]</code></p>\n" },
	/* no link definition in a paragraph, and no label in code */
	{ "a\n[b]: c\n\n`[a] [b]`\n\n    [a] [b]", "<p>a\n[b]: c</p>\n"
	    "<p><code>[a] [b]</code></p>\n<pre><code>[a] [b]\n</code>"
	    "</pre>\n" },
	{ "#a", "<p>#a</p>\n" },
	{ "a <i class=\"b\"/> c <a id='d' /> <b/>", "<p>a <i class=\"b\"></i>"
	    " c <a id='d'></a> <b></b></p>\n" },
	{ "a <i\n/> b", "<p>a <i></i> b</p>\n" },
	{ "a <br/> <a href=b/>c</a> `<i/>` <x-y/>", "<p>a <br/> "
	    "<a href=b/>c</a> <code>&lt;i/&gt;</code> <x-y/></p>\n" },
	{ "<span/> a\n\n<div/>\n\na", "<p><span></span> a</p>\n<div/>\n"
	    "<p>a</p>\n" },
	/* a formula stays as typed, unless Kramdown does not know it */
	{ "$$ a\\_b^\\* \\\\\\\\ \\\\{c $$ $d\\_1$\n", "<p>$$ a\\_b^\\* "
	    "\\\\\\\\ \\\\{c $$ $d_1$</p>\n" },
	/* content of code elements */
	{ "a <code>*b* <i c=\"d_e_\">`f`</i>\n\\g</code> *h*\n",
	    "<p>a <code>*b* <i c=\"d_e_\">`f`</i>\n\\g</code> <em>h</em>"
	    "</p>\n" },
	{ "<code>*a*\n\n*b*</code>\n\n<code>*c*\n", "<p><code><em>a</em>"
	    "</p>\n<p><em>b</em></code></p>\n<p><code><em>c</em></p>\n" },
	{ "```\n<code>*a*</code>\n<code>`\n```\n", "<pre><code>&lt;code&gt;*a*"
	    "&lt;/code&gt;\n&lt;code&gt;`\n</code></pre>\n" },
	{ "a <kbd>\\</kbd> <samp>*b* `</samp> `c` <var>d *e*", "<p>a <kbd>\\"
	    "</kbd> <samp>*b* `</samp> <code>c</code> <var>d <em>e</em></p>\n"
	    },
	{ "<kbd>\\/ *</kbd> <samp><12:30>*</samp> \\/", "<p><kbd>\\/ *</kbd> "
	    "<samp>&lt;12:30&gt;*</samp> \\/</p>\n" },
	{ "<var>$x_1$</var>\n\n| <kbd>\\|</kbd> |\n|---|", "<p><var>$x_1$</var>"
	    "</p>\n<table>\n<thead>\n<tr>\n<th><kbd>|</kbd></th>\n</tr>\n"
	    "</thead>\n</table>\n" },
	/* block tags in text */
	{ "a <div>, <H1> b <ul> *c*\n\n# d <nav>\n\n- e (<li>)\n- <ol>\n",
	    "<p>a &lt;div&gt;, &lt;H1&gt; b &lt;ul&gt; <em>c</em></p>\n"
	    "<h1>d &lt;nav&gt;</h1>\n<ul>\n<li>e (&lt;li&gt;)</li>\n<li>"
	    "<ol>\n</li>\n</ul>\n" },
	{ "a <div>b</div> <P> <hr> <div c> <span> \\<dl> `<dl>` <center>",
	    "<p>a <div>b</div> <P> <hr> <div c> <span> &lt;dl&gt; <code>"
	    "&lt;dl&gt;</code> <center></p>\n" }
};

#define HEAD(a, b) "<table>\n<thead>\n<tr>\n<th>" a "</th>\n<th>" b \
	"</th>\n</tr>\n</thead>\n<tbody>\n"
#define NO_HEAD "<table>\n<tbody>\n"
#define CELLS(a, b) "<tr>\n<td>" a "</td>\n<td>" b "</td>\n</tr>\n"
#define END "</tbody>\n</table>\n"

static const struct row kramdown_rows[] = {
	{ "| a | b |\n| c | d |", NO_HEAD CELLS("a", "b") CELLS("c", "d") END },
	{ "|a|b\nc|d|\n", NO_HEAD CELLS("a", "b") CELLS("c", "d") END },
	{ "| a | b |\n|---|---|\n| c | d |", HEAD("a", "b") CELLS("c", "d")
	    END },
	/* rules above the header, and in the body */
	{ "|---\n| a | b\n|-|-|-\n| c | d\n|---\n| e\n|===\n| f | g",
	    HEAD("a", "b") CELLS("c", "d") CELLS("e", "") CELLS("f", "g")
	    END },
	{ "+---+---+\n| a | b |", "<p>+---+---+\n| a | b |</p>\n" },
	{ "|a|b\n|:-|-:\n|c|d\n|===\n|e|f", "<table>\n<thead>\n<tr>\n<th align="
	    "\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n"
	    "<tbody>\n<tr>\n<td align=\"left\">c</td>\n<td align=\"right\">"
	    "d</td>\n</tr>\n<tr>\n<td align=\"left\">e</td>\n<td align="
	    "\"right\">f</td>\n</tr>\n" END },
	/* a footer before the rule, and several header rows */
	{ "|a|b\n|=\n|c|d\n|-\n|e|f", NO_HEAD CELLS("a", "b")
	    CELLS("c", "d") CELLS("e", "f") END },
	{ "|a|b\n|c|d\n|-|-\n|e|f", HEAD("a", "b") CELLS("c", "d")
	    CELLS("e", "f") END },
	/* a row that is wider than the header, or narrower */
	{ "|a\n|-\n|b|c", HEAD("a", "") CELLS("b", "c") END },
	/* bars that are text */
	{ "|`a|b`|c\\|d|\n| ``e`|`` | `f |", NO_HEAD CELLS("<code>a|b</code>",
	    "c|d") CELLS("<code>e`|</code>", "`f") END },
	/* rows that are not blocks by themselves */
	{ "| a | b |\nc", "<p>| a | b |\nc</p>\n" },
	{ "c\n| a | b |", "<p>c\n| a | b |</p>\n" },
	{ "|-|-|", "<p>|-|-|</p>\n" },
	/* code */
	{ "```\n| a |\n```\n\n    | b |\n\n- c\n\n      | d |\n", "<pre><code>"
	    "| a |\n</code></pre>\n<pre><code>| b |\n</code></pre>\n<ul>\n"
	    "<li><p>c</p>\n<pre><code>| d |\n</code></pre>\n</li>\n</ul>\n" },
	{ "<div>\n| a | b |\n</div>", "<div>\n| a | b |\n</div>\n" }
};

static const struct row extra_spans[] = {
	{ "#a\n##b##\n####### c\n\\#d", "<h1>a</h1>\n<h2>b</h2>\n"
	    "<p>####### c\n#d</p>\n" },
	{ "##a#\n#b\\#\n#`c`# \n##d`##`", "<h2>a#</h2>\n<h1>b#</h1>\n"
	    "<h1><code>c</code></h1>\n<h2>d<code>##</code></h2>\n" },
	{ "a\\\\\nb", "<p>a\\\nb</p>\n" },
	{ "<center>\n![a](b)\n*c*\n</center>\n<div>*d*</div>", "<center>\n"
	    "<p><img src=\"b\" alt=\"a\">\n<em>c</em></p>\n</center>\n"
	    "<div>*d*</div>\n" },
	{ "#a\n<img src=\"b\">\n#c\nd", "<h1>a</h1>\n<p><img src=\"b\"></p>\n"
	    "<h1>c</h1>\n<p>d</p>\n" }
};

static const struct row wide_marks[] = {
	{ "**\xe9\x9b\xa8\xef\xbc\x9a**\xe6\xb0\xb4 \xe9\x9b\xa8**\xe2\x80\x9c"
	    "a\xe2\x80\x9d**\xe6\xb0\xb4", "<p><strong>\xe9\x9b\xa8\xef\xbc\x9a"
	    "</strong>\xe6\xb0\xb4 \xe9\x9b\xa8<strong>\xe2\x80\x9c"
	    "a\xe2\x80\x9d</strong>\xe6\xb0\xb4</p>\n" },
	{ "*\xe3\x80\x8c\xe9\x9b\xa8\xe3\x80\x8d*a", "<p><em>\xe3\x80\x8c"
	    "\xe9\x9b\xa8\xe3\x80\x8d</em>a</p>\n" },
	/* around code, a link and quotation marks */
	{ "\xe9\x9b\xa8\xef\xbc\x9a**`a`**\xef\xbc\x88" " **[c](d)**"
	    "\xef\xbc\x89*\"e\"*\xe3\x80\x82", "<p>\xe9\x9b\xa8\xef\xbc\x9a"
	    "<strong><code>a</code></strong>\xef\xbc\x88 <strong><a href="
	    "\"d\">c</a></strong>\xef\xbc\x89<em>&quot;e&quot;</em>"
	    "\xe3\x80\x82</p>\n" },
	/* a space, and ASCII punctuation */
	{ "**\xe3\x80\x80" "a** **b:**c", "<p>**\xe3\x80\x80" "a** **b:**c"
	    "</p>\n" },
	{ "`**\xe3\x80\x8c**a` <b title=\"a*\xe3\x80\x8c*b\">c</b>", "<p><code>"
	    "**\xe3\x80\x8c**a</code> <b title=\"a*\xe3\x80\x8c*b\">c</b>"
	    "</p>\n" }
};

static const struct row emoji[] = {
	{ "x://a/?b=:fire:&c&:bug: (:key:)", "<p>x://a/?b=:fire:&amp;c&amp;"
	    ":bug: (\xf0\x9f\x94\x91)</p>\n" },
	{ ":tada: a:+1: :-1:b **:bug:** \xe9\x9b\xa8:heart:", "<p>"
	    "\U0001f389 a:+1: \U0001f44eb <strong>\U0001f41b</strong> "
	    "\xe9\x9b\xa8\u2764\ufe0f</p>\n" },
	{ ":x::x: :x:::x:", "<p>\u274c\u274c \u274c::x:</p>\n" },
	{ "`:tada:` \\:tada: :none: ::tada:: 10:100:20 :a :tada:",
	    "<p><code>:tada:</code> :tada: :none: ::tada:: 10:100:20 :a "
	    "\U0001f389</p>\n" },
	{ "| a |\n|:-:|\n| :x: |\n\n<i>\n:x:\n</i>\n\n[:x:](/:x:)",
	    "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n</tr>\n"
	    "</thead>\n<tbody>\n<tr>\n<td align=\"center\">\u274c</td>\n</tr>\n"
	    "</tbody>\n</table>\n<i>\n:x:\n</i>\n"
	    "<p><a href=\"/:x:\">\u274c</a></p>\n" }
};

/* Indentation does not make code; elements make HTML blocks. */
static const struct row flat[] = {
	{ "    www.a.example/b\n-      $a_1 *b* c$\n\n        d",
	    "<p><a href=\"http://www.a.example/b\">www.a.example/b</a></p>\n"
	    "<ul>\n<li><p>$a_1 *b* c$</p>\n<p>d</p>\n</li>\n</ul>\n" },
	{ "> a\n\n    > b\n\n    <b>\n    *d*", "<blockquote>\n"
	    "<p>a</p>\n</blockquote>\n<blockquote>\n<p>b</p>\n"
	    "</blockquote>\n    <b>\n    *d*\n" },
	{ "    ```\n    a\n    ```\nwww.a.example", "<pre><code>a\n"
	    "</code></pre>\n<p><a href=\"http://www.a.example\">"
	    "www.a.example</a></p>\n" }
};

/* In MDX it does not, either. */
static const struct row in_mdx[] = {
	{ "<blockquote>\n\n|a|b|\n|-|-|\n|c|d|\n</blockquote>\n\ne",
	    "<blockquote>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n"
	    "</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n"
	    "</tbody>\n</table>\n</blockquote>\n<p>e</p>\n" },
	{ "    $a_1 *b* c$", "<p>$a_1 *b* c$</p>\n" },
	{ "    www.a.example/b", "<p><a href=\"http://www.a.example/b\">"
	    "www.a.example/b</a></p>\n" },
	{ "a\n    ```\n    *b*\n    ```", "<p>a</p>\n<pre><code>*b*\n"
	    "</code></pre>\n" },
	{ "    a\n    : b\n\n          c", "    <dl>\n<dt>a</dt>\n"
	    "    <dd>\nb\n<p>c</p>\n    </dd>\n    </dl>\n" },
	{ "a\n: b\n\n      ```\n      c\n\nd", "<dl>\n<dt>a</dt>\n<dd>\nb\n"
	    "<pre><code>c\n</code></pre>\n</dd>\n</dl>\n<p>d</p>\n" },
	{ "    a[^1]\n\n\t[^1]: b\n\tc\n\n        d[^2]\n\n[^2]: e",
	    "<p>a" REF("1", "") "</p>\n" NOTES NOTE("1") "<p>b\nc</p>\n<p>d"
	    REF("2", "") " " BACK("1") "</p>\n</li>\n" NOTE("2") "<p>e "
	    BACK("2") "</p>\n</li>\n</ol>\n" }
};

static const struct row mdx_wraps[] = {
	{ "    a\n    b", "<p>a<br>\nb</p>\n" }
};

static void
test_table(const struct row *rows, size_t count,
    const struct markdown_options *o, const char *name)
{
	struct buf got = { 0 };
	size_t i;

	for (i = 0; i < count; i++) {
		buf_clear(&got);
		buf_puts(&got, "");
		markdown_render(&got, rows[i].source,
		    strlen(rows[i].source), o);
		if (!tap_ok(strcmp(got.bytes, rows[i].want) == 0, "%s %zu",
		    name, i))
			printf("# %s\n# got:\n%s\n# want:\n%s\n",
			    rows[i].source, got.bytes, rows[i].want);
	}
	buf_release(&got);
}

/* More ids than fit at first, each of them twice. */
static void
test_many_ids(void)
{
	const struct markdown_options headings = { .heading_ids = true };
	struct buf source = { 0 }, out = { 0 };
	unsigned i, wrong = 0;
	const char *found;
	char id[20];

	for (i = 0; i < 400; i++)
		buf_printf(&source, "# h%u\n", i % 200);
	markdown_render(&out, source.bytes, source.length, &headings);
	for (i = 0; i < 400; i++) {
		snprintf(id, sizeof id, "\"h%u%s\"", i % 200, i < 200 ? "" :
		    "-1");
		found = strstr(out.bytes, id);
		wrong += found == NULL || strstr(found + 1, id) != NULL;
	}
	tap_ok(wrong == 0, "each of 400 headings has its own id");
	buf_release(&source);
	buf_release(&out);
}

/* Dialects that are older than CommonMark. */
static void
test_dialects(void)
{
	const struct markdown_options kramdown = { .dialect =
	    MARKDOWN_KRAMDOWN };
	const struct markdown_options extra = { .dialect = MARKDOWN_EXTRA };
	const struct markdown_options pandoc = { .dialect = MARKDOWN_PANDOC };
	const struct markdown_options hexo = { .dialect =
	    MARKDOWN_WIDE_MARKS };

	test_table(blocks, COUNT(blocks), &kramdown, "blocks");
	test_table(asking, COUNT(asking), &kramdown, "asking");
	test_table(asking_alone, COUNT(asking_alone), &extra, "asking alone");
	test_table(fences, COUNT(fences), &extra, "fences in HTML");
	test_table(inlines, COUNT(inlines), &extra, "HTML in a line");
	test_table(spans, COUNT(spans), &kramdown, "spans");
	test_table(spans, COUNT(spans), &extra, "spans of Python-Markdown");
	test_table(spans, COUNT(spans), &pandoc, "spans of Pandoc");
	test_table(addresses, COUNT(addresses), &kramdown, "addresses");
	test_table(addresses, COUNT(addresses), &pandoc,
	    "addresses of Pandoc");
	test_table(old_angles, COUNT(old_angles), &kramdown, "angles");
	test_table(old_angles, COUNT(old_angles), &extra,
	    "angles of Python-Markdown");
	test_table(figures, COUNT(figures), &pandoc, "captions of Pandoc");
	test_table(item_code, COUNT(item_code), &extra, "code in items");
	test_table(apart, COUNT(apart), &kramdown, "labels apart");
	test_table(apart, COUNT(apart), &extra,
	    "labels apart, to Python-Markdown");
	test_table(parted, COUNT(parted), &extra, "definitions of labels");
	test_table(wide_marks, COUNT(wide_marks), &hexo, "spans of Hexo");
	test_table(kramdown_spans, COUNT(kramdown_spans), &kramdown,
	    "spans of Kramdown alone");
	test_table(kramdown_rows, COUNT(kramdown_rows), &kramdown, "rows");
	test_table(extra_spans, COUNT(extra_spans), &extra,
	    "spans of Python-Markdown alone");
}

int
main(void)
{
	const struct markdown_options notes = { .footnotes = "p" };
	const struct markdown_options python_notes = { .footnotes = "p",
	    .dialect = MARKDOWN_BLANK_LABELS | MARKDOWN_ALL_NOTES };
	const struct markdown_options none = { .footnotes = NULL };
	const struct markdown_options with_emoji = { .dialect =
	    MARKDOWN_EMOJI };
	const struct markdown_options no_code = { .dialect = MARKDOWN_FLAT };
	const struct markdown_options mdx = { .footnotes = "p",
	    .dialect = MARKDOWN_DEFINITIONS, .is_mdx = true };
	const struct markdown_options hard = { .hard_wraps = true };
	const struct markdown_options hard_mdx = { .hard_wraps = true,
	    .is_mdx = true };
	const struct markdown_options headings = { .heading_ids = true };
	const struct markdown_options all_blocks = { .dialect =
	    MARKDOWN_ALL_BLOCKS };
	const struct markdown_options any = { .dialect = MARKDOWN_ANY };

	test_table(footnotes, COUNT(footnotes), &notes, "footnotes");
	test_table(extra_notes, COUNT(extra_notes), &python_notes,
	    "footnotes of Python-Markdown");
	test_table(formulas, COUNT(formulas), &none, "formulas");
	test_table(angles, COUNT(angles), &none, "between angles");
	test_table(wraps, COUNT(wraps), &hard, "hard wraps");
	test_table(ids, COUNT(ids), &headings, "heading ids");
	test_dialects();
	test_table(asking, COUNT(asking), &any, "asking anywhere");
	test_table(asking_alone, COUNT(asking_alone), &any,
	    "asking alone anywhere");
	test_table(all_asking, COUNT(all_asking), &all_blocks,
	    "all blocks asking");
	test_table(definitions, COUNT(definitions), &any, "definitions");
	test_table(emoji, COUNT(emoji), &with_emoji, "emoji");
	test_table(flat, COUNT(flat), &no_code, "flat Markdown");
	test_table(in_mdx, COUNT(in_mdx), &mdx, "MDX");
	test_table(mdx_wraps, COUNT(mdx_wraps), &hard_mdx,
	    "hard wraps of MDX");
	test_many_ids();
	return tap_end();
}

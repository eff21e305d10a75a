"""Compare the bodies of posts with those that the real generators make.

The posts are the parts of the files in tests/generators/bodies: those of *.md
for all generators except MDX, and those of NAME/*.md for one generator.  A
part:

    %% what it shows
    %- NAME...: why ours differs from that of these generators
    ---
    front matter, if any
    ---
    the body

Both bodies are parsed as HTML, and the trees are compared, except for what no
reader sees.  An expected difference that does not occur is a failure, too.

Excerpts are compared, too: the same bodies before a marker, except for those
that differ, or have a reason for NAME-excerpt.
"""

import difflib
import glob
import html
import os
import re
import tempfile
import urllib.parse

import common

try:
    import html5lib
except ImportError:
    common.skip("this Python has no html5lib")

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bodies")

VOID = "area br col embed hr img input link meta source track wbr".split()
BLOCKS = ("address article aside audio blockquote body br caption center col "
          "colgroup dd details div dl dt fieldset figcaption figure footer "
          "form h1 h2 h3 h4 h5 h6 header hr iframe legend li main nav ol p "
          "pre section source summary table tbody td tfoot th thead tr ul "
          "video")

# For style sheets, scripts, robots and accessibility: not visible.
IGNORED = re.compile(r"(class|rel|role|tabindex|(data|aria)-.*)$")
# Two elements that look the same.
ALIASES = {"s": "del"}

# Replacements in the markup of a body, applied in order.
REWRITES = [(re.compile(pattern), by) for pattern, by in (
    # Footnotes: generators differ in ids, brackets, arrows and the rule above
    # them.
    (r'(id="|href="[^"]*#)user-content-', r"\1"),
    (r'<h2 id="footnote-label">Footnotes</h2>', ""),
    (r'<sup[^>]*><a href="[^"]*#fn[^>]*>\[?(\d+)\]?</a></sup>',
     r"<sup>\1</sup>"),
    (r'\s*<a href="[^"]*#fn-?ref[^>]*>.*?</a>', ""),
    (r'(?:<hr>\s*)?(<ol>\s*<li) id="fn[^"]*"', r"\1"),
    (r'<li id="fn[^"]*"', "<li"),
    # Empty elements and whitespace next to blocks are invisible.
    (r"<span[^>]*></span>", ""),
    (r"\s*(</?(?:%s)(?: [^>]*)?>)\s*" % BLOCKS.replace(" ", "|"), r"\n\1\n"),
    (r"\n<p>\s*</p>(?=\n)", ""))]


class Body:
    """A part of a file, as a post."""

    def __init__(self, name, text):
        title, _, text = text.partition("\n")
        self.title = "%s, %s" % (name, title)
        self.slug = re.sub("[^a-z0-9]+", "-", self.title.lower())
        self.differs = {}
        while text.startswith("%- "):
            line, _, text = text.partition("\n")
            names, _, why = line[3:].partition(": ")
            self.differs.update((name, why) for name in names.split())
        front = ""
        if text.startswith("---\n"):
            front, _, text = text[4:].partition("---\n")
        self.source = "---\ntitle: %s\ndate: 2024-01-01\n%s---\n%s\n" % (
            self.title, front, text.rstrip("\n"))


def read(generator, is_apart=False):
    """The bodies for a generator; with is_apart, only its own ones."""
    bodies = []
    for path in sorted(([] if is_apart else
                        glob.glob(os.path.join(FOLDER, "*.md"))) +
                       glob.glob(os.path.join(FOLDER, generator, "*.md"))):
        with open(path, encoding="utf-8") as file:
            parts = re.split(r"(?m)^%% ", file.read())[1:]
        name = os.path.splitext(os.path.basename(path))[0]
        bodies += [Body(name, part) for part in parts]
    return bodies


def attributes(element, base):
    """The visible attributes, in one normalized form."""
    for name, value in sorted(element.attrib.items()):
        value = value.strip()
        if name == "style" and value.startswith("text-align:"):
            name, value = "align", value.split(":")[1].strip(" ;")
        if name in ("href", "src"):
            value = urllib.parse.quote(urllib.parse.urljoin(base, value),
                                       safe="%/:?#[]@!$&'()*+,;=~")
        if name == value:	# disabled="disabled"
            value = ""
        if not IGNORED.match(name) and (name, value) != ("alt", ""):
            yield ' %s="%s"' % (name, html.escape(value))


def is_frame(element):
    """Whether it only wraps code or footnotes, for a style sheet."""
    return element.tag in ("div", "figure", "section") and \
        len(element) > 0 and (
            element[0].tag == "pre" or is_frame(element[0]) or
            "footnote" in element.get("class", ""))


def flatten(element, base, is_pre=False):
    """The normalized markup of an element."""
    def text(data):
        data = html.escape(data or "", quote=False)
        return data.replace("\n", "\u23ce") if is_pre else \
            re.sub(r"[ \t\r\n\f]+", " ", data)
    if not isinstance(element.tag, str):
        return ""
    is_pre = is_pre or element.tag == "pre"
    inner = text(element.text) + "".join(
        flatten(child, base, is_pre) + text(child.tail) for child in element)
    # Syntax highlighting, and the root of the tree.
    if is_pre and element.tag == "span" or is_frame(element) \
            or element.tag == "DOCUMENT_FRAGMENT":
        return inner
    if element.tag == "code" and is_pre:	# invisible at its end
        inner = inner.rstrip("\u23ce")
    tag = ALIASES.get(element.tag, element.tag)
    return "<%s%s>%s%s" % (tag, "".join(attributes(element, base)), inner,
                           "" if tag in VOID else "</%s>" % tag)


def lines(markup, base):
    """A body as lines: the tags of blocks, and the text between them."""
    flat = flatten(html5lib.parseFragment(
        markup, treebuilder="etree", namespaceHTMLElements=False), base)
    for pattern, by in REWRITES:
        flat = pattern.sub(by, flat)
    return [line.strip() for line in flat.split("\n") if line.strip()]


def by_slug(bodies):
    """Bodies by the last part of their URLs."""
    return {re.sub(r"/$|\.html$", "", url).rpartition("/")[2]: (url, body)
            for url, body in bodies.items()}


def excerpts(generator, marker):
    """The bodies for a generator as excerpts that end at the marker."""
    bodies = [body for body in read(generator) if not
              body.differs.keys() & {generator, generator + "-excerpt"}]
    for body in bodies:
        body.title = "excerpt of " + body.title
        body.source += "\n%s\n\nAll *else*.\n" % marker
    return bodies


def compare(tap, generator, files, path, make, *options, posts=None):
    """Compare what a generator makes of the bodies with what post2feed does.

    files are those of its site, path is that of a post, with %s for the slug;
    make(folder) builds the site and returns the bodies by URL.
    """
    posts = posts or read(generator)
    with tempfile.TemporaryDirectory() as folder:
        common.write(folder, {**files, **{path % post.slug: post.source
                                          for post in posts}})
        made = by_slug(make(folder))
        found = by_slug({
            item["url"]: item["content_html"]
            for item in common.post2feed(folder, *options)[0]})
    tap.result(len(made) == len(found) == len(posts), "no body is missing")
    for post in posts:
        (base, ours), (_, theirs) = found[post.slug], made[post.slug]
        diff = list(difflib.unified_diff(
            lines(theirs, base), lines(ours, base), generator, "post2feed",
            lineterm=""))
        why = post.differs.get(generator, "")
        tap.result(bool(diff) == bool(why), "body: " + post.title,
                   *(diff or ["it no longer differs: " + why]))

"""What feed readers read from a feed, and whether it is right.

A reader returns a dict of facts:

    title home description language updated
    items: [{id url external_url title summary content published updated
             authors tags image enclosures durations}]

Dates are seconds since 1970; what is absent is None.  An enclosure is a list of
its URL, its type and its length, a duration one of a URL and its seconds.  A
fact that a reader does not provide is not in its dict.  All others are compared
with the facts of the JSON Feed; a writer that is wrong in all three formats is
caught by the golden cases.

If a reader changes what it reads, and no option prevents that, the table
READERS has a function that changes the expected facts likewise.
"""

import calendar
import concurrent.futures
import contextlib
import html
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from syntax import rfc3339_instant


def instant(item, name):
    return rfc3339_instant(item[name]) if name in item else None


def enclosure(url, media_type, length):
    """RSS requires the type and the length, even if unknown."""
    return [url, media_type or "application/octet-stream", str(length or 0)]


def json_item(item):
    published = instant(item, "date_published")
    updated = instant(item, "date_modified")
    return {
        "id": item["id"],
        "url": item.get("url"),
        "external_url": item.get("external_url"),
        "title": item.get("title"),
        "summary": item.get("summary"),
        "content": item.get("content_html") or None,
        "published": published,
        "updated": published if updated is None else updated,
        "authors": [author["name"] for author in item.get("authors", [])],
        "tags": item.get("tags", []),
        "image": item.get("image"),
        "enclosures": [
            enclosure(a["url"], a["mime_type"], a.get("size_in_bytes"))
            for a in item.get("attachments", [])],
        "durations": [
            [a["url"], str(a["duration_in_seconds"])]
            for a in item.get("attachments", [])
            if "duration_in_seconds" in a],
    }


def read_json(raw):
    feed = json.loads(raw.decode("utf-8"))
    items = [json_item(item) for item in feed["items"]]
    dates = [i["updated"] for i in items if i["updated"] is not None]
    return {
        "title": feed["title"],
        "home": feed["home_page_url"],
        "description": feed.get("description"),
        "language": feed.get("language"),
        "updated": max(dates, default=None),
        "items": items,
    }


def has_feedparser():
    """Whether there is one with options: version 6 or later."""
    if not importlib.util.find_spec("feedparser"):
        return False
    import feedparser
    return int(feedparser.__version__.split(".")[0]) >= 6


def feedparser_instant(entry, name):
    # Its own get() answers for "updated" with "published".
    time = dict.get(entry, name)
    return None if time is None else calendar.timegm(time)


def first(values):
    return next(iter(values), None)


def feedparser_links(entry, rel):
    return [link for link in entry.get("links", []) if link["rel"] == rel]


def feedparser_item(entry):
    return {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "external_url": first(
            link["href"] for link in feedparser_links(entry, "related")),
        "title": entry.get("title"),
        "summary": dict.get(entry, "summary"),
        "content": first(p["value"] for p in entry.get("content", [])),
        "published": feedparser_instant(entry, "published_parsed"),
        "updated": feedparser_instant(entry, "updated_parsed"),
        "authors": [a.get("name") for a in entry.get("authors", [])],
        "tags": [tag["term"] for tag in entry.get("tags", [])],
        "image": first(
            media["url"] for media in entry.get("media_content", [])
            if media.get("medium") == "image"),
        "enclosures": [
            enclosure(link["href"], link.get("type"), link.get("length"))
            for link in feedparser_links(entry, "enclosure")],
        "durations": [
            [media["url"], media["duration"]]
            for media in entry.get("media_content", [])
            if "duration" in media],
    }


def feedparser_read(path):
    import feedparser
    with open(path, "rb") as file:
        raw = file.read()
    # Both options would change the content.
    data = feedparser.parse(raw, sanitize_html=False,
                            resolve_relative_uris=False)
    if data.bozo:
        return {"error": str(data.bozo_exception)}
    return {
        "title": data.feed.get("title"),
        "home": data.feed.get("link"),
        "description": data.feed.get("subtitle"),
        "language": data.feed.get("language"),
        "updated": feedparser_instant(data.feed, "updated_parsed"),
        "items": [feedparser_item(entry) for entry in data.entries],
    }


def feedparser_all(paths):
    with concurrent.futures.ProcessPoolExecutor() as pool:
        return list(pool.map(feedparser_read, paths, chunksize=8))


def feedparser_text(text):
    """It trims whitespace, and repairs what looks like a wrong encoding."""
    text = text.strip()
    try:
        text = text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        pass
    return re.sub("[\x80-\x9f]", lambda match: match.group().encode(
        "iso-8859-1").decode("cp1252", "ignore") or match.group(), text)


def feedparser_changes(kind, item):
    """It uses an entry's content as a summary, too, if there is none, and its
    id as a link."""
    if kind == "atom" and item["summary"] is None:
        item["summary"] = item["content"]
    if kind == "atom" and item["url"] is None:
        item["url"] = item["id"]
    for name in ("title", "summary", "content"):
        item[name] = item[name] and feedparser_text(item[name])


def ruby_all(paths):
    script = os.path.join(os.path.dirname(__file__), "rss.rb")
    output = subprocess.run(
        ["ruby", "-EUTF-8", script], input="".join(p + "\n" for p in paths),
        encoding="utf-8", check=True, stdout=subprocess.PIPE).stdout
    return [json.loads(line) for line in output.split("\n") if line]


def ruby_changes(kind, item):
    pass


def take_update(kind, item):
    """Most use the date of the update in an Atom feed if there is no other."""
    if kind == "atom" and item["published"] is None:
        item["published"] = item["updated"]


SFEED_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}


def sfeed_item(line):
    (date, title, link, content, _, id_, author, url,
     category) = line.split("\t")
    return {
        "id": id_,
        "url": link,
        "title": title,
        "content": re.sub(r"\\.", lambda match:
                          SFEED_ESCAPES[match.group()], content),
        "published": int(date) if date else None,
        "authors": [author] if author else [],
        "tags": category.split("|") if category else [],
        "enclosures": [url] if url else [],
    }


def sfeed_read(path):
    with open(path, "rb") as file:
        output = subprocess.run(["sfeed"], stdin=file, check=True,
                                stdout=subprocess.PIPE).stdout
    return {"items": [sfeed_item(line) for line
                      in output.decode("utf-8").split("\n") if line]}


def sfeed_all(paths):
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return list(pool.map(sfeed_read, paths))


SPACE = " \t\n\r"


def sfeed_line(text):
    """A field is one line, trimmed of whitespace."""
    return re.sub(r"[\t\n\r]", " ", text.strip(SPACE)).replace("\x7f", "")


def sfeed_changes(kind, item):
    """It prints the first of several values, and one text: content, if any."""
    content = item["content"] or item["summary"] or ""
    item["content"] = re.sub(r"[\r\x7f]", "", content.strip(SPACE))
    item["title"] = item["title"] and sfeed_line(item["title"])
    item["authors"] = list(map(sfeed_line, item["authors"][:1]))
    # It splits tags at vertical bars.
    item["tags"] = sfeed_line("|".join(item["tags"])).split("|") \
        if item["tags"] else []
    item["enclosures"] = [url for url, _, _ in item["enclosures"][:1]]
    take_update(kind, item)


def newsboat_item(row):
    guid, title, author, url, date, content = row
    return {
        "id": guid,
        "url": url,
        "title": newsboat_line(title),
        "content": content,
        "published": date % (1 << 32),
        "authors": [author] if author else [],
    }


def newsboat_line(text):
    """Later versions replace no-break spaces by spaces."""
    return text and text.replace("\u00a0", " ")


def newsboat_stored(cache):
    """What it stored of a feed, whose last item it stores first."""
    feed = cache.execute("SELECT title, url FROM rss_feed").fetchone()
    if feed is None:
        return {"error": "it has stored nothing"}
    items = cache.execute(
        "SELECT guid, title, author, url, pubDate, content FROM rss_item"
        " ORDER BY id DESC")
    return {"title": feed[0], "home": feed[1],
            "items": [newsboat_item(row) for row in items]}


def own_home(home):
    """An environment without the user's configuration."""
    return {name: value for name, value in dict(os.environ, HOME=home).items()
            if not name.startswith("XDG_")}


def newsboat_read(path):
    """Each feed has its own cache: an id means one item in all feeds."""
    import sqlite3
    with tempfile.TemporaryDirectory() as home:
        urls, cache = os.path.join(home, "urls"), os.path.join(home, "cache")
        with open(urls, "w") as file:
            file.write(pathlib.Path(path).as_uri() + "\n")
        subprocess.run(["newsboat", "-q", "-u", urls, "-c", cache, "-x",
                        "reload"], env=own_home(home),
                       check=True, stdout=subprocess.DEVNULL)
        with contextlib.closing(sqlite3.connect(cache)) as stored:
            return newsboat_stored(stored)


def newsboat_all(paths):
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return list(pool.map(newsboat_read, paths))


def newsboat_changes(kind, item):
    """It makes up a title and a date for an RSS item that has none, and its
    seconds had no sign.  Later versions know the author of an Atom feed, and
    use it for entries without one."""
    item["title"] = newsboat_line(item["title"])
    if kind == "atom" and not item["authors"]:
        del item["authors"]
    else:
        item["authors"] = (item["authors"][-1:] if kind == "rss" else
                           [", ".join(item["authors"])])
    item["content"] = item["content"] or item["summary"]
    take_update(kind, item)
    if item["published"] is not None:
        item["published"] %= 1 << 32
    for name in ("title", "published"):
        if item[name] is None:
            del item[name]


def npm_folder():
    """Where tests/readers/npm installed readers."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(cache, "post2feed", "readers", "node_modules")


def npm_has(name):
    return shutil.which("node") and \
        os.path.isdir(os.path.join(npm_folder(), name))


def node_all(name, paths):
    script = os.path.join(os.path.dirname(__file__), "node.js")
    output = subprocess.run(
        ["node", script, name], input="".join(p + "\n" for p in paths),
        env=dict(os.environ, NODE_PATH=npm_folder()),
        encoding="utf-8", check=True, stdout=subprocess.PIPE).stdout
    return [json.loads(line) for line in output.split("\n") if line]


def feedsmith_changes(kind, item):
    pass


def rss_parser_changes(kind, item):
    """It reads the first of several authors, and empty content as an
    element."""
    item["authors"] = item["authors"][:1]
    take_update(kind, item)
    if kind == "atom" and item["url"] is None and item["content"] is None:
        item["content"] = '<div type="html"/>'


def npm_feedparser_changes(kind, item):
    """It removes tags from titles."""
    item["title"] = item["title"] and re.sub(r"</?(b|title)>", "",
                                             item["title"])
    take_update(kind, item)


def react_native_changes(kind, item):
    """It reads only one date of an Atom entry, that of the update."""
    if kind == "atom":
        item["published"] = item["updated"]


XML = ("rss", "atom")

# name, whether it is installed, how it reads files, what it changes, formats
READERS = (
    ("feedparser", has_feedparser, feedparser_all, feedparser_changes, XML),
    ("Ruby rss", lambda: shutil.which("ruby") and subprocess.run(
        ["ruby", "-rrss", "-e", ""], stderr=subprocess.DEVNULL
        ).returncode == 0, ruby_all, ruby_changes, XML),
    ("sfeed", lambda: shutil.which("sfeed"), sfeed_all, sfeed_changes, XML),
    ("newsboat", lambda: shutil.which("newsboat") and
        importlib.util.find_spec("_sqlite3"), newsboat_all, newsboat_changes,
        XML),
    ("feedsmith", lambda: npm_has("feedsmith"),
        lambda paths: node_all("feedsmith", paths), feedsmith_changes,
        XML + ("json",)),
    ("rss-parser", lambda: npm_has("rss-parser"),
        lambda paths: node_all("rss-parser", paths), rss_parser_changes,
        XML),
    ("feedparser of npm", lambda: npm_has("feedparser"),
        lambda paths: node_all("feedparser", paths), npm_feedparser_changes,
        XML),
    ("react-native-rss-parser", lambda: npm_has("react-native-rss-parser"),
        lambda paths: node_all("react-native-rss-parser", paths),
        react_native_changes, XML),
)


def rss_expected(feed):
    """The facts as RSS has them."""
    feed = dict(feed, description=feed["description"] or feed["title"])
    feed["items"] = [rss_expected_item(item) for item in feed["items"]]
    return feed


def rss_expected_item(item):
    """A description is HTML: the content if there is no summary."""
    item = dict(item)
    if item["summary"] is None:
        item["summary"], item["content"] = item["content"], None
    else:
        item["summary"] = html.escape(item["summary"], quote=False)
    if item["updated"] == item["published"]:
        item["updated"] = None
    item["enclosures"] = item["enclosures"][:1]
    return item


def atom_expected(feed):
    """The facts as Atom has them, which requires a date of update."""
    feed = dict(feed, updated=feed["updated"] or 0)
    feed["items"] = [atom_expected_item(item) for item in feed["items"]]
    if not feed["items"]:
        del feed["updated"]
    return feed


def atom_expected_item(item):
    """It requires a title, too: if need be the last segment of the id, without
    .html; and content or a link, so that a summary may have to be both."""
    content = item["content"]
    if item["url"] is None and content is None and item["summary"]:
        content = html.escape(item["summary"], quote=False)
    name = item["id"].rstrip("/").split("/")[-1].removesuffix(".html")
    return dict(item, updated=item["updated"] or 0, content=content,
                title=item["title"] or name)


EXPECTED = {"rss": rss_expected, "atom": atom_expected,
            "json": lambda feed: feed}


def differences(where, got, want):
    """Facts that differ, of those that both have; absent equals empty."""
    for name in sorted(got.keys() & want.keys() - {"items"}):
        got_value, want_value = got[name], want[name]
        if name == "tags":
            got_value = list(dict.fromkeys(got_value))
        if got_value != want_value and (got_value or want_value):
            yield "%s: %s is %r, not %r" % (where, name, got_value,
                                            want_value)


def compare(kind, reader, feed, got):
    """What a reader misread in a feed, a line for each.

    `feed` is what read_json() read from the same posts.
    """
    name, _, _, change, _ = reader
    where = "%s: %s" % (kind, name)
    if "error" in got:
        yield "%s: %s" % (where, got["error"])
        return
    want = EXPECTED[kind](feed)
    yield from differences(where, got, want)
    if len(got["items"]) != len(want["items"]):
        yield "%s: %d items, not %d" % (where, len(got["items"]),
                                        len(want["items"]))
        return
    for count, (item, wanted) in enumerate(
            zip(got["items"], want["items"]), 1):
        change(kind, wanted)
        yield from differences("%s: item %d" % (where, count), item, wanted)

"""Rules for feeds beyond what their grammar says: a table for each part.

A row is a sentence that is true of a good feed, and a function that tells
whether it is true of this one.  The functions are given an Element; those for
JSON Feed, which are in rules_json.py, a dict.  Numbers are sections of the RSS
Best Practices Profile (RSS) and of RFC 4287 (Atom).
"""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

from rules_json import JSON_FEED, JSON_ITEM
from syntax import (
    LANGUAGE, MAIL, MEDIA_TYPE, NUMBER, absent_or, descending,
    has_no_relative_url, has_tag, is_id, is_line, is_name, is_picture_url,
    is_rfc822, is_rfc3339, is_url, is_web_url, matches, rfc822_instant,
    rfc3339_instant, unique)

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MEDIA = "{http://search.yahoo.com/mrss/}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def texts(element, name):
    return [child.text or "" for child in element.findall(name)]


def at_most(element, limits):
    """No child occurs more often than allowed; None: without limit."""
    counts = Counter(child.tag for child in element)
    return all(name in limits and (limits[name] is None
               or count <= limits[name]) for name, count in counts.items())


def ordered(element, first, second):
    """Nothing that is `first` comes after anything that is `second`."""
    seen = False
    for child in element:
        seen = seen or child.tag == second
        if seen and child.tag == first:
            return False
    return True


def lines(element, *names):
    """Whether all children of those names have single-line plain text."""
    return all(is_line(text) for name in names
               for text in texts(element, name))


def good_size(element):
    return all(int(element.get(name, "1")) > 0
               for name in ("width", "height", "fileSize"))


PREFIXES = {b"atom": ATOM, b"content": CONTENT, b"dc": DC, b"media": MEDIA}
# What looks like markup to a reader that decodes text once too often.
MARKUP_BY_NAME = re.compile(rb"<(title|copyright|generator|category|subtitle"
                            rb"|rights|name|media:title|dc:[a-z]+)( [^>]*)?>"
                            rb"[^<]*&(lt;[A-Za-z/!?]|amp;(#|\w\w))")


def has_usual_prefixes(raw):
    root = re.search(rb"<[a-z][^>]*>", raw).group()
    return all("{%s}" % uri.decode() == PREFIXES.get(prefix)
               for prefix, uri in re.findall(rb'xmlns:(\w+)="([^"]*)"', root))


# Any XML: (text, function of the bytes)
DOCUMENT = (
    ("begins with the declaration and nothing else", lambda raw:
        raw.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<')),
    ("has no CDATA section, comment or DOCTYPE", lambda raw:
        b"<!" not in raw),
    ("has the prefixes that readers look for", has_usual_prefixes),
    ("has numeric references for apparent markup in plain text", lambda raw:
        not MARKUP_BY_NAME.search(raw)),
    ("has no bare CR", lambda raw: b"\r" not in raw),
    ("has no C1 control that windows-1252 has a character for", lambda raw:
        not re.search(b"\xc2[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]", raw)),
    ("has no entities but those of XML", lambda raw:
        not re.search(rb"&(?!(amp|lt|gt|quot|apos|#x[0-9A-F]+);)", raw)),
    ("ends with a line break", lambda raw: raw.endswith(b">\n")),
)

RSS_CHANNEL_LIMITS = dict.fromkeys((
    "title", "link", "description", "language", "copyright", "lastBuildDate",
    "generator", "docs", "image"), 1)
RSS_CHANNEL_LIMITS.update({"item": None, ATOM + "link": None,
                           XHTML + "a": 1})
RSS_ITEM_LIMITS = dict.fromkeys((
    "title", "link", "description", "enclosure", "guid",
    "pubDate", ATOM + "published", ATOM + "updated", CONTENT + "encoded",
    DC + "language", DC + "rights", MEDIA + "thumbnail", XHTML + "a"), 1)
RSS_ITEM_LIMITS.update(dict.fromkeys((
    "category", ATOM + "link", DC + "creator", MEDIA + "content"), None))


def rss_instant(item):
    text = item.findtext("pubDate")
    return None if text is None else rfc822_instant(text)


def rss_newest(channel):
    """The newest date of the items; None: no item has a date."""
    dates = [rss_instant(item) for item in channel.findall("item")]
    dates += [rfc3339_instant(text) for item in channel.findall("item")
              for text in texts(item, ATOM + "updated")]
    return max((date for date in dates if date is not None), default=None)


def rss_build_date_is_newest(channel):
    text = channel.findtext("lastBuildDate")
    return (None if text is None else rfc822_instant(text)) \
        == rss_newest(channel)


def rss_image_repeats_channel(channel):
    image = channel.find("image")
    return image is None or (
        sorted(child.tag for child in image) == ["link", "title", "url"]
        and image.findtext("title") == channel.findtext("title")
        and image.findtext("link") == channel.findtext("link")
        and is_web_url(image.findtext("url")))


MEDIA_ATTRIBUTES = {"url", "fileSize", "type", "medium", "duration", "width",
                    "height"}
# The only elements with attributes, and the only ones with children.
RSS_ATTRIBUTES = {
    "enclosure": {"url", "length", "type"}, "guid": {"isPermaLink"},
    ATOM + "link": {"rel", "href", "type"}, XHTML + "a": {"href"},
    MEDIA + "content": MEDIA_ATTRIBUTES,
    MEDIA + "thumbnail": MEDIA_ATTRIBUTES}
RSS_PARENTS = ("rss", "channel", "item", "image", MEDIA + "content")


def rss_is_formed(element):
    """Whether an element and all that is in it is well formed."""
    if not RSS_ATTRIBUTES.get(element.tag, set()).issuperset(element.keys()):
        return False
    if element.tag not in RSS_PARENTS:
        return len(element) == 0
    return not (element.text or "").strip() and all(
        rss_is_formed(child) and not (child.tail or "").strip()
        for child in element)


def rss_channel_is_formed(channel):
    return all(rss_is_formed(child) and not (child.tail or "").strip()
               for child in channel if child.tag != "item")


def links(element, rel):
    return [link for link in element.findall(ATOM + "link")
            if link.get("rel", "alternate") == rel]


def has_links(element, *rels):
    """Whether all links have these relations, and no content."""
    return all(link.get("rel") in rels and not link.text and not len(link)
               for link in element.findall(ATOM + "link"))


def links_differ(element):
    return unique((link.get("rel"), link.get("href"))
                  for link in element.findall(ATOM + "link"))


RSS_CHANNEL = (
    ("has title, link, description (4.1.1)", lambda c: all(
        len(c.findall(name)) == 1
        for name in ("title", "link", "description"))),
    ("has nothing else, and nothing twice (4.1.1)", lambda c:
        at_most(c, RSS_CHANNEL_LIMITS)),
    ("has its items last (4.1.1)", lambda c: all(
        ordered(c, name, "item") for name in RSS_CHANNEL_LIMITS
        if name != "item")),
    ("has absolute links (3.4)", lambda c: all(
        is_web_url(url) for url in texts(c, "link") + texts(c, "docs")
        + [link.get("href") for link in c.findall(ATOM + "link")])),
    ("has no atom:link twice", links_differ),
    ("has atom:link for itself and hubs", lambda c:
        has_links(c, "self", "hub")),
    ("has no unexpected attribute, element or text",
        rss_channel_is_formed),
    ("has single-line texts", lambda c: lines(
        c, "title", "description", "copyright", "generator")),
    ("has at most one self link, with its type (5.1.1)", lambda c:
        [link.get("type") for link in links(c, "self")]
        in ([], ["application/rss+xml"])),
    ("has a language of BCP 47", lambda c:
        absent_or(LANGUAGE, c.findtext("language"))),
    ("has a lastBuildDate of RFC 822, in UTC (3.2)", lambda c:
        all(map(is_rfc822, texts(c, "lastBuildDate")))),
    ("has the newest date of its items as lastBuildDate",
        rss_build_date_is_newest),
    ("has an image with its own title and link (4.1.1.9)",
        rss_image_repeats_channel),
    ("has no guid twice (4.1.1.20.6)", lambda c:
        unique(c.findtext("guid") for c in c.findall("item"))),
    ("has the newest item first, the undated last", lambda c:
        descending(map(rss_instant, c.findall("item")))),
)


def rss_guid_is_honest(item):
    """Only a post whose URL is not known has no link."""
    guid = item.find("guid")
    if item.find("link") is None and not guid.text.startswith("tag:"):
        return False
    is_link = guid.text == item.findtext("link")
    return guid.get("isPermaLink") == ("true" if is_link else "false")


def rss_enclosure_is_whole(item):
    return all(is_web_url(e.get("url"))
               and matches(NUMBER, e.get("length"))
               and matches(MEDIA_TYPE, e.get("type"))
               and sorted(e.keys()) == ["length", "type", "url"]
               for e in item.findall("enclosure"))


def medium_is_good(media):
    """An image, or else an enclosure."""
    if media.get("medium") == "image":
        good = is_picture_url(media.get("url")) and \
            media.get("type", "image/").startswith("image/")
    else:
        good = is_web_url(media.get("url"))
    return good and good_size(media) \
        and media.get("medium") in (None, "image") \
        and absent_or(MEDIA_TYPE, media.get("type")) \
        and absent_or(NUMBER, media.get("duration")) \
        and MEDIA_ATTRIBUTES.issuperset(media.keys()) \
        and all(child.tag == MEDIA + "title" and is_line(child.text)
                for child in media)


def media_is_good(item):
    return all(map(medium_is_good, item.findall(MEDIA + "content"))) \
        and all(is_picture_url(media.get("url")) and good_size(media)
                and MEDIA_ATTRIBUTES.issuperset(media.keys())
                for media in item.findall(MEDIA + "thumbnail"))


def rss_published_is_told_twice(item):
    """If there is an update: some readers mistake it for the publication."""
    again = texts(item, ATOM + "published")
    if item.find(ATOM + "updated") is None or item.find("pubDate") is None:
        return not again
    return is_rfc3339(again[0]) and \
        rfc3339_instant(again[0]) == rss_instant(item) and \
        ordered(item, "pubDate", ATOM + "published") and \
        ordered(item, ATOM + "published", ATOM + "updated")


def rss_update_is_later(item):
    text = item.findtext(ATOM + "updated")
    if text is None:
        return True
    published = rss_instant(item)
    return is_rfc3339(text) and (published is None
                                 or rfc3339_instant(text) > published)


RSS_ITEM = (
    ("has title or description (4.1.1.20)", lambda i:
        i.find("title") is not None or i.find("description") is not None),
    ("has nothing unknown, and nothing twice (4.1.1.20)", lambda i:
        at_most(i, RSS_ITEM_LIMITS)),
    ("has single-line texts", lambda i:
        lines(i, "title", "category", DC + "rights")),
    ("has an absolute link, or none (3.4)", lambda i:
        all(map(is_web_url, texts(i, "link")))),
    ("has a guid (4.1.1.20.6)", lambda i: is_id(i.findtext("guid"))),
    ("has isPermaLink true for its link only (4.1.1.20.6)",
        rss_guid_is_honest),
    ("has a pubDate of RFC 822, in UTC (3.2)", lambda i:
        all(map(is_rfc822, texts(i, "pubDate")))),
    ("has its description before content:encoded (5.2.1)", lambda i:
        ordered(i, "description", CONTENT + "encoded")
        and (i.find(CONTENT + "encoded") is None
             or i.find("description") is not None)),
    ("has a description that does not repeat the content", lambda i:
        i.find("description") is None
        or i.findtext("description") != i.findtext(CONTENT + "encoded")),
    ("has no relative URL in its HTML (RSS 4.1.1.20.4)", lambda i:
        all(map(has_no_relative_url, texts(i, "description")
                + texts(i, CONTENT + "encoded")))),
    ("has a whole enclosure (4.1.1.20.5)", rss_enclosure_is_whole),
    ("has no category twice (4.1.1.20.2)", lambda i:
        unique(texts(i, "category"))),
    ("has creators with a name, and none twice", lambda i:
        all(map(is_name, texts(i, DC + "creator")))
        and unique(texts(i, DC + "creator"))),
    ("has absolute related links only", lambda i:
        has_links(i, "related") and all(
            is_web_url(link.get("href"))
            for link in i.findall(ATOM + "link"))),
    ("has no unexpected attribute, element or text",
        rss_is_formed),
    ("has good Media RSS", media_is_good),
    ("has an atom:updated after its pubDate", rss_update_is_later),
    ("repeats its pubDate before an atom:updated",
        rss_published_is_told_twice),
    ("has a language of BCP 47", lambda i:
        absent_or(LANGUAGE, i.findtext(DC + "language"))),
)


def atom_instant(element, name="updated"):
    text = element.findtext(ATOM + name)
    return None if text is None else rfc3339_instant(text)


def atom_dates_are_good(element):
    return all(map(is_rfc3339, texts(element, ATOM + "updated")
                   + texts(element, ATOM + "published")))


def atom_alternates_differ(element):
    return unique((link.get("type"), link.get("hreflang"))
                  for link in links(element, "alternate"))


def atom_links_are_good(element):
    return all(is_web_url(link.get("href"))
               and absent_or(MEDIA_TYPE, link.get("type"))
               and is_line(link.get("title", "none"))
               for link in element.findall(ATOM + "link"))


def atom_persons_are_good(element):
    persons = element.findall(ATOM + "author")
    return unique(person.findtext(ATOM + "name") for person in persons) \
        and all(is_name(person.findtext(ATOM + "name"))
                and all(map(is_url, texts(person, ATOM + "uri")))
                and all(matches(MAIL, mail)
                        for mail in texts(person, ATOM + "email"))
                for person in persons)


def atom_texts_are_lines(element):
    return lines(element, *(ATOM + name for name in (
        "title", "subtitle", "summary", "rights", "generator"))) \
        and all(is_line(category.get("term"))
                for category in element.findall(ATOM + "category"))


def atom_language_is_good(element):
    return absent_or(LANGUAGE, element.get(XML + "lang"))


def atom_updated_is_newest(feed):
    entries = feed.findall(ATOM + "entry")
    return not entries or \
        atom_instant(feed) == max(map(atom_instant, entries))


def atom_texts_are_plain(element):
    return all(child.get("type") == "text" for child in element
               if child.tag in (ATOM + "title", ATOM + "subtitle",
                                ATOM + "summary", ATOM + "rights"))


ATOM_FEED = (
    ("has Atom as its default namespace, without a prefix", lambda f:
        f.tag == ATOM + "feed"),
    ("has at most one self link, with its type (4.1.1)", lambda f:
        [link.get("type") for link in links(f, "self")]
        in ([], ["application/atom+xml"])),
    ("has no two alternates of one type (4.1.1)", atom_alternates_differ),
    ("has links to its page, itself and hubs", lambda f:
        has_links(f, "alternate", "self", "hub")),
    ("has an author, as entries may have none (4.1.1)", lambda f:
        f.find(ATOM + "author") is not None),
    ("has dates of RFC 3339 (3.3)", atom_dates_are_good),
    ("has the date of its newest entry", atom_updated_is_newest),
    ("has plain text only", atom_texts_are_plain),
    ("has absolute links", atom_links_are_good),
    ("has single-line texts", atom_texts_are_lines),
    ("has authors with a name, and none twice (3.2)", atom_persons_are_good),
    ("has an id in ASCII (4.2.6)", lambda f: is_id(f.findtext(ATOM + "id"))),
    ("has absolute icons (4.2.5, 4.2.8)", lambda f: all(map(
        is_web_url, texts(f, ATOM + "icon") + texts(f, ATOM + "logo")))),
    ("has a language of BCP 47 (2)", atom_language_is_good),
    ("has no id twice (4.1.1)", lambda f:
        unique(e.findtext(ATOM + "id") for e in f.findall(ATOM + "entry"))),
    ("has the newest entry first, the undated last", lambda f:
        descending(atom_instant(e, "published")
                   for e in f.findall(ATOM + "entry"))),
)


def atom_alternate_is_first(entry):
    rels = [link.get("rel") for link in entry.findall(ATOM + "link")]
    if "alternate" not in rels and has_tag(entry.findtext(ATOM + "id")):
        return True
    return rels[:1] == ["alternate"] and rels.count("alternate") == 1


def atom_is_linked_or_whole(entry):
    return entry.find(ATOM + "content") is not None \
        or links(entry, "alternate") != []


def own_content_is_first(entry):
    """Some readers look only for a name, whatever its namespace."""
    return ordered(entry, ATOM + "content", MEDIA + "content")


def atom_update_is_no_earlier(entry):
    published = atom_instant(entry, "published")
    return published is None or published <= atom_instant(entry)


ATOM_ENTRY = (
    ("has its one alternate before all other links",
        atom_alternate_is_first),
    ("has links only to its page, its files and an external page", lambda e:
        has_links(e, "alternate", "related", "enclosure")),
    ("has an alternate or content (4.1.2)", atom_is_linked_or_whole),
    ("has absolute links", atom_links_are_good),
    ("has single-line texts", atom_texts_are_lines),
    ("has authors with a name, and none twice (3.2)", atom_persons_are_good),
    ("has an id in ASCII (4.2.6)", lambda e: is_id(e.findtext(ATOM + "id"))),
    ("has a language of BCP 47 (2)", atom_language_is_good),
    ("has dates of RFC 3339 (3.3)", atom_dates_are_good),
    ("has an update that is not before the publication",
        atom_update_is_no_earlier),
    ("has plain text except for its content", atom_texts_are_plain),
    ("has its content before Media RSS", own_content_is_first),
    ("has content of HTML (4.1.3)", lambda e: all(
        c.get("type") == "html" for c in e.findall(ATOM + "content"))),
    ("has no relative URL in its HTML (RSS 4.1.1.20.4)", lambda e:
        all(map(has_no_relative_url, texts(e, ATOM + "content")))),
    ("has no category twice", lambda e: unique(
        c.get("term") for c in e.findall(ATOM + "category"))),
    ("has the length of an enclosure as a number", lambda e: all(
        absent_or(NUMBER, link.get("length"))
        for link in links(e, "enclosure"))),
    ("has good Media RSS", media_is_good),
)


def broken(table, where, value):
    for sentence, holds in table:
        try:
            good = holds(value)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            good, sentence = False, "%s: %r" % (sentence, error)
        if not good:
            yield "%s: not true: %s" % (where, sentence)


def check_rss(raw):
    yield from broken(DOCUMENT, "rss", raw)
    root = ElementTree.fromstring(raw)
    if root.tag != "rss" or root.get("version") != "2.0" \
            or [child.tag for child in root] != ["channel"]:
        yield "rss: not true: has one channel in rss 2.0 (4.1)"
        return
    yield from broken(RSS_CHANNEL, "rss", root[0])
    for count, item in enumerate(root[0].findall("item"), 1):
        yield from broken(RSS_ITEM, "rss: item %d" % count, item)


def check_atom(raw):
    yield from broken(DOCUMENT, "atom", raw)
    if not re.search(rb"\n<feed xmlns=", raw):
        yield "atom: not true: has the default namespace"
    feed = ElementTree.fromstring(raw)
    yield from broken(ATOM_FEED, "atom", feed)
    for count, entry in enumerate(feed.findall(ATOM + "entry"), 1):
        yield from broken(ATOM_ENTRY, "atom: entry %d" % count, entry)


def without_twins(pairs):
    names = [name for name, _ in pairs]
    if not unique(names):
        raise ValueError("a member twice: %s" % names)
    return dict(pairs)


def check_json(raw):
    if not raw.startswith(b"{") or not raw.endswith(b"}\n"):
        yield "json: not true: is one object and a line break"
    feed = json.loads(raw.decode("utf-8"), object_pairs_hook=without_twins)
    yield from broken(JSON_FEED, "json", feed)
    for count, item in enumerate(feed.get("items", []), 1):
        yield from broken(JSON_ITEM, "json: item %d" % count, item)


CHECKS = {"rss": check_rss, "atom": check_atom, "json": check_json}


def check(kind, raw):
    """Yield what is wrong with a feed of that format."""
    try:
        yield from CHECKS[kind](raw)
    except (ElementTree.ParseError, ValueError) as error:
        yield "%s: cannot be read: %s" % (kind, error)

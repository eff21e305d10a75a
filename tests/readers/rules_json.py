"""Rules for JSON Feeds: see rules.py."""

import re

from syntax import (
    LANGUAGE, MEDIA_TYPE, descending, has_no_relative_url, has_tag, is_id,
    is_line, is_name, is_picture_url, is_rfc3339, is_url, is_web_url, matches,
    rfc3339_instant, unique)


class Known:
    """The members of a JSON object: their types, and which are required."""

    def __init__(self, required=(), **types):
        self.types = types
        self.required = required

    def holds(self, value):
        return isinstance(value, dict) \
            and all(name in value for name in self.required) \
            and all(name in self.types and self.types[name](member)
                    for name, member in value.items())


def encodable(value):
    """JSON could hold half of a surrogate pair."""
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def line(value):
    return isinstance(value, str) and is_line(value)


def number(value):
    return type(value) is int and value >= 0


def json_id(value):
    return isinstance(value, str) and is_id(value)


def json_url(value):
    return isinstance(value, str) and is_url(value)


def json_web_url(value):
    return isinstance(value, str) and is_web_url(value)


def json_picture(value):
    return isinstance(value, str) and is_picture_url(value)


def json_date(value):
    return isinstance(value, str) and is_rfc3339(value)


def json_language(value):
    return isinstance(value, str) and matches(LANGUAGE, value)


def list_of(member):
    """A list that is not empty: empty ones are left out."""
    return lambda value: isinstance(value, list) and value \
        and all(map(member, value))


AUTHORS = list_of(Known(("name",), url=json_url, avatar=json_web_url,
                        name=lambda name: line(name) and is_name(name)).holds)
ATTACHMENT = Known(
    ("url", "mime_type"), url=json_web_url, title=line,
    mime_type=lambda value: matches(MEDIA_TYPE, value),
    size_in_bytes=number, duration_in_seconds=number)
ITEM = Known(
    ("id",), id=json_id, url=json_web_url, external_url=json_web_url,
    title=line, content_html=encodable, content_text=line,
    summary=line, image=json_picture, date_published=json_date,
    date_modified=json_date, authors=AUTHORS, tags=list_of(line),
    language=json_language, attachments=list_of(ATTACHMENT.holds))
FEED = Known(
    ("version", "title", "home_page_url", "items"),
    version=lambda value: value == "https://jsonfeed.org/version/1.1",
    title=line, home_page_url=json_web_url, feed_url=json_web_url,
    description=line, icon=json_web_url, authors=AUTHORS,
    language=json_language, items=lambda value: isinstance(value, list),
    hubs=list_of(Known(("type", "url"), type=line,
                       url=json_web_url).holds))

JSON_FEED = (
    ("has all that is required, and nothing unknown", FEED.holds),
    ("has its version first", lambda f: next(iter(f)) == "version"),
    ("has no id twice", lambda f: unique(i["id"] for i in f["items"])),
    ("has the newest item first, the undated last", lambda f: descending(
        rfc3339_instant(i["date_published"])
        if "date_published" in i else None for i in f["items"])),
)


def json_update_is_later(item):
    return "date_modified" not in item or "date_published" not in item or \
        rfc3339_instant(item["date_modified"]) \
        > rfc3339_instant(item["date_published"])


JSON_ITEM = (
    ("has all that is required, and nothing unknown", ITEM.holds),
    ("has its content, or else its summary as text", lambda i:
        ("content_html" in i) != (i.get("content_text", "") != "")
        and i.get("content_text") in (None, i.get("summary"))),
    ("has a URL, or an id that is not one",
        lambda i: "url" in i or has_tag(i["id"])),
    ("has no tag twice", lambda i: unique(i.get("tags", []))),
    ("has a modification after its publication", json_update_is_later),
    ("has no relative URL in its HTML (RSS 4.1.1.20.4)", lambda i:
        has_no_relative_url(i.get("content_html", ""))),
)

"""The syntax of values in a feed: URLs, dates, tags, and so on.

Sections are of RFC 3986 (URLs), 5646 (languages), 3339 and 822 (dates), 6838
(types), 5322 (mail), 4151 and 8141 (ids).  Where a standard allows several
spellings of one thing, only one is right here: how several are read depends on
the reader.
"""

import datetime
import re
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

PCHAR = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
# 3.2.2, a name of labels, or an address in brackets
HOST = r"(?:(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*" \
       r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.?|\[[0-9A-Fa-f:.]+\])"
WEB_URL = re.compile(rf"https?://(?:[^@/?#\s]*@)?{HOST}(?::[1-9][0-9]{{0,4}})?"
                     rf"/(?:{PCHAR}|/)*(?:\?(?:{PCHAR}|[/?])*)?"
                     rf"(?:#(?:{PCHAR}|[/?])*)?\Z", re.A)
OTHER_URL = re.compile(rf"(?!https?:)[a-z][a-z0-9+.-]*:(?:{PCHAR}|[/?#\[\]])+"
                       r"\Z", re.A)
DEFAULT_PORT = re.compile(r"(?:http://[^/]*:80|https://[^/]*:443)/")
DOT_SEGMENT = re.compile(r"[^?#]*/\.\.?(?:[/?#]|\Z)")
TAG = re.compile(r"tag:(?:[^@,\s]+@)?[a-z0-9.-]+,"
                 r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?:", re.A)
URN = re.compile(r"urn:(?:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\Z"
                 r"|(?!uuid:)[a-z0-9-]{2,32}:.)", re.A | re.I)
EMBEDDED = re.compile(r"data:image/[A-Za-z0-9.+-]+(;[A-Za-z0-9=;-]+)?,"
                      r"[A-Za-z0-9._~:/?@!$&'()*+,;=%-]*\Z")
# 2.1, with the case of 2.1.1; no code that has a preferred value (3.4)
LANGUAGE = re.compile(r"(?!(?:in|iw|ji|jw)\Z)"
                      r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[A-Z][a-z]{3})?"
                      r"(?:-(?:[A-Z]{2}|[0-9]{3}))?"
                      r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
                      r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
                      r"(?:-x(?:-[a-z0-9]{1,8})+)?\Z", re.A)
MEDIA_TYPE = re.compile(
    r"(?:application|audio|font|image|message|model|multipart|text|video"
    r"|x-[a-z]+)/[a-z0-9][a-z0-9!#$&^_.+-]*\Z", re.A)
MAIL = re.compile(r"[^@\s<>()\[\],;:\"\\]+"
                  r"@(?:[A-Za-z0-9_-]+\.)+[A-Za-z0-9-]+\Z")
NUMBER = re.compile(r"(0|[1-9][0-9]*)\Z", re.A)
RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr"
                    r"|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} "
                    r"[0-9]{2}:[0-9]{2}:[0-9]{2} \+0000\Z", re.A)
RFC3339 = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
                     r"(\.[0-9]+)?(Z|(?!.00:00)[+-](0[0-9]|1[0-4]):[0-5][0-9])"
                     r"\Z", re.A)
# Line breaks, controls, and what does not belong in single-line text.
UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
                       "\ud800-\udfff]|  ")


def matches(pattern, text):
    return text is not None and pattern.match(text) is not None


def absent_or(pattern, text):
    return text is None or pattern.match(text) is not None


def rfc3339_instant(text):
    text = re.sub(r"\.[0-9]+", "", text).replace("Z", "+00:00")
    return datetime.datetime.fromisoformat(text).timestamp()


def rfc822_instant(text):
    return parsedate_to_datetime(text).timestamp()


def is_rfc3339(text):
    """A date that exists, in the format of RFC 3339."""
    if not matches(RFC3339, text):
        return False
    try:
        rfc3339_instant(text)
    except ValueError:
        return False
    return True


def is_rfc822(text):
    """The same for RFC 822; the weekday must match the date."""
    if not matches(RFC822, text):
        return False
    try:
        return parsedate_to_datetime(text).strftime("%a") == text[:3]
    except ValueError:
        return False


def is_web_url(text):
    """An HTTP URL, normalized except for its escapes (6.2.2, 6.2.3)."""
    return matches(WEB_URL, text) and not DEFAULT_PORT.match(text) \
        and not DOT_SEGMENT.match(text)


def is_url(text):
    return is_web_url(text) or matches(OTHER_URL, text)


def is_picture_url(text):
    return is_url(text) or matches(EMBEDDED, text)


def is_id(text):
    """In ASCII, as validators require."""
    return is_url(text) \
        and (not text.startswith("tag:") or matches(TAG, text)) \
        and (not text.startswith("urn:") or matches(URN, text))


def has_tag(id):
    """Whether its URL is not known, so that its id is not one."""
    return id is not None and id.startswith("tag:")


def is_line(text):
    """Non-empty plain text of one line."""
    return text is not None and text == text.strip() != "" \
        and not UNPRINTED.search(text)


def is_name(text):
    """A person's name, without a mail address in it."""
    return is_line(text) and not re.search(r"\S@\S+\.\S", text)


# Attributes that hold URLs, by element; None: on all elements.
URL_NAMES = {"href": None, "src": None, "poster": None, "formaction": None,
             "longdesc": None, "action": {"form"}, "data": {"object"},
             "cite": {"blockquote", "del", "ins", "q"}}


class RelativeUrls(HTMLParser):
    """Collects relative URLs of links and images (4.1.1.20.4)."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name not in URL_NAMES or not value or (
                    URL_NAMES[name] and tag not in URL_NAMES[name]):
                continue
            # A template that was not expanded is kept, and so is an invalid
            # host; "#part" in SVG is in the same image.
            if not re.match(r"\s*[A-Za-z][A-Za-z0-9+.-]*:", value) \
                    and "{{" not in value and "{%" not in value \
                    and not re.match(r"//[^/]*(%|:[^/0-9])", value) \
                    and not (value[0] == "#" and tag == "use"):
                self.found.append(value)


def has_no_relative_url(html):
    parser = RelativeUrls()
    parser.feed(html or "")
    return not parser.found


def unique(values):
    values = list(values)
    return len(values) == len(set(values))


def descending(instants):
    """Newest first; those without a date (None) last."""
    keys = [float("-inf") if i is None else i for i in instants]
    return all(a >= b for a, b in zip(keys, keys[1:]))

# -*- coding: utf-8 -*-
import time

BLOG_AUTHOR = "Ann Author"  # (translatable)
BLOG_TITLE = "A site of Nikola"  # (translatable)
SITE_URL = "https://example.org/"
BASE_URL = "https://example.org/base/"
BLOG_EMAIL = "ann@example.org"
BLOG_DESCRIPTION = "What it is " "about"
DEFAULT_LANG = "en"
TRANSLATIONS = {
    DEFAULT_LANG: "",
}
POSTS = (
    ("posts/*.md", "blog", "post.tmpl"),
    ("posts/*.rst", "blog", "post.tmpl"),
    ("notes/*-note.md", "", "post.tmpl"),
)
PAGES = (("pages/*.md", "pages", "page.tmpl"),)
FOOTER = BLOG_TITLE.format(time.gmtime().tm_year)

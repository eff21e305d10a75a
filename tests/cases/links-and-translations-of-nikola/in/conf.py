BLOG_AUTHOR = "Ann Author"
BLOG_TITLE = "Ponds"
SITE_URL = "https://example.org/"
DEFAULT_LANG = "en"
TRANSLATIONS = {DEFAULT_LANG: "", "es": "./es"}
POSTS = (
    ("posts/*.md", "posts", "post.tmpl"),
)

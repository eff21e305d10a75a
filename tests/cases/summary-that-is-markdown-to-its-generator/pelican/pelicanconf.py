SITENAME = "T"
SITEURL = "https://example.org"
PATH = "content"

SITENAME = "A"
SITEURL = "https://example.org"

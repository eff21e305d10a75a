SITENAME = 'S'
SITEURL = 'https://example.org'
AUTHOR = 'Ada'

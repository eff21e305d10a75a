SITENAME = 'T'
SITEURL = 'https://example.org'
STATIC_URL = 'files/{path}'

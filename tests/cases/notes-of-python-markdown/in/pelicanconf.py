SITEURL = 'https://example.org'
PATH = 'content'

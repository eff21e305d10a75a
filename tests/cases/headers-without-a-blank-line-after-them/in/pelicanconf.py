AUTHOR = 'Ann Author'
SITENAME = 'A site of Pelican'
SITEURL = 'https://example.org'

SITEURL = 'https://example.org'
ARTICLE_PATHS = ['posts', 'more/of']
ARTICLE_EXCLUDES = ['posts/not']
READERS = {'html': None}
IGNORE_FILES = ['*.tmp.md']
PATH = 'content'

BLOG_TITLE = "A site of Nikola"
BLOG_AUTHOR = "Ann"
SITE_URL = "https://example.org/"
FILE_METADATA_REGEXP = r'(?P<date>\d{4}-\d{2}-\d{2})(?!-draft)-(?P<slug>.*)\.md'

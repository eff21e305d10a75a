AUTHOR = 'Ann Author'
SITENAME = "A site of Pelican"
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Asia/Tokyo'
DEFAULT_LANG = 'en'

AUTHOR = 'Ann Author'
SITENAME = "A site of Pelican"
SITESUBTITLE = "About" " it"
SITEURL = 'https://example.org'
PATH = './content/'
TIMEZONE = 'Asia/Tokyo'
FEED_MAX_ITEMS = 10
DEFAULT_CATEGORY = 'Misc., and more'
DEFAULT_METADATA = {
    'rights': 'CC0',
    'date': now(),
}

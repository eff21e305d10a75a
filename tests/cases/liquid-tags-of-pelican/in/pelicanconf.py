SITENAME = "T"
SITEURL = "https://example.org"
PLUGINS = ["liquid_tags.img", "liquid_tags.include_code", more_plugins]

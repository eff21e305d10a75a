SITENAME = "Trois langues"
SITEURL = "https://example.org"
PATH = "content"
DEFAULT_LANG = "fr"
PLUGINS = ["i18n_subsites"]
I18N_SUBSITES = {
    "en": {
        "SITENAME": "Three languages",
    },
}

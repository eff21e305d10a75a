/*
 * The languages of a Hugo site, and the folders of their posts.
 */
#include <stdlib.h>

#include "base/text.h"
#include "generators/hugo.h"
#include "post/language.h"

/* "./content/" is "content". */
static const char *
folder_of(struct arena *a, const struct p2f_value *v)
{
	const char *text = value_trimmed(a, v), *folder;

	if (text == NULL)
		return NULL;
	folder = hugo_clean_path(a, text);
	return folder[1] == '\0' ? NULL : folder + 1;
}

const struct p2f_value *
hugo_get_in(const struct hugo *hugo, const struct hugo_language *language,
    const char *key)
{
	const struct p2f_value *v = hugo_get(language->own, key);

	return v == NULL ? hugo_get(hugo->config, key) : v;
}

static const char *
tag_of(struct arena *a, const struct p2f_value *own, const char *key)
{
	const struct p2f_value *v = hugo_get(own, "locale");
	const char *tag;

	if (v == NULL)
		v = hugo_get(own, "languagecode");
	tag = value_text(v);
	tag = tag == NULL ? NULL : language_tag(a, tag);
	if (tag == NULL)
		tag = language_tag(a, key);
	return tag == NULL ? key : tag;
}

static void
add_language(struct arena *a, struct hugo *hugo, const char *key,
    const struct p2f_value *own)
{
	struct hugo_language *language = arena_alloc(a, sizeof *language);

	language->key = ascii_lower_copy(a, key);
	language->own = own;
	language->tag = tag_of(a, own, language->key);
	language->folder = folder_of(a, hugo_get_in(hugo, language,
	    "contentdir"));
	if (language->folder == NULL)
		language->folder = "content";
	language->permalinks = hugo_get_in(hugo, language, "permalinks");
	language->is_disabled = value_is_true(hugo_get(own, "disabled")) ||
	    value_lists(hugo_get(hugo->config, "disablelanguages"), key);
	arena_list_add(a, &hugo->languages, language);
}

static long
weight_of(const struct hugo_language *language)
{
	const char *text = value_text(hugo_get(language->own, "weight"));

	return text == NULL ? 0 : strtol(text, NULL, 10);
}

/* The default language, or else, as it must be one of them, the first. */
static const struct hugo_language *
find_main(const struct hugo *hugo, const char *key)
{
	const struct hugo_language *this, *first = NULL;
	size_t i;

	for (i = 0; (this = hugo->languages.items[i]) != NULL; i++) {
		if (ascii_equal(this->key, key))
			return this;
		if (!this->is_disabled && (first == NULL ||
		    weight_of(this) < weight_of(first)))
			first = this;
	}
	return first == NULL ? hugo->languages.items[0] : first;
}

static size_t
count_enabled(const struct hugo *hugo)
{
	const struct hugo_language *language;
	size_t i, n = 0;

	for (i = 0; (language = hugo->languages.items[i]) != NULL; i++)
		n += !language->is_disabled;
	return n;
}

/* If languages have hosts of their own, no URL begins with a language. */
static bool
set_hosts(struct arena *a, struct hugo *hugo)
{
	struct hugo_language *language;
	bool has_any = false;
	size_t i;

	for (i = 0; i < hugo->languages.count; i++) {
		language = (struct hugo_language *)hugo->languages.items[i];
		language->base = value_trimmed(a, hugo_get(language->own,
		    "baseurl"));
		has_any = has_any || language->base != NULL;
	}
	return has_any;
}

static void
set_prefixes(struct hugo *hugo)
{
	bool in_folder = value_is_true(hugo_get(hugo->config,
	    "defaultcontentlanguageinsubdir"));
	struct hugo_language *language;
	size_t i;

	for (i = 0; i < hugo->languages.count; i++) {
		language = (struct hugo_language *)hugo->languages.items[i];
		if (language != hugo->main || in_folder)
			language->prefix = language->key;
	}
}

void
hugo_read_languages(struct site *site, struct hugo *hugo)
{
	const struct p2f_value *const *own = value_items(hugo_get(
	    hugo->config, "languages"), P2F_MAP);
	const char *main_key = value_text(hugo_get(hugo->config,
	    "defaultcontentlanguage"));
	const struct hugo_language *language;
	size_t i;

	if (main_key == NULL)
		main_key = "en";
	for (; *own != NULL; own++)
		if ((*own)->kind == P2F_MAP)
			add_language(&site->arena, hugo, (*own)->key, *own);
	if (hugo->languages.count == 0)
		add_language(&site->arena, hugo, main_key, NULL);
	hugo->main = find_main(hugo, main_key);
	hugo->is_multilingual = count_enabled(hugo) > 1;
	if (!hugo->is_multilingual)
		return;
	if (!set_hosts(&site->arena, hugo))
		set_prefixes(hugo);
	for (i = 0; (language = hugo->languages.items[i]) != NULL; i++)
		if (!language->is_disabled)
			arena_list_add(&site->arena, &site->languages,
			    language->tag);
}

#include "base/text.h"
#include "base/unicode.h"
#include "feed/facet.h"
#include "post/language.h"
#include "site/config.h"

static void
add(struct arena_list *list, struct arena *a, const char *text)
{
	arena_list_add(a, list, arena_strdup(a, text));
}

static void
add_terms(struct arena_list *list, struct arena *a,
    const struct arena_list *terms)
{
	const struct p2f_category *category;
	size_t i;

	for (i = 0; i < terms->count; i++) {
		category = terms->items[i];
		add(list, a, category->term);
	}
}

static void
add_people(struct arena_list *list, struct arena *a,
    const struct arena_list *people)
{
	const struct p2f_person *person;
	size_t i;

	for (i = 0; i < people->count; i++) {
		person = people->items[i];
		add(list, a, person->name);
	}
}

static void
add_texts(struct arena_list *list, struct arena *a, const struct p2f_value *v)
{
	size_t i;

	if (v == NULL)
		return;
	if (v->kind == P2F_LIST)
		for (i = 0; v->items[i] != NULL; i++)
			add_texts(list, a, v->items[i]);
	if (v->kind == P2F_TEXT)
		add(list, a, v->text);
}

static void
add_language(struct arena_list *list, struct arena *a,
    const struct post *post, const struct site *site)
{
	const struct p2f_value *own = post->facts.language;
	const char *language = own != NULL ? own->text : site->language;
	const char *tag;

	if (language == NULL)
		return;
	tag = language_tag(a, language);
	add(list, a, tag != NULL ? tag : language);
}

void
facet_add(struct arena_list *list, struct arena *a, const struct post *post,
    const struct site *site, const char *key)
{
	const struct facts *facts = &post->facts;

	if (ascii_equal(key, "category"))
		add_terms(list, a, &facts->categories);
	else if (ascii_equal(key, "tag"))
		add_terms(list, a, &facts->tags);
	else if (ascii_equal(key, "author"))
		add_people(list, a, facts->authors.count > 0 ?
		    &facts->authors : &site->authors);
	else if (ascii_equal(key, "language"))
		add_language(list, a, post, site);
	else
		add_texts(list, a, config_get(post->meta, key));
}

const char *
facet_key(const char *key)
{
	static const char plurals[][2][11] = {
		{ "authors", "author" }, { "categories", "category" },
		{ "tags", "tag" }
	};
	size_t i;

	for (i = 0; i < sizeof plurals / sizeof *plurals; i++)
		if (ascii_equal(key, plurals[i][0]))
			return plurals[i][1];
	return key;
}

bool
facet_is_same(const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0')
		if (unicode_lower(utf8_next(&a)) !=
		    unicode_lower(utf8_next(&b)))
			return false;
	return *a == *b;
}

#include <string.h>

#include "base/text.h"
#include "front/value.h"
#include "generators/facts.h"
#include "markdown/markdown.h"

void
facts_add_term(struct post *post, enum p2f_category_kind kind, const char *text)
{
	const char *term = text_squeeze(&post->arena, text);
	struct p2f_category *category;

	if (term == NULL)
		return;
	category = arena_alloc(&post->arena, sizeof *category);
	category->term = term;
	category->kind = kind;
	arena_list_add(&post->arena, kind == P2F_TAG ? &post->facts.tags :
	    &post->facts.categories, category);
}

void
facts_set_category(struct post *post)
{
	const char *name = value_text(value_get(post->meta, "category"));

	if (name == NULL || text_trim(&post->arena, name) == NULL)
		return;
	post->facts.categories = (struct arena_list){ 0 };
	facts_add_term(post, P2F_CATEGORY, name);
}

void
facts_set_language(struct post *post, const char *language)
{
	post->facts.language = value_new_text(&post->arena, "language",
	    language, NULL);
}

void
facts_render_summary(struct post *post, unsigned dialect)
{
	const struct markdown_options options = { .dialect = dialect };
	const struct p2f_value *own = post->facts.summary;
	struct buf html = { 0 };

	/* Most are no more than words. */
	if (own == NULL || !value_key_equal(own->key, "summary") ||
	    strpbrk(own->text, "*_`[\\") == NULL)
		return;
	markdown_render(&html, own->text, strlen(own->text), &options);
	post->facts.summary = value_new_text(&post->arena, own->key,
	    arena_take(&post->arena, &html), own);
}

#include "base/text.h"
#include "front/value.h"
#include "generators/terms.h"

void
terms_add(struct post *post, enum p2f_category_kind kind, const char *text)
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
terms_set_category(struct post *post)
{
	const char *name = value_text(value_get(post->meta, "category"));

	if (name == NULL || text_trim(&post->arena, name) == NULL)
		return;
	post->facts.categories = (struct arena_list){ 0 };
	terms_add(post, P2F_CATEGORY, name);
}

#include "base/text.h"
#include "front/value.h"
#include "generators/terms.h"

void
terms_set_category(struct post *post)
{
	const char *name = value_text(value_get(post->meta, "category"));
	struct p2f_category *category;

	if (name != NULL)
		name = text_squeeze(&post->arena, name);
	if (name == NULL)
		return;
	category = arena_alloc(&post->arena, sizeof *category);
	category->term = name;
	category->kind = P2F_CATEGORY;
	post->facts.categories = (struct arena_list){ 0 };
	arena_list_add(&post->arena, &post->facts.categories, category);
}

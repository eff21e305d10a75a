#include <string.h>

#include "front/value.h"
#include "generators/rendered.h"
#include "markdown/markdown.h"

void
rendered_summary(struct post *post, unsigned dialect)
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

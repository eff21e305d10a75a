/*
 * Ruby in bodies of nanoc and Bridgetown, which only they can run.
 */
#include "base/text.h"
#include "template/template_markup.h"

/* The first word in a tag: the function it calls. */
static const char *
called(struct template *t, const char *p, const char *end)
{
	const char *stop;

	while (p < end && !ascii_is_alpha(*p) && *p != '_')
		p++;
	stop = template_name_end(p, end, "_");
	return stop == p ? "<%" : arena_span(&t->arena, p, stop);
}

bool
template_take_erb(struct template *t, const char *p)
{
	static const char open[] = "<%", shut[] = "%>";
	const char *end = t->walk.end, *close;

	if (!text_begins(p, end, open))
		return false;
	/* An escaped tag stands for itself. */
	if (text_begins(p + 2, end, "%")) {
		buf_puts(t->out, "&lt;%");
		walk_skip(&t->walk, p + 3);
		return true;
	}
	close = template_close(p, end, open, shut);
	if (close == NULL)
		return false;
	close += 2;
	if (!text_begins(p + 2, end, "#"))
		template_leave(t, p, close, called(t, p, close));
	walk_skip(&t->walk, close);
	return true;
}

/*
 * Tags around code, and around what is no template or not shown at all.
 */
#include <string.h>

#include "base/text.h"
#include "body/template_parts.h"

static bool
run_code(struct template *t, const struct template_tag *tag,
    const char *language)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	template_put_code(t, language, tag->end,
	    (size_t)(end.start - tag->end));
	return true;
}

/* {% highlight c linenos %}, {{< highlight c "linenos=table" >}} */
bool
template_run_highlight(struct template *t, const struct template_tag *tag)
{
	return run_code(t, tag, template_word(tag, 0));
}

static void
put_caption(struct template *t, const struct template_tag *words)
{
	struct template_source source;

	template_read_source(t, words, &source);
	if (source.name != NULL)
		template_put_literal(t, source.name);
	if (source.name != NULL && source.url != NULL)
		buf_putc(t->out, ' ');
	if (source.url != NULL)
		template_put_link(t, source.url, source.title != NULL ?
		    source.title : source.name != NULL ? "link" : source.url);
	buf_puts(t->out, template_in_html(t) ? "<br>" : "");
}

/* {% codeblock [title] [lang:c] [url] [link text] %} */
bool
template_run_codeblock(struct template *t, const struct template_tag *tag)
{
	static const char *const options[] = {
		"line_number:", "line_threshold:", "highlight:",
		"first_line:", "mark:", "wrap:"
	};
	const char *language = template_key(tag, "lang"), *word;
	struct template_tag title = { .count = 0 };
	size_t i, k;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++) {
		if (strncmp(word, "lang:", 5) == 0) {
			language = word + 5;
			continue;
		}
		for (k = 0; k < sizeof options / sizeof *options; k++)
			if (strncmp(word, options[k],
			    strlen(options[k])) == 0)
				break;
		if (k == sizeof options / sizeof *options)
			title.arguments[title.count++].value = word;
	}
	if (title.count > 0 && template_is_paired(t, tag))
		put_caption(t, &title);
	return run_code(t, tag, language);
}

/* Whether a tag begins anew between two places. */
static bool
is_between(struct template *t, const struct template_tag *tag, const char *p,
    const char *end)
{
	struct template_tag other;

	while (p < end && (p = memchr(p, '{', (size_t)(end - p))) != NULL) {
		if (end - p > 4 && p[1] == '%' &&
		    template_read_tag(t, p, &other) && !other.is_end &&
		    strcmp(other.name, tag->name) == 0)
			return true;
		p++;
	}
	return false;
}

/*
 * What stands inside is no template, whatever it looks like.  Nunjucks nests
 * the tag and Liquid does not: that shows by a second end.
 */
bool
template_run_raw(struct template *t, const struct template_tag *tag)
{
	struct template_tag end, rest = *tag, outer;

	if (!template_find_end(t, tag, &end))
		return false;
	rest.start = end.start;
	rest.end = end.end;
	if (is_between(t, tag, tag->end, end.start) &&
	    template_find_end(t, &rest, &outer) &&
	    !is_between(t, tag, end.end, outer.start))
		end = outer;
	t->raw_end = end.start;
	t->raw_next = end.end;
	return true;
}

bool
template_run_comment(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	return true;
}

/* A loop cannot be run, and its text makes no sense without. */
bool
template_run_loop(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	template_leave(t, tag->start, end.end, tag->name);
	walk_skip(&t->walk, end.end);
	return true;
}

/* {% assign name = "text" %}; all else that is assigned stays unknown. */
bool
template_run_assign(struct template *t, const struct template_tag *tag)
{
	struct template_argument *set;

	if (tag->count != 1 || tag->arguments[0].key == NULL ||
	    !tag->arguments[0].is_quoted || strlen(tag->arguments[0].value) >
	    TEMPLATE_VALUE_MAX || t->variables.count == TEMPLATE_PAIRS)
		return true;
	set = arena_alloc(&t->arena, sizeof *set);
	*set = tag->arguments[0];
	arena_list_add(&t->arena, &t->variables, set);
	return true;
}

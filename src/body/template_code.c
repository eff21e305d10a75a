/*
 * Tags around code, and around what is no template or not shown at all.
 */
#include <string.h>

#include "base/text.h"
#include "body/template_parts.h"

/* A tag that begins at p, if it is {% raw %} where none is open, or ends it. */
static bool
read_raw(struct template *t, const char *p, bool is_open,
    struct template_tag *tag)
{
	return p[1] == '%' && template_read_tag(t, p, tag) &&
	    strcmp(tag->name, "raw") == 0 && tag->is_end == is_open &&
	    (is_open || template_is_paired(t, tag));
}

/* Of a fence the lines are taken one by one, and a tag may be on two. */
void
template_put_raw(struct template *t, struct buf *out, const char *p,
    const char *end)
{
	const char *from = p;
	struct template_tag tag;

	for (; p < end && (p = memchr(p, '{', (size_t)(end - p))) != NULL;
	    p++) {
		if (!read_raw(t, p, t->is_raw_code, &tag) ||
		    (tag.end > end && t->walk.fence.length == 0))
			continue;
		buf_add(out, from, (size_t)(p - from));
		t->is_raw_code = !t->is_raw_code;
		from = tag.end;
		p = tag.end - 1;
		if (tag.end <= end)
			continue;
		end = walk_line_end(tag.end, t->walk.end);
		walk_skip(&t->walk, end);
	}
	buf_add(out, from, (size_t)(end - from));
}

/* Whether {% raw %} is open at the end of a span. */
static bool
is_raw_at(struct template *t, const char *p, const char *end, bool is_open)
{
	struct template_tag tag;

	for (; p < end && (p = memchr(p, '{', (size_t)(end - p))) != NULL;
	    p++)
		if (read_raw(t, p, is_open, &tag))
			is_open = !is_open;
	return is_open;
}

/* In {% raw %} there may be an end that is none, but not more than one. */
static bool
find_code_end(struct template *t, const struct template_tag *tag,
    struct template_tag *end)
{
	struct template_tag rest = *tag, next;

	if (!template_find_end(t, tag, end))
		return false;
	if (tag->syntax != TEMPLATE_TAG ||
	    !is_raw_at(t, tag->end, end->start, false))
		return true;
	rest.start = end->start;
	rest.end = end->end;
	if (template_find_end(t, &rest, &next) &&
	    !is_raw_at(t, end->end, next.start, true))
		*end = next;
	return true;
}

/* All but shortcodes stand in what is run, too, so that {% raw %} is a tag. */
static bool
run_code(struct template *t, const struct template_tag *tag,
    const char *language)
{
	struct template_tag end;
	struct buf code = { 0 };

	if (!find_code_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	t->is_raw_code = false;
	if (tag->syntax == TEMPLATE_TAG)
		template_put_raw(t, &code, tag->end, end.start);
	else
		buf_add(&code, tag->end, (size_t)(end.start - tag->end));
	t->is_raw_code = false;
	buf_puts(&code, "");
	template_put_code(t, language, code.bytes, code.length);
	buf_release(&code);
	return true;
}

/* {% highlight c linenos %}, {{< highlight c "linenos=table" >}} */
bool
template_run_highlight(struct template *t, const struct template_tag *tag)
{
	return run_code(t, tag, template_word(tag, 0));
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
	word = template_words(t, &title, 0);
	if (word != NULL && template_is_paired(t, tag)) {
		template_put_literal(t, word);
		buf_puts(t->out, template_in_html(t) ? "<br>" : "");
	}
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

/* {% assign name = value %}; what is not known hides what was before. */
bool
template_run_assign(struct template *t, const struct template_tag *tag)
{
	const char *end = tag->text + strlen(tag->text), *p;
	const char *name = template_skip_space(tag->text, end), *stop = name;
	struct template_variable *set;

	stop += strcspn(name, "= \t\n");
	p = template_skip_space(stop, end);
	if (stop == name || p == end || *p != '=' ||
	    t->variables.count == TEMPLATE_PAIRS)
		return true;
	set = arena_alloc(&t->arena, sizeof *set);
	set->name = arena_strndup(&t->arena, name, (size_t)(stop - name));
	set->value = template_whole_operand(t, p + 1, end);
	arena_list_add(&t->arena, &t->variables, set);
	return true;
}

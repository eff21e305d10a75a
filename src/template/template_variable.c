/*
 * Texts that a Liquid tag gives a name: {% assign %} and {% capture %}.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_tags.h"

/* An unknown value hides what was there before. */
static void
set_variable(struct template *t, const char *name,
    struct template_operand value)
{
	struct template_variable *set;

	if (t->variables.count == TEMPLATE_PAIRS)
		return;
	set = arena_alloc(&t->arena, sizeof *set);
	set->name = name;
	set->value = value;
	arena_list_add(&t->arena, &t->variables, set);
}

void
template_assign(struct template *t, const char *name, const char *p,
    const char *end)
{
	struct template_operand value = { TEMPLATE_UNKNOWN, NULL };
	size_t i;

	if (!t->host->is_typed || !template_is_in_doubt(t))
		value = template_whole_operand(t, p, end);
	for (i = 0; i < t->capture_count; i++)
		if (strcmp(t->captures[i].name, name) == 0)
			t->captures[i].text = NULL;
	set_variable(t, name, value);
}

/* {% assign name = value %} */
bool
template_run_assign(struct template *t, const struct template_tag *tag)
{
	const char *end = tag->text + strlen(tag->text), *p;
	const char *name = text_skip_space(tag->text, end), *stop = name;

	stop += strcspn(name, "= \t\n");
	p = text_skip_space(stop, end);
	if (stop != name && p < end && *p == '=')
		template_assign(t, arena_span(&t->arena, name, stop), p + 1,
		    end);
	return true;
}

/* {% capture name %}text{% endcapture %}, without another one inside */
bool
template_run_capture(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);
	struct template_tag end;
	size_t i = 0;

	while (name != NULL && i < t->capture_count &&
	    strcmp(t->captures[i].name, name) != 0)
		i++;
	if (name == NULL || i == TEMPLATE_DEPTH ||
	    !template_find_end(t, tag, &end) ||
	    template_is_between(t, tag, tag->end, end.start))
		return template_run_loop(t, tag);
	t->captures[i] = (struct template_capture){ .name = name,
	    .text = t->expand_part(t, tag->end, end.start),
	    .start = tag->end, .end = end.start };
	t->capture_count += i == t->capture_count;
	set_variable(t, name, (struct template_operand){ TEMPLATE_UNKNOWN,
	    NULL });
	walk_skip(&t->walk, end.end);
	return true;
}

/* Take a capture and the text left to be written, or NULL. */
static struct template_capture *
take_capture(struct template *t, const char *name, size_t n,
    const char **text)
{
	struct template_capture *capture;

	for (capture = t->captures; capture < t->captures + t->capture_count;
	    capture++) {
		if (!text_span_is(name, n, capture->name))
			continue;
		*text = capture->text;
		if (*text != NULL && strlen(*text) > TEMPLATE_VALUE_MAX)
			capture->text = NULL;
		return *text == NULL ? NULL : capture;
	}
	return NULL;
}

const char *
template_captured(struct template *t, const char *name, size_t n)
{
	const char *text;

	return take_capture(t, name, n, &text) == NULL ? NULL : text;
}

const char *
template_captured_words(struct template *t, const char *name)
{
	struct template_capture *capture;
	const char *text;

	capture = take_capture(t, name, strlen(name), &text);
	if (capture == NULL)
		return NULL;
	/* Only once: its source may be long. */
	if (capture->words == NULL)
		capture->words = strchr(text, '{') == NULL ? text :
		    t->expand_part(t, text_skip_space(capture->start,
		    capture->end), capture->end);
	return capture->words;
}

bool
template_put_captured_code(struct template *t, const char *name,
    const char *language)
{
	const char *text;
	const struct template_capture *capture = take_capture(t, name,
	    strlen(name), &text);

	if (capture != NULL)
		template_put_source(t, language, capture->start, capture->end);
	return capture != NULL;
}

void
template_put_captured_lines(struct template *t, const char *text)
{
	bool is_inner = template_in_html(t) && t->host->has_inner;

	buf_puts(t->out, is_inner ? "<div markdown=\"1\">\n\n" : "\n\n");
	buf_puts(t->out, text);
	buf_puts(t->out, is_inner ? "\n\n</div>" : "\n\n");
}

bool
template_put_captured(struct template *t, const char *p, const char *end)
{
	const char *name, *stop, *rest, *text;
	bool is_markdown;

	if (t->capture_count == 0)
		return false;
	name = text_skip_space(p + (p < end && *p == '-'), end);
	for (stop = name; stop < end && !ascii_is_space(*stop) &&
	    *stop != '|'; stop++)
		continue;
	rest = text_trim_copy(&t->arena, stop, end);
	is_markdown = rest != NULL && strcmp(rest, "| markdownify") == 0;
	if (is_markdown ? t->walk.is_html : rest != NULL)
		return false;
	text = template_captured(t, name, (size_t)(stop - name));
	if (text == NULL)
		return false;
	if (is_markdown)
		template_put_captured_lines(t, text);
	else
		buf_puts(t->out, text);
	return true;
}

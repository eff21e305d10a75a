/*
 * Tags for notes: what themes put into the margin becomes a footnote.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_tags.h"

static bool
is_alone(const struct template *t, const char *start, const char *end)
{
	const char *next = walk_blank_rest(end, t->walk.end);

	return start == t->walk.text && !t->walk.continues &&
	    next != NULL && walk_blank_rest(next, t->walk.end) != NULL;
}

/* Searched for once per paragraph, which may have any number of notes. */
static void
find_paragraph_end(struct template *t, const char *p)
{
	const char *limit = t->walk.end;

	if (p < t->note_limit)
		return;
	do
		p = walk_line_end(p, limit);
	while (p < limit && walk_blank_rest(p, limit) == NULL);
	t->note_limit = p;
}

/* Find the end tag, if it is in the same paragraph. */
static bool
find_end(struct template *t, const struct template_tag *tag,
    struct template_tag *end)
{
	const char *limit = t->walk.end;
	bool is_found;

	if (tag->start < t->note_stop)
		return false;
	find_paragraph_end(t, tag->end);
	t->walk.end = t->note_limit;
	is_found = template_find_end(t, tag, end);
	t->walk.end = limit;
	if (!is_found)
		t->note_stop = t->note_limit;
	return is_found;
}

/*
 * Put the text that a note is about, its last value, as in {{< sidenote "rain"
 * >}} or {{< sidenote "right" "note-1" "rain" >}}; a single one may be an id.
 */
static void
put_label(struct template *t, const struct template_tag *tag)
{
	const char *label = tag->count == 0 ? NULL : template_word(tag,
	    tag->count - 1);

	if (label != NULL && *tag->name != 'f' && (tag->count > 1 ||
	    (strpbrk(label, "-_:") == NULL && !ascii_is_digit(*label))))
		template_put_markdown(t, label);
}

/* {{< sidenote >}}text{{< /sidenote >}} */
static bool
open_pair(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (template_in_html(t) || t->text_out != NULL ||
	    !find_end(t, tag, &end) || is_alone(t, tag->start, end.end) ||
	    !template_open(t, &(struct template_block){ .name = tag->name,
	    .is_note = true }, NULL))
		return false;
	put_label(t, tag);
	template_open_note(t);
	return true;
}

/* {% sidenote 'id' 'text' %} of Tufte, {% sidenote id text %} */
bool
template_run_aside(struct template *t, const struct template_tag *tag)
{
	const char *text;

	if (template_is_paired(t, tag))
		return open_pair(t, tag);
	text = tag->count > 0 && tag->arguments[tag->count - 1].is_quoted ?
	    template_word(tag, tag->count - 1) : template_words(t, tag, 1);
	/* A single word is an id. */
	if (text == NULL || (tag->count == 1 && strchr(text, ' ') == NULL))
		return false;
	if (!template_in_html(t) && is_alone(t, tag->start, tag->end))
		template_put_markdown(t, text);
	else
		template_put_note(t, text);
	return true;
}

/* {% footnoteref "id" "text" %}words{% endfootnoteref %} of Eleventy */
bool
template_run_reference(struct template *t, const struct template_tag *tag)
{
	const char *text = template_word(tag, 1);

	return text != NULL && template_open(t, &(struct template_block){
	    .name = tag->name, .is_note = true, .footer = text }, NULL);
}

/* {% newthought 'text' %} of Tufte, which begins a section */
bool
template_run_thought(struct template *t, const struct template_tag *tag)
{
	const char *text = template_word(tag, 0);

	if (text == NULL)
		return false;
	template_put_markdown(t, text);
	return true;
}

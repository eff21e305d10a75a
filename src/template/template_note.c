/*
 * Notes that are written where they are referred to, `^[text]` of Quarto and
 * what themes put into the margin, become footnotes.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_tags.h"

void
template_open_note(struct template *t)
{
	t->text_out = t->out;
	buf_clear(&t->note);
	t->out = &t->note;
}

void
template_abandon_note(struct template *t)
{
	if (t->text_out == NULL)
		return;
	buf_puts(t->text_out, t->host->dialects & TEMPLATE_QUARTO ? "^[" :
	    " ");
	buf_add(t->text_out, t->note.bytes, t->note.length);
	t->out = t->text_out;
	t->text_out = NULL;
}

static void
put_reference(struct template *t)
{
	buf_printf(t->out, "[^aside-%zu]", ++t->note_count);
	buf_printf(&t->notes, "\n\n[^aside-%zu]:", t->note_count);
}

/* Its lines become one, out of quotations. */
void
template_close_note(struct template *t)
{
	const char *p = t->note.bytes, *end = p + t->note.length, *next;

	t->out = t->text_out;
	t->text_out = NULL;
	put_reference(t);
	while (p < end) {
		next = walk_line_end(p, end);
		if (!walk_is_blank(p, next)) {
			buf_putc(&t->notes, ' ');
			buf_add(&t->notes, p, (size_t)(next - p) -
			    (next[-1] == '\n'));
		}
		p = next < end ? walk_skip_prefix(next, end) : next;
	}
}

void
template_put_notes(struct template *t)
{
	if (t->notes.length > 0) {
		walk_close_fence(&t->walk, t->out);
		buf_add(t->out, t->notes.bytes, t->notes.length);
		buf_putc(t->out, '\n');
	}
	buf_release(&t->notes);
}

bool
template_notion_aside(struct template *t)
{
	static const char tag[] = "<aside>";
	const char *p = t->walk.text, *end = t->walk.end, *line_end;

	if (!(t->host->dialects & TEMPLATE_NOTION) ||
	    !text_begins(p, end, tag))
		return false;
	line_end = walk_line_end(p, end);
	if (!walk_is_blank(p + strlen(tag), line_end))
		return false;
	buf_add_span(t->out, t->walk.line, line_end);
	template_put_indent(t);
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, line_end);
	walk_end_html(&t->walk);
	return true;
}

/* ---- in the margin ---- */

static bool
is_alone(const struct template *t, const char *start, const char *end)
{
	const char *line_end = walk_line_end(end, t->walk.end);

	return start == t->walk.text && !t->walk.continues &&
	    walk_is_blank(end, line_end) && walk_is_blank(line_end,
	    walk_line_end(line_end, t->walk.end));
}

/* Looked for once in a paragraph, which may hold any number of notes. */
static void
find_paragraph_end(struct template *t, const char *p)
{
	const char *limit = t->walk.end;

	if (p < t->note_limit)
		return;
	do
		p = walk_line_end(p, limit);
	while (p < limit && !walk_is_blank(p, walk_line_end(p, limit)));
	t->note_limit = p;
}

/* The end tag, if it is in the same paragraph. */
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
 * The text that a note is about, its last value, as in {{< sidenote "rain" >}}
 * or {{< sidenote "right" "note-1" "rain" >}}; where there is but one, it may
 * be an id.
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

void
template_put_note(struct template *t, const char *text)
{
	bool is_note = !template_in_html(t) && t->text_out == NULL;

	if (is_note)
		template_open_note(t);
	else
		buf_puts(t->out, " (");
	template_put_markdown(t, text);
	if (is_note)
		template_close_note(t);
	else
		buf_putc(t->out, ')');
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
	/* One word by itself is an id. */
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

	return text != NULL && template_is_paired(t, tag) &&
	    template_open(t, &(struct template_block){ .name = tag->name,
	    .is_note = true, .footer = text }, NULL);
}

/* {% newthought 'text' %} of Tufte, which begins a section */
bool
template_run_thought(struct template *t, const struct template_tag *tag)
{
	const char *text = template_word(tag, 0);

	if (text == NULL || template_is_paired(t, tag))
		return false;
	template_put_markdown(t, text);
	return true;
}

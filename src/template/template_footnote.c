/*
 * Notes written where they are referred to become footnotes, after the body.
 */
#include "template/template_parts.h"

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

/* Its lines are joined, without blockquote markers. */
void
template_close_note(struct template *t)
{
	const char *p, *end, *next;

	t->out = t->text_out;
	t->text_out = NULL;
	put_reference(t);
	if (t->note.length == 0)
		return;
	p = t->note.bytes;
	end = p + t->note.length;
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

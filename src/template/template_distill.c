/*
 * Elements of Distill, which only its script shows, in posts of al-folio and
 * other Jekyll sites: notes, citations, code and formulas.
 */
#include <string.h>

#include "base/text.h"
#include "html/markup.h"
#include "template/template_markup.h"

/* An element to be replaced, and its content. */
struct element {
	const struct markup_token *tag;
	const char	*text, *end;
};

/* Put a formula in its delimiters, unless it already has some. */
static void
put_formula(struct template *t, const struct element *e)
{
	struct markup_attribute a;
	const char *signs = markup_attribute_find(e->tag, "block", &a) ?
	    "$$" : "$";
	const char *text = text_squeeze(&t->arena, arena_span(&t->arena,
	    e->text, e->end));

	if (text == NULL)
		return;
	if (*text == '$' || strncmp(text, "\\[", 2) == 0 ||
	    strncmp(text, "\\(", 2) == 0)
		signs = "";
	buf_printf(t->out, "%s%s%s", signs, text, signs);
}

static void
put_note(struct template *t, const struct element *e)
{
	template_put_note(t, t->expand_part(t, e->text, e->end));
}

static void
put_code(struct template *t, const struct element *e)
{
	const char *code = t->expand_part(t, e->text, e->end);
	struct markup_attribute a;

	template_put_code(t, !markup_attribute_find(e->tag, "language", &a) ||
	    a.value == NULL ? NULL : arena_strndup(&t->arena, a.value,
	    a.value_length), code);
}

/* Whether code is inline, or already HTML. */
static bool
is_left(const struct element *e)
{
	const char *p = text_skip_blanks(e->text, e->end);
	struct markup_attribute a;

	return (!markup_attribute_find(e->tag, "block", &a) && *p != '\n') ||
	    text_begins(text_skip_space(p, e->end), e->end, "<pre");
}

static const struct {
	const char	*name, *shut;
	void		(*put)(struct template *, const struct element *);
	bool		(*is_left)(const struct element *);
} elements[TEMPLATE_DISTILL] = {
	{ "d-footnote", "</d-footnote", put_note, NULL },
	{ "d-math", "</d-math", put_formula, NULL },
	{ "d-code", "</d-code", put_code, is_left }
};

/* The next end tag, or NULL; the search is not repeated. */
static const char *
find_end(struct template *t, size_t i, const char *p)
{
	const char **next = &t->distill[i], *end = t->walk.end;

	if (*next == NULL || *next < p) {
		*next = text_search(p, end, elements[i].shut);
		if (*next == NULL)
			*next = end;
	}
	return *next == end ? NULL : *next;
}

static const char *
after(const struct template *t, const char *p)
{
	const char *end = text_find(p, t->walk.end, '>');

	return end == NULL ? t->walk.end : end + 1;
}

static bool
put_element(struct template *t, const struct markup_token *tag,
    const char *p)
{
	struct element e = { .tag = tag, .text = p + tag->length };
	size_t i;

	for (i = 0; i < TEMPLATE_DISTILL; i++)
		if (markup_name_is(tag, elements[i].name))
			break;
	e.end = i == TEMPLATE_DISTILL ? NULL : find_end(t, i, e.text);
	if (e.end == NULL || (elements[i].is_left != NULL &&
	    elements[i].is_left(&e)))
		return false;
	walk_skip(&t->walk, after(t, e.end));
	elements[i].put(t, &e);
	return true;
}

/* The number of a source in a list that only the site has. */
static void
leave_citation(struct template *t, const struct markup_token *tag,
    const char *p)
{
	const char *end = p + tag->length;

	if (text_begins(end, t->walk.end, "</d-cite"))
		end = after(t, end);
	walk_skip(&t->walk, end);
	template_leave(t, p, end, "d-cite");
}

bool
template_take_distill(struct template *t, const char *p)
{
	const char *end = text_begins(p, t->walk.end, "<d-") ?
	    walk_tag_end(&t->walk, p) : NULL;
	struct markup_token tag;

	if (end == NULL || !markup_read_start(p, (size_t)(end - p), &tag))
		return false;
	if (!markup_name_is(&tag, "d-cite"))
		return put_element(t, &tag, p);
	leave_citation(t, &tag, p);
	return true;
}

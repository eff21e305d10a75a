/*
 * What is indented but not code.
 *
 * Admonitions of Python-Markdown, and details and tabs of its extensions: a
 * line `!!! note "A title"`, `??? note "A title"` or `=== "A title"`, and what
 * is indented by four columns below it.  And everything between a tag of Hexo,
 * or some of Hugo's, and its end tag.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

/* A longer line does not begin one. */
#define LINE_MAX_LENGTH 300

static const char marks[] = "!?=";
static const char snippet[] = "--8<--";

struct opening {
	const char	*name;		/* or NULL */
	const char	*title;		/* NULL: none given */
};

/* Read names, which are separated by spaces; the first one counts. */
static const char *
read_names(struct template *t, const char *p, const char *end,
    struct opening *opening)
{
	const char *stop;

	for (;;) {
		p = text_skip_blanks(p, end);
		stop = template_name_end(p, end, "_-");
		if (stop == p)
			return p;
		if (opening->name == NULL)
			opening->name = arena_span(&t->arena, p, stop);
		p = stop;
	}
}

/* Read the whole line after its marks; false: it is something else. */
static bool
read_opening(struct template *t, const char *p, const char *end,
    struct opening *opening)
{
	const char *stop;

	end = text_cut_space(p, end);
	p = read_names(t, p, end, opening);
	if (p == end)
		return true;
	stop = end - 1;
	if (*p != '"' || stop == p || *stop != '"')
		return false;
	opening->title = arena_span(&t->arena, p + 1, stop);
	return true;
}

/* Skip the three marks, and what may follow them. */
static const char *
skip_marks(const char *p, const char *end)
{
	if (end - p < 3 || strchr(marks, *p) == NULL || p[1] != *p ||
	    p[2] != *p)
		return NULL;
	p += 3;
	if (p[-1] != '!' && p < end && *p == '+')
		p++;
	if (p[-1] == '=' && p < end && *p == '!')
		p++;
	return p;
}

/* Make the block, and the heading that its first line becomes. */
static bool
make_block(struct template *t, const char *p, const char *line_end,
    struct template_block *block, const char **heading)
{
	const char kind = *p;
	struct opening opening = { 0 };

	p = skip_marks(p, line_end);
	if (p == NULL || !read_opening(t, p, line_end, &opening) ||
	    (opening.name == NULL && opening.title == NULL) ||
	    (kind == '!' && opening.name == NULL) ||
	    (kind == '=' && opening.name != NULL))
		return false;
	if (opening.title == NULL)
		opening.title = template_capitalized(t, opening.name);
	if (*opening.title == '\0')
		opening.title = NULL;
	*block = (struct template_block){ .name = "", .indent = TEMPLATE_INDENT,
	    .is_rich = true, .is_quote = kind == '!' };
	if (kind == '?')
		block->summary = opening.title == NULL ? "" : opening.title;
	else
		*heading = opening.title;
	return true;
}

/* How much more than the current line the text below it is indented. */
static size_t
indentation_below(const struct template *t, const char *next)
{
	const char *end = t->walk.end, *p;
	size_t column = 0, own = 0;

	for (p = t->walk.line; p < t->walk.text; p++)
		own += *p == '\t' ? TEMPLATE_INDENT : 1;
	for (p = walk_skip_blank_lines(next, end);
	    p < end && ascii_is_blank(*p); p++)
		column += *p == '\t' ? TEMPLATE_INDENT : 1;
	return column > own ? column - own : 0;
}

/* Let what is below the line, and indented by width more, be in the block
   just opened. */
static void
begin_indented(struct template *t, size_t indent, size_t width)
{
	struct template_block *block = &t->blocks[t->depth - 1];

	block->indent = indent;
	block->column = walk_open(&t->walk, width) - width;
	block->lists = t->walk.lists;
	block->start = t->out->length;
	t->indented++;
}

bool
template_take_snippet(struct template *t, const char *p, const char *end)
{
	const char *stop;

	if (!(t->host->dialects & TEMPLATE_ADMONITIONS))
		return false;
	p = text_skip_blanks(p, end);
	stop = walk_line_end(p, end);
	if (!text_begins(p, stop, snippet))
		return false;
	stop = text_cut_space(p, stop);
	template_leave(t, p, stop, arena_span(&t->arena, p, stop));
	if (t->walk.fence.length == 0)
		walk_skip(&t->walk, stop);
	return true;
}

bool
template_take_admonition(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *line_end;
	const char *heading = NULL;
	struct template_block block;

	if (!(t->host->dialects & TEMPLATE_ADMONITIONS) ||
	    strchr(marks, *p) == NULL || t->walk.quotes > 0 ||
	    t->depth == TEMPLATE_DEPTH || (t->walk.continues &&
	    !walk_continues(&t->walk)))
		return false;
	line_end = walk_line_end(p, end);
	/* Without text below it, it is a sentence: `!!! do not try this`. */
	if (line_end - p > LINE_MAX_LENGTH ||
	    indentation_below(t, line_end) < TEMPLATE_INDENT ||
	    !make_block(t, p, line_end, &block, &heading))
		return false;
	buf_add_span(t->out, t->walk.line, p);
	template_open(t, &block, heading);
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, line_end);
	begin_indented(t, TEMPLATE_INDENT, TEMPLATE_INDENT);
	return true;
}

/* Whether a tag on a line of its own begins a pair. */
static bool
is_opening(const struct template *t, const struct template_tag *tag)
{
	return t->walk.next == tag->end && tag->start == t->walk.text &&
	    t->walk.quotes == 0 &&
	    walk_blank_rest(tag->end, t->walk.end) != NULL &&
	    template_is_paired(t, tag);
}

/* The innermost block, if it consists only of indentation below such a tag. */
static struct template_block *
bare_block(struct template *t, const char *name)
{
	struct template_block *block = template_innermost(t);

	return block != NULL && block->bare_of != NULL &&
	    strcmp(block->bare_of, name) == 0 ? block : NULL;
}

/*
 * In Hexo, any pair.  In Hugo, those that contain others, as tabs do, and what
 * is inside these; anything else is code.
 */
static bool
may_be_indented(const struct template *t, const struct template_tag *tag)
{
	const char *p, *end = t->walk.end;

	if (tag->syntax == TEMPLATE_TAG)
		return t->host->dialects & TEMPLATE_HEXO;
	if ((t->host->dialects & (TEMPLATE_HUGO | TEMPLATE_LIQUID)) !=
	    TEMPLATE_HUGO)
		return false;
	p = text_skip_space(tag->end, end);
	return t->indented > 0 || (end - p > 3 && memcmp(p, "{{", 2) == 0 &&
	    (p[2] == '<' || p[2] == '%') && p[3] != '/');
}

void
template_dedent(struct template *t, const struct template_tag *tag)
{
	struct template_block *around = bare_block(t, tag->name);
	size_t indent;

	if (t->walk.is_html || !may_be_indented(t, tag))
		return;
	indent = is_opening(t, tag) && t->depth < TEMPLATE_DEPTH &&
	    t->walk.lists < WALK_LISTS ? indentation_below(t,
	    walk_line_end(tag->end, t->walk.end)) : 0;
	if (indent > 0 && template_open(t, &(struct template_block){
	    .name = "", .bare_of = tag->name }, NULL))
		begin_indented(t, indent, indent);
	else if (around != NULL && template_is_paired(t, tag))
		around->inner++;
}

void
template_end_dedent(struct template *t, const struct template_tag *tag)
{
	struct template_block *block = bare_block(t, tag->name);

	if (block == NULL)
		return;
	if (block->inner > 0) {
		block->inner--;
		return;
	}
	template_end_block(t);
}

void
template_indent_component(struct template *t, const char *name)
{
	const struct template_block bare = { .name = name, .bare_of = "" };
	const size_t base = walk_base(&t->walk), column = t->walk.column;

	if (t->host->dialects & TEMPLATE_MDC && column > base &&
	    t->walk.quotes == 0 && t->walk.lists < WALK_LISTS &&
	    template_open(t, &bare, NULL))
		begin_indented(t, column - base, 0);
}

void
template_end_block(struct template *t)
{
	const struct template_block block = t->blocks[t->depth - 1];

	template_close_block(t);
	if (block.indent == 0)
		return;
	t->walk.lists = block.lists;
	walk_close(&t->walk);
}

/* The end of a pair is still to come: it must not end one around it. */
static void
leave_block(struct template *t)
{
	const struct template_block block = t->blocks[t->depth - 1];
	struct template_block *around;

	template_close_block(t);
	around = block.bare_of == NULL ? NULL : bare_block(t, block.bare_of);
	if (around != NULL)
		around->inner += block.inner + 1;
}

/* A less indented line has begun. */
void
template_leave_indented(struct template *t)
{
	size_t depth = t->depth;

	while (depth > 0) {
		depth--;
		if (t->blocks[depth].indent == 0 ||
		    t->walk.kept_lists >= t->blocks[depth].lists)
			continue;
		while (t->depth > depth)
			leave_block(t);
		walk_leave(&t->walk);
	}
}

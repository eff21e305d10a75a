/*
 * Notes of Obsidian's plug-in Admonition: Markdown in a fence that has their
 * kind behind it, ```ad-note, and options in its first lines, `title: A *b*`.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_parts.h"

static const char mark[] = "ad-";

/* A block has a character of its fence in front of its name. */
static const char *
kind_of(const struct template_block *block)
{
	return block->name + 1 + strlen(mark);
}

/* Behind the fence that begins at p. */
static const char *
behind_fence(const struct template *t, const char *p, const char *end)
{
	return text_skip_blanks(p + template_run_length(p, end,
	    t->walk.fence.c), end);
}

/* Behind the options, of which the title is to be shown; "": nothing is. */
static const char *
read_options(struct template *t, const char *p, const char **title)
{
	static const char *const keys[] = {
		"title", "collapse", "icon", "color", NULL
	};
	const char *end = t->walk.end, *line, *line_end, *stop;

	for (; p < end; p = line_end) {
		line_end = walk_line_end(p, end);
		line = walk_skip_prefix(p, line_end);
		stop = template_name_end(line, line_end, "");
		if (stop == line_end || *stop != ':' || !text_span_is_any(line,
		    (size_t)(stop - line), keys))
			break;
		if (!text_begins(line, stop, keys[0]))
			continue;
		*title = text_trim(&t->arena, arena_strndup(&t->arena, stop + 1,
		    (size_t)(line_end - stop - 1)));
		if (*title == NULL)
			*title = "";
	}
	return p;
}

static void
leave_fence(struct template *t, const char *next)
{
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, next);
	t->walk.fence.length = 0;
	t->walk.in_paragraph = false;
}

static bool
open_note(struct template *t, const char *name, const char *end)
{
	struct template_block block = { .colons = t->walk.fence.length,
	    .is_quote = true, .is_rich = true };
	const char *stop = template_name_end(name, end, "-_");
	const char *title = NULL;

	block.name = arena_printf(&t->arena, "%c%.*s", t->walk.fence.c,
	    (int)(stop - name), name);
	end = read_options(t, end, &title);
	if (title == NULL)
		title = template_capitalised(t, kind_of(&block));
	template_open(t, &block, *title == '\0' ? NULL : title);
	leave_fence(t, end);
	return true;
}

/* Whether a fence with nothing behind it ends the note around it. */
static bool
is_closing(const struct template *t, const char *info, const char *end)
{
	const struct template_block *block = t->depth == 0 ? NULL :
	    &t->blocks[t->depth - 1];

	return block != NULL && *block->name == t->walk.fence.c &&
	    text_has_prefix(block->name + 1, mark) &&
	    t->walk.fence.length >= block->colons && walk_is_blank(info, end);
}

bool
template_fenced_note(struct template *t, const char *p, const char *end)
{
	const char *text = walk_skip_prefix(p, end), *info;
	bool opens;

	if (!(t->host->dialects & TEMPLATE_WIKI) || t->in_fence ||
	    t->walk.fence.length == 0 || *text != t->walk.fence.c)
		return false;
	info = behind_fence(t, text, end);
	opens = text_begins(info, end, mark) && t->depth < TEMPLATE_DEPTH;
	if (!opens && !is_closing(t, info, end))
		return false;
	t->walk.line = p;
	t->walk.text = text;
	buf_add(t->out, p, (size_t)(text - p));
	if (opens)
		return open_note(t, info, end);
	template_close_block(t);
	leave_fence(t, end);
	return true;
}

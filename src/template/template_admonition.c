/*
 * Notes of the Obsidian plugin Admonition: Markdown in a fence whose info
 * string is their kind, ```ad-note, with options on its first lines, such as
 * `title: A *b*`.  And marks for a table of contents of Obsidian and Gatsby
 * plugins.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

static const char mark[] = "ad-";

/* After the fence that begins at p. */
static const char *
after_fence(const struct template *t, const char *p, const char *end)
{
	return text_skip_blanks(p + text_run(p, end, t->walk.fence.c), end);
}

/* The end of the options.  Sets the title to be shown; "" means none. */
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
		*title = text_trim_copy(&t->arena, stop + 1, line_end);
		if (*title == NULL)
			*title = "";
	}
	return p;
}

static bool
open_note(struct template *t, const char *name, const char *end)
{
	const char *stop = template_name_end(name, end, "-_");
	const char *title = NULL;

	name += strlen(mark);
	end = read_options(t, end, &title);
	if (title == NULL)
		title = template_capitalized(t, arena_span(&t->arena, name,
		    stop));
	template_open_fenced(t, *title == '\0' ? NULL : title, end);
	return true;
}

/* Whether a fence without an info string ends the note around it. */
static bool
is_closing(struct template *t, const char *info, const char *end)
{
	const struct template_block *block = template_innermost(t);

	return block != NULL &&
	    strcmp(block->name, template_fence_name(t)) == 0 &&
	    t->walk.fence.length >= block->colons && walk_is_blank(info, end);
}

/* A blank line, a comment `# ...` or an option `title: ...`. */
static bool
is_option(const char *line, const char *end)
{
	const char *stop = template_name_end(line, end, "-_");

	return walk_is_blank(line, end) || text_begins(line, end, "# ") ||
	    (stop > line && stop < end && *stop == ':');
}

/* ```toc with nothing but options in it shows nothing. */
static bool
take_contents(struct template *t, const char *info)
{
	static const char *const names[] = { "toc", "table-of-contents", NULL };
	const char *end = t->walk.end, *line, *next, *stop;
	size_t n;

	next = walk_line_end(info, end);
	stop = template_name_end(info, next, "-_");
	if (!text_span_is_any(info, (size_t)(stop - info), names) ||
	    !walk_is_blank(stop, next))
		return false;
	do {
		if (next == end)
			return false;
		line = next;
		next = walk_line_end(line, end);
		line = walk_skip_prefix(line, next);
	} while (is_option(line, next));
	n = text_run(line, next, t->walk.fence.c);
	if (n < t->walk.fence.length || !walk_is_blank(line + n, next))
		return false;
	template_leave_fence(t, next);
	return true;
}

bool
template_take_fenced_note(struct template *t, const char *p, const char *end)
{
	const char *text = walk_skip_prefix(p, end), *info;
	bool opens, is_myst, may_list;
	size_t length = t->out->length;

	if (t->in_fence || t->walk.fence.length == 0 ||
	    *text != t->walk.fence.c)
		return false;
	info = after_fence(t, text, end);
	opens = t->host->dialects & TEMPLATE_WIKI && t->depth <
	    TEMPLATE_DEPTH && text_begins(info, end, mark);
	is_myst = info < end && *info == '{';
	may_list = t->host->dialects & (TEMPLATE_WIKI | TEMPLATE_GATSBY) &&
	    info < end && *info == 't';
	if (!opens && !is_myst && !may_list && !is_closing(t, info, end))
		return false;
	t->walk.line = p;
	t->walk.text = text;
	buf_add_span(t->out, p, text);
	if (is_myst || may_list) {
		if (is_myst ? template_take_myst(t, p, info, end) :
		    take_contents(t, info))
			return true;
		t->out->length = length;
		return false;
	}
	if (opens)
		return open_note(t, info, end);
	template_close_block(t);
	template_leave_fence(t, end);
	return true;
}

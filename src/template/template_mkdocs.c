/*
 * What the theme Material for MkDocs has besides admonitions: blocks such as
 * `/// details | A title` up to a line `///`, icons, `:material-cloud:`, keys,
 * `++ctrl+c++`, and the language of inline code, `#!python a()`.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

#define SLASHES 3
#define INDENT 4
/* A longer line begins no block, and a longer name is not an icon's. */
#define LINE_MAX_LENGTH 300
#define ICON_MAX 100

static const char *const sets[] = {
	":material-", ":fontawesome-", ":octicons-", ":simple-"
};

#define SETS (sizeof sets / sizeof *sets)

/* ---- blocks ---- */

/* Read the name and the text after a bar, or NULL; false: it is not a block. */
static bool
read_line(struct template *t, const char *p, const char *end,
    const char **name, const char **title)
{
	const char *stop;

	end = text_cut_space(p, end);
	p = text_skip_blanks(p, end);
	stop = template_name_end(p, end, "-");
	*name = arena_span(&t->arena, p, stop);
	p = text_skip_blanks(stop, end);
	if (**name == '\0' || (p < end && *p != '|'))
		return false;
	*title = p == end ? NULL : text_trim_copy(&t->arena, p + 1, end);
	return true;
}

/* The end of the options, `    type: note`, which may change the name. */
static const char *
read_options(struct template *t, const char *p, const char **name)
{
	static const char key[] = "type:";
	const char *end = t->walk.end, *line_end, *start, *type;
	/* In an item all lines are indented. */
	const size_t indent = INDENT + (size_t)(t->walk.text - t->walk.line);

	for (; text_run(p, end, ' ') >= indent; p = line_end) {
		line_end = walk_line_end(p, end);
		start = text_skip_blanks(p, line_end);
		if (!text_begins(start, line_end, key))
			continue;
		type = text_trim_copy(&t->arena, start + strlen(key), line_end);
		if (type != NULL)
			*name = type;
	}
	return p;
}

/* Whether what follows the bar is a title. */
static bool
has_title(const char *name)
{
	return !template_is_among(name,
	    "caption|figure-caption|table-caption|html|define");
}

static bool
open_block(struct template *t, const char *p, const char *line_end,
    size_t slashes)
{
	struct template_block block = { .colons = slashes, .is_rich = true };
	const char *title;
	bool is_fold;

	if (line_end - p > LINE_MAX_LENGTH || t->depth == TEMPLATE_DEPTH ||
	    !read_line(t, p, line_end, &block.name, &title))
		return false;
	is_fold = strcmp(block.name, "details") == 0;
	if (!has_title(block.name))
		title = NULL;
	line_end = read_options(t, line_end, &block.name);
	if (is_fold) {
		block.summary = title != NULL ? title :
		    template_capitalized(t, block.name);
		block.name = "";
	}
	template_open_container(t, &block, is_fold ? NULL : title, line_end);
	return true;
}

bool
template_take_slashes(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *line_end;
	size_t n;

	if (*p != '/' || !(t->host->dialects & TEMPLATE_MKDOCS))
		return false;
	n = text_run(p, end, '/');
	line_end = walk_line_end(p, end);
	if (n < SLASHES)
		return false;
	if (walk_is_blank(p + n, line_end))
		return template_close_container(t, line_end);
	if (t->last_slashes == NULL)
		t->last_slashes = template_last_line(t, '/', SLASHES);
	return p < t->last_slashes && !t->walk.in_html &&
	    open_block(t, p + n, line_end, n);
}

/* ---- icons ---- */

/* Skip attributes in braces, if any. */
static const char *
skip_braces(const char *p, const char *end)
{
	const char *q = p;

	while (q < end && *q != '}' && *q != '\n' && q - p < ICON_MAX)
		q++;
	return p < end && *p == '{' && q < end && *q == '}' ? q + 1 : p;
}

bool
template_take_icon(struct template *t, const char *p)
{
	const char *end = t->walk.end, *stop = p, *next;
	size_t i;

	if (!(t->host->dialects & TEMPLATE_MKDOCS))
		return false;
	for (i = 0; i < SETS && stop == p; i++)
		if (text_begins(p, end, sets[i]))
			stop = template_name_end(p + 1, end, "-");
	if (stop == p || stop == end || *stop != ':')
		return false;
	stop = skip_braces(stop + 1, end);
	/* Keep the space before it, and the one at the end of the line. */
	next = text_skip_blanks(stop, end);
	if (next < end && *next != '\n' && (p == t->walk.text ||
	    ascii_is_blank(p[-1]) || p[-1] == '['))
		stop = next;
	walk_skip(&t->walk, stop);
	return true;
}

/* ---- keys, and code ---- */

static const char shebang[] = "`#!";

/* The end of the name of a key, or NULL. */
static const char *
key_end(const char *p, const char *end)
{
	const char *stop = text_word_end(p, end, "-_");

	return stop == p ? NULL : stop;
}

/* The end of `++ctrl+c++`, before the last `++`; NULL if it is not one. */
static const char *
keys_end(const char *p, const char *end)
{
	do
		p = key_end(p + 1, end);
	while (p != NULL && end - p > 1 && *p == '+' && p[1] != '+');
	return p != NULL && text_begins(p, end, "++") ? p : NULL;
}

/* `arrow-up` is the key Arrow Up. */
static void
put_key(struct template *t, const char *p, const char *end)
{
	const char *start = p;

	buf_puts(t->out, "<kbd>");
	for (; p < end; p++)
		if (*p == '-' || *p == '_')
			buf_putc(t->out, ' ');
		else
			buf_putc(t->out, p == start || p[-1] == '-' ||
			    p[-1] == '_' ? ascii_upper(*p) : *p);
	buf_puts(t->out, "</kbd>");
}

bool
template_take_keys(struct template *t, const char *p)
{
	const char *end = t->walk.end, *stop, *next;

	if (!(t->host->dialects & TEMPLATE_MKDOCS) ||
	    !text_begins(p, end, "++"))
		return false;
	stop = keys_end(p + 1, end);
	if (stop == NULL)
		return false;
	for (p += 2; ; p = next + 1) {
		next = key_end(p, stop);
		put_key(t, p, next);
		if (next == stop)
			break;
		buf_putc(t->out, '+');
	}
	walk_skip(&t->walk, stop + 2);
	return true;
}

bool
template_take_shebang(struct template *t, const char *p, const char *end)
{
	const char *stop;

	if (!(t->host->dialects & TEMPLATE_MKDOCS) ||
	    t->walk.fence.length > 0 || !text_begins(p, end, shebang))
		return false;
	stop = key_end(p + strlen(shebang), end);
	if (stop == NULL || *stop != ' ')
		return false;
	buf_putc(t->out, '`');
	stop = text_skip_blanks(stop, end);
	buf_add_span(t->out, stop, end);
	return true;
}

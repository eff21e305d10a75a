/*
 * Containers: what is between lines of `:::`.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

/* A longer line of `:::` is not a heading. */
#define HEADING_MAX 200

/* How many colons begin or end a container. */
static size_t
fewest_colons(const struct template *t)
{
	return t->host->dialects & TEMPLATE_MDC ? 2 : 3;
}

const char *
template_last_line(const struct template *t, char mark, size_t fewest)
{
	const char *p = t->walk.end, *start = t->walk.start, *q, *line;

	while (p > start) {
		q = text_cut_space(start, p);
		for (p = q; p > start && p[-1] == mark; p--)
			continue;
		line = walk_cut_prefix(start, p);
		if ((size_t)(q - p) >= fewest &&
		    (line == start || line[-1] == '\n'))
			return p;
		p = text_line_start(start, line);
	}
	return start;
}

/* Dialects whose titles are Markdown, even without brackets. */
#define RICH_TITLES (TEMPLATE_VUE | TEMPLATE_DOCUSAURUS)

/* Of attributes, `icon="b" title="A"`, the heading is the title or else the
   name. */
static const char *
without_attributes(struct template *t, const char *heading)
{
	const char *p = heading, *end = p + strlen(p), *stop, *close;
	const char *name = NULL;

	for (; p < end; p = text_skip_blanks(close + 1, end)) {
		stop = text_word_end(p, end, "-_");
		close = stop == p || *stop != '=' || !ascii_is_quote(stop[1]) ?
		    NULL : strchr(stop + 2, stop[1]);
		if (close == NULL)
			break;
		if (text_span_is(p, (size_t)(stop - p), "title"))
			return text_trim_copy(&t->arena, stop + 2, close);
		if (text_span_is(p, (size_t)(stop - p), "name"))
			name = text_trim_copy(&t->arena, stop + 2, close);
	}
	return p == heading ? heading : name;
}

/* Where attributes in braces begin after the name, or an expression of Vue in
   the heading; otherwise the end.  Braces in code are text. */
static const char *
attributes_at(const char *start, const char *end)
{
	const char *p = start, *close;

	for (; p < end; p++) {
		close = *p == '`' ? text_find(p + 1, end, '`') : NULL;
		if (close != NULL)
			p = close;
		else if (*p == '{' && (p == start || p[1] == '{' ||
		    (end[-1] == '}' && strchr(" \t]", p[-1]) != NULL)))
			return p;
	}
	return end;
}

/*
 * Returns the name.  What follows it, without attributes, is the heading; in
 * brackets it is Markdown.
 */
static const char *
read_heading(struct template *t, const char *p, const char *line_end,
    const char **heading, bool *is_rich)
{
	const char *name, *stop;
	bool is_braced;

	p = text_skip_blanks(p, line_end);
	is_braced = p < line_end && *p == '{';
	p += is_braced;
	p += p < line_end && *p == '.';
	stop = text_word_end(p, line_end, "-_");
	if (stop == p || !ascii_is_alpha(*p))
		return NULL;
	name = arena_span(&t->arena, p, stop);
	/* `::: tabs#fruit`: the name of what is chosen. */
	if (stop < line_end && *stop == '#')
		stop = text_skip_word(stop, line_end);
	/* `:::{note} title` of MyST. */
	stop += stop < line_end && *stop == '}';
	line_end = attributes_at(stop, text_cut_space(stop, line_end));
	if (is_braced && stop[-1] != '}')
		stop = line_end;
	line_end = text_cut_space(stop, line_end);
	*is_rich = stop < line_end && *stop == '[' && line_end[-1] == ']';
	if (*is_rich) {
		stop++;
		line_end--;
	}
	*heading = text_trim_copy(&t->arena, stop, line_end);
	if (*heading != NULL)
		*heading = without_attributes(t, *heading);
	/* A class in the theme Shoka. */
	if (*heading != NULL && strcmp(*heading, "no-icon") == 0)
		*heading = NULL;
	return name;
}

bool
template_close_container(struct template *t, const char *line_end)
{
	size_t depth = t->depth;

	while (depth > 0 && t->blocks[depth - 1].colons == 0)
		depth--;
	if (depth == 0)
		return false;
	if (t->walk.in_html)
		template_put_line_break(t);
	t->walk.in_html = false;
	buf_add_span(t->out, t->walk.line, t->walk.text);
	/* Blocks open inside it end with it. */
	while (t->depth >= depth)
		template_end_block(t);
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, line_end);
	return true;
}

/*
 * Zenn and Qiita have boxes of one name, followed by their kind; a message
 * without a kind has no title.
 */
static void
take_tone(struct template *t, struct template_block *block,
    const char **heading)
{
	static const char *const tones[] = { "info", "warn", "alert", NULL };

	if (ascii_equal(block->name, "message"))
		block->is_quote = true;
	else if (!ascii_equal(block->name, "note"))
		return;
	if (*heading != NULL && text_is_any(*heading, tones))
		*heading = template_capitalized(t, *heading);
}

/* `::: code-group labels=[A, B]` */
static void
take_labels(struct template_block *block, const char **heading)
{
	static const char labels[] = "labels=[";

	if (*heading == NULL || strcmp(block->name, "code-group") != 0 ||
	    !text_has_prefix(*heading, labels))
		return;
	block->titles = *heading + strlen(labels);
	*heading = NULL;
}

void
template_open_container(struct template *t, struct template_block *block,
    const char *heading, const char *line_end)
{
	block->is_quote = template_is_kind(block->name);
	if (heading == NULL && block->is_quote)
		heading = template_capitalized(t, block->name);
	take_tone(t, block, &heading);
	take_labels(block, &heading);
	buf_add_span(t->out, t->walk.line, t->walk.text);
	template_open(t, block, heading);
	template_indent_component(t, block->name);
	buf_putc(t->out, '\n');
	template_go_on(t, line_end);
}

/* `::: encrypt key="..."` of VuePress. */
static bool
is_secret(const char *p, const char *end)
{
	static const char name[] = "encrypt";

	p = text_skip_blanks(p, end);
	return text_begins(p, end, name) && (p + strlen(name) == end ||
	    ascii_is_space(p[strlen(name)]));
}

/* If it is not closed, it ends with the text. */
static bool
drop_secret(struct template *t, const char *line_end)
{
	template_note_secret(t, t->walk.text);
	if (!template_skip_div(t, line_end))
		walk_skip(&t->walk, t->walk.end);
	return true;
}

bool
template_take_container(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end;
	const char *line_end, *heading = NULL;
	size_t colons = text_run(p, end, ':');
	struct template_block block = { .colons = colons };

	if (colons < fewest_colons(t) ||
	    !(t->host->dialects & TEMPLATE_DIRECTIVES))
		return false;
	line_end = walk_line_end(p, end);
	if (walk_is_blank(p + colons, line_end))
		return template_close_container(t, line_end);
	if (t->walk.in_html)
		return false;
	if (is_secret(p + colons, line_end))
		return drop_secret(t, line_end);
	if (t->last_colons == NULL)
		t->last_colons = template_last_line(t, ':',
		    fewest_colons(t));
	if (t->last_colons <= p || t->depth == TEMPLATE_DEPTH)
		return false;
	if (t->host->dialects & TEMPLATE_QUARTO)
		return template_take_quarto_div(t, colons, line_end);
	if (line_end - p > HEADING_MAX)
		return false;
	if (colons == 2)
		return template_take_mdc_block(t, p, colons);
	if (t->host->dialects & TEMPLATE_MDC && template_has_braces(p +
	    colons, line_end) && template_take_mdc_block(t, p, colons))
		return true;
	block.name = read_heading(t, p + colons, line_end, &heading,
	    &block.is_rich);
	if (block.name == NULL)
		return false;
	block.is_rich = block.is_rich || t->host->dialects & RICH_TITLES;
	if (t->host->dialects & TEMPLATE_MDC)
		line_end = template_mdc_yaml(t, line_end, &heading);
	if (p[colons] == '{')
		line_end = template_myst_options(t, line_end, NULL);
	template_open_container(t, &block, heading, line_end);
	return true;
}

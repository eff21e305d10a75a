/*
 * Lines of markup: tables of contents, excerpt and column marks, Kramdown's
 * abbreviations, and whatever else a line may begin or be.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_elements.h"
#include "template/template_markup.h"

/* No abbreviation is longer. */
#define ABBREVIATION_MAX 100

/* ---- tables of contents ---- */

const char *
template_contents_end(const char *p, const char *end)
{
	static const char *const marks[] = { "[toc]", "[[toc]]", "[[_toc_]]",
	    "@[toc]" };
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (ascii_begins(p, end, marks[i]))
			return p + strlen(marks[i]);
	return NULL;
}

/* Drop a paragraph of one line, which ends at p. */
static bool
drop_paragraph(struct template *t, const char *p)
{
	const char *end = t->walk.end, *next;

	next = p == NULL ? NULL : walk_blank_rest(p, end);
	if (next == NULL || walk_blank_rest(next, end) == NULL)
		return false;
	buf_add_span(t->out, t->walk.line, t->walk.text);
	buf_putc(t->out, '\n');
	template_go_on(t, next);
	return true;
}

/* Whether the line begins a paragraph that is not inside anything else. */
static bool
begins_paragraph(const struct template *t)
{
	return !t->walk.continues &&
	    walk_skip_prefix(t->walk.line, t->walk.text) == t->walk.text;
}

/* `[TOC]` as a paragraph of its own: feeds have no use for one. */
static bool
take_contents(struct template *t)
{
	const char *p = t->walk.text;

	return (*p == '[' || *p == '@') && begins_paragraph(t) &&
	    drop_paragraph(t, template_contents_end(p, t->walk.end));
}

/* After `# Table of contents`, or NULL. */
static const char *
contents_heading(const char *p, const char *end)
{
	static const char name[] = "table of contents";

	p = text_skip_blanks(p + text_run(p, end, '#'), end);
	return ascii_begins(p, end, name) ? p + strlen(name) : NULL;
}

bool
template_has_contents(const char *p, const char *end)
{
	while ((p = text_find(p, end, '#')) != NULL) {
		if (contents_heading(p, end) != NULL)
			return true;
		p += text_run(p, end, '#');
	}
	return false;
}

/* Such a heading without content, which remark-toc generates. */
static bool
take_empty_contents(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *next;

	if (*p != '#' || !(t->host->dialects & TEMPLATE_JSX) ||
	    !begins_paragraph(t))
		return false;
	p = contents_heading(p, end);
	if (p == NULL)
		return false;
	next = text_skip_space(p, end);
	return (next == end || *next == '#') && drop_paragraph(t, p);
}

/* Grav's excerpt marker is `===` as a paragraph; Middleman's is a word. */
static bool
take_marker(struct template *t)
{
	const char *p = t->walk.text;
	const char *marker = t->host->dialects & TEMPLATE_GRAV ? "===" :
	    t->host->dialects & TEMPLATE_READMORE ? "READMORE" : NULL;

	if (marker == NULL || !text_begins(p, t->walk.end, marker) ||
	    !begins_paragraph(t) || !drop_paragraph(t, p + strlen(marker)))
		return false;
	buf_puts(t->out, "<!-- more -->\n\n");
	return true;
}

/* `<--->` separates the columns of Hugo's theme Book, and is not shown. */
static bool
take_column(struct template *t)
{
	static const char mark[] = "<--->";
	const char *p = t->walk.text, *end = t->walk.end;

	if (!(t->host->dialects & TEMPLATE_HUGO) ||
	    !text_begins(p, end, mark))
		return false;
	end = walk_line_end(p, end);
	p = text_skip_blanks(p + strlen(mark), end);
	if (!walk_is_blank(p, end) && !text_begins(p, end, "<!--"))
		return false;
	buf_putc(t->out, '\n');
	template_go_on(t, p);
	return true;
}

/* ---- abbreviations ---- */

bool
template_defines(const char *start, const char *p)
{
	const char *limit = p - start > ABBREVIATION_MAX ? p -
	    ABBREVIATION_MAX : start;

	for (p--; p > limit && *p != '[' && *p != '\n'; p--)
		continue;
	return p > start && *p == '[' && p[-1] == '*';
}

/* `*[HTML]: what it is short for` is not shown. */
static bool
take_abbreviation(struct template *t)
{
	const char *p = t->walk.text, *end, *colon;

	if (*p != '*' || t->walk.continues ||
	    !(t->host->dialects & TEMPLATE_KRAMDOWN))
		return false;
	end = walk_line_end(p, t->walk.end);
	colon = end - p < 3 || p[1] != '[' ? NULL : text_find(p, end, ':');
	if (colon == NULL || colon[-1] != ']' || !template_defines(p, colon))
		return false;
	buf_add_span(t->out, t->walk.line, p);
	buf_putc(t->out, '\n');
	template_go_on(t, end);
	return true;
}

bool
template_take_line(struct template *t)
{
	return template_take_container(t) || template_take_slashes(t) ||
	    template_take_notion_aside(t) ||
	    (!t->walk.in_html && (template_take_leaf(t) ||
	    template_take_attribute_line(t) ||
	    take_abbreviation(t) || take_contents(t) ||
	    take_empty_contents(t) || take_marker(t) || take_column(t) ||
	    template_take_callout(t) || template_take_notice(t) ||
	    template_take_block_property(t) ||
	    template_take_mdc_slot(t) ||
	    template_take_admonition(t) ||
	    template_take_snippet(t, t->walk.text, t->walk.end) ||
	    template_take_vue_line(t)));
}

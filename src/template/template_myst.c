/*
 * Directives of MyST, the Markdown of Sphinx: a fence with a name in braces
 * after it, ```{note}, is not code, except for ```{code-block} c.  Options are
 * lines such as `:class: tip`.
 */
#include "base/text.h"
#include "template/template_markup.h"

struct directive {
	const char	*name, *argument;	/* argument may be NULL */
	const char	*body;		/* after the options */
	const char	*close, *next;	/* the line that ends it, and its end */
	const char	*alt;		/* an option; or NULL */
};

const char *
template_myst_options(struct template *t, const char *p, const char **alt)
{
	static const char alt_key[] = ":alt:";
	const char *end = t->walk.end, *line, *line_end, *stop;

	for (; p < end; p = line_end) {
		line_end = walk_line_end(p, end);
		line = walk_skip_prefix(p, line_end);
		if (line == line_end || *line != ':')
			break;
		stop = template_name_end(line + 1, line_end, "-_");
		if (stop == line + 1 || stop == line_end || *stop != ':' ||
		    (stop + 1 < line_end && !ascii_is_space(stop[1])))
			break;
		if (alt != NULL && text_begins(line, line_end, alt_key))
			*alt = text_trim_copy(&t->arena, stop + 1, line_end);
	}
	return p;
}

/* Without a closing line, it extends to the end of the text. */
static void
find_close(const struct template *t, struct directive *d)
{
	const char *end = t->walk.end;

	d->close = walk_closing_line(t->walk.text, end, " \t>");
	d->next = d->close == NULL ? end : walk_line_end(d->close, end);
	if (d->close == NULL)
		d->close = end;
}

/* Read `{name} argument` after a fence; false: it is something else. */
static bool
read_directive(struct template *t, const char *info, const char *end,
    struct directive *d)
{
	const char *stop;

	if (info == end || *info != '{')
		return false;
	end = walk_line_end(info, end);
	stop = template_name_end(info + 1, end, "-_");
	if (stop == info + 1 || stop == end || *stop != '}')
		return false;
	d->name = arena_span(&t->arena, info + 1, stop);
	d->argument = text_trim_copy(&t->arena, stop + 1, end);
	return true;
}

/* The content of the fence is the caption. */
static void
put_image(struct template *t, const char *p, const struct directive *d)
{
	const struct template_image image = {
		.url = d->argument, .alt = d->alt == NULL ? "" : d->alt,
		.caption = text_trim_copy(&t->arena, d->body, d->close),
		.is_rich = true
	};

	template_put_image(t, &(struct template_tag){ .start = p,
	    .end = d->next }, &image);
}

static bool
open_note(struct template *t, const struct directive *d)
{
	static const char *const titled[] = { "admonition", "dropdown",
	    "topic", "sidebar", "card", "epigraph", "pull-quote",
	    "margin", NULL };
	const bool has_title = ascii_is_any(d->name, titled);
	const char *title = d->argument;

	if ((!has_title && !template_is_kind(d->name)) ||
	    t->depth == TEMPLATE_DEPTH)
		return false;
	/* A note may begin on the line of its name. */
	if (!has_title && title == NULL)
		title = template_capitalized(t, d->name);
	template_open_fenced(t, title, d->body);
	return true;
}

bool
template_take_myst(struct template *t, const char *p, const char *info,
    const char *end)
{
	static const char *const codes[] = { "code-block", "code-cell",
	    "code", "sourcecode", NULL };
	static const char *const images[] = { "figure", "image", NULL };
	static const char *const lists[] = { "toctree", "contents",
	    "tableofcontents", NULL };
	struct directive d = { .alt = NULL };

	if (!(t->host->dialects & TEMPLATE_ADMONITIONS) ||
	    !read_directive(t, info, end, &d))
		return false;
	d.body = template_myst_options(t, walk_line_end(info, end), &d.alt);
	if (ascii_is_any(d.name, codes)) {
		buf_add_span(t->out, t->walk.text, info);
		buf_puts(t->out, d.argument == NULL ? "" : d.argument);
		buf_putc(t->out, '\n');
		walk_skip(&t->walk, d.body);
		return true;
	}
	if (open_note(t, &d))
		return true;
	find_close(t, &d);
	if (d.argument != NULL && ascii_is_any(d.name, images))
		put_image(t, p, &d);
	else if (!ascii_is_any(d.name, lists))
		return false;
	template_leave_fence(t, d.next);
	return true;
}

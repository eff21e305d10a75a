/*
 * Components of Nuxt Content: `::callout{type="tip"}` up to `::`, with more
 * properties in YAML below, and `:badge[New]{color="red"}` inline.  Directives
 * of Astro themes are similar, but those with two colons stand alone:
 * `::github{repo="a/b"}`.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "html/markup.h"
#include "html/plain.h"
#include "template/template_elements.h"
#include "template/template_markup.h"

struct component {
	const char	*name;
	const char	*text, *text_end;	/* in brackets; or NULL */
	const char	*braces, *braces_end;	/* inside them; or NULL */
	const char	*yaml, *yaml_end;	/* below it; or NULL */
	const char	*next;			/* after all of that */
};

static const char *
name_end(const char *p, const char *end)
{
	return p < end && ascii_is_alpha(*p) ? template_name_end(p, end,
	    "_-.") : p;
}

/* Where the pair of characters that begins at p ends, or NULL if it does
   not.  Pairs may be nested, and quoted values may contain any. */
static const char *
pair_end(const char *p, const char *end, const char *pair)
{
	char quote = '\0';
	size_t depth = 0;

	for (; p < end; p++) {
		if (quote != '\0')
			quote = *p == quote ? '\0' : quote;
		else if (*pair == '{' && p[-1] == '=' && ascii_is_quote(*p))
			quote = *p;
		else if (*p == pair[0])
			depth++;
		else if (*p == pair[1] && --depth == 0)
			return p;
	}
	return NULL;
}

/* Read what is between such a pair at *p, on one line and of limited length.
   Returns false if there is none. */
static bool
read_pair(const char **p, const char *end, const char *pair,
    const char **start, const char **stop)
{
	const char *q;

	if (*p == end || **p != pair[0])
		return false;
	if (end - *p > TEMPLATE_VALUE_MAX)
		end = *p + TEMPLATE_VALUE_MAX;
	q = pair_end(*p, walk_line_end(*p, end), pair);
	if (q == NULL)
		return false;
	*start = *p + 1;
	*stop = q;
	*p = q + 1;
	return true;
}

/* Read the component after the colons, at p; false: there is none. */
static bool
read_component(struct template *t, const char *p, struct component *c)
{
	const char *end = t->walk.end, *stop = name_end(p, end);

	*c = (struct component){ 0 };
	if (stop == p)
		return false;
	c->name = arena_span(&t->arena, p, stop);
	read_pair(&stop, end, "[]", &c->text, &c->text_end);
	read_pair(&stop, end, "{}", &c->braces, &c->braces_end);
	c->next = stop;
	return true;
}

/* Whether a line is a mark and nothing else. */
static bool
is_line(const char *line, const char *end, const char *mark)
{
	size_t n = strlen(mark);

	line = walk_skip_prefix(line, end);
	return text_begins(line, end, mark) &&
	    walk_blank_rest(line + n, end) != NULL;
}

/* Read YAML between two lines of dashes, at the beginning of a line. */
static void
read_yaml(const struct template *t, struct component *c)
{
	static const char mark[] = "---";
	const char *end = t->walk.end, *line;

	if (c->next == end || !is_line(c->next, end, mark))
		return;
	c->yaml = walk_line_end(c->next, end);
	for (line = c->yaml; line < end; line = walk_line_end(line, end)) {
		if (!is_line(line, end, mark))
			continue;
		c->yaml_end = line;
		c->next = walk_line_end(line, end);
		return;
	}
	c->yaml = NULL;
}

/* The value up to the end of the span, or of its quotes. */
static const char *
value_at(struct template *t, const char *p, const char *end, bool is_word)
{
	const char *stop = end;
	char quote = p < end ? *p : '\0';

	if (ascii_is_quote(quote)) {
		stop = text_find(++p, end, quote);
		if (stop == NULL)
			return NULL;
	} else if (is_word) {
		stop = text_skip_word(p, end);
	}
	return text_trim_copy(&t->arena, p, stop);
}

/* `key="value"` in the braces, or `key: value` in the YAML; or NULL. */
static const char *
value_of(struct template *t, const struct component *c, const char *key)
{
	const size_t n = strlen(key);
	const char *p, *line_end;

	for (p = c->braces; p != NULL && p < c->braces_end; p++)
		if ((p == c->braces || ascii_is_space(p[-1])) &&
		    (size_t)(c->braces_end - p) > n + 1 && p[n] == '=' &&
		    strncmp(p, key, n) == 0)
			return value_at(t, p + n + 1, c->braces_end, true);
	for (p = c->yaml; p != NULL && p < c->yaml_end; p = line_end) {
		line_end = walk_line_end(p, c->yaml_end);
		p = text_skip_blanks(p, line_end);
		if ((size_t)(line_end - p) > n + 1 && p[n] == ':' &&
		    strncmp(p, key, n) == 0)
			return value_at(t, text_skip_blanks(p + n + 1,
			    line_end), line_end, false);
	}
	return NULL;
}

static const char *
first_value(struct template *t, const struct component *c,
    const char *const *keys)
{
	const char *value = NULL;

	for (; *keys != NULL && value == NULL; keys++)
		value = value_of(t, c, *keys);
	return value;
}

static const char *
title_of(struct template *t, const struct component *c)
{
	static const char *const keys[] = { "title", "label", NULL };

	return first_value(t, c, keys);
}

static bool
is_image(const char *name)
{
	return text_has_suffix(name, "mg") || text_has_suffix(name, "mage");
}

/* Whether a URL is that of an image, by its own name or the component's; if
   a component is also a link, the URL must be its `src`. */
static bool
is_shown(struct template *t, const struct component *c, const char *url)
{
	const char *src = value_of(t, c, "src");

	return is_image(c->name) || (src != NULL &&
	    strcmp(src, url) == 0 && media_is_image(url));
}

static void
put_image(struct template *t, const struct component *c, const char *url)
{
	const char *alt = value_of(t, c, "alt");
	const char *caption = value_of(t, c, "caption");

	buf_puts(t->out, "![");
	template_put_literal(t, alt == NULL ? "" : alt);
	buf_puts(t->out, "](");
	template_put_url(t, url);
	buf_puts(t->out, ")");
	if (caption == NULL)
		return;
	buf_puts(t->out, "<br>");
	template_put_literal(t, caption);
}

/* Put an image or a link, if there is a URL for one. */
static void
put_empty(struct template *t, const struct component *c, const char *start)
{
	static const char *const keys[] = { "to", "href", "url", "link", "src",
	    NULL };
	const char *url = first_value(t, c, keys);

	if (url == NULL)
		template_leave(t, start, c->next, c->name);
	else if (is_shown(t, c, url))
		put_image(t, c, url);
	else
		template_put_link(t, url, title_of(t, c));
}

/* The URL it links to, whatever it shows, or NULL. */
static const char *
target_of(struct template *t, const struct component *c)
{
	static const char *const keys[] = { "to", "href", NULL };

	return first_value(t, c, keys);
}

/* The heading of a block, which may be a blockquote. */
static const char *
heading_of(struct template *t, const struct component *c, bool is_kind)
{
	const char *title = title_of(t, c), *type = value_of(t, c, "type");

	if (title != NULL)
		return title;
	if (is_kind)
		return template_capitalized(t, c->name);
	return type == NULL ? NULL : template_capitalized(t, type);
}

/* Whether a line may be the text of a link: it has no link, or is an image. */
static bool
may_be_linked(struct template *t, const char *p, const char *end)
{
	if (*p == ':')
		return is_image(arena_span(&t->arena, p + 1,
		    name_end(p + 1, end)));
	return text_find(p, end, '[') == NULL &&
	    text_find(p, end, '<') == NULL &&
	    text_search(p, end, "://") == NULL;
}

/* Put a link if the content of the block is a single line. */
static bool
take_line(struct template *t, struct component *c, const char *url,
    const char *mark)
{
	const char *end = t->walk.end, *text;
	const char *line = walk_skip_prefix(c->next, end);
	const char *stop = walk_line_end(line, end);

	if (stop == end || walk_is_blank(line, stop) ||
	    !is_line(stop, end, mark) || !may_be_linked(t, line, stop))
		return false;
	text = t->expand_part(t, line, text_cut_space(line, stop));
	template_begin_link(t, url);
	buf_puts(t->out, text);
	template_end_link(t, url);
	buf_puts(t->out, "\n\n");
	template_go_on(t, walk_line_end(stop, end));
	return true;
}

/* An HTML link to the URL of a blockquote. */
static const char *
anchor_text(struct template *t, const char *url)
{
	struct buf link = { 0 }, *out = t->out;

	t->out = &link;
	template_put_anchor(t, url);
	plain_escape(&link, url, strlen(url));
	buf_puts(&link, "</a>");
	t->out = out;
	return arena_take(&t->arena, &link);
}

/* Add the link of a block to its heading, or else as a line below. */
static const char *
link_block(struct template *t, struct template_block *block, const char *url,
    const char *heading)
{
	if (heading == NULL) {
		block->footer = block->is_quote ? anchor_text(t, url) :
		    template_link_text(t, url, NULL);
		return NULL;
	}
	block->is_rich = true;
	return template_link_text(t, url, heading);
}

/* If only the closing line, with as many colons, follows, remove it as well. */
static bool
take_empty(struct template *t, struct component *c, const char *start,
    const char *mark)
{
	const char *end = t->walk.end;
	const char *line = walk_skip_blank_lines(c->next, end);

	if (line == end || !is_line(line, end, mark))
		return false;
	c->next = walk_line_end(line, end);
	put_empty(t, c, start);
	buf_puts(t->out, "\n\n");
	template_go_on(t, c->next);
	return true;
}

bool
template_has_braces(const char *p, const char *end)
{
	const char *stop = name_end(p, end);

	return stop > p && stop < end && *stop == '{';
}

bool
template_take_mdc_block(struct template *t, const char *p, size_t colons)
{
	const char *end = t->walk.end, *line_end;
	struct template_block block = { .colons = colons };
	const char *mark, *heading, *url;
	struct component c;
	bool is_kind;

	line_end = walk_line_end(p, end);
	if (!read_component(t, p + colons, &c) ||
	    !walk_is_blank(c.next, line_end))
		return false;
	c.next = line_end;
	read_yaml(t, &c);
	buf_add_span(t->out, t->walk.line, t->walk.text);
	mark = arena_strndup(&t->arena, p, colons);
	if (take_empty(t, &c, p, mark))
		return true;
	is_kind = template_is_kind(c.name);
	block.name = c.name;
	block.is_quote = is_kind || strcmp(c.name, "callout") == 0 ||
	    strcmp(c.name, "alert") == 0;
	heading = heading_of(t, &c, is_kind);
	url = target_of(t, &c);
	if (url != NULL && heading == NULL && !block.is_quote &&
	    c.text == NULL && take_line(t, &c, url, mark))
		return true;
	if (url != NULL)
		heading = link_block(t, &block, url, heading);
	template_open(t, &block, heading);
	template_indent_component(t, c.name);
	if (c.text != NULL) {
		buf_add_span(t->out, c.text, c.text_end);
		buf_putc(t->out, '\n');
	}
	buf_putc(t->out, '\n');
	template_go_on(t, c.next);
	return true;
}

const char *
template_mdc_yaml(struct template *t, const char *line_end,
    const char **title)
{
	struct component c = { .next = line_end };

	read_yaml(t, &c);
	if (c.yaml != NULL && *title == NULL)
		*title = title_of(t, &c);
	return c.next;
}

bool
template_take_mdc_slot(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *stop;
	size_t depth = t->depth;

	while (depth > 0 && t->blocks[depth - 1].colons == 0)
		depth--;
	if (depth == 0 || *p != '#' ||
	    !(t->host->dialects & TEMPLATE_MDC))
		return false;
	stop = name_end(p + 1, end);
	stop = stop == p + 1 ? NULL : walk_blank_rest(stop, end);
	if (stop == NULL)
		return false;
	walk_skip(&t->walk, stop);
	buf_putc(t->out, '\n');
	t->walk.in_paragraph = false;
	return true;
}

/* Whether the colon at p may begin a component or a directive. */
static bool
begins_word(const char *start, const char *p)
{
	return p == start || ascii_is_space(p[-1]) ||
	    strchr("(*_|", p[-1]) != NULL;
}

/* ---- directives ---- */

/* Put a card for a repository. */
static bool
put_repository(struct template *t, const struct component *c)
{
	const char *name = strcmp(c->name, "github") != 0 ? NULL :
	    value_of(t, c, "repo");

	if (name == NULL)
		return false;
	template_put_link(t, arena_printf(&t->arena, "https://github.com/%s",
	    name), name);
	return true;
}

/* Its properties are written like attributes, except `#id`. */
static void
run_directive(struct template *t, const struct component *c, const char *start)
{
	const char *p = c->braces, *id;
	struct markup_token tag;

	id = p < c->braces_end && *p == '#' ? "id=" : "";
	p += *id != '\0';
	p = arena_printf(&t->arena, "<%s %s%.*s>", c->name, id,
	    (int)(c->braces_end - p), p);
	if (markup_read_start(p, strlen(p), &tag))
		template_run_attributes(t, &tag, start, c->next);
	else
		template_leave(t, start, c->next, c->name);
}

/* Whether one with text shows more than the text. */
static bool
has_target(struct template *t, const struct component *c)
{
	static const char *const keys[] = { "id", "url", "href", "src", "to",
	    "link", "repo", NULL };

	return *c->braces == '#' || first_value(t, c, keys) != NULL;
}

static void
put_directive(struct template *t, const struct component *c, const char *start)
{
	const bool has_text = c->text != c->text_end;

	if (has_text)
		buf_add_span(t->out, c->text, c->text_end);
	if (c->braces == NULL || (has_text && !has_target(t, c)))
		return;
	if (has_text)
		buf_putc(t->out, ' ');
	if (!put_repository(t, c))
		run_directive(t, c, start);
}

bool
template_take_leaf(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *next;
	struct component c;

	if (*p != ':' || !(t->host->dialects & TEMPLATE_DIRECTIVES) ||
	    text_run(p, end, ':') != 2 || !read_component(t, p + 2, &c) ||
	    (c.text == NULL && c.braces == NULL))
		return false;
	next = walk_blank_rest(c.next, end);
	if (next == NULL)
		return false;
	buf_add_span(t->out, t->walk.line, p);
	put_directive(t, &c, p);
	buf_puts(t->out, "\n\n");
	template_go_on(t, next);
	return true;
}

static const char spoiler[] = ":spoiler[";

bool
template_is_directive(const char *start, const char *p, const char *end)
{
	return p[1] == ':' ? begins_word(start, p) && end - p > 2 &&
	    ascii_is_alpha(p[2]) : text_begins(p, end, spoiler);
}

/* ---- inline ---- */

bool
template_is_mdc(const char *start, const char *p, const char *end)
{
	const char *stop;

	if (p + 1 == end || !begins_word(start, p))
		return false;
	if (p[1] == ':')
		return p + 2 < end && ascii_is_alpha(p[2]);
	stop = name_end(p + 1, end);
	return stop < end && (*stop == '{' || *stop == '[');
}

/* Put a text, as a link unless it contains one. */
static void
put_span(struct template *t, const struct component *c)
{
	const char *url = text_find(c->text, c->text_end, '[') != NULL ? NULL :
	    target_of(t, c);

	if (url != NULL)
		template_begin_link(t, url);
	buf_add_span(t->out, c->text, c->text_end);
	if (url != NULL)
		template_end_link(t, url);
}

bool
template_take_mdc_span(struct template *t, const char *p)
{
	struct component c;

	if (template_in_html(t) || p[1] == ':' ||
	    !(text_begins(p, t->walk.end, spoiler) ||
	    (t->host->dialects & TEMPLATE_MDC &&
	    template_is_mdc(t->walk.start, p, t->walk.end))) ||
	    !read_component(t, p + 1, &c) ||
	    (c.text == NULL && c.braces == NULL))
		return false;
	walk_skip(&t->walk, c.next);
	if (c.text != c.text_end)
		put_span(t, &c);
	else
		put_empty(t, &c, p);
	return true;
}

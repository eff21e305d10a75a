/*
 * What VitePress and VuePress put in place of a line: the content of another
 * file, for `<<< @/file`, `@[code](file)` and the comment `@include: file`; the
 * URLs and titles that only they know; and elements, which are those of Vue
 * templates.
 */
#include <string.h>

#include "base/text.h"
#include "html/markup.h"
#include "template/template_elements.h"
#include "template/template_markup.h"

/* Whether it is in `::: tabs` or `::: code-tabs`. */
static bool
is_in_tabs(struct template *t)
{
	const struct template_block *block = template_innermost(t);

	return block != NULL && block->colons > 0 &&
	    (strcmp(block->name, "tabs") == 0 ||
	    strcmp(block->name, "code-tabs") == 0);
}

void
template_vue_code_title(struct template *t, const char *p, const char *end)
{
	struct template_block *block = template_innermost(t);
	const char *open, *close, *title;

	if (t->in_fence || t->walk.fence.length == 0 || block == NULL ||
	    strcmp(block->name, "code-group") != 0)
		return;
	title = template_next_title(t, block);
	open = text_find(p, end, '[');
	close = open == NULL ? NULL : text_find(open, end, ']');
	if (close != NULL && close > open + 1)
		title = arena_span(&t->arena, open + 1, close);
	if (title != NULL)
		template_put_heading_above(t, title, p, walk_skip_prefix(p,
		    end));
}

/* `@tab title`, `@tab:active title#id` */
static bool
take_tab(struct template *t)
{
	const char *p = text_after(t->walk.text, "@tab"), *stop, *title;
	char *sharp;

	if (p == NULL || !is_in_tabs(t))
		return false;
	stop = text_after(p, ":active");
	p = stop == NULL ? p : stop;
	stop = walk_line_end(p, t->walk.end);
	if (p < stop && !ascii_is_space(*p))
		return false;
	sharp = arena_span(&t->arena, p, stop);
	title = sharp;
	sharp = strrchr(sharp, '#');
	if (sharp != NULL)
		*sharp = '\0';
	title = text_trim(&t->arena, title);
	buf_add_span(t->out, t->walk.line, t->walk.text);
	if (title != NULL)
		template_put_heading(t, title);
	walk_skip(&t->walk, text_cut_space(p, stop));
	return true;
}

/* `@[code{1-3} js](file)` */
static bool
begins_code_import(const char *p, const char *end)
{
	static const char open[] = "@[code";
	const char *stop = text_cut_space(p, walk_line_end(p, end));

	return text_begins(p, stop, open) && stop[-1] == ')' &&
	    strchr("]{ ", p[sizeof open - 1]) != NULL &&
	    text_search(p, stop, "](") != NULL;
}

/* On a site of another generator, or an unknown one, only `<<< @/`: see
   template_may_be_in(). */
static bool
begins_import(const struct template *t, const char *p, const char *end)
{
	if (!(t->host->dialects & TEMPLATE_VUE))
		return t->host->dialects & TEMPLATE_DIRECTIVES &&
		    text_begins(p, end, "<<< @/");
	return begins_code_import(p, end) || (end - p > 4 &&
	    text_begins(p, end, "<<< ") && strchr("@./~", p[4]) != NULL);
}

bool
template_take_vue_line(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *stop;

	if (take_tab(t))
		return true;
	if (!begins_import(t, p, end))
		return false;
	stop = text_cut_space(p, walk_line_end(p, end));
	buf_add_span(t->out, t->walk.line, p);
	template_leave(t, p, stop, arena_span(&t->arena, p, stop));
	walk_skip(&t->walk, stop);
	return true;
}

bool
template_take_vue_include(struct template *t, const char *p, const char *end)
{
	static const char open[] = "<!--", close[] = "-->";
	const char *name = p + strlen(open), *stop = end - strlen(close);

	if (!(t->host->dialects & TEMPLATE_DIRECTIVES) || stop < name ||
	    !text_begins(p, end, open) || !text_begins(stop, end, close))
		return false;
	name = text_skip_space(name, stop);
	if (!ascii_has_prefix(name, "@include:"))
		return false;
	stop = text_cut_space(name, stop);
	template_leave(t, p, end, arena_span(&t->arena, name, stop));
	return true;
}

/* The element of a page that is its script or style sheet, and is not shown. */
bool
template_vue_block(const struct template *t, const char *p)
{
	return t->host->dialects & TEMPLATE_VUE &&
	    t->walk.fence.length == 0 && (ascii_has_prefix(p, "<script") ||
	    ascii_has_prefix(p, "<style"));
}

/* Where a comment `[!code ...]` at the end of a line begins, with the
   whitespace before it; NULL if there is none. */
static const char *
note_start(const char *line, const char *end, const char *open,
    const char *close)
{
	const char *p;

	end = template_before(line, end, close);
	p = end == NULL ? NULL : template_before(line, end, "]");
	if (p == NULL)
		return NULL;
	while (p > line && *p != '[')
		p--;
	p = text_begins(p, end, "[!code ") ?
	    template_before(line, p, open) : NULL;
	return p == NULL ? NULL : text_cut_space(line, p);
}

bool
template_vue_note(struct template *t, const char *p, const char *end)
{
	static const char *const forms[][2] = {
		{ "//", "" }, { "#", "" }, { "--", "" }, { ";", "" },
		{ "%", "" }, { "/*", "*/" }, { "<!--", "-->" }
	};
	const char *stop = NULL;
	size_t i;

	if (!t->has_notes || t->walk.fence.length == 0)
		return false;
	for (i = 0; stop == NULL && i < sizeof forms / sizeof *forms; i++)
		stop = note_start(p, end, forms[i][0], forms[i][1]);
	if (stop == NULL)
		return false;
	buf_add_span(t->out, p, stop);
	if (stop > p && end[-1] == '\n')
		buf_putc(t->out, '\n');
	return true;
}

/* ---- URLs ---- */

/* After the name of an attribute that has a URL. */
static const char *
after_name(const char *p, const char *end)
{
	static const char *const names[] = {
		"src=", "href=", "poster=", NULL
	};

	return text_after_any(p, end, names);
}

bool
template_take_vue_binding(struct template *t, const char *p)
{
	static const char word[] = "v-bind";
	const size_t n = sizeof word - 1;
	const char *value = after_name(p + 1, t->walk.end), *path, *stop;
	bool is_long = p - t->walk.start > (ptrdiff_t)n &&
	    memcmp(p - n, word, n) == 0;
	char quote, inner;

	if (*p != ':' || value == NULL || p == t->walk.start ||
	    !ascii_is_space(p[is_long ? -1 - (ptrdiff_t)n : -1]) ||
	    !ascii_is_quote(*value))
		return false;
	quote = *value++;
	path = text_after(value + (*value == '$'), "withBase(");
	if (path == NULL || !ascii_is_quote(*path) || *path == quote)
		return false;
	inner = *path++;
	stop = path + strcspn(path, "\"'\n");
	if (*stop != inner || stop[1] != ')' || stop[2] != quote)
		return false;
	/* It is already written as text. */
	t->out->length -= is_long ? n : 0;
	buf_add_span(t->out, p + 1, value);
	template_put_url(t, template_site_path(t, arena_span(&t->arena, path,
	    stop), true));
	buf_putc(t->out, quote);
	walk_skip(&t->walk, stop + 3);
	return true;
}

/* ---- elements ---- */

/* `<Badge>`, `<font-awesome-icon>` */
static bool
is_component(const struct markup_token *tag)
{
	return (*tag->name >= 'A' && *tag->name <= 'Z') ||
	    memchr(tag->name, '-', tag->name_length) != NULL;
}

/* Attributes of Vue, `:id="a"`, are expressions and skipped. */
void
template_run_attributes(struct template *t, const struct markup_token *tag,
    const char *start, const char *end)
{
	struct template_tag single = {
		.start = start, .end = end,
		.name = arena_strndup(&t->arena, tag->name, tag->name_length)
	};
	struct markup_attribute a = { 0 };

	while (single.count < TEMPLATE_ARGUMENTS &&
	    markup_attribute_next(tag, &a)) {
		if (a.value == NULL || !ascii_is_alpha(*a.name) ||
		    text_begins(a.name, a.end, "v-"))
			continue;
		single.arguments[single.count++] = (struct template_argument){
		    arena_strndup(&t->arena, a.name, a.name_length),
		    arena_strndup(&t->arena, a.value, a.value_length), true };
	}
	template_run_single(t, &single);
}

/* HTML ignores the slash in `<iframe />`: it would stay open. */
static void
put_closed(struct template *t, const struct markup_token *tag)
{
	buf_add_span(t->out, tag->start, text_cut_space(tag->start,
	    tag->start + tag->length - strlen("/>")));
	buf_puts(t->out, "></");
	buf_add(t->out, tag->name, tag->name_length);
	buf_putc(t->out, '>');
}

static bool
is_event(const struct markup_token *tag, const struct markup_attribute *a)
{
	return *a->name == '@' ? a->value != NULL : *a->name == '#' &&
	    markup_name_is(tag, "template");
}

/* Put a tag without those; false: it has none. */
static bool
put_without_events(struct template *t, const struct markup_token *tag)
{
	struct markup_attribute a = { 0 };
	const char *p = tag->start;
	bool found = false;

	while (markup_attribute_next(tag, &a)) {
		if (!is_event(tag, &a))
			continue;
		buf_add_span(t->out, p, text_cut_space(p, a.name));
		p = a.end;
		found = true;
	}
	if (found)
		buf_add_span(t->out, p, tag->start + tag->length);
	return found;
}

/* Whether the name of the element of a tag begins at p. */
static bool
is_named(const char *p, const char *end, const struct markup_token *tag)
{
	const char *stop = p + tag->name_length;

	return end - p > (ptrdiff_t)tag->name_length &&
	    memcmp(p, tag->name, tag->name_length) == 0 &&
	    !ascii_is_alnum(*stop) && *stop != '-';
}

/* Find the end of an open element in whose content nothing is to be run. */
static void
find_raw_end(struct template *t, const struct markup_token *tag)
{
	const char *p = tag->start + tag->length, *end = t->walk.end;
	size_t depth = 1;

	for (; (p = text_find(p, end, '<')) != NULL; p++) {
		depth += is_named(p + 1, end, tag);
		if (end - p > 2 && p[1] == '/' && is_named(p + 2, end, tag) &&
		    --depth == 0)
			break;
	}
	t->raw_end = t->raw_next = p;
	t->has_open_pre = p == NULL;
}

/* Put a link between pages of the site, `<RouterLink to="/a">`, which only
   Vue knows; false: it is not one. */
static bool
put_router_link(struct template *t, const struct markup_token *tag)
{
	struct markup_attribute to;

	if (!text_span_is(tag->name, tag->name_length, "RouterLink") &&
	    !text_span_is(tag->name, tag->name_length, "router-link"))
		return false;
	if (!markup_attribute_find(tag, "to", &to) || to.value == NULL ||
	    memchr(to.value, '"', to.value_length) != NULL)
		return false;
	buf_puts(t->out, "<a href=\"");
	buf_add(t->out, to.value, to.value_length);
	buf_puts(t->out, "\">");
	t->links++;
	return true;
}

/* Process the end tag of such a link. */
static bool
take_router_end(struct template *t, const char *p)
{
	static const char *const tags[] = {
		"</RouterLink>", "</router-link>", NULL
	};
	const char *next = text_after_any(p, t->walk.end, tags);

	if (t->links == 0 || next == NULL)
		return false;
	t->links--;
	buf_puts(t->out, "</a>");
	walk_skip(&t->walk, next);
	return true;
}

bool
template_take_vue_element(struct template *t, const char *p)
{
	const char *end = walk_tag_end(&t->walk, p);
	struct markup_attribute a;
	struct markup_token tag;

	if (take_router_end(t, p))
		return true;
	if (end == NULL || !markup_read_start(p, (size_t)(end - p), &tag))
		return false;
	if (!tag.self_closing && !t->has_open_pre &&
	    markup_attribute_find(&tag, "v-pre", &a)) {
		find_raw_end(t, &tag);
		buf_add(t->out, p, tag.length);
	} else if (!tag.self_closing) {
		if (!put_router_link(t, &tag) && !put_without_events(t, &tag))
			return false;
	} else if (is_component(&tag)) {
		template_run_attributes(t, &tag, p, p + tag.length);
	} else if (tag.classes != 0 && !(tag.classes & MARKUP_VOID)) {
		put_closed(t, &tag);
	} else if (!put_without_events(t, &tag)) {
		return false;
	}
	walk_skip(&t->walk, p + tag.length);
	return true;
}

bool
template_vue_is_raw(const struct template *t)
{
	size_t i;

	for (i = 0; i < t->depth; i++)
		if (t->blocks[i].colons > 0 &&
		    strcmp(t->blocks[i].name, "v-pre") == 0)
			return true;
	return false;
}

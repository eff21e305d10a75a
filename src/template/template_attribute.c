/*
 * Attributes in braces, which Kramdown, Pandoc, Docusaurus and Markdoc attach
 * to what precedes them.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

static const char *
name_end(const char *p, const char *end)
{
	return template_name_end(p, end, "_-:.");
}

/* After the quoted value at p, or NULL if it has no end.  A backslash
   escapes the next character. */
static const char *
quoted_end(const char *p, const char *end)
{
	char quote = *p++;

	for (; p < end && *p != quote; p++)
		p += *p == '\\' && end - p > 1;
	return p < end ? p + 1 : NULL;
}

/* The end of `.class`, `#id`, `key="value"`, `key=value` or `word`; or NULL. */
static const char *
read_attribute(const char *p, const char *end, bool *is_word)
{
	const char *stop;

	*is_word = false;
	if (*p == '.' || *p == '#') {
		stop = name_end(p + 1, end);
		return stop == p + 1 ? NULL : stop;
	}
	stop = name_end(p, end);
	if (stop == p)
		return NULL;
	*is_word = stop == end || *stop != '=';
	if (*is_word)
		return stop;
	p = stop + 1;
	if (p < end && ascii_is_quote(*p))
		return quoted_end(p, end);
	stop = text_skip_word(p, end);
	return stop == p ? NULL : stop;
}

/* Whether there are only attributes between the braces, and how many words. */
static bool
are_attributes(const char *p, const char *end, size_t *words)
{
	size_t count = 0;
	bool is_word;

	*words = 0;
	while ((p = text_skip_space(p, end)) < end) {
		p = read_attribute(p, end, &is_word);
		if (p == NULL || (p < end && !ascii_is_space(*p)))
			return false;
		*words += is_word;
		count++;
	}
	return count > 0;
}

/* Longer URLs and attributes are not searched. */
#define ADDRESS_MAX 1000
#define ATTRIBUTES_MAX 4000

/* Whether a link or an image, `](...)`, ends before p. */
static bool
follows_link(const struct template *t, const char *p)
{
	const char *start = t->walk.text;

	if (p == t->walk.start || p[-1] != ')')
		return false;
	if (p - start > ADDRESS_MAX)
		start = p - ADDRESS_MAX;
	while (p > start && *p != '(')
		p--;
	return p > start && p[-1] == ']';
}

/* `code`{lang="c"} and [span]{style="a"} of Nuxt and Quarto. */
static bool
follows_code_or_bracket(const struct template *t, const char *p)
{
	return t->host->dialects & (TEMPLATE_MDC | TEMPLATE_QUARTO) &&
	    p > t->walk.start && (p[-1] == '`' || p[-1] == ']');
}

/* Whether p follows the end of a span that may have attributes. */
static bool
follows_span(const struct template *t, const char *p)
{
	return p > t->walk.start && strchr(")]}*_`>\"", p[-1]) != NULL;
}

static bool
ends_line(const struct template *t, const char *p)
{
	return walk_blank_rest(p, t->walk.end) != NULL;
}

/* Whether a line that ends after p is a heading, ATX or setext. */
static bool
is_heading(const struct template *t, const char *p)
{
	if (!ends_line(t, p))
		return false;
	p = walk_line_end(p, t->walk.end);
	return *t->walk.text == '#' || (p < t->walk.end &&
	    (*p == '=' || *p == '-'));
}

/* `{::comment}` ... `{:/comment}` or `{:/}`, `{::options a="b" /}` */
static const char *
extension(struct template *t, const char *p, const char *close)
{
	const char *q = close + 1, *end = t->walk.end;

	if (!text_begins(p, close, "{::comment"))
		return close + 1;
	while ((q = text_find(q, end, '{')) != NULL) {
		if (text_begins(q, end, "{:/comment}") ||
		    text_begins(q, end, "{:/}"))
			return strchr(q, '}') + 1;
		/* There must be an end before another beginning. */
		if (text_begins(q, end, "{::comment"))
			break;
		q++;
	}
	return close + 1;
}

/* `{ .class }`, also in Python-Markdown. */
static bool
begins_spaced(const char *p)
{
	return p[1] == ' ' && (p[2] == '.' || p[2] == '#');
}

/* Hugo's `{class="a"}` on a line of its own, for what is above. */
static bool
begins_value(const struct template *t, const char *p, const char *close)
{
	const char *stop = name_end(p + 1, close);

	return t->host->dialects & TEMPLATE_HUGO && p == t->walk.text &&
	    ascii_is_alpha(p[1]) && text_begins(stop, close, "=\"") &&
	    ends_line(t, close + 1);
}

/* Kramdown's may continue on the next line of a paragraph. */
static bool
ends_attributes(const char *p, const char *stop, const char *end)
{
	return *stop == '{' || (*stop == '\n' && (p[1] != ':' ||
	    walk_blank_rest(stop + 1, end) != NULL));
}

/* The end of the attributes: it may also be `{: .class :}`. */
static const char *
inner_end(const char *p, const char *close)
{
	return p[1] == ':' && close - p > 3 && close[-1] == ':' &&
	    ascii_is_blank(close[-2]) ? close - 1 : close;
}

/* Pandoc's may span lines, and their values may contain braces. */
static const char *
close_of_pandoc(const char *p, const char *end)
{
	const char *limit = end - p > ATTRIBUTES_MAX ? p + ATTRIBUTES_MAX :
	    end;

	for (p++; p != NULL && p < limit && *p != '}';)
		if (*p == '{' || (*p == '\n' && walk_blank_rest(p + 1, end) !=
		    NULL))
			return NULL;
		else if (p[-1] == '=' && ascii_is_quote(*p))
			p = quoted_end(p, limit);
		else
			p++;
	return p == NULL || p == limit ? NULL : p;
}

/* The brace that ends attributes, or NULL. */
static const char *
find_close(const struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;

	if (t->host->dialects & TEMPLATE_QUARTO && p > t->walk.start &&
	    strchr(")]", p[-1]) != NULL)
		return close_of_pandoc(p, end);
	for (close = p + 1; close < end && *close != '}' &&
	    !ends_attributes(p, close, end); close++)
		continue;
	return close == end || *close != '}' ? NULL : close;
}

const char *
template_take_attributes(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;
	bool is_alone = p == t->walk.text, in_heading;
	size_t words;

	if (t->walk.is_html || !(t->host->dialects & TEMPLATE_KRAMDOWN))
		return NULL;
	/* A Pandoc heading without a number. */
	if (text_begins(p, end, "{-}"))
		return t->host->dialects & TEMPLATE_QUARTO && is_heading(t,
		    p + 3) ? p + 3 : NULL;
	close = find_close(t, p);
	if (close == NULL)
		return NULL;
	if (p[1] == ':' && close - p > 2 && (p[2] == ':' || p[2] == '/'))
		return p[2] == '/' || ascii_is_alpha(p[3]) ?
		    extension(t, p, close) : NULL;
	in_heading = is_heading(t, close + 1);
	if (strchr(":.#", p[1]) == NULL && !follows_link(t, p) &&
	    !begins_spaced(p) && !follows_code_or_bracket(t, p) &&
	    !begins_value(t, p, close))
		return NULL;
	if (!are_attributes(p + 1 + (p[1] == ':'), inner_end(p, close),
	    &words))
		return NULL;
	/* An id is read later, and is not an MDX expression. */
	if (t->host->keep_ids && in_heading && p[1] == '#') {
		buf_add_span(t->out, p, close + 1);
		return close + 1;
	}
	if (is_alone && (ends_line(t, close + 1) || p[1] == ':'))
		return close + 1;
	if (words > 0)
		return NULL;
	return follows_span(t, p) || ((p[1] != ':' || in_heading) &&
	    p > t->walk.start && ascii_is_blank(p[-1]) &&
	    ends_line(t, close + 1)) ? close + 1 : NULL;
}

/* `{% #id .class width="25%" %}` */
const char *
template_annotation(struct template *t, const char *p)
{
	const char *end = t->walk.end, *name, *stop, *close;

	if (p[1] != '%' || !(t->host->dialects & TEMPLATE_LIQUID))
		return NULL;
	name = text_skip_space(p + 2, end);
	stop = template_name_end(name, end, "_-.$");
	if (name == end || (strchr("#.$", *name) == NULL &&
	    (stop == name || stop == end || *stop != '=')))
		return NULL;
	close = template_close(p, end, "{%", "%}");
	if (close == NULL)
		return NULL;
	if (*name == '$')
		template_leave(t, p, close + 2, arena_span(&t->arena, name,
		    stop));
	return close + 2;
}

/* ---- color schemes ---- */

/* Whether a line is nothing but an image of that class,
   `![a](b.png){: .dark }`. */
static bool
is_image_of(const char *p, const char *end, const char *class)
{
	size_t n = text_trim_span(&p, (size_t)(end - p));

	end = p + n;
	if (n == 0 || end[-1] != '}')
		return false;
	n = strlen(class);
	p += *p == '[';
	if (!text_begins(p, end, "![") ||
	    (p = text_search(p, end, "{:")) == NULL)
		return false;
	while ((p = text_search(p, end, class)) != NULL) {
		if ((ascii_is_blank(p[-1]) || p[-1] == ':') &&
		    name_end(p + 1, end) == p + n)
			return true;
		p += n;
	}
	return false;
}

/*
 * Drop the dark one of two images on adjacent lines, of which a page of the
 * theme Chirpy shows the one that matches its color scheme.
 */
static bool
take_dark_image(struct template *t)
{
	const char *start = t->walk.line, *end = t->walk.end;
	const char *next = walk_line_end(start, end);
	const char *before = walk_line_above(&t->walk);

	if ((*t->walk.text != '!' && *t->walk.text != '[') ||
	    !walk_is_blank(start, t->walk.text) ||
	    !(t->host->dialects & TEMPLATE_KRAMDOWN) ||
	    !is_image_of(start, next, ".dark"))
		return false;
	if (!is_image_of(before, start, ".light") &&
	    !is_image_of(next, walk_line_end(next, end), ".light"))
		return false;
	walk_skip(&t->walk, next);
	return true;
}

/* ---- lines ---- */

/* Kramdown replaces the item above `{:toc}` by a table of contents. */
static void
drop_item(struct buf *out, const char *p, const char *close)
{
	const char *end, *item;
	size_t n = out->length;

	while (n > 0 && ascii_is_blank(out->bytes[n - 1]))
		n--;
	if (!text_begins(p, close, "{:toc") || n == 0 ||
	    out->bytes[n - 1] != '\n')
		return;
	end = out->bytes + n;
	item = text_line_start(out->bytes, end - 1);
	if (walk_marker(text_skip_blanks(item, end), end) > 0)
		out->length = (size_t)(item - out->bytes);
}

const char *
template_take_inner_attributes(struct template *t, const char *p)
{
	const char *close = template_take_attributes(t, p);

	if (close != NULL)
		drop_item(t->out, p, close);
	return close;
}

/* Whether what ends at p is in {% raw %}; Kramdown reads it all the same. */
static bool
is_raw(const struct template *t, const char *p)
{
	return t->raw_end != NULL && p <= t->raw_end;
}

bool
template_take_raw_attributes(struct template *t, const char *p)
{
	const char *close = NULL;

	if (is_raw(t, p + 2) && p[0] == '{' && p[1] == ':')
		close = template_take_attributes(t, p);
	if (close == NULL || !is_raw(t, close))
		return false;
	walk_skip(&t->walk, close);
	return true;
}

/* `{: .class}` on a line of its own. */
bool
template_take_attribute_line(struct template *t)
{
	const char *p = t->walk.text, *close, *end = t->walk.end, *next;

	if (take_dark_image(t))
		return true;
	if (*p != '{' || end - p < 4 || p[1] != ':')
		return false;
	close = template_take_attributes(t, p);
	if (close == NULL || !ends_line(t, close))
		return false;
	drop_item(t->out, p, close);
	next = walk_line_end(close, end);
	if (t->raw_end != NULL && !is_raw(t, next))
		return false;
	/* A blank line would make list items paragraphs, and separate them
	   from `{:toc}`. */
	if (p[2] != ':' &&
	    walk_marker(text_skip_blanks(next, end), end) == 0)
		buf_putc(t->out, '\n');
	template_go_on(t, next);
	return true;
}

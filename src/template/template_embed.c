/*
 * How platforms for posts embed things in their Markdown:
 * `%[https://example.org]` of Hashnode and `@[youtube](ID)` of Zenn, also used
 * by plugins; code spans of Gatsby plugins, `youtube: ID`; and images that
 * others do not see as images, or with another description, such as
 * `![](a.png align="left")`, `![](a.png =250x)` and `![text|250](a.png)`.
 */
#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_markup.h"
#include "template/template_tags.h"

#define TEXT_MAX 1000
#define URL_MAX 2000

/* The end of the URL that begins at p, or NULL if it is not terminated. */
static const char *
address_end(const char *p, const char *end)
{
	static const bool ends[UCHAR_MAX + 1] = {
		['\0'] = true, ['\t'] = true, ['\n'] = true, ['\v'] = true,
		['\f'] = true, ['\r'] = true, [' '] = true, ['('] = true,
		[')'] = true, ['['] = true, [']'] = true, ['<'] = true,
		['>'] = true, ['"'] = true
	};
	const char *limit = end - p > URL_MAX ? p + URL_MAX : end;

	while (p < limit && !ends[(unsigned char)*p])
		p++;
	return p < limit ? p : NULL;
}

/* The same with a quoted title, if one follows. */
static const char *
target_end(const char *p, const char *end)
{
	const char *stop;

	p = address_end(p, end);
	if (p == NULL || end - p < 3 || memcmp(p, " \"", 2) != 0)
		return p;
	stop = text_find(p + 2, end - p > TEXT_MAX ? p + TEXT_MAX : end, '"');
	return stop == NULL ? p : stop + 1;
}

/* After `=250x200` at p, where one of the two numbers may be missing. */
static const char *
after_size(const char *p, const char *end)
{
	const char *start = p + 1;

	for (p = start; p < end && ascii_is_digit(*p); p++)
		continue;
	if (p == end || *p != 'x')
		return NULL;
	for (p++; p < end && ascii_is_digit(*p); p++)
		continue;
	return p - start > 1 ? p : NULL;
}

/* After ` align="left"` at p, or NULL. */
static const char *
after_attribute(const char *p, const char *end)
{
	static const char *const names[] = { "align=\"", "width=\"",
	    "height=\"", NULL };

	if (end - p < 2 || *p != ' ')
		return NULL;
	if (p[1] == '=')
		return after_size(p + 1, end);
	p = text_after_any(p + 1, end, names);
	if (p == NULL)
		return NULL;
	p = text_word_end(p, end, "%");
	return p < end && *p == '"' ? p + 1 : NULL;
}

/*
 * Where the display options in the description of an image, or the attributes
 * after its URL, begin and end; its '[' is at p.  Returns false if it has none.
 */
static bool
find_attributes(const char *p, const char *end, const char **from,
    const char **close)
{
	const char *limit = end - p > TEXT_MAX ? p + TEXT_MAX : end, *next;
	const char *start = p + 1;

	for (p++; p < limit && *p != ']' && *p != '\n'; p++)
		p += *p == '\\' && limit - p > 1;
	if (end - p < 3 || p[0] != ']' || p[1] != '(')
		return false;
	*close = p;
	*from = template_before_looks(start, p);
	if (*from < p)
		return true;
	p = *from = target_end(p + 2, end);
	if (p == NULL)
		return false;
	while ((next = after_attribute(p, end)) != NULL)
		p = next;
	*close = p;
	return p > *from && p < end && *p == ')';
}

/* The end of `%[URL]`, whose '[' is at p, or NULL if it is not one. */
static const char *
embed_end(const struct template *t, const char *p)
{
	const char *start = t->walk.start, *end = t->walk.end, *stop;

	if (p == start || p[-1] != '%' || (p - 1 > start &&
	    !ascii_is_space(p[-2])) || end - p < 9 || !url_is_web(p + 1))
		return NULL;
	stop = address_end(p + 1, end);
	return stop != NULL && *stop == ']' ? stop : NULL;
}

/* Names that `@[name](...)` and `name: ...` are known for; others are
   something else, such as a mention. */
static bool
is_shown(const char *name, size_t n)
{
	static const char *const names[] = {
		"youtube", "card", "tweet", "gist", "codepen", "jsfiddle",
		"codesandbox", "stackblitz", "speakerdeck", "slideshare",
		"docswell", "figma", "vimeo", "bilibili", "pdf", "video",
		"audio", "twitter", "instagram", "soundcloud", "spotify",
		"oembed", NULL
	};

	return text_span_is_any(name, n, names);
}

/* Where the value of `@[name](value)`, whose '[' is at p, begins; or NULL. */
static const char *
find_shown(const char *p, const char *end, const char **stop)
{
	const char *name = p + 1;

	for (p = name; p < end && *p >= 'a' && *p <= 'z'; p++)
		continue;
	if (end - p < 3 || p[0] != ']' || p[1] != '(' ||
	    !is_shown(name, (size_t)(p - name)))
		return NULL;
	*stop = address_end(p + 2, end);
	return *stop != NULL && **stop == ')' && *stop > p + 2 ? p + 2 : NULL;
}

static bool
take_shown(struct template *t, const char *p)
{
	struct template_tag tag = { .count = 1 };
	const char *value, *stop, *start = t->walk.start;
	char *text;

	value = find_shown(p, t->walk.end, &stop);
	if (value == NULL || (p - 1 > start && !ascii_is_space(p[-2])))
		return false;
	text = arena_span(&t->arena, value, stop);
	tag.name = arena_span(&t->arena, p + 1, value - 2);
	tag.arguments[0].value = text;
	/* The '@' is already written as text. */
	t->out->length--;
	if (url_is_web(text)) {
		template_put_link(t, text, NULL);
	} else if (!template_run_player(t, &tag)) {
		t->out->length++;
		return false;
	}
	walk_skip(&t->walk, stop + 1);
	return true;
}

bool
template_take_embed(struct template *t, const char *p)
{
	const char *from, *close, *url;

	if (t->walk.is_html || p == t->walk.start)
		return false;
	if (p[-1] == '@')
		return take_shown(t, p);
	close = embed_end(t, p);
	if (close != NULL) {
		url = arena_span(&t->arena, p + 1, close);
		/* The percent sign is already written as text. */
		t->out->length--;
		template_put_link(t, url, NULL);
		walk_skip(&t->walk, close + 1);
		return true;
	}
	if (p[-1] != '!' || !find_attributes(p, t->walk.end, &from, &close))
		return false;
	buf_add_span(t->out, p, from);
	walk_skip(&t->walk, close);
	return true;
}

bool
template_is_embed(const char *p, const char *end)
{
	const char *from, *close;

	switch (p[-1]) {
	case '%':
		return url_is_web(p + 1);
	case '@':
		return find_shown(p, end, &close) != NULL;
	case '!':
		return find_attributes(p, end, &from, &close);
	default:
		return false;
	}
}

/* ---- code ---- */

/* After the backquote at p, such a name and a colon; or NULL. */
static const char *
value_of_code(const char *p, const char *end)
{
	const char *name = p + 1, *stop = name;

	while (stop < end && *stop >= 'a' && *stop <= 'z')
		stop++;
	return stop < end && *stop == ':' && is_shown(name, (size_t)(stop -
	    name)) ? stop + 1 : NULL;
}

bool
template_has_embed_code(const char *s, const char *end)
{
	const char *p;

	for (p = s; (p = text_find(p, end, '`')) != NULL; p++)
		if (value_of_code(p, end) != NULL)
			return true;
	return false;
}

/* Put a link to what a service has under an id. */
static bool
put_service(struct template *t, const char *name, const char *id)
{
	struct template_tag tag = { .name = name, .count = 1,
	    .arguments = { { "id", id, true } } };

	if (url_is_web(id)) {
		template_put_link(t, id, NULL);
		return true;
	}
	return text_has_prefix(name, "tw") ? template_run_tweet(t, &tag) :
	    template_run_player(t, &tag);
}

bool
template_take_embed_code(struct template *t, const char *p, const char *end)
{
	const char *value, *stop = end - 1, *name;

	if (!(t->host->dialects & TEMPLATE_GATSBY) || t->walk.is_html ||
	    t->walk.fence.length > 0 || *p != '`' || end - p < 3 ||
	    !walk_is_blank(t->walk.text, p) ||
	    walk_blank_rest(end, t->walk.end) == NULL)
		return false;
	value = value_of_code(p, stop);
	if (value == NULL)
		return false;
	name = arena_span(&t->arena, p + 1, value - 1);
	value = text_trim_copy(&t->arena, value, stop);
	return value != NULL && strpbrk(value, " \t\n") == NULL &&
	    put_service(t, name, value);
}

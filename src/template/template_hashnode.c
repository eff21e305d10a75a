/*
 * What Hashnode has in its Markdown: `%[https://example.org]`, which shows
 * what is there, and `![](a.png align="left")`, which to all others is no
 * picture.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_parts.h"

#define TEXT_MAX 1000
#define URL_MAX 2000

/* Behind the address that begins at p; NULL: nothing ends it. */
static const char *
address_end(const char *p, const char *end)
{
	const char *limit = end - p > URL_MAX ? p + URL_MAX : end;

	while (p < limit && !ascii_is_space(*p) &&
	    strchr("()[]<>\"", *p) == NULL)
		p++;
	return p < limit ? p : NULL;
}

/* Behind ` align="left"` at p; NULL: there is none. */
static const char *
behind_attribute(const char *p, const char *end)
{
	static const char names[][9] = { "align=\"", "width=\"",
	    "height=\"" };
	size_t i, n;

	if (p == end || *p != ' ')
		return NULL;
	for (p++, i = 0; i < sizeof names / sizeof *names; i++) {
		n = strlen(names[i]);
		if ((size_t)(end - p) <= n || memcmp(p, names[i], n) != 0)
			continue;
		p += n;
		while (p < end && (ascii_is_alnum(*p) || *p == '%'))
			p++;
		return p < end && *p == '"' ? p + 1 : NULL;
	}
	return NULL;
}

/*
 * Of a picture with attributes, whose '[' is at p, the end of its address and
 * the ')' behind them; false: it is none.
 */
static bool
find_attributes(const char *p, const char *end, const char **from,
    const char **close)
{
	const char *limit = end - p > TEXT_MAX ? p + TEXT_MAX : end, *next;

	for (p++; p < limit && *p != ']' && *p != '\n'; p++)
		p += *p == '\\' && limit - p > 1;
	if (end - p < 3 || p[0] != ']' || p[1] != '(')
		return false;
	p = *from = address_end(p + 2, end);
	if (p == NULL)
		return false;
	while ((next = behind_attribute(p, end)) != NULL)
		p = next;
	*close = p;
	return p > *from && p < end && *p == ')';
}

/* The end of `%[URL]`, whose '[' is at p; NULL: it is none. */
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

bool
template_hashnode(struct template *t, const char *p)
{
	const char *from, *close, *url;

	if (t->walk.is_html || p == t->walk.start)
		return false;
	close = embed_end(t, p);
	if (close != NULL) {
		url = arena_strndup(&t->arena, p + 1, (size_t)(close - p) -
		    1);
		/* The percent sign was text until now. */
		t->out->length--;
		template_put_link(t, url, url);
		walk_skip(&t->walk, close + 1);
		return true;
	}
	if (p[-1] != '!' || !find_attributes(p, t->walk.end, &from, &close))
		return false;
	buf_add(t->out, p, (size_t)(from - p));
	walk_skip(&t->walk, close);
	return true;
}

bool
template_is_hashnode(const char *p, const char *end)
{
	const char *from, *close;

	return p[-1] == '%' ? url_is_web(p + 1) : p[-1] == '!' &&
	    find_attributes(p, end, &from, &close);
}

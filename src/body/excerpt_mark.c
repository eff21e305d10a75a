/*
 * The text that ends excerpts on a site, in the source of a body.
 */
#include <string.h>

#include "base/text.h"
#include "body/excerpt.h"
#include "markdown/walk.h"

static const char marker[] = "<!--more-->";

/* Where a separator is, and in which token. */
struct found {
	const char		*at;	/* after any leading line feed */
	struct walk_token	 token;
};

static bool
is_comment(const struct walk *w, const struct walk_token *token)
{
	return token->kind == WALK_CODE && w->fence.length == 0 &&
	    token->length > 4 && memcmp(token->start, "<!--", 4) == 0;
}

/* Find the first one outside code; a comment must begin with it. */
static bool
find_separator(struct walk *w, const char *separator, struct found *found)
{
	size_t after = *separator == '\n';
	const char *p = text_search(w->start, w->end, separator), *end;
	struct walk_token *token = &found->token;

	while (p != NULL && walk_next(w, token)) {
		end = token->start + token->length;
		if (p + after >= end)
			continue;
		found->at = p + after;
		if (token->kind != WALK_CODE || (is_comment(w, token) &&
		    p == token->start))
			return true;
		p = text_search(end - after, w->end, separator);
	}
	return false;
}

/* Put the marker on a line of its own, before the current one. */
static void
put_line(struct buf *out, const struct walk *w, const char *at,
    const char *line)
{
	size_t prefix = strspn(line, " \t>");

	if (prefix > (size_t)(at - line))
		prefix = (size_t)(at - line);
	buf_add_span(out, w->start, line);
	buf_add(out, line, prefix);
	buf_puts(out, marker);
	buf_putc(out, '\n');
	buf_add_span(out, line, w->end);
}

/*
 * The beginning of a line may mean something to Markdown, which it would not
 * after a comment: that makes its line HTML.
 */
static void
put_before(struct buf *out, const struct walk *w, const char *at)
{
	if (at == w->start || at[-1] == '\n') {
		put_line(out, w, at, at);
	} else if (at == w->text) {
		put_line(out, w, at, w->line);
	} else {
		buf_add_span(out, w->start, at);
		buf_puts(out, marker);
		buf_add_span(out, at, w->end);
	}
}

bool
excerpt_mark(struct buf *out, const char *source, size_t n,
    const char *separator, bool is_html)
{
	struct found found;
	struct walk walk;

	walk_init(&walk, source, n, "");
	walk.is_html = is_html;
	if (!find_separator(&walk, separator, &found))
		return false;
	if (found.token.kind == WALK_CODE) {
		buf_add_span(out, source, found.at);
		buf_puts(out, marker);
		buf_add_span(out, walk.next, walk.end);
	} else {
		put_before(out, &walk, found.at);
	}
	return true;
}

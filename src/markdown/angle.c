/*
 * What is between `<` and `>`, but is neither a tag nor a URL.
 *
 * A scheme begins with a letter, but md4c takes <10:30> and </o:p> for URLs.
 * Kramdown and Python-Markdown know few schemes, so <std::string> is text to
 * them, and they pass through elements whose names have a prefix: Word leaves
 * <o:p></o:p> in text pasted from it, and the buttons of social networks were
 * such elements.  A browser shows only their content.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* The end of what md4c takes for a scheme, after its colon, or NULL. */
static const char *
skip_scheme(const char *p, const char *end)
{
	const char *start = p;

	/* Comments and the like are not URLs to md4c either. */
	if (p == end || strchr("!?\n", *p) != NULL)
		return NULL;
	for (p++; p < end && (ascii_is_alnum(*p) || *p == '+' || *p == '-' ||
	    *p == '.'); p++)
		continue;
	return p < end && *p == ':' && p - start > 1 ? p + 1 : NULL;
}

/* Whether md4c takes what begins with this '<' for a URL. */
static bool
is_url(const char *p, const char *end)
{
	p = skip_scheme(p + 1, end);
	if (p == NULL)
		return false;
	while (p < end && !ascii_is_space(*p) && *p != '<' && *p != '>')
		p++;
	return p < end && *p == '>';
}

static bool
has_no_scheme(const char *p, const char *end)
{
	return end - p > 1 && !ascii_is_alpha(p[1]) && is_url(p, end);
}

static bool
has_no_old_scheme(const char *p, const char *end)
{
	static const char *const schemes[] = {
		"http", "https", "ftp", "ftps", "mailto", NULL
	};
	const char *colon;

	if (!is_url(p, end))
		return false;
	colon = text_find(p, end, ':');
	return !text_span_is_any(p + 1, (size_t)(colon - p - 1), schemes);
}

/* Whether this '<' begins a tag with a name such as `o:p`. */
static bool
is_prefixed(const char *p, const char *end)
{
	p += end - p > 1 && p[1] == '/' ? 2 : 1;
	if (p == end || !ascii_is_alpha(*p))
		return false;
	while (p < end && ascii_is_alnum(*p))
		p++;
	if (end - p < 2 || *p != ':' || !ascii_is_alpha(p[1]))
		return false;
	for (p++; p < end && (ascii_is_alnum(*p) || *p == '-'); p++)
		continue;
	return p < end && (*p == '>' || *p == '/' || ascii_is_space(*p));
}

static bool
is_old(unsigned dialect)
{
	return dialect & (MARKDOWN_KRAMDOWN_SPANS | MARKDOWN_EXTRA_SPANS);
}

static bool
is_not_url(const char *p, const char *end, unsigned dialect)
{
	return is_old(dialect) ? has_no_old_scheme(p, end) :
	    has_no_scheme(p, end);
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *p = source->start, *end = source->end;

	for (; (p = text_find(p, end, '<')) != NULL; p++)
		if (is_not_url(p, end, source->dialect) ||
		    (is_old(source->dialect) && is_prefixed(p, end)))
			return true;
	return false;
}

/* What is not a URL becomes text; a tag is replaced by STANDIN_NONE. */
static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	const char *p = token->start, *stop = NULL;

	if (token->kind != WALK_MARK || w->in_html)
		return false;
	if (is_old(w->dialect) && is_prefixed(p, w->end))
		stop = walk_tag_end(w, p);
	if (stop != NULL) {
		buf_putc(out, STANDIN_NONE);
		walk_skip(w, stop);
	} else if (is_not_url(p, w->end, w->dialect)) {
		buf_putc(out, '\\');
	}
	return stop != NULL;
}

const struct adaption adaption_angle = {
	.marks = "<",
	.may_be_in = may_be_in,
	.take = take,
	.has_standins = true
};

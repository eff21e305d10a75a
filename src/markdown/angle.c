#include <string.h>

#include "base/text.h"
#include "markdown/angle.h"
#include "markdown/standin.h"
#include "markdown/walk.h"

/* Behind the colon of what md4c takes for a scheme; NULL: there is none. */
static const char *
skip_scheme(const char *p, const char *end)
{
	const char *start = p;

	/* A comment and the like are no URLs to it either. */
	if (p == end || strchr("!?\n", *p) != NULL)
		return NULL;
	for (p++; p < end && (ascii_is_alnum(*p) || *p == '+' || *p == '-' ||
	    *p == '.'); p++)
		continue;
	return p < end && *p == ':' && p - start > 1 ? p + 1 : NULL;
}

/* Whether md4c takes what begins at '<' for a URL. */
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

/* Whether a tag at '<' has a name such as `o:p`. */
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

bool
angle_may_be_in(const char *s, size_t n)
{
	const char *p = s, *end = s + n;

	for (; (p = text_find(p, end, '<')) != NULL; p++)
		if (has_no_scheme(p, end))
			return true;
	return false;
}

bool
angle_may_be_old(const char *s, size_t n)
{
	const char *p = s, *end = s + n;

	for (; (p = text_find(p, end, '<')) != NULL; p++)
		if (has_no_old_scheme(p, end) || is_prefixed(p, end))
			return true;
	return false;
}

static bool
drop_tag(struct walk *w, struct buf *out, const char *p)
{
	const char *stop = NULL;

	if (is_prefixed(p, w->end))
		stop = walk_tag_end(w, p);
	if (stop == NULL)
		return false;
	buf_putc(out, STANDIN_NONE);
	walk_skip(w, stop);
	return true;
}

static void
adapt(struct buf *out, const char *s, size_t n, bool is_mdx, bool is_old)
{
	struct walk_token token;
	struct walk walk;
	const char *p;

	walk_init(&walk, s, n, "<");
	walk.is_mdx = is_mdx;
	while (walk_next(&walk, &token)) {
		p = token.start;
		if (token.kind == WALK_MARK && !walk.in_html) {
			if (is_old && drop_tag(&walk, out, p))
				continue;
			if (is_old ? has_no_old_scheme(p, walk.end) :
			    has_no_scheme(p, walk.end))
				buf_putc(out, '\\');
		}
		buf_add(out, p, token.length);
	}
}

void
angle_adapt(struct buf *out, const char *s, size_t n, bool is_mdx)
{
	adapt(out, s, n, is_mdx, false);
}

void
angle_adapt_old(struct buf *out, const char *s, size_t n, bool is_mdx)
{
	adapt(out, s, n, is_mdx, true);
}

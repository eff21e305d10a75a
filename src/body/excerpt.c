#include <string.h>

#include "base/text.h"
#include "body/cluster.h"
#include "body/excerpt.h"
#include "html/markup.h"

/* What precedes the current token, where a marker may begin. */
struct context {
	size_t		 code_depth;
	const char	*paragraph;	/* <p> just before it, or NULL */
};

struct marker {
	const char *start, *end;
};

static bool
is_dash_or_space(char c)
{
	return c == '-' || ascii_is_space(c);
}

static size_t
word_length(const char *p, const char *end)
{
	size_t n = 0;

	while (p + n < end && (ascii_is_alpha(p[n]) || p[n] == '_'))
		n++;
	return n;
}

/* Whether a comment, from its '<' to its '>', is a marker. */
static bool
is_comment_marker(const struct markup_token *token)
{
	static const char *const words[] = {
		"more", "truncate", "excerpt", "teaser_end",
		"pelican_end_summary", NULL
	};
	const char *p = token->start + strlen("<!--");
	const char *end = token->start + token->length;
	size_t n;

	while (p < end && is_dash_or_space(*p))
		p++;
	while (end > p && (is_dash_or_space(end[-1]) || end[-1] == '>' ||
	    end[-1] == '!'))
		end--;
	n = word_length(p, end);
	/* In Nikola, the text of the link to the whole post may follow. */
	if (p + n < end && p[n] == ':' && ascii_span_is(p, n, "teaser_end"))
		return true;
	return p + n == end && ascii_span_is_any(p, n, words);
}

static bool
is_named_more(const struct markup_token *token, const char *attribute_name)
{
	struct markup_attribute attribute;

	return markup_attribute_find(token, attribute_name, &attribute) &&
	    markup_value_is(&attribute, "more");
}

/* Read the next token that is not whitespace. */
static bool
next_solid(struct markup *markup, struct markup_token *token)
{
	while (markup_next(markup, token))
		if (!markup_is_blank(token))
			return true;
	return false;
}

/* The end of <a name="more"></a>, or NULL if it is another anchor. */
static const char *
anchor_marker_end(const struct markup *at, const struct markup_token *token)
{
	struct markup ahead = *at;
	struct markup_token next;

	if (token->kind != MARKUP_START || !markup_name_is(token, "a") ||
	    !(is_named_more(token, "name") || is_named_more(token, "id")))
		return NULL;
	if (token->self_closing)
		return at->next;
	if (!next_solid(&ahead, &next) || next.kind != MARKUP_END ||
	    !markup_name_is(&next, "a"))
		return NULL;
	return ahead.next;
}

static const char *
skip(const char *p, const char *end, const char *s)
{
	return p != NULL && text_begins(p, end, s) ? p + strlen(s) : NULL;
}

/*
 * MDX's comment.  Without spaces in it, Markdown has read its asterisks as
 * emphasis.
 */
static const char *
mdx_marker_end(const char *start, const char *end)
{
	const char *p = skip(start, end, "{/*");

	if (p == NULL)
		return skip(start, end, "{/<em>truncate</em>/}");
	p = skip(text_skip_space(p, end), end, "truncate");
	return p == NULL ? NULL : skip(text_skip_space(p, end), end, "*/}");
}

static bool
find_mdx_marker(const struct markup_token *token, const char *html_end,
    struct marker *marker)
{
	const char *p = token->start, *end = p + token->length;

	for (; (p = text_find(p, end, '{')) != NULL; p++) {
		marker->end = mdx_marker_end(p, html_end);
		if (marker->end != NULL) {
			marker->start = p;
			return true;
		}
	}
	return false;
}

static bool
read_marker(const struct context *context, const struct markup *markup,
    const struct markup_token *token, struct marker *marker)
{
	*marker = (struct marker){ token->start, markup->next };
	if (context->code_depth > 0)
		return false;
	if (token->kind == MARKUP_COMMENT)
		return is_comment_marker(token);
	if (token->kind == MARKUP_TEXT)
		return !token->raw &&
		    find_mdx_marker(token, markup->end, marker);
	marker->end = anchor_marker_end(markup, token);
	return marker->end != NULL;
}

static void
follow(struct context *context, const struct markup_token *token)
{
	bool is_code = markup_name_is(token, "pre") ||
	    markup_name_is(token, "code");

	if (is_code && token->kind == MARKUP_START)
		context->code_depth++;
	else if (is_code && context->code_depth > 0)
		context->code_depth--;
	if (token->kind == MARKUP_START && markup_name_is(token, "p"))
		context->paragraph = token->start;
	else if (!markup_is_blank(token))
		context->paragraph = NULL;
}

/* Include the paragraph around a marker if it contains nothing else. */
static void
widen(const struct context *context, const struct markup_token *token,
    const char *html_end, struct marker *marker)
{
	struct markup_token next;
	struct markup ahead;
	const char *p;

	if (context->paragraph == NULL)
		return;
	for (p = token->start; p < marker->start; p++)
		if (!ascii_is_space(*p))
			return;
	markup_init(&ahead, marker->end, (size_t)(html_end - marker->end));
	if (!next_solid(&ahead, &next) || next.kind != MARKUP_END ||
	    !markup_name_is(&next, "p"))
		return;
	marker->start = context->paragraph;
	marker->end = ahead.next;
}

bool
excerpt_may_be_in_text(const char *html, size_t n)
{
	return text_find_pair(html, html + n, '{', "/") != NULL;
}

bool
excerpt_find_marker(const char *html, size_t n, size_t *start, size_t *length)
{
	struct context context = { 0 };
	struct markup_token token;
	struct marker marker;
	struct markup markup;

	markup_init(&markup, html, n);
	while (markup_next(&markup, &token)) {
		if (read_marker(&context, &markup, &token, &marker)) {
			widen(&context, &token, html + n, &marker);
			*start = (size_t)(marker.start - html);
			*length = (size_t)(marker.end - marker.start);
			return true;
		}
		follow(&context, &token);
	}
	return false;
}

/* Printable ASCII. */
static bool
is_plain(char c)
{
	return c >= ' ' && c < 0x7f;
}

static bool
ends_word(unsigned c, const char *next)
{
	unsigned after = utf8_next(&next);

	return !text_is_space(c) && (text_is_space(after) ||
	    text_is_cjk(c) || text_is_cjk(after));
}

static const char *
cut(struct arena *a, const char *s, size_t n)
{
	static const char ellipsis[] = "\xe2\x80\xa6";
	char *copy = arena_alloc(a, n + sizeof ellipsis);

	memcpy(copy, s, n);
	memcpy(copy + n, ellipsis, sizeof ellipsis);
	return copy;
}

/* Count ASCII characters that are whole clusters, as another one follows. */
static size_t
count_letters(const char *s, size_t max)
{
	size_t n = 0;

	while (n < max && is_plain(s[n]))
		n++;
	return n > 0 && !is_plain(s[n]) ? n - 1 : n;
}

/* Where the last word in the n characters before p ends, or NULL. */
static const char *
last_word_end(const char *p, size_t n)
{
	for (; n > 0; n--, p--)
		if (*p == ' ' && p[-1] != ' ')
			return p;
	return NULL;
}

/*
 * The end of the last word in up to room characters from p on, or else, with
 * *is_word false, the end of the last whole cluster.
 */
static const char *
find_end(const char *p, size_t room, bool *is_word)
{
	const char *word_end = NULL, *end;
	struct cluster cluster;

	for (; room > 0; room -= cluster.count) {
		cluster.count = count_letters(p, room);
		if (cluster.count > 0) {
			p += cluster.count;
			end = last_word_end(p, cluster.count);
		} else {
			cluster = cluster_next(p, room);
			if (cluster.count > room)
				break;
			p = cluster.end;
			end = ends_word(cluster.base, p) ? p : NULL;
		}
		if (end != NULL)
			word_end = end;
	}
	*is_word = word_end != NULL;
	return *is_word ? word_end : p;
}

/* The character before p. */
static const char *
step_back(const char *p)
{
	do
		p--;
	while (utf8_is_continuation(*p));
	return p;
}

static bool
begins_cluster(const char *p)
{
	const char *before = step_back(p);

	return cluster_begins(utf8_next(&before), utf8_next(&p));
}

/* The beginning of a cluster at least this many characters before p. */
static const char *
cluster_before(const char *start, const char *p, size_t *count)
{
	size_t want = *count;

	for (*count = 0; p > start && (*count < want || !begins_cluster(p));
	    ++*count)
		p = step_back(p);
	return p;
}

const char *
excerpt_cut(struct arena *a, const char *plain, size_t limit)
{
	const char *end = plain + strlen(plain), *last, *start, *p;
	size_t window = 1, room;
	bool is_word;

	if (limit == 0)
		return NULL;
	last = text_skip(plain, end, limit - 1);
	if (text_skip(last, end, 1) == end)
		return arena_strdup(a, plain);
	/* The last word usually ends close by: nothing before it matters. */
	do {
		room = window *= 8;
		start = cluster_before(plain, last, &room);
		p = find_end(start, room, &is_word);
	} while (!is_word && start > plain);
	return cut(a, plain, (size_t)(p - plain));
}

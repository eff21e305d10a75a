#include <string.h>

#include "base/text.h"
#include "body/prelude.h"
#include "html/markup.h"

/* A longer text is not the title of a list. */
#define TITLE_MAX 64

/* An element of a prelude, and the one inside it that has all its text. */
struct part {
	const char	*names[3], *inner;
	bool		 has_image;	/* only counts with an image in it */
};

static const struct part parts[] = {
	{ { "ul", "ol", NULL }, "a", false },
	{ { "figure", NULL }, "figcaption", false },
	{ { "p", NULL }, "em", true }
};

static const struct part *
part_of(const struct markup_token *tag)
{
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		if (markup_name_is_any(tag, parts[i].names))
			return &parts[i];
	return NULL;
}

/* Whether a link points to a part of the page itself. */
static bool
is_internal(const struct markup_token *tag, const char *url)
{
	size_t n = url == NULL ? 0 : strlen(url);
	struct markup_attribute href;

	if (!markup_attribute_find(tag, "href", &href) || href.value == NULL)
		return false;
	if (n >= href.value_length || strncmp(href.value, url, n) != 0)
		n = 0;
	return n < href.value_length && href.value[n] == '#';
}

/* Skip an element after its start tag; false if it has any other content. */
static bool
skip_part(struct markup *m, const struct part *part, const char *url)
{
	bool is_inside = false, has_inner = false, found_image = false;
	struct markup_token token;
	size_t depth = 1;

	while (depth > 0 && markup_next(m, &token)) {
		if (token.kind == MARKUP_TEXT && !is_inside &&
		    !markup_is_blank(&token))
			return false;
		/* Paragraphs do not nest. */
		if (markup_name_is_any(&token, part->names))
			depth += token.kind == MARKUP_START &&
			    !part->has_image ? 1 : (size_t)-1;
		found_image = found_image || markup_name_is(&token, "img");
		if (!markup_name_is(&token, part->inner))
			continue;
		is_inside = token.kind == MARKUP_START;
		has_inner = true;
		if (is_inside && *part->inner == 'a' &&
		    !is_internal(&token, url))
			return false;
	}
	return has_inner && depth == 0 && (found_image || !part->has_image);
}

/* "Contents" in a heading or in bold; or "Contents:", see below. */
static bool
begins_title(const struct markup_token *token)
{
	static const char *const names[] = { "summary", "strong", "b", NULL };

	return token->kind == MARKUP_START && (markup_is_heading(token) ||
	    markup_name_is_any(token, names));
}

static bool
ends_title(const struct markup_token *token)
{
	static const char *const names[] = { "summary", "p", NULL };

	return token->kind == MARKUP_END && (markup_is_heading(token) ||
	    markup_name_is_any(token, names));
}

static bool
ends_in_colon(const char *start, const char *end)
{
	static const char wide[] = "\xef\xbc\x9a";

	end = text_cut_space(start, end);
	return end > start && (end[-1] == ':' || (end - start > 3 &&
	    memcmp(end - 3, wide, 3) == 0));
}

/* Most bodies do, and this is faster than to read their tokens. */
static bool
begins_with_text(const char *p, const char *end)
{
	p = text_skip_space(p, end);
	if (text_begins(p, end, "<p>"))
		p = text_skip_space(p + 3, end);
	if (end - p > TITLE_MAX)
		end = p + TITLE_MAX;
	return p < end && *p != '<' && !ends_in_colon(p, text_until(p, end,
	    '<'));
}

size_t
prelude_length(const char *html, size_t length, const char *url)
{
	size_t found = 0, title = 0;
	struct markup_token token;
	const struct part *part;
	struct markup m, after;
	bool in_title = false;

	if (begins_with_text(html, html + length))
		return 0;
	markup_init(&m, html, length);
	while (title <= TITLE_MAX && markup_next(&m, &token)) {
		if (token.kind == MARKUP_TEXT && !markup_is_blank(&token)) {
			if (!in_title && !ends_in_colon(token.start,
			    token.start + token.length))
				break;
			title += token.length;
		}
		in_title = (in_title || begins_title(&token)) &&
		    !ends_title(&token);
		part = token.kind == MARKUP_START ? part_of(&token) : NULL;
		if (part == NULL)
			continue;
		after = m;
		if (skip_part(&after, part, url)) {
			m = after;
			found = (size_t)(m.next - html);
			title = 0;
			in_title = false;
		} else if (!part->has_image) {
			break;
		}
	}
	return found;
}

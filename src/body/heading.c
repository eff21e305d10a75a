#include "base/text.h"
#include "body/heading.h"
#include "html/markup.h"

/* Block-level tags only wrap what is visible; <hr> and the rest is visible. */
static bool
shows(const struct markup_token *token)
{
	if (token->kind == MARKUP_TEXT)
		return !token->raw && !markup_is_blank(token);
	if (token->kind != MARKUP_START)
		return false;
	return !(token->classes & (MARKUP_BLOCK | MARKUP_HIDDEN)) ||
	    (token->classes & MARKUP_VOID);
}

/* Most bodies have no <h1>; this check is faster than reading their tokens. */
static bool
may_hold_heading(const char *p, const char *end)
{
	for (; (p = text_find(p, end, '1')) != NULL; p++)
		if (ascii_lower(p[-1]) == 'h' && p[-2] == '<')
			return true;
	return false;
}

bool
heading_find(const char *html, size_t n, struct heading *heading)
{
	struct markup_token token;
	struct markup markup;
	bool is_open = false;

	*heading = (struct heading){ .is_first = true };
	if (n < 3 || !may_hold_heading(html + 2, html + n))
		return false;
	markup_init(&markup, html, n);
	while (markup_next(&markup, &token)) {
		/* The end tag of any heading closes it (WHATWG 13.2.6.4.7). */
		if (is_open && token.kind == MARKUP_END &&
		    markup_is_heading(&token)) {
			heading->content_length = (size_t)(token.start -
			    html) - heading->content_start;
			heading->length = (size_t)(markup.next - html) -
			    heading->start;
			return true;
		}
		if (is_open)
			continue;
		if (token.kind == MARKUP_START &&
		    markup_name_is(&token, "h1")) {
			is_open = true;
			heading->start = (size_t)(token.start - html);
			heading->content_start = (size_t)(markup.next - html);
		} else if (shows(&token)) {
			heading->is_first = false;
		}
	}
	return false;
}

/*
 * The first <img> is usually the right one; these are the exceptions.
 */
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "body/image.h"
#include "html/lazy.h"
#include "html/markup.h"
#include "html/plain.h"

/* Words in the class or URL of an image used like a letter. */
static const char *const letters[] = {
	"emoji", "emoticon", "smiley", "smilie"
};

static const char *
value_of(struct arena *a, const struct markup_token *token, const char *name)
{
	struct markup_attribute attribute;
	struct buf value = { 0 };
	const char *copy;

	if (!markup_attribute_find(token, name, &attribute))
		return NULL;
	plain_value(&value, &attribute);
	copy = text_trim(a, value.bytes);
	buf_release(&value);
	return copy == NULL ? "" : copy;
}

static bool
is_letter(const char *s)
{
	size_t i;

	for (; s != NULL && *s != '\0'; s++)
		for (i = 0; i < sizeof letters / sizeof *letters; i++)
			if (ascii_has_prefix(s, letters[i]))
				return true;
	return false;
}

/* "0", "1", "1px" */
static bool
is_pixel(const char *size)
{
	return size != NULL && (*size == '0' || *size == '1') &&
	    (size[1] == '\0' || ascii_has_prefix(size + 1, "px"));
}

/* Whether a style makes an image that small, or hides it. */
static bool
is_hidden_by(const char *style)
{
	const char *colon, *value;
	size_t n;

	while (style != NULL && (colon = strchr(style, ':')) != NULL) {
		style += strspn(style, "; \t\n\f\r");
		n = strcspn(style, ": \t\n\f\r");
		value = colon + 1 + strspn(colon + 1, " \t\n\f\r");
		if ((ascii_span_is(style, n, "display") &&
		    ascii_has_prefix(value, "none")) ||
		    (ascii_span_is(style, n, "visibility") &&
		    ascii_has_prefix(value, "hidden")))
			return true;
		if ((ascii_span_is(style, n, "width") ||
		    ascii_span_is(style, n, "height")) &&
		    (*value == '0' || *value == '1') &&
		    (value[1] == '\0' || value[1] == ';' ||
		    ascii_has_prefix(value + 1, "px")))
			return true;
		style = strchr(value, ';');
	}
	return false;
}

static const char *
address_of(struct arena *a, const struct markup_token *token)
{
	const char *src = value_of(a, token, "src");

	if (src == NULL || lazy_is_placeholder(src) ||
	    !url_is_web(src) ||
	    value_of(a, token, "hidden") != NULL ||
	    is_pixel(value_of(a, token, "width")) ||
	    is_pixel(value_of(a, token, "height")) ||
	    is_hidden_by(value_of(a, token, "style")) ||
	    is_letter(value_of(a, token, "class")) || is_letter(src))
		return NULL;
	return src;
}

const char *
image_find(struct arena *a, const char *html, size_t n)
{
	struct arena scratch = { 0 };
	const char *found = NULL;
	struct markup markup;
	struct markup_token token;
	size_t templates = 0;

	markup_init(&markup, html, n);
	while (found == NULL && markup_next(&markup, &token)) {
		if (markup_name_is(&token, "template"))
			templates = token.kind == MARKUP_START ?
			    templates + 1 : templates - (templates > 0);
		if (token.kind != MARKUP_START || templates > 0 ||
		    !markup_name_is(&token, "img"))
			continue;
		found = address_of(&scratch, &token);
		if (found != NULL)
			found = arena_strdup(a, found);
		arena_release(&scratch);
	}
	return found;
}

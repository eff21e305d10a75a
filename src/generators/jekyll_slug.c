/*
 * Jekyll: make parts of a URL from strings.
 */
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/jekyll.h"

/* Utils::SLUGIFY_DEFAULT_REGEXP and SLUGIFY_PRETTY_REGEXP. */
static bool
is_kept(unsigned c, enum jekyll_slug mode)
{
	return unicode_is_letter(c) || unicode_is_mark(c) ||
	    unicode_is_digit(c) || (mode == JEKYLL_PRETTY && c < 0x80 &&
	    c != '\0' && strchr("._~!$&'()+,;=@", (int)c) != NULL);
}

const char *
jekyll_slug_of(struct arena *a, const char *text, enum jekyll_slug mode)
{
	char *slug = arena_alloc(a, strlen(text) + 1), *out = slug;
	const char *p, *next;

	for (p = text; *p != '\0'; p = next) {
		next = p;
		if (is_kept(utf8_next(&next), mode)) {
			memcpy(out, p, (size_t)(next - p));
			out += next - p;
		} else if (out > slug && out[-1] != '-') {
			*out++ = '-';
		}
	}
	if (out > slug && out[-1] == '-')
		out--;
	*out = '\0';
	return mode == JEKYLL_PRETTY ? slug : unicode_lower_text(a, slug);
}

void
jekyll_escape(struct buf *out, const char *text)
{
	url_encode_but(out, text, "-._~!$&'()*+,;=:@/?");
}

const char *
jekyll_squeeze(char *path)
{
	const char *p;
	char *out = path;

	for (p = path; *p != '\0'; p++)
		if (*p != '/' || out == path || out[-1] != '/')
			*out++ = *p;
	*out = '\0';
	return path;
}

const char *
jekyll_sanitize(struct arena *a, const char *path)
{
	char *text = arena_printf(a, "/%s", path), *out;
	const char *p;

	for (p = out = text; *p != '\0'; p++) {
		if (p[0] == '.' && p[1] == '.') {
			*out++ = '/';
			p++;
		} else {
			*out++ = *p;
		}
	}
	*out = '\0';
	for (p = out = text; *p != '\0'; p++) {
		if (p[0] == '.' && p[1] == '/')
			p++;
		else
			*out++ = *p;
	}
	*out = '\0';
	return jekyll_squeeze(text);
}

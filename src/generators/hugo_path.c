/*
 * How Hugo makes paths from strings.
 */
#include <string.h>

#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/hugo.h"

/* unicode.IsSpace() of Go. */
static bool
is_space(unsigned c)
{
	return text_is_space(c) && c != 0x200b && c != 0xfeff;
}

/* Whether the character at p is kept. */
static bool
is_kept(const char *p, const char *end, unsigned c)
{
	if (c < 0x80)
		return ascii_is_alnum((char)c) ||
		    url_is_escape(p, end) ||
		    (c != 0 && strchr("./\\_#+~-@", (char)c) != NULL);
	return unicode_is_letter(c) || unicode_is_mark(c) ||
	    unicode_is_digit(c);
}

static void
put_letter(struct buf *out, unsigned c, const struct hugo *hugo)
{
	if (hugo->drops_accents && c >= 0x80)
		c = latin_base(c);
	buf_put_utf8(out, hugo->keeps_case ? c : unicode_lower(c));
}

void
hugo_put_path(struct buf *out, const char *text, const struct hugo *hugo)
{
	bool is_empty = true, needs_hyphen = false, after_hyphen = false;
	const char *p, *end = text + strlen(text), *next;
	unsigned c;

	for (p = text; p < end; p = next) {
		next = p;
		c = utf8_next(&next);
		if (hugo->drops_accents && unicode_is_nonspacing(c))
			continue;
		if (!is_kept(p, end, c)) {
			if (!is_empty && !after_hyphen && is_space(c))
				needs_hyphen = true;
			continue;
		}
		after_hyphen = c == '-';
		if (needs_hyphen && !after_hyphen)
			buf_putc(out, '-');
		needs_hyphen = is_empty = false;
		put_letter(out, c, hugo);
	}
}

const char *
hugo_clean_path(struct arena *a, const char *path)
{
	char *clean = arena_alloc(a, strlen(path) + 2), *out = clean;
	size_t n;

	for (; *path != '\0'; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		if (n == 0 || (n == 1 && *path == '.'))
			continue;
		if (n == 2 && path[0] == '.' && path[1] == '.') {
			while (out > clean && *--out != '/')
				continue;
			continue;
		}
		*out++ = '/';
		memcpy(out, path, n);
		out += n;
	}
	if (out == clean)
		*out++ = '/';
	*out = '\0';
	return clean;
}

const char *
hugo_unescape(struct arena *a, const char *text)
{
	const char *p, *end = text + strlen(text);
	char *bytes = arena_alloc(a, (size_t)(end - text) + 1), *out = bytes;

	for (p = text; p < end; p++) {
		if (url_is_escape(p, end)) {
			*out++ = url_escape_value(p);
			p += 2;
		} else if (*p == '%') {
			return NULL;
		} else {
			*out++ = *p == '+' ? ' ' : *p;
		}
	}
	/* The result may not be UTF-8. */
	return text_clean_name(a, bytes);
}

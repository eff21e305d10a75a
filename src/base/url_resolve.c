/*
 * Resolution of references against a page, and canonical URLs.
 */
#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/url_parts.h"

/* How many levels a segment goes up, plus one; 0: it is a name. */
static unsigned
count_dots(struct span segment)
{
	static const struct {
		const char	*text;
		unsigned	 dots;
	} spellings[] = {
		{ ".", 1 }, { "%2e", 1 },
		{ "..", 2 }, { ".%2e", 2 }, { "%2e.", 2 }, { "%2e%2e", 2 }
	};
	size_t i;

	if (*segment.start != '.' && *segment.start != '%')
		return 0;
	for (i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (ascii_span_is(segment.start, segment.length,
		    spellings[i].text))
			return spellings[i].dots;
	return 0;
}

/*
 * RFC 3986 5.2.4, for a path that begins with a slash.  A segment is dropped
 * from the output at most once, so the time is linear.
 */
static void
put_path(struct buf *out, struct span path)
{
	const char *p = path.start, *end = p + path.length, *run = p, *next;
	size_t floor = out->length;
	unsigned dots;

	for (; p < end; p = next) {
		next = text_until(p + 1, end, '/');
		dots = count_dots((struct span){ p + 1,
		    (size_t)(next - p - 1) });
		if (dots == 0)
			continue;
		buf_add_span(out, run, p);
		run = next;
		while (dots == 2 && out->length > floor)
			if (out->bytes[--out->length] == '/')
				break;
		if (next == end)
			buf_putc(out, '/');
	}
	buf_add_span(out, run, end);
}

/* RFC 3986 5.2.3 */
static void
merge(struct buf *out, struct span base, struct span path)
{
	const char *slash = url_find_last(base, '/');

	if (slash == NULL)
		buf_putc(out, '/');
	else
		buf_add_span(out, base.start, slash + 1);
	buf_add(out, path.start, path.length);
}

static void
put_span(struct buf *out, const char *mark, struct span span)
{
	if (span.start == NULL)
		return;
	buf_puts(out, mark);
	buf_add(out, span.start, span.length);
}

/* A path that, without an authority, could be read as one. */
static void
put_lone_path(struct buf *out, struct span span)
{
	struct buf path = { 0 };

	put_path(&path, span);
	if (path.length > 1 && path.bytes[1] == '/')
		buf_puts(out, "/.");
	buf_add(out, path.bytes, path.length);
	buf_release(&path);
}

/* RFC 3986 5.3 */
static const char *
compose(struct arena *a, const struct parts *parts)
{
	struct buf out = { 0 };

	buf_reserve(&out, parts->scheme.length + parts->authority.length +
	    parts->path.length + parts->query.length +
	    parts->fragment.length + strlen("://?#"));
	buf_add(&out, parts->scheme.start, parts->scheme.length);
	buf_putc(&out, ':');
	put_span(&out, "//", parts->authority);
	if (*parts->path.start != '/')
		buf_add(&out, parts->path.start, parts->path.length);
	else if (parts->authority.start != NULL)
		put_path(&out, parts->path);
	else
		put_lone_path(&out, parts->path);
	put_span(&out, "?", parts->query);
	put_span(&out, "#", parts->fragment);
	return arena_take(a, &out);
}

/* "mailto:x" and the like are not a base for a path. */
static bool
is_hierarchical(const struct parts *parts)
{
	return parts->authority.start != NULL || *parts->path.start == '/';
}

/* RFC 3986 5.2.2, for a reference without scheme and authority. */
static const char *
resolve_path(struct arena *a, struct parts base, struct parts reference)
{
	struct span beginning = base.path;
	struct buf merged = { 0 };
	const char *s;

	base.fragment = reference.fragment;
	if (reference.path.length == 0) {
		if (reference.query.start != NULL)
			base.query = reference.query;
		return compose(a, &base);
	}
	base.query = reference.query;
	base.path = reference.path;
	if (*reference.path.start != '/') {
		merge(&merged, beginning, reference.path);
		base.path = (struct span){ merged.bytes, merged.length };
	}
	s = compose(a, &base);
	buf_release(&merged);
	return s;
}

/* Whether a reference is a path in which nothing must be encoded, as most
   are. */
static bool
is_plain_path(const char *s)
{
	if (*s == '\0' || (s[0] == '/' && s[1] == '/'))
		return false;
	for (; *s != '\0'; s++)
		if (!ascii_is_alnum(*s) && *s != '/' && *s != '.' &&
		    *s != '-' && *s != '_')
			return false;
	return true;
}

/* Whether it is an absolute URL that needs no change. */
static bool
is_plain_url(const char *s)
{
	if (!text_has_prefix(s, "https://"))
		return false;
	for (s += 8; *s != '/'; s++)
		if (!(*s >= 'a' && *s <= 'z') && !ascii_is_digit(*s) &&
		    *s != '.' && *s != '-')
			return false;
	return s[-1] != '/' && is_plain_path(s) && strstr(s, "/.") == NULL;
}

const char *
url_resolve(struct arena *a, const char *base, const char *reference)
{
	struct parts b, r = { 0 };

	assert(url_is_absolute(base));
	if (is_plain_url(reference))
		return arena_strdup(a, reference);
	b = url_split(base);
	if (is_plain_path(reference)) {
		r.path = (struct span){ reference, strlen(reference) };
	} else {
		reference = url_encode_tidy(a, url_tidy(a, reference,
		    strlen(reference)));
		if (reference == NULL)
			return NULL;
		r = url_split(reference);
	}
	if (r.scheme.start != NULL)
		return compose(a, &r);
	if (r.authority.start != NULL) {
		r.scheme = b.scheme;
		return compose(a, &r);
	}
	if (!is_hierarchical(&b) &&
	    (r.path.length > 0 || r.query.start != NULL))
		return NULL;
	return resolve_path(a, b, r);
}

static bool
is_default_port(struct span port, struct span scheme)
{
	const char *usual = scheme.length == strlen("http") ? "80" : "443";

	return port.start != NULL && (port.length == 0 ||
	    text_span_is(port.start, port.length, usual));
}

const char *
url_normalize(struct arena *a, const char *url)
{
	struct parts parts;
	struct span port;

	if (is_plain_url(url))
		return url;
	parts = url_split(url);
	port = url_split_authority(parts.authority).port;
	if (is_default_port(port, parts.scheme))
		parts.authority.length = (size_t)(port.start - 1 -
		    parts.authority.start);
	if (parts.path.length == 0)
		parts.path = (struct span){ "/", 1 };
	return compose(a, &parts);
}

const char *
url_of_file(struct arena *a, const char *base, const char *path)
{
	struct buf name = { 0 };
	const char *url;

	url_encode_segment(&name, file_base_name(path));
	url = url_resolve(a, base, name.bytes);
	buf_release(&name);
	return url;
}

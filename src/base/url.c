#include <assert.h>
#include <string.h>

#include "base/idna.h"
#include "base/text.h"
#include "base/url.h"

/* RFC 3986 2.2, 2.3: allowed besides ASCII letters and digits. */
#define UNRESERVED "-._~"
#define SUB_DELIMS "!$&'()*+,;="
#define SEGMENT	   UNRESERVED SUB_DELIMS ":@"

#define PORT_MAX 65535

/* Part of a string.  An absent one has no start; an empty one has. */
struct span {
	const char	*start;
	size_t		 length;
};

struct parts {
	struct span scheme, authority, path, query, fragment;
};

struct authority {
	struct span user, host, port;
};

static size_t
scheme_length(const char *s)
{
	size_t n = 0;

	if (!ascii_is_alpha(s[0]))
		return 0;
	while (ascii_is_alnum(s[n]) ||
	    s[n] == '+' || s[n] == '-' || s[n] == '.')
		n++;
	return s[n] == ':' ? n : 0;
}

bool
url_is_absolute(const char *s)
{
	return scheme_length(s) > 0;
}

bool
url_is_web(const char *s)
{
	return ascii_has_prefix(s, "http://") ||
	    ascii_has_prefix(s, "https://");
}

static struct span
take_until(const char **p, const char *stops)
{
	struct span span = { *p, strcspn(*p, stops) };

	*p += span.length;
	return span;
}

/* RFC 3986 appendix B. */
static struct parts
split(const char *s)
{
	struct parts parts = { 0 };
	size_t n = scheme_length(s);

	if (n > 0) {
		parts.scheme = (struct span){ s, n };
		s += n + 1;
	}
	if (s[0] == '/' && s[1] == '/') {
		s += 2;
		parts.authority = take_until(&s, "/?#");
	}
	parts.path = take_until(&s, "?#");
	if (*s == '?') {
		s++;
		parts.query = take_until(&s, "#");
	}
	if (*s == '#') {
		s++;
		parts.fragment = take_until(&s, "");
	}
	return parts;
}

static const char *
find_last(struct span span, char c)
{
	const char *p = span.start + span.length;

	while (p > span.start)
		if (*--p == c)
			return p;
	return NULL;
}

/* RFC 3986 3.2.  A colon inside "[...]" begins no port. */
static struct authority
split_authority(struct span span)
{
	const char *end = span.start + span.length, *at, *colon, *bracket;
	struct authority parts = { 0 };

	at = find_last(span, '@');
	if (at != NULL) {
		parts.user = (struct span){ span.start,
		    (size_t)(at - span.start) };
		span.start = at + 1;
		span.length = (size_t)(end - span.start);
	}
	colon = find_last(span, ':');
	bracket = find_last(span, ']');
	if (colon != NULL && (bracket == NULL || bracket < colon)) {
		parts.port = (struct span){ colon + 1,
		    (size_t)(end - colon - 1) };
		span.length = (size_t)(colon - span.start);
	}
	parts.host = span;
	return parts;
}

static bool
is_escape(const char *p, const char *end)
{
	return end - p >= 3 && p[0] == '%' &&
	    ascii_is_hex(p[1]) && ascii_is_hex(p[2]);
}

static char
escape_value(const char *p)
{
	return (char)(ascii_hex_value(p[1]) << 4 | ascii_hex_value(p[2]));
}

static void
put_escape(struct buf *out, char c)
{
	static const char digits[] = "0123456789ABCDEF";
	unsigned char byte = (unsigned char)c;

	buf_putc(out, '%');
	buf_putc(out, digits[byte >> 4]);
	buf_putc(out, digits[byte & 15]);
}

static bool
is_allowed(char c, const char *others)
{
	return ascii_is_alnum(c) || (c != '\0' && strchr(others, c) != NULL);
}

/* Add text, with all escaped but letters, digits, valid escapes and others. */
static void
put_encoded(struct buf *out, struct span span, const char *others)
{
	const char *p = span.start, *end = p + span.length, *run;

	while (p < end) {
		for (run = p; p < end; p++)
			if (!is_allowed(*p, others) && !is_escape(p, end))
				break;
		buf_add(out, run, (size_t)(p - run));
		if (p < end)
			put_escape(out, *p++);
	}
}

static void
put_lower(struct buf *out, struct span span)
{
	size_t i;

	for (i = 0; i < span.length; i++)
		buf_putc(out, ascii_lower(span.start[i]));
}

static bool
put_name(struct buf *out, struct span host)
{
	const char *p = host.start, *end = p + host.length;
	struct buf name = { 0 };
	bool ok;

	while (p < end)
		if (is_escape(p, end)) {
			buf_putc(&name, escape_value(p));
			p += 3;
		} else {
			buf_putc(&name, *p++);
		}
	ok = idna_to_ascii(out, name.bytes, name.length);
	buf_release(&name);
	return ok;
}

/* RFC 3986 3.2.2, IP-literal: told by its characters. */
static bool
put_ip_literal(struct buf *out, struct span host)
{
	size_t i;

	if (host.length < 4 || host.start[host.length - 1] != ']' ||
	    memchr(host.start, ':', host.length) == NULL)
		return false;
	for (i = 1; i < host.length - 1; i++)
		if (!ascii_is_hex(host.start[i]) && host.start[i] != ':' &&
		    host.start[i] != '.')
			return false;
	put_lower(out, host);
	return true;
}

static bool
put_port(struct buf *out, struct span port)
{
	unsigned long value = 0;
	size_t i;

	for (i = 0; i < port.length; i++) {
		if (!ascii_is_digit(port.start[i]))
			return false;
		value = value * 10 + ascii_hex_value(port.start[i]);
		if (value > PORT_MAX)
			return false;
	}
	buf_putc(out, ':');
	buf_add(out, port.start, port.length);
	return true;
}

/* Only "file:///x" and its like have a meaning without a host. */
static bool
may_lack_host(const struct parts *parts)
{
	static const char *const hosted[] = {
		"http", "https", "ftp", "ws", "wss"
	};
	size_t i, n = parts->scheme.length;

	if (n == 0 || parts->authority.length > 0)
		return false;
	for (i = 0; i < sizeof hosted / sizeof *hosted; i++)
		if (strlen(hosted[i]) == n &&
		    ascii_has_prefix(parts->scheme.start, hosted[i]))
			return false;
	return true;
}

static bool
put_authority(struct buf *out, const struct parts *parts)
{
	struct authority authority = split_authority(parts->authority);

	buf_puts(out, "//");
	if (authority.host.length == 0)
		return may_lack_host(parts);
	if (authority.user.start != NULL) {
		put_encoded(out, authority.user, UNRESERVED SUB_DELIMS ":");
		buf_putc(out, '@');
	}
	if (*authority.host.start == '[' ?
	    !put_ip_literal(out, authority.host) :
	    !put_name(out, authority.host))
		return false;
	return authority.port.start == NULL ||
	    put_port(out, authority.port);
}

/* RFC 3986 4.2: "a:b" without a scheme has to be written "./a:b". */
static bool
looks_like_scheme(const struct parts *parts)
{
	struct span segment = parts->path;

	if (parts->scheme.start != NULL || parts->authority.start != NULL)
		return false;
	segment.length = strcspn(segment.start, "/?#");
	return memchr(segment.start, ':', segment.length) != NULL;
}

static bool
put_uri(struct buf *out, const struct parts *parts)
{
	if (parts->scheme.start != NULL) {
		put_lower(out, parts->scheme);
		buf_putc(out, ':');
	}
	if (parts->authority.start != NULL && !put_authority(out, parts))
		return false;
	if (looks_like_scheme(parts))
		buf_puts(out, "./");
	put_encoded(out, parts->path, SEGMENT "/");
	if (parts->query.start != NULL) {
		buf_putc(out, '?');
		put_encoded(out, parts->query, SEGMENT "/?");
	}
	if (parts->fragment.start != NULL) {
		buf_putc(out, '#');
		put_encoded(out, parts->fragment, SEGMENT "/?");
	}
	return true;
}

static const char *
finish(struct arena *a, struct buf *out, bool ok)
{
	const char *s = NULL;

	if (ok)
		s = arena_strndup(a, out->length > 0 ? out->bytes : "",
		    out->length);
	buf_release(out);
	return s;
}

char *
url_tidy(struct arena *a, const char *s, size_t n)
{
	char *copy, *out;

	n = text_trim_span(&s, n);
	copy = out = arena_text(a, n);
	for (; n > 0; s++, n--)
		if (*s != '\t' && *s != '\n' && *s != '\r')
			*out++ = *s;
	*out = '\0';
	return copy;
}

void
url_turn_slashes(char *s)
{
	for (; *s != '\0' && *s != '?' && *s != '#'; s++)
		if (*s == '\\')
			*s = '/';
}

static const char *
encode(struct arena *a, const char *s)
{
	struct parts parts = split(s);
	struct buf out = { 0 };
	bool ok = put_uri(&out, &parts);

	return finish(a, &out, ok);
}

const char *
url_encode(struct arena *a, const char *s)
{
	s = url_tidy(a, s, strlen(s));
	return *s == '\0' ? NULL : encode(a, s);
}

/* How many levels up a path segment leads, plus one; 0: it is a name. */
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
		if (strlen(spellings[i].text) == segment.length &&
		    ascii_has_prefix(segment.start, spellings[i].text))
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
		next = memchr(p + 1, '/', (size_t)(end - p - 1));
		if (next == NULL)
			next = end;
		dots = count_dots((struct span){ p + 1,
		    (size_t)(next - p - 1) });
		if (dots == 0)
			continue;
		buf_add(out, run, (size_t)(p - run));
		run = next;
		while (dots == 2 && out->length > floor)
			if (out->bytes[--out->length] == '/')
				break;
		if (next == end)
			buf_putc(out, '/');
	}
	buf_add(out, run, (size_t)(end - run));
}

/* RFC 3986 5.2.3 */
static void
merge(struct buf *out, struct span base, struct span path)
{
	const char *slash = find_last(base, '/');

	if (slash == NULL)
		buf_putc(out, '/');
	else
		buf_add(out, base.start, (size_t)(slash + 1 - base.start));
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

/* One without an authority, as which a path would be read. */
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
	return finish(a, &out, true);
}

/* "mailto:x" and its like are no base for a path. */
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

/* Whether a reference is a path in which nothing is to be encoded, as most
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

/* Whether it is an absolute URL in which there is nothing to do. */
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
	b = split(base);
	if (is_plain_path(reference)) {
		r.path = (struct span){ reference, strlen(reference) };
	} else {
		reference = encode(a, url_tidy(a, reference,
		    strlen(reference)));
		if (reference == NULL)
			return NULL;
		r = split(reference);
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
	    (port.length == strlen(usual) &&
	    strncmp(port.start, usual, port.length) == 0));
}

const char *
url_normalize(struct arena *a, const char *url)
{
	struct parts parts;
	struct span port;

	if (is_plain_url(url))
		return url;
	parts = split(url);
	port = split_authority(parts.authority).port;
	if (is_default_port(port, parts.scheme))
		parts.authority.length = (size_t)(port.start - 1 -
		    parts.authority.start);
	if (parts.path.length == 0)
		parts.path = (struct span){ "/", 1 };
	return compose(a, &parts);
}

const char *
url_host(struct arena *a, const char *url)
{
	struct parts parts = split(url);
	struct buf out = { 0 };
	struct span host;

	if (parts.authority.start == NULL)
		return NULL;
	host = split_authority(parts.authority).host;
	put_lower(&out, host);
	return finish(a, &out, host.length > 0);
}

/* A name, in which nothing is encoded yet. */
static void
put_plain(struct buf *out, const char *s, const char *allowed)
{
	for (; *s != '\0'; s++)
		if (is_allowed(*s, allowed))
			buf_putc(out, *s);
		else
			put_escape(out, *s);
}

void
url_encode_segment(struct buf *out, const char *s)
{
	put_plain(out, s, SEGMENT);
}

void
url_encode_path(struct buf *out, const char *s)
{
	put_plain(out, s, SEGMENT "/");
}

/* Add a run of escapes to out, those decoded that make up characters. */
static void
put_decoded(struct buf *out, const char *p, const char *end)
{
	struct buf bytes = { 0 };
	size_t i = 0, n;

	for (; p < end; p += 3)
		buf_putc(&bytes, escape_value(p));
	while (i < bytes.length) {
		n = text_printable_length(bytes.bytes + i, bytes.length - i);
		buf_add(out, bytes.bytes + i, n);
		i += n;
		n = text_sequence_length(bytes.bytes + i, bytes.length - i);
		buf_add(out, end - 3 * (bytes.length - i), 3 * n);
		i += n;
	}
	buf_release(&bytes);
}

const char *
url_decode(struct arena *a, const char *s)
{
	const char *end = s + strlen(s), *run;
	struct buf out = { 0 };

	while (s < end) {
		for (run = s; is_escape(s, end); )
			s += 3;
		if (s > run)
			put_decoded(&out, run, s);
		else
			buf_putc(&out, *s++);
	}
	return finish(a, &out, true);
}

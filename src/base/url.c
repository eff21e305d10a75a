#include <string.h>

#include "base/idna.h"
#include "base/text.h"
#include "base/url_parts.h"

/* RFC 3986 2.2, 2.3: allowed besides ASCII letters and digits. */
#define UNRESERVED "-._~"
#define SUB_DELIMS "!$&'()*+,;="
#define SEGMENT	   UNRESERVED SUB_DELIMS ":@"

#define PORT_MAX 65535

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

/* Whether what may be a host, up to a slash, looks like a domain. */
static bool
ends_in_domain(const char *s)
{
	static const char domains[][5] = { ".com", ".org", ".net", ".io" };
	size_t n = strcspn(s, "/"), i, length;

	if (s[n] == '\0')
		return false;
	for (i = 0; i < sizeof domains / sizeof *domains; i++) {
		length = strlen(domains[i]);
		if (n > length && ascii_has_prefix(s + n - length,
		    domains[i]))
			return strcspn(s, "?#@% ") > n;
	}
	return false;
}

bool
url_lacks_scheme(const char *s)
{
	if (!ascii_is_alnum(*s))
		return false;
	if (ascii_has_prefix(s, "http//") || ascii_has_prefix(s, "https//"))
		return true;
	if (ascii_has_prefix(s, "www."))
		return s[strcspn(s + 4, "./?#") + 4] == '.';
	return ends_in_domain(s);
}

bool
url_is_on_disk(const char *s)
{
	if (ascii_has_prefix(s, "file:"))
		return true;
	return ascii_is_alpha(s[0]) && s[1] == ':' && (s[2] == '\\' ||
	    s[2] == '/' || ascii_has_prefix(s + 2, "%5c"));
}

static struct span
take_until(const char **p, const char *stops)
{
	struct span span = { *p, strcspn(*p, stops) };

	*p += span.length;
	return span;
}

struct parts
url_split(const char *s)
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

const char *
url_find_last(struct span span, char c)
{
	const char *p = span.start + span.length;

	while (p > span.start)
		if (*--p == c)
			return p;
	return NULL;
}

struct authority
url_split_authority(struct span span)
{
	const char *end = span.start + span.length, *at, *colon, *bracket;
	struct authority parts = { 0 };

	at = url_find_last(span, '@');
	if (at != NULL) {
		parts.user = (struct span){ span.start,
		    (size_t)(at - span.start) };
		span.start = at + 1;
		span.length = (size_t)(end - span.start);
	}
	colon = url_find_last(span, ':');
	bracket = url_find_last(span, ']');
	if (colon != NULL && (bracket == NULL || bracket < colon)) {
		parts.port = (struct span){ colon + 1,
		    (size_t)(end - colon - 1) };
		span.length = (size_t)(colon - span.start);
	}
	parts.host = span;
	return parts;
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

/* Add text; all but letters, digits, valid escapes and `others` is encoded. */
static void
put_encoded(struct buf *out, struct span span, const char *others)
{
	const char *p = span.start, *end = p + span.length, *run;

	while (p < end) {
		for (run = p; p < end; p++)
			if (!is_allowed(*p, others) && !url_is_escape(p, end))
				break;
		buf_add_span(out, run, p);
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
		if (url_is_escape(p, end)) {
			buf_putc(&name, url_escape_value(p));
			p += 3;
		} else {
			buf_putc(&name, *p++);
		}
	ok = idna_to_ascii(out, name.bytes, name.length);
	buf_release(&name);
	return ok;
}

/* RFC 3986 3.2.2, IP-literal: recognized by its characters. */
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

/* Only "file:///x" and the like have a meaning without a host. */
static bool
may_lack_host(const struct parts *parts)
{
	static const char *const hosted[] = {
		"http", "https", "ftp", "ws", "wss", NULL
	};
	struct span scheme = parts->scheme;

	return scheme.length > 0 && parts->authority.length == 0 &&
	    !ascii_span_is_any(scheme.start, scheme.length, hosted);
}

static bool
put_authority(struct buf *out, const struct parts *parts)
{
	struct authority authority = url_split_authority(parts->authority);

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

/* RFC 3986 4.2: "a:b" without a scheme must be written "./a:b". */
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

char *
url_tidy(struct arena *a, const char *s, size_t n)
{
	char *copy, *out, *p;

	n = text_trim_span(&s, n);
	copy = arena_strndup(a, s, n);
	for (out = p = copy + strcspn(copy, "\t\n\r"); *p != '\0'; p++)
		if (*p != '\t' && *p != '\n' && *p != '\r')
			*out++ = *p;
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

const char *
url_encode_tidy(struct arena *a, const char *s)
{
	struct parts parts = url_split(s);
	struct buf out = { 0 };

	if (put_uri(&out, &parts))
		return arena_take(a, &out);
	buf_release(&out);
	return NULL;
}

const char *
url_encode(struct arena *a, const char *s)
{
	s = url_tidy(a, s, strlen(s));
	return *s == '\0' ? NULL : url_encode_tidy(a, s);
}

const char *
url_host(struct arena *a, const char *url)
{
	struct parts parts = url_split(url);
	struct buf out = { 0 };
	struct span host;

	if (parts.authority.start == NULL)
		return NULL;
	host = url_split_authority(parts.authority).host;
	if (host.length == 0)
		return NULL;
	put_lower(&out, host);
	return arena_take(a, &out);
}

void
url_encode_but(struct buf *out, const char *s, const char *allowed)
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
	url_encode_but(out, s, SEGMENT);
}

void
url_encode_path(struct buf *out, const char *s)
{
	url_encode_but(out, s, SEGMENT "/");
}

/* Add a run of escapes; those that make up characters are decoded. */
static void
put_decoded(struct buf *out, const char *p, const char *end)
{
	struct buf bytes = { 0 };
	size_t i = 0, n;

	for (; p < end; p += 3)
		buf_putc(&bytes, url_escape_value(p));
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
		for (run = s; url_is_escape(s, end); )
			s += 3;
		if (s > run)
			put_decoded(&out, run, s);
		for (run = s; s < end && !url_is_escape(s, end); )
			s++;
		buf_add_span(&out, run, s);
	}
	return arena_take(a, &out);
}

const char *
url_decode_path(struct arena *a, const char *reference)
{
	return url_decode(a, arena_strndup(a, reference,
	    strcspn(reference, "?#")));
}

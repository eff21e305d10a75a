/*
 * One function for each language that has URLs in it.  Each copies what is not
 * a URL, and reads every byte once.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/reference.h"

/* So that a body of nothing but links uses little memory. */
#define SCRATCH_MAX 256

struct value {
	struct resolver	*resolver;
	unsigned	 flags;
	struct buf	*out;
	const char	*copied;	/* the value up to here is in out */
	bool		 changed;
};

/* Whitespace in HTML and CSS does not include the vertical tab. */
static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static const char *
skip_space(const char *p)
{
	while (is_space(*p))
		p++;
	return p;
}

bool
reference_is_absolute(const char *s, size_t n)
{
	size_t i = 0, start;

	/* The prefix decides for most. */
	if (text_begins(s, s + n, "https:"))
		return true;
	while (i < n && is_space(s[i]))
		i++;
	if (i == n || !ascii_is_alpha(s[i]))
		return false;
	for (start = i; i < n; i++)
		if (!ascii_is_alnum(s[i]) && s[i] != '+' && s[i] != '-' &&
		    s[i] != '.')
			break;
	return i > start && i < n && s[i] == ':';
}

/* Markdown percent-encodes what it takes for a URL: "%7B%7B%20site.url". */
bool
reference_is_template(const char *s, size_t n)
{
	const char *end = s + n, *p;

	for (p = s; p < end; p++) {
		if (*p != '{' && *p != '%')
			continue;
		if (ascii_begins(p, end, "{{") || ascii_begins(p, end, "{%") ||
		    ascii_begins(p, end, "%7b%7b") ||
		    ascii_begins(p, end, "%7b%25"))
			return true;
	}
	return false;
}

bool
reference_looks_like_url(const char *s)
{
	return strpbrk(s, "./") != NULL && strpbrk(s, "{<\"") == NULL;
}

const char *
reference_tidy(struct arena *a, const char *s, size_t n)
{
	char *url = url_tidy(a, s, n);

	url_turn_slashes(url);
	return url;
}

static void
note_failure(struct resolver *r, const char *url)
{
	size_t n;

	if (r->failures++ > 0)
		return;
	n = text_fit(url, strlen(url), sizeof r->first - 1);
	memcpy(r->first, url, n);
	r->first[n] = '\0';
}

/* Returns NULL if it is to be kept as is. */
static const char *
resolve(struct value *v, const char *s, size_t n)
{
	struct resolver *r = v->resolver;
	const char *absolute = NULL, *found = NULL, *url;

	if (reference_is_absolute(s, n))
		return NULL;
	if (++r->scratch_count > SCRATCH_MAX) {
		arena_release(&r->scratch);
		r->scratch_count = 0;
	}
	url = reference_tidy(&r->scratch, s, n);
	/* Unicode spaces before it made it look relative. */
	if (url_is_absolute(url))
		return url_is_web(url) ? url : NULL;
	if ((*url == '\0' && !(v->flags & REFERENCE_EMPTY)) ||
	    (*url == '#' && v->flags & REFERENCE_LOCAL))
		return NULL;
	if (r->find != NULL)
		found = r->find(r->context, url);
	if (r->base_length <= REFERENCE_BASE_MAX)
		absolute = url_resolve(&r->scratch, r->base, found != NULL ?
		    found : url);
	if (absolute == NULL)
		note_failure(r, url);
	return absolute;
}

static void
copy_to(struct value *v, const char *p)
{
	buf_add_span(v->out, v->copied, p);
	v->copied = p;
}

/* Copy up to a URL, which ends before end, and resolve it. */
static void
put_url(struct value *v, const char *url, const char *end)
{
	const char *absolute = resolve(v, url, (size_t)(end - url));

	if (absolute == NULL)
		return;
	copy_to(v, url);
	buf_puts(v->out, absolute);
	v->copied = end;
	v->changed = true;
}

static void
put_single(struct value *v, const char *s)
{
	if (!(v->flags & REFERENCE_GUESS) || reference_looks_like_url(s))
		put_url(v, s, s + strlen(s));
}

static const char *
find_space(const char *p)
{
	while (*p != '\0' && !is_space(*p))
		p++;
	return p;
}

static void
put_list(struct value *v, const char *p)
{
	const char *end;

	for (p = skip_space(p); *p != '\0'; p = skip_space(end)) {
		end = find_space(p);
		put_url(v, p, end);
	}
}

/* Skip the descriptors of a candidate: up to a comma outside "(...)". */
static const char *
skip_descriptors(const char *p)
{
	bool inside = false;

	for (; *p != '\0'; p++)
		if (*p == '(')
			inside = true;
		else if (*p == ')')
			inside = false;
		else if (*p == ',' && !inside)
			break;
	return p;
}

static void
put_srcset(struct value *v, const char *p)
{
	const char *end, *next;

	for (;;) {
		while (is_space(*p) || *p == ',')
			p++;
		if (*p == '\0')
			return;
		next = end = find_space(p);
		while (end[-1] == ',')
			end--;
		put_url(v, p, end);
		p = end < next ? next : skip_descriptors(next);
	}
}

/*
 * CSS Syntax 4.3.7: decode an escape sequence, the backslash of which is before
 * p.  An escaped line break is dropped.
 */
static const char *
put_css_escape(struct buf *out, const char *p)
{
	unsigned code;

	if (*p == '\n' || *p == '\0')
		return *p == '\0' ? p : p + 1;
	if (!ascii_is_hex(*p)) {
		buf_putc(out, *p);
		return p + 1;
	}
	code = text_take_hex(&p, p + 6, 6);
	if (code == 0 || !utf8_has(code))
		code = 0xfffd;
	buf_put_utf8(out, code);
	return is_space(*p) ? p + 1 : p;
}

/* Decode a string or the inside of url(), up to the byte that ends it. */
static const char *
decode_css(struct buf *out, const char *p, char quote)
{
	while (*p != '\0' && *p != quote) {
		if (quote == ')' && is_space(*p))
			break;
		if (*p == '\\')
			p = put_css_escape(out, p + 1);
		else
			buf_putc(out, *p++);
	}
	return p;
}

/* Of the characters of a URI, escape those that would end url(). */
static void
put_css_string(struct buf *out, const char *url, char quote)
{
	for (; *url != '\0'; url++) {
		if (*url == quote ||
		    (quote == ')' && strchr("('", *url) != NULL))
			buf_putc(out, '\\');
		buf_putc(out, *url);
	}
}

/* p is after "url(". */
static const char *
take_css_url(struct value *v, const char *p)
{
	struct buf url = { 0 };
	const char *absolute, *end;
	char quote = ')';

	p = skip_space(p);
	if (ascii_is_quote(*p))
		quote = *p++;
	buf_puts(&url, "");
	end = decode_css(&url, p, quote);
	absolute = resolve(v, url.bytes, url.length);
	buf_release(&url);
	if (absolute != NULL) {
		copy_to(v, p);
		put_css_string(v->out, absolute, quote);
		v->copied = end;
		v->changed = true;
	}
	return *end == '\0' ? end : end + 1;
}

static const char *
skip_css_string(const char *p)
{
	char quote = *p++;

	for (; *p != '\0' && *p != quote; p++)
		if (*p == '\\' && p[1] != '\0')
			p++;
	return *p == '\0' ? p : p + 1;
}

static const char *
skip_css_comment(const char *p)
{
	const char *end = strstr(p + 2, "*/");

	return end == NULL ? p + strlen(p) : end + 2;
}

static bool
is_ident(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '_' || (c & 0x80) != 0;
}

static void
put_css(struct value *v, const char *p)
{
	const char *start;

	v->flags |= REFERENCE_LOCAL;
	while (*p != '\0') {
		if (ascii_is_quote(*p)) {
			p = skip_css_string(p);
		} else if (*p == '/' && p[1] == '*') {
			p = skip_css_comment(p);
		} else if (*p == '\\' && p[1] != '\0') {
			p += 2;
		} else if (is_ident(*p)) {
			for (start = p; is_ident(*p); )
				p++;
			if (p - start == 3 && *p == '(' &&
			    ascii_has_prefix(start, "url"))
				p = take_css_url(v, p + 1);
		} else {
			p++;
		}
	}
}

static void
put_refresh(struct value *v, const char *p)
{
	const char *start = p = skip_space(p), *end;

	while (ascii_is_digit(*p) || *p == '.')
		p++;
	if (p == start || (*p != ';' && *p != ',' && !is_space(*p)))
		return;
	p = skip_space(p);
	if (*p == ';' || *p == ',')
		p = skip_space(p + 1);
	if (ascii_has_prefix(p, "url")) {
		end = skip_space(p + 3);
		if (*end == '=')
			p = skip_space(end + 1);
	}
	end = p + strlen(p);
	if (ascii_is_quote(*p)) {
		end = strchr(p + 1, *p);
		p++;
		if (end == NULL)
			end = p + strlen(p);
	}
	put_url(v, p, end);
}

bool
reference_resolve(struct resolver *r, enum reference_kind kind,
    unsigned flags, const char *text, struct buf *out)
{
	static void (*const functions[])(struct value *, const char *) = {
		[REFERENCE_URL] = put_single, [REFERENCE_LIST] = put_list,
		[REFERENCE_SRCSET] = put_srcset, [REFERENCE_CSS] = put_css,
		[REFERENCE_REFRESH] = put_refresh
	};
	struct value v = { r, flags, out, text, false };
	size_t n = strlen(text);

	if (reference_is_template(text, n))
		return false;
	functions[kind](&v, text);
	if (v.changed)
		copy_to(&v, text + n);
	return v.changed;
}

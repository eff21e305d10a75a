/*
 * TOML strings, in their four forms, and their escape sequences.
 */
#include <string.h>

#include "base/text.h"
#include "front/toml_scan.h"

#define DELETE '\177'

struct string {
	struct toml	*toml;
	const char	*start, *p;
	const char	*bad;		/* the first escape that is invalid */
	const char	*deleted;	/* the first U+007F */
	struct buf	 out;
	char		 quote;
	bool		 is_multiline;
};

/*
 * The quotes at this position: the end of the string, or text.  Up to two
 * quotes directly before the closing three are text, too.
 */
static bool
take_quotes(struct string *s)
{
	size_t n = 1, closing = s->is_multiline ? 3 : 1;

	while (s->is_multiline && n < 5 && s->p[n] == s->quote)
		n++;
	buf_add(&s->out, s->p, n < closing ? n : n - closing);
	s->p += n;
	return n >= closing;
}

/* The code point of `\u` or `\U`; false if it is not one. */
static bool
take_code_point(struct string *s, size_t digits)
{
	const char *p = s->p + 2, *end = p + digits;
	unsigned c = text_take_hex(&p, end, digits);

	if (p < end || !utf8_has(c))
		return false;
	buf_put_utf8(&s->out, c);
	s->p = end;
	return true;
}

/* A backslash at the end of a line: the text continues at the next word. */
static bool
take_line_end(struct string *s)
{
	const char *p = s->p + 1;

	while (ascii_is_blank(*p))
		p++;
	if (!s->is_multiline || *p != '\n')
		return false;
	s->p = p + strspn(p, " \t\n");
	return true;
}

static void
take_escape(struct string *s)
{
	static const char names[] = "btnfr\"\\", meanings[] = "\b\t\n\f\r\"\\";
	const char *name = s->p[1] == '\0' ? NULL : strchr(names, s->p[1]);

	if (name != NULL) {
		buf_putc(&s->out, meanings[name - names]);
		s->p += 2;
		return;
	}
	if ((s->p[1] == 'u' && take_code_point(s, 4)) ||
	    (s->p[1] == 'U' && take_code_point(s, 8)) || take_line_end(s))
		return;
	if (s->bad == NULL)
		s->bad = s->p;
	s->p++;
}

static void
take_text(struct string *s)
{
	size_t n;

	if (*s->p == DELETE) {
		if (s->deleted == NULL)
			s->deleted = s->p;
		buf_putc(&s->out, ' ');
		s->p++;
		return;
	}
	/* The first may be a line feed, or the other kind of quote. */
	n = 1 + strcspn(s->p + 1, "\"'\\\n\177");
	buf_add(&s->out, s->p, n);
	s->p += n;
}

/* Read up to the end of the string; false if there is none. */
static bool
take_all(struct string *s)
{
	while (*s->p != '\0' && (s->is_multiline || *s->p != '\n')) {
		if (*s->p == s->quote) {
			if (take_quotes(s))
				return true;
		} else if (*s->p == '\\' && s->quote == '"') {
			take_escape(s);
		} else {
			take_text(s);
		}
	}
	return false;
}

static bool
fail_open(const struct string *s)
{
	static const char *const advice[2][2] = {
		{ "close it with ' on the same line",
		    "close it with ' ' ', without the spaces" },
		{ "close it with \" on the same line",
		    "close it with \" \" \", without the spaces" }
	};

	return toml_fail(s->toml, s->start,
	    advice[s->quote == '"'][s->is_multiline],
	    "the string that begins here is not closed");
}

static bool
fail_escape(const struct string *s)
{
	const char *bad = s->bad;
	size_t n = bad[1] == '\n' ? 1 :
	    1 + text_sequence_length(bad + 1, (size_t)(s->p - bad - 1));

	toml_fail(s->toml, bad, "write \\\\ for a backslash, or put text in "
	    "single quotes", "%s is not a TOML escape sequence",
	    quote(arena_strndup(s->toml->arena, bad, n)).text);
	s->toml->problem.resume = s->p;
	return false;
}

/* The text without characters that XML forbids, which escapes can make. */
static const char *
clean(struct string *s)
{
	struct toml *t = s->toml;
	struct text_faults faults = { 0 };
	const char *text = text_clean_copy(t->arena, s->out.bytes,
	    s->out.length, &faults);

	if (faults.count > 0)
		value_report_escapes(toml_place(t, s->start), t->diag);
	if (s->deleted != NULL)
		diag_report(t->diag, DIAG_CHARACTER, toml_place(t, s->deleted),
		    "the character U+007F is not allowed in TOML; read as a "
		    "space");
	return value_replace_controls(t->arena, text, strlen(text));
}

static const char *
read_string(struct toml *t, bool is_multiline)
{
	struct string s = { .toml = t, .start = t->p, .quote = *t->p,
	    .is_multiline = is_multiline };
	const char *text = NULL;

	s.p = s.start + (is_multiline ? 3 : 1);
	/* So that the text can begin on the next line. */
	if (*s.p == '\n' && is_multiline)
		s.p++;
	buf_puts(&s.out, "");
	if (!take_all(&s))
		fail_open(&s);
	else if (s.bad != NULL)
		fail_escape(&s);
	else
		text = clean(&s);
	buf_release(&s.out);
	t->p = s.p;
	return text;
}

const char *
toml_string(struct toml *t)
{
	return read_string(t, t->p[1] == *t->p && t->p[2] == *t->p);
}

const char *
toml_string_line(struct toml *t)
{
	return read_string(t, false);
}

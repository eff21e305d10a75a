/*
 * Values of several lines: quoted scalars that continue, and block scalars.
 */
#include <string.h>

#include "base/text.h"
#include "front/plain_yaml_parts.h"

/*
 * Append the part of a long scalar that is on the current line, from p on, at
 * *out.  Returns the closing quote, or NULL: it is on a later line.  Then
 * spaces at the end do not count.
 */
static const char *
add_quoted_part(const struct scanner *s, const char *p, char quote,
    char **out)
{
	char *start = *out;

	for (; p < s->line_end; p++) {
		if (*p == quote && (quote == '"' || p + 1 == s->line_end ||
		    p[1] != quote))
			return p;
		*(*out)++ = *p;
		if (*p == quote)
			p++;
	}
	while (*out > start && (*out)[-1] == ' ')
		--*out;
	return NULL;
}

/*
 * Step to the next line of a long scalar, and add what the break stands for: a
 * space, or a line feed for each blank line between.  NULL: doubtful.
 */
static const char *
add_break(struct scanner *s, char **out)
{
	const char *p;
	bool is_first;

	for (is_first = true; s->next < s->end; is_first = false) {
		scanner_step(s);
		p = scanner_skip_blanks(s->line, s->line_end);
		if (p < s->line_end) {
			if (is_first)
				*(*out)++ = ' ';
			/* These may end a document; libyaml decides. */
			return *s->line == '-' || *s->line == '.' ? NULL : p;
		}
		*(*out)++ = '\n';
	}
	return NULL;
}

struct p2f_value *
scanner_read_long(struct scanner *s, const char *p, const char **after)
{
	struct p2f_value *v = scanner_value(s, P2F_TEXT, p);
	const char quote = *p++, *close;
	char *text = s->copy + (p - s->text), *out = text;

	while ((close = add_quoted_part(s, p, quote, &out)) == NULL) {
		p = add_break(s, &out);
		if (p == NULL)
			return NULL;
	}
	*out = '\0';
	/* Escape sequences are for libyaml. */
	if (quote == '"' && strchr(text, '\\') != NULL)
		return NULL;
	v->text = text;
	*after = close + 1;
	return v;
}

/* Add the lines of a block, joined by a character; NULL: doubtful. */
static char *
add_lines(struct scanner *s, char *out, char joint)
{
	const char *start = out, *p, *eol;
	size_t indent = 0, n;

	for (; s->next < s->end; s->next = eol + 1, s->number++) {
		p = scanner_skip_blanks(s->next, s->end);
		n = (size_t)(p - s->next);
		eol = text_find(p, s->end, '\n');
		if (eol == NULL || (p == eol && n > 0))
			return NULL;
		if (n == 0 || n < indent)
			break;
		if (indent == 0)
			indent = n;
		if (n > indent && joint == ' ')
			return NULL;
		if (out > start)
			*out++ = joint;
		p = s->next + indent;
		memcpy(out, p, (size_t)(eol - p));
		out += eol - p;
	}
	return out;
}

struct p2f_value *
scanner_read_block(struct scanner *s, const char *p)
{
	struct p2f_value *v = scanner_value(s, P2F_TEXT, p);
	char *text = s->copy + (s->next - s->text), *out;
	const char *rest = p + 1;
	bool is_cut = rest < s->line_end && *rest == '-';

	if (scanner_skip_blanks(rest + is_cut, s->line_end) != s->line_end)
		return NULL;
	out = add_lines(s, text, *p == '>' ? ' ' : '\n');
	if (out == NULL || out == text)
		return NULL;
	if (!is_cut)
		*out++ = '\n';
	*out = '\0';
	/* It may continue after blank lines. */
	for (p = s->next; p < s->end && *p == '\n'; p++)
		continue;
	if (p < s->end && *p == ' ')
		return NULL;
	v->text = text;
	return v;
}

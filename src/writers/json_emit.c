#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "writers/json_emit.h"

/*
 * Characters that must be escaped in a string (RFC 8259, 7).  Other control
 * characters do not occur, since XML forbids them.
 */
static const struct chunk_escapes string_escapes = {
	CHUNK_ESCAPE('"', "\\\""),
	CHUNK_ESCAPE('\\', "\\\\"),
	CHUNK_ESCAPE('\t', "\\t"),
	CHUNK_ESCAPE('\n', "\\n"),
	CHUNK_ESCAPE('\r', "\\r")
};

void
json_begin(struct json *j, struct p2f_sink *sink, unsigned depth)
{
	chunk_init(&j->out, sink);
	j->depth = depth;
	j->is_first = true;
}

void
json_end(struct json *j)
{
	chunk_flush(&j->out);
}

/* Write everything up to the value. */
static void
begin_value(struct json *j, const char *name)
{
	if (!j->is_first)
		chunk_put(&j->out, ",", 1);
	if (j->depth > 0)
		chunk_break_line(&j->out, j->depth);
	j->is_first = false;
	if (name == NULL)
		return;
	chunk_put(&j->out, "\"", 1);
	chunk_puts(&j->out, name);
	chunk_put(&j->out, "\": ", 3);
}

void
json_open(struct json *j, const char *name, char bracket)
{
	begin_value(j, name);
	chunk_put(&j->out, &bracket, 1);
	j->depth++;
	j->is_first = true;
}

void
json_close(struct json *j, char bracket)
{
	assert(j->depth > 0);
	j->depth--;
	chunk_break_line(&j->out, j->depth);
	chunk_put(&j->out, &bracket, 1);
	if (j->depth == 0)
		chunk_put(&j->out, "\n", 1);
	j->is_first = false;
}

void
json_text_length(struct json *j, const char *name, const char *text,
    size_t length)
{
	begin_value(j, name);
	chunk_put(&j->out, "\"", 1);
	chunk_escape(&j->out, &string_escapes, text, length);
	chunk_put(&j->out, "\"", 1);
}

void
json_text(struct json *j, const char *name, const char *text)
{
	if (text != NULL)
		json_text_length(j, name, text, strlen(text));
}

void
json_number(struct json *j, const char *name, long long number)
{
	char digits[24];

	if (number < 0)
		return;
	snprintf(digits, sizeof digits, "%lld", number);
	begin_value(j, name);
	chunk_puts(&j->out, digits);
}

#include <string.h>

#include "base/text.h"
#include "markdown/code.h"

/* What md4c writes, up to 0.5.2 as one piece. */
static const char open_class[] = " class=\"", prefix[] = "language-";

static void
put_language(struct code *code, const char *word, size_t n)
{
	if (n == 0)
		return;
	buf_puts(code->out, open_class);
	buf_puts(code->out, prefix);
	buf_add(code->out, word, n);
	buf_putc(code->out, '"');
}

/*
 * `{.python` is a class, `{r,` the language, and `js:` that of a file; all else
 * ends in its word.
 */
static void
put_info(struct code *code)
{
	const char *word;

	buf_puts(&code->word, "");
	word = code->word.bytes;
	while (ascii_has_prefix(word, prefix))
		word += strlen(prefix);
	word += *word == '{';
	word += *word == '.' && word > code->word.bytes;
	put_language(code, word, *word == '#' ? 0 : strcspn(word, "{},:"));
	buf_clear(&code->word);
}

static size_t
word_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && (ascii_is_alnum(s[i]) || strchr("_+.-", s[i]) !=
	    NULL))
		i++;
	return i;
}

/*
 * `:::python` and `#!python` as the first line of code say what it is, and
 * are not shown; the interpreter in `#!/usr/bin/python` is.  False: it is
 * code.
 */
static bool
take_first(struct code *code, const char *s, size_t n)
{
	size_t mark = 0, word;

	while (mark < n && s[mark] == ':')
		mark++;
	if (n > 2 && text_begins(s, s + n, "#!"))
		mark = 2;
	if (mark < 2)
		return false;
	word = word_length(s + mark, n - mark);
	if (word == 0 || (word < n - mark && s[mark + word] != ' '))
		return false;
	put_language(code, s + mark, word);
	return true;
}

static void
add_in_tag(struct code *code, const char *s, size_t n)
{
	if (text_span_is(s, n, ">") && code->is_hilite) {
		code->state = CODE_FIRST;
	} else {
		code->state = CODE_OUTSIDE;
		buf_add(code->out, s, n);
	}
}

static void
begin_tag(struct code *code, const char *s, size_t n)
{
	size_t length = strlen(open_class);

	if (!text_begins(s, s + n, open_class)) {
		add_in_tag(code, s, n);
		return;
	}
	code->state = CODE_CLASS;
	buf_add(&code->word, s + length, n - length);
}

static void
begin_text(struct code *code, const char *s, size_t n)
{
	bool is_taken = take_first(code, s, n);

	code->state = is_taken ? CODE_LINE : CODE_OUTSIDE;
	buf_putc(code->out, '>');
	if (!is_taken)
		buf_add(code->out, s, n);
}

void
code_add(struct code *code, const char *s, size_t n)
{
	switch (code->state) {
	case CODE_OUTSIDE:
		if (text_span_is(s, n, CODE_TAG))
			code->state = CODE_OPEN;
		buf_add(code->out, s, n);
		return;
	case CODE_OPEN:
		begin_tag(code, s, n);
		return;
	case CODE_CLASS:
		if (!text_span_is(s, n, "\"")) {
			buf_add(&code->word, s, n);
			return;
		}
		put_info(code);
		code->state = CODE_OUTSIDE;
		return;
	case CODE_FIRST:
		begin_text(code, s, n);
		return;
	case CODE_LINE:
		/* The rest of its line may come in parts. */
		if (text_span_is(s, n, "\n"))
			code->state = CODE_OUTSIDE;
		return;
	}
}

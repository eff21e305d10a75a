#include <string.h>

#include "base/text.h"
#include "html/plain.h"
#include "markdown/code.h"

static const char prefix[] = "language-";

static void
put_language(struct code *code, const char *word, size_t n)
{
	if (n == 0)
		return;
	buf_puts(code->out, " class=\"");
	buf_puts(code->out, prefix);
	buf_add(code->out, word, n);
	buf_putc(code->out, '"');
}

/*
 * `{.python` is a class, `{r,` the language, and `js:` that of a file; all else
 * ends with the word.  `{#a` and `{linenos=false` name no language.
 */
static void
put_info(struct code *code, const char *info)
{
	const char *word = info;
	size_t n;

	while (ascii_has_prefix(word, prefix))
		word += strlen(prefix);
	word += *word == '{';
	word += *word == '.' && word > info;
	n = strcspn(word, "{},:");
	if (*word == '#' || (*info == '{' && text_find(word, word + n,
	    '=') != NULL))
		n = 0;
	put_language(code, word, n);
}

/*
 * `:::python` and `#!python` as the first line of code name the language, and
 * are not shown; the interpreter in `#!/usr/bin/python` is.  Returns false if
 * the line is code.
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
	word = (size_t)(text_word_end(s + mark, s + n, "_+.-") - s) - mark;
	if (word == 0 || (word < n - mark && s[mark + word] != ' '))
		return false;
	put_language(code, s + mark, word);
	return true;
}

void
code_begin(struct code *code, const char *word)
{
	buf_puts(code->out, "<pre><code");
	if (word != NULL)
		put_info(code, word);
	code->state = word == NULL && code->is_hilite ? CODE_FIRST :
	    CODE_TEXT;
	if (code->state == CODE_TEXT)
		buf_putc(code->out, '>');
}

/* Indentation, as of code in a list, arrives as a part of its own. */
static void
begin_text(struct code *code, const char *s, size_t n)
{
	if (text_skip_blanks(s, s + n) == s + n) {
		buf_add(&code->indentation, s, n);
		return;
	}
	code->state = take_first(code, s, n) ? CODE_LINE : CODE_TEXT;
	buf_putc(code->out, '>');
	if (code->state == CODE_TEXT)
		buf_add(code->out, code->indentation.bytes,
		    code->indentation.length);
	buf_clear(&code->indentation);
}

void
code_add(struct code *code, const char *s, size_t n)
{
	if (code->state == CODE_FIRST)
		begin_text(code, s, n);
	if (code->state == CODE_TEXT)
		plain_escape(code->out, s, n);
	else if (*s == '\n')
		code->state = CODE_TEXT;
}

void
code_end(struct code *code)
{
	if (code->state == CODE_FIRST)
		buf_putc(code->out, '>');
	buf_clear(&code->indentation);
	buf_puts(code->out, "</code></pre>\n");
}

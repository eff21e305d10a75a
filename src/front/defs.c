#include <string.h>

#include "base/text.h"
#include "front/defs.h"
#include "front/julia.h"
#include "front/lines.h"

#define DEF "@def"

/* A block of Julia being read, statement by statement. */
struct program {
	struct julia		 julia;
	const char		*path;
	const char		*prefix;	/* "@def", or "" */
	struct arena_list	 entries;
	unsigned		 code;		/* statements left out */
	struct place		 first;		/* of these, and its text */
	const char		*text;
	size_t			 text_length;
};

static size_t
word_length(const char *p, size_t n)
{
	return (size_t)(text_word_end(p, p + n, "_") - p);
}

/* Whether a line begins with a word, and more follows after a space. */
static bool
begins_with(const char *p, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n > length && memcmp(p, word, length) == 0 &&
	    ascii_is_blank(p[length]);
}

/*
 * Offset of the value after `key =`, 0 if the line sets none.  The key is the
 * last word before the equals sign.
 */
static size_t
find_value(const char *p, size_t n, const char *prefix, size_t *key,
    size_t *key_length)
{
	size_t i = 0;

	if (*prefix != '\0') {
		if (!begins_with(p, n, prefix))
			return 0;
		i = strlen(prefix);
		i += line_indentation(p + i, n - i);
	}
	*key = i;
	*key_length = word_length(p + i, n - i);
	i += *key_length;
	i += line_indentation(p + i, n - i);
	if (*key_length == 0 || i == n || p[i] != '=' ||
	    (i + 1 < n && p[i + 1] == '='))
		return 0;
	return i + 1 + line_indentation(p + i + 1, n - i - 1);
}

/* Only a semicolon and a comment may follow a value. */
static bool
ends_statement(const struct julia *j)
{
	const char *p = j->p;

	while (p < j->end && (ascii_is_blank(*p) || *p == ';'))
		p++;
	return p == j->end || *p == '\n' || *p == '#';
}

/* Lines that continue what began at the margin, such as a function. */
static bool
continues(const char *p, size_t n)
{
	static const char *const words[] = { "end", "else", "elseif", "catch",
	    "finally", NULL };

	return line_is_blank(p, n) || ascii_is_blank(*p) ||
	    strchr(")]}", *p) != NULL ||
	    text_span_is_any(p, word_length(p, n), words);
}

/* Step to the beginning of the next line; below, of the next statement. */
static void
next_line(struct julia *j)
{
	j->p += line_length(j->p, j->end);
}

static void
next_statement(struct julia *j, bool is_program)
{
	size_t n;

	for (next_line(j); j->p < j->end; next_line(j)) {
		n = line_length(j->p, j->end);
		if (!continues(j->p, n) ||
		    (!is_program && line_is_blank(j->p, n)))
			break;
	}
}

static void
leave_out(struct program *program, const struct julia *start)
{
	if (program->code++ > 0)
		return;
	program->text = start->p;
	program->text_length = line_length(start->p, start->end);
	program->first = (struct place){ program->path, start->mark.line, 1 };
}

/*
 * Read the statement at p, the beginning of a line.  False: it does not assign
 * a plain value to a key.
 */
static bool
read_statement(struct program *program)
{
	struct julia *j = &program->julia;
	size_t n = line_length(j->p, j->end), key, key_length, value;
	const char *start = j->p;
	struct p2f_value *v;

	value = find_value(start, n, program->prefix, &key, &key_length);
	if (value == 0)
		return false;
	j->p += value;
	v = julia_value(j);
	if (v == NULL || !ends_statement(j))
		return false;
	v->key = arena_strndup(j->arena, start + key, key_length);
	arena_list_add(j->arena, &program->entries, v);
	return true;
}

static bool
is_silent(const char *p, size_t n)
{
	return line_is_blank(p, n) || *p == '#' ||
	    begins_with(p, n, "using") || begins_with(p, n, "import");
}

/* Read a statement, or note that it is code; then step over it. */
static void
read_or_leave(struct program *program, bool is_program)
{
	struct julia *j = &program->julia, start;

	/* What has been counted is not counted again after code. */
	value_mark_move(&j->mark, j->p);
	start = *j;
	if (read_statement(program)) {
		next_line(j);
		return;
	}
	leave_out(program, &start);
	*j = start;
	next_statement(j, is_program);
}

static void
read_program(struct program *program)
{
	struct julia *j = &program->julia;

	while (j->p < j->end) {
		if (is_silent(j->p, line_length(j->p, j->end))) {
			next_line(j);
			continue;
		}
		read_or_leave(program, true);
	}
}

/* Up to the first line that is neither blank nor a definition, or all. */
static void
read_defs(struct program *program, bool anywhere)
{
	struct julia *j = &program->julia;
	size_t n;

	while (j->p < j->end) {
		n = line_length(j->p, j->end);
		if (line_is_blank(j->p, n) ||
		    (anywhere && !begins_with(j->p, n, DEF))) {
			next_line(j);
			continue;
		}
		if (!begins_with(j->p, n, DEF))
			break;
		read_or_leave(program, false);
	}
}

static struct program
program_of(struct arena *a, const struct block *block, const char *prefix)
{
	return (struct program){ .path = block->path, .prefix = prefix,
	    .julia = { .p = block->text, .end = block->text + block->length,
	    .mark = { block->text, block->line, 1 }, .arena = a } };
}

size_t
defs_length(const struct block *block)
{
	struct arena scratch = { 0 };
	struct program program = program_of(&scratch, block, DEF);
	size_t key, key_length, n = line_length(block->text,
	    block->text + block->length);

	if (find_value(block->text, n, DEF, &key, &key_length) == 0)
		return 0;
	read_defs(&program, false);
	arena_release(&scratch);
	return (size_t)(program.julia.p - block->text);
}

static const struct p2f_value *
finish(struct program *program, const struct block *block, struct diag *d)
{
	struct arena *a = program->julia.arena;
	const char *text;

	if (program->code > 0) {
		text = text_trim_copy(a, program->text, program->text +
		    program->text_length);
		diag_report(d, DIAG_CODE, program->first, "%s is Julia code, "
		    "which is not run; it %s left out (only \"text\", numbers, "
		    "true, Date(2012, 2, 27) and [...] of them are read)",
		    quote(text == NULL ? "" : text).text, program->code == 1 ?
		    "was" : arena_printf(a, "and %u more %s", program->code - 1,
		    program->code == 2 ? "statement were" : "statements were"));
	}
	return value_of_block(a, block, &program->entries, d);
}

const struct p2f_value *
defs_read(struct arena *a, const struct block *block, struct diag *d)
{
	struct program program = program_of(a, block, DEF);

	read_defs(&program, false);
	return finish(&program, block, d);
}

/* The text between the first two lines of +++; an empty block: none. */
static struct block
fenced(const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	struct block inside = *block;
	bool is_open = false;
	size_t n;

	for (; p < end; p += n, inside.line += !is_open) {
		n = line_length(p, end);
		if (!text_begins(p, p + n, "+++") ||
		    !line_is_blank(p + 3, n - 3))
			continue;
		if (is_open) {
			inside.length = (size_t)(p - inside.text);
			return inside;
		}
		is_open = true;
		inside.text = p + n;
		inside.line++;
	}
	inside.length = 0;
	return inside;
}

const struct p2f_value *
defs_read_anywhere(struct arena *a, const struct block *block,
    struct diag *d)
{
	struct program program = program_of(a, block, DEF);
	struct block inside = fenced(block);
	struct program other = program_of(a, &inside, "");

	read_program(&other);
	program.entries = other.entries;
	read_defs(&program, true);
	/* Settings are mostly for the site's code, and may be code. */
	program.code = 0;
	return finish(&program, block, d);
}

const struct p2f_value *
defs_read_program(struct arena *a, const struct block *block, struct diag *d)
{
	struct program program = program_of(a, block, "");

	read_program(&program);
	return finish(&program, block, d);
}

/* A call or a definition: `f(x) = ...`, `date = Date(2012, 2, 27)`. */
static bool
is_code(const char *p, size_t n)
{
	static const char *const words[] = { "using", "import", "function",
	    "macro", "const", "struct", "let", DEF };
	size_t i, key, key_length, value, word = word_length(p, n);

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_with(p, n, words[i]))
			return true;
	if (word > 0 && word < n && p[word] == '(')
		return true;
	value = find_value(p, n, "", &key, &key_length);
	if (value == 0)
		return false;
	word = word_length(p + value, n - value);
	return (value < n && p[value] == '(') || (word > 0 &&
	    value + word < n && ascii_is_alpha(p[value]) &&
	    strchr("(.[\"", p[value + word]) != NULL);
}

bool
defs_is_program(const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	size_t n;

	for (; p < end; p += n) {
		n = line_length(p, end);
		if (is_code(p, n))
			return true;
	}
	return false;
}

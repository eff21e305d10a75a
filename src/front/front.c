#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "front/assignments.h"
#include "front/defs.h"
#include "front/front.h"
#include "front/headers.h"
#include "front/html.h"
#include "front/ikiwiki.h"
#include "front/json.h"
#include "front/title_block.h"
#include "front/toml.h"
#include "front/yaml.h"

/* A line of a file, without its line feed. */
struct line {
	const char	*text;
	size_t		 length;
	unsigned	 number;
};

struct reader {
	const char	*p, *end;
	unsigned	 number;	/* of the line at p */
};

typedef bool line_test(const struct line *);

static bool
next_line(struct reader *r, struct line *line)
{
	const char *eol;

	if (r->p == r->end)
		return false;
	eol = memchr(r->p, '\n', (size_t)(r->end - r->p));
	line->text = r->p;
	line->length = (size_t)((eol == NULL ? r->end : eol) - r->p);
	line->number = r->number++;
	r->p = eol == NULL ? r->end : eol + 1;
	return true;
}

static void
skip_line(struct reader *r)
{
	const char *eol = memchr(r->p, '\n', (size_t)(r->end - r->p));

	r->number++;
	r->p = eol == NULL ? r->end : eol + 1;
}

/* How many of a character begin the line, when only blanks follow; else 0. */
static size_t
run_of(const struct line *line, char c)
{
	size_t n = 0, i;

	while (n < line->length && line->text[n] == c)
		n++;
	for (i = n; i < line->length; i++)
		if (!ascii_is_space(line->text[i]))
			return 0;
	return n;
}

static bool
is_blank(const struct line *line)
{
	size_t i;

	for (i = 0; i < line->length; i++)
		if (!ascii_is_space(line->text[i]))
			return false;
	return true;
}

static bool
closes_yaml(const struct line *line)
{
	return run_of(line, '-') >= 3 || run_of(line, '.') == 3;
}

static bool
closes_language(const struct line *line)
{
	return run_of(line, '-') >= 3;
}

static bool
closes_toml(const struct line *line)
{
	return run_of(line, '+') == 3;
}

static bool
closes_json(const struct line *line)
{
	return run_of(line, ';') >= 3;
}

/* Two dashes and more, of any length, or three and a word. */
static bool
resembles_fence(const char *p, size_t n)
{
	const char *end = p + n;
	unsigned dashes = 0;

	while (p < end && (*p == '-' || (end - p >= 3 &&
	    (memcmp(p, "\xe2\x80\x93", 3) == 0 ||
	    memcmp(p, "\xe2\x80\x94", 3) == 0)))) {
		dashes += *p == '-' ? 1 : 2;
		p += *p == '-' ? 1 : 3;
	}
	if (p == end || dashes != 3)
		return p == end && dashes >= 2;
	while (p < end && ascii_is_alnum(*p))
		p++;
	return p == end;
}

static bool
closes_slip(const struct line *line)
{
	struct line bare = *line;

	bare.length = text_trim_unseen_span(&bare.text, bare.length);
	return resembles_fence(bare.text, bare.length);
}

/* `key:` and a blank, or nothing more; the key is one word. */
static bool
is_key_line(const struct line *line)
{
	size_t i = 0;

	while (i < line->length && (ascii_is_alnum(line->text[i]) ||
	    line->text[i] == '_' || line->text[i] == '-'))
		i++;
	return i > 0 && i < line->length && line->text[i] == ':' &&
	    (i + 1 == line->length || ascii_is_space(line->text[i + 1]));
}

/* The closing line of a block, and with what it can begin. */
struct closing {
	char		 first, other;
	line_test	*is;
};

static const struct closing close_yaml = { '-', '.', closes_yaml };
static const struct closing close_language = { '-', '-', closes_language };
static const struct closing close_toml = { '+', '+', closes_toml };
static const struct closing close_json = { ';', ';', closes_json };
static const struct closing close_slip = { '-', '\xe2', closes_slip };

/* Fill in the block from here to the closing line; false: there is none. */
static bool
take_until(struct reader *r, const struct closing *closing,
    struct front *front)
{
	const char *start = r->p;
	unsigned number = r->number;
	struct line line;

	while (r->p < r->end) {
		if (*r->p != closing->first && *r->p != closing->other) {
			skip_line(r);
			continue;
		}
		next_line(r, &line);
		if (!closing->is(&line))
			continue;
		front->block.text = start;
		front->block.length = (size_t)(line.text - start);
		front->block.line = number;
		return true;
	}
	return false;
}

/*
 * Delimiters of which the opening line is three of the same character, and
 * Eleventy's, with the name of a language behind them.
 */
static const struct fence {
	const char	*opening;
	const char	*language;
	enum dialect	 dialect;
	const struct closing *closing;
} fences[] = {
	{ "---", "", DIALECT_YAML, &close_yaml },
	{ "+++", "", DIALECT_TOML, &close_toml },
	{ ";;;", "", DIALECT_JSON, &close_json },
	{ "---", "yaml", DIALECT_YAML, &close_yaml },
	{ "---", "yml", DIALECT_YAML, &close_yaml },
	{ "---", "toml", DIALECT_TOML, &close_language },
	{ "---", "json", DIALECT_JSON, &close_language }
};

/* Whether a line is that from a place on, but for case and blanks. */
static bool
is_rest(const struct line *line, size_t from, const char *word)
{
	const char *end = line->text + line->length;
	const char *p = text_skip_blanks(line->text + from, end);

	return ascii_begins(p, end, word) &&
	    text_skip_space(p + strlen(word), end) == end;
}

/* Four dashes and more are a rule, or a title of reStructuredText. */
static const struct fence *
opening_fence(const struct line *line)
{
	size_t i;

	if (line->length < 3)
		return NULL;
	for (i = 0; i < sizeof fences / sizeof *fences; i++)
		if (memcmp(line->text, fences[i].opening, 3) == 0 &&
		    is_rest(line, 3, fences[i].language))
			return &fences[i];
	return NULL;
}

/* Whether what follows an opening looks like its dialect. */
static bool
begins_dialect(const struct reader *opened, enum dialect dialect)
{
	struct reader r = *opened;
	struct line line;

	do
		if (!next_line(&r, &line))
			return false;
	while (line.length > 0 && line.text[0] == '#');
	return is_key_line(&line) ||
	    (dialect == DIALECT_JSON && line.length > 0 &&
	    strchr("{\"", line.text[0]) != NULL) ||
	    (dialect == DIALECT_TOML &&
	    memchr(line.text, '=', line.length) != NULL);
}

static bool
split_fenced(struct reader *r, const struct line *opening,
    struct front *front, struct diag *d)
{
	const struct fence *fence = opening_fence(opening);
	struct reader inside = *r;

	if (fence == NULL)
		return false;
	if (take_until(&inside, fence->closing, front)) {
		front->dialect = fence->dialect;
		*r = inside;
		return true;
	}
	front->is_told = begins_dialect(r, fence->dialect);
	if (front->is_told)
		diag_report(d, DIAG_FRONT_MATTER, (struct place){
		    front->block.path, opening->number, 1 },
		    "the front matter that begins here has no end (a line "
		    "%s); taken as part of the body", fence->opening);
	return false;
}

static void
report_slip(const struct front *front, const struct line *opening,
    const struct fence *fence, struct diag *d)
{
	const struct place place = { front->block.path, opening->number, 1 };

	if (fence == NULL)
		diag_report(d, DIAG_FRONT_MATTER, place, "this is not quite "
		    "the line --- that begins front matter; taken as part of "
		    "the body");
	else
		diag_report(d, DIAG_FRONT_MATTER, place, "blanks, or signs "
		    "that cannot be seen, stand around the %s that begins "
		    "the front matter; passed over (remove them)",
		    fence->opening);
}

/*
 * An opening that is none for what stands around it, and can mostly not be
 * seen, is one nevertheless.  Others are not, but were meant to be.
 */
static bool
split_slip(struct reader *r, const struct line *opening, struct front *front,
    struct diag *d)
{
	struct line bare = *opening;
	const struct fence *fence;
	struct reader inside = *r;
	struct front found = *front;

	bare.length = text_trim_unseen_span(&bare.text, bare.length);
	fence = opening_fence(&bare);
	if (front->is_told || (fence == NULL &&
	    !resembles_fence(bare.text, bare.length)) || !begins_dialect(r,
	    fence == NULL ? DIALECT_JSON : fence->dialect))
		return false;
	if (fence != NULL && !take_until(&inside, fence->closing, &found)) {
		fence = NULL;
		inside = *r;
	}
	if (fence == NULL && !take_until(&inside, &close_slip, &found))
		return false;
	report_slip(front, opening, fence, d);
	front->is_told = fence == NULL;
	if (fence == NULL)
		return false;
	found.dialect = fence->dialect;
	*front = found;
	*r = inside;
	return true;
}

/* The file from a line on. */
static struct block
rest_from(const struct reader *r, const struct line *line,
    const struct front *front)
{
	struct block rest = front->block;

	rest.text = line->text;
	rest.length = (size_t)(r->end - line->text);
	rest.line = line->number;
	return rest;
}

/* `{` on the first line begins an object; `{%`, `{{` and `{:` do not. */
static bool
split_object(struct reader *r, const struct line *opening,
    struct front *front, struct diag *d)
{
	const struct block rest = rest_from(r, opening, front);
	size_t n;

	if (opening->text[0] != '{' || (opening->length > 1 &&
	    strchr("%{:", opening->text[1]) != NULL))
		return false;
	n = json_object_length(&rest, d);
	if (n == 0)
		return false;
	front->dialect = DIALECT_JSON;
	front->block.text = opening->text;
	front->block.length = n;
	front->block.line = opening->number;
	r->p = opening->text + n;
	return true;
}

static bool
has_key(const struct p2f_value *map)
{
	return map != NULL && map->kind == P2F_MAP &&
	    (value_get(map, "title") != NULL ||
	    value_get(map, "date") != NULL);
}

static bool
begins(const struct line *line, const char *word)
{
	size_t n = strlen(word);

	return line->length >= n && memcmp(line->text, word, n) == 0;
}

/* More than so many are not looked into. */
#define EXPORTS_MAX 8

/*
 * MDX has no front matter of its own.  What stands in its place is an object
 * that is exported among the imports, which are paragraphs above the text.
 * All of them are the body's, too: they belong to its program.
 */
static bool
split_script(struct reader *r, const struct line *first,
    struct front *front)
{
	struct reader all = { first->text, r->end, first->number };
	struct diag d = { .options = &diag_quiet };
	struct arena scratch = { 0 };
	struct block block;
	struct line line;
	bool is_first = true, found = false;
	unsigned count = 0;

	while (file_is_mdx(front->block.path) && !found &&
	    next_line(&all, &line) && (!is_first || is_blank(&line) ||
	    begins(&line, "import") || begins(&line, "export"))) {
		is_first = is_blank(&line);
		if (!begins(&line, "export const ") || count++ >= EXPORTS_MAX)
			continue;
		block = rest_from(r, &line, front);
		found = has_key(assignments_entry(&scratch, &block,
		    &block.length, &d));
	}
	diag_release(&d);
	arena_release(&scratch);
	if (!found)
		return false;
	front->dialect = DIALECT_SCRIPT;
	front->block = block;
	r->p = first->text;
	return true;
}

/* Whether one of the lines of a block is blank. */
static bool
has_blank_line(const struct block *block)
{
	struct reader r = { block->text, block->text + block->length, 0 };
	struct line line;

	while (next_line(&r, &line))
		if (is_blank(&line))
			return true;
	return false;
}

/*
 * Hexo does without the opening line.  What stands before the first `---`
 * must then be a mapping with a title or a date, or each post with a rule in
 * it would lose its text.  A capital begins the headers of Pelican and
 * MultiMarkdown, which end at a blank line.
 */
static bool
split_unopened(struct reader *r, const struct line *first,
    struct front *front)
{
	struct reader inside = { first->text, r->end, first->number };
	struct diag d = { .options = &diag_quiet };
	struct arena scratch = { 0 };
	struct front found = *front;
	struct yaml_problem problem;
	bool ok;

	if (!is_key_line(first) ||
	    !take_until(&inside, &close_yaml, &found) ||
	    (ascii_lower(first->text[0]) != first->text[0] &&
	    has_blank_line(&found.block)))
		return false;
	ok = has_key(yaml_parse(&scratch, &found.block, &d, &problem));
	arena_release(&scratch);
	diag_release(&d);
	if (!ok)
		return false;
	found.dialect = DIALECT_YAML;
	*front = found;
	*r = inside;
	return true;
}

/* The same for `"key": value` lines before a `;;;`. */
static bool
split_unopened_json(struct reader *r, const struct line *first,
    struct front *front)
{
	struct reader inside = { first->text, r->end, first->number };
	struct front found = *front;

	if (first->text[0] != '"' ||
	    !take_until(&inside, &close_json, &found))
		return false;
	found.dialect = DIALECT_JSON;
	*front = found;
	*r = inside;
	return true;
}

/* Dialects without a closing line: what they look like is where they end. */
static const struct {
	enum dialect	 dialect;
	size_t		 (*length)(const struct block *);
} unfenced[] = {
	{ DIALECT_DEFS, defs_length },
	{ DIALECT_TITLE_BLOCK, title_block_length },
	{ DIALECT_HEADERS, headers_length }
};

static bool
split_unfenced(struct reader *r, const struct line *first,
    struct front *front)
{
	const struct block rest = rest_from(r, first, front);
	size_t i, n;

	for (i = 0; i < sizeof unfenced / sizeof *unfenced; i++) {
		n = unfenced[i].length(&rest);
		if (n == 0)
			continue;
		front->dialect = unfenced[i].dialect;
		front->block = rest;
		front->block.length = n;
		r->p = first->text + n;
		return true;
	}
	return false;
}

/* Directives of ikiwiki stand anywhere, and are the body's, too. */
static bool
split_directives(struct reader *r, const struct line *first,
    struct front *front)
{
	const struct block rest = rest_from(r, first, front);

	if (!ikiwiki_is_page(&rest, ascii_equal(file_extension(
	    front->block.path), ".mdwn")))
		return false;
	front->dialect = DIALECT_IKIWIKI;
	front->block = rest;
	r->p = first->text;
	return true;
}

/* The head of an HTML document; its body is what stands in <body>. */
static bool
split_document(struct reader *r, const struct line *first,
    struct front *front)
{
	const struct block rest = rest_from(r, first, front);
	struct html_parts parts;

	if (!file_is_html(front->block.path) || !html_split(&rest, &parts))
		return false;
	front->dialect = DIALECT_HTML;
	front->block = parts.head;
	r->p = parts.body;
	r->end = parts.end;
	return true;
}

/* Cut blank lines off the start and white space off the end. */
static void
set_body(struct front *front, const char *p, const char *end)
{
	const char *q;

	for (q = p; q < end && ascii_is_space(*q); q++)
		if (*q == '\n')
			p = q + 1;
	end = text_cut_space(p, end);
	front->body = p;
	front->body_length = (size_t)(end - p);
}

void
front_split(const struct block *file, struct front *front, struct diag *d)
{
	struct reader r = { file->text, file->text + file->length,
	    file->line };
	struct reader rest;
	struct line line;

	*front = (struct front){ .block.path = file->path,
	    .block.loose_headers = file->loose_headers };
	do
		if (!next_line(&r, &line)) {
			set_body(front, r.end, r.end);
			return;
		}
	while (is_blank(&line));
	rest = r;
	if (split_fenced(&rest, &line, front, d) ||
	    split_slip(&rest, &line, front, d) ||
	    split_object(&rest, &line, front, d) ||
	    split_script(&rest, &line, front) ||
	    split_unopened(&rest, &line, front) ||
	    split_unopened_json(&rest, &line, front) ||
	    split_unfenced(&rest, &line, front) ||
	    split_directives(&rest, &line, front) ||
	    split_document(&rest, &line, front))
		set_body(front, rest.p, rest.end);
	else
		set_body(front, line.text, r.end);
}

size_t
front_find(const struct block *head, struct front *front)
{
	struct reader r = { head->text, head->text + head->length,
	    head->line };
	struct diag d = { .options = &diag_quiet };
	struct line line;
	bool found;

	*front = (struct front){ .block.path = head->path };
	do
		if (!next_line(&r, &line))
			return 0;
	while (is_blank(&line));
	found = split_fenced(&r, &line, front, &d) ||
	    split_object(&r, &line, front, &d) ||
	    split_unopened(&r, &line, front) ||
	    split_unopened_json(&r, &line, front);
	diag_release(&d);
	return found ? (size_t)(r.p - head->text) : 0;
}

/* Between lines of +++ stands TOML, or a program of Franklin's. */
static const struct p2f_value *
read_plus(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag said = { .options = d->options };
	const struct p2f_value *map = toml_read(a, block, &said);

	if (diag_has_said(&said) && defs_is_program(block))
		map = defs_read_program(a, block, d);
	else
		diag_merge(d, &said);
	diag_discard(&said);
	return map;
}

const struct p2f_value *
front_read(struct arena *a, const struct block *file, struct front *front,
    struct diag *d)
{
	const struct p2f_value *map = NULL;

	switch (front->dialect) {
	case DIALECT_NONE:
		return value_empty_map(a);
	case DIALECT_YAML:
		map = yaml_read(a, &front->block, d);
		break;
	case DIALECT_JSON:
		map = json_read(a, &front->block, d);
		break;
	case DIALECT_TOML:
		map = read_plus(a, &front->block, d);
		break;
	case DIALECT_HEADERS:
		map = headers_read(a, &front->block, d);
		break;
	case DIALECT_DEFS:
		map = defs_read(a, &front->block, d);
		break;
	case DIALECT_TITLE_BLOCK:
		map = title_block_read(a, &front->block);
		break;
	case DIALECT_IKIWIKI:
		map = ikiwiki_read(a, &front->block, d);
		break;
	case DIALECT_HTML:
		map = html_read(a, &front->block);
		break;
	case DIALECT_SCRIPT:
		map = assignments_entry(a, &front->block,
		    &front->block.length, d);
		break;
	}
	if (map != NULL)
		return map;
	/* Nothing is lost: whoever reads the feed can see what was there. */
	set_body(front, file->text, file->text + file->length);
	return value_empty_map(a);
}

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "front/assignments.h"
#include "front/defs.h"
#include "front/front.h"
#include "front/front_parts.h"
#include "front/headers.h"
#include "front/html.h"
#include "front/ikiwiki.h"
#include "front/json.h"
#include "front/notion.h"
#include "front/title_block.h"
#include "front/toml.h"
#include "front/yaml.h"

/* The rest of the file from a line on. */
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

/* No more exports are examined. */
#define EXPORTS_MAX 8

/*
 * MDX has no front matter of its own.  Instead, an object is exported among
 * the imports, which are paragraphs above the text.  All of these also stay in
 * the body: they belong to its program.
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
	    front_next_line(&all, &line) && (!is_first ||
	    front_is_blank(&line) || text_begins(line.text, r->end, "import")
	    || text_begins(line.text, r->end, "export"))) {
		is_first = front_is_blank(&line);
		if (!text_begins(line.text, r->end, "export const ") ||
		    count++ >= EXPORTS_MAX)
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

/* Whether any line of a block is blank. */
static bool
has_blank_line(const struct block *block)
{
	struct reader r = { block->text, block->text + block->length, 0 };
	struct line line;

	while (front_next_line(&r, &line))
		if (front_is_blank(&line))
			return true;
	return false;
}

/*
 * Hexo needs no opening line.  The text before the first `---` must then be a
 * mapping with a title or a date, or every post with a thematic break would
 * lose its text.  An upper-case letter begins the headers of Pelican and
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
	bool has_blank, ok;

	if (!front_is_key_line(first) ||
	    !front_take_block(&inside, DIALECT_YAML, &found))
		return false;
	has_blank = has_blank_line(&found.block);
	if (has_blank && ascii_lower(first->text[0]) != first->text[0])
		return false;
	/* Repair would turn text with blank lines into keys. */
	ok = has_key(has_blank ?
	    yaml_parse(&scratch, &found.block, &d, &problem) :
	    yaml_read(&scratch, &found.block, &d));
	arena_release(&scratch);
	diag_release(&d);
	if (!ok)
		return false;
	*front = found;
	*r = inside;
	return true;
}

/* Between lines of five dashes, as in nanoc: the same holds, since in Markdown
   each of them is a thematic break. */
static bool
split_wide(struct reader *r, const struct line *opening, struct front *front)
{
	static const char mark[] = "-----";
	const char *p = opening->text, *end = p + opening->length;
	struct reader inside = *r;
	struct front found = *front;
	struct line line;

	if (!text_span_is(p, (size_t)(text_cut_space(p, end) - p), mark) ||
	    !front_next_line(&inside, &line) ||
	    !split_unopened(&inside, &line, &found) ||
	    !text_begins(found.block.text + found.block.length, r->end, mark))
		return false;
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

	if (first->text[0] != '"' ||
	    !front_take_block(&inside, DIALECT_JSON, front))
		return false;
	*r = inside;
	return true;
}

/* Dialects without a closing line: their syntax tells where they end. */
static const struct {
	enum dialect	 dialect;
	size_t		 (*length)(const struct block *);
} unfenced[] = {
	{ DIALECT_DEFS, defs_length },
	{ DIALECT_TITLE_BLOCK, title_block_length },
	{ DIALECT_HEADERS, headers_length },
	{ DIALECT_NOTION, notion_length }
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

/* Directives of ikiwiki can be anywhere, and stay in the body, too. */
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

/* The head of an HTML document; the post's body is the contents of <body>. */
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

/* Cut blank lines at the start and whitespace at the end. */
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
		if (!front_next_line(&r, &line)) {
			set_body(front, r.end, r.end);
			return;
		}
	while (front_is_blank(&line));
	rest = r;
	if (front_split_fenced(&rest, &line, front, d) ||
	    split_wide(&rest, &line, front) ||
	    front_split_slip(&rest, &line, front, d) ||
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

/* Front matter without an opening line, but with a closing one. */
static bool
find_unopened(struct reader *r, const struct line *line, struct front *front)
{
	struct diag d = { .options = &diag_quiet };
	bool found = split_object(r, line, front, &d) ||
	    split_unopened(r, line, front) ||
	    split_wide(r, line, front) ||
	    split_unopened_json(r, line, front);

	diag_release(&d);
	return found;
}

size_t
front_find(const struct block *head, struct front *front)
{
	struct reader r = { head->text, head->text + head->length,
	    head->line };
	struct line line;

	*front = (struct front){ .block.path = head->path };
	do
		if (!front_next_line(&r, &line))
			return 0;
	while (front_is_blank(&line));
	/* Most have an opening line, and need no more. */
	if (!front_take_fenced(&r, &line, front) &&
	    !find_unopened(&r, &line, front))
		return 0;
	return (size_t)(r.p - head->text);
}

/* Between lines of +++ there is TOML, or a program of Franklin's. */
static const struct p2f_value *
read_plus(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag tentative = { .options = d->options };
	const struct p2f_value *map = toml_read(a, block, &tentative);

	if (diag_has_reported(&tentative) && defs_is_program(block))
		map = defs_read_program(a, block, d);
	else
		diag_merge(d, &tentative);
	diag_discard(&tentative);
	return map;
}

typedef const struct p2f_value *block_reader(struct arena *,
    const struct block *, struct diag *);

static block_reader *const readers[] = {
	[DIALECT_YAML] = yaml_read, [DIALECT_JSON] = json_read,
	[DIALECT_TOML] = read_plus, [DIALECT_HEADERS] = headers_read,
	[DIALECT_DEFS] = defs_read, [DIALECT_IKIWIKI] = ikiwiki_read,
	[DIALECT_NOTION] = notion_read, [DIALECT_HTML] = html_read,
	[DIALECT_TITLE_BLOCK] = title_block_read
};

static void
report_control(const struct block *block, const char *p, struct diag *d)
{
	struct place place = { .path = block->path };
	unsigned c;

	text_place(block->text, (size_t)(p - block->text), &place.line,
	    &place.column);
	place.line += block->line - 1;
	c = utf8_next(&p);
	diag_report(d, DIAG_CHARACTER, place, "control character U+%04X in the "
	    "front matter; read as %s", c, value_of_control(c) == ' ' ?
	    "a space" : "windows-1252");
}

/* Settings are in YAML, too, whose reader does the same for them. */
static struct block
without_controls(struct arena *a, const struct front *front, struct diag *d)
{
	struct block block = front->block;
	const char *found;

	if (front->dialect == DIALECT_YAML)
		return block;
	found = text_find_control(block.text, block.length);
	if (found == NULL)
		return block;
	report_control(&block, found, d);
	block.text = value_replace_controls(a, block.text, block.length);
	block.length = strlen(block.text);
	return block;
}

const struct p2f_value *
front_read(struct arena *a, const struct block *file, struct front *front,
    struct diag *d)
{
	const struct p2f_value *map;
	struct block block;

	if (front->dialect == DIALECT_NONE)
		return value_empty_map(a);
	if (front->dialect == DIALECT_SCRIPT) {
		map = assignments_entry(a, &front->block,
		    &front->block.length, d);
	} else {
		block = without_controls(a, front, d);
		map = readers[front->dialect](a, &block, d);
	}
	if (map != NULL)
		return map;
	/* Nothing is lost: readers of the feed can see what was there. */
	set_body(front, file->text, file->text + file->length);
	return value_empty_map(a);
}

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "front/lines.h"
#include "front/raw.h"
#include "front/recover.h"

struct recovery {
	struct arena		*arena;
	const struct block	*block;
	struct diag		*diag;
	size_t			 margin;	/* indentation of keys so far */
	struct arena_list	 entries;
	unsigned		 repaired;
};

/* Longer keys are cut in messages. */
#define MAX_SHOWN 60

/* At most that many accidentally indented keys are recognized. */
#define MAX_SPLITS 100

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

/*
 * Length of the key that a line begins with (after its indentation), 0 if
 * there is none.  A key is the text before the first colon with a space after
 * it; a single word needs no space, as in `title:x`.
 */
static size_t
key_length(const char *p, size_t n)
{
	bool is_word = true;
	size_t i;

	if (n == 0 || strchr("#-[]{}&*!|>%@`,?", p[0]) != NULL)
		return 0;
	for (i = 0; i < n; i++) {
		if (p[i] == ':' && (i + 1 == n || ascii_is_space(p[i + 1])))
			return i;
		if (p[i] == ':' && is_word && i + 1 < n && p[i + 1] != '/')
			return i;
		is_word = is_word && is_word_char(p[i]);
	}
	return 0;
}

/* That of the first line that is not a comment, tag, anchor or brace. */
static size_t
find_margin(const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	size_t n, indent;

	for (; p < end; p += n) {
		n = line_length(p, end);
		indent = line_indentation(p, n);
		if (!line_is_blank(p, n) && strchr("#!&{", p[indent]) == NULL)
			return indent;
	}
	return 0;
}

static bool
begins_piece(const struct recovery *r, const char *p, size_t n, size_t *key)
{
	size_t indent = line_indentation(p, n);

	*key = indent > r->margin ? 0 : key_length(p + indent, n - indent);
	return *key > 0;
}

/*
 * Cut off the next piece; *p and *line are moved past it.  A key with less
 * indentation than those above sets the margin for those below.
 */
static bool
next_piece(struct recovery *r, const char **p, unsigned *line,
    struct piece *piece)
{
	const char *end = r->block->text + r->block->length;
	size_t n, key;
	bool found = false;

	for (; *p < end; *p += n, ++*line) {
		n = line_length(*p, end);
		if (begins_piece(r, *p, n, &key)) {
			if (found)
				return true;
			found = true;
			r->margin = line_indentation(*p, n);
			piece->block = *r->block;
			piece->block.text = *p;
			piece->block.length = 0;
			piece->block.line = *line;
			piece->key_length = key;
			piece->margin = r->margin;
		}
		if (found)
			piece->block.length += n;
	}
	return found;
}

#define IN_QUOTES "put the value in quotes"
#define OTHER_COLUMN "this line is indented differently from those above"

/* Part of a libyaml message, its meaning, and what the author can do. */
static const struct meaning {
	const char *problem, *words, *hint;
} meanings[] = {
	{ "mapping values", "the text contains a colon and a space",
	    IN_QUOTES },
	{ "expected key", "there is text after the end of the value",
	    "put the whole value in quotes" },
	{ "start any token", "a value cannot begin with this character",
	    IN_QUOTES },
	{ "end of stream", "a quote is not closed", "close it" },
	{ "',' or ']'", "a bracket is not closed, or a comma is missing",
	    "write what is missing, or put the value in quotes" },
	{ "',' or '}'", "a brace is not closed, or a comma is missing",
	    "write what is missing, or put the value in quotes" },
	{ "escape", "in double quotes \\ begins an escape sequence, and this "
	    "is not one", "use single quotes, or \\\\" },
	{ "hexdecimal", "in double quotes \\ begins an escape sequence, and "
	    "this is not one", "use single quotes, or \\\\" },
	{ "alphabetic or numeric", "& or * begins an anchor or alias in YAML",
	    IN_QUOTES },
	{ "whitespace or line", "! begins a tag in YAML", IN_QUOTES },
	{ "tag", "! begins a tag in YAML", IN_QUOTES },
	{ "mapping keys", "? begins a key in YAML", IN_QUOTES },
	{ "comment or line", "there is text on the same line as | or >",
	    IN_QUOTES },
	{ "sequence entries", "a list begins on the line of its key",
	    IN_QUOTES },
	{ "node content", "a value is missing", IN_QUOTES },
	{ "expected ':'", "this line is neither indented nor a key",
	    IN_QUOTES },
	{ "'-' indicator", "there is text after the end of the item",
	    "put the whole item in quotes" },
	{ "a tab", "this line is indented with a tab", "indent with spaces" },
	/* These are ours. */
	{ OTHER_COLUMN, NULL, "indent the lines equally" },
	{ "nested too deeply", NULL, "use at most 64 levels" },
	{ "space is missing", NULL, "write `key: value`" },
	{ "nothing above", NULL, "indent all keys equally" },
	{ "", NULL, IN_QUOTES }
};

static const struct meaning *
meaning_of(const struct yaml_problem *problem)
{
	const struct meaning *m = meanings;

	while (strstr(problem->text, m->problem) == NULL)
		m++;
	return m;
}

const char *
recover_words(const struct yaml_problem *problem)
{
	const struct meaning *m = meaning_of(problem);

	return m->words == NULL ? problem->text : m->words;
}

const char *
recover_hint(const struct yaml_problem *problem)
{
	return meaning_of(problem)->hint;
}

static void
report(const struct recovery *r, const struct piece *piece,
    const struct yaml_problem *problem, const char *text)
{
	const char *key = raw_key(r->arena, piece);

	diag_report(r->diag, DIAG_YAML, (struct place){ piece->block.path,
	    problem->line, problem->column }, "%s: %s; %s",
	    strlen(key) > MAX_SHOWN ? quote(key).text : key,
	    recover_words(problem), text);
}

/* Whether a line below the key begins with what YAML did not expect: the end
   of the map or list above it. */
static bool
is_misplaced(const struct piece *piece, const struct yaml_problem *problem)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	unsigned line = piece->block.line;

	for (; line < problem->line && p < end; line++)
		p += line_length(p, end);
	return line > piece->block.line && problem->column ==
	    line_indentation(p, line_length(p, end)) + 1 &&
	    (strstr(problem->text, "expected key") != NULL ||
	    strstr(problem->text, "'-' indicator") != NULL);
}

static void
repair(struct recovery *r, const struct piece *piece,
    struct yaml_problem *problem)
{
	struct p2f_value *v = raw_value(r->arena, piece);
	const char *done = v->kind == P2F_LIST ? "the items were used as is" :
	    "the key was left out";

	if (v->kind == P2F_TEXT)
		done = arena_printf(r->arena, "the text was used as is, %s",
		    quote(v->text).text);
	if (is_misplaced(piece, problem))
		problem->text = OTHER_COLUMN;
	report(r, piece, problem, arena_printf(r->arena, "%s (%s)", done,
	    raw_is_block(piece) ? "indent the lines below it equally" :
	    recover_hint(problem)));
	v->key = raw_key(r->arena, piece);
	arena_list_add(r->arena, &r->entries, v);
	r->repaired++;
}

/* The map of a piece; NULL with a problem, which is not reported. */
static const struct p2f_value *
parse(struct recovery *r, const struct block *block,
    struct yaml_problem *problem)
{
	struct diag tentative = { .options = r->diag->options };
	const struct p2f_value *map = yaml_parse(r->arena, block, &tentative,
	    problem);

	if (map != NULL && map->kind != P2F_MAP) {
		*problem = (struct yaml_problem){ block->line, 1,
		    "a space is missing after the colon" };
		map = NULL;
	}
	if (map != NULL)
		diag_merge(r->diag, &tentative);
	diag_discard(&tentative);
	return map;
}

static void
add_entries(struct recovery *r, const struct p2f_value *map)
{
	size_t i;

	for (i = 0; map->items[i] != NULL; i++)
		arena_list_add(r->arena, &r->entries, map->items[i]);
}

static bool
is_item(const char *p, size_t n)
{
	return *p == '-' && (n == 1 || ascii_is_space(p[1]));
}

/*
 * The first line from p on that belongs to no key: it is not indented, and
 * neither an item nor a comment.  NULL: there is none.  *line is advanced.
 */
static const char *
find_stray(const char *p, const char *end, size_t margin, unsigned *line)
{
	size_t n, indent;

	for (; p < end; p += n, ++*line) {
		n = line_length(p, end);
		indent = line_indentation(p, n);
		if (indent <= margin && !line_is_blank(p, n) &&
		    p[indent] != '#' && !is_item(p + indent, n - indent))
			return p;
	}
	return NULL;
}

/* A key with the colon of East Asian scripts. */
static bool
has_wide_colon(const char *text)
{
	const char *colon = strstr(text, "\uff1a");

	return colon != NULL && text_find(text, colon, ' ') == NULL &&
	    strchr(text, ':') == NULL;
}

/* A line by which git marks the two sides of a conflict. */
static bool
is_of_merge(const char *text)
{
	return strspn(text, "<") == 7 || strspn(text, "=") == 7 ||
	    strspn(text, ">") == 7;
}

/* `key = value`, as in TOML. */
static bool
is_assignment(const char *text)
{
	const char *p = text + strcspn(text, " =:/");

	p += strspn(p, " ");
	return p > text && p[0] == '=' && p[1] != '=';
}

/* What the author can do about a stray line. */
static const char *
advice_on_stray(const struct recovery *r, const char *text)
{
	if (has_wide_colon(text))
		return "write `key: value` with an ASCII colon";
	if (is_of_merge(text))
		return "this is left from a merge: remove one side and the "
		    "markers";
	if (r->entries.count == 0)
		return "start with a key";
	if (is_assignment(text))
		return "write `key: value`";
	if (text[0] == '-' && text[1] == '-' && !r->block->is_file)
		return "end the front matter with a line of three hyphens";
	if (*text == '-')
		return "put a space after each \"-\"";
	return r->block->is_file ? "indent it" :
	    "indent it, or close the front matter above it";
}

static void
report_stray(struct recovery *r, const char *p, const char *end,
    unsigned line)
{
	size_t n = line_length(p, end), indent = line_indentation(p, n);
	const char *text = text_trim_copy(r->arena, p, p + n);
	unsigned below = line + 1;
	bool is_last = find_stray(p + n, end, SIZE_MAX, &below) == NULL;

	if (text == NULL)
		text = "";
	diag_report(r->diag, DIAG_YAML, (struct place){ r->block->path, line,
	    (unsigned)indent + 1 }, "%s is neither a key nor indented; left "
	    "out%s (%s)", quote(text).text, is_last ? "" :
	    ", with the lines below it", advice_on_stray(r, text));
	r->repaired++;
}

/* Lines that belong to no key cost only themselves. */
static bool
read_above_stray(struct recovery *r, const struct piece *piece,
    const char *stray)
{
	struct block sound = piece->block;
	const struct p2f_value *map;
	struct yaml_problem problem;

	sound.length = (size_t)(stray - sound.text);
	map = parse(r, &sound, &problem);
	if (map != NULL)
		add_entries(r, map);
	return map != NULL;
}

static void
read_or_repair(struct recovery *r, const struct piece *piece,
    struct yaml_problem *problem)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	unsigned line = piece->block.line + 1;
	const char *stray = raw_is_block(piece) ? NULL : find_stray(p +
	    line_length(p, end), end, piece->margin, &line);

	if (stray == NULL || !read_above_stray(r, piece, stray))
		repair(r, piece, problem);
	if (stray != NULL)
		report_stray(r, stray, end, line);
}

/* YAML forbids tabs as indentation; they look like two spaces. */
static struct block
without_tabs(struct arena *a, const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	struct block copy = *block;
	struct buf out = { 0 };
	size_t n, indent;

	for (; p < end; p += n) {
		n = line_length(p, end);
		for (indent = 0; indent < n && p[indent] == '\t'; indent++)
			buf_puts(&out, "  ");
		buf_add(&out, p + indent, n - indent);
	}
	copy.length = out.length;
	copy.text = arena_take(a, &out);
	return copy;
}

static bool
read_without_tabs(struct recovery *r, const struct piece *piece,
    const struct yaml_problem *problem)
{
	const struct yaml_problem tab = { problem->line, problem->column,
	    "a tab" };
	struct block block = without_tabs(r->arena, &piece->block);
	const struct p2f_value *map = NULL;
	struct yaml_problem other;

	if (block.length != piece->block.length)
		map = parse(r, &block, &other);
	if (map == NULL)
		return false;
	report(r, piece, &tab, "read as spaces");
	add_entries(r, map);
	r->repaired++;
	return true;
}

/* Whether plain text, not a list, map, quote or block, follows a key. */
static bool
has_plain_text(const struct piece *piece, const char *line_end)
{
	const char *p = piece->block.text;

	p += line_indentation(p, piece->block.length) + piece->key_length;
	while (p < line_end && (*p == ':' || ascii_is_space(*p)))
		p++;
	return p < line_end && strchr("\"'[{|>&*!#", *p) == NULL;
}

/*
 * An accidentally indented key below text is a key: the piece ends before it,
 * and the rest is a piece of its own.
 */
static bool
split(struct piece *piece, struct piece *rest)
{
	const char *end = piece->block.text + piece->block.length;
	const char *p = piece->block.text;
	size_t n = line_length(p, end), indent;

	if (!has_plain_text(piece, p + n))
		return false;
	*rest = *piece;
	for (p += n, rest->block.line++; p < end; p += n) {
		n = line_length(p, end);
		indent = line_indentation(p, n);
		rest->key_length = key_length(p + indent, n - indent);
		if (rest->key_length > 0) {
			rest->block.text = p;
			rest->block.length = (size_t)(end - p);
			rest->margin = indent;
			piece->block.length -= rest->block.length;
			return true;
		}
		rest->block.line++;
	}
	return false;
}

/* The part of a split piece before that key. */
static void
read_first_part(struct recovery *r, const struct piece *part,
    const struct piece *rest, const struct yaml_problem *problem)
{
	const struct p2f_value *map;
	struct yaml_problem own;

	map = parse(r, &part->block, &own);
	if (map == NULL) {
		read_or_repair(r, part, &own);
		return;
	}
	add_entries(r, map);
	report(r, rest, problem, "read as a separate key (indent keys equally, "
	    "or put the value above in quotes)");
	r->repaired++;
}

static void
read_piece(struct recovery *r, struct piece piece)
{
	const struct p2f_value *map;
	struct yaml_problem problem;
	struct piece rest;
	unsigned splits = 0;

	while ((map = parse(r, &piece.block, &problem)) == NULL) {
		if (read_without_tabs(r, &piece, &problem))
			return;
		if (splits++ == MAX_SPLITS || !split(&piece, &rest)) {
			read_or_repair(r, &piece, &problem);
			return;
		}
		read_first_part(r, &piece, &rest, &problem);
		piece = rest;
	}
	add_entries(r, map);
}

/* A map in braces or a tag may precede the first key. */
static void
read_lead(struct recovery *r, const char *end)
{
	struct block lead = *r->block;
	const struct p2f_value *map;
	struct yaml_problem problem;
	const char *stray;

	lead.length = (size_t)(end - lead.text);
	map = parse(r, &lead, &problem);
	if (map != NULL) {
		add_entries(r, map);
		return;
	}
	stray = find_stray(lead.text, end, SIZE_MAX, &lead.line);
	if (stray != NULL && strchr("!&", stray[line_indentation(stray,
	    (size_t)(end - stray))]) == NULL)
		report_stray(r, stray, end, lead.line);
}

const struct p2f_value *
recover(struct arena *a, const struct block *block, struct diag *d,
    const struct yaml_problem *problem)
{
	struct recovery r = { .arena = a, .block = block, .diag = d,
	    .margin = find_margin(block) };
	const char *p = block->text;
	unsigned line = block->line;
	struct piece piece;
	bool is_first = true;

	for (; next_piece(&r, &p, &line, &piece); is_first = false) {
		if (is_first)
			read_lead(&r, piece.block.text);
		read_piece(&r, piece);
	}
	/* Each piece is valid: the error is between them. */
	if (r.repaired == 0)
		diag_report(d, DIAG_YAML, (struct place){ block->path,
		    problem->line, problem->column }, "%s; %s",
		    recover_words(problem), r.entries.count == 0 ?
		    "the front matter was treated as part of the body" :
		    "each key was read by itself (indent all keys equally)");
	return r.entries.count == 0 ? NULL :
	    value_of_block(a, block, &r.entries, d);
}

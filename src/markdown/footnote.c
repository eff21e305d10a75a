#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/adaption.h"
#include "markdown/footnote.h"

/* A longer one is not a label. */
#define LABEL_MAX 100

/* Nor is a longer text an image description (CommonMark 6.4). */
#define ALT_MAX 999

/* Indentation of what continues a footnote after a blank line. */
#define NOTE_INDENT 4

struct note {
	const char	*label;
	const char	*line;		/* first line of its definition */
	const char	*text, *end;
	size_t		 quotes;	/* blockquotes that it is in */
	size_t		 indent;	/* what its text is indented by */
	size_t		 number;	/* from 1; 0: not referred to */
	size_t		 references;
};

struct notes {
	struct arena	 arena;
	struct arena_list list;		/* struct note, in source order */
	struct arena_list by_label;	/* the same, sorted */
	struct arena_list used;		/* the same, by number */
	const char	*prefix;
	struct buf	*out;
	const char	*alt_end;	/* of the last image description */
	bool		 is_mdx, is_flat;
	bool		 has_blanks;	/* labels may contain spaces */
};

bool
footnote_may_be_in(const struct adaption_source *source)
{
	return source->pairs & PAIR_LABEL &&
	    text_find_pair(source->start, source->end, '[', "^") != NULL;
}

/* The end of `[^label]`, or NULL if there is none. */
static const char *
label_end(const struct notes *notes, const char *p, const char *end)
{
	const char *start = p + 2;

	if (end - p < 4 || p[0] != '[' || p[1] != '^')
		return NULL;
	for (p = start; p < end && p - start <= LABEL_MAX; p++) {
		if (*p == ']')
			return p > start ? p + 1 : NULL;
		if (*p == '[' || (ascii_is_space(*p) &&
		    (*p != ' ' || !notes->has_blanks)))
			return NULL;
	}
	return NULL;
}

static const char *
label_of(struct arena *a, const char *p, const char *end)
{
	return unicode_lower_text(a, arena_span(a, p + 2, end - 1));
}

/* Where the text of a definition begins, or NULL if p does not begin one. */
static const char *
definition(const struct notes *notes, const char *p, const char *end)
{
	const char *close;

	p = text_skip_blanks(p, end);
	close = label_end(notes, p, end);
	return close == NULL || close == end || *close != ':' ? NULL :
	    close + 1;
}

static size_t
indent_of(const char *p, const char *end)
{
	size_t n = 0;

	for (; p < end && ascii_is_blank(*p); p++)
		n += *p == '\t' ? NOTE_INDENT : 1;
	return n;
}

/* Whether a line defines a link, which ends a footnote in most programs. */
static bool
is_link_definition(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	end = walk_line_end(p, end);
	p = p < end && *p == '[' ? text_find(p, end, ']') : NULL;
	return p != NULL && end - p > 1 && p[1] == ':';
}

/* Whether an unindented line begins something else. */
static bool
begins_block(const char *p, const char *end)
{
	return is_link_definition(p, end) || walk_marker(p, end) > 0 ||
	    *p == '#' || *p == '<' || *p == '|' || *p == '>' ||
	    text_begins(p, end, "```") || text_begins(p, end, "~~~") ||
	    text_begins(p, end, "---");
}

/* Skip the blockquote markers of a line; NULL if it has fewer. */
static const char *
skip_quotes(const char *p, const char *end, size_t quotes)
{
	for (; quotes > 0; quotes--) {
		p = text_skip_blanks(p, end);
		if (p == end || *p++ != '>')
			return NULL;
		p += p < end && *p == ' ';
	}
	return p;
}

/* Indentation of the text of a footnote, given the list that its line is in. */
static size_t
note_indent(const struct walk *w)
{
	size_t column = w->quotes > 0 || w->lists == 0 ? 0 :
	    w->columns[w->lists - 1];

	/* Otherwise that is the column of the footnote itself. */
	return column <= indent_of(w->line, w->end) ? column + NOTE_INDENT :
	    NOTE_INDENT;
}

static const char *
definition_end(const char *p, const char *end, size_t quotes, size_t indent)
{
	const char *line, *last = walk_line_end(p, end);
	bool after_blank = false;

	for (line = last; line < end; line = walk_line_end(line, end)) {
		p = skip_quotes(line, end, quotes);
		if (p == NULL)
			break;
		if (walk_blank_rest(p, end) != NULL) {
			after_blank = true;
			continue;
		}
		if (indent_of(p, end) < indent &&
		    (after_blank || begins_block(p, end)))
			break;
		after_blank = false;
		last = walk_line_end(line, end);
	}
	return last;
}

static int
compare_notes(const void *left, const void *right)
{
	const struct note *const *a = left, *const *b = right;
	int order = strcmp((*a)->label, (*b)->label);

	/* Of two with the same label, the first one counts. */
	return order != 0 ? order : ((*a)->line > (*b)->line) -
	    ((*a)->line < (*b)->line);
}

static void
collect(struct notes *notes, const char *s, size_t n)
{
	struct walk_token token;
	struct note *note;
	struct walk walk;
	const char *text, *p;
	size_t i;

	walk_init(&walk, s, n, "");
	walk.is_mdx = notes->is_mdx;
	walk.is_flat = notes->is_flat;
	while (walk_next(&walk, &token)) {
		if (token.kind != WALK_LINE || walk.in_html ||
		    (p = skip_quotes(walk.line, walk.end, walk.quotes)) ==
		    NULL || (!walk.is_mdx &&
		    indent_of(p, walk.end) >= note_indent(&walk)) ||
		    (text = definition(notes, p, walk.end)) == NULL)
			continue;
		p = walk.text;
		note = arena_alloc(&notes->arena, sizeof *note);
		*note = (struct note){ .label = label_of(&notes->arena, p,
		    text - 1), .line = walk.line, .text = text,
		    .quotes = walk.quotes, .indent = note_indent(&walk),
		    .end = definition_end(text, walk.end, walk.quotes,
		    note_indent(&walk)) };
		arena_list_add(&notes->arena, &notes->list, note);
		walk_skip(&walk, note->end);
	}
	for (i = 0; i < notes->list.count; i++)
		arena_list_add(&notes->arena, &notes->by_label,
		    notes->list.items[i]);
	arena_list_sort(&notes->by_label, compare_notes);
}

static void
use(struct notes *notes, struct note *note)
{
	arena_list_add(&notes->arena, &notes->used, note);
	note->number = notes->used.count;
}

static int
compare_label(const void *note, const void *label)
{
	return strcmp(((const struct note *)note)->label, label);
}

static struct note *
find(struct notes *notes, const char *label)
{
	return (struct note *)arena_list_find(&notes->by_label, label,
	    compare_label);
}

/*
 * The end of an image description, or p if there is none, as after `Look![^1]`.
 */
static const char *
alt_end(const char *p, const char *start, const char *end)
{
	const char *q;
	size_t depth = 0;

	if (p == start || p[-1] != '!' || (p + 1 < end && p[1] == '^'))
		return p;
	for (q = p; q < end && q - p < ALT_MAX; q++) {
		depth += *q == '[';
		if (*q == ']' && --depth == 0)
			return q;
	}
	return p;
}

/* Footnotes without references come last. */
static void
use_others(struct notes *notes)
{
	struct note *note;
	size_t i;

	for (i = 0; i < notes->list.count; i++) {
		note = (struct note *)notes->list.items[i];
		if (note->number == 0 && find(notes, note->label) == note)
			use(notes, note);
	}
}

static const char *
put_reference(struct notes *notes, const char *p, const char *end)
{
	const char *close = label_end(notes, p, end);
	struct note *note;

	if (close == NULL)
		return NULL;
	note = find(notes, label_of(&notes->arena, p, close));
	if (note == NULL)
		return NULL;
	if (note->number == 0)
		use(notes, note);
	/* An image description becomes an attribute, without links. */
	if (p < notes->alt_end)
		return close;
	buf_printf(notes->out, "<sup id=\"fnref-%s-%zu", notes->prefix,
	    note->number);
	if (note->references++ > 0)
		buf_printf(notes->out, "-%zu", note->references);
	/* In brackets, as summaries and many readers have no <sup>; escaped,
	   so that they do not refer to a link of that number. */
	buf_printf(notes->out, "\"><a href=\"#fn-%s-%zu\">\\[%zu]</a></sup>",
	    notes->prefix, note->number, note->number);
	return close;
}

static const char *
take_bracket(struct notes *notes, const char *p, const char *start,
    const char *end)
{
	if (p >= notes->alt_end)
		notes->alt_end = alt_end(p, start, end);
	return put_reference(notes, p, end);
}

/*
 * Copy with references replaced and definitions, which come in source order,
 * left out.  Returns whether the copy ends in a line of text.
 */
static bool
copy(struct notes *notes, const char *s, size_t n, bool has_definitions)
{
	bool is_text = false;
	const struct note *note;
	struct walk_token token;
	struct walk walk;
	const char *next, *line = NULL;
	size_t i = 0;

	notes->alt_end = s;
	walk_init(&walk, s, n, "[");
	walk.is_mdx = notes->is_mdx;
	walk.is_flat = notes->is_flat;
	while (walk_next(&walk, &token)) {
		note = has_definitions && i < notes->list.count ?
		    notes->list.items[i] : NULL;
		if (token.kind == WALK_LINE) {
			line = token.start;
			is_text = !walk.in_html && *walk.text != '#' &&
			    *walk.text != '|' &&
			    !is_link_definition(walk.text, walk.end);
			if (note != NULL && token.start == note->line) {
				walk_skip(&walk, note->end);
				i++;
			}
			continue;
		}
		next = token.kind == WALK_MARK ? take_bracket(notes,
		    token.start, s, walk.end) : NULL;
		if (next != NULL) {
			walk_skip(&walk, next);
			continue;
		}
		buf_add(notes->out, token.start, token.length);
		/* Whole lines of code, which are not lines of text. */
		if (token.kind == WALK_CODE && token.start != line &&
		    (token.start == s || token.start[-1] == '\n'))
			is_text = false;
	}
	walk_close_fence(&walk, notes->out);
	return is_text && walk.fence.length == 0;
}

/* Put the lines of a footnote without blockquote markers and indentation. */
static void
put_text(struct buf *out, const struct note *note)
{
	const char *p = note->text, *next;
	size_t n;

	p = text_skip_blanks(p, note->end);
	for (; p < note->end; p = next) {
		next = walk_line_end(p, note->end);
		buf_add_span(out, p, next);
		if (next < note->end)
			next = skip_quotes(next, note->end, note->quotes);
		for (n = 0; next < note->end && n < note->indent &&
		    ascii_is_blank(*next); next++)
			n += *next == '\t' ? NOTE_INDENT : 1;
	}
	while (out->length > 0 && ascii_is_space(out->bytes[out->length - 1]))
		out->length--;
}

static void
put_note(struct notes *notes, const struct note *note)
{
	struct buf text = { 0 };
	bool is_text;

	put_text(&text, note);
	buf_printf(notes->out, "<li id=\"fn-%s-%zu\">\n\n", notes->prefix,
	    note->number);
	is_text = text.length > 0 && copy(notes, text.bytes, text.length,
	    false);
	if (note->references > 0)
		buf_printf(notes->out, "%s<a href=\"#fnref-%s-%zu\">"
		    "\xe2\x86\xa9\xef\xb8\x8e</a>", is_text ? " " : "\n\n",
		    notes->prefix, note->number);
	buf_puts(notes->out, "\n\n</li>\n");
	buf_release(&text);
}

void
footnote_expand(struct buf *out, const char *s, size_t n,
    const struct markdown_options *o)
{
	struct notes notes = { .prefix = o->footnotes, .out = out,
	    .is_mdx = o->is_mdx,
	    .is_flat = (o->dialect & MARKDOWN_FLAT) != 0,
	    .has_blanks = (o->dialect & MARKDOWN_BLANK_LABELS) != 0 };
	size_t i;

	collect(&notes, s, n);
	copy(&notes, s, n, true);
	if (o->dialect & MARKDOWN_ALL_NOTES)
		use_others(&notes);
	if (notes.used.count > 0)
		buf_puts(out, "\n\n<hr>\n<ol>\n");
	/* A footnote may refer to others, which then come after it. */
	for (i = 0; i < notes.used.count; i++)
		put_note(&notes, notes.used.items[i]);
	if (notes.used.count > 0)
		buf_puts(out, FOOTNOTE_LIST_END);
	arena_release(&notes.arena);
}

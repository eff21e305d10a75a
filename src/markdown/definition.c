/*
 * Definition lists of Kramdown, Goldmark and Python-Markdown.
 *
 *	Rain
 *	Drizzle
 *	:   Water that falls
 *	:   A function of the sky
 *
 * Terms are the lines of a paragraph.  A blank line may come between the terms
 * and their definitions, or between definitions, and makes the text of the next
 * one a paragraph; what continues after a blank line is indented.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

enum {
	TAB = 4,
	INDENT_MAX = 4,		/* of text after its colon; more is code */
	PREFIX_MAX = 256	/* of markers before terms, which each line
				   of a list repeats */
};

/* The paragraph above, whose lines may be terms. */
struct terms {
	const char	*start, *end;	/* whole lines; NULL: no paragraph */
	const char	*text;		/* of the first one, after list and
					   blockquote markers */
	size_t		 offset;	/* of the start in the output */
	size_t		 quotes, lists;
	size_t		 blanks;	/* blank lines after it */
};

struct definitions {
	struct walk	*walk;
	struct buf	*out;
	struct terms	 terms;
	size_t		 close, end;	/* offsets in the output: of the end
					   tag of the last list, and of what
					   follows the blank lines after it */
	size_t		 quotes, lists;	/* that it is in */
	struct buf	 prefix;	/* how its lines begin */
	size_t		 column;	/* of the colon, after blockquotes */
	struct buf	 text;		/* of a definition */
};

/* A line, read as part of a definition. */
struct line {
	const char	*text;		/* after its prefix */
	size_t		 column;	/* of that, after blockquotes */
	const char	*end;		/* after the line feed */
	bool		 is_blank;
	bool		 is_outside;	/* of the blockquote */
};

/* Whether a definition begins at p. */
static bool
is_colon(const char *p, const char *end)
{
	if (end - p < 3 || *p != ':' || !ascii_is_blank(p[1]))
		return false;
	p = text_skip_blanks(p + 1, end);
	return p < end && *p != '\n';
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end, *p = s, *line;

	if (!(source->pairs & PAIR_COLON))
		return false;
	for (; (p = text_find(p, end, ':')) != NULL; p++) {
		if (!is_colon(p, end))
			continue;
		line = walk_cut_prefix(s, p);
		if (line == s || line[-1] == '\n')
			return true;
	}
	return false;
}

static struct line
read_line(const struct definitions *d, const char *p)
{
	const char *end = d->walk->end;
	struct line line = { .end = walk_line_end(p, end) };
	size_t quotes = 0;

	for (; p < line.end; p++) {
		if (*p == '>' && quotes < d->terms.quotes) {
			quotes++;
			line.column = 0;
			p += p + 1 < line.end && p[1] == ' ';
		} else if (ascii_is_blank(*p)) {
			line.column += *p == '\t' ? TAB - line.column % TAB :
			    1;
		} else {
			break;
		}
	}
	line.text = p;
	line.is_blank = p == line.end || *p == '\n';
	line.is_outside = quotes < d->terms.quotes;
	return line;
}

/* ---- output ---- */

static void
set_prefix(struct definitions *d)
{
	buf_clear(&d->prefix);
	buf_puts(&d->prefix, "");
	walk_put_prefix(&d->prefix, d->terms.start, d->terms.text);
}

/* End a line, add a blank one, and begin another. */
static void
put_gap(struct definitions *d)
{
	buf_printf(d->out, "\n%s\n%s", d->prefix.bytes, d->prefix.bytes);
}

/* Put lines, the first of which has already begun. */
static void
put_lines(struct definitions *d, const char *p, const char *end)
{
	const char *line_end;

	for (; p < end; p = line_end) {
		line_end = walk_line_end(p, end);
		buf_add_span(d->out, p, line_end);
		if (line_end < end)
			buf_puts(d->out, d->prefix.bytes);
	}
}

static void
put_bare(struct definitions *d, const char *open, const char *p,
    const char *end, const char *close)
{
	buf_putc(d->out, MARKDOWN_BARE);
	buf_puts(d->out, open);
	end = text_cut_space(p, end);
	put_lines(d, p, end);
	/* It would make the tag text. */
	if (end > p && end[-1] == '\\')
		buf_putc(d->out, STANDIN_NONE);
	buf_puts(d->out, close);
	buf_putc(d->out, MARKDOWN_BARE_END);
	put_gap(d);
}

static void
put_terms(struct definitions *d)
{
	const struct terms *terms = &d->terms;
	const char *p, *line_end;

	for (p = terms->text; p < terms->end; p = line_end) {
		line_end = walk_line_end(p, terms->end);
		p = walk_skip_prefix(p, line_end);
		put_bare(d, "<dt>", p, line_end, "</dt>");
	}
}

/* A thematic break or a setext underline, which is not one here. */
static bool
is_rule(const struct line *line)
{
	const char *p = line->text, c = *p;

	if (strchr("-=*_", c) == NULL)
		return false;
	while (p < line->end && (*p == c || ascii_is_space(*p)))
		p++;
	return p == line->end;
}

/* Whether a text begins with anything but a paragraph. */
static bool
begins_block(const char *p, const char *end)
{
	return walk_marker(p, end) > 0 || walk_begins_block(p, end) ||
	    strchr("#>| \t", *p) != NULL || text_begins(p, end, "<!--") ||
	    text_begins(p, end, "```") || text_begins(p, end, "~~~");
}

/* Whether it contains another block, even without a blank line before it. */
static bool
holds_blocks(const char *p, const char *end)
{
	const char *line;

	if (table_may_be_in(p, end))
		return true;
	for (line = p; line < end; line = walk_line_end(line, end)) {
		p = text_skip_blanks(line, end);
		if (p < end && *p != '\n' && begins_block(p, end))
			return true;
	}
	return false;
}

static void
close_text(struct definitions *d)
{
	const char *text = d->text.bytes;
	struct walk_token token;
	struct walk walk;

	d->text.length = (size_t)(text_cut_space(text, text +
	    d->text.length) - text);
	walk_init(&walk, text, d->text.length, "");
	walk.is_mdx = d->walk->is_mdx;
	walk.is_flat = d->walk->is_flat;
	while (walk_next(&walk, &token))
		continue;
	walk_close_fence(&walk, &d->text);
}

static void
put_definition(struct definitions *d, bool is_loose)
{
	const char *p = d->text.bytes;
	const char *end = p + d->text.length, *stop;

	stop = walk_paragraph_end(p, end);
	if (is_loose || holds_blocks(p, stop))
		stop = p;
	if (stop == end) {
		put_bare(d, "<dd>", p, end, "</dd>");
		return;
	}
	buf_puts(d->out, "<dd>");
	put_gap(d);
	if (stop > p)
		put_bare(d, "", p, stop, "");
	while (*stop == '\n')
		stop++;
	put_lines(d, stop, end);
	put_gap(d);
	buf_puts(d->out, "</dd>");
	put_gap(d);
}

/* ---- reading ---- */

/* Add a line of a definition without this much indentation. */
static void
add_line(struct definitions *d, const struct line *line, size_t indent)
{
	size_t column = line->column;

	for (; !line->is_blank && column > indent; column--)
		buf_putc(&d->text, ' ');
	if (!line->is_blank)
		buf_add_span(&d->text, line->text, line->end);
	else
		buf_putc(&d->text, '\n');
}

/*
 * Read the text of the definition at a colon, with all that belongs to it.
 * Returns what follows it, and whether blank lines come before that.  A
 * footnote ends it: moved to the others, it would take the end of the list
 * along.
 */
static const char *
read_text(struct definitions *d, const char *p, bool *has_blanks)
{
	const char *end = d->walk->end, *text = text_skip_blanks(p + 1, end);
	size_t width = (size_t)(text - p), indent;
	const char *stop = walk_line_end(p, end);
	struct line line;

	if (p[1] == '\t' || width > INDENT_MAX)
		width = p[1] == '\t' ? TAB : 2;
	indent = d->column + width;
	buf_clear(&d->text);
	buf_add_span(&d->text, text, stop);
	*has_blanks = false;
	for (p = stop; p < end; p = line.end) {
		line = read_line(d, p);
		if (line.is_outside || (!line.is_blank &&
		    line.column < indent && (*has_blanks ||
		    is_colon(line.text, end) ||
		    walk_begins_note(line.text, line.end) ||
		    is_rule(&line) || begins_block(line.text, end))))
			break;
		*has_blanks = line.is_blank;
		if (!line.is_blank)
			stop = line.end;
		add_line(d, &line, indent);
	}
	*has_blanks = p > stop;
	return *has_blanks || p == end ? p : stop;
}

/* Whether the list continues at p with another definition. */
static bool
has_more(const struct definitions *d, const char *p)
{
	struct line line;

	if (p == d->walk->end)
		return false;
	line = read_line(d, p);
	return !line.is_outside && line.column < d->column + TAB &&
	    is_colon(line.text, d->walk->end);
}

/* Begin a list, or continue the one before. */
static void
begin_list(struct definitions *d)
{
	const struct terms *terms = &d->terms;
	bool is_same = d->end > 0 && d->end == terms->offset &&
	    d->quotes == terms->quotes && d->lists == terms->lists &&
	    walk_skip_prefix(terms->start, terms->text) == terms->text;

	set_prefix(d);
	d->out->length = is_same ? d->close : terms->offset;
	buf_add_span(d->out, terms->start, terms->text);
	if (is_same)
		return;
	buf_puts(d->out, "<dl>");
	put_gap(d);
}

static void
take_list(struct definitions *d)
{
	bool is_loose = d->terms.blanks > 0, has_blanks;
	const char *p = d->walk->text, *stop;

	d->column = read_line(d, d->walk->line).column;
	begin_list(d);
	put_terms(d);
	for (;;) {
		stop = read_text(d, p, &has_blanks);
		close_text(d);
		put_definition(d, is_loose);
		if (!has_more(d, stop))
			break;
		p = read_line(d, stop).text;
		is_loose = has_blanks;
	}
	/* The last line has already begun. */
	d->out->length -= d->prefix.length;
	d->close = d->out->length;
	buf_printf(d->out, "%s</dl>\n%s\n", d->prefix.bytes,
	    d->prefix.bytes);
	d->end = d->out->length;
	d->quotes = d->terms.quotes;
	d->lists = d->terms.lists;
	walk_skip(d->walk, stop);
	d->walk->in_paragraph = false;
	d->terms.start = NULL;
}

/* Whether the terms end just above: code may span lines, too. */
static bool
is_below_terms(const struct definitions *d)
{
	const struct terms *terms = &d->terms;
	const struct walk *w = d->walk;

	return terms->start != NULL && (terms->blanks == 0 ? terms->end :
	    walk_line_end(terms->end, w->end)) == w->line &&
	    w->quotes == terms->quotes && w->lists == terms->lists;
}

/* A line below a table is not a definition: it may be the table's caption. */
static bool
is_below_table(struct definitions *d)
{
	struct terms *terms = &d->terms;

	if (!table_may_be_in(terms->text, terms->end))
		return false;
	terms->start = NULL;
	return true;
}

static bool
begins_list(struct definitions *d)
{
	const struct walk *w = d->walk;

	return !w->in_html && is_colon(w->text, w->end) &&
	    walk_skip_prefix(w->line, w->text) == w->text &&
	    is_below_terms(d) && !is_below_table(d);
}

/* Note a line of text that does not begin a definition. */
static void
note_line(struct definitions *d)
{
	const struct walk *w = d->walk;
	struct terms *terms = &d->terms;

	if (w->in_html || !w->in_paragraph || w->is_lazy ||
	    w->text - w->line > PREFIX_MAX)
		terms->start = NULL;
	else if (!walk_continues(w))
		*terms = (struct terms){ .start = w->line, .text = w->text,
		    .offset = d->out->length, .quotes = w->quotes,
		    .lists = w->lists };
	terms->end = walk_line_end(w->line, w->end);
}

/* Note code or a blank line. */
static void
note_other(struct definitions *d, const struct walk_token *token)
{
	bool is_after_list = d->end == d->out->length;

	if (token->kind == WALK_CODE || d->terms.blanks++ > 0)
		d->terms.start = NULL;
	else if (is_after_list)
		d->end += token->length;
}

static void
adapt(struct buf *out, struct walk *w)
{
	struct definitions d = { .walk = w, .out = out };
	struct walk_token token;

	while (walk_next(w, &token)) {
		if (token.kind == WALK_LINE && begins_list(&d)) {
			take_list(&d);
			continue;
		}
		if (token.kind == WALK_LINE)
			note_line(&d);
		else if (token.start != w->line && (token.start == w->start ||
		    token.start[-1] == '\n'))
			note_other(&d, &token);
		buf_add(out, token.start, token.length);
	}
	buf_release(&d.prefix);
	buf_release(&d.text);
}

const struct adaption adaption_definition = {
	.dialect = MARKDOWN_DEFINITIONS,
	.may_be_in = may_be_in,
	.adapt = adapt,
	.has_standins = true
};

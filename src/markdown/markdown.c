#include <limits.h>
#include <string.h>

#include <md4c.h>

#include "base/bigram.h"
#include "base/mem.h"
#include "base/text.h"
#include "html/ids.h"
#include "markdown/adaption.h"
#include "markdown/footnote.h"
#include "markdown/markdown_parts.h"
#include "markdown/padding.h"

/*
 * md4c pads every row of a table to the width of its head, so a wide table of
 * empty rows is quadratic.  Later versions of md4c have the same limit.
 */
#define TABLE_COLUMNS_MAX 128

/* Whether some line could be the delimiter row of a table that is too wide. */
static bool
has_wide_table(const char *p, const char *end)
{
	size_t columns = 0;

	for (; (p = text_find(p, end, '|')) != NULL; p++) {
		if (++columns > TABLE_COLUMNS_MAX)
			return true;
		p += strspn(p + 1, "-: \t");
		if (p + 1 < end && p[1] != '|')
			columns = 0;
	}
	return false;
}

/* What would take md4c more than linear time stays text. */
static unsigned
flags_for(const char *p, const char *end)
{
	unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH |
	    MD_FLAG_TASKLISTS;

	if (has_wide_table(p, end))
		flags &= ~(unsigned)MD_FLAG_TABLES;
	return flags;
}

/* Changes to the source, made one after the other where needed. */
struct source {
	struct adaption_source text;	/* in one of the buffers, or as given */
	struct buf	 bufs[2];
	bool		 has_standins;
};

static void
take_text(struct source *source, const char *s, size_t n)
{
	static const struct bigram pairs[BIGRAMS] = {
		{ "`", "`" }, { "~", "~" }, { "[]", "^:" }, { "<", "hH" },
		{ "w", "w" }, { "n", "=>" }, { "\n\t", ":" }, { " >", ":" }
	};

	source->text.start = s;
	source->text.end = s + n;
	source->text.pairs = bigrams_in(s, n, pairs);
}

static size_t
length_of(const struct source *source)
{
	return (size_t)(source->text.end - source->text.start);
}

/* The buffer for the next change. */
static struct buf *
next_source(struct source *source)
{
	struct buf *next = &source->bufs[source->text.start ==
	    source->bufs[0].bytes];

	buf_clear(next);
	buf_puts(next, "");
	return next;
}

static void
take_source(struct source *source, const struct buf *buf)
{
	take_text(source, buf->bytes, buf->length);
}

/* A thematic break, a setext underline or the delimiter row of a table. */
static bool
is_line_of_marks(const char *p, const char *end)
{
	while (p < end && strchr("-:|=*_ \t", *p) != NULL)
		p++;
	return p == end;
}

/* One backslash at the end of a line is already a break; two are text. */
static bool
ends_in_break(const char *p, const char *end)
{
	const char *stop = end;

	while (end > p && end[-1] == '\\')
		end--;
	return (stop - end) % 2 != 0;
}

/* The target of a link continues on the next line, and not all versions of
   md4c allow spaces before that. */
static bool
ends_in_target(const char *p, const char *end)
{
	while (end > p && end[-1] != '(' && end[-1] != ')')
		end--;
	return end - p > 1 && end[-1] == '(' && end[-2] == ']';
}

/* Whether the text of a line continues on the next one after a soft break. */
static bool
ends_softly(const char *p, const char *end)
{
	return end > p && end[-1] != MARKDOWN_BARE_END &&
	    !ends_in_break(p, end) && !ends_in_target(p, end) &&
	    !is_line_of_marks(p, end);
}

static struct walk
begin_walk(const char *s, size_t n, const char *marks,
    const struct markdown_options *o)
{
	struct walk walk;

	walk_init(&walk, s, n, marks);
	walk.dialect = o->dialect;
	walk.is_mdx = o->is_mdx;
	walk.is_flat = (o->dialect & MARKDOWN_FLAT) != 0;
	return walk;
}

/* Two spaces at the end of a line make a <br>, but not at that of a block. */
static void
wrap_hard(struct buf *out, const char *s, size_t n,
    const struct markdown_options *o)
{
	struct walk_token token;
	struct walk walk = begin_walk(s, n, "", o);
	const char *line = s;	/* walk.text stays above blank lines and
				   lines of code */

	while (walk_next(&walk, &token)) {
		if (token.kind == WALK_TEXT && token.length == 1 &&
		    *token.start == '\n' && !walk.in_html &&
		    ends_softly(walk.text > line ? walk.text : line,
		    token.start))
			buf_puts(out, "  ");
		buf_add(out, token.start, token.length);
		if (token.length > 0 && token.start[token.length - 1] == '\n')
			line = token.start + token.length;
	}
}

/*
 * What md4c reads differently.  Each adaption gets the output of those before
 * it; those that set a limit come last.
 */
static const struct adaption *const adaptions[] = {
	&adaption_late_fence,
	&adaption_item_code,
	&adaption_raw_block,
	&adaption_definition,
	&adaption_padded_label,
	&adaption_link_definition,
	&adaption_reference_link,
	&adaption_figure,
	&adaption_math_bracket,
	&adaption_math,
	&adaption_rows,
	&adaption_table,
	&adaption_raw_heading,
	&adaption_emoji,
	&adaption_angle,
	&adaption_element,
	&adaption_backslash,
	&adaption_autolink,
	&adaption_span,
	&adaption_heading,
	&adaption_tilde,
	&adaption_strike,
	&adaption_wide_span,
	&adaption_target,
	&adaption_flood,
	&adaption_crowd
};

/* Adapt token by token. */
static void
adapt_tokens(struct buf *out, struct walk *w, const struct adaption *a)
{
	struct walk_token token;

	while (walk_next(w, &token))
		if (!a->take(out, w, &token))
			buf_add(out, token.start, token.length);
}

static void
adapt(struct source *source, const struct adaption *a,
    const struct markdown_options *o)
{
	struct buf *next = next_source(source);
	struct walk walk = begin_walk(source->text.start, length_of(source),
	    a->marks == NULL ? "" : a->marks, o);

	walk.rules = a->rules;
	if (a->take != NULL)
		adapt_tokens(next, &walk, a);
	else
		a->adapt(next, &walk);
	take_source(source, next);
	source->has_standins = source->has_standins || a->has_standins;
}

static void
pad(struct source *source)
{
	size_t padding = padding_needed(source->text.start, length_of(source));
	struct buf *next;

	if (padding == 0)
		return;
	next = next_source(source);
	for (; padding > 0; padding--)
		buf_putc(next, '\n');
	buf_add_span(next, source->text.start, source->text.end);
	take_source(source, next);
}

static void
prepare(struct source *source, const struct markdown_options *o)
{
	const struct adaption *a;
	struct buf *next;
	size_t i;

	for (i = 0; i < sizeof adaptions / sizeof *adaptions; i++) {
		a = adaptions[i];
		if ((a->dialect == 0 || o->dialect & a->dialect) &&
		    a->may_be_in(&source->text))
			adapt(source, a, o);
	}
	if (o->footnotes != NULL && footnote_may_be_in(&source->text)) {
		next = next_source(source);
		footnote_expand(next, source->text.start, length_of(source),
		    o);
		take_source(source, next);
	}
	if (o->hard_wraps) {
		next = next_source(source);
		wrap_hard(next, source->text.start, length_of(source), o);
		take_source(source, next);
	}
	pad(source);
}

void
markdown_render(struct buf *out, const char *s, size_t n,
    const struct markdown_options *o)
{
	struct source source = { .text = { .dialect = o->dialect } };
	size_t from = out->length;
	unsigned flags;

	take_text(&source, s, n);
	prepare(&source, o);
	s = source.text.start;
	n = length_of(&source);
	if (n > UINT_MAX / 2)
		mem_exhausted();
	flags = flags_for(s, s + n);
	if (o->is_mdx || o->dialect & MARKDOWN_FLAT)
		flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
	markdown_output(out, s, n, flags, o);
	if ((o->is_mdx || source.has_standins) && out->length > from)
		standin_replace(out, from);
	if (o->heading_ids && out->length > from)
		ids_add(out, from);
	buf_release(&source.bufs[0]);
	buf_release(&source.bufs[1]);
}

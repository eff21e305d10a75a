#include <limits.h>
#include <string.h>

#include <md4c-html.h>

#include "base/mem.h"
#include "base/text.h"
#include "body/autolink.h"
#include "body/code.h"
#include "body/footnote.h"
#include "body/ids.h"
#include "body/markdown.h"
#include "body/markup.h"
#include "body/math.h"
#include "body/raw_heading.h"
#include "body/standin.h"
#include "body/table.h"
#include "body/tabs.h"
#include "body/walk.h"

/*
 * md4c fills up every row of a table to the width of its head, so a wide
 * table of empty rows is quadratic.  Later versions of md4c draw the line at
 * the same number.
 */
#define TABLE_COLUMNS_MAX 128

/* The same for bare URLs in one paragraph. */
#define PARAGRAPH_URLS_MAX 4096

enum {
	CODE_INDENT = 4,	/* CommonMark 4.4 */
	HEADING_MAX = 6,	/* 4.2 */
	NUMBER_MAX = 9		/* digits of a list item, 5.2 */
};

/* What Markdown makes of lines up to the next blank one. */
enum chunk { CHUNK_HTML, CHUNK_TEXT };

struct shape {
	size_t		 depth;		/* open block-level elements */
	size_t		 code_depth;	/* open <pre> and <code> */
	bool		 in_paragraph;	/* in a <p> at depth 0 */
	bool		 has_block;
	bool		 is_loose;	/* bare text after a blank line */
	enum chunk	 chunk;
	bool		 after_blank;	/* the line above is blank ... */
	bool		 is_blank;	/* ... and this one so far */
	size_t		 indent;
};

static bool
is_marked(const char *p, size_t n, const char *end)
{
	return p + n == end || ascii_is_blank(p[n]);
}

static size_t
count(const char *p, const char *end, bool (*accept)(char))
{
	size_t n = 0;

	while (p + n < end && accept(p[n]))
		n++;
	return n;
}

static size_t
count_char(const char *p, const char *end, char c)
{
	size_t n = 0;

	while (p + n < end && p[n] == c)
		n++;
	return n;
}

/* Whether a line that follows a blank one begins a Markdown block. */
static bool
begins_block(const char *p, const char *end)
{
	size_t n;

	switch (*p) {
	case '#':
		n = count_char(p, end, '#');
		return n <= HEADING_MAX && is_marked(p, n, end);
	case '`':
	case '~':
		return count_char(p, end, *p) >= 3;
	case '-':
	case '*':
	case '+':
	case '>':
		return is_marked(p, 1, end);
	case '|':
		return true;
	case '[':
		p = memchr(p, ']', (size_t)(end - p));
		return p != NULL && p + 1 < end && p[1] == ':';
	default:
		n = count(p, end, ascii_is_digit);
		return n > 0 && n <= NUMBER_MAX && p + n < end &&
		    (p[n] == '.' || p[n] == ')') && is_marked(p, n + 1, end);
	}
}

/* Whether part of a line holds a link, strong emphasis or code. */
static bool
holds_span(const char *p, const char *end)
{
	size_t stars = 0, quotes = 0;

	for (; p < end; p++)
		if (*p == '`') {
			quotes++;
		} else if (p + 1 < end && p[0] == ']' && p[1] == '(') {
			return true;
		} else if (p + 1 < end && p[0] == '*' && p[1] == '*') {
			stars++;
			p++;
		}
	return stars > 1 || quotes > 1;
}

/* Part of a line that is text; false when it is Markdown. */
static bool
read_line(struct shape *shape, const char *p, const char *end)
{
	if (shape->is_blank) {
		for (; p < end && ascii_is_space(*p); p++)
			shape->indent += *p == '\t' ? CODE_INDENT : 1;
		if (p == end)
			return true;
		shape->is_blank = false;
		if (shape->after_blank) {
			shape->is_loose = true;
			shape->chunk = shape->indent < CODE_INDENT ?
			    CHUNK_TEXT : CHUNK_HTML;
			if (shape->chunk == CHUNK_TEXT && begins_block(p, end))
				return false;
		}
	}
	return shape->chunk != CHUNK_TEXT || !holds_span(p, end);
}

static void
end_line(struct shape *shape)
{
	shape->after_blank = shape->is_blank;
	shape->is_blank = true;
	shape->indent = 0;
}

/* Text outside of code; false when it makes the body Markdown. */
static bool
read_text(struct shape *shape, const char *p, const char *end)
{
	bool is_inside = shape->depth > 0 || shape->in_paragraph;
	const char *line_end;

	if (!is_inside && count(p, end, ascii_is_space) < (size_t)(end - p))
		return false;
	for (; p < end; p = line_end + 1) {
		line_end = memchr(p, '\n', (size_t)(end - p));
		if (line_end == NULL)
			return read_line(shape, p, end);
		if (!read_line(shape, p, line_end))
			return false;
		end_line(shape);
	}
	return true;
}

/* Markup at the beginning of a line. */
static void
begin_line(struct shape *shape, bool is_phrasing)
{
	if (shape->is_blank && shape->after_blank)
		shape->chunk = is_phrasing && shape->indent < CODE_INDENT ?
		    CHUNK_TEXT : CHUNK_HTML;
	shape->is_blank = false;
}

/*
 * A top-level block has ended.  When its end was only implied, bare text in
 * it can as well have been Markdown's.
 */
static bool
end_block(struct shape *shape, bool is_implied)
{
	bool ok = !is_implied || !shape->is_loose;

	shape->in_paragraph = false;
	shape->is_loose = false;
	return ok;
}

static bool
enter_block(struct shape *shape, const struct markup_token *token)
{
	shape->has_block = true;
	if (shape->depth == 0) {
		if (!end_block(shape, shape->in_paragraph))
			return false;
		shape->in_paragraph = markup_name_is(token, "p");
	}
	if (!(token->classes & (MARKUP_VOID | MARKUP_OPTIONAL_END)))
		shape->depth++;
	return true;
}

static bool
is_code(const struct markup_token *token)
{
	return markup_name_is(token, "pre") || markup_name_is(token, "code");
}

/* A start tag; false when it makes the body Markdown. */
static bool
read_start(struct shape *shape, const struct markup_token *token)
{
	bool is_text = (token->classes & MARKUP_RAW) != 0;

	begin_line(shape, !(token->classes & MARKUP_BLOCK) && !is_text);
	shape->code_depth += is_code(token);
	if (token->classes & MARKUP_BLOCK)
		return enter_block(shape, token);
	if (is_text || shape->depth > 0 || shape->in_paragraph)
		return true;
	return shape->has_block && token->classes & MARKUP_VOID;
}

static bool
read_end(struct shape *shape, const struct markup_token *token)
{
	unsigned classes = markup_element_class(token->name,
	    token->name_length);

	begin_line(shape, !(classes & (MARKUP_BLOCK | MARKUP_RAW)));
	if (is_code(token) && shape->code_depth > 0)
		shape->code_depth--;
	if (shape->depth == 0)
		return !markup_name_is(token, "p") || end_block(shape, false);
	if (!(classes & MARKUP_BLOCK) || classes & MARKUP_OPTIONAL_END)
		return true;
	shape->depth--;
	return shape->depth > 0 || end_block(shape, false);
}

static bool
read_token(struct shape *shape, const struct markup_token *token)
{
	switch (token->kind) {
	case MARKUP_TEXT:
		return token->raw || shape->code_depth > 0 ||
		    read_text(shape, token->start,
		    token->start + token->length);
	case MARKUP_START:
		return read_start(shape, token);
	case MARKUP_END:
		return read_end(shape, token);
	default:
		begin_line(shape, false);
		return true;
	}
}

bool
markdown_is_html(const char *s, size_t n)
{
	struct shape shape = { .after_blank = true, .is_blank = true };
	struct markup_token token;
	struct markup markup;

	markup_init(&markup, s, n);
	while (markup_next(&markup, &token))
		if (!read_token(&shape, &token))
			return false;
	return shape.has_block &&
	    end_block(&shape, shape.depth > 0 || shape.in_paragraph);
}

/* Whether a character stands there more than so many times. */
static bool
holds_more(const char *p, const char *end, char c, size_t limit)
{
	size_t n = 0;

	while (p < end && (p = memchr(p, c, (size_t)(end - p))) != NULL) {
		if (++n > limit)
			return true;
		p++;
	}
	return false;
}

/* Whether some line could underline the head of a table too wide. */
static bool
has_wide_table(const char *p, const char *end)
{
	size_t columns = 0;

	if (!holds_more(p, end, '|', TABLE_COLUMNS_MAX))
		return false;
	for (; p < end; p++)
		if (*p == '|') {
			if (++columns > TABLE_COLUMNS_MAX)
				return true;
		} else if (*p != '-' && *p != ':' && !ascii_is_blank(*p)) {
			columns = 0;
		}
	return false;
}

/*
 * Whether a paragraph holds more URLs than md4c links in linear time: such as
 * hold a character, with a word around it that begins so many bytes before.
 */
static bool
has_crowd(const char *start, const char *end, const char *word, size_t before)
{
	const size_t n = strlen(word);
	const char c = word[before], *p;
	bool is_blank_line = true;
	size_t urls = 0;

	if (!holds_more(start, end, c, PARAGRAPH_URLS_MAX))
		return false;
	for (p = start; p < end; p++) {
		if (*p == '\n') {
			urls = is_blank_line ? 0 : urls;
			is_blank_line = true;
		} else if (!ascii_is_blank(*p)) {
			is_blank_line = false;
		}
		if (*p == c && (size_t)(p - start) >= before &&
		    (size_t)(end - p) >= n - before &&
		    memcmp(p - before, word, n) == 0 &&
		    ++urls > PARAGRAPH_URLS_MAX)
			return true;
	}
	return false;
}

/* What md4c would take more than linear time for stays text. */
static unsigned
flags_for(const char *p, const char *end)
{
	unsigned flags = MD_DIALECT_GITHUB;

	if (has_wide_table(p, end))
		flags &= ~(unsigned)MD_FLAG_TABLES;
	if (has_crowd(p, end, "://", 0))
		flags &= ~(unsigned)MD_FLAG_PERMISSIVEURLAUTOLINKS;
	/* Dots are common. */
	if ((size_t)(end - p) > PARAGRAPH_URLS_MAX * strlen("www.a.b ") &&
	    has_crowd(p, end, "www.", 3))
		flags &= ~(unsigned)MD_FLAG_PERMISSIVEWWWAUTOLINKS;
	return flags;
}

/* Changes to the source, one after the other: each where there is need. */
struct source {
	const char	*text;
	size_t		 length;
	struct buf	 bufs[2];	/* the text is in one of them, or was
					   given */
	bool		 is_adapted;
};

/* Where the next change is written to. */
static struct buf *
next_source(struct source *source)
{
	struct buf *next = &source->bufs[source->text ==
	    source->bufs[0].bytes];

	buf_clear(next);
	buf_puts(next, "");
	return next;
}

static void
take_source(struct source *source, const struct buf *buf)
{
	source->text = buf->bytes;
	source->length = buf->length;
}

/* A rule, or what underlines a heading or the head of a table. */
static bool
is_line_of_marks(const char *p, const char *end)
{
	while (p < end && strchr("-:|=*_ \t", *p) != NULL)
		p++;
	return p == end;
}

/* Two blanks at the end of a line make a <br>; at that of a block, nothing. */
static void
wrap_hard(struct buf *out, const char *s, size_t n)
{
	struct walk_token token;
	struct walk walk;

	walk_init(&walk, s, n, "");
	while (walk_next(&walk, &token)) {
		if (token.kind == WALK_TEXT && token.length == 1 &&
		    *token.start == '\n' && !walk.in_html &&
		    token.start > walk.text && token.start[-1] != '\\' &&
		    token.start[-1] != MARKDOWN_BARE_END &&
		    !is_line_of_marks(walk.text, token.start))
			buf_puts(out, "  ");
		buf_add(out, token.start, token.length);
	}
}

/* What md4c reads otherwise, written as it wants it. */
static const struct adaption {
	bool	(*may_be_in)(const char *, size_t);
	void	(*adapt)(struct buf *, const char *, size_t, bool is_mdx);
} adaptions[] = {
	{ math_may_be_in, math_protect },
	{ table_may_be_in, table_adapt },
	{ tabs_may_be_in, tabs_keep },
	{ raw_heading_may_be_in, raw_heading_adapt },
	{ autolink_may_be_in, autolink_mark }
};

static void
prepare(struct source *source, const struct markdown_options *o)
{
	const struct adaption *a;
	struct buf *next;
	size_t i;

	for (i = 0; i < sizeof adaptions / sizeof *adaptions; i++) {
		a = &adaptions[i];
		if (!a->may_be_in(source->text, source->length))
			continue;
		next = next_source(source);
		a->adapt(next, source->text, source->length, o->is_mdx);
		take_source(source, next);
		source->is_adapted = true;
	}
	if (o->footnotes != NULL &&
	    footnote_may_be_in(source->text, source->length)) {
		next = next_source(source);
		footnote_expand(next, source->text, source->length,
		    o->footnotes);
		take_source(source, next);
	}
	if (o->hard_wraps) {
		next = next_source(source);
		wrap_hard(next, source->text, source->length);
		take_source(source, next);
	}
}

/*
 * What md4c makes.  It links URLs in the text of a link, too, where a link
 * cannot stand: browsers end the outer one there.  The text of such a link
 * stays alone.
 */
struct output {
	struct code	 code;		/* holds the HTML */
	bool		 in_link;
	bool		 in_inner;	/* a link in that */
	bool		 in_tag;	/* of the latter */
	const struct markdown_options *options;
	bool		 in_address;	/* of a picture */
	struct buf	 address;	/* its pieces */
};

static bool
is_piece(const char *s, size_t n, const char *piece)
{
	return n == strlen(piece) && memcmp(s, piece, n) == 0;
}

/* A link ends with its block, even one of raw HTML that nothing closes. */
static bool
begins_text_block(const char *s, size_t n)
{
	return is_piece(s, n, "<p>") || is_piece(s, n, "<li>") ||
	    (n == 4 && s[1] == 'h' && ascii_is_digit(s[2]));
}

static bool
is_raw_link(const char *s, size_t n)
{
	return n > 8 && s[1] == 'a' && ascii_is_space(s[2]) &&
	    ascii_has_prefix(s + 3, "href");
}

/* A piece that begins with '<'; false: it is left out. */
static bool
take_markup(struct output *out, const char *s, size_t n)
{
	bool is_inner;

	if (is_piece(s, n, "<a href=\"")) {
		out->in_tag = out->in_inner = out->in_link;
		out->in_link = true;
		return !out->in_inner;
	}
	if (is_piece(s, n, "</a>")) {
		is_inner = out->in_inner;
		out->in_inner = false;
		out->in_link = is_inner;
		return !is_inner;
	}
	if (is_piece(s, n, "<img src=\"") && out->options->picture != NULL) {
		out->in_address = true;
		buf_clear(&out->address);
	} else if (is_raw_link(s, n)) {
		out->in_link = true;
	} else if (begins_text_block(s, n)) {
		out->in_link = false;
	}
	return true;
}

static void
end_address(struct output *out, bool is_picture)
{
	const struct markdown_options *o = out->options;
	const char *url = NULL;

	buf_puts(&out->address, "");
	if (is_picture)
		url = o->picture(o->context, out->address.bytes);
	buf_puts(out->code.out, url != NULL ? url : out->address.bytes);
	out->in_address = false;
}

/* An address that is not of Markdown, but of raw HTML, may end anyhow. */
static void
take_address(struct output *out, const char *s, size_t n)
{
	if (is_piece(s, n, "\" alt=\""))
		end_address(out, true);
	else if (memchr(s, '\n', n) != NULL || memchr(s, '<', n) != NULL)
		end_address(out, false);
	buf_add(out->in_address ? &out->address : out->code.out, s, n);
}

/*
 * md4c hands on each tag alone, but for those of a link and of a picture, in
 * several pieces.
 */
static void
add_output(const MD_CHAR *s, MD_SIZE n, void *context)
{
	struct output *out = context;
	struct code *code = &out->code;

	if (out->in_address) {
		take_address(out, s, n);
		return;
	}
	if (out->in_tag) {
		out->in_tag = !is_piece(s, n, "\">");
		return;
	}
	if (n > 2 && *s == '<' && code->state == CODE_OUTSIDE &&
	    !take_markup(out, s, n))
		return;
	/* Nearly all that comes is neither code nor its beginning. */
	if (code->state == CODE_OUTSIDE && n != CODE_TAG_LENGTH)
		buf_add(code->out, s, n);
	else
		code_add(code, s, n);
}

/* Take out the marks of paragraphs that are none, and their <p> with them. */
static void
drop_marks(struct buf *out, size_t from)
{
	const char *p = out->bytes + from, *end = out->bytes + out->length;
	char *to = out->bytes + from;
	bool is_open = false;

	for (; p < end; p++)
		if (*p == MARKDOWN_BARE) {
			if ((size_t)(to - out->bytes) >= from + 3 &&
			    memcmp(to - 3, "<p>", 3) == 0) {
				to -= 3;
				is_open = true;
			}
		} else if (*p == MARKDOWN_BARE_END) {
			if (is_open && end - p > 4 &&
			    memcmp(p + 1, "</p>", 4) == 0) {
				p += 4;
				is_open = false;
			}
		} else {
			*to++ = *p;
		}
	out->length = (size_t)(to - out->bytes);
	buf_puts(out, "");
}

void
markdown_render(struct buf *out, const char *s, size_t n,
    const struct markdown_options *o)
{
	struct source source = { .text = s, .length = n };
	struct output output = { .options = o, .code = { .out = out,
	    .is_hilite = o->is_hilite } };
	size_t from = out->length;
	unsigned flags;

	prepare(&source, o);
	s = source.text;
	n = source.length;
	if (n > UINT_MAX / 2)
		mem_exhausted();
	flags = flags_for(s, s + n);
	if (o->is_mdx)
		flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
	if (md_html(s, (MD_SIZE)n, add_output, &output, flags, 0) != 0)
		mem_exhausted();
	if (output.in_address)
		end_address(&output, false);
	buf_release(&output.code.word);
	if (source.is_adapted && out->length > from)
		standin_replace(out, from);
	if (o->is_mdx && out->length > from)
		drop_marks(out, from);
	if (o->heading_ids && out->length > from)
		ids_add(out, from);
	buf_release(&output.address);
	buf_release(&source.bufs[0]);
	buf_release(&source.bufs[1]);
}

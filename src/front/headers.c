#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "front/headers.h"
#include "front/lines.h"

static const struct style {
	const char	*mark;		/* before the key */
	bool		 continues;	/* indented lines continue a value */
	bool		 may_stop;	/* at any line that is not a header */
	bool		 is_code;	/* all lines are indented like code */
} styles[] = {
	{ ".. ", false, true, false },
	{ ":", true, false, false },
	{ "", true, false, false },
	{ "", false, true, true }
};

#define STYLES (sizeof styles / sizeof *styles)

/* Comments that may contain headers, delimited by lines of their own.  HTML
   comments are left to the author, except those of Nikola. */
static const struct comment {
	const char	*opening, *closing;
	size_t		 styles;	/* the first of the above */
} comments[] = {
	{ "<!--", "-->", 1 },
	{ "/*", "*/", STYLES }
};

/* A line that is a header, as offsets from its beginning. */
struct header {
	size_t	 key, key_length, value;
};

/* Lines with more indentation are code, or continue the previous line. */
#define MAX_INDENTATION 3

/* Longer keys are sentences. */
#define MAX_KEY 40

static bool
is_key_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-';
}

/* Words separated by single spaces, as in MultiMarkdown. */
static size_t
key_length(const char *p, size_t n)
{
	size_t i = 0;

	while (i < n && (is_key_char(p[i]) || (p[i] == ' ' && i > 0 &&
	    is_key_char(p[i - 1]))))
		i++;
	return i > MAX_KEY || (i > 0 && p[i - 1] == ' ') ? 0 : i;
}

static bool
read_header(const struct style *style, const char *p, size_t n,
    struct header *h)
{
	size_t mark = strlen(style->mark);

	h->key = line_indentation(p, n);
	if ((h->key > MAX_INDENTATION) != style->is_code ||
	    n - h->key <= mark ||
	    memcmp(p + h->key, style->mark, mark) != 0)
		return false;
	h->key += mark;
	h->key_length = key_length(p + h->key, n - h->key);
	h->value = h->key + h->key_length + 1;
	/* "https://..." is not a header. */
	if (h->key_length == 0 || h->value > n || p[h->value - 1] != ':' ||
	    (h->value < n && p[h->value] == '/'))
		return false;
	/* Logseq has two colons. */
	h->value += h->value < n && p[h->value] == ':';
	return true;
}

static bool
is_line(const char *p, size_t n, const char *text)
{
	size_t start = line_indentation(p, n), length = strlen(text);

	return text_begins(p + start, p + n, text) &&
	    line_is_blank(p + start + length, n - start - length);
}

/* What distinguishes headers from prose, or'ed. */
enum { TITLE = 1, DATE = 2, BOTH = TITLE | DATE, TAGS = 4 };

static unsigned
sign_of(const char *p, const struct header *h)
{
	char key[MAX_KEY + 1];

	memcpy(key, p + h->key, h->key_length);
	key[h->key_length] = '\0';
	if (value_key_equal(key, "title"))
		return TITLE;
	if (value_key_equal(key, "tags"))
		return TAGS;
	return value_key_equal(key, "date") ? DATE : 0;
}

/* Whether headers may end before a line that is not one. */
static bool
may_stop(const struct style *style, const struct block *block, unsigned signs)
{
	return style->may_stop || (signs & BOTH) == BOTH ||
	    block->loose_headers;
}

/* Code may begin with either, so it needs both. */
static bool
are_headers(const struct style *style, unsigned signs)
{
	return style->is_code ? (signs & BOTH) == BOTH : signs != 0;
}

/*
 * Length of the headers of a style; 0: there are none, or they are not closed.
 * Inside a comment (else NULL) they end with it.
 */
static size_t
style_length(const struct style *style, const struct block *block,
    const struct comment *comment)
{
	const char *p = block->text, *end = p + block->length;
	unsigned signs = 0;
	bool has_end = comment == NULL;
	struct header h;
	size_t n;

	for (; p < end; p += n) {
		n = line_length(p, end);
		if (comment != NULL && is_line(p, n, comment->closing)) {
			has_end = true;
			p += n;
			break;
		}
		if (line_is_blank(p, n)) {
			if (comment == NULL)
				break;
		} else if (read_header(style, p, n, &h)) {
			signs |= sign_of(p, &h);
		} else if (!style->continues || p == block->text ||
		    line_indentation(p, n) == 0) {
			if (comment != NULL || !may_stop(style, block, signs))
				return 0;
			break;
		}
	}
	return has_end && are_headers(style, signs) ?
	    (size_t)(p - block->text) : 0;
}

/* The block without the line that opens a comment, if there is one. */
static struct block
without_opening(const struct block *block, const struct comment **comment)
{
	size_t n = line_length(block->text, block->text + block->length), i;
	struct block rest = *block;

	*comment = NULL;
	for (i = 0; i < sizeof comments / sizeof *comments; i++)
		if (is_line(block->text, n, comments[i].opening))
			*comment = &comments[i];
	if (*comment != NULL) {
		rest.text += n;
		rest.length -= n;
		rest.line++;
	}
	return rest;
}

size_t
headers_length(const struct block *block)
{
	const struct comment *comment;
	const struct block rest = without_opening(block, &comment);
	size_t i, n;

	for (i = 0; i < (comment == NULL ? STYLES : comment->styles); i++) {
		n = style_length(&styles[i], &rest, comment);
		if (n > 0)
			return (size_t)(rest.text - block->text) + n;
	}
	return 0;
}

/* A header whose lines are being collected. */
struct gathering {
	struct arena		*arena;
	struct arena_list	 entries;
	struct p2f_value	*open;		/* NULL: none yet */
	struct buf		 text;
};

static void
close_header(struct gathering *g)
{
	if (g->open == NULL)
		return;
	buf_puts(&g->text, "");
	value_set_text(g->open, text_trim(g->arena, g->text.bytes));
	arena_list_add(g->arena, &g->entries, g->open);
	g->open = NULL;
	buf_clear(&g->text);
}

static void
open_header(struct gathering *g, const char *p, size_t n,
    const struct header *h, unsigned line)
{
	close_header(g);
	g->open = value_at(g->arena, P2F_TEXT, (struct place){ NULL, line,
	    (unsigned)(h->value + 1 + line_indentation(p + h->value,
	    n - h->value)) });
	g->open->key = arena_strndup(g->arena, p + h->key, h->key_length);
	g->open->plain = 1;
}

static const struct style *
style_of(const struct block *block)
{
	struct header h;
	size_t i, n = line_length(block->text, block->text + block->length);

	for (i = 0; i + 1 < STYLES; i++)
		if (read_header(&styles[i], block->text, n, &h))
			break;
	return &styles[i];
}

static void
gather(struct gathering *g, const struct block *block,
    const struct comment *comment)
{
	const char *p = block->text, *end = p + block->length;
	const struct style *style = style_of(block);
	unsigned line = block->line;
	struct header h;
	size_t n;

	for (; p < end; p += n, line++) {
		n = line_length(p, end);
		if (line_is_blank(p, n) || (comment != NULL &&
		    is_line(p, n, comment->closing)))
			continue;
		if (read_header(style, p, n, &h)) {
			open_header(g, p, n, &h, line);
			buf_add(&g->text, p + h.value, n - h.value);
		} else {
			buf_add(&g->text, p, n);
		}
	}
	close_header(g);
}

const struct p2f_value *
headers_read(struct arena *a, const struct block *block, struct diag *d)
{
	struct gathering g = { .arena = a };
	const struct comment *comment;
	const struct block rest = without_opening(block, &comment);

	gather(&g, &rest, comment);
	buf_release(&g.text);
	return value_of_block(a, block, &g.entries, d);
}

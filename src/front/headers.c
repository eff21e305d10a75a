#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "front/headers.h"
#include "front/lines.h"

static const struct style {
	const char	*mark;		/* what stands before the key */
	bool		 goes_on;	/* indented lines belong to a value */
	bool		 may_stop;	/* at any line that is no header */
} styles[] = {
	{ ".. ", false, true },
	{ ":", true, false },
	{ "", true, false }
};

#define STYLES (sizeof styles / sizeof *styles)

/* A line that is a header, in offsets from its beginning. */
struct header {
	size_t	 key, key_length, value;
};

/* Deeper indented lines are code, or go on with the line before. */
#define MAX_INDENTATION 3

/* Longer keys are sentences. */
#define MAX_KEY 40

static bool
is_key_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-';
}

/* Words with single blanks between them, as MultiMarkdown has. */
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
	if (h->key > MAX_INDENTATION || n - h->key <= mark ||
	    memcmp(p + h->key, style->mark, mark) != 0)
		return false;
	h->key += mark;
	h->key_length = key_length(p + h->key, n - h->key);
	h->value = h->key + h->key_length + 1;
	/* "https://..." is no header. */
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

	return n - start >= length && memcmp(p + start, text, length) == 0 &&
	    line_is_blank(p + start + length, n - start - length);
}

/* What tells headers from prose, or'ed. */
enum { TITLE = 1, DATE = 2 };

static unsigned
sign_of(const char *p, const struct header *h)
{
	char key[MAX_KEY + 1];

	memcpy(key, p + h->key, h->key_length);
	key[h->key_length] = '\0';
	if (value_key_equal(key, "title"))
		return TITLE;
	return value_key_equal(key, "date") ? DATE : 0;
}

/* Whether headers may end before a line that is none. */
static bool
may_stop(const struct style *style, const struct block *block, unsigned signs)
{
	return style->may_stop || signs == (TITLE | DATE) ||
	    block->loose_headers;
}

/* Length of the headers of a style; 0: it is none, or they have no end. */
static size_t
style_length(const struct style *style, const struct block *block,
    bool in_comment)
{
	const char *p = block->text, *end = p + block->length;
	unsigned signs = 0;
	struct header h;
	size_t n;

	for (; p < end; p += n) {
		n = line_length(p, end);
		if (in_comment && is_line(p, n, "-->")) {
			p += n;
			return signs != 0 ? (size_t)(p - block->text) : 0;
		}
		if (line_is_blank(p, n)) {
			if (!in_comment)
				break;
		} else if (read_header(style, p, n, &h)) {
			signs |= sign_of(p, &h);
		} else if (!style->goes_on || p == block->text ||
		    line_indentation(p, n) == 0) {
			if (in_comment || !may_stop(style, block, signs))
				return 0;
			break;
		}
	}
	return signs != 0 && !in_comment ? (size_t)(p - block->text) : 0;
}

/* The block without the line that opens a comment, if there is one. */
static struct block
without_opening(const struct block *block, bool *in_comment)
{
	size_t n = line_length(block->text, block->text + block->length);
	struct block rest = *block;

	*in_comment = is_line(block->text, n, "<!--");
	if (*in_comment) {
		rest.text += n;
		rest.length -= n;
		rest.line++;
	}
	return rest;
}

size_t
headers_length(const struct block *block)
{
	bool in_comment;
	struct block rest = without_opening(block, &in_comment);
	size_t i, n;

	for (i = 0; i < STYLES; i++) {
		n = style_length(&styles[i], &rest, in_comment);
		if (n > 0)
			return (size_t)(rest.text - block->text) + n;
		/* Only Nikola hides its headers. */
		if (in_comment)
			break;
	}
	return 0;
}

/* A header while its lines are gathered. */
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
	g->open->text = text_trim(g->arena, g->text.bytes);
	g->open->kind = g->open->text == NULL ? P2F_NULL : P2F_TEXT;
	arena_list_add(g->arena, &g->entries, g->open);
	g->open = NULL;
	buf_clear(&g->text);
}

static void
open_header(struct gathering *g, const char *p, size_t n,
    const struct header *h, unsigned line)
{
	close_header(g);
	g->open = arena_alloc(g->arena, sizeof *g->open);
	g->open->key = arena_strndup(g->arena, p + h->key, h->key_length);
	g->open->plain = 1;
	g->open->line = line;
	g->open->column = (unsigned)(h->value + 1 +
	    line_indentation(p + h->value, n - h->value));
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
gather(struct gathering *g, const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	const struct style *style = style_of(block);
	unsigned line = block->line;
	struct header h;
	size_t n;

	for (; p < end; p += n, line++) {
		n = line_length(p, end);
		if (line_is_blank(p, n) || is_line(p, n, "-->"))
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
	struct p2f_value *map = arena_alloc(a, sizeof *map);
	bool in_comment;
	struct block rest = without_opening(block, &in_comment);

	gather(&g, &rest);
	buf_release(&g.text);
	map->kind = P2F_MAP;
	map->line = block->line;
	map->column = 1;
	map->items = value_unique(a, &g.entries, block->path, d);
	return map;
}

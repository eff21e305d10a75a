#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "body/cluster.h"
#include "body/opening.h"
#include "html/markup.h"
#include "html/plain.h"

/* An open element.  Nodes never change, so that a position in the text can
   keep the list of elements open there. */
struct node {
	const char		*name;
	size_t			 name_length;
	unsigned		 classes;
	const struct node	*outer;
};

/* The elements that are open at the next token. */
struct tracker {
	struct markup		 markup;
	struct arena		 arena;
	const struct node	*open;
	size_t			 hidden;	/* open, with hidden content */
	size_t			 copies;	/* of nodes, see take_out() */
};

static bool
is_paragraph(const struct node *node)
{
	return node->name_length == 1 && ascii_lower(node->name[0]) == 'p';
}

/* A block ends the paragraph it begins in (HTML 13.2.6.4.7). */
static void
end_paragraph(struct tracker *t)
{
	const struct node *node = t->open;
	unsigned depth = 0;

	while (node != NULL && !(node->classes & MARKUP_BLOCK) &&
	    depth++ < OPENING_MAX_DEPTH)
		node = node->outer;
	if (node != NULL && is_paragraph(node))
		t->open = node->outer;
}

static void
enter(struct tracker *t, const struct markup_token *token)
{
	struct node *node;

	if (token->classes & MARKUP_BLOCK)
		end_paragraph(t);
	if ((token->classes & MARKUP_VOID) ||
	    (token->self_closing && markup_is_foreign(&t->markup)))
		return;
	node = arena_alloc(&t->arena, sizeof *node);
	node->name = token->name;
	node->name_length = token->name_length;
	node->classes = token->classes;
	node->outer = t->open;
	t->open = node;
	if (token->classes & MARKUP_HIDDEN)
		t->hidden++;
}

/* Inline formatting elements, whose end tags may cross those of blocks. */
static bool
is_formatting(const struct markup_token *token)
{
	static const char *const names[] = {
		"a", "b", "big", "code", "em", "font", "i", "nobr", "s",
		"small", "strike", "strong", "tt", "u", NULL
	};

	return markup_name_is_any(token, names);
}

/* At most that many elements can be inside the one that an end tag closes. */
static bool
has_copies_left(const struct tracker *t)
{
	return t->copies + OPENING_MAX_DEPTH <= OPENING_MAX_COPIES;
}

/* Close an element and leave those inside it open. */
static void
take_out(struct tracker *t, const struct node *node)
{
	const struct node *inner = t->open;
	struct node *copy, *last = NULL;

	for (; inner != node; inner = inner->outer, t->copies++) {
		copy = arena_alloc(&t->arena, sizeof *copy);
		*copy = *inner;
		if (last == NULL)
			t->open = copy;
		else
			last->outer = copy;
		last = copy;
	}
	if (last == NULL)
		t->open = node->outer;
	else
		last->outer = node->outer;
}

/*
 * HTML 13.2.6.4.7.  The end tag of a block closes everything inside it.  If a
 * block was opened in between, that of a formatting element closes just this
 * element (the adoption agency), and any other is ignored.
 */
static void
leave(struct tracker *t, const struct markup_token *token)
{
	const struct node *node = t->open;
	bool is_block = markup_element_class(token->name,
	    token->name_length) & MARKUP_BLOCK, over_block = false;
	unsigned depth = 0;

	for (; node != NULL && !markup_has_name(token, node->name,
	    node->name_length) && depth++ < OPENING_MAX_DEPTH;
	    node = node->outer)
		over_block = over_block || (node->classes & MARKUP_BLOCK);
	if (node == NULL || depth > OPENING_MAX_DEPTH)
		return;
	if (over_block && !is_block) {
		if (is_formatting(token) && has_copies_left(t))
			take_out(t, node);
		return;
	}
	for (; t->open != node->outer; t->open = t->open->outer)
		if (t->open->classes & MARKUP_HIDDEN)
			t->hidden--;
}

static void
follow(struct tracker *t, const struct markup_token *token)
{
	if (token->kind == MARKUP_START)
		enter(t, token);
	else if (token->kind == MARKUP_END)
		leave(t, token);
}

/*
 * Omit the end tags that HTML makes optional, except that of a paragraph, which
 * some elements, such as <video>, do not close.
 */
static void
close_all(struct buf *out, const struct node *node)
{
	for (; node != NULL; node = node->outer) {
		if ((node->classes & MARKUP_OPTIONAL_END) &&
		    !is_paragraph(node))
			continue;
		buf_puts(out, "</");
		buf_add(out, node->name, node->name_length);
		buf_putc(out, '>');
	}
}

void
opening_to(struct buf *out, const char *html, size_t offset)
{
	struct tracker t = { .open = NULL };
	struct markup_token token;

	markup_init(&t.markup, html, offset);
	while (markup_next(&t.markup, &token))
		follow(&t, &token);
	buf_add(out, html, offset);
	close_all(out, t.open);
	arena_release(&t.arena);
}

/* A character of text, as a reader sees it. */
struct unit {
	const char	*end;
	unsigned	 code;		/* its first code point */
};

static unsigned
first_code(const struct buf *text)
{
	const char *p = text->bytes;

	return text->length == 0 ? ' ' : utf8_next(&p);
}

/* `&amp;`, or what only looks like a reference: then just the "&". */
static struct unit
read_reference(const char *p, const char *end)
{
	const char *semicolon = text_find(p, end, ';');
	struct unit unit = { p + 1, '&' };
	struct buf text = { 0 };

	if (semicolon == NULL || semicolon - p > 40)
		return unit;
	plain_decode(&text, p, (size_t)(semicolon + 1 - p), false);
	if (text.length == 0 || text.bytes[0] != '&' || text.length == 1) {
		unit.code = first_code(&text);
		unit.end = semicolon + 1;
	}
	buf_release(&text);
	return unit;
}

/* Longer clusters are split: nobody reads them. */
#define MAX_CLUSTER 64

static struct unit
read_unit(const char *p, const char *end)
{
	struct cluster cluster;

	if (*p == '&')
		return read_reference(p, end);
	cluster = cluster_next(p, MAX_CLUSTER);
	return (struct unit){ cluster.end > end ? end : cluster.end,
	    cluster.base };
}

/* Editors write an empty line as "<p>&nbsp;</p>". */
static bool
is_text(const struct tracker *t, const struct markup_token *token)
{
	const char *p = token->start, *end = p + token->length;
	struct unit unit;

	if (token->kind != MARKUP_TEXT || t->hidden > 0)
		return false;
	for (; p < end; p = unit.end) {
		unit = read_unit(p, end);
		if (!text_is_space(unit.code))
			return true;
	}
	return false;
}

void
opening_paragraph(struct buf *out, const char *html, size_t length)
{
	struct tracker t = { .open = NULL };
	bool in_paragraph = false, has_text = false;
	struct markup_token token;
	size_t end = length;

	markup_init(&t.markup, html, length);
	while (markup_next(&t.markup, &token)) {
		if (token.kind == MARKUP_START && markup_name_is(&token, "p"))
			in_paragraph = true;
		else if (in_paragraph && is_text(&t, &token))
			has_text = true;
		if (token.kind == MARKUP_END && has_text &&
		    markup_name_is(&token, "p")) {
			end = (size_t)(t.markup.next - html);
			break;
		}
		follow(&t, &token);
	}
	arena_release(&t.arena);
	opening_to(out, html, end);
}

/* A position in the text, and the elements open there. */
struct spot {
	const char		*at;	/* NULL: none yet */
	const struct node	*open;
};

struct counter {
	size_t		 left;		/* characters that may still follow */
	bool		 after_space;	/* further whitespace does not count */
	unsigned	 last;		/* the last character */
	struct spot	 word;		/* after the last word */
	struct spot	 character;	/* after the last character */
};

/* Count the text of a token.  Returns false if there is more than allowed. */
static bool
count(struct counter *c, const struct tracker *t,
    const struct markup_token *token)
{
	const char *p = token->start, *end = p + token->length;
	struct unit unit;
	bool space;

	for (; p < end; p = unit.end) {
		unit = read_unit(p, end);
		space = text_is_space(unit.code);
		if (!c->after_space && (space || text_is_cjk(unit.code) ||
		    text_is_cjk(c->last)))
			c->word = c->character;
		if (space && c->after_space)
			continue;
		if (c->left == 0) {
			if (space)
				continue;
			return false;
		}
		c->left--;
		c->after_space = space;
		c->last = unit.code;
		/* A bare "&" is text only before a space: do not cut here. */
		if (!space && !(*p == '&' && unit.end == p + 1))
			c->character = (struct spot){ unit.end, t->open };
	}
	return true;
}

static void
cut_at(struct buf *out, const char *html, const struct counter *c)
{
	static const char ellipsis[] = "\xe2\x80\xa6";
	struct spot spot = c->word.at != NULL ? c->word : c->character;

	if (spot.at != NULL)
		buf_add_span(out, html, spot.at);
	buf_puts(out, ellipsis);
	close_all(out, spot.open);
}

void
opening_text(struct buf *out, const char *html, size_t length, size_t limit)
{
	struct counter c = { .left = limit, .after_space = true };
	struct tracker t = { .open = NULL };
	struct markup_token token;
	bool fits = true;

	markup_init(&t.markup, html, length);
	while (fits && markup_next(&t.markup, &token)) {
		if (token.kind == MARKUP_TEXT && t.hidden == 0 && !token.raw)
			fits = count(&c, &t, &token);
		/* A new block or line begins a new word. */
		if (token.kind != MARKUP_TEXT && !c.after_space &&
		    ((token.classes & MARKUP_BLOCK) ||
		    markup_name_is(&token, "br"))) {
			c.word = c.character;
			c.after_space = true;
		}
		follow(&t, &token);
	}
	if (fits)
		buf_add(out, html, length);
	else
		cut_at(out, html, &c);
	arena_release(&t.arena);
}

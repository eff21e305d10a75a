/*
 * Bare URLs become links.
 *
 * md4c can find them itself, but each version finds different ones, most of
 * them fewer than GitHub does; it takes what is in them for the beginning or
 * end of emphasis, and links them within links.  So they are put between `<`
 * and `>` in the source, where all versions agree.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "markdown/adaption.h"
#include "markdown/bare_url.h"

/* The text of a link, which cannot contain another link. */
struct link_text {
	const char *start, *end;
};

struct autolink {
	struct walk	*walk;
	struct buf	*out;
	bool		 in_html;	/* the line began in HTML */
	bool		 in_anchor;	/* in an <a> of raw HTML */
	bool		 has_url_labels;
	const char	*next;		/* no URL begins before it */

	/* of the current paragraph: */
	const char	*limit;		/* its end */
	unsigned	 missing;	/* bits: no '>' or ')' before it */

	/* of the rest of the paragraph, from its first bracket on: */
	struct arena	 arena;
	const char	*brackets_limit;
	struct arena_list open;		/* brackets */
	struct arena_list links;	/* struct link_text, in order */
	size_t		 at;		/* index of the next link */
};

/* Whether what precedes it may mean that it is not plain text. */
static bool
is_marked(const char *text, const char *p)
{
	char before = p > text ? p[-1] : '\0';

	switch (before) {
	case '<':
		return true;
	case '(':
		return p - text > 1 && p[-2] == ']';
	case '"':
	case '\'':
		return p - text > 1 && p[-2] == '=';
	default:
		p = text_cut_blanks(text, p);
		return p - text > 1 && p[-1] == ':' && p[-2] == ']';
	}
}

static bool
has_hosts(const char *s, const char *end)
{
	const char *p = s;

	for (; (p = text_find(p, end, '.')) != NULL; p++)
		if (text_ends(s, p, "www"))
			return true;
	return false;
}

/* Whether there is a bare URL with this character; most are in links. */
static bool
has_bare(const char *s, const char *end, char mark)
{
	const char *p = s, *word, *next;
	struct bare_url url;

	for (; (p = text_find(p, end, mark)) != NULL; p = next) {
		next = p + 1;
		for (word = p; word > s && ascii_is_alpha(word[-1]); word--)
			continue;
		if (!is_marked(s, word) &&
		    bare_url_at(s, p, end, &url, &next) &&
		    !is_marked(s, url.start))
			return true;
	}
	return false;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end;

	return has_bare(s, end, ':') || has_bare(s, end, '@') ||
	    (source->pairs & PAIR_HOST && has_hosts(s, end));
}

/* After the next such character in the paragraph, or NULL if there is none. */
static const char *
after_next(struct autolink *a, const char *p, char c)
{
	unsigned bit = c == ')';

	if (a->limit == NULL || p >= a->limit) {
		a->limit = walk_paragraph_end(p, a->walk->end);
		a->missing = 0;
	}
	if (a->missing & 1u << bit)
		return NULL;
	p = text_find(p, a->limit, c);
	if (p != NULL)
		return p + 1;
	a->missing |= 1u << bit;
	return NULL;
}

/* Whether the "]:" at p ends the label of a definition that is like a URL. */
static bool
is_url_label(const char *text, const char *p)
{
	bool is_url = false;
	const char *q = p;

	while (q > text && q[-1] != '[' && q[-1] != ']' && q[-1] != '\n')
		is_url = strchr(":@.", *--q) != NULL || is_url;
	return is_url && q > text && q[-1] == '[' && *q != '^';
}

static bool
has_url_labels(const char *s, const char *end)
{
	const char *p = s;

	for (; (p = text_find(p, end, ']')) != NULL; p++)
		if (end - p > 1 && p[1] == ':' && is_url_label(s, p))
			return true;
	return false;
}

/* Whether a pair of brackets is or may be a link. */
static bool
is_link(const struct autolink *a, const char *open, const char *close)
{
	const char *next = close + 1;

	return a->has_url_labels || (next < a->walk->end &&
	    (*next == '(' || *next == '[')) ||
	    (open > a->walk->start && open[-1] == ']');
}

/* Add a pair of brackets, and drop the links inside it: they are its text. */
static void
add_link(struct autolink *a, const char *open, const char *close)
{
	struct link_text *text;
	const struct link_text *last;

	while (a->links.count > 0) {
		last = a->links.items[a->links.count - 1];
		if (last->start < open)
			break;
		a->links.count--;
	}
	text = arena_alloc(&a->arena, sizeof *text);
	*text = (struct link_text){ open, close };
	arena_list_add(&a->arena, &a->links, text);
}

/* Find the links in the rest of a paragraph, from its first bracket on. */
static void
find_links(struct autolink *a, const char *p)
{
	const char *open;

	arena_reset(&a->arena);
	a->open = a->links = (struct arena_list){ 0 };
	a->at = 0;
	a->brackets_limit = walk_paragraph_end(p, a->walk->end);
	for (; p < a->brackets_limit; p++)
		if (*p == '\\') {
			p++;
		} else if (*p == '[') {
			arena_list_add(&a->arena, &a->open, p);
		} else if (*p == ']' && a->open.count > 0) {
			open = a->open.items[--a->open.count];
			if (is_link(a, open, p))
				add_link(a, open, p);
		}
}

/* Also true at the bracket that closes the link. */
static bool
is_in_link(struct autolink *a, const char *p)
{
	const struct link_text *text;

	if (a->brackets_limit == NULL || p >= a->brackets_limit)
		return false;
	for (; a->at < a->links.count; a->at++) {
		text = a->links.items[a->at];
		if (p <= text->end)
			return p > text->start;
	}
	return false;
}

/* The end of a tag or of a link target, or NULL if it is neither. */
static const char *
skip_markup(struct autolink *a, const char *p)
{
	const char *after;

	if (a->walk->end - p < 2)
		return NULL;
	if (*p == '<' && (ascii_is_alpha(p[1]) || p[1] == '/')) {
		after = walk_tag_end(a->walk, p);
		return after != NULL ? after : after_next(a, p, '>');
	}
	return *p == ']' && p[1] == '(' && is_in_link(a, p) ?
	    after_next(a, p, ')') : NULL;
}

/* Whether it is the URL of a link definition: `[label]: URL`. */
static bool
is_definition(const struct autolink *a, const char *p)
{
	const char *text = a->walk->text;

	if (*text != '[' || text[1] == '^')
		return false;
	p = text_cut_blanks(text, p);
	return p - text > 2 && p[-1] == ':' && p[-2] == ']' &&
	    text_find(text, p, ']') == p - 2;
}

/* Characters that mean emphasis elsewhere may have been escaped. */
static bool
is_escape(const char *p, const char *end)
{
	return *p == '\\' && p + 1 < end && strchr("_*~", p[1]) != NULL;
}

/* md4c decodes nothing in an autolink. */
static void
put_autolink(struct buf *out, const char *p, const char *end)
{
	buf_putc(out, '<');
	for (; p < end; p++) {
		if (!is_escape(p, end))
			buf_putc(out, *p);
		if (text_begins(p, end, "&amp;"))
			p += 4;
	}
	buf_putc(out, '>');
}

static void
put_escaped(struct buf *out, const char *p, const char *end)
{
	for (; p < end; p++) {
		if (is_escape(p, end))
			continue;
		if (*p > ' ' && *p < 0x7f && !ascii_is_alnum(*p))
			buf_putc(out, '\\');
		buf_putc(out, *p);
		if (text_begins(p, end, "&amp;"))
			p += 4;
	}
}

/* An inline link, for what `<` and `>` cannot contain. */
static void
put_link(struct buf *out, const struct bare_url *url)
{
	buf_putc(out, '[');
	put_escaped(out, url->start, url->end);
	buf_puts(out, "](<");
	if (url->kind == BARE_HOST)
		buf_puts(out, "http://");
	put_escaped(out, url->start, url->end);
	buf_puts(out, ">)");
}

/* Before a bracket, a backslash would escape it, and a '!' make an image. */
static void
guard_bracket(struct buf *out)
{
	size_t end = out->length, slashes = 0;
	bool is_mark = end > 0 && out->bytes[end - 1] == '!';

	end -= is_mark;
	while (slashes < end && out->bytes[end - slashes - 1] == '\\')
		slashes++;
	if (is_mark == (slashes % 2 == 1))
		return;
	out->length = end;
	buf_puts(out, is_mark ? "\\!" : "\\");
}

static bool
take_url(struct autolink *a, const char *p)
{
	struct bare_url url;

	if (p < a->next || a->in_anchor || is_in_link(a, p) ||
	    !bare_url_at(a->walk->start, p, a->walk->end, &url, &a->next) ||
	    is_definition(a, url.start))
		return false;
	/* What precedes the mark is already written. */
	a->out->length -= (size_t)(p - url.start);
	guard_bracket(a->out);
	if (url.kind == BARE_HOST ||
	    text_find(url.start, url.end, '>') != NULL)
		put_link(a->out, &url);
	else
		put_autolink(a->out, url.start, url.end);
	walk_skip(a->walk, url.end);
	return true;
}

/* Whether an <a> is a link, not an anchor. */
static bool
has_address(const char *tag, const char *end)
{
	const char *p = tag;

	for (; (p = text_find(p, end, '=')) != NULL; p++)
		if (p - tag > 4 && ascii_has_prefix(p - 4, "href"))
			return true;
	return false;
}

/* Note the <a> tags of a paragraph. */
static void
note_anchor(struct autolink *a, const char *p, const char *end)
{
	if (*p != '<' || end - p < 4)
		return;
	if (ascii_lower(p[1]) == 'a' && ascii_is_space(p[2]))
		a->in_anchor = has_address(p, end);
	else if (p[1] == '/' && ascii_lower(p[2]) == 'a' && p[3] == '>')
		a->in_anchor = false;
}

static void
take_mark(struct autolink *a, const char *p)
{
	const char *next = NULL;

	if (!a->in_html && take_url(a, p))
		return;
	if (*p == '[' && !a->in_html &&
	    (a->brackets_limit == NULL || p >= a->brackets_limit))
		find_links(a, p);
	if (!a->in_html)
		next = skip_markup(a, p);
	buf_add(a->out, p, next == NULL ? 1 : (size_t)(next - p));
	if (next != NULL) {
		note_anchor(a, p, next);
		walk_skip(a->walk, next);
	}
}

static void
adapt(struct buf *out, struct walk *w)
{
	struct autolink a = { .walk = w, .out = out, .next = w->start,
	    .has_url_labels = has_url_labels(w->start, w->end) };
	struct walk_token token;

	if (has_hosts(w->start, w->end))
		walk_mark(w, "w");
	while (walk_next(w, &token)) {
		if (token.kind == WALK_LINE)
			a.in_html = w->in_html;
		if (token.kind == WALK_LINE && !w->continues)
			a.in_anchor = false;
		if (token.kind == WALK_MARK)
			take_mark(&a, token.start);
		else
			buf_add(out, token.start, token.length);
	}
	arena_release(&a.arena);
}

const struct adaption adaption_autolink = {
	.marks = ":@[]<",
	.may_be_in = may_be_in,
	.adapt = adapt
};

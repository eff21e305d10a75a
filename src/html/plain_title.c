/*
 * Titles as plain text.
 *
 * "<em>so</em>" is meant as markup, but "The <details> element" is meant
 * literally: a tag is markup if the tag it pairs with is there, too, or if the
 * title begins with <p>, the end of which a program may have cut off.
 */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "html/markup.h"
#include "html/plain.h"

/*
 * Start tags waiting for their end tags; of more than these, the first are
 * text.
 */
#define OPEN_MAX 16

struct open_tag {
	const char	*name;
	size_t		 name_length;
	size_t		 at, length;	/* in the text */
	bool		 breaks;
};

struct title {
	struct buf	 text;		/* including these tags */
	struct open_tag	 open[OPEN_MAX];
	size_t		 count;
	bool		 is_html;	/* it begins with a paragraph */
};

/* An open tag turned out to be markup: replace it by a space or nothing. */
static void
remove_tag(struct title *t, size_t i)
{
	const struct open_tag tag = t->open[i];
	char *p = t->text.bytes + tag.at, *end = p + tag.length;
	size_t less = tag.length - tag.breaks;

	*p = ' ';
	memmove(end - less, end, t->text.length - tag.at - tag.length + 1);
	t->text.length -= less;
	for (t->count--; i < t->count; i++) {
		t->open[i] = t->open[i + 1];
		t->open[i].at -= less;
	}
}

/* Decode as in an attribute: "?copy=1&region=2" must also work in text. */
static void
add_as_text(struct title *t, const struct markup_token *token)
{
	plain_decode(&t->text, token->start, token->length, true);
}

static void
open_tag(struct title *t, const struct markup_token *token, bool breaks)
{
	struct open_tag *tag;

	if (t->count == OPEN_MAX)
		memmove(t->open, t->open + 1, --t->count * sizeof *t->open);
	tag = &t->open[t->count++];
	tag->name = token->name;
	tag->name_length = token->name_length;
	tag->at = t->text.length;
	tag->breaks = breaks;
	add_as_text(t, token);
	tag->length = t->text.length - tag->at;
}

/* Returns false if there is no start tag for it. */
static bool
close_tag(struct title *t, const struct markup_token *token)
{
	size_t i = t->count;

	while (i-- > 0)
		if (markup_has_name(token, t->open[i].name,
		    t->open[i].name_length)) {
			remove_tag(t, i);
			return true;
		}
	return false;
}

/* Void elements that are markup: not "The <img> tag", nor "<input>". */
static bool
is_void_markup(const struct markup_token *token)
{
	static const char *const names[] = { "br", "hr", "wbr", NULL };
	struct markup_attribute src;

	return markup_name_is_any(token, names) ||
	    (markup_name_is(token, "img") &&
	    markup_attribute_find(token, "src", &src));
}

static void
add_tag(struct title *t, const struct markup_token *token, unsigned classes)
{
	bool breaks = classes & MARKUP_BLOCK || markup_name_is(token, "br");
	bool is_markup;

	if (t->text.length == 0 && markup_name_is(token, "p"))
		t->is_html = true;
	if (!t->is_html && !(classes & MARKUP_VOID) &&
	    token->kind == MARKUP_START) {
		open_tag(t, token, breaks);
		return;
	}
	is_markup = t->is_html || (classes & MARKUP_VOID ?
	    is_void_markup(token) : close_tag(t, token));
	if (!is_markup)
		add_as_text(t, token);
	else if (breaks)
		buf_putc(&t->text, ' ');
}

/* Add text outside code. */
static void
add_text(struct title *t, const char *s, size_t n)
{
	struct markup markup;
	struct markup_token token;
	unsigned classes;

	markup_init(&markup, s, n);
	while (markup_next(&markup, &token)) {
		classes = token.name == NULL ? 0 :
		    markup_element_class(token.name, token.name_length);
		if (classes != 0)
			add_tag(t, &token, classes);
		else if (token.kind != MARKUP_COMMENT)
			add_as_text(t, &token);
	}
}

/*
 * Length of the code span that begins with this many backquotes, or 0 if there
 * is none.  Runs of more than two are not code in a title, and a failed search
 * is not repeated, so time is linear.
 */
static size_t
code_length(const char *s, size_t quotes, bool *hopeless)
{
	const char *p = s + quotes;
	size_t n;

	if (quotes > 2 || hopeless[quotes])
		return 0;
	while ((p = strchr(p, '`')) != NULL) {
		n = strspn(p, "`");
		p += n;
		if (n == quotes)
			return (size_t)(p - s);
	}
	hopeless[quotes] = true;
	return 0;
}

static const char *
text_of(struct arena *a, const char *title)
{
	bool hopeless[3] = { false };
	const char *text = title, *p = title;
	struct title t = { 0 };
	size_t quotes, length;

	while ((p = strchr(p, '`')) != NULL) {
		quotes = strspn(p, "`");
		length = code_length(p, quotes, hopeless);
		if (length == 0) {
			p += quotes;
			continue;
		}
		add_text(&t, text, (size_t)(p - text));
		buf_add(&t.text, p, length);
		text = p += length;
	}
	add_text(&t, text, strlen(text));
	title = t.text.length == 0 ? NULL : text_squeeze(a, t.text.bytes);
	buf_release(&t.text);
	return title;
}

const char *
plain_title(struct arena *a, const char *title)
{
	return title[strcspn(title, "<&`")] == '\0' ?
	    text_squeeze(a, title) : text_of(a, title);
}

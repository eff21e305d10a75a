#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "body/excerpt.h"
#include "body/heading.h"
#include "body/opening.h"
#include "body/prelude.h"
#include "feed/entry_parts.h"
#include "html/plain.h"
#include "markdown/footnote.h"
#include "site/config.h"

/* XML_MAX_TEXT_LENGTH of libxml2, in bytes. */
#define TEXT_MAX 10000000

static void
cut_out(struct entry *e, size_t start, size_t length)
{
	size_t end = start + length;

	buf_clear(&e->spare);
	buf_add(&e->spare, e->html.bytes, start);
	buf_add(&e->spare, e->html.bytes + end, e->html.length - end);
	entry_take_spare(e);
}

/*
 * `my-first_post` -> "my first post".  A number is not a title: notes without a
 * title are named by it, or by their time.
 */
static const char *
title_of_name(const struct entry_maker *m)
{
	const char *own = m->post->stand_in;
	const char *name = own != NULL ? own : post_undated_name(m->post);

	if (*name == '\0')
		return text_squeeze(m->arena, m->post->name);
	if (name[strspn(name, "0123456789")] == '\0')
		return NULL;
	if (own != NULL)
		return own;
	return text_squeeze(m->arena, text_replace(m->arena, name, "-_", ' '));
}

/* Make up a title for a post without one. */
static const char *
make_title(const struct entry_maker *m, struct entry *e,
    const struct heading *h)
{
	const char *title = NULL;

	e->title_from = "its first heading";
	if (h != NULL)
		title = plain_text(m->arena, e->html.bytes + h->content_start,
		    h->content_length);
	if (title == NULL && path_has_name(m->post->path)) {
		title = title_of_name(m);
		e->title_from = "its file name";
	}
	if (title != NULL)
		diag_report(m->diag, DIAG_DEFAULT, (struct place){ .path =
		    m->post->path }, "no title; using %s from %s",
		    quote(title).text, e->title_from);
	return title;
}

static bool
shows_image(const struct entry *e, const struct heading *h)
{
	const char *start = e->html.bytes + h->content_start;

	return text_search(start, start + h->content_length, "<img") != NULL;
}

/*
 * Title and content.  A Markdown heading that repeats the title would be shown
 * twice, so it is cut out, unless an image would go with it; HTML is left as
 * is.
 */
static void
set_title(struct entry *e, const struct entry_maker *m)
{
	const struct p2f_value *own = m->post->facts.title;
	struct heading heading;
	const char *text;
	bool found;

	if (own != NULL)
		e->post.title = plain_title(m->arena, own->text);
	if (e->post.title != NULL && e->is_html)
		return;
	found = e->html.length > 0 &&
	    heading_find(e->html.bytes, e->html.length, &heading);
	if (e->post.title == NULL)
		e->post.title = make_title(m, e, found ? &heading : NULL);
	if (!found || !heading.is_first || e->post.title == NULL ||
	    e->is_html)
		return;
	text = plain_text(m->arena, e->html.bytes + heading.content_start,
	    heading.content_length);
	if (text != NULL && ascii_equal(text, e->post.title) &&
	    !shows_image(e, &heading))
		cut_out(e, heading.start, heading.length);
}

/* The text at the beginning of a body; its prelude if there is nothing else. */
static const char *
beginning_of(const struct entry_maker *m, const struct entry_html *html)
{
	size_t length = m->site->excerpt_length;
	size_t skip = prelude_length(html->bytes, html->length, m->post->url);
	const char *text;

	if (length == 0)
		length = SITE_SUMMARY_LENGTH;
	text = plain_opening(m->arena, html->bytes + skip,
	    html->length - skip, length);
	if (text == NULL && skip > 0)
		text = plain_opening(m->arena, html->bytes, html->length,
		    length);
	return text == NULL ? NULL : excerpt_cut(m->arena, text, length);
}

/* Cut the content at the offset of the marker; 0: there is none. */
static void
make_excerpt(struct entry *e, const struct entry_maker *m, size_t marker)
{
	const struct entry_html whole = e->html;

	buf_clear(&e->spare);
	buf_puts(&e->spare, "");
	if (marker > 0)
		opening_to(&e->spare, whole.bytes, marker);
	else if (m->site->excerpt_length > 0)
		opening_text(&e->spare, whole.bytes, whole.length,
		    m->site->excerpt_length);
	else
		opening_paragraph(&e->spare, whole.bytes, whole.length);
	entry_take_spare(e);
}

/*
 * The body without the footnotes that Markdown puts at its end.  Checking how
 * it ends is faster than searching all of it.
 */
static struct entry_html
without_notes(const struct entry *e)
{
	struct entry_html text = e->html;
	const char *notes = e->is_html ||
	    !text_has_suffix(text.bytes, FOOTNOTE_LIST_END) ? NULL :
	    strstr(text.bytes, FOOTNOTE_LIST);

	if (notes != NULL)
		text.length = (size_t)(notes - e->html.bytes);
	return text;
}

/* Markers in text look like template tags, which most HTML does not have. */
static bool
may_be_in_text(const struct entry *e)
{
	return (!e->is_html || e->has_templates) &&
	    excerpt_may_be_in_text(e->html.bytes, e->html.length);
}

/* Most bodies have none, which can be told without tokenizing them. */
static bool
find_marker(const struct entry *e, const struct entry_maker *m,
    size_t *start, size_t *length)
{
	bool is_off = m->separator != NULL && *m->separator == '\0';

	return e->html.length > 0 && !is_off &&
	    (e->may_be_marked || may_be_in_text(e)) &&
	    excerpt_find_marker(e->html.bytes, e->html.length, start, length);
}

/* The text up to the marker, or else the beginning of the body. */
static void
make_summary(struct entry *e, const struct entry_maker *m,
    const size_t *marker)
{
	const struct p2f_value *own = m->post->facts.summary;
	struct entry_html text;

	if (own != NULL)
		e->post.summary = plain_title(m->arena, own->text);
	if (e->post.summary != NULL || e->html.length == 0)
		return;
	if (marker != NULL) {
		e->post.summary = plain_text(m->arena, e->html.bytes,
		    *marker);
		e->summary_from = "the body up to its excerpt marker";
	} else {
		text = without_notes(e);
		e->post.summary = beginning_of(m, &text);
		e->summary_from = "the beginning of the body";
	}
}

/* A marker with nothing before it does not end an excerpt. */
static bool
is_at_the_beginning(const struct entry *e, size_t marker)
{
	size_t i = 0;

	while (i < marker && ascii_is_space(e->html.bytes[i]))
		i++;
	return i == marker;
}

static void
set_summary(struct entry *e, const struct entry_maker *m)
{
	size_t start, length;
	bool is_marked = find_marker(e, m, &start, &length);

	if (is_marked && is_at_the_beginning(e, start)) {
		cut_out(e, start, length);
		is_marked = false;
	}
	if (m->content == CONTENT_BOTH || m->content == CONTENT_SUMMARY)
		make_summary(e, m, is_marked ? &start : NULL);
	if (m->content == CONTENT_EXCERPT)
		make_excerpt(e, m, is_marked ? start : 0);
	else if (is_marked)
		cut_out(e, start, length);
}

/* Trim the whitespace that a removed heading or marker left. */
static void
trim_text(struct entry *e)
{
	struct buf *text = &e->text;
	size_t start = 0;

	while (text->length > 0 && ascii_is_space(
	    text->bytes[text->length - 1]))
		text->length--;
	text->bytes[text->length] = '\0';
	while (text->bytes[start] == '\n')
		start++;
	e->html = (struct entry_html){ text->bytes + start,
	    text->length - start };
}

/* A body that is still in the post has no such whitespace. */
static void
set_content(struct entry *e)
{
	if (e->html.length > 0 && e->html.bytes == e->text.bytes)
		trim_text(e);
	if (e->html.length == 0)
		return;
	e->post.content = e->html.bytes;
	e->post.content_length = e->html.length;
}

/* Drop content that is not requested, once the rest was made from it. */
static void
drop_content(struct entry *e, const struct entry_maker *m)
{
	if (m->content == CONTENT_SUMMARY || m->content == CONTENT_NONE) {
		e->post.content = NULL;
		e->post.content_length = 0;
	}
}

/* libxml2 rejects a feed with such a text, unless told otherwise. */
static void
report_large(const struct entry *e, const struct entry_maker *m)
{
	if (e->post.content_length > TEXT_MAX)
		diag_report(m->diag, DIAG_LARGE, (struct place){ .path =
		    m->post->path }, "the body has %zu bytes of HTML; many "
		    "readers reject RSS and Atom feeds with a text of more "
		    "than %d (shorten it with --content=excerpt)",
		    e->post.content_length, TEXT_MAX);
}

/* Whether a value holds a paragraph, in the form that editors save. */
static bool
holds_paragraph(const struct p2f_value *v)
{
	const char *type = value_text(value_get_exact(v, "type"));
	size_t i;

	if (type != NULL && strcmp(type, "paragraph") == 0)
		return true;
	for (i = 0; v->items != NULL && v->items[i] != NULL; i++)
		if (holds_paragraph(v->items[i]))
			return true;
	return false;
}

/* The editor of Statamic puts the text into the front matter, as a tree. */
static void
seek_text(const struct entry_maker *m)
{
	const struct post *post = m->post;
	const char *end = post->body + post->body_length;
	const struct p2f_value *meta = post->meta;
	size_t i;

	if (meta == NULL || text_skip_space(post->body, end) < end)
		return;
	for (i = 0; meta->items != NULL && meta->items[i] != NULL; i++)
		if (holds_paragraph(meta->items[i])) {
			diag_report(m->diag, DIAG_FORMAT,
			    value_place(post->path, meta->items[i]),
			    "%s holds the text in an editor's own format, "
			    "which is not read; the entry has no text",
			    quote(meta->items[i]->key).text);
			return;
		}
}

/* A post may request less content than its site. */
static enum site_content
content_of(const struct post *post, const struct site *site)
{
	enum site_content content = site->content;

	if (content < CONTENT_EXCERPT &&
	    config_is_true(post->meta, "feed.excerpt_only"))
		return CONTENT_SUMMARY;
	return content;
}

/* A post may have its own separator; spaces around a comment are ignored. */
static const char *
separator_of(struct post *post, const struct site *site)
{
	const struct p2f_value *own = value_get(post->meta,
	    "excerpt_separator");
	const char *text = value_text(own), *tidy;

	if (own != NULL && own->kind == P2F_NULL)
		return "";
	if (own == NULL)
		text = site->excerpt_separator;
	if (text == NULL || strcmp(text, SITE_PARAGRAPH) == 0)
		return NULL;
	tidy = text_trim(&post->arena, text);
	return tidy != NULL && text_has_prefix(tidy, "<!--") ? tidy : text;
}

void
entry_fill(struct entry *e, struct post *post, const struct site *site,
    struct diag *d)
{
	const struct entry_maker m = { &e->arena, post, site, d,
	    content_of(post, site), separator_of(post, site) };

	arena_reset(&e->arena);
	e->source = post;
	e->title_from = e->summary_from = NULL;
	e->post = (struct p2f_post){
		.path = post->clean_path, .id = post->id, .url = post->url,
		.meta = post->meta
	};
	entry_render(e, &m);
	entry_make_absolute(e, &m);
	set_title(e, &m);
	set_summary(e, &m);
	entry_sanitize(e, &m);
	set_content(e);
	entry_set_images(e, &m);
	entry_set_media(e, &m);
	entry_set_categories(e, &m);
	entry_set_authors(e, &m);
	entry_set_external(e, &m);
	entry_set_language(e, &m);
	entry_set_rights(e, &m);
	entry_set_dates(e, &m);
	drop_content(e, &m);
	report_large(e, &m);
	seek_text(&m);
}

void
entry_release(struct entry *e)
{
	arena_release(&e->arena);
	buf_release(&e->text);
	buf_release(&e->spare);
}

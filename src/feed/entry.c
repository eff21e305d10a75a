#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "body/excerpt.h"
#include "body/heading.h"
#include "body/opening.h"
#include "feed/entry_parts.h"
#include "feed/expand.h"
#include "feed/local.h"
#include "html/plain.h"
#include "html/rewrite.h"
#include "html/sanitize.h"
#include "markdown/footnote.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/generator.h"
#include "site/permalink.h"

/* XML_MAX_TEXT_LENGTH of libxml2, in bytes. */
#define TEXT_MAX 10000000

/* The content is what was put into `spare`. */
static void
take_spare(struct entry *e)
{
	struct buf before = e->text;

	e->text = e->spare;
	e->spare = before;
	e->html = (struct entry_html){ e->text.bytes, e->text.length };
}

/* Markdown resolves `&#8;`, and HTML has characters that XML forbids. */
static void
clean_html(struct entry *e, const struct entry_maker *m)
{
	struct text_faults faults = { 0 };

	if (text_clean_length(e->html.bytes, e->html.length) ==
	    e->html.length)
		return;
	buf_clear(&e->spare);
	buf_puts(&e->spare, "");
	text_clean(&e->spare, e->html.bytes, e->html.length, &faults);
	take_spare(e);
	if (faults.count > 0)
		diag_report(m->diag, DIAG_CHARACTER, (struct place){ .path =
		    m->post->path }, "a character reference in the body "
		    "stands for U+%04X, which cannot stand in a feed; "
		    "removed", faults.code);
}

/* A control that was typed, and not as a reference, is told of. */
static void
report_control(const struct entry_maker *m)
{
	const struct post *post = m->post;
	const char *p = text_find_control(post->body, post->body_length);
	struct place place;

	if (p == NULL)
		return;
	place = post_place(post, p);
	diag_report(m->diag, DIAG_CHARACTER, place, "the body has the control "
	    "character U+%04X; read as the character of windows-1252",
	    utf8_next(&p));
}

/*
 * To HTML `&#146;` is an apostrophe, which Markdown makes a control of, and
 * U+0092 itself is one that was read as Latin-1.
 */
static void
name_controls(struct entry *e, const struct entry_maker *m)
{
	const char *p = e->html.bytes, *end = p + e->html.length;
	const char *found = text_find_control(p, e->html.length);

	if (found == NULL)
		return;
	buf_clear(&e->spare);
	for (; found != NULL; found = text_find_control(p,
	    (size_t)(end - p))) {
		buf_add(&e->spare, p, (size_t)(found - p));
		p = found;
		buf_put_utf8(&e->spare, text_of_control(utf8_next(&p)));
	}
	buf_add(&e->spare, p, (size_t)(end - p));
	buf_puts(&e->spare, "");
	take_spare(e);
	report_control(m);
}

static const char *
find_picture(void *context, const char *address)
{
	const struct entry_maker *m = context;

	return m->site->generator->picture(m->arena, m->post, m->site,
	    address);
}

/* Ids in a feed must differ from post to post: they carry the post's id. */
static void
render_markdown(struct entry *e, const struct entry_maker *m, const char *s,
    size_t n)
{
	struct markdown_options o = {
		.dialect = expand_markdown(m->post, m->site),
		.hard_wraps = m->site->hard_wraps,
		.heading_ids = m->site->heading_ids,
		.is_mdx = expand_is_mdx(m->post, m->site),
		.is_hilite = m->site->generator->has_hilite
	};
	struct entry_maker maker = *m;
	unsigned hash = 2166136261u;	/* FNV-1a, on all machines alike */
	const char *p;

	if (m->site->generator->picture != NULL && m->post->inside != NULL)
		o.picture = find_picture;
	o.context = &maker;
	for (p = m->post->id; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	o.footnotes = arena_printf(m->arena, "%08x", hash);
	buf_clear(&e->spare);
	markdown_render(&e->spare, s, n, &o);
	buf_puts(&e->spare, "");
	take_spare(e);
}

/* What ends an excerpt on this site becomes a marker that all know. */
static void
mark_excerpt(struct entry *e, const struct entry_maker *m)
{
	if (m->separator == NULL || *m->separator == '\0')
		return;
	buf_clear(&e->spare);
	if (!excerpt_mark(&e->spare, e->html.bytes, e->html.length,
	    m->separator, e->is_html))
		return;
	buf_puts(&e->spare, "");
	take_spare(e);
}

/* HTML is read where it stands, until there is something to change in it. */
static void
render(struct entry *e, const struct entry_maker *m)
{
	const struct post *post = m->post;
	struct expand_rules rules = { m->site, e->links, false };

	e->html = (struct entry_html){ post->body, post->body_length };
	e->is_html = post->is_html || (!expand_is_mdx(post, m->site) &&
	    markdown_is_html(post->body, post->body_length,
	    expand_markdown(post, m->site)));
	rules.is_html = e->is_html;
	buf_clear(&e->spare);
	if (expand_body(&e->spare, post, &rules, m->diag))
		take_spare(e);
	mark_excerpt(e, m);
	if (e->is_html)
		return;
	render_markdown(e, m, e->html.bytes, e->html.length);
	clean_html(e, m);
	name_controls(e, m);
}

/* What a link to the file of a post leads to. */
struct from {
	struct links	*links;
	const struct entry_maker *maker;	/* of the post with it */
	size_t		 lost;		/* files without a URL */
	char		 first[128];
	const char	*root;		/* what "/" means; NULL: the host */
};

/* Without a slash at its end. */
static const char *
root_of(const struct entry_maker *m)
{
	const char *base = site_base(m->site);
	size_t n = strlen(base);

	if (!m->site->is_root)
		return NULL;
	while (n > 0 && base[n - 1] == '/')
		n--;
	return arena_strndup(m->arena, base, n);
}

/* What has the path of the site already stays: it leads there. */
static const char *
below_root(const struct from *from, const char *path)
{
	const char *host = strstr(from->root, "//");
	const char *own = host == NULL ? NULL : strchr(host + 2, '/');
	size_t n = own == NULL ? 0 : strlen(own);

	if (path[1] == '/' || n == 0 || (strncmp(path, own, n) == 0 &&
	    (path[n] == '/' || path[n] == '\0')))
		return NULL;
	return arena_printf(from->maker->arena, "%s%s", from->root, path);
}

/* `/blog/rain.md` of a post in that file, counted from the top. */
static const char *
post_at_root(const struct from *from, const char *reference)
{
	const struct entry_maker *m = from->maker;
	size_t n = strcspn(reference, "?#");

	return from->links == NULL || m->site->root == NULL || n < 5 ||
	    (!text_has_prefix(reference + n - 3, ".md") &&
	    !text_has_prefix(reference + n - 4, ".qmd")) ? NULL :
	    links_at(from->links, config_path(m->arena, m->site,
	    reference + 1));
}

/* A link to the file of a page. */
static const char *
url_of_page(const struct entry_maker *m, const char *reference)
{
	const struct generator *g = m->site->generator;
	size_t n = strcspn(reference, "?#");
	const char *path, *url;

	if (g->page_url == NULL || m->post->inside == NULL || n == 0)
		return NULL;
	path = url_decode(m->arena, arena_strndup(m->arena, reference, n));
	url = g->page_url(m->arena, m->site, *path == '/' ? path + 1 :
	    path_beside(m->arena, m->post->inside, path));
	return url == NULL ? NULL : arena_printf(m->arena, "%s%s", url,
	    reference + n);
}

static const char *
find_file(void *context, const char *reference)
{
	struct from *from = context;
	const struct entry_maker *m = from->maker;
	const char *url = permalink_of_export(m->arena, m->site, reference);

	if (url != NULL)
		return url;
	if (*reference == '/' && from->root != NULL) {
		url = post_at_root(from, reference);
		if (url == NULL)
			url = url_of_page(m, reference);
		return url != NULL ? url : below_root(from, reference);
	}
	url = from->links == NULL ? NULL : links_of_file(from->links,
	    m->post->path, reference);
	return url != NULL ? url : url_of_page(m, reference);
}

/* A file, and no post, that is published by a name nobody knows. */
static bool
is_lost(void *context, const char *reference)
{
	struct from *from = context;
	const struct entry_maker *m = from->maker;

	if (!local_is_bundled(m->arena, reference, m->post, m->site) ||
	    find_file(context, reference) != NULL)
		return false;
	if (from->lost++ == 0)
		snprintf(from->first, sizeof from->first, "%s", reference);
	return true;
}

static void
make_absolute(struct entry *e, const struct entry_maker *m)
{
	struct from from = { .links = e->links, .maker = m,
	    .root = root_of(m) };
	struct rewrite rewrite = { .base = entry_base_url(m), .find = find_file,
	    .is_lost = m->site->generator->bundles ? is_lost : NULL,
	    .context = &from };

	buf_clear(&e->spare);
	if (rewrite_html(&rewrite, e->html.bytes, e->html.length, &e->spare))
		take_spare(e);
	e->may_be_marked = rewrite.may_be_marked;
	if (rewrite.failures > 0)
		diag_report(m->diag, DIAG_URL, (struct place){ .path =
		    m->post->path }, "%zu of the URLs in the body cannot be "
		    "made absolute and stay as they are; the first is %s",
		    rewrite.failures, quote(rewrite.first).text);
	if (from.lost > 0)
		diag_report(m->diag, DIAG_ASSET, (struct place){ .path =
		    m->post->path }, "%zu of the files that the body shows "
		    "or links to %s published under a name that only %s "
		    "knows; left out, the first is %s", from.lost,
		    from.lost == 1 ? "is" : "are", m->site->generator->title,
		    quote(from.first).text);
}

/*
 * On request; else it is only said what readers will take out themselves.
 * Excerpt markers, which are comments, must have been found before.
 */
static void
sanitize(struct entry *e, const struct entry_maker *m)
{
	struct sanitize found = { 0 };

	if (!m->site->sanitize && !m->diag->options->verbose)
		return;
	buf_clear(&e->spare);
	if (sanitize_html(&found, e->html.bytes, e->html.length, &e->spare) &&
	    m->site->sanitize)
		take_spare(e);
	if (found.count > 0)
		diag_report(m->diag, DIAG_SANITIZE, (struct place){ .path =
		    m->post->path }, "%zu %s of the body %s (%s)",
		    found.count, found.count == 1 ? "part" : "parts",
		    m->site->sanitize ? "taken out: readers refuse them" :
		    "may be refused by readers; --sanitize takes them out",
		    found.first);
}

static void
cut_out(struct entry *e, size_t start, size_t length)
{
	size_t end = start + length;

	buf_clear(&e->spare);
	buf_add(&e->spare, e->html.bytes, start);
	buf_add(&e->spare, e->html.bytes + end, e->html.length - end);
	take_spare(e);
}

/* `my-first_post` -> "my first post" */
static const char *
title_of_name(const struct entry_maker *m)
{
	const char *name = m->post->name;
	size_t date;
	struct civil day;
	char *words, *p;

	date = date_of_name(name, &day);
	if (name[date] == '\0')
		return text_squeeze(m->arena, name);
	words = arena_strdup(m->arena, name + date);
	for (p = words; *p != '\0'; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	return text_squeeze(m->arena, words);
}

/* For a post that has none. */
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
		title = m->post->stand_in != NULL ? m->post->stand_in :
		    title_of_name(m);
		e->title_from = "its file name";
	}
	if (title != NULL)
		diag_report(m->diag, DIAG_DEFAULT, (struct place){ .path =
		    m->post->path }, "has no title; %s is that of %s",
		    quote(title).text, e->title_from);
	return title;
}

/*
 * Title and content.  A heading of Markdown that repeats the title would be
 * shown twice; HTML is left as it is.
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
	if (text != NULL && strcmp(text, e->post.title) == 0)
		cut_out(e, heading.start, heading.length);
}

/* The text that a body begins with. */
static const char *
beginning_of(const struct entry_maker *m, const struct entry_html *html)
{
	size_t length = m->site->excerpt_length;
	const char *text;

	if (length == 0)
		length = SITE_SUMMARY_LENGTH;
	text = plain_opening(m->arena, html->bytes, html->length, length);
	return text == NULL ? NULL : excerpt_cut(m->arena, text, length);
}

/* Up to the marker; 0: there is none. */
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
	take_spare(e);
}

/* The text alone, without the notes that Markdown has at its foot. */
static struct entry_html
without_notes(const struct entry *e)
{
	const char *notes = e->is_html ? NULL :
	    strstr(e->html.bytes, FOOTNOTE_LIST);
	struct entry_html text = e->html;

	if (notes != NULL)
		text.length = (size_t)(notes - e->html.bytes);
	return text;
}

/* Most bodies have none, which is told sooner than by their tokens. */
static bool
find_marker(const struct entry *e, const struct entry_maker *m,
    size_t *start, size_t *length)
{
	bool is_off = m->separator != NULL && *m->separator == '\0';

	return e->html.length > 0 && !is_off && (e->may_be_marked ||
	    excerpt_may_be_in_text(e->html.bytes, e->html.length)) &&
	    excerpt_find_marker(e->html.bytes, e->html.length, start, length);
}

/* Up to the excerpt marker, which stands at an offset, or as it begins. */
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

/* Where a marker is the first thing, there is nothing for it to end. */
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

/* Cut off the white space that a heading or a marker left behind. */
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

/* The body of a post has no such white space, as long as it stands there. */
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

/* What is not asked for goes, once all is made from it. */
static void
drop_content(struct entry *e, const struct entry_maker *m)
{
	if (m->content == CONTENT_SUMMARY || m->content == CONTENT_NONE) {
		e->post.content = NULL;
		e->post.content_length = 0;
	}
}

/* libxml2 refuses the whole of a feed for it, unless it is told not to. */
static void
weigh_content(const struct entry *e, const struct entry_maker *m)
{
	if (e->post.content_length > TEXT_MAX)
		diag_report(m->diag, DIAG_LARGE, (struct place){ .path =
		    m->post->path }, "the body has %zu bytes of HTML; many "
		    "readers refuse a feed in RSS or Atom with a text of more "
		    "than %d (--content=excerpt shortens it)",
		    e->post.content_length, TEXT_MAX);
}

/* A post may ask for less than its site. */
static enum site_content
content_of(const struct post *post, const struct site *site)
{
	enum site_content content = site->content;

	if (content < CONTENT_EXCERPT &&
	    config_is_true(post->meta, "feed.excerpt_only"))
		return CONTENT_SUMMARY;
	return content;
}

/* A post may have one of its own; blanks around a comment mean nothing. */
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
	const struct p2f_value *rights = post->facts.rights;

	arena_reset(&e->arena);
	e->source = post;
	e->title_from = e->summary_from = NULL;
	e->post = (struct p2f_post){
		.path = file_clean_name(&e->arena, post->path),
		.id = post->id, .url = post->url, .meta = post->meta
	};
	render(e, &m);
	make_absolute(e, &m);
	set_title(e, &m);
	set_summary(e, &m);
	sanitize(e, &m);
	set_content(e);
	entry_set_images(e, &m);
	entry_set_media(e, &m);
	entry_set_categories(e, &m);
	entry_set_authors(e, &m);
	entry_set_external(e, &m);
	entry_set_language(e, &m);
	entry_set_dates(e, &m);
	drop_content(e, &m);
	weigh_content(e, &m);
	if (rights != NULL)
		e->post.rights = plain_title(m.arena, rights->text);
}

void
entry_release(struct entry *e)
{
	arena_release(&e->arena);
	buf_release(&e->text);
	buf_release(&e->spare);
}

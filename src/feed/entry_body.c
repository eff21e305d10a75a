/*
 * Turns the body of a post into HTML with absolute URLs.
 */
#include <stdio.h>
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "body/excerpt.h"
#include "feed/entry_parts.h"
#include "feed/expand.h"
#include "feed/local.h"
#include "html/rewrite.h"
#include "html/sanitize.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/generator.h"
#include "site/permalink.h"

void
entry_take_spare(struct entry *e)
{
	struct buf before = e->text;

	e->text = e->spare;
	e->spare = before;
	e->html = (struct entry_html){ e->text.bytes, e->text.length };
}

/* Markdown resolves `&#8;`, and HTML allows characters that XML forbids. */
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
	entry_take_spare(e);
	if (faults.count > 0)
		diag_report(m->diag, DIAG_CHARACTER, (struct place){ .path =
		    m->post->path }, "a character reference in the body is for "
		    "U+%04X, which is not allowed in a feed; removed",
		    faults.code);
}

/* Report a control character that was typed as such, not as a reference. */
static void
report_control(const struct entry_maker *m)
{
	const struct post *post = m->post;
	const char *p = text_find_control(post->body, post->body_length);
	struct place place;

	if (p == NULL)
		return;
	place = post_place(post, p);
	diag_report(m->diag, DIAG_CHARACTER, place, "control character U+%04X "
	    "in the body; read as windows-1252", utf8_next(&p));
}

/*
 * In HTML `&#146;` is an apostrophe, which Markdown turns into a control
 * character; and U+0092 itself comes from text misread as Latin-1.
 */
static void
replace_controls(struct entry *e, const struct entry_maker *m)
{
	const char *p = e->html.bytes, *end = p + e->html.length;
	const char *found = text_find_control(p, e->html.length);

	if (found == NULL)
		return;
	buf_clear(&e->spare);
	for (; found != NULL; found = text_find_control(p,
	    (size_t)(end - p))) {
		buf_add_span(&e->spare, p, found);
		p = found;
		buf_put_utf8(&e->spare, text_of_control(utf8_next(&p)));
	}
	buf_add_span(&e->spare, p, end);
	buf_puts(&e->spare, "");
	entry_take_spare(e);
	report_control(m);
}

static const char *
find_image(void *context, const char *address)
{
	const struct entry_maker *m = context;

	return m->site->generator->image(m->arena, m->post, m->site,
	    address);
}

/* Ids must be unique within a feed, so they include a hash of the post's id. */
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

	if (m->site->generator->image != NULL && m->post->inside != NULL)
		o.image = find_image;
	o.context = &maker;
	for (p = m->post->id; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	o.footnotes = arena_printf(m->arena, "%08x", hash);
	buf_clear(&e->spare);
	markdown_render(&e->spare, s, n, &o);
	buf_puts(&e->spare, "");
	entry_take_spare(e);
}

/* Replace the site's excerpt separator by the standard marker. */
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
	entry_take_spare(e);
}

void
entry_render(struct entry *e, const struct entry_maker *m)
{
	const struct post *post = m->post;
	struct expand_rules rules = { m->site, e->links, false };

	e->html = (struct entry_html){ post->body, post->body_length };
	e->is_html = post->is_html || (!expand_is_mdx(post, m->site) &&
	    markdown_is_html(post->body, post->body_length,
	    expand_markdown(post, m->site)));
	rules.is_html = e->is_html;
	buf_clear(&e->spare);
	e->has_templates = expand_body(&e->spare, post, &rules, m->diag);
	if (e->has_templates)
		entry_take_spare(e);
	mark_excerpt(e, m);
	if (e->is_html)
		return;
	render_markdown(e, m, e->html.bytes, e->html.length);
	clean_html(e, m);
	replace_controls(e, m);
}

/* References that lead nowhere: how many, and the first. */
struct lost {
	size_t		 count;
	char		 first[128];
};

struct from {
	struct links	*links;
	const struct entry_maker *maker;	/* of the post with the link */
	struct lost	 bundled;	/* files whose URL is unknown */
	struct lost	 on_disk;	/* paths on the author's disk */
	struct lost	 hosts;		/* "www.example.org", which are kept */
	const char	*root;		/* base of "/"; NULL: the host */
};

/* The site's URL, without trailing slashes. */
static const char *
root_of(const struct entry_maker *m)
{
	const char *base = site_base(m->site);

	return !m->site->is_root ? NULL : arena_strndup(m->arena, base,
	    path_cut_slashes(base, strlen(base)));
}

/* Paths that already begin with the site's own path stay as they are. */
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

/* The URL of a post linked to by its file, as in `/blog/rain.md`. */
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

/* The URL of a page linked to by its file. */
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

static bool
add_lost(struct lost *lost, const char *reference)
{
	if (lost->count++ == 0)
		snprintf(lost->first, sizeof lost->first, "%s", reference);
	return true;
}

/* Note a reference to a file that is not published, or has an unknown URL. */
static bool
is_lost(void *context, const char *reference)
{
	struct from *from = context;
	const struct entry_maker *m = from->maker;

	if (url_is_on_disk(reference))
		return add_lost(&from->on_disk, reference);
	if (url_lacks_scheme(reference) &&
	    !local_is_beside(m->arena, reference, m->post))
		add_lost(&from->hosts, reference);
	return m->site->generator->bundles &&
	    local_is_bundled(m->arena, reference, m->post, m->site) &&
	    find_file(context, reference) == NULL &&
	    add_lost(&from->bundled, reference);
}

/* The position of a URL in the body that is not the tail of a longer one. */
static struct place
place_of_address(const struct post *post, const char *address)
{
	const char *p = post->body, *end = p + post->body_length;

	while ((p = text_search(p, end, address)) != NULL && p > post->body &&
	    p < end && strchr("(<\"'= \t\n", p[-1]) == NULL)
		p++;
	return p == NULL || *address == '\0' ? (struct place){ .path =
	    post->path } : post_place(post, p);
}

/* The same for a URL from HTML, which may have been typed without its
   escapes. */
static struct place
find_typed(const struct entry_maker *m, const char **address)
{
	const char *decoded = url_decode(m->arena, *address);
	struct place place = place_of_address(m->post, *address);

	if (place.line > 0)
		return place;
	place = place_of_address(m->post, decoded);
	if (place.line > 0)
		*address = decoded;
	return place;
}

static void
report_lost(const struct entry_maker *m, const struct lost *lost,
    const char *where, const char *title, const char *end)
{
	const char *first = lost->first;
	struct place place;

	if (lost->count == 0)
		return;
	place = find_typed(m, &first);
	diag_report(m->diag, DIAG_ASSET, place, "%zu of the files that the "
	    "body shows or links to %s %s%s%s; left out (first: %s)",
	    lost->count, lost->count == 1 ? "is" : "are", where, title, end,
	    quote(first).text);
}

/* These links are broken on the site, too. */
static void
report_hosts(const struct entry_maker *m, const struct lost *hosts)
{
	const char *first = hosts->first;
	struct place place;

	if (hosts->count == 0)
		return;
	place = find_typed(m, &first);
	diag_report(m->diag, DIAG_URL, place, "%zu of the URLs in the body %s "
	    "https://; read as paths on this site (first: %s)", hosts->count,
	    hosts->count == 1 ? "lacks" : "lack", quote(first).text);
}

static void
report_relative(const struct entry_maker *m, const struct rewrite *rewrite)
{
	const char *first = rewrite->first;
	struct place place;

	if (rewrite->failures == 0)
		return;
	place = find_typed(m, &first);
	diag_report(m->diag, DIAG_URL, place, "%zu of the URLs in the body "
	    "cannot be made absolute; left as is (first: %s)",
	    rewrite->failures, quote(first).text);
}

/* Locate the tag, or the line it begins, if it occurs only once. */
static void
report_open(const struct entry_maker *m, const char *open)
{
	size_t n = strcspn(open, ">\n");
	const char *tag = arena_strndup(m->arena, open, n + (open[n] == '>'));
	const char *end = m->post->body + m->post->body_length;
	const char *found = text_search(m->post->body, end, tag);
	struct place place = { .path = m->post->path };

	if (found != NULL && text_search(found + 1, end, tag) == NULL)
		place = post_place(m->post, found);
	diag_report(m->diag, DIAG_UNCLOSED, place, "%s in the body is not "
	    "closed; readers lose what follows", quote(tag).text);
}

/* The URL of the image of an <img>, unless it begins with a slash. */
static const char *
find_html_image(void *context, const char *reference)
{
	const struct from *from = context;
	const struct entry_maker *m = from->maker;
	const char *url = *reference == '/' || strchr(reference, '{') != NULL ?
	    NULL : url_encode(m->arena, reference);

	return url == NULL ? NULL : m->site->generator->image(m->arena,
	    m->post, m->site, url);
}

/* If a generator's names are known, the files left are mostly inlined ones. */
static void
report_bundled(const struct entry_maker *m, const struct lost *lost)
{
	const struct generator *g = m->site->generator;

	report_lost(m, lost, "published under a name that only ", g->title,
	    g->image == NULL ? " knows" : " knows, or inlined in the page");
}

void
entry_make_absolute(struct entry *e, const struct entry_maker *m)
{
	struct from from = { .links = e->links, .maker = m,
	    .root = root_of(m) };
	struct rewrite rewrite = { .base = entry_base_url(m), .find = find_file,
	    .is_lost = is_lost, .context = &from };

	if (m->site->generator->finds_html_images && m->post->inside != NULL)
		rewrite.image = find_html_image;
	buf_clear(&e->spare);
	if (rewrite_html(&rewrite, e->html.bytes, e->html.length, &e->spare))
		entry_take_spare(e);
	if (rewrite.open != NULL)
		report_open(m, rewrite.open);
	e->may_be_marked = rewrite.may_be_marked;
	report_relative(m, &rewrite);
	report_hosts(m, &from.hosts);
	report_bundled(m, &from.bundled);
	report_lost(m, &from.on_disk, "on the author's computer", "", "");
}

void
entry_sanitize(struct entry *e, const struct entry_maker *m)
{
	struct sanitize found = { 0 };
	bool is_one;

	if (!m->site->sanitize && !m->diag->options->verbose)
		return;
	buf_clear(&e->spare);
	if (sanitize_html(&found, e->html.bytes, e->html.length, &e->spare) &&
	    m->site->sanitize)
		entry_take_spare(e);
	is_one = found.count == 1;
	if (found.count > 0)
		diag_report(m->diag, DIAG_SANITIZE, (struct place){ .path =
		    m->post->path }, "%zu %s of the body %s %s (%s)",
		    found.count, is_one ? "part" : "parts", m->site->sanitize ?
		    "removed: readers refuse" : "may be refused by readers; "
		    "--sanitize removes", is_one ? "it" : "them", found.first);
}

#include <string.h>

#include "base/contents.h"
#include "base/file.h"
#include "base/glob.h"
#include "base/media.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "date/date.h"
#include "feed/expand.h"
#include "feed/expand_parts.h"
#include "feed/local.h"
#include "front/notion.h"
#include "front/value.h"
#include "html/plain.h"
#include "markdown/markdown.h"
#include "markdown/raw_block.h"
#include "markdown/walk.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

/* The most names in folders that are examined for one body. */
#define NAMES_MAX 10000

static const char *
find_post(void *context, const char *name)
{
	struct expand_context *c = context;

	return c->links == NULL ? NULL : links_find(c->links, name);
}

static const char *
find_title(void *context, const char *name)
{
	struct expand_context *c = context;
	const char *url;

	if (c->links == NULL || *name != '/')
		return c->links == NULL ? NULL : links_title(c->links, name);
	url = permalink_of_reference(c->arena, c->site, name);
	return url == NULL ? NULL : links_title_at(c->links, url);
}

/* See `link` in generator.h for what the generator returns. */
static const char *
find_address(void *context, const char *address)
{
	struct expand_context *c = context;
	const char *line = c->site->generator->link(c->arena, c->post,
	    c->site, address), *url = NULL, *one;
	size_t n;

	for (; line != NULL && *line != '\0' && url == NULL;
	    line += n + (line[n] == '\n')) {
		n = strcspn(line, "\n");
		one = arena_strndup(c->arena, line, n);
		if (url_is_absolute(one))
			url = one;
		else if (c->links != NULL)
			url = links_at(c->links, config_path(c->arena,
			    c->site, one));
	}
	return url;
}

static const char *
find_image(void *context, const char *name)
{
	struct expand_context *c = context;
	const char *path = local_reference(c->arena, name, c->post, c->site);

	return path == name ? NULL : arena_printf(c->arena, "/%s", path);
}

static const char *
find_file(void *context, const char *name)
{
	struct expand_context *c = context;

	return path_has_name(c->post->path) && *name != '/' &&
	    config_exists(file_folder_name(c->arena, c->post->path), name) ?
	    arena_strdup(c->arena, name) : NULL;
}

/* Hugo ignores the case of names here. */
static bool
is_image_of(struct arena *a, const char *name, const char *glob)
{
	return media_is_image(name) && glob_match(GLOB_MICROMATCH, glob,
	    unicode_lower_text(a, text_clean_name(a, name)));
}

/* List a folder below that of the post; false: it is not read. */
static bool
list_below(struct expand_context *c, const char *folder, struct contents *all)
{
	const char *own;

	if (c->names > NAMES_MAX || !path_has_name(c->post->path))
		return false;
	own = file_folder_name(c->arena, c->post->path);
	if (!contents_read(all, c->arena, path_join(c->arena, own, folder)))
		return false;
	c->names += all->count;
	return true;
}

static struct arena_list
find_images(void *context, const char *glob)
{
	struct expand_context *c = context;
	struct arena *a = c->arena;
	const char *folder = path_folder(a, glob), *name;
	struct arena_list urls = { 0 };
	struct contents all;
	struct buf url = { 0 };
	size_t i;

	if (*glob == '/' || !list_below(c, folder, &all))
		return urls;
	glob = unicode_lower_text(a, file_base_name(glob));
	for (i = 0; i < all.count; i++) {
		name = file_base_name(all.items[i].path);
		if (!is_image_of(a, name, glob))
			continue;
		url_encode_path(&url, folder);
		buf_puts(&url, *folder == '\0' ? "" : "/");
		url_encode_segment(&url, name);
		arena_list_add(a, &urls, arena_take(a, &url));
	}
	contents_release(&all);
	return urls;
}

/* Whether a post is in Jekyll's folder; Hexo's is the same within source/. */
static bool
is_jekyll(const struct post *post)
{
	const char *folder = strstr(post->path, "_posts/");
	struct civil day;

	return folder != NULL &&
	    (folder == post->path || folder[-1] == '/') &&
	    !text_ends(post->path, folder, "source/") &&
	    date_of_name(post->name, &day) > 0;
}

/* Read a date, which may be the post's own, in the zone of the site. */
static const struct p2f_date *
read_date(struct expand_context *c, const char *text)
{
	const struct p2f_date *published = c->post->published;
	const char *own = expand_key(c, "date"), *problem;
	struct p2f_date date;

	if (published != NULL && own != NULL && strcmp(own, text) == 0)
		date = *published;
	else if (date_parse(c->arena, text, c->site->zone, &date,
	    &problem) != DATE_OK)
		return NULL;
	return date_new(c->arena, date.seconds, zone_offset_at(c->site->zone,
	    date.seconds));
}

/* An empty format stands for that of RFC 3339. */
static const char *
format_date(void *context, const char *text, const char *format)
{
	struct expand_context *c = context;
	const struct p2f_date *date = read_date(c, text);
	struct civil civil;
	struct buf out = { 0 };

	if (date == NULL || *format == '\0')
		return date == NULL ? NULL : date->rfc3339;
	date_civil(date, &civil);
	text = NULL;
	if (date_format(&out, &civil, format))
		text = arena_take(c->arena, &out);
	buf_release(&out);
	return text;
}

/* Whether the braces in a post are literal, for which Jekyll, Hexo and Eleventy
   each have a key of their own. */
static bool
is_literal(const struct post *post)
{
	const struct p2f_value *engine = value_get(post->meta,
	    "templateEngineOverride");

	return value_is_false(value_get(post->meta, "render_with_liquid")) ||
	    value_is_true(value_get(post->meta, "disableNunjucks")) ||
	    value_is_false(engine) || (value_text(engine) != NULL &&
	    (strcmp(engine->text, "md") == 0 ||
	    strcmp(engine->text, "html") == 0));
}

/* Dialects that only files with certain extensions have. */
static unsigned
dialects_of_file(const char *extension, const struct site *site)
{
	const unsigned svx = TEMPLATE_MDX | TEMPLATE_JSX | TEMPLATE_VUE;

	if (ascii_equal(extension, ".md"))
		return site->has_mdsvex ? svx : 0;
	if (ascii_equal(extension, ".mdx"))
		return TEMPLATE_MDX | TEMPLATE_JSX;
	if (ascii_equal(extension, ".svx"))
		return svx;
	return ascii_equal(extension, ".mdwn") ? TEMPLATE_IKIWIKI : 0;
}

static bool
is_plain(const struct post *post, const struct site *site)
{
	return post->inside != NULL && site->generator->is_plain != NULL &&
	    site->generator->is_plain(post, site);
}

/* The dialects of the generator, or any if it is not known. */
static unsigned
dialects_of(const struct post *post, const struct site *site)
{
	const char *extension = file_extension(post->path);
	unsigned dialects = site->generator->dialects;

	if (dialects == 0 || post->inside == NULL)
		dialects = ascii_equal(extension, ".qmd") ? TEMPLATE_QMD :
		    TEMPLATE_ANY | (is_jekyll(post) ? TEMPLATE_RAW_CODE :
		    TEMPLATE_ADMONITIONS | TEMPLATE_MDC);
	if (post->is_html)
		dialects &= ~(unsigned)(TEMPLATE_ADMONITIONS | TEMPLATE_JSX);
	if (notion_key(file_base_name(post->path), extension) != NULL)
		dialects |= TEMPLATE_NOTION;
	dialects |= dialects_of_file(extension, site);
	if (is_plain(post, site))
		dialects &= ~(unsigned)(TEMPLATE_MDX | TEMPLATE_JSX);
	return dialects | site->dialects;
}

bool
expand_is_mdx(const struct post *post, const struct site *site)
{
	return template_is_mdx(post->body, post->body_length,
	    dialects_of(post, site));
}

static unsigned
dialect_of(const struct post *post, const struct site *site)
{
	if (post->inside != NULL && site->root != NULL)
		return site->markdown;
	if (site->dialects & TEMPLATE_QUARTO ||
	    ascii_equal(file_extension(post->path), ".qmd"))
		return MARKDOWN_PANDOC;
	return is_jekyll(post) ? MARKDOWN_KRAMDOWN : MARKDOWN_ANY;
}

/* Whether the first {::options /} has parse_block_html="true". */
static bool
has_html_markdown(const struct post *post)
{
	const char *end = post->body + post->body_length;
	const char *p = text_search(post->body, end, "{::options ");

	if (p == NULL)
		return false;
	end = walk_line_end(p, end);
	return text_search(p, end, "parse_block_html=\"true\"") != NULL;
}

unsigned
expand_markdown(const struct post *post, const struct site *site)
{
	unsigned dialect = dialect_of(post, site);

	if (!(dialect & MARKDOWN_KRAMDOWN_SPANS) ||
	    (!site->is_html_markdown && !has_html_markdown(post)))
		return dialect;
	return (dialect & ~(unsigned)MARKDOWN_BLOCKS) | MARKDOWN_ALL_BLOCKS;
}

/* Whether an HTML element continues after a blank line. */
static bool
has_inner(const struct post *post, const struct site *site)
{
	unsigned dialect = expand_markdown(post, site);

	return dialect & MARKDOWN_BLOCKS || (dialect & MARKDOWN_IN_HTML &&
	    raw_block_may_ask(post->body, post->body + post->body_length));
}

/* The URL of the post's files, if they have a folder of their own. */
static const char *
files_url(struct arena *a, const struct post *post, const struct site *site)
{
	const char *url = site->generator->files_url == NULL ? NULL :
	    permalink_of_files(a, post, site);

	return url != NULL && text_has_suffix(url, "/") ? url : NULL;
}

static enum template_policy
policy_of(const struct site *site)
{
	switch (site->shortcodes) {
	case SITE_KEEP:
		return TEMPLATE_KEEP;
	case SITE_TEXT:
		return TEMPLATE_TEXT;
	default:
		return TEMPLATE_DROP;
	}
}

static void
report(const struct post *post, const struct template_report *r,
    const struct site *site, struct diag *d)
{
	static const char *const done[] = {
		"removed", "left as typed", "shown as text"
	};
	bool is_one = r->count == 1;

	if (r->cells > 0)
		diag_report(d, DIAG_CELL, post_place(post, post->body +
		    r->cell_offset), "%zu piece%s of code %s not run, as only "
		    "Quarto can; what %s is not shown%s", r->cells,
		    r->cells == 1 ? "" : "s", r->cells == 1 ? "was" : "were",
		    r->cells == 1 ? "it prints" : "they print", r->cells == 1 ?
		    "" : "; this is the first");
	if (r->secrets > 0)
		diag_report(d, DIAG_HIDDEN, post_place(post, post->body +
		    r->secret_offset),
		    "a part that the site encrypts; left out%s",
		    r->secrets == 1 ? "" : ", with others below it");
	if (r->count == 0)
		return;
	diag_report(d, DIAG_SHORTCODE, post_place(post, post->body + r->offset),
	    "%zu template tag%s that cannot be run here %s %s: %s%s%s",
	    r->count, is_one ? "" : "s", is_one ? "was" : "were",
	    done[site->shortcodes], r->names.bytes, is_one ? "" :
	    "; this is the first", site->shortcodes == SITE_DROP ?
	    " (see --shortcodes)" : "");
}

/* Whether there may be templates; dialects that are off are removed. */
static bool
may_be_in(const struct post *post, struct template_host *host)
{
	bool may_be = template_may_be_in(post->body, post->body_length, host);

	if (!may_be || !is_literal(post))
		return may_be;
	host->dialects &= ~(unsigned)(TEMPLATE_LIQUID | TEMPLATE_HUGO |
	    TEMPLATE_RAW_CODE);
	return template_may_be_in(post->body, post->body_length, host);
}

bool
expand_body(struct buf *out, const struct post *post,
    const struct expand_rules *rules, struct diag *d)
{
	const struct site *site = rules->site;
	struct arena arena = { 0 };
	struct expand_context context = { &arena, post, site, rules->links,
	    post->meta, site->settings, NULL, NULL, 0, post->inside != NULL &&
	    site->generator->made_settings != NULL };
	struct template_report found = { .count = 0 };
	struct template_host host = {
		.dialects = dialects_of(post, site),
		.policy = policy_of(site),
		.is_html = rules->is_html, .is_typed = context.is_typed,
		.keep_ids = site->heading_ids,
		.site_url = site_base(site),
		.site_title = site->title,
		.page_url = post->url != NULL ? post->url : site_base(site),
		.find_post = find_post,
		.find_title = find_title,
		.find_key = expand_key,
		.find_kind = expand_kind,
		.find_list = expand_list,
		.format_date = format_date,
		.find_address = site->generator->link == NULL ||
		    post->inside == NULL ? NULL : find_address,
		.find_file = find_file, .find_image = find_image,
		.find_images = find_images,
		.context = &context
	};

	if (!may_be_in(post, &host))
		return false;
	host.has_inner = has_inner(post, site);
	host.files_url = files_url(&arena, post, site);
	if (post->facts.title != NULL)
		host.page_title = plain_title(&arena,
		    post->facts.title->text);
	template_expand(out, post->body, post->body_length, &host, &found);
	buf_puts(out, "");
	report(post, &found, site, d);
	buf_release(&found.names);
	arena_release(&arena);
	return true;
}

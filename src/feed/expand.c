#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"
#include "body/plain.h"
#include "body/template.h"
#include "feed/expand.h"
#include "front/value.h"
#include "site/config.h"
#include "site/permalink.h"

/* What the callbacks are given. */
struct context {
	struct arena		*arena;
	const struct post	*post;
	const struct site	*site;
	struct links		*links;
	const struct p2f_value	*meta, *settings;
};

static const char *
find_post(void *context, const char *name)
{
	struct context *c = context;

	return c->links == NULL ? NULL : links_find(c->links, name);
}

static const char *
find_title(void *context, const char *name)
{
	struct context *c = context;

	return c->links == NULL ? NULL : links_title(c->links, name);
}

static const char *
find_address(void *context, const char *address)
{
	struct context *c = context;
	const char *found = c->site->generator->link(c->arena, c->post,
	    c->site, address);

	return found == NULL || url_is_absolute(found) ? found :
	    find_post(context, found);
}

/* A post where Jekyll keeps them; Hexo has the same folder below another. */
static bool
is_jekyll(const struct post *post)
{
	const char *folder = strstr(post->path, "_posts/");
	size_t n = folder == NULL ? 0 : (size_t)(folder - post->path);
	struct civil day;

	return folder != NULL && (n == 0 || folder[-1] == '/') &&
	    (n < 7 || memcmp(folder - 7, "source/", 7) != 0) &&
	    date_of_name(post->name, &day) > 0;
}

/* "author.name" of the post; "site.repository" (Jekyll), "config.email"
   (Hexo) of its site. */
static const char *
find_key(void *context, const char *key)
{
	const struct context *c = context;
	const char *text = value_text(config_get(c->meta, key));

	if (text == NULL && (strncmp(key, "site.", 5) == 0 ||
	    strncmp(key, "config.", 7) == 0))
		text = value_text(config_get(c->settings,
		    strchr(key, '.') + 1));
	return text;
}

/* Those of the generator; where it is not known, any. */
static unsigned
dialects_of(const struct post *post, const struct site *site)
{
	unsigned dialects = site->generator->dialects;

	if (dialects == 0 || post->inside == NULL)
		dialects = TEMPLATE_ANY | (is_jekyll(post) ?
		    TEMPLATE_RAW_CODE : 0);
	return dialects | (file_is_mdx(post->path) ? TEMPLATE_MDX |
	    TEMPLATE_JSX : 0);
}

/* Where they have a folder of their own. */
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
	struct place place = { .path = post->path };

	if (r->count == 0)
		return;
	text_place(post->file.bytes, (size_t)(post->body -
	    post->file.bytes) + r->offset, &place.line, &place.column);
	diag_report(d, DIAG_SHORTCODE, place, "%zu template tag%s that "
	    "cannot be run here %s %s: %s%s", r->count, is_one ? "" : "s",
	    is_one ? "was" : "were", done[site->shortcodes], r->names.bytes,
	    is_one ? "" : "; this is the first one");
}

bool
expand_body(struct buf *out, const struct post *post,
    const struct expand_rules *rules, struct diag *d)
{
	const struct site *site = rules->site;
	struct arena arena = { 0 };
	struct context context = { &arena, post, site, rules->links,
	    post->meta, site->settings };
	struct template_report found = { 0, 0, { 0 } };
	struct template_host host = {
		.dialects = dialects_of(post, site),
		.policy = policy_of(site),
		.is_html = rules->is_html,
		.keep_ids = site->heading_ids,
		.site_url = site_base(site),
		.site_title = site->title,
		.page_url = post->url != NULL ? post->url : site_base(site),
		.find_post = find_post,
		.find_title = find_title,
		.find_key = find_key,
		.find_address = site->generator->link == NULL ||
		    post->inside == NULL ? NULL : find_address,
		.context = &context
	};

	if (!template_may_be_in(post->body, post->body_length,
	    host.dialects))
		return false;
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

/*
 * The facts that front matter gives of a post, besides its texts, as a writer
 * needs them: media, categories, people, links, language, dates.
 */
#include <stdlib.h>
#include <string.h>

#include "base/idna.h"
#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "body/image.h"
#include "feed/entry_parts.h"
#include "feed/local.h"
#include "html/plain.h"
#include "post/language.h"
#include "site/permalink.h"

const char *
entry_base_url(const struct entry_maker *m)
{
	return m->post->url != NULL ? m->post->url : site_base(m->site);
}

/* Fill in what the name of a medium's file says, and the file itself. */
static void
describe(const struct entry_maker *m, struct p2f_media *medium,
    const char *reference)
{
	if (medium->type == NULL)
		medium->type = media_type(medium->url);
	local_describe(m->arena, medium, reference, m->post, m->site);
}

static const char *
files_url(const struct entry_maker *m)
{
	const char *url = permalink_of_files(m->arena, m->post, m->site);

	return url != NULL ? url : site_base(m->site);
}

/* Whether readers can fetch it; an image can be embedded. */
static bool
is_for_readers(const char *url, bool is_image)
{
	return url_is_web(url) ||
	    (is_image && ascii_has_prefix(url, "data:image/"));
}

/* Decode references: themes insert values into HTML without escaping them. */
static const char *
decode(struct arena *a, const char *text)
{
	struct buf decoded = { 0 };

	if (strchr(text, '&') == NULL)
		return text;
	plain_decode(&decoded, text, strlen(text), true);
	return arena_take(a, &decoded);
}

/* The URL of an image that only the generator knows. */
static const char *
url_of_image(const struct entry_maker *m, const char *address)
{
	const struct generator *g = m->site->generator;
	const char *url = g->image == NULL || m->post->inside == NULL ?
	    NULL : url_encode(m->arena, address);

	return url == NULL ? NULL : g->image(m->arena, m->post, m->site,
	    url);
}

/* The URL of a file that is relative to the URL of the site. */
static const char *
file_at_top(const struct entry_maker *m, const char *address)
{
	const char *url = url_of_image(m, address);

	return url != NULL ? url : permalink_of_file(m->arena, m->site,
	    address);
}

/* Only references to files beside a post go through a bundler. */
static bool
is_bundled(const struct entry_maker *m, const char *address)
{
	return local_is_bundled(m->arena, address, m->post, m->site) &&
	    (!text_has_prefix(address, "./") ||
	    url_of_image(m, address) == NULL);
}

/* Whether the reference to a file is relative to the URL of the site. */
static bool
is_at_top(const struct entry_maker *m, const char *address)
{
	const char *url;

	if (m->site->generator->files_at_top && m->post->inside != NULL)
		return true;
	url = url_resolve(m->arena, files_url(m), address);
	return url != NULL && local_is_at_top(m->arena, address, url, m->post,
	    m->site);
}

/* In an embedded file, which may be XML, references are part of it. */
static const char *
decode_address(struct arena *a, const char *text)
{
	return ascii_has_prefix(text, "data:") ? text : decode(a, text);
}

/* Fill in the URL and file facts of a medium.  False: it has none; reported. */
static bool
locate(const struct entry_maker *m, struct p2f_media *medium,
    const struct p2f_value *v, bool is_image)
{
	const char *text = decode_address(m->arena, v->text);
	const char *export = permalink_of_export(m->arena, m->site, text);
	const char *address = local_reference(m->arena, text, m->post,
	    m->site);
	bool at_top = export != NULL || is_at_top(m, address);

	if (is_bundled(m, address)) {
		diag_report(m->diag, DIAG_ASSET, value_place(m->post->path,
		    v), "%s is published under a name that only the "
		    "generator knows; left out", quote(v->text).text);
		return false;
	}
	medium->url = export != NULL ? export : at_top ?
	    file_at_top(m, address) :
	    url_resolve(m->arena, files_url(m), address);
	if (medium->url == NULL ||
	    !is_for_readers(medium->url, is_image)) {
		diag_report(m->diag, DIAG_URL, value_place(m->post->path, v),
		    medium->url == NULL ? "%s is not a valid URL; ignored" :
		    "%s is not an http or https URL; ignored",
		    quote(v->text).text);
		return false;
	}
	if (url_is_web(medium->url))
		medium->url = url_normalize(m->arena, medium->url);
	describe(m, medium, at_top ? medium->url : address);
	return true;
}

static struct p2f_media *
new_image(const struct entry_maker *m)
{
	struct p2f_media *image = arena_alloc(m->arena, sizeof *image);

	image->length = image->duration = -1;
	return image;
}

/* Some themes show a video in place of an image: no reader does. */
static bool
is_other_medium(const struct entry_maker *m, const struct p2f_media *image,
    const struct p2f_value *v)
{
	if (image->type == NULL || text_has_prefix(image->type, "image/"))
		return false;
	diag_report(m->diag, DIAG_VALUE, value_place(m->post->path, v),
	    "%s is not an image but of type %s; ignored", quote(v->text).text,
	    image->type);
	return true;
}

static const struct p2f_media *
make_image(const struct entry_maker *m, const struct p2f_value *v)
{
	struct p2f_media *image;

	if (v == NULL)
		return NULL;
	image = new_image(m);
	return locate(m, image, v, true) && !is_other_medium(m, image, v) ?
	    image : NULL;
}

/* The first image of a body, for a post that names none. */
static const struct p2f_media *
first_image(const struct entry *e, const struct entry_maker *m)
{
	const char *found = image_find(m->arena, e->html.bytes,
	    e->html.length);
	const char *url = found == NULL ? NULL : url_encode(m->arena, found);
	struct p2f_media *image;

	if (url == NULL)
		return NULL;
	image = new_image(m);
	image->url = url_normalize(m->arena, url);
	describe(m, image, found);
	return image;
}

void
entry_set_images(struct entry *e, const struct entry_maker *m)
{
	const struct p2f_media *image = make_image(m, m->post->facts.image);
	const struct p2f_media *thumbnail =
	    make_image(m, m->post->facts.thumbnail);

	if (image != NULL && thumbnail != NULL &&
	    strcmp(image->url, thumbnail->url) == 0)
		thumbnail = NULL;
	if (image == NULL && thumbnail == NULL && m->site->image_first)
		image = first_image(e, m);
	e->post.image = image != NULL ? image : thumbnail;
	e->post.thumbnail = image != NULL ? thumbnail : NULL;
}

/* `podcast` may also be the URL of an episode's page. */
static bool
is_page(const struct entry_maker *m, const struct p2f_media *medium,
    const struct p2f_value *v)
{
	if (v->key == NULL || !value_key_equal(v->key, "podcast") ||
	    medium->type != NULL || medium->length >= 0)
		return false;
	diag_report(m->diag, DIAG_ENCLOSURE, value_place(m->post->path, v),
	    "%s seems to be the URL of a page, not of a file; ignored (if it "
	    "is a file, use enclosure:)", quote(v->text).text);
	return true;
}

void
entry_set_media(struct entry *e, const struct entry_maker *m)
{
	const struct arena_list *list = &m->post->facts.media;
	const struct enclosure *given;
	struct arena_list media = { 0 };
	struct p2f_media *medium;
	size_t i;

	for (i = 0; i < list->count; i++) {
		given = list->items[i];
		medium = arena_alloc(m->arena, sizeof *medium);
		*medium = given->media;
		if (medium->title != NULL)
			medium->title = plain_title(m->arena, medium->title);
		if (locate(m, medium, given->url, false) &&
		    !is_page(m, medium, given->url))
			arena_list_add(m->arena, &media, medium);
	}
	e->post.media = arena_list_items(&media);
}

/* Decode `Tips &amp; Tricks`, as found in many exported posts. */
static const struct p2f_category *
decode_category(struct arena *a, const struct p2f_category *category)
{
	struct p2f_category *decoded;
	const char *term = strchr(category->term, '&') == NULL ? NULL :
	    text_squeeze(a, decode(a, category->term));

	if (term == NULL)
		return category;
	decoded = arena_alloc(a, sizeof *decoded);
	*decoded = *category;
	decoded->term = term;
	return decoded;
}

static int
compare_terms(const void *left, const void *right)
{
	const struct p2f_category *const *a = *(const void *const *)left;
	const struct p2f_category *const *b = *(const void *const *)right;
	int order = strcmp((*a)->term, (*b)->term);

	return order != 0 ? order : (a > b) - (a < b);
}

/* Categories, then tags; each term once, where it first appeared. */
void
entry_set_categories(struct entry *e, const struct entry_maker *m)
{
	const struct arena_list *categories = &m->post->facts.categories;
	const struct arena_list *tags = &m->post->facts.tags;
	size_t count = categories->count + tags->count, i;
	const struct p2f_category **all, **last = NULL, ***sorted;
	struct arena_list kept = { 0 };

	all = arena_alloc(m->arena, (count + 1) * sizeof *all);
	sorted = arena_alloc(m->arena, (count + 1) * sizeof *sorted);
	for (i = 0; i < count; i++) {
		all[i] = decode_category(m->arena, i < categories->count ?
		    categories->items[i] :
		    tags->items[i - categories->count]);
		sorted[i] = &all[i];
	}
	qsort(sorted, count, sizeof *sorted, compare_terms);
	for (i = 0; i < count; i++) {
		if (last != NULL &&
		    strcmp((*last)->term, (*sorted[i])->term) == 0)
			*sorted[i] = NULL;
		else
			last = sorted[i];
	}
	for (i = 0; i < count; i++)
		if (all[i] != NULL)
			arena_list_add(m->arena, &kept, all[i]);
	e->post.categories = arena_list_items(&kept);
}

/* NULL: there is none, or it is not a web URL. */
static const char *
address_of_person(struct arena *a, const struct site *site, const char *text,
    bool is_file)
{
	const char *url;

	if (text == NULL)
		return NULL;
	text = decode(a, text);
	url = is_file && site->generator->files_at_top ?
	    permalink_of_file(a, site, text) :
	    permalink_of_reference(a, site, text);
	return url != NULL && url_is_web(url) ? url_normalize(a, url) : NULL;
}

/* With its host in ASCII, as Atom requires (RFC 4287 3.2.3). */
static const char *
mail_address(struct arena *a, const char *text)
{
	const char *host = text == NULL ? NULL : strchr(text, '@');
	struct buf address = { 0 };

	if (host == NULL)
		return text;
	host++;
	buf_add_span(&address, text, host);
	if (idna_to_ascii(&address, host, strlen(host)))
		text = arena_strndup(a, address.bytes, address.length);
	buf_release(&address);
	return text;
}

const struct p2f_person *const *
entry_people(struct arena *a, const struct arena_list *people,
    const struct site *site)
{
	struct arena_list list = { 0 };
	struct p2f_person *person;
	size_t i;

	for (i = 0; i < people->count; i++) {
		person = arena_alloc(a, sizeof *person);
		*person = *(const struct p2f_person *)people->items[i];
		person->name = plain_title(a, person->name);
		if (person->name == NULL)
			continue;
		person->email = mail_address(a, person->email);
		person->url = address_of_person(a, site, person->url, false);
		person->avatar = address_of_person(a, site, person->avatar,
		    true);
		arena_list_add(a, &list, person);
	}
	return arena_list_items(&list);
}

/* Entries repeat the feed's authors, since readers do not inherit them. */
void
entry_set_authors(struct entry *e, const struct entry_maker *m)
{
	const struct arena_list *own = &m->post->facts.authors;

	e->post.authors = entry_people(m->arena, own->count > 0 ? own :
	    &m->site->authors, m->site);
}

/*
 * Whether a path begins with what looks like a host rather than a folder: what
 * follows its last dot is not a number, as in v1.0, nor a file extension.
 */
static bool
begins_with_host(const char *url)
{
	static const char *const endings[] = {
		"html", "js", "md", "php", NULL
	};
	size_t n = strcspn(url, "/:?#"), start = n;

	while (start > 0 && ascii_is_alpha(url[start - 1]))
		start--;
	if ((url[n] != '/' && !(url[n] == ':' && ascii_is_digit(url[n + 1]))) ||
	    n - start < 2 || start < 2 || url[start - 1] != '.' ||
	    *url == '.' || memchr(url, '%', n) != NULL)
		return false;
	return !ascii_span_is_any(url + start, n - start, endings);
}

/* NULL: it is external, or a path on the own site. */
static const char *
why_not_external(const char *url)
{
	if (url == NULL)
		return "is not a valid URL";
	return !url_is_web(url) && (url_lacks_scheme(url) ||
	    begins_with_host(url) ||
	    (url_is_absolute(url) && strstr(url, "://") != NULL)) ?
	    "does not begin with http:// or https://" : NULL;
}

/*
 * `link:` is the post's own URL in many imported posts: it is external only if
 * its host is another one.  canonical.url is the placeholder in the archetype
 * of the Hugo theme PaperMod.
 */
static bool
is_elsewhere(const char *host, const char *home)
{
	return host == NULL || home == NULL || (strcmp(host, home) != 0 &&
	    strcmp(host, "canonical.url") != 0);
}

void
entry_set_external(struct entry *e, const struct entry_maker *m)
{
	const struct p2f_value *v = m->post->facts.external;
	const char *url, *why;

	if (v == NULL)
		return;
	url = url_encode(m->arena, decode(m->arena, v->text));
	why = why_not_external(url);
	if (why != NULL)
		diag_report(m->diag, DIAG_EXTERNAL, value_place(m->post->path,
		    v), "%s: %s %s; ignored", v->key, quote(v->text).text,
		    why);
	if (url == NULL || !url_is_web(url))
		return;
	if (is_elsewhere(url_host(m->arena, url),
	    url_host(m->arena, entry_base_url(m))))
		e->post.external_url = url_normalize(m->arena, url);
}

void
entry_set_language(struct entry *e, const struct entry_maker *m)
{
	const struct p2f_value *v = m->post->facts.language;
	const char *tag;

	if (v == NULL)
		return;
	tag = language_tag(m->arena, v->text);
	if (tag == NULL)
		diag_report(m->diag, DIAG_LANGUAGE, value_place(m->post->path,
		    v), "%s: %s is not a language tag such as en or zh-CN; "
		    "ignored", v->key, quote(v->text).text);
	else if (m->site->language == NULL ||
	    strcmp(tag, m->site->language) != 0)
		e->post.language = tag;
}

void
entry_set_rights(struct entry *e, const struct entry_maker *m)
{
	const struct p2f_value *v = m->post->facts.rights;

	if (v != NULL)
		e->post.rights = plain_title(m->arena, v->text);
}

void
entry_set_dates(struct entry *e, const struct entry_maker *m)
{
	const struct p2f_date *published = m->post->published;
	const struct p2f_date *updated = m->post->updated;

	/* Atom requires a date, and an invented one would be worse. */
	if (updated == NULL)
		updated = date_new(m->arena, 0, 0);
	e->post.updated = date_for_feed(m->arena, updated);
	e->post.published = updated == published ? e->post.updated :
	    published == NULL ? NULL : date_for_feed(m->arena, published);
}

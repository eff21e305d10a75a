/*
 * atom - Atom 1.0 (RFC 4287), and Media RSS for images.
 *
 * Text has type="text", except for the content, which has type="html": what the
 * fewest readers get wrong.
 */
#include <string.h>

#include "post2feed.h"
#include "writers/xml.h"

static void
atom_leaf_typed(struct xml *x, const char *name, const char *text)
{
	if (text == NULL)
		return;
	xml_open(x, name);
	xml_attr(x, "type", "text");
	xml_text(x, text);
	xml_close(x);
}

static void
atom_link(struct xml *x, const char *rel, const char *href, const char *type)
{
	if (href == NULL)
		return;
	xml_open(x, "link");
	xml_attr(x, "rel", rel);
	xml_attr(x, "type", type);
	xml_attr(x, "href", href);
	xml_close(x);
}

static void
atom_authors(struct xml *x, const struct p2f_person *const *author)
{
	for (; *author != NULL; author++) {
		xml_open(x, "author");
		xml_leaf(x, "name", (*author)->name);
		xml_leaf_url(x, "uri", (*author)->url);
		xml_leaf(x, "email", (*author)->email);
		xml_close(x);
	}
}

/*
 * A feed must have an author unless every entry has one (RFC 4287, 4.1.1),
 * which is not known here: the title stands in, as the publisher's name.
 */
static void
atom_feed_authors(struct xml *x, const struct p2f_feed *feed)
{
	const struct p2f_person		 publisher = { .name = feed->title };
	const struct p2f_person *const	 stand_in[] = { &publisher, NULL };

	atom_authors(x, *feed->authors != NULL ? feed->authors : stand_in);
}

static void
atom_generator(struct xml *x, const struct p2f_feed *feed)
{
	if (feed->generator == NULL)
		return;
	xml_open(x, "generator");
	xml_attr(x, "version", feed->generator_version);
	xml_text(x, feed->generator);
	xml_close(x);
}

static void
atom_root(struct xml *x, const struct p2f_feed *feed)
{
	xml_open(x, "feed");
	xml_attr(x, "xmlns", "http://www.w3.org/2005/Atom");
	xml_attr(x, "xmlns:media", XML_MEDIA_NAMESPACE);
	xml_attr(x, "xml:lang", feed->language);
}

static void
atom_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct xml		 x;
	const char *const	*hub;

	xml_begin(&x, sink, 0);
	xml_declaration(&x);
	xml_stylesheets(&x, feed);
	atom_root(&x, feed);
	xml_leaf_url(&x, "id", feed->id);
	atom_leaf_typed(&x, "title", feed->title);
	atom_leaf_typed(&x, "subtitle", feed->description);
	xml_leaf(&x, "updated", feed->updated->rfc3339);
	atom_link(&x, "alternate", feed->home, "text/html");
	atom_link(&x, "self", feed->self, "application/atom+xml");
	for (hub = feed->hubs; *hub != NULL; hub++)
		atom_link(&x, "hub", *hub, NULL);
	xml_archives(&x, feed, atom_link, "application/atom+xml");
	atom_feed_authors(&x, feed);
	atom_leaf_typed(&x, "rights", feed->rights);
	xml_leaf_url(&x, "icon", feed->icon);
	xml_leaf_url(&x, "logo", feed->logo);
	atom_generator(&x, feed);
	xml_page_link(&x, feed, feed->home, feed->home);
	xml_end(&x);
}

/*
 * RFC 4287 (4.1.2) requires a title.  A post without one has the last segment
 * of its id, without a trailing slash or `.html`.
 */
static void
atom_title(struct xml *x, const struct p2f_post *post)
{
	static const char html[] = ".html";
	const size_t n = sizeof html - 1;
	const char *start, *end = post->id + strlen(post->id);

	if (post->title != NULL) {
		atom_leaf_typed(x, "title", post->title);
		return;
	}
	while (end > post->id && end[-1] == '/')
		end--;
	if ((size_t)(end - post->id) > n && memcmp(end - n, html, n) == 0)
		end -= n;
	for (start = end; start > post->id && start[-1] != '/'; start--)
		continue;
	xml_open(x, "title");
	xml_attr(x, "type", "text");
	xml_text_length(x, start, (size_t)(end - start));
	xml_close(x);
}

static void
atom_enclosures(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_media *const *media;

	for (media = post->media; *media != NULL; media++) {
		xml_open(x, "link");
		xml_attr(x, "rel", "enclosure");
		/* Readers assume HTML if there is no type. */
		xml_attr(x, "type", (*media)->type != NULL ?
		    (*media)->type : "application/octet-stream");
		xml_attr(x, "title", (*media)->title);
		xml_attr_number(x, "length", (*media)->length);
		xml_attr(x, "href", (*media)->url);
		xml_close(x);
	}
}

/* Some readers use the first link, whatever its relation. */
static void
atom_links(struct xml *x, const struct p2f_post *post)
{
	atom_link(x, "alternate", post->url, "text/html");
	atom_link(x, "related", post->external_url, NULL);
	atom_enclosures(x, post);
}

static void
atom_categories(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_category *const *category;

	for (category = post->categories; *category != NULL; category++) {
		xml_open(x, "category");
		xml_attr(x, "term", (*category)->term);
		xml_close(x);
	}
}

/*
 * An entry without an alternate link must have content (RFC 4287, 4.1.2): the
 * summary stands in, or empty content.
 */
static void
atom_content(struct xml *x, const struct p2f_post *post)
{
	if (post->content == NULL && post->url != NULL)
		return;
	xml_open(x, "content");
	xml_attr(x, "type", "html");
	if (post->content != NULL)
		xml_content(x, post);
	else
		xml_text_as_html(x, post->summary != NULL ?
		    post->summary : "");
	xml_close(x);
}

/* Links have no duration; Media RSS has. */
static void
atom_media(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_media *const *media;

	for (media = post->media; *media != NULL; media++)
		if ((*media)->duration >= 0)
			xml_media(x, *media, NULL);
	xml_image(x, post);
}

static void
atom_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	struct xml x;

	xml_begin(&x, sink, 1);
	xml_open(&x, "entry");
	xml_attr(&x, "xml:lang", post->language);
	atom_title(&x, post);
	atom_links(&x, post);
	xml_page_link(&x, feed, post->url, post->title);
	xml_leaf_url(&x, "id", post->id);
	if (post->published != NULL)
		xml_leaf(&x, "published", post->published->rfc3339);
	xml_leaf(&x, "updated", post->updated->rfc3339);
	/* In every entry: few readers inherit the authors of the feed. */
	atom_authors(&x, *post->authors != NULL ? post->authors :
	    feed->authors);
	atom_categories(&x, post);
	atom_leaf_typed(&x, "rights", post->rights);
	atom_leaf_typed(&x, "summary", post->summary);
	atom_content(&x, post);
	/* Last: some readers use the first "content" of any namespace. */
	atom_media(&x, post);
	xml_close(&x);
	xml_end(&x);
}

static void
atom_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct xml x;

	(void)feed;
	xml_begin(&x, sink, 1);
	xml_close_outer(&x, "feed");
	xml_end(&x);
}

const struct p2f_writer writer_atom = {
	.abi = P2F_ABI,
	.needs = P2F_NEEDS_AUTHOR,
	.name = "atom",
	.extension = ".atom",
	.media_type = "application/atom+xml",
	.about = "Atom 1.0 (RFC 4287)",
	.begin = atom_begin,
	.entry = atom_entry,
	.end = atom_end
};

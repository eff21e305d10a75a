/*
 * rss - RSS 2.0, with the extensions that its Best Practices Profile lists, and
 * Media RSS for images.
 *
 * A description is HTML (Profile, 4.1.1.20.4), a title is plain text.
 */
#include <stdbool.h>
#include <string.h>

#include "post2feed.h"
#include "writers/xml.h"

/* All are declared: begin() cannot know which of them the posts will use. */
static const struct {
	const char *name, *uri;
} namespaces[] = {
	{ "xmlns:atom", "http://www.w3.org/2005/Atom" },
	{ "xmlns:content", "http://purl.org/rss/1.0/modules/content/" },
	{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
	{ "xmlns:media", XML_MEDIA_NAMESPACE }
};

static void
rss_link(struct xml *x, const char *rel, const char *href, const char *type)
{
	if (href == NULL)
		return;
	xml_open(x, "atom:link");
	xml_attr(x, "rel", rel);
	xml_attr(x, "href", href);
	xml_attr(x, "type", type);
	xml_close(x);
}

static void
rss_root(struct xml *x)
{
	size_t i;

	xml_open(x, "rss");
	xml_attr(x, "version", "2.0");
	for (i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
		xml_attr(x, namespaces[i].name, namespaces[i].uri);
}

static void
rss_generator(struct xml *x, const struct p2f_feed *feed)
{
	if (feed->generator == NULL)
		return;
	xml_open(x, "generator");
	xml_text(x, feed->generator);
	if (feed->generator_version != NULL) {
		xml_text(x, " ");
		xml_text(x, feed->generator_version);
	}
	xml_close(x);
}

/* Without its size: RSS 2.0 allows at most 144 by 400 pixels there. */
static void
rss_image(struct xml *x, const struct p2f_feed *feed)
{
	if (feed->logo == NULL)
		return;
	xml_open(x, "image");
	xml_leaf_url(x, "url", feed->logo);
	xml_leaf(x, "title", feed->title);
	xml_leaf_url(x, "link", feed->home);
	xml_close(x);
}

static void
rss_begin(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct xml		 x;
	const char *const	*hub;

	xml_begin(&x, sink, 0);
	xml_declaration(&x);
	xml_stylesheets(&x, feed);
	rss_root(&x);
	xml_open(&x, "channel");
	xml_leaf(&x, "title", feed->title);
	xml_leaf_url(&x, "link", feed->home);
	/* RSS 2.0 requires a description. */
	xml_leaf(&x, "description", feed->description != NULL ?
	    feed->description : feed->title);
	xml_leaf(&x, "language", feed->language);
	xml_leaf(&x, "copyright", feed->rights);
	if (feed->updated->seconds != 0)
		xml_leaf(&x, "lastBuildDate", feed->updated->rfc822);
	rss_generator(&x, feed);
	xml_leaf(&x, "docs", "https://www.rssboard.org/rss-specification");
	rss_image(&x, feed);
	rss_link(&x, "self", feed->self, "application/rss+xml");
	for (hub = feed->hubs; *hub != NULL; hub++)
		rss_link(&x, "hub", *hub, NULL);
	xml_archives(&x, feed, rss_link, "application/rss+xml");
	xml_page_link(&x, feed, feed->home, feed->home);
	xml_end(&x);
}

static void
rss_body(struct xml *x, const char *element, const struct p2f_post *post)
{
	if (post->content == NULL)
		return;
	xml_open(x, element);
	xml_content(x, post);
	xml_close(x);
}

/*
 * A summary becomes the description, and the body follows it; without one, the
 * body is the description (Profile, 5.2.1).  It is HTML either way.
 */
static void
rss_content(struct xml *x, const struct p2f_post *post)
{
	if (post->summary != NULL) {
		xml_open(x, "description");
		xml_text_as_html(x, post->summary);
		xml_close(x);
		rss_body(x, "content:encoded", post);
	} else if (post->content != NULL) {
		rss_body(x, "description", post);
	} else if (post->title == NULL) {
		/* An item must have a title or a description, even if empty. */
		xml_leaf(x, "description", "");
	}
}

/* Not <author>, which must be a mail address and is shown as one. */
static void
rss_authors(struct xml *x, const struct p2f_feed *feed,
    const struct p2f_post *post)
{
	const struct p2f_person *const *author = post->authors;

	if (*author == NULL)
		author = feed->authors;
	for (; *author != NULL; author++)
		xml_leaf(x, "dc:creator", (*author)->name);
}

static void
rss_categories(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_category *const *category;

	for (category = post->categories; *category != NULL; category++)
		xml_leaf(x, "category", (*category)->term);
}

/* All three attributes are required; a length of 0 means unknown. */
static void
rss_enclosure(struct xml *x, const struct p2f_media *media)
{
	if (media == NULL)
		return;
	xml_open(x, "enclosure");
	xml_attr(x, "url", media->url);
	xml_attr_number(x, "length", media->length < 0 ? 0 : media->length);
	xml_attr(x, "type", media->type != NULL ? media->type :
	    "application/octet-stream");
	xml_close(x);
}

/*
 * Readers expect one enclosure; others become Media RSS, and so does the first
 * if an enclosure cannot hold all of its facts.
 */
static void
rss_media(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_media *const *media = post->media;
	size_t i;

	for (i = 0; media[i] != NULL; i++)
		if (i > 0 || media[i]->duration >= 0 ||
		    media[i]->title != NULL)
			xml_media(x, media[i], NULL);
	xml_image(x, post);
}

/* RSS 2.0 assumes that a guid is a URL unless told otherwise. */
static void
rss_guid(struct xml *x, const struct p2f_post *post)
{
	bool is_url = post->url != NULL && strcmp(post->id, post->url) == 0;

	xml_open(x, "guid");
	xml_attr(x, "isPermaLink", is_url ? "true" : "false");
	xml_url(x, post->id);
	xml_close(x);
}

/*
 * RSS has no date of change; readers know Atom's.  Some of them mistake it for
 * the date of publication, unless atom:published precedes it.
 */
static void
rss_dates(struct xml *x, const struct p2f_post *post)
{
	const struct p2f_date *published = post->published;

	if (published != NULL)
		xml_leaf(x, "pubDate", published->rfc822);
	if (post->updated->seconds ==
	    (published == NULL ? 0 : published->seconds))
		return;
	if (published != NULL)
		xml_leaf(x, "atom:published", published->rfc3339);
	xml_leaf(x, "atom:updated", post->updated->rfc3339);
}

static void
rss_entry(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	struct xml x;

	xml_begin(&x, sink, 2);
	xml_open(&x, "item");
	xml_leaf(&x, "title", post->title);
	xml_leaf_url(&x, "link", post->url);
	xml_page_link(&x, feed, post->url, post->title);
	rss_guid(&x, post);
	rss_dates(&x, post);
	rss_authors(&x, feed, post);
	rss_categories(&x, post);
	xml_leaf(&x, "dc:language", post->language);
	xml_leaf(&x, "dc:rights", post->rights);
	rss_link(&x, "related", post->external_url, NULL);
	rss_enclosure(&x, *post->media);
	rss_content(&x, post);
	rss_media(&x, post);
	xml_close(&x);
	xml_end(&x);
}

static void
rss_end(const struct p2f_feed *feed, struct p2f_sink *sink)
{
	struct xml x;

	(void)feed;
	xml_begin(&x, sink, 2);
	xml_close_outer(&x, "channel");
	xml_close_outer(&x, "rss");
	xml_end(&x);
}

const struct p2f_writer writer_rss = {
	.abi = P2F_ABI,
	.name = "rss",
	.extension = ".rss",
	.media_type = "application/rss+xml",
	.about = "RSS 2.0",
	.begin = rss_begin,
	.entry = rss_entry,
	.end = rss_end
};

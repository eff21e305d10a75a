/*
 * Any bytes as a post, in all formats: the feed must be readable by a parser,
 * with the same id and title; and any bytes as a body, which must not change
 * when it is rewritten, or sanitized, a second time.  `make fuzz` lets clang's
 * libFuzzer find the bytes; replay.c reads them from files.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/mem.h"
#include "base/text.h"
#include "feed/entry.h"
#include "feed/feed.h"
#include "html/rewrite.h"
#include "html/sanitize.h"
#include "site/permalink.h"
#include "writers/writer.h"

#include "feed/sink.h"

static void
check(bool ok, const char *what, const struct buf *feed)
{
	if (ok)
		return;
	fprintf(stderr, "%s\n%s\n", what, feed->bytes);
	abort();
}

static xmlNode *
find(xmlNode *parent, const char *name)
{
	xmlNode *node = parent == NULL ? NULL : parent->children;

	while (node != NULL && (node->type != XML_ELEMENT_NODE ||
	    strcmp((const char *)node->name, name) != 0))
		node = node->next;
	return node;
}

static bool
holds(xmlNode *node, const char *want)
{
	xmlChar *text = node == NULL ? NULL : xmlNodeGetContent(node);
	bool ok = text == NULL ? want == NULL :
	    strcmp((const char *)text, want == NULL ? "" : want) == 0;

	xmlFree(text);
	return ok;
}

static void
check_xml(const struct buf *feed, const struct p2f_post *post, bool is_rss)
{
	xmlDoc *doc = xmlReadMemory(feed->bytes, (int)feed->length, NULL,
	    NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	xmlNode *entry = is_rss ? find(find(root, "channel"), "item") :
	    find(root, "entry");

	check(entry != NULL, "not well-formed, or no entry", feed);
	check(holds(find(entry, is_rss ? "guid" : "id"), post->id), "id",
	    feed);
	if (is_rss || post->title != NULL)
		check(holds(find(entry, "title"), post->title), "title",
		    feed);
	xmlFreeDoc(doc);
}

static void
check_json(const struct buf *feed, const struct p2f_post *post)
{
	json_t *root = json_loadb(feed->bytes, feed->length,
	    JSON_REJECT_DUPLICATES, NULL);
	json_t *item = json_array_get(json_object_get(root, "items"), 0);
	const char *title = json_string_value(json_object_get(item,
	    "title"));

	check(item != NULL, "not JSON, or no item", feed);
	check(strcmp(json_string_value(json_object_get(item, "id")),
	    post->id) == 0, "id", feed);
	check(post->title == NULL ? title == NULL :
	    strcmp(title, post->title) == 0, "title", feed);
	json_decref(root);
}

static void
check_formats(const struct p2f_feed *feed, const struct p2f_post *post)
{
	const struct p2f_writer *const *w;
	struct buf out = { 0 };
	struct buf_sink sink = sink_into(&out);

	for (w = writers; *w != NULL; w++) {
		(*w)->begin(feed, &sink.sink);
		(*w)->entry(feed, post, &sink.sink);
		(*w)->end(feed, &sink.sink);
		check(text_clean_length(out.bytes, out.length) == out.length,
		    "not clean", &out);
		if (*w == &writer_json)
			check_json(&out, post);
		else
			check_xml(&out, post, *w == &writer_rss);
		buf_clear(&out);
	}
	buf_release(&out);
}

/* Check that a rewritten or sanitized body is not changed again. */
static void
check_body(const struct buf *text)
{
	struct rewrite rewrite = { .base = "https://example.org/a/" };
	struct sanitize found = { 0 };
	struct buf once = { 0 }, twice = { 0 };

	if (rewrite_html(&rewrite, text->bytes, text->length, &once))
		check(!rewrite_html(&rewrite, once.bytes, once.length,
		    &twice), "rewritten twice", &once);
	buf_clear(&once);
	if (sanitize_html(&found, text->bytes, text->length, &once))
		check(!sanitize_html(&found, once.bytes, once.length,
		    &twice), "sanitized twice", &once);
	buf_release(&once);
	buf_release(&twice);
}

static void
choose_settings(struct site *site, size_t size)
{
	site_init(site);
	site->image_first = true;
	site->sanitize = size % 3 == 0;
	site->hard_wraps = size % 3 == 0;
	site->heading_ids = size % 3 == 1;
	site->shortcodes = (enum site_shortcodes)(size % 3);
	permalink_prepare(site);
}

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct diag_options verbose = { .quiet = true };
	struct diag d = { .options = &verbose };
	struct text_faults faults = { 0 };
	struct entry entry = { .arena = { 0 } };
	struct post post = { .path = size % 5 == 0 ? "_posts/c.mdx" :
	    size % 2 ? "2024-02-03-a.md" : "b.html", .is_named = true };
	const struct source source = { .path = post.path };
	struct card card = { .source = &source }, *list[] = { &card };
	struct posts posts = { .items = list, .count = 1 };
	struct arena arena = { 0 };
	struct p2f_feed feed;
	struct fields fields;
	struct post_rules rules = { .fields = &fields, .zone = zone_utc() };
	struct site site;

	mem_init();
	choose_settings(&site, size);
	fields_init(&fields);
	text_clean(&post.file, (const char *)data, size, &faults);
	buf_puts(&post.file, "");
	check_body(&post.file);
	post_parse(&post, &rules, &d);
	post.url = permalink_of(&post, &site, &d);
	/* Some posts have no URL, but all have an id. */
	post.id = post.url != NULL ? post.url : "tag:example.org,2024:a";
	card_fill(&card, &arena, &post);
	feed_fill(&feed, &arena, &site, &posts, &d);
	entry_fill(&entry, &post, &site, &d);
	check_formats(&feed, &entry.post);
	buf_release(&d.lines);
	entry_release(&entry);
	post_release(&post);
	arena_release(&arena);
	site_release(&site);
	return 0;
}

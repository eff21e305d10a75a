/* What several formats write of a post in the same way is written once. */
#include <string.h>

#include "feed/entries.h"
#include "post/fields.h"
#include "site/site.h"
#include "tap.h"

#define FORMATS 8
/* More than the spool takes at once. */
#define OUTPUTS (3 * FORMATS)

static unsigned calls;

static void
say(struct p2f_sink *sink, const char *text)
{
	sink->put(sink, text, strlen(text));
}

static void
part_body(const struct p2f_post *post, struct p2f_sink *sink)
{
	calls++;
	sink->put(sink, post->content, post->content_length);
}

static void
part_twice(const struct p2f_post *post, struct p2f_sink *sink)
{
	sink->put(sink, post->content, post->content_length);
	sink->put(sink, post->content, post->content_length);
}

/* It shares another part. */
static void
part_nested(const struct p2f_post *post, struct p2f_sink *sink)
{
	say(sink, "<");
	sink->share(sink, part_body, post);
	say(sink, ">");
}

static void
write_body(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	say(sink, "[");
	sink->share(sink, part_body, post);
	say(sink, "]");
}

static void
write_both(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	sink->share(sink, part_body, post);
	sink->share(sink, part_twice, post);
	sink->share(sink, part_body, post);
}

static void
write_nested(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	sink->share(sink, part_nested, post);
}

/* Not the post that others share. */
static void
write_changed(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	struct p2f_post changed = *post;

	(void)feed;
	changed.content_length = 1;
	sink->share(sink, part_twice, &changed);
}

static void
write_nothing(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	(void)post;
	(void)sink;
}

/* Bytes in place, all, some or none of them, and bytes elsewhere. */
static void
write_in_place(const struct p2f_feed *feed, const struct p2f_post *post,
    struct p2f_sink *sink)
{
	(void)feed;
	memcpy(sink->room(sink, 1000), "(123", 4);
	sink->put(sink, sink->room(sink, 1000), 1);
	memcpy(sink->room(sink, 1000), "xyz", 3);
	say(sink, "{");
	sink->share(sink, part_body, post);
	memcpy(sink->room(sink, 3), "})!", 3);
	sink->put(sink, sink->room(sink, 3), 3);
}

static const struct p2f_writer formats[FORMATS] = {
	{ .entry = write_both },
	{ .entry = write_nothing },
	{ .entry = write_body, .separator = "; " },
	{ .entry = write_body },
	{ .entry = write_nested },
	{ .entry = write_nested, .separator = "; " },
	{ .entry = write_changed },
	{ .entry = write_in_place }
};

/* The text of an output for two posts. */
static const char *const needs[FORMATS] = {
	"AAAAB\nBB\nBB\nBB\nB", "", "; [A]; [B\nB]", "[A][B\nB]",
	"<A><B\nB>", "; <A>; <B\nB>", "AABB", "({A})!({B\nB})!"
};

static void
add_post(struct entries *e, struct card *card, struct arena *a,
    const char *text)
{
	static const struct diag_options quiet = { .quiet = true };
	struct diag d = { .options = &quiet };
	struct fields fields;
	const struct post_rules rules = { .fields = &fields,
	    .zone = zone_utc() };
	struct post post = { .path = "a.html", .id = "urn:a" };

	fields_init(&fields);
	buf_puts(&post.file, text);
	post_parse(&post, &rules, &d);
	entries_add(e, card, &post, a);
	post_release(&post);
	diag_discard(&d);
}

static void
read_entry(struct buf *out, struct spool *spool, const struct card *card,
    size_t output)
{
	const struct piece *p = card->entry;
	const char *view;
	size_t n;

	for (; output > 0; p++)
		output -= p->is_last;
	do {
		n = p->length;
		view = n == 0 ? "" : spool_view(spool, p->start, &n);
		if (view == NULL || n != p->length)
			return;
		buf_add(out, view, n);
	} while (!p++->is_last);
}

int
main(void)
{
	static const struct diag_options quiet = { .quiet = true };
	struct output items[OUTPUTS] = { { .writer = NULL } };
	struct outputs outputs = { .items = items, .count = OUTPUTS };
	struct card cards[3] = { { .source = NULL } };
	struct arena arena = { 0 };
	struct entries entries;
	struct site site;
	struct buf text = { 0 };
	size_t i;

	for (i = 0; i < OUTPUTS; i++)
		items[i].writer = &formats[i % FORMATS];
	site_init(&site);
	spool_init(&outputs.spool);
	entries_init(&entries, &outputs, &site, &quiet);
	spool_add(&outputs.spool, "before", 6);
	add_post(&entries, &cards[0], &arena, "A");
	add_post(&entries, &cards[2], &arena, "C");
	entries_drop(&entries);
	tap_ok(cards[2].entry == NULL, "a dropped entry is gone");
	add_post(&entries, &cards[1], &arena, "B\nB");
	entries_spool(&entries);
	/* And once more within another part. */
	tap_ok(calls == 2 * 3, "a part is written once of each post");
	for (i = 0; i < OUTPUTS; i++) {
		buf_clear(&text);
		buf_puts(&text, "");
		read_entry(&text, &outputs.spool, &cards[0], i);
		read_entry(&text, &outputs.spool, &cards[1], i);
		tap_string(text.bytes, needs[i % FORMATS],
		    "an output is whole");
	}
	buf_release(&text);
	entries_release(&entries);
	spool_release(&outputs.spool);
	site_release(&site);
	arena_release(&arena);
	return tap_end();
}

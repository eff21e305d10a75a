/*
 * Verification: a feed that was modified in one place is rejected, with that
 * place; an unmodified one passes.
 */
#include "base/mem.h"
#include "feed/verify.h"
#include "feed/sink.h"
#include "tap.h"
#include "writers/writer.h"

/* The size of one write. */
#define PIECE 1000000

static const struct p2f_date dates[] = {
	{ 1704189600, 60, "2024-01-02T11:00:00+01:00",
	    "Tue, 02 Jan 2024 10:00:00 +0000" },
	{ 1704276000, 0, "2024-01-03T10:00:00Z",
	    "Wed, 03 Jan 2024 10:00:00 +0000" },
	{ 0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000" }
};

static const struct p2f_person ada = { .name = "Ada" };
static const struct p2f_person example = { .name = "Example Author" };
static const struct p2f_person *const both[] = { &ada, &example, NULL };
static const struct p2f_person *const one[] = { &ada, NULL };
static const struct p2f_person *const nobody[] = { NULL };
static const struct p2f_category red = { .term = "red" };
static const struct p2f_category blue = { .term = "blue", .kind = P2F_TAG };
static const struct p2f_category *const colors[] = { &red, &blue, NULL };
static const struct p2f_category *const none[] = { NULL };
static const struct p2f_media *const silence[] = { NULL };
static const char *const no_hubs[] = { NULL };

static const struct p2f_feed feed = {
	.id = "tag:site.example,2024:feed", .title = "Fish & chips",
	.description = "About \"food\"", .home = "https://site.example/",
	.self = "https://site.example/feed", .generator = "post2feed",
	.hubs = no_hubs, .stylesheets = no_hubs, .authors = one,
	.updated = &dates[1]
};

/*
 * One post with everything that is compared, one without title and summary, one
 * bare, one without a URL.
 */
static const struct p2f_post posts[] = {
	{ .path = "a.md", .id = "https://site.example/a",
	    .url = "https://site.example/a", .title = "A < B & C",
	    .summary = "1 < 2 & 3", .content = "<p>A &amp; o\r\t\n</p>",
	    .content_length = 19, .published = &dates[0],
	    .updated = &dates[1], .authors = both, .categories = colors,
	    .media = silence },
	{ .path = "b.md", .id = "tag:site.example,2024:b",
	    .url = "https://site.example/b", .content = "<p>Second</p>",
	    .content_length = 13, .published = &dates[0],
	    .updated = &dates[0], .authors = nobody, .categories = none,
	    .media = silence },
	{ .path = "c.md", .id = "https://site.example/c",
	    .url = "https://site.example/c", .title = "Third",
	    .updated = &dates[2], .authors = one, .categories = none,
	    .media = silence },
	{ .path = "d.md", .id = "tag:site.example,2000-01-01:d",
	    .title = "Fourth", .summary = "5 < 6", .updated = &dates[2],
	    .authors = one, .categories = none, .media = silence }
};

static void
write_feed(struct buf *buf, const struct p2f_writer *writer)
{
	struct buf_sink sink = sink_into(buf);
	size_t i;

	writer->begin(&feed, &sink.sink);
	for (i = 0; i < COUNT(posts); i++) {
		if (i > 0 && writer->separator != NULL)
			buf_puts(buf, writer->separator);
		writer->entry(&feed, &posts[i], &sink.sink);
	}
	writer->end(&feed, &sink.sink);
}

/*
 * Whether these bytes pass as what was expected; if not, this must be in the
 * message.
 */
static bool
is_found(const struct buf *bytes, const struct p2f_writer *writer,
    const struct verifier *expected, const char *says)
{
	static const struct diag_options options;
	struct diag d = { .options = &options };
	struct spool spool;
	struct out out;
	size_t done = 0, n;
	bool ok, said;

	spool_init(&spool);
	out_init(&out, "out.xml", &spool);
	for (; done < bytes->length; done += n) {
		n = bytes->length - done < PIECE ? bytes->length - done :
		    PIECE;
		out_add(&out, bytes->bytes + done, n);
	}
	ok = verify_feed(&out, writer, writer_is_built_in(writer), expected,
	    &d);
	said = d.lines.length > 0 && strstr(d.lines.bytes, says) != NULL;
	if (d.lines.length > 0 && (ok || !said))
		printf("# %s", d.lines.bytes);
	buf_release(&d.lines);
	out_release(&out);
	spool_release(&spool);
	return ok == (*says == '\0') && (ok || said);
}

static void
expect(struct verifier *v)
{
	size_t i;

	verify_expect_feed(v, &feed);
	for (i = 0; i < COUNT(posts); i++)
		verify_expect_post(v, &feed, &posts[i]);
}

/* A change to a finished feed, and the message for it. */
static const struct tampering {
	const struct p2f_writer	*writer;
	const char		*what;
	const char		*from;		/* from this in the feed ... */
	const char		*until;		/* ... up to this, and ... */
	const char		*with;		/* ... replaced by this */
	const char		*says;
} tamperings[] = {
	{ &writer_rss, "truncated in an entry", "Second", NULL, "",
	    "out.xml: error: the finished rss feed is not "
	    "well-formed: line " },
	{ &writer_rss, "truncated before its end", "</rss>", NULL, "",
	    "is not well-formed: line " },
	{ &writer_rss, "empty", "<?xml", NULL, "", "is not well-formed" },
	{ &writer_rss, "ill-formed", "</title>\n      <link>", "<link>",
	    "</titel>", "is not well-formed: line " },
	{ &writer_rss, "a forbidden character", "Second", "&lt;/p", "\x01",
	    "is not well-formed: line " },
	{ &writer_rss, "no UTF-8", "Second", "econd", "\xff",
	    "is not well-formed: line " },
	{ &writer_rss, "an undeclared prefix", "<dc:creator", ":creator",
	    "<cd", "is not well-formed: line " },
	{ &writer_rss, "text behind the root", "</rss>", "\n", "</rss>x",
	    "is not well-formed: line " },
	{ &writer_rss, "another root", "<rss", " version", "<rdf",
	    "has the element \"rdf\", not the format's rss" },
	{ &writer_rss, "another version", "version=\"2.0\"", " xmlns",
	    "version=\"0.9\"", "is not of version 2.0" },
	{ &writer_rss, "another channel", "<channel>", "<title>",
	    "<channel></channel><x></x><channel>",
	    "has the element \"x\", not the format's channel" },
	{ &writer_rss, "its title changed", "Fish ", "&", "fish ",
	    "out.xml: error: the finished rss feed has the title "
	    "\"fish & chips\" instead of \"Fish & chips\"" },
	{ &writer_rss, "its link changed", "site.example/</link>", "/</link>",
	    "site.examples", "has the link \"https://site.examples/\"" },
	{ &writer_rss, "an id changed", "/a</guid>", "</guid>", "/A",
	    "a.md: error: the finished rss feed has the id "
	    "\"https://site.example/A\" instead of" },
	{ &writer_rss, "a duplicate id", "tag:site.example,2024:b", "</guid>",
	    "https://site.example/a", "b.md: error" },
	{ &writer_rss, "a link changed", "/b</link>", "</link>", "/bb",
	    "b.md: error: the finished rss feed has the link" },
	{ &writer_rss, "a title escaped twice", "A &lt;", "B",
	    "A &#x26;lt; ", "has the title \"A &lt; B & C\" instead of "
	    "\"A < B & C\"" },
	{ &writer_rss, "a title missing", "<title>Third", "<link>", "",
	    "c.md: error: the finished rss feed has the title "
	    "nothing instead of \"Third\"" },
	{ &writer_rss, "a title twice", "<title>Third", "<link>",
	    "<title>Third</title><title>Third</title>", "has title twice" },
	{ &writer_rss, "a summary escaped once", "1 &amp;lt; 2", " &amp;amp;",
	    "1 &lt; 2", "has the summary \"1 < 2 &amp; 3\" instead of "
	    "\"1 &lt; 2 &amp; 3\"" },
	{ &writer_rss, "a date changed", "10:00:00 +0000</pub", "</pub",
	    "10:00:01 +0000", "has the date \"Tue, 02 Jan 2024 10:00:01" },
	{ &writer_rss, "a change lost", "<atom:updated>", "<dc:creator>", "",
	    "has the date of last change nothing instead of" },
	{ &writer_rss, "an author missing", "<dc:creator>Ada", "<dc:creator>E",
	    "", "has 1 authors instead of 2" },
	{ &writer_rss, "a category more", "<category>", "red",
	    "<category/><category>", "has 3 categories instead of 2" },
	{ &writer_rss, "content cut", "Second", "ond", "S",
	    "b.md: error: the finished rss feed has content of "
	    "11 bytes instead of 13" },
	{ &writer_rss, "a byte of content changed", "Second", "ond", "sec",
	    "b.md: error: the finished rss feed has different content" },
	{ &writer_rss, "a CR of content lost", "&#xD;", "\t", "\n",
	    "a.md: error: the finished rss feed has different" },
	{ &writer_rss, "content that became markup", "&lt;p&gt;Second",
	    "</desc", "<p>Second</p>", "has content of 6 bytes" },
	{ &writer_rss, "content missing", "<content:encoded>", "</item>", "",
	    "a.md: error: the finished rss feed has content of "
	    "0 bytes instead of 19" },
	{ &writer_rss, "the first entry missing", "<item>",
	    "<item>\n      <link>https://site.example/b", "",
	    "a.md: error: the finished rss feed has the id "
	    "\"tag:site.example,2024:b\"" },
	{ &writer_rss, "the last entry missing",
	    "<item>\n      <title>Fourth", "</channel>", "",
	    "has 3 entries for 4 posts" },
	{ &writer_rss, "an entry more", "</channel>", "</rss>",
	    "<item/></channel>", "has more entries than the 4 posts" },
	{ &writer_rss, "an entry twice", "</channel>", "</rss>",
	    "<item><title>Third</title></item></channel>",
	    "has more entries than the 4 posts" },

	{ &writer_atom, "truncated", "Second", NULL, "",
	    "is not well-formed: line " },
	{ &writer_atom, "ill-formed", "</entry>", "\n", "</entri>",
	    "is not well-formed: line " },
	{ &writer_atom, "in no namespace", " xmlns=", " xmlns:media", "",
	    "has the element \"feed\", not the format's feed" },
	{ &writer_atom, "its id changed", "2024:feed", "feed", "2025:",
	    "has the id \"tag:site.example,2025:feed\"" },
	{ &writer_atom, "its home changed", "href=\"https://site.example/\"",
	    "/>", "href=\"x\"", "has the link \"x\"" },
	{ &writer_atom, "an id changed", "2024:b</id>", "</id>", "2024:c",
	    "b.md: error: the finished atom feed has the id" },
	{ &writer_atom, "a duplicate id", "tag:site.example,2024:b</id>",
	    "</id>", "https://site.example/a", "b.md: error" },
	{ &writer_atom, "a title missing", "<title type=\"text\">Third",
	    "<link", "", "c.md: error" },
	{ &writer_atom, "a link changed", "/c\"", "\"/>", "/d",
	    "c.md: error: the finished atom feed has the link" },
	{ &writer_atom, "another spelling of a date",
	    "2024-01-02T11:00:00+01:00</pub", "</pub", "2024-01-02T10:00:00Z",
	    "has the date \"2024-01-02T10:00:00Z\" instead of" },
	{ &writer_atom, "a date that is not there",
	    "<updated>1970-01-01T00:00:00Z", "<author>", "",
	    "has the date of last change nothing" },
	{ &writer_atom, "a summary changed", "1 &lt; 2", " &amp;", "1",
	    "has the summary \"1 & 3\"" },
	{ &writer_atom, "an author more", "</author>\n    <content", "\n",
	    "</author><author/>", "b.md: error: the finished "
	    "atom feed has 2 authors instead of 1" },
	{ &writer_atom, "a category missing", "<category term=\"red\"",
	    "<category term=\"blue\"", "", "has 1 categories" },
	{ &writer_atom, "a byte of content changed", "Second", "ond", "sec",
	    "b.md: error: the finished atom feed has different" },
	{ &writer_atom, "content twice", "</content>\n  </entry>\n  <entry>",
	    "\n", "</content><content>x</content>", "has content twice" },
	{ &writer_atom, "neither link nor content", "<content type=\"html\">"
	    "5 &amp;lt; 6", "\n", "", "d.md: error: the finished "
	    "atom feed has neither link nor content" },
	{ &writer_atom, "a summary that is the content changed",
	    "5 &amp;lt; 6", "</content>", "5", "d.md: error: the "
	    "finished atom feed has content of 1 bytes instead of 8" },
	{ &writer_atom, "an entry missing", "<entry>", "<entry>\n    <title "
	    "type=\"text\">tag", "", "a.md: error" },

	{ &writer_json, "truncated", "Second", NULL, "",
	    "is not well-formed: line " },
	{ &writer_json, "ill-formed", "}\n  ]", "\n  ]", "},",
	    "is not well-formed: line " },
	{ &writer_json, "a member twice", "\"title\": \"Third\"", ",",
	    "\"title\": \"Third\", \"title\": \"Third\"",
	    "is not well-formed: line " },
	{ &writer_json, "no object", "{", NULL, "[]", "is not of version" },
	{ &writer_json, "another version", "version/1.1", ".1", "version/2",
	    "is not of version https://jsonfeed.org/version/1.1" },
	{ &writer_json, "no items", "\"items\": [", " [", "\"entries\":",
	    "has no list of items" },
	{ &writer_json, "its title changed", "Fish ", "&", "fish ",
	    "has the title \"fish & chips\"" },
	{ &writer_json, "an id changed", "\"tag:site.example,2024:b", "\",",
	    "\"tag:site.example,2024:c", "b.md: error" },
	{ &writer_json, "a duplicate id", "tag:site.example,2024:b", "\",",
	    "https://site.example/a", "b.md: error" },
	{ &writer_json, "a number as id", "\"tag:site.example,2024:b\"", ",\n",
	    "1", "b.md: error: the finished json feed has the id "
	    "nothing instead of \"tag:site.example,2024:b\"" },
	{ &writer_json, "a title missing", "\"title\": \"Third\"",
	    "\"authors\"", "", "c.md: error" },
	{ &writer_json, "a date changed", "2024-01-03", "T", "2024-01-04",
	    "has the date of last change \"2024-01-04T10:00:00Z\"" },
	{ &writer_json, "an author missing", "{\n          \"name\": \"Ada\"",
	    "{\n          \"name\": \"Ex", "", "has 1 authors" },
	{ &writer_json, "a tag missing", "\"red\",", "\n", "", "has 1 cat" },
	{ &writer_json, "a byte of content changed", "Second", "ond", "sec",
	    "b.md: error: the finished json feed has different" },
	{ &writer_json, "no content", "\"content_html\": \"<p>Second", "\n",
	    "\"content_text\": \"\"", "has an item without content" },
	{ &writer_json, "an entry missing", "{\n      \"id\": \"https",
	    "{\n      \"id\": \"tag", "", "a.md: error" },
	{ &writer_json, "an item that is none", "\n  ]\n}", "\n}", ", 1 ]",
	    "has an item without content" }
};

static void
tamper(struct buf *out, const struct buf *bytes, const struct tampering *t)
{
	const char *from = strstr(bytes->bytes, t->from), *until = NULL;

	if (from != NULL && t->until != NULL)
		until = strstr(from + 1, t->until);
	if (!tap_ok(from != NULL && (t->until == NULL || until != NULL),
	    "%s, %s: the case fits", t->writer->name, t->what))
		return;
	buf_add(out, bytes->bytes, (size_t)(from - bytes->bytes));
	buf_puts(out, t->with);
	if (until != NULL)
		buf_puts(out, until);
}

static void
test_tampering(const struct tampering *t, const struct verifier *v)
{
	struct buf bytes = { 0 }, tampered = { 0 };

	write_feed(&bytes, t->writer);
	tamper(&tampered, &bytes, t);
	tap_ok(is_found(&tampered, t->writer, v, t->says), "%s, %s",
	    t->writer->name, t->what);
	buf_release(&bytes);
	buf_release(&tampered);
}

/* The output of modules: name, media type, output, message. */
static const struct module_output {
	const char *name, *media_type, *bytes, *says;
} module_outputs[] = {
	{ "titles", "text/plain", "<a", "" },
	{ "titles", "application/xmlish", "<a", "" },
	{ "opml", "text/xml", "<?xml version=\"1.0\"?><a>x<b/>y</a>", "" },
	{ "opml", "text/xml", "<a>", "is not well-formed: line 1: " },
	{ "opml", "text/xml", "", "is not well-formed" },
	{ "opml", "text/x-opml+xml; charset=utf-8", "<a><b></a></b>",
	    "this is a bug in the module that wrote it: please report" },
	{ "podcast", "application/rss+xml", "<rss/>", "" },
	{ "podcast", "application/rss+xml", "<rss>", "is not well-formed" },
	{ "rss", "application/xml", "<rss/>", "" },
	{ "rss", "application/rss+xml", "<rss/>", "" },
	{ "json", "application/feed+json", "[1]", "" },
	{ "json", "application/feed+json", "[1", "is not well-formed" },
	{ "list", "application/json", "[1, 2]", "" },
	{ "list", "application/json", "3", "" },
	{ "list", "application/json", "[1, 2", "is not well-formed: line 1" },
	{ "list", "application/ld+json", "{} {}", "is not well-formed" }
};

static void
test_module(const struct module_output *m, const struct verifier *v)
{
	const struct p2f_writer writer = { .name = m->name,
	    .media_type = m->media_type };
	struct buf bytes = { 0 };

	buf_puts(&bytes, m->bytes);
	tap_ok(is_found(&bytes, &writer, v, m->says), "module %s, %s: %s",
	    m->name, m->media_type, m->bytes);
	buf_release(&bytes);
}

static void
test_same_ids(void)
{
	struct verifier v = { .head = NULL };
	struct buf bytes = { 0 };

	expect(&v);
	verify_expect_post(&v, &feed, &posts[1]);
	write_feed(&bytes, &writer_rss);
	tap_ok(is_found(&bytes, &writer_rss, &v, "b.md: error: "
	    "the finished rss feed has the id \"tag:site.example,2024:b\" "
	    "twice"), "two posts of one id");
	buf_release(&bytes);
	verify_release(&v);
}

/* An output that is partly in a file, and a text beyond libxml2's limit. */
static void
test_large(const struct p2f_writer *writer)
{
	struct p2f_post post = posts[0];
	struct verifier v = { .head = NULL };
	struct buf bytes = { 0 }, content = { 0 };
	struct buf_sink sink = sink_into(&bytes);

	while (content.length <= SPOOL_MEMORY)
		buf_puts(&content, "<p>A paragraph like many others, only "
		    "that it says nothing.</p>\n");
	post.content = content.bytes;
	post.content_length = content.length;
	verify_expect_feed(&v, &feed);
	verify_expect_post(&v, &feed, &post);
	writer->begin(&feed, &sink.sink);
	writer->entry(&feed, &post, &sink.sink);
	writer->end(&feed, &sink.sink);
	tap_ok(is_found(&bytes, writer, &v, ""), "%s, large", writer->name);
	*strstr(bytes.bytes + SPOOL_MEMORY - 100, "paragraph") ^= 1;
	tap_ok(is_found(&bytes, writer, &v, "a.md: error: "),
	    "%s, large, one bit changed", writer->name);
	buf_release(&content);
	buf_release(&bytes);
	verify_release(&v);
}

static void
test_unreadable(const struct verifier *v)
{
	static const struct diag_options options;
	struct diag d = { .options = &options };
	struct spool spool;
	struct out out;

	spool_init(&spool);
	out_init(&out, NULL, &spool);
	spool.error = 5;
	tap_ok(verify_feed(&out, &writer_rss, true, v, &d) &&
	    d.lines.length == 0,
	    "an output that cannot be kept is left to out_prepare()");
	out_release(&out);
	spool_release(&spool);
}

int
main(void)
{
	const struct p2f_writer *const *writer;
	struct verifier v = { .head = NULL };
	struct buf bytes = { 0 };
	size_t i;

	mem_init();
	expect(&v);
	for (writer = writers; *writer != NULL; writer++) {
		buf_clear(&bytes);
		write_feed(&bytes, *writer);
		tap_ok(is_found(&bytes, *writer, &v, ""), "%s, as written",
		    (*writer)->name);
		test_large(*writer);
	}
	for (i = 0; i < COUNT(tamperings); i++)
		test_tampering(&tamperings[i], &v);
	for (i = 0; i < COUNT(module_outputs); i++)
		test_module(&module_outputs[i], &v);
	test_same_ids();
	test_unreadable(&v);
	buf_release(&bytes);
	verify_release(&v);
	return tap_end();
}

/*
 * What the built-in writers write, for posts that are as full, as empty and as
 * hostile as the contract allows.  The expected pieces are here; libxml2 and
 * jansson check that the rest is well-formed by reading it again.
 *
 * usage: writers.test [DIRECTORY]
 *
 * Given a directory, it leaves each feed there, in a folder of its own, for
 * tests/readers/check.
 */
#define _POSIX_C_SOURCE 200809L

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jansson.h>
#include <libxml/parser.h>

#include "base/buf.h"
#include "base/mem.h"
#include "writers/writer.h"
#include "writers/xml.h"

#include "repeat.h"
#include "feed/sink.h"
#include "tap.h"

static const struct p2f_date never = {
	0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"
};
static const struct p2f_date spring = {
	1711966954, 480, "2024-04-01T18:22:34+08:00",
	"Mon, 01 Apr 2024 10:22:34 +0000"
};
static const struct p2f_date summer = {
	1719828000, 0, "2024-07-01T10:00:00Z",
	"Mon, 01 Jul 2024 10:00:00 +0000"
};

static const struct p2f_person *const no_people[] = { NULL };
static const struct p2f_category *const no_categories[] = { NULL };
static const struct p2f_media *const no_media[] = { NULL };
static const char *const no_hubs[] = { NULL };

static const struct p2f_person ada = {
	"Ada", "ada@example.org", "https://example.org/~ada?a=1&b=2",
	"https://example.org/ada.png"
};
static const struct p2f_person bob = { .name = "B. & \"C\" <D>" };
static const struct p2f_person *const one_person[] = { &ada, NULL };
static const struct p2f_person *const two_people[] = { &bob, &ada, NULL };

static const struct p2f_category tea = {
	"茶 & <\"cake\">", P2F_TAG
};
static const struct p2f_category pie = {
	"茶 & <\"pie\">", P2F_CATEGORY
};
static const struct p2f_category control = {
	"a\tb\nc", P2F_CATEGORY
};
static const struct p2f_category *const all_categories[] = {
	&tea, &pie, &control, NULL
};

static const struct p2f_media sound = {
	"https://example.org/a.mp3?x=1&y=2", "audio/mpeg", "A \"sound\"\r\n",
	9612288, 61, 0, 0
};
static const struct p2f_media unknown = {
	"https://example.org/b", NULL, NULL, -1, -1, 0, 0
};
static const struct p2f_media *const all_media[] = {
	&sound, &unknown, NULL
};
static const struct p2f_media image = {
	"https://example.org/p.png", "image/png", NULL, 7, -1, 640, 480
};
static const struct p2f_media small_image = {
	"https://example.org/s.png", "image/png", NULL, -1, -1, 64, 0
};
static const char *const two_hubs[] = {
	"https://hub.example/", "https://hub.example/?a&b", NULL
};

static const struct p2f_feed full_feed = {
	.id = "https://example.org/",
	.title = "Q&A2 &copy; <b>",
	.description = "a ]]> b",
	.home = "https://example.org/",
	.self = "https://example.org/feed?a=1&b=2",
	.language = "zh-Hans",
	.rights = "© Ada",
	.icon = "https://example.org/icon.png",
	.logo = "https://example.org/logo.png",
	.generator = "post2feed",
	.generator_version = "1.0",
	.hubs = two_hubs,
	.stylesheets = no_hubs,
	.authors = one_person,
	.updated = &summer
};
static const struct p2f_feed bare_feed = {
	.id = "https://example.org/",
	.title = "Bare",
	.home = "https://example.org/",
	.hubs = no_hubs,
	.stylesheets = no_hubs,
	.authors = no_people,
	.updated = &never
};

#define HOSTILE_BODY "<p title=\"x\">&lt; ]]> \t\\ 你好 </p>\n<!-- \"--\" -->\n"

static const struct p2f_post full_post = {
	.path = "full.md",
	.id = "tag:example.org,2024-04-01:/full",
	.url = "https://example.org/full?a=1&b=2",
	.external_url = "https://example.com/?c&d",
	.title = "A <b> & \"c\" ]]> 你好",
	.summary = "1 < 2 & 3 > 2: &amp;",
	.content = HOSTILE_BODY,
	.content_length = sizeof HOSTILE_BODY - 1,
	.language = "en-GB",
	.rights = "CC <BY>",
	.published = &spring,
	.updated = &summer,
	.authors = two_people,
	.categories = all_categories,
	.image = &image,
	.thumbnail = &small_image,
	.media = all_media
};
static const struct p2f_post bare_post = {
	.path = "-",
	.id = "https://example.org/notes/bare&1/",
	.url = "https://example.org/notes/bare&1/",
	.updated = &never,
	.authors = no_people,
	.categories = no_categories,
	.media = no_media
};
static const struct p2f_post plain_post = {
	.path = "plain.md",
	.id = "https://example.org/plain",
	.url = "https://example.org/plain",
	.title = "AT&T: 1 <= 2",
	.content = "<p>x</p>",
	.content_length = 8,
	.published = &spring,
	.updated = &spring,
	.authors = no_people,
	.categories = no_categories,
	.image = &image,
	.media = no_media
};
static const struct p2f_post summary_post = {
	.path = "summary.md",
	.id = "urn:uuid:00000000-0000-4000-8000-000000000000",
	.url = "https://example.org/summary",
	.summary = "Only this",
	.published = &spring,
	.updated = &spring,
	.authors = no_people,
	.categories = no_categories,
	.thumbnail = &small_image,
	.media = no_media
};
static const struct p2f_post lost_post = {
	.path = "lost.md",
	.id = "tag:example.org,2000-01-01:lost.md",
	.title = "Lost",
	.summary = "1 < 2 & 3",
	.updated = &never,
	.authors = no_people,
	.categories = no_categories,
	.media = no_media
};
static const struct p2f_post lost_bare_post = {
	.path = "bare.md",
	.id = "tag:example.org,2000-01-01:bare.md",
	.title = "Lost",
	.updated = &never,
	.authors = no_people,
	.categories = no_categories,
	.media = no_media
};

static const struct p2f_post *const every_post[] = {
	&full_post, &plain_post, &summary_post, &bare_post, &lost_post,
	&lost_bare_post, NULL
};
static const struct p2f_post *const no_posts[] = { NULL };
static const struct p2f_post *const undated_posts[] = { &bare_post, NULL };

static const struct {
	const char			*name;
	const struct p2f_feed		*feed;
	const struct p2f_post *const	*posts;
} feeds[] = {
	{ "full", &full_feed, every_post },
	{ "bare", &bare_feed, undated_posts },
	{ "nothing", &bare_feed, no_posts }
};

/* Do what the host does.  The caller releases the text. */
static struct buf
write_feed(const struct p2f_writer *writer, const struct p2f_feed *feed,
    const struct p2f_post *const *post)
{
	struct buf out = { 0 };
	struct buf_sink sink = sink_into(&out);
	const struct p2f_post *const *first = post;

	writer->begin(feed, &sink.sink);
	for (; *post != NULL; post++) {
		if (post != first && writer->separator != NULL)
			buf_puts(&out, writer->separator);
		writer->entry(feed, *post, &sink.sink);
	}
	writer->end(feed, &sink.sink);
	return out;
}

#define NAMESPACES \
	" xmlns:atom=\"http://www.w3.org/2005/Atom\"" \
	" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"" \
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
	" xmlns:media=\"http://search.yahoo.com/mrss/\""

/* Whole pieces: head and tail without posts, and each of the posts. */
static const struct {
	const char			*name;
	const struct p2f_writer		*writer;
	const struct p2f_feed		*feed;
	const struct p2f_post		*post;	/* NULL: head and tail */
	const char			*want;
} pieces[] = {
	{ "rss: head of a full feed", &writer_rss, &full_feed, NULL,
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	"<rss version=\"2.0\"" NAMESPACES ">\n"
	"  <channel>\n"
	"    <title>Q&#x26;A2 &#x26;copy; &#x3C;b&#x3E;</title>\n"
	"    <link>https://example.org/</link>\n"
	"    <description>a ]]&gt; b</description>\n"
	"    <language>zh-Hans</language>\n"
	"    <copyright>© Ada</copyright>\n"
	"    <lastBuildDate>Mon, 01 Jul 2024 10:00:00 +0000</lastBuildDate>\n"
	"    <generator>post2feed 1.0</generator>\n"
	"    <docs>https://www.rssboard.org/rss-specification</docs>\n"
	"    <image>\n"
	"      <url>https://example.org/logo.png</url>\n"
	"      <title>Q&#x26;A2 &#x26;copy; &#x3C;b&#x3E;</title>\n"
	"      <link>https://example.org/</link>\n"
	"    </image>\n"
	"    <atom:link rel=\"self\" href=\"https://example.org/feed?a=1"
	"&amp;b=2\" type=\"application/rss+xml\"/>\n"
	"    <atom:link rel=\"hub\" href=\"https://hub.example/\"/>\n"
	"    <atom:link rel=\"hub\" href=\"https://hub.example/?a&amp;b\"/>\n"
	"  </channel>\n"
	"</rss>\n" },
	{ "rss: head of a bare feed", &writer_rss, &bare_feed, NULL,
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	"<rss version=\"2.0\"" NAMESPACES ">\n"
	"  <channel>\n"
	"    <title>Bare</title>\n"
	"    <link>https://example.org/</link>\n"
	"    <description>Bare</description>\n"
	"    <docs>https://www.rssboard.org/rss-specification</docs>\n"
	"  </channel>\n"
	"</rss>\n" },
	{ "rss: a full post", &writer_rss, &full_feed, &full_post,
	"\n    <item>\n"
	"      <title>A &#x3C;b&#x3E; &#x26; \"c\" ]]&#x3E; 你好</title>\n"
	"      <link>https://example.org/full?a=1&amp;b=2</link>\n"
	"      <guid isPermaLink=\"false\">tag:example.org,2024-04-01:/full"
	"</guid>\n"
	"      <pubDate>Mon, 01 Apr 2024 10:22:34 +0000</pubDate>\n"
	"      <atom:published>2024-04-01T18:22:34+08:00</atom:published>\n"
	"      <atom:updated>2024-07-01T10:00:00Z</atom:updated>\n"
	"      <dc:creator>B. &#x26; \"C\" &#x3C;D&#x3E;</dc:creator>\n"
	"      <dc:creator>Ada</dc:creator>\n"
	"      <category>茶 &amp; &lt;\"cake\"&gt;</category>\n"
	"      <category>茶 &amp; &lt;\"pie\"&gt;</category>\n"
	"      <category>a\tb\nc</category>\n"
	"      <dc:language>en-GB</dc:language>\n"
	"      <dc:rights>CC &#x3C;BY&#x3E;</dc:rights>\n"
	"      <atom:link rel=\"related\" "
	"href=\"https://example.com/?c&amp;d\"/>\n"
	"      <enclosure url=\"https://example.org/a.mp3?x=1&amp;y=2\" "
	"length=\"9612288\" type=\"audio/mpeg\"/>\n"
	"      <description>1 &amp;lt; 2 &amp;amp; 3 &amp;gt; 2: "
	"&amp;amp;amp;</description>\n"
	"      <content:encoded>&lt;p title=\"x\"&gt;&amp;lt; ]]&gt; \t\\ "
	"你好 &lt;/p&gt;\n&lt;!-- \"--\" --&gt;\n</content:encoded>\n"
	"      <media:content url=\"https://example.org/a.mp3?x=1&amp;y=2\" "
	"fileSize=\"9612288\" type=\"audio/mpeg\" duration=\"61\">\n"
	"        <media:title>A \"sound\"&#xD;\n</media:title>\n"
	"      </media:content>\n"
	"      <media:content url=\"https://example.org/b\"/>\n"
	"      <media:thumbnail url=\"https://example.org/s.png\" "
	"width=\"64\"/>\n"
	"      <media:content url=\"https://example.org/p.png\" "
	"fileSize=\"7\" type=\"image/png\" medium=\"image\" width=\"640\" "
	"height=\"480\"/>\n"
	"    </item>" },
	{ "rss: an untitled, undated post without a body", &writer_rss,
	&bare_feed, &bare_post,
	"\n    <item>\n"
	"      <link>https://example.org/notes/bare&amp;1/</link>\n"
	"      <guid isPermaLink=\"true\">https://example.org/notes/"
	"bare&amp;1/</guid>\n"
	"      <description></description>\n"
	"    </item>" },
	{ "rss: a body without summary is the description", &writer_rss,
	&full_feed, &plain_post,
	"\n    <item>\n"
	"      <title>AT&amp;T: 1 &lt;= 2</title>\n"
	"      <link>https://example.org/plain</link>\n"
	"      <guid isPermaLink=\"true\">https://example.org/plain</guid>\n"
	"      <pubDate>Mon, 01 Apr 2024 10:22:34 +0000</pubDate>\n"
	"      <dc:creator>Ada</dc:creator>\n"
	"      <description>&lt;p&gt;x&lt;/p&gt;</description>\n"
	"      <media:thumbnail url=\"https://example.org/p.png\" "
	"width=\"640\" height=\"480\"/>\n"
	"      <media:content url=\"https://example.org/p.png\" "
	"fileSize=\"7\" type=\"image/png\" medium=\"image\" width=\"640\" "
	"height=\"480\"/>\n"
	"    </item>" },
	{ "atom: head of a full feed", &writer_atom, &full_feed, NULL,
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	"<feed xmlns=\"http://www.w3.org/2005/Atom\" "
	"xmlns:media=\"http://search.yahoo.com/mrss/\" "
	"xml:lang=\"zh-Hans\">\n"
	"  <id>https://example.org/</id>\n"
	"  <title type=\"text\">Q&#x26;A2 &#x26;copy; &#x3C;b&#x3E;</title>\n"
	"  <subtitle type=\"text\">a ]]&gt; b</subtitle>\n"
	"  <updated>2024-07-01T10:00:00Z</updated>\n"
	"  <link rel=\"alternate\" type=\"text/html\" "
	"href=\"https://example.org/\"/>\n"
	"  <link rel=\"self\" type=\"application/atom+xml\" "
	"href=\"https://example.org/feed?a=1&amp;b=2\"/>\n"
	"  <link rel=\"hub\" href=\"https://hub.example/\"/>\n"
	"  <link rel=\"hub\" href=\"https://hub.example/?a&amp;b\"/>\n"
	"  <author>\n"
	"    <name>Ada</name>\n"
	"    <uri>https://example.org/~ada?a=1&amp;b=2</uri>\n"
	"    <email>ada@example.org</email>\n"
	"  </author>\n"
	"  <rights type=\"text\">© Ada</rights>\n"
	"  <icon>https://example.org/icon.png</icon>\n"
	"  <logo>https://example.org/logo.png</logo>\n"
	"  <generator version=\"1.0\">post2feed</generator>\n"
	"</feed>\n" },
	{ "atom: a feed without author is its own", &writer_atom, &bare_feed,
	NULL,
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	"<feed xmlns=\"http://www.w3.org/2005/Atom\" "
	"xmlns:media=\"http://search.yahoo.com/mrss/\">\n"
	"  <id>https://example.org/</id>\n"
	"  <title type=\"text\">Bare</title>\n"
	"  <updated>1970-01-01T00:00:00Z</updated>\n"
	"  <link rel=\"alternate\" type=\"text/html\" "
	"href=\"https://example.org/\"/>\n"
	"  <author>\n"
	"    <name>Bare</name>\n"
	"  </author>\n"
	"</feed>\n" },
	{ "atom: a full post", &writer_atom, &full_feed, &full_post,
	"\n  <entry xml:lang=\"en-GB\">\n"
	"    <title type=\"text\">A &#x3C;b&#x3E; &#x26; \"c\" ]]&#x3E; 你好"
	"</title>\n"
	"    <link rel=\"alternate\" type=\"text/html\" "
	"href=\"https://example.org/full?a=1&amp;b=2\"/>\n"
	"    <link rel=\"related\" href=\"https://example.com/?c&amp;d\"/>\n"
	"    <link rel=\"enclosure\" type=\"audio/mpeg\" "
	"title=\"A &quot;sound&quot;&#xD;&#xA;\" length=\"9612288\" "
	"href=\"https://example.org/a.mp3?x=1&amp;y=2\"/>\n"
	"    <link rel=\"enclosure\" type=\"application/octet-stream\" "
	"href=\"https://example.org/b\"/>\n"
	"    <id>tag:example.org,2024-04-01:/full</id>\n"
	"    <published>2024-04-01T18:22:34+08:00</published>\n"
	"    <updated>2024-07-01T10:00:00Z</updated>\n"
	"    <author>\n"
	"      <name>B. &#x26; \"C\" &#x3C;D&#x3E;</name>\n"
	"    </author>\n"
	"    <author>\n"
	"      <name>Ada</name>\n"
	"      <uri>https://example.org/~ada?a=1&amp;b=2</uri>\n"
	"      <email>ada@example.org</email>\n"
	"    </author>\n"
	"    <category term=\"茶 &amp; &lt;&quot;cake&quot;&gt;\"/>\n"
	"    <category term=\"茶 &amp; &lt;&quot;pie&quot;&gt;\"/>\n"
	"    <category term=\"a&#x9;b&#xA;c\"/>\n"
	"    <rights type=\"text\">CC &#x3C;BY&#x3E;</rights>\n"
	"    <summary type=\"text\">1 &#x3C; 2 &#x26; 3 &#x3E; 2: "
	"&#x26;amp;</summary>\n"
	"    <content type=\"html\">&lt;p title=\"x\"&gt;&amp;lt; ]]&gt; "
	"\t\\ 你好 &lt;/p&gt;\n&lt;!-- \"--\" --&gt;\n</content>\n"
	"    <media:content url=\"https://example.org/a.mp3?x=1&amp;y=2\" "
	"fileSize=\"9612288\" type=\"audio/mpeg\" duration=\"61\">\n"
	"      <media:title>A \"sound\"&#xD;\n</media:title>\n"
	"    </media:content>\n"
	"    <media:thumbnail url=\"https://example.org/s.png\" "
	"width=\"64\"/>\n"
	"    <media:content url=\"https://example.org/p.png\" "
	"fileSize=\"7\" type=\"image/png\" medium=\"image\" width=\"640\" "
	"height=\"480\"/>\n"
	"  </entry>" },
	{ "atom: an untitled, undated post without a body", &writer_atom,
	&bare_feed, &bare_post,
	"\n  <entry>\n"
	"    <title type=\"text\">bare&#x26;1</title>\n"
	"    <link rel=\"alternate\" type=\"text/html\" "
	"href=\"https://example.org/notes/bare&amp;1/\"/>\n"
	"    <id>https://example.org/notes/bare&amp;1/</id>\n"
	"    <updated>1970-01-01T00:00:00Z</updated>\n"
	"  </entry>" },
	{ "atom: without a link, the summary is the content", &writer_atom,
	&bare_feed, &lost_post,
	"\n  <entry>\n"
	"    <title type=\"text\">Lost</title>\n"
	"    <id>tag:example.org,2000-01-01:lost.md</id>\n"
	"    <updated>1970-01-01T00:00:00Z</updated>\n"
	"    <summary type=\"text\">1 &lt; 2 &amp; 3</summary>\n"
	"    <content type=\"html\">1 &amp;lt; 2 &amp;amp; 3</content>\n"
	"  </entry>" },
	{ "atom: without link and summary, there is empty content",
	&writer_atom, &bare_feed, &lost_bare_post,
	"\n  <entry>\n"
	"    <title type=\"text\">Lost</title>\n"
	"    <id>tag:example.org,2000-01-01:bare.md</id>\n"
	"    <updated>1970-01-01T00:00:00Z</updated>\n"
	"    <content type=\"html\"></content>\n"
	"  </entry>" },
	{ "json: head of a full feed", &writer_json, &full_feed, NULL,
	"{\n"
	"  \"version\": \"https://jsonfeed.org/version/1.1\",\n"
	"  \"title\": \"Q&A2 &copy; <b>\",\n"
	"  \"home_page_url\": \"https://example.org/\",\n"
	"  \"feed_url\": \"https://example.org/feed?a=1&b=2\",\n"
	"  \"description\": \"a ]]> b\",\n"
	"  \"icon\": \"https://example.org/icon.png\",\n"
	"  \"authors\": [\n"
	"    {\n"
	"      \"name\": \"Ada\",\n"
	"      \"url\": \"https://example.org/~ada?a=1&b=2\",\n"
	"      \"avatar\": \"https://example.org/ada.png\"\n"
	"    }\n"
	"  ],\n"
	"  \"language\": \"zh-Hans\",\n"
	"  \"hubs\": [\n"
	"    {\n"
	"      \"type\": \"WebSub\",\n"
	"      \"url\": \"https://hub.example/\"\n"
	"    },\n"
	"    {\n"
	"      \"type\": \"WebSub\",\n"
	"      \"url\": \"https://hub.example/?a&b\"\n"
	"    }\n"
	"  ],\n"
	"  \"items\": [\n"
	"  ]\n"
	"}\n" },
	{ "json: a full post", &writer_json, &full_feed, &full_post,
	"\n    {\n"
	"      \"id\": \"tag:example.org,2024-04-01:/full\",\n"
	"      \"url\": \"https://example.org/full?a=1&b=2\",\n"
	"      \"external_url\": \"https://example.com/?c&d\",\n"
	"      \"title\": \"A <b> & \\\"c\\\" ]]> 你好\",\n"
	"      \"summary\": \"1 < 2 & 3 > 2: &amp;\",\n"
	"      \"image\": \"https://example.org/p.png\",\n"
	"      \"date_published\": \"2024-04-01T18:22:34+08:00\",\n"
	"      \"date_modified\": \"2024-07-01T10:00:00Z\",\n"
	"      \"authors\": [\n"
	"        {\n"
	"          \"name\": \"B. & \\\"C\\\" <D>\"\n"
	"        },\n"
	"        {\n"
	"          \"name\": \"Ada\",\n"
	"          \"url\": \"https://example.org/~ada?a=1&b=2\",\n"
	"          \"avatar\": \"https://example.org/ada.png\"\n"
	"        }\n"
	"      ],\n"
	"      \"tags\": [\n"
	"        \"茶 & <\\\"cake\\\">\",\n"
	"        \"茶 & <\\\"pie\\\">\",\n"
	"        \"a\\tb\\nc\"\n"
	"      ],\n"
	"      \"language\": \"en-GB\",\n"
	"      \"attachments\": [\n"
	"        {\n"
	"          \"url\": \"https://example.org/a.mp3?x=1&y=2\",\n"
	"          \"mime_type\": \"audio/mpeg\",\n"
	"          \"title\": \"A \\\"sound\\\"\\r\\n\",\n"
	"          \"size_in_bytes\": 9612288,\n"
	"          \"duration_in_seconds\": 61\n"
	"        },\n"
	"        {\n"
	"          \"url\": \"https://example.org/b\",\n"
	"          \"mime_type\": \"application/octet-stream\"\n"
	"        }\n"
	"      ],\n"
	"      \"content_html\": \"<p title=\\\"x\\\">&lt; ]]> \\t\\\\ 你好 "
	"</p>\\n<!-- \\\"--\\\" -->\\n\"\n"
	"    }" },
	{ "json: an untitled, undated post without a body", &writer_json,
	&bare_feed, &bare_post,
	"\n    {\n"
	"      \"id\": \"https://example.org/notes/bare&1/\",\n"
	"      \"url\": \"https://example.org/notes/bare&1/\",\n"
	"      \"content_html\": \"\"\n"
	"    }" }
};

static void
test_pieces(void)
{
	struct buf	out = { 0 };
	struct buf_sink	sink = sink_into(&out);
	size_t		i;

	for (i = 0; i < COUNT(pieces); i++) {
		buf_clear(&out);
		if (pieces[i].post == NULL) {
			pieces[i].writer->begin(pieces[i].feed, &sink.sink);
			pieces[i].writer->end(pieces[i].feed, &sink.sink);
		} else
			pieces[i].writer->entry(pieces[i].feed,
			    pieces[i].post, &sink.sink);
		tap_string(out.bytes, pieces[i].want, pieces[i].name);
	}
	buf_release(&out);
}

static bool
is_well_formed(const struct p2f_writer *writer, const struct buf *text)
{
	json_t	*json;
	xmlDoc	*xml;

	if (writer == &writer_json) {
		json = json_loadb(text->bytes, text->length,
		    JSON_REJECT_DUPLICATES, NULL);
		json_decref(json);
		return json != NULL;
	}
	xml = xmlReadMemory(text->bytes, (int)text->length, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_HUGE);
	xmlFreeDoc(xml);
	return xml != NULL;
}

/* Write a feed to DIRECTORY/NAME/out.FORMAT. */
static void
keep(const char *directory, const char *name, const struct p2f_writer *writer,
    const struct buf *text)
{
	char	 path[PATH_MAX];
	FILE	*file;

	snprintf(path, sizeof path, "%s/%s", directory, name);
	mkdir(path, 0777);
	snprintf(path, sizeof path, "%s/%s/out%s", directory, name,
	    writer->extension);
	file = fopen(path, "w");
	if (file == NULL || fwrite(text->bytes, 1, text->length, file)
	    != text->length || fclose(file) != 0)
		tap_ok(false, "%s can be written", path);
}

static void
test_feeds(const char *directory)
{
	const struct p2f_writer	*const	*writer;
	struct buf			 text;
	size_t				 i;

	for (i = 0; i < COUNT(feeds); i++)
		for (writer = writers; *writer != NULL; writer++) {
			text = write_feed(*writer, feeds[i].feed,
			    feeds[i].posts);
			tap_ok(is_well_formed(*writer, &text),
			    "%s: a %s feed is well-formed", (*writer)->name,
			    feeds[i].name);
			if (directory != NULL)
				keep(directory, feeds[i].name, *writer, &text);
			buf_release(&text);
		}
}

/* A text of every character that XML allows comes back unchanged. */
static struct buf
all_characters(void)
{
	struct buf	buf = { 0 };
	unsigned	c;

	for (c = 1; c <= 0x10ffff; c++)
		if (c == 9 || c == 10 || c == 13 || (c >= 32 && c < 0xd800) ||
		    (c >= 0xe000 && c != 0xfffe && c != 0xffff))
			buf_put_utf8(&buf, c);
	return buf;
}

/* The element as a document; 0: attribute; 1: text; 2: HTML. */
static struct buf
write_element(const char *text, size_t length, int how)
{
	const struct p2f_post post = { .content = text,
	    .content_length = length };
	struct buf	out = { 0 };
	struct buf_sink	sink = sink_into(&out);
	struct xml	x;

	xml_begin(&x, &sink.sink, 0);
	xml_open(&x, "x");
	if (how == 0)
		xml_attr(&x, "a", text);
	else if (how == 1)
		xml_text(&x, text);
	else
		xml_content(&x, &post);
	xml_close(&x);
	xml_end(&x);
	/* The line break is not part of the document element. */
	memmove(out.bytes, out.bytes + 1, out.length--);
	return out;
}

static void
test_round_trip(const char *text, size_t length, const char *name)
{
	static const char *const hows[] = { "attribute", "text", "HTML" };
	struct buf	 written;
	xmlChar		*read;
	xmlDoc		*document;
	int		 how;

	for (how = 0; how < (int)COUNT(hows); how++) {
		written = write_element(text, length, how);
		document = xmlReadMemory(written.bytes, (int)written.length,
		    NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
		read = document == NULL ? NULL : how == 0 ?
		    xmlGetProp(xmlDocGetRootElement(document), BAD_CAST "a") :
		    xmlNodeGetContent(xmlDocGetRootElement(document));
		tap_ok(read != NULL && strcmp((char *)read, text) == 0,
		    "%s come back from %s", name, hows[how]);
		xmlFree(read);
		xmlFreeDoc(document);
		buf_release(&written);
	}
}

static void
test_characters(void)
{
	struct buf	all = all_characters(), long_text = { 0 };
	int		i, j;

	test_round_trip(all.bytes, all.length, "all characters");
	/* Runs and escapes that end before, at and after a chunk's end. */
	for (i = 0; i < 9000; i++) {
		buf_puts(&long_text, i % 7 == 0 ? "<&>" : "abcdefghij");
		buf_putc(&long_text, i % 97 == 0 ? '\r' : '\n');
		for (j = 0; i % 1000 == 0 && j < 4092 + i / 1000; j++)
			buf_putc(&long_text, 'a');
	}
	buf_clear(&all);
	repeat(&all, 4096, "&");
	test_round_trip(long_text.bytes, long_text.length, "long texts");
	test_round_trip(all.bytes, all.length, "ampersands");
	test_round_trip("", 0, "no characters");
	buf_release(&long_text);
	buf_release(&all);
}

static void
test_json_characters(void)
{
	struct buf	 out = { 0 };
	struct buf_sink	 sink = sink_into(&out);
	struct buf	 all = all_characters();
	struct p2f_post	 post = plain_post;
	const char	*content;
	json_t		*item;

	post.content = post.title = all.bytes;
	post.content_length = all.length;
	writer_json.entry(&bare_feed, &post, &sink.sink);
	item = json_loadb(out.bytes, out.length, 0, NULL);
	content = json_string_value(json_object_get(item, "content_html"));
	tap_ok(content != NULL && strcmp(content, all.bytes) == 0,
	    "all characters come back from JSON");
	content = json_string_value(json_object_get(item, "title"));
	tap_ok(content != NULL && strcmp(content, all.bytes) == 0,
	    "all characters come back from a title in JSON");
	json_decref(item);
	buf_release(&out);
	buf_release(&all);
}

static const struct {
	const char *id, *want;
} atom_titles[] = {
	{ "https://example.org/a/b", ">b<" },
	{ "https://example.org/a/b.html", ">b<" },
	{ "https://example.org/a/b//", ">b<" },
	{ "https://example.org/?p=12", ">?p=12<" },
	{ "https://example.org/", ">example.org<" },
	{ "urn:uuid:1", ">urn:uuid:1<" }
};

static void
test_atom_titles(void)
{
	struct buf	out = { 0 };
	struct buf_sink	sink = sink_into(&out);
	struct p2f_post	post = bare_post;
	size_t		i;

	for (i = 0; i < COUNT(atom_titles); i++) {
		post.id = atom_titles[i].id;
		writer_atom.entry(&bare_feed, &post, &sink.sink);
		tap_ok(strstr(out.bytes, atom_titles[i].want) != NULL,
		    "atom: the title of %s without one is %s",
		    atom_titles[i].id, atom_titles[i].want);
		buf_clear(&out);
	}
	buf_release(&out);
}

static const struct {
	const char *name, *problem;	/* part of the problem */
} unloadable[] = {
	{ "nosuchformat", "it is not one of rss, atom, json, and there is "
	    "no module of that name in /" },
	{ "no.such", "it is not one of rss, atom, json, and there is "
	    "no module of that name in /" },
	{ "..", "it is not one of rss, atom, json, and there is "
	    "no module of that name in /" },
	{ "", "it is not one of rss, atom, json, and there is "
	    "no module of that name in /" },
	{ "./no-such-module.so", "cannot load module: " },
	{ "/", "cannot load module: " }
};

static void
test_table(void)
{
	const struct p2f_writer *const	*writer;
	struct arena			 arena = { 0 };
	const char			*problem;
	size_t				 i;

	for (writer = writers; *writer != NULL; writer++) {
		tap_ok(writer_find((*writer)->name) == *writer &&
		    writer_for_extension((*writer)->extension) == *writer &&
		    (*writer)->abi == P2F_ABI, "%s is in the table",
		    (*writer)->name);
	}
	tap_ok(writer_find("RSS") == NULL, "names are in lower case");
	tap_ok(writer_for_extension(".RSS") == &writer_rss,
	    "extensions ignore case");
	tap_ok(writer_for_extension(".xml") == NULL, ".xml may be any format");
	for (i = 0; i < COUNT(unloadable); i++) {
		problem = "";
		tap_ok(writer_load(&arena, unloadable[i].name, &problem)
		    == NULL, "\"%s\" is not loaded", unloadable[i].name);
		tap_ok(strstr(problem, unloadable[i].problem) == problem,
		    "... as %s", problem);
	}
	arena_release(&arena);
}

int
main(int argc, char **argv)
{
	mem_init();
	test_pieces();
	test_feeds(argc > 1 ? argv[1] : NULL);
	test_characters();
	test_json_characters();
	test_atom_titles();
	test_table();
	xmlCleanupParser();
	return tap_end();
}

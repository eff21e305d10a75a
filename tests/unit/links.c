/* A post is found by the name that another one uses. */
#include "feed/links.h"
#include "tap.h"

static const struct {
	const char *path, *url;
} posts[] = {
	{ "site/_posts/2024-01-02-rain.md", "rain" },
	{ "site/_posts/a/2024-01-02-twin.md", "twin-a" },
	{ "site/b/_posts/2024-01-02-twin.md", "twin-b" },
	{ "site/content/blog/snow/index.md", "snow" },
	{ "site/content/blog/hail.en.mdx", "hail" },
	{ "index.md", "index" },
	{ "site/content/blog/sleet.mkdown", "sleet" },
	{ "site/content/blog/Haze.MD", "haze" },
	{ "source/_posts/2024-01-03-fog.md", "fog" },
	{ "source/_posts/2024-01-03-dew.md", "dew-dated" },
	{ "source/_posts/dew.md", "dew" },
	{ "site/content/a/sun.md", "sun-a" },
	{ "site/content/b/sun.md", "sun-b" },
	{ "site/content/b/sun.html", "sun-html" },
	{ "site/content/a/moon.fr.md", "moon-fr" },
	{ "site/content/b/moon/index.fr.md", "moon-b-fr" }
};

#define POSTS COUNT(posts)

static const struct {
	const char *name, *want;
} names[] = {
	{ "2024-01-02-rain", "rain" },
	{ "/2024-01-02-rain", "rain" },
	{ "_posts/2024-01-02-rain.md", "rain" },
	{ "site/_posts/2024-01-02-rain.md", "rain" },
	{ "2024-01-02-rain.md#gauge", "rain#gauge" },
	{ "2024-01-02-rain/", "rain" },
	/* the only one of its name, whatever its folder */
	{ "elsewhere/2024-01-02-rain", "rain" },
	{ "a/2024-01-02-twin", "twin-a" },
	{ "b/_posts/2024-01-02-twin.md", "twin-b" },
	{ "site/b/_posts/2024-01-02-twin", "twin-b" },
	{ "c/2024-01-02-twin", NULL },
	{ "snow", "snow" },
	{ "blog/snow/index.md", "snow" },
	{ "/blog/snow", "snow" },
	{ "@/blog/snow/index.md#deep", "snow#deep" },
	{ "hail.en.mdx", "hail" },
	{ "hail.en", "hail" },
	{ "hail", NULL },
	{ "index.md", "index" },
	{ "blog/sleet", "sleet" },
	{ "blog/sleet.mkdown", "sleet" },
	{ "Haze", "haze" },
	{ "blog/Haze.MD", "haze" },
	{ "2024-01-02", NULL },
	{ "rain", NULL },
	/* by its slug, as in Hexo; a full name takes precedence */
	{ "fog", "fog" },
	{ "dew", "dew" },
	{ "2024-01-03-dew", "dew-dated" },
	{ "", NULL },
	{ "/", NULL },
	{ "#top", NULL },
	{ "..", NULL },
	{ ".md", NULL }
};

static const struct {
	const char *path, *want;
} paths[] = {
	{ "site/content/blog/snow", "snow" },
	{ "site/content/blog/snow/index.md#deep", "snow#deep" },
	{ "content/blog/snow", NULL },
	{ "site/content/a/sun", "sun-a" },
	{ "site/content/b/sun.md", "sun-b" },
	{ "site/content/b/sun.html", "sun-html" },
	{ "site/content/c/sun.md", NULL },
	{ "site/content/a/moon.fr", "moon-fr" },
	{ "site/content/b/moon.fr", "moon-b-fr" },
	{ "site/content/b/moon/index.fr.md", "moon-b-fr" },
	{ "site/content/b/moon", NULL },
	{ "site/b/_posts/2024-01-02-twin.md", "twin-b" },
	{ "index", "index" },
	{ "site/content/**/snow", "snow" },
	{ "site/content/b/**/moon.fr#full", "moon-b-fr#full" },
	{ "site/content/**/b/moon.fr", "moon-b-fr" },
	{ "site/other/**/snow", NULL },
	{ "", NULL }
};

int
main(void)
{
	struct source sources[POSTS] = { { .path = NULL } };
	struct card cards[POSTS] = { { .source = NULL } };
	const struct p2f_value title = { .kind = P2F_TEXT,
	    .text = "Rain &amp; hail" };
	struct post rain = { .facts = { .title = &title } };
	const struct post_rules rules = { .fields = NULL };
	struct post snow = { .path = NULL };
	struct links links;
	size_t i;

	for (i = 0; i < POSTS; i++) {
		sources[i].path = posts[i].path;
		cards[i].source = &sources[i];
		cards[i].url = posts[i].url;
	}
	cards[0].post = &rain;
	cards[3].post = &snow;
	links_init(&links, cards, 0, &rules);
	tap_ok(links_find(&links, "a") == NULL, "no posts, no link");
	links_release(&links);
	links_init(&links, cards, POSTS, &rules);
	for (i = 0; i < COUNT(names); i++)
		tap_string(links_find(&links, names[i].name), names[i].want,
		    names[i].name);
	for (i = 0; i < COUNT(paths); i++)
		tap_string(links_at(&links, paths[i].path), paths[i].want,
		    paths[i].path);
	tap_string(links_title(&links, "rain/../2024-01-02-rain.md#gauge"),
	    "Rain & hail", "a title is plain text");
	tap_ok(links_title(&links, "snow") == NULL, "a post without a title");
	tap_ok(links_title(&links, "lost") == NULL, "no such post");
	tap_ok(links_title_at(&links, "x/2024-01-02-rain/") == NULL &&
	    links_title_at(&links, "") == NULL, "no post at that URL");
	links_release(&links);
	return tap_end();
}

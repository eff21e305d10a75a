/*
 * One row for each form of URL that the sites tell people to embed.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/player.h"

/*
 * The URL of a frame, or of the Flash movie or script used instead, begins with
 * the site and the path, without the scheme and "www."; the id that follows is
 * appended to the URL of the page.  If there is a parameter, the id is its
 * value, anywhere in the query.
 */
static const struct {
	const char *path, *parameter, *page;
} players[] = {
	{ "youtube.com/embed/videoseries", "list",
	    "https://www.youtube.com/playlist?list=" },
	{ "youtube.com/embed/", NULL, "https://www.youtube.com/watch?v=" },
	{ "youtube.com/v/", NULL, "https://www.youtube.com/watch?v=" },
	{ "youtube-nocookie.com/embed/videoseries", "list",
	    "https://www.youtube.com/playlist?list=" },
	{ "youtube-nocookie.com/embed/", NULL,
	    "https://www.youtube.com/watch?v=" },
	{ "player.vimeo.com/video/", NULL, "https://vimeo.com/" },
	{ "vimeo.com/moogaloop.swf", "clip_id", "https://vimeo.com/" },
	{ "dailymotion.com/embed/video/", NULL,
	    "https://www.dailymotion.com/video/" },
	{ "player.bilibili.com/player.html", "bvid",
	    "https://www.bilibili.com/video/" },
	{ "player.bilibili.com/player.html", "aid",
	    "https://www.bilibili.com/video/av" },
	{ "player.twitch.tv/", "video", "https://www.twitch.tv/videos/" },
	{ "player.twitch.tv/", "channel", "https://www.twitch.tv/" },
	{ "open.spotify.com/embed/track/", NULL,
	    "https://open.spotify.com/track/" },
	{ "open.spotify.com/embed/episode/", NULL,
	    "https://open.spotify.com/episode/" },
	{ "open.spotify.com/embed/album/", NULL,
	    "https://open.spotify.com/album/" },
	{ "open.spotify.com/embed/playlist/", NULL,
	    "https://open.spotify.com/playlist/" },
	{ "music.163.com/outchain/player", "id",
	    "https://music.163.com/song?id=" },
	{ "gist.github.com/", NULL, "https://gist.github.com/" },
	{ "asciinema.org/a/", NULL, "https://asciinema.org/a/" }
};

static bool
is_of_an_id(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '_';
}

/* The end of an id, which may contain slashes; NULL if there is no id. */
static const char *
end_of_id(const char *p)
{
	while (p != NULL && (is_of_an_id(*p) ||
	    (*p == '/' && is_of_an_id(p[1]))))
		p++;
	return p;
}

/* The value of a query parameter, or NULL if there is none. */
static const char *
find_parameter(const char *p, const char *name)
{
	size_t n = strlen(name);

	for (p += strcspn(p, "?"); *p != '\0'; p += strcspn(p, "&")) {
		p++;
		if (strncmp(p, name, n) == 0 && p[n] == '=')
			return p + n + 1;
	}
	return NULL;
}

bool
player_page(const char *url, struct buf *out)
{
	const char *id, *end;
	size_t i;

	if (!url_is_web(url))
		return false;
	url = strchr(url, '/') + 2;
	if (ascii_has_prefix(url, "www."))
		url += 4;
	for (i = 0; i < sizeof players / sizeof *players; i++) {
		if (!ascii_has_prefix(url, players[i].path))
			continue;
		id = url + strlen(players[i].path);
		if (players[i].parameter != NULL)
			id = find_parameter(id, players[i].parameter);
		end = end_of_id(id);
		if (end == id)
			continue;
		buf_puts(out, players[i].page);
		buf_add_span(out, id, end);
		return true;
	}
	return false;
}

bool
player_link(const char *id, size_t n, struct buf *out)
{
	static const char page[] = "https://www.youtube.com/watch?v=";
	size_t i;

	for (i = 0; i < n && is_of_an_id(id[i]); i++)
		continue;
	if (n == 0 || i < n)
		return false;
	buf_printf(out, "<a href=\"%s%.*s\">%s%.*s</a>", page, (int)n, id,
	    page, (int)n, id);
	return true;
}

/*
 * Players of things elsewhere, as links to what they play.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_tags.h"

static const struct player {
	char	 name[12];
	char	 url[36];	/* the id is appended */
} players[] = {
	{ "youtube", "https://www.youtube.com/watch?v=" },
	{ "vimeo", "https://vimeo.com/" },
	{ "bilibili", "https://www.bilibili.com/video/" },
	{ "bvideo", "https://www.bilibili.com/video/" },
	{ "gist", "https://gist.github.com/" },
	{ "jsfiddle", "https://jsfiddle.net/" },
	{ "codepen", "https://codepen.io/" },
	{ "asciinema", "https://asciinema.org/a/" },
	{ "codesandbox", "https://codesandbox.io/s/" },
	{ "stackblitz", "https://stackblitz.com/edit/" },
	{ "replit", "https://replit.com/" },
	{ "speakerdeck", "https://speakerdeck.com/player/" },
	{ "instagram", "https://www.instagram.com/p/" },
	{ "spotify", "https://open.spotify.com/" },
	{ "netease", "https://music.163.com/song?id=" },
	{ "iframe", "" },
	{ "pdf", "" },
	{ "video", "" },
	{ "audio", "" }
};

#define PLAYERS (sizeof players / sizeof *players)
/* For the first ones, an id suffices, without a user or a kind. */
#define PLAYERS_BY_ID 3

/* What follows the id, `ID?si=a`, comes after that of the URL: `?v=ID&si=a`. */
static const char *
url_of_id(struct template *t, const struct player *player, const char *id)
{
	size_t n = strcspn(id, "?");

	return id[n] == '\0' || !text_has_suffix(player->url, "=") ?
	    arena_printf(&t->arena, "%s%s", player->url, id) :
	    arena_printf(&t->arena, "%s%.*s&%s", player->url, (int)n, id,
	    id + n + 1);
}

/* Whether it is a variable without a value. */
static bool
is_variable(const char *id)
{
	static const char *const objects[] = { "page.", "site.", "include.",
	    NULL };

	return text_after_any(id, id + strlen(id), objects) != NULL;
}

static bool
put_player(struct template *t, const struct player *player, const char *id,
    const char *title)
{
	const char *url = id;

	if (id == NULL || *id == '\0' || strchr(id, '{') != NULL ||
	    is_variable(id))
		return false;
	if (!url_is_absolute(id) && *id != '/')
		url = url_of_id(t, player, id);
	template_put_link(t, template_local_url(t, url), title == NULL ? url :
	    title);
	return true;
}

/* {% youtube ID playlist %} of Hexo */
static bool
is_playlist(const struct template_tag *tag)
{
	const char *word = template_word(tag, 1);

	return strcmp(tag->name, "youtube") == 0 && word != NULL &&
	    strcmp(word, "playlist") == 0;
}

/* Numeric ids of Bilibili, `12` or `aid:12`, are av12 in URLs. */
static const char *
id_of_bilibili(struct template *t, const char *id)
{
	if (text_has_prefix(id, "aid:"))
		id += 4;
	return id[strspn(id, "0123456789")] == '\0' ?
	    arena_printf(&t->arena, "av%s", id) : id;
}

/* `spotify:track:ID`, `type="album" id="ID"`, `album ID`; a bare id is a
   track's. */
static const char *
id_of_spotify(struct template *t, const struct template_tag *tag,
    const char *id)
{
	const char *kind = template_key(tag, "type");
	const char *path = text_after(id, "spotify:");

	if (path != NULL)
		return text_replace(&t->arena, path, ":", '/');
	if (kind == NULL && template_is_among(id,
	    "track|album|artist|playlist|episode|show") &&
	    template_word(tag, 1) != NULL) {
		kind = id;
		id = template_word(tag, 1);
	}
	return strchr(id, '/') != NULL ? id : arena_printf(&t->arena, "%s/%s",
	    kind == NULL ? "track" : kind, id);
}

/* Which player {% video youtube:ID %} of a Hexo theme is, and the id. */
static const char *
name_of_player(const struct template_tag *tag, const char **id)
{
	size_t n = *id == NULL ? 0 : strcspn(*id, ":"), i;

	if (strcmp(tag->name, "video") != 0 && strcmp(tag->name, "audio") != 0)
		return tag->name;
	for (i = 0; i < PLAYERS; i++)
		if (text_span_is(*id, n, players[i].name) &&
		    (*id)[n] == ':') {
			*id += n + 1;
			return players[i].name;
		}
	return tag->name;
}

/* Whether it is the name of a pen: a few letters, one of them upper case. */
static bool
is_pen(const char *s)
{
	const char *p;
	bool has_capital = false;

	for (p = s; ascii_is_alnum(*p); p++)
		has_capital = has_capital || (*p >= 'A' && *p <= 'Z');
	return *p == '\0' && p - s > 4 && p - s < 9 && has_capital;
}

/* {% codepen USER, PEN %}, {{< codepen user="USER" id="PEN" >}} */
bool
template_run_codepen(struct template *t, const struct template_tag *tag)
{
	const char *user = template_key(tag, "user"), *word;
	const char *pen = template_key(tag, "id|slug|slug-hash|slug_hash|pen|"
	    "hash");

	if (user == NULL && pen == NULL) {
		user = template_word(tag, 0);
		pen = template_word(tag, 1);
	}
	if (user == NULL || pen == NULL || strpbrk(user, ":/") != NULL)
		return template_run_player(t, tag);
	user = arena_strndup(&t->arena, user, strcspn(user, ","));
	pen = arena_strndup(&t->arena, pen, strcspn(pen, ","));
	/* Some have the pen first. */
	if (is_pen(user) && !is_pen(pen)) {
		word = user;
		user = pen;
		pen = word;
	}
	if (!is_pen(pen) && template_key(tag, "user") == NULL)
		return template_run_player(t, tag);
	template_put_link(t, arena_printf(&t->arena,
	    "https://codepen.io/%s/pen/%s", user, pen), NULL);
	return true;
}

/* {% youtube ID %}, {{< youtube id="ID" title="x" >}} */
bool
template_run_player(struct template *t, const struct template_tag *tag)
{
	const char *id = template_key(tag, "id|url|src|link|uri|file");
	const char *name;
	size_t i;

	for (i = 0; id == NULL && (id = template_word(tag, i)) != NULL; i++)
		if (template_is_option(id))
			id = NULL;
	name = name_of_player(tag, &id);
	if (is_playlist(tag) && id != NULL && !url_is_absolute(id))
		id = arena_printf(&t->arena, "https://www.youtube.com/"
		    "playlist?list=%s", id);
	if (id != NULL && strcmp(name, "bilibili") == 0)
		id = id_of_bilibili(t, id);
	if (id != NULL && strcmp(name, "spotify") == 0)
		id = id_of_spotify(t, tag, id);
	for (i = 0; i < PLAYERS; i++)
		if (strcmp(players[i].name, name) == 0 ||
		    (i == 0 && (text_has_prefix(name, "yt") ||
		    text_has_prefix(name, "youtube"))))
			return put_player(t, &players[i], id,
			    template_key(tag, "title|caption|alt|name|label"));
	return false;
}

/* The word for the kind of thing that a music server has. */
static const char *
kind_of_music(const struct template_tag *tag)
{
	const char *word = template_key(tag, "type");
	size_t i;

	for (i = 0; word == NULL && i < 3; i++) {
		word = template_word(tag, i);
		if (word != NULL && !template_is_among(word,
		    "song|playlist|album|artist"))
			word = NULL;
	}
	return word;
}

/*
 * {% meting "12" "netease" "song" %}, {{< music netease song 12 >}}: link to
 * the page of what is played, on the server that most of them use.
 */
bool
template_run_music(struct template *t, const struct template_tag *tag)
{
	bool is_hexo = tag->syntax == TEMPLATE_TAG;
	const char *server = template_key_or_word(tag, "server", is_hexo ? 1 :
	    0), *id = template_key_or_word(tag, "id", is_hexo ? 0 : 2);
	const char *kind = kind_of_music(tag);

	if (server == NULL || strcmp(server, "netease") != 0 || id == NULL ||
	    kind == NULL)
		return false;
	template_put_link(t, arena_printf(&t->arena,
	    "https://music.163.com/%s?id=%s", kind, id), NULL);
	return true;
}

/* {% dplayer "url=/a.mp4" "loop=yes" %} of a Hexo plugin */
bool
template_run_dplayer(struct template *t, const struct template_tag *tag)
{
	const char *url = NULL, *word;
	size_t i;

	for (i = 0; url == NULL && (word = template_word(tag, i)) != NULL; i++)
		if (text_has_prefix(word, "url="))
			url = text_trim(&t->arena, word + 4);
	if (url == NULL)
		return false;
	template_put_link(t, template_local_url(t, template_asset_url(t,
	    url)), url);
	return true;
}

/* {% aplayer "TITLE" "AUTHOR" "/a.mp3" "/a.jpg" %} of another */
bool
template_run_aplayer(struct template *t, const struct template_tag *tag)
{
	const char *title = template_word(tag, 0);
	const char *author = template_word(tag, 1);
	const char *url = template_word(tag, 2);

	if (url == NULL)
		return false;
	template_put_link(t, template_local_url(t, template_asset_url(t,
	    url)), arena_printf(&t->arena, "%s - %s", title, author));
	return true;
}

/* {{< gist user id >}}, {% gist user/id file %}, {% gist id %} */
bool
template_run_gist(struct template *t, const struct template_tag *tag)
{
	const char *user = template_word(tag, 0), *id = template_word(tag,
	    1);

	if (user == NULL || id == NULL || strchr(user, '/') != NULL ||
	    strspn(id, "0123456789abcdef") != strlen(id))
		return template_run_player(t, tag);
	template_put_link(t, arena_printf(&t->arena,
	    "https://gist.github.com/%s/%s", user, id), NULL);
	return true;
}

/* {{< tweet user="a" id="1" >}}, {% twitter URL %} */
bool
template_run_tweet(struct template *t, const struct template_tag *tag)
{
	const char *user = template_key(tag, "user");
	const char *id = template_key_or_word(tag, "id", 0);
	const char *second = template_word(tag, 1);

	if (id == NULL)
		return false;
	/* {{< tweet ada 123 >}}, of Quarto */
	if (second != NULL && text_is_decimal(second)) {
		user = id;
		id = second;
	}
	if (!url_is_absolute(id))
		id = arena_printf(&t->arena, "https://twitter.com/%s/status/"
		    "%s", user == NULL ? "i" : user, id);
	template_put_link(t, id, NULL);
	return true;
}

static bool
is_id_of_youtube(const char *id)
{
	const char *p;

	for (p = id; ascii_is_alnum(*p) || *p == '-' || *p == '_'; p++)
		continue;
	return *p == '\0' && p - id == 11;
}

bool
template_put_known_player(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);
	const char *provider = template_key(tag, "provider");
	const char *id = template_key(tag, "id|video|video_id|videoid|"
	    "videoId|youtube_id|youtubeId");
	size_t i;

	if (provider == NULL && name != NULL && id != NULL &&
	    strstr(name, "video") != NULL && is_id_of_youtube(id))
		provider = players[0].name;
	for (i = 0; i < PLAYERS_BY_ID && name != NULL && id != NULL; i++)
		if (strstr(name, players[i].name) != NULL ||
		    (provider != NULL &&
		    strcmp(provider, players[i].name) == 0))
			return put_player(t, &players[i], id,
			    template_key(tag, "title"));
	return false;
}

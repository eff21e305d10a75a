/*
 * Tags that show a picture, or a player of something elsewhere.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "template/template_parts.h"

/* No more pictures of a list are shown. */
#define GALLERY_MAX 60

static bool
is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && (s[n] == '\0' || strcmp(s + n, "px") == 0 ||
	    strcmp(s + n, "%") == 0 || strcmp(s + n, "em") == 0);
}

/* `width:300px` */
static bool
is_option(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz-");

	return n > 0 && s[n] == ':';
}

/* ---- players and such, as links to what they show ---- */

static const struct player {
	char	 name[12];
	char	 url[36];	/* the id goes behind it */
} players[] = {
	{ "youtube", "https://www.youtube.com/watch?v=" },
	{ "vimeo", "https://vimeo.com/" },
	{ "bilibili", "https://www.bilibili.com/video/" },
	{ "gist", "https://gist.github.com/" },
	{ "jsfiddle", "https://jsfiddle.net/" },
	{ "codepen", "https://codepen.io/" },
	{ "asciinema", "https://asciinema.org/a/" },
	{ "codesandbox", "https://codesandbox.io/s/" },
	{ "stackblitz", "https://stackblitz.com/edit/" },
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
/* The first ones are known by an id alone, and not by a user or a kind. */
#define PLAYERS_BY_ID 3

/* What follows the id, `ID?si=a`, is behind that of the URL: `?v=ID&si=a`. */
static const char *
url_of_id(struct template *t, const struct player *player, const char *id)
{
	size_t n = strcspn(id, "?");

	return id[n] == '\0' || !text_has_suffix(player->url, "=") ?
	    arena_printf(&t->arena, "%s%s", player->url, id) :
	    arena_printf(&t->arena, "%s%.*s&%s", player->url, (int)n, id,
	    id + n + 1);
}

/* A variable without a value. */
static bool
is_variable(const char *id)
{
	return text_has_prefix(id, "page.") || text_has_prefix(id, "site.") ||
	    text_has_prefix(id, "include.");
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

/* The numbers of Bilibili, `12` or `aid:12`, are av12 in URLs. */
static const char *
id_of_bilibili(struct template *t, const char *id)
{
	if (text_has_prefix(id, "aid:"))
		id += 4;
	return id[strspn(id, "0123456789")] == '\0' ?
	    arena_printf(&t->arena, "av%s", id) : id;
}

/* `spotify:track:ID` */
static const char *
id_of_spotify(struct template *t, const char *id)
{
	char *path, *p;

	if (!text_has_prefix(id, "spotify:"))
		return id;
	path = arena_strdup(&t->arena, id + 8);
	for (p = path; (p = strchr(p, ':')) != NULL; )
		*p = '/';
	return path;
}

/* Of {% video youtube:ID %}, a theme of Hexo: which player it is. */
static const char *
name_of_player(const struct template_tag *tag, const char **id)
{
	size_t n = *id == NULL ? 0 : strcspn(*id, ":"), i;

	if (strcmp(tag->name, "video") != 0 && strcmp(tag->name, "audio") != 0)
		return tag->name;
	for (i = 0; i < PLAYERS; i++)
		if (strlen(players[i].name) == n && (*id)[n] == ':' &&
		    strncmp(players[i].name, *id, n) == 0) {
			*id += n + 1;
			return players[i].name;
		}
	return tag->name;
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
		id = id_of_spotify(t, id);
	for (i = 0; i < PLAYERS; i++)
		if (strcmp(players[i].name, name) == 0 ||
		    (i == 0 && (text_has_prefix(name, "yt") ||
		    text_has_prefix(name, "youtube"))))
			return put_player(t, &players[i], id,
			    template_key(tag, "title|caption|alt|name|label"));
	return false;
}

/* The word that says what it is that a server of music has. */
static const char *
kind_of_music(const struct template_tag *tag)
{
	static const char *const kinds[] = {
		"song", "playlist", "album", "artist", NULL
	};
	const char *word = template_key(tag, "type");
	size_t i;

	for (i = 0; word == NULL && i < 3; i++) {
		word = template_word(tag, i);
		if (word != NULL && !text_is_any(word, kinds))
			word = NULL;
	}
	return word;
}

/*
 * {% meting "12" "netease" "song" %}, {{< music netease song 12 >}}: the page
 * of what is played, on the server that most of them name.
 */
bool
template_run_music(struct template *t, const struct template_tag *tag)
{
	bool is_hexo = tag->syntax == TEMPLATE_TAG;
	const char *server = template_key(tag, "server");
	const char *id = template_key(tag, "id"), *kind = kind_of_music(tag);

	if (server == NULL)
		server = template_word(tag, is_hexo ? 1 : 0);
	if (id == NULL)
		id = template_word(tag, is_hexo ? 0 : 2);
	if (server == NULL || strcmp(server, "netease") != 0 || id == NULL ||
	    kind == NULL)
		return false;
	id = arena_printf(&t->arena, "https://music.163.com/%s?id=%s", kind,
	    id);
	template_put_link(t, id, id);
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
	user = arena_printf(&t->arena, "https://gist.github.com/%s/%s",
	    user, id);
	template_put_link(t, user, user);
	return true;
}

/* {{< tweet user="a" id="1" >}}, {% twitter URL %} */
bool
template_run_tweet(struct template *t, const struct template_tag *tag)
{
	const char *user = template_key(tag, "user");
	const char *id = template_key(tag, "id"), *word = template_word(tag,
	    0);

	if (id == NULL)
		id = word;
	if (id == NULL)
		return false;
	if (!url_is_absolute(id))
		id = arena_printf(&t->arena, "https://twitter.com/%s/status/"
		    "%s", user == NULL ? "i" : user, id);
	template_put_link(t, id, id);
	return true;
}

/* ---- pictures ---- */

static bool
put_image(struct template *t, const struct template_tag *tag,
    struct template_image *image)
{
	if (image->url == NULL || *image->url == '\0' ||
	    strchr(image->url, '{') != NULL)
		return false;
	image->url = template_picture_url(t, tag, image->url);
	template_put_image(t, tag, image);
	return true;
}

/* Of Hugo's own figure, what others do not have or do otherwise. */
static void
read_hugo_figure(const struct template_tag *tag, struct template_image *image)
{
	image->is_rich = true;
	image->heading = image->title;
	image->title = NULL;
	image->caption = template_key(tag, "caption|description|desc");
	image->credit = template_key(tag, "attr");
	image->credit_url = template_key(tag, "attrlink");
	image->width = template_key(tag, "width");
	image->height = template_key(tag, "height");
}

static const char picture_keys[] = "src|path|image_path|image|url|file|img|"
    "image_url|source|filename|light_src|default_src";

/* All by keys: {{< figure src="a.png" alt="b" caption="c" >}} */
bool
template_run_figure(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, picture_keys),
		.alt = template_key(tag, "alt|alternative|alternate|"
		    "default_alt"),
		.title = template_key(tag, "title"),
		.caption = template_key(tag, "caption|description|desc|attr|"
		    "text"),
		.link = template_key(tag, "link|href"),
		/* As in the include of Minimal Mistakes. */
		.is_rich = template_key(tag, "image_path") != NULL
	};

	if (tag->syntax == TEMPLATE_SHORTCODE &&
	    strcmp(tag->name, "figure") == 0)
		read_hugo_figure(tag, &image);
	if (image.url == NULL)
		image.url = template_word(tag, 0);
	if (image.alt == NULL)
		image.alt = template_word(tag, 1);
	/* Hugo's Easy Gallery */
	if (image.url == NULL && image.link != NULL &&
	    media_is_picture(image.link)) {
		image.url = image.link;
		image.link = NULL;
	}
	return put_image(t, tag, &image);
}

/* 'title' or '"title" "alt"', quoted once more. */
static void
read_title(struct template *t, const char *text,
    struct template_image *image)
{
	const char *end, *p = text;

	if (*p != '"' && *p != '\'') {
		image->title = text;
		return;
	}
	end = strchr(p + 1, *p);
	if (end == NULL)
		return;
	image->title = arena_strndup(&t->arena, p + 1, (size_t)(end - p) - 1);
	p = end + 1 + strspn(end + 1, " ");
	end = *p == '\0' ? NULL : strchr(p + 1, *p);
	if (end != NULL)
		image->alt = arena_strndup(&t->arena, p + 1,
		    (size_t)(end - p) - 1);
}

/* {% img [class] /a.png [width [height]] [title text [alt text]] %} */
bool
template_run_img(struct template *t, const struct template_tag *tag)
{
	struct template_tag title = { .count = 0 };
	struct template_image image = { .url = NULL };
	const struct template_argument *a;
	size_t i;

	for (i = 0; i < tag->count; i++) {
		a = &tag->arguments[i];
		if (a->key != NULL)
			continue;
		if (image.url == NULL && (strchr(a->value, '/') != NULL ||
		    media_is_picture(a->value)))
			image.url = a->value;
		else if (image.url != NULL && a->is_quoted &&
		    strpbrk(a->value, "\"'") != NULL)
			read_title(t, a->value, &image);
		else if (image.url != NULL && a->is_quoted &&
		    image.title == NULL)
			image.title = a->value;
		else if (image.url != NULL && a->is_quoted)
			image.alt = a->value;
		else if (image.url != NULL && !is_number(a->value) &&
		    !is_option(a->value))
			title.arguments[title.count++].value = a->value;
	}
	if (image.title == NULL)
		image.title = template_words(t, &title, 0);
	if (image.url == NULL)
		return template_run_figure(t, tag);
	if (strcmp(tag->name, "asset_img") == 0)
		image.url = template_asset_url(t, image.url);
	if (image.alt == NULL)
		image.alt = template_key(tag, "alt");
	if (image.alt == NULL)
		image.alt = image.title;
	return put_image(t, tag, &image);
}

/* {% image /a.png, alt=b, width=300px %} of themes of Hexo */
static bool
run_unquoted(struct template *t, const struct template_tag *tag)
{
	const char *url = tag->arguments[0].value;
	const char *alt = strstr(tag->text, " alt=");
	size_t n = strlen(url);
	struct template_image image = { .url = NULL };

	if (tag->arguments[0].key != NULL || (*url != '/' &&
	    !url_is_absolute(url)))
		return false;
	if (url[n - 1] != ',')
		return template_run_img(t, tag);
	image.url = arena_strndup(&t->arena, url, n - 1);
	if (alt != NULL && (alt[5] == '"' || alt[5] == '\''))
		image.alt = template_key(tag, "alt");
	else if (alt != NULL)
		image.alt = text_trim(&t->arena, arena_strndup(&t->arena,
		    alt + 5, strcspn(alt + 5, ",")));
	return put_image(t, tag, &image);
}

/* {% image "a.png" "alt" %} of Eleventy; with a path from the top. */
bool
template_run_image(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, "src|path|url"),
		.alt = template_key(tag, "alt"),
		.caption = template_key(tag, "caption")
	};
	size_t n = strcmp(tag->name, "image_with_class") == 0;

	if (image.url != NULL)
		return put_image(t, tag, &image);
	if (tag->count > 0 && !tag->arguments[0].is_quoted)
		return run_unquoted(t, tag);
	if (tag->count > 0)
		image.url = template_word(tag, 0);
	if (image.url == NULL)
		return false;
	if (image.alt == NULL)
		image.alt = template_word(tag, 1 + n);
	if (*image.url != '/' && !url_is_absolute(image.url) &&
	    !text_has_prefix(image.url, "./") &&
	    !text_has_prefix(image.url, "../") &&
	    strchr(image.url, '/') != NULL)
		image.url = arena_printf(&t->arena, "/%s", image.url);
	return put_image(t, tag, &image);
}

/* {% picture preset /a.png --alt A text --link /b/ %} of a plugin of Jekyll */
bool
template_run_picture(struct template *t, const struct template_tag *tag)
{
	struct template_image image = { .alt = template_key(tag, "alt") };
	const char *word, *alt = strstr(tag->text, " --alt "), *stop;
	size_t i;

	for (i = 0; (word = template_word(tag, i)) != NULL &&
	    image.url == NULL; i++)
		if (media_is_picture(word) && (*word == '/' ||
		    url_is_absolute(word)))
			image.url = word;
	if (alt != NULL) {
		alt += strlen(" --alt ");
		stop = strstr(alt, " --");
		image.alt = text_trim(&t->arena, arena_strndup(&t->arena, alt,
		    stop == NULL ? strlen(alt) : (size_t)(stop - alt)));
	}
	return put_image(t, tag, &image);
}

/*
 * {{< imgproc "a.png" Fill "400x300" >}}caption{{< /imgproc >}} of Docsy, where
 * a part of a name will do.
 */
bool
template_run_imgproc(struct template *t, const struct template_tag *tag)
{
	const char *url = template_key(tag, "src");
	struct template_image image = {
		.url = url != NULL ? url : template_word(tag, 0),
		.alt = template_key(tag, "alt")
	};

	if (image.url != NULL && media_is_picture(image.url))
		return put_image(t, tag, &image);
	if (!template_is_paired(t, tag))
		return false;
	template_count(t, tag->start, tag->name);
	return true;
}

/* Folders at the top of sites of Jekyll, where paths begin. */
static bool
begins_at_top(const char *path)
{
	return text_has_prefix(path, "assets/") ||
	    text_has_prefix(path, "images/") || text_has_prefix(path, "img/");
}

/* The picture that a tag names, with its text; false: there is none. */
static bool
read_picture(struct template *t, const struct template_tag *tag,
    struct template_image *image)
{
	const char *url;
	size_t i, n = tag->count;

	for (i = 0; (url = template_word(tag, i)) != NULL; i++)
		if (media_is_picture(url))
			break;
	if (url == NULL)
		return false;
	image->url = begins_at_top(url) ? arena_printf(&t->arena, "/%s",
	    url) : url;
	if (n > 0 && tag->arguments[n - 1].is_quoted &&
	    tag->arguments[n - 1].value != url &&
	    *tag->arguments[n - 1].value != '\0')
		image->caption = tag->arguments[n - 1].value;
	return true;
}

/* {% maincolumn 'assets/a.png' 'caption' %}, {% marginfigure 'id' ... %} */
bool
template_run_tufte_figure(struct template *t, const struct template_tag *tag)
{
	struct template_image image = { .is_rich = true };

	return read_picture(t, tag, &image) && put_image(t, tag, &image);
}

/* {{< gallery "a.png" "b.png" >}} */
static bool
put_pictures(struct template *t, const struct template_tag *tag)
{
	const char *url = template_word(tag, 1);
	size_t i;

	if (tag->syntax != TEMPLATE_SHORTCODE || url == NULL ||
	    !media_is_picture(url))
		return false;
	for (i = 0; (url = template_word(tag, i)) != NULL; i++) {
		if (!media_is_picture(url))
			continue;
		if (i > 0)
			template_put_line_break(t);
		put_image(t, tag, &(struct template_image){ .url = url });
	}
	return true;
}

/*
 * {{< screenshot "a.png" "text" >}}, {% responsive_image path: assets/a.png
 * %}: whatever its name is, there is a picture.  To a tag of Liquid a path
 * may begin in any folder.  A call that is given a path may be one for its URL.
 */
bool
template_put_any_picture(struct template *t, const struct template_tag *tag)
{
	struct template_tag copy = *tag;
	bool is_call = tag->syntax == TEMPLATE_CALL;
	const char *url = template_key(tag, is_call ?
	    "src|light_src|default_src" : picture_keys);
	size_t i;

	if (url == NULL && !is_call)
		url = template_word(tag, 0);
	/* One that leads somewhere is told of by that. */
	if (url == NULL || !media_is_picture(url) ||
	    template_key(tag, "link|href") != NULL)
		return false;
	for (i = 0; tag->arguments[i].value != url; i++)
		continue;
	if (tag->syntax == TEMPLATE_TAG && begins_at_top(url))
		copy.arguments[i].value = arena_printf(&t->arena, "/%s", url);
	else if (tag->syntax == TEMPLATE_TAG && *url != '/' &&
	    !url_is_web(url))
		return false;
	return put_pictures(t, tag) || template_run_figure(t, &copy);
}

/* ---- includes, by what they are given ---- */

/*
 * Jekyll has no folder for the files of a post: such a path is that of a file
 * of the site, and the include puts its URL in front of it.
 */
static const char *
path_of_include(struct template *t, const char *path)
{
	return *path == '/' || *path == '.' || url_is_absolute(path) ? path :
	    arena_printf(&t->arena, "/%s", path);
}

static bool
put_picture(struct template *t, const struct template_tag *tag, size_t i)
{
	struct template_tag copy = *tag;

	if (strcmp(copy.arguments[i].key, "image_path") != 0)
		copy.arguments[i].key = "src";
	copy.arguments[i].value = path_of_include(t, tag->arguments[i].value);
	return template_run_figure(t, &copy);
}

/* A link to a file, or to a page elsewhere. */
static bool
put_target(struct template *t, const struct template_tag *tag, size_t i)
{
	const char *value = tag->arguments[i].value;
	const char *text = template_key(tag, "title|text|caption|label");

	if (strpbrk(value, " \n{") != NULL)
		return false;
	text = text == NULL ? value : text;
	if (media_type(value) != NULL && !media_is_picture(value))
		value = template_local_url(t, path_of_include(t, value));
	else if (!ascii_has_prefix(value, "http://") &&
	    !ascii_has_prefix(value, "https://"))
		return false;
	template_put_link(t, value, text);
	return true;
}

static bool
put_known_player(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);
	const char *provider = template_key(tag, "provider");
	const char *id = template_key(tag, "id|video_id|videoid");
	size_t i;

	for (i = 0; i < PLAYERS_BY_ID && name != NULL && id != NULL; i++)
		if (strstr(name, players[i].name) != NULL ||
		    (provider != NULL &&
		    strcmp(provider, players[i].name) == 0))
			return put_player(t, &players[i], id,
			    template_key(tag, "title"));
	return false;
}

static bool
is_note(const char *name)
{
	static const char names[][10] = {
		"note", "tip", "warning", "important", "alert", "callout",
		"notice", "info"
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (text_has_prefix(name, names[i]))
			return true;
	return false;
}

/* {% include note.html content="It is *wet*." %}, or what was captured */
static bool
put_note(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);
	const char *text = template_key(tag, "content|text|body|message");
	struct template_block block = { .name = "", .is_quote = true };
	bool is_quoted;
	size_t i;

	for (i = 0; i < tag->count && tag->arguments[i].value != text; i++)
		continue;
	if (name == NULL || text == NULL || strchr(text, '{') != NULL ||
	    !is_note(name))
		return false;
	is_quoted = tag->arguments[i].is_quoted;
	if (!is_quoted)
		text = template_in_html(t) ? NULL : template_captured(t, text,
		    strlen(text));
	if (text == NULL || !template_open(t, &block, template_key(tag,
	    "title")))
		return false;
	if (is_quoted)
		template_put_markdown(t, text);
	else
		buf_puts(t->out, text);
	template_close_block(t);
	return true;
}

/* Of themes that begin every post with it, tables of contents, and scripts. */
static bool
shows_nothing(const char *name)
{
	return name != NULL && (strcmp(name, "JB/setup") == 0 ||
	    strcmp(name, "base_path") == 0 || strcmp(name, "toc") == 0 ||
	    text_has_prefix(name, "toc.") ||
	    ascii_has_prefix(name, "mathjax"));
}

/* A text of the picture of that number in a list of the front matter. */
static const char *
gallery_text(struct template *t, const char *list, unsigned number,
    const char *key)
{
	return t->host->find_key(t->host->context, arena_printf(&t->arena,
	    "%s.%u.%s", list, number, key));
}

/*
 * {% include gallery id="rain" caption="text" %} of Minimal Mistakes: the
 * pictures are a list in the front matter.
 */
static bool
put_gallery(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0), *list, *caption;
	struct template_image image = { .url = NULL };
	unsigned i;

	if (name == NULL || !text_has_prefix(name, "gallery") ||
	    t->host->find_key == NULL)
		return false;
	list = template_key(tag, "id");
	list = list == NULL ? "gallery" : list;
	for (i = 0; i < GALLERY_MAX; i++) {
		image.url = gallery_text(t, list, i, "image_path");
		if (image.url == NULL)
			break;
		if (i > 0)
			template_put_line_break(t);
		image.url = path_of_include(t, image.url);
		image.alt = gallery_text(t, list, i, "alt");
		image.title = gallery_text(t, list, i, "title");
		image.link = gallery_text(t, list, i, "url");
		if (image.link != NULL)
			image.link = template_local_url(t, image.link);
		put_image(t, tag, &image);
	}
	caption = i == 0 ? NULL : template_key(tag, "caption");
	if (caption != NULL) {
		buf_puts(t->out, "<br>");
		template_put_markdown(t, caption);
	}
	return i > 0;
}

/* An include that is given a picture, a video or a file shows it. */
bool
template_run_include(struct template *t, const struct template_tag *tag)
{
	size_t i;

	if (shows_nothing(template_word(tag, 0)))
		return true;
	if (put_known_player(t, tag) || put_gallery(t, tag))
		return true;
	for (i = 0; i < tag->count; i++)
		if (tag->arguments[i].key != NULL &&
		    media_is_picture(tag->arguments[i].value))
			return put_picture(t, tag, i);
	for (i = 0; i < tag->count; i++)
		if (tag->arguments[i].key != NULL && put_target(t, tag, i))
			return true;
	return put_note(t, tag);
}

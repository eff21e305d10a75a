/*
 * Tags that are links: to posts, which the calling program knows, to pages and
 * files of the site, and to other sites.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "template/template_tags.h"

static bool
put_post_url(struct template *t, const char *name)
{
	const char *url = name == NULL ? NULL : template_find_post(t, name);

	if (url != NULL)
		template_put_url(t, url);
	return url != NULL;
}

/* {% post_url 2024-05-31-rain %} */
bool
template_run_post_url(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);

	return put_post_url(t, name != NULL ? name : template_key(tag,
	    "path"));
}

/*
 * {{< ref "rain.md" >}}, {{< ref path="rain.md" lang="fr" >}} of Hugo, which
 * may also name lists of posts.
 */
bool
template_run_ref(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *name = template_word(tag, 0), *url;
	const char *language = template_key(tag, "lang");

	if (name == NULL)
		name = template_key(tag, "path");
	if (h->find_address == NULL || name == NULL)
		return put_post_url(t, name);
	url = *name == '#' ? name : h->find_address(h->context, arena_printf(
	    &t->arena, language == NULL ? "{ref%s}%s" : "{ref:%s}%s",
	    language == NULL ? "" : language, name));
	if (url != NULL)
		template_put_url(t, url);
	return url != NULL;
}

/* The words from the second on, without the one for escaping; NULL if none. */
static const char *
title_of_link(struct template *t, const struct template_tag *tag)
{
	struct template_tag words = *tag;
	const char *last = words.count < 2 ? "" :
	    words.arguments[words.count - 1].value;

	if (strcmp(last, "true") == 0 || strcmp(last, "false") == 0)
		words.count--;
	return template_words(t, &words, 1);
}

/*
 * {% post_link rain "A title" %} of Hexo; by default with the title of the
 * post.  If the post is unknown, the title is all that can be shown.
 */
bool
template_run_post_link(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *name = template_word(tag, 0), *url, *title;

	if (name == NULL)
		return false;
	title = title_of_link(t, tag);
	url = template_find_post(t, name);
	if (url == NULL) {
		if (title != NULL && h->policy == TEMPLATE_DROP)
			template_put_literal(t, title);
		return false;
	}
	if (title == NULL && h->find_title != NULL)
		title = h->find_title(h->context, name + strspn(name, "/"));
	template_put_link(t, url, title == NULL ? name : title);
	return true;
}

/*
 * {{< article link="/blog/posts/rain/" >}} shows the title of the post at that
 * path on the host, as a link.
 */
bool
template_run_article(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *path = template_key(tag, "link");

	if (path == NULL || *path != '/' || h->find_title == NULL)
		return false;
	template_put_link(t, path, h->find_title(h->context, path));
	return true;
}

/* title::URL::image of a Hexo theme */
static bool
put_titled_link(struct template *t, const char *text)
{
	const char *url = strstr(text, "::http"), *end;

	if (url == NULL)
		return false;
	text = text_trim_copy(&t->arena, text, url);
	url += 2;
	end = strstr(url, "::");
	if (end != NULL)
		url = arena_span(&t->arena, url, end);
	template_put_link(t, url, text);
	return true;
}

/* title,site,URL of another one */
static bool
put_listed_link(struct template *t, const struct template_tag *tag)
{
	const char *text = template_part(t, tag, 0), *url;
	size_t i;

	for (i = 1; i < 3 && text != NULL; i++) {
		url = template_part(t, tag, i);
		if (url != NULL && ascii_has_prefix(url, "http")) {
			template_put_link(t, url, text);
			return true;
		}
	}
	return false;
}

/* Whether its extension makes it a file that generators copy, not a page. */
static bool
is_static(const char *path)
{
	static const char *const pages[] = {
		"md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mdx",
		"qmd", "html", "htm", "textile", "org", "adoc", "rst", NULL
	};
	const char *name = strrchr(path, '/'), *dot;

	dot = strrchr(name == NULL ? path : name, '.');
	return dot != NULL && !ascii_is_any(dot + 1, pages) &&
	    ascii_is_alpha(dot[1]) && strcspn(dot, "#?") == strlen(dot);
}

/* {% link about.md %} of Jekyll, {% link a/b.pdf %}, {% link /a/ %} */
static bool
put_file_url(struct template *t, const char *path)
{
	if (is_static(path))
		template_put_url(t, template_site_path(t, path, true));
	else if (*path == '/' && ascii_has_suffix(path, "/"))
		template_put_url(t, template_local_url(t, path));
	else
		return false;
	return true;
}

/* Jekyll's names a file of the site; Hexo's is a text and a URL, or in one
   theme a URL and a text. */
bool
template_run_link(struct template *t, const struct template_tag *tag)
{
	const char *path = text_trim(&t->arena, tag->text);
	const char *word, *url = NULL, *text = NULL;
	size_t i;

	if (path == NULL)
		return false;
	if (put_titled_link(t, path) || put_listed_link(t, tag))
		return true;
	for (i = 0; url == NULL && (word = template_word(tag, i)) != NULL;
	    i++)
		if (url_is_absolute(word) || *word == '/')
			url = word;
		else
			text = template_add_word(t, text, word);
	if (tag->count == 1)
		path = tag->arguments[0].value;
	if (url == NULL || tag->count == 1)
		return put_post_url(t, path) || put_file_url(t, path);
	if (text == NULL)
		text = template_text_words(t, tag, &(const char *){ NULL });
	template_put_link(t, template_local_url(t, url), text == NULL ? url :
	    text);
	return true;
}

/* {% exturl text URL title %} of the theme NexT */
bool
template_run_text_and_url(struct template *t, const struct template_tag *tag)
{
	return tag->count > 1 && template_run_link(t, tag);
}

bool
template_run_asset_path(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);

	if (path == NULL)
		return false;
	template_put_url(t, template_asset_url(t, path));
	return true;
}

bool
template_run_asset_link(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);
	const char *title = template_words(t, tag, 1);

	if (path == NULL)
		return false;
	template_put_link(t, template_asset_url(t, path), title == NULL ?
	    path : title);
	return true;
}

/* `lang:c`, `lines:1-9`, `:hidelink:` */
static bool
is_option_of_code(const char *word)
{
	static const char *const options[] = { ":", "lang:", "from:", "to:",
	    "lines:", NULL };

	return text_after_any(word, word + strlen(word), options) != NULL;
}

/*
 * Hexo copies such files to where it links to them, and so does Pelican, where
 * the path comes before the title.
 */
bool
template_run_include_code(struct template *t, const struct template_tag *tag)
{
	bool is_first = t->host->dialects & TEMPLATE_LIQUID_TAGS;
	const char *path = NULL, *title = NULL, *word;
	size_t i;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++) {
		if (is_option_of_code(word))
			continue;
		if (path != NULL)
			title = template_add_word(t, title, is_first ? word :
			    path);
		if (path == NULL || !is_first)
			path = word;
	}
	if (path == NULL)
		return false;
	template_put_link(t, template_site_path(t, arena_printf(&t->arena,
	    "/%scode/%s", is_first ? "" : "downloads/", path), false),
	    title == NULL ? path : title);
	return true;
}

/* {% ghcard owner/name, theme=x %}, {{< github repo="owner/name" >}} */
bool
template_run_repository(struct template *t, const struct template_tag *tag)
{
	const char *name = template_key_or_word(tag, "repo", 0);

	if (name == NULL || (strchr(name, '/') == NULL &&
	    strcmp(tag->name, "ghcard") != 0))
		return false;
	name = arena_strndup(&t->arena, name, strcspn(name, ","));
	template_put_link(t, url_is_web(name) ? name : arena_printf(
	    &t->arena, "https://github.com/%s", name), name);
	return true;
}

/* ---- whatever its name is ---- */

/*
 * The first word that is a URL, without a trailing comma, and in Hexo's tags
 * without what follows a comma; NULL if there is none.
 */
static const char *
word_of_address(struct template *t, const struct template_tag *tag)
{
	const char *word;
	size_t i, n;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++) {
		n = tag->syntax == TEMPLATE_TAG ? strcspn(word, ",") :
		    strlen(word);
		n -= n > 0 && word[n - 1] == ',';
		if (url_is_web(word))
			return arena_strndup(&t->arena, word, n);
	}
	return NULL;
}

/* {% site Rain, url=https://example.org/ %}, {{< link "Rain"
   "https://example.org/" >}}, {{< person "https://example.org/" Ada >}} */
static const char *
text_of_address(struct template *t, const struct template_tag *tag)
{
	const char *text = template_key(tag, "title|name|text|label|content");

	if (text == NULL && strcmp(tag->name, "site") == 0)
		text = template_part(t, tag, 0);
	if (text == NULL && tag->count > 0 && tag->arguments[0].key == NULL &&
	    tag->arguments[0].is_quoted &&
	    !url_is_web(tag->arguments[0].value))
		text = tag->arguments[0].value;
	if (text == NULL && strcmp(tag->name, "person") == 0)
		text = template_word(tag, 1);
	return text;
}

/*
 * {% embed https://example.org/ %}, {{< card link="/rain/" title="Rain" >}}:
 * put a link to the URL, unless it is a script or a style sheet.
 */
bool
template_put_address(struct template *t, const struct template_tag *tag,
    const char *keys)
{
	const char *url = word_of_address(t, tag), *path;
	const char *text = text_of_address(t, tag);

	if (url == NULL)
		url = template_key(tag, keys);
	if (tag->syntax == TEMPLATE_CALL || url == NULL ||
	    strchr(url, '{') != NULL || (!url_is_web(url) && *url != '/' &&
	    !text_has_prefix(url, "../")))
		return false;
	path = arena_strndup(&t->arena, url, strcspn(url, "?#"));
	if (ascii_has_suffix(path, ".js") || ascii_has_suffix(path, ".css"))
		return false;
	/* The URLs of components are already those of the page. */
	path = tag->syntax == 0 ? url : template_local_url(t, url);
	if (media_is_image(url))
		template_put_image(t, tag, &(struct template_image){
		    .url = path, .alt = text });
	else
		template_put_link(t, path, text == NULL ? url : text);
	return true;
}

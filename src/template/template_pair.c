/*
 * Pairs of tags that put something around their text: blockquotes, foldable
 * blocks, titles.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_tags.h"

/* How far to search a quotation for its marks. */
#define PULLED_MAX 4096

/* ---- quotations ---- */

/* The title links to the URL or, if there is no title, the author does. */
static void
put_source(struct template *t, const struct template_source *source)
{
	const char *text = source->title != NULL ? source->title :
	    source->name != NULL ? source->name : source->url;

	if (text == NULL)
		return;
	buf_puts(t->out, "\xe2\x80\x94 ");
	if (source->title != NULL && source->name != NULL) {
		template_put_text(t, source->name);
		buf_puts(t->out, ", ");
	}
	if (source->url != NULL)
		template_put_anchor(t, source->url);
	template_put_text(t, text);
	buf_puts(t->out, source->url != NULL ? "</a>" : "");
}

/*
 * {% pullquote %}It {" rains "} today.{% endpullquote %} of Octopress: a
 * paragraph, part of which the page repeats as a quotation.
 */
static bool
put_pulled(struct template *t, const struct template_tag *tag)
{
	const char *limit = t->walk.end, *open, *close;
	struct template_tag end;

	if (strcmp(tag->name, "pullquote") != 0 || template_in_html(t))
		return false;
	if (limit - tag->end > PULLED_MAX)
		limit = tag->end + PULLED_MAX;
	open = text_search(tag->end, limit, "{\"");
	close = open == NULL ? NULL : text_search(open + 2, limit, "\"}");
	if (close == NULL || !template_find_end(t, tag, &end) ||
	    end.start < close)
		return false;
	walk_skip(&t->walk, end.end);
	buf_puts(t->out, t->expand_part(t, tag->end, open));
	buf_puts(t->out, t->expand_part(t, text_skip_space(open + 2,
	    close), text_cut_space(open + 2, close)));
	buf_puts(t->out, t->expand_part(t, close + 2, end.start));
	return true;
}

/* It is HTML, wherever it ends up. */
const char *
template_quote_footer(struct template *t, const struct template_source *source)
{
	struct buf footer = { 0 }, *out = t->out;

	t->out = &footer;
	put_source(t, source);
	t->out = out;
	return footer.length == 0 ? NULL : arena_take(&t->arena, &footer);
}

bool
template_run_quote(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name, .is_quote = true };
	const char *author = template_key(tag, "author|by");
	const char *title = template_key(tag, "title|source|cite");
	struct template_source source;

	if (put_pulled(t, tag))
		return true;
	template_read_source(t, tag, &source);
	if (source.url == NULL)
		source.url = template_key(tag, "link|url");
	if (author != NULL)
		source.name = author;
	if (title != NULL)
		source.title = title;
	if (strcmp(tag->name, "pullquote") != 0)
		block.footer = template_quote_footer(t, &source);
	return template_open(t, &block, NULL);
}

/* ---- foldable blocks, and other pairs with a title ---- */

/* `blue, A title`, `blue::A title`, `A title open:true` of {% folding %} */
static const char *
title_of_folding(struct template *t, const struct template_tag *tag)
{
	const char *p = strchr(tag->text, ','), *q = strstr(tag->text, "::");
	const char *title = NULL, *word;
	size_t i;

	if (q != NULL && (p == NULL || q < p))
		p = q + 1;
	if (p != NULL)
		return text_trim(&t->arena, p + 1);
	for (i = 0; (word = template_word(tag, i)) != NULL; i++)
		if (tag->arguments[i].is_quoted || strchr(word, ':') == NULL)
			title = template_add_word(t, title, word);
	return title;
}

/*
 * {{< expand "Answer" "open" >}}, {% details Answer %} and, with colors after a
 * comma, {% hideToggle Answer,red %} of Hexo themes.
 */
static const char *
title_of_fold(struct template *t, const struct template_tag *tag)
{
	const char *title = template_key(tag, "summary|title|header|label");

	if (title != NULL)
		return title;
	if (strcmp(tag->name, "folding") == 0)
		return title_of_folding(t, tag);
	/* {% fold info @Answer %} of Fluid */
	if (strcmp(tag->name, "fold") == 0 && strchr(tag->text, '@') != NULL)
		return text_trim(&t->arena, strchr(tag->text, '@') + 1);
	if (text_has_prefix(tag->name, "hide"))
		return text_trim_copy(&t->arena, tag->text, tag->text +
		    strcspn(tag->text, ","));
	return tag->count > 0 && tag->arguments[0].is_quoted ?
	    template_word(tag, 0) : template_words(t, tag, 0);
}

/* {{< details summary="Answer" >}} */
bool
template_run_fold(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name,
	    .summary = title_of_fold(t, tag) };

	if (block.summary == NULL)
		block.summary = "Details";
	return template_open(t, &block, NULL);
}

/* {{< spoiler text="Answer" >}}; without a text, it is an inline spoiler. */
bool
template_run_spoiler(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name,
	    .summary = template_key(tag, "text|title|summary") };

	return block.summary != NULL && template_open(t, &block, NULL);
}

/* The content of Docsy's tabs is code, unless text=true. */
static bool
is_text(const struct template_tag *tag)
{
	const char *text = template_key(tag, "text");

	return text != NULL && strcmp(text, "false") != 0;
}

bool
template_run_tabpane(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name };

	if (!is_text(tag)) {
		block.language = template_key(tag, "lang");
		if (block.language == NULL)
			block.language = "";
	}
	return template_open(t, &block, NULL);
}

/* The innermost open block of that name, or NULL. */
static struct template_block *
find_block(struct template *t, const char *name)
{
	size_t i;

	for (i = t->depth; i > 0; i--)
		if (strcmp(t->blocks[i - 1].name, name) == 0)
			return &t->blocks[i - 1];
	return NULL;
}

static bool
is_code(struct template *t, const struct template_tag *tag)
{
	const struct template_block *pane = find_block(t, "tabpane");

	return tag->syntax == TEMPLATE_SHORTCODE && !is_text(tag) &&
	    (pane != NULL ? pane->language != NULL :
	    template_key(tag, "lang") != NULL);
}

/* In its own language, or that of the pane. */
static bool
run_code_tab(struct template *t, const struct template_tag *tag)
{
	const struct template_block *pane = find_block(t, "tabpane");
	struct template_tag copy = *tag;

	if (template_key(tag, "lang") == NULL && *pane->language != '\0' &&
	    copy.count < TEMPLATE_ARGUMENTS)
		copy.arguments[copy.count++] = (struct template_argument){
		    .key = "lang", .value = pane->language };
	return template_run_listing(t, &copy);
}

/* {{< tabs items="Linux,macOS" >}} of the theme Hextra, or without items */
bool
template_run_tabset(struct template *t, const struct template_tag *tag)
{
	return template_open(t, &(struct template_block){ .name = tag->name,
	    .titles = template_key(tag, "items") }, template_title(tag));
}

/* {{< tab "Linux" >}}, {% tab systems Linux %} */
bool
template_run_tab(struct template *t, const struct template_tag *tag)
{
	const char *title = template_key(tag,
	    "title|name|header|label|tabName");
	struct template_block *tabset = find_block(t, "tabs");
	const char *listed = tabset == NULL ? NULL :
	    template_next_title(t, tabset);

	/* A disabled tab is a title for the others. */
	if (tag->is_single && title != NULL) {
		template_put_heading(t, title);
		return true;
	}
	if (is_code(t, tag))
		return run_code_tab(t, tag);
	if (title == NULL && tag->syntax == TEMPLATE_TAG && tag->count > 1)
		title = template_words(t, tag, 1);
	if (title == NULL)
		title = template_word(tag, 0);
	if (title == NULL)
		title = listed;
	return template_is_paired(t, tag) && template_open(t,
	    &(struct template_block){ .name = tag->name }, title);
}

/* {% timeline user:a api:https://example.org/ %} is loaded by a script. */
static bool
is_loaded(const struct template_tag *tag)
{
	const char *p = strstr(tag->text, "api:http");

	return p != NULL && (p == tag->text || p[-1] == ' ');
}

/* Comments inside are titles: see template_take_title().  What follows the
   name is a title, too, except for tabs, where it is an id. */
bool
template_run_tabs(struct template *t, const struct template_tag *tag)
{
	const char *title = template_title(tag);

	if (is_loaded(tag))
		return false;
	if (title == NULL && strcmp(tag->name, "timeline") == 0)
		title = template_part(t, tag, 0);
	return template_open(t, &(struct template_block){ .name = tag->name,
	    .has_titles = true }, title);
}

/* Icarus' `active id:a 'title:A title'`, in any order; or the whole text. */
static const char *
title_of_tab(struct template *t, const char *p, const char *end)
{
	static const char *const options[] = {
		"id:", "active ", "icon:", "title:", "'", "\"", NULL
	};
	const char *title = text_search(p, end, "title:");
	char mark;

	if (title == NULL || text_after_any(p, end, options) == NULL)
		return text_trim_copy(&t->arena, p, end);
	mark = title == p ? ' ' : title[-1];
	title += strlen("title:");
	return text_trim_copy(&t->arena, title, text_until(title, end,
	    ascii_is_quote(mark) ? mark : ' '));
}

bool
template_take_title(struct template *t, const char *p, const char *end)
{
	static const char *const words[] = {
		"tab", "timeline", "node", "folder", "section", NULL
	};
	size_t depth = t->depth;

	while (depth > 0 && !t->blocks[depth - 1].has_titles)
		depth--;
	if (depth == 0 || end - p < 7 || memcmp(p, "<!--", 4) != 0)
		return false;
	p = text_skip_space(p + 4, end -= 3);
	if (text_begins(p, end, "end"))
		return true;
	p = text_after_any(p, end, words);
	if (p == NULL)
		return false;
	p = text_skip_space(p, end);
	p = title_of_tab(t, p, text_until(p, end, '@'));
	/* The comment removed here was an HTML block. */
	if (t->walk.ends_html)
		walk_end_html(&t->walk);
	if (p != NULL)
		template_put_heading(t, p);
	return true;
}

/* {{< admonition note "A title" >}}, {% card(title="A title") %} and, in the
   theme Icarus, {% message color:info "title:A title" %} */
const char *
template_title(const struct template_tag *tag)
{
	const char *title = template_key(tag, "title|header|heading");
	size_t i;

	for (i = 0; i < tag->count && title == NULL; i++)
		if (tag->arguments[i].key == NULL && ascii_has_prefix(
		    tag->arguments[i].value, "title:"))
			title = tag->arguments[i].value + strlen("title:");
	if (title == NULL &&
	    template_is_among(tag->name, "admonition|notice|callout") &&
	    tag->count > 1 && tag->arguments[1].is_quoted &&
	    tag->arguments[1].key == NULL)
		title = tag->arguments[1].value;
	/* A blank title means none. */
	return title != NULL && title[strspn(title, " ")] == '\0' ? NULL :
	    title;
}

/* ---- links ---- */

/* The URL it links to, which may be that of a Hugo page, or NULL. */
static const char *
url_of_button(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *url = template_key(tag, "href|url|link|to");
	const char *page = template_key(tag, "relref");

	if (page != NULL && h->find_address != NULL)
		url = h->find_address(h->context, arena_printf(&t->arena,
		    "{ref}%s", page));
	else if (url == NULL)
		url = template_word(tag, 0);
	if (url != NULL && strcmp(tag->name, "staticref") == 0)
		return template_site_path(t, url, true);
	return url != NULL && (*url == '/' || url_is_absolute(url)) ?
	    template_local_url(t, url) : NULL;
}

/*
 * {{< button href="https://e.example/" >}}text{{< /button >}}, {{< link
 * "https://e.example/" "text" >}}
 */
bool
template_run_button(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name, .is_link = true };
	const char *url = url_of_button(t, tag);
	const char *text = template_key_or_word(tag,
	    "content|text|title|label", 1);

	if (url == NULL) {
		if (!template_is_paired(t, tag))
			return false;
		if (template_key(tag, "href|url|link|to|relref") != NULL)
			template_count(t, tag->start, tag->name);
		return true;
	}
	if (!template_is_paired(t, tag)) {
		template_put_link(t, url, text);
		return true;
	}
	template_put_anchor(t, url);
	t->walk.next = text_skip_space(tag->end, t->walk.end);
	return template_open(t, &block, NULL);
}

/* {% link_preview https://e.example/ rel:a %}text{% endlink_preview %} of a
   Hexo plugin: without a text, the URL is shown. */
bool
template_run_preview(struct template *t, const struct template_tag *tag)
{
	const char *end = t->walk.end, *p = text_skip_space(tag->end, end);
	const char *url = template_word(tag, 0);
	struct template_tag copy = *tag;

	copy.count = tag->count > 0;
	if (!text_begins(p, end, "{%") ||
	    !text_begins(text_skip_space(p + 2, end), end, "end"))
		return template_run_button(t, &copy);
	if (url == NULL || !url_is_web(url))
		return false;
	template_put_link(t, url, NULL);
	return true;
}

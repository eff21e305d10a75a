/*
 * Components of MDX and Vue.  They have no meaning here, but their names and
 * attributes usually tell what they show.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "template/template_elements.h"
#include "template/template_tags.h"

/* `<Link href="/a">`, `<OutboundLink to="https://example.org/">` */
static bool
is_link(const char *name)
{
	return text_has_suffix(name, "Link") ||
	    template_is_among(name, "LinkButton|Button|A");
}

/* ---- without content ---- */

/* `<Image src="/a.png" alt="b" />`, or any other name with an image. */
static bool
put_image(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, "src"),
		.alt = template_key(tag, "alt"),
		.caption = template_key(tag, "caption")
	};

	if (image.url == NULL || (!media_is_image(image.url) &&
	    !template_is_among(tag->name, "Image|Img|Figure|Picture")))
		return false;
	template_put_image(t, tag, &image);
	return true;
}

/* The id of what is shown: `id`, `videoId`, `bvid` or the like. */
static const char *
find_id(const struct template_tag *tag)
{
	const char *id = template_key(tag, "id|bvid|url");
	size_t i;

	for (i = 0; id == NULL && i < tag->count; i++)
		if (ascii_has_suffix(tag->arguments[i].key, "id"))
			id = tag->arguments[i].value;
	return id;
}

/* `<YouTube id="a" />`, `<StaticTweet id="1" />` */
static bool
put_player(struct template *t, const struct template_tag *tag,
    const char *name)
{
	static const struct {
		const char	*name;
		template_handler *run;
	} rows[] = {
		{ "youtube", template_run_player },
		{ "vimeo", template_run_player },
		{ "bilibili", template_run_player },
		{ "tweet", template_run_tweet },
		{ "gist", template_run_gist }
	};
	struct template_tag player = { .count = 1 };
	const char *id = find_id(tag);
	size_t i;

	for (i = 0; id != NULL && i < sizeof rows / sizeof *rows; i++) {
		if (strstr(name, rows[i].name) == NULL)
			continue;
		player.name = rows[i].name;
		player.arguments[0] = (struct template_argument){ "id", id,
		    true };
		return rows[i].run(t, &player);
	}
	return false;
}

void
template_run_single(struct template *t, const struct template_tag *tag)
{
	const char *name = ascii_lower_copy(&t->arena, tag->name);

	if (put_image(t, tag) || put_player(t, tag, name))
		return;
	/* What belongs in the head of a page shows nothing. */
	if (strstr(name, "seo") == NULL && strstr(name, "script") == NULL &&
	    (template_put_address(t, tag, "href|to|url|link|src|id") ||
	    template_put_key_text(t, tag, "text")))
		return;
	template_leave(t, tag->start, tag->end, tag->name);
}

/* ---- around content ---- */

/* Whether a component begins a line that ends with its start or end tag. */
static bool
has_own_line(struct template *t, const struct template_tag *tag)
{
	const char *p = tag->end, *end, *close;

	if (!walk_is_blank(t->walk.text, tag->start) ||
	    !template_is_at_line(t))
		return false;
	close = arena_printf(&t->arena, "</%s>", tag->name);
	end = text_cut_space(p, walk_line_end(p, t->walk.end));
	return p == end || text_search(p, end, close) == end - strlen(close);
}

static void
put_heading(struct template *t, const struct template_tag *tag,
    const char *heading)
{
	bool in_paragraph = t->walk.in_paragraph;

	template_put_heading(t, heading);
	if (walk_blank_rest(tag->end, t->walk.end) == NULL)
		t->walk.in_paragraph = in_paragraph;
}

const char *
template_link_text(struct template *t, const char *url, const char *text)
{
	struct buf link = { 0 }, *out = t->out;

	t->out = &link;
	template_put_link(t, url, text);
	t->out = out;
	return arena_take(&t->arena, &link);
}

/* `<Card title="Rain" href="/rain/">`, `<TabItem value="a" label="b">` */
static void
put_title(struct template *t, const struct template_tag *tag)
{
	const char *title = template_key(tag, "title|label|summary");
	const char *url = template_key(tag, "href|to|link");

	if (title == NULL && text_has_prefix(tag->name, "Tab"))
		title = template_key(tag, "value");
	if (title == NULL || !has_own_line(t, tag) ||
	    (t->host->page_title != NULL &&
	    strcmp(title, t->host->page_title) == 0))
		return;
	put_heading(t, tag, url == NULL || template_in_html(t) ? title :
	    template_link_text(t, url, title));
}

/* The content of a code element, as a string in braces or plain, or NULL if
   it is unknown. */
static const char *
code_in(struct template *t, const char *p, const char *end)
{
	const char *start = text_skip_space(p, end);
	const char *stop = text_cut_space(start, end);

	if (stop - start > 1 && *start == '{' && stop[-1] == '}')
		return template_literal(t, start + 1, stop - 1);
	for (p = start; p < stop; p++)
		if (strchr("{<&", *p) != NULL)
			return NULL;
	return arena_span(&t->arena, start, stop);
}

static const char code_close[] = "</CodeBlock>";

/* The next end tag after p, or NULL; the search is not repeated. */
static const char *
code_end(struct template *t, const char *p)
{
	const char *end = t->walk.end;

	if (t->code_end == NULL || t->code_end < p)
		t->code_end = text_search(p, end, code_close);
	if (t->code_end == NULL)
		t->code_end = end;
	return t->code_end == end ? NULL : t->code_end;
}

const char *
template_take_code_component(struct template *t,
    const struct template_tag *tag)
{
	const char *language = template_key(tag, "language|className");
	const char *title = template_key(tag, "title"), *end, *code;

	if (strcmp(tag->name, "CodeBlock") != 0 ||
	    tag->start != t->walk.text || !template_is_at_line(t))
		return NULL;
	end = code_end(t, tag->end);
	code = end == NULL ? NULL : code_in(t, tag->end, end);
	if (code == NULL)
		return NULL;
	if (title != NULL)
		template_put_heading(t, title);
	if (language != NULL && text_has_prefix(language, "language-"))
		language += strlen("language-");
	walk_skip(&t->walk, end + strlen(code_close));
	template_put_code(t, language, code);
	return t->walk.next;
}

static void
open_component(struct template *t, const struct template_tag *tag)
{
	const char *url = !is_link(tag->name) ? NULL :
	    template_key(tag, "href|to");

	if (url == NULL) {
		if (!put_image(t, tag))
			put_title(t, tag);
		return;
	}
	t->links++;
	template_put_anchor(t, url);
}

static void
close_component(struct template *t, const struct template_tag *tag)
{
	if (t->links == 0 || !is_link(tag->name))
		return;
	t->links--;
	buf_puts(t->out, "</a>");
}

void
template_run_component(struct template *t, const struct template_tag *tag)
{
	if (tag->is_end)
		close_component(t, tag);
	else if (tag->is_single)
		template_run_single(t, tag);
	else
		open_component(t, tag);
}

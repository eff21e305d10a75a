/*
 * Links and embeds of Obsidian, also used by wikis: `[[rain]]`,
 * `[[rain#Gauge|the gauge]]`, `![[gauge.png]]`.  Double brackets mean many
 * things elsewhere; they are a link if they name a post of the run, or if the
 * body is known to be of this kind.
 */
#include <string.h>

#include "base/directive.h"
#include "base/media.h"
#include "base/text.h"
#include "template/template_markup.h"

#define TARGET_MAX 500

/* What is between the brackets. */
struct target {
	const char	*end;		/* after them */
	const char	*name;		/* "": the post itself */
	const char	*part;		/* after '#'; or NULL */
	const char	*text;		/* after '|'; or NULL */
};

/* In a table cell, the bar has a backslash. */
static const char *
cut(struct template *t, const char *p, const char *end)
{
	if (end > p && end[-1] == '\\' && *end == '|')
		end--;
	return text_trim_copy(&t->arena, p, end);
}

/* Read it from p on, after the opening brackets; false: there is none. */
static bool
read_target(struct template *t, const char *p, struct target *target)
{
	const char *end = t->walk.end, *stop = p, *bar, *sharp;

	while (stop < end && stop - p < TARGET_MAX && *stop != '\n' &&
	    *stop != '[' && *stop != ']')
		stop++;
	if (end - stop < 2 || stop == p || *stop != ']' || stop[1] != ']' ||
	    (end - stop > 2 && strchr("]([", stop[2]) != NULL))
		return false;
	target->end = stop + 2;
	bar = text_find(p, stop, '|');
	target->text = bar == NULL ? NULL : cut(t, bar + 1, stop);
	stop = bar == NULL ? stop : bar;
	sharp = text_find(p, stop, '#');
	target->part = sharp == NULL ? NULL : cut(t, sharp + 1, stop);
	target->name = cut(t, p, sharp == NULL ? stop : sharp);
	if (target->name == NULL)
		target->name = "";
	return true;
}

static const char *
find_target(const struct template *t, const struct target *target)
{
	return *target->name == '\0' ? NULL : template_find_post(t,
	    target->name);
}

/* What ikiwiki shows for the path of a page, or for a tag. */
static const char *
page_title(struct template *t, const char *path)
{
	const char *slash = strrchr(path, '/');

	return text_replace(&t->arena, slash == NULL || slash[1] == '\0' ?
	    path : slash + 1, "_", ' ');
}

/* What Obsidian or ikiwiki shows. */
static const char *
text_of(struct template *t, const struct target *target)
{
	if (target->text != NULL)
		return target->text;
	if (t->host->dialects & TEMPLATE_IKIWIKI && *target->name != '\0')
		return page_title(t, target->name);
	if (target->part == NULL)
		return target->name;
	return *target->name == '\0' ? target->part : arena_printf(&t->arena,
	    "%s > %s", target->name, target->part);
}

/* The URL of a file as the generator knows it, or else next to the post. */
static const char *
find_file(struct template *t, const char *name)
{
	const struct template_host *h = t->host;
	const char *url = template_find_address(t, arena_printf(&t->arena,
	    "{embed}%s", name));

	return url != NULL || h->find_file == NULL ? url :
	    h->find_file(h->context, name);
}

static void
put_embed(struct template *t, const char *p, const struct target *target)
{
	const char *url = find_target(t, target);
	struct template_image image = { .alt = target->text == NULL ? "" :
	    template_alt(t, target->text) };

	if (url == NULL)
		url = image.url = find_file(t, target->name);
	if (url == NULL)
		template_leave(t, p, target->end, arena_printf(&t->arena,
		    "![[%s]]", target->name));
	else if (image.url != NULL && media_is_image(target->name))
		template_put_image(t, &(struct template_tag){ .start = p,
		    .end = target->end }, &image);
	else
		template_put_link(t, url, *image.alt != '\0' ? image.alt :
		    target->name);
}

/* ---- directives of ikiwiki ---- */

/* The value of a key or, if key is NULL, the words without one; or NULL. */
static const char *
parameter_of(struct template *t, const char *p, const char *end,
    const char *key)
{
	struct directive_parameter found;
	const char *words = NULL, *word;

	while (directive_read(&p, end, &found)) {
		word = arena_strndup(&t->arena, found.value, found.length);
		if (key == NULL && found.key == NULL)
			words = template_add_word(t, words, word);
		if (key != NULL && found.key != NULL && text_begins(found.key,
		    end, key) && found.key_length == strlen(key))
			return word;
	}
	return words;
}

/* `[[!img gauge.png alt="The gauge" size=200x]]` */
static bool
put_wiki_image(struct template *t, const char *p, const char *inside,
    const char *end)
{
	const char *name = parameter_of(t, inside, end, NULL);
	struct template_image image = {
		.alt = parameter_of(t, inside, end, "alt"),
		.title = parameter_of(t, inside, end, "title")
	};

	image.url = name == NULL ? NULL : find_file(t, name);
	if (image.url == NULL)
		return false;
	if (image.alt == NULL)
		image.alt = "";
	template_put_image(t, &(struct template_tag){ .start = p,
	    .end = end }, &image);
	return true;
}

/* `[[!format sh """ls"""]]`: code, unless it is in the format of the page. */
static bool
put_formatted(struct template *t, const char *inside, const char *end)
{
	struct directive_parameter language, code;
	const char *text;

	if (!directive_read(&inside, end, &language) ||
	    !directive_read(&inside, end, &code) ||
	    ascii_span_is(language.value, language.length, "mdwn"))
		return false;
	text = arena_strndup(&t->arena, code.value, code.length);
	if (strchr(text, '\n') != NULL) {
		template_put_code(t, arena_strndup(&t->arena, language.value,
		    language.length), text + (*text == '\n'));
		return true;
	}
	buf_puts(t->out, "<code>");
	template_put_code_text(t, text);
	buf_puts(t->out, "</code>");
	return true;
}

/*
 * Front matter, and lists of the page itself, are removed; tags in the text are
 * shown by name.
 */
static bool
take_directive(struct template *t, const char *p)
{
	const char *end = directive_end(p, t->walk.end), *words;
	const char *name = p + strlen(DIRECTIVE_OPEN), *stop;
	bool is_meta = end != NULL && (text_begins(name, end, "meta ") ||
	    text_begins(name, end, "tag "));

	if (end == NULL || (p > t->walk.start && p[-1] == '\\') ||
	    (!is_meta && !(t->host->dialects & TEMPLATE_IKIWIKI)))
		return false;
	stop = template_name_end(name, end, "_-");
	words = parameter_of(t, stop, end, NULL);
	walk_skip(&t->walk, end);
	if (is_meta || text_begins(name, end, "toc"))
		return true;
	if (text_begins(name, end, "taglink ") && words != NULL)
		template_put_literal(t, page_title(t, words));
	else if (!(text_begins(name, end, "img ") &&
	    put_wiki_image(t, p, stop, end)) &&
	    !(text_begins(name, end, "format ") &&
	    put_formatted(t, stop, end)))
		template_leave(t, p, end, arena_printf(&t->arena, "[[!%.*s]]",
		    (int)(stop - name), name));
	return true;
}

/* `[[the gauge|rain]]`: in ikiwiki, the text comes first. */
static void
swap_text(struct target *target)
{
	const char *text = target->name;

	if (target->text == NULL)
		return;
	target->name = target->text;
	target->text = text;
	target->part = NULL;
}

/* ---- links ---- */

bool
template_take_wiki(struct template *t, const char *p)
{
	bool is_embed = *p == '!';
	const char *open = p + is_embed, *url;
	struct target target;

	if (!t->walk.is_html && text_begins(p, t->walk.end, DIRECTIVE_OPEN) &&
	    take_directive(t, p))
		return true;
	if (t->walk.is_html || t->walk.end - open < 5 || open[0] != '[' ||
	    open[1] != '[' || !read_target(t, open + 2, &target))
		return false;
	if (t->host->dialects & TEMPLATE_IKIWIKI)
		swap_text(&target);
	url = is_embed ? NULL : find_target(t, &target);
	if (!is_embed && url == NULL && !(t->host->dialects &
	    (TEMPLATE_WIKI | TEMPLATE_IKIWIKI)))
		return false;
	walk_skip(&t->walk, target.end);
	if (is_embed)
		put_embed(t, p, &target);
	else if (url != NULL)
		template_put_link(t, url, text_of(t, &target));
	else
		template_put_literal(t, text_of(t, &target));
	return true;
}

/* ---- more of Obsidian ---- */

/* `%%...%%`, which may span lines, is not shown. */
static bool
take_comment(struct template *t, const char *p)
{
	const char *end = t->walk.end, *stop = p + 1;

	if (end - p < 4 || p[1] != '%' || t->has_open_comment)
		return false;
	do
		stop = text_find(stop + 1, end, '%');
	while (stop != NULL && stop + 1 < end && stop[1] != '%');
	t->has_open_comment = stop == NULL || stop + 1 == end;
	if (!t->has_open_comment)
		walk_skip(&t->walk, stop + 2);
	return !t->has_open_comment;
}

/* `==text==`, on one line; its end is searched for first, to be sure of it. */
static bool
take_highlight(struct template *t, const char *p)
{
	const char *end = t->walk.end, *stop;

	if (end - p < 2 || p[1] != '=')
		return false;
	if (p == t->highlight_end) {
		buf_puts(t->out, "</mark>");
		walk_skip(&t->walk, p + 2);
		return true;
	}
	/* More than two, as in an arrow, do not begin it. */
	if (end - p < 5 || p < t->highlight_end || p[2] == '=' ||
	    ascii_is_space(p[2]) || (p > t->walk.start && p[-1] == '='))
		return false;
	stop = p + 2;
	while (stop < end && strchr("=`\n", *stop) == NULL)
		stop++;
	if (!text_begins(stop, end, "==") ||
	    ascii_is_space(stop[-1]))
		return false;
	t->highlight_end = stop;
	buf_puts(t->out, "<mark>");
	walk_skip(&t->walk, p + 2);
	return true;
}

/* `text ^gauge`: a name for links to point to. */
static bool
take_block_name(struct template *t, const char *p)
{
	const char *end = t->walk.end, *stop = text_word_end(p + 1, end, "-");

	if (stop == p + 1 || (stop < end && *stop != '\n') ||
	    (p > t->walk.start && !ascii_is_space(p[-1])))
		return false;
	walk_skip(&t->walk, stop);
	return true;
}

bool
template_take_obsidian(struct template *t, const char *p)
{
	if (t->walk.is_html)
		return false;
	if (*p == '=')
		return take_highlight(t, p);
	if (!(t->host->dialects & TEMPLATE_WIKI))
		return false;
	switch (*p) {
	case '%':
		return take_comment(t, p);
	case '^':
		return take_block_name(t, p);
	default:
		return false;
	}
}

/* ---- more of Logseq ---- */

/* Properties of a block, such as `collapsed:: true`, are not shown. */
bool
template_take_block_property(struct template *t)
{
	static const char *const names[] = { "id", "collapsed", "heading",
	    "background-color", "logseq.order-list-type", "created-at",
	    "updated-at", NULL };
	const char *p = t->walk.text, *end = t->walk.end, *stop, *line_end;

	if (!(t->host->dialects & TEMPLATE_WIKI))
		return false;
	stop = template_name_end(p, end, "-.");
	if (!text_begins(stop, end, ":: ") ||
	    !text_span_is_any(p, (size_t)(stop - p), names))
		return false;
	line_end = walk_line_end(stop, end);
	/* A blank line would make list items paragraphs. */
	if (!walk_is_blank(t->walk.line, p)) {
		buf_add_span(t->out, t->walk.line, p);
		buf_putc(t->out, '\n');
	}
	walk_skip(&t->walk, line_end);
	return true;
}

const char *
template_block_size(const struct template *t, const char *p)
{
	const char *end = t->walk.end;

	if (!(t->host->dialects & TEMPLATE_WIKI) || p == t->walk.start ||
	    p[-1] != ')' || !(text_begins(p, end, "{:height ") ||
	    text_begins(p, end, "{:width ")))
		return NULL;
	end = walk_line_end(p, end);
	p = text_find(p, end, '}');
	return p == NULL ? NULL : p + 1;
}

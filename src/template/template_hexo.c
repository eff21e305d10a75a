/*
 * Tags of Hexo themes.  What follows their names is typed without quotes: parts
 * separated by commas or pairs of colons, one of which is the text; or words of
 * the text, with options such as color:red among them.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "html/plain.h"
#include "template/template_tags.h"

/* ---- parts ---- */

const char *
template_part(struct template *t, const struct template_tag *tag, size_t n)
{
	const char *mark = strchr(tag->text, ',') != NULL ? "," : "::";
	const char *p = tag->text, *end = p + strlen(p), *stop, *part;
	size_t k;

	for (;; n--) {
		stop = strstr(p, mark);
		if (n == 0)
			break;
		if (stop == NULL)
			return NULL;
		p = stop + strlen(mark);
	}
	part = text_trim_copy(&t->arena, p, stop == NULL ? end : stop);
	k = part == NULL ? 0 : strlen(part);
	return k > 2 && ascii_is_quote(*part) && part[k - 1] == *part ?
	    arena_strndup(&t->arena, part + 1, k - 2) : part;
}

static bool
leads_somewhere(const char *part)
{
	return part != NULL && (*part == '/' || url_is_web(part));
}

/* ---- words ---- */

/* The value of an option, or NULL. */
static const char *
option_of(const struct template_tag *tag, const char *name)
{
	size_t n = strlen(name), i;
	const char *word;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++)
		if (strncmp(word, name, n) == 0 && word[n] == ':' &&
		    word[n + 1] != '\0')
			return word + n + 1;
	return NULL;
}

/* Where quotes around a word close, or NULL if there are none. */
static const char *
find_quote(const char *p)
{
	const char *end = ascii_is_quote(*p) ? strchr(p + 1, *p) : NULL;

	return end != NULL && strchr(" \t\n", end[1]) != NULL ? end : NULL;
}

/* The next word of a text, without the quotes around it, or NULL. */
static const char *
next_word(struct template *t, const char **p)
{
	const char *start = *p + strspn(*p, " \t\n"), *end;

	end = find_quote(start);
	if (end != NULL) {
		*p = end + 1;
		return arena_span(&t->arena, start + 1, end);
	}
	*p = start + strcspn(start, " \t\n");
	return *p == start ? NULL : arena_span(&t->arena, start, *p);
}

/* Whether a word describes the appearance of something. */
static bool
is_look(const char *word)
{
	static const char looks[] = "blue|bug|center|checked|cyan|danger|"
	    "default|disabled|done|error|fab|far|fas|flat|gray|green|grey|"
	    "huge|idea|info|large|left|link|logo|minus|modern|no-icon|orange|"
	    "pink|plus|primary|purple|quote|red|right|simple|small|success|"
	    "times|tip|ultra|warning|yellow";

	return template_is_among(word, looks) ||
	    text_has_prefix(word, "fa-") || strstr(word, " fa-") != NULL ||
	    text_has_prefix(word, "icon-") || template_is_option(word);
}

/* At most this many words describe the appearance of a box. */
#define STYLE_WORDS 3

/*
 * `info`, `fas fa-bug red`, `alien-monster cyan`: one word in lower case, or
 * several of which one is known.  Icons may have any name.
 */
static bool
is_style(struct template *t, const char *part)
{
	const char *p = part == NULL ? "" : part, *word;
	size_t words = 0, looks = 0;
	bool is_small = p[strspn(p,
	    " abcdefghijklmnopqrstuvwxyz0123456789-:")] == '\0';

	while ((word = next_word(t, &p)) != NULL) {
		words++;
		looks += is_look(word);
	}
	return looks == words || (is_small && (words == 1 ||
	    (words <= STYLE_WORDS && looks > 0)));
}

static void
add_word(struct buf *words, const char *word)
{
	if (words->length > 0)
		buf_putc(words, ' ');
	buf_puts(words, word);
}

/* The words collected, or NULL if there are none. */
static const char *
take_words(struct template *t, struct buf *words)
{
	if (words->length > 0)
		return arena_take(&t->arena, words);
	buf_release(words);
	return NULL;
}

const char *
template_text_words(struct template *t, const struct template_tag *tag,
    const char **url)
{
	const char *p = tag->text, *word;
	struct buf words = { 0 };

	while ((word = next_word(t, &p)) != NULL) {
		if (template_is_option(word))
			continue;
		if (url != NULL && *url == NULL && leads_somewhere(word)) {
			*url = word;
			continue;
		}
		add_word(&words, word);
	}
	return take_words(t, &words);
}

/* ---- tags without an end ---- */

/* {% p red, text %}, {% note info, text %}, {% note color:red A title %} */
bool
template_run_text(struct template *t, const struct template_tag *tag)
{
	const char *text = template_part(t, tag, 1);

	if (text != NULL && is_style(t, template_part(t, tag, 0))) {
		template_put_markdown(t, text);
		return true;
	}
	text = template_text_words(t, tag, NULL);
	if (text == NULL || strcmp(text, "true") == 0 ||
	    strcmp(text, "false") == 0)
		return false;
	template_put_markdown(t, text);
	return true;
}

/* Either may be NULL. */
static bool
put_text_link(struct template *t, const char *text, const char *url)
{
	if (url != NULL)
		template_put_link(t, template_local_url(t, url),
		    text == NULL ? url : text);
	else if (text != NULL)
		template_put_text(t, text);
	return url != NULL || text != NULL;
}

/*
 * {% btn class, text, URL, icon %}, {% button URL, text %},
 * {% cell text, URL %}, {% btn class::text::URL %}
 */
static bool
put_parts(struct template *t, const struct template_tag *tag)
{
	const char *text = template_part(t, tag, 1), *url = NULL;
	size_t i, of_text = leads_somewhere(text) ? 0 : 1;

	text = template_part(t, tag, of_text);
	for (i = 0; i < 4 && url == NULL; i++)
		if (i != of_text && leads_somewhere(template_part(t, tag, i)))
			url = template_part(t, tag, i);
	return put_text_link(t, text, url);
}

/* The same, and {% button color:red A text /rain/ %} */
bool
template_run_text_link(struct template *t, const struct template_tag *tag)
{
	const char *start = tag->text + strspn(tag->text, " \t\n");
	const char *url = NULL, *text;

	if (find_quote(start) == NULL && (strchr(start, ',') != NULL ||
	    strstr(start, "::") != NULL))
		return put_parts(t, tag);
	text = template_text_words(t, tag, &url);
	return put_text_link(t, text, url);
}

/*
 * {% label primary@text %} of NexT, {% label text red %} of Butterfly: part of
 * a sentence.
 */
bool
template_run_label(struct template *t, const struct template_tag *tag)
{
	const char *at = strchr(tag->text, '@'), *text;

	text = at == NULL ? template_word(tag, 0) : text_trim(&t->arena,
	    at + 1);
	if (text == NULL)
		return false;
	template_put_text(t, text);
	return true;
}

/*
 * {% u text %}, {% mark color:red text %}, {% mark text color:red %}: most are
 * named after the element they become; others only look different.
 */
bool
template_run_words(struct template *t, const struct template_tag *tag)
{
	const char *text = template_text_words(t, tag, NULL);
	const bool is_element = template_is_among(tag->name,
	    "u|del|mark|em|s|sup|sub|kbd");

	if (text == NULL)
		return false;
	if (is_element)
		buf_printf(t->out, "<%s>", tag->name);
	template_put_text(t, text);
	if (is_element)
		buf_printf(t->out, "</%s>", tag->name);
	return true;
}

/* {% copy curl https://e.example/ | sh %}, to be copied from the page */
bool
template_run_copy(struct template *t, const struct template_tag *tag)
{
	const char *text = template_text_words(t, tag, NULL);

	if (text == NULL)
		return false;
	buf_puts(t->out, "<code>");
	template_put_code_text(t, text);
	buf_puts(t->out, "</code>");
	return true;
}

/* {% hideInline answer,label %}, {% bubble text, hint %}: the first part. */
bool
template_run_first(struct template *t, const struct template_tag *tag)
{
	const char *text = template_part(t, tag, 0);

	if (text == NULL)
		return false;
	template_put_text(t, text);
	return true;
}

/* {% galleryGroup 'name' 'description' '/page/' a.png %} */
bool
template_run_album(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0), *text = template_word(tag,
	    1), *url = template_word(tag, 2), *image = template_word(tag, 3);

	if (image == NULL)
		return false;
	template_put_image(t, tag, &(struct template_image){
	    .url = template_local_url(t, image), .alt = name,
	    .link = template_local_url(t, url),
	    .caption = arena_printf(&t->arena, "%s %s", name, text) });
	return true;
}

/* {% frame iphone img:/a.png video:/b.mp4 alt %}, and with img=/a.png */
bool
template_run_frame(struct template *t, const struct template_tag *tag)
{
	const char *image = option_of(tag, "img");

	if (image == NULL)
		image = template_key(tag, "img");
	if (image == NULL || !media_is_image(image))
		return false;
	template_put_image(t, tag, &(struct template_image){
	    .url = template_local_url(t, image) });
	return true;
}

/* {% fullimage /a.png, alt, title %} */
bool
template_run_full_image(struct template *t, const struct template_tag *tag)
{
	const char *url = template_part(t, tag, 0);

	if (url == NULL)
		return false;
	template_put_image(t, tag, &(struct template_image){
	    .url = template_local_url(t, url), .alt = template_part(t, tag, 1),
	    .title = template_part(t, tag, 2) });
	return true;
}

/* ---- pairs ---- */

/* {% note info no-icon A title %}, {% noteblock done, A title %} */
static const char *
title_of_note(struct template *t, const struct template_tag *tag)
{
	const char *title = template_part(t, tag, 1), *p = tag->text, *word;
	struct buf words = { 0 };

	if (title != NULL && is_style(t, template_part(t, tag, 0)))
		return title;
	if (is_style(t, tag->text))
		return NULL;
	while ((word = next_word(t, &p)) != NULL)
		if (!is_look(word))
			add_word(&words, word);
	return take_words(t, &words);
}

/* A pair without a title does not become a block. */
bool
template_run_note(struct template *t, const struct template_tag *tag)
{
	const char *title;

	if (!template_is_paired(t, tag))
		return template_run_text(t, tag);
	title = title_of_note(t, tag);
	return title == NULL || template_open(t, &(struct template_block){
	    .name = tag->name }, title);
}

/* {% box color:red A title %}, {% timenode 2024-05-31 [rain](/rain/) %} */
bool
template_run_titled(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name };
	const char *title = template_text_words(t, tag, NULL);

	block.is_rich = title != NULL && strstr(title, "](") != NULL;
	return template_open(t, &block, title);
}

/* {% poetry A title author:Ada date:1843 footer:end %} */
bool
template_run_poetry(struct template *t, const struct template_tag *tag)
{
	static const char *const names[] = { "author", "date", "footer" };
	struct template_block block = { .name = tag->name, .is_quote = true };
	struct buf footer = { 0 };
	const char *text;
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++) {
		text = option_of(tag, names[i]);
		if (text == NULL)
			continue;
		buf_puts(&footer, footer.length > 0 ? ", " :
		    "\xe2\x80\x94 ");
		plain_escape(&footer, text, strlen(text));
	}
	if (footer.length > 0)
		block.footer = arena_take(&t->arena, &footer);
	text = option_of(tag, "title");
	if (text == NULL)
		text = template_text_words(t, tag, NULL);
	return template_open(t, &block, text);
}

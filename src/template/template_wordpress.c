/*
 * Shortcodes of WordPress, in posts that were moved from there:
 * `[caption width="300"]...[/caption]`,
 * `[sourcecode language="c"]...[/sourcecode]`, `[youtube https://...]`.  As
 * brackets mean other things, too, each must have something that only a
 * shortcode has.  Programs that convert a blog to Markdown may put a backslash
 * before the brackets.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "html/plain.h"
#include "template/template_markup.h"

#define ARGUMENTS_MAX 1000
#define LINK_MAX 1000

enum kind {
	NO_SHORTCODE, CAPTION, CODE,
	SOURCE,			/* code whose language is optional */
	LANGUAGE,		/* code in the language of its name */
	INLINE,			/* inline code */
	GALLERY, ELSEWHERE
};

/* No pointers, which would be relocated at each start. */
static const struct {
	char		 name[11];
	unsigned char	 kind;
} rows[] = {
	{ "caption", CAPTION }, { "wp_caption", CAPTION },
	{ "cc", CODE }, { "cci", INLINE }, { "code", CODE },
	{ "crayon", SOURCE }, { "sourcecode", SOURCE },
	{ "gallery", GALLERY }, { "playlist", GALLERY },
	{ "audio", ELSEWHERE }, { "embed", ELSEWHERE },
	{ "gist", ELSEWHERE }, { "soundcloud", ELSEWHERE },
	{ "video", ELSEWHERE }, { "vimeo", ELSEWHERE },
	{ "youtube", ELSEWHERE },
	{ "bash", LANGUAGE }, { "cpp", LANGUAGE }, { "csharp", LANGUAGE },
	{ "css", LANGUAGE }, { "html", LANGUAGE }, { "java", LANGUAGE },
	{ "javascript", LANGUAGE }, { "objc", LANGUAGE },
	{ "php", LANGUAGE }, { "plain", LANGUAGE },
	{ "powershell", LANGUAGE }, { "python", LANGUAGE },
	{ "ruby", LANGUAGE }, { "shell", LANGUAGE }, { "sql", LANGUAGE },
	{ "vb", LANGUAGE }, { "xml", LANGUAGE }
};

/* Their first letters: most brackets are those of links. */
static const char first[] = "abceghjoprsvwxy";

#define ROWS (sizeof rows / sizeof *rows)

/* missing_ends has one bit for each. */
_Static_assert(ROWS <= 64, "more shortcodes than bits");

struct shortcode {
	enum kind	 kind;
	size_t		 row;
	const char	*name;
	const char	*arguments;	/* as typed, in the arena */
	const char	*start, *end;
	bool		 is_end;	/* [/name] */
	bool		 is_escaped;
};

/* ---- reading ---- */

/* The row of the name at p, or ROWS; the name must end there. */
static size_t
find_row(const char *p, const char *end)
{
	size_t i, n;

	for (i = 0; i < ROWS; i++) {
		if (*p != rows[i].name[0])
			continue;
		n = strlen(rows[i].name);
		if ((size_t)(end - p) > n && memcmp(p, rows[i].name, n) == 0 &&
		    strchr(" \n=]\\", p[n]) != NULL)
			break;
	}
	return i;
}

/* The bracket that closes what begins at p, or NULL. */
static const char *
find_close(const char *p, const char *end)
{
	const char *limit = end - p > ARGUMENTS_MAX ? p + ARGUMENTS_MAX :
	    end, *quote;

	for (; p < limit && *p != ']'; p++) {
		if (*p == '[' || (*p == '\n' && limit - p > 1 &&
		    p[1] == '\n'))
			return NULL;
		quote = ascii_is_quote(*p) && p[-1] == '=' ?
		    text_find(p + 1, limit, *p) : NULL;
		if (quote != NULL)
			p = quote;
	}
	return p < limit ? p : NULL;
}

/* Read what begins at p. */
static enum kind
read_shortcode(struct template *t, const char *p, struct shortcode *code)
{
	const char *end = t->walk.end, *close;

	*code = (struct shortcode){ .start = p, .is_escaped = *p == '\\' };
	p += code->is_escaped;
	if (end - p < 4 || *p != '[')
		return NO_SHORTCODE;
	p++;
	code->is_end = *p == '/';
	p += code->is_end;
	code->row = find_row(p, end);
	if (code->row == ROWS)
		return NO_SHORTCODE;
	code->name = rows[code->row].name;
	code->kind = rows[code->row].kind;
	p += strlen(code->name);
	close = find_close(p, end);
	if (close == NULL || (close[-1] == '\\') != code->is_escaped)
		return NO_SHORTCODE;
	code->end = close + 1;
	code->arguments = arena_span(&t->arena, p, close -
	    code->is_escaped);
	return code->kind;
}

/* The value of `key="value"`, as typed, or NULL. */
static const char *
argument(struct template *t, const struct shortcode *code, const char *key)
{
	/* What some copies have instead of quotation marks. */
	static const char *const quotes[] = { "&#8220;", "&#8221;", "&#8243;",
	    "\u201c", "\u201d", "\u2033", NULL };
	const char *p = code->arguments, *quoted;
	size_t n = strlen(key), length;

	while ((p = strstr(p, key)) != NULL && (p == code->arguments ||
	    !ascii_is_space(p[-1]) || p[n] != '='))
		p += n;
	if (p == NULL)
		return NULL;
	p += n + 1;
	quoted = text_after_any(p, p + strlen(p), quotes);
	if (quoted != NULL)
		length = strcspn(p = quoted, "&\xe2");
	else if (ascii_is_quote(*p))
		length = strcspn(p + 1, *p == '"' ? "\"" : "'");
	else
		length = strcspn(p, " \n");
	p += quoted == NULL && ascii_is_quote(*p);
	return length == 0 ? NULL : arena_strndup(&t->arena, p, length);
}

/* Whether a bracket closes what precedes p, with or without its backslash. */
static bool
is_closed(const char *p)
{
	p += *p == '\\';
	return *p == ']';
}

/*
 * The end tag after a shortcode, or NULL.  Once one was not found, there is
 * none further on.
 */
static const char *
find_end(struct template *t, const struct shortcode *code)
{
	const char *tag = arena_printf(&t->arena, "[/%s", code->name);
	const char *p = code->end, *end;

	if (t->missing_ends & 1ull << code->row)
		return NULL;
	end = strstr(p, tag);
	while (end != NULL && !is_closed(end + strlen(tag)))
		end = strstr(end + 1, tag);
	if (end == NULL || end >= t->walk.end) {
		t->missing_ends |= 1ull << code->row;
		return NULL;
	}
	return end > p && end[-1] == '\\' ? end - 1 : end;
}

static const char *
after_end(const char *p)
{
	return p + strcspn(p, "]") + 1;
}

/* ---- captions ---- */

/* After the image that a text begins with, and the link around it; or NULL. */
static const char *
after_image(const char *p, const char *end)
{
	static const char marks[][3][5] = {	/* beginning, middle, end */
		{ "<a ", "<img", "</a>" },
		{ "<img", "", ">" },
		{ "[![", ")](", ")" },
		{ "![", "](", ")" }
	};
	const char *q;
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (strncmp(p, marks[i][0], strlen(marks[i][0])) != 0)
			continue;
		q = strstr(p, marks[i][1]);
		q = q == NULL ? NULL : strstr(q + strlen(marks[i][1]),
		    marks[i][2]);
		return q == NULL || q >= end ? NULL :
		    q + strlen(marks[i][2]);
	}
	return NULL;
}

/* What was written since the shortcode is an image, and usually text. */
static void
end_caption(struct template *t)
{
	struct arena *a = &t->arena;
	size_t start = t->caption_start;
	const char *content, *text, *p;

	if (start >= t->out->length)
		return;
	content = arena_strndup(a, t->out->bytes + start, t->out->length -
	    start);
	t->out->length = start;
	content += strspn(content, " \n");
	p = after_image(content, content + strlen(content));
	text = p == NULL ? NULL : text_trim(a, p);
	if (text == NULL)
		text = t->caption;
	buf_add(t->out, content, p == NULL ? strlen(content) :
	    (size_t)(p - content));
	if (p == NULL || text == NULL)
		return;
	buf_puts(t->out, "<br>");
	buf_puts(t->out, text);
}

/* `[caption width="300" caption="text"]picture text[/caption]` */
static bool
run_caption(struct template *t, const struct shortcode *code)
{
	if (code->is_end != t->in_caption || (!code->is_end &&
	    (strchr(code->arguments, '=') == NULL ||
	    find_end(t, code) == NULL)))
		return false;
	walk_skip(&t->walk, code->end);
	t->in_caption = !code->is_end;
	if (code->is_end) {
		end_caption(t);
		return true;
	}
	t->caption = argument(t, code, "caption");
	t->caption_start = t->out->length;
	return true;
}

/* ---- code ---- */

/* Turn lines and paragraphs of HTML into lines, and keep other tags. */
static void
put_lines(struct buf *out, const char *p, const char *end)
{
	const char *close;

	for (; p < end; p++) {
		close = *p != '<' ? NULL : text_find(p, end, '>');
		if (close == NULL || (!ascii_has_prefix(p, "<br") &&
		    !ascii_has_prefix(p, "<p>") &&
		    !ascii_has_prefix(p, "</p>"))) {
			buf_putc(out, *p);
			continue;
		}
		if (p[1] == '/' || (p[1] == 'b' && close + 1 < end &&
		    close[1] != '\n'))
			buf_putc(out, '\n');
		p = close;
	}
}

/*
 * WordPress stores code with character references, and so do most copies of it,
 * unless there are tags in it.
 */
static const char *
read_code(struct template *t, const char *p, const char *end,
    bool is_escaped)
{
	struct buf lines = { 0 }, code = { 0 };

	if (template_in_html(t))
		put_lines(&lines, p, end);
	else
		for (; p < end; p++)
			if (!is_escaped || *p != '\\' || end - p < 2 ||
			    ascii_is_alnum(p[1]))
				buf_putc(&lines, *p);
	if (lines.length > 0 && memchr(lines.bytes, '<', lines.length) ==
	    NULL)
		plain_decode(&code, lines.bytes, lines.length, false);
	else
		buf_add(&code, lines.bytes, lines.length);
	buf_release(&lines);
	return arena_take(&t->arena, &code);
}

/* If code begins an HTML paragraph, put it before that. */
static void
put_code(struct template *t, const char *language, const char *text,
    const char *next)
{
	static const char open[] = "<p>", close[] = "</p>";
	const size_t n = sizeof open - 1, k = sizeof close - 1;
	struct buf *out = t->out;
	bool begins = template_in_html(t) && out->length >= n &&
	    memcmp(out->bytes + out->length - n, open, n) == 0;
	bool is_all = begins && strncmp(next, close, k) == 0;

	if (begins)
		out->length -= n;
	walk_skip(&t->walk, next + (is_all ? k : 0));
	template_put_code(t, language, text);
	if (begins && !is_all)
		buf_puts(out, open);
}

/* `[cci]...[/cci]` */
static bool
run_inline(struct template *t, const struct shortcode *code)
{
	const char *end = code->is_end ? NULL : find_end(t, code);

	if (end == NULL)
		return false;
	walk_skip(&t->walk, after_end(end));
	buf_puts(t->out, "<code>");
	template_put_code_text(t, read_code(t, code->end, end,
	    code->is_escaped));
	buf_puts(t->out, "</code>");
	return true;
}

/*
 * `[sourcecode language="c"]...[/sourcecode]`, `[code lang="c"]...[/code]`,
 * `[php]...[/php]`
 */
static bool
run_code(struct template *t, const struct shortcode *code)
{
	const char *language = code->kind == LANGUAGE ? code->name :
	    argument(t, code, "language"), *end;

	if (language == NULL)
		language = argument(t, code, "lang");
	if (code->is_end || *code->arguments == '=' ||
	    (language == NULL && code->kind == CODE))
		return false;
	end = find_end(t, code);
	if (end == NULL)
		return false;
	put_code(t, language, read_code(t, code->end, end,
	    code->is_escaped), after_end(end));
	return true;
}

/* ---- things elsewhere ---- */

/* The URL in a text, decoded, or NULL if it is not one. */
static const char *
address(struct template *t, const char *s, size_t n)
{
	struct buf url = { 0 };
	const char *text = text_trim_copy(&t->arena, s, s + n);

	if (text != NULL)
		plain_decode(&url, text, strlen(text), true);
	text = arena_take(&t->arena, &url);
	return url_is_web(text) && strpbrk(text, " \"'<>[]\n") == NULL ?
	    text : NULL;
}

/* The end tag after a short text, or NULL. */
static const char *
find_near_end(struct template *t, const struct shortcode *code)
{
	const char *end = t->walk.end, *p = code->end;
	struct shortcode next;

	if (end - p > LINK_MAX)
		end = p + LINK_MAX;
	p = text_find(p, end, '[');
	return p != NULL && read_shortcode(t, p - (p[-1] == '\\'), &next) !=
	    NO_SHORTCODE && next.is_end && next.row == code->row ?
	    next.start : NULL;
}

/* `[youtube=URL]`, `[gist URL]`, `[audio mp3="URL"]`, `[embed]URL[/embed]` */
static const char *
find_url(struct template *t, const struct shortcode *code, const char **next)
{
	static const char keys[][5] = { "src", "url", "mp3", "m4a", "ogg",
	    "wav", "mp4", "m4v", "webm", "ogv" };
	const char *p = code->arguments, *url, *value, *end;
	size_t i;

	p += *p == '=' || ascii_is_space(*p);
	*next = code->end;
	url = address(t, p, strcspn(p, " \n"));
	for (i = 0; url == NULL && i < sizeof keys / sizeof *keys; i++) {
		value = argument(t, code, keys[i]);
		if (value != NULL)
			url = address(t, value, strlen(value));
	}
	end = find_near_end(t, code);
	if (end == NULL)
		return url;
	value = address(t, code->end, (size_t)(end - code->end));
	if (url == NULL ? value != NULL : walk_is_blank(code->end, end))
		*next = after_end(end);
	return url == NULL ? value : url;
}

/* `[gist id=12345]`, `[vimeo 12345]`; shorter ones may be notes. */
static const char *
url_of_id(struct template *t, const struct shortcode *code)
{
	const char *host = strcmp(code->name, "gist") == 0 ?
	    "gist.github.com" : strcmp(code->name, "vimeo") == 0 ?
	    "vimeo.com" : NULL, *id = argument(t, code, "id");
	size_t n;

	if (id == NULL && ascii_is_blank(*code->arguments))
		id = code->arguments + 1;
	n = id == NULL ? 0 : strspn(id, "0123456789abcdef");
	return host == NULL || n < 5 || (id[n] != '\0' && id[n] != ' ') ?
	    NULL : arena_printf(&t->arena, "https://%s/%.*s", host, (int)n,
	    id);
}

static bool
run_link(struct template *t, const struct shortcode *code)
{
	const char *next, *url = code->is_end ? NULL : find_url(t, code,
	    &next);

	if (url == NULL && !code->is_end)
		url = url_of_id(t, code);
	if (url == NULL)
		return false;
	walk_skip(&t->walk, next);
	template_put_link(t, url, NULL);
	return true;
}

/* Whether such a name in brackets may be a link, as the body defines one. */
static bool
are_links(struct template *t)
{
	const char *start = t->walk.start;

	if (!t->are_names_known) {
		t->are_names_known = true;
		t->are_names_links = strstr(start, "[gallery]:") != NULL ||
		    strstr(start, "[playlist]:") != NULL;
	}
	return t->are_names_links;
}

/* Whether it is alone on a line or in an element. */
static bool
is_alone(const struct template *t, const struct shortcode *code)
{
	const char *p = code->start;

	return (p == t->walk.start || p[-1] == '\n' || p[-1] == '>') &&
	    (code->end == t->walk.end || *code->end == '\n' ||
	    *code->end == '<');
}

/* `[gallery ids="1,2"]`: only WordPress knows which images these are. */
static bool
run_gallery(struct template *t, const struct shortcode *code)
{
	if (code->is_end || (*code->arguments == '\0' ?
	    !is_alone(t, code) || are_links(t) :
	    strchr(code->arguments, '=') == NULL))
		return false;
	walk_skip(&t->walk, code->end);
	template_leave(t, code->start, code->end, arena_printf(&t->arena,
	    "[%s]", code->name));
	return true;
}

/* ---- entry points ---- */

bool
template_take_wordpress(struct template *t, const char *p)
{
	struct shortcode code;

	switch (read_shortcode(t, p, &code)) {
	case CAPTION:
		return run_caption(t, &code);
	case CODE:
	case SOURCE:
	case LANGUAGE:
		return run_code(t, &code);
	case INLINE:
		return run_inline(t, &code);
	case GALLERY:
		return run_gallery(t, &code);
	case ELSEWHERE:
		return run_link(t, &code);
	default:
		return false;
	}
}

bool
template_is_shortcode(const char *p, const char *end)
{
	return end - p > 4 && ascii_is_alpha(p[1]) &&
	    memchr(first, p[1], sizeof first - 1) != NULL &&
	    find_row(p + 1, end) != ROWS;
}

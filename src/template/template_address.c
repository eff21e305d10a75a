/*
 * URLs that only the generator understands: Zola's `@/blog/rain.md#gauge`,
 * Pelican's `{filename}rain.md` and `{static}/rain.png`, Nikola's
 * `link://filename/posts/rain.md`, and in Docusaurus `/rain.png`, which is
 * below the URL of the site.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_markup.h"

/* No path of a post is longer. */
#define ADDRESS_MAX 1000

/*
 * The end of a URL that begins at p.  It may contain spaces, in Pelican's
 * Markdown even without < and >; a quote after a space begins a title.
 */
static const char *
address_end(const struct template *t, const char *p)
{
	const char *stop = p, *end = t->walk.end;
	const char quote = strchr("\"'<", p[-1]) == NULL ? '\0' : p[-1];

	while (stop < end && stop - p < ADDRESS_MAX && *stop != '\n' &&
	    *stop != '>' && *stop != '"' && *stop != quote) {
		if (quote == '\0' && (*stop == ')' || *stop == '\''))
			break;
		stop++;
	}
	return text_cut_blanks(p, stop);
}

/* Replace an address up to stop by its URL, or report it if that is NULL. */
static void
put_found(struct template *t, const char *p, const char *stop,
    const char *url, const char *address)
{
	walk_skip(&t->walk, stop);
	if (url != NULL)
		template_put_url(t, url);
	else
		template_leave(t, p, stop, address);
}

bool
template_take_zola_address(struct template *t, const char *p)
{
	const struct template_host *h = t->host;
	const char *end = t->walk.end, *stop = p, *typed, *address, *url;

	if (!(h->dialects & TEMPLATE_LIQUID) || end - p < 3 || *p != '@' ||
	    p[1] != '/' || p == t->walk.start ||
	    strchr("( \t<\"", p[-1]) == NULL || h->find_post == NULL)
		return false;
	while (stop < end && stop - p < ADDRESS_MAX && *stop != '\n' &&
	    (p[-1] == '<' || (!ascii_is_space(*stop) && *stop != ')')) &&
	    *stop != '>' && *stop != '"')
		stop++;
	typed = arena_span(&t->arena, p, stop);
	/* In Markdown, spaces in names are written as %20. */
	address = url_decode(&t->arena, typed);
	url = h->find_post(h->context, address);
	if (url == NULL && h->find_address == NULL)
		return false;
	if (url == NULL)
		url = h->find_address(h->context, address);
	put_found(t, p, stop, url, typed);
	return true;
}

/*
 * Whether p is where the value of an attribute, or the URL of a Markdown link,
 * begins: `="`, `](`, `]: `.  Elsewhere, braces are text in Pelican.
 */
static bool
is_address(const struct template *t, const char *p)
{
	const char *start = t->walk.start;

	if (p - start > 1 && ascii_is_quote(p[-1]))
		return p[-2] == '=';
	if (p > start && p[-1] == '<')
		p--;
	p = text_cut_blanks(start, p);
	return p - start > 1 && p[-2] == ']' && (p[-1] == '(' || p[-1] == ':');
}

/* After `{static}` or `|static|` at p, or NULL if it is neither. */
static const char *
read_word(struct template *t, const char *p, const char **word)
{
	static const char *const words[] = {
		"static", "attach", "filename", "category", "tag", "author",
		"index", "photo", "lightbox"
	};
	char close = *p == '{' ? '}' : '|';
	const char *end = t->walk.end;
	size_t i, n;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		n = strlen(words[i]);
		if (!text_begins(p + 1, end, words[i]) || p + n + 1 == end ||
		    p[n + 1] != close)
			continue;
		*word = words[i];
		return p + n + 2;
	}
	return NULL;
}

bool
template_take_pelican_address(struct template *t, const char *p)
{
	const char *stop, *path, *word, *address;

	if (!(t->host->dialects & TEMPLATE_PELICAN))
		return false;
	path = read_word(t, p, &word);
	if (path == NULL || !is_address(t, p))
		return false;
	stop = address_end(t, p);
	address = arena_printf(&t->arena, "{%s}%.*s", word,
	    (int)(stop - path), path);
	put_found(t, p, stop, stop < path ? NULL : template_find_address(t,
	    address), address);
	return true;
}

const char *
template_pelican_url(struct template *t, const char *address)
{
	const char *stop;

	if ((*address != '{' && *address != '|') ||
	    !(t->host->dialects & TEMPLATE_PELICAN))
		return NULL;
	stop = strchr(address + 1, *address == '|' ? '|' : '}');
	return stop == NULL ? NULL : template_find_address(t, arena_printf(
	    &t->arena, "{%.*s}%s", (int)(stop - address) - 1, address + 1,
	    stop + 1));
}

/* Whether a URL can begin at p, which is not the start of the body. */
static bool
may_begin_address(const struct template *t, const char *p)
{
	return strchr("(<\"'=", p[-1]) != NULL || (ascii_is_blank(p[-1]) &&
	    p - t->walk.start > 1 && p[-2] == ':');
}

bool
template_take_nikola_address(struct template *t, const char *p)
{
	static const char scheme[] = "link";
	const size_t n = sizeof scheme - 1;
	const char *start = p - n, *stop, *address;

	if (!(t->host->dialects & TEMPLATE_NIKOLA) || *p != ':' ||
	    (size_t)(p - t->walk.start) <= n || t->walk.end - p < 4 ||
	    memcmp(start, "link://", n + 3) != 0 ||
	    !may_begin_address(t, start) || t->out->length < n)
		return false;
	stop = address_end(t, start);
	address = arena_span(&t->arena, start, stop);
	/* The scheme is already written as text. */
	t->out->length -= n;
	put_found(t, start, stop, template_find_address(t, address), address);
	return true;
}

/* Whether the ']' at p ends a label at the beginning of the line. */
static bool
ends_label(const struct template *t, const char *p)
{
	const char *text = t->walk.text;

	return *text == '[' && p - text < ADDRESS_MAX &&
	    text_find(text, p, ']') == NULL;
}

/* Where the URL of a link or link definition begins, or NULL. */
static const char *
link_address(const struct template *t, const char *p)
{
	const char *end = t->walk.end;

	if (end - p < 3 || (p[1] != '(' && (p[1] != ':' ||
	    !ends_label(t, p))))
		return NULL;
	p += 2;
	p = text_skip_blanks(p, end);
	return p + (p < end && *p == '<');
}

/* The path on the site that a URL begins with, or NULL. */
static const char *
site_path(const char *p, const char *end)
{
	static const char *const before[] = { "pathname://", "@site/static",
	    "", NULL };

	p = text_after_any(p, end, before);
	return end - p > 1 && *p == '/' && p[1] != '/' ? p : NULL;
}

bool
template_take_docusaurus_address(struct template *t, const char *p)
{
	const char *start, *path, *base, *end = t->walk.end;

	if (!(t->host->dialects & TEMPLATE_DOCUSAURUS) || *p != ']')
		return false;
	start = link_address(t, p);
	path = start == NULL ? NULL : site_path(start, end);
	if (path == NULL)
		return false;
	base = template_site_path(t, "/", false);
	/* Docusaurus never adds it twice. */
	if (text_begins(path, end, base))
		base = "/";
	buf_add_span(t->out, p, start);
	buf_puts(t->out, base);
	walk_skip(&t->walk, path + 1);
	return true;
}

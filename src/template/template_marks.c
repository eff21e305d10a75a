/*
 * A quick search for where templates may be in a body: most have none.
 */
#include <string.h>

#include "base/bigram.h"
#include "base/text.h"
#include "template/template_markup.h"

/* A body that begins by importing a component is MDX in any dialect. */
static bool
begins_with_import(const char *s, size_t n)
{
	const char *end = memchr(s, '\n', n), *p;

	if (n < 8 || memcmp(s, "import ", 7) != 0)
		return false;
	end = end == NULL ? s + n : end;
	while (end > s && (ascii_is_space(end[-1]) || end[-1] == ';'))
		end--;
	if (!ascii_is_quote(end[-1]))
		return false;
	for (p = end - 2; p > s && *p != end[-1]; p--)
		continue;
	return p - s == 7 || (p - s > 12 && memcmp(p - 5, "from ", 5) == 0);
}

/* Pairs of characters that may be in a body. */
enum {
	PAIR_ADMONITION = 1 << 0 | 1 << 1 | 1 << 2,
	PAIR_COLONS = 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6,
	PAIR_TAG_OF_D = 1 << 7
};

/* HTML has fewer things to find. */
static unsigned
pairs_in(const char *s, size_t n, const struct template_host *host)
{
	static const struct bigram pairs[BIGRAMS] = {
		{ "!", "!" }, { "=?", "=?" }, { "8", "<" }, { ":", ":" },
		{ "\n\t", ":" }, { " (*", ":" }, { "]_|", ":" }, { "<", "d" }
	};

	return host->is_html ? ~0u : bigrams_in(s, n, pairs);
}

/* `:::`, or the colon of an abbreviation; only in Markdown. */
static bool
has_colons(const char *s, const char *end, unsigned dialects)
{
	const char *p;

	if (!(dialects & (TEMPLATE_DIRECTIVES | TEMPLATE_KRAMDOWN)))
		return false;
	for (p = s; (p = text_find(p, end, ':')) != NULL; p++)
		if ((dialects & TEMPLATE_DIRECTIVES && end - p > 2 &&
		    ((p[1] == ':' && p[2] == ':') ||
		    template_is_directive(s, p, end))) ||
		    (dialects & TEMPLATE_MDC &&
		    template_is_mdc(s, p, end)) ||
		    (p > s && p[-1] == ']' && dialects & TEMPLATE_KRAMDOWN &&
		    template_defines(s, p)))
			return true;
	return false;
}

/* What a bracket somewhere in a body may begin. */
enum {
	HAS_WORD = 1 << 0,		/* `[TOC]`, `[!note]` */
	HAS_WIKI = 1 << 1,		/* `[[rain]]` */
	HAS_SHORTCODE = 1 << 2,		/* of WordPress */
	HAS_ESCAPE = 1 << 3,		/* a backslash before one */
	HAS_EMBED = 1 << 4		/* `%[url]` and the like */
};

static unsigned
find_brackets(const char *s, const char *end)
{
	unsigned found = 0;
	const char *p;

	/* Most are links, as the characters next to them tell. */
	for (p = s; (p = text_find(p, end, '[')) != NULL && end - p > 1; p++) {
		if (p[1] == '[')
			found |= HAS_WIKI;
		if (p[1] == '!' ? end - p > 2 && ascii_is_alpha(p[2]) :
		    (p[1] == '[' || ascii_lower(p[1]) == 't') &&
		    template_contents_end(p, end) != NULL)
			found |= HAS_WORD;
		if (template_is_shortcode(p, end))
			found |= p > s && p[-1] == '\\' ? HAS_SHORTCODE |
			    HAS_ESCAPE : HAS_SHORTCODE;
		if (p > s && template_is_embed(p, end))
			found |= HAS_EMBED;
	}
	return found;
}

bool
template_is_mdx(const char *s, size_t n, unsigned dialects)
{
	return dialects & TEMPLATE_MDX || (dialects & TEMPLATE_JSX &&
	    begins_with_import(s, n));
}

/*
 * Strings that bodies of one dialect contain if they have any of its syntax;
 * and the marks for the walk in that case, except for lines and code.
 */
static const struct {
	unsigned	 dialect;
	char		 text[14], marks[2];
} signs[] = {
	{ TEMPLATE_PELICAN, "{", "" }, { TEMPLATE_PELICAN, "|", "|" },
	{ TEMPLATE_NIKOLA, "link://", ":" },
	{ TEMPLATE_GRAV, "! ", "" }, { TEMPLATE_GRAV, "\n===", "" },
	{ TEMPLATE_READMORE, "\nREADMORE", "" },
	{ TEMPLATE_ERB, "<%", "<" },
	{ TEMPLATE_MARK, "==", "=" },
	{ TEMPLATE_VUE, "ithBase(", ":" }, { TEMPLATE_VUE, "<script", "" },
	{ TEMPLATE_VUE, "<style", "" }, { TEMPLATE_VUE, "<<< ", "" },
	{ TEMPLATE_VUE, "@[code", "" },
	{ TEMPLATE_QUARTO, "{", "" }, { TEMPLATE_QUARTO, "`r ", "" },
	{ TEMPLATE_CODE_TITLES, "title=", "" },
	{ TEMPLATE_CODE_TITLES, "filename=", "" },
	{ TEMPLATE_MKDOCS, "///", "" }, { TEMPLATE_MKDOCS, "++", "+" },
	{ TEMPLATE_MKDOCS, "==", "=" }, { TEMPLATE_MKDOCS, "`#!", "" },
	{ TEMPLATE_MKDOCS, ":material-", ":" },
	{ TEMPLATE_MKDOCS, ":fontawesome-", ":" },
	{ TEMPLATE_MKDOCS, ":octicons-", ":" },
	{ TEMPLATE_MKDOCS, ":simple-", ":" },
	{ TEMPLATE_GATSBY, "highlight-", "" },
	{ TEMPLATE_GATSBY, "```toc", "" },
	{ TEMPLATE_GATSBY, "```table-of-c", "" }
};

#define SIGNS (sizeof signs / sizeof *signs)

static bool
has_sign(size_t i, const char *s, const char *end, unsigned dialects)
{
	return dialects & signs[i].dialect &&
	    text_search(s, end, signs[i].text) != NULL;
}

/* Attributes that Markdown does not know, so that their tags are not tags to
   it: `@click="a"`, and `#title` in <template>. */
static bool
has_events(const char *s)
{
	const char *p;

	for (p = s; (p = strchr(p, '@')) != NULL; p++)
		if (p > s && ascii_is_space(p[-1]) && ascii_is_alpha(p[1]) &&
		    p[strcspn(p, "= \t\n>")] == '=')
			return true;
	return strstr(s, "<template #") != NULL;
}

/* The same for all elements that Vue reads differently. */
static bool
has_elements(const char *s)
{
	return strstr(s, "/>") != NULL || strstr(s, "v-pre") != NULL ||
	    strstr(s, "</RouterLink") != NULL ||
	    strstr(s, "</router-link") != NULL || has_events(s);
}

/* Spans and notes of Quarto. */
static bool
has_spans(const char *s)
{
	return strpbrk(s, "^~") != NULL || strstr(s, "]{") != NULL;
}

/* Anything else that only some generators have. */
static bool
has_own_marks(const char *s, const char *end, unsigned dialects)
{
	size_t i;

	for (i = 0; i < SIGNS; i++)
		if (has_sign(i, s, end, dialects))
			return true;
	return (dialects & TEMPLATE_VUE && has_elements(s)) ||
	    (dialects & TEMPLATE_QUARTO && has_spans(s)) ||
	    (dialects & TEMPLATE_CAPTIONS && template_has_captions(s, end)) ||
	    (dialects & TEMPLATE_CODE_TITLES &&
	    template_has_code_titles(s, end, dialects)) ||
	    (dialects & TEMPLATE_GATSBY && template_has_embed_code(s, end));
}

/* Braces of any template, and Zola's `@/`. */
static bool
has_braces(const char *s, const char *end, unsigned dialects)
{
	const char *p;

	for (p = s; (p = text_find(p, end, '{')) != NULL; p++)
		if (end - p > 2 && (strchr("%{:#./", p[1]) != NULL ||
		    (p[1] == ' ' && (p[2] == '.' || p[2] == '#')) ||
		    (p > s && (p[-1] == ')' || (dialects & TEMPLATE_MDC &&
		    (p[-1] == '`' || p[-1] == ']')) ||
		    (dialects & TEMPLATE_HUGO && p[-1] == '\n' &&
		    ascii_is_alpha(p[1]))))))
			return true;
	for (p = s; (p = text_find(p, end, '@')) != NULL; p++)
		if (end - p > 2 && (p[1] == '/' ||
		    ascii_has_prefix(p + 1, "include:")))
			return true;
	return false;
}

/*
 * With Liquid, it may be Jekyll, or an unknown generator.  Posts with Distill
 * are in Markdown.
 */
static bool
may_have_distill(const char *s, const struct template_host *host)
{
	return !host->is_html && host->dialects & TEMPLATE_LIQUID &&
	    strstr(s, "<d-") != NULL;
}

bool
template_may_be_in(const char *s, size_t n, const struct template_host *host)
{
	static const char *const admonitions[] = { "!!!", "???", "===",
	    "8<--", NULL };
	const unsigned dialects = host->dialects;
	const char *end = s + n;
	unsigned pairs;

	if (n == 0 || dialects == 0)
		return false;
	pairs = pairs_in(s, n, host);
	return dialects & (TEMPLATE_WIKI | TEMPLATE_FRANKLIN |
	    TEMPLATE_NOTION) ||
	    template_is_mdx(s, n, dialects) ||
	    has_own_marks(s, end, dialects) ||
	    (dialects & TEMPLATE_JSX && template_has_contents(s, end)) ||
	    (dialects & TEMPLATE_ADMONITIONS && pairs & PAIR_ADMONITION &&
	    text_holds_any(s, admonitions)) ||
	    (pairs & PAIR_TAG_OF_D && may_have_distill(s, host)) ||
	    has_braces(s, end, dialects) ||
	    (!host->is_html && pairs & PAIR_COLONS &&
	    has_colons(s, end, dialects)) ||
	    find_brackets(s, end) != 0;
}

/* Whether a template may begin with an HTML tag; in MDX, any tag may be a
   component. */
static bool
has_tag_marks(const struct template *t, const char *s)
{
	return !t->is_mdx && (t->host->dialects & TEMPLATE_VUE ?
	    has_elements(s) : may_have_distill(s, t->host));
}

static void
mark_brackets(struct template *t, const char *s, unsigned found)
{
	const unsigned dialects = t->host->dialects;

	if (!t->host->is_html && found & HAS_WIKI)
		walk_mark(&t->walk, "[!");
	if (!t->is_mdx && found & (HAS_SHORTCODE | HAS_EMBED))
		walk_mark(&t->walk, found & HAS_ESCAPE ? "[\\" : "[");
	if (!t->host->is_html && dialects & TEMPLATE_QUARTO &&
	    has_spans(s))
		walk_mark(&t->walk, "[]^~$");
	if (!t->host->is_html && dialects & TEMPLATE_MDC &&
	    strstr(s, "]{") != NULL)
		walk_mark(&t->walk, "[]");
}

void
template_begin_walk(struct template *t, const char *s, size_t n)
{
	const struct template_host *host = t->host;
	const unsigned found = find_brackets(s, s + n);
	size_t i;

	t->has_notes = found & HAS_WORD && strstr(s, "[!code ") != NULL;
	walk_init(&t->walk, s, n, t->is_mdx ? "{@<]$" : "{@");
	mark_brackets(t, s, found);
	for (i = 0; i < SIGNS; i++)
		if (*signs[i].marks != '\0' && has_sign(i, s, s + n,
		    host->dialects))
			walk_mark(&t->walk, signs[i].marks);
	if (host->dialects & TEMPLATE_WIKI)
		walk_mark(&t->walk, "%=^");
	if (host->dialects & TEMPLATE_FRANKLIN)
		walk_mark(&t->walk, "~");
	if ((host->dialects & TEMPLATE_MDC && !t->is_mdx) ||
	    (host->dialects & TEMPLATE_DIRECTIVES &&
	    strstr(s, ":spoiler[") != NULL))
		walk_mark(&t->walk, ":");
	if (has_tag_marks(t, s))
		walk_mark(&t->walk, "<");
	t->walk.is_html = host->is_html;
	t->walk.is_mdx = t->is_mdx;
	t->walk.is_flat = (host->dialects & TEMPLATE_FLAT) != 0;
	t->walk.no_tildes = host->dialects & TEMPLATE_FRANKLIN;
}

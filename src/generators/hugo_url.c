/*
 * The URL of a page of Hugo.
 *
 * What the front matter says in `url` is taken as it is.  Else a pattern of
 * the settings makes the path, or, where there is none, folder and name of
 * the file; what comes out is cleaned as a whole.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/hugo.h"
#include "site/permalink.h"

enum token {
	YEAR, MONTH, MONTH_NAME, DAY, WEEKDAY, WEEKDAY_NAME, YEAR_DAY,
	SECTION, SECTIONS, SECTION_SLUG, SECTION_SLUGS, TITLE, SLUG,
	SLUG_OR_NAME, NAME, LAYOUT
};

static const struct {
	const char	*name;
	enum token	 token;
} tokens[] = {
	{ "year", YEAR }, { "month", MONTH }, { "monthname", MONTH_NAME },
	{ "day", DAY }, { "weekday", WEEKDAY },
	{ "weekdayname", WEEKDAY_NAME }, { "yearday", YEAR_DAY },
	{ "section", SECTION }, { "sections", SECTIONS },
	{ "sectionslug", SECTION_SLUG }, { "sectionslugs", SECTION_SLUGS },
	{ "title", TITLE }, { "slug", SLUG },
	{ "slugorfilename", SLUG_OR_NAME },
	{ "slugorcontentbasename", SLUG_OR_NAME }, { "filename", NAME },
	{ "contentbasename", NAME }
};

/* A placeholder in a pattern. */
struct place_holder {
	const char	*name;		/* behind the colon ... */
	size_t		 length;	/* ... without what is in brackets */
	const char	*cut;		/* "1:" of ":sections[1:]"; NULL */
	size_t		 cut_length;
	const char	*end;
	enum token	 token;
};

/* What a page has to fill them in. */
struct filling {
	struct post	*post;
	const struct site *site;
	const struct hugo *hugo;
	struct hugo_page page;
	const char	*slug;		/* NULL: none */
	struct arena_list sections;	/* const char *: names of folders */
	struct civil	 civil;
	int		 offset;
	const char	*missing;	/* what there is no value for */
};

static char
hex_upper(char c)
{
	return c >= 'a' && c <= 'f' ? (char)(c - 'a' + 'A') : c;
}

static bool
is_word(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

static bool
has_name(const struct place_holder *p, const char *name)
{
	return strlen(name) == p->length &&
	    strncmp(name, p->name, p->length) == 0;
}

static bool
find_token(struct place_holder *p)
{
	const struct civil day = { .year = 2019, .month = 11, .day = 9,
	    .hour = 23, .minute = 1, .second = 42 };
	struct buf scratch = { 0 };
	bool is_layout;
	size_t i;

	for (i = 0; i < sizeof tokens / sizeof *tokens; i++) {
		p->token = tokens[i].token;
		if (has_name(p, tokens[i].name))
			return p->cut == NULL || p->token == SECTIONS ||
			    p->token == SECTION_SLUGS;
	}
	p->token = LAYOUT;
	/* Hugo, too, looks whether a day makes a difference to it. */
	is_layout = p->cut == NULL && hugo_put_layout(&scratch, p->name,
	    p->length, &day, 0) && (scratch.length != p->length ||
	    memcmp(scratch.bytes, p->name, p->length) != 0);
	buf_release(&scratch);
	return is_layout;
}

/* At a colon.  False: it is none that is known; its end is set anyway. */
static bool
take_place_holder(const char *colon, struct place_holder *p)
{
	const char *end = colon + 1, *bracket;

	*p = (struct place_holder){ .name = end };
	while (is_word(*end))
		end++;
	p->length = (size_t)(end - p->name);
	if (*end == '[' && end[1] != '\0' && end[1] != ']' &&
	    (bracket = strchr(end, ']')) != NULL) {
		p->cut = end + 1;
		p->cut_length = (size_t)(bracket - p->cut);
		end = bracket + 1;
	}
	p->end = end;
	return find_token(p);
}

const char *
hugo_pattern_problem(struct arena *a, const char *pattern)
{
	struct place_holder p;

	for (; *pattern != '\0'; pattern++) {
		if (pattern[0] == '\\' && pattern[1] == ':')
			pattern++;
		else if (*pattern == ':' && is_word(pattern[1]) &&
		    !take_place_holder(pattern, &p))
			return arena_printf(a, "has an unknown placeholder, "
			    "%.*s", (int)(p.end - pattern), pattern);
	}
	return NULL;
}

/* The sections that a page is in, from the top: folders with an _index. */
static void
find_sections(struct filling *f)
{
	struct arena *a = &f->post->arena;
	const char *folder = f->page.folder, *path;
	size_t n = strlen(folder), root = strlen(f->page.root) + 1, k, top;

	path = arena_printf(a, "%s/%s", f->page.root, folder);
	top = strcspn(folder, "/");
	while (n > top && hugo_section(f->hugo, path, root + n,
	    f->page.language) == NULL)
		while (folder[--n] != '/')
			continue;
	for (k = 0; n > 0; folder += k + 1, n -= k + (n > k)) {
		k = strcspn(folder, "/");
		if (k > n)
			k = n;
		arena_list_add(a, &f->sections, hugo_text(a,
		    arena_strndup(a, folder, k)));
	}
}

static bool
has_key(const struct p2f_value *map, const char *key)
{
	size_t i;

	for (i = 0; map->items[i] != NULL; i++)
		if (ascii_equal(map->items[i]->key, key))
			return true;
	return false;
}

static const char *
text_of(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *v = hugo_get(map, key);
	const char *text = v == NULL ? NULL : value_text(v);

	return text == NULL || value_has_template(text) ? NULL : text;
}

/* Hyphens at its ends go.  A slug that is empty keeps that of a name out. */
static const char *
find_slug(struct post *post, const struct site *site)
{
	const char *slug = text_of(post->meta, "slug");
	size_t n;

	if (slug == NULL)
		return has_key(post->meta, "slug") ? NULL :
		    hugo_slug_of_name(post, site);
	slug += strspn(slug, "-");
	for (n = strlen(slug); n > 0 && slug[n - 1] == '-'; )
		n--;
	return n == 0 ? NULL : arena_strndup(&post->arena, slug, n);
}

/* Hugo counts what has no date from the first of January of the year 1. */
static void
find_date(struct filling *f)
{
	const struct p2f_date *date = hugo_date_of(f->post, f->site,
	    HUGO_DATE).date;

	f->civil = (struct civil){ .year = 1, .month = 1, .day = 1 };
	if (date == NULL && f->post->facts.bad_date.value != NULL)
		date = f->post->published;
	if (date == NULL)
		return;
	date_civil(date, &f->civil);
	f->offset = date->offset;
}

static void
put_word(struct buf *out, const struct filling *f, const char *text)
{
	if (text != NULL)
		hugo_put_path(out, text, f->hugo);
}

/* Of ":sections[1:last]", where n are there; -1: beyond them. */
static long
bound(const char *text, size_t length, size_t n, bool is_low)
{
	long number;

	if (length == 0)
		return is_low ? 0 : (long)n;
	if (length == 4 && ascii_has_prefix(text, "last"))
		return (long)n - 1;
	number = strtol(text, NULL, 10);
	if (number < 0)
		number = 0;
	if (number < (long)n)
		return number;
	return is_low ? -1 : (long)n;
}

static void
find_slice(const struct place_holder *p, size_t n, size_t *low, size_t *high)
{
	const char *colon;
	long from = 0, to = (long)n;

	*low = *high = 0;
	if (p->cut != NULL) {
		colon = memchr(p->cut, ':', p->cut_length);
		from = bound(p->cut, colon == NULL ? p->cut_length :
		    (size_t)(colon - p->cut), n, true);
		to = colon == NULL ? from + 1 : bound(colon + 1,
		    p->cut_length - (size_t)(colon + 1 - p->cut), n, false);
	}
	if (from < 0 || to < from)
		return;
	*low = (size_t)from;
	*high = (size_t)to;
}

static void
put_sections(struct buf *out, const struct filling *f,
    const struct place_holder *p)
{
	size_t low, high, i;

	find_slice(p, f->sections.count, &low, &high);
	for (i = low; i < high; i++) {
		if (i > low)
			buf_putc(out, '/');
		buf_puts(out, f->sections.items[i]);
	}
}

/*
 * The slug or title of a section, which its _index says.  Where it does not,
 * Hugo makes a title of the folder by rules of English.
 */
static const char *
slug_of_section(struct filling *f, size_t n)
{
	const struct hugo_index *index = hugo_section(f->hugo,
	    arena_printf(&f->post->arena, "%s/%s", f->page.root,
	    f->page.folder), strlen(f->page.root) + 1 + n, f->page.language);
	const char *slug;

	if (index == NULL)
		return NULL;
	slug = text_of(index->meta, "slug");
	return slug != NULL && slug[strspn(slug, "-")] != '\0' ? slug :
	    text_of(index->meta, "title");
}

static void
put_section_slugs(struct buf *out, struct filling *f,
    const struct place_holder *p)
{
	struct arena *a = &f->post->arena;
	struct arena_list slugs = { 0 };
	const char *slug;
	size_t n = 0, low, high, i;

	for (i = 0; i < f->sections.count; i++) {
		n += strcspn(f->page.folder + n, "/");
		slug = slug_of_section(f, n);
		if (slug == NULL && i == 0)
			f->missing = "the title of its section";
		if (slug != NULL)
			arena_list_add(a, &slugs, slug);
		n++;
	}
	find_slice(p, slugs.count, &low, &high);
	if (p->token == SECTION_SLUG)
		high = low + (slugs.count > 0);
	for (i = low; i < high; i++) {
		if (i > low)
			buf_putc(out, '/');
		put_word(out, f, slugs.items[i]);
	}
}

static void
put_date(struct buf *out, const struct filling *f,
    const struct place_holder *p)
{
	const struct civil *c = &f->civil;

	switch (p->token) {
	case YEAR:
		buf_printf(out, "%d", c->year);
		break;
	case MONTH:
		buf_printf(out, "%02u", c->month);
		break;
	case MONTH_NAME:
		buf_puts(out, civil_months[c->month - 1]);
		break;
	case DAY:
		buf_printf(out, "%02u", c->day);
		break;
	case WEEKDAY:
		buf_printf(out, "%u", civil_weekday(c));
		break;
	case WEEKDAY_NAME:
		buf_puts(out, civil_weekdays[civil_weekday(c)]);
		break;
	case YEAR_DAY:
		buf_printf(out, "%u", civil_yday(c));
		break;
	default:
		hugo_put_layout(out, p->name, p->length, c, f->offset);
	}
}

static void
put_place_holder(struct buf *out, struct filling *f,
    const struct place_holder *p)
{
	switch (p->token) {
	case SECTION:
		if (f->sections.count > 0)
			buf_puts(out, f->sections.items[0]);
		break;
	case SECTIONS:
		put_sections(out, f, p);
		break;
	case SECTION_SLUG:
	case SECTION_SLUGS:
		put_section_slugs(out, f, p);
		break;
	case TITLE:
		put_word(out, f, text_of(f->post->meta, "title"));
		break;
	case SLUG:
		put_word(out, f, f->slug != NULL ? f->slug :
		    text_of(f->post->meta, "title"));
		break;
	case SLUG_OR_NAME:
	case NAME:
		put_word(out, f, p->token == NAME || f->slug == NULL ?
		    hugo_text(&f->post->arena, f->page.name) : f->slug);
		break;
	default:
		put_date(out, f, p);
	}
}

/* Unknown placeholders are reported where the pattern is read. */
static const char *
expand(struct filling *f, const char *pattern)
{
	struct place_holder p;
	struct buf out = { 0 };
	const char *path;

	while (*pattern != '\0') {
		if (pattern[0] == '\\' && pattern[1] == ':') {
			buf_putc(&out, ':');
			pattern += 2;
		} else if (*pattern == ':' && take_place_holder(pattern,
		    &p)) {
			put_place_holder(&out, f, &p);
			pattern = p.end;
		} else {
			buf_putc(&out, *pattern++);
		}
	}
	path = arena_strndup(&f->post->arena, out.length == 0 ? "" :
	    out.bytes, out.length);
	buf_release(&out);
	return path;
}

/* Whether the pattern of a section, "posts" or "/", is for a page. */
static bool
is_for(struct arena *a, const char *section, const char *folder)
{
	size_t n;

	section += strspn(section, " /");
	for (n = strlen(section); n > 0 && strchr(" /", section[n - 1]) !=
	    NULL; )
		n--;
	section = unicode_lower_text(a, arena_strndup(a, section, n));
	folder = unicode_lower_text(a, hugo_text(a, folder));
	n = strlen(section);
	if (n == 0)
		return *folder == '\0';
	return strncmp(folder, section, n) == 0 &&
	    (folder[n] == '\0' || folder[n] == '/');
}

/* The one whose section is nearest to the page. */
static const struct p2f_value *
pattern_of_map(struct arena *a, const struct p2f_value *map,
    const struct hugo_page *page, const struct p2f_value *best)
{
	const struct p2f_value *v;
	size_t i;

	for (i = 0; (v = map->items[i]) != NULL; i++) {
		if (v->kind == P2F_MAP && ascii_equal(v->key, "page") &&
		    best == NULL)
			best = pattern_of_map(a, v, page, best);
		if (v->kind == P2F_TEXT && is_for(a, v->key, page->folder) &&
		    (best == NULL || strlen(best->key) < strlen(v->key)))
			best = v;
	}
	return best;
}

static const struct p2f_value *
pattern_of(struct arena *a, const struct hugo_page *page)
{
	const struct p2f_value *rules = page->language->permalinks, *v;
	size_t i;

	if (rules == NULL || rules->kind == P2F_TEXT)
		return NULL;
	if (rules->kind == P2F_MAP)
		return pattern_of_map(a, rules, page, NULL);
	for (i = 0; (v = rules->items[i]) != NULL; i++)
		if (v->kind == P2F_MAP && hugo_is_target(a, hugo_get(v,
		    "target"), page))
			return hugo_get(v, "pattern");
	return NULL;
}

static bool
is_ugly(const struct filling *f)
{
	const struct p2f_value *v = hugo_get(f->hugo->config, "uglyurls");
	size_t i;

	if (v == NULL || v->kind != P2F_MAP)
		return v != NULL && value_is_true(v);
	for (i = 0; v->items[i] != NULL && f->sections.count > 0; i++)
		if (ascii_equal(v->items[i]->key, f->sections.items[0]))
			return value_is_true(v->items[i]);
	return false;
}

/* By folder and name of the file. */
static const char *
path_of_file(struct filling *f)
{
	struct arena *a = &f->post->arena;
	const char *folder = hugo_text(a, f->page.folder);
	const char *name = f->slug != NULL ? f->slug :
	    hugo_text(a, f->page.name);

	/* index.html of a folder is that folder. */
	if (strcmp(name, "index") == 0)
		return arena_printf(a, "%s/", hugo_clean_path(a, folder));
	return arena_printf(a, is_ugly(f) ? "%s.html" : "%s/",
	    hugo_clean_path(a, arena_printf(a, "%s/%s", folder, name)));
}

/* By a pattern; NULL: it makes none. */
static const char *
path_of_pattern(struct filling *f, const char *pattern)
{
	struct arena *a = &f->post->arena;
	const char *path = hugo_unescape(a, expand(f, pattern));

	if (path == NULL || *path == '\0')
		return NULL;
	return arena_printf(a, is_ugly(f) ? "%s.html" : "%s/",
	    hugo_clean_path(a, path));
}

/* Whether it has what a URL cannot have, before its fragment. */
static bool
wants_encoding(const char *path)
{
	size_t end = strcspn(path, "#"), i;

	for (i = 0; i < end; i++)
		if ((unsigned char)path[i] >= 0x80 ||
		    strchr(" \\\"<>^`{|}", path[i]) != NULL)
			return true;
	return false;
}

/*
 * Go leaves a path as it is when all that has to be encoded in it is so, and
 * else decodes and encodes the whole: "%41" is then "A", "%c3" is "%C3".
 */
static const char *
encode_as_go(struct arena *a, const char *path)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf out = { 0 };
	const char *p, *high, *low;
	char c;

	if (strchr(path, '%') == NULL || !wants_encoding(path))
		return path;
	for (p = path; *p != '\0'; p++) {
		if (p[0] != '%' || !ascii_is_hex(p[1]) || !ascii_is_hex(p[2])) {
			buf_putc(&out, *p);
			continue;
		}
		high = strchr(digits, hex_upper(p[1]));
		low = strchr(digits, hex_upper(p[2]));
		c = (char)((high - digits) << 4 | (low - digits));
		if (c != '\0' && (ascii_is_alnum(c) ||
		    strchr("-_.~$&+,/:;=@", c) != NULL))
			buf_putc(&out, c);
		else
			buf_printf(&out, "%%%c%c", *high, *low);
		p += 2;
	}
	path = arena_strndup(a, out.bytes, out.length);
	buf_release(&out);
	return path;
}

/* The site's URL, or that of the language, and a path. */
static const char *
join(const struct filling *f, const char *path, bool is_in_language)
{
	const struct hugo_language *language = f->page.language;
	struct arena *a = &f->post->arena;
	struct site other = *f->site;

	if (is_in_language && language->prefix != NULL)
		path = arena_printf(a, "/%s%s%s", language->prefix,
		    *path == '/' ? "" : "/", path);
	if (language->base != NULL && url_encode(a, language->base) != NULL)
		other.url = url_encode(a, language->base);
	return permalink_join(a, &other, encode_as_go(a, path));
}

/* Hugo does not encode it, and so the link ends there. */
static void
report_hash(const struct filling *f, const char *url, struct diag *d)
{
	if (url != NULL && strchr(url, '#') != NULL)
		diag_report(d, DIAG_PERMALINK, (struct place){ .path =
		    f->post->path }, "Hugo writes its URL as %s, which leads "
		    "elsewhere because of the \"#\" (slug: in the front "
		    "matter would mend that)", quote(url).text);
}

static const char *
of_path(const struct filling *f, const char *path, struct diag *d)
{
	struct arena *a = &f->post->arena;
	struct buf clean = { 0 };
	const char *url;

	hugo_put_path(&clean, path, f->hugo);
	path = arena_strndup(a, clean.length == 0 ? "" : clean.bytes,
	    clean.length);
	buf_release(&clean);
	url = join(f, path, true);
	report_hash(f, url, d);
	return url;
}

static bool
ends_in(const char *text, const char *end)
{
	size_t n = strlen(text), k = strlen(end);

	return n >= k && strcmp(text + n - k, end) == 0;
}

/* What `url` of the front matter says; NULL: it can be none. */
static const char *
of_front_matter(struct filling *f, const char *text)
{
	static const char index[] = "/index.html";
	struct arena *a = &f->post->arena;
	const char *path;
	size_t n;

	if (ascii_has_prefix(text, "http://") ||
	    ascii_has_prefix(text, "https://"))
		return url_encode(a, text);
	text = expand(f, text);
	path = hugo_clean_path(a, text);
	n = strlen(path);
	if (ends_in(text, index))
		path = arena_strndup(a, path, n - strlen(index) + 1);
	else if (n > 1 && (ends_in(text, "/") || strchr(text, '.') == NULL))
		path = arena_printf(a, "%s/", path);
	return join(f, path, *text != '/');
}

static const char *
of_url(struct filling *f, struct diag *d)
{
	const struct p2f_value *v = hugo_get(f->post->meta, "url");
	const char *text = text_of(f->post->meta, "url"), *url;

	if (text != NULL)
		text = text_trim(&f->post->arena, text);
	if (text == NULL)
		return NULL;
	url = of_front_matter(f, text);
	if (url == NULL)
		diag_report(d, DIAG_PERMALINK, value_place(f->post->path, v),
		    "url: %s can be no URL of this site; the rule of the site "
		    "is taken", quote(text).text);
	return url;
}

const char *
hugo_url(struct post *post, const struct site *site, struct diag *d)
{
	struct filling f = { .post = post, .site = site,
	    .hugo = site->own };
	const struct p2f_value *v;
	const char *path = NULL, *url;

	if (!hugo_page_of(&post->arena, f.hugo, post->inside, &f.page))
		f.page = (struct hugo_page){ .language = f.hugo->main,
		    .root = "", .inside = post->inside, .folder = "",
		    .name = post->name };
	f.slug = find_slug(post, site);
	find_sections(&f);
	find_date(&f);
	url = of_url(&f, d);
	if (url != NULL)
		return url;
	v = pattern_of(&post->arena, &f.page);
	if (v != NULL && v->kind == P2F_TEXT) {
		if (hugo_pattern_problem(&post->arena, v->text) != NULL)
			return NULL;
		path = path_of_pattern(&f, v->text);
	}
	if (f.missing != NULL) {
		diag_report(d, DIAG_PERMALINK, (struct place){ .path =
		    post->path }, "permalinks: %s needs %s, which its "
		    "_index.md does not say; its URL cannot be known",
		    quote(v->text).text, f.missing);
		return NULL;
	}
	return of_path(&f, path == NULL ? path_of_file(&f) : path, d);
}

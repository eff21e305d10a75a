/*
 * The patterns from which Hugo makes paths: "/:year/:sections[1:]/:slug/".
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "generators/hugo.h"
#include "site/permalink.h"

/* Placeholders that are not fields of the date, and layouts, which are. */
enum token {
	SECTION = CIVIL_PARTS, SECTIONS, SECTION_SLUG, SECTION_SLUGS, TITLE,
	SLUG, SLUG_OR_NAME, NAME, LAYOUT
};

static const struct civil_word tokens[] = {
	{ "year", CIVIL_YEAR, 1 }, { "month", CIVIL_MONTH, 2 },
	{ "monthname", CIVIL_MONTH_NAME, 0 }, { "day", CIVIL_DAY, 2 },
	{ "weekday", CIVIL_WEEKDAY, 1 },
	{ "weekdayname", CIVIL_WEEKDAY_NAME, 0 },
	{ "yearday", CIVIL_YEAR_DAY, 1 },
	{ "section", SECTION, 0 }, { "sections", SECTIONS, 0 },
	{ "sectionslug", SECTION_SLUG, 0 },
	{ "sectionslugs", SECTION_SLUGS, 0 },
	{ "title", TITLE, 0 }, { "slug", SLUG, 0 },
	{ "slugorfilename", SLUG_OR_NAME, 0 },
	{ "slugorcontentbasename", SLUG_OR_NAME, 0 },
	{ "filename", NAME, 0 }, { "contentbasename", NAME, 0 },
	{ NULL, 0, 0 }
};

/* A placeholder in a pattern. */
struct place_holder {
	const char	*name;		/* after the colon ... */
	size_t		 length;	/* ... without brackets */
	const char	*cut;		/* "1:" of ":sections[1:]"; or NULL */
	size_t		 cut_length;
	const char	*end;
	unsigned	 token;
	int		 digits;
};

static bool
is_word(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

static bool
find_token(struct place_holder *p)
{
	const struct civil day = { .year = 2019, .month = 11, .day = 9,
	    .hour = 23, .minute = 1, .second = 42 };
	const struct civil_word *word = civil_word(tokens, p->name,
	    p->length);
	struct buf scratch = { 0 };
	bool is_layout;

	if (word != NULL) {
		p->token = word->part;
		p->digits = word->digits;
		return p->cut == NULL || p->token == SECTIONS ||
		    p->token == SECTION_SLUGS;
	}
	p->token = LAYOUT;
	/* Like Hugo, check whether the date makes a difference. */
	is_layout = p->cut == NULL && hugo_put_layout(&scratch, p->name,
	    p->length, &day, 0) && (scratch.length != p->length ||
	    memcmp(scratch.bytes, p->name, p->length) != 0);
	buf_release(&scratch);
	return is_layout;
}

/* Parse a placeholder at a colon.  False if it is unknown; its end is set
   anyway. */
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
		if (pattern[0] == '\\' && pattern[1] == ':') {
			pattern++;
			continue;
		}
		if (*pattern != ':' || !is_word(pattern[1]))
			continue;
		if (!take_place_holder(pattern, &p))
			return arena_printf(a, "has an unknown placeholder, "
			    "%.*s", (int)(p.end - pattern), pattern);
		pattern = p.end - 1;
	}
	return NULL;
}

const char *
hugo_text_of(const struct p2f_value *map, const char *key)
{
	const char *text = value_text(hugo_get(map, key));

	return text == NULL || value_has_template(text) ? NULL : text;
}

static void
put_word(struct buf *out, const struct hugo_filling *f, const char *text)
{
	if (text != NULL)
		hugo_put_path(out, text, f->hugo);
}

/* A bound in ":sections[1:last]", for n sections; -1 if beyond them. */
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
put_sections(struct buf *out, const struct hugo_filling *f,
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
 * The slug or title of a section from its _index.  Without these, Hugo makes a
 * title from the folder by rules of English.
 */
static const char *
slug_of_section(struct hugo_filling *f, size_t n)
{
	const struct hugo_index *index = hugo_section(f->hugo,
	    arena_printf(&f->post->arena, "%s/%s", f->page.root,
	    f->page.folder), strlen(f->page.root) + 1 + n, f->page.language);
	const char *slug;

	if (index == NULL)
		return NULL;
	slug = hugo_text_of(index->meta, "slug");
	return slug != NULL && slug[strspn(slug, "-")] != '\0' ? slug :
	    hugo_text_of(index->meta, "title");
}

static void
put_section_slugs(struct buf *out, struct hugo_filling *f,
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
put_place_holder(struct buf *out, struct hugo_filling *f,
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
		put_word(out, f, hugo_text_of(f->post->meta, "title"));
		break;
	case SLUG:
		put_word(out, f, f->slug != NULL ? f->slug :
		    hugo_text_of(f->post->meta, "title"));
		break;
	case SLUG_OR_NAME:
	case NAME:
		put_word(out, f, p->token == NAME || f->slug == NULL ?
		    text_clean_name(&f->post->arena, f->page.name) : f->slug);
		break;
	case LAYOUT:
		hugo_put_layout(out, p->name, p->length, &f->civil,
		    f->offset);
		break;
	default:
		civil_put(out, &f->civil, p->token, p->digits);
	}
}

const char *
hugo_expand(struct hugo_filling *f, const char *pattern)
{
	struct place_holder p;
	struct buf out = { 0 };
	const char *path = NULL;

	f->is_long = strlen(pattern) > PERMALINK_MAX;
	while (*pattern != '\0' && !f->is_long) {
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
		f->is_long = out.length > PERMALINK_MAX;
	}
	if (!f->is_long)
		path = arena_take(&f->post->arena, &out);
	buf_release(&out);
	return path;
}

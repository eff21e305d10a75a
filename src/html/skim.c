/*
 * All that this knows of a tag is where it ends, and it gives up at anything
 * that is unusual: the scanner looks at the same place again.
 */

#include "base/text.h"
#include "base/vectors.h"
#include "html/attribute.h"
#include "html/markup_parts.h"
#include "html/skim.h"

/* What text_find() does, by itself or in another way. */
typedef const char *finder(const char *, const char *end, char);

/*
 * Elements with a meaning for what is behind their tags, by the length of
 * their names: they hold text or what is not HTML, hide what they hold, or show
 * something though they hold nothing.
 */
static const char *const turns[][5] = {
	[3] = { "svg", "xmp" },
	[4] = { "base", "math" },
	[5] = { "style", "title" },
	[6] = { "iframe", "script" },
	[7] = { "noembed", "picture" },
	[8] = { "noframes", "noscript", "template", "textarea" },
	[9] = { "plaintext" },
	[12] = { "lite-youtube" }
};

static bool
is_turn(const char *name, size_t n)
{
	const char *const *turn;

	if (n >= sizeof turns / sizeof *turns)
		return false;
	for (turn = turns[n]; *turn != NULL; turn++)
		if (ascii_lower(*name) == **turn &&
		    ascii_equal_n(name, *turn, n))
			return true;
	return false;
}

/* Whether an attribute needs no look. */
static bool
is_fine(const struct markup_token *tag, const struct markup_attribute *a)
{
	const struct url_attribute *row = url_attribute_find(tag, a);

	/* What begins with "data-" may have to become an address. */
	if (row != NULL)
		return ascii_lower(*a->name) != 'd' &&
		    url_attribute_is_done(row, a);
	return !markup_value_is(a, "more");
}

/* One with a value in quotes, or without a value; NULL: it needs a look. */
static ALWAYS_INLINE const char *
skim_attribute(const char *p, const char *end,
    const struct markup_token *tag, finder *find)
{
	struct markup_attribute a = { .name = p++ };

	while (p < end && !markup_is_of(*p, NAME_END) && *p != '=')
		p++;
	a.name_length = (size_t)(p - a.name);
	if (p < end && *p == '=') {
		if (end - p < 2 || (p[1] != '"' && p[1] != '\''))
			return NULL;
		a.value = p + 2;
		p = find(a.value, end, p[1]);
		if (p == NULL)
			return NULL;
		a.value_length = (size_t)(p++ - a.value);
	}
	return is_fine(tag, &a) ? p : NULL;
}

/* What stands between a name and the byte behind the '>'. */
static ALWAYS_INLINE const char *
skim_attributes(const char *p, const char *end,
    const struct markup_token *tag, finder *find)
{
	while (p != NULL) {
		while (p < end && markup_is_of(*p, GAP))
			p++;
		if (p == end || *p == '=')
			return NULL;
		if (*p == '>')
			return p + 1;
		p = skim_attribute(p, end, tag, find);
	}
	return NULL;
}

/* From the '<' to the byte behind the '>'; NULL: it needs a look. */
static ALWAYS_INLINE const char *
skim_tag(const char *p, const char *end, bool is_wary, finder *find)
{
	const char *name;
	struct markup_token tag;
	size_t n;

	/* The shortest is <a>. */
	if (end - p < 3)
		return NULL;
	p += p[1] == '/' ? 2 : 1;
	if (!ascii_is_alpha(*p))
		return NULL;
	for (name = p; p < end && !markup_is_of(*p, NAME_END); p++)
		continue;
	n = (size_t)(p - name);
	if (p == end || (n > 2 && is_turn(name, n)))
		return NULL;
	if (*p == '>')
		return p + 1;
	if (is_wary)
		return NULL;
	tag = (struct markup_token){ .name = name, .name_length = n };
	return skim_attributes(p, end, &tag, find);
}

/* Inline, so that each way to find has code of its own. */
static ALWAYS_INLINE void
skim_by(struct markup *m, bool is_wary, finder *find)
{
	const char *p = m->next, *const end = m->end;

	if (m->text_element != NULL || m->depth > 0)
		return;
	while ((p = find(p, end, '<')) != NULL) {
		m->next = p;
		p = skim_tag(p, end, is_wary, find);
		if (p == NULL)
			return;
	}
	m->next = end;
}

#ifdef VECTORS

/* Bytes that are looked at at once. */
#define STEP 32

/* Tags stand close together: most are found before memchr(3) would begin. */
AVX2 static inline const char *
find_by_avx2(const char *p, const char *end, char c)
{
	const __m256i wanted = _mm256_set1_epi8(c);
	uint32_t found;

	for (; end - p >= STEP; p += STEP) {
		found = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(
		    wanted, _mm256_loadu_si256((const void *)p)));
		if (found != 0)
			return p + first_bit(found);
	}
	return text_find(p, end, c);
}

AVX2 static void
skim_by_avx2(struct markup *m, bool is_wary)
{
	skim_by(m, is_wary, find_by_avx2);
}

#endif

void
skim(struct markup *m, bool is_wary)
{
#ifdef VECTORS
	if (HAS_AVX2()) {
		skim_by_avx2(m, is_wary);
		return;
	}
#endif
	skim_by(m, is_wary, text_find);
}

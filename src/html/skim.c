/*
 * All it knows about a tag is where it ends, and it stops at anything unusual:
 * the scanner then reads it properly.
 */

#include "base/text.h"
#include "base/vectors.h"
#include "html/attribute.h"
#include "html/markup_parts.h"
#include "html/skim.h"

/*
 * Elements that affect the meaning of what follows their tags, by the length of
 * their names: they hold text or foreign markup, hide what they hold, or show
 * something although they are empty.
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

/*
 * Those lengths, as bits, indexed by the second letter of the name, which they
 * share with fewer of the common elements than the first.
 */
static const uint32_t lengths_of_turns[32] = {
	['a' & 31] = 1 << 4, ['c' & 31] = 1 << 6, ['e' & 31] = 1 << 8,
	['f' & 31] = 1 << 6, ['i' & 31] = 1 << 5 | 1 << 7 | 1 << 12,
	['l' & 31] = 1 << 9, ['m' & 31] = 1 << 3,
	['o' & 31] = 1 << 7 | 1 << 8, ['t' & 31] = 1 << 5, ['v' & 31] = 1 << 3
};

static bool
is_one_of_turns(const char *name, size_t n)
{
	const char *const *turn;

	if (n >= sizeof turns / sizeof *turns)
		return false;
	for (turn = turns[n]; *turn != NULL; turn++)
		if (ascii_equal_n(name, *turn, n))
			return true;
	return false;
}

/* For a name of one letter, the byte after it is used as the second. */
static inline bool
is_turn(const char *name, size_t n)
{
	return lengths_of_turns[name[1] & 31] >> (n & 31) & 1 &&
	    is_one_of_turns(name, n);
}

/* Whether it is the most common attribute with a URL. */
static inline bool
is_web_address(const struct markup_attribute *a)
{
	const char *s = a->value;
	size_t n = a->value_length;

	return s != NULL && (text_span_is(a->name, a->name_length, "href") ||
	    text_span_is(a->name, a->name_length, "src")) &&
	    (text_begins(s, s + n, "https:") || text_begins(s, s + n,
	    "http:"));
}

/* Whether any other attribute needs no processing. */
static bool
may_skip(const struct markup_token *tag, const struct markup_attribute *a)
{
	const struct url_attribute *row = url_attribute_find(tag, a);

	/* The value of a "data-" attribute may have to become the URL. */
	if (row != NULL)
		return ascii_lower(*a->name) != 'd' &&
		    url_attribute_is_done(row, a);
	return a->value_length != 4 || !markup_value_is(a, "more");
}

/* What differs between processors. */
struct way {
	/* Bytes that must be left to call skip_name(). */
	ptrdiff_t	  least;
	/* The end of a name, of an attribute or not; NULL if there is none. */
	const char	*(*skip_name)(const char *, const char *end, bool);
	/* Like text_find(). */
	const char	*(*find)(const char *, const char *end, char);
	/* skim_attributes() with these functions. */
	const char	*(*skip_attributes)(const char *, const char *end,
			    const char *name);
};

/* Skip an attribute with a quoted value or none; NULL: it needs processing. */
static ALWAYS_INLINE const char *
skim_attribute(const char *p, const char *end,
    const struct markup_token *tag, const struct way way)
{
	struct markup_attribute a = { .name = p };

	p = way.skip_name(p, end, true);
	if (p == NULL)
		return NULL;
	a.name_length = (size_t)(p - a.name);
	if (*p == '=') {
		if (end - p < 2 || !ascii_is_quote(p[1]))
			return NULL;
		a.value = p + 2;
		p = way.find(a.value, end, p[1]);
		if (p == NULL)
			return NULL;
		a.value_length = (size_t)(p++ - a.value);
	}
	return is_web_address(&a) || may_skip(tag, &a) ? p : NULL;
}

/* Skip from the end of a name to the byte after the '>'. */
static ALWAYS_INLINE const char *
skim_attributes(const char *p, const char *end, const char *name,
    const struct way way)
{
	const struct markup_token tag = { .name = name,
	    .name_length = (size_t)(p - name) };

	while (p != NULL) {
		while (p < end && markup_is_of(*p, GAP))
			p++;
		if (p == end || *p == '=')
			return NULL;
		if (*p == '>')
			return p + 1;
		if (end - p < way.least)
			return NULL;
		p = skim_attribute(p, end, &tag, way);
	}
	return NULL;
}

/*
 * Skip from the '<', which is followed by at least way.least + 1 bytes, to the
 * byte after the '>'; NULL if the tag needs processing.
 */
static ALWAYS_INLINE const char *
skim_tag(const char *p, const char *end, bool is_wary, const struct way way)
{
	const char *name = p + (p[1] == '/' ? 2 : 1);

	if (!ascii_is_alpha(*name))
		return NULL;
	p = way.skip_name(name, end, false);
	if (p == NULL || is_turn(name, (size_t)(p - name)))
		return NULL;
	if (*p == '>')
		return p + 1;
	return is_wary ? NULL : way.skip_attributes(p, end, name);
}

static const char *
skip_name(const char *p, const char *end, bool of_attribute)
{
	for (; p < end; p++)
		if (markup_is_of(*p, NAME_END) || (of_attribute && *p == '='))
			return p;
	return NULL;
}

static const char *
skip_attributes(const char *p, const char *end, const char *name)
{
	const struct way way = { 1, skip_name, text_find, NULL };

	return skim_attributes(p, end, name, way);
}

/* Where the scanner must continue. */
static const char *
skim_from(const char *p, const char *end, bool is_wary)
{
	const struct way way = { .skip_name = skip_name,
	    .skip_attributes = skip_attributes };
	const char *tag;

	while ((tag = text_find(p, end, '<')) != NULL) {
		/* The shortest is <a>. */
		p = end - tag < 3 ? NULL : skim_tag(tag, end, is_wary, way);
		if (p == NULL)
			return tag;
	}
	return end;
}

#ifdef VECTORS

/* Bytes compared at once, and bytes searched for tags at a time. */
#define STEP 32
#define BLOCK (2 * STEP)

AVX2 static inline __m256i
load(const char *p)
{
	return _mm256_loadu_si256((const void *)p);
}

AVX2 static inline uint32_t
find_in_step(const char *p, char c)
{
	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(load(p),
	    _mm256_set1_epi8(c)));
}

AVX2 static inline uint64_t
find_in_block(const char *p, char c)
{
	return find_in_step(p, c) |
	    (uint64_t)find_in_step(p + STEP, c) << STEP;
}

AVX2 static inline const char *
find_by_avx2(const char *p, const char *end, char c)
{
	uint32_t found;

	for (; end - p >= STEP; p += STEP) {
		found = find_in_step(p, c);
		if (found != 0)
			return p + first_bit(found);
	}
	return text_find(p, end, c);
}

AVX2 static inline const char *
skip_name_by_avx2(const char *p, const char *end, bool of_attribute)
{
	/* The NAME_END characters, indexed by their low four bits. */
	static const char ends[16] = { ' ', [9] = '\t', '\n', [12] = '\f',
	    '\r', '>', '/' };
	const __m256i wanted = _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const void *)ends));
	uint32_t found = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(
	    load(p), _mm256_shuffle_epi8(wanted, load(p))));

	if (of_attribute)
		found |= find_in_step(p, '=');
	return found != 0 ? p + first_bit(found) :
	    skip_name(p + STEP, end, of_attribute);
}

AVX2 static NEVER_INLINE const char *
skip_attributes_by_avx2(const char *p, const char *end, const char *name)
{
	const struct way way = { STEP, skip_name_by_avx2, find_by_avx2,
	    NULL };

	return skim_attributes(p, end, name, way);
}

/* Returns whether a tag needs processing; if not, too little is left. */
AVX2 static bool
skim_blocks(const char **next, const char *end, bool is_wary)
{
	const struct way way = { .skip_name = skip_name_by_avx2,
	    .skip_attributes = skip_attributes_by_avx2 };
	const char *p = *next, *block, *tag;
	uint64_t tags;

	for (block = p; end - block >= 2 * BLOCK; block = p) {
		for (tags = find_in_block(block, '<'); tags != 0;
		    tags &= tags - 1) {
			tag = block + first_bit(tags);
			/* Skip a '<' inside the value of the tag before it. */
			if (tag < p)
				continue;
			p = skim_tag(tag, end, is_wary, way);
			if (p == NULL) {
				*next = tag;
				return true;
			}
		}
		if (p < block + BLOCK)
			p = block + BLOCK;
	}
	*next = p;
	return false;
}

#endif

void
skim(struct markup *m, bool is_wary)
{
	if (m->text_element != NULL || m->depth > 0)
		return;
#ifdef VECTORS
	if (HAS_AVX2() && skim_blocks(&m->next, m->end, is_wary))
		return;
#endif
	m->next = skim_from(m->next, m->end, is_wary);
}

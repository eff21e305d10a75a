/*
 * All that this knows of a tag is where it ends, and it gives up at anything
 * that is unusual: the scanner looks at the same place again.
 */

#include "base/text.h"
#include "base/vectors.h"
#include "html/attribute.h"
#include "html/markup_parts.h"
#include "html/skim.h"

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

/*
 * Those lengths, a bit for each, by the second letter, which fewer of the
 * elements that are met in most bodies share with these than the first.
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

/* What ends a name of one letter is taken for its second. */
static inline bool
is_turn(const char *name, size_t n)
{
	return lengths_of_turns[name[1] & 31] >> (n & 31) & 1 &&
	    is_one_of_turns(name, n);
}

/* Whether it is what most attributes with a URL are. */
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

/* Whether another one needs no look. */
static bool
is_fine(const struct markup_token *tag, const struct markup_attribute *a)
{
	const struct url_attribute *row = url_attribute_find(tag, a);

	/* What begins with "data-" may have to become an address. */
	if (row != NULL)
		return ascii_lower(*a->name) != 'd' &&
		    url_attribute_is_done(row, a);
	return a->value_length != 4 || !markup_value_is(a, "more");
}

/* What is done in another way by other processors. */
struct way {
	/* How many bytes have to be left for ... */
	ptrdiff_t	  least;
	/* ... where a name ends, that of an attribute or not; NULL: nowhere. */
	const char	*(*skip_name)(const char *, const char *end, bool);
	/* What text_find() does. */
	const char	*(*find)(const char *, const char *end, char);
	/* skim_attributes() by these. */
	const char	*(*skip_attributes)(const char *, const char *end,
			    const char *name);
};

/* One with a value in quotes, or without a value; NULL: it needs a look. */
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
	return is_web_address(&a) || is_fine(tag, &a) ? p : NULL;
}

/* What stands between a name and the byte behind the '>'. */
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
 * From the '<', behind which there are way.least bytes and one more, to the
 * byte behind the '>'; NULL: it needs a look.
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

/* To where a scanner has to go on. */
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

/* Bytes that are looked at at once, and those where tags are looked for. */
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
	/* What is NAME_END, each at the place of its lower four bits. */
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

/* True: a tag needs a look.  Else what is left is too short for this. */
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
			/* In a value of the tag before it, that is none. */
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

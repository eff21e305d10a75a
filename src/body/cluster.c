#include "base/text.h"
#include "base/unicode.h"
#include "body/cluster.h"

enum {
	JOINER = 0x200d,
	REGIONAL_A = 0x1f1e6,
	REGIONAL_Z = 0x1f1ff
};

/*
 * What continues the character before it: marks, conjoining Hangul vowels and
 * finals, joiners, halfwidth voiced sound marks, skin tones of emoji, tags and
 * variation selectors.
 */
static bool
is_extender(unsigned c)
{
	/* Most text is below the first mark, or in the widest gap: CJK. */
	if (c < 0x300 || (c > 0x309a && c < 0xa66f))
		return false;
	return unicode_is_mark(c) || (c >= 0x1160 && c <= 0x11ff) ||
	    c == 0x200c || c == JOINER || (c >= 0xd7b0 && c <= 0xd7ff) ||
	    c == 0xff9e || c == 0xff9f || (c >= 0x1f3fb && c <= 0x1f3ff) ||
	    (c >= 0xe0020 && c <= 0xe01ef);
}

static bool
is_regional(unsigned c)
{
	return c >= REGIONAL_A && c <= REGIONAL_Z;
}

/*
 * A letter joined to the one before by a virama, in Devanagari, Bengali,
 * Gujarati, Oriya, Telugu, Malayalam, Burmese and Khmer (GB9c).
 */
static bool
is_conjunct(unsigned before, unsigned c)
{
	return (before == 0x94d || before == 0x9cd || before == 0xacd ||
	    before == 0xb4d || before == 0xc4d || before == 0xd4d ||
	    before == 0x1039 || before == 0x17d2) && c / 128 == before / 128;
}

bool
cluster_begins(unsigned before, unsigned c)
{
	return !is_extender(c) && before != JOINER && !is_regional(c) &&
	    !is_conjunct(before, c);
}

struct cluster
cluster_next(const char *s, size_t max)
{
	struct cluster cluster = { s, 0, 1 };
	const char *p;
	unsigned c, before;

	cluster.base = before = utf8_next(&cluster.end);
	for (; *cluster.end != '\0' && cluster.count <= max;
	    cluster.count++) {
		p = cluster.end;
		c = utf8_next(&p);
		if (!is_extender(c) && before != JOINER &&
		    !is_conjunct(before, c) && !(cluster.count == 1 &&
		    is_regional(before) && is_regional(c)))
			break;
		cluster.end = p;
		before = c;
	}
	return cluster;
}

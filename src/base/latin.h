/*
 * latin - letters of other scripts in ASCII, for slugs.
 *
 * Zola, Pelican, Nikola and Hexo spell "Grüße из Москвы" as something like
 * "grusse-iz-moskvy" in a URL; Hugo can remove the accents.
 */
#ifndef BASE_LATIN_H
#define BASE_LATIN_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Add the usual ASCII spelling of a character: "e" for U+00E9, "ss" for
 * U+00DF, "zh" for U+0436, nothing for a combining accent; an ASCII character
 * stays.  Covers Latin, Greek, Cyrillic, kana, Hangul, and the punctuation of
 * all these, as Unidecode does, character by character.  False, with nothing
 * added, if none is known: Chinese characters would need a dictionary.
 */
bool	 latin_put(struct buf *, unsigned);

/*
 * The same, as Unidecode alone has it, also for Arabic, Hebrew, Thai, the
 * scripts of India and others; nothing is added for pictographs.
 */
bool	 latin_put_any(struct buf *, unsigned);

/*
 * Spellings of consecutive characters, separated by spaces: "_" in one stands
 * for a space, "%" for an empty one, "#" for an unknown one.
 */
struct latin_row {
	unsigned	first;
	const char	*spellings;
};

/* Same as latin_put(), from a table of rows, which are sorted. */
bool	 latin_put_row(struct buf *, const struct latin_row *, size_t count,
	    unsigned);

/*
 * The letter without its marks, by the canonical decomposition of Unicode,
 * in any script: U+00E9 is 'e', U+0439 is U+0438, U+00F8 is itself.  0 for a
 * combining mark, U+0300 to U+036F, which has no base of its own.
 */
unsigned latin_base(unsigned);

#endif

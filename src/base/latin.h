/*
 * latin - other letters in those of ASCII, for slugs.
 *
 * Zola, Pelican, Nikola and Hexo spell "Grüße из Москвы" as something like
 * "grusse-iz-moskvy" in a URL; Hugo can take the marks off.
 */
#ifndef BASE_LATIN_H
#define BASE_LATIN_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Add the usual spelling of a character in ASCII: "e" of U+00E9, "ss" of
 * U+00DF, "zh" of U+0436, nothing of a combining accent; an ASCII character
 * is its own.  Covers Latin, Greek, Cyrillic, kana, Hangul, and the
 * punctuation of all these, as Unidecode does, character by character.
 * False, and nothing is added, when none is known: Chinese characters would
 * want a dictionary.
 */
bool	 latin_put(struct buf *, unsigned);

/*
 * The same as Unidecode alone has it, also of Arabic, Hebrew, Thai, the scripts
 * of India and others; pictures are nothing.
 */
bool	 latin_put_any(struct buf *, unsigned);

/*
 * Spellings of a row of characters, parted by blanks: "_" in one stands for a
 * blank, "%" for nothing, "#" for what is not known.
 */
struct latin_row {
	unsigned	first;
	const char	*spellings;
};

/* Add the spelling of a character in rows, which are sorted, as latin_put. */
bool	 latin_put_row(struct buf *, const struct latin_row *, size_t count,
	    unsigned);

/*
 * The letter without its marks, by the canonical decomposition of Unicode,
 * in any script: U+00E9 is 'e', U+0439 is U+0438, U+00F8 is itself.  0 for a
 * combining mark of U+0300 to U+036F, which is nothing by itself.
 */
unsigned latin_base(unsigned);

#endif

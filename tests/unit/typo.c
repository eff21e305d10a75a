/*
 * Whether two keys differ by one typo.
 */
#include "post/typo.h"
#include "tap.h"

static const struct {
	const char	*typed, *meant;
	bool		 is_slip;
} rows[] = {
	{ "titel", "title", true },		/* transposed */
	{ "ttile", "title", true },
	{ "itle", "title", false },		/* not the first letter */
	{ "ittle", "title", true },		/* unless transposed */
	{ "titl", "title", true },		/* missing */
	{ "titlee", "title", true },		/* additional */
	{ "titte", "title", true },		/* different */
	{ "Tit-le", "title", false },		/* the same key */
	{ "title", "title", false },
	{ "dat", "date", true },
	{ "data", "date", true },
	{ "daxt", "date", false },
	{ "page", "tags", false },
	{ "math", "path", false },
	{ "tilet", "title", false },		/* two typos */
	{ "titre", "tile", false },
	{ "auhtor", "author", true },
	{ "autors", "author", false },
	{ "autors", "authors", true },
	{ "", "date", false },
	{ "d", "", false },
	{ "", "", false },
	{ "a_key_of_more_than_sixteen_letters", "date", false }
};

int
main(void)
{
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		tap_ok(typo_is_slip(rows[i].typed, rows[i].meant) ==
		    rows[i].is_slip, "\"%s\" and \"%s\" are %s slip apart",
		    rows[i].typed, rows[i].meant,
		    rows[i].is_slip ? "one" : "not one");
	return tap_end();
}

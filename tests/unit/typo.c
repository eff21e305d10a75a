/*
 * One slip of the hand between two keys.
 */
#include "post/typo.h"
#include "tap.h"

static const struct {
	const char	*typed, *meant;
	bool		 is_slip;
} rows[] = {
	{ "titel", "title", true },		/* neighbours */
	{ "ttile", "title", true },
	{ "itle", "title", false },		/* the beginning is spared */
	{ "ittle", "title", true },		/* but for neighbours */
	{ "titl", "title", true },		/* too few */
	{ "titlee", "title", true },		/* too many */
	{ "titte", "title", true },		/* another */
	{ "Tit-le", "title", false },		/* it is the same */
	{ "title", "title", false },
	{ "dat", "date", true },
	{ "data", "date", true },
	{ "daxt", "date", false },
	{ "page", "tags", false },
	{ "math", "path", false },
	{ "tilet", "title", false },		/* two slips */
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

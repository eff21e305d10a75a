/* MD4, at the lengths where padding changes; by openssl dgst -md4. */
#include "base/md4.h"
#include "tap.h"

static const struct {
	size_t		 length;	/* of a text of 'a' */
	const char	*want;
} cases[] = {
	{ 0, "31d6cfe0d16ae931b73c59d7e0c089c0" },
	{ 1, "bde52cb31de33e46245e05fbdbd6fb24" },
	{ 55, "c889c81dd86c4d2e025778944ea02881" },
	{ 56, "d5f9a9e9257077a5f08b0b92f348b0ad" },
	{ 63, "7ea3da77432d44c323671097d1348fc8" },
	{ 64, "52f5076fabd22680234a3fa9f9dc5732" },
	{ 65, "330e377bf231f3cacfecc2c182fe7e5b" },
	{ 119, "e65dd227ccef97fa1d34d70189120f76" },
	{ 120, "b03ddbd470b47c013e0c7ab2ddd763db" },
	{ 1000, "5f1bf26a8067c9159b91f1440f7c9e8a" }
};

int
main(void)
{
	char text[1000], hex[MD4_HEX_SIZE], name[32];
	size_t i;

	memset(text, 'a', sizeof text);
	for (i = 0; i < COUNT(cases); i++) {
		md4_hex(text, cases[i].length, hex);
		snprintf(name, sizeof name, "%zu bytes", cases[i].length);
		tap_string(hex, cases[i].want, name);
	}
	/* RFC 1320 A.5 */
	md4_hex("message digest", 14, hex);
	tap_string(hex, "d9130a8164549fe818874806e1c7014b", "of the RFC");
	return tap_end();
}

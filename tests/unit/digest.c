/*
 * Lengths around which padding changes: MD4 by openssl dgst -md4, SHA-1 by
 * sha1sum(1).
 */
#include "base/digest.h"
#include "tap.h"

static const struct {
	size_t		 length;	/* of a text of 'a' */
	const char	*md4, *sha1;
} cases[] = {
	{ 0, "31d6cfe0d16ae931b73c59d7e0c089c0",
	    "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
	{ 1, "bde52cb31de33e46245e05fbdbd6fb24",
	    "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8" },
	{ 55, "c889c81dd86c4d2e025778944ea02881",
	    "c1c8bbdc22796e28c0e15163d20899b65621d65a" },
	{ 56, "d5f9a9e9257077a5f08b0b92f348b0ad",
	    "c2db330f6083854c99d4b5bfb6e8f29f201be699" },
	{ 63, "7ea3da77432d44c323671097d1348fc8",
	    "03f09f5b158a7a8cdad920bddc29b81c18a551f5" },
	{ 64, "52f5076fabd22680234a3fa9f9dc5732",
	    "0098ba824b5c16427bd7a1122a5a442a25ec644d" },
	{ 65, "330e377bf231f3cacfecc2c182fe7e5b",
	    "11655326c708d70319be2610e8a57d9a5b959d3b" },
	{ 119, "e65dd227ccef97fa1d34d70189120f76",
	    "ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56" },
	{ 120, "b03ddbd470b47c013e0c7ab2ddd763db",
	    "f34c1488385346a55709ba056ddd08280dd4c6d6" },
	{ 1000, "5f1bf26a8067c9159b91f1440f7c9e8a",
	    "291e9a6c66994949b57ba5e650361e98fc36b1ba" }
};

int
main(void)
{
	char text[1000], hex[DIGEST_SHA1_SIZE], name[32];
	size_t i;

	memset(text, 'a', sizeof text);
	for (i = 0; i < COUNT(cases); i++) {
		snprintf(name, sizeof name, "%zu bytes", cases[i].length);
		digest_md4(text, cases[i].length, hex);
		tap_string(hex, cases[i].md4, name);
		digest_sha1(text, cases[i].length, hex);
		tap_string(hex, cases[i].sha1, name);
	}
	/* RFC 1320 A.5, FIPS 180-4's own example */
	digest_md4("message digest", 14, hex);
	tap_string(hex, "d9130a8164549fe818874806e1c7014b", "MD4 of the RFC");
	digest_sha1("abc", 3, hex);
	tap_string(hex, "a9993e364706816aba3e25717850c26c9cd0d89d",
	    "SHA-1 of abc");
	return tap_end();
}

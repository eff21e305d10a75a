#include <string.h>

#include "post/typo.h"

/* Relevant keys are shorter. */
#define MAX_KEY 16

/* Invisible characters before a key count as one typing error. */
static const char *
skip_unseen(const char *key)
{
	if ((unsigned char)*key >= 0x80)
		text_trim_unseen_span(&key, strlen(key));
	return key;
}

size_t
typo_length(const char *key)
{
	size_t n = 0;

	for (key = skip_unseen(key); *key != '\0'; key++)
		n += *key != '-' && *key != '_';
	return n;
}

/* A key as value_key_equal() compares it; "" if it is too long. */
static void
fold(char folded[MAX_KEY + 1], const char *key)
{
	size_t n = 0;

	for (; *key != '\0'; key++) {
		if (*key == '-' || *key == '_')
			continue;
		if (n == MAX_KEY) {
			n = 0;
			break;
		}
		folded[n++] = ascii_lower(*key);
	}
	folded[n] = '\0';
}

bool
typo_is_slip(const char *typed, const char *meant)
{
	const char *seen = skip_unseen(typed);
	char a[MAX_KEY + 1], b[MAX_KEY + 1];
	size_t n = 0, left_a, left_b;

	if (!typo_may_be(typed, meant))
		return false;
	fold(a, seen);
	fold(b, meant);
	while (a[n] != '\0' && a[n] == b[n])
		n++;
	left_a = strlen(a + n);
	left_b = strlen(b + n);
	if (left_a == left_b && left_a > 1 && a[n] == b[n + 1] &&
	    a[n + 1] == b[n] && strcmp(a + n + 2, b + n + 2) == 0)
		return true;
	if (left_a + left_b == 0)
		return seen != typed && n > 0;
	if (n == 0)
		return false;
	if (left_a == left_b)
		return strcmp(a + n + 1, b + n + 1) == 0;
	if (left_a == left_b + 1)
		return strcmp(a + n + 1, b + n) == 0;
	return left_b == left_a + 1 && strcmp(a + n, b + n + 1) == 0;
}

bool
typo_is_short(const char *typed, const char *meant)
{
	return strlen(typed) >= 3 && ascii_has_prefix(meant, typed);
}

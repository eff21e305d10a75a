/*
 * The subset of YAML that is read without libyaml: what belongs to it and what
 * does not, and that both readers agree.
 *
 * usage: plain_yaml.test [FILE]...
 *
 * Given files, it compares the text between their first two lines of three
 * dashes instead, and counts.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"
#include "same.h"
#include "pick.h"
#include "tap.h"

enum { ROUNDS = 60000 };

static const char *const accepted[] = {
	"a: b\n", "a: b", "a:   b  \n", "a: b # c\n", "a: b#c\n", "a:\n",
	"a: \n", "a:   # c \n", "a: # c\n- b\n", "a:\n\n# c\nb: c\n",
	"\n# c\n  # d\na: b\n\n  # e\n", "a-b_c.d: x\n", "2014: x\n",
	"a: 'b'\n", "a: \"b\"  # c\n", "a: 'it''s'\n", "a: ''''\n",
	"a: ''\n", "a: \"\"\n", "a: \" b \"\n", "a: \"b: c # d\"\n",
	"a: null\n", "a: ~\n", "a: NULL # c\n", "a: 'null'\n", "a: nULL\n",
	"a: []\n", "a: [ ]\n", "a: [b]\n", "a: [b, c d , \"e, f\"] # g\n",
	"a: [null, '', 'it''s', don't]\n", "a: [\xe4\xb8\xad, b]\n",
	"a:\n- b\n- c\n", "a:\n  - b # c\n\n  # d\n  -   'e'\nf: g\n",
	"a:\n- b\nc:\n- d\n", "a:\n - null\n - ''\n - ~\n",
	"a: http://example.org/#b?c=d&e\n", "a: b:c\n", "a: C# and F#\n",
	"a: \xe4\xb8\xad\xe6\x96\x87 # \xe6\x96\x87\n",
	"a: |\n b\n", "a: >-\n b\n", "a: >\n  b \n  c\nd: e\n",
	"a: |-  \n  b\n    c\n  # d\n# e\nf: g\n", "a: >\n  b\n\n",
	"a: |\n  b\n\n\nc: d\n", "a: >-\n  \xe4\xb8\xad: b\n  - c\nd: e\n",
	"a: \"b\n c\"\n", "a: \"b  \nc\n\n  d\"  # e\nf: g\n",
	"a: 'b\n\n\n it''s\n '\nc: \xe4\xb8\xad\n", "a: \" \n b\"\n",
	"a: '\n'\n", "a: 'b''\n  ''c'\n",
	"a: b\xc2\xa0\n", "a: b [c] {d} & e * f ! | > % @ ` - ?\n",
	"a: it's \"so\"\n", "a: 2014-01-02 03:04:05 +0800\n", "a: <b>c</b>\n"
};

static const char *const refused[] = {
	"", "\n", "# a\n", "a\n", " a: b\n", "a:b\n", "a : b\n", "- a\n",
	"a: b: c\n", "a: b:\n", "a: b\n c\n", "a: b\n\n c\n", "a:\n b\n",
	"a:\n  b: c\n", "a: b\na: c\n", "a: b\nA: c\n",
	"a_b: c\naB: d\n", "_a: b\na-: c\n", "a: |\nb: c\n", "a: >+\n b\n",
	"a: >2\n  b\n", "a: | # b\n c\n", "a: |\n b", "a: >-\n",
	"a: >\n\n b\n", "a: >\n b\n\n c\n", "a: >\n b\n  c\n",
	"a: |\n  b\n c\n", "a: |\n  b\n \nc: d\n", "- |\n b\n",
	"a: &b c\n", "a: *b\n", "a: !b c\n", "a: - b\n", "a: ? b\n",
	"a: {b: c}\n", "a: [[b]]\n", "a: [b\n", "a: [b]c\n", "a: [b, ]\n",
	"a: [b, , c]\n", "a: [b: c]\n", "a: [b,\n c]\n", "a: [\"b\" c]\n",
	"a: 'b\n", "a: 'b' c\n", "a: 'b'#c\n", "a: \"\\n\"\n", "a: 'b': c\n",
	"a: \"b\n c\"d\n", "a: \"b\n c\": d\n", "a: \"b\n---\nc\"\n",
	"a: \"b\\\n c\"\n", "a: 'b\n c\n", "a:\n- 'b\n  c'\n",
	"a: [\"b\n c\"]\n", "a:\tb\n", "a: b\tc\n", "a: b\x7f\n",
	"a: b\xc2\x85\n", "a: b\xe2\x80\xa8\n", "\xef\xbb\xbf\x61: b\n",
	"a:\n  - b\n - c\n", "a:\n  - b\n    c\n", "a:\n  - b\n  c: d\n",
	"a:\n- - b\n", "a:\n- b: c\n", "a:\n- [b]\n", "a:\n-\n- b\n",
	"a:\n  - b\n   - c\n", "a: b\n- c\n", "a: b\n---\nc: d\n",
	"a: b\n...\n", "\"a\": b\n", "? a\n", "a: @b\n", "a: `b`\n",
	"a: %b\n", "a: b\n%c\n", "a: |b\n"
};

/* Pieces that random front matter is built from. */
static const char *const pieces[] = {
	"title: ", "date: ", "tags:", "author: ", "k: ", "x-y:", "\n", "\n",
	"\n", "\n- ", "\n  - ", "\n- ", "a", "two words", "null", "~", " ",
	"  ", "#", " # note", "'", "''", "'quoted'", "\"quoted\"", "\"",
	"\\", ":", ": ", ",", ", ", "[", "]", "[a, b]", "{", "}", "-", "?",
	"&", "*", "!", "|", ">", "\xe4\xb8\xad", "\xc2\xa0", "\xc2\x85",
	"\t", "---", "...", "http://example.org/", "\xef\xbb\xbf",
	"|\n ", ">-\n  ", ">\n  a\n  b\n", "\n  ", "\n   ", "\n\n"
};

/* Lines that are accepted, in any order. */
static const char *const lines[] = {
	"title: a title\n", "t2: 'it''s' # c\n", "t3: \"x\"\n", "t4:\n",
	"t5: [a, 'b', c d]\n", "t6:\n- a\n- b\n", "t7:\n  - a # b\n  - 'c'\n",
	"# comment\n", "\n", "   \n", "  # comment\n", "t8: \xe4\xb8\xad # c\n",
	"t9: # c\n", "t10: []\n", "t11: \"a\n\n  b\nc \"\n",
	"t12: 'it\n  is''nt' # c\n"
};

/* The number of random blocks that are accepted; -1 if one differs. */
static int
random_blocks(const char *const *parts, unsigned count, unsigned length)
{
	struct buf text = { 0 };
	uint64_t state = count;
	int accepted_count = 0;
	unsigned i, k;
	enum same same = SAME_REFUSED;

	for (i = 0; i < ROUNDS && same != SAME_DIFFERENT; i++) {
		buf_clear(&text);
		for (k = 1 + pick(&state, length); k > 0; k--)
			buf_puts(&text, parts[pick(&state, count)]);
		same = same_check(text.bytes, text.length);
		accepted_count += same == SAME_ACCEPTED;
	}
	if (same == SAME_DIFFERENT)
		printf("# %s\n", text.bytes);
	buf_release(&text);
	return same == SAME_DIFFERENT ? -1 : accepted_count;
}

/* Change one byte of an accepted block. */
static int
mutated_blocks(void)
{
	static const char bytes[] = "\n -#:'\"[],ab~&|>?!\\.%@{}";
	struct buf text = { 0 };
	uint64_t state = 1;
	int count = 0;
	enum same same = SAME_REFUSED;
	unsigned i;

	for (i = 0; i < ROUNDS && same != SAME_DIFFERENT; i++) {
		buf_clear(&text);
		buf_puts(&text, accepted[pick(&state, COUNT(accepted))]);
		buf_puts(&text, "z: y\n");
		text.bytes[pick(&state, (unsigned)text.length)] =
		    bytes[pick(&state, sizeof bytes - 1)];
		if (text_clean_length(text.bytes, text.length) < text.length)
			continue;
		same = same_check(text.bytes, text.length);
		count += same == SAME_ACCEPTED;
	}
	if (same == SAME_DIFFERENT)
		printf("# %s\n", text.bytes);
	buf_release(&text);
	return same == SAME_DIFFERENT ? -1 : count;
}

/* The front matter of a file, between its first two lines of dashes. */
static enum same
check_file(const char *path)
{
	struct buf bytes = { 0 }, clean = { 0 };
	struct text_faults faults = { 0 };
	FILE *file = fopen(path, "rb");
	const char *start, *end = NULL;
	enum same same = SAME_REFUSED;
	int c;

	if (file == NULL)
		return same;
	while ((c = fgetc(file)) != EOF)
		buf_putc(&bytes, (char)c);
	fclose(file);
	buf_puts(&bytes, "");
	text_clean(&clean, bytes.bytes, bytes.length, &faults);
	buf_puts(&clean, "");
	start = strstr(clean.bytes, "---\n");
	if (start != NULL)
		end = strstr(start, "\n---");
	if (end != NULL)
		same = same_check(start + 4, end > start + 4 ?
		    (size_t)(end + 1 - start - 4) : 0);
	buf_release(&bytes);
	buf_release(&clean);
	return same;
}

static int
check_files(char *const *paths)
{
	unsigned counts[SAME_DIFFERENT + 1] = { 0 };
	enum same same;

	for (; *paths != NULL; paths++) {
		same = check_file(*paths);
		counts[same]++;
		if (same == SAME_DIFFERENT)
			printf("# %s\n", *paths);
	}
	tap_ok(counts[SAME_DIFFERENT] == 0, "%u accepted, %u left to libyaml",
	    counts[SAME_ACCEPTED], counts[SAME_REFUSED]);
	return tap_end();
}

int
main(int argc, char *argv[])
{
	int count;
	size_t i;

	if (argc > 1)
		return check_files(argv + 1);
	for (i = 0; i < COUNT(accepted); i++)
		tap_ok(same_check(accepted[i], strlen(accepted[i])) ==
		    SAME_ACCEPTED, "accepted %zu", i);
	for (i = 0; i < COUNT(refused); i++)
		tap_ok(same_check(refused[i], strlen(refused[i])) ==
		    SAME_REFUSED, "refused %zu", i);
	count = random_blocks(lines, COUNT(lines), 12);
	tap_ok(count > ROUNDS / 8, "random lines: %d accepted", count);
	count = random_blocks(pieces, COUNT(pieces), 12);
	tap_ok(count > ROUNDS / 500, "random pieces: %d accepted", count);
	count = mutated_blocks();
	tap_ok(count > ROUNDS / 8, "mutated blocks: %d accepted", count);
	return tap_end();
}

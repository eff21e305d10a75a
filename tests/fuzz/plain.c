/*
 * Any bytes as front matter: what is read without libyaml must be the same
 * tree, at the same positions, as libyaml reads.  See post.c for how it is run.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit/same.h"
#include "base/buf.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct text_faults faults = { 0 };
	struct buf text = { 0 };

	text_clean(&text, (const char *)data, size, &faults);
	buf_puts(&text, "");
	if (same_check(text.bytes, text.length) == SAME_DIFFERENT) {
		fprintf(stderr, "not as libyaml reads it:\n%s\n", text.bytes);
		abort();
	}
	buf_release(&text);
	return 0;
}

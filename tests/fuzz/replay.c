/*
 * Runs the fuzz target on files whose names, each ending in a NUL, are on
 * standard input: what a fuzzer once found is tried in every `make check`, with
 * any compiler.
 */
#include <stdint.h>
#include <stdio.h>

#include "base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static int
replay(const char *path)
{
	struct buf input = { 0 };
	FILE *file = fopen(path, "rb");
	int c;

	if (file == NULL) {
		printf("not ok - cannot read %s\n", path);
		return 1;
	}
	while ((c = fgetc(file)) != EOF)
		buf_putc(&input, (char)c);
	fclose(file);
	buf_puts(&input, "");
	LLVMFuzzerTestOneInput((const uint8_t *)input.bytes, input.length);
	buf_release(&input);
	return 0;
}

int
main(void)
{
	struct buf names = { 0 };
	int c, count = 0, failed = 0;

	while ((c = getchar()) != EOF) {
		buf_putc(&names, (char)c);
		if (c != '\0')
			continue;
		failed += replay(names.bytes);
		count++;
		buf_clear(&names);
	}
	buf_release(&names);
	printf("1..1\n%sok 1 - %d inputs go through\n",
	    failed > 0 ? "not " : "", count);
	return failed > 0;
}

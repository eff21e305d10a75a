/*
 * Runs the fuzz target on the files that it is given: what a fuzzer found
 * once is tried in every `make check`, with any compiler.
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
main(int argc, char *argv[])
{
	int i, failed = 0;

	for (i = 1; i < argc; i++)
		failed += replay(argv[i]);
	printf("1..1\n%sok 1 - %d inputs go through\n",
	    failed > 0 ? "not " : "", argc - 1);
	return failed > 0;
}

/*
 * tap - test results in the Test Anything Protocol, as prove(1) reads it.
 *
 * A unit test is a program that walks tables of cases and calls tap_ok() or
 * tap_string() for each; main() ends with "return tap_end();".
 */
#ifndef UNIT_TAP_H
#define UNIT_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* The number of rows in a table. */
#define COUNT(table) (sizeof (table) / sizeof *(table))

static int tap_count, tap_failures;

/* Print one result.  The name is a printf format. */
static inline bool
tap_ok(bool ok, const char *format, ...)
{
	va_list ap;

	tap_count++;
	tap_failures += !ok;
	printf("%sok %d - ", ok ? "" : "not ", tap_count);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
	return ok;
}

/* Test that two strings are equal; NULL equals only NULL. */
static inline bool
tap_string(const char *got, const char *want, const char *name)
{
	bool ok = got == NULL || want == NULL ? got == want :
	    strcmp(got, want) == 0;

	if (!tap_ok(ok, "%s", name))
		printf("#  got: %s\n# want: %s\n",
		    got == NULL ? "(null)" : got,
		    want == NULL ? "(null)" : want);
	return ok;
}

static inline int
tap_end(void)
{
	printf("1..%d\n", tap_count);
	return tap_failures > 0;
}

#endif

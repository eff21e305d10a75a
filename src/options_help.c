/*
 * --help: prints the tables of options, settings, formats and generators.
 */
#include <stdio.h>
#include <string.h>

#include "generators/generators.h"
#include "options_parts.h"
#include "writers/writer.h"

/* The column where the descriptions of options begin. */
#define HELP_COLUMN 28
#define HELP_WIDTH 80

/* Print a description, wrapped to the width of a terminal. */
static void
print_about(struct buf *out, const char *about)
{
	size_t column = HELP_COLUMN, n;

	for (; *about != '\0'; about += n + (about[n] == ' ')) {
		n = strcspn(about, " ");
		if (column + 1 + n >= HELP_WIDTH) {
			buf_printf(out, "\n%*s", HELP_COLUMN, "");
			column = HELP_COLUMN;
		}
		buf_printf(out, "%s%.*s", column == HELP_COLUMN ? "  " : " ",
		    (int)n, about);
		column += (column == HELP_COLUMN ? 2 : 1) + n;
	}
	buf_putc(out, '\n');
}

static void
print_option(struct buf *out, const char *names, const char *argument,
    const char *about)
{
	size_t start = out->length, n;

	buf_printf(out, "  %s%s%s", names, argument == NULL ? "" : " ",
	    argument == NULL ? "" : argument);
	n = out->length - start;
	if (n > HELP_COLUMN)
		buf_printf(out, "\n%*s", HELP_COLUMN, "");
	else
		buf_printf(out, "%*s", (int)(HELP_COLUMN - n), "");
	print_about(out, about);
}

static void
print_named(struct buf *out, char letter, const char *name,
    const char *argument, const char *about)
{
	char names[32];

	if (letter == '\0')
		snprintf(names, sizeof names, "    --%s", name);
	else if (name == NULL)
		snprintf(names, sizeof names, "-%c", letter);
	else
		snprintf(names, sizeof names, "-%c, --%s", letter, name);
	print_option(out, names, argument, about);
}

/* The next generator in alphabetical order, which is not that of the table. */
static const char *
generator_after(const char *name)
{
	const struct generator *const *g;
	const char *next = NULL;

	for (g = generators; *g != NULL; g++)
		if (strcmp((*g)->name, name) > 0 && (next == NULL ||
		    strcmp((*g)->name, next) < 0))
			next = (*g)->name;
	return next;
}

/* Names only: they need no description. */
static void
print_generators(struct buf *out)
{
	struct buf names = { 0 };
	const char *name = "";

	while ((name = generator_after(name)) != NULL)
		buf_printf(&names, "%s%s", names.length == 0 ? "" : " ", name);
	buf_puts(out, "\nGenerators:\n");
	print_option(out, "", NULL, names.bytes);
	buf_release(&names);
}

void
options_print_help(struct buf *out)
{
	const struct option *option;
	const struct setting *s;
	const struct p2f_writer *const *w;

	buf_puts(out, "usage: post2feed [-t FORMAT] [-o FILE]... [options] "
	    "[PATH]...\n\n"
	    "Writes a feed of posts: files with front matter and a body in "
	    "HTML or\nMarkdown, folders of them, or - for one on standard "
	    "input:\n\n"
	    "  post2feed --title \"My Blog\" --url https://example.org posts "
	    ">feed.xml\n\n"
	    "See post2feed(1) for options and messages, post2feed(5) for "
	    "posts and\nsettings.\n\n");
	for (option = options_table; option->take != NULL; option++)
		print_named(out, option->letter, option->name,
		    option->argument, option->about);
	buf_puts(out, "\nThe feed as a whole (also keys of " SITE_FILE
	    "):\n");
	for (s = site_settings; s->key != NULL; s++)
		print_named(out, s->letter, s->key, s->argument, s->about);
	buf_puts(out, "\nFormats:\n");
	for (w = writers; *w != NULL; w++)
		print_option(out, (*w)->name, NULL, (*w)->about);
	print_generators(out);
}

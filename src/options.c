#define _POSIX_C_SOURCE 200809L

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/out.h"
#include "base/path.h"
#include "base/pool.h"
#include "base/text.h"
#include "date/date.h"
#include "feed/hold.h"
#include "front/value.h"
#include "generators/generators.h"
#include "options.h"
#include "post/typo.h"
#include "writers/writer.h"

const char options_version[] = P2F_VERSION;

struct option;

/* False: the argument is wrong, which was reported. */
typedef bool taker(struct options *, const struct option *, const char *);

static taker take_flag, take_action, take_text, take_list, take_now,
    take_generator, take_only, take_date, take_separator,
    take_warnings, take_color, take_threads;

struct option {
	char		 letter;	/* '\0': none */
	const char	*name;
	const char	*argument;	/* its name in --help; NULL: none */
	const char	*about;
	taker		*take;
	size_t		 offset;	/* of the member to set */
	int		 value;		/* of an action */
};

#define MEMBER(name) offsetof(struct options, name)

static const struct option options[] = {
	{ 't', "to", "FORMAT", "rss (default), atom, json, or a module",
	    take_text, MEMBER(format), 0 },
	{ 'o', "output", "[FORMAT:]FILE", "write FILE instead of standard "
	    "output; may be repeated", take_list, MEMBER(outputs), 0 },
	{ 's', "site", "FILE", "site settings (else " SITE_FILE " is looked "
	    "for)", take_text, MEMBER(site_file), 0 },
	{ '\0', "files-from", "FILE", "read the names of posts from FILE "
	    "(-: standard input)", take_list, MEMBER(lists), 0 },
	{ '0', "null", NULL, "names in such lists end in NUL, not in a line "
	    "feed", take_separator, 0, 0 },
	{ '\0', "generator", "NAME", "the generator that the posts are for, "
	    "or none (else it is recognised)", take_generator,
	    0, 0 },
	{ '\0', "only", "KEY=VALUE", "posts with that category, tag, author, "
	    "language or key; may be repeated", take_only, 0, 0 },
	{ '\0', "since", "DATE", "posts of that date or later", take_date,
	    MEMBER(since), 0 },
	{ '\0', "until", "DATE", "posts of that date or earlier", take_date,
	    MEMBER(until), 0 },
	{ '\0', "now", "DATE", "what counts as the present", take_now, 0, 0 },
	{ '\0', "mtime", NULL, "date a post without a date by its file",
	    take_flag, MEMBER(mtime), 0 },
	{ 'k', "keep-going", NULL, "publish what can be, in spite of errors",
	    take_flag, MEMBER(keep_going), 0 },
	{ '\0', "verify", NULL, "re-read the feed before it is published",
	    take_flag, MEMBER(verify), 0 },
	{ '\0', "cache", "FILE", "do nothing if nothing has changed since "
	    "the run that left FILE", take_text, MEMBER(cache), 0 },
	{ 'j', "jobs", "N", "threads to work on (else as many as there are "
	    "processors, 8 at most)", take_threads, 0, 0 },
	{ '\0', "check", NULL, "read all, write no feed, and say what is wrong "
	    "with the posts", take_action, 0, ACTION_CHECK },
	{ '\0', "explain", NULL, "write no feed, but where its facts come "
	    "from (-t json: as JSON)", take_action, 0, ACTION_EXPLAIN },
	{ 'W', NULL, "error", "treat warnings as errors", take_warnings, 0,
	    0 },
	{ 'q', "quiet", NULL, "report errors only", take_flag,
	    MEMBER(diag.quiet), 0 },
	{ 'v', "verbose", NULL, "say what is held back, and why", take_flag,
	    MEMBER(diag.verbose), 0 },
	{ '\0', "color", "WHEN", "color messages: auto, always or never",
	    take_color, 0, 0 },
	{ '\0', "list-keys", NULL, "print the front matter keys that are "
	    "read", take_action, 0, ACTION_LIST_KEYS },
	{ '\0', "list-messages", NULL, "print the ids of all messages",
	    take_action, 0, ACTION_LIST_MESSAGES },
	{ 'h', "help", NULL, "print this help", take_action, 0,
	    ACTION_HELP },
	{ 'V', "version", NULL, "print the version", take_action, 0,
	    ACTION_VERSION }
};

#define OPTIONS (sizeof options / sizeof *options)

static bool
usage(struct options *o, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool
usage(struct options *o, const char *format, ...)
{
	struct diag d = { .options = &o->diag };
	struct buf text = { 0 };
	va_list ap;

	va_start(ap, format);
	buf_vprintf(&text, format, ap);
	va_end(ap);
	diag_report(&d, DIAG_USAGE, (struct place){ .path = NULL },
	    "%s; try post2feed --help", text.bytes);
	buf_release(&text);
	diag_release(&d);
	o->action = ACTION_USAGE_ERROR;
	return false;
}

static void *
member(struct options *o, const struct option *option)
{
	return (char *)o + option->offset;
}

static bool
take_flag(struct options *o, const struct option *option, const char *text)
{
	(void)text;
	*(bool *)member(o, option) = true;
	return true;
}

static bool
take_action(struct options *o, const struct option *option, const char *text)
{
	(void)text;
	o->action = (enum action)option->value;
	return true;
}

static bool
take_text(struct options *o, const struct option *option, const char *text)
{
	*(const char **)member(o, option) = text;
	return true;
}

static bool
take_list(struct options *o, const struct option *option, const char *text)
{
	arena_list_add(&o->arena, member(o, option), text);
	return true;
}

static bool
take_separator(struct options *o, const struct option *option,
    const char *text)
{
	(void)option;
	(void)text;
	o->separator = '\0';
	return true;
}

static bool
take_now(struct options *o, const struct option *option, const char *text)
{
	const char *problem;
	struct p2f_date date;

	(void)option;
	if (date_parse(&o->arena, text, zone_utc(), &date, &problem) !=
	    DATE_OK)
		return usage(o, "--now: cannot read date %s: %s",
		    quote(text).text, problem);
	o->now = date.seconds;
	o->has_now = true;
	return true;
}

static bool
take_date(struct options *o, const struct option *option, const char *text)
{
	struct p2f_date date;
	const char *problem;

	if (date_parse(&o->arena, text, zone_utc(), &date, &problem) !=
	    DATE_OK)
		return usage(o, "--%s: cannot read date %s: %s", option->name,
		    quote(text).text, problem);
	return take_text(o, option, text);
}

/* Words of the command line are text of the feed: clean like all others. */
static const char *
clean_argument(struct options *o, const char *text)
{
	return text_clean_copy(&o->arena, text, strlen(text), NULL);
}

/* What a post has several of is asked for one by one. */
static const char *
filter_key(const char *key)
{
	static const char plurals[][2][11] = {
		{ "authors", "author" }, { "categories", "category" },
		{ "tags", "tag" }
	};
	size_t i;

	for (i = 0; i < sizeof plurals / sizeof *plurals; i++)
		if (ascii_equal(key, plurals[i][0]))
			return plurals[i][1];
	return key;
}

static bool
take_only(struct options *o, const struct option *option, const char *text)
{
	struct filter *filter = arena_alloc(&o->arena, sizeof *filter);
	const char *equals = strchr(text, '=');

	(void)option;
	if (equals == NULL || equals == text)
		return usage(o, "--only takes KEY=VALUE, not %s",
		    quote(text).text);
	filter->key = filter_key(arena_strndup(&o->arena, text,
	    (size_t)(equals - text)));
	filter->value = clean_argument(o, equals + 1);
	arena_list_add(&o->arena, &o->only, filter);
	return true;
}

static bool
take_generator(struct options *o, const struct option *option,
    const char *text)
{
	(void)option;
	if (strcmp(text, "none") != 0 && generator_named(text) == NULL)
		return usage(o, "there is no generator %s",
		    quote(text).text);
	o->generator = text;
	return true;
}

static bool
take_warnings(struct options *o, const struct option *option,
    const char *text)
{
	(void)option;
	if (strcmp(text, "error") != 0)
		return usage(o, "-W takes the word error, not %s",
		    quote(text).text);
	o->diag.strict = true;
	return true;
}

static bool
take_threads(struct options *o, const struct option *option,
    const char *text)
{
	unsigned n = 0;
	const char *p;

	(void)option;
	for (p = text; ascii_is_digit(*p); p++) {
		n = n * 10 + (unsigned)(*p - '0');
		/* On a large machine -j "$(nproc)" says more. */
		if (n > POOL_MAX_THREADS)
			n = POOL_MAX_THREADS;
	}
	if (*p != '\0' || n == 0)
		return usage(o, "-j takes a number from 1 on, not %s",
		    quote(text).text);
	o->threads = n;
	return true;
}

/* On a terminal that can, unless the user has said that none is wanted. */
static bool
is_color_default(void)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(STDERR_FILENO) == 1 &&
	    (no_color == NULL || *no_color == '\0') &&
	    (term == NULL || strcmp(term, "dumb") != 0);
}

static bool
take_color(struct options *o, const struct option *option, const char *text)
{
	(void)option;
	if (strcmp(text, "always") == 0)
		o->diag.color = true;
	else if (strcmp(text, "never") == 0)
		o->diag.color = false;
	else if (strcmp(text, "auto") == 0)
		o->diag.color = is_color_default();
	else
		return usage(o, "--color takes auto, always or never, not %s",
		    quote(text).text);
	return true;
}

/* What follows the options on the command line. */
struct arguments {
	char *const	*next;
};

static const struct option *
find_letter(char letter)
{
	size_t i;

	for (i = 0; i < OPTIONS; i++)
		if (options[i].letter == letter)
			return &options[i];
	return NULL;
}

static const struct option *
find_name(const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < OPTIONS; i++)
		if (options[i].name != NULL &&
		    strlen(options[i].name) == n &&
		    strncmp(options[i].name, name, n) == 0)
			return &options[i];
	return NULL;
}

static const struct setting *
find_setting_letter(char letter)
{
	const struct setting *s;

	for (s = site_settings; s->key != NULL; s++)
		if (s->letter == letter)
			return s;
	return NULL;
}

static const struct setting *
find_setting(const char *name, size_t n)
{
	const struct setting *s;

	for (s = site_settings; s->key != NULL; s++)
		if (strlen(s->key) == n && strncmp(s->key, name, n) == 0)
			return s;
	return NULL;
}

static bool
add_override(struct options *o, const struct setting *setting,
    const char *text)
{
	struct override *override = arena_alloc(&o->arena, sizeof *override);

	override->setting = setting;
	override->faults = (struct text_faults){ .count = 0 };
	override->text = text_clean_copy(&o->arena, text, strlen(text),
	    &override->faults);
	arena_list_add(&o->arena, &o->overrides, override);
	return true;
}

/* An option, or else a setting; the text of a flag is NULL. */
static bool
take(struct options *o, const struct option *option,
    const struct setting *setting, const char *text)
{
	if (setting == NULL)
		return option->take(o, option, text);
	return add_override(o, setting, text != NULL ? text : "true");
}

/* An option that is one slip of the hand away; NULL: none is. */
static const char *
find_similar(const char *name)
{
	const struct setting *s = site_similar_setting(name);
	size_t i;

	for (i = 0; i < OPTIONS; i++)
		if (options[i].name != NULL &&
		    (value_key_equal(name, options[i].name) ||
		    typo_is_slip(name, options[i].name)))
			return options[i].name;
	return s == NULL ? NULL : s->key;
}

static bool
unknown_name(struct options *o, const char *name)
{
	const char *similar = find_similar(name);

	if (similar == NULL)
		return usage(o, "unknown option --%s", name);
	return usage(o, "unknown option --%s (did you mean --%s?)", name,
	    similar);
}

/* "--name=text", "--name text". */
static bool
parse_long(struct options *o, const char *name, struct arguments *rest)
{
	size_t n = strcspn(name, "=");
	const struct option *option = find_name(name, n);
	const struct setting *setting = find_setting(name, n);
	const char *text = name[n] == '=' ? name + n + 1 : NULL;
	bool wants = setting != NULL ? setting->argument != NULL :
	    option != NULL && option->argument != NULL;

	if (option == NULL && setting == NULL)
		return unknown_name(o, arena_strndup(&o->arena, name, n));
	if (!wants && setting != NULL && text == NULL)
		text = "true";
	else if (!wants && setting == NULL && text != NULL)
		return usage(o, "--%.*s takes no argument", (int)n, name);
	if (wants && text == NULL) {
		text = *rest->next;
		if (text == NULL)
			return usage(o, "--%s wants an argument", name);
		rest->next++;
	}
	return take(o, option, setting, text);
}

/* "-v", "-qk", "-n20", "-n 20". */
static bool
parse_short(struct options *o, const char *letters, struct arguments *rest)
{
	const struct option *option;
	const struct setting *setting;
	const char *text;

	for (; *letters != '\0'; letters++) {
		option = find_letter(*letters);
		setting = find_setting_letter(*letters);
		if (option == NULL && setting == NULL)
			return usage(o, "unknown option -%.*s",
			    (int)text_sequence_length(letters,
			    strlen(letters)), letters);
		if (setting != NULL ? setting->argument == NULL :
		    option->argument == NULL) {
			if (!take(o, option, setting, NULL))
				return false;
			continue;
		}
		text = letters[1] != '\0' ? letters + 1 : *rest->next++;
		if (text == NULL)
			return usage(o, "-%c wants an argument", *letters);
		return take(o, option, setting, text);
	}
	return true;
}

static bool
parse_words(struct options *o, char *const *words)
{
	struct arguments rest = { words };
	bool ok = true, only_operands = false;
	const char *word;

	while (ok && (word = *rest.next) != NULL) {
		rest.next++;
		if (only_operands || word[0] != '-' || word[1] == '\0')
			arena_list_add(&o->arena, &o->operands, word);
		else if (strcmp(word, "--") == 0)
			only_operands = true;
		else if (word[1] == '-')
			ok = parse_long(o, word + 2, &rest);
		else
			ok = parse_short(o, word + 1, &rest);
	}
	return ok;
}

/*
 * A module that -t has named is known by its own name from then on.  NULL: the
 * format is not known, which is reported, with a hint behind it.
 */
static const struct p2f_writer *
get_writer(struct options *o, const char *name, const char *hint)
{
	const struct p2f_writer *writer = o->writer;
	const char *problem = NULL;

	if (writer == NULL || strcmp(writer->name, name) != 0)
		writer = writer_find(name);
	if (writer == NULL)
		writer = writer_load(&o->arena, name, &problem);
	if (writer == NULL)
		usage(o, "unknown format %s: %s%s", quote(name).text, problem,
		    hint);
	return writer;
}

/* NULL: it is that of no format which is known. */
static const struct p2f_writer *
writer_of_file(const struct options *o, const char *path)
{
	const char *dot = strrchr(path, '.');

	if (dot == NULL)
		return NULL;
	if (strcmp(file_base_name(path), "atom.xml") == 0)
		return &writer_atom;
	return ascii_equal(o->writer->extension, dot) ? o->writer :
	    writer_for_extension(dot);
}

static bool
is_taken(const struct options *o, const char *path)
{
	const struct target *target;
	size_t i;

	for (i = 0; i < o->targets.count; i++) {
		target = o->targets.items[i];
		if (out_is_same_file(path, target->path))
			return true;
	}
	return false;
}

/* "json:path", or the format by the name of the file, or that of -t. */
static bool
add_target(struct options *o, const char *text)
{
	const char *colon = strchr(text, ':'), *slash = strchr(text, '/');
	struct target *target = arena_alloc(&o->arena, sizeof *target);

	target->path = text;
	if (colon != NULL && (slash == NULL || colon < slash)) {
		target->writer = get_writer(o, arena_strndup(&o->arena, text,
		    (size_t)(colon - text)), arena_printf(&o->arena,
		    " (./%s is a file with a colon in its name)", text));
		if (target->writer == NULL)
			return false;
		target->path = colon + 1;
	}
	if (target->writer == NULL)
		target->writer = writer_of_file(o, target->path);
	if (target->writer == NULL)
		target->writer = o->writer;
	if (*target->path == '\0')
		return usage(o, "-o wants the name of a file");
	if (strcmp(target->path, "-") == 0)
		target->path = NULL;
	if (is_taken(o, target->path))
		return usage(o, "two outputs go to %s", target->path == NULL ?
		    "standard output" : quote(target->path).text);
	arena_list_add(&o->arena, &o->targets, target);
	return true;
}

static bool
find_targets(struct options *o)
{
	struct target *target;
	size_t i;

	o->writer = get_writer(o, o->format, "");
	if (o->writer == NULL)
		return false;
	for (i = 0; i < o->outputs.count; i++)
		if (!add_target(o, o->outputs.items[i]))
			return false;
	if (o->outputs.count > 0)
		return true;
	target = arena_alloc(&o->arena, sizeof *target);
	target->writer = o->writer;
	arena_list_add(&o->arena, &o->targets, target);
	return true;
}

/* The present: of SOURCE_DATE_EPOCH, as reproducible builds do, or of the
   clock. */
static bool
find_now(struct options *o)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH"), *p;

	if (o->has_now)
		return true;
	o->now = (long long)time(NULL);
	if (epoch == NULL || *epoch == '\0')
		return true;
	for (o->now = 0, p = epoch; ascii_is_digit(*p) &&
	    o->now < 1000000000000; p++)
		o->now = o->now * 10 + (*p - '0');
	return *p == '\0' || usage(o, "SOURCE_DATE_EPOCH is no number: %s",
	    quote(epoch).text);
}

/* Nothing was named: a device is no post, so the working directory is meant. */
static const char *
default_operand(void)
{
	struct stat st;

	return fstat(STDIN_FILENO, &st) == -1 || S_ISCHR(st.st_mode) ? "." :
	    "-";
}

static bool
is_input(const char *path)
{
	return path != NULL && (strcmp(path, "-") == 0 ||
	    path_descriptor(path) == STDIN_FILENO);
}

static size_t
count_inputs(const struct arena_list *paths)
{
	size_t count = 0, i;

	for (i = 0; i < paths->count; i++)
		count += is_input(paths->items[i]);
	return count;
}

/*
 * A list of find(1) is none to post2feed -0 alone, as it is to xargs(1).  Of
 * posts, a path that is named twice is one.
 */
static bool
check_input(struct options *o)
{
	size_t count = count_inputs(&o->lists);

	if (o->separator == '\0' && o->lists.count == 0)
		return usage(o, "-0 is of the lists of --files-from, and "
		    "there is none; --files-from=- reads one from standard "
		    "input");
	count += is_input(o->site_file);
	count += count_inputs(&o->operands) > 0;
	return count < 2 || usage(o, "standard input can be read only once: "
	    "as the settings, a list of posts, or a post, which it is where "
	    "no path is named");
}

void
options_parse(struct options *o, int argc, char *argv[])
{
	*o = (struct options){ .format = "rss", .separator = '\n' };
	o->diag.color = is_color_default();
	/* Who has not even a name has no words either. */
	o->words = argv + (argc > 0);
	if (!parse_words(o, o->words))
		return;
	/* What is left out is part of the explanation. */
	if (o->action == ACTION_EXPLAIN)
		o->diag.verbose = true;
	if (o->operands.count == 0 && o->lists.count == 0)
		arena_list_add(&o->arena, &o->operands, default_operand());
	if (o->action <= ACTION_EXPLAIN && find_now(o) && check_input(o))
		find_targets(o);
}

/* From this column on it says what an option does. */
#define HELP_COLUMN 28
#define HELP_WIDTH 80

/* Words, in lines that fit a terminal. */
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
print_formats(struct buf *out)
{
	const struct p2f_writer *const *writer;

	for (writer = writers; *writer != NULL; writer++)
		print_option(out, (*writer)->name, NULL, (*writer)->about);
}

static void
print_generators(struct buf *out)
{
	const struct generator *const *g;

	for (g = generators; *g != NULL; g++)
		print_option(out, (*g)->name, NULL, (*g)->title);
}

void
options_print_help(struct buf *out)
{
	const struct setting *s;
	char names[32];
	size_t i;

	buf_puts(out, "usage: post2feed [-t FORMAT] [-o FILE]... [options] "
	    "[PATH]...\n\n"
	    "Writes a feed of posts: files with front matter and a body in "
	    "HTML or\nMarkdown, folders of them, or - for one on standard "
	    "input.  post2feed(1) tells\nof options and messages, "
	    "post2feed(5) of posts and settings.\n\n");
	for (i = 0; i < OPTIONS; i++) {
		if (options[i].letter == '\0')
			snprintf(names, sizeof names, "    --%s",
			    options[i].name);
		else if (options[i].name == NULL)
			snprintf(names, sizeof names, "-%c",
			    options[i].letter);
		else
			snprintf(names, sizeof names, "-%c, --%s",
			    options[i].letter, options[i].name);
		print_option(out, names, options[i].argument,
		    options[i].about);
	}
	buf_puts(out, "\nThe feed as a whole (also keys of " SITE_FILE
	    "):\n");
	for (s = site_settings; s->key != NULL; s++) {
		if (s->letter != '\0')
			snprintf(names, sizeof names, "-%c, --%s", s->letter,
			    s->key);
		else
			snprintf(names, sizeof names, "    --%s", s->key);
		print_option(out, names, s->argument, s->about);
	}
	buf_puts(out, "\nFormats:\n");
	print_formats(out);
	buf_puts(out, "\nGenerators:\n");
	print_generators(out);
}

void
options_release(struct options *o)
{
	arena_release(&o->arena);
}

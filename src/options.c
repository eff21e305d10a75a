#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/pool.h"
#include "date/date.h"
#include "feed/editions.h"
#include "feed/facet.h"
#include "feed/hold.h"
#include "front/value.h"
#include "generators/generators.h"
#include "options_parts.h"
#include "post/typo.h"

const char options_version[] = P2F_VERSION;

static taker take_flag, take_action, take_text, take_list, take_now,
    take_generator, take_only, take_split, take_date, take_separator,
    take_warnings, take_color, take_threads;

#define MEMBER(name) offsetof(struct options, name)

const struct option options_table[] = {
	{ 't', "to", "FORMAT", "rss (default), atom, json, or a module",
	    take_text, MEMBER(format), 0 },
	{ 'o', "output", "[FORMAT:]FILE", "write FILE instead of standard "
	    "output; may be repeated", take_list, MEMBER(outputs), 0 },
	{ 's', "site", "FILE", "site settings (default: search for " SITE_FILE
	    ")", take_text, MEMBER(site_file), 0 },
	{ '\0', "files-from", "FILE", "read the names of posts from FILE "
	    "(-: standard input)", take_list, MEMBER(lists), 0 },
	{ '0', "null", NULL, "names in such lists end in NUL, not in a newline",
	    take_separator, 0, 0 },
	{ '\0', "generator", "NAME", "generator of the site, or none (default: "
	    "recognize it)", take_generator, 0, 0 },
	{ '\0', "only", "KEY=VALUE", "only posts with that category, tag, "
	    "author, language or key; may be repeated", take_only, 0, 0 },
	{ '\0', "split", "KEY", "a feed for each category, tag, author, "
	    "language or value of KEY; " EDITIONS_MARK
	    " in an output's name stands for it", take_split, 0, 0 },
	{ '\0', "archives", NULL, "put posts beyond the limit into archive "
	    "feeds beside each output (RFC 5005)", take_flag, MEMBER(archives),
	    0 },
	{ '\0', "since", "DATE", "only posts from that date on", take_date,
	    MEMBER(since), 0 },
	{ '\0', "until", "DATE", "only posts up to that date", take_date,
	    MEMBER(until), 0 },
	{ '\0', "now", "DATE", "the date that counts as the present", take_now,
	    0, 0 },
	{ '\0', "mtime", NULL, "date posts without a date by the modification "
	    "time of the file", take_flag, MEMBER(mtime), 0 },
	{ 'k', "keep-going", NULL, "publish what can be published, despite "
	    "errors", take_flag, MEMBER(keep_going), 0 },
	{ '\0', "verify", NULL, "read the feed back before publishing it",
	    take_flag, MEMBER(verify), 0 },
	{ '\0', "cache", "FILE", "do nothing if nothing has changed since the "
	    "run that wrote FILE", take_text, MEMBER(cache), 0 },
	{ 'j', "jobs", "N", "number of threads (default: one per processor, at "
	    "most 8)", take_threads, 0, 0 },
	{ '\0', "check", NULL, "read everything, write no feed, and report "
	    "what is wrong", take_action, 0, ACTION_CHECK },
	{ '\0', "explain", NULL, "show where each fact comes from, write no "
	    "feed (-t json: as JSON)", take_action, 0, ACTION_EXPLAIN },
	{ 'W', NULL, "error", "treat warnings as errors", take_warnings, 0,
	    0 },
	{ 'q', "quiet", NULL, "report errors only", take_flag,
	    MEMBER(diag.quiet), 0 },
	{ 'v', "verbose", NULL, "report what is held back, and why", take_flag,
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
	    ACTION_VERSION },
	{ .take = NULL }
};

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
		return options_fail(o, "--now: cannot read date %s: %s",
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
		return options_fail(o, "--%s: cannot read date %s: %s",
		    option->name, quote(text).text, problem);
	return take_text(o, option, text);
}

/* Arguments become text of the feed and are cleaned like all other text. */
static const char *
clean_argument(struct options *o, const char *text)
{
	return text_clean_copy(&o->arena, text, strlen(text), NULL);
}

static bool
take_only(struct options *o, const struct option *option, const char *text)
{
	struct filter *filter = arena_alloc(&o->arena, sizeof *filter);
	const char *equals = strchr(text, '=');

	(void)option;
	if (equals == NULL || equals == text)
		return options_fail(o, "--only takes KEY=VALUE, not %s",
		    quote(text).text);
	filter->key = facet_key(arena_span(&o->arena, text, equals));
	filter->value = clean_argument(o, equals + 1);
	arena_list_add(&o->arena, &o->only, filter);
	return true;
}

static bool
take_split(struct options *o, const struct option *option, const char *text)
{
	(void)option;
	if (*text == '\0')
		return options_fail(o, "--split requires a key such as tag");
	o->split = facet_key(clean_argument(o, text));
	return true;
}

static bool
take_generator(struct options *o, const struct option *option,
    const char *text)
{
	(void)option;
	if (strcmp(text, "none") != 0 && generator_named(text) == NULL)
		return options_fail(o, "unknown generator %s",
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
		return options_fail(o, "-W takes the word error, not %s",
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
		/* -j "$(nproc)" may be more on a large machine. */
		if (n > POOL_MAX_THREADS)
			n = POOL_MAX_THREADS;
	}
	if (*p != '\0' || n == 0)
		return options_fail(o, "-j takes a positive number, not %s",
		    quote(text).text);
	o->threads = n;
	return true;
}

/* Color on terminals that support it, unless NO_COLOR is set. */
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
		return options_fail(o, "--color takes auto, always or never, "
		    "not %s", quote(text).text);
	return true;
}

/* The words of the command line that are still to be parsed. */
struct arguments {
	char *const	*next;
};

static bool
take_setting(struct options *o, const struct option *option,
    const char *text)
{
	struct override *override = arena_alloc(&o->arena, sizeof *override);

	if (text == NULL)
		text = "true";
	override->setting = &site_settings[option->value];
	override->faults = (struct text_faults){ .count = 0 };
	override->text = text_clean_copy(&o->arena, text, strlen(text),
	    &override->faults);
	arena_list_add(&o->arena, &o->overrides, override);
	return true;
}

/* The option for a setting. */
static struct option
option_of(const struct setting *s)
{
	return (struct option){ .letter = s->letter, .name = s->key,
	    .argument = s->argument, .take = take_setting,
	    .value = (int)(s - site_settings) };
}

/* Find an option or setting by its letter; false: there is none. */
static bool
find_letter(char letter, struct option *found)
{
	const struct option *option;
	const struct setting *s;

	for (option = options_table; option->take != NULL; option++)
		if (option->letter == letter) {
			*found = *option;
			return true;
		}
	for (s = site_settings; s->key != NULL && s->letter != letter; s++)
		continue;
	*found = option_of(s);
	return found->name != NULL;
}

/* The same by name. */
static bool
find_name(const char *name, size_t n, struct option *found)
{
	const struct option *option;
	const struct setting *s;

	for (option = options_table; option->take != NULL; option++)
		if (option->name != NULL && text_span_is(name, n,
		    option->name)) {
			*found = *option;
			return true;
		}
	for (s = site_settings; s->key != NULL &&
	    !text_span_is(name, n, s->key); s++)
		continue;
	*found = option_of(s);
	return found->name != NULL;
}

/* An option that differs by one typo, or that the name abbreviates. */
static const char *
find_similar(const char *name)
{
	const struct setting *s = site_similar_setting(name);
	const struct option *option;

	for (option = options_table; option->take != NULL; option++)
		if (option->name != NULL &&
		    (value_key_equal(name, option->name) ||
		    typo_is_slip(name, option->name) ||
		    typo_is_short(name, option->name)))
			return option->name;
	return s == NULL ? NULL : s->key;
}

static bool
unknown_name(struct options *o, const char *name)
{
	const char *similar = find_similar(name);

	if (similar == NULL)
		return options_fail(o, "unknown option --%s", name);
	return options_fail(o, "unknown option --%s (did you mean --%s?)",
	    name, similar);
}

/* "--name=text", "--name text". */
static bool
parse_long(struct options *o, const char *name, struct arguments *rest)
{
	size_t n = strcspn(name, "=");
	const char *text = name[n] == '=' ? name + n + 1 : NULL;
	struct option option;

	if (!find_name(name, n, &option))
		return unknown_name(o, arena_strndup(&o->arena, name, n));
	/* A setting that is a flag can be set to false. */
	if (option.argument == NULL && option.take != take_setting &&
	    text != NULL)
		return options_fail(o, "--%s takes no argument", option.name);
	if (option.argument != NULL && text == NULL) {
		text = *rest->next;
		if (text == NULL)
			return options_fail(o, "--%s requires an argument",
			    name);
		rest->next++;
	}
	return option.take(o, &option, text);
}

/* "-v", "-qk", "-n20", "-n 20"; but "-output x" does not mean file "utput". */
static bool
parse_short(struct options *o, const char *letters, struct arguments *rest)
{
	size_t n = strcspn(letters, "=");
	struct option option;
	const char *text;

	if (n > 2 && find_name(letters, n, &option))
		return options_fail(o, "unknown option -%s (did you mean "
		    "--%s?)", option.name, option.name);
	for (; *letters != '\0'; letters++) {
		if (!find_letter(*letters, &option))
			return options_fail(o, "unknown option -%.*s",
			    (int)text_sequence_length(letters,
			    strlen(letters)), letters);
		if (option.argument == NULL) {
			if (!option.take(o, &option, NULL))
				return false;
			continue;
		}
		text = letters[1] != '\0' ? letters + 1 : *rest->next++;
		if (text == NULL)
			return options_fail(o, "-%c requires an argument",
			    *letters);
		return option.take(o, &option, text);
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

void
options_parse(struct options *o, int argc, char *argv[])
{
	*o = (struct options){ .format = "rss", .separator = '\n' };
	o->diag.color = is_color_default();
	/* argv may be empty. */
	o->words = argv + (argc > 0);
	if (parse_words(o, o->words) && o->action <= ACTION_EXPLAIN)
		options_settle(o);
}

void
options_release(struct options *o)
{
	arena_release(&o->arena);
}

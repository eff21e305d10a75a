#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/text.h"

static const struct diag_message messages[DIAG_ID_COUNT] = {
	[DIAG_USAGE] = { "usage", DIAG_ERROR,
	    "the command line is invalid" },
	[DIAG_READ] = { "read", DIAG_ERROR,
	    "a post, folder, list or settings file cannot be read" },
	[DIAG_ENCODING] = { "encoding", DIAG_ERROR,
	    "a file is UTF-16, not UTF-8" },
	[DIAG_SIZE] = { "size", DIAG_ERROR,
	    "a file is too large to be read" },
	[DIAG_SITE] = { "site", DIAG_ERROR,
	    "a site setting cannot be used" },
	[DIAG_OUTPUT] = { "output", DIAG_ERROR,
	    "the feed cannot be written" },
	[DIAG_VERIFY] = { "verify", DIAG_ERROR,
	    "the finished feed does not match the posts" },

	[DIAG_ALIAS] = { "alias", DIAG_WARNING,
	    "text that YAML reads as an alias, an anchor or a tag" },
	[DIAG_ASSET] = { "asset", DIAG_WARNING,
	    "a file whose URL only the generator knows" },
	[DIAG_CELL] = { "cell", DIAG_WARNING,
	    "code in a body that cannot be run here" },
	[DIAG_CHARACTER] = { "character", DIAG_WARNING,
	    "bytes that are not UTF-8, or characters that XML forbids" },
	[DIAG_CODE] = { "code", DIAG_WARNING,
	    "a value that is code, which is not run" },
	[DIAG_COMMENT] = { "comment", DIAG_WARNING,
	    "part of a value was read as a YAML comment" },
	[DIAG_CONFIG] = { "config", DIAG_WARNING,
	    "a generator's setting cannot be used" },
	[DIAG_DATE] = { "date", DIAG_WARNING,
	    "a date cannot be read, or is from another calendar" },
	[DIAG_DUPLICATE_ID] = { "duplicate-id", DIAG_WARNING,
	    "two posts have the same id" },
	[DIAG_DUPLICATE_KEY] = { "duplicate-key", DIAG_WARNING,
	    "a key appears twice in the front matter" },
	[DIAG_ENCLOSURE] = { "enclosure", DIAG_WARNING,
	    "an enclosure cannot be used" },
	[DIAG_EXTERNAL] = { "external", DIAG_WARNING,
	    "an external link cannot be used" },
	[DIAG_FORMAT] = { "format", DIAG_WARNING,
	    "a post in an unsupported format, or not a post" },
	[DIAG_FRONT_MATTER] = { "front-matter", DIAG_WARNING,
	    "front matter that is not closed, or is not a mapping" },
	[DIAG_JSON] = { "json", DIAG_WARNING,
	    "an error in JSON" },
	[DIAG_KEY] = { "key", DIAG_WARNING,
	    "a key that is not text, or an unknown setting" },
	[DIAG_LANGUAGE] = { "language", DIAG_WARNING,
	    "a language that is not a BCP 47 tag" },
	[DIAG_LARGE] = { "large", DIAG_WARNING,
	    "a body is larger than many readers accept" },
	[DIAG_NO_AUTHOR] = { "no-author", DIAG_WARNING,
	    "neither post nor site names an author; the format needs one" },
	[DIAG_NO_DATE] = { "no-date", DIAG_WARNING,
	    "a post without a date" },
	[DIAG_NO_POSTS] = { "no-posts", DIAG_WARNING,
	    "the feed has no entries" },
	[DIAG_NO_SELF] = { "no-self", DIAG_WARNING,
	    "the feed has a hub, but its own URL is unknown" },
	[DIAG_NO_SLUG] = { "no-slug", DIAG_WARNING,
	    "nothing identifies a post in its URL" },
	[DIAG_NO_TITLE] = { "no-title", DIAG_WARNING,
	    "the feed has no title" },
	[DIAG_NO_URL] = { "no-url", DIAG_WARNING,
	    "the URL of the site is unknown" },
	[DIAG_OFFSET] = { "offset", DIAG_WARNING,
	    "a date with an impossible time zone offset" },
	[DIAG_PERMALINK] = { "permalink", DIAG_WARNING,
	    "a permalink cannot be used as written" },
	[DIAG_SHORTCODE] = { "shortcode", DIAG_WARNING,
	    "template tags in a body that cannot be run here" },
	[DIAG_SITES] = { "sites", DIAG_WARNING,
	    "it is unclear which site is meant" },
	[DIAG_TEMPLATE] = { "template", DIAG_WARNING,
	    "a value is an unexpanded template" },
	[DIAG_TOML] = { "toml", DIAG_WARNING,
	    "an error in TOML" },
	[DIAG_TYPO] = { "typo", DIAG_WARNING,
	    "an unknown key, probably a typo for one that is missing" },
	[DIAG_UNCLOSED] = { "unclosed", DIAG_WARNING,
	    "a tag, comment or script in a body is not closed" },
	[DIAG_URL] = { "url", DIAG_WARNING,
	    "a URL cannot be used" },
	[DIAG_VALUE] = { "value", DIAG_WARNING,
	    "a value is of the wrong type for its key" },
	[DIAG_YAML] = { "yaml", DIAG_WARNING,
	    "an error in YAML" },

	[DIAG_CACHE] = { "cache", DIAG_NOTE,
	    "the cache was used, or could not be used" },
	[DIAG_DATE_NAME] = { "date-name", DIAG_NOTE,
	    "the date differs from the day in the file name" },
	[DIAG_DEFAULT] = { "default", DIAG_NOTE,
	    "a default was used" },
	[DIAG_DRAFT] = { "draft", DIAG_NOTE,
	    "a draft was held back" },
	[DIAG_EXPIRED] = { "expired", DIAG_NOTE,
	    "a post that has expired was held back" },
	[DIAG_FILE] = { "file", DIAG_NOTE,
	    "a file was skipped" },
	[DIAG_FILTER] = { "filter", DIAG_NOTE,
	    "a post was left out by a filter" },
	[DIAG_FUTURE] = { "future", DIAG_NOTE,
	    "a post dated in the future was held back" },
	[DIAG_HIDDEN] = { "hidden", DIAG_NOTE,
	    "a hidden post, or a part of one, was held back" },
	[DIAG_LIMIT] = { "limit", DIAG_NOTE,
	    "posts beyond the limit were left out" },
	[DIAG_OTHER_LANGUAGE] = { "other-language", DIAG_NOTE,
	    "a post in a language other than the feed's was held back" },
	[DIAG_SANITIZE] = { "sanitize", DIAG_NOTE,
	    "a body contains what readers refuse to show" },
	[DIAG_SITE_FOUND] = { "settings", DIAG_NOTE,
	    "a site or its settings were found" },
	[DIAG_OUTPUT_SAME] = { "unchanged", DIAG_NOTE,
	    "an output file already contained this feed" },
	[DIAG_UNDATED] = { "undated", DIAG_NOTE,
	    "a post without a date was held back" },
};

const struct diag_options diag_quiet = { .quiet = true };

static const char *const level_names[] = { "note", "warning", "error" };
static const char *const level_colors[] = { "\33[36m", "\33[35m", "\33[31m" };

const struct diag_message *
diag_message(enum diag_id id)
{
	return &messages[id];
}

const char *
diag_level_name(enum diag_level level)
{
	return level_names[level];
}

/* Characters without a width of their own, if they may be what is wrong. */
static bool
is_unseen(const char *s)
{
	unsigned c = utf8_next(&s);

	return text_is_direction(c) || c == 0x200b || c == 0xfeff ||
	    c == 0x2028 || c == 0x2029;
}

/*
 * Bytes of posts and file names reach a terminal here: characters that are
 * not printable, or are invisible, are shown as \xNN.
 */
static void
put_masked(struct buf *out, const char *s)
{
	const char *end = s + strlen(s);
	size_t i, n;

	for (; s < end; s += n) {
		n = text_sequence_length(s, (size_t)(end - s));
		if (text_printable_length(s, n) == n && !is_unseen(s)) {
			buf_add(out, s, n);
			continue;
		}
		for (i = 0; i < n; i++)
			buf_printf(out, "\\x%02X", (unsigned char)s[i]);
	}
}

const char *
diag_file(const char *path)
{
	if (strcmp(path, "-") == 0)
		return "<stdin>";
	return *path == '\0' ? "\"\"" : path;
}

void
diag_put_place(struct buf *out, struct place place)
{
	put_masked(out, diag_file(place.path));
	if (place.line > 0)
		buf_printf(out, ":%u", place.line);
	if (place.line > 0 && place.column > 0)
		buf_printf(out, ":%u", place.column);
}

enum diag_level
diag_level(const struct diag *d, enum diag_id id)
{
	enum diag_level level = diag_message(id)->level;

	return level == DIAG_WARNING && d->options->strict ? DIAG_ERROR :
	    level;
}

static bool
is_shown(const struct diag *d, enum diag_level level)
{
	if (level == DIAG_NOTE)
		return d->options->verbose && !d->options->quiet;
	if (level == DIAG_WARNING)
		return !d->options->quiet;
	return true;
}

void
diag_report(struct diag *d, enum diag_id id, struct place place,
    const char *format, ...)
{
	const struct diag_message *message = diag_message(id);
	enum diag_level level = diag_level(d, id);
	struct buf plain = { 0 };
	va_list ap;

	d->counts[level]++;
	if (d->ids[id].count++ == 0)
		d->ids[id].first = place;
	if (!is_shown(d, level))
		return;
	buf_puts(&d->lines, "post2feed: ");
	if (place.path != NULL) {
		diag_put_place(&d->lines, place);
		buf_puts(&d->lines, ": ");
	}
	buf_printf(&d->lines, "%s%s:%s ",
	    d->options->color ? level_colors[level] : "", level_names[level],
	    d->options->color ? "\33[0m" : "");
	va_start(ap, format);
	buf_vprintf(&plain, format, ap);
	va_end(ap);
	put_masked(&d->lines, plain.bytes);
	buf_printf(&d->lines, " [%s]\n", message->name);
	buf_release(&plain);
}

void
diag_count(struct diag *d, enum diag_id id, size_t n)
{
	d->counts[diag_level(d, id)] += (unsigned)n;
	d->ids[id].count += (unsigned)n;
}

void
diag_flush(struct diag *d)
{
	const char *p = d->lines.bytes;
	size_t left = d->lines.length;
	ssize_t n;

	if (d->record != NULL && left > 0)
		buf_add(d->record, p, left);
	/* If standard error fails, there is nobody left to tell. */
	while (left > 0) {
		n = write(STDERR_FILENO, p, left);
		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		p += n;
		left -= (size_t)n;
	}
	buf_clear(&d->lines);
}

void
diag_release(struct diag *d)
{
	diag_flush(d);
	buf_release(&d->lines);
}

void
diag_merge(struct diag *d, const struct diag *from)
{
	size_t level, id;

	if (from->lines.length > 0)
		buf_add(&d->lines, from->lines.bytes, from->lines.length);
	for (level = DIAG_NOTE; level <= DIAG_ERROR; level++)
		d->counts[level] += from->counts[level];
	for (id = 0; id < DIAG_ID_COUNT; id++) {
		if (d->ids[id].count == 0)
			d->ids[id].first = from->ids[id].first;
		d->ids[id].count += from->ids[id].count;
	}
}

void
diag_move(struct diag *d, struct diag *from)
{
	struct buf lines = from->lines;

	/* As for most posts. */
	if (!diag_has_reported(from))
		return;
	diag_merge(d, from);
	buf_clear(&lines);
	*from = (struct diag){ .options = from->options, .lines = lines };
}

void
diag_discard(struct diag *d)
{
	buf_release(&d->lines);
}

bool
diag_has_reported(const struct diag *d)
{
	size_t level;

	for (level = DIAG_NOTE; level <= DIAG_ERROR; level++)
		if (d->counts[level] > 0)
			return true;
	return false;
}

bool
diag_failed(const struct diag *d)
{
	return d->counts[DIAG_ERROR] > 0;
}

struct quoted
quote(const char *s)
{
	static const char ellipsis[] = "\xe2\x80\xa6\"";
	struct quoted q = { "\"" };
	size_t n = text_fit(s, strlen(s), sizeof q.text - sizeof ellipsis - 1);

	memcpy(q.text + 1, s, n);
	if (s[n] == '\0')
		memcpy(q.text + 1 + n, "\"", sizeof "\"");
	else
		memcpy(q.text + 1 + n, ellipsis, sizeof ellipsis);
	return q;
}

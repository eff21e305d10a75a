#include <string.h>

#include "base/text.h"
#include "front/lines.h"
#include "front/lookalike.h"

/* Below these lines is text. */
#define MAX_LINES 16
#define MAX_KEY 20
/* This much of a line is enough to find it. */
#define SHOWN 40

/* Date keys, one of which is enough, and others, of which it takes two. */
static const char *const dates[] = {
	"date", "published", "pubdate", "created", "createdat", "posted"
};
static const char *const others[] = {
	"title", "author", "tags", "slug", "layout", "draft", "categories",
	"description"
};

#define COUNT(table) (sizeof (table) / sizeof *(table))

static size_t
index_of(const char *const *words, size_t count, const char *key)
{
	size_t i = 0;

	while (i < count && !value_key_equal(words[i], key))
		i++;
	return i;
}

/* The key of a line, `key: value`, after any marks; false: it has none. */
static bool
read_key(const char *p, const char *end, char *key, const char **value)
{
	size_t n = 0;

	while (p < end && (ascii_is_blank(*p) || strchr("*/<!-#;{:.[(",
	    *p) != NULL))
		p++;
	while (p < end && n < MAX_KEY && (ascii_is_alnum(*p) || *p == '_' ||
	    *p == '-'))
		key[n++] = *p++;
	key[n] = '\0';
	while (p < end && (*p == '*' || ascii_is_blank(*p)))
		p++;
	*value = p + 1;
	return n > 0 && end - p > 1 && (*p == ':' || *p == '=');
}

/* Whether there are four digits, as in the year of every date. */
static bool
has_year(const char *p, const char *end)
{
	size_t n = 0;

	for (; p < end && n < 4; p++)
		n = ascii_is_digit(*p) ? n + 1 : 0;
	return n == 4;
}

/* A Clojure map, as in Cryogen: `{:title "Rain"`. */
static bool
is_edn(const char *p, const char *end)
{
	const char *q = p + 2;

	while (q < end && ascii_is_alpha(*q))
		q++;
	return end - p > 6 && p[0] == '{' && p[1] == ':' && q > p + 2 &&
	    end - q > 2 && q[0] == ' ' && (q[1] == '"' || q[1] == ':');
}

/* The keys found so far, as bits, and the first line of them. */
struct found {
	unsigned	 keys;
	bool		 in_comment;
	const char	*line, *end;
	unsigned	 number, column;
};

static void
note(struct found *f, const char *p, const char *end, unsigned number)
{
	size_t blanks = line_indentation(p, (size_t)(end - p));

	f->line = p + blanks;
	f->end = end;
	f->number = number;
	f->column = (unsigned)blanks + 1;
}

/* Whether a line, with those before it, shows that this is front matter. */
static bool
shows_front_matter(struct found *f, const char *p, const char *end,
    unsigned number, bool has_date)
{
	char key[MAX_KEY + 1];
	const char *value;
	unsigned bit;
	bool is_date;

	if (is_edn(p, end)) {
		note(f, p, end, number);
		return true;
	}
	if (!read_key(p, end, key, &value))
		return false;
	is_date = !has_date && has_year(value, end) &&
	    index_of(dates, COUNT(dates), key) < COUNT(dates);
	bit = 1u << index_of(others, COUNT(others), key);
	if (!is_date && (bit == 1u << COUNT(others) || f->in_comment))
		return false;
	if (is_date || f->keys == 0)
		note(f, p, end, number);
	f->keys |= bit;
	return is_date || f->keys != bit;
}

static void
report(const struct found *f, const char *path, struct diag *d)
{
	const struct place place = { path, f->number, f->column };
	const char *end = text_skip(f->line, f->end, SHOWN);
	char text[4 * SHOWN + 1];
	size_t n = (size_t)(end - f->line);

	n -= n > 0 && end[-1] == '\n';
	memcpy(text, f->line, n);
	text[n] = '\0';
	diag_report(d, DIAG_FRONT_MATTER, place, "%s looks like front matter, "
	    "but is malformed or in the wrong place; left in the body (front "
	    "matter goes at the top, between lines of ---)", quote(text).text);
}

void
lookalike_report(const struct block *block, bool has_date, struct diag *d)
{
	const char *p = block->text, *end = p + block->length, *next;
	struct found f = { .keys = 0 };
	unsigned number = block->line;

	for (; p < end && number < block->line + MAX_LINES; number++,
	    p = next) {
		next = p + line_length(p, end);
		if (text_begins(p, end, "<!--"))
			f.in_comment = true;
		if (line_is_blank(p, (size_t)(next - p)))
			f.keys = 0;
		else if (shows_front_matter(&f, p, next, number, has_date)) {
			report(&f, block->path, d);
			return;
		}
		if (text_ends(p, next - 1, "-->"))
			f.in_comment = false;
	}
}

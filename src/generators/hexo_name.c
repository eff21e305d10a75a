/*
 * Match the path of a post with the rule new_post_name.
 *
 * `:year-:month-:day-:title.md` takes the date off a file name.  Hexo
 * translates the rule to a regular expression, in which a word matches one or
 * more characters, as few as possible.  A path that does not match is a slug
 * as a whole.
 */
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "front/value.h"
#include "generators/hexo.h"

/* Real rules have fewer, and the cost grows with their number. */
#define MAX_PARTS 32

/* A placeholder of a rule, or the text between two of them. */
struct part {
	const char	*text;
	size_t		 length;
	bool		 is_word;
	size_t		 start, end;	/* its match in the path */
	size_t		 hopeless;	/* ends beyond this do not match */
};

struct matcher {
	struct part	 parts[MAX_PARTS];
	size_t		 count;
	const char	*path;
	size_t		 length;
	char		*failed;	/* [part][position in the path] */
};

size_t
hexo_word_length(const char *text)
{
	size_t n = text_word_length(text, "_");

	while (n > 0 && text[n - 1] == '_')
		n--;
	return n;
}

/* Placeholders with a pattern of their own. */
static const struct word {
	const char	*name;
	size_t		 min, max;
	bool		 is_hex;
} words[] = {
	{ "year", 4, 4, false },
	{ "month", 2, 2, false },
	{ "day", 2, 2, false },
	{ "i_month", 1, 2, false },
	{ "i_day", 1, 2, false },
	{ "hash", 12, 12, true }
};

static const struct word *
word_of(const struct part *part)
{
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (text_span_is(part->text, part->length, words[i].name))
			return &words[i];
	return NULL;
}

/* False if there are too many parts. */
static bool
split(struct matcher *m, const char *rule, size_t length)
{
	const char *end = rule + length;
	struct part *part = NULL;
	size_t n;

	while (rule < end) {
		n = *rule == ':' ? hexo_word_length(rule + 1) : 0;
		if (n > (size_t)(end - rule) - 1)
			n = (size_t)(end - rule) - 1;
		if (n == 0 && part != NULL && !part->is_word) {
			part->length++;
			rule++;
			continue;
		}
		if (m->count == MAX_PARTS)
			return false;
		part = &m->parts[m->count++];
		*part = (struct part){ .text = n > 0 ? rule + 1 : rule,
		    .length = n > 0 ? n : 1, .is_word = n > 0,
		    .hopeless = m->length };
		rule += n + 1;
	}
	return true;
}

static bool match_from(struct matcher *, size_t index, size_t at);

static bool
match_text(struct matcher *m, size_t index, size_t at)
{
	const struct part *part = &m->parts[index];

	return m->length - at >= part->length &&
	    strncmp(m->path + at, part->text, part->length) == 0 &&
	    match_from(m, index + 1, at + part->length);
}

/* Match digits greedily. */
static bool
match_digits(struct matcher *m, size_t index, size_t at,
    const struct word *word)
{
	struct part *part = &m->parts[index];
	size_t n = 0;

	while (n < word->max && (ascii_is_digit(m->path[at + n]) ||
	    (word->is_hex && m->path[at + n] >= 'a' &&
	    m->path[at + n] <= 'f')))
		n++;
	for (part->start = at; n >= word->min; n--) {
		part->end = at + n;
		if (match_from(m, index + 1, at + n))
			return true;
	}
	return false;
}

static bool
match_any(struct matcher *m, size_t index, size_t at)
{
	struct part *part = &m->parts[index];
	const char *next = m->path + at;

	while ((size_t)(next - m->path) < part->hopeless) {
		utf8_next(&next);
		part->end = (size_t)(next - m->path);
		if (match_from(m, index + 1, part->end))
			return true;
	}
	if (at < part->hopeless)
		part->hopeless = at;
	return false;
}

/* Each part is tried only once at each position, which bounds the time. */
static bool
match_from(struct matcher *m, size_t index, size_t at)
{
	const struct word *word;
	char *failed = m->failed + index * (m->length + 1) + at;
	bool ok;

	if (index == m->count)
		return at == m->length;
	if (*failed)
		return false;
	word = m->parts[index].is_word ? word_of(&m->parts[index]) : NULL;
	if (!m->parts[index].is_word) {
		ok = match_text(m, index, at);
	} else if (word != NULL) {
		ok = match_digits(m, index, at, word);
	} else {
		m->parts[index].start = at;
		ok = match_any(m, index, at);
	}
	*failed = !ok;
	return ok;
}

/* The length of a path without its extension. */
static size_t
stem_length(const char *path)
{
	return strlen(path) - strlen(file_extension(path));
}

/* If a placeholder appears twice, the last one counts. */
static void
add_words(struct arena *a, const struct matcher *m, struct arena_list *list,
    bool *has_title)
{
	const struct part *part = m->parts + m->count;
	const char *key;

	while (part-- > m->parts) {
		if (!part->is_word)
			continue;
		key = arena_strndup(a, part->text, part->length);
		*has_title = *has_title || strcmp(key, "title") == 0;
		arena_list_add(a, list, value_new_text(a, key, arena_strndup(a,
		    m->path + part->start, part->end - part->start), NULL));
	}
}

const struct p2f_value *
hexo_name_read(struct arena *a, const char *rule, const char *path)
{
	struct matcher m = { .path = arena_strndup(a, path,
	    stem_length(path)) };
	struct arena_list list = { 0 };
	bool has_title = false;

	m.length = strlen(m.path);
	if (split(&m, rule, stem_length(rule))) {
		m.failed = mem_alloc((m.count + 1) * (m.length + 1));
		memset(m.failed, 0, (m.count + 1) * (m.length + 1));
		if (match_from(&m, 0, 0))
			add_words(a, &m, &list, &has_title);
		mem_free(m.failed);
	}
	if (!has_title)
		arena_list_add(a, &list, value_new_text(a, "title",
		    hexo_slug(a, m.path, 0), NULL));
	return value_of_items(a, P2F_MAP, &list, NULL);
}

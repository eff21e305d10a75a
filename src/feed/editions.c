#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "feed/editions.h"
#include "feed/feed.h"
#include "post/language.h"

/* File names have at most 255 bytes, some of which are for the pattern. */
#define NAME_MAX_LENGTH 200

/* A post and one value that it is filed under. */
struct filed {
	const char	*value, *name;
	struct card	*card;
	size_t		 place;		/* index of the post in the list */
};

static bool
has_meaning(char c)
{
	return (unsigned char)c <= ' ' || c == '/' || c == '\\';
}

/* A long name is cut, with part of its hash to keep it distinct. */
static void
shorten(struct buf *name)
{
	char digits[DIGEST_SHA1_SIZE];
	size_t length = NAME_MAX_LENGTH - 9;

	if (name->length <= NAME_MAX_LENGTH)
		return;
	digest_sha1(name->bytes, name->length, digits);
	while (utf8_is_continuation(name->bytes[length]))
		length--;
	name->length = length;
	buf_printf(name, "-%.8s", digits);
}

/*
 * In lower case, and without characters with a meaning in paths: "Rain / Snow"
 * is rain-snow, ".net" is -net and not a hidden file, and "C#" is c#.
 */
static const char *
name_of(struct arena *a, const char *value)
{
	const char *p = unicode_lower_text(a, value);
	struct buf name = { 0 };

	if (*p == '.') {
		buf_putc(&name, '-');
		p++;
	}
	for (; *p != '\0'; p++)
		if (!has_meaning(*p))
			buf_putc(&name, *p);
		else if (name.length == 0 ||
		    name.bytes[name.length - 1] != '-')
			buf_putc(&name, '-');
	shorten(&name);
	return arena_take(a, &name);
}

static int
compare(const void *left, const void *right)
{
	const struct filed *a = left, *b = right;
	int order = strcmp(a->name, b->name);

	return order != 0 ? order : (a->place > b->place) -
	    (a->place < b->place);
}

static const struct arena_list *
facets_of(const struct posts *posts, size_t i)
{
	return &posts->facets[posts->items[i] - posts->cards];
}

static size_t
count_filed(const struct posts *posts)
{
	size_t count = 0, i;

	for (i = 0; i < posts->count; i++)
		count += facets_of(posts, i)->count;
	return count;
}

static void
list_filed(struct filed *out, struct arena *a, const struct posts *posts)
{
	const struct arena_list *facets;
	const char *value;
	size_t i, k;

	for (i = 0; i < posts->count; i++) {
		facets = facets_of(posts, i);
		for (k = 0; k < facets->count; k++) {
			value = facets->items[k];
			*out++ = (struct filed){ value, name_of(a, value),
			    posts->items[i], i };
		}
	}
}

/* Fill in the edition of the first; returns how many items belong to it. */
static size_t
take_edition(struct edition *edition, struct card **cards,
    const struct filed *first, const struct filed *end)
{
	const struct filed *f = first;

	*edition = (struct edition){ .value = first->value, .name = first->name,
	    .items = cards };
	for (; f < end && strcmp(f->name, first->name) == 0; f++)
		/* A post may be filed under both "a b" and "A-B". */
		if (f == first || f->card != f[-1].card)
			cards[edition->count++] = f->card;
	return (size_t)(f - first);
}

static void
deal(struct editions *editions, const struct posts *posts)
{
	size_t count = count_filed(posts), i;
	struct filed *filed = mem_alloc(count * sizeof *filed);

	list_filed(filed, &editions->arena, posts);
	if (count > 1)
		qsort(filed, count, sizeof *filed, compare);
	editions->items = mem_alloc(count * sizeof *editions->items);
	editions->cards = mem_alloc(count * sizeof *editions->cards);
	for (i = 0; i < count; )
		i += take_edition(&editions->items[editions->count++],
		    editions->cards + i, filed + i, filed + count);
	mem_free(filed);
}

static void
cut(struct edition *edition, size_t limit, struct diag *d)
{
	if (limit == 0 || edition->count <= limit)
		return;
	diag_report(d, DIAG_LIMIT, (struct place){ .path = NULL },
	    "the limit leaves out %zu post%s of %s", edition->count - limit,
	    edition->count - limit == 1 ? "" : "s", quote(edition->value).text);
	edition->count = limit;
}

/* The archives of an edition, then the feed of its newest posts. */
static struct edition *
put_by_age(struct edition *out, const struct edition *edition, size_t limit)
{
	const size_t archives = archive_count(edition->count, limit);
	size_t i;

	for (i = 1; i <= archives; i++) {
		*out = *edition;
		out->archive = (struct archive){ i, archives };
		out->items += archive_start(i, edition->count, limit);
		out++->count = limit;
	}
	*out = *edition;
	out->archive.count = archives;
	if (out->count > limit)
		out->count = limit;
	return out + 1;
}

static void
divide_by_age(struct editions *editions, size_t limit)
{
	struct edition *whole = editions->items, *out;
	size_t count = editions->count, i;

	for (i = 0; i < count; i++)
		editions->count += archive_count(whole[i].count, limit);
	out = editions->items = mem_alloc(editions->count * sizeof *out);
	for (i = 0; i < count; i++)
		out = put_by_age(out, &whole[i], limit);
	mem_free(whole);
}

void
editions_make(struct editions *editions, const struct posts *posts,
    const struct editions_rules *rules, struct diag *d)
{
	size_t i;

	if (rules->key != NULL) {
		deal(editions, posts);
	} else {
		editions->items = mem_alloc(sizeof *editions->items);
		editions->items[editions->count++] = (struct edition){
		    .items = posts->items, .count = posts->count };
	}
	if (rules->archives)
		divide_by_age(editions, rules->limit);
	else
		for (i = 0; i < editions->count; i++)
			cut(&editions->items[i], rules->limit, d);
}

void
editions_release(struct editions *editions)
{
	mem_free(editions->items);
	mem_free(editions->cards);
	arena_release(&editions->arena);
	*editions = (struct editions){ .items = NULL };
}

bool
editions_has_mark(const char *pattern)
{
	return strstr(pattern, EDITIONS_MARK) != NULL;
}

static const char *
put_name(struct arena *a, const char *pattern, const char *name)
{
	const char *mark;
	struct buf out = { 0 };

	for (; (mark = strstr(pattern, EDITIONS_MARK)) != NULL;
	    pattern = mark + strlen(EDITIONS_MARK)) {
		buf_add_span(&out, pattern, mark);
		buf_puts(&out, name);
	}
	buf_puts(&out, pattern);
	return arena_take(a, &out);
}

const char *
editions_path(struct arena *a, const char *pattern,
    const struct edition *edition)
{
	return edition->value == NULL ? pattern :
	    put_name(a, pattern, edition->name);
}

static const char *
encode(struct arena *a, const char *name)
{
	struct buf out = { 0 };

	url_encode_segment(&out, name);
	return arena_take(a, &out);
}

/* Feeds for two keys differ in their ids, even if the value is the same. */
static const char *
id_of(struct arena *a, const char *id, const char *key, const char *name)
{
	if (editions_has_mark(id))
		return put_name(a, id, name);
	return arena_printf(a, "%s%c%s=%s", id, strchr(id, '#') == NULL ?
	    '#' : '-', encode(a, key), name);
}

static void
name_feed(struct p2f_feed *feed, struct arena *a, const char *key,
    const struct edition *edition)
{
	const char *name = encode(a, edition->name), *language;

	feed->title = arena_printf(a, "%s: %s", feed->title, edition->value);
	feed->id = id_of(a, feed->id, key, name);
	if (feed->self != NULL)
		feed->self = put_name(a, feed->self, name);
	language = ascii_equal(key, "language") ?
	    language_tag(a, edition->value) : NULL;
	if (language != NULL)
		feed->language = language;
}

void
editions_feed(struct p2f_feed *feed, struct arena *a,
    const struct p2f_feed *whole, const char *key,
    const struct edition *edition, const struct posts *posts)
{
	*feed = *whole;
	feed->updated = feed_newest(a, posts);
	if (edition->value != NULL)
		name_feed(feed, a, key, edition);
}

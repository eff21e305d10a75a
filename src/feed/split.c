#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "feed/feed.h"
#include "feed/split.h"
#include "post/language.h"

/* A post and one thing that it is filed under. */
struct filed {
	const char	*value, *name;
	struct card	*card;
	size_t		 place;		/* of the post in the order of all */
};

static bool
has_meaning(char c)
{
	return (unsigned char)c <= ' ' || c == '/' || c == '\\';
}

/*
 * In lower case, and without what has a meaning in a path: "Rain / Snow" is
 * rain-snow, ".net" is -net and no hidden file, and "C#" is c#.
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

/* How many are of the part of the first, which is filled in. */
static size_t
take_part(struct part *part, struct card **cards, const struct filed *first,
    const struct filed *end)
{
	const struct filed *f = first;

	*part = (struct part){ first->value, first->name, cards, 0 };
	for (; f < end && strcmp(f->name, first->name) == 0; f++)
		/* It may be filed under "a b" and "A-B". */
		if (f == first || f->card != f[-1].card)
			cards[part->count++] = f->card;
	return (size_t)(f - first);
}

static void
cut(struct part *part, size_t limit, struct diag *d)
{
	if (limit == 0 || part->count <= limit)
		return;
	diag_report(d, DIAG_LIMIT, (struct place){ .path = NULL },
	    "the limit leaves out %zu post%s of %s", part->count - limit,
	    part->count - limit == 1 ? "" : "s", quote(part->value).text);
	part->count = limit;
}

void
split_posts(struct parts *parts, const struct posts *posts, size_t limit,
    struct diag *d)
{
	size_t count = count_filed(posts), i;
	struct filed *filed = mem_alloc(count * sizeof *filed);
	struct part *part;

	list_filed(filed, &parts->arena, posts);
	if (count > 1)
		qsort(filed, count, sizeof *filed, compare);
	parts->items = mem_alloc(count * sizeof *parts->items);
	parts->cards = mem_alloc(count * sizeof *parts->cards);
	for (i = 0; i < count; ) {
		part = &parts->items[parts->count++];
		i += take_part(part, parts->cards + i, filed + i,
		    filed + count);
		cut(part, limit, d);
	}
	mem_free(filed);
}

void
parts_release(struct parts *parts)
{
	mem_free(parts->items);
	mem_free(parts->cards);
	arena_release(&parts->arena);
	*parts = (struct parts){ .items = NULL };
}

bool
split_has_mark(const char *pattern)
{
	return strstr(pattern, SPLIT_MARK) != NULL;
}

static const char *
put_name(struct arena *a, const char *pattern, const char *name)
{
	const char *mark;
	struct buf out = { 0 };

	for (; (mark = strstr(pattern, SPLIT_MARK)) != NULL;
	    pattern = mark + strlen(SPLIT_MARK)) {
		buf_add_span(&out, pattern, mark);
		buf_puts(&out, name);
	}
	buf_puts(&out, pattern);
	return arena_take(a, &out);
}

const char *
split_path(struct arena *a, const char *pattern, const struct part *part)
{
	return put_name(a, pattern, part->name);
}

static const char *
encode(struct arena *a, const char *name)
{
	struct buf out = { 0 };

	url_encode_segment(&out, name);
	return arena_take(a, &out);
}

/* Feeds of two keys are two feeds, even if they have one name. */
static const char *
id_of(struct arena *a, const char *id, const char *key, const char *name)
{
	if (split_has_mark(id))
		return put_name(a, id, name);
	return arena_printf(a, "%s%c%s=%s", id, strchr(id, '#') == NULL ?
	    '#' : '-', encode(a, key), name);
}

void
split_feed(struct p2f_feed *feed, struct arena *a,
    const struct p2f_feed *whole, const char *key, const struct part *part,
    const struct posts *posts)
{
	const char *name = encode(a, part->name), *language;

	*feed = *whole;
	feed->title = arena_printf(a, "%s: %s", whole->title, part->value);
	feed->id = id_of(a, whole->id, key, name);
	if (whole->self != NULL)
		feed->self = put_name(a, whole->self, name);
	feed->updated = feed_newest(a, posts);
	language = ascii_equal(key, "language") ?
	    language_tag(a, part->value) : NULL;
	if (language != NULL)
		feed->language = language;
}

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/url.h"
#include "feed/select.h"

/* Bits per post: enough to tell nearly all ids apart. */
#define MARKS_OF_POST 16

void
posts_release(struct posts *posts)
{
	size_t i;

	for (i = 0; i < posts->card_count; i++)
		card_release(&posts->cards[i]);
	for (i = 0; i < posts->arena_count; i++)
		arena_release(&posts->arenas[i]);
	mem_free(posts->arenas);
	mem_free(posts->facets);
	mem_free(posts->cards);
	mem_free(posts->items);
	links_release(&posts->links);
	*posts = (struct posts){ 0 };
}

/* Newest first, undated last. */
static int
compare_cards(const void *left, const void *right)
{
	const struct card *const *a = left, *const *b = right;

	return card_compare(*a, *b);
}

/* Oldest first, undated first. */
static int
compare_ages(const struct card *a, const struct card *b)
{
	int order = -card_compare_dates(a, b);

	return order != 0 ? order : (a > b) - (a < b);
}

/* Of posts with one id, the oldest comes first, since it keeps the id. */
static int
compare_ids(const void *left, const void *right)
{
	const struct card *const *a = left, *const *b = right;
	int order = strcmp((*a)->id, (*b)->id);

	return order != 0 ? order : compare_ages(*a, *b);
}

/*
 * The new id is made from the file's name, so it stays the same when posts come
 * and go; only posts of the same name are numbered.
 */
static const char *
distinct_id(struct arena *a, const struct card *card, const char *id,
    unsigned number)
{
	struct buf out = { 0 };

	buf_puts(&out, id);
	buf_putc(&out, strchr(id, '#') == NULL ? '#' : '-');
	url_encode_segment(&out, file_base_name(card->source->path));
	if (number > 1)
		buf_printf(&out, "-%u", number);
	return arena_take(a, &out);
}

/* The ids in use: a hash table with open addressing. */
struct ids {
	const char	**slots;
	size_t		 count;		/* of slots, a power of two */
};

static size_t
slot_of(const struct ids *ids, const char *id)
{
	size_t i = (size_t)hash_string(HASH_START, id) & (ids->count - 1);

	while (ids->slots[i] != NULL && strcmp(ids->slots[i], id) != 0)
		i = (i + 1) & (ids->count - 1);
	return i;
}

/* Leaves room for as many new ids. */
static void
collect_ids(struct ids *ids, const struct posts *posts)
{
	const char *id;
	size_t i;

	ids->count = 4;
	while (ids->count < 4 * posts->count)
		ids->count *= 2;
	ids->slots = mem_alloc_zeroed(ids->count * sizeof *ids->slots);
	for (i = 0; i < posts->count; i++) {
		id = posts->items[i]->id;
		ids->slots[slot_of(ids, id)] = id;
	}
}

/* An id that no post has; *number is the next to try. */
static const char *
new_id(struct ids *ids, struct arena *a, const struct card *card,
    const char *id, unsigned *number)
{
	const char *new;
	size_t slot;

	do {
		new = distinct_id(a, card, id, (*number)++);
		slot = slot_of(ids, new);
	} while (ids->slots[slot] != NULL);
	return ids->slots[slot] = new;
}

static bool
have_one_name(const struct card *a, const struct card *b)
{
	return strcmp(file_base_name(a->source->path),
	    file_base_name(b->source->path)) == 0;
}

static void
make_distinct(struct ids *ids, struct arena *a, struct card **duplicates,
    size_t count, struct diag *d)
{
	const char *id = duplicates[0]->id;
	unsigned same, next = 0;
	size_t i, k;

	for (i = 1; i < count; i++) {
		same = 1;
		/* Few sites have many duplicates of one name. */
		for (k = 1; k < i && k < 100; k++)
			same += have_one_name(duplicates[k], duplicates[i]);
		if (i >= 100)
			same = next > i ? next : (unsigned)i;
		next = same;
		duplicates[i]->id = new_id(ids, a, duplicates[i], id, &next);
		duplicates[i]->entry = NULL;
		diag_report(d, DIAG_DUPLICATE_ID, (struct place){
		    .path = duplicates[i]->source->path },
		    "same id as %s, %s; changed to "
		    "%s (set a different id: or permalink: in the front "
		    "matter)", diag_file(duplicates[0]->source->path),
		    quote(id).text, quote(duplicates[i]->id).text);
	}
}

/* Bits, by the hash of an id: set for any post, and for several posts. */
struct marks {
	unsigned char	*had, *shared;
	size_t		 bits;
};

static size_t
mark_of(const struct marks *marks, const struct card *card)
{
	return card->hash % marks->bits;
}

/* False: no two posts have a mark in common, hence none have an id. */
static bool
mark(struct marks *marks, struct card *const *items, size_t count)
{
	bool found = false;
	unsigned char bit;
	size_t i, at;

	for (i = 0; i < count; i++) {
		items[i]->hash = (unsigned)hash_string(HASH_START,
		    items[i]->id);
		at = mark_of(marks, items[i]);
		bit = (unsigned char)(1 << at % 8);
		if (marks->had[at / 8] & bit) {
			marks->shared[at / 8] |= bit;
			found = true;
		}
		marks->had[at / 8] |= bit;
	}
	return found;
}

/*
 * Move the posts that may share an id with another to the front, of which one
 * in ten or fewer is there by chance.  Returns how many there are.
 */
static size_t
gather_duplicates(struct card **items, size_t count)
{
	struct marks marks = { .bits = 128 };
	size_t i, at, duplicates = 0;
	struct card *card;

	while (marks.bits < MARKS_OF_POST * count)
		marks.bits *= 2;
	marks.had = mem_alloc_zeroed(marks.bits / 8);
	marks.shared = mem_alloc_zeroed(marks.bits / 8);
	if (!mark(&marks, items, count))
		count = 0;
	for (i = 0; i < count; i++) {
		card = items[i];
		at = mark_of(&marks, card);
		if ((marks.shared[at / 8] >> at % 8 & 1) == 0)
			continue;
		items[i] = items[duplicates];
		items[duplicates++] = card;
	}
	mem_free(marks.had);
	mem_free(marks.shared);
	return duplicates;
}

/* Most ids are told apart by their hashes, the others by comparison. */
static void
make_ids_unique(struct posts *posts, struct diag *d)
{
	struct card **items = posts->items;
	size_t i, n, duplicates = gather_duplicates(items, posts->count);
	struct ids ids = { .slots = NULL };

	if (duplicates > 1)
		qsort(items, duplicates, sizeof *items, compare_ids);
	for (i = 0; i < duplicates; i += n) {
		n = 1;
		while (i + n < duplicates &&
		    strcmp(items[i]->id, items[i + n]->id) == 0)
			n++;
		if (n == 1)
			continue;
		if (ids.slots == NULL)
			collect_ids(&ids, posts);
		make_distinct(&ids, posts->arenas, items + i, n, d);
	}
	mem_free(ids.slots);
}

/* Restore a heap that is in order except for its top; the oldest is on top. */
static void
sink(struct card **heap, size_t count)
{
	struct card *card = heap[0];
	size_t i = 0, k;

	while ((k = 2 * i + 1) < count) {
		if (k + 1 < count && card_compare(heap[k + 1], heap[k]) > 0)
			k++;
		if (card_compare(heap[k], card) <= 0)
			break;
		heap[i] = heap[k];
		i = k;
	}
	heap[i] = card;
}

/*
 * Move the newest posts to the front, in any order, and the others after them.
 * A list sorted newest first is a heap once it is reversed.
 */
static void
gather_newest(struct card **items, size_t count, size_t limit)
{
	struct card *card;
	size_t i;

	qsort(items, limit, sizeof *items, compare_cards);
	for (i = 0; i < limit / 2; i++) {
		card = items[i];
		items[i] = items[limit - 1 - i];
		items[limit - 1 - i] = card;
	}
	/* The newest posts mostly come last. */
	for (i = count; i-- > limit; ) {
		if (card_compare(items[i], items[0]) > 0)
			continue;
		card = items[0];
		items[0] = items[i];
		items[i] = card;
		sink(items, limit);
	}
}

/* If only a few of many posts are needed, the others need no order. */
static void
sort(struct posts *posts, size_t limit)
{
	size_t count = posts->count;

	if (limit > 0 && limit < count / 4) {
		gather_newest(posts->items, count, limit);
		count = limit;
	}
	if (count > 1)
		qsort(posts->items, count, sizeof *posts->items,
		    compare_cards);
}

static void
cut(struct posts *posts, size_t limit, struct diag *d)
{
	size_t i;

	if (limit == 0 || posts->count <= limit)
		return;
	diag_report(d, DIAG_LIMIT, (struct place){ .path = NULL },
	    "the limit leaves out %zu post%s", posts->count - limit,
	    posts->count - limit == 1 ? "" : "s");
	for (i = limit; i < posts->count; i++)
		card_release(posts->items[i]);
	posts->count = limit;
}

void
select_posts(struct posts *posts, size_t limit, struct diag *d)
{
	make_ids_unique(posts, d);
	sort(posts, limit);
	/* Those beyond the limit are on the site, too. */
	links_init(&posts->links, posts->cards, posts->card_count,
	    posts->rules);
	cut(posts, limit, d);
}

/*
 * Which posts are selected, against the simple way to do it: sort all posts and
 * use the first ones.  Ids that several posts have are found among ids that
 * differ.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "feed/select.h"
#include "pick.h"
#include "tap.h"

enum { POSTS = 400, ROUNDS = 60 };

static uint64_t state = 1;

/* Some posts share a date, some have none, and some share an id. */
static void
fill(struct posts *posts, struct source *sources, size_t count,
    unsigned days, unsigned ids)
{
	struct card *card;
	size_t i;

	*posts = (struct posts){ .count = count, .card_count = count,
	    .arena_count = 1 };
	posts->cards = mem_alloc_zeroed(count * sizeof *posts->cards);
	posts->items = mem_alloc_zeroed(count * sizeof *posts->items);
	posts->arenas = mem_alloc_zeroed(sizeof *posts->arenas);
	for (i = 0; i < count; i++) {
		card = posts->items[i] = &posts->cards[i];
		sources[i].path = arena_printf(posts->arenas, "p%zu.md", i);
		card->source = &sources[i];
		card->url = card->id = arena_printf(posts->arenas,
		    "https://example.org/%u", pick(&state, ids));
		card->is_dated = pick(&state, 10) > 0;
		card->published = pick(&state, days);
	}
}

static struct card **
select_plainly(const struct posts *posts)
{
	struct card **items = mem_alloc(posts->count * sizeof *items), *card;
	size_t i, k;

	for (i = 0; i < posts->count; i++) {
		card = posts->items[i];
		for (k = i; k > 0 && card_compare(items[k - 1], card) > 0;
		    k--)
			items[k] = items[k - 1];
		items[k] = card;
	}
	return items;
}

/* Whether a post kept an id that an older one has, too. */
static bool
is_usurped(const struct card *card, const struct card *other)
{
	return card->id == card->url && strcmp(card->url, other->url) == 0 &&
	    card_compare_dates(card, other) < 0;
}

/* The oldest post keeps its id; in the end no two share one. */
static bool
has_own_ids(const struct posts *posts)
{
	const struct card *a, *b;
	size_t i, k;

	for (i = 0; i < posts->card_count; i++)
		for (k = 0; k < i; k++) {
			a = &posts->cards[i];
			b = &posts->cards[k];
			if (strcmp(a->id, b->id) == 0 || is_usurped(a, b) ||
			    is_usurped(b, a))
				return false;
		}
	return true;
}

static void
check_round(size_t count, size_t limit)
{
	static const struct diag_options quiet = { .quiet = true };
	struct source sources[POSTS] = { { .path = NULL } };
	struct diag d = { .options = &quiet };
	struct card **plain;
	struct posts posts;
	bool ok = true;
	size_t i, kept;

	fill(&posts, sources, count, pick(&state, 2) ? 10 : 100000,
	    pick(&state, 2) ? 50 : 1000000);
	plain = select_plainly(&posts);
	select_posts(&posts, limit, &d);
	kept = limit == 0 || limit > count ? count : limit;
	for (i = 0; i < kept && i < posts.count; i++)
		ok = ok && posts.items[i] == plain[i];
	tap_ok(ok && posts.count == kept, "the newest %zu of %zu", limit,
	    count);
	tap_ok(has_own_ids(&posts), "distinct ids for %zu", count);
	mem_free(plain);
	posts_release(&posts);
	diag_discard(&d);
}

int
main(void)
{
	static const size_t limits[] = { 0, 1, 2, 3, 7, 20, 64, 99 };
	size_t i;

	for (i = 0; i < ROUNDS; i++)
		check_round(i < 6 ? i : 1 + pick(&state, POSTS),
		    limits[i % COUNT(limits)]);
	return tap_end();
}

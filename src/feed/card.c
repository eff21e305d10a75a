#include "base/mem.h"
#include "feed/card.h"

void
card_fill(struct card *card, struct arena *a, const struct post *post)
{
	const struct p2f_date *updated = post->updated;

	card->url = post->url == NULL ? NULL : arena_strdup(a, post->url);
	card->id = post->id == post->url ? card->url :
	    arena_strdup(a, post->id);
	card->is_dated = post->published != NULL;
	if (card->is_dated)
		card->published = post->published->seconds;
	card->is_updated = updated != NULL;
	if (card->is_updated) {
		card->updated = updated->seconds;
		card->updated_offset = (short)updated->offset;
	}
	card->front_length = (unsigned)post->front_length;
	card->has_author = post->facts.authors.count > 0;
	card->has_bad_date = post->facts.bad_date.value != NULL;
	card->is_head = post->is_head;
}

int
card_compare_dates(const struct card *a, const struct card *b)
{
	if (!a->is_dated || !b->is_dated)
		return b->is_dated - a->is_dated;
	return (a->published < b->published) - (a->published > b->published);
}

/* Cards are in the order of their sources, which are sorted by path. */
int
card_compare(const struct card *a, const struct card *b)
{
	int order = card_compare_dates(a, b);

	return order != 0 ? order : (a > b) - (a < b);
}

void
card_keep(struct card *card, struct post *post)
{
	card->post = mem_alloc(sizeof *post);
	*card->post = *post;
	*post = (struct post){ .path = NULL };
}

void
card_release(struct card *card)
{
	if (card->post == NULL)
		return;
	post_release(card->post);
	mem_free(card->post);
	card->post = NULL;
}

/* As far as other posts are concerned: other changes affect only this one. */
static bool
is_as_it_was(const struct card *card, const struct post *post)
{
	const struct p2f_date *date = post->published;

	return post->front_length == card->front_length &&
	    (date != NULL) == card->is_dated &&
	    (date == NULL || date->seconds == card->published);
}

static struct post *
report_change(const struct post *post, struct diag *d)
{
	diag_report(d, DIAG_READ, (struct place){ .path = post->path },
	    "edited while the feed was being made (run post2feed again)");
	return NULL;
}

struct post *
card_open(struct card *card, struct post *spare,
    const struct post_rules *rules, struct diag *d)
{
	struct post_rules again = *rules;
	struct post *post = card->post;

	if (post == NULL) {
		again.front_only = card->is_head;
		if (!post_read_again(spare, card->source, &again, d))
			return NULL;
		if (!is_as_it_was(card, spare))
			return report_change(spare, d);
		post = spare;
	}
	post->url = card->url;
	post->id = card->id;
	return post;
}

#include "base/file.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/url.h"
#include "feed/facet.h"
#include "feed/hold.h"
#include "feed/scan.h"
#include "site/permalink.h"

/*
 * Posts that one thread reads at a time: where entries are written, no more
 * than are spooled at once; else more, so that threads meet less often.
 */
#define POSTS_WRITTEN POOL_MANY(ENTRIES_MAX)
#define POSTS_READ POOL_MANY(64)

/* The number of consecutive posts in a folder for which opening it pays. */
#define POSTS_OF_FOLDER POOL_MANY(8)

/* What belongs to a slot. */
struct reader {
	struct post	 post;		/* its memory is reused */
	struct entries	 entries;
	struct links	 none;		/* not known yet */
	struct diag	 read, held, named;	/* in the order of messages */
	size_t		 count;		/* posts that were read */
	bool		 ok;
};

struct scan {
	struct posts		*posts;
	const struct sources	*sources;
	const struct scan_rules	*rules;
	struct diag		*diag;
	struct diag		 held, named;	/* until all are read */
	struct reader		*readers;	/* one for each slot */
	struct file_folder	 folders[POOL_THREADS];	/* of the last posts of
							   each thread, open */
	bool			 ok;
};

/*
 * A tag URI (RFC 4151) of the file's path, for a post whose URL is not known.
 * The date of the authority is the same for all posts: if it were that of the
 * post, correcting the date would turn it into another post.
 */
static const char *
tag_of(struct post *post, const struct site *site)
{
	const char *path = post->inside != NULL ? post->inside : post->path;
	const char *host = url_host(&post->arena, site_base(site));
	struct buf out = { 0 };

	buf_printf(&out, "tag:%s,2000-01-01:", host);
	url_encode_path(&out, path);
	return arena_take(&post->arena, &out);
}

static void
set_id(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *id = post->facts.id;

	post->url = permalink_of(post, site, d);
	post->id = id == NULL ? NULL : url_encode(&post->arena, id->text);
	if (post->id == NULL)
		post->id = post->url;
	if (post->id == NULL)
		post->id = tag_of(post, site);
}

/*
 * Write the entry of a post at once, if nothing in it depends on others.  An
 * entry with messages is dropped and written again when its turn comes, so that
 * they are reported in order.
 */
static void
write_now(struct reader *r, struct card *card, struct arena *a)
{
	struct entries *e = &r->entries;

	r->none.was_asked = false;
	e->entry.links = &r->none;
	r->post.url = card->url;
	r->post.id = card->id;
	entries_add(e, card, &r->post, a);
	if (r->none.was_asked || e->diag.lines.length > 0 ||
	    diag_failed(&e->diag))
		entries_drop(e);
}

/* Others may link to it; it does not matter if its URL is unknown. */
static void
note_url(struct scan *s, struct card *card, struct post *post, size_t slot)
{
	struct diag ignored = { .options = &diag_quiet };
	const char *url = permalink_of(post, s->rules->hold->site,
	    &ignored);

	card->is_out = true;
	if (url != NULL)
		card->url = arena_strdup(&s->posts->arenas[slot], url);
	diag_discard(&ignored);
}

/* False: it could not be read. */
static bool
scan_post(struct scan *s, size_t i, size_t slot)
{
	const struct source *source = &s->sources->items[i];
	struct reader *r = &s->readers[slot];
	const struct hold_rules *rules = s->rules->hold;
	struct card *card = &s->posts->cards[i];
	struct post *post = &r->post;
	enum hold hold;

	if (!post_read(post, source, s->rules->post, &r->read))
		return false;
	r->count++;
	hold = hold_post(post, rules, &r->held);
	if (hold == HOLD_OUT)
		note_url(s, card, post, slot);
	if (hold != HOLD_BACK)
		card->source = source;
	if (hold != HOLD_NOT)
		return true;
	set_id(post, rules->site, &r->named);
	card_fill(card, &s->posts->arenas[slot], post);
	if (rules->split != NULL)
		facet_add(&s->posts->facets[i], &s->posts->arenas[slot],
		    post, rules->site, rules->split);
	/* Standard input cannot be read again, and neither can a pipe. */
	if (!source->is_regular)
		card_keep(card, post);
	else if (s->rules->outputs != NULL)
		write_now(r, card, &s->posts->arenas[slot]);
	return true;
}

/* The folder of the first of some posts, opened; NULL: that does not pay. */
static struct file_folder *
folder_for(struct file_folder *last, const struct source *posts, size_t count)
{
	struct file_folder folder;

	if (last->path == NULL || !file_folder_has(last, posts[0].path)) {
		folder = file_folder_of(posts[0].path);
		if (folder.length == 0 || count < POSTS_OF_FOLDER ||
		    !file_folder_has(&folder,
		    posts[POSTS_OF_FOLDER - 1].path))
			return NULL;
		file_folder_close(last);
		*last = folder;
		file_folder_open(last);
	}
	return last->fd == -1 ? NULL : last;
}

static size_t
posts_of_unit(const struct scan_rules *rules)
{
	return rules->outputs != NULL ? POSTS_WRITTEN : POSTS_READ;
}

static void
scan_unit(void *context, size_t unit, size_t slot, unsigned thread)
{
	struct scan *s = context;
	struct reader *r = &s->readers[slot];
	size_t count = posts_of_unit(s->rules);
	size_t i = unit * count, end = i + count;

	if (end > s->sources->count)
		end = s->sources->count;
	r->ok = true;
	r->count = 0;
	for (; i < end && (r->ok || s->rules->keep_going); i++) {
		r->post.folder = folder_for(&s->folders[thread],
		    &s->sources->items[i], end - i);
		r->ok = scan_post(s, i, slot) && r->ok;
	}
}

static bool
take_unit(void *context, size_t unit, size_t slot)
{
	struct scan *s = context;
	struct reader *r = &s->readers[slot];

	(void)unit;
	if (s->rules->outputs != NULL)
		entries_spool(&r->entries);
	diag_move(s->diag, &r->read);
	diag_move(&s->held, &r->held);
	diag_move(&s->named, &r->named);
	diag_flush(s->diag);
	s->posts->read += r->count;
	s->ok = s->ok && r->ok;
	return s->ok || s->rules->keep_going;
}

static void
leave(void *context, unsigned thread)
{
	struct scan *s = context;

	file_folder_close(&s->folders[thread]);
}

/* List the cards that were filled in. */
static void
list_cards(struct posts *posts, size_t count)
{
	size_t i;

	posts->items = mem_alloc(count * sizeof *posts->items);
	for (i = 0; i < count; i++)
		if (posts->cards[i].source != NULL &&
		    !posts->cards[i].is_out)
			posts->items[posts->count++] = &posts->cards[i];
}

static void
begin(struct scan *s, size_t slots)
{
	size_t count = s->sources->count, i;
	struct posts *posts = s->posts;
	struct reader *r;

	posts->rules = s->rules->post;
	posts->cards = mem_alloc_zeroed(count * sizeof *posts->cards);
	posts->card_count = count;
	if (s->rules->hold->split != NULL)
		posts->facets = mem_alloc_zeroed(count *
		    sizeof *posts->facets);
	posts->arenas = mem_alloc_zeroed(slots * sizeof *posts->arenas);
	posts->arena_count = slots;
	s->readers = mem_alloc_zeroed(slots * sizeof *s->readers);
	for (i = 0; i < slots; i++) {
		r = &s->readers[i];
		r->read.options = r->held.options = r->named.options =
		    s->diag->options;
		if (s->rules->outputs != NULL)
			entries_init(&r->entries, s->rules->outputs,
			    s->rules->hold->site, s->diag->options);
	}
}

static void
end(struct scan *s, size_t slots)
{
	struct reader *r;
	size_t i;

	for (i = 0; i < slots; i++) {
		r = &s->readers[i];
		post_release(&r->post);
		entries_release(&r->entries);
		diag_discard(&r->read);
		diag_discard(&r->held);
		diag_discard(&r->named);
	}
	mem_free(s->readers);
	if (s->ok || s->rules->keep_going) {
		diag_move(s->diag, &s->held);
		diag_move(s->diag, &s->named);
	}
	diag_discard(&s->held);
	diag_discard(&s->named);
}

bool
scan_posts(struct posts *posts, const struct sources *sources,
    const struct scan_rules *rules, struct diag *d)
{
	struct scan s = { .posts = posts, .sources = sources, .rules = rules,
	    .diag = d, .held = { .options = d->options },
	    .named = { .options = d->options }, .ok = true };
	const size_t of_unit = posts_of_unit(rules);
	const struct pool pool = {
		.threads = rules->threads,
		.most = rules->most_threads,
		.units = (sources->count + of_unit - 1) / of_unit,
		.context = &s,
		.work = scan_unit,
		.hand_on = take_unit,
		.leave = leave,
		.opens_alone = true
	};

	if (pool.threads > 1 && rules->outputs != NULL)
		spool_open(&rules->outputs->spool);
	begin(&s, pool_slots(&pool));
	pool_run(&pool);
	end(&s, pool_slots(&pool));
	list_cards(posts, sources->count);
	return s.ok;
}

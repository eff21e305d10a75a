#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "feed/verify_parts.h"

struct dialect {
	const char	*name;		/* NULL: a module ... */
	const char	*media_type;	/* ... whose media type ends so */
	void		(*verify)(struct check *);
	unsigned	 ways;		/* enum verify_way, or'ed */
};

/*
 * Those with a name are built in.  A module may call its output RSS and put
 * what it likes where it likes.
 */
static const struct dialect dialects[] = {
	{ "rss", NULL, verify_rss, RFC822_DATE | DESCRIPTION },
	{ "atom", NULL, verify_atom, ALWAYS_UPDATED | ALWAYS_TITLE |
	    HEAD_ID | LINK_OR_CONTENT },
	{ "json", NULL, verify_json_feed, 0 },
	{ NULL, "+xml", verify_xml, 0 },
	{ NULL, "/xml", verify_xml, 0 },
	{ NULL, "+json", verify_json, 0 },
	{ NULL, "/json", verify_json, 0 }
};

static bool
ends_media_type(const struct p2f_writer *writer, const char *text)
{
	size_t length = strcspn(writer->media_type, "; ");
	size_t end = strlen(text);

	return length >= end && strncmp(writer->media_type + length - end,
	    text, end) == 0;
}

/* A module's writer may have the name of a built-in one. */
static const struct dialect *
find_dialect(const struct p2f_writer *writer, bool is_built_in)
{
	const struct dialect *dialect = dialects;
	size_t left = sizeof dialects / sizeof *dialects;

	for (; left > 0; left--, dialect++) {
		if (is_built_in != (dialect->name != NULL))
			continue;
		if (is_built_in ? strcmp(writer->name, dialect->name) == 0 :
		    ends_media_type(writer, dialect->media_type))
			return dialect;
	}
	return NULL;
}

static const char *
copy(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_strdup(a, text);
}

static const struct p2f_date *
copy_date(struct arena *a, const struct p2f_date *date)
{
	struct p2f_date *new;

	if (date == NULL)
		return NULL;
	new = arena_alloc(a, sizeof *new);
	*new = *date;
	new->rfc3339 = arena_strdup(a, date->rfc3339);
	new->rfc822 = arena_strdup(a, date->rfc822);
	return new;
}

static size_t
count_people(const struct p2f_person *const *people)
{
	size_t n = 0;

	while (people[n] != NULL)
		n++;
	return n;
}

static size_t
count_categories(const struct p2f_category *const *categories)
{
	size_t n = 0;

	while (categories[n] != NULL)
		n++;
	return n;
}

void
verify_expect_feed(struct verifier *v, const struct p2f_feed *feed)
{
	struct verify_entry *head = arena_alloc(&v->arena, sizeof *head);

	head->id = arena_strdup(&v->arena, feed->id);
	head->url = arena_strdup(&v->arena, feed->home);
	head->title = arena_strdup(&v->arena, feed->title);
	v->head = head;
}

void
verify_expect_post(struct verifier *v, const struct p2f_feed *feed,
    const struct p2f_post *post)
{
	struct arena *a = &v->arena;
	struct verify_entry *entry = arena_alloc(a, sizeof *entry);

	*entry = (struct verify_entry){
		.path = copy(a, post->path),
		.id = copy(a, post->id),
		.url = copy(a, post->url),
		.title = copy(a, post->title),
		.summary = copy(a, post->summary),
		.published = copy_date(a, post->published),
		.updated = copy_date(a, post->updated),
		.authors = count_people(*post->authors != NULL ?
		    post->authors : feed->authors),
		.categories = count_categories(post->categories)
	};
	if (post->content != NULL)
		entry->content = digest_of(post->content,
		    post->content_length);
	arena_list_add(a, &v->entries, entry);
}

void
verify_release(struct verifier *v)
{
	arena_release(&v->arena);
	*v = (struct verifier){ .head = NULL };
}

static int
compare_ids(const void *left, const void *right)
{
	const struct verify_entry *const *a = left, *const *b = right;

	return strcmp((*a)->id, (*b)->id);
}

/* No two posts may have the same id; then neither do two entries. */
static bool
check_ids(struct check *c)
{
	const struct arena_list *entries = &c->expected->entries;
	size_t size = entries->count * sizeof *entries->items, i;
	const struct verify_entry **sorted;

	if (entries->count < 2)
		return true;
	sorted = mem_alloc(size);
	memcpy(sorted, entries->items, size);
	qsort(sorted, entries->count, sizeof *sorted, compare_ids);
	for (i = 1; i < entries->count && !c->failed; i++)
		if (strcmp(sorted[i - 1]->id, sorted[i]->id) == 0)
			check_fail(c, sorted[i]->path, "has the id %s twice",
			    quote(sorted[i]->id).text);
	mem_free(sorted);
	return !c->failed;
}

bool
verify_feed(struct out *out, const struct p2f_writer *writer,
    bool is_built_in, const struct verifier *expected, struct diag *d)
{
	const struct dialect *dialect = find_dialect(writer, is_built_in);
	struct check c = { .out = out, .reader = { .out = out },
	    .writer = writer, .is_of_module = !is_built_in,
	    .expected = expected, .diag = d };

	if (out->spool->error != 0 || dialect == NULL)
		return true;
	if (!check_ids(&c))
		return false;
	c.ways = dialect->ways;
	dialect->verify(&c);
	if (out->spool->error == 0 && !c.failed && is_built_in &&
	    c.count < expected->entries.count)
		check_fail(&c, out->path, "has %zu entries for %zu posts",
		    c.count, expected->entries.count);
	return !c.failed;
}

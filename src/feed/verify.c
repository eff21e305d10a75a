#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/text.h"
#include "feed/verify_read.h"

/* What is to be found: the feed's head or a post. */
struct verify_entry {
	const char	*path;		/* NULL: the head */
	const char	*id, *url, *title, *summary;
	const struct p2f_date *published, *updated;
	size_t		 authors, categories;
	struct digest	 content;
};

/* What a format does in its own way. */
enum way {
	RFC822_DATE = 1 << 0,		/* but for the date of a change */
	ALWAYS_UPDATED = 1 << 1,	/* also if never changed */
	ALWAYS_TITLE = 1 << 2,		/* one is made up */
	HEAD_ID = 1 << 3,		/* the feed has an id */
	DESCRIPTION = 1 << 4,		/* HTML: the summary, or else content */
	LINK_OR_CONTENT = 1 << 5	/* one is required: the summary or an
					   empty text is content else */
};

struct dialect {
	const char	*name;		/* NULL: of a module ... */
	const char	*media_type;	/* ... whose media type so ends */
	void		(*verify)(struct check *);
	unsigned	 ways;		/* enum way, or'ed */
};

/*
 * Those with a name are our own.  A module may call its output RSS, and put
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

/* A module's may have the name of one of our own. */
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

struct digest
digest_of(const char *bytes, size_t length)
{
	return (struct digest){ length, length == 0 ? 0 :
	    hash_bytes(HASH_START, bytes, length) };
}

/* What is expected. */

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

/* What is found. */

bool
check_fail(struct check *c, const char *path, const char *format, ...)
{
	const struct place place = { .path = path };
	struct buf text = { 0 };
	va_list ap;

	va_start(ap, format);
	buf_vprintf(&text, format, ap);
	va_end(ap);
	diag_report(c->diag, DIAG_VERIFY, place, "read again, the finished %s "
	    "feed %s; nothing was published; this is an error of %s: please "
	    "report it", c->writer->name, text.bytes,
	    c->dialect != NULL && c->dialect->name == NULL ?
	    "the module that wrote it" : "post2feed");
	buf_release(&text);
	c->failed = true;
	return false;
}

ssize_t
check_read(struct check *c, char *bytes, size_t n)
{
	return out_read(&c->reader, bytes, n);
}

/* Plain text as HTML. */
static const char *
escape(struct arena *a, const char *text)
{
	static const char special[] = "&<>";
	static const char *const escapes[] = { "&amp;", "&lt;", "&gt;" };
	struct buf out = { 0 };
	const char *p, *copied;

	for (; *text != '\0'; text++) {
		p = strchr(special, *text);
		if (p == NULL)
			buf_putc(&out, *text);
		else
			buf_puts(&out, escapes[p - special]);
	}
	copied = arena_strndup(a, out.bytes, out.length);
	buf_release(&out);
	return copied;
}

static struct digest
digest_of_text(const char *text)
{
	return digest_of(text, strlen(text));
}

/* What an entry has to say in a format that has these ways. */
static void
spell(unsigned ways, const struct verify_entry *entry, struct arena *a,
    struct feed_facts *want)
{
	const struct p2f_date *published = entry->published;

	*want = (struct feed_facts){ .texts = { [FACT_ID] = entry->id,
	    [FACT_URL] = entry->url, [FACT_TITLE] = entry->title,
	    [FACT_SUMMARY] = entry->summary }, .authors = entry->authors,
	    .categories = entry->categories, .content = entry->content };
	if (published != NULL)
		want->texts[FACT_PUBLISHED] = ways & RFC822_DATE ?
		    published->rfc822 : published->rfc3339;
	if (ways & ALWAYS_UPDATED || entry->updated->seconds !=
	    (published == NULL ? 0 : published->seconds))
		want->texts[FACT_UPDATED] = entry->updated->rfc3339;
	if (ways & DESCRIPTION && entry->summary != NULL)
		want->texts[FACT_SUMMARY] = escape(a, entry->summary);
	if (ways & LINK_OR_CONTENT && entry->url == NULL &&
	    entry->content.length == 0 && entry->summary != NULL)
		want->content = digest_of_text(escape(a, entry->summary));
}

/* Undo what the ways of a format made of what is not wanted. */
static void
unify(unsigned ways, const struct feed_facts *want, struct feed_facts *found)
{
	const char *description = found->texts[FACT_SUMMARY];

	if (ways & ALWAYS_TITLE && want->texts[FACT_TITLE] == NULL)
		found->texts[FACT_TITLE] = NULL;
	if (ways & DESCRIPTION && want->texts[FACT_SUMMARY] == NULL &&
	    description != NULL && found->content.length == 0) {
		found->content = digest_of_text(description);
		found->texts[FACT_SUMMARY] = NULL;
	}
}

static struct quoted
shown(const char *text)
{
	const struct quoted nothing = { "nothing" };

	return text == NULL ? nothing : quote(text);
}

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool
check_texts(struct check *c, const char *path, const struct feed_facts *want,
    const struct feed_facts *found)
{
	static const char *const names[] = {
		[FACT_ID] = "id", [FACT_URL] = "link", [FACT_TITLE] = "title",
		[FACT_SUMMARY] = "summary", [FACT_PUBLISHED] = "date",
		[FACT_UPDATED] = "date of the last change"
	};
	size_t i;

	if (found->repeated != NULL)
		return check_fail(c, path, "has %s twice", found->repeated);
	for (i = 0; i < FACT_TEXTS; i++)
		if (!is_same(found->texts[i], want->texts[i]))
			return check_fail(c, path, "has as %s %s instead of "
			    "%s", names[i], shown(found->texts[i]).text,
			    shown(want->texts[i]).text);
	return true;
}

static bool
check_rest(struct check *c, const char *path, const struct feed_facts *want,
    const struct feed_facts *found)
{
	if (c->dialect->ways & LINK_OR_CONTENT && !found->has_content &&
	    want->texts[FACT_URL] == NULL)
		return check_fail(c, path, "has neither link nor content");
	if (found->authors != want->authors)
		return check_fail(c, path, "has %zu authors instead of %zu",
		    found->authors, want->authors);
	if (found->categories != want->categories)
		return check_fail(c, path, "has %zu categories instead of %zu",
		    found->categories, want->categories);
	if (found->content.length != want->content.length)
		return check_fail(c, path, "has content of %zu bytes instead "
		    "of %zu", found->content.length, want->content.length);
	return found->content.hash == want->content.hash ||
	    check_fail(c, path, "has other bytes in its content");
}

bool
check_head(struct check *c, struct feed_facts *found)
{
	const struct verify_entry *head = c->expected->head;
	const struct feed_facts want = { .texts = { [FACT_URL] = head->url,
	    [FACT_TITLE] = head->title,
	    [FACT_ID] = c->dialect->ways & HEAD_ID ? head->id : NULL } };

	found->texts[FACT_SUMMARY] = found->texts[FACT_UPDATED] = NULL;
	return check_texts(c, c->out->path, &want, found);
}

bool
check_entry(struct check *c, struct feed_facts *found)
{
	const struct arena_list *entries = &c->expected->entries;
	const struct verify_entry *entry;
	struct arena arena = { 0 };
	struct feed_facts want;
	bool ok;

	if (c->count == entries->count)
		return check_fail(c, c->out->path, "has more entries than "
		    "the %zu posts", entries->count);
	entry = entries->items[c->count++];
	spell(c->dialect->ways, entry, &arena, &want);
	unify(c->dialect->ways, &want, found);
	ok = check_texts(c, entry->path, &want, found) &&
	    check_rest(c, entry->path, &want, found);
	arena_release(&arena);
	return ok;
}

static int
compare_ids(const void *left, const void *right)
{
	const struct verify_entry *const *a = left, *const *b = right;

	return strcmp((*a)->id, (*b)->id);
}

/* No two posts may have the same id: then no two entries have. */
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
	struct check c = { .out = out, .reader = { .out = out },
	    .writer = writer, .expected = expected,
	    .dialect = find_dialect(writer, is_built_in), .diag = d };

	if (out->spool->error != 0 || c.dialect == NULL)
		return true;
	if (!check_ids(&c))
		return false;
	c.dialect->verify(&c);
	if (out->spool->error == 0 && !c.failed && c.dialect->name != NULL &&
	    c.count < expected->entries.count)
		check_fail(&c, out->path, "has %zu entries for %zu posts",
		    c.count, expected->entries.count);
	return !c.failed;
}

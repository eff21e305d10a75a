/*
 * Compares what a parser found with what was recorded.
 */
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "feed/verify_parts.h"

struct digest
digest_of(const char *bytes, size_t length)
{
	return (struct digest){ length, length == 0 ? 0 :
	    hash_bytes(HASH_START, bytes, length) };
}

bool
check_fail(struct check *c, const char *path, const char *format, ...)
{
	const struct place place = { .path = path };
	struct buf text = { 0 };
	va_list ap;

	va_start(ap, format);
	buf_vprintf(&text, format, ap);
	va_end(ap);
	diag_report(c->diag, DIAG_VERIFY, place, "the finished %s feed %s; "
	    "nothing was published (this is a bug in %s: please report it)",
	    c->writer->name, text.bytes, c->is_of_module ?
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
	const char *p;

	for (; *text != '\0'; text++) {
		p = strchr(special, *text);
		if (p == NULL)
			buf_putc(&out, *text);
		else
			buf_puts(&out, escapes[p - special]);
	}
	return arena_take(a, &out);
}

static struct digest
digest_of_text(const char *text)
{
	return digest_of(text, strlen(text));
}

/* What an entry must hold in a format with these peculiarities. */
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

/* Undo what a format adds for facts that are absent. */
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
		[FACT_UPDATED] = "date of last change"
	};
	size_t i;

	if (found->repeated != NULL)
		return check_fail(c, path, "has %s twice", found->repeated);
	for (i = 0; i < FACT_TEXTS; i++)
		if (!is_same(found->texts[i], want->texts[i]))
			return check_fail(c, path,
			    "has the %s %s instead of %s", names[i],
			    shown(found->texts[i]).text,
			    shown(want->texts[i]).text);
	return true;
}

static bool
check_rest(struct check *c, const char *path, const struct feed_facts *want,
    const struct feed_facts *found)
{
	if (c->ways & LINK_OR_CONTENT && !found->has_content &&
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
	return found->content.hash == want->content.hash || check_fail(c, path,
	    "has different content");
}

bool
check_head(struct check *c, struct feed_facts *found)
{
	const struct verify_entry *head = c->expected->head;
	const struct feed_facts want = { .texts = { [FACT_URL] = head->url,
	    [FACT_TITLE] = head->title,
	    [FACT_ID] = c->ways & HEAD_ID ? head->id : NULL } };

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
	spell(c->ways, entry, &arena, &want);
	unify(c->ways, &want, found);
	ok = check_texts(c, entry->path, &want, found) &&
	    check_rest(c, entry->path, &want, found);
	arena_release(&arena);
	return ok;
}

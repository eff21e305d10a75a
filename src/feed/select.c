#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/select.h"

static void
drop(struct post *post)
{
	post_release(post);
	mem_free(post);
}

void
posts_release(struct posts *posts)
{
	size_t i;

	for (i = 0; i < posts->count; i++)
		drop(posts->items[i]);
	mem_free(posts->items);
	if (posts->links != NULL)
		links_release(posts->links);
	mem_free(posts->links);
	*posts = (struct posts){ 0 };
}

static int
compare_seconds(const struct post *a, const struct post *b)
{
	if (a->published == NULL || b->published == NULL)
		return (b->published != NULL) - (a->published != NULL);
	return (a->published->seconds < b->published->seconds) -
	    (a->published->seconds > b->published->seconds);
}

/* Newest first, undated last. */
static int
compare_posts(const void *left, const void *right)
{
	const struct post *const *a = left, *const *b = right;
	int order = compare_seconds(*a, *b);

	return order != 0 ? order : strcmp((*a)->path, (*b)->path);
}

/* Of one id, the oldest post stands first: its id is the one in use. */
static int
compare_ids(const void *left, const void *right)
{
	const struct post *const *a = left, *const *b = right;
	int order = strcmp((*a)->id, (*b)->id);

	if (order != 0)
		return order;
	order = -compare_seconds(*a, *b);
	return order != 0 ? order : strcmp((*a)->path, (*b)->path);
}

/*
 * A tag URI (RFC 4151) of the file's path, for a post whose URL cannot be
 * known.  The authority held its name on the day of the post; the first of
 * January of 2000 stands in for days that are not known.
 */
static const char *
tag_of(struct post *post, const struct site *site)
{
	const char *path = post->inside != NULL ? post->inside : post->path;
	const char *host = url_host(&post->arena, site_base(site));
	struct buf out = { 0 };
	const char *tag;
	size_t n;

	buf_printf(&out, "tag:%s,%.10s:", host, post->published != NULL ?
	    post->published->rfc3339 : "2000-01-01");
	for (; *path != '\0'; path += n) {
		n = strcspn(path, "/");
		url_encode_segment(&out, arena_strndup(&post->arena, path, n));
		if (path[n] == '/') {
			buf_putc(&out, '/');
			n++;
		}
	}
	tag = arena_strndup(&post->arena, out.bytes, out.length);
	buf_release(&out);
	return tag;
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
 * The new id is made of the file's name, and so stays the same when posts
 * come and go; only posts of the same name are counted.
 */
static const char *
distinct_id(struct post *post, const char *id, unsigned number)
{
	struct buf out = { 0 };
	const char *copy;

	buf_puts(&out, id);
	buf_putc(&out, strchr(id, '#') == NULL ? '#' : '-');
	url_encode_segment(&out, file_base_name(post->path));
	if (number > 1)
		buf_printf(&out, "-%u", number);
	copy = arena_strndup(&post->arena, out.bytes, out.length);
	buf_release(&out);
	return copy;
}

static void
make_distinct(struct post **twins, size_t count, struct diag *d)
{
	const char *id = twins[0]->id;
	size_t i, k;
	unsigned same;

	for (i = 1; i < count; i++) {
		same = 1;
		/* Twins of one name are next to each other in few sites. */
		for (k = 1; k < i && k < 100; k++)
			same += strcmp(file_base_name(twins[k]->path),
			    file_base_name(twins[i]->path)) == 0;
		if (i >= 100)
			same = (unsigned)i;
		twins[i]->id = distinct_id(twins[i], id, same);
		diag_report(d, DIAG_DUPLICATE_ID, (struct place){ .path =
		    twins[i]->path }, "has the same id as %s, %s; it gets %s "
		    "(id: or permalink: in the front matter would tell them "
		    "apart)", twins[0]->path, quote(id).text,
		    quote(twins[i]->id).text);
	}
}

static void
set_ids(struct posts *posts, const struct site *site, struct diag *d)
{
	struct post **items = posts->items;
	size_t i, n;

	for (i = 0; i < posts->count; i++)
		set_id(items[i], site, d);
	if (posts->count > 1)
		qsort(items, posts->count, sizeof *items, compare_ids);
	for (i = 0; i < posts->count; i += n) {
		n = 1;
		while (i + n < posts->count &&
		    strcmp(items[i]->id, items[i + n]->id) == 0)
			n++;
		if (n > 1)
			make_distinct(items + i, n, d);
	}
}

static void
cut(struct posts *posts, size_t limit, struct diag *d)
{
	size_t i;

	if (limit == 0 || posts->count <= limit)
		return;
	diag_report(d, DIAG_LIMIT, (struct place){ .path = NULL },
	    "the limit leaves out %zu posts", posts->count - limit);
	for (i = limit; i < posts->count; i++)
		drop(posts->items[i]);
	posts->count = limit;
}

void
select_posts(struct posts *posts, const struct select_rules *rules,
    struct diag *d)
{
	size_t i, kept = 0;

	for (i = 0; i < posts->count; i++)
		if (hold_back(posts->items[i], rules, d))
			drop(posts->items[i]);
		else
			posts->items[kept++] = posts->items[i];
	posts->count = kept;
	set_ids(posts, rules->site, d);
	/* Posts beyond the limit are on the site, and may be linked to. */
	posts->links = mem_alloc(sizeof *posts->links);
	*posts->links = (struct links){ .list = { 0 } };
	links_fill(posts->links, posts->items, posts->count);
	if (posts->count > 1)
		qsort(posts->items, posts->count, sizeof *posts->items,
		    compare_posts);
	cut(posts, rules->site->limit, d);
}

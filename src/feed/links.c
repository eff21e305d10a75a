#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "date/date.h"
#include "feed/links.h"
#include "html/plain.h"
#include "site/generator.h"

/* The most posts of one name that are told apart by their folders. */
#define NAMESAKES_MAX 100

/* No path is longer. */
#define NAME_MAX_LENGTH 4096

struct title {
	const char	*text;		/* NULL: none */
	bool		 is_read;
};

struct link {
	const char	*name;		/* without folder and extension */
	const char	*folder;	/* without "_posts/"; ends in '/', or is
					   empty */
	const char	*url, *path;
	struct card	*card;
	struct title	*title;
	bool		 is_short;	/* the date is cut off the name */
};

/* The last part of a path: where it begins and how long it is. */
struct part {
	const char	*start;
	size_t		 length;
};

static struct part
last_part(const char *path, size_t n)
{
	struct part part = { path + n, 0 };

	while (part.start > path && part.start[-1] != '/') {
		part.start--;
		part.length++;
	}
	return part;
}

/* The part that names a post: `rain` in `blog/rain.md`, `rain/index.md`. */
static struct part
naming_part(const char *path, size_t n)
{
	struct part part = last_part(path, path_cut_slashes(path, n));
	size_t k;

	for (k = part.length; k > 0 && part.start[k] != '.'; k--)
		continue;
	if (k > 0 && file_is_post_extension(part.start + k,
	    part.length - k))
		part.length = k;
	if (part.start > path && (text_span_is(part.start, part.length,
	    "index") || text_span_is(part.start, part.length, "_index")))
		part = last_part(path, (size_t)(part.start - path) - 1);
	return part;
}

/* The folder without Jekyll's and Hexo's _posts/, which is in no URL. */
static const char *
plain_folder(struct arena *a, const char *path, size_t n)
{
	static const char between[] = "_posts/";
	const size_t k = sizeof between - 1;
	char *copy = arena_strndup(a, path, n), *p = copy;

	while ((p = strstr(p, between)) != NULL)
		if (p == copy || p[-1] == '/')
			memmove(p, p + k, strlen(p + k) + 1);
		else
			p++;
	return copy;
}

static int
compare_links(const void *left, const void *right)
{
	const struct link *const *a = left, *const *b = right;
	int order = strcmp((*a)->name, (*b)->name);

	if (order != 0)
		return order;
	if ((*a)->is_short != (*b)->is_short)
		return (*a)->is_short - (*b)->is_short;
	order = strcmp((*a)->folder, (*b)->folder);
	if (order == 0)
		order = strcmp((*a)->url, (*b)->url);
	return order != 0 ? order : card_compare((*a)->card, (*b)->card);
}

void
links_init(struct links *links, struct card *cards, size_t count,
    const struct post_rules *rules)
{
	*links = (struct links){ .cards = cards, .count = count,
	    .rules = rules };
	pthread_mutex_init(&links->lock, NULL);
}

void
links_release(struct links *links)
{
	if (links->cards != NULL)
		pthread_mutex_destroy(&links->lock);
	arena_release(&links->arena);
	*links = (struct links){ .cards = NULL };
}

/* The index of a folder in another language, rain/index.fr.md, is `rain.fr`. */
static void
add_index(struct links *links, const struct link *link)
{
	struct arena *a = &links->arena;
	size_t n = strlen(link->folder);
	struct part part;
	struct link *index;

	if (!text_has_prefix(link->name, "index.") || n < 2)
		return;
	part = last_part(link->folder, n - 1);
	index = arena_alloc(a, sizeof *index);
	*index = *link;
	index->name = arena_printf(a, "%.*s%s", (int)part.length, part.start,
	    link->name + 5);
	index->folder = arena_span(a, link->folder, part.start);
	arena_list_add(a, &links->list, index);
}

/*
 * A post in the folder of Hexo is also added without the date in its name: the
 * slug by which {% post_link %} knows it.
 */
static void
add(struct links *links, struct card *card)
{
	struct arena *a = &links->arena;
	const char *path = card->source->path;
	const struct part part = naming_part(path, strlen(path));
	struct link *link = arena_alloc(a, sizeof *link), *dateless;
	struct civil day;
	size_t n;

	*link = (struct link){ .url = card->url, .path = path,
	    .card = card };
	link->name = arena_strndup(a, part.start, part.length);
	link->folder = plain_folder(a, path, (size_t)(part.start - path));
	link->title = arena_alloc(a, sizeof *link->title);
	arena_list_add(a, &links->list, link);
	add_index(links, link);
	n = date_of_name(link->name, &day);
	if (n == 0 || link->name[n] == '\0' ||
	    strstr(path, "source/_posts/") == NULL)
		return;
	dateless = arena_alloc(a, sizeof *dateless);
	*dateless = *link;
	dateless->name += n;
	dateless->is_short = true;
	arena_list_add(a, &links->list, dateless);
}

/* Done on first use: most feeds have no link by name. */
static void
fill(struct links *links)
{
	size_t i;

	links->is_filled = true;
	for (i = 0; i < links->count; i++)
		if (links->cards[i].source != NULL &&
		    links->cards[i].url != NULL)
			add(links, &links->cards[i]);
	arena_list_sort(&links->list, compare_links);
}

static int
compare_place(const void *item, const void *name_and_folder)
{
	const struct link *link = item, *key = name_and_folder;
	int order = strcmp(link->name, key->name);

	return order != 0 || key->folder == NULL ? order :
	    link->is_short ? 1 : strcmp(link->folder, key->folder);
}

/* The index of the first link of a name in a folder, NULL: in any. */
static size_t
find_in(const struct links *links, const char *name, const char *folder)
{
	return arena_list_search(&links->list, &(struct link){ .name = name,
	    .folder = folder }, compare_place);
}

/* The links of one name, in the order of the list; at most NAMESAKES_MAX. */
struct namesakes {
	const struct links	*links;
	const char		*name;
	size_t			 first, seen;
};

static struct namesakes
namesakes_of(const struct links *links, const char *name)
{
	return (struct namesakes){ links, name, find_in(links, name, NULL), 0 };
}

/* NULL: there are no more. */
static const struct link *
next_namesake(struct namesakes *namesakes)
{
	const struct arena_list *list = &namesakes->links->list;
	size_t i = namesakes->first + namesakes->seen;
	const struct link *link;

	if (namesakes->seen == NAMESAKES_MAX || i == list->count)
		return NULL;
	link = list->items[i];
	if (strcmp(link->name, namesakes->name) != 0)
		return NULL;
	namesakes->seen++;
	return link;
}

static bool
ends_in(const char *folder, const char *end)
{
	size_t n = strlen(folder), k = strlen(end);

	return k <= n && strcmp(folder + n - k, end) == 0 &&
	    (k == n || folder[n - k - 1] == '/');
}

/* What a name of n bytes means; NULL: nothing. */
static const struct link *
find(const struct links *links, const char *name, size_t n)
{
	struct arena scratch = { 0 };
	const struct part part = naming_part(name, n);
	const char *key = arena_strndup(&scratch, part.start, part.length);
	const char *folder = plain_folder(&scratch, name,
	    (size_t)(part.start - name));
	struct namesakes namesakes = namesakes_of(links, key);
	const struct link *link, *last = NULL;

	while ((link = next_namesake(&namesakes)) != NULL) {
		last = link;
		if (ends_in(link->folder, folder))
			break;
	}
	/* The only post of the name matches any folder. */
	if (link == NULL && namesakes.seen == 1)
		link = last;
	arena_release(&scratch);
	return part.length == 0 ? NULL : link;
}

/* The path in a name, without the leading "/" of Hugo and "@/" of Zola. */
static const char *
path_of(const char *name, size_t *n)
{
	*n = strcspn(name, "#?");
	if (*n > NAME_MAX_LENGTH)
		return NULL;
	while (*name == '/' || (name[0] == '@' && name[1] == '/')) {
		name++;
		*n -= *n > 0;
	}
	return name;
}

/* False: there are no links. */
static bool
lock(struct links *links)
{
	if (links->cards == NULL) {
		links->was_asked = true;
		return false;
	}
	pthread_mutex_lock(&links->lock);
	if (!links->is_filled)
		fill(links);
	return true;
}

/* The URL of a link, with what follows the name in the reference. */
static const char *
url_of(struct links *links, const struct link *link, const char *rest)
{
	return *rest == '\0' ? link->url : arena_printf(&links->arena,
	    "%s%s", link->url, rest);
}

const char *
links_find(struct links *links, const char *name)
{
	size_t n;
	const char *path = path_of(name, &n), *url = NULL;
	const struct link *link;

	if (path == NULL || !lock(links))
		return NULL;
	link = find(links, path, n);
	if (link != NULL)
		url = url_of(links, link, path[n] == '#' ? path + n : "");
	pthread_mutex_unlock(&links->lock);
	return url;
}

/* Find a post by its path; if only extensions differ, the one named. */
static const struct link *
find_at(const struct links *links, struct arena *scratch, const char *path)
{
	const struct part part = naming_part(path, strlen(path));
	const char *key = arena_strndup(scratch, part.start, part.length);
	const char *folder = plain_folder(scratch, path,
	    (size_t)(part.start - path));
	const struct link *link, *found = NULL;
	size_t i;

	for (i = find_in(links, key, folder); i < links->list.count; i++) {
		link = links->list.items[i];
		if (link->is_short || strcmp(link->name, key) != 0 ||
		    strcmp(link->folder, folder) != 0)
			break;
		if (found == NULL || strcmp(link->path, path) == 0)
			found = link;
	}
	return found;
}

/* Find a post by a part of its path, somewhere below a folder. */
static const struct link *
find_below(const struct links *links, struct arena *scratch,
    const char *folder, const char *path)
{
	const struct part part = naming_part(path, strlen(path));
	const char *key = arena_strndup(scratch, part.start, part.length);
	const char *end = arena_strndup(scratch, path,
	    (size_t)(part.start - path));
	struct namesakes namesakes = namesakes_of(links, key);
	const struct link *link;

	while ((link = next_namesake(&namesakes)) != NULL)
		if (strncmp(link->path, folder, strlen(folder)) == 0 &&
		    ends_in(link->folder, end))
			break;
	return link;
}

const char *
links_at(struct links *links, const char *path)
{
	static const char deep[] = GENERATOR_DEEP;
	size_t n = strcspn(path, "#?");
	struct arena scratch = { 0 };
	const struct link *link;
	const char *name, *rest, *url = NULL;

	if (n > NAME_MAX_LENGTH || !lock(links))
		return NULL;
	name = arena_strndup(&scratch, path, n);
	rest = strstr(name, deep);
	link = rest == NULL ? find_at(links, &scratch, name) :
	    find_below(links, &scratch, arena_strndup(&scratch, name,
	    (size_t)(rest - name)), rest + sizeof deep - 1);
	if (link != NULL)
		url = url_of(links, link, path[n] == '#' ? path + n : "");
	pthread_mutex_unlock(&links->lock);
	arena_release(&scratch);
	return url;
}

/* Problems of the post were reported when it was first read. */
static void
read_title(struct links *links, const struct link *link)
{
	struct diag ignored = { .options = &diag_quiet };
	struct post spare = { .path = NULL };
	const struct post *post = card_open(link->card, &spare, links->rules,
	    &ignored);

	if (post != NULL && post->facts.title != NULL)
		link->title->text = plain_title(&links->arena,
		    post->facts.title->text);
	link->title->is_read = true;
	post_release(&spare);
	diag_discard(&ignored);
}

/* The title, which is read once, on first use. */
static const char *
title_of(struct links *links, const struct link *link)
{
	if (!link->title->is_read)
		read_title(links, link);
	return link->title->text;
}

const char *
links_title(struct links *links, const char *name)
{
	size_t n;
	const char *path = path_of(name, &n), *title = NULL;
	const struct link *link;

	if (path == NULL || !lock(links))
		return NULL;
	link = find(links, path, n);
	if (link != NULL)
		title = title_of(links, link);
	pthread_mutex_unlock(&links->lock);
	return title;
}

/* The post at a URL whose file has a name that begins like this: a language may
   follow. */
static const struct link *
find_url(const struct links *links, const char *name, const char *url)
{
	const size_t first = find_in(links, name, NULL);
	const struct link *link;
	size_t i;

	for (i = first; i < links->list.count && i - first < NAMESAKES_MAX;
	    i++) {
		link = links->list.items[i];
		if (!text_has_prefix(link->name, name))
			break;
		if (strcmp(link->url, url) == 0)
			return link;
	}
	return NULL;
}

const char *
links_title_at(struct links *links, const char *url)
{
	struct arena scratch = { 0 };
	const char *path = url_decode(&scratch, url), *title = NULL;
	const struct part part = naming_part(path, strlen(path));
	const struct link *link;

	if (lock(links)) {
		link = find_url(links, arena_strndup(&scratch, part.start,
		    part.length), url);
		if (link != NULL)
			title = title_of(links, link);
		pthread_mutex_unlock(&links->lock);
	}
	arena_release(&scratch);
	return title;
}

/* Whether a reference of n bytes is to a source file, which is not a page. */
static bool
is_source(const char *reference, size_t n)
{
	size_t k = n;

	while (k > 0 && reference[k - 1] != '.' && reference[k - 1] != '/')
		k--;
	return k > 1 && reference[k - 1] == '.' && n - k > 1 &&
	    strchr("mq", ascii_lower(reference[k])) != NULL &&
	    file_is_post_extension(reference + k - 1, n - k + 1);
}

/* Find the post in a file, by its whole path. */
static const struct link *
find_file(const struct links *links, struct arena *scratch, const char *path)
{
	const struct part part = naming_part(path, strlen(path));
	const char *key = arena_strndup(scratch, part.start, part.length);
	struct namesakes namesakes = namesakes_of(links, key);
	const struct link *link;

	while ((link = next_namesake(&namesakes)) != NULL)
		if (strcmp(link->path, path) == 0)
			break;
	return link;
}

const char *
links_of_file(struct links *links, const char *from, const char *reference)
{
	size_t n = strcspn(reference, "#?");
	struct arena scratch = { 0 };
	const struct link *link;
	const char *url = NULL;

	if (*reference == '/' || n > NAME_MAX_LENGTH ||
	    !is_source(reference, n) || !lock(links))
		return NULL;
	link = find_file(links, &scratch, path_beside(&scratch, from,
	    url_decode(&scratch, arena_strndup(&scratch, reference, n))));
	if (link != NULL)
		url = url_of(links, link, reference + n);
	pthread_mutex_unlock(&links->lock);
	arena_release(&scratch);
	return url;
}

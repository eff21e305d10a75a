#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "front/value.h"
#include "post/fields.h"
#include "post/setters.h"
#include "post/typo.h"
#include "post/wiki.h"

/* The names of fields in --list-keys. */
static const char *const field_names[FIELD_COUNT] = {
	[FIELD_TITLE] = "title",
	[FIELD_DATE] = "date",
	[FIELD_UPDATED] = "updated",
	[FIELD_AUTHORS] = "authors",
	[FIELD_TAGS] = "tags",
	[FIELD_CATEGORIES] = "categories",
	[FIELD_SUMMARY] = "summary",
	[FIELD_IMAGE] = "image",
	[FIELD_THUMBNAIL] = "thumbnail",
	[FIELD_URL] = "url",
	[FIELD_SLUG] = "slug",
	[FIELD_EXTERNAL] = "external link",
	[FIELD_ID] = "id",
	[FIELD_LANGUAGE] = "language",
	[FIELD_RIGHTS] = "rights",
	[FIELD_ENCLOSURE] = "enclosure",
	[FIELD_DRAFT] = "draft",
	[FIELD_HIDDEN] = "hidden",
	[FIELD_APPEARS] = "appears",
	[FIELD_EXPIRES] = "expires"
};

#define FACT(name) offsetof(struct facts, name)

/* Most keys in a group; a power of two, to split an index cheaply. */
#define GROUP_MAX 32

/* The keys of a field, in order of priority. */
static const struct group {
	enum field	 field;
	field_setter	*set;
	size_t		 fact;		/* to be set, if set_* needs it */
	const char	*keys[GROUP_MAX];	/* NULL: no more */
} groups[] = {
	{ FIELD_TITLE, set_title, FACT(title), {
	    "title", "headline", "newstitle", "linktitle", "post_title",
	    "rss_title" } },

	{ FIELD_DATE, set_date, 0, { "date.created", "date" } },
	{ FIELD_DATE, set_published, 0, { "published" } },
	{ FIELD_DATE, set_date, 0, {
	    "publish_date", "pub_date", "pub_datetime", "published_at",
	    "date_published", "published_date", "published_on",
	    "publication_date", "post_date", "created", "created_at",
	    "date_created", "created_date", "creation_date", "created_on",
	    "created_time", "create_time", "create_date", "posted",
	    "posted_on", "posted_at", "publish_time", "published_time",
	    "datetime", "rss_pubdate", "extra.created" } },

	{ FIELD_UPDATED, set_later_date, FACT(updated), {
	    "updated", "update", "lastmod", "last_modified_at",
	    "last_modified", "modified", "modified_time", "date_modified",
	    "updated_date", "mod_datetime", "updated_at", "date_updated",
	    "last_updated", "modified_date", "modify_date", "update_date",
	    "update_time", "updated_time", "updated_on", "last_edited_time",
	    "changed", "last_update.date", "date.updated", "extra.updated" } },

	{ FIELD_AUTHORS, set_people, 0, {
	    "authors", "author", "by", "author_name", "creator", "byline",
	    "guest_author", "rss_author", "copyright_author", "extra.authors",
	    "extra.author" } },

	{ FIELD_TAGS, set_tags, 0, {
	    "tags", "tag", "topics", "keywords", "taxonomies.tags",
	    "taxonomy.tag", "labels" } },

	{ FIELD_CATEGORIES, set_categories, 0, {
	    "categories", "category", "taxonomies.categories",
	    "taxonomy.category", "section", "rss_category" } },

	{ FIELD_SUMMARY, set_text, FACT(summary), {
	    "description", "summary", "excerpt", "post_excerpt", "abstract",
	    "intro", "rss_description", "rss", "subtitle", "spoiler", "lead",
	    "teaser", "share_text", "share_description", "meta_description",
	    "seo_description", "desc", "blurb", "tldr" } },

	{ FIELD_IMAGE, set_image, FACT(image), {
	    "image", "images", "cover", "cover_image", "cover_img",
	    "image_url", "cover_url", "featured_image", "feature_image",
	    "featured_img", "feature_img", "feat_img", "feature", "headimg",
	    "header_img", "bigimg", "hero", "hero_image", "banner",
	    "banner_img", "index_img", "top_img", "home_cover", "post_cover",
	    "og_image", "social_image", "share_img", "preview_image", "img",
	    "photos", "photo" } },
	{ FIELD_IMAGE, set_image, FACT(image), {
	    "header.image", "header.overlay_image", "header.og_image",
	    "extra.image", "extra.cover_image", "extra.cover" } },

	{ FIELD_THUMBNAIL, set_image, FACT(thumbnail), {
	    "thumbnail", "thumb", "thumbnail_img", "thumbnail_url",
	    "featured_image_preview", "header.teaser", "extra.thumbnail" } },

	{ FIELD_URL, set_permalink, FACT(permalink), {
	    "permalink", "url", "path" } },

	{ FIELD_SLUG, set_address, FACT(slug), {
	    "slug", "wordpress_slug", "abbrlink" } },

	{ FIELD_EXTERNAL, set_address, FACT(external), {
	    "external_url", "link", "external_link", "canonical",
	    "canonical_url", "original_url", "original_link" } },
	{ FIELD_EXTERNAL, set_source, FACT(external), {
	    "source_url", "source", "bookmark_of", "repost_of", "like_of",
	    "in_reply_to" } },

	{ FIELD_ID, set_id, FACT(id), {
	    "guid", "uuid", "atom_id", "blogger_id", "id" } },

	{ FIELD_LANGUAGE, set_text, FACT(language), {
	    "lang", "language", "locale", "pagelang" } },

	{ FIELD_RIGHTS, set_rights, FACT(rights), {
	    "license", "copyright", "rights" } },

	{ FIELD_ENCLOSURE, set_media, 0, {
	    "enclosure", "enclosure_url", "audio", "audio_url", "audio_file",
	    "audio_file_path", "mp3", "mp3_url", "podcast_url", "podcast_link",
	    "rss_enclosure", "podcast", "meta.enclosure" } },
	{ FIELD_ENCLOSURE, set_recording, 0, { "file", "video" } },

	{ FIELD_DRAFT, set_draft, 0, { "draft" } },
	{ FIELD_DRAFT, set_off, FACT(draft), { "published", "publish" } },
	{ FIELD_DRAFT, set_draft, 0, { "is_draft", "ignore_publish" } },
	{ FIELD_DRAFT, set_off, FACT(draft), {
	    "is_published", "dg_publish" } },
	{ FIELD_DRAFT, set_draft, 0, { "unpublished" } },

	{ FIELD_HIDDEN, set_private, 0, { "hidden" } },
	{ FIELD_HIDDEN, set_hidden, 0, { "hide" } },
	{ FIELD_HIDDEN, set_private, 0, { "unlisted" } },
	{ FIELD_HIDDEN, set_off, FACT(hidden), { "listed" } },
	{ FIELD_HIDDEN, set_hidden, 0, {
	    "is_hidden", "hidden_from_rss", "hidden_from_feed",
	    "hide_from_rss", "hide_from_feed", "exclude_from_rss",
	    "exclude_from_feed", "rss_ignore", "rss_exclude", "no_rss",
	    "no_feed" } },
	{ FIELD_HIDDEN, set_private, 0, { "private" } },
	{ FIELD_HIDDEN, set_hidden, 0, { "archived" } },
	{ FIELD_HIDDEN, set_off, FACT(hidden), { "public" } },
	{ FIELD_HIDDEN, set_status, 0, {
	    "status", "post_status", "visibility" } },
	{ FIELD_HIDDEN, set_off, FACT(hidden), {
	    "feed", "in_feed", "rss", "article" } },
	{ FIELD_HIDDEN, set_hidden, 0, {
	    "eleventy_exclude_from_collections", "secret", "encrypt",
	    "encrypted" } },
	{ FIELD_HIDDEN, set_filled, FACT(hidden), {
	    "password", "redirect", "redirect_to" } },

	{ FIELD_APPEARS, set_appears, FACT(appears), { "publish_date" } },

	{ FIELD_EXPIRES, set_later_date, FACT(expires), {
	    "expiry_date", "expires", "unpublish_date" } }
};

#define GROUPS (sizeof groups / sizeof *groups)

/* A factor that costs as little as an addition. */
#define HASH_FACTOR 5

/* A hash of what value_key_equal() compares, folding some punctuation, too. */
static unsigned
hash_key(unsigned hash, const char *key)
{
	for (; *key != '\0'; key++)
		if (*key > '_')		/* mostly a lower-case letter */
			hash = hash * HASH_FACTOR + (unsigned)*key;
		else if (*key != '-' && *key != '_' && *key != ' ')
			hash = hash * HASH_FACTOR +
			    ((unsigned char)*key | 0x20);
	return hash;
}

/* The same for a row: lower case, with "_" as the only separator. */
static unsigned
hash_row(const char *key)
{
	unsigned hash = 0;

	for (; *key != '\0'; key++)
		if (*key != '_')
			hash = hash * HASH_FACTOR + (unsigned char)*key;
	return hash;
}

/* More than there are keys, at GROUP_MAX for each group. */
#define PLACES 2048

_Static_assert(GROUPS * GROUP_MAX < PLACES, "more keys than places");

static void
add_key(struct fields *fields, const char *key, unsigned place)
{
	unsigned hash = hash_row(key), slot = hash % FIELDS_SLOTS;

	while (fields->slots[slot] != 0)
		slot = (slot + 1) % FIELDS_SLOTS;
	fields->slots[slot] = hash / PLACES * PLACES + place + 1;
}

void
fields_init(struct fields *fields)
{
	unsigned i, k;

	memset(fields, 0, sizeof *fields);
	for (i = 0; i < GROUPS; i++)
		for (k = 0; k < GROUP_MAX && groups[i].keys[k] != NULL; k++)
			add_key(fields, groups[i].keys[k], i * GROUP_MAX + k);
}

/* A value of the front matter, and the index of its key in the table. */
struct match {
	unsigned		 place;
	const struct group	*group;
	const struct p2f_value	*value;
};

/* More than posts have. */
#define FEW 32

struct matches {
	struct match	*items;
	size_t		 count, room;
	struct match	 few[FEW];	/* items, until there are more */
};

static void
grow(struct arena *a, struct matches *matches)
{
	struct match *items = arena_alloc(a, 2 * matches->room *
	    sizeof *items);

	memcpy(items, matches->items, matches->count * sizeof *items);
	matches->items = items;
	matches->room *= 2;
}

/* The part of a row after the name of a map; NULL: it has another map. */
static const char *
after_map(const char *row, const char *map)
{
	for (;; row++, map++) {
		row += *row == '_';
		while (*map == '-' || *map == '_' || *map == ' ')
			map++;
		if (*map == '\0')
			return *row == '.' ? row + 1 : NULL;
		if (ascii_lower(*map) != *row)
			return NULL;
	}
}

/* "extra.updated" is `updated` in `extra`. */
static bool
is_key(const char *row, const char *map, const char *key)
{
	const char *rest = map == NULL ? row : after_map(row, map);

	return rest != NULL && value_key_equal(rest, key);
}

/* Add the matches of a key with a hash, which is in a map or (NULL) at the top
   level; returns whether there are any. */
static inline bool
match_key(const struct fields *fields, struct arena *a,
    struct matches *matches, const struct p2f_value *v, const char *map,
    unsigned hash)
{
	size_t count = matches->count;
	const struct group *group;
	unsigned slot, entry, place;

	for (slot = hash % FIELDS_SLOTS; (entry = fields->slots[slot]) != 0;
	    slot = (slot + 1) % FIELDS_SLOTS) {
		if (entry / PLACES != hash / PLACES)
			continue;
		place = entry % PLACES - 1;
		group = &groups[place / GROUP_MAX];
		if (!is_key(group->keys[place % GROUP_MAX], map, v->key))
			continue;
		if (matches->count == matches->room)
			grow(a, matches);
		matches->items[matches->count++] = (struct match){ place,
		    group, v };
	}
	return matches->count > count;
}

/* The same for all keys in a map. */
static void
match_map(const struct fields *fields, struct arena *a,
    struct matches *matches, const struct p2f_value *map)
{
	const unsigned hash = hash_key(hash_key(0, map->key), ".");
	const struct p2f_value *v;
	size_t i;

	for (i = 0; (v = map->items[i]) != NULL; i++)
		match_key(fields, a, matches, v, map->key,
		    hash_key(hash, v->key));
}

/* No place occurs twice: duplicate keys have been merged. */
static int
compare_matches(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	return (a->place > b->place) - (a->place < b->place);
}

/* The same as qsort(3), but cheaper for a few matches. */
static void
sort_matches(struct matches *matches)
{
	struct match *items = matches->items, moved;
	size_t i, k;

	if (matches->count > FEW) {
		qsort(items, matches->count, sizeof *items, compare_matches);
		return;
	}
	for (i = 1; i < matches->count; i++) {
		moved = items[i];
		for (k = i; k > 0 && compare_matches(&items[k - 1],
		    &moved) > 0; k--)
			items[k] = items[k - 1];
		items[k] = moved;
	}
}

/* Keys whose absence is visible in the feed. */
#define MISSED(key) key, sizeof key - 1

static const struct {
	const char	*key;
	size_t		 length;
	enum field	 field;
} missed[] = {
	{ MISSED("title"), FIELD_TITLE },
	{ MISSED("date"), FIELD_DATE },
	{ MISSED("published"), FIELD_DATE },
	{ MISSED("updated"), FIELD_UPDATED },
	{ MISSED("author"), FIELD_AUTHORS },
	{ MISSED("authors"), FIELD_AUTHORS },
	{ MISSED("tags"), FIELD_TAGS },
	{ MISSED("categories"), FIELD_CATEGORIES },
	{ MISSED("category"), FIELD_CATEGORIES },
	{ MISSED("description"), FIELD_SUMMARY },
	{ MISSED("summary"), FIELD_SUMMARY },
	{ MISSED("excerpt"), FIELD_SUMMARY },
	{ MISSED("image"), FIELD_IMAGE },
	{ MISSED("permalink"), FIELD_URL },
	{ MISSED("slug"), FIELD_SLUG },
	{ MISSED("draft"), FIELD_DRAFT },
	{ MISSED("language"), FIELD_LANGUAGE }
};

/* Many posts have these, nobody misses them, and none resembles one above. */
static const char *const needless[] = {
	"layout", "comments", "type", "toc", "weight", "aliases",
	"redirect_from", NULL
};

/* A date begins with a digit; anything else with such a key is not one. */
static bool
can_be(enum field field, const struct p2f_value *v)
{
	if (v->kind == P2F_NULL || v->kind == P2F_MAP)
		return false;
	if (field != FIELD_DATE && field != FIELD_UPDATED)
		return true;
	return v->kind == P2F_TEXT && (ascii_is_digit(v->text[0]) ||
	    value_is_true(v) || value_is_false(v));
}

/* Report an unknown key that resembles a known one which the post lacks. */
static void
report_typo(const struct fields_context *context, const struct facts *facts,
    const struct p2f_value *v)
{
	const size_t length = typo_length(v->key);
	size_t i;

	for (i = 0; i < sizeof missed / sizeof *missed; i++) {
		/* It may be shorter or longer by one letter. */
		if (length + 1 - missed[i].length > 2 ||
		    facts->from[missed[i].field] != NULL ||
		    !typo_may_be(v->key, missed[i].key) ||
		    !typo_is_slip(v->key, missed[i].key) ||
		    !can_be(missed[i].field, v))
			continue;
		diag_report(context->diag, DIAG_TYPO, value_place(context->path,
		    v), "unknown key %s; ignored (did you mean \"%s\"?)",
		    quote(v->key).text, missed[i].key);
		return;
	}
}

/* The value of a field; in notes it may be a link. */
static const struct p2f_value *
unlinked(struct arena *a, const struct p2f_value *v, enum field field)
{
	switch (field) {
	case FIELD_DATE:
	case FIELD_UPDATED:
	case FIELD_AUTHORS:
	case FIELD_TAGS:
	case FIELD_CATEGORIES:
		return wiki_unlinked(a, v, WIKI_TEXT);
	case FIELD_IMAGE:
	case FIELD_THUMBNAIL:
		return wiki_unlinked(a, v, WIKI_TARGET);
	default:
		return v;
	}
}

void
fields_read(const struct fields *fields, const struct p2f_value *meta,
    const struct fields_context *context, struct facts *facts)
{
	struct filler filler = { context, meta, facts };
	struct arena_list unknown = { 0 };
	const struct p2f_value *v;
	struct matches matches;
	const struct group *group;
	size_t i;

	matches.items = matches.few;
	matches.count = 0;
	matches.room = FEW;
	for (i = 0; (v = meta->items[i]) != NULL; i++) {
		if (!match_key(fields, context->arena, &matches, v, NULL,
		    hash_key(0, v->key)) && v->file == NULL &&
		    !ascii_is_any(v->key, needless))
			arena_list_add(context->arena, &unknown, v);
		if (v->kind == P2F_MAP)
			match_map(fields, context->arena, &matches, v);
	}
	sort_matches(&matches);
	for (i = 0; i < matches.count; i++) {
		group = matches.items[i].group;
		if (facts->from[group->field] != NULL)
			continue;
		v = unlinked(context->arena, matches.items[i].value,
		    group->field);
		if (group->set(&filler, v, group->fact))
			facts->from[group->field] = v;
	}
	for (i = 0; i < unknown.count; i++)
		report_typo(context, facts, unknown.items[i]);
	set_done(&filler);
}

void
fields_print(struct buf *out)
{
	enum field last = FIELD_COUNT;
	size_t i, k;

	for (i = 0; i < GROUPS; i++) {
		if (groups[i].field != last)
			buf_printf(out, "%s%s:", i == 0 ? "" : "\n",
			    field_names[groups[i].field]);
		last = groups[i].field;
		for (k = 0; k < GROUP_MAX && groups[i].keys[k] != NULL; k++)
			buf_printf(out, " %s", groups[i].keys[k]);
	}
	buf_putc(out, '\n');
}

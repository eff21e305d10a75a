#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "front/value.h"
#include "post/fields.h"
#include "post/setters.h"
#include "post/typo.h"
#include "post/wiki.h"

/* Names and what --list-keys says of them. */
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

static const struct row {
	const char	*key;
	enum field	 field;
	field_setter	*set;
	size_t		 fact;		/* the one to fill, where set_* asks */
} rows[] = {
	{ "title", FIELD_TITLE, set_title, FACT(title) },
	{ "headline", FIELD_TITLE, set_title, FACT(title) },
	{ "newstitle", FIELD_TITLE, set_title, FACT(title) },
	{ "linktitle", FIELD_TITLE, set_title, FACT(title) },
	{ "post_title", FIELD_TITLE, set_title, FACT(title) },
	{ "rss_title", FIELD_TITLE, set_title, FACT(title) },

	{ "date.created", FIELD_DATE, set_date, 0 },
	{ "date", FIELD_DATE, set_date, 0 },
	{ "published", FIELD_DATE, set_published, 0 },
	{ "publish_date", FIELD_DATE, set_date, 0 },
	{ "pub_date", FIELD_DATE, set_date, 0 },
	{ "pub_datetime", FIELD_DATE, set_date, 0 },
	{ "published_at", FIELD_DATE, set_date, 0 },
	{ "date_published", FIELD_DATE, set_date, 0 },
	{ "published_date", FIELD_DATE, set_date, 0 },
	{ "published_on", FIELD_DATE, set_date, 0 },
	{ "publication_date", FIELD_DATE, set_date, 0 },
	{ "post_date", FIELD_DATE, set_date, 0 },
	{ "created", FIELD_DATE, set_date, 0 },
	{ "created_at", FIELD_DATE, set_date, 0 },
	{ "date_created", FIELD_DATE, set_date, 0 },
	{ "created_date", FIELD_DATE, set_date, 0 },
	{ "creation_date", FIELD_DATE, set_date, 0 },
	{ "created_on", FIELD_DATE, set_date, 0 },
	{ "created_time", FIELD_DATE, set_date, 0 },
	{ "create_time", FIELD_DATE, set_date, 0 },
	{ "create_date", FIELD_DATE, set_date, 0 },
	{ "posted", FIELD_DATE, set_date, 0 },
	{ "posted_on", FIELD_DATE, set_date, 0 },
	{ "posted_at", FIELD_DATE, set_date, 0 },
	{ "publish_time", FIELD_DATE, set_date, 0 },
	{ "published_time", FIELD_DATE, set_date, 0 },
	{ "datetime", FIELD_DATE, set_date, 0 },
	{ "rss_pubdate", FIELD_DATE, set_date, 0 },
	{ "extra.created", FIELD_DATE, set_date, 0 },

	{ "updated", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "update", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "lastmod", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "last_modified_at", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "last_modified", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "modified", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "modified_time", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "date_modified", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "updated_date", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "mod_datetime", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "updated_at", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "date_updated", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "last_updated", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "modified_date", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "modify_date", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "update_date", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "update_time", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "updated_time", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "updated_on", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "last_edited_time", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "changed", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "last_update.date", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "date.updated", FIELD_UPDATED, set_later_date, FACT(updated) },
	{ "extra.updated", FIELD_UPDATED, set_later_date, FACT(updated) },

	{ "authors", FIELD_AUTHORS, set_people, 0 },
	{ "author", FIELD_AUTHORS, set_people, 0 },
	{ "by", FIELD_AUTHORS, set_people, 0 },
	{ "author_name", FIELD_AUTHORS, set_people, 0 },
	{ "creator", FIELD_AUTHORS, set_people, 0 },
	{ "byline", FIELD_AUTHORS, set_people, 0 },
	{ "guest_author", FIELD_AUTHORS, set_people, 0 },
	{ "rss_author", FIELD_AUTHORS, set_people, 0 },
	{ "copyright_author", FIELD_AUTHORS, set_people, 0 },
	{ "extra.authors", FIELD_AUTHORS, set_people, 0 },
	{ "extra.author", FIELD_AUTHORS, set_people, 0 },

	{ "tags", FIELD_TAGS, set_tags, 0 },
	{ "tag", FIELD_TAGS, set_tags, 0 },
	{ "topics", FIELD_TAGS, set_tags, 0 },
	{ "keywords", FIELD_TAGS, set_tags, 0 },
	{ "taxonomies.tags", FIELD_TAGS, set_tags, 0 },
	{ "taxonomy.tag", FIELD_TAGS, set_tags, 0 },

	{ "categories", FIELD_CATEGORIES, set_categories, 0 },
	{ "category", FIELD_CATEGORIES, set_categories, 0 },
	{ "taxonomies.categories", FIELD_CATEGORIES, set_categories, 0 },
	{ "taxonomy.category", FIELD_CATEGORIES, set_categories, 0 },
	{ "section", FIELD_CATEGORIES, set_categories, 0 },
	{ "rss_category", FIELD_CATEGORIES, set_categories, 0 },

	{ "description", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "summary", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "excerpt", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "post_excerpt", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "abstract", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "intro", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "rss_description", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "rss", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "subtitle", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "spoiler", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "lead", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "teaser", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "share_text", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "share_description", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "meta_description", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "seo_description", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "desc", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "blurb", FIELD_SUMMARY, set_text, FACT(summary) },
	{ "tldr", FIELD_SUMMARY, set_text, FACT(summary) },

	{ "image", FIELD_IMAGE, set_image, FACT(image) },
	{ "images", FIELD_IMAGE, set_image, FACT(image) },
	{ "cover", FIELD_IMAGE, set_image, FACT(image) },
	{ "cover_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "cover_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "image_url", FIELD_IMAGE, set_image, FACT(image) },
	{ "cover_url", FIELD_IMAGE, set_image, FACT(image) },
	{ "featured_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "feature_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "featured_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "feature_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "feat_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "feature", FIELD_IMAGE, set_image, FACT(image) },
	{ "headimg", FIELD_IMAGE, set_image, FACT(image) },
	{ "header_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "bigimg", FIELD_IMAGE, set_image, FACT(image) },
	{ "hero", FIELD_IMAGE, set_image, FACT(image) },
	{ "hero_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "banner", FIELD_IMAGE, set_image, FACT(image) },
	{ "banner_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "index_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "top_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "home_cover", FIELD_IMAGE, set_image, FACT(image) },
	{ "post_cover", FIELD_IMAGE, set_image, FACT(image) },
	{ "og_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "social_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "share_img", FIELD_IMAGE, set_image, FACT(image) },
	{ "preview_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "img", FIELD_IMAGE, set_image, FACT(image) },
	{ "photos", FIELD_IMAGE, set_image, FACT(image) },
	{ "photo", FIELD_IMAGE, set_image, FACT(image) },
	{ "header.image", FIELD_IMAGE, set_image, FACT(image) },
	{ "header.overlay_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "header.og_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "extra.image", FIELD_IMAGE, set_image, FACT(image) },
	{ "extra.cover_image", FIELD_IMAGE, set_image, FACT(image) },
	{ "extra.cover", FIELD_IMAGE, set_image, FACT(image) },

	{ "thumbnail", FIELD_THUMBNAIL, set_image, FACT(thumbnail) },
	{ "thumb", FIELD_THUMBNAIL, set_image, FACT(thumbnail) },
	{ "thumbnail_img", FIELD_THUMBNAIL, set_image, FACT(thumbnail) },
	{ "thumbnail_url", FIELD_THUMBNAIL, set_image, FACT(thumbnail) },
	{ "featured_image_preview", FIELD_THUMBNAIL, set_image,
	    FACT(thumbnail) },
	{ "header.teaser", FIELD_THUMBNAIL, set_image, FACT(thumbnail) },
	{ "extra.thumbnail", FIELD_THUMBNAIL, set_image, FACT(thumbnail) },

	{ "permalink", FIELD_URL, set_permalink, FACT(permalink) },
	{ "url", FIELD_URL, set_permalink, FACT(permalink) },
	{ "path", FIELD_URL, set_permalink, FACT(permalink) },

	{ "slug", FIELD_SLUG, set_address, FACT(slug) },
	{ "wordpress_slug", FIELD_SLUG, set_address, FACT(slug) },
	{ "abbrlink", FIELD_SLUG, set_address, FACT(slug) },

	{ "external_url", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "link", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "external_link", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "canonical", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "canonical_url", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "original_url", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "original_link", FIELD_EXTERNAL, set_address, FACT(external) },
	{ "source_url", FIELD_EXTERNAL, set_source, FACT(external) },
	{ "source", FIELD_EXTERNAL, set_source, FACT(external) },
	{ "bookmark_of", FIELD_EXTERNAL, set_source, FACT(external) },
	{ "repost_of", FIELD_EXTERNAL, set_source, FACT(external) },
	{ "like_of", FIELD_EXTERNAL, set_source, FACT(external) },
	{ "in_reply_to", FIELD_EXTERNAL, set_source, FACT(external) },

	{ "guid", FIELD_ID, set_id, FACT(id) },
	{ "uuid", FIELD_ID, set_id, FACT(id) },
	{ "atom_id", FIELD_ID, set_id, FACT(id) },
	{ "blogger_id", FIELD_ID, set_id, FACT(id) },
	{ "id", FIELD_ID, set_id, FACT(id) },

	{ "lang", FIELD_LANGUAGE, set_text, FACT(language) },
	{ "language", FIELD_LANGUAGE, set_text, FACT(language) },
	{ "locale", FIELD_LANGUAGE, set_text, FACT(language) },
	{ "pagelang", FIELD_LANGUAGE, set_text, FACT(language) },

	{ "license", FIELD_RIGHTS, set_rights, FACT(rights) },
	{ "copyright", FIELD_RIGHTS, set_rights, FACT(rights) },
	{ "rights", FIELD_RIGHTS, set_rights, FACT(rights) },

	{ "enclosure", FIELD_ENCLOSURE, set_media, 0 },
	{ "enclosure_url", FIELD_ENCLOSURE, set_media, 0 },
	{ "audio", FIELD_ENCLOSURE, set_media, 0 },
	{ "audio_url", FIELD_ENCLOSURE, set_media, 0 },
	{ "audio_file", FIELD_ENCLOSURE, set_media, 0 },
	{ "audio_file_path", FIELD_ENCLOSURE, set_media, 0 },
	{ "mp3", FIELD_ENCLOSURE, set_media, 0 },
	{ "mp3_url", FIELD_ENCLOSURE, set_media, 0 },
	{ "podcast_url", FIELD_ENCLOSURE, set_media, 0 },
	{ "podcast_link", FIELD_ENCLOSURE, set_media, 0 },
	{ "rss_enclosure", FIELD_ENCLOSURE, set_media, 0 },
	{ "podcast", FIELD_ENCLOSURE, set_media, 0 },
	{ "meta.enclosure", FIELD_ENCLOSURE, set_media, 0 },
	{ "file", FIELD_ENCLOSURE, set_recording, 0 },
	{ "video", FIELD_ENCLOSURE, set_recording, 0 },

	{ "draft", FIELD_DRAFT, set_draft, 0 },
	{ "published", FIELD_DRAFT, set_off, FACT(draft) },
	{ "publish", FIELD_DRAFT, set_off, FACT(draft) },
	{ "is_draft", FIELD_DRAFT, set_draft, 0 },
	{ "ignore_publish", FIELD_DRAFT, set_draft, 0 },
	{ "is_published", FIELD_DRAFT, set_off, FACT(draft) },
	{ "dg_publish", FIELD_DRAFT, set_off, FACT(draft) },
	{ "unpublished", FIELD_DRAFT, set_draft, 0 },

	{ "hidden", FIELD_HIDDEN, set_private, 0 },
	{ "hide", FIELD_HIDDEN, set_hidden, 0 },
	{ "unlisted", FIELD_HIDDEN, set_private, 0 },
	{ "listed", FIELD_HIDDEN, set_off, FACT(hidden) },
	{ "is_hidden", FIELD_HIDDEN, set_hidden, 0 },
	{ "hidden_from_rss", FIELD_HIDDEN, set_hidden, 0 },
	{ "hidden_from_feed", FIELD_HIDDEN, set_hidden, 0 },
	{ "hide_from_rss", FIELD_HIDDEN, set_hidden, 0 },
	{ "hide_from_feed", FIELD_HIDDEN, set_hidden, 0 },
	{ "exclude_from_rss", FIELD_HIDDEN, set_hidden, 0 },
	{ "exclude_from_feed", FIELD_HIDDEN, set_hidden, 0 },
	{ "rss_ignore", FIELD_HIDDEN, set_hidden, 0 },
	{ "rss_exclude", FIELD_HIDDEN, set_hidden, 0 },
	{ "no_rss", FIELD_HIDDEN, set_hidden, 0 },
	{ "no_feed", FIELD_HIDDEN, set_hidden, 0 },
	{ "private", FIELD_HIDDEN, set_private, 0 },
	{ "archived", FIELD_HIDDEN, set_hidden, 0 },
	{ "public", FIELD_HIDDEN, set_off, FACT(hidden) },
	{ "status", FIELD_HIDDEN, set_status, 0 },
	{ "post_status", FIELD_HIDDEN, set_status, 0 },
	{ "visibility", FIELD_HIDDEN, set_status, 0 },
	{ "feed", FIELD_HIDDEN, set_off, FACT(hidden) },
	{ "in_feed", FIELD_HIDDEN, set_off, FACT(hidden) },
	{ "rss", FIELD_HIDDEN, set_off, FACT(hidden) },
	{ "article", FIELD_HIDDEN, set_off, FACT(hidden) },
	{ "eleventy_exclude_from_collections", FIELD_HIDDEN, set_hidden, 0 },
	{ "secret", FIELD_HIDDEN, set_hidden, 0 },
	{ "encrypt", FIELD_HIDDEN, set_hidden, 0 },
	{ "encrypted", FIELD_HIDDEN, set_hidden, 0 },
	{ "password", FIELD_HIDDEN, set_filled, FACT(hidden) },
	{ "redirect", FIELD_HIDDEN, set_filled, FACT(hidden) },
	{ "redirect_to", FIELD_HIDDEN, set_filled, FACT(hidden) },

	{ "publish_date", FIELD_APPEARS, set_appears, FACT(appears) },
	{ "expiry_date", FIELD_EXPIRES, set_later_date, FACT(expires) },
	{ "expires", FIELD_EXPIRES, set_later_date, FACT(expires) },
	{ "unpublish_date", FIELD_EXPIRES, set_later_date, FACT(expires) }
};

#define ROWS (sizeof rows / sizeof *rows)

/* A factor that costs as little as an addition. */
#define HASH_FACTOR 5

/* Over what value_key_equal() compares; a few signs count as letters. */
static unsigned
hash_key(unsigned hash, const char *key)
{
	for (; *key != '\0'; key++)
		if (*key > '_' ||
		    (*key != '-' && *key != '_' && *key != ' '))
			hash = hash * HASH_FACTOR +
			    ((unsigned char)*key | 0x20);
	return hash;
}

/* The same of a row, which has small letters, and "_" alone between them. */
static unsigned
hash_row(const char *key)
{
	unsigned hash = 0;

	for (; *key != '\0'; key++)
		if (*key != '_')
			hash = hash * HASH_FACTOR + (unsigned char)*key;
	return hash;
}

void
fields_init(struct fields *fields)
{
	unsigned row, hash, slot;

	memset(fields, 0, sizeof *fields);
	for (row = 0; row < ROWS; row++) {
		hash = hash_row(rows[row].key);
		slot = hash % FIELDS_SLOTS;
		while (fields->slots[slot] != 0)
			slot = (slot + 1) % FIELDS_SLOTS;
		fields->slots[slot] = hash / FIELDS_SLOTS * FIELDS_SLOTS +
		    row + 1;
	}
}

/* A value of the front matter and the row that it is for. */
struct match {
	const struct row	*row;
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
add_match(struct arena *a, struct matches *matches, struct match match)
{
	struct match *items;

	if (matches->count == matches->room) {
		matches->room *= 2;
		items = arena_alloc(a, matches->room * sizeof *items);
		memcpy(items, matches->items,
		    matches->count * sizeof *items);
		matches->items = items;
	}
	matches->items[matches->count++] = match;
}

/* What a row has behind the name of a map; NULL: it is of another one. */
static const char *
behind_map(const char *row, const char *map)
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

/* "extra.updated" is the row of `updated` in `extra`. */
static bool
is_row(const struct row *row, const char *map, const char *key)
{
	const char *rest = map == NULL ? row->key : behind_map(row->key, map);

	return rest != NULL && value_key_equal(rest, key);
}

/* Add the rows of a key, which stands in a map, or (NULL) at the top. */
static inline bool
match_key(const struct fields *fields, struct arena *a,
    struct matches *matches, const struct p2f_value *v, const char *map)
{
	size_t count = matches->count;
	unsigned hash = 0, slot, entry;
	const struct row *row;

	if (map != NULL)
		hash = hash_key(hash_key(hash, map), ".");
	hash = hash_key(hash, v->key);
	for (slot = hash % FIELDS_SLOTS; (entry = fields->slots[slot]) != 0;
	    slot = (slot + 1) % FIELDS_SLOTS) {
		if (entry / FIELDS_SLOTS != hash / FIELDS_SLOTS)
			continue;
		row = &rows[entry % FIELDS_SLOTS - 1];
		if (is_row(row, map, v->key))
			add_match(a, matches, (struct match){ row, v });
	}
	return matches->count > count;
}

/* No row has two values: keys that are the same were made one. */
static int
compare_matches(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	return (a->row > b->row) - (a->row < b->row);
}

/* As qsort(3) does it, but for a few at less than the call costs. */
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

/* Keys whose loss shows in the feed. */
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

/* Many posts have these, which nobody misses, and none is nearly one above. */
static const char *const needless[] = {
	"layout", "comments", "type", "toc", "weight", "aliases",
	"redirect_from", NULL
};

/* A date begins with a digit; what else is so called is none. */
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

/* An unknown key that is nearly a known one which the post lacks. */
static void
report_typo(const struct fields_context *context, const struct facts *facts,
    const struct p2f_value *v)
{
	const size_t length = typo_length(v->key);
	size_t i;

	for (i = 0; i < sizeof missed / sizeof *missed; i++) {
		/* It may be shorter by one letter, or longer. */
		if (length + 1 - missed[i].length > 2 ||
		    facts->from[missed[i].field] != NULL ||
		    !typo_may_be(v->key, missed[i].key) ||
		    !typo_is_slip(v->key, missed[i].key) ||
		    !can_be(missed[i].field, v))
			continue;
		diag_report(context->diag, DIAG_TYPO,
		    value_place(context->path, v), "the key %s is not "
		    "known and ignored; did you mean \"%s\"?",
		    quote(v->key).text, missed[i].key);
		return;
	}
}

/* The value of a field, which in notes may be a link. */
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
	const struct row *row;
	size_t i, k;

	matches.items = matches.few;
	matches.count = 0;
	matches.room = FEW;
	for (i = 0; (v = meta->items[i]) != NULL; i++) {
		if (!match_key(fields, context->arena, &matches, v, NULL) &&
		    v->file == NULL && !ascii_is_any(v->key, needless))
			arena_list_add(context->arena, &unknown, v);
		for (k = 0; v->kind == P2F_MAP && v->items[k] != NULL; k++)
			match_key(fields, context->arena, &matches,
			    v->items[k], v->key);
	}
	sort_matches(&matches);
	for (i = 0; i < matches.count; i++) {
		row = matches.items[i].row;
		if (facts->from[row->field] != NULL)
			continue;
		v = unlinked(context->arena, matches.items[i].value,
		    row->field);
		if (row->set(&filler, v, row->fact))
			facts->from[row->field] = v;
	}
	for (i = 0; i < unknown.count; i++)
		report_typo(context, facts, unknown.items[i]);
	set_done(&filler);
}

void
fields_print(struct buf *out)
{
	enum field last = FIELD_COUNT;
	size_t i;

	for (i = 0; i < ROWS; i++) {
		if (rows[i].field != last)
			buf_printf(out, "%s%s:", i == 0 ? "" : "\n",
			    field_names[rows[i].field]);
		last = rows[i].field;
		buf_printf(out, " %s", rows[i].key);
	}
	buf_putc(out, '\n');
}

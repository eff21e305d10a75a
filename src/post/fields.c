#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "date/date.h"
#include "post/fields.h"
#include "post/setters.h"
#include "post/typo.h"
#include "front/value.h"

enum member {
	TITLE, DATE, UPDATED, AUTHORS, TAGS, CATEGORIES, SUMMARY, IMAGE,
	THUMBNAIL, URL, SLUG, EXTERNAL, ID, LANGUAGE, RIGHTS, ENCLOSURE,
	DRAFT, HIDDEN, MEMBER_COUNT
};

/* Names and what --list-keys says of them. */
static const char *const member_names[MEMBER_COUNT] = {
	[TITLE] = "title", [DATE] = "date", [UPDATED] = "updated",
	[AUTHORS] = "authors", [TAGS] = "tags",
	[CATEGORIES] = "categories", [SUMMARY] = "summary",
	[IMAGE] = "image", [THUMBNAIL] = "thumbnail", [URL] = "url",
	[SLUG] = "slug", [EXTERNAL] = "external link", [ID] = "id",
	[LANGUAGE] = "language", [RIGHTS] = "rights",
	[ENCLOSURE] = "enclosure", [DRAFT] = "draft", [HIDDEN] = "hidden"
};

#define FACT(name) offsetof(struct facts, name)

static const struct row {
	const char	*key;
	enum member	 member;
	field_setter	*set;
	size_t		 fact;		/* the one to fill, where set_* asks */
} rows[] = {
	{ "title", TITLE, set_title, FACT(title) },
	{ "headline", TITLE, set_title, FACT(title) },
	{ "newstitle", TITLE, set_title, FACT(title) },
	{ "linktitle", TITLE, set_title, FACT(title) },
	{ "rss_title", TITLE, set_title, FACT(title) },

	{ "date", DATE, set_date, 0 },
	{ "published", DATE, set_published, 0 },
	{ "publish_date", DATE, set_date, 0 },
	{ "pub_date", DATE, set_date, 0 },
	{ "pub_datetime", DATE, set_date, 0 },
	{ "published_at", DATE, set_date, 0 },
	{ "date_published", DATE, set_date, 0 },
	{ "created", DATE, set_date, 0 },
	{ "created_at", DATE, set_date, 0 },
	{ "date_created", DATE, set_date, 0 },
	{ "posted", DATE, set_date, 0 },
	{ "rss_pubdate", DATE, set_date, 0 },
	{ "extra.created", DATE, set_date, 0 },

	{ "updated", UPDATED, set_updated, 0 },
	{ "update", UPDATED, set_updated, 0 },
	{ "lastmod", UPDATED, set_updated, 0 },
	{ "last_modified_at", UPDATED, set_updated, 0 },
	{ "last_modified", UPDATED, set_updated, 0 },
	{ "modified", UPDATED, set_updated, 0 },
	{ "modified_time", UPDATED, set_updated, 0 },
	{ "date_modified", UPDATED, set_updated, 0 },
	{ "updated_date", UPDATED, set_updated, 0 },
	{ "mod_datetime", UPDATED, set_updated, 0 },
	{ "updated_at", UPDATED, set_updated, 0 },
	{ "last_update.date", UPDATED, set_updated, 0 },
	{ "extra.updated", UPDATED, set_updated, 0 },

	{ "authors", AUTHORS, set_people, 0 },
	{ "author", AUTHORS, set_people, 0 },
	{ "by", AUTHORS, set_people, 0 },
	{ "author_name", AUTHORS, set_people, 0 },
	{ "creator", AUTHORS, set_people, 0 },
	{ "byline", AUTHORS, set_people, 0 },
	{ "guest_author", AUTHORS, set_people, 0 },
	{ "rss_author", AUTHORS, set_people, 0 },

	{ "tags", TAGS, set_tags, 0 },
	{ "tag", TAGS, set_tags, 0 },
	{ "keywords", TAGS, set_tags, 0 },
	{ "taxonomies.tags", TAGS, set_tags, 0 },

	{ "categories", CATEGORIES, set_categories, 0 },
	{ "category", CATEGORIES, set_categories, 0 },
	{ "taxonomies.categories", CATEGORIES, set_categories, 0 },
	{ "section", CATEGORIES, set_categories, 0 },
	{ "rss_category", CATEGORIES, set_categories, 0 },

	{ "description", SUMMARY, set_text, FACT(summary) },
	{ "summary", SUMMARY, set_text, FACT(summary) },
	{ "excerpt", SUMMARY, set_text, FACT(summary) },
	{ "abstract", SUMMARY, set_text, FACT(summary) },
	{ "intro", SUMMARY, set_text, FACT(summary) },
	{ "rss_description", SUMMARY, set_text, FACT(summary) },
	{ "rss", SUMMARY, set_text, FACT(summary) },
	{ "subtitle", SUMMARY, set_text, FACT(summary) },
	{ "spoiler", SUMMARY, set_text, FACT(summary) },
	{ "lead", SUMMARY, set_text, FACT(summary) },
	{ "teaser", SUMMARY, set_text, FACT(summary) },
	{ "share_text", SUMMARY, set_text, FACT(summary) },

	{ "image", IMAGE, set_image, FACT(image) },
	{ "images", IMAGE, set_image, FACT(image) },
	{ "cover", IMAGE, set_image, FACT(image) },
	{ "cover_image", IMAGE, set_image, FACT(image) },
	{ "featured_image", IMAGE, set_image, FACT(image) },
	{ "feature_image", IMAGE, set_image, FACT(image) },
	{ "feat_img", IMAGE, set_image, FACT(image) },
	{ "headimg", IMAGE, set_image, FACT(image) },
	{ "hero", IMAGE, set_image, FACT(image) },
	{ "hero_image", IMAGE, set_image, FACT(image) },
	{ "banner", IMAGE, set_image, FACT(image) },
	{ "banner_img", IMAGE, set_image, FACT(image) },
	{ "index_img", IMAGE, set_image, FACT(image) },
	{ "og_image", IMAGE, set_image, FACT(image) },
	{ "img", IMAGE, set_image, FACT(image) },
	{ "photos", IMAGE, set_image, FACT(image) },
	{ "header.image", IMAGE, set_image, FACT(image) },
	{ "header.overlay_image", IMAGE, set_image, FACT(image) },

	{ "thumbnail", THUMBNAIL, set_image, FACT(thumbnail) },
	{ "thumb", THUMBNAIL, set_image, FACT(thumbnail) },
	{ "header.teaser", THUMBNAIL, set_image, FACT(thumbnail) },

	{ "permalink", URL, set_permalink, FACT(permalink) },
	{ "url", URL, set_permalink, FACT(permalink) },
	{ "path", URL, set_permalink, FACT(permalink) },

	{ "slug", SLUG, set_address, FACT(slug) },
	{ "wordpress_slug", SLUG, set_address, FACT(slug) },
	{ "abbrlink", SLUG, set_address, FACT(slug) },

	{ "external_url", EXTERNAL, set_address, FACT(external) },
	{ "link", EXTERNAL, set_address, FACT(external) },
	{ "canonical", EXTERNAL, set_address, FACT(external) },
	{ "canonical_url", EXTERNAL, set_address, FACT(external) },

	{ "guid", ID, set_id, FACT(id) },
	{ "uuid", ID, set_id, FACT(id) },
	{ "atom_id", ID, set_id, FACT(id) },
	{ "blogger_id", ID, set_id, FACT(id) },
	{ "id", ID, set_id, FACT(id) },

	{ "lang", LANGUAGE, set_text, FACT(language) },
	{ "language", LANGUAGE, set_text, FACT(language) },
	{ "locale", LANGUAGE, set_text, FACT(language) },
	{ "pagelang", LANGUAGE, set_text, FACT(language) },

	{ "license", RIGHTS, set_text, FACT(rights) },
	{ "copyright", RIGHTS, set_text, FACT(rights) },
	{ "rights", RIGHTS, set_text, FACT(rights) },

	{ "enclosure", ENCLOSURE, set_media, 0 },
	{ "podcast", ENCLOSURE, set_media, 0 },
	{ "audio", ENCLOSURE, set_media, 0 },
	{ "audio_url", ENCLOSURE, set_media, 0 },
	{ "audio_file", ENCLOSURE, set_media, 0 },
	{ "mp3", ENCLOSURE, set_media, 0 },
	{ "podcast_url", ENCLOSURE, set_media, 0 },
	{ "rss_enclosure", ENCLOSURE, set_media, 0 },

	{ "draft", DRAFT, set_draft, 0 },
	{ "published", DRAFT, set_off, FACT(draft) },

	{ "hidden", HIDDEN, set_hidden, 0 },
	{ "hide", HIDDEN, set_hidden, 0 },
	{ "unlisted", HIDDEN, set_hidden, 0 },
	{ "private", HIDDEN, set_hidden, 0 },
	{ "archived", HIDDEN, set_hidden, 0 },
	{ "status", HIDDEN, set_status, 0 },
	{ "feed", HIDDEN, set_off, FACT(hidden) },
	{ "rss", HIDDEN, set_off, FACT(hidden) },
	{ "eleventy_exclude_from_collections", HIDDEN, set_hidden, 0 },
	{ "password", HIDDEN, set_filled, FACT(hidden) },
	{ "redirect", HIDDEN, set_filled, FACT(hidden) },
	{ "redirect_to", HIDDEN, set_filled, FACT(hidden) }
};

#define ROWS (sizeof rows / sizeof *rows)

/* FNV-1a over what value_key_equal() compares. */
static unsigned
hash_key(unsigned hash, const char *key)
{
	for (; *key != '\0'; key++)
		if (*key != '-' && *key != '_')
			hash = (hash ^ (unsigned char)ascii_lower(*key)) *
			    16777619u;
	return hash;
}

#define HASH_START 2166136261u

void
fields_init(struct fields *fields)
{
	unsigned short row;
	unsigned slot;

	memset(fields, 0, sizeof *fields);
	for (row = 0; row < ROWS; row++) {
		slot = hash_key(HASH_START, rows[row].key) % FIELDS_SLOTS;
		while (fields->slots[slot] != 0)
			slot = (slot + 1) % FIELDS_SLOTS;
		fields->slots[slot] = (unsigned short)(row + 1);
	}
}

/* A value of the front matter and the row that it is for. */
struct match {
	const struct row	*row;
	const struct p2f_value	*value;
};

struct matches {
	struct match	*items;
	size_t		 count, room;
};

static void
add_match(struct arena *a, struct matches *matches, struct match match)
{
	struct match *items;

	if (matches->count == matches->room) {
		matches->room = matches->room * 2 + 16;
		items = arena_alloc(a, matches->room * sizeof *items);
		if (matches->count > 0)
			memcpy(items, matches->items,
			    matches->count * sizeof *items);
		matches->items = items;
	}
	matches->items[matches->count++] = match;
}

/* "extra.updated" is the row of `updated` in `extra`. */
static bool
is_row(const struct row *row, const char *map, const char *key)
{
	size_t n = map == NULL ? 0 : strlen(map);

	if (map == NULL)
		return value_key_equal(row->key, key);
	return strncmp(row->key, map, n) == 0 && row->key[n] == '.' &&
	    value_key_equal(row->key + n + 1, key);
}

/* Add the rows of a key, which stands in a map, or (NULL) at the top. */
static bool
match_key(const struct fields *fields, struct arena *a,
    struct matches *matches, const struct p2f_value *v, const char *map)
{
	size_t count = matches->count;
	unsigned slot = HASH_START;
	const struct row *row;

	if (map != NULL)
		slot = hash_key(hash_key(slot, map), ".");
	slot = hash_key(slot, v->key) % FIELDS_SLOTS;
	for (; fields->slots[slot] != 0; slot = (slot + 1) % FIELDS_SLOTS) {
		row = &rows[fields->slots[slot] - 1];
		if (is_row(row, map, v->key))
			add_match(a, matches, (struct match){ row, v });
	}
	return matches->count > count;
}

/* Maps in which the table has rows. */
static const char *
nested_map(const struct p2f_value *v)
{
	static const char *const maps[] = {
		"extra", "header", "last_update", "taxonomies"
	};
	size_t i;

	for (i = 0; v->kind == P2F_MAP && i < sizeof maps / sizeof *maps; i++)
		if (value_key_equal(maps[i], v->key))
			return maps[i];
	return NULL;
}

static int
compare_matches(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	if (a->value->line != b->value->line)
		return a->value->line < b->value->line ? -1 : 1;
	return a->value->column < b->value->column ? -1 :
	    a->value->column > b->value->column;
}

/* Keys whose loss shows in the feed. */
static const struct {
	const char	*key;
	enum member	 member;
} missed[] = {
	{ "title", TITLE }, { "date", DATE }, { "published", DATE },
	{ "updated", UPDATED }, { "author", AUTHORS },
	{ "authors", AUTHORS }, { "tags", TAGS },
	{ "categories", CATEGORIES }, { "category", CATEGORIES },
	{ "description", SUMMARY }, { "summary", SUMMARY },
	{ "excerpt", SUMMARY }, { "image", IMAGE }, { "permalink", URL },
	{ "slug", SLUG }, { "draft", DRAFT }, { "language", LANGUAGE }
};

/* A date begins with a digit; what else is so called is none. */
static bool
can_be(enum member member, const struct p2f_value *v)
{
	if (v->kind == P2F_NULL || v->kind == P2F_MAP)
		return false;
	if (member != DATE && member != UPDATED)
		return true;
	return v->kind == P2F_TEXT && (ascii_is_digit(v->text[0]) ||
	    value_is_true(v) || value_is_false(v));
}

/* An unknown key that is nearly a known one which the post lacks. */
static void
report_typo(const struct fields_context *context, const bool *is_set,
    const struct p2f_value *v)
{
	size_t i;

	for (i = 0; i < sizeof missed / sizeof *missed; i++) {
		if (is_set[missed[i].member] ||
		    !typo_is_slip(v->key, missed[i].key) ||
		    !can_be(missed[i].member, v))
			continue;
		diag_report(context->diag, DIAG_TYPO,
		    value_place(context->path, v), "the key %s is not "
		    "known and ignored; did you mean \"%s\"?",
		    quote(v->key).text, missed[i].key);
		return;
	}
}

void
fields_read(const struct fields *fields, const struct p2f_value *meta,
    const struct fields_context *context, struct facts *facts)
{
	struct filler filler = { context, meta, facts };
	bool is_set[MEMBER_COUNT] = { false };
	struct arena_list unknown = { 0 };
	struct matches matches = { 0 };
	const struct p2f_value *v;
	const char *map;
	size_t i, k;

	for (i = 0; (v = meta->items[i]) != NULL; i++) {
		if (!match_key(fields, context->arena, &matches, v, NULL) &&
		    v->file == NULL)
			arena_list_add(context->arena, &unknown, v);
		map = nested_map(v);
		for (k = 0; map != NULL && v->items[k] != NULL; k++)
			match_key(fields, context->arena, &matches,
			    v->items[k], map);
	}
	if (matches.count > 1)
		qsort(matches.items, matches.count, sizeof *matches.items,
		    compare_matches);
	for (i = 0; i < matches.count; i++) {
		const struct row *row = matches.items[i].row;

		if (!is_set[row->member])
			is_set[row->member] = row->set(&filler,
			    matches.items[i].value, row->fact);
	}
	for (i = 0; i < unknown.count; i++)
		report_typo(context, is_set, unknown.items[i]);
	set_done(&filler);
}

void
fields_print(struct buf *out)
{
	enum member last = MEMBER_COUNT;
	size_t i;

	for (i = 0; i < ROWS; i++) {
		if (rows[i].member != last)
			buf_printf(out, "%s%s:", i == 0 ? "" : "\n",
			    member_names[rows[i].member]);
		last = rows[i].member;
		buf_printf(out, " %s", rows[i].key);
	}
	buf_putc(out, '\n');
}

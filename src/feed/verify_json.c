/*
 * Reads a finished JSON Feed back with jansson, which, unlike the parser of the
 * XML formats, holds all of it in memory.
 */
#include <string.h>

#include <jansson.h>

#include "feed/verify_parts.h"

/* The members of an object that are facts, ended by NULL. */
static const struct member {
	const char	*name;
	enum fact	 fact;
} head_members[] = {
	{ "home_page_url", FACT_URL },
	{ "title", FACT_TITLE },
	{ NULL, FACT_TITLE }
}, item_members[] = {
	{ "id", FACT_ID },
	{ "url", FACT_URL },
	{ "title", FACT_TITLE },
	{ "summary", FACT_SUMMARY },
	{ "date_published", FACT_PUBLISHED },
	{ "date_modified", FACT_UPDATED },
	{ NULL, FACT_TITLE }
};

static const char *
text_of(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static void
read_members(struct feed_facts *found, const json_t *object,
    const struct member *member)
{
	for (; member->name != NULL; member++)
		found->texts[member->fact] = text_of(object, member->name);
}

static void
verify_head(struct check *c, const json_t *root)
{
	struct feed_facts found = { .repeated = NULL };

	read_members(&found, root, head_members);
	check_head(c, &found);
}

/*
 * The digest of the content of an item; false: it has none.  An item without
 * HTML shows its summary as text, which is not content of the post.
 */
static bool
find_content(const json_t *item, struct digest *digest)
{
	const json_t *html = json_object_get(item, "content_html");
	const char *text = text_of(item, "content_text");
	const char *summary = text_of(item, "summary");

	if (json_is_string(html)) {
		*digest = digest_of(json_string_value(html),
		    json_string_length(html));
		return text == NULL;
	}
	return text != NULL && summary != NULL && strcmp(text, summary) == 0;
}

static void
verify_item(struct check *c, const json_t *item)
{
	struct feed_facts found = { .repeated = NULL };

	read_members(&found, item, item_members);
	found.authors = json_array_size(json_object_get(item, "authors"));
	found.categories = json_array_size(json_object_get(item, "tags"));
	if (!find_content(item, &found.content)) {
		check_fail(c, c->out->path, "has an item without content");
		return;
	}
	check_entry(c, &found);
}

static size_t
read_more(void *buffer, size_t length, void *data)
{
	ssize_t n = check_read(data, buffer, length);

	return n < 0 ? (size_t)-1 : (size_t)n;
}

/* Returns the tree, or NULL with the error reported. */
static json_t *
parse(struct check *c)
{
	json_error_t error;
	json_t *root = json_load_callback(read_more, c,
	    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);

	if (root == NULL && c->out->spool->error == 0)
		check_fail(c, c->out->path, "is not well-formed: line %d: %s",
		    error.line, error.text);
	return root;
}

void
verify_json(struct check *c)
{
	json_decref(parse(c));
}

void
verify_json_feed(struct check *c)
{
	static const char current[] = "https://jsonfeed.org/version/1.1";
	json_t *root = parse(c), *items;
	const char *version = text_of(root, "version");
	size_t i;

	if (root == NULL)
		return;
	items = json_object_get(root, "items");
	if (version == NULL || strcmp(version, current) != 0)
		check_fail(c, c->out->path, "is not of version %s", current);
	else if (!json_is_array(items))
		check_fail(c, c->out->path, "has no list of items");
	else
		verify_head(c, root);
	for (i = 0; i < json_array_size(items) && !c->failed; i++)
		verify_item(c, json_array_get(items, i));
	json_decref(root);
}

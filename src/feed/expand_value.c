/*
 * Values for templates, by name: keys of the post, settings of the site.
 */
#include <string.h>

#include "base/text.h"
#include "feed/expand_parts.h"
#include "front/value.h"
#include "site/config.h"

/* Longer lists are not shown, since they could be asked for many times. */
#define LIST_MAX 1000

/* Values that are known though they are not in the front matter. */
static const char *
stand_in(const struct post *post, const char *key)
{
	if (strcmp(key, "slug") == 0)
		return post->slug;
	if (strcmp(key, "date") == 0 && post->published != NULL)
		return post->published->rfc3339;
	return NULL;
}

static const struct p2f_value *
list_of_terms(struct arena *a, const struct arena_list *terms)
{
	const struct p2f_category *term;
	struct arena_list items = { 0 };
	size_t i;

	for (i = 0; i < terms->count; i++) {
		term = terms->items[i];
		arena_list_add(a, &items, value_new_text(a, "", term->term,
		    NULL));
	}
	return value_of_items(a, P2F_LIST, &items, NULL);
}

/* The post's terms, in whatever form the front matter gives them. */
static const struct p2f_value *
terms_of(struct expand_context *c, const char *key)
{
	const struct facts *facts = &c->post->facts;

	if (strcmp(key, "tags") == 0) {
		if (c->tags == NULL)
			c->tags = list_of_terms(c->arena, &facts->tags);
		return c->tags;
	}
	if (strcmp(key, "categories") != 0)
		return NULL;
	if (c->categories == NULL)
		c->categories = list_of_terms(c->arena, &facts->categories);
	return c->categories;
}

/* The value of a key of the post, or of a setting ("site.repository"). */
static const struct p2f_value *
find_value(struct expand_context *c, const char *key)
{
	const struct p2f_value *v = c->is_typed ? terms_of(c, key) : NULL;

	if (v == NULL)
		v = config_find(c->meta, key);
	if (v == NULL && text_has_prefix(key, "site."))
		v = config_find(c->settings, key + 5);
	return v;
}

static const struct p2f_value *
size_of(struct arena *a, const struct p2f_value *v)
{
	struct p2f_value *size = value_at(a, P2F_TEXT, (struct place){ 0 });

	size->plain = 1;
	size->text = arena_printf(a, "%zu", v->kind == P2F_NULL ? 0 :
	    v->kind == P2F_TEXT ? text_count(v->text, strlen(v->text)) :
	    value_count(v));
	return size;
}

/* Liquid's `list.first`, `list.last` and `list.size`; NULL: none of these. */
static const struct p2f_value *
find_part(struct expand_context *c, const char *key)
{
	const char *dot = strrchr(key, '.');
	const struct p2f_value *v = dot == NULL || !c->is_typed ? NULL :
	    find_value(c, arena_span(c->arena, key, dot));
	size_t n;

	if (v == NULL || (v->kind == P2F_NULL && v->plain))
		return NULL;
	if (strcmp(dot, ".size") == 0)
		return size_of(c->arena, v);
	n = v->kind == P2F_LIST ? value_count(v) : 0;
	if (n == 0)
		return NULL;
	return strcmp(dot, ".first") == 0 ? v->items[0] :
	    strcmp(dot, ".last") == 0 ? v->items[n - 1] : NULL;
}

const char *
expand_key(void *context, const char *key)
{
	struct expand_context *c = context;
	const char *text = value_text(config_get(c->meta, key));

	if (text == NULL)
		text = stand_in(c->post, key);
	if (text == NULL && text_has_prefix(key, "site."))
		text = value_text(config_get(c->settings, key + 5));
	return text != NULL ? text : value_text(find_part(c, key));
}

const char *
expand_list(void *context, const char *key, const char *between)
{
	struct expand_context *c = context;
	const struct p2f_value *list = terms_of(c, key);
	struct buf out = { 0 };
	const char *text = NULL;
	size_t i, n;

	if (list == NULL && c->is_typed)
		list = find_value(c, key);
	n = list == NULL || list->kind != P2F_LIST ? 0 : value_count(list);
	for (i = 0; i < n && out.length <= LIST_MAX; i++) {
		if (list->items[i]->kind != P2F_TEXT)
			break;
		buf_puts(&out, i == 0 ? "" : between);
		buf_puts(&out, list->items[i]->text);
	}
	if (list != NULL && list->kind == P2F_LIST && i == n &&
	    out.length <= LIST_MAX)
		text = arena_take(c->arena, &out);
	buf_release(&out);
	return text;
}

/* Whether the first name of a path is in a list, each between spaces. */
static bool
begins_in(const char *names, const char *path)
{
	size_t n = strcspn(path, "."), length;

	while (*names++ != '\0') {
		length = strcspn(names, " ");
		if (length == n && strncmp(names, path, n) == 0)
			return true;
		names += length;
	}
	return false;
}

/* Whether generators set the key themselves, even if it is not written. */
static bool
is_made(const char *key)
{
	static const char made[] = " categories collection content date "
	    "description dir excerpt ext id lang last_modified_at layout "
	    "name next path permalink previous relative_path slug summary "
	    "tags title toc updated url ";

	return *key == '\0' || begins_in(made, key);
}

static bool
is_word(const struct p2f_value *v, const char *const *words)
{
	size_t i = 0;

	while (words[i] != NULL && !ascii_equal(v->text, words[i]))
		i++;
	return v->plain > 0 && words[i] != NULL;
}

/* Types, if there are any, are those of YAML 1.1; "" is not nil. */
static enum template_kind
kind_of(const struct p2f_value *v, bool is_typed)
{
	static const char *const yes[] = { "true", "yes", "on", NULL };
	static const char *const no[] = { "false", "no", "off", NULL };

	if (v->kind == P2F_NULL)
		return is_typed && v->plain == 0 ? TEMPLATE_EMPTY :
		    TEMPLATE_NIL;
	if (v->kind != P2F_TEXT)
		return TEMPLATE_LIST;
	if (is_typed ? is_word(v, yes) : v->plain > 0 &&
	    strcmp(v->text, "true") == 0)
		return TEMPLATE_TRUE;
	if (is_typed ? is_word(v, no) : v->plain > 0 &&
	    strcmp(v->text, "false") == 0)
		return TEMPLATE_FALSE;
	return is_typed && v->plain > 0 && text_is_decimal(v->text) ?
	    TEMPLATE_NUMBER : TEMPLATE_STRING;
}

/* Whether all settings are known: a theme could set others. */
static bool
has_all_settings(const struct expand_context *c)
{
	return c->is_typed && c->settings != NULL &&
	    config_get(c->settings, "theme") == NULL &&
	    config_get(c->settings, "remote_theme") == NULL;
}

/* Collections appear among the settings, under their names. */
static bool
is_collection(const struct expand_context *c, const char *name)
{
	const struct p2f_value *all = config_get(c->settings, "collections");
	const char *text;
	size_t i = 0;

	if (all == NULL || all->kind == P2F_MAP)
		return config_find(all, arena_strndup(c->arena, name,
		    strcspn(name, "."))) != NULL;
	while ((text = value_next_text(all, &i)) != NULL)
		if (text_span_is(name, strcspn(name, "."), text))
			return true;
	return false;
}

static enum template_kind
kind_of_setting(struct expand_context *c, const char *key)
{
	const char *name = key + 5;
	const struct p2f_value *v = config_find(c->settings, name);

	if (v == NULL)
		v = find_part(c, key);
	if (v != NULL && (c->is_typed || v->kind != P2F_NULL))
		return kind_of(v, c->is_typed);
	return has_all_settings(c) && !is_collection(c, name) && !begins_in(
	    c->site->generator->made_settings, name) ? TEMPLATE_NIL :
	    TEMPLATE_UNKNOWN;
}

enum template_kind
expand_kind(void *context, const char *key, bool of_page)
{
	struct expand_context *c = context;
	const struct p2f_value *v;

	if (!of_page && text_has_prefix(key, "site."))
		return kind_of_setting(c, key);
	v = of_page || !c->is_typed ? find_value(c, key) : NULL;
	if (v == NULL && of_page)
		v = find_part(c, key);
	if (v != NULL && (c->is_typed || v->kind != P2F_NULL))
		return kind_of(v, c->is_typed);
	return of_page && !is_made(key) ? TEMPLATE_NIL : TEMPLATE_UNKNOWN;
}

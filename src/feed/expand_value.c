/*
 * What a template may ask for by name: keys of the post, settings of the site.
 */
#include <string.h>

#include "base/text.h"
#include "feed/expand_parts.h"
#include "front/value.h"
#include "site/config.h"

/* A longer list is not shown: it could be asked for often. */
#define LIST_MAX 1000

/* What is not in the front matter, but known. */
static const char *
stand_in(const struct post *post, const char *key)
{
	if (strcmp(key, "slug") == 0)
		return post->slug;
	if (strcmp(key, "date") == 0 && post->published != NULL)
		return post->published->rfc3339;
	return NULL;
}

/* "author.name" of the post; "site.repository" (Jekyll) of its site. */
const char *
expand_key(void *context, const char *key)
{
	const struct expand_context *c = context;
	const char *text = value_text(config_get(c->meta, key));

	if (text == NULL)
		text = stand_in(c->post, key);
	if (text == NULL && text_has_prefix(key, "site."))
		text = value_text(config_get(c->settings, key + 5));
	return text;
}

const char *
expand_list(void *context, const char *key, const char *between)
{
	const struct expand_context *c = context;
	const struct facts *facts = &c->post->facts;
	const struct arena_list *list = strcmp(key, "tags") == 0 ?
	    &facts->tags : strcmp(key, "categories") == 0 ?
	    &facts->categories : NULL;
	const struct p2f_category *term;
	struct buf out = { 0 };
	const char *text = NULL;
	size_t i;

	for (i = 0; list != NULL && i < list->count && out.length <=
	    LIST_MAX; i++) {
		term = list->items[i];
		buf_puts(&out, i == 0 ? "" : between);
		buf_puts(&out, term->term);
	}
	if (list != NULL && out.length <= LIST_MAX)
		text = arena_take(c->arena, &out);
	buf_release(&out);
	return text;
}

/* Whether the first name of a path is one of a list, each between blanks. */
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

/* What generators make by themselves, whether it is typed or not. */
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

/* With types, YAML 1.1 has them, and "" is something. */
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

/* Whether a setting is there or not is known: no theme sets others. */
static bool
has_all_settings(const struct expand_context *c)
{
	return c->is_typed && c->settings != NULL &&
	    config_get(c->settings, "theme") == NULL &&
	    config_get(c->settings, "remote_theme") == NULL;
}

/* Collections stand among the settings, under their names. */
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
kind_of_setting(const struct expand_context *c, const char *name)
{
	const struct p2f_value *v = config_find(c->settings, name);

	if (v != NULL && (c->is_typed || v->kind != P2F_NULL))
		return kind_of(v, c->is_typed);
	return has_all_settings(c) && !is_collection(c, name) && !begins_in(
	    c->site->generator->made_settings, name) ? TEMPLATE_NIL :
	    TEMPLATE_UNKNOWN;
}

enum template_kind
expand_kind(void *context, const char *key, bool of_page)
{
	const struct expand_context *c = context;
	const struct p2f_value *v;

	if (!of_page && text_has_prefix(key, "site."))
		return kind_of_setting(c, key + 5);
	v = of_page || !c->is_typed ? config_find(c->meta, key) : NULL;
	if (v != NULL && (c->is_typed || v->kind != P2F_NULL))
		return kind_of(v, c->is_typed);
	return of_page && !is_made(key) ? TEMPLATE_NIL : TEMPLATE_UNKNOWN;
}

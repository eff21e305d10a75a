/*
 * Jekyll: facts of a post from the settings of the site and the names of its
 * file and folders.
 */
#include <string.h>

#include "base/glob.h"
#include "base/text.h"
#include "base/unicode.h"
#include "front/value.h"
#include "generators/facts.h"
#include "generators/jekyll.h"

/* A scope of `defaults`. */
struct scope {
	const char	*path;		/* never NULL */
	const char	*type;		/* NULL: all */
};

static struct scope
read_scope(const struct p2f_value *set)
{
	const struct p2f_value *scope = jekyll_get(set, "scope");
	const char *path = value_text(jekyll_get(scope, "path"));
	const char *type = value_text(jekyll_get(scope, "type"));

	return (struct scope){ path == NULL ? "" : path, type };
}

/* The singular is deprecated, but has the same meaning. */
static bool
applies_to_type(const char *type, const char *label)
{
	if (type == NULL)
		return true;
	if (label == NULL)
		label = "pages";
	return strcmp(type, label) == 0 ||
	    (strcmp(type, "post") == 0 && strcmp(label, "posts") == 0) ||
	    (strcmp(type, "page") == 0 && strcmp(label, "pages") == 0);
}

/* A pattern also covers what is below the paths that it matches. */
static bool
glob_covers(struct arena *a, const char *pattern, const char *path)
{
	const char *end = path;

	while (*end != '\0') {
		end += strcspn(end, "/");
		if (glob_match(GLOB_RUBY_PATH, pattern, arena_span(a, path,
		    end)))
			return true;
		end += *end == '/';
	}
	return false;
}

/* FrontmatterDefaults#applies_path? */
static bool
applies_to_path(struct arena *a, const struct jekyll *own, const char *scope,
    const struct jekyll_place *place)
{
	size_t n = strlen(own->collections);

	if (strchr(scope, '*') != NULL)
		return glob_covers(a, scope, place->label == NULL ?
		    place->path : arena_printf(a, "%s%s", own->collections,
		    place->path));
	if (n > 0 && strncmp(scope, own->collections, n) == 0)
		scope += n;
	return text_has_prefix(place->path, scope);
}

/* FrontmatterDefaults#has_precedence?: the longer path, then the type. */
static bool
precedes(const struct scope *old, const struct scope *new)
{
	size_t before = strlen(old->path) - (old->path[0] == '/');
	size_t now = strlen(new->path) - (new->path[0] == '/');

	if (now != before)
		return now > before;
	return new->type != NULL || old->type == NULL;
}

/* FrontmatterDefaults#all; NULL if there are none. */
static const struct p2f_value *
all_defaults(struct arena *a, const struct jekyll *own,
    const struct jekyll_place *place)
{
	const struct p2f_value *const *set = value_items(jekyll_get(
	    own->config, "defaults"), P2F_LIST), *values, *all = NULL;
	struct scope scope, last = { "", NULL };

	for (; *set != NULL; set++) {
		values = jekyll_get(*set, "values");
		scope = read_scope(*set);
		if (values == NULL || values->kind != P2F_MAP ||
		    !applies_to_type(scope.type, place->label) ||
		    !applies_to_path(a, own, scope.path, place))
			continue;
		if (precedes(&last, &scope)) {
			all = value_overlay(a, values, all);
			last = scope;
		} else {
			all = value_overlay(a, all, values);
		}
	}
	return all;
}

const struct p2f_value *
jekyll_defaults(const struct site *site, struct post *post)
{
	struct jekyll_place place;

	if (!jekyll_locate(&post->arena, site->own, post->inside, &place))
		return NULL;
	return all_defaults(&post->arena, site->own, &place);
}

/* Real lists are shorter, and terms are compared pairwise. */
#define MAX_TERMS 1000

static void
add_term(struct arena *a, struct arena_list *list, const char *term)
{
	if (*term != '\0' && list->count < MAX_TERMS &&
	    !arena_list_has(list, term))
		arena_list_add(a, list, term);
}

/* Text is split at whitespace, except that of `category`. */
static void
add_terms(struct arena *a, struct arena_list *list,
    const struct p2f_value *v, bool is_split)
{
	const struct p2f_value *const *item = value_items(v, P2F_LIST);
	const char *p = value_text(v);
	size_t n;

	for (; *item != NULL; item++)
		add_terms(a, list, *item, false);
	if (p != NULL && !is_split)
		add_term(a, list, p);
	for (; p != NULL && is_split && *p != '\0'; p += n) {
		p += strspn(p, " \t\n\v\f\r");
		n = strcspn(p, " \t\n\v\f\r");
		add_term(a, list, arena_strndup(a, p, n));
	}
}

/* Document#categories_from_path: the folders above _posts. */
static void
add_folders(struct arena *a, struct arena_list *list,
    const struct jekyll_place *place)
{
	const char *special = place->is_draft ? "_drafts" : "_posts";
	const char *end = strstr(place->path, special), *p;
	size_t n;

	if (place->label == NULL || strcmp(place->label, "posts") != 0 ||
	    end == NULL)
		return;
	for (p = place->path; p < end; p += n + (p[n] == '/')) {
		n = strcspn(p, "/");
		if (p + n > end)
			n = (size_t)(end - p);
		add_term(a, list, arena_strndup(a, p, n));
	}
}

void
jekyll_categories(struct post *post, const struct site *site,
    struct arena_list *list)
{
	struct arena *a = &post->arena;
	const struct p2f_value *defaults;
	struct jekyll_place place;

	if (!jekyll_locate(a, site->own, post->inside, &place))
		return;
	defaults = all_defaults(a, site->own, &place);
	add_folders(a, list, &place);
	/* These are merged, whereas for all other keys the nearest one wins. */
	add_terms(a, list, jekyll_get(defaults, "categories"), true);
	add_terms(a, list, jekyll_get(post->meta, "categories"), true);
	add_terms(a, list, jekyll_get(post->meta, "category"), false);
}

const struct p2f_value *
jekyll_permalink(struct arena *a, const struct post *post)
{
	const struct p2f_value *v = jekyll_get(post->meta, "permalink");

	return value_trimmed(a, v) == NULL || value_has_template(v->text) ?
	    NULL : v;
}

/* Jekyll keeps the commas of `rain, snow` in terms and URLs. */
static void
set_categories(struct post *post, const struct site *site)
{
	struct arena_list terms = { 0 };
	const char *term;
	size_t i, n;

	jekyll_categories(post, site, &terms);
	post->facts.categories = (struct arena_list){ 0 };
	for (i = 0; i < terms.count; i++) {
		term = terms.items[i];
		for (n = strlen(term); n > 0 && term[n - 1] == ','; n--)
			continue;
		facts_add_term(post, P2F_CATEGORY, term[n] == '\0' ? term :
		    arena_strndup(&post->arena, term, n));
	}
}

/* Jekyll reads only the key `date`; else the file name counts. */
static void
set_date(struct post *post, const struct site *site,
    const struct jekyll_name *name)
{
	if (!name->is_day || (post->facts.date != NULL &&
	    jekyll_get(post->meta, "date") != NULL))
		return;
	post->published = date_from_civil(&post->arena, &name->day,
	    site->zone);
	post->date_from = "the date in the file name";
	post->updated = post->facts.updated;
	post_settle_updated(post);
}

/* Utils#titleize_slug: capitalized words. */
static const char *
title_of_slug(struct arena *a, const char *slug)
{
	struct buf out = { 0 };
	const char *title, *p, *next;
	bool is_first = true;
	unsigned c;

	buf_puts(&out, "");
	for (p = slug; *p != '\0'; p = next) {
		next = p;
		c = utf8_next(&next);
		if (c == '-')
			buf_putc(&out, ' ');
		else if (is_first)
			buf_put_utf8(&out, unicode_upper(c));
		else
			buf_puts(&out, unicode_lower_text(a, arena_span(a, p,
			    next)));
		is_first = c == '-';
	}
	title = text_squeeze(a, out.bytes);
	buf_release(&out);
	return title;
}

/* A site that shows drafts still hides `published: false`, and vice versa. */
static void
set_hidden(struct post *post, const struct jekyll *own)
{
	const struct p2f_value *draft = post->facts.draft;

	if (draft == NULL || draft->key == NULL ||
	    strcmp(draft->key, "published") != 0)
		return;
	if (own->unpublished)
		post->facts.draft = NULL;
	else if (own->drafts && post->facts.hidden == NULL) {
		post->facts.hidden = draft;
		post->facts.draft = NULL;
	}
}

/* Jekyll reads fewer keys than others; --explain should name the right one. */
static void
set_origins(struct post *post, const struct p2f_value *slug)
{
	const struct p2f_value **from = post->facts.from;
	const struct p2f_value *own = jekyll_get(post->meta, "categories");

	from[FIELD_SLUG] = slug;
	from[FIELD_URL] = jekyll_permalink(&post->arena, post);
	from[FIELD_CATEGORIES] = own != NULL ? own : jekyll_get(post->meta,
	    "category");
}

void
jekyll_complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct jekyll *own = site->own;
	struct arena *a = &post->arena;
	const struct p2f_value *slug = jekyll_get(post->meta, "slug");
	const char *language = jekyll_language(own, post);
	struct jekyll_place place;
	struct jekyll_name name;

	(void)d;
	if (!jekyll_locate(a, own, post->inside, &place) ||
	    place.label == NULL)
		return;
	if (value_text(slug) == NULL || value_has_template(slug->text))
		slug = NULL;
	jekyll_split_name(a, place.name, &name);
	post->is_bare = name.has_date && strcmp(place.label, "posts") == 0;
	post->slug = slug != NULL ? slug->text : name.slug;
	post->stand_in = title_of_slug(a, name.slug);
	set_date(post, site, &name);
	set_categories(post, site);
	set_hidden(post, own);
	set_origins(post, slug);
	if (language != NULL && post->facts.language == NULL)
		facts_set_language(post, language);
}

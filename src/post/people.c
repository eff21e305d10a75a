#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "front/value.h"
#include "post/people.h"
#include "post/people_parts.h"

/* The first of the keys that has text; NULL: none does. */
static const struct p2f_value *
find_text(struct arena *a, const struct p2f_value *map,
    const char *const *keys)
{
	const struct p2f_value *v;

	for (; *keys != NULL; keys++) {
		v = value_get(map, *keys);
		if (value_text(v) != NULL &&
		    text_squeeze(a, value_text(v)) != NULL)
			return v;
	}
	return NULL;
}

static const char *
get_text(struct arena *a, const struct p2f_value *map,
    const char *const *keys)
{
	const struct p2f_value *v = find_text(a, map, keys);

	return v == NULL ? NULL : text_squeeze(a, value_text(v));
}

/* NULL: there is none, or it is invalid, which is reported. */
static const char *
get_email(const struct fields_context *c, const struct p2f_value *map,
    const char *const *keys)
{
	const struct p2f_value *v = find_text(c->arena, map, keys);
	const char *email = v == NULL ? NULL :
	    person_mail(text_squeeze(c->arena, value_text(v)));

	if (v != NULL && email == NULL && c->diag != NULL)
		diag_report(c->diag, DIAG_VALUE, value_place(c->path, v),
		    "%s: %s is not an email address; ignored", v->key,
		    quote(v->text).text);
	return email;
}

/* A name in parts, as in citations; NULL: there are none. */
static const char *
join_name(struct arena *a, const struct p2f_value *map)
{
	static const char *const parts[][2] = {
		{ "given" }, { "dropping-particle" },
		{ "non-dropping-particle" }, { "family" }
	};
	static const char *const whole[] = { "literal", NULL };
	const char *name = get_text(a, map, whole), *part;
	size_t i;

	if (name != NULL)
		return name;
	for (i = 0; i < sizeof parts / sizeof *parts; i++) {
		part = get_text(a, map, parts[i]);
		if (part != NULL)
			name = name == NULL ? part :
			    arena_printf(a, "%s %s", name, part);
	}
	return name;
}

static const char *
get_name(struct arena *a, const struct p2f_value *map)
{
	static const char *const names[] = {
		"name", "display_name", "title", "nick", "login", "user",
		NULL
	};
	const struct p2f_value *v = value_get(map, *names);
	const char *name;

	if (v != NULL && v->kind == P2F_MAP)
		return join_name(a, v);
	name = get_text(a, map, names);
	return name != NULL ? name : join_name(a, map);
}

static void
read_map(const struct fields_context *c, const struct p2f_value *map,
    struct p2f_person *p)
{
	static const char *const emails[] = { "email", "mail", NULL };
	static const char *const urls[] = {
		"url", "uri", "website", "homepage", "link", NULL
	};
	static const char *const avatars[] = {
		"avatar", "image_url", "image", "picture", NULL
	};
	struct arena *a = c->arena;
	const char *name = get_name(a, map);

	if (name != NULL)
		person_read_text(a, name, p);
	if (p->email == NULL)
		p->email = get_email(c, map, emails);
	if (p->url == NULL)
		p->url = get_text(a, map, urls);
	p->avatar = get_text(a, map, avatars);
	if (p->name == NULL)
		p->name = p->email;
}

static bool
is_known(const struct arena_list *list, const char *name)
{
	const struct p2f_person *p;
	size_t i;

	for (i = 0; i < list->count; i++) {
		p = list->items[i];
		if (strcmp(p->name, name) == 0)
			return true;
	}
	return false;
}

/* Longer lists are not authors, and comparing them all would take long. */
#define MAX_PEOPLE 100

/* The entry for a key in the site's table of authors. */
static const struct p2f_value *
find_person(const struct fields_context *c, const char *key)
{
	const struct p2f_value *v = c->people == NULL ? NULL :
	    value_get(c->people, key);

	return v != NULL && v->kind == P2F_MAP ? v : NULL;
}

/* Errors in the table are not those of a post, and not reported in each. */
static void
read_from_table(const struct fields_context *c, const struct p2f_value *map,
    struct p2f_person *p)
{
	struct fields_context context = *c;

	context.diag = NULL;
	read_map(&context, map, p);
}

/* Report a list or a mapping that has values, but no name. */
static void
report_nobody(const struct fields_context *c, const struct p2f_value *v)
{
	bool says = v->kind == P2F_LIST && v->items[0] != NULL;
	size_t i;

	for (i = 0; v->kind == P2F_MAP && v->items[i] != NULL; i++)
		says = says || v->items[i]->kind != P2F_NULL;
	if (says && c->diag != NULL)
		diag_report(c->diag, DIAG_VALUE, value_place(c->path, v),
		    "%s: expected a name, or a mapping with `name`, found a "
		    "%s; ignored", v->key == NULL ? "item" : v->key,
		    v->kind == P2F_LIST ? "list" : "mapping without it");
}

/* YAML keywords. */
static bool
is_nobody(const struct p2f_value *v)
{
	static const char *const words[] = { "true", "false", NULL };

	return v->plain && ascii_is_any(v->text, words);
}

static bool
is_template(const struct fields_context *c, const struct p2f_value *v)
{
	if (!value_has_template(v->text))
		return false;
	if (c->diag != NULL)
		diag_report(c->diag, DIAG_TEMPLATE, value_place(c->path, v),
		    "%s: %s is an unexpanded template; ignored (write the "
		    "value itself)", v->key == NULL ? "item" : v->key,
		    quote(v->text).text);
	return true;
}

/* Statamic and others identify people by it, and keep the names elsewhere. */
static bool
is_key(const struct fields_context *c, const struct p2f_value *v)
{
	if (!text_is_uuid(v->text))
		return false;
	if (c->diag != NULL)
		diag_report(c->diag, DIAG_VALUE, value_place(c->path, v),
		    "%s: expected a name, found %s; ignored", v->key == NULL ?
		    "item" : v->key, quote(v->text).text);
	return true;
}

/* Whether there is no room for the next one, which is reported. */
static bool
is_full(const struct fields_context *c, const struct p2f_value *next,
    const struct arena_list *list)
{
	if (list->count < MAX_PEOPLE)
		return false;
	if (c->diag != NULL)
		diag_report(c->diag, DIAG_VALUE, value_place(c->path, next),
		    "more than %d authors; the rest are left out", MAX_PEOPLE);
	return true;
}

static void
add_person(const struct fields_context *c, const struct p2f_value *v,
    struct arena_list *list)
{
	struct p2f_person *p = arena_alloc(c->arena, sizeof *p);
	const struct p2f_value *known;
	const char *email;

	if (v->kind == P2F_TEXT && (is_nobody(v) || is_template(c, v)))
		return;
	known = v->kind == P2F_TEXT ? find_person(c, v->text) : NULL;
	if (known == NULL && v->kind == P2F_TEXT && is_key(c, v))
		return;
	if (known != NULL)
		read_from_table(c, known, p);
	if (v->kind == P2F_TEXT && p->name == NULL)
		person_read_text(c->arena, v->text, p);
	else if (v->kind == P2F_MAP)
		read_map(c, v, p);
	if (p->name == NULL)
		report_nobody(c, v);
	if (p->name == NULL)
		return;
	/* If a name is an address, only the part before "@" is shown. */
	email = person_mail(p->name);
	if (email != NULL)
		p->name = arena_strndup(c->arena, email, strcspn(email, "@"));
	if (!is_known(list, p->name))
		arena_list_add(c->arena, list, p);
}

/* { ada: { name: Ada }, bob: { name: Bob } } */
static bool
is_map_of_maps(const struct p2f_value *v)
{
	size_t i;

	for (i = 0; v->items[i] != NULL; i++)
		if (v->items[i]->kind != P2F_MAP)
			return false;
	return i > 0;
}

static void
add_part(const struct fields_context *c, const struct p2f_value *v,
    const char *text, size_t n, struct arena_list *list)
{
	text = text_trim_copy(c->arena, text, text + n);
	if (text != NULL)
		add_person(c, value_new_text(c->arena, v->key, text, v),
		    list);
}

/* The length of a part without the separator before the next one. */
static size_t
without_separator(const char *s, size_t n)
{
	static const char *const words[] = { ",", " and", " &" };
	size_t i = 0, k;

	while (i < sizeof words / sizeof *words) {
		while (n > 0 && ascii_is_space(s[n - 1]))
			n--;
		k = strlen(words[i]);
		if (n >= k && strncmp(s + n - k, words[i], k) == 0) {
			n -= k;
			i = 0;
		} else
			i++;
	}
	return n;
}

/* "[Ada](url) (Gauges Ltd.), [Bob](url) and [Cy](url)" */
static void
add_linked_people(const struct fields_context *c, const struct p2f_value *v,
    struct arena_list *list)
{
	const char *start = v->text, *p = start, *close, *end;

	while ((p = strchr(p + 1, '[')) != NULL) {
		if (is_full(c, v, list))
			return;
		close = p + 1 + strcspn(p + 1, "[]");
		end = start + without_separator(start, (size_t)(p - start));
		if (strncmp(close, "](", 2) != 0 ||
		    end + strspn(end, " \t\n") == p)
			continue;
		add_part(c, v, start, (size_t)(end - start), list);
		start = p;
	}
	add_part(c, v, start, without_separator(start, strlen(start)), list);
}

/* The length of the separator between two people; 0: there is none. */
static size_t
separator_length(const char *s)
{
	static const char *const words[] = { ",", ";", "and ", "&" };
	const char *p = s + strspn(s, " \t\n"), *last = s;
	size_t i = 0;

	while (i < sizeof words / sizeof *words)
		if (text_has_prefix(p, words[i])) {
			last = p + strlen(words[i]);
			p = last + strspn(last, " \t\n");
			i = 0;
		} else
			i++;
	return (size_t)(last - s);
}

/* "Ada <ada@example.org>, Bob" (RFC 5322 3.4), and links in a row. */
static void
add_people_of_text(const struct fields_context *c, const struct p2f_value *v,
    struct arena_list *list)
{
	const char *start = v->text, *open = NULL, *p;
	size_t n;

	for (p = start; (p = strpbrk(p, "<>")) != NULL; p++) {
		if (is_full(c, v, list))
			return;
		if (*p == '<')
			open = p;
		if (*p != '>' || open == NULL)
			continue;
		n = separator_length(p + 1);
		if (n > 0 && (text_find(open, p, '@') != NULL ||
		    text_has_prefix(open, "</a"))) {
			add_part(c, v, start, (size_t)(p + 1 - start), list);
			start = p + 1 + n;
		}
		open = NULL;
	}
	if (start == v->text && strchr(start, '[') != NULL &&
	    strstr(start, "](") != NULL)
		add_linked_people(c, v, list);
	else if (start == v->text)
		add_person(c, v, list);
	else
		add_part(c, v, start, strlen(start), list);
}

/*
 * Whether a string is words of letters and digits separated by single spaces,
 * like most names: it cannot contain an address, a link or a template.
 */
static bool
is_bare_name(const char *s)
{
	static const bool characters[UCHAR_MAX + 1] = {
		TEXT_DIGITS(true), TEXT_LOWER(true), TEXT_UPPER(true),
		['-'] = true, ['.'] = true
	};

	return text_is_words(s, characters, ' ');
}

static void
add_bare_name(const struct fields_context *c, const struct p2f_value *v,
    struct arena_list *list)
{
	struct p2f_person *p = arena_alloc(c->arena, sizeof *p);

	p->name = v->text;
	if (!is_nobody(v) && !is_key(c, v) && !is_known(list, p->name))
		arena_list_add(c->arena, list, p);
}

static void
add_item(const struct fields_context *c, const struct p2f_value *v,
    struct arena_list *list)
{
	if (v->kind == P2F_TEXT)
		add_people_of_text(c, v, list);
	else
		add_person(c, v, list);
}

void
people_read(const struct fields_context *c, const struct p2f_value *v,
    struct arena_list *list)
{
	size_t i;

	if (v->kind == P2F_TEXT && c->people == NULL && is_bare_name(v->text))
		add_bare_name(c, v, list);
	else if (v->kind == P2F_LIST ||
	    (v->kind == P2F_MAP && is_map_of_maps(v)))
		for (i = 0; v->items[i] != NULL &&
		    !is_full(c, v->items[i], list); i++)
			add_item(c, v->items[i], list);
	else
		add_item(c, v, list);
}

/* Whether there may be a key such as `author_url`: mostly there is none. */
static bool
may_have_companions(const struct p2f_value *meta)
{
	const char *key;
	size_t i;

	for (i = 0; meta->items[i] != NULL; i++) {
		key = meta->items[i]->key;
		if ((ascii_lower(*key) == 'a' || !ascii_is_alpha(*key)) &&
		    strlen(key) >= strlen("authorurl"))
			return true;
	}
	return false;
}

void
people_add_companions(const struct fields_context *c,
    const struct p2f_value *meta, struct arena_list *list)
{
	static const char *const emails[] = { "author_email", NULL };
	static const char *const urls[] = { "author_url", "author_link",
	    NULL };
	static const char *const avatars[] = { "author_image_url", NULL };
	const struct p2f_person *only = list->items[0];
	struct arena *a = c->arena;
	struct p2f_person *p;

	if (!may_have_companions(meta))
		return;
	p = arena_alloc(a, sizeof *p);
	*p = *only;
	if (p->email == NULL)
		p->email = get_email(c, meta, emails);
	if (p->url == NULL)
		p->url = get_text(a, meta, urls);
	if (p->avatar == NULL)
		p->avatar = get_text(a, meta, avatars);
	list->items[0] = p;
}

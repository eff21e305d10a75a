/*
 * Categories and tags: words in a list, or in a string that is split.
 */
#include <string.h>

#include "base/entity.h"
#include "base/text.h"
#include "post/setters_parts.h"
#include "post/words.h"

static void
add_term(struct filler *f, struct arena_list *list, const char *text)
{
	struct arena *a = f->context->arena;
	struct p2f_category *category;
	const char *term = words_are_tidy(text) ? text :
	    text_squeeze(a, text);

	if (term == NULL)
		return;
	category = arena_alloc(a, sizeof *category);
	category->term = term;
	category->kind = list == &f->facts->tags ? P2F_TAG : P2F_CATEGORY;
	arena_list_add(a, list, category);
}

static void
add_part(struct filler *f, struct arena_list *list, const char *p, size_t n)
{
	add_term(f, list, arena_strndup(f->context->arena, p, n));
}

/*
 * Generators split a string differently.  If the generator is not known, only
 * unambiguous separators count: comma, semicolon, and their East Asian and
 * Arabic forms.
 */
static bool
is_separator(enum term_split split, unsigned c)
{
	switch (split) {
	case SPLIT_SEPARATORS:
		return c == ',' || c == ';' || c == 0xff0c || c == 0x3001 ||
		    c == 0xff1b || c == 0x060c || c == 0x061b;
	case SPLIT_COMMAS:
		return c == ',';
	case SPLIT_BLANKS:
		return c == ',' || (c < 0x80 && ascii_is_space((char)c));
	case SPLIT_NOTHING:
		break;
	}
	return false;
}

/*
 * In Jekyll `category` and `tag` are a single term.  No generator splits
 * `keywords`, which are for search engines, and have commas.
 */
static enum term_split
split_of(const struct filler *f, const struct p2f_value *v)
{
	const enum term_split split = f->context->split;

	if (v->key == NULL)
		return split;
	if (value_key_equal(v->key, "keywords"))
		return SPLIT_SEPARATORS;
	return split == SPLIT_BLANKS && (value_key_equal(v->key, "category") ||
	    value_key_equal(v->key, "tag")) ? SPLIT_NOTHING : split;
}

/* Add an item of a list, without the quotes around it. */
static void
add_quoted(struct filler *f, struct arena_list *list, const char *p, size_t n)
{
	for (; n > 0 && ascii_is_space(*p); n--)
		p++;
	while (n > 0 && ascii_is_space(p[n - 1]))
		n--;
	if (n > 1 && ascii_is_quote(*p) && p[n - 1] == *p)
		add_part(f, list, p + 1, n - 2);
	else
		add_part(f, list, p, n);
}

/* The end of the item that begins at p: a comma outside quotes. */
static const char *
end_of_item(const char *p, const char *end)
{
	const char *close = NULL;

	p = text_skip_space(p, end);
	if (p < end && ascii_is_quote(*p))
		close = text_find(p + 1, end, *p);
	return text_until(close == NULL ? p : close, end, ',');
}

/* `"[rain, 'snow']"`: a list that a program wrote as a string. */
static bool
add_written_list(struct filler *f, struct arena_list *list, const char *text)
{
	size_t n = strlen(text);
	const char *p = text + 1, *end = text + n - 1, *stop;

	if (n < 2 || *text != '[' || strchr(p, '[') != NULL ||
	    strchr(p, ']') != end)
		return false;
	for (; (stop = end_of_item(p, end)) < end; p = stop + 1)
		add_quoted(f, list, p, (size_t)(stop - p));
	add_quoted(f, list, p, (size_t)(end - p));
	return true;
}

/* The ';' of `Tips &amp; Tricks` is not a separator. */
static bool
ends_reference(struct arena *a, const char *start, const char *p)
{
	const char *name = p;

	while (name > start && p - name < 8 && name[-1] != '&')
		name--;
	return *p == ';' && name > start && name[-1] == '&' &&
	    entity_of_reference(arena_span(a, name, p)) != 0;
}

static void
add_terms_of_string(struct filler *f, struct arena_list *list,
    const struct p2f_value *v)
{
	const char *start = v->text, *p, *next;
	enum term_split split = split_of(f, v);
	/* "#rain #snow" */
	bool has_signs = split == SPLIT_SEPARATORS && *start == '#';
	unsigned c;

	if (split == SPLIT_SEPARATORS && add_written_list(f, list, start))
		return;
	/* `[rain` is an unclosed list. */
	if (v->plain && *start == '[' && strchr(start, ']') == NULL)
		start++;
	p = start;
	for (; *p != '\0'; p = next) {
		next = p;
		c = utf8_next(&next);
		if (!(has_signs && c == ' ' && *next == '#') &&
		    (!is_separator(split, c) ||
		    ends_reference(f->context->arena, start, p)))
			continue;
		add_part(f, list, start, (size_t)(p - start));
		start = next;
	}
	add_term(f, list, start);
}

/* In YAML, `- a` below an item in another column is part of that item. */
static void
report_joined_item(struct filler *f, const struct p2f_value *item)
{
	if (item->plain > 1 && strstr(item->text, " - ") != NULL)
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, item),
		    "item: %s is a single string in YAML (for two items, start "
		    "each \"-\" in the same column)", quote(item->text).text);
}

/* Items of nested lists count; the depth of values bounds the recursion. */
static void
add_terms_of_list(struct filler *f, struct arena_list *list,
    const struct p2f_value *v)
{
	static const char *const names[] = { "name", "title", "label",
	    NULL };
	const struct p2f_value *item;
	size_t i;

	for (i = 0; (item = v->items[i]) != NULL; i++) {
		if (item->kind == P2F_LIST) {
			add_terms_of_list(f, list, item);
			continue;
		}
		if (item->kind == P2F_MAP)
			item = setter_get_first(item, names);
		if (item == NULL || item->kind != P2F_TEXT) {
			if (v->items[i]->kind == P2F_MAP)
				diag_report(f->context->diag, DIAG_VALUE,
				    setter_place(f, v->items[i]),
				    "%s: expected a word, found a mapping; "
				    "ignored (put text with a colon in quotes)",
				    v->key == NULL ? "item" : v->key);
			continue;
		}
		setter_report_comment(f, item, false);
		report_joined_item(f, item);
		if (value_is_template(item->text))
			setter_report_template(f, item);
		else
			add_term(f, list, item->text);
	}
}

/*
 * `-a` is a word, and `- a` an item: YAML joins the former into one string,
 * and the latter, too, if it is below text.
 */
static void
report_joined_items(struct filler *f, const struct p2f_value *v)
{
	if (v->plain > 1 && strstr(v->text, " - ") != NULL)
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
		    "%s: %s is a single string in YAML (for a list, start the "
		    "first word with \"-\", too, on a line of its own)", v->key,
		    quote(v->text).text);
	else if (v->plain && v->text[0] == '-' &&
	    strstr(v->text, " -") != NULL)
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
		    "%s: %s is a single string in YAML (for a list, %s)",
		    v->key, quote(v->text).text, v->text[1] == ' ' ?
		    "start a line for each item" :
		    "put a space after each \"-\"");
}

static bool
set_terms(struct filler *f, const struct p2f_value *v,
    struct arena_list *list)
{
	if (v->kind == P2F_MAP)
		return setter_report_kind(f, v, "words or a list of them");
	/* `tags: #rain #snow` is empty in YAML. */
	if (v->kind == P2F_NULL && v->comment != NULL &&
	    strchr("[-\"'{", v->comment[1]) == NULL)
		setter_report_comment(f, v, false);
	if (v->kind == P2F_LIST)
		add_terms_of_list(f, list, v);
	if (v->kind == P2F_TEXT && value_is_template(v->text))
		return setter_report_template(f, v);
	if (v->kind == P2F_TEXT && !setter_is_flag(v)) {
		setter_report_comment(f, v, false);
		report_joined_items(f, v);
		add_terms_of_string(f, list, v);
	}
	return list->count > 0;
}

bool
set_categories(struct filler *f, const struct p2f_value *v, size_t offset)
{
	(void)offset;
	return set_terms(f, v, &f->facts->categories);
}

bool
set_tags(struct filler *f, const struct p2f_value *v, size_t offset)
{
	(void)offset;
	return set_terms(f, v, &f->facts->tags);
}

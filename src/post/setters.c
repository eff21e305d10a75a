#include <string.h>

#include "base/text.h"
#include "date/date.h"
#include "post/people.h"
#include "post/setters.h"
#include "front/value.h"

static struct place
place_of(const struct filler *f, const struct p2f_value *v)
{
	return value_place(f->context->path, v);
}

static const struct p2f_value **
fact(struct filler *f, size_t offset)
{
	return (const struct p2f_value **)(void *)
	    ((char *)f->facts + offset);
}

static bool
is_flag(const struct p2f_value *v)
{
	return v->plain && (ascii_equal(v->text, "true") ||
	    ascii_equal(v->text, "false"));
}

/*
 * `C #1` is "C" to YAML, and `#1 a` is nothing.  A sign with a blank behind
 * it is how comments are written, so it is none of our business, except
 * where it ate a title whole.
 */
static void
report_comment(struct filler *f, const struct p2f_value *v, bool is_title)
{
	bool looks_real = v->comment != NULL &&
	    (v->comment[1] == ' ' || v->comment[1] == '\0');

	if (v->comment == NULL || (looks_real && !is_title))
		return;
	diag_report(f->context->diag, DIAG_COMMENT, place_of(f, v),
	    "%s is a comment to YAML and was left out; if it belongs to the "
	    "text, put the whole value in quotes", quote(v->comment).text);
}

static bool
report_template(struct filler *f, const struct p2f_value *v)
{
	diag_report(f->context->diag, DIAG_TEMPLATE, place_of(f, v),
	    "%s: %s is a template that nothing has expanded; ignored "
	    "(write what it stands for)",
	    v->key == NULL ? "item" : v->key, quote(v->text).text);
	return false;
}

static bool
report_kind(struct filler *f, const struct p2f_value *v, const char *wanted)
{
	diag_report(f->context->diag, DIAG_VALUE, place_of(f, v),
	    "%s: expected %s, found a %s; ignored", v->key, wanted,
	    v->kind == P2F_LIST ? "list" : "mapping");
	return false;
}

bool
set_title(struct filler *f, const struct p2f_value *v, size_t offset)
{
	report_comment(f, v, true);
	if (v->kind == P2F_NULL)
		return false;
	if (v->kind != P2F_TEXT)
		return report_kind(f, v, "text");
	if (value_is_template(v->text))
		return report_template(f, v);
	*fact(f, offset) = v;
	return true;
}

bool
set_text(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (v->kind == P2F_NULL || (v->kind == P2F_TEXT && is_flag(v)))
		return false;
	if (v->kind != P2F_TEXT)
		return report_kind(f, v, "text");
	report_comment(f, v, false);
	if (value_is_template(v->text))
		return report_template(f, v);
	*fact(f, offset) = v;
	return true;
}

/* A mapping is what a theme shows below a post, and no license. */
bool
set_rights(struct filler *f, const struct p2f_value *v, size_t offset)
{
	return v->kind == P2F_TEXT && set_text(f, v, offset);
}

bool
set_address(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (v->kind == P2F_NULL || (v->kind == P2F_TEXT && is_flag(v)))
		return false;
	if (v->kind != P2F_TEXT)
		return report_kind(f, v, "text");
	if (value_has_template(v->text))
		return report_template(f, v);
	*fact(f, offset) = v;
	return true;
}

bool
set_permalink(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (!f->context->templates || v->kind != P2F_TEXT ||
	    !value_has_template(v->text))
		return set_address(f, v, offset);
	*fact(f, offset) = v;
	return true;
}

/* YYYY-M-D and a time with seconds, which YAML resolves to a timestamp. */
static bool
is_timestamp(const struct p2f_value *v)
{
	const char *colon = strchr(v->text, ':');

	return v->plain && strcspn(v->text, "-/") == 4 && v->text[4] == '-' &&
	    colon != NULL && strchr(colon + 1, ':') != NULL;
}

/* NULL when the value is no date; then *problem says why. */
static const struct p2f_date *
read_date(struct filler *f, const struct p2f_value *v, const char **problem)
{
	const struct fields_context *c = f->context;
	struct p2f_date *date = arena_alloc(c->arena, sizeof *date);
	const char *text;

	*problem = "expected a date such as 2024-05-31";
	if (v->kind != P2F_TEXT)
		return NULL;
	text = text_trim(c->arena, v->text);
	if (text == NULL)
		return NULL;
	*problem = "it is a template that nothing has expanded";
	if (value_has_template(v->text))
		return NULL;
	switch (date_parse(c->arena, text, c->timestamp_zone != NULL &&
	    is_timestamp(v) ? c->timestamp_zone : c->zone, date, problem)) {
	case DATE_OK:
		return date;
	case DATE_BAD_OFFSET:
		diag_report(c->diag, DIAG_OFFSET, place_of(f, v),
		    "%s: %s in %s; read as a date without an offset, %s "
		    "(correct the offset)", v->key, *problem,
		    quote(v->text).text, date->rfc3339);
		return date;
	case DATE_UNREADABLE:
		break;
	}
	return NULL;
}

bool
set_date(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const char *problem;

	(void)offset;
	if (v->kind == P2F_NULL)
		return false;
	f->facts->date = read_date(f, v, &problem);
	if (f->facts->date == NULL && f->facts->bad_date.value == NULL)
		f->facts->bad_date = (struct bad_date){ v, problem };
	return f->facts->date != NULL;
}

bool
set_published(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (value_is_true(v) || value_is_false(v))
		return false;
	return set_date(f, v, offset);
}

bool
set_later_date(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const struct p2f_date **date = (const struct p2f_date **)(void *)
	    ((char *)f->facts + offset);
	const char *problem;

	if (v->kind != P2F_TEXT || value_is_true(v) || value_is_false(v))
		return false;
	*date = read_date(f, v, &problem);
	if (*date == NULL)
		diag_report(f->context->diag, DIAG_DATE, place_of(f, v),
		    "%s: cannot read date %s: %s; ignored", v->key,
		    quote(v->text).text, problem);
	return *date != NULL;
}

bool
set_people(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const struct fields_context *c = f->context;

	(void)offset;
	if (v->kind == P2F_TEXT && value_has_template(v->text))
		return report_template(f, v);
	people_read(c, v, &f->facts->authors);
	if (f->facts->authors.count == 1)
		people_add_companions(c->arena, f->meta, &f->facts->authors);
	return f->facts->authors.count > 0;
}

static void
add_term(struct filler *f, struct arena_list *list, const char *text,
    size_t n)
{
	struct arena *a = f->context->arena;
	const char *term = text_squeeze(a, arena_strndup(a, text, n));
	struct p2f_category *category;

	if (term == NULL)
		return;
	category = arena_alloc(a, sizeof *category);
	category->term = term;
	category->kind = list == &f->facts->tags ? P2F_TAG : P2F_CATEGORY;
	arena_list_add(a, list, category);
}

/*
 * Generators split a string differently.  Where none is known it is split
 * only at what can be nothing but a separator: comma, semicolon, and their
 * East Asian forms.
 */
static bool
is_separator(enum term_split split, unsigned c)
{
	switch (split) {
	case SPLIT_SEPARATORS:
		return c == ',' || c == ';' || c == 0xff0c || c == 0x3001 ||
		    c == 0xff1b;
	case SPLIT_COMMAS:
		return c == ',';
	case SPLIT_BLANKS:
		return c < 0x80 && ascii_is_space((char)c);
	case SPLIT_NOTHING:
		break;
	}
	return false;
}

/* Jekyll takes `category` and `tag` for one term. */
static enum term_split
split_of(const struct filler *f, const struct p2f_value *v)
{
	if (f->context->split == SPLIT_BLANKS && v->key != NULL &&
	    (value_key_equal(v->key, "category") ||
	    value_key_equal(v->key, "tag")))
		return SPLIT_NOTHING;
	return f->context->split;
}

static void
add_terms_of_string(struct filler *f, struct arena_list *list,
    const struct p2f_value *v)
{
	const char *start = v->text, *p = start, *next;
	enum term_split split = split_of(f, v);

	for (; *p != '\0'; p = next) {
		next = p;
		if (!is_separator(split, utf8_next(&next)))
			continue;
		add_term(f, list, start, (size_t)(p - start));
		start = next;
	}
	add_term(f, list, start, (size_t)(p - start));
}

static const struct p2f_value *
get_first(const struct p2f_value *map, const char *const *keys)
{
	const struct p2f_value *v = NULL;

	for (; *keys != NULL && v == NULL; keys++)
		v = value_get(map, *keys);
	return v;
}

/* Items of nested lists count as items; value depth bounds the recursion. */
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
			item = get_first(item, names);
		if (item == NULL || item->kind != P2F_TEXT) {
			if (v->items[i]->kind == P2F_MAP)
				diag_report(f->context->diag, DIAG_VALUE,
				    place_of(f, v->items[i]), "%s: expected "
				    "a word, found a mapping; ignored (a "
				    "colon wants quotes)", v->key == NULL ?
				    "item" : v->key);
			continue;
		}
		report_comment(f, item, false);
		if (value_is_template(item->text))
			report_template(f, item);
		else
			add_term(f, list, item->text, strlen(item->text));
	}
}

/* `-a` is a word, and `- a` an item: YAML joins the former into one text. */
static void
report_joined_items(struct filler *f, const struct p2f_value *v)
{
	if (v->plain && v->text[0] == '-' && strstr(v->text, " -") != NULL)
		diag_report(f->context->diag, DIAG_VALUE, place_of(f, v),
		    "%s: %s is one text to YAML; for a list write a blank "
		    "behind each \"-\"", v->key, quote(v->text).text);
}

static bool
set_terms(struct filler *f, const struct p2f_value *v,
    struct arena_list *list)
{
	if (v->kind == P2F_MAP)
		return report_kind(f, v, "words or a list of them");
	if (v->kind == P2F_LIST)
		add_terms_of_list(f, list, v);
	if (v->kind == P2F_TEXT && value_is_template(v->text))
		return report_template(f, v);
	if (v->kind == P2F_TEXT && !is_flag(v)) {
		report_comment(f, v, false);
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

/* `true`, `none` and `#fff` are settings of a theme, not pictures. */
static bool
looks_like_file(const char *text)
{
	return text[0] != '#' && strpbrk(text, "/.") != NULL &&
	    strpbrk(text, "<>\"\n") == NULL;
}

/* The first text in a value that can be the address of a file. */
static const struct p2f_value *
find_file(struct filler *f, const struct p2f_value *v)
{
	static const char *const keys[] = {
		"path", "url", "src", "image", "feature", "href", NULL
	};
	size_t i;

	if (v != NULL && v->kind == P2F_LIST)
		for (i = 0; v->items[i] != NULL; i++)
			if (v->items[i]->kind != P2F_LIST &&
			    find_file(f, v->items[i]) != NULL)
				return find_file(f, v->items[i]);
	if (v != NULL && v->kind == P2F_MAP)
		v = get_first(v, keys);
	if (v == NULL || v->kind != P2F_TEXT)
		return NULL;
	if (value_has_template(v->text)) {
		report_template(f, v);
		return NULL;
	}
	return looks_like_file(v->text) ? v : NULL;
}

bool
set_image(struct filler *f, const struct p2f_value *v, size_t offset)
{
	*fact(f, offset) = find_file(f, v);
	return *fact(f, offset) != NULL;
}

static bool
is_uuid(const char *text)
{
	size_t i;

	for (i = 0; text[i] != '\0'; i++)
		if (i == 8 || i == 13 || i == 18 || i == 23 ?
		    text[i] != '-' : !ascii_is_hex(text[i]))
			return false;
	return i == 36;
}

/* scheme ":" and something behind it, without white space (RFC 3987 2.2). */
static bool
is_iri(const char *text)
{
	size_t n = 0;

	if (!ascii_is_alpha(text[0]))
		return false;
	while (ascii_is_alnum(text[n]) || (text[n] != '\0' &&
	    strchr("+-.", text[n]) != NULL))
		n++;
	return text[n] == ':' && text[n + 1] != '\0' &&
	    strpbrk(text, " \t\n<>\"{}|\\^`") == NULL;
}

/* Numbers of a database are no ids: another blog has the same. */
bool
set_id(struct filler *f, const struct p2f_value *v, size_t offset)
{
	struct p2f_value *urn;

	if (v->kind != P2F_TEXT)
		return false;
	if (is_iri(v->text)) {
		*fact(f, offset) = v;
		return true;
	}
	if (is_uuid(v->text)) {
		urn = arena_alloc(f->context->arena, sizeof *urn);
		*urn = *v;
		urn->text = arena_printf(f->context->arena, "urn:uuid:%s",
		    v->text);
		*fact(f, offset) = urn;
		return true;
	}
	if (value_key_equal(v->key, "guid"))
		diag_report(f->context->diag, DIAG_VALUE, place_of(f, v),
		    "guid: %s is no IRI (such as https://... or tag:...); "
		    "ignored", quote(v->text).text);
	return false;
}

static long long
read_number(const struct p2f_value *v)
{
	const char *p = v == NULL ? NULL : value_text(v);
	long long n = 0;

	if (p == NULL || !ascii_is_digit(*p))
		return -1;
	/* TOML and YAML 1.1 write 1_024. */
	for (; ascii_is_digit(*p) || *p == '_'; p++) {
		if (n > 999999999999999)
			return -1;
		if (*p != '_')
			n = n * 10 + (*p - '0');
	}
	return *p == '\0' ? n : -1;
}

/* Seconds, or H:MM:SS, or MM:SS. */
static long
read_duration(const struct p2f_value *v)
{
	const char *p = v == NULL ? NULL : value_text(v);
	long seconds = 0, part;

	if (p == NULL || !ascii_is_digit(*p))
		return -1;
	for (;;) {
		for (part = 0; ascii_is_digit(*p) && part < 10000000; p++)
			part = part * 10 + (*p - '0');
		if (seconds > 100000)
			return -1;
		seconds = seconds * 60 + part;
		if (*p == '\0')
			return seconds;
		if (*p++ != ':' || !ascii_is_digit(*p))
			return -1;
	}
}

static void
add_medium(struct filler *f, const struct p2f_value *v)
{
	static const char *const types[] = { "type", "mime_type", NULL };
	static const char *const lengths[] = {
		"length", "size", "size_in_bytes", "bytes", NULL
	};
	struct enclosure *e = arena_alloc(f->context->arena, sizeof *e);

	e->media.length = e->media.duration = -1;
	e->url = find_file(f, v);
	if (e->url == NULL) {
		if (v->kind == P2F_MAP)
			diag_report(f->context->diag, DIAG_ENCLOSURE,
			    place_of(f, v), "an enclosure without the "
			    "address of a file (url:); ignored");
		else if (v->kind == P2F_TEXT && !is_flag(v))
			diag_report(f->context->diag, DIAG_ENCLOSURE,
			    place_of(f, v), "%s is no address of a file; "
			    "ignored", quote(v->text).text);
		return;
	}
	if (v->kind == P2F_MAP) {
		e->media.type = value_text(get_first(v, types));
		e->media.title = value_text(value_get(v, "title"));
		e->media.length = read_number(get_first(v, lengths));
		e->media.duration = read_duration(value_get(v, "duration"));
	}
	arena_list_add(f->context->arena, &f->facts->media, e);
}

bool
set_media(struct filler *f, const struct p2f_value *v, size_t offset)
{
	size_t i;

	(void)offset;
	if (v->kind == P2F_LIST)
		for (i = 0; v->items[i] != NULL; i++)
			add_medium(f, v->items[i]);
	else if (v->kind != P2F_NULL)
		add_medium(f, v);
	return f->facts->media.count > 0;
}

bool
set_draft(struct filler *f, const struct p2f_value *v, size_t offset)
{
	(void)offset;
	if (value_is_true(v))
		f->facts->draft = v;
	return f->facts->draft != NULL;
}

bool
set_hidden(struct filler *f, const struct p2f_value *v, size_t offset)
{
	(void)offset;
	if (value_is_true(v))
		f->facts->hidden = v;
	return f->facts->hidden != NULL;
}

bool
set_off(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (!value_is_false(v))
		return false;
	*fact(f, offset) = v;
	return true;
}

bool
set_filled(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (v->kind == P2F_NULL || value_is_false(v))
		return false;
	*fact(f, offset) = v;
	return true;
}

bool
set_status(struct filler *f, const struct p2f_value *v, size_t offset)
{
	static const char *const words[] = {
		"private", "hidden", "trash", "archived", "unlisted"
	};
	const char *status = value_text(v);
	size_t i;

	(void)offset;
	if (status == NULL)
		return false;
	if (ascii_equal(status, "draft"))
		f->facts->draft = v;
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (ascii_equal(status, words[i]))
			f->facts->hidden = v;
	return f->facts->hidden != NULL;
}

void
set_done(struct filler *f)
{
	struct facts *facts = f->facts;

	/* A redirect with a title is a post that moved. */
	if (facts->hidden != NULL && facts->title != NULL &&
	    ascii_has_prefix(facts->hidden->key, "redirect"))
		facts->hidden = NULL;
}

#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "date/date.h"
#include "post/id.h"
#include "post/people.h"
#include "post/setters_parts.h"

struct place
setter_place(const struct filler *f, const struct p2f_value *v)
{
	return value_place(f->context->path, v);
}

const struct p2f_value **
setter_fact(struct filler *f, size_t offset)
{
	return (const struct p2f_value **)(void *)
	    ((char *)f->facts + offset);
}

bool
setter_is_flag(const struct p2f_value *v)
{
	return v->plain && (ascii_equal(v->text, "true") ||
	    ascii_equal(v->text, "false"));
}

/*
 * `C #1` is "C" in YAML, and `#1 a` is nothing.  Comments are written with a
 * space after the '#', so such a comment is not reported, unless it took the
 * place of a title.
 */
void
setter_report_lost(struct filler *f, const struct p2f_value *v, bool is_title)
{
	if ((v->comment[1] == ' ' || v->comment[1] == '\0') && !is_title)
		return;
	diag_report(f->context->diag, DIAG_COMMENT, setter_place(f, v),
	    "%s is a YAML comment; left out (if it belongs to the text, put "
	    "the whole value in quotes)", quote(v->comment).text);
}

bool
setter_report_template(struct filler *f, const struct p2f_value *v)
{
	diag_report(f->context->diag, DIAG_TEMPLATE, setter_place(f, v),
	    "%s: %s is an unexpanded template; ignored (write the value "
	    "itself)", v->key == NULL ? "item" : v->key, quote(v->text).text);
	return false;
}

bool
setter_report_kind(struct filler *f, const struct p2f_value *v,
    const char *wanted)
{
	/* Nothing is lost with an empty one. */
	if (v->items[0] != NULL)
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
		    "%s: expected %s, found a %s; ignored", v->key, wanted,
		    v->kind == P2F_LIST ? "list" : "mapping");
	return false;
}

const struct p2f_value *
setter_get_first(const struct p2f_value *map, const char *const *keys)
{
	const struct p2f_value *v = NULL;

	for (; *keys != NULL && v == NULL; keys++)
		v = value_get(map, *keys);
	return v;
}

/* `title: [Rain]`: a list of one item is meant as that item. */
static const struct p2f_value *
only_item(struct filler *f, const struct p2f_value *v)
{
	return v->kind == P2F_LIST && v->items[0] != NULL &&
	    v->items[1] == NULL ? value_with_key(f->context->arena, v->key,
	    v->items[0]) : v;
}

bool
set_title(struct filler *f, const struct p2f_value *v, size_t offset)
{
	v = only_item(f, v);
	setter_report_comment(f, v, true);
	if (v->kind == P2F_NULL)
		return false;
	if (v->kind != P2F_TEXT)
		return setter_report_kind(f, v, "text");
	if (value_is_template(v->text))
		return setter_report_template(f, v);
	*setter_fact(f, offset) = v;
	return true;
}

/* The value as text, other than a flag; NULL: it is not text. */
static const struct p2f_value *
only_text(struct filler *f, const struct p2f_value *v)
{
	v = only_item(f, v);
	if (v->kind == P2F_TEXT && !setter_is_flag(v))
		return v;
	if (v->kind == P2F_LIST || v->kind == P2F_MAP)
		setter_report_kind(f, v, "text");
	return NULL;
}

bool
set_text(struct filler *f, const struct p2f_value *v, size_t offset)
{
	v = only_text(f, v);
	if (v == NULL)
		return false;
	setter_report_comment(f, v, false);
	if (value_is_template(v->text))
		return setter_report_template(f, v);
	*setter_fact(f, offset) = v;
	return true;
}

/* A mapping is what a theme displays below a post, not a license. */
bool
set_rights(struct filler *f, const struct p2f_value *v, size_t offset)
{
	return v->kind == P2F_TEXT && set_text(f, v, offset);
}

bool
set_address(struct filler *f, const struct p2f_value *v, size_t offset)
{
	v = only_text(f, v);
	if (v == NULL)
		return false;
	if (value_has_template(v->text))
		return setter_report_template(f, v);
	*setter_fact(f, offset) = v;
	return true;
}

/* The source of a text may also be given in words. */
bool
set_source(struct filler *f, const struct p2f_value *v, size_t offset)
{
	v = only_item(f, v);
	return v->kind == P2F_TEXT && url_is_web(v->text) &&
	    strchr(v->text, ' ') == NULL && set_address(f, v, offset);
}

bool
set_permalink(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (!f->context->templates || v->kind != P2F_TEXT ||
	    !value_has_template(v->text))
		return set_address(f, v, offset);
	*setter_fact(f, offset) = v;
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

/* Whether a string begins and ends with visible ASCII characters. */
static bool
is_trimmed(const char *text)
{
	size_t n = strlen(text);

	return n > 0 && text[0] > ' ' && text[0] < 0x7f &&
	    text[n - 1] > ' ' && text[n - 1] < 0x7f;
}

/* Curly quotes are not quotes in YAML; Org writes <2024-05-31 Fri>. */
static const char *
date_text(struct arena *a, const char *text)
{
	size_t n;

	text = text_to_keyboard(a, text);
	if (ascii_is_alnum(*text))
		return text;
	n = strlen(text);
	return n > 1 && strchr("\"'<", *text) != NULL &&
	    strchr("\"'>", text[n - 1]) != NULL ?
	    arena_span(a, text + 1, text + n - 1) : text;
}

static void
report_doubt(const struct filler *f, const struct p2f_value *v,
    enum date_status status, const char *problem, const char *date)
{
	if (status == DATE_BEYOND_MONTH)
		diag_report(f->context->diag, DIAG_DATE, setter_place(f, v),
		    "%s: %s; %s read as %s (correct the day)", v->key, problem,
		    quote(v->text).text, date);
	else
		diag_report(f->context->diag, DIAG_OFFSET, setter_place(f, v),
		    "%s: %s in %s; read without an offset as %s (correct the "
		    "offset)", v->key, problem, quote(v->text).text, date);
}

/*
 * NULL if the value is not a date; then *problem says why, or is NULL if the
 * value means "no date".
 */
static const struct p2f_date *
read_date(struct filler *f, const struct p2f_value *v, const char **problem)
{
	const struct fields_context *c = f->context;
	struct p2f_date *date = arena_alloc(c->arena, sizeof *date);
	enum date_status status;
	const char *text;

	*problem = "expected a date such as 2024-05-31";
	v = only_item(f, v);
	if (v->kind != P2F_TEXT)
		return NULL;
	text = is_trimmed(v->text) ? v->text : text_trim(c->arena, v->text);
	if (text == NULL)
		return NULL;
	*problem = "it is an unexpanded template";
	if (value_has_template(v->text))
		return NULL;
	text = date_text(c->arena, text);
	status = date_parse(c->arena, text, c->timestamp_zone != NULL &&
	    is_timestamp(v) ? c->timestamp_zone : c->zone, date, problem);
	if (status == DATE_UNREADABLE)
		return NULL;
	if (status != DATE_OK)
		report_doubt(f, v, status, *problem, date->rfc3339);
	*problem = NULL;
	return date_is_none(date) ? NULL : date;
}

bool
set_date(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const char *problem;

	(void)offset;
	if (v->kind == P2F_NULL)
		return false;
	f->facts->date = read_date(f, v, &problem);
	if (f->facts->date == NULL && problem != NULL &&
	    f->facts->bad_date.value == NULL)
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

	if (v->kind == P2F_NULL || value_is_true(v) || value_is_false(v))
		return false;
	*date = read_date(f, v, &problem);
	if (*date != NULL || problem == NULL)
		return *date != NULL;
	if (v->kind != P2F_TEXT)
		setter_report_kind(f, v, "a date");
	else
		diag_report(f->context->diag, DIAG_DATE, setter_place(f, v),
		    "%s: cannot read date %s: %s; ignored", v->key,
		    quote(v->text).text, problem);
	return false;
}

/* If it is the date of the post, it has been read and reported before. */
bool
set_appears(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const struct p2f_value *date = f->facts->from[FIELD_DATE];

	if (date == NULL)
		date = f->facts->bad_date.value;
	return (date == NULL || !value_key_equal(date->key, v->key)) &&
	    set_later_date(f, v, offset);
}

bool
set_people(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const struct fields_context *c = f->context;

	(void)offset;
	people_read(c, v, &f->facts->authors);
	if (f->facts->authors.count == 1)
		people_add_companions(c, f->meta, &f->facts->authors);
	return f->facts->authors.count > 0;
}

/* Numbers from a database are not ids: another blog has the same ones. */
bool
set_id(struct filler *f, const struct p2f_value *v, size_t offset)
{
	struct p2f_value *urn;

	if (v->kind != P2F_TEXT)
		return false;
	if (id_uri(f->context->arena, v->text) != NULL) {
		*setter_fact(f, offset) = v;
		return true;
	}
	if (text_is_uuid(v->text)) {
		urn = arena_alloc(f->context->arena, sizeof *urn);
		*urn = *v;
		urn->text = arena_printf(f->context->arena, "urn:uuid:%s",
		    v->text);
		*setter_fact(f, offset) = urn;
		return true;
	}
	if (value_key_equal(v->key, "guid"))
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
		    "guid: %s is not a valid IRI such as https://example.org/1 "
		    "or tag:example.org,2024:1; ignored", quote(v->text).text);
	return false;
}

static void
report_no_flag(struct filler *f, const struct p2f_value *v,
    const char *consequence)
{
	if (v->kind == P2F_LIST || v->kind == P2F_MAP)
		setter_report_kind(f, v, "true or false");
	else if (v->kind == P2F_TEXT && !value_is_false(v))
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
		    "%s: expected true or false, found %s; ignored: %s",
		    v->key, quote(v->text).text, consequence);
}

bool
set_draft(struct filler *f, const struct p2f_value *v, size_t offset)
{
	(void)offset;
	if (value_is_true(v))
		f->facts->draft = v;
	else
		report_no_flag(f, v, "it does not make a draft");
	return f->facts->draft != NULL;
}

bool
set_private(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (!value_is_true(v))
		report_no_flag(f, v, "it does not hide the post");
	return set_hidden(f, v, offset);
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
	const struct p2f_value *part = value_get(v, "enable");

	if (!value_is_false(part != NULL ? part : v))
		return false;
	*setter_fact(f, offset) = v;
	return true;
}

bool
set_filled(struct filler *f, const struct p2f_value *v, size_t offset)
{
	if (v->kind == P2F_NULL || value_is_false(v))
		return false;
	*setter_fact(f, offset) = v;
	return true;
}

static void
add_status(struct filler *f, const char *key, const struct p2f_value *v)
{
	static const char *const words[] = {
		"private", "hidden", "trash", "archived", "unlisted", NULL
	};
	const char *status = value_text(v);

	if (status == NULL)
		return;
	if (ascii_equal(status, "draft"))
		f->facts->draft = value_with_key(f->context->arena, key, v);
	if (ascii_is_any(status, words))
		f->facts->hidden = value_with_key(f->context->arena, key, v);
}

/* In Obsidian notes it is a list. */
bool
set_status(struct filler *f, const struct p2f_value *v, size_t offset)
{
	size_t i;

	(void)offset;
	add_status(f, v->key, v);
	for (i = 0; v->kind == P2F_LIST && v->items[i] != NULL; i++)
		add_status(f, v->key, v->items[i]);
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

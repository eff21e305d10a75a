#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "date/step.h"
#include "front/lookalike.h"
#include "front/notion.h"
#include "front/value.h"
#include "post/post.h"

/* The source of a post's date if its front matter has no usable one. */
struct fallback {
	const struct p2f_date	*date;
	const char		*words;		/* for a message */
};

/* YYYY/MM/DD at p, as whole parts of a path. */
static bool
day_at(const char *p, struct civil *day)
{
	unsigned year;

	*day = (struct civil){ 0 };
	if (!step_number(&p, 4, 4, &year) || !step_char(&p, '/') ||
	    !step_number(&p, 1, 2, &day->month) || !step_char(&p, '/') ||
	    !step_number(&p, 1, 2, &day->day) || (*p != '/' && *p != '\0'))
		return false;
	day->year = (int)year;
	return civil_is_day(day);
}

static bool
day_in_path(const char *path, struct civil *day)
{
	const char *p = path;

	while (p != NULL) {
		if (day_at(p, day))
			return true;
		p = strchr(p, '/');
		if (p != NULL)
			p++;
	}
	return false;
}

/* Whether a file is the page of its folder, as in Next.js and SvelteKit. */
static bool
is_page(const char *path, const char *stem)
{
	if (*stem == '+')
		return strcmp(stem, "+page") == 0 ||
		    strcmp(stem, "+page.svelte") == 0;
	return ascii_equal(stem, "index") ||
	    (*stem == 'p' && strcmp(stem, "page") == 0 && file_is_mdx(path));
}

/* The last part of a path that names the post; `index.md` does not. */
static const char *
naming_part(struct arena *a, const char *path)
{
	const char *stem = file_stem(a, path), *slash, *start;
	size_t n;

	if (!is_page(path, stem))
		return stem;
	slash = strrchr(path, '/');
	if (slash == NULL)
		return stem;
	for (start = slash; start > path && start[-1] != '/'; start--)
		continue;
	n = (size_t)(slash - start);
	return n <= 2 && strspn(start, ".") == n ? stem :
	    arena_strndup(a, start, n);
}

/* Middleman names have ".html" before ".md", and Notion's the key of the page;
   what other generators do with that is up to them. */
static const char *
plain_name(struct arena *a, const char *name)
{
	const char *end = strrchr(name, '.');

	if (end == NULL || end == name || strcmp(end, ".html") != 0)
		end = notion_key(name, name + strlen(name));
	return end == NULL ? name : arena_strndup(a, name, (size_t)(end -
	    name));
}

const char *
post_undated_name(const struct post *p)
{
	struct civil day;
	size_t n = date_of_name(p->name, &day);

	/* For Statamic's 2024-05-31.rain.md. */
	return p->name + n + (n > 0 && p->name[n] == '.');
}

static void
set_names(struct post *p)
{
	p->clean_path = file_clean_name(&p->arena, p->path);
	p->name = naming_part(&p->arena, p->clean_path);
	if (p->inside == NULL)
		p->name = plain_name(&p->arena, p->name);
	if (p->facts.slug != NULL)
		p->slug = p->facts.slug->text;
	else if (path_has_name(p->path))
		p->slug = post_undated_name(p);
	if (p->slug != NULL && *p->slug == '\0')
		p->slug = p->name;
}

static struct fallback
date_from_gmt(struct post *p, const struct p2f_value *meta)
{
	struct p2f_date *date = arena_alloc(&p->arena, sizeof *date);
	const char *text = value_text(value_get(meta, "date_gmt"));
	const char *problem;

	if (text == NULL || date_parse(&p->arena, text, zone_utc(), date,
	    &problem) != DATE_OK)
		return (struct fallback){ 0 };
	return (struct fallback){ date, "date_gmt" };
}

/* In "2024-05-31 20h30" the day is certain. */
static struct fallback
day_of_bad_date(struct post *p, const struct zone *zone)
{
	const char *text = value_text(p->facts.bad_date.value);
	struct civil day;

	if (text == NULL || !date_begins(text, &day))
		return (struct fallback){ 0 };
	return (struct fallback){ date_from_civil(&p->arena, &day, zone),
	    "the day it begins with" };
}

/* 20240531-rain, 2024_05_31, and 202405311015 of zettelkasten notes: used if
   there is no other, and kept in the slug.  Generators have rules of their
   own. */
static struct fallback
date_from_digits(struct post *p, const struct zone *zone)
{
	struct p2f_date *date = arena_alloc(&p->arena, sizeof *date);
	const size_t n = strspn(p->name, "0123456789_");
	char digits[sizeof "20240531101500"] = "";
	const char *problem;
	size_t i, count = 0;

	for (i = 0; i < n && count < sizeof digits - 1; i++)
		if (p->name[i] != '_')
			digits[count++] = p->name[i];
	if (p->inside != NULL || i < n ||
	    (count != 8 && count != 12 && count != 14) ||
	    (p->name[n] != '\0' && p->name[n - 1] != '_' &&
	    p->name[n] != '-' && p->name[n] != ' ') ||
	    date_parse(&p->arena, digits, zone, date, &problem) != DATE_OK)
		return (struct fallback){ 0 };
	return (struct fallback){ date, "the digits in the file name" };
}

static struct fallback
date_from_mtime(struct post *p)
{
	struct stat st;

	if (!path_has_name(p->path) || !seen_stat(p->path, &st))
		return (struct fallback){ 0 };
	return (struct fallback){ date_new(&p->arena, (long long)st.st_mtime,
	    0), "the modification time of the file" };
}

static struct fallback
fallback_date(struct post *p, const struct post_rules *rules)
{
	const struct p2f_value *permalink = p->facts.permalink;
	struct fallback found;
	struct civil day;

	if (permalink != NULL && day_in_path(permalink->text, &day))
		return (struct fallback){ date_from_civil(&p->arena, &day,
		    rules->zone), "the date in its URL" };
	if (date_of_name(p->name, &day) > 0)
		return (struct fallback){ date_from_civil(&p->arena, &day,
		    rules->zone), "the date in the file name" };
	if (day_in_path(p->path, &day))
		return (struct fallback){ date_from_civil(&p->arena, &day,
		    rules->zone), "the date in the folder names" };
	found = date_from_digits(p, rules->zone);
	if (found.date == NULL)
		found = date_from_gmt(p, p->meta);
	if (found.date == NULL)
		found = day_of_bad_date(p, rules->zone);
	/* A post with no date but that of a change appeared then. */
	if (found.date == NULL && p->facts.updated != NULL)
		found = (struct fallback){ p->facts.updated,
		    "the date of its last change" };
	if (found.date == NULL && rules->use_mtime)
		found = date_from_mtime(p);
	return found;
}

static void
report_bad_date(const struct post *p, const struct fallback *used,
    struct diag *d)
{
	const struct bad_date *bad = &p->facts.bad_date;
	const char *text = value_text(bad->value);

	diag_report(d, DIAG_DATE, value_place(p->path, bad->value),
	    "%s: cannot read date %s: %s; %s%s%.10s", bad->value->key,
	    text != NULL ? quote(text).text : bad->value->kind == P2F_LIST ?
	    "(a list)" : "(a mapping)", bad->problem, used->date == NULL ?
	    "the post has no date" : used->words, used->date == NULL ? "" :
	    " is used: ", used->date == NULL ? "" : used->date->rfc3339);
}

/*
 * Both are often right: the file was created on one day, and the post was
 * published on another.  So this is only a note.
 */
static void
report_other_day(const struct post *p, struct diag *d)
{
	struct civil date, name;

	/* Mostly they are written alike. */
	if (p->published == NULL || p->date_from != NULL ||
	    strncmp(p->name, p->published->rfc3339, strlen("2024-05-31")) ==
	    0 || date_of_name(p->name, &name) == 0)
		return;
	date_civil(p->published, &date);
	if (date.year == name.year && date.month == name.month &&
	    date.day == name.day)
		return;
	diag_report(d, DIAG_DATE_NAME, (struct place){ .path = p->path },
	    "the date of the post is %.10s, but its file name says "
	    "%04d-%02u-%02u; the date is used (correct it if it is wrong)",
	    p->published->rfc3339, name.year, name.month, name.day);
}

/* Years of the Persian and Islamic, Buddhist and Jewish calendars. */
static void
check_calendar(const struct post *p, struct diag *d)
{
	static const struct {
		int first, last;
	} years[] = { { 1300, 1582 }, { 2443, 2643 }, { 5700, 5860 } };
	const struct p2f_value *v = p->facts.from[FIELD_DATE];
	struct civil date;
	size_t i;

	/* As for nearly all: from 1970 to 2286. */
	if (p->published->seconds >= 0 &&
	    p->published->seconds < 10000000000)
		return;
	date_civil(p->published, &date);
	for (i = 0; i < sizeof years / sizeof *years; i++)
		if (date.year >= years[i].first && date.year <= years[i].last)
			diag_report(d, DIAG_DATE, p->date_from == NULL &&
			    v != NULL ? value_place(p->path, v) :
			    (struct place){ .path = p->path }, "the year %d "
			    "seems to be from another calendar; read as "
			    "Gregorian, as feeds require", date.year);
}

/*
 * In a post that has another date, too, `publishDate` says when it is to
 * appear; a known generator decides that itself.
 */
static void
set_appearance(struct post *p)
{
	const struct p2f_date *date = p->facts.appears;

	p->appears = p->published;
	if (p->inside == NULL && date != NULL && (p->appears == NULL ||
	    p->appears->seconds < date->seconds))
		p->appears = date;
}

void
post_settle_updated(struct post *p)
{
	if (p->updated == NULL || (p->published != NULL &&
	    p->updated->seconds < p->published->seconds))
		p->updated = p->published;
}

static void
set_dates(struct post *p, const struct post_rules *rules, struct diag *d)
{
	struct fallback used = { p->facts.date, NULL };

	if (used.date == NULL)
		used = fallback_date(p, rules);
	if (p->facts.date == NULL && p->facts.bad_date.value != NULL)
		report_bad_date(p, &used, d);
	p->published = used.date;
	set_appearance(p);
	p->date_from = used.words;
	p->updated = p->facts.updated;
	if (p->published != NULL)
		check_calendar(p, d);
	post_settle_updated(p);
}

/* Replace each tab at the beginning of a line by two spaces. */
static void
replace_tabs(struct arena *a, struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	struct buf out = { 0 };
	bool at_start = true;

	if (memchr(p, '\t', block->length) == NULL)
		return;
	for (; p < end; p++) {
		if (*p == '\t' && at_start)
			buf_puts(&out, "  ");
		else
			buf_putc(&out, *p);
		at_start = *p == '\n' || (at_start && *p == '\t');
	}
	block->length = out.length;
	block->text = arena_take(a, &out);
}

/* What follows a body, whitespace and closing tags, does not matter. */
static void
set_body(struct post *p, const struct front *front)
{
	size_t start = (size_t)(front->body - p->file.bytes);

	p->body = front->body;
	p->body_length = front->body_length;
	p->file.bytes[start + p->body_length] = '\0';
}

/* The front matter found in the head of a file; the head is the file's text. */
static struct front
head_of(const struct post *p)
{
	struct front front = p->head;

	front.block.text = p->file.bytes + p->head_start;
	front.body = p->file.bytes + p->file.length;
	return front;
}

void
post_parse(struct post *p, const struct post_rules *rules, struct diag *d)
{
	const struct fields_context context = { .arena = &p->arena,
	    .path = p->path, .zone = rules->zone,
	    .timestamp_zone = rules->timestamp_zone,
	    .people = rules->people, .split = rules->split,
	    .templates = rules->templates, .diag = d };
	const struct block file = { .path = p->path, .text = p->file.bytes,
	    .length = p->file.length, .line = 1,
	    .loose_headers = rules->loose_headers && p->inside != NULL };
	const struct p2f_value *defaults;
	struct front front;

	if (p->is_head)
		front = head_of(p);
	else
		front_split(&file, &front, d);
	p->front_length = front.block.length;
	if (rules->takes_tabs && front.dialect == DIALECT_YAML &&
	    p->inside != NULL)
		replace_tabs(&p->arena, &front.block);
	p->meta = front_read(&p->arena, &file, &front, d);
	set_body(p, &front);
	p->is_html = file_is_html(p->path);
	if (rules->defaults != NULL && p->inside != NULL) {
		defaults = rules->defaults(rules->site, p);
		/* Only now: defaults() may have changed the post's own. */
		p->meta = value_overlay(&p->arena, p->meta, defaults);
	}
	fields_read(rules->fields, p->meta, &context, &p->facts);
	/* Nearly all HTML documents have a title; posts have a date, too. */
	p->has_front_matter = front.dialect == DIALECT_HTML ?
	    p->facts.date != NULL : front.dialect != DIALECT_NONE;
	set_names(p);
	set_dates(p, rules, d);
	if (rules->complete != NULL && p->inside != NULL)
		rules->complete(p, rules->site, d);
	report_other_day(p, d);
	if (front.dialect == DIALECT_NONE && !front.is_reported && !p->is_html)
		lookalike_report(&file, p->published != NULL, d);
}

/* Prepare for a post, reusing the memory of the previous one. */
static void
begin(struct post *p, const struct source *source)
{
	arena_reset(&p->arena);
	buf_clear(&p->file);
	*p = (struct post){ .path = source->path, .inside =
	    source->inside == 0 ? NULL : source->path + source->inside - 1,
	    .is_named = source->is_named, .arena = p->arena,
	    .folder = p->folder, .file = p->file, .scratch = p->scratch };
}

static size_t
find_front(void *context, const char *text, size_t length)
{
	struct post *p = context;
	const struct block head = { .path = p->path, .text = text,
	    .length = length, .line = 1 };

	length = front_find(&head, &p->head);
	if (length > 0)
		p->head_start = (size_t)(p->head.block.text - text);
	return length;
}

static bool
read_file(struct post *p, const struct source *source,
    const struct post_rules *rules, struct diag *d)
{
	const struct file_test test = { find_front, p };
	struct file_reading reading = { .path = p->path,
	    .folder = p->folder, .test = rules->front_only ? &test : NULL };
	bool ok;

	if (!source->is_regular)
		return file_read_text(p->path, &p->file, d);
	ok = file_read_regular(&reading, &p->file, d);
	p->is_head = reading.is_head;
	return ok;
}

bool
post_read(struct post *p, const struct source *source,
    const struct post_rules *rules, struct diag *d)
{
	begin(p, source);
	if (!read_file(p, source, rules, d))
		return false;
	post_parse(p, rules, d);
	return true;
}

bool
post_read_again(struct post *p, const struct source *source,
    const struct post_rules *rules, struct diag *d)
{
	struct diag again = { .options = &diag_quiet };
	struct post_rules whole = *rules;
	/* If only the head of a file was read before, the rest is read for the
	   first time. */
	struct diag *reading = rules->front_only ? d : &again;
	bool ok;

	whole.front_only = false;
	begin(p, source);
	ok = read_file(p, source, &whole, reading);
	if (ok)
		post_parse(p, &whole, &again);
	else if (reading == &again)
		diag_report(d, DIAG_READ, (struct place){ .path = p->path },
		    "cannot be read a second time");
	diag_discard(&again);
	return ok;
}

struct place
post_place(const struct post *p, const char *in_body)
{
	struct place place = { .path = p->path };

	text_place(p->file.bytes, (size_t)(in_body - p->file.bytes),
	    &place.line, &place.column);
	return place;
}

void
post_release(struct post *p)
{
	buf_release(&p->file);
	buf_release(&p->scratch);
	arena_release(&p->arena);
}

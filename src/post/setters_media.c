/*
 * Pictures and enclosures: files, by their addresses.
 */
#include <string.h>

#include "base/text.h"
#include "post/setters_parts.h"

/* `true`, `none` and `#fff` are settings of a theme, not pictures. */
static bool
looks_like_file(const char *text)
{
	return text[0] != '#' && strpbrk(text, "/.") != NULL &&
	    strpbrk(text, "<>\"\n") == NULL;
}

static const char *const file_keys[] = {
	"path", "url", "src", "image", "feature", "href", NULL
};

/* The first text in a value that can be the address of a file. */
static const struct p2f_value *
find_file(struct filler *f, const struct p2f_value *v)
{
	size_t i;

	if (v != NULL && v->kind == P2F_LIST)
		for (i = 0; v->items[i] != NULL; i++)
			if (v->items[i]->kind != P2F_LIST &&
			    find_file(f, v->items[i]) != NULL)
				return find_file(f, v->items[i]);
	if (v != NULL && v->kind == P2F_MAP)
		v = setter_get_first(v, file_keys);
	if (v == NULL || v->kind != P2F_TEXT)
		return NULL;
	if (value_has_template(v->text)) {
		setter_report_template(f, v);
		return NULL;
	}
	return looks_like_file(v->text) ? v : NULL;
}

/* A mapping in which a file seems to stand under a key that is not known. */
static void
report_unknown_key(struct filler *f, const struct p2f_value *map)
{
	const struct p2f_value *v;
	size_t i;

	if (setter_get_first(map, file_keys) != NULL)
		return;
	for (i = 0; (v = map->items[i]) != NULL; i++)
		if (v->kind == P2F_TEXT && looks_like_file(v->text) &&
		    strchr(v->text, ' ') == NULL) {
			diag_report(f->context->diag, DIAG_VALUE,
			    setter_place(f, v), "%s: %s is under the key "
			    "%s, where no picture is looked for; ignored (use "
			    "`path` or `url`)", map->key == NULL ? "item" :
			    map->key, quote(v->text).text,
			    quote(v->key).text);
			return;
		}
}

bool
set_image(struct filler *f, const struct p2f_value *v, size_t offset)
{
	*setter_fact(f, offset) = find_file(f, v);
	if (v->kind == P2F_MAP)
		report_unknown_key(f, v);
	return *setter_fact(f, offset) != NULL;
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

/* A number that cannot be read is left out; feeds can do without. */
static void
report_number(struct filler *f, const struct p2f_value *v, bool is_read,
    const char *wanted)
{
	if (v != NULL && v->kind != P2F_NULL && !is_read)
		diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
		    "%s: expected %s, found %s; ignored", v->key, wanted,
		    v->kind == P2F_TEXT ? quote(v->text).text : "no text");
}

/* What a mapping says of a medium beside its address. */
static void
describe(struct filler *f, struct p2f_media *media,
    const struct p2f_value *map)
{
	static const char *const types[] = { "type", "mime_type", NULL };
	static const char *const lengths[] = {
		"length", "size", "size_in_bytes", "bytes", NULL
	};
	const struct p2f_value *length = setter_get_first(map, lengths);
	const struct p2f_value *duration = value_get(map, "duration");

	media->type = value_text(setter_get_first(map, types));
	media->title = value_text(value_get(map, "title"));
	media->length = read_number(length);
	report_number(f, length, media->length >= 0, "a number of bytes");
	media->duration = read_duration(duration);
	report_number(f, duration, media->duration >= 0,
	    "seconds, or hours:minutes:seconds");
}

static void
add_medium(struct filler *f, const struct p2f_value *v)
{
	struct enclosure *e = arena_alloc(f->context->arena, sizeof *e);

	e->media.length = e->media.duration = -1;
	e->url = find_file(f, v);
	if (e->url == NULL) {
		if (v->kind == P2F_MAP)
			diag_report(f->context->diag, DIAG_ENCLOSURE,
			    setter_place(f, v), "an enclosure without the "
			    "address of a file (url:); ignored");
		else if (v->kind == P2F_TEXT && !setter_is_flag(v))
			diag_report(f->context->diag, DIAG_ENCLOSURE,
			    setter_place(f, v), "%s is no address of a file; "
			    "ignored", quote(v->text).text);
		return;
	}
	if (v->kind == P2F_MAP)
		describe(f, &e->media, v);
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

/*
 * Images and enclosures: files, given by their URLs.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "post/setters_parts.h"

/*
 * `true`, `none` and `#fff` are settings of a theme, not images, and `/img/`
 * is what a template for posts contains, and was not filled in.
 */
static bool
looks_like_file(const char *text)
{
	return text[0] != '#' && strpbrk(text, "/.") != NULL &&
	    strpbrk(text, "<>\"\n") == NULL &&
	    (url_is_absolute(text) || !text_has_suffix(text, "/"));
}

static const char *const file_keys[] = {
	"path", "url", "src", "image", "feature", "href", "file", "value",
	"audio", "audio_url", "audio_file", NULL
};

/* `\images\rain.png`, which browsers read as /images/rain.png. */
static const struct p2f_value *
with_slashes(struct arena *a, const struct p2f_value *v)
{
	struct p2f_value *copy;
	char *text;

	if (strchr(v->text, '\\') == NULL ||
	    (url_is_absolute(v->text) && !url_is_web(v->text)))
		return v;
	copy = arena_alloc(a, sizeof *copy);
	*copy = *v;
	copy->text = text = arena_strdup(a, v->text);
	url_turn_slashes(text);
	return copy;
}

/* The URL in `![text](rain.png "title")`; otherwise the value itself. */
static const struct p2f_value *
without_markdown(struct arena *a, const struct p2f_value *v)
{
	const char *address = strncmp(v->text, "![", 2) == 0 ?
	    strstr(v->text, "](") : NULL;

	if (address == NULL)
		return v;
	address += 2;
	return value_new_text(a, v->key, arena_strndup(a, address,
	    strcspn(address, " )")), v);
}

/* The URL in `/rain.png: A caption`, which is a mapping. */
static const struct p2f_value *
file_of_caption(struct arena *a, const struct p2f_value *map)
{
	const struct p2f_value *v = map->items[0];

	return v == NULL || strchr(v->key, '/') == NULL ||
	    !looks_like_file(v->key) ? NULL :
	    value_new_text(a, map->key, v->key, v);
}

/* The value of the first file key that has one. */
static const struct p2f_value *
file_of_map(struct arena *a, const struct p2f_value *map)
{
	const struct p2f_value *v = NULL;
	size_t i;

	for (i = 0; file_keys[i] != NULL && (v == NULL ||
	    v->kind == P2F_NULL); i++)
		v = value_get(map, file_keys[i]);
	return v == NULL ? file_of_caption(a, map) : v;
}

/*
 * The first string in a value that can be the URL of a file.  The depth of
 * values bounds the recursion.
 */
static const struct p2f_value *
find_file(struct filler *f, const struct p2f_value *v)
{
	const struct p2f_value *found = NULL;
	size_t i;

	if (v->kind == P2F_LIST) {
		for (i = 0; found == NULL && v->items[i] != NULL; i++)
			found = find_file(f, v->items[i]);
		return found;
	}
	if (v->kind == P2F_MAP)
		v = file_of_map(f->context->arena, v);
	if (v == NULL || v->kind != P2F_TEXT)
		return NULL;
	v = without_markdown(f->context->arena, v);
	if (value_has_template(v->text)) {
		setter_report_template(f, v);
		return NULL;
	}
	v = with_slashes(f->context->arena, v);
	return looks_like_file(v->text) ? v : NULL;
}

/* Report a mapping that seems to have a file under an unknown key. */
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
			    setter_place(f, v), "%s: %s is under the key %s, "
			    "which is not read as an image; ignored (use "
			    "`path` or `url`)", map->key == NULL ? "item" :
			    map->key, quote(v->text).text, quote(v->key).text);
			return;
		}
}

bool
set_image(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const struct p2f_value *file = find_file(f, v);

	*setter_fact(f, offset) = file;
	if (file == NULL && v->kind == P2F_MAP)
		report_unknown_key(f, v);
	return file != NULL;
}

/* TOML and YAML 1.1 allow 1_024, and people write 1,024. */
static bool
is_between_digits(const char *p)
{
	return *p == '_' ||
	    (*p == ',' && strspn(p + 1, "0123456789") == 3);
}

static long long
read_number(const char *p)
{
	long long n = 0;

	if (!ascii_is_digit(*p))
		return -1;
	for (; ascii_is_digit(*p) || is_between_digits(p); p++) {
		if (n > 999999999999999)
			return -1;
		if (ascii_is_digit(*p))
			n = n * 10 + (*p - '0');
	}
	return *p == '\0' ? n : -1;
}

/* Seconds, or H:MM:SS, or MM:SS; fractions are dropped. */
static long long
read_duration(const char *p)
{
	long seconds = 0, part;
	const char *end;

	if (!ascii_is_digit(*p))
		return -1;
	for (;;) {
		for (part = 0; ascii_is_digit(*p) && part < 10000000; p++)
			part = part * 10 + (*p - '0');
		if (seconds > 100000)
			return -1;
		seconds = seconds * 60 + part;
		end = *p == '.' ? p + 1 + strspn(p + 1, "0123456789") : p;
		if (end[strspn(end, " ")] == '\0')
			return seconds;
		if (*p++ != ':' || !ascii_is_digit(*p))
			return -1;
	}
}

/* The text of a detail; NULL: it is not given. */
static const char *
detail_text(const struct p2f_value *v)
{
	const char *text = value_text(v);

	return text == NULL || *text == '\0' ? NULL : text;
}

static bool
is_nested(const struct p2f_value *v)
{
	return v != NULL && (v->kind == P2F_MAP || v->kind == P2F_LIST);
}

static void
report_detail(struct filler *f, const struct p2f_value *v, const char *wanted)
{
	diag_report(f->context->diag, DIAG_VALUE, setter_place(f, v),
	    "%s: %s is not %s; ignored", v->key, v->kind == P2F_TEXT ?
	    quote(v->text).text : "the value", wanted);
}

/* -1: unknown, or reported. */
static long long
read_detail(struct filler *f, const struct p2f_value *v,
    long long read(const char *), const char *wanted)
{
	const char *text = detail_text(v);
	long long number = text == NULL ? -1 : read(text);

	if (number < 0 && (text != NULL || is_nested(v)))
		report_detail(f, v, wanted);
	return number;
}

/* The length of the name at p that is half of a type (RFC 6838 4.2). */
static size_t
span_type_name(const char *p)
{
	size_t n;

	for (n = 0; ascii_is_alnum(p[n]) ||
	    (p[n] != '\0' && strchr("!#$&-^_.+", p[n]) != NULL); n++)
		continue;
	return n;
}

/* The length of the type at the start of a string; parameters may follow. */
static size_t
span_type(const char *text)
{
	size_t slash = span_type_name(text), end;

	if (slash == 0 || text[slash] != '/' ||
	    span_type_name(text + slash + 1) == 0)
		return 0;
	end = slash + 1 + span_type_name(text + slash + 1);
	return strchr(";", text[end + strspn(text + end, " ")]) != NULL ?
	    end : 0;
}

/* In lower case, without parameters; NULL: unknown, or reported. */
static const char *
read_type(struct filler *f, const struct p2f_value *v)
{
	const char *text = detail_text(v);
	size_t length;

	if (text != NULL)
		text += strspn(text, " ");
	length = text == NULL ? 0 : span_type(text);
	if (length == 0) {
		if (text != NULL || is_nested(v))
			report_detail(f, v, "a media type such as audio/mpeg");
		return NULL;
	}
	return ascii_lower_copy(f->context->arena, arena_strndup(
	    f->context->arena, text, length));
}

/* The keys of the details of an enclosure. */
struct detail_keys {
	const char	*types[4], *lengths[12], *durations[6];
};

/* In a mapping that also has its URL. */
static const struct detail_keys inside = {
	.types = { "type", "mime_type", "audio_type" },
	.lengths = {
		"length", "size", "size_in_bytes", "bytes", "file_size",
		"audio_length", "audio_size"
	},
	.durations = { "duration" }
};

/* Next to a key that has only the URL. */
static const struct detail_keys beside = {
	.types = { "enclosure_type" },
	.lengths = {
		"length", "enclosure_length", "podcast_length",
		"podcast_bytes", "mp3_length", "audio_length", "audio_size",
		"audio_file_size", "file_size", "filesize"
	},
	.durations = {
		"duration", "enclosure_duration", "podcast_duration",
		"audio_duration"
	}
};

static void
describe(struct filler *f, struct p2f_media *media,
    const struct p2f_value *map, const struct detail_keys *keys)
{
	media->type = read_type(f, setter_get_first(map, keys->types));
	media->length = read_detail(f, setter_get_first(map, keys->lengths),
	    read_number, "a size in bytes such as 9612288");
	media->duration = (long)read_detail(f, setter_get_first(map,
	    keys->durations), read_duration,
	    "a duration in seconds or as 1:02:03");
}

/*
 * WordPress stores URL, length and type of an enclosure in one string, on
 * separate lines, whose line breaks may have become spaces.  False: it does
 * not have that form, such as the name "Part 12 rain.mp3".
 */
static bool
read_lines(struct filler *f, const struct p2f_value *v, struct enclosure *e)
{
	struct arena *a = f->context->arena;
	const char *text = text_squeeze(a, v->text), *length, *type;
	size_t n = strcspn(text, " "), digits;
	long long bytes;

	length = text + n + (text[n] == ' ');
	digits = strcspn(length, " ");
	type = length + digits + (length[digits] == ' ');
	bytes = read_number(arena_strndup(a, length, digits));
	if (bytes < 0 || (strchr(v->text, '\n') == NULL &&
	    !text_has_prefix(type, "audio/") &&
	    !text_has_prefix(type, "video/")))
		return false;
	e->url = find_file(f, value_new_text(a, v->key, arena_strndup(a,
	    text, n), v));
	if (e->url == NULL)
		return false;
	e->media.length = bytes;
	e->media.type = read_type(f, value_new_text(a, "enclosure",
	    arena_strndup(a, type, strcspn(type, " ")), v));
	return true;
}

/* `podcast` may as well be the name of a show, so it is not reported. */
static void
report_no_address(struct filler *f, const struct p2f_value *v)
{
	if (v->key != NULL && value_key_equal(v->key, "podcast"))
		return;
	if (v->kind == P2F_MAP)
		diag_report(f->context->diag, DIAG_ENCLOSURE, setter_place(f,
		    v), "enclosure without the URL of a file; ignored (add "
		    "url:)");
	else if (v->kind == P2F_TEXT && !setter_is_flag(v))
		diag_report(f->context->diag, DIAG_ENCLOSURE, setter_place(f,
		    v), "%s is not the URL of a file; ignored",
		    quote(v->text).text);
}

static void
add_medium(struct filler *f, const struct p2f_value *v)
{
	struct enclosure *e = arena_alloc(f->context->arena, sizeof *e);

	e->media.length = e->media.duration = -1;
	if (v->kind == P2F_TEXT && text_trim(f->context->arena,
	    v->text) == NULL)
		return;
	if (v->kind == P2F_TEXT && read_lines(f, v, e)) {
		arena_list_add(f->context->arena, &f->facts->media, e);
		return;
	}
	e->url = find_file(f, v);
	if (e->url == NULL) {
		report_no_address(f, v);
		return;
	}
	if (v->kind == P2F_MAP) {
		describe(f, &e->media, v, &inside);
		e->media.title = value_text(value_get(v, "title"));
	} else if (v->key != NULL) {
		describe(f, &e->media, f->meta, &beside);
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

/* `file` may as well be a paper, and `video` the page of a movie. */
bool
set_recording(struct filler *f, const struct p2f_value *v, size_t offset)
{
	const struct p2f_value *file = find_file(f, v);
	const char *type = file == NULL ? NULL : media_type(file->text);

	return type != NULL && (text_has_prefix(type, "audio/") ||
	    text_has_prefix(type, "video/")) && set_media(f, v, offset);
}

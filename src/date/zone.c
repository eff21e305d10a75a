#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/seen.h"
#include "base/text.h"
#include "date/tzif.h"
#include "date/tzrule.h"
#include "date/zone.h"

#include "date/zone_links.h"

static const struct zone utc = { 0 };

static const char *const folders[] = {
	"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
	"/etc/zoneinfo"
};

/* Known without a database. */
static const char *const utc_names[] = { "UTC", "GMT", "UT", "Z", "Etc/UTC" };

/* The largest file of the database has less than a tenth of that. */
enum { FILE_SIZE_MAX = 65536 };

const struct zone *
zone_utc(void)
{
	return &utc;
}

static const struct zone *
zone_fixed(struct arena *a, int minutes)
{
	struct zone *z = arena_alloc(a, sizeof *z);

	z->first = minutes * 60;
	return z;
}

/* A file below the folder: no way out of it, nothing hidden. */
static bool
is_zone_name(const char *name)
{
	const char *p;

	/* Some systems have a link to the machine's own zone there. */
	if (!ascii_is_alpha(name[0]) || strcmp(name, "localtime") == 0)
		return false;
	for (p = name; *p != '\0'; p++)
		if (!ascii_is_alnum(*p) && strchr("/+-_", *p) == NULL)
			return false;
	return true;
}

static const struct zone *
zone_read(struct arena *a, const char *path)
{
	const struct zone *z = NULL;
	struct buf bytes = { 0 };
	int fd = seen_open(path);
	ssize_t n;

	if (fd == -1)
		return NULL;
	buf_reserve(&bytes, FILE_SIZE_MAX);
	do {
		n = seen_read(fd, bytes.bytes + bytes.length,
		    FILE_SIZE_MAX - bytes.length);
		bytes.length += n > 0 ? (size_t)n : 0;
	} while (n > 0);
	if (n == 0)
		z = tzif_parse(a, bytes.bytes, bytes.length);
	close(fd);
	buf_release(&bytes);
	return z;
}

static const struct zone *
read_file(struct arena *a, const char *name)
{
	const struct zone *z;
	size_t i;

	for (i = 0; i < sizeof folders / sizeof folders[0]; i++) {
		z = zone_read(a, arena_printf(a, "%s/%s", folders[i], name));
		if (z != NULL)
			return z;
	}
	return NULL;
}

/* The zone at the other end of a link, in either direction. */
static const struct zone *
follow(struct arena *a, const char *link, const char *name)
{
	const char *target = strchr(link, ' ') + 1;

	if (text_span_is(link, (size_t)(target - link) - 1, name))
		return read_file(a, target);
	return strcmp(name, target) == 0 ?
	    read_file(a, arena_span(a, link, target - 1)) : NULL;
}

/*
 * Not all systems install old names, such as US/Eastern, and old systems lack
 * new ones, such as Europe/Kyiv.
 */
static const struct zone *
zone_load(struct arena *a, const char *name)
{
	const struct zone *z;
	const char *link;
	size_t i;

	if (!is_zone_name(name))
		return NULL;
	z = read_file(a, name);
	for (i = 0; i < sizeof links / sizeof *links; i++)
		for (link = links[i]; z == NULL && *link != '\0';
		    link += strlen(link) + 1)
			z = follow(a, link, name);
	return z;
}

/* The digits of an hour or a minute; returns how many there are. */
static size_t
scan_digits(const char *p, size_t max, int *value)
{
	size_t n = 0;

	for (*value = 0; n < max && ascii_is_digit(p[n]); n++)
		*value = *value * 10 + (p[n] - '0');
	return n;
}

size_t
zone_scan_offset(const char *text, int *minutes)
{
	int hour, minute = 0;
	size_t n, length;

	if (text[0] != '+' && text[0] != '-')
		return 0;
	length = text[1] == ' ' ? 2 : 1;
	n = scan_digits(text + length, 4, &hour);
	/* "+ 0800"; but "10:00 - 11" has none. */
	if (n == 0 || (length > 1 && n < 4))
		return 0;
	length += n;
	if (n > 2) {
		minute = hour % 100;
		hour /= 100;
	} else if (text[length] == ':') {
		if (scan_digits(text + length + 1, 2, &minute) != 2)
			return 0;
		length += 3;
	}
	*minutes = minute > 59 ? 100 * 60 : hour * 60 + minute;
	if (text[0] == '-')
		*minutes = -*minutes;
	return length;
}

static const struct zone *
find_offset(struct arena *a, const char *text)
{
	int minutes;
	size_t n = zone_scan_offset(text, &minutes);

	if (n == 0 || text[n] != '\0' || minutes < ZONE_OFFSET_MIN ||
	    minutes > ZONE_OFFSET_MAX)
		return NULL;
	return zone_fixed(a, minutes);
}

const struct zone *
zone_find(struct arena *a, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof utc_names / sizeof utc_names[0]; i++)
		if (ascii_equal(name, utc_names[i]))
			return &utc;
	/* "GMT0" is the name of a file, "GMT+8" is not. */
	if (ascii_has_prefix(name, "UTC") || ascii_has_prefix(name, "GMT"))
		if (name[3] == '+' || name[3] == '-')
			name += 3;
	if (name[0] == '+' || name[0] == '-')
		return find_offset(a, name);
	return zone_load(a, name);
}

static int
offset_before(const struct zone *z, size_t i)
{
	return i == 0 ? z->first : z->transitions[i - 1].offset;
}

/* The local time at which a clock first shows the offset of a transition. */
static long long
local_transition(const struct zone *z, size_t i)
{
	const struct transition *t = &z->transitions[i];
	int before = offset_before(z, i);

	return t->instant + (t->offset > before ? t->offset : before);
}

static long long
instant_transition(const struct zone *z, size_t i)
{
	return z->transitions[i].instant;
}

/* How many transitions are past at a time, on the scale of when(). */
static size_t
count_past(const struct zone *z, long long time,
    long long (*when)(const struct zone *, size_t))
{
	size_t low = 0, high = z->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (when(z, middle) <= time)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int
zone_offset(const struct zone *z, long long local)
{
	size_t past = count_past(z, local, local_transition);

	if (past == z->count && z->rule != NULL)
		return tzrule_offset(z->rule, local) / 60;
	return offset_before(z, past) / 60;
}

int
zone_offset_at(const struct zone *z, long long instant)
{
	size_t past = count_past(z, instant, instant_transition);

	if (past == z->count && z->rule != NULL)
		return tzrule_offset_at(z->rule, instant) / 60;
	return offset_before(z, past) / 60;
}

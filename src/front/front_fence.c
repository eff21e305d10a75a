/*
 * Front matter between lines of their own, `---`, `+++` or `;;;`, and lines
 * that were meant to be such.
 */
#include <string.h>

#include "base/text.h"
#include "front/front_parts.h"
#include "front/lines.h"

typedef bool line_test(const struct line *);

bool
front_next_line(struct reader *r, struct line *line)
{
	const char *eol;

	if (r->p == r->end)
		return false;
	eol = memchr(r->p, '\n', (size_t)(r->end - r->p));
	line->text = r->p;
	line->length = (size_t)((eol == NULL ? r->end : eol) - r->p);
	line->number = r->number++;
	r->p = eol == NULL ? r->end : eol + 1;
	return true;
}

static void
skip_line(struct reader *r)
{
	r->number++;
	r->p += line_length(r->p, r->end);
}

/* How often a character is repeated, if only spaces follow; else 0. */
static size_t
run_of(const struct line *line, char c)
{
	const char *end = line->text + line->length;
	size_t n = text_run(line->text, end, c);

	return text_skip_space(line->text + n, end) == end ? n : 0;
}

bool
front_is_blank(const struct line *line)
{
	const char *end = line->text + line->length;

	return text_skip_space(line->text, end) == end;
}

static bool
closes_yaml(const struct line *line)
{
	return run_of(line, '-') >= 3 || run_of(line, '.') == 3;
}

static bool
closes_language(const struct line *line)
{
	return run_of(line, '-') >= 3;
}

static bool
closes_toml(const struct line *line)
{
	return run_of(line, '+') == 3;
}

static bool
closes_json(const struct line *line)
{
	return run_of(line, ';') >= 3;
}

/* Two or more dashes, of any length, or three and a word. */
static bool
resembles_fence(const char *p, size_t n)
{
	const char *end = p + n;
	unsigned dashes = 0;

	while (p < end && (*p == '-' || text_begins(p, end, "\u2013") ||
	    text_begins(p, end, "\u2014"))) {
		dashes += *p == '-' ? 1 : 2;
		p += *p == '-' ? 1 : 3;
	}
	if (p == end || dashes != 3)
		return p == end && dashes >= 2;
	while (p < end && ascii_is_alnum(*p))
		p++;
	return p == end;
}

static bool
closes_slip(const struct line *line)
{
	struct line bare = *line;

	bare.length = text_trim_unseen_span(&bare.text, bare.length);
	return resembles_fence(bare.text, bare.length);
}

bool
front_is_key_line(const struct line *line)
{
	const char *end = line->text + line->length;
	const char *p = text_word_end(line->text, end, "-_");

	return p > line->text && p < end && *p == ':' &&
	    (p + 1 == end || ascii_is_space(p[1]));
}

/* A test for the closing line of a block, and the bytes that may begin it. */
struct closing {
	char		 first, other;
	line_test	*is;
};

static const struct closing close_yaml = { '-', '.', closes_yaml };
static const struct closing close_language = { '-', '-', closes_language };
static const struct closing close_toml = { '+', '+', closes_toml };
static const struct closing close_json = { ';', ';', closes_json };
static const struct closing close_slip = { '-', '\xe2', closes_slip };

/* Fill in the block from here to the closing line; false: there is none. */
static bool
take_until(struct reader *r, const struct closing *closing,
    struct front *front)
{
	const char *start = r->p;
	unsigned number = r->number;
	struct line line;

	while (r->p < r->end) {
		if (*r->p != closing->first && *r->p != closing->other) {
			skip_line(r);
			continue;
		}
		front_next_line(r, &line);
		if (!closing->is(&line))
			continue;
		front->block.text = start;
		front->block.length = (size_t)(line.text - start);
		front->block.line = number;
		return true;
	}
	return false;
}

bool
front_take_block(struct reader *r, enum dialect dialect, struct front *front)
{
	if (!take_until(r, dialect == DIALECT_YAML ? &close_yaml :
	    &close_json, front))
		return false;
	front->dialect = dialect;
	return true;
}

/*
 * Delimiters whose opening line is one character three times, including
 * Eleventy's, with the name of a language after it.
 */
static const struct fence {
	const char	*opening;
	const char	*language;
	enum dialect	 dialect;
	const struct closing *closing;
} fences[] = {
	{ "---", "", DIALECT_YAML, &close_yaml },
	{ "+++", "", DIALECT_TOML, &close_toml },
	{ ";;;", "", DIALECT_JSON, &close_json },
	{ "---", "yaml", DIALECT_YAML, &close_yaml },
	{ "---", "yml", DIALECT_YAML, &close_yaml },
	{ "---", "toml", DIALECT_TOML, &close_language },
	{ "---", "json", DIALECT_JSON, &close_language }
};

/* Whether the rest of a line is that word, ignoring case and spaces. */
static bool
is_rest(const struct line *line, size_t from, const char *word)
{
	const char *end = line->text + line->length;
	const char *p = text_skip_blanks(line->text + from, end);

	return ascii_begins(p, end, word) &&
	    text_skip_space(p + strlen(word), end) == end;
}

/* Four or more dashes are a thematic break, or a reStructuredText title. */
static const struct fence *
opening_fence(const struct line *line)
{
	size_t i;

	if (line->length < 3)
		return NULL;
	for (i = 0; i < sizeof fences / sizeof *fences; i++)
		if (memcmp(line->text, fences[i].opening, 3) == 0 &&
		    is_rest(line, 3, fences[i].language))
			return &fences[i];
	return NULL;
}

/* Whether the text after an opening line looks like its dialect. */
static bool
begins_dialect(const struct reader *opened, enum dialect dialect)
{
	struct reader r = *opened;
	struct line line;

	do
		if (!front_next_line(&r, &line))
			return false;
	while (line.length > 0 && line.text[0] == '#');
	return front_is_key_line(&line) ||
	    (dialect == DIALECT_JSON && line.length > 0 &&
	    strchr("{\"", line.text[0]) != NULL) ||
	    (dialect == DIALECT_TOML &&
	    memchr(line.text, '=', line.length) != NULL);
}

bool
front_take_fenced(struct reader *r, const struct line *opening,
    struct front *front)
{
	const struct fence *fence = opening_fence(opening);
	struct reader inside = *r;

	if (fence == NULL || !take_until(&inside, fence->closing, front))
		return false;
	front->dialect = fence->dialect;
	*r = inside;
	return true;
}

bool
front_split_fenced(struct reader *r, const struct line *opening,
    struct front *front, struct diag *d)
{
	const struct fence *fence;

	if (front_take_fenced(r, opening, front))
		return true;
	fence = opening_fence(opening);
	if (fence == NULL)
		return false;
	front->is_reported = begins_dialect(r, fence->dialect);
	if (front->is_reported)
		diag_report(d, DIAG_FRONT_MATTER, (struct place){
		    front->block.path, opening->number, 1 }, "the front matter "
		    "that begins here is not closed; treated as part of the "
		    "body (end it with a line %s)", fence->opening);
	return false;
}

static void
report_slip(const struct front *front, const struct line *opening,
    const struct fence *fence, struct diag *d)
{
	const struct place place = { front->block.path, opening->number, 1 };

	if (fence == NULL)
		diag_report(d, DIAG_FRONT_MATTER, place, "this is not quite "
		    "the opening --- of front matter; treated as part of the "
		    "body");
	else
		diag_report(d, DIAG_FRONT_MATTER, place, "spaces or invisible "
		    "characters around the opening %s; ignored (remove them)",
		    fence->opening);
}

bool
front_split_slip(struct reader *r, const struct line *opening,
    struct front *front, struct diag *d)
{
	struct line bare = *opening;
	const struct fence *fence;
	struct reader inside = *r;
	struct front found = *front;

	bare.length = text_trim_unseen_span(&bare.text, bare.length);
	fence = opening_fence(&bare);
	if (front->is_reported || (fence == NULL &&
	    !resembles_fence(bare.text, bare.length)) || !begins_dialect(r,
	    fence == NULL ? DIALECT_JSON : fence->dialect))
		return false;
	if (fence != NULL && !take_until(&inside, fence->closing, &found)) {
		fence = NULL;
		inside = *r;
	}
	if (fence == NULL && !take_until(&inside, &close_slip, &found))
		return false;
	report_slip(front, opening, fence, d);
	front->is_reported = fence == NULL;
	if (fence == NULL)
		return false;
	found.dialect = fence->dialect;
	*front = found;
	*r = inside;
	return true;
}

/*
 * MDX: Markdown with components and expressions of JavaScript.  None of it
 * can be run; what stands between the tags of a component is text like any
 * other.
 */
#include <string.h>

#include "base/text.h"
#include "body/template_parts.h"

/* Bytes of an expression that a message shows. */
#define EXPRESSION_SHOWN 30

/* Up to the next blank line. */
static const char *
block_end(const char *p, const char *end)
{
	for (p = walk_line_end(p, end); p < end; p = walk_line_end(p, end))
		if (*p == '\n')
			return p;
	return end;
}

/* Match all braces of a paragraph at once, so that none is read twice. */
static void
match_braces(struct template *t, const char *p)
{
	struct template_braces *open = NULL, *this;

	t->braces_end = block_end(p, t->walk.end);
	t->braces = (struct arena_list){ 0 };
	for (; p < t->braces_end; p++)
		if (*p == '{') {
			this = arena_alloc(&t->arena, sizeof *this);
			*this = (struct template_braces){ p, NULL, open };
			arena_list_add(&t->arena, &t->braces, this);
			open = this;
		} else if (*p == '}' && open != NULL) {
			open->end = p + 1;
			open = open->outer;
		}
}

/* Behind the brace that closes the one at p, NULL: nothing does. */
static const char *
brace_end(struct template *t, const char *p)
{
	const struct template_braces *this;
	size_t low, high, middle;

	if (t->braces_end == NULL || p >= t->braces_end)
		match_braces(t, p);
	for (low = 0, high = t->braces.count; low < high; ) {
		middle = low + (high - low) / 2;
		this = t->braces.items[middle];
		if (this->start == p)
			return this->end;
		if (this->start < p)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* An object, such as that of `style={{color: "red"}}`. */
static bool
is_object(const char *p, const char *end)
{
	p = template_skip_space(p, end);
	if (p < end && (*p == '"' || *p == '\''))
		p++;
	if (p == end || !ascii_is_alpha(*p))
		return false;
	while (p < end && (ascii_is_alnum(*p) || *p == '-' || *p == '_'))
		p++;
	if (p < end && (*p == '"' || *p == '\''))
		p++;
	p = template_skip_space(p, end);
	return p < end && *p == ':';
}

/* Take back ` name=`; false when that is not what was written last. */
static bool
drop_attribute_name(struct buf *out)
{
	size_t n = out->length;

	if (n == 0 || out->bytes[n - 1] != '=')
		return false;
	for (n--; n > 0 && (ascii_is_alnum(out->bytes[n - 1]) ||
	    strchr("-_:", out->bytes[n - 1]) != NULL); n--)
		continue;
	if (n == 0 || n + 1 >= out->length ||
	    !ascii_is_space(out->bytes[n - 1]))
		return false;
	out->length = n - 1;
	return true;
}

static const char *
attribute(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;

	if (p == t->walk.start || p[-1] != '=' || (!t->is_mdx &&
	    (p[1] != '{' || !is_object(p + 2, end))))
		return NULL;
	close = brace_end(t, p);
	return close != NULL && drop_attribute_name(t->out) ? close : NULL;
}

static bool
is_truncate(const char *p, const char *end)
{
	p = template_skip_space(p, end);
	while (end > p && ascii_is_space(end[-1]))
		end--;
	return end - p == 8 && (memcmp(p, "truncate", 8) == 0 ||
	    memcmp(p, "TRUNCATE", 8) == 0);
}

/* A comment; the marker of an excerpt stays for those who look for it. */
static const char *
comment(struct template *t, const char *p)
{
	const char *close = template_close(p, t->walk.end, "{/*", "*/}");

	if (close == NULL)
		return NULL;
	if (is_truncate(p + 3, close))
		buf_add(t->out, p, (size_t)(close + 3 - p));
	return close + 3;
}

/* `{" "}` and its like are text. */
static bool
put_string(struct template *t, const char *p, const char *end)
{
	p = template_skip_space(p, end);
	while (end > p && ascii_is_space(end[-1]))
		end--;
	if (end - p < 2 || (*p != '"' && *p != '\'' && *p != '`') ||
	    memchr(p + 1, *p, (size_t)(end - p - 1)) != end - 1)
		return false;
	template_put_text(t, p + 1, (size_t)(end - p) - 2);
	return true;
}

/* An expression, or the beginning of a long one. */
static const char *
expression_name(struct template *t, const char *p, const char *close)
{
	size_t n = (size_t)(close - p), k;

	for (k = 0; k < n && k < EXPRESSION_SHOWN && p[k] != '\n'; k++)
		continue;
	while (k < n && ((unsigned char)p[k] & 0xc0) == 0x80)
		k--;
	return arena_printf(&t->arena, "%.*s%s", (int)k, p,
	    k < n ? "...}" : "");
}

const char *
template_jsx(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;

	if (end - p < 3)
		return NULL;
	if (p[1] == '/' && p[2] == '*')
		return comment(t, p);
	close = attribute(t, p);
	if (close != NULL || !t->is_mdx)
		return close;
	close = brace_end(t, p);
	if (close == NULL)
		return NULL;
	if (!put_string(t, p + 1, close - 1))
		template_leave(t, p, close, expression_name(t, p, close));
	return close;
}

/* ---- components ---- */

/* Where a quoted text ends, NULL: not before a blank line. */
static const char *
quote_end(const char *p, const char *end)
{
	char quote = *p;

	for (p++; p < end && *p != quote; p++)
		if (*p == '\n' && p + 1 < end && p[1] == '\n')
			return NULL;
	return p < end ? p : NULL;
}

/* Where a tag ends: at a '>' outside of quotes and braces. */
static const char *
tag_end(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;
	bool is_blank_line = false;

	for (p++; p < end && *p != '>' && *p != '<'; p++) {
		close = NULL;
		if (*p == '\n') {
			if (is_blank_line)
				return NULL;
			is_blank_line = true;
		} else if (!ascii_is_blank(*p)) {
			is_blank_line = false;
		}
		if (*p == '{')
			close = brace_end(t, p);
		else if (*p == '"' || *p == '\'')
			close = quote_end(p, end);
		else
			continue;
		if (close == NULL)
			return NULL;
		p = *p == '{' ? close - 1 : close;
	}
	return p < end && *p == '>' ? p + 1 : NULL;
}

/* The text of an attribute in quotes. */
static const char *
tag_attribute(struct template *t, const char *p, const char *end,
    const char *name)
{
	size_t n = strlen(name);
	const char *close;

	for (; p + n + 2 < end; p++) {
		if (!ascii_is_space(*p) || memcmp(p + 1, name, n) != 0 ||
		    p[n + 1] != '=' || (p[n + 2] != '"' && p[n + 2] != '\''))
			continue;
		p += n + 2;
		close = memchr(p + 1, *p, (size_t)(end - p - 1));
		return close == NULL ? NULL : arena_strndup(&t->arena, p + 1,
		    (size_t)(close - p) - 1);
	}
	return NULL;
}

static bool
name_is(const char *p, const char *end, const char *const *names)
{
	size_t n;

	for (; *names != NULL; names++) {
		n = strlen(*names);
		if ((size_t)(end - p) > n && memcmp(p, *names, n) == 0 &&
		    !ascii_is_alnum(p[n]))
			return true;
	}
	return false;
}

/* Pictures, videos and links have a meaning. */
static bool
put_component(struct template *t, const char *p, const char *end)
{
	static const char *const images[] = {
		"Image", "Img", "Figure", "Picture", NULL
	};
	static const char *const videos[] = { "YouTube", "Youtube", NULL };
	static const char *const links[] = { "Link", NULL };
	struct template_tag tag = { .start = p, .end = end };
	struct template_image image = { .url = NULL };
	const char *url;

	if (name_is(p + 1, end, images)) {
		image.url = tag_attribute(t, p, end, "src");
		image.alt = tag_attribute(t, p, end, "alt");
		image.caption = tag_attribute(t, p, end, "caption");
		if (image.url != NULL)
			template_put_image(t, &tag, &image);
		return image.url != NULL;
	}
	if (name_is(p + 1, end, videos)) {
		url = tag_attribute(t, p, end, "id");
		if (url == NULL)
			return false;
		url = arena_printf(&t->arena,
		    "https://www.youtube.com/watch?v=%s", url);
		template_put_link(t, url, url);
		return true;
	}
	if (!name_is(p + 1, end, links) || end[-2] == '/')
		return false;
	url = tag_attribute(t, p, end, "href");
	if (url == NULL)
		url = tag_attribute(t, p, end, "to");
	if (url == NULL)
		return false;
	t->links++;
	buf_puts(t->out, "<a href=\"");
	template_put_url(t, url);
	buf_puts(t->out, "\">");
	return true;
}

const char *
template_component(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close, *name = p + 1;

	if (end - p < 2)
		return NULL;
	name += *name == '/';
	if (name == end || (*name != '>' && !(*name >= 'A' && *name <= 'Z')))
		return NULL;
	close = tag_end(t, p);
	if (close == NULL)
		return NULL;
	if (p[1] == '/') {
		if (t->links > 0 && close - p >= 7 &&
		    memcmp(p, "</Link>", 7) == 0) {
			t->links--;
			buf_puts(t->out, "</a>");
		}
	} else if (*name != '>' && !put_component(t, p, close) &&
	    close[-2] == '/') {
		while (name < close && ascii_is_alnum(*name))
			name++;
		template_leave(t, p, close, arena_strndup(&t->arena, p + 1,
		    (size_t)(name - p - 1)));
	}
	return close;
}

/* ---- imports ---- */

static bool
begins_with(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - p) > n && memcmp(p, word, n) == 0;
}

/* To the blank line behind it, but for those inside of its braces. */
static const char *
statement_end(struct template *t, const char *p)
{
	const char *end = t->walk.end, *first = block_end(p, end);
	size_t depth = 0;

	if (t->has_open_export)
		return first;
	for (; p < end; p++) {
		if (*p == '{' || *p == '(' || *p == '[')
			depth++;
		else if ((*p == '}' || *p == ')' || *p == ']') && depth > 0)
			depth--;
		else if (*p == '\n' && depth == 0 && p >= first - 1)
			return p;
	}
	t->has_open_export = depth > 0;
	return depth > 0 ? first : end;
}

bool
template_import(struct template *t)
{
	static const char *const words[] = {
		"import ", "import{", "export const ", "export default ",
		"export function ", "export let ", "export {", "export * "
	};
	const char *p = t->walk.text;
	size_t i;

	if (!t->is_mdx || p != t->walk.line || t->walk.continues)
		return false;
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (begins_with(p, t->walk.end, words[i]))
			break;
	if (i == sizeof words / sizeof *words)
		return false;
	walk_skip(&t->walk, statement_end(t, p));
	t->walk.in_paragraph = false;
	return true;
}

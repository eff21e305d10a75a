/*
 * Tags are read by their form: a name, then words, quoted strings, and values
 * with keys.  What any generator accepts is accepted; an error in a tag is
 * nothing a feed reader could do anything about.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_parts.h"

static const struct braces {
	const char		*open, *close;
	enum template_syntax	 syntax;
	unsigned		 dialect;
} braces[] = {
	{ "{%", "%}", TEMPLATE_TAG, TEMPLATE_LIQUID | TEMPLATE_LIQUID_TAGS },
	{ "{{<", ">}}", TEMPLATE_SHORTCODE, TEMPLATE_HUGO },
	{ "{{%", "%}}", TEMPLATE_SHORTCODE, TEMPLATE_HUGO }
};

#define BRACES (sizeof braces / sizeof *braces)

/* Its parameters may be whole paragraphs. */
static bool
is_include(const char *p, const char *end)
{
	return p[1] == '%' && text_begins(text_skip_space(p + 2, end), end,
	    "include ");
}

/*
 * Blank lines and openings of the same kind end the search, so that a stray
 * brace swallows no text, and no byte is read twice.
 */
const char *
template_close(const char *p, const char *end, const char *open,
    const char *close)
{
	bool has_paragraphs = is_include(p, end), is_blank_line = false;

	for (p += strlen(open); p < end; p++) {
		if (*p == '\n') {
			if (is_blank_line && !has_paragraphs)
				return NULL;
			is_blank_line = true;
		} else if (!ascii_is_blank(*p)) {
			is_blank_line = false;
		}
		if (*p == *close && text_begins(p, end, close))
			return p;
		if (*p == *open && text_begins(p, end, open))
			return NULL;
	}
	return NULL;
}

const char *
template_name_end(const char *p, const char *end, const char *marks)
{
	while (p < end && (ascii_is_alnum(*p) || (unsigned char)*p >= 0x80 ||
	    (*p != '\0' && strchr(marks, *p) != NULL)))
		p++;
	return p;
}

static const char *
name_end(const char *p, const char *end)
{
	return template_name_end(p, end, "_-.");
}

/* A string in which `\"` is a quote, as in Hugo, Nunjucks and Jekyll
   includes; NULL if it has no end. */
static const char *
read_escaped(struct template *t, const char *p, const char *end,
    struct template_argument *a)
{
	struct buf text = { 0 };
	const char quote = *p;

	for (p++; p < end && *p != quote; p++) {
		p += *p == '\\' && p + 1 < end && p[1] == quote;
		buf_putc(&text, *p);
	}
	a->is_quoted = true;
	a->value = arena_take(&t->arena, &text);
	return p < end ? p + 1 : NULL;
}

/* A quoted string, or a word up to whitespace (or a comma, after a key). */
static const char *
read_value(struct template *t, const char *p, const char *end,
    struct template_argument *a)
{
	const char *stop = a->key != NULL ? ",)" : "", *close = NULL;
	const char *start = p;

	if (ascii_is_quote(*p) || *p == '`')
		close = text_find(p + 1, end, *p);
	if (close != NULL && *p != '`' && close[-1] == '\\') {
		start = read_escaped(t, p, end, a);
		if (start != NULL)
			return start;
		start = p;
	}
	if (close != NULL) {
		a->is_quoted = true;
		a->value = arena_span(&t->arena, p + 1, close);
		return close + 1;
	}
	for (; p < end && !ascii_is_space(*p); p++)
		if (*stop != '\0' && strchr(stop, *p) != NULL)
			break;
	a->value = arena_span(&t->arena, start, p);
	return p;
}

/* Read `key=`, `key =` or `key: `; a quoted `"key": ` is not a key. */
static const char *
read_key(struct template *t, const char *p, const char *end,
    struct template_argument *a)
{
	const char *stop = name_end(p, end), *q = stop;

	if (stop == p)
		return p;
	q = text_skip_blanks(q, end);
	if (q == end || (*q != '=' && *q != ':') || q + 1 == end ||
	    (*q == ':' && !ascii_is_space(q[1]) && !ascii_is_quote(q[1])))
		return p;
	q = text_skip_space(q + 1, end);
	if (q == end)
		return p;
	a->key = arena_span(&t->arena, p, stop);
	return q;
}

/* Liquid's variables are used without quotes: `id=page.video`. */
static void
resolve(struct template *t, struct template_argument *a)
{
	const char *value = a->value;

	if (a->is_quoted || (!text_has_prefix(value, "page.") &&
	    !text_has_prefix(value, "site.")))
		return;
	value = template_value(t, value, value + strlen(value));
	if (value == NULL)
		return;
	a->value = value;
	/* Then it is as good as a quoted string. */
	a->is_quoted = a->key != NULL;
}

static void
read_arguments(struct template *t, const char *p, const char *end,
    struct template_tag *tag)
{
	struct template_argument *a;

	tag->text = arena_span(&t->arena, p, end);
	while ((p = text_skip_space(p, end)) < end &&
	    tag->count < TEMPLATE_ARGUMENTS) {
		if (*p == ',') {
			p++;
			continue;
		}
		a = &tag->arguments[tag->count];
		*a = (struct template_argument){ NULL, NULL, false };
		p = read_key(t, p, end, a);
		p = read_value(t, p, end, a);
		if (tag->syntax == TEMPLATE_TAG)
			resolve(t, a);
		if (*a->value != '\0' || a->is_quoted)
			tag->count++;
		else
			p++;
	}
}

bool
template_read_call(struct template *t, const char *p, const char *end,
    struct template_tag *tag)
{
	const char *name = p = text_skip_space(p, end);
	const char *stop = name_end(p, end);

	while (end > stop && (ascii_is_space(end[-1]) || end[-1] == ';'))
		end--;
	if (stop == name || stop == end || *stop != '(' || end[-1] != ')')
		return false;
	tag->syntax = TEMPLATE_CALL;
	tag->name = arena_span(&t->arena, name, stop);
	read_arguments(t, stop + 1, end - 1, tag);
	return true;
}

/* Trim marks of whitespace control, and the self-closing marks of Hugo and
   Markdoc. */
static const char *
trim_marks(const char **p, const char *end, enum template_syntax syntax)
{
	if (syntax == TEMPLATE_TAG && end > *p && end[-1] == '/')
		end--;
	if (*p < end && (**p == '-' || **p == '+' || **p == '~'))
		(*p)++;
	*p = text_skip_space(*p, end);
	if (end > *p && (end[-1] == '-' || end[-1] == '~'))
		end--;
	if (syntax == TEMPLATE_SHORTCODE && end - *p > 1 && end[-1] == '/' &&
	    (ascii_is_space(end[-2]) || end[-2] == '"'))
		end--;
	return text_cut_space(*p, end);
}

/*
 * Read the name, and whether it is that of an end tag: `endraw`, `/notice`.
 * Hugo's may be in folders, such as `docs/notice`.
 */
static const char *
read_name(struct template *t, const char *p, const char *end,
    struct template_tag *tag)
{
	const char *stop;

	if (p < end && *p == '/') {
		tag->is_end = true;
		p = text_skip_space(p + 1, end);
	}
	stop = name_end(p, end);
	while (tag->syntax == TEMPLATE_SHORTCODE && stop > p && stop < end &&
	    *stop == '/' && name_end(stop + 1, end) > stop + 1) {
		p = stop + 1;
		stop = name_end(p, end);
	}
	if (stop == p || !(ascii_is_alpha(*p) || *p == '_' ||
	    tag->syntax == TEMPLATE_SHORTCODE || (unsigned char)*p >= 0x80))
		return NULL;
	if (tag->syntax == TEMPLATE_TAG && text_begins(p, stop, "end")) {
		tag->is_end = true;
		p += 3;
	}
	tag->name = arena_span(&t->arena, p, stop);
	return stop;
}

bool
template_read_tag(struct template *t, const char *p, struct template_tag *tag)
{
	const struct braces *b = NULL;
	const char *end = t->walk.end, *stop;
	size_t i;

	for (i = 0; i < BRACES; i++)
		if (t->host->dialects & braces[i].dialect &&
		    text_begins(p, end, braces[i].open))
			b = &braces[i];
	if (b == NULL)
		return false;
	end = template_close(p, end, b->open, b->close);
	if (end == NULL)
		return false;
	*tag = (struct template_tag){ .syntax = b->syntax, .start = p,
	    .end = end + strlen(b->close) };
	p += strlen(b->open);
	stop = end;
	end = trim_marks(&p, end, b->syntax);
	tag->is_single = end < stop && stop[-1] == '/';
	stop = read_name(t, p, end, tag);
	if (stop == NULL)
		return false;
	if (tag->syntax == TEMPLATE_TAG && template_read_call(t, p, end, tag))
		return true;
	read_arguments(t, stop, end, tag);
	return true;
}

/* Whether a span is one of several words, "a|b". */
static bool
is_among(const char *s, size_t n, const char *words)
{
	size_t k;

	for (;; words += k + 1) {
		k = strcspn(words, "|");
		if (k == n && memcmp(s, words, n) == 0)
			return true;
		if (words[k] == '\0')
			return false;
	}
}

bool
template_is_among(const char *word, const char *words)
{
	return is_among(word, strlen(word), words);
}

const char *
template_key(const struct template_tag *tag, const char *keys)
{
	size_t i;

	for (i = 0; i < tag->count; i++)
		if (tag->arguments[i].key != NULL &&
		    *tag->arguments[i].value != '\0' &&
		    template_is_among(tag->arguments[i].key, keys))
			return tag->arguments[i].value;
	return NULL;
}

const char *
template_word(const struct template_tag *tag, size_t n)
{
	size_t i;

	for (i = 0; i < tag->count; i++)
		if (tag->arguments[i].key == NULL && n-- == 0)
			return tag->arguments[i].value;
	return NULL;
}

const char *
template_key_or_word(const struct template_tag *tag, const char *keys,
    size_t n)
{
	const char *value = template_key(tag, keys);

	return value != NULL ? value : template_word(tag, n);
}

const char *
template_add_word(struct template *t, const char *words, const char *word)
{
	return words == NULL ? word : arena_printf(&t->arena, "%s %s", words,
	    word);
}

const char *
template_words(struct template *t, const struct template_tag *tag, size_t n)
{
	const char *words = NULL, *word;

	while ((word = template_word(tag, n++)) != NULL)
		words = template_add_word(t, words, word);
	return words;
}

void
template_read_source(struct template *t, const struct template_tag *tag,
    struct template_source *source)
{
	const char *word;
	size_t i;

	*source = (struct template_source){ NULL, NULL, NULL };
	for (i = 0; source->url == NULL &&
	    (word = template_word(tag, i)) != NULL; i++)
		if (url_is_absolute(word) && strstr(word, "//") != NULL)
			source->url = word;
		/* In Icarus, the text after it is folded. */
		else if (!template_is_option(word) &&
		    strcmp(word, ">folded") != 0)
			source->name = template_add_word(t, source->name,
			    word);
	source->title = template_words(t, tag, i);
}

/* Read the tag at p if it is an end tag. */
static bool
read_end(struct template *t, const char *p, struct template_tag *tag)
{
	const char *q = p + 2, *end = t->walk.end;

	if (end - p < 5 || (p[1] != '%' && p[1] != '{'))
		return false;
	/* A cheap check first: what is not an end tag is not read twice. */
	q += q < end && (*q == '<' || *q == '%');
	q += q < end && (*q == '-' || *q == '+' || *q == '~');
	q = text_skip_space(q, end);
	if (!text_begins(q, end, "end") && !text_begins(q, end, "/"))
		return false;
	return template_read_tag(t, p, tag) && tag->is_end;
}

/* Find the first such tag from p on. */
static bool
next_end(struct template *t, const char *p, struct template_tag *tag)
{
	for (; (p = text_find(p, t->walk.end, '{')) != NULL; p++)
		if (read_end(t, p, tag))
			return true;
	return false;
}

static void
note_pair(struct template *t, const struct template_tag *tag)
{
	struct template_pair *pair;
	size_t i;

	for (i = 0; i < t->pair_count; i++) {
		pair = &t->pairs[i];
		if (pair->syntax == tag->syntax &&
		    strcmp(pair->name, tag->name) == 0)
			break;
	}
	if (i == TEMPLATE_PAIRS)
		return;
	if (i == t->pair_count)
		t->pair_count++;
	t->pairs[i] = (struct template_pair){ tag->syntax, tag->name,
	    tag->start };
}

void
template_find_pairs(struct template *t)
{
	const char *p = t->walk.start;
	struct template_tag tag;

	for (; next_end(t, p, &tag); p = tag.start + 1)
		note_pair(t, &tag);
}

/* Zola ends everything with `{% end %}`. */
static bool
ends(enum template_syntax syntax, const char *name,
    const struct template_tag *tag)
{
	if (tag->syntax == TEMPLATE_CALL)
		return syntax == TEMPLATE_TAG && *name == '\0';
	return syntax == tag->syntax && strcmp(name, tag->name) == 0;
}

bool
template_is_paired(const struct template *t, const struct template_tag *tag)
{
	size_t i;

	/* `{{ f() }}` has no end tag. */
	if (tag->is_single || (tag->syntax == TEMPLATE_CALL &&
	    tag->start[1] != '%'))
		return false;
	for (i = 0; i < t->pair_count; i++)
		if (ends(t->pairs[i].syntax, t->pairs[i].name, tag))
			return t->pairs[i].last > tag->start;
	return false;
}

bool
template_find_end(struct template *t, const struct template_tag *tag,
    struct template_tag *end)
{
	const char *p = tag->end;

	/* Searching only if there is one keeps this linear. */
	if (!template_is_paired(t, tag))
		return false;
	for (; next_end(t, p, end); p = end->start + 1)
		if (ends(end->syntax, end->name, tag))
			return true;
	return false;
}

bool
template_is_between(struct template *t, const struct template_tag *tag,
    const char *p, const char *end)
{
	struct template_tag other;

	for (; (p = text_find(p, end, '{')) != NULL; p++)
		if (end - p > 4 && p[1] == '%' &&
		    template_read_tag(t, p, &other) && !other.is_end &&
		    strcmp(other.name, tag->name) == 0)
			return true;
	return false;
}

bool
template_is_option(const char *word)
{
	static const char names[] = "active|align|author|avatar|bg|c|checked|"
	    "child|color|date|desc|direction|effect|el|footer|git|height|icon|"
	    "indent|layout|open|prefix|size|style|suffix|symbol|type|width";
	size_t n = strcspn(word, ":");

	return word[n] != '\0' && !text_has_prefix(word + n, "://") &&
	    is_among(word, n, names);
}

/*
 * The few expressions whose value is known without a site: strings, variables
 * of the site and the page, and filters that make URLs of them.
 */
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "template/template_parts.h"

/* The end of the name of a variable or a filter. */
static const char *
name_end(const char *p, const char *end)
{
	return text_word_end(p, end, "_-.$");
}

/* The end of a quoted string, or NULL. */
static const char *
quoted_end(const char *p, const char *end)
{
	const char *close = text_find(p + 1, end, *p);

	return close == NULL ? NULL : close + 1;
}

/* The quoted string at *p, which is advanced past it; NULL if it has no end. */
static const char *
read_quoted(struct template *t, const char **p, const char *end)
{
	const char *start = *p, *stop = quoted_end(start, end);

	if (stop == NULL)
		return NULL;
	*p = stop;
	return arena_span(&t->arena, start + 1, stop - 1);
}

static const char *
relative_url(struct template *t, const char *value)
{
	return *value == '#' ? value : template_site_path(t, value, false);
}

static const char *
absolute_url(struct template *t, const char *value)
{
	return template_site_path(t, value, true);
}

static const char *
join(struct template *t, const char *first, const char *second)
{
	size_t n = strlen(first);

	if (url_is_absolute(second))
		n = template_without_site(t, first, n);
	return arena_printf(&t->arena, "%.*s%s", (int)n, first, second);
}

static const char *
prepend(struct template *t, const char *value, const char *argument)
{
	return argument == NULL ? NULL : join(t, argument, value);
}

static const char *
append(struct template *t, const char *value, const char *argument)
{
	return argument == NULL ? NULL : join(t, value, argument);
}

static const char *
strip(struct template *t, const char *value)
{
	const char *text = text_trim(&t->arena, value);

	return text == NULL ? "" : text;
}

static const char *
upcase(struct template *t, const char *value)
{
	return unicode_upper_text(&t->arena, value);
}

static const char *
downcase(struct template *t, const char *value)
{
	return unicode_lower_text(&t->arena, value);
}

static const char *
encode(struct template *t, const char *value, const char *allowed)
{
	struct buf out = { 0 };

	/* What becomes of it depends on where it is put. */
	if (value == t->host->page_url)
		return value;
	url_encode_but(&out, value, allowed);
	return arena_take(&t->arena, &out);
}

static const char *
uri_escape(struct template *t, const char *value)
{
	return encode(t, value, ":/?#[]@!$&'()*+,;=");
}

/* As in HTML forms. */
static const char *
encode_value(struct template *t, const char *value)
{
	const char *encoded = encode(t, value, " ");

	return encoded == value ? value :
	    text_replace(&t->arena, encoded, " ", '+');
}

/* The scheme of a URL is kept, as on the site itself it is often just a
   path. */
static const char *
replace(struct template *t, const char *value, const char *old,
    const char *new)
{
	struct buf out = { 0 };
	const char *p = value, *next;

	if (old == NULL || *old == '\0' || new == NULL)
		return NULL;
	next = url_is_web(value) ? strstr(value, "://") + 3 : value;
	while ((next = strstr(next, old)) != NULL &&
	    out.length <= TEMPLATE_VALUE_MAX) {
		buf_add_span(&out, p, next);
		buf_puts(&out, new);
		p = next += strlen(old);
	}
	buf_puts(&out, p);
	p = arena_take(&t->arena, &out);
	return strlen(p) <= TEMPLATE_VALUE_MAX ? p : NULL;
}

static const char *
remove_text(struct template *t, const char *value, const char *argument)
{
	return replace(t, value, argument, "");
}

static const char *
format_date(struct template *t, const char *value, const char *argument)
{
	const struct template_host *h = t->host;

	return h->format_date == NULL || argument == NULL ? NULL :
	    h->format_date(h->context, value, argument);
}

static const char *
date_to_string(struct template *t, const char *value, const char *argument)
{
	/* With an argument, it is "ordinal" or in American order. */
	return argument != NULL ? NULL : format_date(t, value, "%d %b %Y");
}

static const char *
date_to_long_string(struct template *t, const char *value,
    const char *argument)
{
	return argument != NULL ? NULL : format_date(t, value, "%d %B %Y");
}

static const char *
date_to_xmlschema(struct template *t, const char *value)
{
	return format_date(t, value, "");
}

/* Filters; each has one of the functions, or leaves the value unchanged. */
static const struct filter {
	const char	*name;
	const char	*(*of_value)(struct template *, const char *value);
	/* With one argument, or two; missing ones are NULL. */
	const char	*(*with_one)(struct template *, const char *value,
			    const char *argument);
	const char	*(*with_two)(struct template *, const char *value,
			    const char *first, const char *second);
} filters[] = {
	{ "date", NULL, format_date, NULL },
	{ "date_to_string", NULL, date_to_string, NULL },
	{ "date_to_long_string", NULL, date_to_long_string, NULL },
	{ "date_to_xmlschema", date_to_xmlschema, NULL, NULL },
	{ "relative_url", relative_url, NULL, NULL },
	{ "url", relative_url, NULL, NULL },
	{ "url_for", relative_url, NULL, NULL },
	{ "absolute_url", absolute_url, NULL, NULL },
	{ "absoluteUrl", absolute_url, NULL, NULL },
	{ "full_url_for", absolute_url, NULL, NULL },
	{ "prepend", NULL, prepend, NULL },
	{ "append", NULL, append, NULL },
	{ "escape", NULL, NULL, NULL },
	{ "escape_once", NULL, NULL, NULL },
	{ "xml_escape", NULL, NULL, NULL },
	{ "uri_escape", uri_escape, NULL, NULL },
	{ "url_encode", encode_value, NULL, NULL },
	{ "safe", NULL, NULL, NULL },
	{ "strip", strip, NULL, NULL },
	{ "trim", strip, NULL, NULL },
	{ "raw", NULL, NULL, NULL },
	{ "downcase", downcase, NULL, NULL },
	{ "lower", downcase, NULL, NULL },
	{ "upcase", upcase, NULL, NULL },
	{ "upper", upcase, NULL, NULL },
	{ "remove", NULL, remove_text, NULL },
	{ "replace", NULL, NULL, replace }
};

/* Apply a filter, or a like function of Hexo or Zola; NULL: no value. */
static const char *
apply(struct template *t, const char *name, const char *value,
    const char *argument, const char *second)
{
	const struct filter *f = filters;

	while (strcmp(f->name, name) != 0)
		if (++f == filters + sizeof filters / sizeof *filters)
			return NULL;
	if (f->of_value != NULL)
		return f->of_value(t, value);
	if (f->with_one != NULL)
		return f->with_one(t, value, argument);
	return f->with_two == NULL ? value :
	    f->with_two(t, value, argument, second);
}

static const char *
page_key(struct template *t, const char *name)
{
	const struct template_host *h = t->host;
	const char *value = NULL;

	/* A bare name is a key of the page, and may contain dots. */
	if (strcmp(name, "title") == 0)
		value = h->page_title;
	else if (strcmp(name, "url") == 0 || strcmp(name, "permalink") == 0)
		value = h->page_url;
	if (value == NULL)
		value = template_find_key(t, name);
	return value != NULL && strlen(value) <= TEMPLATE_VALUE_MAX ? value :
	    NULL;
}

/* The name after `page.`, or NULL if the name does not begin like that. */
static const char *
name_on_page(const char *name)
{
	static const char *const pages[] = {
		"page.", "post.", "frontmatter.", "$frontmatter.", NULL
	};

	return text_after_any(name, name + strlen(name), pages);
}

static const struct template_operand *
assigned(const struct template *t, const char *name)
{
	const struct template_variable *set;
	size_t i;

	for (i = t->variables.count; i > 0; i--) {
		set = t->variables.items[i - 1];
		if (strcmp(set->name, name) == 0)
			return &set->value;
	}
	return NULL;
}

static const char *
variable(struct template *t, const char *name)
{
	const struct template_operand *set = assigned(t, name);
	const char *key = name_on_page(name);

	if (set != NULL)
		return set->kind == TEMPLATE_LIST ? NULL : set->text;
	if (strcmp(name, "site.url") == 0)
		return template_site_origin(t);
	if (strcmp(name, "site.baseurl") == 0)
		return template_site_path(t, "", false);
	if (strcmp(name, "page.id") == 0 && t->host->is_typed)
		return template_page_id(t);
	if (strcmp(name, "config.base_url") == 0 ||
	    strcmp(name, "config.url") == 0 ||
	    strcmp(name, "site.github.url") == 0)
		return template_site_path(t, "", true);
	if (strcmp(name, "site.title") == 0 ||
	    strcmp(name, "config.title") == 0)
		return t->host->site_title;
	/* What is published was built for production. */
	if (strcmp(name, "jekyll.environment") == 0)
		return "production";
	if (key == NULL && t->host->is_typed && !text_has_prefix(name,
	    "site."))
		return NULL;
	return page_key(t, key == NULL ? name : key);
}

static enum template_kind
kind_of_word(const char *word)
{
	static const struct {
		const char	*word;
		enum template_kind kind;
	} words[] = {
		{ "true", TEMPLATE_TRUE }, { "false", TEMPLATE_FALSE },
		{ "nil", TEMPLATE_NIL }, { "null", TEMPLATE_NIL },
		{ "none", TEMPLATE_NIL }, { "empty", TEMPLATE_EMPTY }
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].kind;
	return text_is_decimal(word) ? TEMPLATE_NUMBER :
	    ascii_is_digit(*word) ? TEMPLATE_STRING : TEMPLATE_UNKNOWN;
}

static struct template_operand
operand_of_variable(struct template *t, const char *name)
{
	const struct template_host *h = t->host;
	const struct template_operand *set = assigned(t, name);
	const char *key = name_on_page(name), *text;
	enum template_kind kind = TEMPLATE_UNKNOWN;

	if (set != NULL)
		return *set;
	text = variable(t, name);
	if (h->find_kind != NULL)
		kind = h->find_kind(h->context, key == NULL ? name : key,
		    key != NULL);
	if (text != NULL && kind == TEMPLATE_UNKNOWN)
		kind = TEMPLATE_STRING;
	else if (kind == TEMPLATE_EMPTY)
		return (struct template_operand){ TEMPLATE_STRING, "" };
	else if (kind == TEMPLATE_LIST)
		text = !h->is_typed ? NULL : h->find_list(h->context, key ==
		    NULL ? name : key, "\n");
	/* It may be too long to be read here. */
	else if (text == NULL && (kind == TEMPLATE_STRING ||
	    kind == TEMPLATE_NUMBER))
		kind = TEMPLATE_UNKNOWN;
	return (struct template_operand){ kind, text };
}

bool
template_read_operand(struct template *t, const char **p, const char *end,
    struct template_operand *a)
{
	const char *start = *p, *stop, *word;

	if (start < end && ascii_is_quote(*start)) {
		word = read_quoted(t, p, end);
		if (word != NULL)
			*a = (struct template_operand){ TEMPLATE_STRING, word };
		return word != NULL;
	}
	*p = stop = name_end(start, end);
	word = arena_span(&t->arena, start, stop);
	*a = (struct template_operand){ kind_of_word(word), word };
	if (a->kind == TEMPLATE_UNKNOWN)
		*a = operand_of_variable(t, word);
	return stop > start;
}

/* Read a string, a variable, or a call of a function that is also a filter. */
static const char *
read_primary(struct template *t, const char **p, const char *end)
{
	const char *start = *p, *stop, *name, *argument;

	if (start == end)
		return NULL;
	if (ascii_is_quote(*start))
		return read_quoted(t, p, end);
	*p = stop = name_end(start, end);
	if (stop == start)
		return NULL;
	name = arena_span(&t->arena, start, stop);
	if (stop == end || *stop != '(')
		return variable(t, name);
	*p = text_skip_space(stop + 1, end);
	/* Nested calls have no known meaning. */
	if (*p == end || !ascii_is_quote(**p))
		return NULL;
	argument = read_primary(t, p, end);
	*p = text_skip_space(*p, end);
	if (argument == NULL || *p == end || **p != ')')
		return NULL;
	(*p)++;
	return apply(t, name, argument, NULL, NULL);
}

/* Read `, argument` of the one filter that has a second argument, or NULL. */
static const char *
read_second(struct template *t, const char **p, const char *end)
{
	if (*p == end || **p != ',')
		return NULL;
	*p = text_skip_space(*p + 1, end);
	return read_primary(t, p, end);
}

/* Read `| name`, `| name: argument` or `| name(argument)`. */
static const char *
read_filter(struct template *t, const char **p, const char *end,
    const char *value)
{
	const char *name = *p = text_skip_space(*p + 1, end);
	const char *argument = NULL, *second = NULL;
	bool has_parenthesis;

	*p = name_end(name, end);
	name = arena_span(&t->arena, name, *p);
	*p = text_skip_space(*p, end);
	if (*p < end && (**p == ':' || **p == '(')) {
		has_parenthesis = **p == '(';
		*p = text_skip_space(*p + 1, end);
		if (*p < end && **p != ')') {
			argument = read_primary(t, p, end);
			if (argument == NULL)
				return NULL;
		}
		*p = text_skip_space(*p, end);
		second = read_second(t, p, end);
		*p = text_skip_space(*p, end);
		if (has_parenthesis && (*p == end || *(*p)++ != ')'))
			return NULL;
		*p = text_skip_space(*p, end);
	}
	return apply(t, name, value, argument, second);
}

/* Read `page.tags | join: ", "`; NULL: it is not a list, or not joined. */
static const char *
read_list(struct template *t, const char **p, const char *end)
{
	const struct template_host *h = t->host;
	const char *start = *p, *name, *between = " ";

	*p = name_end(start, end);
	name = arena_span(&t->arena, start, *p);
	if (!text_has_prefix(name, "site."))
		name = name_on_page(name);
	*p = text_skip_space(*p, end);
	if (name == NULL || h->find_list == NULL || *p == end ||
	    *(*p)++ != '|')
		return NULL;
	*p = text_skip_space(*p, end);
	if (!text_begins(*p, end, "join"))
		return NULL;
	*p = text_skip_space(*p + 4, end);
	if (*p < end && **p == ':') {
		*p = text_skip_space(*p + 1, end);
		between = read_primary(t, p, end);
	}
	return between == NULL ? NULL : h->find_list(h->context, name,
	    between);
}

/* Skip a mark of whitespace control, and the whitespace around it. */
static const char *
skip_mark(const char *p, const char *end)
{
	p = text_skip_space(p, end);
	return text_skip_space(p + (p < end && *p == '-'), end);
}

const char *
template_value(struct template *t, const char *p, const char *end)
{
	size_t filtered = 0;
	const char *value, *list;

	p = skip_mark(p, end);
	end -= end > p && end[-1] == '-';
	end = text_cut_space(p, end);
	list = p;
	value = read_list(t, &list, end);
	if (value != NULL)
		p = list;
	else
		value = read_primary(t, &p, end);
	p = text_skip_space(p, end);
	/* Each filter may copy the value: this many are enough. */
	while (value != NULL && p < end && *p == '|' && filtered++ < 8)
		value = read_filter(t, &p, end, value);
	return p == end ? value : NULL;
}

struct template_operand
template_whole_operand(struct template *t, const char *p, const char *end)
{
	const char *q = p = text_skip_space(p, end);
	struct template_operand a;

	if (template_read_operand(t, &q, end, &a) &&
	    text_skip_space(q, end) == end)
		return a;
	a.text = template_value(t, p, end);
	if (a.text != NULL && strlen(a.text) > TEMPLATE_VALUE_MAX)
		a.text = NULL;
	a.kind = a.text == NULL ? TEMPLATE_UNKNOWN : TEMPLATE_STRING;
	return a;
}

bool
template_filtered_url(struct template *t, const char *p, const char *end,
    const char **url, const char **text)
{
	p = text_skip_space(p, end);
	if (p == end || !ascii_is_quote(*p))
		return false;
	*url = read_quoted(t, &p, end);
	if (*url == NULL || !url_is_web(*url))
		return false;
	*text = *url;
	while (p < end && !ascii_is_quote(*p))
		p++;
	if (p < end)
		*text = read_quoted(t, &p, end);
	if (*text == NULL || **text == '\0')
		*text = *url;
	return true;
}

const char *
template_value_name(struct template *t, const char *p, const char *end)
{
	const char *stop, *bar = NULL;

	p = skip_mark(p, end);
	if (p < end && ascii_is_quote(*p) && quoted_end(p, end) != NULL)
		bar = memchr(quoted_end(p, end), '|', (size_t)(end -
		    quoted_end(p, end)));
	if (bar != NULL)
		p = text_skip_space(bar + 1, end);
	stop = name_end(p, end);
	return stop == p ? "{{}}" : arena_span(&t->arena, p, stop);
}

/*
 * What is between two braces is an expression if it looks like one: the braces
 * of math contain no dots, and follow something.
 */
bool
template_is_expression(const char *p, const char *end)
{
	const char *inner, *last, *q;

	p += p < end && *p == '-';
	end -= end > p && end[-1] == '-';
	inner = text_skip_space(p, end);
	last = text_cut_space(inner, end);
	if (inner == last)
		return false;
	if (inner > p && last < end)
		return true;
	if (ascii_is_quote(*inner)) {
		q = quoted_end(inner, last);
	} else {
		if (!ascii_is_alpha(*inner) && *inner != '_')
			return false;
		q = name_end(inner, last);
		if (q == last)
			return inner > p || text_find(inner, q, '.') != NULL ||
			    q - inner > 2;
	}
	if (q == NULL)
		return false;
	q = text_skip_space(q, last);
	return q == last || *q == '|' || *q == '(' || *q == '[';
}

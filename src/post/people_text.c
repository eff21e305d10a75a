/*
 * One person in a string: a name with a mail address, a URL or a link.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "post/people_parts.h"
#include "post/words.h"

/* At least two labels, in any script. */
static bool
is_mail_host(const char *s)
{
	const char *p;

	for (p = s; *p != '\0'; p++)
		if (*p == '.' ? p == s || p[-1] == '.' || p[1] == '\0' :
		    !ascii_is_alnum(*p) && *p != '-' && *p != '_' &&
		    (unsigned char)*p < 0x80)
			return false;
	return strchr(s, '.') != NULL;
}

/* RFC 5322 3.4.1, as far as people use it. */
static bool
is_email(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at > s && is_mail_host(at + 1) &&
	    strpbrk(s, " \t\n<>()[],;:\"\\") == NULL;
}

const char *
person_mail(const char *text)
{
	if (text != NULL && ascii_has_prefix(text, "mailto:"))
		text += strlen("mailto:");
	return text != NULL && is_email(text) ? text : NULL;
}

/* Without the quotes of `"Name" <mail>`. */
static const char *
unquoted(struct arena *a, const char *s)
{
	const char *name = text_squeeze(a, s);
	size_t n = name == NULL ? 0 : strlen(name);

	if (n >= 2 && ascii_is_quote(name[0]) && name[n - 1] == name[0])
		name = text_squeeze(a, arena_strndup(a, name + 1, n - 2));
	return name;
}

/* "Name <inside>" or "Name (inside)"; the string ends with the brackets. */
static bool
split_brackets(struct arena *a, const char *text, struct p2f_person *p,
    const char **inside)
{
	size_t n = strlen(text);
	const char *open;

	if (n < 2 || (text[n - 1] != '>' && text[n - 1] != ')'))
		return false;
	open = strrchr(text, text[n - 1] == '>' ? '<' : '(');
	if (open == NULL)
		return false;
	p->name = unquoted(a, arena_span(a, text, open));
	*inside = text_trim_copy(a, open + 1, text + n - 1);
	return *inside != NULL;
}

/* "Name <mail> (Gauges Ltd.)": the name is the text around the address. */
static bool
take_mail(struct arena *a, const char *text, struct p2f_person *p)
{
	const char *open = strchr(text, '<');
	size_t n = open == NULL ? 0 : strcspn(open, ">");

	if (n == 0 || open[n] == '\0')
		return false;
	p->email = person_mail(arena_strndup(a, open + 1, n - 1));
	if (p->email == NULL)
		return false;
	p->name = text_squeeze(a, arena_printf(a, "%.*s%s",
	    (int)(open - text), text, open + n + 1));
	return p->name != NULL;
}

/* "Name <mail> (url)", as in npm; the name becomes the part before it. */
static bool
split_url(struct arena *a, const char *text, struct p2f_person *p)
{
	const char *inside;

	if (!split_brackets(a, text, p, &inside) || p->name == NULL ||
	    !url_is_web(inside))
		return false;
	p->url = inside;
	return true;
}

/* <a href="url">Name</a>, and nothing else */
static bool
split_link(struct arena *a, const char *text, struct p2f_person *p)
{
	const char *href = strstr(text, "href="), *close, *end;

	if (!ascii_has_prefix(text, "<a ") || href == NULL)
		return false;
	href += strlen("href=");
	if (!ascii_is_quote(*href))
		return false;
	close = strchr(href + 1, *href);
	if (close == NULL)
		return false;
	p->url = text_trim_copy(a, href + 1, close);
	text = strchr(close, '>');
	end = text == NULL ? NULL : strchr(text, '<');
	if (end == NULL || !ascii_equal(text_squeeze(a, end), "</a>"))
		return false;
	p->name = text_squeeze(a, arena_span(a, text + 1, end));
	return p->name != NULL;
}

/* The parenthesis after a URL, which may contain some; or the end. */
static const char *
end_of_address(const char *p)
{
	int depth = 0;

	for (; *p != '\0' && (*p != ')' || depth > 0); p++)
		depth += (*p == '(') - (*p == ')');
	return p;
}

/* The text with Markdown links, [Name](url), replaced by their names; sets *url
   if there is a single one. */
static const char *
without_links(struct arena *a, const char *text, const char **url)
{
	const char *open, *middle, *close;
	struct buf out = { 0 };
	size_t links = 0;

	for (; (middle = strstr(text, "](")) != NULL; text = close + 1) {
		for (open = middle; open > text && *open != '['; open--)
			continue;
		close = end_of_address(middle + 2);
		if (*open != '[' || *close == '\0')
			break;
		buf_add_span(&out, text, open);
		buf_add_span(&out, open + 1, middle);
		*url = links++ > 0 ? NULL : text_trim_copy(a, middle + 2,
		    close);
	}
	buf_puts(&out, text);
	return arena_take(a, &out);
}

void
person_read_text(struct arena *a, const char *text, struct p2f_person *p)
{
	const char *inside;

	if (words_are_tidy(text) && strpbrk(text, "<>()\"':@") == NULL) {
		p->name = text;
		p->url = NULL;
		return;
	}
	if (split_link(a, text, p))
		return;
	p->url = NULL;
	if (strstr(text, "](") != NULL)
		text = without_links(a, text, &p->url);
	if (split_url(a, text, p))
		text = p->name;
	if (split_brackets(a, text, p, &inside)) {
		p->email = person_mail(inside);
		if (p->email != NULL && p->name == NULL)
			p->name = p->email;
		if (p->email != NULL)
			return;
		/* RSS does it the other way round: mail (Name). */
		p->email = p->name == NULL ? NULL : person_mail(p->name);
		if (p->email != NULL) {
			p->name = inside;
			return;
		}
	}
	if (take_mail(a, text, p))
		return;
	p->name = unquoted(a, text);
	if (p->name != NULL)
		p->email = person_mail(p->name);
}

/*
 * Values as in JavaScript, with types by the rules of js-yaml.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "date/step.h"
#include "generators/hexo.h"

static size_t
skip_digits(const char **p, const char *digits)
{
	size_t n = strspn(*p, digits);

	*p += n;
	return n;
}

#define DECIMAL "0123456789"

/* "0x1f", "0o17" or "0b11"; 0 for anything else. */
static int
base_of(const char *text)
{
	static const struct {
		char		 letter;
		int		 base;
		const char	*digits;
	} bases[] = {
		{ 'x', 16, "0123456789abcdefABCDEF" },
		{ 'o', 8, "01234567" },
		{ 'b', 2, "01" }
	};
	const char *p = text + 2;
	size_t i;

	for (i = 0; text[0] == '0' && i < sizeof bases / sizeof *bases; i++)
		if (text[1] == bases[i].letter)
			return skip_digits(&p, bases[i].digits) > 0 &&
			    *p == '\0' ? bases[i].base : 0;
	return 0;
}

static bool
is_decimal(const char *p)
{
	size_t whole, fraction = 0;

	whole = skip_digits(&p, DECIMAL);
	if (*p == '.') {
		p++;
		fraction = skip_digits(&p, DECIMAL);
	}
	if (whole + fraction == 0)
		return false;
	if (*p == 'e' || *p == 'E') {
		p++;
		p += *p == '+' || *p == '-';
		if (skip_digits(&p, DECIMAL) == 0)
			return false;
	}
	return *p == '\0';
}

/* Read a number by the rules of js-yaml. */
static bool
read_number(const char *text, double *number)
{
	const char *p = text + (*text == '+' || *text == '-');
	int base = base_of(p);

	if (base >= 2)
		*number = (double)strtoull(p + 2, NULL, base);
	else if (is_decimal(p))
		*number = strtod(p, NULL);
	else
		return false;
	/* To js-yaml, infinity is not a number but a string. */
	if (*number > 1e308)
		return false;
	if (*text == '-')
		*number = -*number;
	return true;
}

/* ECMA-262, Number::toString: the shortest digits that denote the number. */
static const char *
number_text(struct arena *a, double number)
{
	char text[32], digits[32];
	int precision, exponent, count;
	double size = number < 0 ? -number : number;
	const char *sign = number < 0 ? "-" : "";

	if (size == 0)
		return "0";
	for (precision = 0; precision < 17; precision++) {
		snprintf(text, sizeof text, "%.*e", precision, size);
		if (strtod(text, NULL) == size)
			break;
	}
	exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
	count = precision + 1;
	digits[0] = text[0];
	memcpy(digits + 1, text + 2, (size_t)precision);
	digits[count] = '\0';
	if (exponent >= 21 || exponent < -6)
		return arena_printf(a, "%s%.1s%s%se%s%d", sign, digits,
		    count > 1 ? "." : "", digits + 1, exponent < 0 ? "" : "+",
		    exponent);
	if (exponent < 0)
		return arena_printf(a, "%s0.%.*s%s", sign, -exponent - 1,
		    "000000", digits);
	if (exponent + 1 >= count)
		return arena_printf(a, "%s%s%.*s", sign, digits,
		    exponent + 1 - count, "00000000000000000000");
	return arena_printf(a, "%s%.*s.%s", sign, exponent + 1, digits,
	    digits + exponent + 1);
}

static bool
is_word(const char *text, const char *word)
{
	size_t n = strlen(word), i;

	if (!ascii_equal(text, word))
		return false;
	/* true, True and TRUE. */
	for (i = 1; i < n; i++)
		if ((text[i] == word[i]) != (text[1] == word[1]))
			return false;
	return text[1] == word[1] || text[0] != word[0];
}

static bool
is_null(const struct p2f_value *v)
{
	return v == NULL || v->kind == P2F_NULL || (v->kind == P2F_TEXT &&
	    v->plain && (strcmp(v->text, "~") == 0 ||
	    is_word(v->text, "null")));
}

bool
hexo_is_truthy(const struct p2f_value *v)
{
	double number;

	if (is_null(v))
		return false;
	if (v->kind != P2F_TEXT)
		return true;
	if (!v->plain)
		return v->text[0] != '\0';
	return !is_word(v->text, "false") &&
	    !(read_number(v->text, &number) && number == 0);
}

static void
skip_blanks(const char **p)
{
	while (ascii_is_blank(**p))
		++*p;
}

/* Z, +8, +08, +08:00 or nothing, in seconds; false for anything else. */
static bool
take_offset(const char **p, long long *offset)
{
	unsigned hours, minutes = 0;
	bool is_west;

	*offset = 0;
	if (step_char(p, 'Z') || **p == '\0')
		return true;
	is_west = **p == '-';
	if ((!step_char(p, '+') && !step_char(p, '-')) ||
	    !step_number(p, 1, 2, &hours) ||
	    (step_char(p, ':') && !step_number(p, 2, 2, &minutes)))
		return false;
	*offset = ((long long)hours * 60 + minutes) * (is_west ? -60 : 60);
	return true;
}

static bool
take_time(const char **p, struct civil *c)
{
	if (**p == 'T' || **p == 't')
		++*p;
	else if (ascii_is_blank(**p))
		skip_blanks(p);
	else
		return false;
	if (!step_number(p, 1, 2, &c->hour) || !step_char(p, ':') ||
	    !step_number(p, 2, 2, &c->minute) || !step_char(p, ':') ||
	    !step_number(p, 2, 2, &c->second))
		return false;
	if (step_char(p, '.'))
		while (ascii_is_digit(**p))
			++*p;
	skip_blanks(p);
	return true;
}

bool
hexo_timestamp(const struct p2f_value *v, long long *seconds)
{
	struct civil c = { 0 };
	long long offset = 0;
	unsigned year;
	const char *p;

	if (v->kind != P2F_TEXT || !v->plain)
		return false;
	p = v->text;
	if (!step_number(&p, 4, 4, &year) || !step_char(&p, '-') ||
	    !step_number(&p, 1, 2, &c.month) || !step_char(&p, '-') ||
	    !step_number(&p, 1, 2, &c.day))
		return false;
	if (*p == '\0' ? p - v->text != 10 : !take_time(&p, &c) ||
	    !take_offset(&p, &offset) || *p != '\0')
		return false;
	c.year = (int)year;
	if (c.month < 1 || c.month > 12 || year == 0)
		return false;
	*seconds = civil_seconds(&c) - offset;
	return true;
}

/* A list becomes its items, separated by commas. */
static const char *
list_text(struct arena *a, const struct p2f_value *list)
{
	struct buf out = { 0 };
	const char *text;
	size_t i;

	for (i = 0; list->items[i] != NULL; i++) {
		if (i > 0)
			buf_putc(&out, ',');
		text = list->items[i]->kind == P2F_LIST ? NULL :
		    hexo_text(a, list->items[i]);
		buf_puts(&out, text == NULL ? "" : text);
	}
	return arena_take(a, &out);
}

const char *
hexo_text(struct arena *a, const struct p2f_value *v)
{
	long long seconds;
	double number;

	if (is_null(v) || v->kind == P2F_MAP || hexo_timestamp(v, &seconds))
		return NULL;
	if (v->kind == P2F_LIST)
		return list_text(a, v);
	if (!v->plain)
		return v->text;
	if (is_word(v->text, "true"))
		return "true";
	if (is_word(v->text, "false"))
		return "false";
	return read_number(v->text, &number) ? number_text(a, number) :
	    v->text;
}

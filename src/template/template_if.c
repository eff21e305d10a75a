/*
 * Conditions, and which of their branches is shown.  If a condition cannot be
 * decided here, the first branch is shown.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "template/template_tags.h"

enum truth { UNKNOWN, NO, YES };

/* A condition, and how far it has been read. */
struct cursor {
	struct template	*t;
	const char	*p, *end;
	bool		 is_bad;	/* it has something unknown */
};

enum operator { NONE, EQUAL, UNEQUAL, AT_MOST, AT_LEAST, LESS, GREATER,
    CONTAINS };

struct template_branch {
	struct template_branch *outer;
	const char	*start;		/* of its first tag */
	bool		 is_known;	/* what is shown was decided */
	bool		 is_in_doubt;	/* inside an undecided one */
	struct template_operand of_case;
};

static enum truth
truth_if(bool condition)
{
	return condition ? YES : NO;
}

static enum truth
inverse(enum truth truth)
{
	return truth == UNKNOWN ? UNKNOWN : truth_if(truth == NO);
}

/* ---- conditions ---- */

/* Take a word or sign, after whitespace; words end where their letters do. */
static bool
take(struct cursor *c, const char *word)
{
	size_t n = strlen(word);
	const char *p = text_skip_space(c->p, c->end);

	if (!text_begins(p, c->end, word) ||
	    (ascii_is_alpha(*word) && p + n < c->end &&
	    !ascii_is_space(p[n])))
		return false;
	c->p = p + n;
	return true;
}

static enum operator
take_operator(struct cursor *c)
{
	static const struct {
		const char	*sign;
		enum operator	 operator;
	} operators[] = {
		{ "===", EQUAL }, { "!==", UNEQUAL }, { "==", EQUAL },
		{ "!=", UNEQUAL }, { "<>", UNEQUAL },
		{ "<=", AT_MOST }, { ">=", AT_LEAST }, { "<", LESS },
		{ ">", GREATER }, { "contains", CONTAINS }
	};
	size_t i;

	for (i = 0; i < sizeof operators / sizeof *operators; i++)
		if (take(c, operators[i].sign))
			return operators[i].operator;
	return NONE;
}

static struct template_operand
take_operand(struct cursor *c)
{
	struct template_operand a = { TEMPLATE_UNKNOWN, NULL };

	c->p = text_skip_space(c->p, c->end);
	if (!template_read_operand(c->t, &c->p, c->end, &a))
		c->is_bad = true;
	return a;
}

/* To Liquid all but nil and false is true; to others, not all of that. */
static enum truth
truth_of(const struct template *t, const struct template_operand *a)
{
	switch (a->kind) {
	case TEMPLATE_UNKNOWN:
		return UNKNOWN;
	case TEMPLATE_NIL:
	case TEMPLATE_FALSE:
		return NO;
	case TEMPLATE_STRING:
		if (!(t->host->dialects & TEMPLATE_RAW_CODE) &&
		    (*a->text == '\0' || strcmp(a->text, "0") == 0))
			return UNKNOWN;
		return YES;
	default:
		return YES;
	}
}

static bool
is_boolean(const struct template_operand *a)
{
	return a->kind == TEMPLATE_TRUE || a->kind == TEMPLATE_FALSE;
}

static bool
is_text(const struct template_operand *a)
{
	return a->kind == TEMPLATE_STRING || a->kind == TEMPLATE_NUMBER;
}

/* Like strcmp(3); numbers are compared by value. */
static int
order_of(const struct template_operand *a, const struct template_operand *b)
{
	double first, second;

	if (a->kind != TEMPLATE_NUMBER || b->kind != TEMPLATE_NUMBER)
		return strcmp(a->text, b->text);
	first = strtod(a->text, NULL);
	second = strtod(b->text, NULL);
	return (first > second) - (first < second);
}

/* Compare something with the word `empty`. */
static enum truth
is_empty(const struct template_operand *a)
{
	if (a->kind == TEMPLATE_LIST && a->text == NULL)
		return UNKNOWN;
	return truth_if(a->text != NULL && *a->text == '\0');
}

static enum truth
are_equal(const struct template *t, const struct template_operand *a,
    const struct template_operand *b)
{
	if (a->kind == TEMPLATE_UNKNOWN || b->kind == TEMPLATE_UNKNOWN)
		return UNKNOWN;
	if (a->kind == TEMPLATE_EMPTY || b->kind == TEMPLATE_EMPTY)
		return is_empty(a->kind == TEMPLATE_EMPTY ? b : a);
	if (is_text(a) && is_text(b) && (a->kind == b->kind ||
	    !t->host->is_typed))
		return truth_if(order_of(a, b) == 0);
	/* Some kinds of front matter lose types. */
	if ((is_text(a) && is_boolean(b) && !t->host->is_typed) ||
	    (is_text(b) && is_boolean(a) && !t->host->is_typed) ||
	    (a->kind == TEMPLATE_LIST && b->kind == TEMPLATE_LIST))
		return UNKNOWN;
	return truth_if(a->kind == b->kind);
}

/* Nothing is less or greater than nil. */
static enum truth
are_in_order(const struct template_operand *a, enum operator operator,
    const struct template_operand *b)
{
	int order;

	if (a->kind == TEMPLATE_NIL || b->kind == TEMPLATE_NIL)
		return NO;
	if (a->kind != TEMPLATE_NUMBER || b->kind != TEMPLATE_NUMBER)
		return UNKNOWN;
	order = order_of(a, b);
	return truth_if(operator == LESS ? order < 0 : operator == GREATER ?
	    order > 0 : operator == AT_MOST ? order <= 0 : order >= 0);
}

static bool
has_line(const char *lines, const char *line)
{
	size_t n = strcspn(lines, "\n");

	for (; !text_span_is(lines, n, line); n = strcspn(lines, "\n")) {
		if (lines[n] == '\0')
			return false;
		lines += n + 1;
	}
	return true;
}

static enum truth
contains(const struct template_operand *a, const struct template_operand *b)
{
	if (a->kind == TEMPLATE_NIL || a->kind == TEMPLATE_NUMBER ||
	    is_boolean(a))
		return NO;
	if (a->text == NULL || !is_text(b))
		return UNKNOWN;
	/* It is unknown whether an item is a number or a string. */
	if (a->kind == TEMPLATE_LIST)
		return text_is_decimal(b->text) ? UNKNOWN :
		    truth_if(has_line(a->text, b->text));
	return truth_if(text_search(a->text,
	    a->text + strlen(a->text), b->text) != NULL);
}

static enum truth
take_comparison(struct cursor *c)
{
	struct template_operand a = take_operand(c), b;
	enum operator operator = take_operator(c);

	if (operator == NONE)
		return truth_of(c->t, &a);
	b = take_operand(c);
	switch (operator) {
	case EQUAL:
		return are_equal(c->t, &a, &b);
	case UNEQUAL:
		return inverse(are_equal(c->t, &a, &b));
	case CONTAINS:
		return contains(&a, &b);
	default:
		return are_in_order(&a, operator, &b);
	}
}

/* Evaluates `and` and `or` from right to left, as Liquid does. */
static enum truth
take_condition(struct cursor *c)
{
	bool is_inverse = take(c, "not");
	enum truth first = take_comparison(c), rest;

	if (is_inverse)
		first = inverse(first);
	if (text_skip_space(c->p, c->end) == c->end)
		return first;
	if (take(c, "and")) {
		rest = take_condition(c);
		return first == NO || rest == NO ? NO :
		    first == YES ? rest : UNKNOWN;
	}
	if (take(c, "or")) {
		rest = take_condition(c);
		return first == YES || rest == YES ? YES :
		    first == NO ? rest : UNKNOWN;
	}
	c->is_bad = true;
	return UNKNOWN;
}

static enum truth
truth_of_condition(struct template *t, const struct template_tag *tag)
{
	size_t n = strlen(tag->text);
	struct cursor c = { t, tag->text, tag->text + n, false };
	enum truth truth = n > TEMPLATE_VALUE_MAX ? UNKNOWN :
	    take_condition(&c);

	return c.is_bad ? UNKNOWN : strcmp(tag->name, "unless") == 0 ?
	    inverse(truth) : truth;
}

/* {% when "a", "b" or "c" %} */
static enum truth
truth_of_when(struct template *t, const struct template_branch *branch,
    const struct template_tag *tag)
{
	struct cursor c = { t, tag->text, tag->text + strlen(tag->text),
	    false };
	struct template_operand a;
	enum truth truth = NO, one;

	do {
		a = take_operand(&c);
		one = are_equal(t, &branch->of_case, &a);
		if (one == YES)
			return YES;
		if (one == UNKNOWN)
			truth = UNKNOWN;
	} while (take(&c, ",") || take(&c, "or"));
	return truth;
}

/* ---- branches ---- */

static bool
opens(const char *name)
{
	return template_is_among(name, "if|unless|case");
}

static bool
divides(const char *name)
{
	return template_is_among(name, "else|elsif|elif|elseif|when");
}

/* Skip a tag, and its content if that is not a template or not shown. */
static void
skip_tag(struct template *t, struct walk *w, const struct template_tag *tag)
{
	struct template_tag end;

	walk_skip(w, tag->end);
	if (!tag->is_end && (strcmp(tag->name, "raw") == 0 ||
	    strcmp(tag->name, "comment") == 0) &&
	    template_find_end(t, tag, &end))
		walk_skip(w, end.end);
}

/* Find the next tag that ends the branch w is in, and advance w past it. */
static bool
find_branch(struct template *t, struct walk *w, struct template_tag *tag)
{
	struct walk_token token;
	size_t depth = 0;

	while (walk_next(w, &token)) {
		if (token.kind != WALK_MARK || *token.start != '{' ||
		    !template_read_tag(t, token.start, tag) ||
		    tag->syntax != TEMPLATE_TAG)
			continue;
		skip_tag(t, w, tag);
		if (depth == 0 && (tag->is_end ? opens(tag->name) :
		    divides(tag->name)))
			return true;
		if (opens(tag->name) && tag->is_end)
			depth--;
		else if (opens(tag->name))
			depth += template_is_paired(t, tag);
	}
	/* Not repeated: from here on all branches are shown. */
	t->has_open_branch = true;
	t->branch = NULL;
	return false;
}

/* Continue after the tag of the next branch that may be shown, or the end. */
static void
next_branch(struct template *t, struct template_branch *branch)
{
	struct walk w = t->walk;
	struct template_tag tag;
	enum truth truth;

	do {
		if (!find_branch(t, &w, &tag))
			return;
		truth = tag.is_end || strcmp(tag.name, "else") == 0 ? YES :
		    strcmp(tag.name, "when") == 0 ?
		    truth_of_when(t, branch, &tag) :
		    truth_of_condition(t, &tag);
	} while (truth == NO);
	branch->is_known = branch->is_known && truth == YES;
	walk_skip(&t->walk, tag.end);
	if (tag.is_end)
		t->branch = branch->outer;
}

bool
template_is_in_doubt(const struct template *t)
{
	return t->branch != NULL && (t->branch->is_in_doubt ||
	    !t->branch->is_known);
}

/* {% if a %}, {% unless a %}, {% case a %} */
bool
template_run_if(struct template *t, const struct template_tag *tag)
{
	struct template_branch *branch;
	struct cursor c = { t, tag->text, tag->text + strlen(tag->text),
	    false };
	enum truth truth;

	if (t->has_open_branch)
		return true;
	branch = arena_alloc(&t->arena, sizeof *branch);
	*branch = (struct template_branch){ .outer = t->branch,
	    .start = tag->start, .is_known = true,
	    .is_in_doubt = template_is_in_doubt(t) };
	t->branch = branch;
	if (strcmp(tag->name, "case") == 0) {
		branch->of_case = take_operand(&c);
		next_branch(t, branch);
		return true;
	}
	truth = truth_of_condition(t, tag);
	branch->is_known = truth != UNKNOWN;
	if (truth == NO)
		next_branch(t, branch);
	return true;
}

/* The branch before was shown, so the others are not. */
bool
template_run_else(struct template *t, const struct template_tag *tag)
{
	struct walk w = t->walk;
	struct template_tag end;

	if (t->branch == NULL)
		return true;
	do
		if (!find_branch(t, &w, &end))
			return true;
	while (!end.is_end);
	if (!t->branch->is_known)
		template_leave(t, tag->start, end.start, tag->name);
	walk_skip(&t->walk, end.end);
	t->branch = t->branch->outer;
	return true;
}

void
template_end_branch(struct template *t, const struct template_tag *tag)
{
	const struct template_branch *branch = t->branch;

	if (branch == NULL || !opens(tag->name))
		return;
	/* It was only assumed to be shown, and no other was dropped. */
	if (t->host->is_typed && !branch->is_known)
		template_count(t, branch->start, tag->name);
	t->branch = branch->outer;
}

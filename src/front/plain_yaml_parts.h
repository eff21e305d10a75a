/*
 * plain_yaml_parts - shared by the files of plain_yaml only.
 *
 *	plain_yaml.c		keys, lists, and values of one line
 *	plain_yaml_long.c	values of more than one line
 *	plain_yaml_check.c	characters
 */
#ifndef FRONT_PLAIN_YAML_PARTS_H
#define FRONT_PLAIN_YAML_PARTS_H

#include <string.h>

#include "base/text.h"
#include "front/plain_yaml.h"

struct scanner {
	struct arena	*arena;
	const char	*text;		/* of the block */
	char		*copy;
	const char	*next, *end;	/* not yet read */
	const char	*line;		/* the current one ... */
	const char	*line_end;	/* ... without its line feed */
	unsigned	 number;
	bool		 is_ascii;	/* characters are bytes */
	bool		 has_sharps;	/* so it may have comments */
	const char	*counted;	/* else columns are counted to here */
	unsigned	 column;
	struct p2f_value **entries;	/* room for MAX_KEYS */
	size_t		 count;
	unsigned long long key_marks;	/* of the keys so far */
};

static inline const char *
scanner_skip_blanks(const char *p, const char *end)
{
	while (p < end && *p == ' ')
		p++;
	return p;
}

/* Step to the next line; there is one. */
static inline void
scanner_step(struct scanner *s)
{
	const char *eol = memchr(s->next, '\n', (size_t)(s->end - s->next));

	s->line = s->counted = s->next;
	s->line_end = eol == NULL ? s->end : eol;
	s->next = eol == NULL ? s->end : eol + 1;
	s->number++;
	s->column = 1;
}

/* A value that begins at p; calls for one line go from left to right. */
static inline struct p2f_value *
scanner_value(struct scanner *s, enum p2f_kind kind, const char *p)
{
	struct p2f_value *v = arena_alloc(s->arena, sizeof *v);

	if (s->is_ascii)
		s->column = (unsigned)(p - s->line) + 1;
	else
		for (; s->counted < p; s->counted++)
			s->column += !utf8_is_continuation(*s->counted);
	v->kind = kind;
	v->line = s->number;
	v->column = s->column;
	return v;
}

/* ---- plain_yaml_check.c ---- */

/* Check all characters; false: there is a doubtful one. */
bool	 scanner_check(struct scanner *);

/* ---- plain_yaml_long.c; NULL: doubtful ---- */

/* A quoted scalar that continues on the lines below. */
struct p2f_value *scanner_read_long(struct scanner *, const char *p,
	    const char **after);
/* `>`, `|`, `>-` or `|-`, and the lines below, none of which is blank. */
struct p2f_value *scanner_read_block(struct scanner *, const char *p);

#endif

/*
 * value - front matter and settings as a tree of values with their positions.
 *
 * Every dialect builds the same tree, struct p2f_value of post2feed.h.
 * Scalars are the text that was typed; whether `2014` is a title or a year
 * depends on its key.  An empty value and YAML's plain null are P2F_NULL.
 */
#ifndef FRONT_VALUE_H
#define FRONT_VALUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "post2feed.h"

/* Deeper front matter is refused: real posts stay below 6. */
#define VALUE_MAX_DEPTH 64

/* The text of a dialect, and where in which file it begins. */
struct block {
	const char	*path;
	const char	*text;		/* clean UTF-8, see base/text.h */
	size_t		 length;
	unsigned	 line;		/* of its first character */
	bool		 is_file;	/* of settings, without a body */
	bool		 loose_headers;	/* see site/generator.h */
};

/* What is done with one that cannot be read, to end a message with. */
const char *block_fate(const struct block *);

/* Where a value is: in its own file, or else in the given one. */
struct place value_place(const char *path, const struct p2f_value *);

/*
 * A position in a text, advanced from value to value: lines can be long.
 */
struct value_mark {
	const char	*p;
	unsigned	 line, column;
};

/* Advance it. */
void	 value_mark_move(struct value_mark *, const char *);

/*
 * The replacement of a C1 control: the character that it is in windows-1252; a
 * space for U+0085, a line break, and for those without any.
 */
unsigned value_of_control(unsigned);
/* Text of that length with these replaced; mostly the text itself. */
const char *value_replace_controls(struct arena *, const char *, size_t);

/* Report that a value's escape sequences make characters that were removed. */
void	 value_report_escapes(struct place, struct diag *);

/* Keys are equal if they differ only in case, '-' and '_'. */
bool	 value_key_equal(const char *, const char *);

/* The value of a key in a map, compared so; NULL if there is none. */
const struct p2f_value *value_get(const struct p2f_value *, const char *);

/* The same for a key spelled exactly so; the map may be NULL. */
const struct p2f_value *value_get_exact(const struct p2f_value *,
	    const char *);

/* The text of a scalar; NULL for anything else. */
const char *value_text(const struct p2f_value *);

/* The same without surrounding whitespace; NULL also if nothing is left. */
const char *value_trimmed(struct arena *, const struct p2f_value *);

/*
 * Iterates over the strings in a list, from *i on, which is 0 at first; other
 * items are skipped.  NULL: there are no more, or it is not a list.
 */
const char *value_next_text(const struct p2f_value *, size_t *i);
/* All of them, as const char *. */
struct arena_list value_texts(struct arena *, const struct p2f_value *);
/* Whether one of them is this, ignoring case; false if it is not a list. */
bool	 value_lists(const struct p2f_value *, const char *text);

/*
 * `true` and `false` in the spellings of YAML 1.1, and 1 and 0, ignoring
 * surrounding whitespace, including no-break spaces.
 */
bool	 value_is_true(const struct p2f_value *);
bool	 value_is_false(const struct p2f_value *);

/* Text that is a template as a whole: `{{ title }}`, `<%= x %>`. */
bool	 value_is_in_template(const char *);

static inline bool
value_is_template(const char *text)
{
	return (*text == '{' || *text == '<') && value_is_in_template(text);
}

/* Text with a template somewhere in it. */
bool	 value_has_template(const char *);

/*
 * The items of a value of that kind, a list or a map, ending with NULL; none
 * if the value is of another kind, or NULL.
 */
const struct p2f_value *const *value_items(const struct p2f_value *,
	    enum p2f_kind);

/* The same tree, in which every value refers to a file; those that do already
   keep theirs. */
const struct p2f_value *value_in_file(struct arena *,
	    const struct p2f_value *, const char *path);

/* The number of items in a list or map. */
size_t	 value_count(const struct p2f_value *);

/* A map without entries, for a post that has no front matter. */
const struct p2f_value *value_empty_map(struct arena *);

/* An entry of a map, with its index to keep a sort by key stable. */
struct value_entry {
	const struct p2f_value	*value;
	size_t			 index;
};

/* For looking up many keys in a map, of which value_get() reads each. */
struct value_index {
	const struct p2f_value	*map;
	struct value_entry	*sorted;	/* NULL: too few to sort */
	size_t			 count;
};

struct value_index value_index(struct arena *, const struct p2f_value *map);
const struct p2f_value *value_index_get(const struct value_index *,
	    const char *key);

/*
 * A map, with the entries of a second one (NULL: none) for keys that the first
 * does not have, or only without a value.  Maps in both are merged likewise.
 */
const struct p2f_value *value_overlay(struct arena *,
	    const struct p2f_value *, const struct p2f_value *);

/*
 * A new value at a position; at p, to which the mark is advanced.
 */
struct p2f_value *value_at(struct arena *, enum p2f_kind, struct place);
struct p2f_value *value_at_mark(struct arena *, enum p2f_kind,
	    struct value_mark *, const char *);

/* Set its text; NULL or an empty string makes it P2F_NULL. */
void	 value_set_text(struct p2f_value *, const char *);

/*
 * A string that nobody typed, with the position of another value (or NULL).
 * The key is the name it has in messages.
 */
const struct p2f_value *value_new_text(struct arena *, const char *key,
	    const char *text, const struct p2f_value *place);

/*
 * A list or map of items, otherwise a copy of another value, which may be NULL.
 */
struct p2f_value *value_of_items(struct arena *, enum p2f_kind,
	    const struct arena_list *, const struct p2f_value *like);

/* A map of one entry, with the position of that. */
const struct p2f_value *value_map_of(struct arena *,
	    const struct p2f_value *);

/* The same value under a key. */
const struct p2f_value *value_with_key(struct arena *, const char *key,
	    const struct p2f_value *);

/*
 * The items of a map, with each key once, however it is spelled: the lists of
 * a duplicate key are joined; of other values the last one wins.  Each
 * duplicate is reported.
 */
const struct p2f_value *const *value_unique(struct arena *,
	    struct arena_list *, const char *path, struct diag *);

/* A map of these: the contents of a block. */
const struct p2f_value *value_of_block(struct arena *, const struct block *,
	    struct arena_list *, struct diag *);

#endif

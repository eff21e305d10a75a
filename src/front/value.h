/*
 * value - what front matter and settings say, as a tree with places.
 *
 * Every dialect fills the same tree, struct p2f_value of the contract.
 * Scalars are the text that was typed; whether `2014` is a title or a year
 * is for the key that asks.  An empty value and YAML's plain null are P2F_NULL.
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
	bool		 is_file;	/* of settings: has no body */
	bool		 loose_headers;	/* see site/generator.h */
};

/* What becomes of one that cannot be read, to end a message with. */
const char *block_fate(const struct block *);

/* Where a value stands: in its own file, or else in the one given. */
struct place value_place(const char *path, const struct p2f_value *);

/*
 * A place in a text, counted up from one value to the next: lines can be long.
 */
struct value_mark {
	const char	*p;
	unsigned	 line, column;
};

/* Move it forward. */
void	 value_mark_move(struct value_mark *, const char *);

/*
 * What stands for a C1 control: the character of windows-1252 that it is
 * meant as; a blank for U+0085, a line break, and where there is none.
 */
unsigned value_of_control(unsigned);
/* A text of that length without them; mostly the text itself. */
const char *value_name_controls(struct arena *, const char *, size_t);

/* Say that its escapes make characters which had to be removed. */
void	 value_report_escapes(struct place, struct diag *);

/* Keys are the same when they differ in case, '-' and '_' alone. */
bool	 value_key_equal(const char *, const char *);

/* The value of a key of a map, compared so; NULL when there is none. */
const struct p2f_value *value_get(const struct p2f_value *, const char *);

/* That of a key which is spelt so and no other way; the map may be NULL. */
const struct p2f_value *value_get_exact(const struct p2f_value *,
	    const char *);

/* Text that a scalar holds, NULL for all else. */
const char *value_text(const struct p2f_value *);

/* That without white space around it; NULL, too: nothing is left. */
const char *value_trimmed(struct arena *, const struct p2f_value *);

/*
 * The texts of a list, one after the other, from *i on, which is 0 at first;
 * other items are passed over.  NULL: there are no more, or it is no list.
 */
const char *value_next_text(const struct p2f_value *, size_t *i);
/* All of them: const char *. */
struct arena_list value_texts(struct arena *, const struct p2f_value *);
/* Whether one of them is this, but for case; false for what is no list. */
bool	 value_lists(const struct p2f_value *, const char *text);

/*
 * `true` and `false` in the spellings of YAML 1.1, and 1 and 0, also with
 * white space around them, which a no-break space is.
 */
bool	 value_is_true(const struct p2f_value *);
bool	 value_is_false(const struct p2f_value *);

/* Text that is nothing but a template: `{{ title }}`, `<%= x %>`. */
bool	 value_is_in_template(const char *);

static inline bool
value_is_template(const char *text)
{
	return (*text == '{' || *text == '<') && value_is_in_template(text);
}

/* Text with a template somewhere in it. */
bool	 value_has_template(const char *);

/*
 * The items of a value of that kind, a list or a map, up to NULL; there are
 * none if it is of another, or NULL.
 */
const struct p2f_value *const *value_items(const struct p2f_value *,
	    enum p2f_kind);

/* The same tree, in which every value knows that it stands in a file; what it
   has from another one does already. */
const struct p2f_value *value_in_file(struct arena *,
	    const struct p2f_value *, const char *path);

/* How many items a list or a map has. */
size_t	 value_count(const struct p2f_value *);

/* A map without entries, for a post that has no front matter. */
const struct p2f_value *value_empty_map(struct arena *);

/* An entry of a map, with what keeps a sort by key stable. */
struct value_entry {
	const struct p2f_value	*value;
	size_t			 index;
};

/* A map of whose keys many are looked up: value_get() looks at each. */
struct value_index {
	const struct p2f_value	*map;
	struct value_entry	*sorted;	/* NULL: they are few */
	size_t			 count;
};

struct value_index value_index(struct arena *, const struct p2f_value *map);
const struct p2f_value *value_index_get(const struct value_index *,
	    const char *key);

/*
 * A map, and of a second one (NULL: none) what the first has no key for, or
 * nothing behind it.  Maps that both have are joined likewise.
 */
const struct p2f_value *value_overlay(struct arena *,
	    const struct p2f_value *, const struct p2f_value *);

/*
 * A new value at a place; at the one that a mark is moved on to.
 */
struct p2f_value *value_at(struct arena *, enum p2f_kind, struct place);
struct p2f_value *value_at_mark(struct arena *, enum p2f_kind,
	    struct value_mark *, const char *);

/* Give it a text; with NULL or an empty one it is none, P2F_NULL. */
void	 value_set_text(struct p2f_value *, const char *);

/*
 * A text that nobody typed, with the place of another value (or NULL).  The
 * key is what messages name it by.
 */
const struct p2f_value *value_new_text(struct arena *, const char *key,
	    const char *text, const struct p2f_value *place);

/*
 * A list or map of items, which has all else of another value; NULL: of none.
 */
struct p2f_value *value_of_items(struct arena *, enum p2f_kind,
	    const struct arena_list *, const struct p2f_value *like);

/* A map of one entry, with its place. */
const struct p2f_value *value_map_of(struct arena *,
	    const struct p2f_value *);

/* The same value under a key. */
const struct p2f_value *value_with_key(struct arena *, const char *key,
	    const struct p2f_value *);

/*
 * The items of a map whose keys are all different, however they are spelt: of
 * keys that stand twice lists are joined, else the last value holds.  Each is
 * reported.
 */
const struct p2f_value *const *value_unique(struct arena *,
	    struct arena_list *, const char *path, struct diag *);

/* A map of such, which is what a block says. */
const struct p2f_value *value_of_block(struct arena *, const struct block *,
	    struct arena_list *, struct diag *);

#endif

/*
 * assignments - settings that are a program: Python's and JavaScript's.
 *
 * Pelican and Nikola are told in Python, Docusaurus, Astro and Gatsby in
 * JavaScript or TypeScript.  Nobody but these languages can run that, but
 * most of it is names that are given literals, and these can be read.  All
 * that is code is left out.  A post in MDX has its front matter so, too.
 *
 * The text of a block ends in a NUL, and holds no other.
 */
#ifndef FRONT_ASSIGNMENTS_H
#define FRONT_ASSIGNMENTS_H

#include "front/value.h"

/*
 * The assignments at the left margin of a Python file, `NAME = literal`:
 * strings, also joined ones, numbers, True, False, None, and tuples, lists
 * and dicts of these.  Of two assignments the later one comes first in the
 * map, so that value_get() finds it.  A name that code is assigned to is
 * P2F_NULL, and so is an item of a list that is code; an entry of a dict that
 * is code is left out.  A name as a key of a dict is taken as text.
 */
const struct p2f_value *assignments_python(struct arena *,
	    const struct block *, struct diag *);

/*
 * `key: literal` and `NAME = literal` of JavaScript or TypeScript, wherever
 * they stand.  An object that is the value of a key or name becomes a map of
 * its own; braces of code are looked through, so that in
 *
 *	export default defineConfig({ site: 'https://example.org' })
 *
 * `site` is a key of the whole.  An item of a list that calls a name with an
 * object is that object.  A name that a text was given to above, `title` or
 * `site.title`, stands for that text; and so does `{ title }`, and `${title}`
 * in another.  `NAME ? a : b`, `NAME || b` and `NAME ?? b` are what that text
 * makes of them.  `...NAME` in an object are the entries of a map, behind its
 * own.
 */
const struct p2f_value *assignments_script(struct arena *,
	    const struct block *, struct diag *);

struct literal_imports;

/* The same of a program that has names from other files, which may also stand
   for maps. */
const struct p2f_value *assignments_importing(struct arena *,
	    const struct block *, const struct literal_imports *);

/* The value of JavaScript where a reader stands; NULL: it is code, of which
   some is read. */
struct literal_reader;

const struct p2f_value *assignments_value(struct literal_reader *);

/*
 * The first one of these, `export const NAME = literal`, and where it ends;
 * NULL: the text does not begin with one.  Code in it is reported.
 */
const struct p2f_value *assignments_entry(struct arena *,
	    const struct block *, size_t *length, struct diag *);

/*
 * The map that has a key, a map itself or one inside it: the one that is
 * nested least, and of these the first; NULL: there is none.  A program may
 * keep its settings in any variable.
 */
const struct p2f_value *assignments_holder(const struct p2f_value *map,
	    const char *key);
/* The value of a key there; NULL: there is none. */
const struct p2f_value *assignments_find(const struct p2f_value *map,
	    const char *key);

#endif

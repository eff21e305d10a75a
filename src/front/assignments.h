/*
 * assignments - settings that are a program, in Python or JavaScript.
 *
 * Pelican and Nikola are configured in Python; Docusaurus, Astro and Gatsby
 * in JavaScript or TypeScript.  Only these languages can run that, but most
 * of it assigns literals to names, and these can be read.  All code is left
 * out.  Posts in MDX have such front matter, too.
 *
 * The text of a block ends in a NUL, and contains no other.
 */
#ifndef FRONT_ASSIGNMENTS_H
#define FRONT_ASSIGNMENTS_H

#include "front/value.h"

/*
 * The assignments at the left margin of a Python file, `NAME = literal`:
 * strings, including joined ones, numbers, True, False, None, and tuples,
 * lists and dicts of these.  If a name is assigned twice, the later assignment
 * comes first in the map, so that value_get() finds it.  A name to which code
 * is assigned is P2F_NULL, and so is a list item that is code; a dict entry
 * that is code is left out.  A name used as the key of a dict is read as text.
 */
const struct p2f_value *assignments_python(struct arena *,
	    const struct block *, struct diag *);

/*
 * `key: literal` and `NAME = literal` in JavaScript or TypeScript, wherever
 * they appear.  An object that is the value of a key or name becomes a map of
 * its own; the braces of code are ignored, so that in
 *
 *	export default defineConfig({ site: 'https://example.org' })
 *
 * `site` is a top-level key.  A list item that is a call with an object as
 * its argument is that object.  A name to which text was assigned before,
 * `title` or `site.title`, stands for that text, also as `{ title }`, and as
 * `${title}` in another.  `NAME ? a : b`, `NAME || b` and `NAME ?? b` are
 * evaluated with that text.  `...NAME` in an object adds the entries of a
 * map after the object's own.
 */
const struct p2f_value *assignments_script(struct arena *,
	    const struct block *, struct diag *);

struct literal_imports;

/* The same for a program that imports names from other files; these may also
   stand for maps. */
const struct p2f_value *assignments_importing(struct arena *,
	    const struct block *, const struct literal_imports *);

/* The JavaScript value at the reader's position; NULL: it is code, some of
   which has been read. */
struct literal_reader;

const struct p2f_value *assignments_value(struct literal_reader *);

/*
 * The first assignment, `export const NAME = literal`, and where it ends;
 * NULL: the text does not begin with one.  Code in it is reported.
 */
const struct p2f_value *assignments_entry(struct arena *,
	    const struct block *, size_t *length, struct diag *);

/*
 * The map that has a key: this map or one inside it, the least nested one, and
 * the first of these; NULL: there is none.  A program may keep its settings in
 * any variable.
 */
const struct p2f_value *assignments_holder(const struct p2f_value *map,
	    const char *key);
/* The value of a key there; NULL: there is none. */
const struct p2f_value *assignments_find(const struct p2f_value *map,
	    const char *key);

#endif

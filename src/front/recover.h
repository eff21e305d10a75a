/*
 * recover - what can be read of YAML that libyaml rejects.
 *
 * One unquoted `title: [x] y` would cost a post its date, its tags and its
 * author.  So the block is divided into pieces, one for each key at the
 * margin, and each piece is parsed alone; if that fails, too, the text after
 * the key is used as is.
 */
#ifndef FRONT_RECOVER_H
#define FRONT_RECOVER_H

#include "front/yaml.h"

/*
 * The map of a block that yaml_parse() rejected for the given problem; NULL
 * if it has no key at all.  Reports every repair.
 */
const struct p2f_value *recover(struct arena *, const struct block *,
	    struct diag *, const struct yaml_problem *);

/* Describes a problem in plain words, and what the author can do about it. */
const char *recover_words(const struct yaml_problem *);
const char *recover_hint(const struct yaml_problem *);

#endif

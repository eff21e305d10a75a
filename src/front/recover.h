/*
 * recover - what can be read of YAML that libyaml refuses.
 *
 * One unquoted `title: [x] y` would cost a post its date, its tags and its
 * author.  So the block is cut into pieces, one for each key at the margin,
 * and each piece is parsed alone; where that fails, too, the text behind the
 * key is taken as it stands.
 */
#ifndef FRONT_RECOVER_H
#define FRONT_RECOVER_H

#include "front/yaml.h"

/*
 * The map of a block that yaml_parse() refused for the given problem; NULL
 * when it has no key at all.  Reports every place that was mended.
 */
const struct p2f_value *recover(struct arena *, const struct block *,
	    struct diag *, const struct yaml_problem *);

/* What a problem is, in plain words, and what the author can do about it. */
const char *recover_words(const struct yaml_problem *);
const char *recover_hint(const struct yaml_problem *);

#endif

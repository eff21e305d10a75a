/*
 * plain_yaml - the YAML that nearly all front matter is, without a parser.
 *
 * Nearly all posts hold lines of `key: value`, lists of words, paragraphs of
 * text, comments and nothing else of YAML; for these, libyaml costs more than
 * all the rest of a post.  This reads that subset in one pass and gives up at
 * the first doubt, so that no rule of YAML has to be right here but those of
 * the subset.
 *
 * It is an accelerator and nothing more.  What it accepts, yaml_parse() reads
 * as the same tree, with the same places and comments, and without a message
 * (tests/unit/plain_yaml.c, tests/fuzz/plain.c).  A build with
 * CPPFLAGS=-DP2F_LIBYAML_ONLY does without it.
 */
#ifndef FRONT_PLAIN_YAML_H
#define FRONT_PLAIN_YAML_H

#include "front/value.h"

/* The map of a block; NULL: it is for libyaml to read. */
const struct p2f_value *plain_yaml_read(struct arena *, const struct block *);

#endif

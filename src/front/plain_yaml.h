/*
 * plain_yaml - the YAML of nearly all front matter, without a YAML parser.
 *
 * Nearly all posts have lines of `key: value`, lists of words, paragraphs of
 * text, comments, and no other YAML; for these, libyaml costs more than all
 * the rest of a post.  This reads that subset in one pass and gives up at the
 * first doubt, so that only the rules of the subset have to be right here.
 *
 * It is an accelerator and nothing more.  Whatever it accepts, yaml_parse()
 * reads as the same tree, with the same positions and comments, and without a
 * message (tests/unit/plain_yaml.c, tests/fuzz/plain.c).  A build with
 * CPPFLAGS=-DP2F_LIBYAML_ONLY does without it.
 */
#ifndef FRONT_PLAIN_YAML_H
#define FRONT_PLAIN_YAML_H

#include "front/value.h"

/* The map of a block; NULL: libyaml must read it. */
const struct p2f_value *plain_yaml_read(struct arena *, const struct block *);

#endif

/*
 * libyaml, for front matter and settings that are more than lines of
 * `key: value`, loaded for the first of them.
 */
#include "base/library.h"

#ifdef P2F_LATE

#include <pthread.h>

#include <yaml.h>

#define FUNCTIONS(F) \
	F(yaml_parser_initialize) \
	F(yaml_parser_delete) \
	F(yaml_parser_set_input_string) \
	F(yaml_parser_set_encoding) \
	F(yaml_parser_parse) \
	F(yaml_event_delete)

#define FIND(name) library_need_function(library, #name, &yaml.name);

static struct yaml {
	FUNCTIONS(LIBRARY_MEMBER)
} yaml;

static void
load(void)
{
	void *library = library_need(LIBRARY_NAME("libyaml-0", "2"),
	    "libyaml.so");

	FUNCTIONS(FIND)
}

static const struct yaml *
loaded(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load);
	return &yaml;
}

int
yaml_parser_initialize(yaml_parser_t *parser)
{
	return loaded()->yaml_parser_initialize(parser);
}

void
yaml_parser_delete(yaml_parser_t *parser)
{
	loaded()->yaml_parser_delete(parser);
}

void
yaml_parser_set_input_string(yaml_parser_t *parser, const unsigned char *input,
    size_t size)
{
	loaded()->yaml_parser_set_input_string(parser, input, size);
}

void
yaml_parser_set_encoding(yaml_parser_t *parser, yaml_encoding_t encoding)
{
	loaded()->yaml_parser_set_encoding(parser, encoding);
}

int
yaml_parser_parse(yaml_parser_t *parser, yaml_event_t *event)
{
	return loaded()->yaml_parser_parse(parser, event);
}

void
yaml_event_delete(yaml_event_t *event)
{
	loaded()->yaml_event_delete(event);
}

#endif

/*
 * jansson, for anything that reads JSON, loaded when there is some.
 */
#include "base/library.h"

#ifdef P2F_LATE

#include <pthread.h>

#include <jansson.h>

#include "base/mem.h"

#define FUNCTIONS(F) \
	F(json_set_alloc_funcs) \
	F(json_object) \
	F(json_object_get) \
	F(json_object_set_new) \
	F(json_array) \
	F(json_array_size) \
	F(json_array_get) \
	F(json_array_append_new) \
	F(json_string) \
	F(json_string_value) \
	F(json_string_length) \
	F(json_integer) \
	F(json_delete) \
	F(json_loadb) \
	F(json_load_callback) \
	F(json_dump_callback)

#define FIND(name) library_need_function(library, #name, &jansson.name);

static struct jansson {
	FUNCTIONS(LIBRARY_MEMBER)
} jansson;

static void
load(void)
{
	void *library = library_need(LIBRARY_NAME("libjansson", "4"),
	    "libjansson.so");

	FUNCTIONS(FIND)
	jansson.json_set_alloc_funcs(mem_alloc, mem_free);
}

static const struct jansson *
loaded(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, load);
	return &jansson;
}

json_t *
json_object(void)
{
	return loaded()->json_object();
}

json_t *
json_object_get(const json_t *object, const char *key)
{
	return loaded()->json_object_get(object, key);
}

int
json_object_set_new(json_t *object, const char *key, json_t *value)
{
	return loaded()->json_object_set_new(object, key, value);
}

json_t *
json_array(void)
{
	return loaded()->json_array();
}

size_t
json_array_size(const json_t *array)
{
	return loaded()->json_array_size(array);
}

json_t *
json_array_get(const json_t *array, size_t i)
{
	return loaded()->json_array_get(array, i);
}

int
json_array_append_new(json_t *array, json_t *value)
{
	return loaded()->json_array_append_new(array, value);
}

json_t *
json_string(const char *text)
{
	return loaded()->json_string(text);
}

const char *
json_string_value(const json_t *string)
{
	return loaded()->json_string_value(string);
}

size_t
json_string_length(const json_t *string)
{
	return loaded()->json_string_length(string);
}

json_t *
json_integer(json_int_t number)
{
	return loaded()->json_integer(number);
}

void
json_delete(json_t *json)
{
	loaded()->json_delete(json);
}

json_t *
json_loadb(const char *bytes, size_t n, size_t flags, json_error_t *error)
{
	return loaded()->json_loadb(bytes, n, flags, error);
}

json_t *
json_load_callback(json_load_callback_t callback, void *data, size_t flags,
    json_error_t *error)
{
	return loaded()->json_load_callback(callback, data, flags, error);
}

int
json_dump_callback(const json_t *json, json_dump_callback_t callback,
    void *data, size_t flags)
{
	return loaded()->json_dump_callback(json, callback, data, flags);
}

#endif

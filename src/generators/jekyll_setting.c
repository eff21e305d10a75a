/*
 * Look up values by the exact name of their keys; null does not count.
 */
#include "base/text.h"
#include "front/value.h"
#include "generators/jekyll.h"

const struct p2f_value *
jekyll_get(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *v = value_get_exact(map, key);

	return v == NULL || v->kind == P2F_NULL ? NULL : v;
}

const struct p2f_value *
jekyll_setting(const struct jekyll *own, const char *key)
{
	const char *of_feed = text_after(key, "feed.");

	return of_feed == NULL ? jekyll_get(own->config, key) :
	    jekyll_get(jekyll_get(own->config, "feed"), of_feed);
}

const struct p2f_value *
jekyll_collection(const struct jekyll *own, const char *label)
{
	return jekyll_get(jekyll_get(own->config, "collections"), label);
}

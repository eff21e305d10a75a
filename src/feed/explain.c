#include <string.h>

#include <jansson.h>

#include "base/file.h"
#include "feed/entry.h"
#include "feed/explain.h"
#include "front/value.h"
#include "site/site.h"

/* Where a fact came from: a value in a file, or what the words say, or a value
   with words about it. */
struct origin {
	const struct p2f_value	*value;
	struct place		 place;		/* of a setting */
	const char		*words;
};

/* A feed or a post that is being explained. */
struct subject {
	struct buf	*text;		/* NULL: as JSON ... */
	json_t		*facts;		/* ... into this object */
	const char	*path;		/* of the post; NULL: the feed */
};

/* File names may be of any bytes. */
static json_t *
path_json(const char *path)
{
	struct arena a = { 0 };
	json_t *text = json_string(file_clean_name(&a, path));

	arena_release(&a);
	return text;
}

static json_t *
origin_json(const struct subject *s, const struct origin *o)
{
	const struct p2f_value *v = o->value;
	struct place place = v != NULL ? value_place(s->path, v) : o->place;
	json_t *from = json_object();

	if (v != NULL && v->key != NULL)
		json_object_set_new(from, "key", json_string(v->key));
	if (place.path != NULL)
		json_object_set_new(from, "file", path_json(place.path));
	if (place.line > 0) {
		json_object_set_new(from, "line", json_integer(place.line));
		json_object_set_new(from, "column",
		    json_integer(place.column));
	}
	if (o->words != NULL)
		json_object_set_new(from, "rule", json_string(o->words));
	return from;
}

static void
put_origin(const struct subject *s, const struct origin *o)
{
	const struct p2f_value *v = o->value;
	const struct place *place = &o->place;
	const char *separator = "";

	buf_puts(s->text, "  (");
	if (o->words != NULL) {
		buf_puts(s->text, o->words);
		separator = "; ";
	}
	if (v != NULL || place->path != NULL)
		buf_puts(s->text, separator);
	if (v != NULL && v->key != NULL)
		buf_printf(s->text, "%s, ", v->key);
	if (v == NULL && place->path != NULL)
		diag_put_place(s->text, (struct place){ place->path,
		    place->line, 0 });
	else if (v != NULL)
		buf_printf(s->text, "line %u", v->line);
	buf_puts(s->text, ")\n");
}

static void
explain(const struct subject *s, const char *name, const char *value,
    struct origin origin)
{
	json_t *fact;

	if (value == NULL)
		return;
	if (s->text != NULL) {
		buf_printf(s->text, "  %-11s %s", name, value);
		put_origin(s, &origin);
		return;
	}
	fact = json_object();
	json_object_set_new(fact, "value", json_string(value));
	json_object_set_new(fact, "from", origin_json(s, &origin));
	json_object_set_new(s->facts, name, fact);
}

/* Several values of one origin: a list in JSON, one per line as text. */
static void
explain_list(const struct subject *s, const char *name,
    const struct arena_list *values, struct origin origin)
{
	json_t *fact, *list;
	size_t i;

	if (values->count == 0)
		return;
	if (s->text != NULL) {
		for (i = 0; i < values->count; i++)
			explain(s, i == 0 ? name : "", values->items[i],
			    origin);
		return;
	}
	fact = json_object();
	list = json_array();
	for (i = 0; i < values->count; i++)
		json_array_append_new(list, json_string(values->items[i]));
	json_object_set_new(fact, "value", list);
	json_object_set_new(fact, "from", origin_json(s, &origin));
	json_object_set_new(s->facts, name, fact);
}

static struct origin
of_words(const char *words)
{
	return (struct origin){ .words = words };
}

/* From the front matter, or else what the words say. */
static struct origin
of_field(const struct post *post, enum field field, const char *otherwise)
{
	const struct p2f_value *v = post->facts.from[field];

	return (struct origin){ .value = v,
	    .words = v == NULL ? otherwise : NULL };
}

/* From a setting of the site, the command line, or else what the words say. */
static struct origin
of_setting(const struct site *site, const char *key, const char *otherwise)
{
	struct place place = site_place(site, key);

	if (place.path == NULL && !site_is_set(site, key))
		return of_words(otherwise);
	return (struct origin){ .place = place,
	    .words = place.path == NULL ? "the command line" : NULL };
}

static struct origin
url_origin(struct arena *a, const struct post *post, const struct site *site)
{
	const struct p2f_value *own = post->facts.from[FIELD_URL];
	struct origin o = { .value = own };

	if (own == NULL)
		o.value = post->facts.from[FIELD_SLUG];
	if (site->permalink == NULL && site->generator->url != NULL &&
	    post->inside != NULL)
		o.words = arena_printf(a, "the rules of %s",
		    site->generator->title);
	else if (own == NULL)
		o.words = arena_printf(a, "the pattern %s",
		    site->permalink != NULL ? site->permalink :
		    SITE_DEFAULT_PERMALINK);
	return o;
}

static const char *
id_words(const struct post *post)
{
	if (post->url == NULL)
		return "its path, since its URL is unknown";
	return strcmp(post->url, post->id) == 0 ? "its URL" :
	    "its URL and file name, since another post has the same URL";
}

static void
explain_dates(const struct subject *s, const struct post *post)
{
	const struct p2f_date *published = post->published;
	const struct p2f_date *updated = post->updated;

	if (published == NULL)
		explain(s, "date", "none", of_words("nothing gives one"));
	else if (published == post->facts.date)
		explain(s, "date", published->rfc3339, of_field(post,
		    FIELD_DATE, NULL));
	else
		explain(s, "date", published->rfc3339,
		    of_words(post->date_from));
	if (updated != NULL && updated == post->facts.updated)
		explain(s, "updated", updated->rfc3339, of_field(post,
		    FIELD_UPDATED, NULL));
	else if (updated != NULL)
		explain(s, "updated", updated->rfc3339,
		    of_words("its date"));
}

static void
explain_people(const struct subject *s, struct arena *a,
    const struct p2f_person *const *p, struct origin origin)
{
	struct arena_list names = { 0 };

	for (; *p != NULL; p++)
		arena_list_add(a, &names, (*p)->email == NULL ? (*p)->name :
		    arena_printf(a, "%s <%s>", (*p)->name, (*p)->email));
	explain_list(s, "authors", &names, origin);
}

static struct origin
authors_origin(const struct post *post, const struct site *site)
{
	return post->facts.authors.count > 0 ?
	    of_field(post, FIELD_AUTHORS, "the site's table of authors") :
	    of_setting(site, "author", "a default");
}

static void
explain_terms(const struct subject *s, struct arena *a,
    const struct entry *e, enum p2f_category_kind kind)
{
	const struct p2f_category *const *c = e->post.categories;
	struct arena_list terms = { 0 };

	for (; *c != NULL; c++)
		if ((*c)->kind == kind)
			arena_list_add(a, &terms, (*c)->term);
	if (kind == P2F_TAG)
		explain_list(s, "tags", &terms, of_field(e->source,
		    FIELD_TAGS, "the generator"));
	else
		explain_list(s, "categories", &terms, of_field(e->source,
		    FIELD_CATEGORIES, "its folders, or a default"));
}

static void
explain_media(const struct subject *s, struct arena *a,
    const struct entry *e)
{
	const struct p2f_media *const *m = e->post.media;
	struct arena_list urls = { 0 };

	if (e->post.image != NULL)
		explain(s, "image", e->post.image->url, of_field(e->source,
		    e->source->facts.from[FIELD_IMAGE] != NULL ?
		    FIELD_IMAGE : FIELD_THUMBNAIL,
		    e->source->facts.image != NULL ? "a file beside it" :
		    "the body"));
	if (e->post.thumbnail != NULL)
		explain(s, "thumbnail", e->post.thumbnail->url,
		    of_field(e->source, FIELD_THUMBNAIL, NULL));
	for (; *m != NULL; m++)
		arena_list_add(a, &urls, arena_printf(a, "%s (%s)", (*m)->url,
		    (*m)->type != NULL ? (*m)->type : "type unknown"));
	explain_list(s, "enclosures", &urls, of_field(e->source,
	    FIELD_ENCLOSURE, NULL));
}

static void
explain_post(const struct subject *s, const struct entry *e,
    const struct site *site)
{
	const struct p2f_post *p = &e->post;
	struct arena scratch = { 0 };

	explain(s, "title", p->title, of_field(e->source, FIELD_TITLE,
	    e->title_from));
	explain(s, "url", p->url, url_origin(&scratch, e->source, site));
	explain(s, "id", p->id, of_field(e->source, FIELD_ID,
	    id_words(e->source)));
	explain_dates(s, e->source);
	explain_people(s, &scratch, p->authors,
	    authors_origin(e->source, site));
	explain_terms(s, &scratch, e, P2F_CATEGORY);
	explain_terms(s, &scratch, e, P2F_TAG);
	explain(s, "language", p->language != NULL ? p->language :
	    site->language, p->language != NULL ? of_field(e->source,
	    FIELD_LANGUAGE, "its file name or folder") : of_setting(site,
	    "language", "a default"));
	explain(s, "summary", p->summary, of_field(e->source, FIELD_SUMMARY,
	    e->summary_from));
	explain_media(s, &scratch, e);
	explain(s, "external", p->external_url, of_field(e->source,
	    FIELD_EXTERNAL, NULL));
	explain(s, "rights", p->rights, of_field(e->source, FIELD_RIGHTS,
	    NULL));
	explain(s, "content", arena_printf(&scratch, "%zu bytes of HTML",
	    p->content_length), of_words(e->is_html ? "HTML as is" :
	    "rendered Markdown"));
	arena_release(&scratch);
}

static void
explain_hubs(const struct subject *s, struct arena *a,
    const struct p2f_feed *feed, const struct site *site)
{
	const char *const *hub = feed->hubs;
	struct arena_list urls = { 0 };

	for (; *hub != NULL; hub++)
		arena_list_add(a, &urls, *hub);
	explain_list(s, "hubs", &urls, of_setting(site, "hub", NULL));
}

static void
explain_site(const struct subject *s, const struct p2f_feed *feed,
    const struct site *site, bool has_posts)
{
	struct arena scratch = { 0 };

	if (site->generator->files != NULL)
		explain(s, "site", file_clean_name(&scratch, site->root),
		    of_words(arena_printf(&scratch, "made with %s",
		    site->generator->title)));
	explain(s, "title", feed->title, of_setting(site, "title",
	    "a default"));
	explain(s, "url", feed->home, of_setting(site, "url", "a default"));
	explain(s, "id", feed->id, of_setting(site, "id", "its URL"));
	explain(s, "self", feed->self, of_setting(site, "self", NULL));
	explain(s, "description", feed->description, of_setting(site,
	    "description", NULL));
	explain(s, "language", feed->language, of_setting(site, "language",
	    NULL));
	explain_people(s, &scratch, feed->authors, of_setting(site, "author",
	    NULL));
	explain(s, "rights", feed->rights, of_setting(site, "rights", NULL));
	explain(s, "icon", feed->icon, of_setting(site, "icon", NULL));
	explain(s, "logo", feed->logo, of_setting(site, "logo", NULL));
	explain_hubs(s, &scratch, feed, site);
	explain(s, "updated", feed->updated->rfc3339, of_words(has_posts ?
	    "its newest post" : "no posts"));
	if (site->limit > 0)
		explain(s, "limit", arena_printf(&scratch, "%zu",
		    site->limit), of_setting(site, "limit", NULL));
	arena_release(&scratch);
}

/* Begin a feed or a post; s->facts is owned by the object returned. */
static json_t *
begin(struct subject *s)
{
	json_t *object;

	if (s->text != NULL) {
		if (s->path == NULL)
			buf_puts(s->text, "The feed");
		else
			diag_put_place(s->text, (struct place){
			    .path = s->path });
		buf_putc(s->text, '\n');
		return NULL;
	}
	object = json_object();
	if (s->path != NULL)
		json_object_set_new(object, "path", path_json(s->path));
	s->facts = json_object();
	json_object_set_new(object, "facts", s->facts);
	return object;
}

static void
explain_posts(struct subject *s, json_t *list, const struct posts *posts,
    const struct site *site, struct diag *d)
{
	struct entry entry = { .arena = { 0 } };
	struct post spare = { .path = NULL }, *post;
	json_t *object;
	size_t i;

	for (i = 0; i < posts->count; i++) {
		post = card_open(posts->items[i], &spare, posts->rules, d);
		if (post == NULL)
			continue;
		entry_fill(&entry, post, site, d);
		s->path = post->path;
		if (s->text != NULL)
			buf_putc(s->text, '\n');
		object = begin(s);
		explain_post(s, &entry, site);
		if (object != NULL)
			json_array_append_new(list, object);
		card_release(posts->items[i]);
	}
	post_release(&spare);
	entry_release(&entry);
}

static int
put_json(const char *bytes, size_t n, void *out)
{
	buf_add(out, bytes, n);
	return 0;
}

void
explain_feed(struct buf *out, const struct p2f_feed *feed,
    const struct posts *posts, const struct site *site, bool as_json,
    struct diag *d)
{
	struct subject s = { .text = as_json ? NULL : out };
	json_t *root = json_object(), *list = json_array(), *object;

	object = begin(&s);
	explain_site(&s, feed, site, posts->count > 0);
	json_object_set_new(root, "feed", object);
	explain_posts(&s, list, posts, site, d);
	json_object_set_new(root, "posts", list);
	if (as_json) {
		json_dump_callback(root, put_json, out, JSON_INDENT(2));
		buf_putc(out, '\n');
	}
	json_decref(root);
}

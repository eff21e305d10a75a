/*
 * The collections of Astro.  The program that defines them is not run; what
 * nearly all of them have in common is read:
 *
 *	const blog = defineCollection({
 *		loader: glob({ pattern: '*.md', base: './posts' }),
 *	});
 */
#include <string.h>

#include "base/text.h"
#include "front/literal.h"
#include "generators/astro.h"
#include "generators/paths.h"
#include "site/config.h"

static const char *const names[] = {
	"src/content.config.ts", "src/content.config.mts",
	"src/content.config.js", "src/content.config.mjs",
	"src/content/config.ts", "src/content/config.mts",
	"src/content/config.js", "src/content/config.mjs", NULL
};

/* The state of reading a program that defines collections. */
struct reading {
	struct literal_reader	 r;
	const struct p2f_value	*constants;	/* of the program */
	struct astro_collection	*first;		/* most recent collection */
};

/* Expand a template literal, in which ${NAME} is a constant of the program. */
static const char *
expand(const struct reading *reading, const char *p)
{
	struct arena *a = reading->r.arena;
	struct buf out = { 0 };
	const char *text = "", *word;
	size_t n;

	for (; *p != '`' && *p != '\0' && text != NULL; p += n) {
		n = strcspn(p, "`$");
		buf_add(&out, p, n);
		if (n > 0 || !text_has_prefix(p, "${")) {
			n += n == 0;
			continue;
		}
		n = strcspn(p, "}`");
		word = arena_strndup(a, p + 2, n - 2);
		text = config_text(a, reading->constants, word);
		buf_puts(&out, text == NULL ? "" : text);
		n += p[n] == '}';
	}
	buf_putc(&out, '\0');
	text = text == NULL || *p != '`' ? NULL : arena_strdup(a, out.bytes);
	buf_release(&out);
	return text;
}

/* A string, or a constant that is one; NULL if it is anything else. */
static const char *
read_text(struct reading *reading)
{
	struct literal_reader *r = &reading->r;
	const char *start = r->p, *text;

	if (!literal_at_string(r)) {
		text = literal_word(r);
		return text == NULL ? NULL : config_text(r->arena,
		    reading->constants, text);
	}
	text = literal_string(r);
	return text == NULL && *start == '`' ? expand(reading, start + 1) :
	    text;
}

static void
read_patterns(struct reading *reading, struct arena_list *patterns)
{
	struct literal_reader *r = &reading->r;
	bool is_list = *r->p == '[';
	const char *text;

	r->p += is_list;
	do {
		literal_skip_space(r);
		text = read_text(reading);
		if (text != NULL)
			arena_list_add(r->arena, patterns, text);
		literal_skip_space(r);
	} while (is_list && text != NULL && *r->p == ',' && *++r->p != '\0');
}

/* `collections = { blog: posts }`: use the name that a variable is exported
   by. */
static void
rename_variable(const struct reading *reading, const char *variable,
    const char *name)
{
	struct astro_collection *c;

	for (c = reading->first; c != NULL; c = c->next)
		if (strcmp(c->variable, variable) == 0)
			c->name = name;
}

static struct astro_collection *
add_collection(struct arena *a, struct astro_collection *next,
    const char *name)
{
	struct astro_collection *c = arena_alloc(a, sizeof *c);

	c->name = c->variable = name;
	c->is_lost = arena_alloc(a, sizeof *c->is_lost);
	atomic_init(c->is_lost, false);
	c->next = next;
	return c;
}

/* Read what follows `key:` or `NAME =`. */
static void
read_entry(struct reading *reading, const char *key)
{
	struct astro_collection *c = reading->first;
	struct literal_reader ahead;
	const char *word, *text;

	literal_skip_space(&reading->r);
	ahead = reading->r;
	word = literal_word(&ahead);
	if (word != NULL && strcmp(word, "defineCollection") == 0) {
		reading->first = add_collection(reading->r.arena, c, key);
	} else if (c != NULL && strcmp(key, "loader") == 0) {
		c->has_loader = word != NULL && strcmp(word, "glob") == 0;
	} else if (c != NULL && c->has_loader && c->base == NULL &&
	    strcmp(key, "base") == 0) {
		text = read_text(reading);
		c->base = text == NULL ? NULL :
		    paths_trim(reading->r.arena, text);
	} else if (c != NULL && c->has_loader && c->patterns.count == 0 &&
	    strcmp(key, "pattern") == 0) {
		read_patterns(reading, &c->patterns);
	} else if (word != NULL) {
		rename_variable(reading, word, key);
	}
}

static bool
take_sign(struct literal_reader *r)
{
	literal_skip_space(r);
	if (*r->p != ':' && (*r->p != '=' || r->p[1] == '=' ||
	    r->p[1] == '>'))
		return false;
	r->p++;
	return true;
}

static void
read_program(struct reading *reading)
{
	struct literal_reader *r = &reading->r;
	const char *key;
	bool is_string;

	for (literal_skip_space(r); *r->p != '\0'; literal_skip_space(r)) {
		is_string = literal_at_string(r);
		key = is_string ? literal_string(r) : literal_word(r);
		if (key != NULL && reading->first != NULL &&
		    strcmp(key, "generateId") == 0)
			reading->first->has_ids = true;
		if (key != NULL && take_sign(r))
			read_entry(reading, key);
		else if (key == NULL && !is_string)
			literal_skip_token(r);
	}
}

/* The collections whose loader reads a folder named in the program. */
static struct astro_collection *
with_loader(struct astro_collection *all, const char *path, struct diag *d)
{
	struct astro_collection *found = NULL, *c, *next;

	for (c = all; c != NULL; c = next) {
		next = c->next;
		if (!c->has_loader)
			continue;
		if (c->base == NULL || text_has_prefix(c->base, "..")) {
			diag_report(d, DIAG_CONFIG, (struct place){ .path =
			    path }, "the base of the collection %s %s; its "
			    "posts are not found", quote(c->name).text,
			    c->base != NULL ? "is outside the site" :
			    "is code, which is not run");
			continue;
		}
		c->next = found;
		found = c;
	}
	return found;
}

/* The collections of the program src/content.config.ts. */
static struct astro_collection *
defined_collections(struct site *site, struct diag *d)
{
	const char *name = config_first(site->root, names), *path;
	struct reading reading = { .first = NULL };
	struct block block = { .line = 1, .is_file = true };

	if (name == NULL)
		return NULL;
	reading.constants = config_read(site, name, d);
	path = config_path(&site->arena, site, name);
	block.path = path;
	block.text = config_read_text(site, name, d);
	if (block.text != NULL) {
		block.length = strlen(block.text);
		reading.r = literal_reader(&site->arena, &block, true);
		read_program(&reading);
	}
	return with_loader(reading.first, path, d);
}

/* Whether it mentions the schema of Starlight's own collection. */
static bool
is_starlight(const struct site *site)
{
	return config_mentions(site->root, config_first(site->root, names),
	    "docsSchema");
}

static bool
is_taken(const struct astro_collection *c, const char *folder)
{
	while (c != NULL && !paths_is_around(c->base, folder))
		c = c->next;
	return c != NULL;
}

struct astro_collection *
astro_collections(struct site *site, struct diag *d)
{
	struct astro_collection *all = defined_collections(site, d), *c;
	const struct arena_list folders = config_list(site, ASTRO_CONTENT),
	    routes = astro_routes(site, d);
	struct arena *a = &site->arena;
	const char *folder;
	size_t i;

	for (i = 0; i < folders.count; i++) {
		folder = arena_printf(a, ASTRO_CONTENT "/%s",
		    (const char *)folders.items[i]);
		if (strchr(folders.items[i], '.') != NULL ||
		    is_taken(all, folder))
			continue;
		all = add_collection(a, all, folders.items[i]);
		all->base = folder;
	}
	for (c = all; c != NULL; c = c->next) {
		astro_find_route(&routes, c);
		c->is_starlight = strcmp(c->name, "docs") == 0 &&
		    is_starlight(site);
		if (c->is_starlight && !c->has_ids)
			c->route = "";
	}
	return all;
}

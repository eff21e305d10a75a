/*
 * Which files of a folder are posts: by name, generator, and location of the
 * site.
 */
#include <errno.h>
#include <string.h>

#include "base/contents.h"
#include "base/file.h"
#include "base/media.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "site/source_parts.h"

/* A few folders that link to each other have millions of paths. */
#define LINKED_MAX 100000

/* A folder being read, and the ones around it. */
struct folder {
	dev_t			 device;
	ino_t			 inode;
	const struct folder	*outer;
	unsigned		 depth;
};

/* The collection in progress, and its rules. */
struct collector {
	struct sources		*sources;
	const struct site	*site;
	bool			 by_generator;	/* the generator's rules
						   apply */
	bool			 around_site;	/* files outside of it are not
						   posts */
	size_t			 outside;	/* Markdown files skipped for
						   that */
	size_t			 unread;	/* posts in unsupported
						   markup */
	const char		*first_unread;
	unsigned		 links;		/* on the path to this folder */
	size_t			 linked;	/* folders reached by links */
	struct diag		*diag;
};

static bool add_folder(struct collector *, const char *,
    const struct folder *);

/* Whether two words begin with the same letters; false for most pairs. */
static inline bool
begin_alike(const char *a, const char *b)
{
	return ascii_lower(*a) == ascii_lower(*b) && (*a == '\0' ||
	    ascii_lower(a[1]) == ascii_lower(b[1]));
}

static bool
is_post_extension(const char *extension)
{
	return file_is_post_extension(extension, strlen(extension));
}

/* Markup languages that generators support, but post2feed does not. */
static bool
is_other_markup(const char *extension)
{
	static const char *const others[] = {
		"rst", "rest", "org", "adoc", "asciidoc", "textile", "rmd",
		"ipynb", "dj", "djot", "typ", "wiki", "mediawiki", "creole",
		"smd", "lr", NULL
	};

	return *extension == '.' && ascii_is_any(extension + 1, others);
}

/* The same, and extensions that may be Markdown or templates. */
static bool
is_unread_extension(const char *extension)
{
	static const char *const others[] = {
		"text", "njk", "liquid", "hbs", "ejs", "pug", "haml", "slim",
		"erb", "webc", NULL
	};

	return is_other_markup(extension) || (*extension == '.' &&
	    ascii_is_any(extension + 1, others));
}

/* Images and the like, assets and data of a site, and feeds, including the one
   being made: a glob matches them, too. */
static bool
is_not_text(const char *extension)
{
	static const char *const others[] = {
		"css", "js", "toml", "yaml", "yml", "json", "xml", "rss",
		"atom", NULL
	};

	return media_type(extension) != NULL || (*extension == '.' &&
	    ascii_is_any(extension + 1, others));
}

/* Documents of a repository, which may be next to posts. */
static bool
is_document(const char *name)
{
	static const char *const names[] = {
		"README", "CONTRIBUTING", "LICENSE", "CHANGELOG",
		"CODE_OF_CONDUCT", "SECURITY", NULL
	};
	size_t i;

	/* Many posts are named by their date. */
	if (ascii_is_digit(*name))
		return false;
	for (i = 0; names[i] != NULL; i++)
		if (begin_alike(name, names[i]) &&
		    ascii_has_prefix(name, names[i]) &&
		    name + strlen(names[i]) == file_extension(name))
			return true;
	return false;
}

/* Some generators treat README.md as index.md. */
static bool
is_index(const struct collector *c, const char *name)
{
	return c->by_generator && c->site->generator->readme_is_index &&
	    ascii_equal(name, "README.md");
}

/*
 * Folders of a generator's site that contain no posts.  Some names are common
 * words, and only count at the top of a site.
 */
static bool
is_site_part(const char *name, const struct folder *outer)
{
	static const char *const anywhere[] = {
		"_layouts", "_includes", "_sass", "_data", "_site",
		"_plugins", "_templates", "node_modules", NULL
	};
	static const char *const at_the_top[] = {
		"archetypes", "layouts", "scaffolds", "templates", "themes",
		NULL
	};

	return ascii_is_any(name, anywhere) ||
	    (outer->outer == NULL && ascii_is_any(name, at_the_top));
}

/* Why a file found in a folder is not a post; NULL if it is one. */
static const char *
why_not_post(const struct collector *c, const char *path)
{
	const char *name = file_base_name(path);
	bool takes_any = c->by_generator &&
	    c->site->generator->takes_underline;

	if (name[0] == '.' || name[0] == '#')
		return "hidden or an editor's leftover";
	if (name[0] == '_' && (!takes_any || text_has_prefix(name,
	    "_index.")))
		return "names that begin with _ are for lists, not posts";
	/* With a generator, such a name in lower case is a page, except
	   readme. */
	if (is_document(name) && !is_index(c, name) && (!c->by_generator ||
	    name[0] < 'a' || ascii_has_prefix(name, "readme")))
		return "a repository document";
	return NULL;
}

/* Offset of the path in the site, plus one; 0 if it is outside. */
static unsigned
begin_of_inside(const struct site *site, const char *path)
{
	const char *inside = path_has_name(path) ? site_inside(site, path) :
	    NULL;

	if (inside == NULL)
		return 0;
	/* For the top, `inside` does not point into the path. */
	return (unsigned)(strlen(path) - strlen(inside)) + 1;
}

static struct source *
add_source(const struct collector *c, const char *path)
{
	struct sources *s = c->sources;

	if (s->count == s->room) {
		s->room = s->room == 0 ? 32 : s->room * 2;
		s->items = mem_realloc(s->items, s->room * sizeof *s->items);
	}
	s->items[s->count] = (struct source){ .path = path,
	    .inside = begin_of_inside(c->site, path) };
	return &s->items[s->count++];
}

static void
skip(const struct collector *c, const char *path, const char *why)
{
	diag_report(c->diag, DIAG_FILE, (struct place){ .path = path },
	    "skipped: %s", why);
}

/* The generator's reason to skip a path, if it is asked; or NULL. */
static const char *
ask_generator(const struct collector *c, const char *path, bool is_folder)
{
	const struct generator *generator = c->site->generator;
	const char *inside = c->by_generator ? site_inside(c->site, path) :
	    NULL;

	if (inside == NULL || *inside == '\0')
		return NULL;
	if (!is_folder && !generator->takes_qmd &&
	    ascii_equal(file_extension(path), ".qmd"))
		return "a Quarto document";
	return generator->skip_reason(c->site, inside, is_folder);
}

/* They do not apply in the folders around a site that is deeper down. */
static bool
rules_hold(const struct collector *c, const char *path)
{
	return c->by_generator && (!c->around_site ||
	    site_inside(c->site, path) != NULL);
}

static bool
add_subfolder(struct collector *c, const char *path,
    const struct folder *outer)
{
	const char *name = file_base_name(path), *why = NULL;

	if (name[0] == '.' || (!rules_hold(c, path) &&
	    is_site_part(name, outer)))
		why = "not a folder of posts";
	if (why == NULL)
		why = ask_generator(c, path, true);
	if (why == NULL)
		return add_folder(c, path, outer);
	skip(c, path, why);
	return true;
}

/* A post in unsupported markup is only counted where the site has its posts. */
static void
count_unread(struct collector *c, const char *path)
{
	if (!is_other_markup(file_extension(path)) ||
	    why_not_post(c, path) != NULL ||
	    (c->around_site && site_inside(c->site, path) == NULL) ||
	    ask_generator(c, path, false) != NULL)
		return;
	if (c->unread++ == 0)
		c->first_unread = path;
}

static void
add_file(struct collector *c, const char *path)
{
	const char *extension = file_extension(path), *why;

	if (!is_post_extension(extension)) {
		if (!is_unread_extension(extension))
			return;
		skip(c, path, "an unsupported format");
		count_unread(c, path);
		return;
	}
	why = why_not_post(c, path);
	if (why == NULL && c->around_site &&
	    site_inside(c->site, path) == NULL) {
		c->outside += !file_is_html(path);
		why = "outside the site";
	}
	if (why == NULL)
		why = ask_generator(c, path, false);
	if (why != NULL)
		skip(c, path, why);
	else
		add_source(c, path)->is_regular = true;
}

/* Count a folder reached by a link.  False if it is one too many, reported. */
static bool
count_linked(struct collector *c, const char *path)
{
	if (c->linked == LINKED_MAX)
		diag_report(c->diag, DIAG_READ, (struct place){ .path = path },
		    "cannot read: symbolic links lead to more than %d folders "
		    "(name those you mean)", LINKED_MAX);
	return c->linked++ < LINKED_MAX;
}

/* On nearly all systems, an entry of unknown kind is a link. */
static bool
add_inner_folder(struct collector *c, const struct contents_entry *inner,
    const struct folder *outer)
{
	bool is_link = inner->kind == CONTENTS_UNKNOWN, ok;

	c->links += is_link;
	ok = (c->links == 0 || count_linked(c, inner->path)) &&
	    add_subfolder(c, inner->path, outer);
	c->links -= is_link;
	return ok;
}

static bool
add_entry(struct collector *c, const struct contents_entry *inner,
    const struct folder *outer)
{
	const char *path = inner->path;
	enum contents_kind kind = inner->kind;

	if (kind == CONTENTS_UNKNOWN)
		kind = contents_kind_of(path);
	if (kind == CONTENTS_UNKNOWN) {
		/* A dangling link, such as an editor's lock, is not a post. */
		if (!is_post_extension(file_extension(path)) ||
		    file_base_name(path)[0] == '.')
			return true;
		return file_report(path, errno, c->diag);
	}
	if (kind == CONTENTS_FOLDER)
		return add_inner_folder(c, inner, outer);
	if (kind == CONTENTS_FILE)
		add_file(c, path);
	else if (is_post_extension(file_extension(path)))
		skip(c, path, "not a regular file");
	return true;
}

static bool
is_inside(const struct folder *folder, const struct folder *outer)
{
	for (; outer != NULL; outer = outer->outer)
		if (outer->device == folder->device &&
		    outer->inode == folder->inode)
			return true;
	return false;
}

/* Reuses the listing from the search for a site. */
static bool
get_contents(struct contents *all, struct sources *s, const char *folder)
{
	if (s->listed == NULL || strcmp(s->listed->folder, folder) != 0)
		return contents_read(all, &s->arena, folder);
	*all = *s->listed;
	s->listed = NULL;
	return true;
}

static bool
add_contents(struct collector *c, const struct contents *all,
    const struct folder *outer)
{
	const struct folder folder = { .device = all->device,
	    .inode = all->inode, .outer = outer,
	    .depth = outer == NULL ? 0 : outer->depth + 1 };
	bool ok = true;
	size_t i;

	if (is_inside(&folder, outer) || folder.depth > SOURCE_MAX_DEPTH) {
		skip(c, all->folder,
		    "a folder inside itself, or nested too deeply");
		return true;
	}
	for (i = 0; i < all->count; i++)
		ok = add_entry(c, &all->items[i], &folder) && ok;
	return ok;
}

static bool
add_folder(struct collector *c, const char *path,
    const struct folder *outer)
{
	struct contents all;
	bool ok;

	if (!get_contents(&all, c->sources, path))
		return file_report(path, errno, c->diag);
	ok = add_contents(c, &all, outer);
	contents_release(&all);
	return ok;
}

/* Whether the site is somewhere below a folder, such as docs in ".". */
static bool
is_around_site(const struct site *site, const char *folder)
{
	const char *root = site->root;
	size_t n = strlen(folder);

	if (root == NULL || site_inside(site, folder) != NULL)
		return false;
	if (strcmp(folder, ".") == 0)
		return root[0] != '/' && root[0] != '.';
	return strncmp(root, folder, n) == 0 &&
	    (folder[n - 1] == '/' || root[n] == '/');
}

/*
 * The site is what is meant, and files around it are the rest of a repository;
 * but if there are more posts outside than inside, that may be a mistake.
 */
static bool
collect_around(struct collector *c, const char *folder)
{
	size_t before = c->sources->count;
	bool ok;

	c->by_generator = c->around_site = true;
	c->outside = 0;
	ok = add_folder(c, folder, NULL);
	c->around_site = false;
	if (c->outside > c->sources->count - before)
		diag_report(c->diag, DIAG_SITES, (struct place){ .path =
		    folder }, "more posts are outside the site in %s than in "
		    "it; skipped: %zu (name the folders you mean, or use "
		    "--generator none)", c->site->root, c->outside);
	return ok;
}

static void
collect_file(struct collector *c, const struct operand *operand)
{
	const char *extension = file_extension(operand->path);
	const struct place place = { .path = operand->path };
	struct source *source;

	if (is_not_text(extension)) {
		diag_report(c->diag, DIAG_FORMAT, place, "not a post, judging "
		    "by its extension; skipped");
		return;
	}
	if (is_other_markup(extension))
		diag_report(c->diag, DIAG_FORMAT, place, "an unsupported "
		    "format; read as Markdown (convert it first)");
	source = add_source(c, operand->path);
	source->is_named = true;
	source->is_regular = operand->is_regular;
}

/*
 * The rules of a generator apply in a folder of its posts, and in those around
 * its site.  Someone who names another folder wants what is in it.
 */
static bool
collect(struct collector *c, const struct operand *operand)
{
	const char *path = operand->path;

	if (!operand->is_folder) {
		collect_file(c, operand);
		return true;
	}
	c->by_generator = c->site->generator->skip_reason != NULL;
	if (c->by_generator && is_around_site(c->site, path))
		return collect_around(c, path);
	c->by_generator = c->by_generator &&
	    site_inside(c->site, path) != NULL &&
	    ask_generator(c, path, true) == NULL;
	return add_folder(c, path, NULL);
}

static void
report_unread(const struct collector *c)
{
	const struct place place = { .path = c->first_unread };

	if (c->unread == 1)
		diag_report(c->diag, DIAG_FORMAT, place, "an unsupported "
		    "format; if it is a post, it is not in the feed");
	else if (c->unread > 0)
		diag_report(c->diag, DIAG_FORMAT, place, "%zu files that may "
		    "be posts are in unsupported formats, and not in the feed; "
		    "this is the first", c->unread);
}

bool
sources_collect(struct sources *s, const struct site *site, struct diag *d)
{
	struct collector c = { .sources = s, .site = site, .diag = d };
	bool ok = true;
	size_t i;

	for (i = 0; i < s->operands.count; i++)
		ok = collect(&c, s->operands.items[i]) && ok;
	report_unread(&c);
	sources_sort(s);
	return ok;
}

#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "front/assignments.h"
#include "generators/paths.h"
#include "site/config.h"
#include "site/permalink.h"

const char *
paths_below(const char *path, const char *folder)
{
	const char *rest = text_after(path, folder);

	if (*folder == '\0')
		return path;
	return rest != NULL && *rest == '/' ? rest + 1 : NULL;
}

const char *
paths_inside(const char *path, const char *folder)
{
	const char *rest = paths_below(path, folder);

	return rest == NULL ? path : rest;
}

bool
paths_is_around(const char *folder, const char *path)
{
	return strcmp(folder, path) == 0 || paths_below(path, folder) != NULL;
}

bool
paths_leads_to(const char *path, bool is_folder, const char *folder)
{
	return paths_is_around(folder, path) || (is_folder &&
	    paths_is_around(path, folder));
}

const char *
paths_trim(struct arena *a, const char *path)
{
	while (*path == '/' || (path[0] == '.' &&
	    (path[1] == '/' || path[1] == '\0')))
		path++;
	return arena_strndup(a, path, path_cut_slashes(path, strlen(path)));
}

const char *
paths_setting(struct arena *a, const struct p2f_value *map, const char *key,
    const char *otherwise)
{
	return paths_trim(a, config_text_or(a, map, key, otherwise));
}

const char *
paths_stem(struct arena *a, const char *path)
{
	const char *dot = strrchr(file_base_name(path), '.');

	return dot == NULL ? path : arena_span(a, path, dot);
}

const char *
paths_without_index(struct arena *a, const char *path)
{
	if (strcmp(path, "index") == 0)
		return "";
	return text_has_suffix(path, "/index") ? arena_strndup(a, path,
	    strlen(path) - strlen("/index")) : path;
}

bool
paths_has_hidden_part(const char *path)
{
	return *path == '_' || strstr(path, "/_") != NULL;
}

const char *
paths_url(struct arena *a, const struct site *site, const char *path)
{
	struct buf out = { 0 };

	url_encode_path(&out, path);
	return permalink_join(a, site, arena_take(a, &out));
}

const char *
paths_page_url(struct arena *a, const struct site *site, const char *path,
    const char *end)
{
	return paths_url(a, site, *path == '\0' ? "" :
	    arena_printf(a, "%s%s", path, end));
}

const char *
paths_stem_url(struct arena *a, const struct site *site, const char *stem,
    const char *end)
{
	const char *path = paths_without_index(a, stem);

	return paths_page_url(a, site, path, path == stem ? end : "/");
}

const char *
paths_replace(struct arena *a, const char *text, const char *word,
    const char *other)
{
	const char *p = strstr(text, word);

	return p == NULL ? text : arena_printf(a, "%.*s%s%s",
	    (int)(p - text), text, other, p + strlen(word));
}

const char *
paths_unknown(const struct post *post, const char *why, struct diag *d)
{
	diag_report(d, DIAG_PERMALINK, (struct place){ .path = post->path },
	    "the URL is unknown: %s", why);
	return NULL;
}

const char *
paths_unspelled(const struct site *site, struct place place,
    unsigned character, const char *key, struct diag *d)
{
	struct buf c = { 0 };

	buf_put_utf8(&c, character);
	diag_report(d, DIAG_PERMALINK, place, "the URL is unknown: %s spells "
	    "%s in ASCII by a dictionary that post2feed does not have (add %s "
	    "to the front matter)", site->generator->title, quote(c.bytes).text,
	    key);
	buf_release(&c);
	return NULL;
}

size_t
paths_find_day(const char *path, const char **start, struct civil *day)
{
	for (; *path != '\0'; path++) {
		if (!civil_read_day(day, path))
			continue;
		*start = path;
		return civil_is_day(day) ? strlen("YYYY-MM-DD") : 0;
	}
	return 0;
}

bool
paths_is_host(const char *url)
{
	const char *host = strstr(url, "://");
	size_t n;

	host = host == NULL ? url : host + strlen("://");
	n = strcspn(host, "/");
	return n > 0 && strlen(host + n) < 2;
}

const char *
paths_join_base(struct arena *a, const char *url, const char *path)
{
	path = paths_trim(a, path);
	return *path == '\0' ? url : arena_printf(a, "%.*s/%s/",
	    (int)path_cut_slashes(url, strlen(url)), url, path);
}

void
paths_lack_base(struct site *site, const char *setting,
    const struct p2f_value *url)
{
	site->code_base = setting;
	site->code_base_file = url->file;
}

void
paths_settle_base(struct site *site, struct diag *d)
{
	const struct place place = site_place(site, "url");

	if (site->code_base != NULL && place.path != NULL &&
	    strcmp(place.path, site->code_base_file) == 0)
		diag_report(d, DIAG_CONFIG, place, "%s is code, which is not "
		    "run; read as / (set --url, or url: in " SITE_FILE ")",
		    site->code_base);
}

bool
paths_has_code_base(const struct site *site, const struct p2f_value *map)
{
	const char *name = config_first(site->root, site->generator->files);

	return name != NULL && assignments_find(map, "base") == NULL &&
	    config_begins_line(site->root, name, "base:");
}

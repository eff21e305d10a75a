/*
 * Permalinks against the simple way to make them: every slug through slug_of()
 * and encoded, every path squeezed and resolved.  And names and terms that are
 * used as is against those that are tidied.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/url.h"
#include "post/words.h"
#include "site/permalink.h"
#include "site/slug.h"
#include "pick.h"
#include "tap.h"

enum { ROUNDS = 20000, LENGTH = 12 };

static uint64_t state = 1;

/* Letters stand for the rest of the alphabet. */
static const char *
random_text(struct arena *a, const char *const *letters, unsigned count)
{
	unsigned n = pick(&state, LENGTH + 1);
	struct buf out = { 0 };

	while (n-- > 0)
		buf_puts(&out, letters[pick(&state, count)]);
	return arena_take(a, &out);
}

static bool
is_same(const char *got, const char *want, const char *of)
{
	bool ok = got == NULL || want == NULL ? got == want :
	    strcmp(got, want) == 0;

	if (!ok)
		printf("# %s\n#  got: %s\n# want: %s\n", of,
		    got == NULL ? "(null)" : got,
		    want == NULL ? "(null)" : want);
	return ok;
}

/* A slug of one part, without escapes, as the name of a page. */
static bool
check_slug(const struct site *site)
{
	static const char *const letters[] = { "a", "z", "0", "9", "-", "-",
	    "_", ".", "~", "A", " ", "\xc3\xa9" };
	static const char base[] = "https://example.org/";
	struct post post = { .path = "x.md", .name = "x" };
	struct buf want = { 0 };
	struct diag d = { .options = NULL };
	const char *slug;
	bool ok;

	post.slug = random_text(&post.arena, letters, COUNT(letters));
	slug = slug_of(&post.arena, post.slug);
	buf_puts(&want, base);
	if (slug[strspn(slug, ".")] != '\0') {
		url_encode_segment(&want, slug);
		buf_putc(&want, '/');
	}
	ok = is_same(permalink_of(&post, site, &d), want.bytes, post.slug);
	buf_release(&want);
	post_release(&post);
	return ok;
}

static const char *
squeeze(struct arena *a, const char *path)
{
	size_t end = strcspn(path, "?#"), i;
	struct buf out = { 0 };
	const char *squeezed;

	buf_putc(&out, '/');
	for (i = 0; i < end; i++)
		if (path[i] != '/' || out.bytes[out.length - 1] != '/')
			buf_putc(&out, path[i]);
	buf_puts(&out, path + end);
	squeezed = arena_strndup(a, out.bytes, out.length);
	buf_release(&out);
	return squeezed;
}

static bool
check_path(const struct site *site)
{
	static const char *const letters[] = { "a", "Z", "0", "/", "/", ".",
	    "-", "_", "%2e", "%c3%a9", "?", "#", ":", "~", "\xc3\xa9" };
	static const char root[] = "http://root/";
	struct arena a = { 0 };
	const char *path = random_text(&a, letters, COUNT(letters));
	const char *url = url_resolve(&a, root, squeeze(&a, path));
	bool ok = is_same(permalink_join(&a, site, path), url == NULL ? NULL :
	    arena_printf(&a, "https://example.org/%s", url + strlen(root)),
	    path);

	arena_release(&a);
	return ok;
}

static bool
check_words(unsigned *tidy)
{
	static const char *const letters[] = { "a", "b", "C", ",", " ", " ",
	    "\t", "\n", "\xc2\xa0", "\xe2\x80\x8b", "\xc3\xa9", "\x7f" };
	struct arena a = { 0 };
	/* Few texts of all the letters are tidy. */
	const char *text = random_text(&a, letters, pick(&state, 2) == 0 ? 6 :
	    COUNT(letters));
	bool ok = true;

	if (words_are_tidy(text)) {
		++*tidy;
		ok = is_same(text, text_trim(&a, text), text) &&
		    is_same(text, text_squeeze(&a, text), text);
	}
	arena_release(&a);
	return ok;
}

static void
check_routes(void)
{
	static const struct {
		const char *path, *route;
	} rows[] = {
		{ "src/routes/blog/rain/+page.md", "blog/rain" },
		{ "src/routes/(site)/rain/+page.svx", "rain" },
		{ "src/routes/+page.md", "" },
		{ "src/routes/[slug]/+page.md", NULL },
		{ "app/docs/app/page.mdx", "docs/app" },
		{ "/app/app/rain/page.mdx", "rain" },
		{ "/app/src/app/rain/page.mdx", "rain" },
		{ "/srv/app/rain/page.mdx", "rain" },
		{ "/app/rain/page.mdx", NULL },
		{ "myapp/rain/page.mdx", NULL },
		{ "page.mdx", NULL },
		{ "/page.mdx", NULL },
		{ "pages/posts/rain.mdx", "posts/rain" },
		{ "src/pages/2024-05-31-rain.mdx", "2024-05-31-rain" },
		{ "/srv/src/pages/rain/index.mdx", "rain" },
		{ "pages/index.mdx", "" },
		{ "pages/[slug].mdx", NULL },
		{ "pages/rain.md", NULL },
		{ "mypages/rain.mdx", NULL },
		{ "pages.mdx", NULL }
	};
	struct arena a = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		tap_string(permalink_route(&a, rows[i].path), rows[i].route,
		    rows[i].path);
	arena_release(&a);
}

int
main(void)
{
	struct site site;
	unsigned i, tidy = 0;
	bool ok = true;

	site_init(&site);
	site.url = "https://example.org/";
	site.permalink = "/:slug/";
	permalink_prepare(&site);
	for (i = 0; i < ROUNDS && ok; i++)
		ok = check_slug(&site);
	tap_ok(ok, "%u slugs", i);
	for (i = 0; i < ROUNDS && ok; i++)
		ok = check_path(&site);
	tap_ok(ok, "%u paths", i);
	for (i = 0; i < ROUNDS && ok; i++)
		ok = check_words(&tidy);
	tap_ok(ok && tidy > ROUNDS / 20, "%u texts, of which %u are tidy", i,
	    tidy);
	site_release(&site);
	check_routes();
	return tap_end();
}

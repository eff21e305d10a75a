/* Paths relative to other files. */
#include "base/path.h"
#include "tap.h"

static const struct {
	const char	*file, *path, *want;
} rows[] = {
	{ "b.md", "c", "c" },
	{ "a/b.md", "c", "a/c" },
	{ "a/b.md", "c//d/", "a/c/d" },
	{ "a//x/./b.md", "./c", "a/x/c" },
	{ "a/b.md", "../c", "c" },
	{ "a/b.md", "../../c", "../c" },
	{ "../b.md", "../c", "../../c" },
	{ "a/x/b.md", "../../../c", "../c" },
	{ "a/b.md", "..c/d", "a/..c/d" },
	{ "..a/b.md", "../c", "c" },
	{ "a/b.md", ".", "a" },
	{ "b.md", ".", "" },
	{ "a/b.md", "/c", "c" },
	{ "/b.md", "c", "/c" },
	{ "/b.md", "../c", "/c" },
	{ "/a/b.md", "../../c", "/c" },
	{ "/a/b.md", "c", "/a/c" }
};

int
main(void)
{
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; i < COUNT(rows); i++)
		tap_string(path_beside(&arena, rows[i].file, rows[i].path),
		    rows[i].want, rows[i].path);
	arena_release(&arena);
	return tap_end();
}

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "front/lines.h"
#include "front/notion.h"

#define KEY_LENGTH 32
#define TITLE "# "

/* A longer property name is a sentence. */
#define NAME_MAX_LENGTH 60

/* Without one of these the lines below a title may be text, "Note: this". */
static const struct sign {
	char	 name[24];
	char	 key[10];	/* key it means; "": its own name */
} signs[] = {
	{ "created", "" }, { "created time", "" }, { "date", "" },
	{ "date created", "" }, { "created at", "" },
	{ "published", "" }, { "publish date", "" },
	{ "last edited time", "" }, { "last edited", "" },
	{ "tag", "" }, { "tags", "" },
	{ "날짜", "date" }, { "작성일", "created" },
	{ "작성일시", "created" }, { "생성일", "created" },
	{ "생성 일시", "created" }, { "수정일", "updated" },
	{ "최종 편집 일시", "updated" }, { "태그", "tags" },
	{ "日付", "date" }, { "作成日", "created" },
	{ "作成日時", "created" }, { "公開日", "published" },
	{ "更新日", "updated" }, { "最終更新日時", "updated" },
	{ "タグ", "tags" },
	{ "日期", "date" }, { "创建时间", "created" },
	{ "建立時間", "created" }, { "发布日期", "published" },
	{ "更新时间", "updated" }, { "标签", "tags" }, { "標籤", "tags" }
};

const char *
notion_key(const char *name, const char *end)
{
	const char *p;
	size_t i;

	if (end - name <= KEY_LENGTH + 1)
		return NULL;
	p = end - KEY_LENGTH - 1;
	if (*p != ' ')
		return NULL;
	for (i = 1; i <= KEY_LENGTH; i++)
		if (!ascii_is_hex(p[i]))
			return NULL;
	return p;
}

static bool
is_page(const char *path)
{
	const char *name = file_base_name(path);

	return notion_key(name, file_extension(name)) != NULL;
}

/* The colon after the name of a property; NULL: there is none. */
static const char *
colon_of(const char *p, const char *end)
{
	const char *colon = text_find(p, end, ':');

	return colon == NULL || colon == p || colon - p > NAME_MAX_LENGTH ||
	    (colon + 1 < end && !ascii_is_space(colon[1])) ? NULL : colon;
}

/* The sign with the name of a property, or NULL. */
static const struct sign *
sign_of(const char *p, const char *end)
{
	size_t i;

	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (ascii_span_is(p, (size_t)(end - p), signs[i].name))
			return &signs[i];
	return NULL;
}

/* After the title and the blank lines below it; NULL: there is no title. */
static const char *
after_title(const struct block *block, unsigned *line)
{
	const char *p = block->text, *end = p + block->length;

	if (!text_begins(p, end, TITLE))
		return NULL;
	do {
		p += line_length(p, end);
		(*line)++;
	} while (p < end && line_is_blank(p, line_length(p, end)));
	return p;
}

size_t
notion_length(const struct block *block)
{
	const char *end = block->text + block->length, *p, *colon;
	bool is_known = false;
	unsigned line = 0;
	size_t n;

	if (block->path == NULL || !is_page(block->path))
		return 0;
	p = after_title(block, &line);
	for (; p != NULL && p < end; p += n) {
		n = line_length(p, end);
		if (line_is_blank(p, n))
			break;
		colon = colon_of(p, p + n);
		if (colon == NULL)
			return 0;
		is_known = is_known || sign_of(p, colon) != NULL;
	}
	return is_known ? (size_t)(p - block->text) : 0;
}

static void
add_entry(struct arena *a, struct arena_list *entries, const char *key,
    const char *p, const char *end, struct place place)
{
	struct p2f_value *v = value_at(a, P2F_TEXT, place);

	v->key = key;
	value_set_text(v, text_trim_copy(a, p, end));
	v->plain = 1;
	arena_list_add(a, entries, v);
}

const struct p2f_value *
notion_read(struct arena *a, const struct block *block, struct diag *d)
{
	const char *p = block->text, *end = p + block->length, *colon;
	const struct sign *sign;
	struct place place = { block->path, block->line, sizeof TITLE };
	struct arena_list entries = { 0 };
	size_t n = line_length(p, end);

	add_entry(a, &entries, "title", p + strlen(TITLE), p + n, place);
	for (p = after_title(block, &place.line); p < end; p += n) {
		n = line_length(p, end);
		colon = colon_of(p, p + n);
		place.column = (unsigned)(colon - p) + 3;
		sign = sign_of(p, colon);
		add_entry(a, &entries, sign == NULL || *sign->key == '\0' ?
		    arena_span(a, p, colon) : sign->key, colon + 1, p + n,
		    place);
		place.line++;
	}
	return value_of_block(a, block, &entries, d);
}

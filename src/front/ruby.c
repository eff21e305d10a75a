#include <string.h>

#include "base/text.h"
#include "front/ruby.h"

const char *
ruby_join_bytes(struct arena *a, const char *text, size_t *length)
{
	const char *p = text, *end = text + *length;
	struct buf bytes = { 0 };
	unsigned c = 0;

	while (p < end && (c = utf8_next(&p)) < 0x100)
		buf_putc(&bytes, (char)c);
	if (c < 0x100 && text_clean_length(bytes.bytes, bytes.length) ==
	    bytes.length) {
		*length = bytes.length;
		return arena_take(a, &bytes);
	}
	buf_release(&bytes);
	return text;
}

bool
ruby_is_string(const char *tag)
{
	return tag != NULL && text_has_prefix(tag, "!ruby/string:");
}

bool
ruby_is_base64(const char *text, size_t n)
{
	size_t count = 0, i;

	for (i = 0; i < n; i++)
		if (ascii_is_alnum(text[i]) || strchr("+/=", text[i]) != NULL)
			count++;
		else if (text[i] != '\n')
			return false;
	return count % 4 == 0;
}

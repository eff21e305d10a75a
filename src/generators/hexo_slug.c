/*
 * Slugs of Hexo, as made by slugize() of hexo-util for category_map,
 * :post_title and file names that do not match new_post_name.
 */
#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/hexo.h"

/*
 * Letters that Hexo spells in ASCII although Unicode does not decompose them.
 */
static const struct latin_row letters[] = {
	{ 0x00c6, "AE" },
	{ 0x00d8, "O" },
	{ 0x00df, "s" },
	{ 0x00e6, "ae" },
	{ 0x00f8, "o" },
	{ 0x0110, "D d" },
	{ 0x0126, "H h" },
	{ 0x0131, "i" },
	{ 0x013f, "L l L l" },
	{ 0x0149, "n" },
	{ 0x0152, "OE oe" },
	{ 0x0166, "T t" },
	{ 0x017f, "l b B B b # # O C c D D D d # E # E F f G # hv" },
	{ 0x0196, "# I K k l # M N n O # # OI oi P p" },
	{ 0x01ac, "T t T # # # V Y y Z z" },
	{ 0x01c4, "DZ Dz dz LJ Lj lj NJ Nj nj" },
	{ 0x01dd, "e # # # # AE ae G g" },
	{ 0x01f1, "DZ Dz dz" },
	{ 0x01fc, "AE ae O o" },
	{ 0x0220, "N # OU ou Z z" },
	{ 0x023a, "A C c L T s z # # B U V # e J j Q q R r Y y a" },
	{ 0x0251, "# # b o # d d # # # e # # # # g # # # # h # #" },
	{ 0x0268, "i # # l" },
	{ 0x026f, "m # m n # # o" },
	{ 0x027d, "r" },
	{ 0x0288, "t u # v v" },
	{ 0x1d79, "g # # # p" },
	{ 0x1e9a, "a s # # S" },
	{ 0x1efe, "Y y" },
	{ 0x2184, "c" },
	{ 0x2c60, "L l L P R a t H h K k Z z # M A # # W w # H h" },
	{ 0x2c7e, "S Z" },
	{ 0xa728, "TZ tz" },
	{ 0xa732, "AA aa AO ao AU au AV av AV av AY ay C c K k K" },
	{ 0xa743, "k K k L l L l O o O o OO oo P p P p P p Q q Q" },
	{ 0xa759, "q R r # # V v VY vy" },
	{ 0xa762, "Z z" },
	{ 0xa779, "D d F f G G g L l R r S s T t" },
	{ 0xa78d, "H # # N n" },
	{ 0xa7a0, "G g K k N n R r S s" }
};

/* Append a character without its marks, circle, or full width. */
static void
put_folded(struct buf *out, unsigned c)
{
	unsigned base = c < 0xc0 || c >= 0x2000 ? c : latin_base(c);

	if (c >= 0x24b6 && c <= 0x24e9)
		c = c - 0x24b6 + (c < 0x24d0 ? 'A' : 'a' - 26);
	else if ((c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a))
		c = c - 0xff21 + 'A';
	else if (base != 0 && base < 0x80)
		c = base;
	else if (c >= 0xc0 && latin_put_row(out, letters,
	    sizeof letters / sizeof *letters, c))
		return;
	buf_put_utf8(out, c);
}

/* Whitespace of JavaScript, and punctuation of ASCII. */
static bool
is_separator(unsigned c)
{
	if (c < 0x80)
		return c >= ' ' && c < 0x7f && !ascii_is_alnum((char)c);
	return text_is_space(c) && c != 0x85 && c != 0x200b;
}

const char *
hexo_slug(struct arena *a, const char *text, int filename_case)
{
	struct buf out = { 0 };
	const char *slug;
	unsigned c;

	while (*text != '\0') {
		c = utf8_next(&text);
		if (c < ' ')
			continue;
		if (!is_separator(c))
			put_folded(&out, c);
		else if (out.length > 0 && out.bytes[out.length - 1] != '-')
			buf_putc(&out, '-');
	}
	if (out.length > 0 && out.bytes[out.length - 1] == '-')
		out.length--;
	slug = arena_take(a, &out);
	return filename_case == 1 ? unicode_lower_words(a, slug) :
	    filename_case == 2 ? unicode_upper_text(a, slug) : slug;
}

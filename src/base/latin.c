#include <stddef.h>
#include <string.h>

#include "base/latin.h"

/*
 * Where Unidecode (Pelican, Nikola) and deunicode (Zola) agree, their spelling
 * is used, odd as it is in places: slugs built from it are in use.  Accented
 * letters are listed only if they are not spelled like those without accents.
 */
static const struct latin_row letters[] = {
	{ 0x00a0, "_ ! C/ PS $? Y= | SS \" (c) a << ! % (r) -" },
	{ 0x00b0, "deg +- 2 3 ' u P * , 1 o >> 1/4 1/2 3/4 ?" },
	{ 0x00c6, "AE" },
	{ 0x00d0, "D" },
	{ 0x00d7, "x O" },
	{ 0x00de, "Th ss" },
	{ 0x00e6, "ae" },
	{ 0x00f0, "d" },
	{ 0x00f7, "/ o" },
	{ 0x00fe, "th" },
	{ 0x0110, "D d" },
	{ 0x0126, "H h" },
	{ 0x0131, "i IJ ij # # # # k" },
	{ 0x013f, "L l L l" },
	{ 0x0149, "'n ng NG" },
	{ 0x0152, "OE oe" },
	{ 0x0166, "T t" },
	{ 0x017f, "s b B B b 6 6 O C c D D D d d 3 @ E F f G G hv I" },
	{ 0x0197, "I K k l l W N n O # # OI oi P p YR 2 2 SH sh t T" },
	{ 0x01ad, "t T # # Y V Y y Z z ZH ZH zh zh 2 5 5 ts w | ||" },
	{ 0x01c2, "|= ! DZ Dz dz LJ Lj lj NJ Nj nj" },
	{ 0x01dd, "@" },
	{ 0x01e4, "G g" },
	{ 0x01ef, "zh # DZ Dz dz # # HV W" },
	{ 0x021c, "Y y # # N d OU ou Z z" },
	{ 0x0234, "l n t j db qp A C c L T s z ' ' B U ^ E e J j q q" },
	{ 0x024c, "R r Y y" },
	{ 0x0370, "H h S s ' , W w # # % s s. s. ? J" },
	{ 0x0384, "% % A ; E E I # O # U O" },
	{ 0x0390, "I A B G D E Z E Th I K L M N Ks O" },
	{ 0x03a0, "P R # S T U Ph Kh Ps O I U a e e i" },
	{ 0x03b0, "u a b g d e z e th i k l m n x o" },
	{ 0x03c0, "p r s s t u ph kh ps o i u o u o &" },
	{ 0x03d0, "b th U U U ph p & Q q St st W w Q q" },
	{ 0x03e0, "Sp sp Sh sh F f Kh kh H h G g CH ch Ti ti" },
	{ 0x03f0, "k r c j TH e e Sh sh s S s r/ S S. S." },
	{ 0x0400, "Ie Io Dj Gj Ie Dz I Yi J Lj Nj Tsh Kj I U Dzh" },
	{ 0x0410, "A B V G D E Zh Z I I K L M N O P" },
	{ 0x0420, "R S T U F Kh Ts Ch Sh Shch % Y ' E Iu Ia" },
	{ 0x0430, "a b v g d e zh z i i k l m n o p" },
	{ 0x0440, "r s t u f kh ts ch sh shch % y ' e iu ia" },
	{ 0x0450, "ie io dj gj ie dz i yi j lj nj tsh kj i u dzh" },
	{ 0x0460, "O o E e Ie ie E e Ie ie O o Io io Ks ks" },
	{ 0x0470, "Ps ps F f Y y Y y u u O o O o Ot ot" },
	{ 0x0480, "Q q *1000* % % % % ." },
	{ 0x0488, "*100.000* *1.000.000* Jh jh \" \" R' r'" },
	{ 0x0490, "G' g' G' g' G' g' Zh' zh' Z' z' K' k' K' k' K' k'" },
	{ 0x04a0, "K' k' N' n' Ng ng P' p' Kh kh S' s' T' t' U u" },
	{ 0x04b0, "U' u' Kh' kh' Tts tts Ch' ch' Ch' ch' H h Ch ch Ch' ch'" },
	{ 0x04c0, "` Zh zh K' k' Lh lh N' n' Nh nh Ch ch Mh mh h" },
	{ 0x04d0, "a a A a Ae ae Ie ie @ @ @ @ Zh zh Z z" },
	{ 0x04e0, "Dz dz I i I i O o O o O o E e U u" },
	{ 0x04f0, "U u U u Ch ch Gh gh Y y Xh xh X x H h" },
	{ 0x1e9a, "a # s s SS d" },
	{ 0x1efa, "LL ll V v Y y" },
	{ 0x1fbd, "' i ' ~ \"~" },
	{ 0x1fcd, "'` '' '~" },
	{ 0x1fdd, "`' `' `~ # # # # R R" },
	{ 0x1fed, "\"` \"' `" },
	{ 0x1ffd, "' `" },
	{ 0x2010, "- - - - -- -- || # ' ' , ' \" \" ,, \"" },
	{ 0x2020, "+ ++ * *> . .. ... . % % % % % % % _" },
	{ 0x2030, "%0 %00 ' '' ''' ` `` ``` ^ < > * !! !? -" },
	{ 0x20a0, "ECU CL Cr FF L mil N Pts Rs W NS D EUR K T Dr" },
	{ 0x20b0, "Pf P G # # # # Sm T Rs # M # # # BTC" },
	{ 0x2122, "tm" },
	{ 0x3000, "_ ,_ ._ \" [JIS] \" / 0 < >_ << >>_ [ ]_ { }_" },
	{ 0x3010, "[( )]_ @ X_ [ ]_ [[ ]]_ (( ))_ [[ ]]_ ~_ `` '' ,," },
	{ 0x3041, "a a i i u u e e o o ka ga ki gi ku" },
	{ 0x3050, "gu ke ge ko go sa za shi zi su zu se ze so zo ta" },
	{ 0x3060, "da chi di tsu tsu du te de to do na ni nu ne no ha" },
	{ 0x3070, "ba pa hi bi pi hu bu pu he be pe ho bo po ma mi" },
	{ 0x3080, "mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa" },
	{ 0x3090, "wi we wo n vu ka ke # # % % % % \" \" yori" },
	{ 0x30a0, "=" },
	{ 0x30f7, "va vi ve vo % % \" \" koto" }
};

#define COUNT(rows) (sizeof (rows) / sizeof *(rows))

/* Korean syllables are composed arithmetically, Unicode 3.12. */
static bool
put_syllable(struct buf *out, unsigned index)
{
	static const char *const leads[] = {
		"g", "gg", "n", "d", "dd", "r", "m", "b", "bb", "s", "ss", "",
		"j", "jj", "c", "k", "t", "p", "h"
	};
	static const char *const vowels[] = {
		"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa",
		"wae", "oe", "yo", "u", "weo", "we", "wi", "yu", "eu", "yi",
		"i"
	};
	static const char *const tails[] = {
		"", "g", "gg", "gs", "n", "nj", "nh", "d", "l", "lg", "lm",
		"lb", "ls", "lt", "lp", "lh", "m", "b", "bs", "s", "ss", "ng",
		"j", "c", "k", "t", "p", "h"
	};

	buf_puts(out, leads[index / (21 * 28)]);
	buf_puts(out, vowels[index / 28 % 21]);
	buf_puts(out, tails[index % 28]);
	return true;
}

/* The last row that begins at or before a character, or the first row. */
static const struct latin_row *
row_of(const struct latin_row *rows, size_t count, unsigned code)
{
	size_t low = 0, high = count, middle;

	while (low + 1 < high) {
		middle = low + (high - low) / 2;
		if (rows[middle].first <= code)
			low = middle;
		else
			high = middle;
	}
	return &rows[low];
}

bool
latin_put_row(struct buf *out, const struct latin_row *rows, size_t count,
    unsigned code)
{
	const struct latin_row *row = row_of(rows, count, code);
	const char *p = row->spellings;
	unsigned i;
	size_t n;

	if (code < row->first)
		return false;
	for (i = row->first; i < code; i++) {
		p += strcspn(p, " ");
		if (*p == '\0')
			return false;
		p++;
	}
	n = strcspn(p, " ");
	if (n == 1 && *p == '#')
		return false;
	if (n == 1 && *p == '%')
		return true;
	for (; n > 0; n--, p++)
		buf_putc(out, *p == '_' ? ' ' : *p);
	return true;
}

static bool
is_invisible(unsigned c)
{
	return (c >= 0x300 && c <= 0x34e) || (c >= 0x200c && c <= 0x200f) ||
	    (c >= 0x2028 && c <= 0x202e) || c == 0xfeff ||
	    (c >= 0xfe00 && c <= 0xfe0f);
}

/* An accented letter is spelled like the one without accents. */
static bool
put_unmarked(struct buf *out, unsigned code)
{
	unsigned base = code < 0x2000 ? latin_base(code) : 0;

	return base != 0 && base != code && latin_put(out, base);
}

bool
latin_put(struct buf *out, unsigned code)
{
	if (code < 0x80)
		buf_putc(out, (char)code);
	else if (code >= 0xff01 && code <= 0xff5e)
		buf_putc(out, (char)(code - 0xff01 + '!'));
	else if (code >= 0x2000 && code <= 0x200b)
		buf_putc(out, ' ');
	else if (code >= 0xac00 && code <= 0xd7a3)
		return put_syllable(out, code - 0xac00);
	else if (code >= 0x30a1 && code <= 0x30f6)	/* as hiragana */
		return latin_put(out, code - 0x30a1 + 0x3041);
	else if (!is_invisible(code))
		return latin_put_row(out, letters, COUNT(letters), code) ||
		    put_unmarked(out, code);
	return true;
}

#include <string.h>

#include "base/text.h"
#include "post/language.h"

/* The parts of a tag in their order (RFC 5646 2.1). */
enum part {
	LANGUAGE, EXTENDED, SCRIPT, REGION, VARIANT, EXTENSION, PRIVATE, NONE
};

/*
 * The languages of two letters, from the registry (RFC 5646 3.1).  There are
 * some eight thousand with three.
 */
static const char languages[] =
    "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcy"
    "dadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugvhahehihohrhthuhyhz"
    "iaidieigiiikinioisitiuiwjajijvjwkakgkikjkkklkmknkokrkskukvkwky"
    "lalblglilnloltlulvmgmhmimkmlmnmomrmsmtmynanbndnengnlnnnonrnvny"
    "ocojomorospapiplpsptqurmrnrorurw"
    "sascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwty"
    "ugukuruzvevivowawoxhyiyozazhzu";

/*
 * Country codes mistaken for languages; a three-letter code where the
 * two-letter one is the tag (RFC 5646 2.2.1); and the codes that older
 * programs use for languages whose code has changed.
 */
static const struct {
	const char *code, *tag;
} meant[] = {
	{ "cn", "zh-CN" }, { "cz", "cs" }, { "dk", "da" }, { "eng", "en" },
	{ "gr", "el" }, { "in", "id" }, { "iw", "he" }, { "ji", "yi" },
	{ "jp", "ja" }, { "jw", "jv" }, { "ua", "uk" }, { "us", "en-US" },
	{ "vn", "vi" }
};

struct subtag {
	const char	*text;
	size_t		 length;
	enum part	 part;
	bool		 is_open;	/* a letter that needs more after it */
};

static bool
is_all(const struct subtag *s, bool (*is)(char))
{
	size_t i;

	for (i = 0; i < s->length; i++)
		if (!is(s->text[i]))
			return false;
	return true;
}

static bool
is_language(const struct subtag *s)
{
	const char *p;

	if (!is_all(s, ascii_is_alpha))
		return false;
	if (s->length != 2)
		return s->length == 3;
	for (p = languages; *p != '\0'; p += 2)
		if (ascii_equal_n(p, s->text, 2))
			return true;
	return false;
}

/* The kind of a subtag of several letters, by its form. */
static enum part
part_by_shape(const struct subtag *s)
{
	if (s->length == 2 && is_all(s, ascii_is_alpha))
		return REGION;
	if (s->length == 3)
		return is_all(s, ascii_is_alpha) ? EXTENDED :
		    is_all(s, ascii_is_digit) ? REGION : NONE;
	if (s->length == 4 && is_all(s, ascii_is_alpha))
		return SCRIPT;
	return s->length > 4 || (s->length == 4 &&
	    ascii_is_digit(s->text[0])) ? VARIANT : NONE;
}

/* The kind of a subtag after another one; NONE: it cannot be there. */
static enum part
part_after(const struct subtag *before, const struct subtag *s)
{
	enum part part;

	if (before->part == PRIVATE)
		return PRIVATE;
	if (s->length == 1)
		return before->is_open ? NONE :
		    ascii_lower(*s->text) == 'x' ? PRIVATE : EXTENSION;
	if (before->part == EXTENSION)
		return EXTENSION;
	part = part_by_shape(s);
	return part > before->part || (part == before->part &&
	    (part == VARIANT || part == EXTENDED)) ? part : NONE;
}

/* Upper case for a region, an initial for a script, lower case for the rest. */
static void
set_case(char *text, const struct subtag *s)
{
	bool is_capital;
	size_t i;

	for (i = 0; i < s->length; i++) {
		is_capital = s->part == REGION || (s->part == SCRIPT && i == 0);
		text[i] = is_capital ? ascii_upper(text[i]) :
		    ascii_lower(text[i]);
	}
}

/*
 * The subtag at p after another one, or (NULL) the first.  The grammar allows
 * more than three letters in the first, but no language has them (RFC 5646
 * 2.2.1): such a word is its name, as in `english`.
 */
static struct subtag
read_subtag(const char *p, const struct subtag *before)
{
	struct subtag s = { p, strcspn(p, "-_"), NONE, false };

	if (s.length == 0 || s.length > 8 || !is_all(&s, ascii_is_alnum))
		return s;
	if (before != NULL)
		s.part = part_after(before, &s);
	else if (is_language(&s))
		s.part = LANGUAGE;
	s.is_open = before != NULL && s.length == 1 &&
	    before->part != PRIVATE;
	return s;
}

/* The tag that such a code means; otherwise the given text. */
static const char *
tag_meant_by(const char *text)
{
	size_t i;

	for (i = 0; i < sizeof meant / sizeof *meant; i++)
		if (ascii_equal(text, meant[i].code))
			return meant[i].tag;
	return text;
}

const char *
language_tag(struct arena *a, const char *text)
{
	const char *trimmed = text_trim(a, text);
	struct subtag s, before;
	char *tag, *p;

	if (trimmed == NULL)
		return NULL;
	tag = p = arena_strdup(a, tag_meant_by(trimmed));
	/* The encoding of a POSIX locale is not part of its language. */
	p[strcspn(p, ".@")] = '\0';
	for (;;) {
		s = read_subtag(p, p == tag ? NULL : &before);
		if (s.part == NONE)
			return NULL;
		set_case(p, &s);
		p += s.length;
		if (*p == '\0')
			return s.is_open ? NULL : tag;
		*p++ = '-';
		before = s;
	}
}

bool
language_covers(const char *tag, const char *text)
{
	tag = tag_meant_by(tag);
	text = tag_meant_by(text);
	for (; *tag != '\0'; tag++, text++)
		if (ascii_lower(*tag) != ascii_lower(*text) &&
		    !(*tag == '-' && *text == '_'))
			return false;
	return *text == '\0' || *text == '-' || *text == '_';
}

/*
 * `:tada:` is an emoji to markdown-it-emoji, remark-emoji, goldmark-emoji and
 * jemoji.  The names are GitHub's, nearly two thousand; here are those that
 * people use in posts.  Any other stays as typed.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

#define TEXT (1u << 24)		/* a text character without U+FE0F after it */

#define NAME_MAX_LENGTH 23

struct emoji {
	char		 name[NAME_MAX_LENGTH + 1];
	unsigned	 code;
};

/* Sorted by name. */
static const struct emoji table[] = {
	{ "+1", 0x1f44d }, { "-1", 0x1f44e }, { "100", 0x1f4af },
	{ "alarm_clock", 0x23f0 }, { "angry", 0x1f620 },
	{ "arrow_left", 0x2b05 | TEXT }, { "arrow_right", 0x27a1 | TEXT },
	{ "art", 0x1f3a8 }, { "ballot_box_with_check", 0x2611 | TEXT },
	{ "bangbang", 0x203c | TEXT }, { "bar_chart", 0x1f4ca },
	{ "beer", 0x1f37a }, { "beers", 0x1f37b }, { "beginner", 0x1f530 },
	{ "bell", 0x1f514 }, { "blue_heart", 0x1f499 }, { "blush", 0x1f60a },
	{ "book", 0x1f4d6 }, { "bookmark", 0x1f516 }, { "books", 0x1f4da },
	{ "boom", 0x1f4a5 }, { "bow", 0x1f647 }, { "brain", 0x1f9e0 },
	{ "broken_heart", 0x1f494 }, { "bug", 0x1f41b }, { "bulb", 0x1f4a1 },
	{ "cake", 0x1f370 }, { "calendar", 0x1f4c6 }, { "cat", 0x1f431 },
	{ "checkered_flag", 0x1f3c1 }, { "cherry_blossom", 0x1f338 },
	{ "clap", 0x1f44f }, { "clipboard", 0x1f4cb }, { "coffee", 0x2615 },
	{ "computer", 0x1f4bb }, { "construction", 0x1f6a7 },
	{ "cry", 0x1f622 }, { "dart", 0x1f3af }, { "date", 0x1f4c5 },
	{ "dog", 0x1f436 }, { "earth_americas", 0x1f30e },
	{ "electric_plug", 0x1f50c }, { "email", 0x1f4e7 },
	{ "envelope", 0x2709 | TEXT }, { "evergreen_tree", 0x1f332 },
	{ "exclamation", 0x2757 }, { "eyes", 0x1f440 },
	{ "file_folder", 0x1f4c1 }, { "fire", 0x1f525 },
	{ "flushed", 0x1f633 }, { "four_leaf_clover", 0x1f340 },
	{ "frowning", 0x1f626 }, { "gear", 0x2699 | TEXT },
	{ "gem", 0x1f48e }, { "gift", 0x1f381 },
	{ "globe_with_meridians", 0x1f310 }, { "green_heart", 0x1f49a },
	{ "grin", 0x1f601 }, { "grinning", 0x1f600 }, { "hammer", 0x1f528 },
	{ "hammer_and_wrench", 0x1f6e0 | TEXT }, { "handshake", 0x1f91d },
	{ "heart", 0x2764 | TEXT }, { "heart_eyes", 0x1f60d },
	{ "heavy_check_mark", 0x2714 | TEXT },
	{ "heavy_multiplication_x", 0x2716 | TEXT },
	{ "heavy_plus_sign", 0x2795 }, { "hourglass", 0x231b },
	{ "house", 0x1f3e0 }, { "information_source", 0x2139 | TEXT },
	{ "innocent", 0x1f607 }, { "joy", 0x1f602 }, { "key", 0x1f511 },
	{ "keyboard", 0x2328 | TEXT }, { "kissing_heart", 0x1f618 },
	{ "laughing", 0x1f606 }, { "link", 0x1f517 }, { "lock", 0x1f512 },
	{ "loudspeaker", 0x1f4e2 }, { "mag", 0x1f50d }, { "mega", 0x1f4e3 },
	{ "memo", 0x1f4dd }, { "moneybag", 0x1f4b0 }, { "muscle", 0x1f4aa },
	{ "musical_note", 0x1f3b5 }, { "nerd_face", 0x1f913 },
	{ "new", 0x1f195 }, { "no_entry", 0x26d4 },
	{ "no_entry_sign", 0x1f6ab }, { "ok", 0x1f197 },
	{ "ok_hand", 0x1f44c }, { "open_mouth", 0x1f62e },
	{ "package", 0x1f4e6 }, { "paperclip", 0x1f4ce },
	{ "pencil", 0x1f4dd }, { "pencil2", 0x270f | TEXT },
	{ "point_down", 0x1f447 }, { "point_left", 0x1f448 },
	{ "point_right", 0x1f449 }, { "point_up", 0x261d | TEXT },
	{ "poop", 0x1f4a9 }, { "pray", 0x1f64f }, { "purple_heart", 0x1f49c },
	{ "pushpin", 0x1f4cc }, { "question", 0x2753 },
	{ "rainbow", 0x1f308 }, { "raised_hands", 0x1f64c },
	{ "recycle", 0x267b | TEXT }, { "relaxed", 0x263a | TEXT },
	{ "robot", 0x1f916 }, { "rocket", 0x1f680 }, { "rofl", 0x1f923 },
	{ "rotating_light", 0x1f6a8 }, { "seedling", 0x1f331 },
	{ "sleeping", 0x1f634 }, { "slightly_smiling_face", 0x1f642 },
	{ "smile", 0x1f604 }, { "smiley", 0x1f603 }, { "smirk", 0x1f60f },
	{ "snake", 0x1f40d }, { "sob", 0x1f62d }, { "sparkles", 0x2728 },
	{ "sparkling_heart", 0x1f496 }, { "speech_balloon", 0x1f4ac },
	{ "star", 0x2b50 }, { "star2", 0x1f31f },
	{ "stuck_out_tongue", 0x1f61b }, { "sunglasses", 0x1f60e },
	{ "sunny", 0x2600 | TEXT }, { "sushi", 0x1f363 },
	{ "sweat", 0x1f613 }, { "sweat_smile", 0x1f605 }, { "tada", 0x1f389 },
	{ "thinking", 0x1f914 }, { "thought_balloon", 0x1f4ad },
	{ "thumbsdown", 0x1f44e }, { "thumbsup", 0x1f44d },
	{ "triangular_flag_on_post", 0x1f6a9 }, { "trophy", 0x1f3c6 },
	{ "two_hearts", 0x1f495 }, { "unamused", 0x1f612 },
	{ "unlock", 0x1f513 }, { "upside_down_face", 0x1f643 },
	{ "v", 0x270c | TEXT }, { "video_game", 0x1f3ae },
	{ "warning", 0x26a0 | TEXT }, { "wave", 0x1f44b },
	{ "white_check_mark", 0x2705 }, { "wink", 0x1f609 },
	{ "wrench", 0x1f527 }, { "x", 0x274c }, { "yellow_heart", 0x1f49b },
	{ "yum", 0x1f60b }, { "zap", 0x26a1 }, { "zzz", 0x1f4a4 }
};

static int
compare(const void *name, const void *emoji)
{
	return strcmp(name, ((const struct emoji *)emoji)->name);
}

/* Length of the name after a colon that another colon ends, or 0 if there is
   none. */
static size_t
name_length(const char *p, const char *end)
{
	size_t n = 1;

	while (p + n < end && n <= NAME_MAX_LENGTH && (ascii_is_alnum(p[n]) ||
	    p[n] == '_' || p[n] == '+' || p[n] == '-'))
		n++;
	return p + n < end && p[n] == ':' ? n - 1 : 0;
}

/* The emoji at a colon, given the character before it: not in a time of day,
   nor in a URL. */
static const struct emoji *
find(char before, const char *p, const char *end)
{
	size_t n = ascii_is_alnum(before) || strchr("/:?&=", before) != NULL ?
	    0 : name_length(p, end);
	char name[NAME_MAX_LENGTH + 1];

	if (n == 0)
		return NULL;
	memcpy(name, p + 1, n);
	name[n] = '\0';
	return bsearch(name, table, sizeof table / sizeof *table,
	    sizeof *table, compare);
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *p = source->start, *end = source->end;

	for (; (p = text_find(p, end, ':')) != NULL; p++)
		if (find(p == source->start ? '\n' : p[-1], p, end) != NULL)
			return true;
	return false;
}

/* It may follow another emoji, which is already written. */
static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	const struct emoji *emoji;

	if (token->kind != WALK_MARK || w->in_html)
		return false;
	emoji = find(out->length == 0 ? '\n' : out->bytes[out->length - 1],
	    token->start, w->end);
	if (emoji == NULL)
		return false;
	buf_put_utf8(out, emoji->code & ~TEXT);
	if (emoji->code & TEXT)
		buf_put_utf8(out, 0xfe0f);
	walk_skip(w, token->start + strlen(emoji->name) + 2);
	return true;
}

const struct adaption adaption_emoji = {
	.dialect = MARKDOWN_EMOJI,
	.marks = ":",
	.may_be_in = may_be_in,
	.take = take
};

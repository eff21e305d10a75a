/* Types and dimensions of images, by the first bytes of a file. */
#include <string.h>

#include "feed/magic.h"
#include "tap.h"

#define BYTES(s) (s), sizeof(s) - 1

static const struct {
	const char	*name, *bytes;
	size_t		 length;
	const char	*type;		/* NULL: no known one */
	int		 width, height;
} cases[] = {
	{ "PNG", BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\2\0\0\0\3\10"),
	    "image/png", 258, 3 },
	{ "PNG that ends early", BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"),
	    "image/png", 0, 0 },
	{ "GIF", BYTES("GIF89a\2\1\3\0\0"), "image/gif", 258, 3 },
	{ "JPEG", BYTES("\xff\xd8\xff\xe0\0\4ab\xff\xff\xc2\0\13\10\0\3\1\2\1"),
	    "image/jpeg", 258, 3 },
	{ "JPEG whose tables look like a frame",
	    BYTES("\xff\xd8\xff\xc4\0\4ab\xff\xc0\0\13\10\0\5\0\7\1"),
	    "image/jpeg", 7, 5 },
	{ "JPEG whose coding conditions look like a frame",
	    BYTES("\xff\xd8\xff\xcc\0\4ab\xff\xc1\0\13\10\0\5\0\7\1"),
	    "image/jpeg", 7, 5 },
	{ "JPEG without a frame", BYTES("\xff\xd8\xff\xda\0\4ab"),
	    "image/jpeg", 0, 0 },
	{ "WebP, extended", BYTES("RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0"
	    "\1\1\0\2\0\0"), "image/webp", 258, 3 },
	{ "WebP, lossless", BYTES("RIFF\0\0\0\0WEBPVP8L\n\0\0\0\x2f"
	    "\1\1\1\0\0\0\0\0\0"), "image/webp", 258, 5 },
	{ "WebP, lossy", BYTES("RIFF\0\0\0\0WEBPVP8 \n\0\0\0\0\0\0"
	    "\x9d\1\x2a\2\1\3\0"), "image/webp", 258, 3 },
	{ "AVIF, the larger of two", BYTES("\0\0\0\x1c" "ftypavif\0\0\0\0"
	    "\0\0\0\x14ispe\0\0\0\0\0\0\0\2\0\0\0\2"
	    "\0\0\0\x14ispe\0\0\0\0\0\0\1\2\0\0\0\3"),
	    "image/avif", 258, 3 },
	{ "SVG", BYTES("<?xml version='1.0'?>\n<svg width=\"258\" "
	    "height='3px' viewBox='0 0 9 9'>"), "image/svg+xml", 258, 3 },
	{ "SVG in percent", BYTES("<svg width=\"100%\" height=\"3\">"),
	    "image/svg+xml", 0, 0 },
	{ "SVG in millimetres", BYTES("<svg width=\"210mm\" height='297mm'>"),
	    "image/svg+xml", 0, 0 },
	{ "SVG of parts of pixels", BYTES("<svg width='10.5' height='9.0px'>"),
	    "image/svg+xml", 10, 9 },
	{ "SVG that ends early", BYTES("<svg width=\"258\" height=\"3"),
	    "image/svg+xml", 0, 0 },
	{ "MP3 with a tag", BYTES("ID3\3\0\0"), "audio/mpeg", 0, 0 },
	{ "MPEG-4 audio", BYTES("\0\0\0\x1c" "ftypM4A "), "audio/mp4", 0, 0 },
	{ "Ogg", BYTES("OggS\0"), "audio/ogg", 0, 0 },
	{ "text", BYTES("an <svg> in a text"), NULL, 0, 0 },
	{ "nothing", BYTES(""), NULL, 0, 0 }
};

int
main(void)
{
	struct magic p;
	size_t i;
	bool known;

	for (i = 0; i < COUNT(cases); i++) {
		known = magic_read(&p, (const unsigned char *)
		    cases[i].bytes, cases[i].length);
		tap_ok(known == (cases[i].type != NULL) &&
		    p.width == cases[i].width && p.height == cases[i].height &&
		    (!known || strcmp(p.type, cases[i].type) == 0),
		    "%s: %s, %d x %d", cases[i].name, known ? p.type :
		    "unknown", p.width, p.height);
	}
	return tap_end();
}

/* URLs: written by people, resolved by RFC 3986, shown to people. */
#include "base/text.h"
#include "base/url.h"
#include "repeat.h"
#include "rfc3986.h"
#include "tap.h"

static struct arena arena;

/* want is NULL if it is the same as the input. */
static const struct {
	const char *in, *want;
} valid[] = {
	{ "https://x/@s_2,w_820?a=b,c=http://y", NULL },
	{ "https://proxy.example/?http://h/a.png", NULL },
	{ "https://h/a%20b/%e4%b8%ad?q=%2F#f%20g", NULL },
	{ "http://u:p@h.example:8080/a;b=1/c", NULL },
	{ "http://[2001:db8::1]:80/x", NULL },
	{ "http://[::ffff:192.0.2.1]/", NULL },
	{ "http://192.0.2.1:/", NULL },
	{ "http://a_b.example/", NULL },
	{ "http://h", NULL },
	{ "http://h?q", NULL },
	{ "http://h#f", NULL },
	{ "file:///srv/a.html", NULL },
	{ "mailto:ada@example.org?subject=a", NULL },
	{ "tag:Example.org,2024:A/b", NULL },
	{ "urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", NULL },
	{ "data:image/png;base64,iVBORw0KGgo=", NULL },
	{ "javascript:alert(1)", NULL },
	{ "//h.example/a", NULL },
	{ "/a/b", NULL },
	{ "../a?b#c", NULL },
	{ "a/b:c", NULL },
	{ "?", NULL },
	{ "#", NULL },
	{ "#top", NULL },
	{ "xn--fiqs8s", NULL }
};

static const struct {
	const char *in, *want, *name;
} encoded[] = {
	{ "", NULL, "empty" },
	{ " \t\n ", NULL, "only white space" },
	{ "  https://h/a  ", "https://h/a", "blanks at the ends" },
	{ "\xe3\x80\x80https://h/\xc2\xa0", "https://h/",
	    "ideographic and hard blanks at the ends" },
	{ "https://h/a\n   b", "https://h/a%20%20%20b", "a line break" },
	{ "https://h/a b?c d#e f", "https://h/a%20b?c%20d#e%20f", "blanks" },
	{ "https://h/100%", "https://h/100%25", "percent at the end" },
	{ "https://h/%zz%4", "https://h/%25zz%254", "percent without hex" },
	{ "https://h/%2", "https://h/%252", "percent and one digit" },
	{ "https://h/%%20", "https://h/%25%20", "percent before an escape" },
	{ "https://h/\xe4\xb8\xad?\xe6\x96\x87#\xc3\xa9",
	    "https://h/%E4%B8%AD?%E6%96%87#%C3%A9", "other scripts" },
	{ "https://h/a[1]?b[]=c", "https://h/a%5B1%5D?b%5B%5D=c",
	    "brackets" },
	{ "a\\b.png", "a%5Cb.png", "backslash" },
	{ "/<a>\"{b}|^`", "/%3Ca%3E%22%7Bb%7D%7C%5E%60", "unsafe ones" },
	{ "#a#b", "#a%23b", "a second number sign" },
	{ "/a\x01\x7f", "/a%01%7F", "control characters" },
	{ "HTTP://Example.ORG:80/A", "http://example.org:80/A",
	    "scheme and host are lower-cased" },
	{ "http://Us%er@h/", "http://Us%25er@h/", "percent in a user" },
	{ "http://a@b@h/", "http://a%40b@h/", "at sign in a user" },
	{ "http://ex%61mple.org/", "http://example.org/",
	    "escapes in a host" },
	{ "\xe4\xb8\xad:1", "./%E4%B8%AD:1", "a colon after no scheme" },
	{ "a b:c/d", "./a%20b:c/d", "a colon after a blank" },
	{ "a?b:c", "a?b:c", "a colon in a query" },

	{ "http://b\xc3\xbc" "cher.example/", "http://xn--bcher-kva.example/",
	    "punycode: one umlaut" },
	{ "http://B\xc3\x9c" "CHER.example/",
	    "http://xn--bcher-kva.example/", "punycode: capitals" },
	{ "http://m\xc3\xbcnchen.de", "http://xn--mnchen-3ya.de",
	    "punycode: muenchen" },
	{ "http://fa\xc3\x9f.de", "http://xn--fa-hia.de",
	    "punycode: sharp s stays (IDNA 2008)" },
	{ "http://\xe4\xb8\xad\xe5\x9b\xbd/", "http://xn--fiqs8s/",
	    "punycode: Chinese top-level domain" },
	{ "http://\xe4\xbe\x8b\xe3\x81\x88.\xe3\x83\x86\xe3\x82\xb9"
	    "\xe3\x83\x88/", "http://xn--r8jz45g.xn--zckzah/",
	    "punycode: Japanese test domain" },
	{ "http://\xe4\xbe\x8b\xe3\x81\x88\xe3\x80\x82\xe3\x83\x86\xe3\x82"
	    "\xb9\xe3\x83\x88/", "http://xn--r8jz45g.xn--zckzah/",
	    "ideographic full stop in a host" },
	{ "http://\xd0\xa0\xd0\xa4/", "http://xn--p1ai/",
	    "punycode: Cyrillic capitals" },
	{ "http://\u0386\u039d\u0394\u03a1\u039f\u03a3/",
	    "http://xn--hxaq0ajjn/", "punycode: a Greek capital with tonos" },
	{ "http://\u021aara/", "http://xn--ara-8lb/",
	    "punycode: a Romanian capital" },
	{ "http://\u04d0\u0432/", "http://xn--b1a13a/",
	    "punycode: a capital of Chuvash" },
	{ "http://\u13a0/", "http://xn--58d/", "punycode: Cherokee stays" },
	{ "http://a\ufe00\ufe0f\u00fc/", "http://xn--a-eha/",
	    "punycode: variation selectors go" },
	{ "http://%E4%B8%AD%E5%9B%BD/", "http://xn--fiqs8s/",
	    "punycode: escaped UTF-8" },
	{ "http://\xef\xbd\x88\xef\xbc\x8e" "example/",
	    "http://h.example/", "full-width forms in a host" },
	{ "http://\xf0\x9f\x92\xa9.la/", "http://xn--ls8h.la/",
	    "punycode: beyond the BMP" },

	{ "http://", NULL, "no host" },
	{ "https:///a", NULL, "no host before a path" },
	{ "///a", NULL, "no host, no scheme" },
	{ "http://u@/", NULL, "user without host" },
	{ "http://:80/", NULL, "port without host" },
	{ "http://a b/", NULL, "blank in a host" },
	{ "http://a%20b/", NULL, "escaped blank in a host" },
	{ "http://a%2fb/", NULL, "escaped slash in a host" },
	{ "http://a%ff/", NULL, "host that is no UTF-8" },
	{ "http://a\\b/", NULL, "backslash in a host" },
	{ "http://{{ site.url }}/", NULL, "template for a host" },
	{ "http://\xe2\x80\xa6/", NULL, "ellipsis for a host" },
	{ "http://a\xe2\x80\xae" "b/", NULL, "bidi control in a host" },
	{ "http://h:80a/", NULL, "port that is no number" },
	{ "http://h:65536/", NULL, "port beyond 65535" },
	{ "http://h:184467440737095516160/", NULL, "port beyond 64 bits" },
	{ "http://[::1/", NULL, "unclosed bracket" },
	{ "http://[]/", NULL, "empty brackets" },
	{ "http://[g::1]/", NULL, "no IPv6 address" },
	{ "http://a:b:80/", NULL, "two colons" }
};

static const struct {
	const char *base, *reference, *want;
} resolved[] = {
	{ "https://h", "a", "https://h/a" },
	{ "https://h", "", "https://h" },
	{ "https://h?q", "a", "https://h/a" },
	{ "https://h?q#f", "", "https://h?q" },
	{ "https://h/a/b", "/%2e%2E/.%2e/%2e/c", "https://h/c" },
	{ "https://h/a/b", "c//d/../e", "https://h/a/c//e" },
	{ "https://h/a/", " my pic.png ", "https://h/a/my%20pic.png" },
	{ "https://h/a/", "\xe4\xb8\xad:1", "https://h/a/%E4%B8%AD:1" },
	{ "https://h/a/", "//H2/x", "https://h2/x" },
	{ "https://h/a/", "data:,a/../b", "data:,a/../b" },
	{ "https://h/a/", "mailto:a@h", "mailto:a@h" },
	{ "https://h/a/", "http://o/x/../y", "http://o/y" },
	{ "https://h/a/", "http://o", "http://o" },
	{ "https://h/a/", "http://{host}/", NULL },
	{ "https://h/a/", "///x", NULL },
	{ "https://h/a/", "https:///x", NULL },
	{ "https://h/a/", "https://o//x", "https://o//x" },
	{ "https://h/a/", "https://O/x", "https://o/x" },
	{ "https://h/a/", "https://o/./x", "https://o/x" },
	{ "file:///a/b", "../../c", "file:///c" },
	{ "s:/a/b", ".//c", "s:/a//c" },
	{ "s:/a/b", "..//c", "s:/.//c" },
	{ "mailto:a@h", "b", NULL },
	{ "mailto:a@h", "?b", NULL },
	{ "mailto:a@h", "#b", "mailto:a@h#b" }
};

static const struct {
	const char *in, *want;
} normal[] = {
	{ "https://h.example/a/b.html", "https://h.example/a/b.html" },
	{ "https://h.example", "https://h.example/" },
	{ "http://h?q", "http://h/?q" },
	{ "https://h:443/a/./b/../c?d/../e", "https://h/a/c?d/../e" },
	{ "http://u:p@h:80", "http://u:p@h/" },
	{ "http://h:/a", "http://h/a" },
	{ "http://[::1]:80/", "http://[::1]/" },
	{ "http://[::1]/", "http://[::1]/" },
	{ "http://h:443/", "http://h:443/" },
	{ "https://h:80/", "https://h:80/" },
	{ "https://h:8443/", "https://h:8443/" },
	{ "https://h:444/", "https://h:444/" },
	{ "http://h:81/", "http://h:81/" }
};

static const struct {
	const char *url, *want;
} hosts[] = {
	{ "https://H.example/a", "h.example" },
	{ "https://u:p@h.example:80", "h.example" },
	{ "https://[::1]:80/", "[::1]" },
	{ "//h?@x", "h" },
	{ "file:///a", NULL },
	{ "mailto:a@h", NULL },
	{ "/a", NULL }
};

static const struct {
	const char *in, *want;
} segments[] = {
	{ "a-b._~!$&'()*+,;=:@", "a-b._~!$&'()*+,;=:@" },
	{ "a/b?c#d", "a%2Fb%3Fc%23d" },
	{ "100%", "100%25" },
	{ "%20", "%2520" },
	{ " \xc3\xa9", "%20%C3%A9" }
};

static const struct {
	const char *in, *want;
} decoded[] = {
	{ "", "" },
	{ "a%20b", "a b" },
	{ "%E4%B8%AD%e6%96%87", "\xe4\xb8\xad\xe6\x96\x87" },
	{ "caf%c3%a9%", "caf\xc3\xa9%" },
	{ "%E4%B8", "%E4%B8" },
	{ "%E4%B8x%AD", "%E4%B8x%AD" },
	{ "a%ffb%C3%A9%fe", "a%ffb\xc3\xa9%fe" },
	{ "%00%0A%7f%C2%85", "%00%0A%7f%C2%85" },
	{ "%ED%A0%80", "%ED%A0%80" },
	{ "%2525", "%25" },
	{ "%zz", "%zz" }
};

static void
test_encode(void)
{
	size_t i;

	for (i = 0; i < COUNT(valid); i++)
		tap_string(url_encode(&arena, valid[i].in), valid[i].in,
		    valid[i].in);
	for (i = 0; i < COUNT(encoded); i++)
		tap_string(url_encode(&arena, encoded[i].in),
		    encoded[i].want, encoded[i].name);
}

static void
test_resolve(void)
{
	size_t i;

	for (i = 0; i < COUNT(rfc_cases); i++)
		tap_string(url_resolve(&arena, rfc_base,
		    rfc_cases[i].reference), rfc_cases[i].want,
		    rfc_cases[i].reference);
	for (i = 0; i < COUNT(resolved); i++)
		tap_string(url_resolve(&arena, resolved[i].base,
		    resolved[i].reference), resolved[i].want,
		    resolved[i].reference);
}

static void
test_parts(void)
{
	struct buf buf = { 0 };
	size_t i;

	for (i = 0; i < COUNT(hosts); i++)
		tap_string(url_host(&arena, hosts[i].url), hosts[i].want,
		    hosts[i].url);
	for (i = 0; i < COUNT(segments); i++) {
		buf_clear(&buf);
		url_encode_segment(&buf, segments[i].in);
		tap_string(buf.bytes, segments[i].want, segments[i].in);
	}
	for (i = 0; i < COUNT(normal); i++)
		tap_string(url_normalize(&arena, normal[i].in),
		    normal[i].want, normal[i].in);
	buf_clear(&buf);
	url_encode_path(&buf, "/a b//c%20d?/");
	tap_string(buf.bytes, "/a%20b//c%2520d%3F/", "a path of segments");
	for (i = 0; i < COUNT(decoded); i++)
		tap_string(url_decode(&arena, decoded[i].in),
		    decoded[i].want, decoded[i].in);
	buf_release(&buf);
}

static void
test_absolute(void)
{
	tap_ok(url_is_absolute("http://h"), "a scheme");
	tap_ok(url_is_absolute("x+y-1.0:z"), "all that a scheme can hold");
	tap_ok(url_is_on_disk("C:\\a.png") && url_is_on_disk("d:/a") &&
	    url_is_on_disk("C:%5Ca") && url_is_on_disk("file:///a"),
	    "files on a computer");
	tap_ok(!url_is_on_disk("/C:/a") && !url_is_on_disk("c:a") &&
	    !url_is_on_disk("") && !url_is_on_disk("profile:///a"),
	    "not files on a computer");
	tap_ok(url_lacks_scheme("www.a.example") &&
	    url_lacks_scheme("a.org/b") && url_lacks_scheme("http//a"),
	    "a host without a scheme");
	tap_ok(!url_lacks_scheme("www.png") && !url_lacks_scheme("a.org") &&
	    !url_lacks_scheme(".com/") && !url_lacks_scheme("/a.com/") &&
	    !url_lacks_scheme("") && !url_lacks_scheme("a.community/b"),
	    "a path");
	tap_ok(!url_lacks_scheme("www.png?v=1.2") &&
	    !url_lacks_scheme("www.d/a.png") &&
	    !url_lacks_scheme("a@b.org/") &&
	    !url_lacks_scheme("a.html?u=b.org/") &&
	    !url_lacks_scheme("a.html#b.org/"), "a host that is not first");
	tap_ok(!url_is_absolute("1a:b"), "a scheme begins with a letter");
	tap_ok(!url_is_absolute("a_b:c"), "no underscore in a scheme");
	tap_ok(!url_is_absolute("//h/a:b"), "no scheme");
	tap_ok(!url_is_absolute(""), "nothing");
}

/* A label that is too long for the DNS, and for a quadratic encoder. */
static void
test_long_label(void)
{
	struct buf url = { 0 };

	buf_puts(&url, "http://");
	repeat(&url, 64, "\xe4\xb8\xad");
	tap_string(url_encode(&arena, url.bytes), NULL, "a label too long");
	buf_release(&url);
}

int
main(void)
{
	test_absolute();
	test_encode();
	test_long_label();
	test_resolve();
	test_parts();
	arena_release(&arena);
	return tap_end();
}

/*
 * The TOML reader: each text with its tree and the messages.
 *
 * A tree is written {key:value,...} and [value,...]; a plain scalar as it was
 * typed, a string in single quotes, an empty one as null.
 */
#include "front/toml.h"
#include "tap.h"

static const struct {
	const char *text, *tree;
} valid[] = {
	{ "", "{}" },
	{ " \t\n# a\n", "{}" },

	/* keys */
	{ "a=1", "{a:1}" },
	{ "\t a\t = 1 # b", "{a:1}" },
	{ "1 = 2\n-_- = 3", "{1:2,-_-:3}" },
	{ "'a b' = 1\n\"c\\u0020d\" = 2", "{a b:1,c d:2}" },
	{ "'' = 1", "{:1}" },
	{ "a.b . \"c.d\" = 1\na.e = 2", "{a:{b:{c.d:1},e:2}}" },
	{ "3.14 = 1", "{3:{14:1}}" },
	{ "a.b = 1\nc = 2\na.d = 3", "{a:{b:1,d:3},c:2}" },

	/* strings */
	{ "a = \"b\"", "{a:'b'}" },
	{ "a = \"\"\nb = ''", "{a:null,b:null}" },
	{ "a = [\"\"]", "{a:[null]}" },
	{ "a = \"\\\"\\\\\\t\\n\"", "{a:'\"\\\t\n'}" },
	{ "a = \"\\U0010FFFD\\uD7FF\\uE000\"",
	    "{a:'\xf4\x8f\xbf\xbd\xed\x9f\xbf\xee\x80\x80'}" },
	{ "a = \"\\U0010FFFF\"", "{a:'\xf4\x8f\xbf\xbf'}" },
	{ "a = \"\\u00e9\\U0001F600\"", "{a:'\xc3\xa9\xf0\x9f\x98\x80'}" },
	{ "a = 'b\\n\"'", "{a:'b\\n\"'}" },
	{ "a = \"b # c\" # d", "{a:'b # c'}" },
	{ "a = \"\"\"\nb\nc\"\"\"", "{a:'b\nc'}" },
	{ "a = \"\"\"b\"\"\"\"\"", "{a:'b\"\"'}" },
	{ "a = \"\"\"\"b\"\"c\"\"\"", "{a:'\"b\"\"c'}" },
	{ "a = \"\"\"b \\  \n\n\t c\"\"\"", "{a:'b c'}" },
	{ "a = \"\"\"\\\n\"\"\"", "{a:null}" },
	{ "a = '''\n'b'\\\n'''''", "{a:''b'\\\n'''}" },
	{ "a = \"\\r\\n\"", "{a:'\n'}" },

	/* numbers and booleans */
	{ "a = true\nb = false", "{a:true,b:false}" },
	{ "a = [0, +0, -0, 17, 1_000, -1_0_0]",
	    "{a:[0,+0,-0,17,1_000,-1_0_0]}" },
	{ "a = [0xDEAD_beef, 0o755, 0b1_0]", "{a:[0xDEAD_beef,0o755,0b1_0]}" },
	{ "a = [1.5, -0.0, 1e3, 6.02E+23, 1_0.0_1e-0_7, 0e0]",
	    "{a:[1.5,-0.0,1e3,6.02E+23,1_0.0_1e-0_7,0e0]}" },
	{ "a = [inf, +inf, -inf, nan, -nan]", "{a:[inf,+inf,-inf,nan,-nan]}" },

	/* dates and times */
	{ "a = 2024-02-29", "{a:2024-02-29}" },
	{ "a = 2024-01-31 # 09:30:00", "{a:2024-01-31}" },
	{ "a = 2024-01-31 09:30:00", "{a:2024-01-31 09:30:00}" },
	{ "a = 2024-01-31T09:30:00.125", "{a:2024-01-31T09:30:00.125}" },
	{ "a = 2024-01-31t09:30:00z", "{a:2024-01-31t09:30:00z}" },
	{ "a = 2016-12-31 23:59:60Z", "{a:2016-12-31 23:59:60Z}" },
	{ "a = 2024-01-31T09:30:00.5-07:00",
	    "{a:2024-01-31T09:30:00.5-07:00}" },
	{ "a = [09:30:00, 23:59:59.999]", "{a:[09:30:00,23:59:59.999]}" },

	/* arrays and inline tables */
	{ "a = []", "{a:[]}" },
	{ "a = [ [1,2], [ 'b' , ], ]", "{a:[[1,2],['b']]}" },
	{ "a = [ # b\n\n1 # c\n, # d\n2\n# e\n]", "{a:[1,2]}" },
	{ "a = {}", "{a:{}}" },
	{ "a = { b = 1, c.d = 2, c.e = [{}] }", "{a:{b:1,c:{d:2,e:[{}]}}}" },
	{ "a = { b = [\n1,\n] }", "{a:{b:[1]}}" },

	/* tables */
	{ "[a]", "{a:{}}" },
	{ "[ a . 'b c' ] # d\ne = 1", "{a:{b c:{e:1}}}" },
	{ "a = 1\n[b]\na = 2\n[c]\na = 3", "{a:1,b:{a:2},c:{a:3}}" },
	{ "[a.b]\nc = 1\n[a]\nd = 2", "{a:{b:{c:1},d:2}}" },
	{ "[a]\nb.c = 1\n[a.b.d]\ne = 2", "{a:{b:{c:1,d:{e:2}}}}" },
	{ "[b]\nd = 1\n[c]\n[a]\n[b.c]", "{b:{d:1,c:{}},c:{},a:{}}" },
	{ "[c]\n[b]\n[a]\n[c.d]\n[b.d]", "{c:{d:{}},b:{d:{}},a:{}}" },
	{ "[[a]]\nb = 1\n[[a]]\n[[a]]\nb = 2", "{a:[{b:1},{},{b:2}]}" },
	{ "[[a]]\n[a.b]\nc = 1\n[[a.d]]\n[[a.d]]\n[[a]]\n[a.b]",
	    "{a:[{b:{c:1},d:[{},{}]},{b:{}}]}" }
};

/* An error costs its key; message: a part of what is reported. */
static const struct {
	const char *text, *tree, *message;
} invalid[] = {
	/* values */
	{ "a = Date(2012, 2, 27)\nb = 1", "{b:1}",
	    "f:1:5: warning: \"Date(2012, 2, 27)\" is not a TOML value" },
	{ "a = word # b\nc = 1", "{c:1}", "\"word\" is not a TOML value" },
	{ "a = True\nb = 1", "{b:1}", "lower case" },
	{ "a =\nb = 1", "{b:1}", "f:1:4: warning: a value is missing" },
	{ "a = # b\nc = 1", "{c:1}", "a value is missing" },
	{ "a = 1 2\nb = 1", "{b:1}", "f:1:7: warning: unexpected \"2\" after" },
	{ "a = \"b\" c\" # d\ne = 1", "{e:1}", "after the end" },
	{ "a = 007", "{}", "zeros" },
	{ "a = 1__0", "{}", "\"1__0\"" },
	{ "a = _1", "{}", "\"_1\"" },
	{ "a = 1_", "{}", "\"1_\"" },
	{ "a = 1.", "{}", "\"1.\"" },
	{ "a = .5", "{}", "\".5\"" },
	{ "a = 1.e5", "{}", "\"1.e5\"" },
	{ "a = 1e", "{}", "\"1e\"" },
	{ "a = 0x", "{}", "\"0x\"" },
	{ "a = +0x1", "{}", "\"+0x1\"" },
	{ "a = 0b2", "{}", "\"0b2\"" },
	{ "a = Inf", "{}", "\"Inf\"" },
	{ "a = 2023-02-29", "{}", "there is no such day; write a date" },
	{ "a = 2024-13-01", "{}", "there is no such day; write a date" },
	{ "a = 2024-1-31", "{}", "write a date" },
	{ "a = 2024-01-31 24:00:00", "{}", "write a date" },
	{ "a = 2024-01-31T09:60:00", "{}", "write a date" },
	{ "a = 2024-01-31T09:30", "{}", "write a date" },
	{ "a = 2024-01-31T09:30:00.", "{}", "write a date" },
	{ "a = 2024-01-31T09:30:00+1:00", "{}", "write a date" },
	{ "a = 2024-01-31T09:30:00 Z", "{}", "after the end" },
	{ "a = 09:30:00Z", "{}", "write a date" },
	{ "a = 09:30:xx", "{}", "write a date" },
	{ "a = 31/01/2024", "{}", "write a date" },

	/* strings */
	{ "a = \"C:\\Users\"\nb = 1", "{b:1}",
	    "f:1:8: warning: \"\\U\" is not a TOML escape" },
	{ "a = \"\\ud800\"", "{}", "\"\\u\" is not a TOML escape" },
	{ "a = \"\\U00110000\"", "{}", "\"\\U\" is not a TOML escape" },
	{ "a = \"\\u12g4\"", "{}", "\"\\u\" is not a TOML escape" },
	{ "a = \"\\x41\"", "{}", "\"\\x\" is not a TOML escape" },
	{ "a = \"\\\xc3\xa9\"", "{}", "\"\\\xc3\xa9\" is not a TOML escape" },
	{ "a = \"\"\"\\ b\nc = 1\"\"\"\nd = 2", "{d:2}", "not a TOML escape" },
	{ "a = \"b\nc = 1", "{c:1}", "f:1:5: warning: the string that begins" },
	{ "a = 'b\nc = 1", "{c:1}", "with '" },
	{ "a = \"\"\"b\nc = 1", "{c:1}", "is not closed" },
	{ "a = '''b\nc = 1", "{c:1}", "is not closed" },
	{ "a = \"b\\", "{}", "is not closed" },
	{ "a = \"\"\"\"\"\"\"\"\"", "{}", "after the end" },
	{ "a = \"b\\u0000\\u0007c\"", "{a:'bc'}", "[character]" },
	{ "a = \"b\177c\"", "{a:'b c'}",
	    "f:1:7: warning: the character U+007F" },

	/* keys */
	{ "word\na = 1", "{a:1}", "f:1:5: warning: a = is missing" },
	{ "a: 1\nb: 2\nc = 3", "{c:3}", "f:1:2: warning: a = is missing" },
	{ "= 1\na = 2", "{a:2}", "\"= 1\" is not a key" },
	{ "a. = 1\nb = 2", "{b:2}", "\"= 1\" is not a key" },
	{ "a b = 1\nc = 2", "{c:2}", "f:1:3: warning: a = is missing" },
	{ "\"\"\"a\"\"\" = 1\nb = 2", "{b:2}", "a = is missing" },
	{ "\"a\nb = 2", "{b:2}", "is not closed" },
	{ "\xc3\xa9 = 1\nb = 2", "{b:2}", "is not a key" },

	/* arrays and inline tables */
	{ "a = [1, 2\nb = 3", "{b:3}", "f:2:1: warning: \"b = 3\" does not" },
	{ "a = [1 2]\nb = 3", "{b:3}", "\"2]\" does not belong" },
	{ "a = [\n1,\nword,\n2\n]\nb = 3", "{b:3}", "f:3:1:" },
	{ "a = [1,,2]\nb = 3", "{b:3}", "a value is missing" },
	{ "a = [\n", "{}", "a value is missing" },
	{ "a = [1", "{}", "a ] is missing" },
	{ "a = [\n'b',\n[1],\n[c]\nd = 1", "{d:1}", "f:4:2:" },
	{ "a = { b = 1\nc = 2", "{c:2}", "f:2:1:" },
	{ "a = { b }\nc = 2", "{c:2}", "a = is missing" },
	{ "a = { b = 1, b = 2 }", "{a:{b:2}}", "[duplicate-key]" },
	{ "a = { b = 1, b = 2\nc = 3", "{c:3}", "does not belong" },
	{ "a = { b = 1, }", "{a:{b:1}}", "a trailing comma" },
	{ "a = {\n\tb = 1,\n\tc = 2\n}", "{a:{b:1,c:2}}", "line break" },

	/* tables */
	{ "a = word\nb: 1\nc = 2", "{c:2}", "left out with the line after" },
	{ "a = Date(1,\n2,\n3)\nb = 2", "{b:2}", "with the 2 lines after" },
	{ "[a b]\nc = 1\n[d]\ne = 1", "{d:{e:1}}",
	    "f:1:4: warning: a ] is missing; the table was left out" },
	{ "[]\na = 1\n[b]", "{b:{}}", "is not a key" },
	{ "[[a]\nb = 1\n[c]", "{c:{}}", "a ]] is missing" },
	{ "[a] b = 1\n[c]", "{c:{}}", "after the end" },
	{ "[a]\nb = 1\n[a]\nc = 2", "{a:{b:1,c:2}}",
	    "f:3:2: warning: the table \"a\" appears twice, first on line 1" },
	{ "[a]\nb.c = 1\n[a.b]\nd = 2", "{a:{b:{c:1,d:2}}}", "appears twice" },
	{ "[a.b]\nc = 1\n[a]\nb.d = 2", "{a:{b:{c:1,d:2}}}", "appears twice" },
	{ "[a.b.c]\nd = 1\n[a]\nb.e = 2\n[a.b]\nf = 3",
	    "{a:{b:{c:{d:1},e:2,f:3}}}", "f:5:4: warning: the table \"b\"" },
	{ "[[a.b]]\nc = 1\n[a]\nb.d = 2", "{a:{b:[{c:1,d:2}]}}",
	    "appears twice" },
	{ "[a]\nb = 1\n[[a]]\nc = 2", "{a:[{c:2}]}", "last one was used" },
	{ "[[a]]\nb = 1\n[a]\nc = 2", "{a:{c:2}}", "last one was used" },
	{ "a = [1]\n[[a]]\nb = 2", "{a:[1,{b:2}]}", "were merged" },
	{ "a = {}\n[a.b]\nc = 1", "{a:{b:{c:1}}}", "last one was used" },
	{ "a = 1\na.b = 2", "{a:{b:2}}", "last one was used" },
	{ "a.b = 1\na = 2", "{a:2}", "last one was used" },
	{ "a = 1\n'a' = 2", "{a:2}",
	    "f:2:7: warning: \"a\" appears twice, first on line 1" },

	/* not TOML at all */
	{ "title: a\ntags: [b]", NULL, "f:1:1: warning: not a list" },
	{ "a = b", "{}", "not a TOML value" }
};

static void
put_value(struct buf *out, const struct p2f_value *v, bool has_places)
{
	size_t i;

	if (v->kind == P2F_NULL)
		buf_puts(out, "null");
	else if (v->kind == P2F_TEXT)
		buf_printf(out, v->plain ? "%s" : "'%s'", v->text);
	if (has_places)
		buf_printf(out, "@%u:%u", v->line, v->column);
	if (v->kind < P2F_LIST)
		return;
	buf_putc(out, v->kind == P2F_MAP ? '{' : '[');
	for (i = 0; v->items[i] != NULL; i++) {
		buf_puts(out, i > 0 ? "," : "");
		if (v->kind == P2F_MAP)
			buf_printf(out, "%s:", v->items[i]->key);
		put_value(out, v->items[i], has_places);
	}
	buf_putc(out, v->kind == P2F_MAP ? '}' : ']');
}

/* A text that was read. */
struct reading {
	struct arena	 arena;
	struct diag	 diag;
	struct buf	 tree;		/* bytes NULL: no tree */
	const char	*messages;
};

static void
read_block(struct reading *r, const char *text, unsigned line)
{
	static const struct diag_options options = { 0 };
	struct block block = { .path = "f", .text = text,
	    .length = strlen(text), .line = line };
	const struct p2f_value *v;

	*r = (struct reading){ .diag.options = &options };
	v = toml_read(&r->arena, &block, &r->diag);
	if (v != NULL)
		put_value(&r->tree, v, line > 1);
	r->messages = r->diag.lines.bytes == NULL ? "" : r->diag.lines.bytes;
}

static void
drop(struct reading *r)
{
	buf_clear(&r->diag.lines);	/* or they would be shown */
	diag_release(&r->diag);
	arena_release(&r->arena);
	buf_release(&r->tree);
}

/* The name of a case, as one line. */
static const char *
name_of(const char *text)
{
	static char name[100];
	size_t i;

	for (i = 0; text[i] != '\0' && i < sizeof name - 1; i++)
		name[i] = text[i] == '\n' ? '|' : text[i] == '#' ? 'N' :
		    text[i];
	name[i] = '\0';
	return name;
}

static void
test_valid(void)
{
	struct reading r;
	size_t i;

	for (i = 0; i < COUNT(valid); i++) {
		read_block(&r, valid[i].text, 1);
		tap_string(r.tree.bytes, valid[i].tree,
		    name_of(valid[i].text));
		tap_string(r.messages, "", "without a message");
		drop(&r);
	}
}

static void
test_invalid(void)
{
	struct reading r;
	size_t i;

	for (i = 0; i < COUNT(invalid); i++) {
		read_block(&r, invalid[i].text, 1);
		tap_string(r.tree.bytes, invalid[i].tree,
		    name_of(invalid[i].text));
		if (!tap_ok(strstr(r.messages, invalid[i].message) != NULL,
		    "says so"))
			printf("#  got: %s# want: %s\n", r.messages,
			    invalid[i].message);
		drop(&r);
	}
}

/* Lines count from the position of the block, columns in characters. */
static void
test_places(void)
{
	struct reading r;

	read_block(&r, "'\xc3\xa9\xe2\x82\xac' = 1\na.b = [ '',\n\t{ c = 2 },"
	    " ]\n[d.e]\nf = \"\"\"\n\xc3\xa9\"\"\" #\n[[ g ]]\n", 10);
	tap_string(r.tree.bytes, "@10:1{\xc3\xa9\xe2\x82\xac:1@10:8,"
	    "a:@11:1{b:@11:7[null@11:9,@12:2{c:2@12:8}]},"
	    "d:@13:2{e:@13:4{f:'\xc3\xa9'@14:5}},"
	    "g:@16:4[@16:4{}]}", "places");
	tap_string(r.messages, "", "without a message");
	drop(&r);
}

static void
put_times(struct buf *text, size_t n, const char *s)
{
	while (n-- > 0)
		buf_puts(text, s);
}

/* The deepest nesting that is read, and one more. */
static void
test_depth(void)
{
	static const struct {
		const char	*before, *open;
		size_t		 times;
		const char	*middle, *close;
	} cases[] = {
		{ "a = ", "[", VALUE_MAX_DEPTH, "", "]" },
		{ "a = ", "{b=", VALUE_MAX_DEPTH - 1, "1", "}" },
		{ "", "a.", VALUE_MAX_DEPTH - 1, "a = 1", "" },
		{ "[", "a.", VALUE_MAX_DEPTH - 1, "a]", "" },
		{ "[[", "a.", VALUE_MAX_DEPTH - 2, "a]]", "" }
	};
	struct reading r;
	struct buf text = { 0 };
	size_t i, extra;

	for (i = 0; i < 2 * COUNT(cases); i++) {
		extra = i % 2;
		buf_clear(&text);
		buf_puts(&text, cases[i / 2].before);
		put_times(&text, cases[i / 2].times + extra,
		    cases[i / 2].open);
		buf_puts(&text, cases[i / 2].middle);
		put_times(&text, cases[i / 2].times + extra,
		    cases[i / 2].close);
		read_block(&r, text.bytes, 1);
		tap_ok((strstr(r.messages, "too deeply") != NULL) ==
		    (extra == 1), "%s%s... %s", cases[i / 2].before,
		    cases[i / 2].open,
		    extra == 1 ? "too deep" : "as deep as can be");
		drop(&r);
	}
	buf_release(&text);
}

int
main(void)
{
	test_valid();
	test_invalid();
	test_places();
	test_depth();
	return tap_end();
}

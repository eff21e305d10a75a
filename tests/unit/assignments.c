/* Settings that are programs: what is read from them, and what is not. */
#include <string.h>

#include "base/buf.h"
#include "front/assignments.h"
#include "repeat.h"
#include "tap.h"

/* A program, and its values as dump() prints them. */
static const struct {
	const char	*text, *want;
} python[] = {
	{ "A = 'x'\nB = \"y\" # c\n", "{B:'y' A:'x'}" },
	{ "A = 1\nA = 2\n", "{A:2 A:1}" },
	{ "A=True\nB = None\nC = ''\nD = -1.5", "{D:-1.5 C:~ B:~ A:True}" },
	{ "A = 'it\\'s' 'x' \\\n  \"y\"\n", "{A:'it'sxy'}" },
	{ "A = ('a'\n  # c\n  'b')\nB = 'c' + 'd'\n", "{B:'cd' A:'ab'}" },
	{ "A = '''x\ny'''\nB = r'\\n'\nC = u'\\u00e9\\x41'\n",
	    "{C:'\u00e9A' B:'\\n' A:'x\ny'}" },
	{ "A = '\\a\\n\\/\\101\\8\\U0001f600\\ud800\\\ne\\`'\n",
	    "{A:'\n\\/A\\8\U0001f600\ufffde\\`'}" },
	{ "A = ('x',)\nB = ()\nC = {}\nD = [1, 'z']\n",
	    "{D:[1 'z'] C:{} B:[] A:['x']}" },
	{ "P = (\n (\"posts/*.md\", \"posts\", \"post.tmpl\"),\n"
	    " (\"b/*\", \"\", \"t\"),\n)\nQ = 1\n",
	    "{Q:1 P:[['posts/*.md' 'posts' 'post.tmpl'] ['b/*' ~ 't']]}" },
	{ "M = {'a': 'b', \"c\": True, D: 'e', 1: 2, }\n",
	    "{M:{a:'b' c:True D:'e' 1:2}}" },
	{ "M = {'a': f(1), 'b': 'x', **other}\n", "{M:{b:'x'}}" },
	{ "S = {'a', 'b'}\n", "{S:['a' 'b']}" },
	/* Code. */
	{ "A = f('x')\nB = 'y'.upper()\nC = D\nE = 1\n",
	    "{E:1 C:~ B:~ A:~}" },
	{ "A = 'x' % y\nB = f'{x}'\nC = f'x'\nD = 60 * 60\n",
	    "{D:~ C:'x' B:~ A:~}" },
	{ "A = 'x'\nA = g()\n", "{A:~ A:'x'}" },
	{ "A = [1, f(2, ')'), 3]\nB = ['a'] + x\n", "{B:~ A:[1 ~ 3]}" },
	{ "if x:\n    A = 1\nelse: B = 2\nC = 3\n", "{C:3}" },
	{ "f(\nA = 1\n)\nB = 2\n", "{B:2}" },
	{ "\"\"\"\nA = 1\n\"\"\"\nB == 2\nA.b = 3\nC: str = 'x'\n",
	    "{C:'x'}" },
	{ "# A = 1\nA = 'no end\nB = '''no end", "{B:~ A:~}" },
	{ "A = [1, 2", "{A:[1 2]}" },
	{ "A = fr'{x}'\nB = Rb'{y}'\n", "{B:'{y}' A:~}" },
	{ "A = (((\n", "{A:[]}" },
	{ "", "{}" },
};

static const struct {
	const char	*text, *want;
} scripts[] = {
	{ "export const A = 'x';\nexport const B = \"y\"\n", "{A:'x' B:'y'}" },
	{ "const t = 'x', n = [1]\nf({ t, a: { t, n, u, v: t } })\nconst b = {"
	    "\n t\n}\n",
	    "{t:'x' n:[1] a:{t:'x' v:'x'} b:{t:'x'}}" },
	{ "module.exports = {\n  title: 'T', // c\n  'x-y': `z`,\n  n: 3,\n"
	    "  f: false\n};\n", "{exports:{title:'T' x-y:'z' n:3 f:false}}" },
	{ "export const A = '\\a\\U\\n\\/\\u{1f600}\\x41\\u00e9\\\ne\\`'\n",
	    "{A:'aU\n/\U0001f600A\u00e9e`'}" },
	{ "const a = '\\ud83d\\ude00'\nconst b = '\\ud83dx\\ud83d\\u0041'\n",
	    "{a:'\U0001f600' b:'\ufffdx\ufffdA'}" },
	{ "export default defineConfig({\n\tsite: 'https://a.example',\n"
	    "\tintegrations: [mdx(), s('b')],\n});\n",
	    "{site:'https://a.example' integrations:[~ ~]}" },
	{ "const a = [f({ b: 'c', d: [g({ e: 1 })] }), f({ b: 2 }, 3), h, {\n"
	    "i: 4 }, j.k({}), () => ({ l: 5 })], m = 'n'\n",
	    "{a:[{b:'c' d:[{e:1}]} ~ ~ {i:4} ~ ~] m:'n'}" },
	{ "const config: Config = {\n title: 'T',\n i18n: { a: 'en' },\n};\n"
	    "export default config\n",
	    "{config:{title:'T' i18n:{a:'en'}}}" },
	{ "const c = {\n presets: [\n  [\n   'classic',\n   /** @type {x} */\n"
	    "   ({ blog: { path: 'b', showReadingTime: true } }),\n  ],\n ],\n"
	    "} satisfies Config;\n",
	    "{c:{presets:[['classic' {blog:{path:'b' "
	    "showReadingTime:true}}]]}}" },
	{ "const a = { u: 'x' +\n 'y', v: process.env.V || 'z', w: 'q'.big(),\n"
	    " k: c ? t : 'no', l: `${x}`, m: 'yes' as const }",
	    "{a:{u:'xy' m:'yes'}}" },
	{ "module.exports = async () => {\n const r = /['\"{]/g\n return {\n"
	    "  title: 'T'\n }\n}\n", "{title:'T'}" },
	{ "function f(x) { if (x == 'y') return { a: 1 }; }\nlet b = 'c'",
	    "{a:1 b:'c'}" },
	{ "interface P { title: string; n?: number }\n"
	    "const z = [1, 2, {a:'b'}]",
	    "{z:[1 2 {a:'b'}]}" },
	{ "const t = 'a'\n  .b()\nconst u = 'b'\n", "{u:'b'}" },
	{ "const t = {\n u: 'a'\n\n + 'b',\n v: 'c'\n\n * 2,\n} // {}\n \n"
	    "* *Text*\n", "{t:{u:'ab'}}" },
	{ "/* a: 'b' */ // c: 'd'\n}}} x: 'y', {{{ [[[ (((", "{x:'y'}" },
	{ "const a = [ 'x', ", "{a:['x']}" },
	{ "const a = { b: ['c' as const], d: [['e'] as string[], 'f'] }",
	    "{a:{b:['c'] d:[['e'] 'f']}}" },
	{ "const a = { b: null, c: undefined, d: '', e: -1_0, f: nullish }",
	    "{a:{b:~ c:~ d:~ e:-1_0}}" },
	{ "const a = [[1], [2]], b = { c: d => { e: 1 }, f: 2 }, g = 3",
	    "{a:[[1] [2]] b:{e:1 f:2} g:3}" },
	{ "const a = ('x' y), b = ('z'), \u00e9 = ('\\101\\8\\1')",
	    "{b:'z' \u00e9:'A8'}" },
	{ "const a = /[/']/, b = 'c', d = /\\/'/, e = 'f', g = /h", "{b:'c' "
	    "e:'f'}" },
	{ "const a = '\\ud83cx'", "{a:'\ufffdx'}" },
	{ "const a = 4 / 2, b = 'c' // d = 'e'\nconst f = 'g'",
	    "{b:'c' f:'g'}" },
	{ "const t = 'a', s = { u: 'b', v: { w: 'c' }, l: [] };\n"
	    "export default { t: t, x: s.u, y: s.v.w, z: [t, T, s.u.t],\n"
	    " n: s, m: s.v, o: s.none, p: t(), q: t + 'b', r: later, k: t as T "
	    "}\nconst later = 'd'",
	    "{t:'a' s:{u:'b' v:{w:'c'} l:[]} t:'a' x:'b' y:'c' z:['a' ~ ~] "
	    "k:'a' later:'d'}" },
	{ "const a = 'x', b = false, c = { d: a ? 'y' : 'z', e: b\n? 'y'\n: a,"
	    " f: b || 'w', g: a || 'w', h: b ?? 'w', i: u ? 'y' : 'z',\n"
	    " j: a ? u : 'z', k: a?.length, l: a ? 'y', m: u || 'w' }\n",
	    "{a:'x' b:false c:{d:'y' e:'x' f:'w' g:'x' h:false}}" },
	/* A URL that the environment may set, except for local testing. */
	{ "const a = process.env.A || 'https://a.example', b = {\n c: process"
	    ".env.B_1 ?? process.env.C\n ?? `https://${d}`, s: a, t: process."
	    "env.T || 't',\n d: (import.meta.env.D || \"http://d.example\"),\n"
	    " e: process.env.E, f: process.env.F || 'ftp://f.example',\n"
	    " g: process.env.G || 'https://g.example' + h,\n h: process"
	    ".env.H, i: process.env.I && 'https://i.example',\n"
	    " j: process.env.J || 'https://j.example'.trim(), k: 1 }",
	    "{a:'https://a.example' b:{s:'https://a.example' "
	    "d:'http://d.example' k:1}}" },
	{ "const a = { b: 'x', c: 'y' }\nconst d = { ...a, c: 'z' }\n"
	    "f(...g)\nconst i = { ...d, ...u }\n",
	    "{a:{b:'x' c:'y'} d:{c:'z' b:'x' c:'y'} "
	    "i:{c:'z' b:'x' c:'y'}}" },
	{ "const d = 'e.example', w = `https://${d}/`, s = { n: 'f' }\n"
	    "const a = `${s.n}-${d}`, b = `${d()}`, c = `${none}`, g = "
	    "'${d}', h = `${s}`, i = `${ d }`, j = `$d {d}`, k = `${d`",
	    "{d:'e.example' w:'https://e.example/' s:{n:'f'} a:'f-e.example' "
	    "g:'${d}' j:'$d {d}'}" },
	{ "", "{}" },
};

static void
dump(struct buf *out, const struct p2f_value *v)
{
	size_t i;

	if (v->kind == P2F_NULL) {
		buf_puts(out, "~");
	} else if (v->kind == P2F_TEXT) {
		buf_printf(out, v->plain ? "%s" : "'%s'", v->text);
	} else {
		buf_puts(out, v->kind == P2F_MAP ? "{" : "[");
		for (i = 0; v->items[i] != NULL; i++) {
			if (i > 0)
				buf_putc(out, ' ');
			if (v->kind == P2F_MAP)
				buf_printf(out, "%s:", v->items[i]->key);
			dump(out, v->items[i]);
		}
		buf_puts(out, v->kind == P2F_MAP ? "}" : "]");
	}
}

static const struct p2f_value *
read(struct arena *a, const char *text, bool is_script)
{
	const struct block block = { .path = "x", .text = text,
	    .length = strlen(text), .line = 1, .is_file = true };

	return is_script ? assignments_script(a, &block, NULL) :
	    assignments_python(a, &block, NULL);
}

static void
check(const char *text, bool is_script, const char *want)
{
	struct arena a = { 0 };
	struct buf out = { 0 };

	dump(&out, read(&a, text, is_script));
	buf_puts(&out, "");
	tap_ok(strcmp(out.bytes, want) == 0, "%.*s gives %.*s, wanted %s",
	    (int)strcspn(text, "\n"), text, (int)strcspn(out.bytes, "\n"),
	    out.bytes, want);
	buf_release(&out);
	arena_release(&a);
}

static void
test_places(void)
{
	struct arena a = { 0 };
	const struct p2f_value *map = read(&a, "# c\nA = [\n  '\u00e9', 'x']\n",
	    false), *x = map->items[0]->items[1];

	tap_ok(map->items[0]->line == 2 && map->items[0]->column == 5,
	    "the position of a list is its beginning");
	tap_ok(x->line == 3 && x->column == 8, "columns are characters: %u:%u",
	    x->line, x->column);
	arena_release(&a);
}

static void
test_find(void)
{
	struct arena a = { 0 };
	const struct p2f_value *map = read(&a, "const c = { navbar: { "
	    "title: 'N', deep: [{ url: 'D' }] }, title: 'T' }", true);

	tap_ok(strcmp(assignments_find(map, "title")->text, "T") == 0,
	    "the outermost key is found");
	tap_ok(strcmp(assignments_find(map, "url")->text, "D") == 0,
	    "also in a list");
	tap_ok(assignments_find(map, "none") == NULL, "or nothing");
	arena_release(&a);
}

/* Programs that would take a minute if reading were not linear. */
static void
test_size(const char *part, bool is_script)
{
	struct buf text = { 0 };
	struct arena a = { 0 };

	repeat(&text, 300000, part);
	tap_ok(read(&a, text.bytes, is_script) != NULL,
	    "300000 times byte %02x", (unsigned)part[0]);
	buf_release(&text);
	arena_release(&a);
}

int
main(void)
{
	static const char *const parts[] = {
		"(", "[", "{", "{'a':", "'", "a:", "a:a", "A=", "A = 1\n",
		"'x' ", "'x'+", "\\", "[1,", "({", "/", "`", "f(", "#", "\n",
		"[]\n", "as ", "}", "[f({a:", "[f(["
	};
	size_t i;

	for (i = 0; i < COUNT(python); i++)
		check(python[i].text, false, python[i].want);
	for (i = 0; i < COUNT(scripts); i++)
		check(scripts[i].text, true, scripts[i].want);
	test_places();
	test_find();
	for (i = 0; i < COUNT(parts); i++) {
		test_size(parts[i], false);
		test_size(parts[i], true);
	}
	return tap_end();
}

/*
 * Makes the posts that the benchmarks read: the same bytes on every machine.
 *
 * usage: corpus FOLDER COUNT html|mixed [FOLDED]
 *
 * Bodies have a log-normal length around 4 KiB; one post in five has links
 * relative to its page, one in eight is in Chinese.  In a mixed corpus every
 * second post is Markdown.  FOLDED percent of the posts (17 in a mixed corpus,
 * else none) fold a description over several lines, which is the most common
 * front matter other than `key: value` and lists.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
	BODY_MEDIAN = 4096,
	BODY_MIN = 200,
	BODY_MAX = 200000,
	FOLDED_IN_MIXED = 17		/* percent */
};

static const char *const words[] = {
	"the", "of", "and", "a", "to", "in", "is", "that", "it", "for", "as",
	"with", "was", "on", "by", "garden", "water", "machine", "river",
	"gauge", "reading", "paper", "calendar", "winter", "morning", "light",
	"always", "between", "because", "through", "nothing", "quietly",
	"remember", "measure", "season", "workshop", "kettle", "engine",
	"harbour", "letter", "window", "yesterday", "neighbour", "bicycle",
	"orchard", "schedule", "copper", "weather", "station", "library"
};

static const char *const chinese[] = {
	"花园里的水", "今天早上", "机器", "我们读到", "河流的水位", "安静地",
	"日历", "因为天气", "工作室", "昨天的信", "窗户", "果园", "自行车",
	"图书馆", "没有什么", "记得", "之间", "总是如此", "铜", "车站"
};

static const char *const names[] = {
	"Ada Example", "Ben Sample", "Cleo Muster", "Dora Prova"
};

static const char *const tags[] = {
	"garden", "water", "machines", "how we work", "tools", "Open Source",
	"notes", "reading", "winter", "user research"
};

#define COUNT(table) (sizeof (table) / sizeof *(table))

struct post {
	FILE		*file;
	uint64_t	*random;
	size_t		 left;		/* bytes of the body */
	bool		 is_html, is_chinese, has_links;
};

/* A pseudorandom number below a limit, by xorshift64*. */
static unsigned
pick(uint64_t *state, unsigned limit)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (unsigned)((*state * 0x2545f4914f6cdd1du >> 33) % limit);
}

/* e to the x: libm's results may differ in the last digit between machines. */
static double
power_of_e(double x)
{
	double y = 1 + x / 1024;
	int i;

	for (i = 0; i < 10; i++)
		y *= y;
	return y;
}

static size_t
body_length(uint64_t *random)
{
	double normal = -6, length;
	int i;

	for (i = 0; i < 12; i++)
		normal += pick(random, 1u << 30) / (double)(1u << 30);
	length = BODY_MEDIAN * power_of_e(normal);
	if (length < BODY_MIN)
		return BODY_MIN;
	return length > BODY_MAX ? BODY_MAX : (size_t)length;
}

static void
put(struct post *p, const char *s)
{
	size_t n = strlen(s);

	fwrite(s, 1, n, p->file);
	p->left = p->left > n ? p->left - n : 0;
}

static void
put_words(struct post *p, unsigned count)
{
	while (count-- > 0) {
		if (p->is_chinese)
			put(p, chinese[pick(p->random, COUNT(chinese))]);
		else
			put(p, words[pick(p->random, COUNT(words))]);
		if (count > 0)
			put(p, p->is_chinese ? "，" : " ");
	}
}

static void
put_link(struct post *p)
{
	const char *base = p->has_links && pick(p->random, 2) == 0 ?
	    "../notes/" : "https://example.org/notes/";
	const char *page = words[pick(p->random, COUNT(words))];

	put(p, p->is_html ? "<a href=\"" : "[");
	if (!p->is_html) {
		put_words(p, 2);
		put(p, "](");
	}
	put(p, base);
	put(p, page);
	put(p, p->is_html ? "\" rel=\"noopener\">" : ")");
	if (p->is_html) {
		put_words(p, 2);
		put(p, "</a>");
	}
}

static void
put_emphasis(struct post *p)
{
	bool strong = pick(p->random, 2) == 0;

	put(p, !p->is_html ? strong ? "**" : "*" :
	    strong ? "<strong>" : "<em>");
	put_words(p, 3);
	put(p, !p->is_html ? strong ? "**" : "*" :
	    strong ? "</strong>" : "</em>");
}

static void
put_sentence(struct post *p)
{
	unsigned kind = pick(p->random, 8);

	put_words(p, 4 + pick(p->random, 10));
	put(p, p->is_chinese ? "，" : " ");
	if (kind == 0)
		put_link(p);
	else if (kind == 1)
		put_emphasis(p);
	else if (kind == 2)
		put(p, p->is_html ? "<code>a &lt; b &amp;&amp; c</code>" :
		    "`a < b && c`");
	put_words(p, 2 + pick(p->random, 4));
	put(p, p->is_chinese ? "。" : ". ");
}

static void
put_list(struct post *p)
{
	unsigned items = 2 + pick(p->random, 5);

	put(p, p->is_html ? "<ul>\n" : "");
	while (items-- > 0) {
		put(p, p->is_html ? "<li>" : "- ");
		put_words(p, 3 + pick(p->random, 8));
		put(p, p->is_html ? "</li>\n" : "\n");
	}
	put(p, p->is_html ? "</ul>\n" : "\n");
}

static void
put_code(struct post *p)
{
	put(p, p->is_html ? "<pre><code class=\"language-c\">" : "```c\n");
	put(p, p->is_html ? "if (a &lt; b &amp;&amp; c-&gt;d != NULL)\n" :
	    "if (a < b && c->d != NULL)\n");
	put(p, "\treturn f(\"x\", 42);\n\nfor (i = 0; i != n; i++)\n"
	    "\tprintf(\"%d\\n\", i);\n");
	put(p, p->is_html ? "</code></pre>\n" : "```\n\n");
}

static void
put_image(struct post *p)
{
	const char *base = p->has_links ? "/images/" :
	    "https://example.org/images/";

	put(p, p->is_html ? "<figure><img src=\"" : "![");
	if (!p->is_html) {
		put_words(p, 2);
		put(p, "](");
	}
	put(p, base);
	put(p, words[pick(p->random, COUNT(words))]);
	put(p, p->is_html ? ".jpg\" width=\"640\" alt=\"" : ".jpg)\n\n");
	if (p->is_html) {
		put_words(p, 2);
		put(p, "\"></figure>\n");
	}
}

static void
put_paragraph(struct post *p)
{
	unsigned sentences = 2 + pick(p->random, 5);

	put(p, p->is_html ? "<p>" : "");
	while (sentences-- > 0)
		put_sentence(p);
	put(p, p->is_html ? "</p>\n" : "\n\n");
}

static void
put_body(struct post *p)
{
	unsigned kind;

	while (p->left > 0) {
		kind = pick(p->random, 16);
		if (kind == 0)
			put_list(p);
		else if (kind == 1)
			put_code(p);
		else if (kind == 2)
			put_image(p);
		else if (kind == 3) {
			put(p, p->is_html ? "<h2>" : "## ");
			put_words(p, 3);
			put(p, p->is_html ? "</h2>\n" : "\n\n");
		} else
			put_paragraph(p);
	}
}

/* Write the date: a day below 29, so that all months have it, and a time. */
static void
put_date(struct post *p, const char *day)
{
	fprintf(p->file, "date: %s %02u:%02u:%02u +0000\n", day,
	    pick(p->random, 24), pick(p->random, 60), pick(p->random, 60));
}

static void
put_tags(struct post *p)
{
	unsigned count = 1 + pick(p->random, 4), first, i;
	bool is_flow = pick(p->random, 3) == 0;

	first = pick(p->random, COUNT(tags));
	fputs(is_flow ? "tags: [" : "tags:\n", p->file);
	for (i = 0; i < count; i++)
		fprintf(p->file, is_flow ? "%s%s" : "%s- %s\n",
		    is_flow ? i > 0 ? ", " : "" : "  ",
		    tags[(first + i) % COUNT(tags)]);
	fputs(is_flow ? "]\n" : "", p->file);
}

static void
put_front_matter(struct post *p, const char *day, bool is_folded)
{
	static const char *const quotes[] = { "", "\"", "'" };
	const char *quote = quotes[pick(p->random, COUNT(quotes))];

	fprintf(p->file, "---\nlayout: post\ntitle: %s", quote);
	put_words(p, 4 + pick(p->random, 6));
	fprintf(p->file, "%s\n", quote);
	put_date(p, day);
	fprintf(p->file, "author: %s\n", names[pick(p->random,
	    COUNT(names))]);
	put_tags(p);
	if (pick(p->random, 2) == 0)
		fprintf(p->file, "categories:\n  - %s\n",
		    tags[pick(p->random, COUNT(tags))]);
	if (pick(p->random, 3) == 0)
		fputs("image: https://example.org/images/cover.jpg\n",
		    p->file);
	if (is_folded || pick(p->random, 4) == 0) {
		fputs(is_folded ? "description: >-\n  " : "description: ",
		    p->file);
		put_words(p, 12);
		fputs(is_folded ? "\n  " : " ", p->file);
		put_words(p, 8);
		fputs("\n", p->file);
	}
	fputs(pick(p->random, 3) == 0 ? "comments: true\n---\n\n" :
	    "---\n\n", p->file);
}

static bool
write_post(const char *folder, unsigned number, bool is_html,
    uint64_t *random, unsigned folded)
{
	struct post p = { .random = random, .is_html = is_html };
	char path[1024], day[16];

	snprintf(day, sizeof day, "%04u-%02u-%02u", 2004 + pick(random, 20),
	    1 + pick(random, 12), 1 + pick(random, 28));
	snprintf(path, sizeof path, "%s/%s-%s-%s-%06u.%s", folder, day,
	    words[pick(random, COUNT(words))],
	    words[pick(random, COUNT(words))], number, is_html ? "html" :
	    "md");
	p.file = fopen(path, "w");
	if (p.file == NULL)
		return false;
	p.is_chinese = pick(random, 8) == 0;
	p.has_links = pick(random, 5) == 0;
	put_front_matter(&p, day, pick(random, 100) < folded);
	p.left = body_length(random);
	put_body(&p);
	return fclose(p.file) == 0;
}

int
main(int argc, char *argv[])
{
	uint64_t random = 20040131;
	unsigned long count, i;
	unsigned folded;
	bool is_mixed;

	if (argc < 4 || argc > 5) {
		fputs("usage: corpus FOLDER COUNT html|mixed [FOLDED]\n",
		    stderr);
		return 2;
	}
	count = strtoul(argv[2], NULL, 10);
	is_mixed = strcmp(argv[3], "mixed") == 0;
	folded = is_mixed ? FOLDED_IN_MIXED : 0;
	if (argc == 5)
		folded = (unsigned)strtoul(argv[4], NULL, 10);
	mkdir(argv[1], 0777);
	for (i = 0; i < count; i++)
		if (!write_post(argv[1], (unsigned)i, !is_mixed || i % 2 == 0,
		    &random, folded)) {
			perror(argv[1]);
			return 1;
		}
	return 0;
}

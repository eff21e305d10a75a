/*
 * post2feed - posts in, one feed out.
 *
 * The pipeline, from top to bottom: options and settings; the list of sources;
 * scan, select, render; then all outputs are published, or none.
 */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "feed/editions.h"
#include "feed/explain.h"
#include "feed/feed.h"
#include "feed/hold.h"
#include "feed/publish.h"
#include "feed/render.h"
#include "feed/scan.h"
#include "feed/select.h"
#include "feed/summary.h"
#include "feed/verify.h"
#include "generators/generators.h"
#include "options.h"
#include "rerun.h"
#include "site/permalink.h"
#include "site/site.h"
#include "site/source.h"
#include "targets.h"
#include "writers/writer.h"

/* Reading fewer posts takes less time than starting threads. */
#define POSTS_FOR_THREADS POOL_MANY(200)

struct run {
	const struct options	*options;
	struct diag		 diag;
	struct site		 site;
	struct sources		 sources;
	struct fields		 fields;
	struct post_rules	 post_rules;
	struct posts		 posts;
	struct editions		 editions;	/* if it is divided */
	struct arena		 arena;		/* for what is known of the
						   feed before posts are read */
	struct outputs		 outputs;
	struct verifier		 verifier;
	bool			 is_wrong;	/* verification failed */
	struct rerun		 rerun;
};

/* Errors end the run, except with --keep-going or if no feed is written. */
static bool
continues(const struct run *run, bool ok)
{
	return ok || run->options->keep_going ||
	    run->options->action != ACTION_FEED;
}

/* Whether the run makes several feeds from its posts. */
static bool
is_divided(const struct run *run)
{
	const struct options *o = run->options;

	return o->action == ACTION_FEED && (o->split != NULL || o->archives);
}

static bool
find_operands(struct run *run)
{
	const struct options *o = run->options;
	bool ok = true;
	size_t i;

	for (i = 0; i < o->operands.count; i++)
		ok = sources_add(&run->sources, o->operands.items[i],
		    &run->diag) && ok;
	for (i = 0; i < o->lists.count; i++)
		ok = sources_add_list(&run->sources, o->lists.items[i],
		    o->separator, &run->diag) && ok;
	return ok;
}

static void
report_repaired(struct run *run, const struct override *o)
{
	static const char bytes[] = "--%s: the byte 0x%02X is not valid UTF-8; "
	    "replaced by U+FFFD";
	static const char characters[] = "--%s: the character U+%04X is not "
	    "allowed in a feed; removed";

	if (o->faults.count > 0)
		diag_report(&run->diag, DIAG_CHARACTER, (struct place){
		    .path = NULL }, o->faults.is_byte ? bytes : characters,
		    o->setting->key, o->faults.code);
}

static bool
override_site(struct run *run)
{
	const struct arena_list *list = &run->options->overrides;
	const struct override *this, *before;
	bool ok = true, is_first;
	size_t i, k;

	for (i = 0; i < list->count; i++) {
		this = list->items[i];
		is_first = true;
		for (k = 0; k < i; k++) {
			before = list->items[k];
			if (before->setting == this->setting)
				is_first = false;
		}
		report_repaired(run, this);
		ok = site_set(&run->site, this->setting, this->text, is_first,
		    &run->diag) && ok;
	}
	return ok;
}

static bool
find_site(struct run *run)
{
	const struct options *o = run->options;
	const struct site_hint hint = {
		.folder = sources_folder(&run->sources),
		.file = o->site_file,
		.generator = o->generator == NULL ? NULL :
		    generator_named(o->generator),
		.has_none = o->generator != NULL &&
		    strcmp(o->generator, "none") == 0,
		.inner = sources_inner_folders(&run->sources),
		.others = sources_other_folders(&run->sources)
	};

	return generators_find_site(&run->site, &hint, &run->diag);
}

static unsigned
count_threads(const struct run *run)
{
	if (run->options->threads > 0)
		return run->options->threads;
	return run->sources.count < POSTS_FOR_THREADS ? 1 :
	    pool_processors();
}

/*
 * Threads that read wait for the disk, unless the files were read recently:
 * then having more of them than processors halves the time.
 */
static unsigned
most_readers(const struct run *run)
{
	unsigned threads = count_threads(run);

	if (run->options->threads > 0 || threads == 1)
		return threads;
	if (run->post_rules.front_only || 2 * threads > POOL_MAX_THREADS)
		return POOL_MAX_THREADS;
	return 2 * threads;
}

/*
 * Whether there may be posts that are left out by what their front matter says,
 * so that the rest of them need not be read.
 */
static bool
front_is_enough(const struct run *run)
{
	const struct options *o = run->options;

	if (run->site.generator->reads_bodies)
		return false;
	return o->action != ACTION_CHECK && (o->only.count > 0 ||
	    o->since != NULL || o->until != NULL || (run->site.limit > 0 &&
	    run->site.limit < run->sources.count && !o->archives));
}

/*
 * Whether entries can be written while posts are read: all posts are in the
 * feed, and the formats need nothing of it that is not known by now.
 */
static bool
writes_at_once(const struct run *run)
{
	return run->options->action == ACTION_FEED &&
	    run->outputs.share_entries && !front_is_enough(run);
}

/* Fill in the feed from the site; problems are reported later. */
static void
expect_feed(struct run *run)
{
	struct diag ignored = { .options = &diag_quiet };
	const struct posts none = { .count = 0 };
	struct p2f_feed feed;
	size_t i;

	feed_fill(&feed, &run->arena, &run->site, &none, &ignored);
	for (i = 0; i < run->outputs.count; i++)
		run->outputs.items[i].feed = feed;
	diag_discard(&ignored);
}

/* Read all posts, and find out which are held back. */
static bool
scan(struct run *run)
{
	const struct options *o = run->options;
	struct hold_rules hold = { .site = &run->site, .now = o->now,
	    .only = o->only, .split = o->split };
	struct scan_rules rules = { .post = &run->post_rules,
	    .hold = &hold, .keep_going = continues(run, false) };

	fields_init(&run->fields);
	run->post_rules = site_post_rules(&run->site);
	run->post_rules.fields = &run->fields;
	run->post_rules.use_mtime = o->mtime;
	run->post_rules.front_only = front_is_enough(run);
	rules.threads = count_threads(run);
	rules.most_threads = most_readers(run);
	hold_period(&hold, o->since, o->until);
	if (writes_at_once(run)) {
		expect_feed(run);
		rules.outputs = &run->outputs;
	}
	return scan_posts(&run->posts, &run->sources, &rules, &run->diag);
}

static void
fill_feed(struct run *run, struct p2f_feed *feed, struct arena *arena)
{
	unsigned needs = 0;
	size_t i;

	for (i = 0; i < run->outputs.count; i++)
		needs |= run->outputs.items[i].writer->needs;
	feed_fill(feed, arena, &run->site, &run->posts, &run->diag);
	feed->generator_version = options_version;
	feed_check_needs(needs, &run->site, &run->posts, &run->diag);
	diag_flush(&run->diag);
}

static void
verify(struct run *run)
{
	struct outputs *outputs = &run->outputs;
	size_t i;

	if (outputs->verifier == NULL)
		return;
	for (i = 0; i < outputs->count; i++)
		if (!verify_feed(&outputs->items[i].out,
		    outputs->items[i].writer,
		    writer_is_built_in(outputs->items[i].writer),
		    outputs->verifier, &run->diag))
			run->is_wrong = true;
	verify_release(outputs->verifier);
}

static bool
render_one(struct run *run, const struct p2f_feed *feed)
{
	bool ok = render_feed(feed, &run->posts, &run->site, &run->outputs,
	    &run->diag);

	verify(run);
	return ok;
}

/* Render the editions in turn, each with its own posts and outputs. */
static bool
render_editions(struct run *run, const struct p2f_feed *whole,
    struct arena *arena)
{
	const size_t outputs = run->outputs.count / run->editions.count;
	struct posts *posts = &run->posts;
	struct card **items = posts->items;
	const size_t count = posts->count;
	struct edition *edition = run->editions.items;
	struct edition *end = edition + run->editions.count;
	struct p2f_feed feed;
	bool ok = true;

	run->outputs.count = outputs;
	for (; edition < end; edition++, run->outputs.items += outputs) {
		posts->items = edition->items;
		posts->count = edition->count;
		editions_feed(&feed, arena, whole, run->options->split,
		    edition, posts);
		ok = render_one(run, &feed) && ok;
	}
	posts->items = items;
	posts->count = count;
	run->outputs.count *= run->editions.count;
	run->outputs.items -= run->outputs.count;
	return ok;
}

static bool
render(struct run *run)
{
	struct arena arena = { 0 };
	struct p2f_feed feed;
	bool ok;

	fill_feed(run, &feed, &arena);
	run->outputs.threads = count_threads(run);
	ok = run->editions.count == 0 ? render_one(run, &feed) :
	    render_editions(run, &feed, &arena);
	arena_release(&arena);
	return ok;
}

static void
release(struct run *run)
{
	size_t i;

	for (i = 0; i < run->outputs.count; i++)
		out_release(&run->outputs.items[i].out);
	mem_free(run->outputs.items);
	spool_release(&run->outputs.spool);
	arena_release(&run->arena);
	verify_release(&run->verifier);
	editions_release(&run->editions);
	posts_release(&run->posts);
	sources_release(&run->sources);
	site_release(&run->site);
	diag_release(&run->diag);
	rerun_release(&run->rerun);
}

/* A period that ends before it begins is a mistake, and makes no feed. */
static bool
check_period(struct run *run)
{
	const struct options *o = run->options;
	struct hold_rules hold = { .site = &run->site };

	hold_period(&hold, o->since, o->until);
	if (hold.since <= hold.until)
		return true;
	diag_report(&run->diag, DIAG_USAGE, (struct place){ .path = NULL },
	    "--since %s is later than --until %s; no post can match",
	    quote(o->since).text, quote(o->until).text);
	return false;
}

static bool
check_targets(struct run *run)
{
	return targets_check(&run->outputs, run->options, &run->sources,
	    &run->diag);
}

/* All steps up to the sorted posts of the feed. */
static enum exit_status
gather(struct run *run)
{
	if (!continues(run, find_operands(run)) || !find_site(run))
		return EXIT_INPUT;
	if (!override_site(run))
		return EXIT_USAGE;
	if (run->site.url == NULL && run->site.root == NULL)
		run->site.above = generators_site_above(&run->site.arena,
		    sources_folder(&run->sources));
	if (run->site.generator->settle != NULL)
		run->site.generator->settle(&run->site, &run->diag);
	permalink_prepare(&run->site);
	if (!check_period(run))
		return EXIT_USAGE;
	if (!continues(run, sources_collect(&run->sources, &run->site,
	    &run->diag)))
		return EXIT_INPUT;
	if (!check_targets(run))
		return EXIT_USAGE;
	if (!continues(run, scan(run)))
		return EXIT_INPUT;
	if (run->site.generator->conclude != NULL)
		run->site.generator->conclude(&run->site, &run->diag);
	select_posts(&run->posts, is_divided(run) ? 0 : run->site.limit,
	    &run->diag);
	if (!is_divided(run))
		return EXIT_FEED;
	return targets_divide(&run->outputs, &run->editions, &run->posts,
	    &run->site, run->options, &run->diag) && check_targets(run) ?
	    EXIT_FEED : EXIT_USAGE;
}

static enum exit_status
make_feed(struct run *run)
{
	enum exit_status status;

	if (!continues(run, render(run)) ||
	    !continues(run, !diag_failed(&run->diag)) || run->is_wrong)
		return EXIT_INPUT;
	rerun_end_record(&run->rerun, &run->diag);
	if (!publish_outputs(&run->outputs, &run->diag))
		return EXIT_SYSTEM;
	status = diag_failed(&run->diag) ? EXIT_INPUT : EXIT_FEED;
	rerun_save(&run->rerun, &run->outputs, status, &run->diag);
	return status;
}

/*
 * Print text instead of a feed to standard output, with the same checks.  But
 * SIGPIPE ends it quietly, for readers such as head(1) or a pager.
 */
static enum exit_status
print(const struct buf *text, struct diag *d)
{
	struct sigaction stop = { .sa_handler = SIG_DFL };
	struct spool spool;
	struct out out;
	bool ok;

	diag_flush(d);
	sigaction(SIGPIPE, &stop, NULL);
	spool_init(&spool);
	out_init(&out, NULL, &spool);
	out_add(&out, text->bytes, text->length);
	ok = out_commit(&out, d);
	out_release(&out);
	spool_release(&spool);
	diag_flush(d);
	if (!ok)
		return EXIT_SYSTEM;
	return diag_failed(d) ? EXIT_INPUT : EXIT_FEED;
}

/* --check: all the steps of making a feed, without publishing it. */
static void
check(struct run *run, struct buf *text)
{
	size_t kept = run->posts.count;

	run->outputs.verifier = &run->verifier;
	render(run);
	diag_flush(&run->diag);
	summary_print(text, run->posts.read, kept, &run->diag);
}

static void
explain(struct run *run, struct buf *text)
{
	const struct p2f_writer *writer = run->options->writer;
	struct arena arena = { 0 };
	struct p2f_feed feed;

	fill_feed(run, &feed, &arena);
	explain_feed(text, &feed, &run->posts, &run->site,
	    strcmp(writer->name, "json") == 0, &run->diag);
	arena_release(&arena);
}

static enum exit_status
process(struct run *run)
{
	struct buf text = { 0 };
	enum exit_status status;

	if (!rerun_begin(&run->rerun, run->options, &run->diag))
		return EXIT_USAGE;
	if (rerun_is_needless(&run->rerun, &status, &run->diag))
		return status;
	targets_open(&run->outputs, run->options);
	if (run->options->verify)
		run->outputs.verifier = &run->verifier;
	status = gather(run);
	if (status != EXIT_FEED)
		return status;
	if (run->options->action == ACTION_FEED)
		return make_feed(run);
	if (run->options->action == ACTION_CHECK)
		check(run, &text);
	else
		explain(run, &text);
	status = print(&text, &run->diag);
	buf_release(&text);
	return status;
}

/* --help and the like. */
static enum exit_status
inform(enum action action, struct diag *d)
{
	enum exit_status status;
	struct buf text = { 0 };
	unsigned id;

	if (action == ACTION_HELP)
		options_print_help(&text);
	if (action == ACTION_VERSION)
		buf_printf(&text, "post2feed %s\n", options_version);
	if (action == ACTION_LIST_KEYS)
		fields_print(&text);
	for (id = 0; action == ACTION_LIST_MESSAGES && id < DIAG_ID_COUNT;
	    id++)
		buf_printf(&text, "%s\t%s\t%s\n", diag_message(id)->name,
		    diag_level_name(diag_message(id)->level),
		    diag_message(id)->about);
	status = print(&text, d);
	buf_release(&text);
	return status;
}

int
main(int argc, char *argv[])
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	enum exit_status status;
	struct options options;
	struct run run = { .options = &options };

	if (!out_init_process())
		return EXIT_SYSTEM;
	/* A closed pipe becomes an error of write(2), which is reported. */
	sigaction(SIGPIPE, &ignore, NULL);
#ifdef SIGXFSZ
	/* So does a limit on file sizes. */
	sigaction(SIGXFSZ, &ignore, NULL);
#endif
	mem_init();
	spool_init(&run.outputs.spool);
	site_init(&run.site);
	options_parse(&options, argc, argv);
	run.diag.options = &options.diag;
	if (options.action == ACTION_USAGE_ERROR)
		status = EXIT_USAGE;
	else if (options.action > ACTION_EXPLAIN)
		status = inform(options.action, &run.diag);
	else
		status = process(&run);
	release(&run);
	options_release(&options);
	return (int)status;
}

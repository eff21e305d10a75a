# Works with GNU make and BSD make: POSIX make, without conditionals.
# For users to set: CC CFLAGS CPPFLAGS LDFLAGS PREFIX MANDIR DOCDIR DESTDIR.
.POSIX:
.SUFFIXES:
.SUFFIXES: .c .o .test

VERSION    = 0.1.0

CC         = cc
CFLAGS     = -O2 -g
# Empty, or NetBSD's make would set it from DESTDIR.
CPPFLAGS   =
LDFLAGS    =
PREFIX     = /usr/local
MANDIR     = $(PREFIX)/share/man
DOCDIR     = $(PREFIX)/share/doc/post2feed
MODULE_DIR = $(PREFIX)/lib/post2feed
INSTALL    = install

PKGS       = yaml-0.1 libxml-2.0 jansson md4c-html md4c
# dlopen(3) is in libc on the BSDs, on macOS and in glibc since 2.34.
DL_LIBS    = `case $$(uname) in (Linux) echo -ldl;; esac`
# Libraries are loaded on demand: see src/base/library.h.  On systems other than
# Linux, and with LATE=no, all but libxml2 are linked.
LATE       = $$(uname)
LINK       = `case $(LATE) in (Linux) ;; (*) pkg-config --libs \
	     yaml-0.1 jansson md4c-html md4c;; esac`
LIBS       = $(LINK) $(DL_LIBS) -pthread
TEST_LIBS  = $(LIBS) `pkg-config --libs $(PKGS)`
WARNINGS   = -pedantic -Wall -Wextra -Wshadow -Wstrict-prototypes \
	     -Wmissing-prototypes -Wconversion -Wwrite-strings -Wvla
# For files of 2 GiB and more and times after 2038 on 32-bit systems.
LARGE      = -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64
COMPILE    = $(CC) -std=c11 $(WARNINGS) $(LARGE) -Iinclude -Isrc \
	     `case $(LATE) in (Linux) echo -DP2F_LATE;; esac` \
	     `pkg-config --cflags $(PKGS)` $(CPPFLAGS) $(CFLAGS)

# All of the program but main.c, by layer.
SRCS = \
	src/base/arena.c \
	src/base/bigram.c \
	src/base/buf.c \
	src/base/contents.c \
	src/base/diag.c \
	src/base/digest.c \
	src/base/directive.c \
	src/base/entity.c \
	src/base/file.c \
	src/base/glob.c \
	src/base/guard.c \
	src/base/hash.c \
	src/base/idna.c \
	src/base/latin.c \
	src/base/latin_base.c \
	src/base/latin_scripts.c \
	src/base/library.c \
	src/base/library_jansson.c \
	src/base/library_md4c.c \
	src/base/library_yaml.c \
	src/base/media.c \
	src/base/mem.c \
	src/base/out.c \
	src/base/path.c \
	src/base/pool.c \
	src/base/program.c \
	src/base/seen.c \
	src/base/spool.c \
	src/base/text.c \
	src/base/text_clean.c \
	src/base/text_squeeze.c \
	src/base/unicode.c \
	src/base/url.c \
	src/base/url_resolve.c \
	src/date/civil.c \
	src/date/date.c \
	src/date/date_day.c \
	src/date/date_format.c \
	src/date/date_parse.c \
	src/date/date_time.c \
	src/date/step.c \
	src/date/tzif.c \
	src/date/tzrule.c \
	src/date/zone.c \
	src/front/assignments.c \
	src/front/assignments_script.c \
	src/front/base64.c \
	src/front/defs.c \
	src/front/front.c \
	src/front/front_fence.c \
	src/front/headers.c \
	src/front/html.c \
	src/front/html_entry.c \
	src/front/html_scan.c \
	src/front/html_value.c \
	src/front/ikiwiki.c \
	src/front/imports.c \
	src/front/json.c \
	src/front/julia.c \
	src/front/lines.c \
	src/front/literal.c \
	src/front/lookalike.c \
	src/front/notion.c \
	src/front/plain_yaml.c \
	src/front/plain_yaml_check.c \
	src/front/plain_yaml_long.c \
	src/front/raw.c \
	src/front/recover.c \
	src/front/ruby.c \
	src/front/title_block.c \
	src/front/toml.c \
	src/front/toml_scalar.c \
	src/front/toml_scan.c \
	src/front/toml_string.c \
	src/front/toml_table.c \
	src/front/toml_value.c \
	src/front/value.c \
	src/front/yaml.c \
	src/front/yaml_read.c \
	src/post/fields.c \
	src/post/id.c \
	src/post/language.c \
	src/post/people.c \
	src/post/people_text.c \
	src/post/post.c \
	src/post/setters.c \
	src/post/setters_media.c \
	src/post/setters_terms.c \
	src/post/typo.c \
	src/post/wiki.c \
	src/site/config.c \
	src/site/config_read.c \
	src/site/permalink.c \
	src/site/settings.c \
	src/site/site.c \
	src/site/slug.c \
	src/site/source.c \
	src/site/source_collect.c \
	src/generators/astro.c \
	src/generators/astro_content.c \
	src/generators/astro_people.c \
	src/generators/astro_route.c \
	src/generators/docusaurus.c \
	src/generators/docusaurus_assets.c \
	src/generators/eleventy.c \
	src/generators/eleventy_calls.c \
	src/generators/eleventy_cascade.c \
	src/generators/eleventy_data.c \
	src/generators/eleventy_url.c \
	src/generators/facts.c \
	src/generators/find.c \
	src/generators/franklin.c \
	src/generators/gatsby.c \
	src/generators/gatsby_code.c \
	src/generators/generators.c \
	src/generators/grav.c \
	src/generators/hexo.c \
	src/generators/hexo_asset.c \
	src/generators/hexo_category.c \
	src/generators/hexo_config.c \
	src/generators/hexo_date.c \
	src/generators/hexo_name.c \
	src/generators/hexo_place.c \
	src/generators/hexo_slug.c \
	src/generators/hexo_text.c \
	src/generators/hexo_url.c \
	src/generators/hugo.c \
	src/generators/hugo_cascade.c \
	src/generators/hugo_config.c \
	src/generators/hugo_content.c \
	src/generators/hugo_date.c \
	src/generators/hugo_index.c \
	src/generators/hugo_language.c \
	src/generators/hugo_layout.c \
	src/generators/hugo_link.c \
	src/generators/hugo_page.c \
	src/generators/hugo_path.c \
	src/generators/hugo_pattern.c \
	src/generators/hugo_url.c \
	src/generators/jekyll.c \
	src/generators/jekyll_files.c \
	src/generators/jekyll_media.c \
	src/generators/jekyll_post.c \
	src/generators/jekyll_setting.c \
	src/generators/jekyll_slug.c \
	src/generators/jekyll_url.c \
	src/generators/mkdocs.c \
	src/generators/mkdocs_url.c \
	src/generators/next.c \
	src/generators/nikola.c \
	src/generators/nikola_url.c \
	src/generators/numeric_date.c \
	src/generators/nuxt.c \
	src/generators/paths.c \
	src/generators/pattern.c \
	src/generators/pelican.c \
	src/generators/pelican_config.c \
	src/generators/pelican_link.c \
	src/generators/pelican_slug.c \
	src/generators/pelican_url.c \
	src/generators/python_markdown.c \
	src/generators/quarto.c \
	src/generators/quarto_metadata.c \
	src/generators/quartz.c \
	src/generators/slugify.c \
	src/generators/unread.c \
	src/generators/url_template.c \
	src/generators/valaxy.c \
	src/generators/vitepress.c \
	src/generators/vue.c \
	src/generators/vuepress.c \
	src/generators/vuepress_url.c \
	src/generators/zola.c \
	src/generators/zola_url.c \
	src/html/attribute.c \
	src/html/harmless.c \
	src/html/ids.c \
	src/html/lazy.c \
	src/html/markup.c \
	src/html/markup_element.c \
	src/html/plain.c \
	src/html/plain_decode.c \
	src/html/plain_title.c \
	src/html/player.c \
	src/html/reference.c \
	src/html/rewrite.c \
	src/html/sanitize.c \
	src/html/skim.c \
	src/markdown/address.c \
	src/markdown/angle.c \
	src/markdown/autolink.c \
	src/markdown/bare_url.c \
	src/markdown/code.c \
	src/markdown/crowd.c \
	src/markdown/definition.c \
	src/markdown/element.c \
	src/markdown/emoji.c \
	src/markdown/figure.c \
	src/markdown/flood.c \
	src/markdown/footnote.c \
	src/markdown/item_code.c \
	src/markdown/late_fence.c \
	src/markdown/markdown.c \
	src/markdown/markdown_output.c \
	src/markdown/markdown_shape.c \
	src/markdown/math.c \
	src/markdown/padding.c \
	src/markdown/raw_block.c \
	src/markdown/raw_block_dedent.c \
	src/markdown/raw_block_find.c \
	src/markdown/raw_fence.c \
	src/markdown/raw_heading.c \
	src/markdown/reference_link.c \
	src/markdown/rows.c \
	src/markdown/span.c \
	src/markdown/standin.c \
	src/markdown/table.c \
	src/markdown/target.c \
	src/markdown/walk.c \
	src/markdown/walk_line.c \
	src/markdown/walk_span.c \
	src/template/template.c \
	src/template/template_address.c \
	src/template/template_admonition.c \
	src/template/template_attribute.c \
	src/template/template_block.c \
	src/template/template_callout.c \
	src/template/template_caption.c \
	src/template/template_cell.c \
	src/template/template_code.c \
	src/template/template_component.c \
	src/template/template_container.c \
	src/template/template_distill.c \
	src/template/template_element.c \
	src/template/template_embed.c \
	src/template/template_erb.c \
	src/template/template_escape.c \
	src/template/template_footnote.c \
	src/template/template_franklin.c \
	src/template/template_hexo.c \
	src/template/template_highlight.c \
	src/template/template_if.c \
	src/template/template_include.c \
	src/template/template_indented.c \
	src/template/template_leave.c \
	src/template/template_line.c \
	src/template/template_link.c \
	src/template/template_literal.c \
	src/template/template_marks.c \
	src/template/template_mdc.c \
	src/template/template_mdx.c \
	src/template/template_mkdocs.c \
	src/template/template_media.c \
	src/template/template_myst.c \
	src/template/template_names.c \
	src/template/template_note.c \
	src/template/template_pair.c \
	src/template/template_player.c \
	src/template/template_put.c \
	src/template/template_put_code.c \
	src/template/template_put_image.c \
	src/template/template_quarto.c \
	src/template/template_tag.c \
	src/template/template_url.c \
	src/template/template_value.c \
	src/template/template_variable.c \
	src/template/template_vue.c \
	src/template/template_wiki.c \
	src/template/template_wordpress.c \
	src/body/cluster.c \
	src/body/excerpt.c \
	src/body/excerpt_mark.c \
	src/body/heading.c \
	src/body/image.c \
	src/body/opening.c \
	src/body/prelude.c \
	src/feed/archive.c \
	src/feed/cache.c \
	src/feed/cache_file.c \
	src/feed/cache_save.c \
	src/feed/card.c \
	src/feed/entries.c \
	src/feed/entry.c \
	src/feed/entry_body.c \
	src/feed/entry_facts.c \
	src/feed/expand.c \
	src/feed/expand_value.c \
	src/feed/explain.c \
	src/feed/facet.c \
	src/feed/feed.c \
	src/feed/hold.c \
	src/feed/libxml.c \
	src/feed/links.c \
	src/feed/local.c \
	src/feed/magic.c \
	src/feed/editions.c \
	src/feed/publish.c \
	src/feed/render.c \
	src/feed/scan.c \
	src/feed/select.c \
	src/feed/sink.c \
	src/feed/summary.c \
	src/feed/verify.c \
	src/feed/verify_check.c \
	src/feed/verify_json.c \
	src/feed/verify_xml.c \
	src/writers/atom.c \
	src/writers/chunk.c \
	src/writers/json_emit.c \
	src/writers/json_feed.c \
	src/writers/rss.c \
	src/writers/writer.c \
	src/writers/xml.c \
	src/options.c \
	src/options_help.c \
	src/options_settle.c \
	src/rerun.c \
	src/targets.c
OBJS = $(SRCS:.c=.o)

# What prove(1) runs.  tests/reread reads what tests/run and tests/examples left
# in tests/results, so it comes last.
TESTS = tests/header tests/replay tests/toml tests/markup tests/opening \
	tests/run tests/faults tests/invariance tests/cache tests/examples \
	tests/manual tests/reread

# What the sanitizers check: the program, and nothing that was not built here.
SANITIZE       = -O1 -g -fno-omit-frame-pointer \
		 -fsanitize=address,undefined -fno-sanitize-recover=all
SANITIZE_TESTS = tests/run tests/faults tests/invariance tests/cache
COVERAGE       = -O0 --coverage
COVERAGE_MIN   = 97.5
SANITIZE_THREADS = -O1 -g -fsanitize=thread
FUZZ_SECONDS   = 60
VALGRIND       = valgrind -q --error-exitcode=99 --leak-check=full \
		 --errors-for-leak-kinds=all

all: post2feed # build ./post2feed

post2feed: src/main.o src/post2feed.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ src/main.o src/post2feed.a $(LIBS)

# Everything but main, for the unit tests; not installed.
src/post2feed.a: $(OBJS)
	rm -f $@
	$(AR) -rc $@ $(OBJS)

# All objects depend on all headers: good enough for a project of this size,
# with nothing to generate.
src/main.o $(OBJS): include/post2feed.h src/*.h src/*/*.h .flags

.c.o:
	$(COMPILE) -c -o $@ $<

src/options.o: src/options.c
	$(COMPILE) -DP2F_VERSION='"$(VERSION)"' -c -o $@ src/options.c

src/writers/writer.o: src/writers/writer.c
	$(COMPILE) -DP2F_MODULE_DIR='"$(MODULE_DIR)"' -c -o $@ \
	    src/writers/writer.c

.c.test:
	$(COMPILE) $(LDFLAGS) -o $@ $< src/post2feed.a $(TEST_LIBS)

# Changes when the flags do, which rebuilds everything.
.flags: FORCE
	@pkg-config --exists --print-errors $(PKGS) || { \
	    echo "install what is missing: sh tests/deps build" >&2; exit 1; }
	@flags="$(COMPILE) $(LDFLAGS) $(LIBS) $(VERSION) $(MODULE_DIR)"; \
	    echo "$$flags" | cmp -s - $@ || echo "$$flags" >$@

FORCE:

# The pattern matches the tests that exist and may be out of date.
tests/unit/*.test: src/post2feed.a tests/unit/*.h

units: src/post2feed.a # build the unit tests
	@$(MAKE) `ls tests/unit/*.c | sed 's/c$$/test/'`

# Programs that the scripts in tests/ run.
tests/fuzz/replay: tests/fuzz/replay.c tests/fuzz/post.c src/post2feed.a
	$(COMPILE) $(LDFLAGS) -o $@ tests/fuzz/replay.c tests/fuzz/post.c \
	    src/post2feed.a $(TEST_LIBS)

DUMPS = tests/dump/markdown tests/dump/opening tests/dump/rewrite \
	tests/dump/toml

tests/dump/markdown: tests/dump/markdown.c
tests/dump/opening: tests/dump/opening.c
tests/dump/rewrite: tests/dump/rewrite.c
tests/dump/toml: tests/dump/toml.c

$(DUMPS): tests/dump/bodies.h src/post2feed.a
	$(COMPILE) $(LDFLAGS) -o $@ $@.c src/post2feed.a $(TEST_LIBS)

# Built like the program, but without libraries, since they need none.
BENCH = tests/bench/corpus tests/bench/floor tests/bench/measure

tests/bench/corpus: tests/bench/corpus.c
tests/bench/floor: tests/bench/floor.c
tests/bench/measure: tests/bench/measure.c

$(BENCH):
	$(COMPILE) $(LDFLAGS) -o $@ $@.c

bench: post2feed $(BENCH) # time it against Hugo and the floor (SIZES="1000 10000")
	tests/bench/run

bench-write: post2feed $(BENCH) # the same, written to tests/bench/RESULTS.md
	tests/bench/run --write

bench-instr: post2feed $(BENCH) # compare instruction counts with the record (BLESS=1)
	CC="$(CC)" tests/bench/instr

commonmark: tests/dump/markdown # compare Markdown with CommonMark and GitHub
	prove -e '' tests/commonmark tests/gfm

fuzz: # look for bugs with libFuzzer (FUZZ_SECONDS=60; needs clang)
	tests/fuzz/run $(FUZZ_SECONDS)

check: post2feed units tests/fuzz/replay $(DUMPS) # run all tests (needs: make test-deps)
	CC="$(CC)" prove -e '' tests/unit/*.test $(TESTS)

tests/time/repeated.test: src/post2feed.a tests/unit/*.h

check-time: tests/time/repeated.test # check that long posts are read in time
	prove -e '' tests/time/repeated.test

check-generators: post2feed # compare URLs and bodies with the generators'
	sh tests/deps generators
	prove -e '' tests/generators/jekyll tests/generators/hexo \
	    tests/generators/hugo tests/generators/pelican \
	    tests/generators/eleventy tests/generators/astro

check-browser: post2feed # check examples/feed.css in Chromium
	sh tests/deps browser
	prove -e '' tests/browser

lint: # check the style of the sources
	tests/lint

# ASan would scan the whole string at each strstr(3) in it.
sanitize: # run the tests under ASan and UBSan, in a copy of the tree
	ASAN_OPTIONS=intercept_strstr=0 tests/in-copy $(MAKE) -j 2 check CC="$(CC)" CFLAGS="$(SANITIZE)" \
	    CPPFLAGS=-DP2F_EXACT TESTS="$(SANITIZE_TESTS)"

sanitize-threads: # run the cases under TSan, with a thread for each post
	tests/in-copy sh -c '$(MAKE) -j 2 CC="$(CC)" CFLAGS="$(SANITIZE_THREADS)" \
	    CPPFLAGS=-DP2F_MANY_THREADS && WRAP=env tests/run'

coverage: # check that the tests run nearly all lines, in a copy of the tree
	GCOV_ERROR_FILE=/dev/null tests/in-copy sh -c '$(MAKE) -j 2 check CC="$(CC)" \
	    CFLAGS="$(COVERAGE)" TESTS=tests/run && \
	    tests/coverage $(COVERAGE_MIN)'

valgrind: post2feed # run the cases under valgrind (SAMPLE=10: every tenth)
	WRAP="$(VALGRIND) --suppressions=$$PWD/tests/valgrind.supp" prove -e '' tests/run

deps: # install what the build needs (Debian, Ubuntu), or list it
	sh tests/deps build

test-deps: # install what the tests need (Debian, Ubuntu), or list it
	sh tests/deps build test

install: all # install below $(DESTDIR)$(PREFIX)
	mkdir -p "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/include" \
	    "$(DESTDIR)$(MODULE_DIR)"
	$(INSTALL) -m 755 post2feed "$(DESTDIR)$(PREFIX)/bin/"
	$(INSTALL) -m 644 include/post2feed.h "$(DESTDIR)$(PREFIX)/include/"
	for page in man/*.[1-9]; do \
		to="$(DESTDIR)$(MANDIR)/man$${page##*.}"; \
		mkdir -p "$$to" && $(INSTALL) -m 644 "$$page" "$$to/" \
		    || exit 1; \
	done
	for file in examples/*.css examples/recipes/* examples/writers/*.c; do \
		to="$(DESTDIR)$(DOCDIR)/$${file%/*}"; \
		mode=644; [ ! -x "$$file" ] || mode=755; \
		mkdir -p "$$to" && $(INSTALL) -m $$mode "$$file" "$$to/" \
		    || exit 1; \
	done

uninstall: # remove what install has installed
	rm -f "$(DESTDIR)$(PREFIX)/bin/post2feed" \
	    "$(DESTDIR)$(PREFIX)/include/post2feed.h"
	for page in man/*.[1-9]; do \
		rm -f "$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}"; \
	done
	rm -rf "$(DESTDIR)$(DOCDIR)/examples"
	-rmdir "$(DESTDIR)$(MODULE_DIR)" "$(DESTDIR)$(DOCDIR)"

dist: # pack the last commit, reproducibly
	git archive --format=tar --prefix=post2feed-$(VERSION)/ HEAD \
	    | gzip -9n >post2feed-$(VERSION).tar.gz

distcheck: dist # unpack, build, check, install and uninstall the archive
	MAKE="$(MAKE)" CC="$(CC)" tests/distcheck post2feed-$(VERSION)

clean: # remove what was built
	rm -f post2feed post2feed-*.tar.gz .flags src/*.[ao] src/*/*.o
	rm -f tests/unit/*.test tests/time/*.test tests/fuzz/replay
	rm -f $(DUMPS) $(BENCH)
	rm -f examples/writers/*.so
	rm -rf tests/results

help: # show this list
	@sed -n 's/^\([a-z-]*\):.* # /\1	/p; s/^\([a-z-]*\): # /\1	/p' \
	    Makefile | expand -t 18

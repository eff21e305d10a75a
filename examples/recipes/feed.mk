# Makes feeds of the posts in posts/: make -f feed.mk
#
# post2feed runs each time: it is fast, and leaves a feed alone if its bytes are
# the same.  So what depends on the feeds, here a copy for the web server, is
# made only when they have changed.
.POSIX:

POST2FEED = post2feed
FEEDS     = public/feed.xml public/feed.atom public/feed.json
SERVER    = server

all: feeds
	@$(MAKE) -f feed.mk copied

feeds:
	mkdir -p public
	$(POST2FEED) -o public/feed.xml -o public/feed.atom \
	    -o public/feed.json posts

copied: $(FEEDS)
	cp $(FEEDS) $(SERVER)/
	touch copied

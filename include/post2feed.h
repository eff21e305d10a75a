/*
 * post2feed.h - the contract between post2feed and its feed writers.
 *
 * The host reads posts, cleans them, sorts them and makes every URL absolute;
 * a writer serialises what it is given and knows nothing else.  A writer is
 * one constant struct p2f_writer: data and three pure functions.  The three
 * built-in formats use nothing but this header, and neither does a writer
 * that is loaded from a shared object; see post2feed-writer(3).  Entries may
 * be written by several threads at once and in any order, each into a sink of
 * its own.
 *
 * What a writer can rely on:
 *
 *  - A string is valid UTF-8 and holds no character that XML 1.0 forbids
 *    (section 2.2).  An absent string is NULL, never "".
 *  - A list is a NULL-terminated array of pointers and itself never NULL.
 *  - A URL is absolute, percent-encoded (RFC 3986), and its host is ASCII;
 *    `stylesheets` alone may be relative.
 *  - The feed has the newest post first; ids are unique; `updated` is set and
 *    never earlier than `published`.  A term is among the categories of a
 *    post once.
 *  - Everything is owned by the host.  A post and all that it points to are
 *    there until entry() has returned, and the feed until end() has.
 *
 * The structs that a writer is given only ever grow at their end, and its own
 * stays as it is, so a writer compiled against an older header of the same ABI
 * goes on working.
 */
#ifndef POST2FEED_H
#define POST2FEED_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define P2F_ABI 1u

/* A point in time, with its spellings: no writer formats time. */
struct p2f_date {
	long long	 seconds;	/* since 1970-01-01T00:00:00Z */
	int		 offset;	/* minutes east of UTC, as written */
	const char	*rfc3339;	/* RFC 3339 5.6, in that offset */
	const char	*rfc822;	/* RFC 822 5, year of 4 digits, UTC */
};

/* RFC 4287 3.2; JSON Feed 1.1 "authors". */
struct p2f_person {
	const char	*name;		/* never NULL */
	const char	*email;		/* RFC 5322 addr-spec */
	const char	*url;
	const char	*avatar;	/* URL of a picture */
};

enum p2f_category_kind { P2F_CATEGORY, P2F_TAG };

/* RFC 4287 4.2.2; RSS 2.0 <category>; JSON Feed 1.1 "tags". */
struct p2f_category {
	const char		*term;		/* never NULL */
	enum p2f_category_kind	 kind;
};

/* A picture or an enclosure: RSS 2.0 <enclosure>; RFC 4287 4.2.7.2. */
struct p2f_media {
	const char	*url;		/* never NULL */
	const char	*type;		/* MIME type */
	const char	*title;
	long long	 length;	/* bytes; -1: unknown */
	long		 duration;	/* seconds; -1: unknown */
	int		 width, height;	/* pixels; 0: unknown */
};

/*
 * A value of the front matter, as it was written.  Scalars are text: types
 * are a matter of the key that asks (`title: NO` is a title).  A member that
 * its kind or place has no use for means nothing.
 */
enum p2f_kind { P2F_NULL, P2F_TEXT, P2F_LIST, P2F_MAP };

struct p2f_value {
	enum p2f_kind	 kind;
	int		 plain;		/* text without quotes, which may be
					   typed: how many lines it takes */
	unsigned	 line, column;	/* in the file, from 1; 0: it is not
					   written there, but made of the name
					   of the post, for example */
	const char	*key;		/* in a map; never NULL there, but ""
					   where the post has it so */
	const char	*text;		/* of P2F_TEXT; never NULL there */
	const struct p2f_value *const *items; /* of a list or map */
	const char	*comment;	/* YAML's, behind it: "# ..." */
	const char	*file;		/* it stands in; NULL: the post's own */
};

struct p2f_feed {
	const char	*id;		/* IRI (RFC 4287 4.2.6); never NULL */
	const char	*title;		/* plain text; never NULL */
	const char	*description;	/* plain text */
	const char	*home;		/* URL of the site; never NULL */
	const char	*self;		/* URL of this feed */
	const char	*language;	/* BCP 47 */
	const char	*rights;	/* plain text */
	const char	*icon;		/* URL, square */
	const char	*logo;		/* URL, twice as wide as high */
	const char	*generator;	/* name of the program */
	const char	*generator_version;
	const char *const *hubs;	/* WebSub URLs */
	const struct p2f_person *const *authors;
	const struct p2f_date *updated;	/* of its newest post; never NULL */
	const char *const *stylesheets;	/* of CSS, for whoever opens the feed
					   in a browser: relative to it */

	/* RFC 5005 4, JSON Feed 1.1 "next_url": URLs of feeds with other
	   posts of this one. */
	const char	*prev_archive;	/* the next older; NULL: none */
	const char	*next_archive;	/* the next newer archive; NULL: none */
	const char	*current;	/* of an archive: the newest; NULL: this
					   is no archive */
};

struct p2f_post {
	const char	*path;		/* of the file; "-": standard input;
					   never NULL */
	const char	*id;		/* IRI; never NULL */
	const char	*url;		/* NULL: it cannot be known */
	const char	*external_url;	/* what a link post is about */
	const char	*title;		/* plain text */
	const char	*summary;	/* plain text */
	const char	*content;	/* HTML; NULL: the post has no body */
	size_t		 content_length; /* bytes */
	const char	*language;	/* BCP 47, when not the feed's */
	const char	*rights;	/* plain text */
	const struct p2f_date *published; /* NULL: undated */
	const struct p2f_date *updated;	/* never NULL; 1970 when undated */
	const struct p2f_person *const *authors;
	const struct p2f_category *const *categories;
	const struct p2f_media *image;	/* the picture of the whole post */
	const struct p2f_media *thumbnail; /* its small form, if it has one */
	const struct p2f_media *const *media; /* enclosures */
	const struct p2f_value *meta;	/* whole front matter, a P2F_MAP;
					   never NULL */
};

struct p2f_sink;

/* Writes a part of a post that does not depend on the format. */
typedef void p2f_part(const struct p2f_post *, struct p2f_sink *);

/*
 * Takes bytes, which are copied.  It cannot fail from the writer's side, nor
 * can a writer: what it cannot write it leaves out.
 */
struct p2f_sink {
	void (*put)(struct p2f_sink *, const char *, size_t);

	/*
	 * In entry() alone, and NULL elsewhere: take what the function writes
	 * of the post that entry() was given.  It is called for one output,
	 * and others that share it get its bytes.
	 */
	void (*share)(struct p2f_sink *, p2f_part *, const struct p2f_post *);

	/*
	 * Where so many bytes can be written.  If put() is called next, and
	 * for what begins there, it takes that without a copy.  The place is
	 * good up to the next call of a function of the sink.
	 */
	char *(*room)(struct p2f_sink *, size_t);
};

/* Facts without which a format is not valid: checked by the host. */
enum p2f_needs {
	P2F_NEEDS_AUTHOR = 1 << 0	/* feed has one, or every post has */
};

struct p2f_writer {
	unsigned	 abi;		/* P2F_ABI */
	unsigned	 needs;		/* enum p2f_needs, or'ed */
	const char	*name;		/* [a-z0-9]+ */
	const char	*extension;	/* of its files, with the dot */
	const char	*media_type;
	const char	*about;		/* one line, as --help has them */
	const char	*separator;	/* between two entries, be they empty;
					   NULL: nothing */
	void (*begin)(const struct p2f_feed *, struct p2f_sink *);
	void (*entry)(const struct p2f_feed *, const struct p2f_post *,
	    struct p2f_sink *);
	void (*end)(const struct p2f_feed *, struct p2f_sink *);
};

/* The one symbol that a loadable writer defines. */
#define P2F_WRITER_SYMBOL "p2f_writer"
/* Declared, or it would be no symbol in C++. */
extern const struct p2f_writer p2f_writer;

#ifdef __cplusplus
}
#endif

#endif

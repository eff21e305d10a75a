/*
 * post2feed.h - the contract between post2feed and its feed writers.
 *
 * The host reads posts, cleans them, sorts them and makes every URL absolute;
 * a writer serializes what it is given and knows nothing else.  A writer is
 * one constant struct p2f_writer: data and three pure functions.  The three
 * built-in formats use nothing but this header, and neither does a writer
 * loaded from a shared object; see post2feed-writer(3).  Entries may be
 * written by several threads at once and in any order, each into its own
 * sink.
 *
 * What a writer can rely on:
 *
 *  - A string is valid UTF-8 and holds no character that XML 1.0 forbids
 *    (section 2.2).  An absent string is NULL, never "".
 *  - A list is a NULL-terminated array of pointers and is itself never NULL.
 *  - A URL is absolute and percent-encoded (RFC 3986), and its host is ASCII;
 *    only `stylesheets` may be relative.
 *  - The feed has the newest post first; ids are unique; `updated` is set and
 *    never earlier than `published`.  No term appears twice among the
 *    categories of a post.
 *  - Everything is owned by the host.  A post and all that it points to live
 *    until entry() returns, and the feed until end() does.
 *
 * The structs given to a writer only ever grow at their end, and struct
 * p2f_writer never changes, so a writer compiled against an older header of
 * the same ABI keeps working.
 */
#ifndef POST2FEED_H
#define POST2FEED_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define P2F_ABI 1u

/* A point in time, already formatted: no writer formats times. */
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
	const char	*avatar;	/* URL of an image */
};

enum p2f_category_kind { P2F_CATEGORY, P2F_TAG };

/* RFC 4287 4.2.2; RSS 2.0 <category>; JSON Feed 1.1 "tags". */
struct p2f_category {
	const char		*term;		/* never NULL */
	enum p2f_category_kind	 kind;
};

/* An image or an enclosure: RSS 2.0 <enclosure>; RFC 4287 4.2.7.2. */
struct p2f_media {
	const char	*url;		/* never NULL */
	const char	*type;		/* MIME type */
	const char	*title;
	long long	 length;	/* bytes; -1: unknown */
	long		 duration;	/* seconds; -1: unknown */
	int		 width, height;	/* pixels; 0: unknown */
};

/*
 * A value of the front matter, as written.  Scalars are text: their type
 * depends on the key that is looked up (`title: NO` is a title).  Members
 * that do not apply to the kind or the context of a value have no meaning.
 */
enum p2f_kind { P2F_NULL, P2F_TEXT, P2F_LIST, P2F_MAP };

struct p2f_value {
	enum p2f_kind	 kind;
	int		 plain;		/* number of lines of a scalar without
					   quotes, which may have a type */
	unsigned	 line, column;	/* in the file, from 1; 0: it is not
					   written there, but derived from the
					   name of the post, for example */
	const char	*key;		/* in a map; never NULL there, but ""
					   if the post has it so */
	const char	*text;		/* of P2F_TEXT; never NULL there */
	const struct p2f_value *const *items; /* of a list or map */
	const char	*comment;	/* YAML comment after it: "# ..." */
	const char	*file;		/* where it is; NULL: in the post */
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
	const char *const *stylesheets;	/* CSS for those who open the feed in a
					   browser; relative to the feed */

	/* RFC 5005 4, JSON Feed 1.1 "next_url": URLs of feeds with other
	   posts of this feed. */
	const char	*prev_archive;	/* next older; NULL: none */
	const char	*next_archive;	/* next newer archive; NULL: none */
	const char	*current;	/* in an archive: the newest feed; NULL:
					   this is not an archive */
};

struct p2f_post {
	const char	*path;		/* of the file; "-": standard input;
					   never NULL */
	const char	*id;		/* IRI; never NULL */
	const char	*url;		/* NULL: unknown */
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
	const struct p2f_media *image;	/* for the post as a whole */
	const struct p2f_media *thumbnail; /* small version of it, if any */
	const struct p2f_media *const *media; /* enclosures */
	const struct p2f_value *meta;	/* whole front matter, a P2F_MAP;
					   never NULL */
};

struct p2f_sink;

/* Writes a part of a post that is the same in every format. */
typedef void p2f_part(const struct p2f_post *, struct p2f_sink *);

/*
 * Accepts bytes and copies them.  It cannot fail as far as the writer is
 * concerned, nor can a writer: what it cannot write it leaves out.
 */
struct p2f_sink {
	void (*put)(struct p2f_sink *, const char *, size_t);

	/*
	 * In entry() only, NULL elsewhere: add what the function writes for
	 * the post given to entry().  It is called for one output, and the
	 * others that share the part receive the same bytes.
	 */
	void (*share)(struct p2f_sink *, p2f_part *, const struct p2f_post *);

	/*
	 * A place for that many bytes.  If the next call is put() with bytes
	 * that begin there, they are not copied.  The place is valid until
	 * the next call of any function of the sink.
	 */
	char *(*room)(struct p2f_sink *, size_t);
};

/* Facts that a format requires to be valid; the host checks them. */
enum p2f_needs {
	P2F_NEEDS_AUTHOR = 1 << 0	/* feed has one, or every post has */
};

struct p2f_writer {
	unsigned	 abi;		/* P2F_ABI */
	unsigned	 needs;		/* enum p2f_needs, or'ed */
	const char	*name;		/* [a-z0-9]+ */
	const char	*extension;	/* of its files, with the dot */
	const char	*media_type;
	const char	*about;		/* one line for --help */
	const char	*separator;	/* between two entries, even empty ones;
					   NULL: nothing */
	void (*begin)(const struct p2f_feed *, struct p2f_sink *);
	void (*entry)(const struct p2f_feed *, const struct p2f_post *,
	    struct p2f_sink *);
	void (*end)(const struct p2f_feed *, struct p2f_sink *);
};

/* The one symbol that a loadable writer defines. */
#define P2F_WRITER_SYMBOL "p2f_writer"
/* Declared, or a constant would not be exported in C++. */
extern const struct p2f_writer p2f_writer;

#ifdef __cplusplus
}
#endif

#endif

/*
 * Reads a finished XML feed back with libxml2, entry by entry: each is compared
 * and dropped before the next one is read.
 */
#include <string.h>

#include "base/mem.h"
#include "feed/libxml.h"
#include "feed/verify_parts.h"

#define ATOM_NAMESPACE "http://www.w3.org/2005/Atom"
#define CONTENT_NAMESPACE "http://purl.org/rss/1.0/modules/content/"
#define DC_NAMESPACE "http://purl.org/dc/elements/1.1/"

/* No network, and no limits that a long post could exceed. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_HUGE)

struct element {
	const char	*namespace;	/* NULL: none */
	const char	*name;
	enum fact	 fact;
};

/* How an XML format is built. */
struct shape {
	const char	*namespace;	/* NULL: none */
	const char	*version;	/* of the root; NULL: it has none */
	const char	*path[3];	/* of elements that contain the head
					   and the entries; NULL ends it */
	const char	*entry;
	const struct element *elements;	/* of the head and of an entry */
	size_t		 count;
};

static const struct element rss_elements[] = {
	{ NULL, "guid", FACT_ID },
	{ NULL, "link", FACT_URL },
	{ NULL, "title", FACT_TITLE },
	{ NULL, "description", FACT_SUMMARY },
	{ NULL, "pubDate", FACT_PUBLISHED },
	{ ATOM_NAMESPACE, "updated", FACT_UPDATED },
	{ DC_NAMESPACE, "creator", FACT_AUTHOR },
	{ NULL, "category", FACT_CATEGORY },
	{ CONTENT_NAMESPACE, "encoded", FACT_CONTENT }
};

static const struct shape rss = {
	NULL, "2.0", { "rss", "channel", NULL }, "item",
	rss_elements, sizeof rss_elements / sizeof *rss_elements
};

static const struct element atom_elements[] = {
	{ ATOM_NAMESPACE, "id", FACT_ID },
	{ ATOM_NAMESPACE, "link", FACT_URL },
	{ ATOM_NAMESPACE, "title", FACT_TITLE },
	{ ATOM_NAMESPACE, "summary", FACT_SUMMARY },
	{ ATOM_NAMESPACE, "published", FACT_PUBLISHED },
	{ ATOM_NAMESPACE, "updated", FACT_UPDATED },
	{ ATOM_NAMESPACE, "author", FACT_AUTHOR },
	{ ATOM_NAMESPACE, "category", FACT_CATEGORY },
	{ ATOM_NAMESPACE, "content", FACT_CONTENT }
};

static const struct shape atom = {
	ATOM_NAMESPACE, NULL, { "feed", NULL }, "entry",
	atom_elements, sizeof atom_elements / sizeof *atom_elements
};

/* A document that is being read. */
struct document {
	struct check		*check;
	const struct shape	*shape;		/* NULL: of any shape */
	struct libxml		 xml;
	xmlTextReader		*reader;
	struct arena		 arena;		/* of the head */
	struct feed_facts		 head;
};

static bool
is_named(const xmlNode *node, const char *namespace, const char *name)
{
	const char *uri = node->ns == NULL ? NULL :
	    (const char *)node->ns->href;

	return strcmp((const char *)node->name, name) == 0 &&
	    (uri == NULL || namespace == NULL ? uri == namespace :
	    strcmp(uri, namespace) == 0);
}

/* Whether an attribute has this value. */
static bool
has_attribute(const struct document *document, xmlNode *node,
    const char *name, const char *value)
{
	xmlChar *found = document->xml.xmlGetNoNsProp(node, BAD_CAST name);
	bool same = found != NULL && strcmp((const char *)found, value) == 0;

	mem_free(found);
	return same;
}

static const struct element *
find_element(const struct shape *shape, const xmlNode *node)
{
	const struct element *e;

	for (e = shape->elements; e < shape->elements + shape->count; e++)
		if (is_named(node, e->namespace, e->name))
			return e;
	return NULL;
}

static void
note_text(struct feed_facts *found, const struct element *e,
    struct arena *arena, const char *text)
{
	if (e->fact == FACT_AUTHOR) {
		found->authors++;
	} else if (e->fact == FACT_CATEGORY) {
		found->categories++;
	} else if (e->fact == FACT_CONTENT) {
		if (found->has_content)
			found->repeated = e->name;
		found->has_content = true;
		found->content = digest_of(text, strlen(text));
	} else {
		if (found->texts[e->fact] != NULL)
			found->repeated = e->name;
		found->texts[e->fact] = arena_strdup(arena, text);
	}
}

/*
 * The text of an element; NULL: it does not count.  Of Atom's links only one
 * counts, and its URL is in an attribute.
 */
static xmlChar *
element_text(const struct document *document, const struct element *e,
    xmlNode *node)
{
	if (e->fact != FACT_URL || e->namespace == NULL)
		return document->xml.xmlNodeGetContent(node);
	return has_attribute(document, node, "rel", "alternate") ?
	    document->xml.xmlGetNoNsProp(node, BAD_CAST "href") : NULL;
}

static void
note_element(const struct document *document, struct feed_facts *found,
    struct arena *arena, xmlNode *node)
{
	const struct element *e = find_element(document->shape, node);
	xmlChar *text = e == NULL ? NULL : element_text(document, e, node);

	if (text != NULL)
		note_text(found, e, arena, (const char *)text);
	mem_free(text);
}

static void
visit_entry(struct document *document, xmlNode *entry)
{
	struct feed_facts found = { .repeated = NULL };
	struct arena arena = { 0 };
	xmlNode *node;

	for (node = entry->children; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			note_element(document, &found, &arena, node);
	check_entry(document->check, &found);
	arena_release(&arena);
}

/* Check an element that contains the head and the entries. */
static void
visit_outer(struct document *document, xmlNode *node, const char *name)
{
	const struct shape *shape = document->shape;
	struct check *c = document->check;

	if (!is_named(node, shape->namespace, name))
		check_fail(c, c->out->path, "has the element %s, not the "
		    "format's %s",
		    quote((const char *)node->name).text, name);
	else if (name == shape->path[0] && shape->version != NULL &&
	    !has_attribute(document, node, "version", shape->version))
		check_fail(c, c->out->path, "is not of version %s",
		    shape->version);
}

/*
 * Handle the reader's current node and advance: only one entry at a time is
 * expanded to a tree.  Returns what xmlTextReaderRead() does.
 */
static int
visit(struct document *document)
{
	const struct shape *shape = document->shape;
	const struct libxml *xml = &document->xml;
	xmlTextReader *reader = document->reader;
	xmlNode *node;
	int depth;

	if (shape == NULL ||
	    xml->xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
		return xml->xmlTextReaderRead(reader);
	for (depth = 0; depth < xml->xmlTextReaderDepth(reader); depth++)
		if (shape->path[depth] == NULL)
			break;
	if (shape->path[depth] != NULL) {
		visit_outer(document, xml->xmlTextReaderCurrentNode(reader),
		    shape->path[depth]);
		return xml->xmlTextReaderRead(reader);
	}
	node = xml->xmlTextReaderExpand(reader);
	if (node == NULL)
		return -1;
	if (is_named(node, shape->namespace, shape->entry))
		visit_entry(document, node);
	else
		note_element(document, &document->head,
		    &document->arena, node);
	return xml->xmlTextReaderNext(reader);
}

static int
read_more(void *data, char *buffer, int length)
{
	return (int)check_read(data, buffer, (size_t)length);
}

static void
note_error(void *data, const char *text, xmlParserSeverities severity,
    xmlTextReaderLocatorPtr locator)
{
	struct document *document = data;
	struct check *c = document->check;

	if (c->failed || c->out->spool->error != 0 ||
	    severity != XML_PARSER_SEVERITY_ERROR)
		return;
	check_fail(c, c->out->path, "is not well-formed: line %d: %.*s",
	    document->xml.xmlTextReaderLocatorLineNumber(locator),
	    (int)strcspn(text, "\n"), text);
}

static void
read_document(struct document *document)
{
	const struct libxml *xml = &document->xml;
	struct check *c = document->check;
	int more;

	document->reader = xml->xmlReaderForIO(read_more, NULL, c, NULL, NULL,
	    PARSE_OPTIONS);
	xml->xmlTextReaderSetErrorHandler(document->reader, note_error,
	    document);
	more = xml->xmlTextReaderRead(document->reader);
	while (more == 1 && !c->failed)
		more = visit(document);
	xml->xmlFreeTextReader(document->reader);
	if (c->out->spool->error == 0 && more < 0 && !c->failed)
		check_fail(c, c->out->path, "is not well-formed");
	if (c->out->spool->error == 0 && !c->failed && document->shape != NULL)
		check_head(c, &document->head);
}

static void
verify(struct check *c, const struct shape *shape)
{
	struct document document = { .check = c, .shape = shape };
	const char *problem;

	if (libxml_open(&document.xml, &document.arena, &problem)) {
		read_document(&document);
		libxml_close(&document.xml);
	} else {
		c->failed = true;
		diag_report(c->diag, DIAG_VERIFY, (struct place){ .path =
		    c->out->path }, "--verify needs libxml2, which cannot be "
		    "loaded: %s; nothing was published", problem);
	}
	arena_release(&document.arena);
}

void
verify_rss(struct check *c)
{
	verify(c, &rss);
}

void
verify_atom(struct check *c)
{
	verify(c, &atom);
}

void
verify_xml(struct check *c)
{
	verify(c, NULL);
}

/*
 * libxml - libxml2, loaded when a feed is to be read back.
 *
 * On many systems libxml2 brings ICU, libstdc++ and lzma, and linking them
 * takes longer than a feed of one post: 3 million instructions of 3.9.  Only
 * --verify needs it, so only --verify pays.
 */
#ifndef FEED_LIBXML_H
#define FEED_LIBXML_H

#include <stdbool.h>

#include <libxml/xmlreader.h>

#include "base/library.h"

#define LIBXML_FUNCTIONS(F) \
	F(xmlMemSetup) \
	F(xmlInitParser) \
	F(xmlCleanupParser) \
	F(xmlGetNoNsProp) \
	F(xmlNodeGetContent) \
	F(xmlReaderForIO) \
	F(xmlFreeTextReader) \
	F(xmlTextReaderSetErrorHandler) \
	F(xmlTextReaderLocatorLineNumber) \
	F(xmlTextReaderRead) \
	F(xmlTextReaderNext) \
	F(xmlTextReaderExpand) \
	F(xmlTextReaderNodeType) \
	F(xmlTextReaderDepth) \
	F(xmlTextReaderCurrentNode)

struct libxml {
	LIBXML_FUNCTIONS(LIBRARY_MEMBER)
};

/*
 * Load it, with its memory from base/mem: what it hands out is freed by
 * mem_free().  False: *problem, in the arena, says why not.
 */
bool	 libxml_open(struct libxml *, struct arena *, const char **problem);
/* Free what it keeps for itself. */
void	 libxml_close(struct libxml *);

#endif

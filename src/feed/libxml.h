/*
 * libxml - libxml2, loaded only when a feed is read back.
 *
 * On many systems libxml2 pulls in ICU, libstdc++ and lzma, and linking them
 * takes longer than making a feed of one post: 3 million instructions of 3.9.
 * Only --verify needs it, so only --verify pays.
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
 * Load libxml2 and make it use base/mem: what it returns is freed by
 * mem_free().  Returns false, with the reason in *problem, in the arena, if it
 * cannot be loaded.
 */
bool	 libxml_open(struct libxml *, struct arena *, const char **problem);
/* Free its internal memory. */
void	 libxml_close(struct libxml *);

#endif

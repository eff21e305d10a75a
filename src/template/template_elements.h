/*
 * template_elements - elements and expressions of MDX, Vue and Svelte; for the
 * files of template/template.
 *
 *	template_mdx.c		expressions and imports
 *	template_literal.c	... those whose value is known
 *	template_element.c	elements of MDX
 *	template_component.c	components, of Vue, too
 *	template_vue.c		what only VitePress and VuePress have
 */
#ifndef TEMPLATE_TEMPLATE_ELEMENTS_H
#define TEMPLATE_TEMPLATE_ELEMENTS_H

#include "template/template_markup.h"

struct markup_token;

/* ---- template_mdx.c ---- */

/* A comment, an attribute or an expression at p: where it ends, or NULL. */
const char *template_take_jsx(struct template *, const char *p);
/* Behind the brace that closes the one at p, NULL: nothing does. */
const char *template_brace_end(struct template *, const char *p);
/* An expression, or the beginning of a long one, for a message. */
const char *template_expression_name(struct template *, const char *p,
	    const char *close);
template_line_taker template_take_import;	/* or an export */
/* A line of the fence around what is MDX after all, ```mdx-code-block. */
template_code_taker template_take_mdx_fence;

/* ---- template_literal.c ---- */

/* A text in quotes, or a number, in the arena; NULL: it is neither. */
const char *template_literal(struct template *, const char *p,
	    const char *end);
bool	 template_literal_is(const char *p, const char *end,
	    const char *word);
/* The URL in a call for one, such as `require("./a.png").default`. */
const char *template_file(struct template *, const char *p,
	    const char *end);

/* ---- template_element.c ---- */

/* A tag at '<': where it ends, or NULL. */
const char *template_take_component(struct template *, const char *p);
/* An element whose content is code, with the texts in its braces. */
void	 template_element_code(struct template *, const char *p,
	    const char *end);

/* ---- template_component.c ---- */

/* Replace a component that has no content. */
void	 template_run_single(struct template *, const struct template_tag *);
/* Replace the tag of one of MDX. */
void	 template_run_component(struct template *, const struct template_tag *);
/* Replace one of code, `<CodeBlock language="c">`, with all that is in it:
   where that ends; NULL: it is none. */
const char *template_take_code_component(struct template *,
	    const struct template_tag *);
/* A link as a text of Markdown; NULL: its URL is its text. */
const char *template_link_text(struct template *, const char *url,
	    const char *text);

/* ---- template_vue.c ---- */

/* Run a component without content, whose attributes are those of a tag. */
void	 template_run_attributes(struct template *,
	    const struct markup_token *, const char *start, const char *end);
template_line_taker template_take_vue_line;	/* `<<< @/a.js`, `@tab` */
template_code_taker template_take_vue_include;	/* `<!-- @include: a -->` */
/* Add the title of code in a `code-group`, whose opening line is given. */
void	 template_vue_code_title(struct template *t, const char *p,
	    const char *end);
template_code_taker template_vue_note;		/* `// [!code focus]` */
/* An attribute, `:src="$withBase('/a.png')"`. */
template_mark_taker template_take_vue_binding;
/* A component, an element that is closed by a slash, or one with `v-pre`.  And
   whether a container is. */
template_mark_taker template_take_vue_element;
bool	 template_vue_is_raw(const struct template *);
/* Whether what is code at p is not shown: `<script setup>`, `<style>`. */
bool	 template_vue_block(const struct template *, const char *p);

#endif

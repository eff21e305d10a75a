/*
 * template_elements - elements and expressions of MDX, Vue and Svelte; private
 * to the files of template/template.
 *
 *	template_mdx.c		expressions and imports
 *	template_literal.c	expressions whose value is known
 *	template_element.c	elements of MDX
 *	template_component.c	components, also of Vue
 *	template_vue.c		what only VitePress and VuePress have
 */
#ifndef TEMPLATE_TEMPLATE_ELEMENTS_H
#define TEMPLATE_TEMPLATE_ELEMENTS_H

#include "template/template_markup.h"

struct markup_token;

/* ---- template_mdx.c ---- */

/* Process a comment, attribute or expression at p.  Its end, or NULL. */
const char *template_take_jsx(struct template *, const char *p);
/* After the brace that closes the one at p, or NULL if none does. */
const char *template_brace_end(struct template *, const char *p);
/* An expression, or the beginning of a long one, for a message. */
const char *template_expression_name(struct template *, const char *p,
	    const char *close);
template_line_taker template_take_import;	/* or an export */
/* A line of a fence around MDX, ```mdx-code-block, which is not code. */
template_code_taker template_take_mdx_fence;

/* ---- template_literal.c ---- */

/* The value of a quoted string or number, in the arena; or NULL. */
const char *template_literal(struct template *, const char *p,
	    const char *end);
bool	 template_literal_is(const char *p, const char *end,
	    const char *word);
/* The URL in a call such as `require("./a.png").default`, or NULL. */
const char *template_file(struct template *, const char *p,
	    const char *end);

/* ---- template_element.c ---- */

/* Process a tag at '<'.  Returns its end, or NULL. */
const char *template_take_component(struct template *, const char *p);
/* Put an element whose content is code, with the strings in its braces. */
void	 template_element_code(struct template *, const char *p,
	    const char *end);

/* ---- template_component.c ---- */

/* Replace a component that has no content. */
void	 template_run_single(struct template *, const struct template_tag *);
/* Replace the tag of an MDX component. */
void	 template_run_component(struct template *, const struct template_tag *);
/* Replace a code component, `<CodeBlock language="c">`, and its content.
   Returns its end, or NULL if it is not one. */
const char *template_take_code_component(struct template *,
	    const struct template_tag *);
/* A link as Markdown source; text NULL: the URL is its text. */
const char *template_link_text(struct template *, const char *url,
	    const char *text);

/* ---- template_vue.c ---- */

/* Run a component without content, using the attributes of a tag. */
void	 template_run_attributes(struct template *,
	    const struct markup_token *, const char *start, const char *end);
template_line_taker template_take_vue_line;	/* `<<< @/a.js`, `@tab` */
template_code_taker template_take_vue_include;	/* `<!-- @include: a -->` */
/* Put the title of code in a `code-group`, given the code's opening line. */
void	 template_vue_code_title(struct template *t, const char *p,
	    const char *end);
template_code_taker template_vue_note;		/* `// [!code focus]` */
/* An attribute such as `:src="$withBase('/a.png')"`. */
template_mark_taker template_take_vue_binding;
/* A component, a self-closing element, or one with `v-pre`.  And whether the
   current container has `v-pre`. */
template_mark_taker template_take_vue_element;
bool	 template_vue_is_raw(const struct template *);
/* Whether the code at p is not shown: `<script setup>`, `<style>`. */
bool	 template_vue_block(const struct template *, const char *p);

#endif

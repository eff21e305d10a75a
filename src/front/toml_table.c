/*
 * TOML tables by their path: opened in any order, some of them repeatedly, and
 * turned into values at the end.
 */
#include <string.h>

#include "front/toml_scan.h"

/*
 * The tables in a table, by name: a balanced tree (AA tree, Andersson 1993).
 * Unlike a hash table it has no worst case that input could provoke.
 */
struct toml_node {
	const char		*name;
	struct toml_table	*table;
	struct toml_node	*left, *right;
	unsigned		 level;
};

static struct toml_node *
find(struct toml_node *node, const char *name)
{
	int order;

	while (node != NULL && (order = strcmp(name, node->name)) != 0)
		node = order < 0 ? node->left : node->right;
	return node;
}

static struct toml_node *
skew(struct toml_node *node)
{
	struct toml_node *left = node->left;

	if (left == NULL || left->level != node->level)
		return node;
	node->left = left->right;
	left->right = node;
	return left;
}

static struct toml_node *
split(struct toml_node *node)
{
	struct toml_node *right = node->right;

	if (right == NULL || right->right == NULL ||
	    right->right->level != node->level)
		return node;
	node->right = right->left;
	right->left = node;
	right->level++;
	return right;
}

/* Recursion as deep as the tree: twice the logarithm of its size. */
static struct toml_node *
insert(struct toml_node *tree, struct toml_node *node)
{
	if (tree == NULL)
		return node;
	if (strcmp(node->name, tree->name) < 0)
		tree->left = insert(tree->left, node);
	else
		tree->right = insert(tree->right, node);
	return split(skew(tree));
}

/* Make a name refer to this table from now on. */
static void
set_child(struct toml *t, struct toml_table *parent, const char *name,
    struct toml_table *table)
{
	struct toml_node *node = find(parent->children, name);

	if (node == NULL) {
		node = arena_alloc(t->arena, sizeof *node);
		node->name = name;
		node->level = 1;
		parent->children = insert(parent->children, node);
	}
	node->table = table;
}

static struct toml_table *
get_child(const struct toml_table *parent, const struct toml_part *part)
{
	const struct toml_node *node = find(parent->children, part->name);

	return node == NULL ? NULL : node->table;
}

struct toml_table *
toml_table_new(struct toml *t, enum p2f_kind kind, struct place place)
{
	struct toml_table *table = arena_alloc(t->arena, sizeof *table);

	table->value = value_at(t->arena, kind, place);
	arena_list_add(t->arena, &t->tables, table);
	return table;
}

static bool
is_too_deep(struct toml *t, size_t depth, const struct toml_part *part)
{
	if (depth <= VALUE_MAX_DEPTH)
		return false;
	t->problem = (struct toml_problem){ part->place,
	    "tables are nested too deeply", "use fewer levels", t->p };
	return true;
}

/* A table, or an array of tables, with a name that may be new. */
static struct toml_table *
add_child(struct toml *t, struct toml_table *parent, enum p2f_kind kind,
    const struct toml_part *part)
{
	struct toml_table *child;

	if (is_too_deep(t, parent->depth + 1, part))
		return NULL;
	child = toml_table_new(t, kind, part->place);
	child->value->key = part->name;
	child->depth = parent->depth + 1;
	arena_list_add(t->arena, &parent->items, child->value);
	set_child(t, parent, part->name, child);
	return child;
}

static void
report_twice(struct toml *t, const struct toml_table *table,
    const struct toml_part *part)
{
	diag_report(t->diag, DIAG_DUPLICATE_KEY, part->place, "the table %s "
	    "appears twice, first on line %u; the keys were merged (keep one "
	    "of them)", quote(part->name).text, table->value->line);
}

/*
 * The table in a table that a part of a path names.  One with a [table] header
 * of its own cannot be extended by dotted keys elsewhere.
 */
static struct toml_table *
step(struct toml *t, struct toml_table *parent, const struct toml_part *part,
    enum toml_origin origin)
{
	struct toml_table *child = get_child(parent, part);

	if (child == NULL) {
		child = add_child(t, parent, P2F_MAP, part);
		if (child != NULL)
			child->origin = origin;
		return child;
	}
	if (origin == TOML_DOTTED) {
		if (child->origin == TOML_HEADER)
			report_twice(t, child, part);
		child->origin = TOML_DOTTED;
	}
	return child->newest != NULL ? child->newest : child;
}

/* The table reached by all parts but the last, and the last part. */
static struct toml_table *
walk(struct toml *t, struct toml_table *table, const struct arena_list *parts,
    enum toml_origin origin)
{
	size_t i;

	for (i = 0; i + 1 < parts->count && table != NULL; i++)
		table = step(t, table, parts->items[i], origin);
	return table;
}

bool
toml_table_put(struct toml *t, struct toml_table *table,
    const struct arena_list *parts, struct p2f_value *v)
{
	const struct toml_part *last = parts->items[parts->count - 1];

	table = walk(t, table, parts, TOML_DOTTED);
	if (table == NULL)
		return false;
	v->key = last->name;
	arena_list_add(t->arena, &table->items, v);
	return true;
}

static struct toml_table *
open_table(struct toml *t, struct toml_table *parent,
    const struct toml_part *part)
{
	struct toml_table *table = get_child(parent, part);

	if (table == NULL || table->newest != NULL)
		table = add_child(t, parent, P2F_MAP, part);
	else if (table->origin != TOML_IMPLIED)
		report_twice(t, table, part);
	if (table != NULL)
		table->origin = TOML_HEADER;
	return table;
}

static struct toml_table *
open_element(struct toml *t, struct toml_table *parent,
    const struct toml_part *part)
{
	struct toml_table *array = get_child(parent, part), *element;

	if (array == NULL || array->newest == NULL)
		array = add_child(t, parent, P2F_LIST, part);
	if (array == NULL || is_too_deep(t, array->depth + 1, part))
		return NULL;
	array->origin = TOML_HEADER;
	element = toml_table_new(t, P2F_MAP, part->place);
	element->origin = TOML_HEADER;
	element->depth = array->depth + 1;
	arena_list_add(t->arena, &array->items, element->value);
	array->newest = element;
	return element;
}

struct toml_table *
toml_table_open(struct toml *t, struct toml_table *root,
    const struct arena_list *parts, bool is_array)
{
	const struct toml_part *last = parts->items[parts->count - 1];
	struct toml_table *parent = walk(t, root, parts, TOML_IMPLIED);

	if (parent == NULL)
		return NULL;
	return is_array ? open_element(t, parent, last) :
	    open_table(t, parent, last);
}

/* Arrays first: value_unique() may join their items with those of others. */
void
toml_table_finish(struct toml *t)
{
	struct toml_table *table;
	size_t i, count = t->tables.count;

	/* They were not made const, and nobody else changes them. */
	for (i = 0; i < count; i++) {
		table = (struct toml_table *)t->tables.items[i];
		if (table->value->kind == P2F_LIST)
			table->value->items = arena_list_items(&table->items);
	}
	for (i = 0; i < count; i++) {
		table = (struct toml_table *)t->tables.items[i];
		if (table->value->kind == P2F_MAP)
			table->value->items = value_unique(t->arena,
			    &table->items, t->block->path, t->diag);
	}
}

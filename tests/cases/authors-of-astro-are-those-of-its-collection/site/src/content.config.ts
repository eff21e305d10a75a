const people = defineCollection({
  loader: glob({ pattern: '**/*.{md,json}', base: './src/data/people' }),
  schema: z.object({ name: z.string() }),
});
const blog = defineCollection({
  loader: glob({ pattern: '*.md', base: './src/content/blog' }),
  schema: z.object({ authors: z.array(reference('authors')) }),
});
export const collections = { blog, authors: people };

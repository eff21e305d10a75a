const blog = defineCollection({
  loader: glob({ pattern: "**/[^_]*.md", base: "src/data/blog" }),
});
export const collections = { blog };

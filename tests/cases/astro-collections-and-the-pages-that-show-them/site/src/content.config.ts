import { defineCollection, z } from "astro:content";
import { file, glob } from "astro/loaders";

export const BLOG_PATH = "src/data/blog";

const blog = defineCollection({
  loader: glob({ pattern: "**/[^_]*.{md,mdx}", base: `./${BLOG_PATH}` }),
  schema: z.object({ title: z.string(), base: z.string().optional() }),
});

const jottings = defineCollection({
  loader: glob({ base: "notes", pattern: ["*.md", "!*-draft.md", "*.mdx"] }),
});

const mosses = defineCollection({
  loader: glob({ pattern: "*.md", base: "src/data/blog/mosses" }),
});

const tools = defineCollection({ loader: file("src/data/tools.json") });

export const collections = {
  blog,
  notes: jottings,
  tools,
  mosses,
  talks: defineCollection({
    loader: glob({ base: new URL("./talks", import.meta.url), pattern: "*.md" }),
  }),
  abroad: defineCollection({
    loader: glob({ base: "../abroad", pattern: "*.md" }),
  }),
};

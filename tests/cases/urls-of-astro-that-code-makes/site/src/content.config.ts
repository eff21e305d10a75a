import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

const beds = defineCollection({
  loader: glob({
    pattern: "**/*.md",
    base: "src/content/beds",
    generateId: ({ entry }) => entry.replace(/\.md$/, ""),
  }),
});

const ponds = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "src/content/ponds" }),
});

export const collections = { beds, ponds };

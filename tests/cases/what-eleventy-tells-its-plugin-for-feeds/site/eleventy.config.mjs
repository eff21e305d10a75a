import { feedPlugin } from "@11ty/eleventy-plugin-rss";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/feed.xml",
    collection: { name: "posts", limit: 10 },
    metadata: {
      language: "en-GB",
      title: "A garden",
      subtitle: "What grows, and where",
      base: "https://example.org/",
      author: { name: "Jo Example", email: "" },
    },
  });
}

export const config = { pathPrefix: "/garden/" };

export const SITE = {
  website: "https://example.org/",
  title: "A garden",
  desc: "What grows, and where",
} as const;

import type { Config } from "@docusaurus/types";

const year = new Date().getFullYear();

const config: Config = {
  title: "My project",
  tagline: "It's a project",
  url: "https://example.org",
  baseUrl: "/project/",
  i18n: { defaultLocale: "en", locales: ["en", "fr"] },
  presets: [
    ["classic", {
      docs: { path: "docs" },
      blog: {
        path: "./news",
        routeBasePath: "/journal",
        exclude: ["**/_parts/**", "**/old/**", "**/*.test.md"],
        feedOptions: { title: "My news", copyright: `(c) ${year}`, limit: false },
      },
    }],
  ],
  plugins: [
    require.resolve("./plugin.js"),
    ["@docusaurus/plugin-content-blog", { id: "second", path: "notes", routeBasePath: "notes" }],
  ],
  themeConfig: { navbar: { title: "Not this" } },
};

export default config;

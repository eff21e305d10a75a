module.exports = {
  title: "S",
  url: "https://example.org",
  baseUrl: "/base/",
  plugins: [
    ["@docusaurus/plugin-content-blog", { path: "posts", routeBasePath: "news" }],
  ],
};

export default { site: "https://example.org", trailingSlash: "never" };

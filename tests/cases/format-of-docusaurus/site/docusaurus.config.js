module.exports = { title: "S", url: "https://example.org", baseUrl: "/", markdown: { format: "detect" } };

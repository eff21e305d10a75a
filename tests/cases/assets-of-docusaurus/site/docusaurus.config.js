module.exports = { title: "S", url: "https://example.org", baseUrl: "/b/" };

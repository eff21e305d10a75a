const config = {
  configuration: { pageTitle: "T", baseUrl: "example.org", ignorePatterns: ["private"] },
}

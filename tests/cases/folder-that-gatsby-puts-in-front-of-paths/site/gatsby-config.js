module.exports = {
  siteMetadata: { title: `T`, siteUrl: `https://example.org` },
  plugins: [
    { resolve: `x`, options: { path: `${__dirname}/content/blog` } },
  ],
}

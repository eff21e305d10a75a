module.exports = {
  siteMetadata: { siteUrl: `https://example.org` },
  plugins: [
    { resolve: `x`, options: { name: `content`, path: `${__dirname}/content` } },
  ],
}

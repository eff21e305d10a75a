module.exports = {
  siteMetadata: { title: `T`, siteUrl: `https://example.org` },
  plugins: [
    {
      resolve: `gatsby-transformer-remark`,
      options: {
        excerpt_separator: `<!-- end -->`,
        plugins: [`a`],
      },
    },
  ],
}

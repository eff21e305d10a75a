module.exports = {
  siteMetadata: {
    title: `My site`,
    author: { name: `Jo Example`, summary: `who lives` },
    description: `About it`,
    siteUrl: `https://example.org/`,
    social: { twitter: `jo` },
  },
  plugins: [`gatsby-plugin-image`, { resolve: `x`, options: { title: `No` } }],
}

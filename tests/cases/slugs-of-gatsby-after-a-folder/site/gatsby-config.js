module.exports = { siteMetadata: { title: 'T', siteUrl: 'https://example.org' } }

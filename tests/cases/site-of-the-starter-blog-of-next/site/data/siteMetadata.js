const siteMetadata = {
  title: 'The Rain Gauge',
  author: 'Ada Example',
  description: 'Notes on weather',
  language: 'en-us',
  siteUrl: 'https://example.org',
  siteLogo: `${process.env.BASE_PATH || ''}/static/logo.png`,
  analytics: { provider: process.env.ANALYTICS },
}

module.exports = siteMetadata

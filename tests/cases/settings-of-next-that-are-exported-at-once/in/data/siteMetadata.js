const base = 'https://example.org'

module.exports = {
  title: 'Rain',
  author: 'Ada Example',
  siteUrl: 'https://example.org/b',
  theme: { title: 'dark' },
}

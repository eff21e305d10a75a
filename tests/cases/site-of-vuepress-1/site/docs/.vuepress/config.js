module.exports = {
  title: 'The Rain Gauge',
  description: 'Notes on weather',
  base: '/gauge/',
  themeConfig: {
    author: 'Ada Example',
    nav: [{ text: 'Home', link: '/' }],
    lastUpdated: 'Last Updated'
  },
  plugins: [
    ['sitemap', { hostname: 'https://example.org' }],
    ['@vuepress/blog', {
      directories: [{ id: 'post', dirname: '_posts', path: '/', itemPermalink: '/blog/:year/:i_month/:slug' }]
    }]
  ]
}

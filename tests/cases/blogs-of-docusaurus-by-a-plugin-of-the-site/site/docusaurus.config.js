module.exports = {
  title: 'Gauges',
  url: 'https://example.org',
  baseUrl: '/',
  presets: [['classic', { docs: { path: 'docs', showLastUpdateTime: true }, blog: false }]],
  plugins: [
    './plugins/counter',
    ['./plugins/search', { path: 'docs' }],
    [path.resolve(__dirname, './plugins/blog'), {
      routeBasePath: '/',
      showReadingTime: true,
      editUrl: ({ blogPath }) => `https://example.org/edit/${blogPath}`,
    }],
    ['./plugins/blog-of-news.js', { id: 'news', path: 'news', routeBasePath: 'news', blogTitle: 'News' }],
  ],
};

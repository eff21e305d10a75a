module.exports = {
  title: 'Gauges',
  url: 'https://example.org',
  baseUrl: '/base/',
  presets: [['classic', { blog: {} }]],
  plugins: [
    ['@docusaurus/plugin-content-blog', {
      id: 'news', path: 'news', routeBasePath: 'news',
      authorsMapPath: 'people.json', tags: 'words.yml',
    }],
  ],
};

module.exports = {
  title: 'T', url: 'https://example.org', baseUrl: '/', trailingSlash: true,
  presets: [['classic', { blog: { routeBasePath: '/' } }]],
};

module.exports = {
  title: 'T', url: 'https://example.org', baseUrl: '/', trailingSlash: false,
};

module.exports = {
  siteMetadata: { title: 'T', url: 'https://example.org' },
  plugins: [{ options: { path: `${__dirname}/content`, name: 'pages' } }],
};

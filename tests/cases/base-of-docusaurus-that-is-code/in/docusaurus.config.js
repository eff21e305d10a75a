const base = process.env.DOCS_BASE || '/docs/';

export default {
  title: 'Rain',
  url: 'https://example.org',
  baseUrl: base,
};

const url = 'https://example.org';
const baseUrl = '/docs/';

const config = {
  title: 'Rain',
  tagline: 'Notes on weather',
  url,
  baseUrl,
  themeConfig: { navbar: { title: 'Menu' } },
};

export default config;

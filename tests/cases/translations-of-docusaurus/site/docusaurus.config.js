export default {
  title: 'Weather',
  url: 'https://example.org',
  baseUrl: '/w/',
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'fr', 'ar'],
  },
  presets: [
    ['classic', { blog: { exclude: ['**/old/**'] } }],
  ],
  plugins: [
    ['@docusaurus/plugin-content-blog',
      { id: 'news', path: 'news', routeBasePath: '/' }],
  ],
};

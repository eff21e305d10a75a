import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'https://example.org',
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'fr', 'zh-cn'],
    routing: { prefixDefaultLocale: true },
  },
});

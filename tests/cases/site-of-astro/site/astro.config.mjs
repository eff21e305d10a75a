import { defineConfig } from 'astro/config';

export default defineConfig({
	site: 'https://example.org',
	base: '/base',
	i18n: { defaultLocale: 'de', locales: ['de'] },
});

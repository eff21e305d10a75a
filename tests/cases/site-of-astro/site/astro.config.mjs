import { defineConfig } from 'astro/config';

export default defineConfig({
	site: 'https://example.org',
	base: '/base',
	trailingSlash: 'always',
	i18n: { defaultLocale: 'de', locales: ['de'] },
});

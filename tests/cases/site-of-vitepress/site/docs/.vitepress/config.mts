import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Weather',
  description: 'What falls, and when',
  base: '/w/',
  lang: 'en-GB',
  srcExclude: ['drafts/**'],
  rewrites: {
    'posts/old.md': 'archive/first.md',
    'years/:year/index.md': ':year.md',
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    fr: { label: 'Français', lang: 'fr', title: 'Le temps' },
  },
  sitemap: { hostname: 'https://example.org' },
})

import { defineConfig } from 'vitepress'

export const shared = defineConfig({
  title: 'A garden',
  base: '/none/',
  cleanUrls: true,
  rewrites: { '^old/(.*)': 'new/:0' },
  sitemap: { hostname: 'https://example.org' },
})

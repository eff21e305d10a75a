export default defineNuxtConfig({
  modules: ['@nuxt/content'],
  site: { url: 'https://example.org', name: 'A garden' },
})

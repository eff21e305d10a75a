export default defineConfig({
  site: 'https://example.org',
  trailingSlash: 'never',
})

export default defineConfig({ title: 'T', markdown: { breaks: true } })

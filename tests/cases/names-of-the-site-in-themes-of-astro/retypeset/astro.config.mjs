import { themeConfig } from './src/config'

const url = themeConfig.site.url

export default defineConfig({
  site: url,
  trailingSlash: 'always',
})

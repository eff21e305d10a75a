import { defineUserConfig } from 'vuepress'
import { plumeTheme } from 'vuepress-theme-plume'

export default defineUserConfig({
  lang: 'en-GB',
  title: 'A garden',
  theme: plumeTheme({ hostname: 'https://example.org' }),
})

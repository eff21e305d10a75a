import { defineValaxyConfig } from 'valaxy'
import type { UserThemeConfig } from 'valaxy-theme-yun'

export default defineValaxyConfig<UserThemeConfig>({
  siteConfig: {
    title: 'An older gauge',
    url: 'https://old.example.org/',
  },
  theme: 'yun',
  themeConfig: {
    pages: [{ name: 'Links', url: '/links/' }],
    banner: { enable: true, title: 'Not this one' },
  },
})

import { defineConfig } from 'vitepress'
import { shared } from './shared'
import { fr } from './fr'

export default defineConfig({
  ...shared,
  base: '/g/',
  locales: {
    root: { label: 'English', lang: 'en-GB', description: 'What grows' },
    fr: { label: 'Français', ...fr },
  },
})

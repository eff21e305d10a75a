import { defineConfig } from 'vitepress'

export const fr = defineConfig({ lang: 'fr', title: 'Un jardin' })

import { defineCollection, defineContentConfig } from '@nuxt/content'

export default defineContentConfig({
  collections: {
    blog: defineCollection({
      type: 'page',
      source: { include: '1.blog/**/*.md', prefix: '/garden/' },
    }),
    notes: defineCollection({
      type: 'page',
      source: { include: 'notes/**', exclude: ['notes/x.md'], prefix: '' },
    }),
    beds: defineCollection({
      type: 'page',
      source: { include: '{bogs,meadows-of-the-north}/**', prefix: '/beds' },
    }),
    talks: defineCollection({ type: 'page', source: '2.talks/*.md' }),
  },
})

import { defineSiteConfig } from 'valaxy'

export default defineSiteConfig({
  url: 'https://example.org/',
  lang: 'de',
  timezone: 'Asia/Shanghai',
  title: 'The Rain Gauge',
  subtitle: 'daily',
  author: {
    name: 'Ada Example',
    avatar: 'https://example.org/ada.png',
  },
  description: 'What fell',
  social: [{ name: 'RSS', link: '/atom.xml' }],
  sponsor: { title: 'Thank you', methods: [{ name: 'x', url: '/a' }] },
})

export const theme: ThemeUserConfig = {
  title: 'Rain',
  author: 'Ada Quill',
  description: 'A garden',
  locale: { lang: 'en-US', attrs: 'en_US' },
  header: { menu: [{ title: 'Blog', link: '/blog' }] },
}

export const integ: IntegrationUserConfig = {
  links: { applyTip: [{ name: 'Name', val: theme.title }] },
}

export const terms: CardListData = { title: 'Terms content', list: [] }

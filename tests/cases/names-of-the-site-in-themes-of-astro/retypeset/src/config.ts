export const themeConfig: ThemeConfig = {
  site: {
    title: 'Rain',
    subtitle: 'Drops',
    description: 'A garden',
    i18nTitle: false,
    author: 'Ada Quill',
    url: 'https://example.org',
  },
  comment: { giscus: { category: '' } },
}

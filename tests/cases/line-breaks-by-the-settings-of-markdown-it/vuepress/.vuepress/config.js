module.exports = {
  title: 'T',
  markdown: {
    extendMarkdown: md => {
      md.set({ breaks: true })
    }
  }
}

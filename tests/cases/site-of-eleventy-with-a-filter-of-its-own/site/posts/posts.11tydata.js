module.exports = {
  layout: 'post.html',
  permalink: '/{{ page.date | toPath }}/{{ page.fileSlug }}/'
}

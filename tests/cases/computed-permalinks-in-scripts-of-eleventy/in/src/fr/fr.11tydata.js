module.exports = {
	layout: 'layouts/post.njk',
	tags: ['post', 'weather'],
	language: 'fr',
	eleventyComputed: {
		permalink: 'fr/{{ (slug or page.fileSlug) | slug }}/index.html',
	},
};

module.exports = {
	tags: ['snow'],
	eleventyComputed: {
		permalink: '/{{ title | own }}/',
		author: 'Ann Hill',
	},
};

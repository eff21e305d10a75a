module.exports = { tags: ['note'], eleventyComputed: { x: (data) => data.y } };

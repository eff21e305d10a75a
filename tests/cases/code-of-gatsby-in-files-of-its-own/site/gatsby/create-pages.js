module.exports = ({ node }) => createPage({ path: node.fields.slug });

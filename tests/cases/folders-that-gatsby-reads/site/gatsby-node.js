const { createFilePath } = require(`gatsby-source-filesystem`)

exports.onCreateNode = ({ node, getNode }) => {
  createNodeField({ node, value: createFilePath({ node, getNode }) })
}

const { createFilePath } = require(`gatsby-source-filesystem`)
const value = createFilePath({ node, getNode })

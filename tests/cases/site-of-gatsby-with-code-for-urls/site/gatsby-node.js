const slug = createFilePath({ node })
createNodeField({ node, name: 'slug', value: `/${year(node)}${slug}` })

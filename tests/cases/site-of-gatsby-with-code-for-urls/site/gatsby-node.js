const slug = createFilePath({ node })
createNodeField({ node, name: 'slug', value: `/blog${slug}` })

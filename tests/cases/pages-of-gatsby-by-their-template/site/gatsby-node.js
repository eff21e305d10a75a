const value = createFilePath({ node, getNode })

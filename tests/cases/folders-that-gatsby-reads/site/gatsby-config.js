const path = require(`path`)
require("dotenv").config({ path: `.env.${process.env.NODE_ENV}` })

module.exports = {
  siteMetadata: { title: `T`, siteUrl: `https://example.org` },
  plugins: [
    { resolve: `x`, options: { path: `${__dirname}/contents/blog/` } },
    { resolve: `x`, options: { path: './notes', name: 'notes' } },
    { resolve: `x`, options: { path: "essays" } },
    { resolve: `x`, options: { path: path.join(__dirname, 'data/walks') } },
    { resolve: `x`, options: { path: __dirname + '/src/texts' } },
    { resolve: `x`, options: { path: `${__dirname}/content/posts` } },
    { resolve: `x`, options: { path: `${__dirname}/content/about` } },
    { resolve: `x`, options: { path: path.join(__dirname, 'a', 'b') } },
    { resolve: `x`, options: { path: `/absolute` } },
    { resolve: `x`, options: { path: `${__dirname}/${dir}/posts` } },
  ],
}

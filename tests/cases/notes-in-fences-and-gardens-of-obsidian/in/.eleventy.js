const fs = require("fs");
const notes = "./src/site/notes/";
module.exports = function (eleventyConfig) {
  return { dir: { input: "src/site", output: "dist" }, markdownTemplateEngine: false };
};

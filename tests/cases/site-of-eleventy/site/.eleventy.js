const plugin = require("./plugin");
module.exports = function (eleventyConfig) {
  eleventyConfig.addPlugin(plugin);
  return { pathPrefix: "/base/", dir: { input: "src", includes: "_includes", data: "_data", output: "public" } };
};

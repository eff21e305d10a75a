const markdownIt = require('markdown-it');
module.exports = function (config) {
  const library = markdownIt({ html: true, breaks: true, linkify: true });
  config.setLibrary('md', library);
};

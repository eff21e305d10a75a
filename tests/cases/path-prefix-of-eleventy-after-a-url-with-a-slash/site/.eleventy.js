module.exports = {
  pathPrefix: "/base/"
};

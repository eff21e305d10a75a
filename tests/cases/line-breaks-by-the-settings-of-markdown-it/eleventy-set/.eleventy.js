module.exports = function (config) {
  config.amendLibrary('md', (library) => library.set({ breaks: true }));
};

module.exports = function (config) {};

'use strict';
const page = path.resolve('./src/post.js');
exports.createPages = require('./gatsby/create-pages');
exports.onCreateNode = require('./gatsby/on-create-node.js');

exports.core = require('@authmeter/core');

module.exports = {
  common: require('@nestjs/common'),
  core: require('@nestjs/core'),
  passport: require('@nestjs/passport'),
  platformExpress: require('@nestjs/platform-express'),
  platformFastify: require('@nestjs/platform-fastify'),
};

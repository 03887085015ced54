// A CommonJS application: everything is required; what is an ES module only, Node loads all the same.
require('reflect-metadata');
const expressJwt = require('express-jwt');
const { play } = require('./play.cjs');

void play({
  argon2: require('argon2'),
  bcrypt: require('bcrypt'),
  bcryptjs: require('bcryptjs'),
  express: require('express'),
  expressjwt: expressJwt.expressjwt ?? expressJwt,
  jose: require('jose'),
  jsonwebtoken: require('jsonwebtoken'),
  Koa: require('koa').default ?? require('koa'),
  koaJwt: require('koa-jwt'),
  koaRatelimit: require('koa-ratelimit'),
  nest: {
    ...require('@nestjs/common'),
    ...require('@nestjs/core'),
    ...require('@nestjs/jwt'),
    ...require('@nestjs/passport'),
    ...require('@nestjs/platform-express'),
  },
  openidClient: require('openid-client'),
  passport: require('passport'),
  passportJwt: require('passport-jwt'),
  passportLocal: require('passport-local'),
  rateLimit: require('express-rate-limit'),
  rateLimiterFlexible: require('rate-limiter-flexible'),
});

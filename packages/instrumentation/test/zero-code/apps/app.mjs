// An ES module application: everything is imported, by name or whole.
import 'reflect-metadata';
import * as nestCommon from '@nestjs/common';
import * as nestCore from '@nestjs/core';
import * as nestJwt from '@nestjs/jwt';
import * as nestPassport from '@nestjs/passport';
import * as nestExpress from '@nestjs/platform-express';
import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import bcryptjs from 'bcryptjs';
import express from 'express';
import * as expressJwt from 'express-jwt';
import rateLimit from 'express-rate-limit';
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import Koa from 'koa';
import koaJwt from 'koa-jwt';
import koaRatelimit from 'koa-ratelimit';
import * as openidClient from 'openid-client';
import passport from 'passport';
import passportJwt from 'passport-jwt';
import passportLocal from 'passport-local';
import rateLimiterFlexible from 'rate-limiter-flexible';
import { play } from './play.cjs';

await play({
  argon2,
  bcrypt,
  bcryptjs,
  express,
  expressjwt: expressJwt.expressjwt ?? expressJwt.default,
  jose: { createRemoteJWKSet, jwtVerify, SignJWT },
  jsonwebtoken,
  Koa,
  koaJwt,
  koaRatelimit,
  nest: { ...nestCommon, ...nestCore, ...nestJwt, ...nestPassport, ...nestExpress },
  openidClient,
  passport,
  passportJwt,
  passportLocal,
  rateLimit,
  rateLimiterFlexible,
});

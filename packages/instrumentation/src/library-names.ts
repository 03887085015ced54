/** The libraries that are patched; each can be switched off by its name. */
export const LIBRARIES = [
  'jsonwebtoken',
  'jose',
  'passport',
  'express-jwt',
  'koa-jwt',
  '@nestjs/passport',
  '@nestjs/jwt',
  'express-rate-limit',
  'rate-limiter-flexible',
  'koa-ratelimit',
  'bcrypt',
  'bcryptjs',
  'argon2',
  'openid-client',
] as const;
export type LibraryName = (typeof LIBRARIES)[number];

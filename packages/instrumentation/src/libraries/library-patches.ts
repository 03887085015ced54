import type { LibraryPatch } from '../patching/library-patch';
import { ARGON2_PATCH } from './argon2';
import { BCRYPT_PATCH } from './bcrypt';
import { BCRYPTJS_PATCH } from './bcryptjs';
import { EXPRESS_JWT, EXPRESS_JWT_6 } from './express-jwt';
import { EXPRESS_RATE_LIMIT } from './express-rate-limit';
import { JOSE } from './jose';
import { JSONWEBTOKEN } from './jsonwebtoken';
import { KOA_JWT } from './koa-jwt';
import { KOA_RATELIMIT } from './koa-ratelimit';
import { NESTJS_JWT } from './nestjs-jwt';
import { NESTJS_PASSPORT } from './nestjs-passport';
import { OPENID_CLIENT, OPENID_CLIENT_5 } from './openid-client';
import { PASSPORT } from './passport';
import { RATE_LIMITER_FLEXIBLE } from './rate-limiter-flexible';

/** Every patch there is; a library whose shape changed between versions has several. */
export const LIBRARY_PATCHES: readonly LibraryPatch[] = [
  JSONWEBTOKEN,
  JOSE,
  PASSPORT,
  EXPRESS_JWT,
  EXPRESS_JWT_6,
  KOA_JWT,
  NESTJS_PASSPORT,
  NESTJS_JWT,
  EXPRESS_RATE_LIMIT,
  RATE_LIMITER_FLEXIBLE,
  KOA_RATELIMIT,
  BCRYPT_PATCH,
  BCRYPTJS_PATCH,
  ARGON2_PATCH,
  OPENID_CLIENT,
  OPENID_CLIENT_5,
];

import type { AppOptions, Dependencies } from './install-app';

/** What is not patched and every application needs. */
const FRAMEWORKS = { express: 'express', koa: 'koa' };

const NEST = ['common', 'core', 'jwt', 'passport', 'platform-express'].map(
  (part) => `@nestjs/${part}`,
);

/** The newest version of everything. */
export const NEWEST: Dependencies = {
  ...FRAMEWORKS,
  ...Object.fromEntries([...NEST, 'reflect-metadata'].map((name) => [name, name])),
  argon2: 'argon2',
  bcrypt: 'bcrypt',
  bcryptjs: 'bcryptjs',
  'express-jwt': 'express-jwt',
  'express-rate-limit': 'express-rate-limit',
  jose: 'jose',
  jsonwebtoken: 'jsonwebtoken',
  'koa-jwt': 'koa-jwt',
  'koa-ratelimit': 'koa-ratelimit',
  'openid-client': 'openid-client',
  passport: 'passport',
  'passport-jwt': 'passport-jwt',
  'passport-local': 'passport-local',
  'rate-limiter-flexible': 'rate-limiter-flexible',
};

/** The lowest version of everything that is supported. */
export const LOWEST: Dependencies = {
  ...NEWEST,
  ...Object.fromEntries([...NEST, 'reflect-metadata'].map((name) => [name, `lowest-nest:${name}`])),
  argon2: 'lowest-argon2',
  bcryptjs: 'lowest-bcryptjs',
  'express-jwt': 'lowest-express-jwt',
  'express-rate-limit': 'lowest-express-rate-limit',
  jose: 'lowest-jose',
  jsonwebtoken: 'lowest-jsonwebtoken',
  'koa-jwt': 'lowest-koa-jwt',
  'koa-ratelimit': 'lowest-koa-ratelimit',
  'openid-client': 'lowest-openid-client',
  passport: 'lowest-passport',
  'passport-jwt': 'lowest-passport-jwt',
  'rate-limiter-flexible': 'lowest-rate-limiter-flexible',
};

/** Versions in between, at which the shape of a library changed. */
export const BETWEEN: Dependencies = {
  ...NEWEST,
  'express-jwt': 'express-jwt-7',
  jose: 'jose-5',
  'openid-client': 'openid-client-5',
};

/** The first versions of the newest shapes. */
export const NEW_SHAPES: Dependencies = { ...NEWEST, 'openid-client': 'openid-client-6' };

/** Applications, and the ways in which each is started. */
export interface VersionSet extends AppOptions {
  readonly name: string;
  /** How Node is told to register, and the application. */
  readonly ways: readonly (readonly [flag: string, file: string])[];
}

const EACH_SYSTEM: VersionSet['ways'] = [
  ['--import', 'app.mjs'],
  ['--require', 'app.cjs'],
];

/** Everything that is run as a whole; the README names the same versions. */
export const VERSION_SETS: readonly VersionSet[] = [
  {
    name: 'newest versions',
    dependencies: NEWEST,
    ways: [...EACH_SYSTEM, ['--import', 'app.cjs'], ['--require', 'app.mjs']],
  },
  { name: 'lowest versions', dependencies: LOWEST, ways: EACH_SYSTEM },
  { name: 'versions in between', dependencies: BETWEEN, ways: EACH_SYSTEM },
  {
    name: 'lowest versions of OpenTelemetry',
    dependencies: NEW_SHAPES,
    opentelemetryOf: 'lowest-opentelemetry',
    ways: EACH_SYSTEM,
  },
];

import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages'],
  testMatch: ['**/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  moduleNameMapper: {
    '^@authmeter/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@authmeter/core/conventions$': '<rootDir>/packages/core/src/conventions/index.ts',
  },
  // Real processes on a busy machine: this ends what hangs, and judges nothing.
  testTimeout: 30_000,
  collectCoverageFrom: [
    'packages/{audit,core,express,koa,live,monitoring,nestjs,better-auth}/src/**/*.ts',
    // Most of it runs in a browser only.
    '!packages/live/src/page/**',
  ],
  coverageDirectory: '.cache/coverage',
  coverageReporters: ['text-summary', 'json-summary', 'lcovonly'],
  coverageThreshold: { global: { statements: 94, branches: 88, functions: 94, lines: 94 } },
  cacheDirectory: '<rootDir>/.cache/jest',
};

export default config;

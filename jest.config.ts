import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages'],
  testMatch: ['**/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/packages/[^/]+/npm/'],
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
  coverageThreshold: { global: { statements: 98, branches: 93, functions: 98, lines: 98 } },
  cacheDirectory: '<rootDir>/.cache/jest',
  // Every test file leaves its modules behind in the process that ran it, and hundreds of files filled its heap: a worker
  // that has grown is replaced between two files. That takes workers; one alone would be this process itself.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};

export default config;

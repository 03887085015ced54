const SDK_AND_EXPORTERS = {
  regex: '^@opentelemetry/(sdk-|exporter-|resources$)',
  message: 'The host chooses its SDK and exporters.',
};
const EXPORTERS = { ...SDK_AND_EXPORTERS, regex: '^@opentelemetry/exporter-' };

const METRICS_API = {
  name: '@opentelemetry/api',
  importNames: ['metrics'],
  message: 'Instruments are made in core/src/instruments and core/src/recorder only.',
};

/** @param {string} regex */
const typesOf = (regex) => ({
  regex,
  allowTypeImports: true,
  message: 'The host brings its framework: import types only.',
});

const FRAMEWORKS = typesOf(
  '^(express|koa|fastify|passport|better-auth|@better-auth/.+|@nestjs/.+)(/|$)',
);
/** Decorators and mixins of Nest exist at run time only. */
const FRAMEWORKS_BUT_NEST = typesOf('^(express|koa|fastify|passport|better-auth)(/|$)');

/**
 * What published sources may not import; where two rows fit a file, the later one counts alone.
 * @type {{ files: string[], paths?: object[], patterns: object[] }[]}
 */
const RESTRICTIONS = [
  {
    files: ['packages/*/src/**/*.{ts,tsx}'],
    paths: [METRICS_API],
    patterns: [SDK_AND_EXPORTERS, FRAMEWORKS],
  },
  {
    files: ['packages/core/src/{instruments,recorder}/**/*.ts'],
    patterns: [SDK_AND_EXPORTERS, FRAMEWORKS],
  },
  {
    files: ['packages/nestjs/src/**/*.ts'],
    paths: [METRICS_API],
    patterns: [SDK_AND_EXPORTERS, FRAMEWORKS_BUT_NEST],
  },
  // Instrumentation looks whether the host has a provider.
  { files: ['packages/instrumentation/src/**/*.ts'], patterns: [SDK_AND_EXPORTERS, FRAMEWORKS] },
  // Live is a reader itself: the SDK is its peer.
  { files: ['packages/live/src/**/*.{ts,tsx}'], patterns: [EXPORTERS, FRAMEWORKS] },
  { files: ['packages/live/src/nestjs/**/*.ts'], patterns: [EXPORTERS, FRAMEWORKS_BUT_NEST] },
];

/** Files of the private packages. */
export const UNPUBLISHED = [
  'packages/{testkit,adapter-contract,bench,demo,fuzz,tooling,recipes}/**',
];

/**
 * The import rules between packages and towards the outside, as parts of an ESLint configuration.
 * @returns {import('eslint').Linter.Config[]}
 */
export function restrictImports() {
  return RESTRICTIONS.map(({ files, paths = [], patterns }) => ({
    files,
    ignores: UNPUBLISHED,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }] },
  }));
}

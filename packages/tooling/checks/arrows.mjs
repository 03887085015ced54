/**
 * Which packages of ours the sources of a package may import; an entry allows its subpaths too. `outside` lists
 * the other packages that it may import; where it is absent, whatever its manifest declares as a dependency or
 * a peer. `'anything'` switches the check off.
 * @type {Record<string, 'anything' | { ours: readonly string[], outside?: readonly string[] }>}
 */
export const PACKAGE_ARROWS = {
  core: { ours: [], outside: ['@opentelemetry/api', 'ipaddr.js'] },
  express: { ours: ['@authmeter/core'] },
  koa: { ours: ['@authmeter/core'] },
  nestjs: { ours: ['@authmeter/core'] },
  'better-auth': { ours: ['@authmeter/core'] },
  instrumentation: { ours: ['@authmeter/core'] },
  audit: { ours: ['@authmeter/core'] },
  detectors: { ours: ['@authmeter/core'], outside: ['mmdb-lib'] },
  monitoring: { ours: ['@authmeter/core/conventions'] },
  live: {
    ours: ['@authmeter/core'],
    // uPlot is bundled into the page.
    outside: [
      '@nestjs/common',
      '@nestjs/core',
      '@opentelemetry/api',
      '@opentelemetry/sdk-metrics',
      'protobufjs',
      'uplot',
    ],
  },
  testkit: { ours: [] },
  'adapter-contract': {
    ours: ['@authmeter/core', '@authmeter/instrumentation', '@authmeter/testkit'],
  },
  bench: 'anything',
  demo: 'anything',
  faults: 'anything',
  fuzz: 'anything',
  traffic: 'anything',
  recipes: 'anything',
  tooling: 'anything',
};

/** Folders and files of core/src, lowest first. Those of one row are siblings and never import each other. */
export const CORE_LAYERS = [
  ['conventions'],
  ['model', 'version', 'shared', 'late-modules'],
  ['classify', 'privacy', 'ledger', 'instruments'],
  ['options'],
  ['recorder'],
  ['exchange'],
  ['auth-meter'],
  ['default-meter'],
  ['http'],
  ['passport'],
  ['index'],
];

/** Parts of core/src that import nothing from outside, the platform included. */
export const CORE_LEAVES = ['conventions'];

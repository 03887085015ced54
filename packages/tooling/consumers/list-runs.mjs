import { existsSync } from 'node:fs';

/** What TypeScript consumers are compiled with. */
export const TYPESCRIPT_TOOLS = {
  typescript: '5.9.3',
  esbuild: '0.28.2',
  '@types/express': '5.0.6',
  '@types/node': '24.13.3',
};

/** @type {Record<string, Record<string, unknown>>} compiler options by way of resolving modules */
const RESOLUTIONS = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  node16: { module: 'node16', moduleResolution: 'node16' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

/**
 * One program to run in an installed project.
 * @typedef {object} ConsumerRun
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands arguments of node, one after the other
 * @property {Record<string, string>} files text by path in the project, written first
 */

/**
 * @param {string} resolution
 * @param {'module' | 'commonjs'} type
 * @returns {ConsumerRun}
 */
function typescriptRun(resolution, type) {
  const folder = `${resolution}-${type}`;
  const compilerOptions = {
    ...RESOLUTIONS[resolution],
    target: 'es2022',
    strict: true,
    skipLibCheck: false,
    types: ['node'],
    esModuleInterop: true,
    outDir: 'out',
  };
  const run =
    resolution === 'bundler'
      ? [
          [
            'node_modules/esbuild/bin/esbuild',
            `${folder}/out/use.js`,
            '--bundle',
            '--platform=node',
            '--format=cjs',
            '--log-level=error',
            `--outfile=${folder}/bundle.cjs`,
          ],
          [`${folder}/bundle.cjs`],
        ]
      : [[`${folder}/out/use.js`]];
  return {
    name: `TypeScript, ${resolution}, ${type}`,
    files: {
      [`${folder}/package.json`]: JSON.stringify({ type }),
      [`${folder}/tsconfig.json`]: JSON.stringify({ compilerOptions, files: ['use.ts'] }),
    },
    commands: [['node_modules/typescript/bin/tsc', '--project', folder], ...run],
  };
}

/**
 * @param {boolean} withTypeScript
 * @returns {ConsumerRun[]}
 */
export function listRuns(withTypeScript) {
  return [
    { name: 'ESM', files: {}, commands: [['use.mjs']] },
    { name: 'CommonJS', files: {}, commands: [['use.cjs']] },
    { name: 'histories', files: {}, commands: [['histories.mjs']] },
    ...(withTypeScript
      ? [
          typescriptRun('nodenext', 'module'),
          typescriptRun('nodenext', 'commonjs'),
          typescriptRun('node16', 'module'),
          typescriptRun('node16', 'commonjs'),
          typescriptRun('bundler', 'module'),
        ]
      : []),
  ];
}

/**
 * The Node of a version, as npm packages it; undefined where this platform has none.
 * @param {string} folder absolute path of a folder where it is installed
 */
export function locateNode(folder) {
  const file = `${folder}/node_modules/node-${process.platform}-${process.arch}/bin/node`;
  return existsSync(file) ? file : undefined;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { STAGE } from '../packing/stage.mjs';

const LICENCE = 'Apache-2.0';
/** Scripts that run where the package is installed, from the registry or from git. */
const INSTALL_SCRIPTS = [
  'preinstall',
  'install',
  'postinstall',
  'preprepare',
  'prepare',
  'postprepare',
];
/** npm refuses a signed package that names another place than the one that built it. */
const REPOSITORY = 'git+https://github.com/authmeter/authmeter.git';
/** The host chooses its SDK and exporters. */
const NEVER_A_DEPENDENCY = /^@opentelemetry\/(api$|sdk-|exporter-|resources$)/;
/** What an adapter stands beside: the host brings it. */
const FRAMEWORK = /^(express|koa|fastify|better-auth|passport|@nestjs\/.+)$/;

/**
 * Whether every alternative of a semver range excludes some later version.
 * @param {string} range
 */
export function hasUpperBound(range) {
  return range
    .split('||')
    .map((alternative) => alternative.trim())
    .every((alternative) => /</.test(alternative) || /^(=\s*|[\^~]\s*)?v?\d/.test(alternative));
}

/**
 * What is wrong with the `exports` of a published package.
 * @param {Record<string, any>} manifest
 * @returns {string[]}
 */
function judgeExports({ exports }) {
  if (exports?.['.'] === undefined) return ['exports has no "."'];
  return Object.entries(exports)
    .filter(([, target]) => typeof target !== 'string')
    .flatMap(([subpath, target]) =>
      ['import', 'require']
        .filter((condition) => Object.keys(target[condition] ?? {}).join() !== 'types,default')
        .map((condition) => `exports["${subpath}"].${condition} needs types, then default`),
    );
}

/**
 * What is wrong with the package.json of a published package, one clause each.
 * @param {Record<string, any>} manifest
 * @returns {string[]}
 */
export function judgeManifest(manifest) {
  const { name, license, engines, type, files, scripts = {}, dependencies = {} } = manifest;
  const { repository = {}, publishConfig = {} } = manifest;
  const folder = `packages/${String(name).replace('@authmeter/', '')}`;
  const peers = Object.entries(manifest.peerDependencies ?? {});
  return [
    ...(license === LICENCE ? [] : [`license is not ${LICENCE}`]),
    ...(repository.url === REPOSITORY && repository.directory === folder
      ? []
      : [`repository is not ${REPOSITORY} with the directory ${folder}`]),
    ...(publishConfig.directory === STAGE && publishConfig.linkDirectory === false
      ? []
      : [`publishConfig does not publish the directory ${STAGE}, without linking it here`]),
    ...(engines?.node === undefined ? ['engines.node is missing'] : []),
    ...(type === undefined || type === 'commonjs' ? [] : [`type is ${type}; dist is CommonJS`]),
    ...(Array.isArray(files) && files.length > 0 ? [] : ['files is missing']),
    ...INSTALL_SCRIPTS.filter((name) => name in scripts).map((name) => `has the script ${name}`),
    ...Object.keys(dependencies)
      .filter((name) => NEVER_A_DEPENDENCY.test(name) || FRAMEWORK.test(name))
      .map((name) => `dependencies holds ${name}, which the host brings`),
    ...peers
      .filter(([, range]) => !hasUpperBound(range))
      .map(([name, range]) => `peerDependencies["${name}"] ${range} has no upper bound`),
    ...judgeExports(manifest),
  ];
}

/**
 * Published packages whose manifest, README or licence file is not fit to publish.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function checkManifests({ packages }) {
  return packages
    .filter(({ isPublic }) => isPublic)
    .flatMap(({ path, directory, manifest }) => [
      ...judgeManifest(manifest).map((what) => ({ where: `${path}/package.json`, what })),
      ...['README.md', 'LICENSE']
        .filter((file) => !existsSync(join(directory, file)))
        .map((file) => ({ where: `${path}/${file}`, what: 'is missing' })),
    ]);
}

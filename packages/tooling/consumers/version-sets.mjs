/** @typedef {import('../workspace/read-workspace.mjs').WorkspacePackage} WorkspacePackage */

/**
 * What consumers install beside our packages, and the Node that they run on.
 * @typedef {object} VersionSet
 * @property {string} name
 * @property {string | undefined} node exact version; undefined is the one that runs this script
 * @property {readonly WorkspacePackage[]} packages
 * @property {Record<string, string>} dependencies ours and their peers, by name
 */

/** What every set has for its programs: the histories are random ones. */
const TOOLS = { 'fast-check': '4.10.2' };

/** The first version of a range such as `>=1.9.0 <2` or `^22.15.0 || >=24`. @param {string} range */
export function lowestOf(range) {
  const [version] = /\d+(\.\d+){0,2}/.exec(range) ?? [];
  if (version === undefined) throw new Error(`${range} names no version`);
  return [...version.split('.'), '0', '0'].slice(0, 3).join('.');
}

/**
 * @param {readonly WorkspacePackage[]} packages
 * @param {(name: string, range: string, workspacePackage: WorkspacePackage) => string} choose
 * @param {Record<string, string>} extras
 */
function dependenciesOf(packages, choose, extras) {
  const ours = packages.map(({ manifest }) => [manifest.name, manifest.version]);
  const peers = packages.flatMap((workspacePackage) => {
    const { peerDependencies = {}, peerDependenciesMeta = {} } = workspacePackage.manifest;
    return Object.entries(peerDependencies)
      .filter(([name]) => peerDependenciesMeta[name]?.optional !== true)
      .filter(([name]) => !name.startsWith('@authmeter/'))
      .map(([name, range]) => [name, choose(name, range, workspacePackage)]);
  });
  return Object.fromEntries([
    ...Object.entries(TOOLS),
    ...peers,
    ...Object.entries(extras),
    ...ours,
  ]);
}

/**
 * The newest versions that the tests run against, on this Node; the first SDK of the line 3, on the first Node that it
 * supports; and for each lowest Node that our packages promise, the lowest version of every peer that they promise.
 * @param {readonly WorkspacePackage[]} packages published ones
 * @returns {VersionSet[]}
 */
export function listVersionSets(packages) {
  const currentWith = (/** @type {Record<string, string>} */ extras) =>
    dependenciesOf(
      packages,
      (name, range, { manifest }) => manifest.devDependencies?.[name] ?? range,
      { express: '5.3.0', ...extras },
    );
  const current = currentWith({
    '@opentelemetry/sdk-metrics': '3.1.1',
    '@opentelemetry/exporter-prometheus': '0.301.0',
  });
  const firstOfSdk3 = currentWith({
    '@opentelemetry/sdk-metrics': '3.0.0',
    '@opentelemetry/exporter-prometheus': '0.300.0',
  });
  const nodes = [...new Set(packages.map(({ manifest }) => lowestOf(manifest.engines.node)))];
  return [
    { name: 'newest', node: undefined, packages, dependencies: current },
    { name: 'first-of-sdk-3', node: '22.15.0', packages, dependencies: firstOfSdk3 },
    ...nodes.map((node) => {
      const some = packages.filter(({ manifest }) => lowestOf(manifest.engines.node) === node);
      const lowest = dependenciesOf(some, (_name, range) => lowestOf(range), {
        '@opentelemetry/sdk-metrics': '2.0.0',
        '@opentelemetry/exporter-prometheus': '0.200.0',
        express: '4.17.0',
      });
      return { name: `lowest-${node}`, node, packages: some, dependencies: lowest };
    }),
  ];
}

import { relative, sep } from 'node:path';

const FILTER_RELATIVE = /^\.|^\//;
const NAMESPACE = 'shared-by-entries';

/**
 * Takes modules that several entries need, and whatever is imported from another entry, out of the shared file. Its
 * exports become variables: reading one costs no look-up where it is used.
 * @param {object} bundle
 * @param {string} bundle.own absolute path of the source of the entry that is bundled
 * @param {readonly string[]} bundle.sources of all entries
 * @param {ReadonlyMap<string, readonly string[]>} bundle.shared names of exports by absolute path of the module
 * @param {string} bundle.from absolute path of the folder where the bundle is written
 * @param {string} bundle.file absolute path of the shared file
 * @returns {import('esbuild').Plugin}
 */
export function requireShared({ own, sources, shared, from, file }) {
  const isOurs = Symbol('asked by this plugin');
  const path = relative(from, file).split(sep).join('/');
  const specifier = path.startsWith('.') ? path : `./${path}`;
  const names = [...shared.values()].flat().join(', ');
  return {
    name: NAMESPACE,
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: FILTER_RELATIVE }, async ({ path, pluginData, ...place }) => {
        if (pluginData === isOurs) return undefined;
        if (place.namespace === NAMESPACE) return { path, external: true };
        const { resolveDir, kind, importer } = place;
        const found = await resolve(path, { resolveDir, kind, importer, pluginData: isOurs });
        const isElsewhere = sources.includes(found.path) && found.path !== own;
        return shared.has(found.path) || isElsewhere
          ? { path: NAMESPACE, namespace: NAMESPACE, sideEffects: false }
          : undefined;
      });
      onLoad({ filter: /./, namespace: NAMESPACE }, () => ({
        contents: `const { ${names} } = require('${specifier}');\nexport { ${names} };\n`,
        loader: 'js',
      }));
    },
  };
}

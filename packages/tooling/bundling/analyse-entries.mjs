import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What the entries of a package export, and the modules that more than one of them needs.
 * @param {readonly string[]} sources absolute paths of the entries
 * @param {string} target
 * @returns {Promise<{ names: Map<string, string[]>, shared: Map<string, string[]> }>} names of exports by absolute path
 */
export async function analyseEntries(sources, target) {
  /** @type {Map<string, number>} */
  const users = new Map();
  for (const source of sources) {
    const [output] = await readOutputs([source], { bundle: true, target });
    for (const [module, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
      const path = resolve(module);
      // Entries are what others may require; what one takes from another is in modules behind it.
      if (bytesInOutput > 0 && !sources.includes(path)) users.set(path, (users.get(path) ?? 0) + 1);
    }
  }
  const shared = [...users].filter(([, count]) => count > 1).map(([path]) => path);
  return { names: await readNames(sources), shared: await readNames(shared) };
}

/** @param {readonly string[]} modules absolute paths */
async function readNames(modules) {
  const outputs = await readOutputs(modules, { bundle: false });
  return new Map(outputs.map(({ entryPoint = '', exports }) => [resolve(entryPoint), exports]));
}

/**
 * @param {readonly string[]} entryPoints
 * @param {import('esbuild').BuildOptions} options
 */
async function readOutputs(entryPoints, options) {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    outdir: 'nowhere',
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
    ...options,
  });
  return Object.values(metafile?.outputs ?? {});
}

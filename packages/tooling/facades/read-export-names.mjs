import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The names that a CommonJS file exports at run time, sorted. Loads the file.
 * @param {string} commonJs absolute path
 * @returns {string[]}
 */
export function readExportNames(commonJs) {
  const names = Object.keys(require(commonJs)).sort();
  if (names.includes('default')) {
    throw new Error(`${commonJs} has a default export; a facade passes on names only`);
  }
  return names.filter((name) => name !== '__esModule');
}

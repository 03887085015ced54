import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @typedef {typeof import('../../core/dist/conventions/index.js')} Conventions */

const BUILT = 'packages/core/dist/conventions/index.js';

/**
 * The built conventions of core. Throws where core is not built.
 * @param {string} root absolute path of the workspace
 * @returns {Conventions}
 */
export function loadConventions(root) {
  const file = join(root, BUILT);
  if (!existsSync(file)) throw new Error(`${BUILT} is missing: run tsc -b first`);
  return createRequire(import.meta.url)(file);
}

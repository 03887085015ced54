import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The `src/version.ts` of each package that has one, as its package.json wants it.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {{ path: string, text: string }[]}
 */
export function renderVersions({ packages }) {
  return packages
    .filter(({ directory }) => existsSync(join(directory, 'src/version.ts')))
    .map(({ path, manifest }) => ({
      path: `${path}/src/version.ts`,
      text: [
        '/** The version of this package. Generated from package.json by the script docs. */',
        `export const VERSION = '${manifest.version}';`,
        '',
      ].join('\n'),
    }));
}

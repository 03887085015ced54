import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImports } from '../source/read-imports.mjs';
import { listSources } from '../workspace/list-files.mjs';
import { judgeImport } from './judge-import.mjs';

/**
 * Imports that break the arrows between packages, or between the layers of core.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function checkLayers({ root, packages }) {
  return packages.flatMap((workspacePackage) =>
    listSources(workspacePackage, root).flatMap((path) => {
      const file = path.slice(`${workspacePackage.path}/src/`.length);
      /** @type {Map<string, import('../run-checks.mjs').Problem>} */
      const problems = new Map();
      for (const { specifier, line } of readImports(readFileSync(join(root, path), 'utf8'))) {
        const what = judgeImport(workspacePackage, file, specifier);
        // A missing row would be told once for every import of the file.
        if (what !== undefined && !problems.has(what)) {
          problems.set(what, { where: `${path}:${line}`, what });
        }
      }
      return [...problems.values()];
    }),
  );
}

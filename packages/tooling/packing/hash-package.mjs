import { createHash } from 'node:crypto';
import { globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of everything in a package's folder that it may publish, and of what judges it.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @param {string} root absolute path of the workspace
 * @param {string} judges absolute path of the folder whose scripts judge it
 * @returns {string} 64 hex digits
 */
export function hashPackage({ directory, manifest }, root, judges) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const file of readdirSync(judges).sort()) hash.update(readFileSync(join(judges, file)));
  const published = (manifest['files'] ?? ['**']).filter(
    (/** @type {string} */ pattern) => !pattern.startsWith('!'),
  );
  const files = globSync(
    [
      'package.json',
      'README*',
      'LICENSE*',
      ...published.flatMap((/** @type {string} */ pattern) => [pattern, `${pattern}/**`]),
    ],
    { cwd: directory, exclude: ['node_modules/**', '**/*.map'] },
  );
  for (const file of [...new Set(files)].sort()) {
    const path = join(directory, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

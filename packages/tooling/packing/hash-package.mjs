import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of a package's manifest, of everything in one of its folders, and of what judges that.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @param {string} folder the one that is judged, from the package
 * @param {string} root absolute path of the workspace
 * @param {string} judges absolute path of the folder whose scripts judge it
 * @returns {string} 64 hex digits
 */
export function hashPackage({ path, directory }, folder, root, judges) {
  const judged = join(directory, folder);
  if (!existsSync(judged)) {
    throw new Error(`${path}/${folder} is missing: run the script build first`);
  }
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const file of readdirSync(judges).sort()) hash.update(readFileSync(join(judges, file)));
  const files = readdirSync(judged, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of [join(directory, 'package.json'), ...files.sort()]) {
    hash
      .update(`${file.slice(directory.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { listImportEntries } from '../facades/list-import-entries.mjs';
import { listDeclaredValues } from './list-declared-values.mjs';
import { STAGE } from './stage.mjs';

const run = promisify(execFile);

/** In a process of its own, as an entry may be loaded for what it does, which may not end by itself. */
const LOAD = `const names = process.argv.slice(1).map((file) => Object.keys(require(file)));
process.stdout.write(JSON.stringify(names), () => process.exit());`;

/**
 * Values that a package as npm gets it declares and does not have, or has and does not declare. Loads its entries.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage staged
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function compareValues(workspacePackage) {
  const { path, directory } = workspacePackage;
  const entries = listImportEntries({ ...workspacePackage, directory: join(directory, STAGE) });
  const declared = listDeclaredValues(
    entries.flatMap(({ types, facadeTypes }) => [types, facadeTypes]),
  );
  const { stdout } = await run(process.execPath, [
    '-e',
    LOAD,
    ...entries.map(({ commonJs }) => commonJs),
  ]);
  /** @type {string[][]} */
  const loaded = JSON.parse(stdout);
  const where = `${path}/package.json`;
  return entries.flatMap(({ subpath, types, facadeTypes }, index) =>
    [types, facadeTypes].flatMap((file) => {
      const promised = declared.get(file) ?? new Set();
      const there = new Set(loaded[index]);
      const entry = `entry "${subpath}", ${basename(file)}`;
      return [
        ...[...promised]
          .filter((name) => !there.has(name))
          .map((name) => ({
            where,
            what: `${entry}: ${name} is declared as a value and is not there at run time`,
          })),
        ...[...there]
          .filter((name) => !promised.has(name))
          .map((name) => ({
            where,
            what: `${entry}: ${name} is there at run time and not declared as a value`,
          })),
      ];
    }),
  );
}

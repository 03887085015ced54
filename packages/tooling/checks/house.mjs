import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 'docs/contributing.md';
const ROW = /^\| `(packages\/[\w-]+)` +\|.*\| (yes|no) +\|$/gm;

/**
 * Packages that the table of contributing.md leaves out or tells wrongly, and rows without a package.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function checkHouse({ root, packages }) {
  const text = readFileSync(join(root, PAGE), 'utf8');
  const rows = new Map(
    [...text.matchAll(ROW)].map(([, path = '', published]) => [path, published]),
  );
  const gone = [...rows.keys()].filter((path) => !packages.some((one) => one.path === path));
  return [
    ...packages.flatMap(({ path, isPublic }) => {
      const published = rows.get(path);
      if (published === undefined) return [{ where: PAGE, what: `has no row for ${path}` }];
      const expected = isPublic ? 'yes' : 'no';
      return published === expected
        ? []
        : [
            {
              where: PAGE,
              what: `says published: ${published} of ${path}; its manifest: ${expected}`,
            },
          ];
    }),
    ...gone.map((path) => ({ where: PAGE, what: `has a row for ${path}, which is no package` })),
  ];
}

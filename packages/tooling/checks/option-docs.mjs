import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillOptionTables } from '../docs/fill-option-tables.mjs';
import { listPages } from '../docs/list-pages.mjs';
import { loadOptions } from '../options/load-options.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */
/** @typedef {import('../options/read-options.mjs').OptionTable} OptionTable */

/**
 * Options whose docstring leaves out what a reader needs: the meaning; the default, where it need not be given; the unit,
 * where it is a number.
 * @param {readonly OptionTable[]} tables
 * @returns {Problem[]}
 */
export function findUndocumented(tables) {
  return tables.flatMap(({ folder, type, options }) =>
    options.flatMap(({ name, unit, isRequired, default: byDefault, meaning }) => {
      const missing = [
        ...(meaning === '' ? ['its meaning'] : []),
        ...(isRequired || byDefault !== undefined ? [] : ['its default (“Default …”)']),
        ...(unit === '?' ? ['its unit (“Most …”, “Number of …”, “Factor …”, or its name)'] : []),
      ];
      const where = `packages/${folder} ${type}.${name}`;
      return missing.length === 0 ? [] : [{ where, what: `does not tell ${missing.join(', ')}` }];
    }),
  );
}

/**
 * Options that are not documented, and tables of options in pages that differ from the types.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<Problem[]>}
 */
export async function checkOptionDocs(workspace) {
  const tables = loadOptions(workspace);
  const pages = listPages(workspace).map(async (page) => {
    const file = join(workspace.root, page);
    const text = readFileSync(file, 'utf8');
    try {
      if ((await fillOptionTables(text, tables, file)) === text) return [];
      return [{ where: page, what: 'tells options otherwise than the types: run the script docs' }];
    } catch (error) {
      return [{ where: page, what: error instanceof Error ? error.message : String(error) }];
    }
  });
  return [...findUndocumented(tables), ...(await Promise.all(pages)).flat()];
}

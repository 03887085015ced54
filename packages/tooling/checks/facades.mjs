import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listImportEntries } from '../facades/list-import-entries.mjs';
import { readExportNames } from '../facades/read-export-names.mjs';
import { renderFacade } from '../facades/render-facade.mjs';

const require = createRequire(import.meta.url);

/**
 * What is wrong with one ESM facade, if anything: it is missing or stale, or it hands out something else than
 * `require` does.
 * @param {Pick<import('../facades/list-import-entries.mjs').ImportEntry, 'commonJs' | 'facade' | 'facadeTypes'>} entry
 * @returns {Promise<string | undefined>}
 */
export async function judgeFacade({ commonJs, facade, facadeTypes }) {
  if (![commonJs, facade, facadeTypes].every((file) => existsSync(file))) {
    return 'is not built: run the script build';
  }
  const names = readExportNames(commonJs);
  const { code, types } = renderFacade(commonJs, names);
  if (readFileSync(facade, 'utf8') !== code || readFileSync(facadeTypes, 'utf8') !== types) {
    return 'is stale: run the script build';
  }
  const imported = await import(pathToFileURL(facade).href);
  const required = require(commonJs);
  const different = names.filter((name) => imported[name] !== required[name]);
  return different.length === 0 ? undefined : `differs from require in ${different.join(', ')}`;
}

/**
 * ESM entries that do not share their module instance with the CommonJS entry.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function checkFacades({ root, packages }) {
  const entries = packages.filter(({ isPublic }) => isPublic).flatMap(listImportEntries);
  /** @type {import('../run-checks.mjs').Problem[]} */
  const problems = [];
  for (const entry of entries) {
    const what = await judgeFacade(entry);
    if (what !== undefined) problems.push({ where: relative(root, entry.facade), what });
  }
  return problems;
}

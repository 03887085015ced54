import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectCodes, findUnknownPlugins } from '../better-auth/collect-codes.mjs';
import { judgeMeanings, renderCodes } from '../better-auth/render-codes.mjs';

const FOLDER = 'packages/tooling/better-auth';

/**
 * Error codes of Better Auth that have no meaning, plugins that nobody has looked at, and tables that are stale.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Promise<import('../run-checks.mjs').Problem[]>}
 */
export async function checkErrorCodes({ root }) {
  const parts = await collectCodes();
  const unknown = findUnknownPlugins(await import('better-auth/plugins'));
  const rendered = await renderCodes(root, parts);
  const stale = rendered.filter(({ path, text }) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  return [
    ...unknown.map((name) => ({
      where: `${FOLDER}/plugins.mjs`,
      what: `does not know ${name}, which better-auth/plugins exports: is it a plugin with error codes?`,
    })),
    ...judgeMeanings(parts).map((what) => ({ where: `${FOLDER}/code-meanings.mjs`, what })),
    ...stale.map(({ path }) => ({ where: path, what: 'is stale: run write-error-codes.mjs' })),
  ];
}

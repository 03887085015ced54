import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DECISIONS } from '../docs/render-decisions.mjs';
import { listFiles } from '../workspace/list-files.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

const NUMBERED = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.md$/;

/**
 * Records of decisions whose number is taken, or that their heading numbers otherwise than their file does.
 * @param {readonly { path: string, text: string }[]} records
 * @returns {Problem[]}
 */
export function judgeDecisions(records) {
  /** @type {Map<string, string>} */
  const owners = new Map();
  return records.flatMap(({ path, text }) => {
    const number = NUMBERED.exec(basename(path))?.[1];
    if (number === undefined)
      return [{ where: path, what: 'is not named 0000-what-it-decides.md' }];
    const owner = owners.get(number);
    owners.set(number, owner ?? path);
    const heading = `# ${Number(number)}. `;
    return [
      ...(owner === undefined ? [] : [{ where: path, what: `has the number of ${owner}` }]),
      ...(text.startsWith(heading)
        ? []
        : [{ where: path, what: `does not begin with "${heading}"` }]),
    ];
  });
}

/**
 * Records of decisions that cannot be told apart by their number.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function checkDecisions({ root }) {
  const records = listFiles(DECISIONS, root).filter((path) => basename(path) !== 'index.md');
  return judgeDecisions(
    records.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

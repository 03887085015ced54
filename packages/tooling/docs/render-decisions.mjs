import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFiles } from '../workspace/list-files.mjs';
import { renderTable } from './markdown.mjs';

/** Where records of decisions are kept, from the root of the workspace. */
export const DECISIONS = 'docs/decisions';

const INTRODUCTION = `# Decisions

One page for each decision that others will ask about: context, decision, consequence. This list is generated from their
headings by \`pnpm run docs\`; a new record takes the next number that is free.`;

/**
 * The list of all records, by number.
 * @param {string} root absolute path of the workspace
 * @returns {string} Markdown
 */
export function renderDecisions(root) {
  const rows = listFiles(DECISIONS, root).flatMap((path) => {
    const [, number, title] =
      /^# (\d+)\. (.+)$/m.exec(readFileSync(join(root, path), 'utf8')) ?? [];
    return number === undefined ? [] : [[number, `[${title}](${basename(path)})`]];
  });
  return [INTRODUCTION, renderTable(['Number', 'Decision'], rows)].join('\n\n');
}

import { basename } from 'node:path';
import { readCodeBlocks } from '../../docs/read-code-blocks.mjs';

/**
 * One thing that a reader of a page does or sees.
 * @typedef {{ kind: 'save', file: string, text: string }
 *   | { kind: 'run', script: string, line: number, prints: string }
 *   | { kind: 'received', metric: string, point: string, line: number }} Step
 */

const MARK = /^<!-- example: ([^\s#]+) -->$/;
const SAVED = /\.([cm]?[jt]s|json)$/;
const PRINTED = /\.txt$/;
const RECEIVED = /\.point\.json$/;
const METRIC = /point of `([\w.]+)`/;

/**
 * The steps of a page, or of some of its sections: every block of commands is run; a quoted example is saved under its
 * name; quoted text behind commands is what they print; a quoted point is what a receiver of OTLP gets.
 * @param {string} markdown
 * @param {readonly string[]} [sections] titles of second level; all when absent
 * @returns {Step[]}
 */
export function readWalk(markdown, sections) {
  const lines = markdown.split('\n');
  /** @type {Step[]} */
  const steps = [];
  /** @type {Extract<Step, { kind: 'run' }> | undefined} */
  let asked;
  for (const { language, text, line } of readCodeBlocks(markdown)) {
    if (sections !== undefined && !sections.includes(sectionOf(lines, line))) continue;
    // Above the code are its fence, an empty line, and perhaps a mark.
    const source = MARK.exec(lines[line - 4] ?? '')?.[1] ?? '';
    const last = asked;
    asked = undefined;
    if (language === 'sh') {
      asked = { kind: 'run', script: text, line, prints: '' };
      steps.push(asked);
    } else if (RECEIVED.test(source)) {
      const metric = METRIC.exec(
        lines.slice(0, line).findLast((above) => METRIC.test(above)) ?? '',
      );
      steps.push({ kind: 'received', metric: metric?.[1] ?? '', point: text, line });
    } else if (SAVED.test(source)) steps.push({ kind: 'save', file: basename(source), text });
    else if (PRINTED.test(source) && last !== undefined) last.prints = text;
  }
  return steps;
}

/**
 * @param {readonly string[]} lines
 * @param {number} line counted from 1
 */
function sectionOf(lines, line) {
  const heading = lines.slice(0, line).findLast((text) => text.startsWith('## '));
  return heading?.slice('## '.length) ?? '';
}

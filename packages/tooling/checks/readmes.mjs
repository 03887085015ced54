import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

const MOST_LINES = 150;
const MOST_LINES_OF_ROOT = 180;
/** What every README of a published package tells, in this order; how it is used has a title that says it. */
const HEADINGS = [
  'What you get',
  'Install',
  undefined,
  'Options',
  'Supported versions',
  'What it does not do',
  'Links',
];
/** How the sections call the peers whose range they tell. */
const PEER_NAMES = new Map([
  ['express', 'Express'],
  ['koa', 'Koa'],
  ['@nestjs/core', 'Nest'],
  ['better-auth', 'Better Auth'],
  ['@opentelemetry/api', '@opentelemetry/api'],
  ['@opentelemetry/sdk-metrics', '@opentelemetry/sdk-metrics'],
]);

/** @param {string} text */
const countLines = (text) => text.trimEnd().split('\n').length;

/**
 * The versions that a range such as `>=4.17.0 <6` begins and ends with, as a reader writes them: 4.17 and 5.
 * @param {string} range
 * @returns {string[]}
 */
export function endsOfRange(range) {
  const [, major = '', minor = ''] = /^[>=^~]*(\d+)\.(\d+)/.exec(range) ?? [];
  const below = Number(/<(\d+)/.exec(range)?.[1] ?? Number(major) + 1);
  const last = below - 1;
  const first = minor === '0' ? major : `${major}.${minor}`;
  return String(last) === major ? [first] : [first, String(last)];
}

/**
 * What is wrong with the README of a published package, one clause each.
 * @param {string} text Markdown
 * @param {Record<string, any>} manifest
 * @returns {string[]}
 */
export function judgeReadme(text, { name, engines, peerDependencies = {} }) {
  const [head = '', ...sections] = text.split(/^## /m);
  const titles = sections.map((section) => section.slice(0, section.indexOf('\n')));
  const places = HEADINGS.flatMap((title) => (title === undefined ? [] : [titles.indexOf(title)]));
  const isInOrder = places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0));
  const isUsed = titles.indexOf('Options') > titles.indexOf('Install') + 1;
  const versions = sections.find((section) => section.startsWith('Supported versions')) ?? '';
  const isTold = (/** @type {string} */ version) =>
    new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?!\\d)`).test(versions);
  const untold = Object.entries({ Node: engines.node, ...peerDependencies }).flatMap(
    ([peer, range]) => {
      const called = peer === 'Node' ? 'Node' : PEER_NAMES.get(peer);
      if (called === undefined) return [];
      const ends = peer === 'Node' ? endsOfRange(range).slice(0, 1) : endsOfRange(range);
      return versions.includes(called) && ends.every(isTold)
        ? []
        : [`does not tell that it supports ${called} ${ends.join(' to ')}`];
    },
  );
  return [
    ...(head.startsWith(`# ${name}\n`) ? [] : [`does not begin with "# ${name}"`]),
    ...(isInOrder && isUsed ? [] : [`has the headings: ${titles.join(', ')}`]),
    ...(countLines(text) <= MOST_LINES ? [] : [`has more than ${MOST_LINES} lines`]),
    ...untold,
  ];
}

/**
 * READMEs that are too long, in another order than the others, or that tell other versions than the manifest promises.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function checkReadmes({ root, packages }) {
  const lines = countLines(readFileSync(join(root, 'README.md'), 'utf8'));
  const tooLong = `has ${lines} lines; ${MOST_LINES_OF_ROOT} is the most`;
  return [
    ...(lines <= MOST_LINES_OF_ROOT ? [] : [{ where: 'README.md', what: tooLong }]),
    ...packages
      .filter(({ isPublic, directory }) => isPublic && existsSync(join(directory, 'README.md')))
      .flatMap(({ path, directory, manifest }) =>
        judgeReadme(readFileSync(join(directory, 'README.md'), 'utf8'), manifest).map((what) => ({
          where: `${path}/README.md`,
          what,
        })),
      ),
  ];
}

import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CODE_MEANINGS } from './code-meanings.mjs';
import { collectCodes } from './collect-codes.mjs';

/** Where the tables are, from the root of the workspace. */
const FOLDER = 'packages/better-auth/src/codes';
const NOTICE =
  '// Written by packages/tooling/write-error-codes.mjs; meanings are kept in its better-auth folder.';

/** @returns {Map<string, string>} meanings by code; throws where a code has two */
function meaningsByCode() {
  const meanings = new Map();
  for (const [meaning, codes] of Object.entries(CODE_MEANINGS)) {
    for (const code of codes.trim().split(/\s+/)) {
      if (meanings.has(code)) throw new Error(`${code} has two meanings`);
      meanings.set(code, meaning);
    }
  }
  return meanings;
}

/**
 * What is wrong with the meanings, in the light of the codes that Better Auth exports.
 * @param {readonly import('./collect-codes.mjs').CodesOfPart[]} parts
 * @returns {string[]} one clause each
 */
export function judgeMeanings(parts, meanings = meaningsByCode()) {
  const exported = new Set(parts.flatMap(({ codes }) => codes));
  return [
    ...parts.flatMap(({ part, codes }) =>
      codes
        .filter((code) => !meanings.has(code))
        .map((code) => `gives ${code} of Better Auth's part ${part} no meaning`),
    ),
    ...[...meanings.keys()]
      .filter((code) => !exported.has(code))
      .map((code) => `names ${code}, which Better Auth does not export`),
  ];
}

/**
 * Renders the tables that are shipped, one file for each part of Better Auth and one that holds them all.
 * @param {string} root absolute path of the workspace
 * @param {readonly import('./collect-codes.mjs').CodesOfPart[]} [given]
 * @returns {Promise<{ path: string, text: string }[]>} paths from the root of the workspace
 */
export async function renderCodes(root, given) {
  const parts = given ?? (await collectCodes());
  const meanings = meaningsByCode();
  const files = [
    ...parts.map(({ part, codes }) => ({
      name: kebab(part),
      text: renderPart(part, codes, meanings),
    })),
    { name: 'error-codes', text: renderAll(parts.map(({ part }) => part)) },
  ];
  const options = await resolveConfig(join(root, FOLDER, 'x.ts'));
  return Promise.all(
    files.map(async ({ name, text }) => ({
      path: `${FOLDER}/${name}${name === 'error-codes' ? '' : '-codes'}.ts`,
      text: await format(text, { ...options, parser: 'typescript' }),
    })),
  );
}

/**
 * @param {string} part
 * @param {readonly string[]} codes
 * @param {ReadonlyMap<string, string>} meanings
 */
function renderPart(part, codes, meanings) {
  const what = part === 'base' ? 'Better Auth itself' : `the plugin ${part}`;
  const rows = codes.map((code) => `${code}: '${meanings.get(code) ?? 'unknown'}',`);
  return [
    NOTICE,
    `import type { CodeMeaning } from '../code-meaning';`,
    '',
    `/** What the error codes of ${what} mean. */`,
    `export const ${constantOf(part)} = {`,
    ...rows,
    `} as const satisfies Readonly<Record<string, CodeMeaning>>;`,
  ].join('\n');
}

/** @param {readonly string[]} parts */
function renderAll(parts) {
  return [
    NOTICE,
    ...parts.map((part) => `import { ${constantOf(part)} } from './${kebab(part)}-codes';`),
    '',
    `/** What every error code that Better Auth exports means. */`,
    `export const ERROR_CODES = {`,
    ...parts.map((part) => `...${constantOf(part)},`),
    `} as const;`,
    `/** An error code that Better Auth exports. */`,
    `export type BetterAuthErrorCode = keyof typeof ERROR_CODES;`,
  ].join('\n');
}

/** @param {string} part */
function constantOf(part) {
  return `${kebab(part).replaceAll('-', '_').toUpperCase()}_CODES`;
}

/** @param {string} part such as `emailOTP` or `haveIBeenPwned` */
function kebab(part) {
  return part
    .replace('OAuth', 'Oauth')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

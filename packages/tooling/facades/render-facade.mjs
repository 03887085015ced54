import { basename, dirname } from 'node:path';

/**
 * The text of an ESM facade: every export by name out of the CommonJS file beside it, so that `import` and
 * `require` share one module instance. `export from` rather than a default import, because bundlers disagree on
 * what the default of a CommonJS module is.
 * @param {string} commonJs path of the CommonJS file
 * @param {readonly string[]} names what it exports at run time
 * @returns {{ code: string, types: string }} the .mjs and the .d.mts
 */
export function renderFacade(commonJs, names) {
  const specifier = `./${basename(commonJs)}`;
  const lines = [...names].sort().map((name) => `  ${name},\n`);
  return {
    code:
      lines.length === 0
        ? `import '${specifier}';\nexport {};\n`
        : `export {\n${lines.join('')}} from '${specifier}';\n`,
    types: `export * from '${specifier}';\n`,
  };
}

/**
 * Whether a facade can stand in front of the file: it has to lie in the same folder.
 * @param {import('./list-import-entries.mjs').ImportEntry} entry
 * @returns {boolean}
 */
export function isBesideItsFacade({ commonJs, facade, facadeTypes }) {
  return [facade, facadeTypes].every((file) => dirname(file) === dirname(commonJs));
}

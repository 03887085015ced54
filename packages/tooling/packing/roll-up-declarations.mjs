import { join, relative, sep } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { listImportEntries } from '../facades/list-import-entries.mjs';
import { listDeclaredValues } from './list-declared-values.mjs';
import { markTypes } from './mark-types.mjs';
import { nameRepeatedTypes } from './name-repeated-types.mjs';

/** Holds what the types of more than one entry need: a class is one class, whichever entry it is taken from. */
const SHARED = 'shared-by-entries.d.ts';

/**
 * One file of declarations for each entry of a built package, instead of one for each source file. Docstrings stay, and
 * so does what is exported as a type alone.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @returns {Promise<Map<string, string>>} text by path from the package
 */
export async function rollUpDeclarations(workspacePackage) {
  const { directory } = workspacePackage;
  const dist = join(directory, 'dist');
  const entries = listImportEntries(workspacePackage).map(({ types }) => types);
  /** @param {string} types @returns {[string, string]} */
  const nameEntry = (types) => [
    relative(dist, types)
      .split(sep)
      .join('/')
      .replace(/\.d\.ts$/, ''),
    types,
  ];
  const bundle = await rollup({
    input: Object.fromEntries(entries.map(nameEntry)),
    // Packages, ours too, stay imports.
    external: (id) => !/^[./]/.test(id),
    plugins: [dts({ respectExternal: false })],
    onwarn: ({ code, message }) => {
      // An entry that is loaded for what it does has no types.
      if (code !== 'EMPTY_BUNDLE') throw new Error(`${workspacePackage.path}: ${message}`);
    },
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].d.ts',
    chunkFileNames: SHARED,
    minifyInternalExports: false,
  });
  await bundle.close();
  const values = listDeclaredValues(entries);
  return new Map(
    output.flatMap((file) => {
      if (file.type !== 'chunk') return [];
      const { fileName } = file;
      const text = nameRepeatedTypes(file.code);
      // No user can import what the entries share.
      const ofEntry = values.get(join(dist, fileName));
      return [[`dist/${fileName}`, ofEntry === undefined ? text : markTypes(text, ofEntry)]];
    }),
  );
}

import { join, relative, sep } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { listImportEntries } from '../facades/list-import-entries.mjs';
import { nameRepeatedTypes } from './name-repeated-types.mjs';

/** Holds what the types of more than one entry need: a class is one class, whichever entry it is taken from. */
const SHARED = 'shared-by-entries.d.ts';

/**
 * One file of declarations for each entry of a built package, instead of one for each source file. Docstrings stay.
 * @param {import('../workspace/read-workspace.mjs').WorkspacePackage} workspacePackage
 * @returns {Promise<Map<string, string>>} text by path from the package
 */
export async function rollUpDeclarations(workspacePackage) {
  const { directory } = workspacePackage;
  const dist = join(directory, 'dist');
  const entries = listImportEntries(workspacePackage).map(({ commonJs }) => {
    const types = commonJs.replace(/\.js$/, '.d.ts');
    return [
      relative(dist, types)
        .split(sep)
        .join('/')
        .replace(/\.d\.ts$/, ''),
      types,
    ];
  });
  const bundle = await rollup({
    input: Object.fromEntries(entries),
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
  return new Map(
    output.flatMap((file) =>
      file.type === 'chunk' ? [[`dist/${file.fileName}`, nameRepeatedTypes(file.code)]] : [],
    ),
  );
}

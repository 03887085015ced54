import { createRequire } from 'node:module';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundlePackage } from '../../bundling/bundle-package.mjs';
import { writeWorkspace, type WrittenWorkspace } from '../write-workspace';
import { entryNamed, packageIn } from '../written-package';

describe('a bundled package', () => {
  let workspace: WrittenWorkspace;
  afterEach(() => {
    workspace.remove();
  });

  async function bundle(
    files: Record<string, string>,
    exports: Record<string, ReturnType<typeof entryNamed>>,
  ) {
    workspace = writeWorkspace({ 'package.json': '{ "sideEffects": false }', ...files });
    const directory = workspace.root;
    await bundlePackage(packageIn(workspace, { exports }));
    const load = createRequire(join(directory, 'package.json'));
    return {
      built: globSync('dist/**/*.*', { cwd: directory }).sort(),
      load: (file: string) => load(file) as Record<string, unknown>,
      read: (file: string) => readFileSync(join(directory, file), 'utf8'),
      url: (file: string) => pathToFileURL(join(directory, file)).href,
    };
  }

  const TWO_ENTRIES = {
    'src/index.ts': "export { NAMES } from './names';\nexport { longer } from './deep/longer';\n",
    'src/deep/longer.ts':
      "import { NAMES } from '../names';\nexport const longer = () => [...NAMES, 'c'];\n",
    'src/names/index.ts':
      "export { NAMES } from './names';\nexport { MEANINGS } from './meanings';\n",
    'src/names/names.ts': "export const NAMES: string[] = ['a', 'b'];\n",
    'src/names/meanings.ts':
      "import { NAMES } from './names';\nexport const MEANINGS = new Map(NAMES.map((name) => [name, 'long words']));\n",
  };
  const TWO_EXPORTS = { '.': entryNamed('index'), './names': entryNamed('names/index') };

  it('is one file for each entry, and one for what they have in common', async () => {
    const { built, load } = await bundle(
      {
        ...TWO_ENTRIES,
        'dist/deep/longer.js': 'as tsc wrote it',
        'dist/deep/longer.d.ts': 'export declare const longer: () => string[];',
      },
      TWO_EXPORTS,
    );

    expect(built).toEqual([
      'dist/deep/longer.d.ts',
      'dist/index.js',
      'dist/names/index.js',
      'dist/shared-by-entries.js',
    ]);
    const index = load('./dist/index.js') as { NAMES: string[]; longer: () => string[] };
    expect(index.longer()).toEqual(['a', 'b', 'c']);
    expect(load('./dist/names/index.js')['NAMES']).toBe(index.NAMES);
  });

  it('keeps out of an entry what only another one needs', async () => {
    const { read } = await bundle(TWO_ENTRIES, TWO_EXPORTS);

    expect(read('dist/names/index.js')).toContain('long words');
    expect(read('dist/index.js')).not.toContain('long words');
    expect(read('dist/shared-by-entries.js')).not.toContain('long words');
  });

  it('has no shared file where there is one entry', async () => {
    const { built } = await bundle(
      { 'src/index.ts': 'export const one = 1;\n' },
      {
        '.': entryNamed('index'),
      },
    );

    expect(built).toEqual(['dist/index.js']);
  });

  it('exports plain properties, whose names Node tells importers', async () => {
    const { load, url } = await bundle(TWO_ENTRIES, TWO_EXPORTS);

    const descriptors = Object.values(
      Object.getOwnPropertyDescriptors(load('./dist/names/index.js')),
    );
    expect(descriptors.map(({ get }) => get)).toEqual([undefined, undefined]);
    const imported = Object.keys(
      (await import(url('dist/names/index.js'))) as Record<string, unknown>,
    );
    expect(imported).toEqual(expect.arrayContaining(['MEANINGS', 'NAMES']));
  });

  it('is strict, as modules are, and keeps the names of functions and classes', async () => {
    const { load } = await bundle(
      {
        'src/index.ts':
          "export { thisOf } from './this-of';\nexport class LimitError extends Error {}\n",
        'src/this-of.ts': 'export function thisOf(this: unknown) {\n  return this;\n}\n',
      },
      { '.': entryNamed('index') },
    );

    const { thisOf, LimitError } = load('./dist/index.js') as Record<string, () => unknown>;
    expect(thisOf?.call(undefined)).toBeUndefined();
    expect([thisOf?.name, LimitError?.name]).toEqual(['thisOf', 'LimitError']);
  });

  it('requires a package once, however many modules import it, and late what a function requires', async () => {
    const { load, read } = await bundle(
      {
        'src/index.ts':
          "import { EOL } from 'node:os';\nimport { line } from './line';\nexport const lines = () => [line(), EOL, (require('node:path') as { sep: string }).sep];\n",
        'src/line.ts': "import { EOL } from 'node:os';\nexport const line = () => `a${EOL}`;\n",
      },
      { '.': entryNamed('index') },
    );

    const { lines } = load('./dist/index.js') as { lines: () => string[] };
    expect(lines()).toEqual(['a\n', '\n', '/']);
    expect(read('dist/index.js').split('"node:os"')).toHaveLength(2);
    expect(read('dist/index.js')).toMatch(
      /^"use strict";var \w+=require\("node:os"\);.*=>\[.*"node:path"/,
    );
  });

  it('runs a module that is required late when it is asked for, and once', async () => {
    const { load } = await bundle(
      {
        'src/index.ts':
          "export const runs: string[] = [];\nexport const ask = () => (require('./late') as { ANSWER: number }).ANSWER;\n",
        'src/late.ts':
          "import { runs } from './index';\nruns.push('late');\nexport const ANSWER = 42;\n",
      },
      { '.': entryNamed('index') },
    );

    const index = load('./dist/index.js') as { runs: string[]; ask: () => number };
    expect(index.runs).toEqual([]);
    expect([index.ask(), index.ask()]).toEqual([42, 42]);
    expect(index.runs).toEqual(['late']);
  });
});

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { stagePackage } from '../../packing/stage-package.mjs';
import { writeWorkspace, type WrittenWorkspace } from '../write-workspace';
import { entryNamed, packageIn } from '../written-package';

const MANIFEST = {
  name: 'counters',
  version: '1.0.0',
  type: 'commonjs',
  exports: { '.': entryNamed('index'), './names': entryNamed('names/index') },
  files: ['dist', '!dist/**/*.map', 'README.md', 'LICENSE'],
  scripts: { generate: 'node generate.js' },
  publishConfig: { access: 'public', directory: 'npm', linkDirectory: false },
  dependencies: { other: '^1' },
  devDependencies: { typescript: '6' },
};
const FILES = {
  'README.md': '# Counters\n',
  LICENSE: 'Apache-2.0\n',
  'src/index.ts': '',
  'dist/index.js': "module.exports = { ...require('./names/index.js') };\n",
  'dist/index.js.map': '{}',
  'dist/index.mjs': "export { Name } from './index.js';\n",
  'dist/index.d.mts': "export * from './index.js';\n",
  'dist/index.d.ts':
    "export { count } from './count';\nexport { Name } from './names/name';\nexport { Register } from './register';\nexport type { Tally } from './tally';\n",
  'dist/count.d.ts':
    "import type { Name } from './names/name';\n/** How often a name was counted. */\nexport declare function count(name: Name): number;\n",
  'dist/register.d.ts': "export type { Register } from './names/register';\n",
  'dist/tally.d.ts': 'export declare class Tally {\n    private readonly count;\n}\n',
  'dist/unreachable.d.ts': 'export declare const NOBODY: number;\n',
  'dist/names/index.js': 'module.exports = { Name: class Name {} };\n',
  'dist/names/index.mjs': "export { Name } from './index.js';\n",
  'dist/names/index.d.mts': "export * from './index.js';\n",
  'dist/names/index.d.ts':
    "export { Name } from './name';\nexport { ANY } from './any';\nexport { Register } from './register';\n",
  'dist/names/any.d.ts': 'export declare const ANY: unique symbol;\n',
  'dist/names/register.d.ts': 'export declare class Register {\n    private readonly names;\n}\n',
  'dist/names/name.d.ts':
    '/** A name. */\nexport declare class Name {\n    private readonly text;\n    constructor(text: string);\n}\n',
};

describe('a package as npm gets it', () => {
  let workspace: WrittenWorkspace;
  afterEach(() => {
    workspace.remove();
  });

  async function stage() {
    workspace = writeWorkspace(FILES);
    await stagePackage(packageIn(workspace, MANIFEST));
    const root = join(workspace.root, 'npm');
    return { root, read: (file: string) => readFileSync(join(root, file), 'utf8') };
  }

  it('has what its manifest lists, and one file of declarations for each entry', async () => {
    const { root } = await stage();

    expect(globSync('**/*.*', { cwd: root }).sort()).toEqual([
      'README.md',
      'dist/index.d.mts',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/index.mjs',
      'dist/names/index.d.mts',
      'dist/names/index.d.ts',
      'dist/names/index.js',
      'dist/names/index.mjs',
      'dist/shared-by-entries.d.ts',
      'package.json',
    ]);
    expect(globSync('LICENSE', { cwd: root })).toEqual(['LICENSE']);
  });

  it('keeps docstrings, and the declarations of the workspace where they are', async () => {
    const { read } = await stage();

    expect(read('dist/index.d.ts')).toContain('/** How often a name was counted. */');
    expect(read('dist/shared-by-entries.d.ts')).toContain('/** A name. */');
    expect(readFileSync(join(workspace.root, 'dist/count.d.ts'), 'utf8')).toContain('count');
  });

  it('leaves out of its manifest what concerns the workspace alone', async () => {
    const { read } = await stage();

    const { name, version, type, exports, files, dependencies } = MANIFEST;
    expect(JSON.parse(read('package.json'))).toEqual({
      name,
      version,
      type,
      exports,
      files,
      dependencies,
      publishConfig: { access: 'public' },
    });
  });

  it('forgets what it had before', async () => {
    const { root } = await stage();
    writeFileSync(join(root, 'dist/left-over.js'), '');

    await stagePackage({
      folder: 'counters',
      path: 'packages/counters',
      directory: workspace.root,
      isPublic: true,
      manifest: MANIFEST,
    });

    expect(globSync('dist/left-over.js', { cwd: root })).toEqual([]);
  });

  it.each([
    ['a class is one class, whichever entry it is taken from', 'count(new Name("a"));', []],
    ['a unique symbol is one type', 'const any: typeof ANY = ANY;', []],
    ['a class that is exported as a type alone is one', 'export type Tallies = Tally[];', []],
    ['such a class is no value', 'void Tally;', [1362]],
    ['it is none if another file said so', 'void Register;', [1362]],
    ['it is one of the entry that has it', 'void NamesRegister;', []],
    ['what is wrong is told', 'count("a");', [2345]],
  ])('has types in which %s', async (_, statement, codes) => {
    const { root } = await stage();
    const program = join(root, 'program.mts');
    writeFileSync(
      program,
      `import { count, Register, Tally } from 'counters';\nimport { ANY, Name, Register as NamesRegister } from 'counters/names';\nvoid [count, ANY, Name];\n${statement}\n`,
    );

    const { NodeNext } = ts.ModuleKind;
    const host = ts.createProgram([program], {
      module: NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      noEmit: true,
      strict: true,
      types: [],
    });

    expect(ts.getPreEmitDiagnostics(host).map(({ code }) => code)).toEqual(codes);
  });
});

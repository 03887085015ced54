import { compareValues } from '../../packing/compare-values.mjs';
import { writeWorkspace, type WrittenWorkspace } from '../write-workspace';
import { entryNamed, packageIn } from '../written-package';

const MANIFEST = {
  name: 'counters',
  exports: {
    '.': entryNamed('index'),
    './package.json': './package.json',
  },
};
const CLASSES = 'declare class Tally {}\ndeclare class Register {}\n';

describe('the values of a package as npm gets it', () => {
  let workspace: WrittenWorkspace;
  afterEach(() => {
    workspace.remove();
  });

  function compare(code: string, types: string, facadeTypes = "export * from './index.js';\n") {
    workspace = writeWorkspace({
      'npm/package.json': '{}',
      'npm/dist/index.js': code,
      'npm/dist/index.d.ts': types,
      'npm/dist/index.d.mts': facadeTypes,
    });
    return compareValues(packageIn(workspace, MANIFEST));
  }

  it('are what it declares', async () => {
    const types = `${CLASSES}export { Tally };\nexport type { Register };\n`;

    await expect(compare('exports.Tally = class Tally {};', types)).resolves.toEqual([]);
  });

  it.each([
    [
      'declared and not there',
      `${CLASSES}export { Register, Tally };\n`,
      'Register is declared as a value and is not there at run time',
    ],
    [
      'there and not declared',
      `${CLASSES}export type { Register, Tally };\n`,
      'Tally is there at run time and not declared as a value',
    ],
  ])('are told where they are %s', async (_, types, what) => {
    const where = 'packages/counters/package.json';

    await expect(compare('exports.Tally = class Tally {};', types)).resolves.toEqual([
      { where, what: `entry ".", index.d.ts: ${what}` },
      { where, what: `entry ".", index.d.mts: ${what}` },
    ]);
  });

  it('are those of the declarations that the way of loading finds', async () => {
    const problems = await compare(
      'exports.Tally = class Tally {};',
      `${CLASSES}export { Tally };\n`,
      "export { Tally } from './index.js';\nexport declare const MORE: number;\n",
    );

    expect(problems.map(({ what }) => what)).toEqual([
      'entry ".", index.d.mts: MORE is declared as a value and is not there at run time',
    ]);
  });

  it('are found in an entry that does not end by itself', async () => {
    const types = 'export declare const COUNT: number;\n';

    await expect(
      compare('exports.COUNT = 1;\nsetInterval(() => {}, 1000);', types),
    ).resolves.toEqual([]);
  });

  it('are declared nowhere by what is loaded for what it does', async () => {
    await expect(compare('', 'export {};\n', 'export {};\n')).resolves.toEqual([]);
  });
});

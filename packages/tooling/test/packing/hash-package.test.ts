import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPackage } from '../../packing/hash-package.mjs';
import { writeWorkspace, type WrittenWorkspace } from '../write-workspace';

describe('the digest of a package that is judged', () => {
  let workspace: WrittenWorkspace;
  beforeEach(() => {
    workspace = writeWorkspace({
      'package.json': '{}',
      'judges/judge.mjs': '',
      'packages/counters/package.json': '{}',
      'packages/counters/dist/index.d.ts': 'export declare const COUNT: number;\n',
      'packages/counters/npm/dist/index.d.ts': 'export declare const COUNT: number;\n',
      'packages/counters/npm/dist/index.js.map': '{}',
    });
  });
  afterEach(() => {
    workspace.remove();
  });

  function hash(folder = 'npm') {
    const { root } = workspace;
    const directory = join(root, 'packages/counters');
    const path = 'packages/counters';
    return hashPackage(
      { folder: 'counters', path, directory, isPublic: true, manifest: {} },
      folder,
      root,
      join(root, 'judges'),
    );
  }

  it.each([
    ['a declaration in the folder that is judged', 'packages/counters/npm/dist/index.d.ts'],
    ['one file more there', 'packages/counters/npm/.hidden'],
    ['the manifest', 'packages/counters/package.json'],
    ['what judges it', 'judges/judge.mjs'],
    ['the versions of the workspace', 'package.json'],
  ])('is another one with another text of %s', (_, file) => {
    const before = hash();
    writeFileSync(join(workspace.root, file), 'other');

    expect(hash()).not.toBe(before);
  });

  it.each(['packages/counters/dist/index.d.ts', 'packages/counters/npm/dist/index.js.map'])(
    'is the same whatever is in %s',
    (file) => {
      const before = hash();
      writeFileSync(join(workspace.root, file), 'other');

      expect(hash()).toBe(before);
    },
  );

  it('says what to do if nothing was built', () => {
    expect(() => hash('missing')).toThrow(
      'packages/counters/missing is missing: run the script build first',
    );
  });
});

import { createRequire } from 'node:module';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePackage } from '../../bundling/bundle-package.mjs';
import { writeWorkspace, type WrittenWorkspace } from '../write-workspace';

const entry = (name: string) => ({
  import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
  require: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
});

describe('a bundled package', () => {
  let workspace: WrittenWorkspace;
  afterEach(() => {
    workspace.remove();
  });

  it('is one file for each entry, which share what they have in common', async () => {
    workspace = writeWorkspace({
      'src/index.ts': "export { NAMES } from './names';\nexport { longer } from './deep/longer';\n",
      'src/deep/longer.ts':
        "import { NAMES } from '../names';\nexport const longer = () => [...NAMES, 'c'];\n",
      'src/names/index.ts': "export const NAMES: string[] = ['a', 'b'];\n",
      'dist/deep/longer.js': 'as tsc wrote it',
      'dist/deep/longer.d.ts': 'export declare const longer: () => string[];',
    });
    const manifest = { exports: { '.': entry('index'), './names': entry('names/index') } };
    const { root } = workspace;
    await bundlePackage({ folder: 'x', path: 'x', directory: root, isPublic: true, manifest });

    expect(globSync('dist/**/*.*', { cwd: root }).sort()).toEqual([
      'dist/deep/longer.d.ts',
      'dist/index.js',
      'dist/names/index.js',
    ]);
    const load = createRequire(join(root, 'package.json'));
    const index = load('./dist/index.js') as { NAMES: string[]; longer: () => string[] };
    expect(index.longer()).toEqual(['a', 'b', 'c']);
    expect((load('./dist/names/index.js') as { NAMES: string[] }).NAMES).toBe(index.NAMES);
  });
});

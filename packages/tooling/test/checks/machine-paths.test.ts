import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorkspace } from '../write-workspace';

// Assembled, so that the check does not find this file.
const path = (...folders: string[]) => ['', ...folders, ''].join('/');
const REGISTRY = ['registry', 'npmjs', 'org'].join('.');

describe('the check of machine paths', () => {
  it.each([
    [`cd ${path('work', 'main')}`, 'names a path of one machine'],
    [`"${path('root')}x"`, 'names a path of one machine'],
    [`file://${path('home', 'somebody', 'x')}`, 'names a path of one machine'],
    [`https://${REGISTRY}/jose`, 'names a package registry'],
    ['resolved from mirror.example', 'names the package registry of this machine'],
  ])('finds one in %j', async (line, expected) => {
    const { findLeak } = await import('../../checks/machine-paths.mjs');

    expect(findLeak(line, 'mirror.example')).toBe(expected);
  });

  it.each([
    [`https://example.com${path('work', 'x')}`],
    [`src${path('root')}x`],
    ['registry.metrics().length'],
    [path('usr', 'bin')],
  ])('leaves %j alone', async (line) => {
    const { findLeak } = await import('../../checks/machine-paths.mjs');

    expect(findLeak(line, 'mirror.example')).toBeUndefined();
  });

  it.each([
    ['what git tracks, and nothing else', ['init', '-q'], ['told.md:1']],
    [
      'everything but build output where there is no history',
      undefined,
      ['stray/x:1', 'told.md:1'],
    ],
  ])('looks at %s', async (_what, git, expected) => {
    const { checkMachinePaths } = await import('../../checks/machine-paths.mjs');
    const leak = `cd ${path('work', 'main')}\n`;
    const files = { 'told.md': leak, 'stray/x': leak, 'dist/x': leak, 'gone.md': leak };
    const { root, remove } = writeWorkspace({ ...files, 'packages/a/package.json': '{}' });
    if (git !== undefined) {
      execFileSync('git', git, { cwd: root });
      execFileSync('git', ['add', 'told.md', 'gone.md'], { cwd: root });
    }
    rmSync(join(root, 'gone.md'));

    const problems = await checkMachinePaths({ root, packages: [] });
    remove();

    expect(problems.map(({ where }) => where)).toEqual(expected);
  });
});

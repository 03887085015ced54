import { writeWorkspace } from '../write-workspace';

describe('the check of the house', () => {
  it('finds packages without a row, rows without a package, and what a row says wrongly', async () => {
    const { checkHouse } = await import('../../checks/house.mjs');
    const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
    const workspace = writeWorkspace({
      'docs/contributing.md': [
        '| Folder          | What it holds | Published |',
        '| --------------- | ------------- | --------- |',
        '| `packages/core` | the core      | yes       |',
        '| `packages/demo` | a demo        | yes       |',
        '| `packages/gone` | nothing       | no        |',
      ].join('\n'),
      'packages/core/package.json': '{ "name": "@authmeter/core" }',
      'packages/demo/package.json': '{ "name": "@authmeter/demo", "private": true }',
      'packages/koa/package.json': '{ "name": "@authmeter/koa" }',
    });

    const problems = checkHouse(readWorkspace(workspace.root));

    workspace.remove();
    expect(problems.map(({ what }) => what)).toEqual([
      'says published: yes of packages/demo; its manifest: no',
      'has no row for packages/koa',
      'has a row for packages/gone, which is no package',
    ]);
  });
});

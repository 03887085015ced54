import { writeWorkspace } from '../write-workspace';

describe('the check of the docs', () => {
  it('finds a page that is stale and one that was never generated', async () => {
    const { findStalePages } = await import('../../checks/docs.mjs');
    const workspace = writeWorkspace({ 'docs/current.md': '# A\n', 'docs/stale.md': '# B\n' });

    const problems = findStalePages(
      [
        { path: 'docs/current.md', text: '# A\n' },
        { path: 'docs/stale.md', text: '# C\n' },
        { path: 'docs/absent.md', text: '# D\n' },
      ],
      workspace.root,
    );

    workspace.remove();
    expect(problems).toEqual([
      { where: 'docs/stale.md', what: 'is stale: run the script docs' },
      { where: 'docs/absent.md', what: 'is not generated: run the script docs' },
    ]);
  });

  it('finds links that lead to no file or to no heading', async () => {
    const { findBrokenLinks } = await import('../../checks/docs.mjs');
    const workspace = writeWorkspace({
      'docs/index.md': [
        '[good](other.md) and [good](other.md#two-words) and [web](https://example.com/x.md)',
        '[gone](gone.md)',
        '![gone](../gone.png)',
        '[moved](other.md#three)',
        '`[code](not-a-link.md)`',
        '[reference]: missing.md',
        '[here](#own)',
        '```md',
        '[fenced](not-a-link.md)',
        '```',
      ].join('\n'),
      'docs/other.md': '# Two words\n',
    });

    const problems = findBrokenLinks('docs/index.md', workspace.root);

    workspace.remove();
    expect(problems).toEqual([
      { where: 'docs/index.md:2', what: 'links to gone.md, which is missing' },
      { where: 'docs/index.md:3', what: 'links to ../gone.png, which is missing' },
      { where: 'docs/index.md:4', what: 'links to other.md#three: no such heading' },
      { where: 'docs/index.md:6', what: 'links to missing.md, which is missing' },
      { where: 'docs/index.md:7', what: 'links to #own: no such heading' },
    ]);
  });

  it('finds imports in code blocks that no package exports', async () => {
    const { findUnknownImports } = await import('../../checks/docs.mjs');
    const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
    const workspace = writeWorkspace({
      'packages/core/package.json':
        '{ "name": "@authmeter/core", "exports": { ".": {}, "./conventions": {} } }',
      'README.md': [
        "Prose may say '@authmeter/anything'.",
        '```ts',
        "import { a } from '@authmeter/core';",
        "import { b } from '@authmeter/core/conventions';",
        "import { c } from '@authmeter/core/dist/index.js';",
        "const d = require('@authmeter/hapi');",
        '```',
      ].join('\n'),
    });

    const problems = findUnknownImports('README.md', readWorkspace(workspace.root));

    workspace.remove();
    expect(problems).toEqual([
      {
        where: 'README.md:5',
        what: 'names @authmeter/core/dist/index.js, which no package exports',
      },
      { where: 'README.md:6', what: 'names @authmeter/hapi, which no package exports' },
    ]);
  });
});

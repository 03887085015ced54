import { writeWorkspace } from '../write-workspace';

describe('the check of the map of the docs', () => {
  it('finds pages that neither the index nor the map of their folder links', async () => {
    const { checkDocsMap } = await import('../../checks/docs-map.mjs');
    const workspace = writeWorkspace({
      'docs/index.md': '[a](a.md#top) [start](start.md) [runbooks](runbooks/index.md)',
      'docs/a.md': '# A\n',
      'docs/lost.md': '[lost](lost.md)\n',
      'docs/start.md': '[koa](start/koa.md)\n',
      'docs/start/koa.md': '# Koa\n',
      'docs/start/hapi.md': '# Hapi\n',
      'docs/runbooks/index.md': '[one](One.md)\n',
      'docs/runbooks/One.md': '# One\n',
      'docs/runbooks/Two.md': '# Two\n',
      'docs/recipes/index.md': '# Recipes\n',
      'docs/unmapped/page.md': '# Page\n',
      'docs/picture.svg': '<svg />',
    });

    const problems = checkDocsMap(workspace);

    workspace.remove();
    expect(problems).toEqual([
      { where: 'docs/lost.md', what: 'is not linked from docs/index.md' },
      { where: 'docs/recipes/index.md', what: 'is not linked from docs/index.md' },
      { where: 'docs/runbooks/Two.md', what: 'is not linked from docs/runbooks/index.md' },
      { where: 'docs/start/hapi.md', what: 'is not linked from docs/start.md' },
      { where: 'docs/unmapped/page.md', what: 'is not linked from docs/unmapped/index.md' },
    ]);
  });
});

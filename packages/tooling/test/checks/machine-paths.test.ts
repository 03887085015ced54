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
});

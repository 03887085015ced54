const SOUND = {
  name: '@authmeter/koa',
  license: 'Apache-2.0',
  repository: {
    type: 'git',
    url: 'git+https://github.com/authmeter/authmeter.git',
    directory: 'packages/koa',
  },
  engines: { node: '>=20.11' },
  exports: {
    '.': {
      import: { types: './dist/index.d.mts', default: './dist/index.mjs' },
      require: { types: './dist/index.d.ts', default: './dist/index.js' },
    },
    './package.json': './package.json',
  },
  files: ['dist'],
  publishConfig: { access: 'public', directory: 'npm', linkDirectory: false },
  dependencies: { 'ipaddr.js': '^2.2.0' },
  peerDependencies: { koa: '>=2 <4', '@opentelemetry/api': '>=1.9.0 <2' },
};

const judge = async (manifest: object) => {
  const { judgeManifest } = await import('../../checks/manifests.mjs');
  return judgeManifest(manifest);
};

describe('the check of manifests', () => {
  it('accepts a sound manifest', async () => {
    expect(await judge(SOUND)).toEqual([]);
  });

  it.each([
    [{ license: 'MIT' }, 'license is not Apache-2.0'],
    [
      { repository: { ...SOUND.repository, directory: 'packages/core' } },
      'repository is not git+https://github.com/authmeter/authmeter.git with the directory packages/koa',
    ],
    [{ engines: {} }, 'engines.node is missing'],
    [{ type: 'module' }, 'type is module; dist is CommonJS'],
    [{ files: [] }, 'files is missing'],
    [
      { publishConfig: { access: 'public' } },
      'publishConfig does not publish the directory npm, without linking it here',
    ],
    [{ scripts: { postinstall: 'node x.js' } }, 'has the script postinstall'],
    [
      { dependencies: { '@opentelemetry/sdk-metrics': '^3' } },
      'dependencies holds @opentelemetry/sdk-metrics, which the host brings',
    ],
    [{ dependencies: { koa: '^3' } }, 'dependencies holds koa, which the host brings'],
    [{ peerDependencies: { koa: '>=2' } }, 'peerDependencies["koa"] >=2 has no upper bound'],
    [
      { exports: { '.': { import: SOUND.exports['.'].import } } },
      'exports["."].require needs types, then default',
    ],
    [{ exports: undefined }, 'exports has no "."'],
  ])('given %j says: %s', async (fault, complaint) => {
    expect(await judge({ ...SOUND, ...fault })).toEqual([complaint]);
  });

  it.each([
    ['>=4.17 <6', true],
    ['^4 || ^5', true],
    ['~1.2', true],
    ['4.x', true],
    ['1.2.3', true],
    ['*', false],
    ['>=4', false],
    ['^4 || >=5', false],
    ['latest', false],
  ])('tells whether %s has an upper bound: %s', async (range, expected) => {
    const { hasUpperBound } = await import('../../checks/manifests.mjs');

    expect(hasUpperBound(range)).toBe(expected);
  });
});

import { listVersionSets, lowestOf } from '../../consumers/version-sets.mjs';

const publish = (name: string, node: string, peerDependencies: object, devDependencies = {}) => ({
  folder: name,
  path: `packages/${name}`,
  directory: `/${name}`,
  isPublic: true,
  manifest: {
    name: `@authmeter/${name}`,
    version: '0.1.0',
    engines: { node },
    peerDependencies,
    peerDependenciesMeta: { optional: { optional: true } },
    devDependencies,
  },
});

describe('the lowest version of a range', () => {
  it.each([
    ['>=1.9.0 <2', '1.9.0'],
    ['>=20.11', '20.11.0'],
    ['^22.15.0 || >=24', '22.15.0'],
    ['7', '7.0.0'],
  ])('of %s is %s', (range, lowest) => {
    expect(lowestOf(range)).toBe(lowest);
  });
});

describe('what consumers install', () => {
  const packages = [
    publish('core', '>=20.11', { api: '>=1.9.0 <2' }, { api: '1.10.0' }),
    publish('koa', '>=20.11', { koa: '>=2.13.0 <4', optional: '1' }, { koa: '3.3.0' }),
    publish('hooks', '>=22.15', { api: '>=1.10.0 <2', '@authmeter/core': '^0.1.0' }),
  ];
  const sets = listVersionSets(packages);

  it('is the newest that is tested, the first SDK 3, then the lowest that is promised on each lowest Node', () => {
    expect(sets.map(({ name, node }) => ({ name, node }))).toEqual([
      { name: 'newest', node: undefined },
      { name: 'first-of-sdk-3', node: '22.15.0' },
      { name: 'lowest-20.11.0', node: '20.11.0' },
      { name: 'lowest-22.15.0', node: '22.15.0' },
    ]);
  });

  it('holds the packages that promise that Node, and their peers, the optional ones left out', () => {
    expect(sets[2]?.dependencies).toMatchObject({
      '@authmeter/core': '0.1.0',
      '@authmeter/koa': '0.1.0',
      api: '1.9.0',
      koa: '2.13.0',
    });
    expect(sets[2]?.dependencies).not.toHaveProperty('optional');
    expect(sets[2]?.dependencies).not.toHaveProperty('@authmeter/hooks');
    expect(sets[3]?.dependencies).toMatchObject({ '@authmeter/hooks': '0.1.0', api: '1.10.0' });
  });

  it('takes as newest what the package is tested with', () => {
    expect(sets[0]?.dependencies).toMatchObject({ koa: '3.3.0', '@authmeter/hooks': '0.1.0' });
  });
});

const WHY = { why: 'because', decision: '0009-run-time-dependencies.md' };
const manifestWith = (...names: readonly string[]) => ({
  path: 'packages/x',
  manifest: { dependencies: Object.fromEntries(names.map((name) => [name, '^1'])) },
});

describe('the check of dependencies', () => {
  it('asks a reason for each, and drops those that nothing needs any more', async () => {
    const { judgeReasons } = await import('../../checks/dependencies.mjs');

    expect(judgeReasons({ used: WHY, gone: WHY }, [manifestWith('used', 'new')])).toEqual([
      {
        where: 'packages/x/package.json',
        what: 'depends on new, for which packages/tooling/dependencies/justifications.mjs has no reason',
      },
      {
        where: 'packages/tooling/dependencies/justifications.mjs',
        what: 'has a reason for gone, which nothing uses',
      },
    ]);
  });

  it('accepts no script at installation, however deep', async () => {
    const { judgeInstalled } = await import('../../checks/dependencies.mjs');
    const installed = [
      { name: 'plain', license: 'MIT', installScripts: [] },
      { name: 'native', license: 'MIT', installScripts: ['binding.gyp'] },
    ];

    expect(judgeInstalled('packages/x', installed)).toEqual([
      {
        where: 'packages/x/package.json',
        what: 'brings native, which runs binding.gyp at installation',
      },
    ]);
  });

  it('knows what is installed with a package, and that bcrypt is built there', async () => {
    const { listInstalled } = await import('../../dependencies/list-dependencies.mjs');
    const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
    const find = (folder: string) =>
      readWorkspace().packages.find((one: { folder: string }) => one.folder === folder);
    const live = find('live');
    const demo = find('instrumentation');
    if (live === undefined || demo === undefined) throw new Error('a package is gone');

    expect(listInstalled(live).map(({ name }: { name: string }) => name)).toEqual([
      'ipaddr.js',
      'long',
      'protobufjs',
    ]);
    const manifest = { ...demo.manifest, dependencies: { bcrypt: '6' } };
    const [bcrypt] = listInstalled({ ...demo, manifest });
    expect(bcrypt).toMatchObject({ name: 'bcrypt', installScripts: ['install'] });
  });
});

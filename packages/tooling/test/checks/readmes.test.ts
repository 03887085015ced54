const MANIFEST = {
  name: '@authmeter/koa',
  engines: { node: '>=20.11' },
  peerDependencies: { koa: '>=2.13.0 <4', '@opentelemetry/api': '>=1.9.0 <2', rxjs: '>=7.1.0 <8' },
};

function readme(changes: Readonly<Record<string, string>> = {}): string {
  const parts: Readonly<Record<string, string>> = {
    'What you get': 'Metrics.',
    Install: 'npm.',
    'Mount it': 'Here.',
    'Who may see it': 'You.',
    Options: 'None.',
    'Supported versions':
      'Koa 2.13 to 3, Node 20.11 and newer, `@opentelemetry/api` 1.9 and newer.',
    'What it does not do': 'Much.',
    Links: 'Here.',
    ...changes,
  };
  const sections = Object.entries(parts).map(([title, text]) => `## ${title}\n\n${text}\n`);
  return ['# @authmeter/koa\n', ...sections].join('\n');
}

async function judge(text: string): Promise<string[]> {
  const { judgeReadme } = await import('../../checks/readmes.mjs');
  return judgeReadme(text, MANIFEST);
}

describe('the check of READMEs', () => {
  it('accepts one in the order of all', async () => {
    expect(await judge(readme())).toEqual([]);
  });

  it.each([
    ['Koa 2.1 to 3, Node 20.11, `@opentelemetry/api` 1.9', 'Koa 2.13 to 3'],
    ['Koa 2.13 to 4, Node 20.11, `@opentelemetry/api` 1.9', 'Koa 2.13 to 3'],
    ['Koa 2.13 to 3, Node 20, `@opentelemetry/api` 1.9', 'Node 20.11'],
    ['Koa 2.13 to 3, Node 20.11', '@opentelemetry/api 1.9'],
  ])('finds that "%s" leaves out what the manifest promises', async (versions, untold) => {
    const problems = await judge(readme({ 'Supported versions': versions }));

    expect(problems).toEqual([`does not tell that it supports ${untold}`]);
  });

  it('finds another order, a part that is missing, and what is too long', async () => {
    const missing = readme().replace('## What it does not do', '## Limits');
    const swapped = readme()
      .replace('## Install', '## Options')
      .replace('## Options\n\nN', '## Install\n\nN');
    const long = readme({ Links: 'line\n'.repeat(130) });

    expect(await judge(missing)).toEqual([expect.stringContaining('has the headings: What you')]);
    expect(await judge(swapped)).toEqual([expect.stringContaining('has the headings: What you')]);
    expect(await judge(long)).toEqual(['has more than 150 lines']);
    expect(await judge(readme().replace('# @authmeter/koa', '# Koa'))).toEqual([
      'does not begin with "# @authmeter/koa"',
    ]);
  });
});

const PAGE = [
  '# Page',
  '## Install',
  '```sh',
  'npm install x',
  '```',
  '## Pull',
  '<!-- example: packages/x/examples/pull.mjs -->',
  '',
  '```js',
  'pull();',
  '```',
  '',
  '```js',
  'not.quoted();',
  '```',
  '',
  '<!-- example: packages/x/examples/whole.mjs#region -->',
  '',
  '```js',
  'part();',
  '```',
  '',
  '```sh',
  'node pull.mjs',
  '```',
  '',
  '<!-- example: packages/x/examples/pull.first.txt -->',
  '',
  '```text',
  'one',
  '```',
  '',
  '<!-- example: packages/x/examples/pull.later.txt -->',
  '',
  '```text',
  'later',
  '```',
  '## Push',
  'It sends this point of `auth.logins` away:',
  '',
  '<!-- example: packages/x/examples/otlp.point.json -->',
  '',
  '```json',
  '{ "asDouble": 1 }',
  '```',
].join('\n');

describe('readWalk', () => {
  it('reads what is saved, run, printed and received', async () => {
    const { readWalk } = await import('../../../consumers/walks/read-walk.mjs');

    expect(readWalk(PAGE)).toEqual([
      { kind: 'run', script: 'npm install x', line: 4, prints: '' },
      { kind: 'save', file: 'pull.mjs', text: 'pull();' },
      { kind: 'run', script: 'node pull.mjs', line: 24, prints: 'one' },
      { kind: 'received', metric: 'auth.logins', point: '{ "asDouble": 1 }', line: 44 },
    ]);
  });

  it('reads the sections that are asked for', async () => {
    const { readWalk } = await import('../../../consumers/walks/read-walk.mjs');

    expect(readWalk(PAGE, ['Install', 'Push']).map(({ kind }) => kind)).toEqual([
      'run',
      'received',
    ]);
  });
});

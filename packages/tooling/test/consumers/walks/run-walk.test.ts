import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from '../../../consumers/walks/read-walk.mjs';

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '' };
const SERVER = `
  const { createServer } = require('node:http');
  console.log('a line of the framework');
  createServer((request, response) => response.end('hello\\n')).listen(process.env.PORT);
`;
const SEND = `
  const point = { attributes: [], asDouble: 1, timeUnixNano: '5' };
  const metric = { name: 'auth.logins', sum: { dataPoints: [point] } };
  const body = JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }] });
  fetch(process.argv[2], { method: 'POST', body });
`;

function ask(prints: string): Step {
  const script = [
    'node server.cjs &',
    'curl -s --retry 5 --retry-connrefused localhost:3000',
    'kill %1',
  ];
  return { kind: 'run', script: script.join('\n'), line: 9, prints };
}

describe('runWalk', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'authmeter-walk-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const walk = async (steps: readonly Step[]) => {
    const { runWalk } = await import('../../../consumers/walks/run-walk.mjs');
    return runWalk(steps, folder, ENVIRONMENT);
  };

  it('finds nothing where everything is as the page says, in one shell', async () => {
    const problems = await walk([
      { kind: 'run', script: 'mkdir x && cd x && NAME=hello', line: 2, prints: '' },
      { kind: 'save', file: 'server.cjs', text: SERVER },
      { kind: 'save', file: 'send.cjs', text: SEND },
      ask('a line of the framework\nhello'),
      { kind: 'run', script: 'node send.cjs http://localhost:4318', line: 20, prints: '' },
      { kind: 'received', metric: 'auth.logins', point: '{ "asDouble": 1 }', line: 25 },
      { kind: 'run', script: 'echo $NAME', line: 30, prints: 'hello' },
    ]);

    expect(problems).toEqual([]);
  });

  it('finds what is not printed and what is not received', async () => {
    const problems = await walk([
      { kind: 'save', file: 'server.cjs', text: SERVER },
      { kind: 'run', script: 'echo goodbye', line: 4, prints: '' },
      ask('hello\ngoodbye'),
      { kind: 'received', metric: 'auth.logins', point: '{ "asDouble": 1 }', line: 25 },
    ]);

    expect(problems).toEqual([
      'the commands of line 9 do not print: goodbye',
      'no such point of auth.logins as in line 25 was received',
    ]);
  });

  it('ends with the first command that fails, and ends what runs', async () => {
    const problems = await walk([
      { kind: 'run', script: 'sleep 60 &\necho before\nfalse\necho after', line: 2, prints: '' },
    ]);

    expect(problems).toEqual([expect.stringContaining('before')]);
    expect(problems).not.toEqual([expect.stringContaining('after')]);
  });
});

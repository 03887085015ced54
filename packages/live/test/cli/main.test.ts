import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ATTEMPTS } from '@authmeter/core/conventions';
import { pollUntil } from '@authmeter/testkit';
import type { LivePayload } from '../../src/shared/payload';
import { ask } from '../support/request';
import { createPusher } from '../otlp/support';

const MAIN = join(__dirname, '../../dist/cli/main.js');

let child: ChildProcess | undefined;

afterEach(async () => {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
});

function run(...args: string[]): ChildProcess {
  child = spawn(process.execPath, [MAIN, ...args], {
    // A service's environment, in which the page of the service itself would answer nobody.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

describe('authmeter-live', () => {
  it('shows a service that pushes to it', async () => {
    const running = run('--otlp', '0');
    let output = '';
    running.stdout?.setEncoding('utf8').on('data', (written: string) => {
      output += written;
    });
    const url = await pollUntil(() => /Live page: (\S+)/.exec(output)?.[1], {
      what: 'its address',
    });
    expect(output).toContain(`OTEL_EXPORTER_OTLP_ENDPOINT=${url.slice(0, -1)}`);

    const { meter, push, stop } = createPusher(`${url}v1/metrics`, { encoding: 'protobuf' });
    meter.record({ kind: 'attempt', outcome: 'success', method: 'jwt' });
    await push();
    await stop();

    const page = await ask(url);
    const { series = [] } = await pollUntil(
      async () => {
        const payload = JSON.parse((await ask(`${url}data`)).body.toString()) as LivePayload;
        return payload.series === undefined ? undefined : payload;
      },
      { what: 'the attempt' },
    );
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(series).toContainEqual({
      cell: expect.any(Number),
      metric: ATTEMPTS.name,
      attributes: { outcome: 'success', method: 'jwt' },
    });
  });

  it('ends with the code of what went wrong', async () => {
    const running = run('--port');

    const [code] = (await once(running, 'exit')) as [number];

    expect(code).toBe(2);
  });
});

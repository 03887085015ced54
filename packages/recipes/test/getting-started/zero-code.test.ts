import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startExample, startOtlpSink } from '@authmeter/adapter-contract';
import { findFreePort } from '@authmeter/testkit';

const EXAMPLES = join(__dirname, '../../getting-started');
const REGISTER = join(__dirname, '../../../instrumentation/dist/register.mjs');
const NODE_OPTIONS = `--import ${pathToFileURL(REGISTER).href}`;

describe('app.mjs of the docs, with one flag more', () => {
  it('is pulled as app.first.txt shows', async () => {
    const port = String(await findFreePort());
    const example = await startExample(join(EXAMPLES, 'app.mjs'), {
      NODE_OPTIONS,
      AUTHMETER_METRICS: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_PORT: port,
    });

    const { status } = await fetch(`${example.url}/me`, { headers: { connection: 'close' } });
    const scrape = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await example.stop();

    const counted = scrape.match(/^auth_attempts_total.* [1-9]\d*\n/gm) ?? [];
    expect([status, counted.join('')].join('\n')).toBe(readExample('app.first.txt'));
  });

  it('is seen on the page as app.live.txt shows', async () => {
    const port = String(await findFreePort());
    const example = await startExample(join(EXAMPLES, 'app.mjs'), {
      NODE_OPTIONS,
      AUTHMETER_LIVE: port,
    });

    const { status } = await fetch(`${example.url}/me`, { headers: { connection: 'close' } });
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    await example.stop();

    const [title] = /<title>.*<\/title>/.exec(page) ?? [];
    expect(`${[status, title].join('\n')}\n`).toBe(readExample('app.live.txt'));
  });

  it('pushes what app.point.json shows when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const example = await startExample(join(EXAMPLES, 'app.mjs'), {
      NODE_OPTIONS,
      AUTHMETER_METRICS: 'otlp',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint,
    });

    const { status } = await fetch(`${example.url}/me`, { headers: { connection: 'close' } });
    await example.stop();

    const counted = sink.points('auth.attempts').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(status).toBe(401);
    expect(counted).toEqual([expect.objectContaining(JSON.parse(readExample('app.point.json')))]);
  });
});

function readExample(file: string): string {
  return readFileSync(join(EXAMPLES, file), 'utf8');
}

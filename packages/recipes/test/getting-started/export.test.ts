import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startExample, startOtlpSink, type RunningExample } from '@authmeter/adapter-contract';
import { findFreePort } from '@authmeter/testkit';

const EXAMPLES = join(__dirname, '../../getting-started');

describe('the examples without a framework', () => {
  it('pull.mjs serves what pull.first.txt shows', async () => {
    const port = await findFreePort();
    const environment = { METRICS_PORT: String(port) };
    const example = await startExample(join(EXAMPLES, 'pull.mjs'), environment);

    const answers = [await logIn(example, 'correct horse'), await logIn(example, 'wrong horse')];
    const scrape = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    await example.stop();

    const counted = scrape.match(/^auth_logins_total.* [1-9]\d*\n/gm) ?? [];
    expect([...answers, counted.join('')].join('\n')).toBe(readExample('pull.first.txt'));
  });

  it('otlp.mjs pushes what otlp.point.json shows when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint };
    const example = await startExample(join(EXAMPLES, 'otlp.mjs'), environment);

    const answer = await logIn(example, 'wrong horse');
    await example.stop();

    const counted = sink.points('auth.logins').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(answer).toBe(401);
    expect(counted).toEqual([expect.objectContaining(JSON.parse(readExample('otlp.point.json')))]);
  });
});

async function logIn({ url }: RunningExample, password: string): Promise<number> {
  const body = new URLSearchParams({ name: 'ada', password });
  const headers = { connection: 'close' };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

function readExample(file: string): string {
  return readFileSync(join(EXAMPLES, file), 'utf8');
}

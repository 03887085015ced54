import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  SECRETS,
  startExample,
  startOtlpSink,
  type RunningExample,
} from '@authmeter/adapter-contract';
import { ADA } from './start-auth';

const EXAMPLES = join(__dirname, '../examples');

describe('the examples of the README', () => {
  it('pull.mjs serves what pull.scrape.txt shows', async () => {
    const example = await startExample(join(EXAMPLES, 'pull.mjs'));

    const answers = [
      await post(example, '/sign-up/email', ADA),
      await post(example, '/sign-in/email', ADA),
      await post(example, '/sign-in/email', { ...ADA, password: 'wrong' }),
    ];
    const headers = { authorization: `Bearer ${SECRETS.METRICS_TOKEN}`, connection: 'close' };
    const scrape = await (await fetch(`${example.url}/metrics`, { headers })).text();
    await example.stop();

    expect(answers).toEqual([200, 200, 401]);
    const lines = scrape.match(/^auth_(logins|registrations)_total.* [1-9]\d*\n/gm) ?? [];
    expect(lines.join('')).toBe(readFileSync(join(EXAMPLES, 'pull.scrape.txt'), 'utf8'));
  });

  it('otlp.mjs pushes a login when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint };
    const example = await startExample(join(EXAMPLES, 'otlp.mjs'), environment);

    const answer = await post(example, '/sign-in/email', ADA);
    await example.stop();

    const counted = sink.points('auth.logins').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(answer).toBe(401);
    expect(counted.map(({ asDouble }) => asDouble)).toEqual([1]);
  });
});

async function post({ url }: RunningExample, path: string, body: object): Promise<number> {
  const response = await fetch(`${url}/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify(body),
  });
  await response.text();
  return response.status;
}

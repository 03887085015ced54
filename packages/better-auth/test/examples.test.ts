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

const ENVIRONMENT = { BETTER_AUTH_SECRET: SECRETS.JWT_SECRET };

describe('the examples of the docs', () => {
  it('pull.mjs serves what pull.first.txt and pull.scrape.txt show', async () => {
    const example = await startExample(join(EXAMPLES, 'pull.mjs'), ENVIRONMENT);

    const answers = [
      await post(example, '/sign-up/email', ADA),
      await post(example, '/sign-in/email', { ...ADA, password: 'wrong' }),
    ];
    const first = await countedIn(example);
    const last = await post(example, '/sign-in/email', ADA);
    const counted = await countedIn(example);
    await example.stop();

    expect([...answers, first].join('\n')).toBe(readExample('pull.first.txt'));
    expect(last).toBe(200);
    expect(counted).toBe(readExample('pull.scrape.txt'));
  });

  it('otlp.mjs pushes what otlp.point.json shows when it is told to stop', async () => {
    const sink = await startOtlpSink();
    const environment = { ...ENVIRONMENT, OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint };
    const example = await startExample(join(EXAMPLES, 'otlp.mjs'), environment);

    const answer = await post(example, '/sign-in/email', ADA);
    await example.stop();

    const counted = sink.points('auth.logins').filter(({ asDouble }) => asDouble !== 0);
    await sink.close();
    expect(answer).toBe(401);
    expect(counted).toEqual([expect.objectContaining(JSON.parse(readExample('otlp.point.json')))]);
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

/** The logins and registrations of a scrape that are not at zero, a line each. */
async function countedIn({ url }: RunningExample): Promise<string> {
  const headers = { authorization: `Bearer ${SECRETS.METRICS_TOKEN}`, connection: 'close' };
  const scrape = await (await fetch(`${url}/metrics`, { headers })).text();
  return (scrape.match(/^auth_(logins|registrations)_total.* [1-9]\d*\n/gm) ?? []).join('');
}

function readExample(file: string): string {
  return readFileSync(join(EXAMPLES, file), 'utf8');
}
